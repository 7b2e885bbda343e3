//! Addresses of the portal's pages about itself, and of reports about it.

use super::with_query;

/// The portal's reports at the desk; `page` counts from 1.
#[must_use]
pub fn desk_reports(answered: bool, page: usize) -> String {
    let tab = if answered { "answered" } else { "" };
    let page = if page > 1 {
        page.to_string()
    } else {
        String::new()
    };
    with_query("/desk/site-reports", &[("tab", tab), ("page", &page)])
}

/// What the portal keeps of its readers and why 隐私政策.
#[must_use]
pub fn privacy() -> String {
    "/about/privacy".to_owned()
}

/// For whom the portal works and where it does not yet 无障碍声明.
#[must_use]
pub fn accessibility() -> String {
    "/about/accessibility".to_owned()
}

/// What readers may expect and may not do 使用条款.
#[must_use]
pub fn terms() -> String {
    "/about/terms".to_owned()
}

/// Telephone, address and hours 联系我们.
#[must_use]
pub fn contact() -> String {
    "/about/contact".to_owned()
}

/// All columns of the portal on one page 网站地图.
#[must_use]
pub fn sitemap() -> String {
    "/about/sitemap".to_owned()
}

/// Reporting an error or harmful content; `page` is the address of the page that is meant, empty for
/// none.
#[must_use]
pub fn report(page: &str) -> String {
    with_query("/report", &[("page", page)])
}

/// The same form with a kind chosen, by the kind's key.
#[must_use]
pub fn report_kind(kind: &str, page: &str) -> String {
    with_query("/report", &[("kind", kind), ("page", page)])
}

/// The number of a report that was taken.
#[must_use]
pub fn report_received() -> String {
    "/report/received".to_owned()
}
