//! Evaluations 好差评: one matter, one evaluation (GB/T 39734).

mod rate;

pub use rate::RateError;

use domain::evaluations::Level;

use crate::{Internal, Portal};

/// The use cases around evaluations.
pub struct Evaluations<'a>(pub(crate) &'a Portal);

/// The level behind a stored platform code (5 = very satisfied … 1 = very dissatisfied).
pub(crate) fn level(stored: i16) -> Result<Level, Internal> {
    u8::try_from(stored)
        .ok()
        .and_then(Level::from_platform_code)
        .ok_or(Internal::new("a stored level is unknown"))
}
