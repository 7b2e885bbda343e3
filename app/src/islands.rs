//! Islands that belong to no single feature. Their words are children that the server has rendered:
//! without properties an island needs no deserialiser, which would make the module half as large again.

mod chars_left;
mod kiosk_idle;
mod live_form;
mod open_dialog;
mod print_on_click;
mod read_aloud;
mod upload_progress;

pub use chars_left::CharsLeft;
pub use kiosk_idle::KioskIdle;
pub use live_form::LiveForm;
#[cfg(feature = "ssr")]
pub(crate) use live_form::{LATE, LOOK};
pub use open_dialog::OpenDialog;
pub use print_on_click::PrintOnClick;
pub use read_aloud::ReadAloud;
pub use upload_progress::UploadProgress;
