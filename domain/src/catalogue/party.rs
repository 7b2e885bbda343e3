//! Code lists as outside parties number them. Ours are the enums; a number means something only together
//! with the party whose list it stands in. The numbers of platforms are those that interfaces in use show;
//! no standard prints them, so a value without a known number has none.

use super::{Audience, PowerLevel, Scope};

/// Who numbers a code list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CodeParty {
    /// The printed standard, GB/T 39046.
    #[default]
    Standard,
    /// The list that deployed platforms use (平台代码).
    Platform,
}

keys!(CodeParty {
    Standard = "standard",
    Platform = "platform",
});

/// Gives a code list its numbers on platforms; those of the standard are its own. The list is written
/// out, so that a new value does not compile before somebody has looked its number up.
macro_rules! platform_codes {
    ($name:ident { $($variant:ident = $code:expr),+ $(,)? }) => {
        impl $name {
            /// The number in the list of this party; `None` when it has no such value.
            pub const fn number(self, party: CodeParty) -> Option<u8> {
                match party {
                    CodeParty::Standard => Some(self.code()),
                    CodeParty::Platform => match self { $(Self::$variant => $code),+ },
                }
            }

            /// The value with this number in the list of this party; `None` when the list has no such
            /// number, or when it stands there for something that we have no value for.
            pub fn from_number(party: CodeParty, number: u8) -> Option<Self> {
                let means = |value: &Self| value.number(party) == Some(number);
                Self::ALL.into_iter().find(means)
            }
        }
    };
}

// 服务对象: on platforms 5 is 非法人企业, for which we have no value, 6 行政机关 and 9 其他组织. The first four
// are the same.
platform_codes!(Audience {
    Person = Some(1),
    Enterprise = Some(2),
    Institution = Some(3),
    SocialOrganisation = Some(4),
    GovernmentBody = Some(6),
    Other = Some(9),
});

// 行使层级: on platforms 6 is 分级管理, and no number for 村 (社区) is known.
platform_codes!(PowerLevel {
    State = Some(1),
    Province = Some(2),
    City = Some(3),
    County = Some(4),
    Town = Some(5),
    Village = None,
    ByGrade = Some(6),
});

// 通办范围: the words differ, 跨省 or 全省, and the numbers are not known to.
platform_codes!(Scope {
    Country = Some(1),
    Province = Some(2),
    City = Some(3),
    County = Some(4),
    Town = Some(5),
    Village = Some(6),
});

#[cfg(test)]
mod tests {
    use super::*;

    fn table<T: Copy + PartialEq + std::fmt::Debug>(
        all: &[T],
        number: fn(T, CodeParty) -> Option<u8>,
        read: fn(CodeParty, u8) -> Option<T>,
        expected: &[(T, u8, Option<u8>)],
    ) {
        assert_eq!(all.len(), expected.len(), "every value has its line");
        for (value, standard, platform) in expected {
            assert_eq!(
                number(*value, CodeParty::Standard),
                Some(*standard),
                "{value:?}"
            );
            assert_eq!(number(*value, CodeParty::Platform), *platform, "{value:?}");
        }
        for party in CodeParty::ALL {
            let known: Vec<u8> = all
                .iter()
                .filter_map(|value| number(*value, party))
                .collect();
            for code in 0..=u8::MAX {
                let meant = read(party, code);
                assert_eq!(meant.is_some(), known.contains(&code), "{party:?} {code}");
                if let Some(value) = meant {
                    assert_eq!(number(value, party), Some(code));
                }
            }
            let distinct: std::collections::BTreeSet<u8> = known.iter().copied().collect();
            assert_eq!(distinct.len(), known.len(), "{party:?} uses a number twice");
        }
    }

    #[test]
    fn who_is_served() {
        let expected = [
            (Audience::Person, 1, Some(1)),
            (Audience::Enterprise, 2, Some(2)),
            (Audience::Institution, 3, Some(3)),
            (Audience::SocialOrganisation, 4, Some(4)),
            (Audience::GovernmentBody, 5, Some(6)),
            (Audience::Other, 6, Some(9)),
        ];
        table(
            &Audience::ALL,
            Audience::number,
            Audience::from_number,
            &expected,
        );
        assert_eq!(
            Audience::from_number(CodeParty::Platform, 5),
            None,
            "非法人企业 is not 行政机关"
        );
    }

    #[test]
    fn who_exercises_the_power() {
        let expected = [
            (PowerLevel::State, 1, Some(1)),
            (PowerLevel::Province, 2, Some(2)),
            (PowerLevel::City, 3, Some(3)),
            (PowerLevel::County, 4, Some(4)),
            (PowerLevel::Town, 5, Some(5)),
            (PowerLevel::Village, 6, None),
            (PowerLevel::ByGrade, 7, Some(6)),
        ];
        table(
            &PowerLevel::ALL,
            PowerLevel::number,
            PowerLevel::from_number,
            &expected,
        );
    }

    #[test]
    fn how_far_one_may_live() {
        let expected = Scope::ALL.map(|scope| (scope, scope.code(), Some(scope.code())));
        table(&Scope::ALL, Scope::number, Scope::from_number, &expected);
    }

    #[test]
    fn parties_are_read_back() {
        for party in CodeParty::ALL {
            assert_eq!(CodeParty::parse(party.key()), Some(party));
        }
        assert_eq!(CodeParty::parse("hunan"), None);
    }
}
