//! Notices 站内消息: the citizen's inbox in the portal.

mod list;
mod mark_read;
mod store;

pub use list::NoticeView;
pub(crate) use store::add;

use crate::Portal;

/// The use cases around notices.
pub struct Notices<'a>(pub(crate) &'a Portal);
