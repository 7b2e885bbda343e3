//! The pages of cases.

mod answers;
mod earlier;
mod fields;
pub(crate) mod joint;
mod list;
mod material_follow_up;
mod material_hand_over;
mod material_library;
mod material_phone;
mod material_slot;
mod material_version;
mod material_ways;
mod messages;
mod notes;
mod objection;
mod parts;
mod progress;
mod receipt;
mod repair;
mod review;
mod sections;
mod side;
mod standing;
mod step;
mod withdraw;

pub(crate) use answers::{Answered, answer, answered, source, spelled};
pub(crate) use fields::Sheet;
pub(crate) use objection::objection;
pub(crate) use sections::sections;
pub(crate) use step::problem;

pub(crate) use material_slot::name as file_name;
pub(crate) use material_ways::told as way_told;

use domain::CaseId;
use domain::cases::CaseState;
use leptos::prelude::*;
use portal::cases::CaseView;

use crate::page::{Access, Ctx, PageError, Params, Route, route};
use crate::paths;
use crate::ui::{Breadcrumb, Tag, TagKind};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/cases", Access::Citizen, list::load).on_kiosk(),
        route("/cases/{id}", Access::Citizen, progress::load).on_kiosk(),
        route("/cases/{id}/steps/{key}", Access::Citizen, step::load).on_kiosk(),
        route("/cases/{id}/review", Access::Citizen, review::load).on_kiosk(),
        route("/cases/{id}/receipt", Access::Citizen, receipt::load).on_kiosk(),
        route("/cases/{id}/withdraw", Access::Citizen, withdraw::load).on_kiosk(),
        route(
            "/cases/{id}/new-version",
            Access::Citizen,
            material_version::load,
        )
        .on_kiosk(),
        route(
            "/cases/{id}/hand-over/{slot}",
            Access::Citizen,
            material_hand_over::load,
        )
        .on_kiosk(),
        route(
            "/cases/{id}/follow-up/{slot}",
            Access::Citizen,
            material_follow_up::load,
        ),
        route("/hand-over/{secret}", Access::Visitor, material_phone::load),
        route("/materials", Access::Citizen, material_library::load),
    ]
}

/// The citizen's case of an address; somebody else's does not exist.
///
/// # Errors
/// [`PageError::NotFound`], or a failure of the portal.
pub(crate) async fn open(cx: &Ctx, params: &Params) -> Result<CaseView, PageError> {
    let citizen = cx.citizen()?;
    let id = CaseId::new(params.path("id"));
    cx.portal
        .cases()
        .open(citizen, &id)
        .await?
        .ok_or(PageError::NotFound)
}

/// The state of a case in one or two words.
pub(crate) fn state_tag(cx: &Ctx, key: &str) -> impl IntoView + use<> {
    let kind = match key {
        "draft" | "withdrawn" => TagKind::Neutral,
        "returned" | "correction_requested" => TagKind::Warning,
        "rejected" | "not_accepted" | "closed" => TagKind::Danger,
        "approved" | "delivered" | "settled" => TagKind::Success,
        _ => TagKind::Info,
    };
    view! { <Tag kind=kind text=cx.t(&state_key("case-state", key))/> }
}

/// A text about a state. Officers' proposals are not the applicant's business: to the applicant the
/// case is being handled.
fn state_key(prefix: &str, key: &str) -> String {
    let key = if key == "proposed" { "accepted" } else { key };
    format!("{prefix}-{key}")
}

/// The way to a page of one case.
fn trail(cx: &Ctx, view: &CaseView) -> impl IntoView + use<> {
    let mut trail = vec![(cx.href(paths::my_cases()), cx.t("cases-title").into())];
    if !matches!(view.case.state, CaseState::Draft) {
        trail.push((
            cx.href(paths::case(&view.case.id)),
            cx.plain(&view.item_name).into(),
        ));
    }
    view! { <Breadcrumb trail=trail/> }
}
