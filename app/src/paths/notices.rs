//! Addresses of notices.

use domain::notices::{DeliveryState, NoticeChannel, NoticeKind};

use super::{encode, with_query};

/// The citizen's notices.
#[must_use]
pub fn notices() -> String {
    "/notices".to_owned()
}

/// One page of them, from 1.
#[must_use]
pub fn notices_page(page: usize) -> String {
    with_query("/notices", &[("page", &number(page))])
}

/// Opens one notice, which marks it as read and leads to what it is about.
#[must_use]
pub fn notice(id: &str) -> String {
    format!("/notices/{}", encode(id))
}

/// What comes by which channel.
#[must_use]
pub fn notice_settings() -> String {
    "/notices/settings".to_owned()
}

/// How far notices have come; `page` counts from 1.
#[must_use]
pub fn desk_notices(
    state: Option<DeliveryState>,
    channel: Option<NoticeChannel>,
    kind: Option<NoticeKind>,
    page: usize,
) -> String {
    with_query(
        "/desk/notices",
        &[
            ("state", state.map_or("", DeliveryState::key)),
            ("channel", channel.map_or("", NoticeChannel::key)),
            ("kind", kind.map_or("", NoticeKind::key)),
            ("page", &number(page)),
        ],
    )
}

/// What a kind of notice says.
#[must_use]
pub fn notice_templates(kind: Option<NoticeKind>) -> String {
    let kind = kind.map_or("", NoticeKind::key);
    with_query("/desk/notices/templates", &[("kind", kind)])
}

/// The first page needs no number.
fn number(page: usize) -> String {
    if page > 1 {
        page.to_string()
    } else {
        String::new()
    }
}
