//! What a telephone shows after reading the code: what to photograph, and nothing that says for whom.

use std::sync::Arc;

use domain::forms::FileKind;
use leptos::prelude::*;
use portal::cases::{HandOver, HandOverError, UploadProblem};

use super::material_slot::{accept, hint};
use crate::cases::doors::{ADDED, PROBLEM, SECRET};
use crate::cases::posted::CUT_OFF;
use crate::page::{Ctx, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, BannerKind, Button, FileField, field_id};

/// Names of the two controls.
const PHOTO: &str = "photo";
const FILES: &str = "files";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let secret = params.path("secret").to_owned();
    let open = match cx.portal.cases().hand_over(&secret).await {
        Ok(open) => open,
        Err(HandOverError::Ended) => {
            let title = cx.t("hand-over-over");
            return Ok(Page::new(title, move || ended(&cx)).status(404));
        }
        Err(HandOverError::Internal(error)) => return Err(error.into()),
    };
    let problem = params.query(PROBLEM).and_then(known).map(|key| cx.t(key));
    let added = params.query(ADDED).is_some();
    let status = if problem.is_some() { 422 } else { 200 };
    let page = Page::new(cx.t("phone-title"), move || {
        body(&cx, &secret, &open, problem, added)
    });
    Ok(page.status(status))
}

/// Anybody can write anything into an address; only problems of ours are read out.
fn known(key: &str) -> Option<&'static str> {
    let problem = UploadProblem::parse(key).map(UploadProblem::key);
    problem.or_else(|| (key == CUT_OFF).then_some(CUT_OFF))
}

fn ended(cx: &Ctx) -> impl IntoView + use<> {
    view! {
        <div class="container container--narrow stack">
            <h1>{cx.t("hand-over-over")}</h1>
            <p class="lead">{cx.t("phone-over-text")}</p>
        </div>
    }
}

fn body(
    cx: &Ctx,
    secret: &str,
    open: &HandOver,
    problem: Option<&'static str>,
    added: bool,
) -> impl IntoView + use<> {
    let done = added.then(|| {
        let text = cx.t("phone-added-text");
        view! {
            <Banner title=cx.t("phone-added") kind=BannerKind::Success><p>{text}</p></Banner>
        }
    });
    let left = cx.tf("phone-left", &[("n", i64::from(open.files_left).into())]);
    let until = cx.tf(
        "hand-over-until",
        &[("at", cx.date_time(open.expires_at).into())],
    );
    view! {
        <div class="container container--narrow stack">
            <h1>{cx.text(&open.slot.name)}</h1>
            {done}
            <form
                class="form"
                method="post"
                action=paths::door::HAND_OVER
                enctype="multipart/form-data"
            >
                <input type="hidden" name=SECRET value=secret.to_owned()/>
                {camera(cx, open)}
                <FileField
                    name=FILES
                    label=cx.t("phone-choose")
                    accept=accept(&open.slot.accepts)
                    hint=hint(cx, &open.slot)
                    error=problem
                    required=false
                />
                <div class="actions"><Button label=cx.t("phone-send")/></div>
            </form>
            <p>{left}</p>
            <p class="muted">{until}</p>
        </div>
    }
}

/// The camera. Only pictures that are taken here are named, so that telephones change their own kind
/// into one of them.
fn camera(cx: &Ctx, open: &HandOver) -> impl IntoView + use<> {
    let pictures: Vec<_> = open
        .slot
        .accepts
        .iter()
        .copied()
        .filter(|kind| *kind != FileKind::Pdf)
        .collect();
    (!pictures.is_empty()).then(|| {
        view! {
            <div class="field">
                <label class="field__label" for=field_id(PHOTO)>{cx.t("phone-photo")}</label>
                <input
                    class="input file-field"
                    id=field_id(PHOTO)
                    name=PHOTO
                    type="file"
                    accept=accept(&pictures)
                    capture="environment"
                />
            </div>
        }
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use portal::accounts::Actor;

    use super::*;
    use crate::cases::testing::case;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{assert_contains, html};

    #[tokio::test]
    async fn a_telephone_sees_what_to_photograph_and_nobody() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/hand-over/s").await;
        let open = HandOver {
            slot: case(&[]).definition.form.material("photo").unwrap().clone(),
            files_left: 4,
            expires_at: DateTime::UNIX_EPOCH,
        };
        let page = html(|| {
            body(
                &cx,
                "s-1",
                &open,
                known("upload-damaged").map(|key| cx.t(key)),
                true,
            )
        });
        assert_contains(
            &page,
            &[
                "capture=\"environment\"",
                "accept=\"image/jpeg,image/png\"",
                "action=\"/do/hand-over\"",
                "value=\"s-1\"",
                "cannot be opened",
                "Photo",
            ],
        );
        assert!(!page.contains("/cases/"), "{page}");
        assert_eq!(known("<script>"), None);
        assert_eq!(known(CUT_OFF), Some(CUT_OFF));
    }
}
