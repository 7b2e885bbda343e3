//! Islands that belong to no single feature. Their words are children that the server has rendered:
//! without properties an island needs no deserialiser, which would make the module half as large again.

mod kiosk_idle;
mod print_on_click;
mod read_aloud;

pub use kiosk_idle::KioskIdle;
pub use print_on_click::PrintOnClick;
pub use read_aloud::ReadAloud;
