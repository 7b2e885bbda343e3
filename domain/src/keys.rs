//! One way to give the variants of a code list their names outside Rust.

/// Gives an enum without data its list of variants and a stable name for each, used as a Fluent key,
/// in addresses and in the database. Names must never change once stored.
macro_rules! keys {
    ($name:ident { $($variant:ident = $key:literal),+ $(,)? }) => {
        impl $name {
            /// Every value, in the order of the code list.
            pub const ALL: [Self; [$(Self::$variant),+].len()] = [$(Self::$variant),+];

            /// The stable name of this value.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// The value with this name; `None` when there is none.
            pub fn parse(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.key() == key)
            }
        }
    };
}
