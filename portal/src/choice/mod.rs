//! Guided choice 智能导办: a few questions before anybody signs in lead to the scenario and the exact
//! materials of a service. Nothing of it is stored here; what follows from the answers is worked out by
//! the rules of [`domain::catalogue`].

mod answer;
mod open;

pub use answer::Answered;
pub use open::ChoiceView;

use crate::Portal;

/// The use cases around the guided choice.
pub struct Choice<'a>(pub(crate) &'a Portal);
