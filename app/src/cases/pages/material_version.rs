//! A draft whose service was published anew: what changed, and the step over. Also what a page of a draft
//! says of when it was saved.

use std::sync::Arc;

use domain::forms::{Change, Lost};
use leptos::prelude::*;
use portal::cases::{CaseView, NewVersion};

use super::{open, trail};
use crate::cases::way::resume;
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, BannerKind, Button, ButtonLink, SummaryList, SummaryRow};

/// Leads to the page that tells what changed, when a newer version is published.
///
/// # Errors
/// The redirect, or a failure of the portal.
pub(super) async fn lead_over(cx: &Ctx, view: &CaseView) -> Result<(), PageError> {
    match cx.portal.cases().new_version(view).await? {
        Some(_) => Err(PageError::Redirect(paths::new_version(&view.case.id))),
        None => Ok(()),
    }
}

/// When a draft was saved last, and until when it is kept.
pub(super) fn saved(cx: &Ctx, view: &CaseView) -> impl IntoView + use<> {
    let at = cx.date_time(view.updated_at);
    let saved = match view.expires_on() {
        Some(day) => {
            let both = [("at", at.into()), ("day", cx.date(day).into())];
            cx.tf("draft-saved-until", &both)
        }
        None => cx.tf("draft-saved", &[("at", at.into())]),
    };
    view! { <p class="muted">{saved}</p> }
}

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    let next = cx.portal.cases().new_version(&view).await?;
    let title = cx.t("version-title");
    Ok(Page::new(title, move || body(&cx, &view, next.as_ref())))
}

fn body(cx: &Ctx, view: &CaseView, next: Option<&NewVersion>) -> impl IntoView + use<> {
    let content = match next {
        Some(next) => told(cx, view, next),
        None => {
            let href = cx.href(if view.editable() {
                resume(view, cx.today())
            } else {
                paths::case(&view.case.id)
            });
            view! {
                <p class="lead">{cx.t("version-newest")}</p>
                <p class="actions"><ButtonLink href=href label=cx.t("version-go-on")/></p>
            }
            .into_any()
        }
    };
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <p class="muted">{cx.text(&view.item_name)}</p>
            <h1>{cx.t("version-title")}</h1>
            {content}
        </div>
    }
}

fn told(cx: &Ctx, view: &CaseView, next: &NewVersion) -> AnyView {
    let changes: Vec<_> = next
        .moved
        .changes
        .iter()
        .map(|one| change(cx, one))
        .collect();
    let changes = if changes.is_empty() {
        view! { <p>{cx.t("version-no-questions")}</p> }.into_any()
    } else {
        view! { <ul>{changes}</ul> }.into_any()
    };
    let safe = cx.t("version-safe");
    view! {
        <p class="lead">{cx.t("version-lead")}</p>
        <Banner title=cx.t("version-kept") kind=BannerKind::Info><p>{safe}</p></Banner>
        <section class="stack stack--tight">
            <h2>{cx.t("version-changes")}</h2>
            {changes}
        </section>
        {lost(cx, &next.moved.lost)}
        {files(cx, next)}
        <form class="actions" method="post" action=paths::door::MOVE_VERSION>
            <input type="hidden" name="case" value=view.case.id.to_string()/>
            <Button label=cx.t("version-go-on")/>
        </form>
    }
    .into_any()
}

fn change(cx: &Ctx, change: &Change) -> impl IntoView + use<> {
    let name = cx.plain(&change.label);
    let text = cx.tf(
        &format!("version-{}", change.kind.key()),
        &[("name", name.into())],
    );
    view! { <li>{text}</li> }
}

/// What was answered and does not fit: to be read once more, and copied where it is still of use.
fn lost(cx: &Ctx, lost: &[Lost]) -> Option<AnyView> {
    let rows: Vec<_> = lost
        .iter()
        .map(|lost| SummaryRow::new(cx.plain(&lost.label), cx.plain(&lost.value)))
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight">
                <h2>{cx.t("version-lost")}</h2>
                <p>{cx.t("version-lost-text")}</p>
                <SummaryList rows=rows/>
            </section>
        }
        .into_any()
    })
}

fn files(cx: &Ctx, next: &NewVersion) -> Option<AnyView> {
    let rows: Vec<_> = next
        .files
        .iter()
        .map(|file| view! { <li>{cx.written(&file.name)}</li> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight">
                <h2>{cx.t("version-files")}</h2>
                <p>{cx.t("version-files-text")}</p>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use domain::Text;
    use domain::forms::{ChangeKind, Moved};

    use super::*;
    use crate::cases::testing::{case, with_photo};
    use crate::page::Surface;
    use crate::page::testing::{citizen, context};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[tokio::test]
    async fn every_change_is_told_and_nothing_is_lost_in_silence() {
        let (_folder, cx) = context(citizen("Lin"), Surface::Web, "/cases/c-1/new-version").await;
        let view = with_photo(case(&[]), HOSTILE);
        let changes = ChangeKind::ALL.into_iter().map(|kind| Change {
            key: kind.key().to_owned(),
            label: Text::zh(HOSTILE),
            kind,
        });
        let lost = Lost {
            label: Text::zh("电话"),
            value: Text::zh(HOSTILE),
        };
        let next = NewVersion {
            version: 2,
            moved: Moved {
                changes: changes.collect(),
                lost: vec![lost],
                ..Moved::default()
            },
            files: view.materials.clone(),
        };
        let page = html(|| body(&cx, &view, Some(&next)));
        assert_escaped(&page);
        assert_contains(&page, &["/do/move-version", "value=\"c-1\""]);
        assert!(!page.contains(">version-"), "a text is missing: {page}");
        assert_eq!(
            page.matches("<li").count(),
            ChangeKind::ALL.len() + 2,
            "{page}"
        );
        let page = html(|| body(&cx, &view, None));
        assert!(!page.contains("/do/"), "{page}");
    }
}
