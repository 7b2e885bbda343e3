//! The work behind the desk's doors, one file an action.

mod act;
mod sign_in;

pub(super) use act::{act, act_form, input, mark_of_field, mark_of_material};
pub(super) use sign_in::{SIGN_IN_FORM, sign_in};
