//! Accounts 账户: registration, sign-in, sessions, and who somebody is.

mod actor;
mod at_counter;
mod card;
mod password;
mod register;
mod seeded;
mod sessions;
mod sign_in;
pub(crate) mod store;

pub use actor::{Actor, Attendant, Citizen, Officer};
pub(crate) use at_counter::{Found, find_or_open};
pub use register::{NewCitizen, RegisterError};
pub use seeded::{SeededCitizen, SeededOfficer};
pub use sessions::{Sessions, StoredSession};
pub use sign_in::{SignInDoor, SignInError};

use crate::Portal;

/// The use cases around accounts.
pub struct Accounts<'a>(pub(crate) &'a Portal);

impl<'a> Accounts<'a> {
    /// The rows behind the session cookies.
    #[must_use]
    pub fn sessions(&self) -> Sessions<'a> {
        Sessions(self.0)
    }
}
