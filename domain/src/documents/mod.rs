//! Legal documents 文书 of a case: which step makes which, on what ground in law, under which number, and the
//! code that anybody can check one by.

mod body;
mod code;
mod kind;
mod number;

pub use body::{DocumentBody, Part, Sheet};
pub use code::{CODE_BYTES, VerificationCode, VerificationCodeError};
pub use kind::{DocumentKind, Law};
pub use number::DocumentNumber;
