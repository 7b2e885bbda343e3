//! What notices say, for those who write the texts: every channel and language with invented details.

use std::sync::Arc;

use domain::notices::NoticeKind;
use leptos::prelude::*;
use portal::notices::{Preview, preview};
use portal::site::looks_after;

use super::title;
use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Button, ButtonKind, Choice, Select, SummaryList, SummaryRow};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    if !looks_after(cx.officer()?) {
        return Err(PageError::NotFound);
    }
    let kind = params
        .query("kind")
        .and_then(NoticeKind::parse)
        .unwrap_or(NoticeKind::Submitted);
    let title = cx.t("templates-title");
    Ok(Page::new(title, move || view(&cx, kind)).layout(Layout::Desk))
}

fn view(cx: &Ctx, kind: NoticeKind) -> impl IntoView + use<> {
    let trail = vec![(
        paths::desk_notices(None, None, None, 1),
        cx.t("deliveries-title").into(),
    )];
    let kinds = NoticeKind::ALL
        .into_iter()
        .map(|kind| Choice::new(kind.key(), title(cx, kind)))
        .collect();
    let sheets: Vec<_> = preview(&cx.portal, kind)
        .iter()
        .map(|one| sheet(cx, one))
        .collect();
    let topic = cx.t(&format!("notice-topic-{}", kind.topic().key()));
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{cx.t("templates-title")}</h1>
                <p class="lead">{cx.t("templates-lead")}</p>
            </header>
            <form class="form" method="get" action=paths::notice_templates(None)>
                <Select
                    name="kind"
                    label=cx.t("templates-choose")
                    options=kinds
                    chosen=kind.key()
                />
                <div class="actions">
                    <Button label=cx.t("templates-show") kind=ButtonKind::Secondary/>
                </div>
            </form>
            <h2>{title(cx, kind)}</h2>
            <p>{cx.t("templates-topic")} " " {topic}</p>
            {sheets}
        </div>
    }
}

/// One language; the words are marked with it.
fn sheet(cx: &Ctx, preview: &Preview) -> impl IntoView + use<> {
    let lang = preview.locale.tag();
    let id = format!("preview-{lang}");
    let name = cx.t(&format!("language-name-{lang}"));
    let label = id.clone();
    let inbox = preview.inbox;
    let subject = preview.mail.subject.clone();
    let mail = preview.mail.text.clone();
    let message = preview.message.clone();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let length = [
        ("chars", count(preview.chars).into()),
        ("parts", count(preview.parts).into()),
    ];
    let length = cx.tf("templates-length", &length);
    let rows = vec![
        SummaryRow::new(
            cx.t("templates-inbox"),
            view! { <span lang=lang>{inbox}</span> },
        ),
        SummaryRow::new(
            cx.t("templates-subject"),
            view! { <span lang=lang>{subject}</span> },
        ),
        SummaryRow::new(
            cx.t("templates-mail"),
            view! { <pre class="source" lang=lang tabindex="0">{mail}</pre> },
        ),
        SummaryRow::new(
            cx.t("templates-message"),
            view! { <span lang=lang>{message}</span> <p class="muted">{length}</p> },
        ),
    ];
    view! {
        <section class="sheet stack" aria-labelledby=label>
            <h3 class="sheet__title" id=id lang=lang>{name}</h3>
            <SummaryList rows=rows/>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{assert_contains, html};

    #[tokio::test]
    async fn every_kind_shows_its_words_in_every_language() {
        let path = "/desk/notices/templates";
        let (_folder, cx) = context(officer("Cheng"), Surface::Web, path).await;
        for kind in NoticeKind::ALL {
            let html = html(|| view(&cx, kind));
            assert_contains(
                &html,
                &[
                    "lang=\"zh-Hans\"",
                    "lang=\"zh-Hant\"",
                    "lang=\"en\"",
                    "【通办】",
                    " in 1 part",
                ],
            );
            for prefix in [">notice-", ">mail-", "】sms-", ">templates-"] {
                assert!(!html.contains(prefix), "a text is missing: {html}");
            }
        }
    }
}
