//! Anybody checks a certificate or a document.

use std::sync::Arc;

use leptos::prelude::*;
use portal::certificates::Verification;
use portal::documents::DocumentCheck;

use super::state::state_tag;
use crate::page::{Ctx, Marks, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, BannerKind, Button, InputKind, SummaryList, SummaryRow, TextField};

/// What came of the check.
enum Checked {
    /// Nothing was asked.
    Nothing,
    /// There is nothing of that name.
    Unknown(String),
    /// There is such a certificate.
    Known(Box<Verification>),
    /// There is such a document.
    Document(Box<DocumentCheck>),
}

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let checked = match params.query("id") {
        None => Checked::Nothing,
        Some(asked) => check(&cx, asked).await?,
    };
    let status = if matches!(checked, Checked::Unknown(_)) {
        404
    } else {
        200
    };
    let (title, lead) = (cx.t("verify-title"), cx.t("verify-lead"));
    // Whatever is checked, it is this page.
    let path = paths::verify("");
    let marks = Marks::column(&path, title, lead, cx.t("column-services"));
    Ok(Page::new(title, move || view(&cx, &checked))
        .description(lead)
        .marks(marks)
        .status(status))
}

/// What `asked` names. An identifier of a certificate and a code of a document never look alike.
async fn check(cx: &Ctx, asked: &str) -> Result<Checked, PageError> {
    if let Some(found) = cx.portal.certificates().verify(asked).await? {
        return Ok(Checked::Known(Box::new(found)));
    }
    Ok(match cx.portal.documents().verify(asked).await? {
        Some(found) => Checked::Document(Box::new(found)),
        None => Checked::Unknown(asked.to_owned()),
    })
}

fn view(cx: &Ctx, checked: &Checked) -> impl IntoView + use<> {
    let (typed, outcome) = match checked {
        Checked::Nothing => (String::new(), None),
        Checked::Unknown(asked) => (asked.clone(), Some(unknown(cx))),
        Checked::Known(found) => (found.identifier.to_string(), Some(known(cx, found))),
        Checked::Document(found) => (found.code.to_string(), Some(document(cx, found))),
    };
    view! {
        <div class="container container--narrow stack">
            <header class="page-header">
                <h1>{cx.t("verify-title")}</h1>
                <p class="lead">{cx.t("verify-lead")}</p>
            </header>
            {outcome}
            <form class="form verify" method="get" action=cx.href(paths::verify(""))>
                <TextField
                    name="id"
                    label=cx.t("verify-identifier")
                    hint=cx.t("verify-identifier-hint")
                    value=typed
                    kind=InputKind::Code
                    autocomplete="off"
                />
                <Button label=cx.t("verify-button")/>
            </form>
        </div>
    }
}

fn unknown(cx: &Ctx) -> AnyView {
    let advice = cx.t("verify-unknown-advice");
    view! {
        <Banner title=cx.t("verify-unknown") kind=BannerKind::Danger>
            <p>{advice}</p>
        </Banner>
    }
    .into_any()
}

fn known(cx: &Ctx, found: &Verification) -> AnyView {
    let until = found.valid_until.map(|until| cx.date(until));
    let rows = vec![
        SummaryRow::new(cx.t("certificate-state"), state_tag(cx, found.state)),
        SummaryRow::new(cx.t("certificate-name"), cx.text(&found.name)),
        SummaryRow::new(cx.t("certificate-holder"), found.holder_masked.clone()),
        SummaryRow::new(cx.t("certificate-issuer"), cx.text(&found.issuer)),
        SummaryRow::new(cx.t("certificate-issued-on"), cx.date(found.issued_on)),
        SummaryRow::new(
            cx.t("certificate-valid-until"),
            until.unwrap_or_else(|| cx.t("certificate-no-end").to_owned()),
        ),
        SummaryRow::new(cx.t("certificate-identifier"), found.identifier.to_string()),
    ];
    let advice = cx.t("verify-known-advice");
    view! {
        <Banner title=cx.t("verify-known") kind=BannerKind::Success>
            <p>{advice}</p>
        </Banner>
        <SummaryList rows=rows/>
    }
    .into_any()
}

fn document(cx: &Ctx, found: &DocumentCheck) -> AnyView {
    let state = if found.served {
        "verify-document-served"
    } else {
        "verify-document-issued"
    };
    let rows = vec![
        SummaryRow::new(cx.t("verify-document-kind"), cx.text(&found.title)),
        SummaryRow::new(cx.t("verify-document-number"), cx.text(&found.number)),
        SummaryRow::new(cx.t("verify-document-office"), cx.text(&found.office)),
        SummaryRow::new(cx.t("verify-document-issued-on"), cx.date(found.issued_on)),
        SummaryRow::new(cx.t("verify-document-state"), cx.t(state)),
        SummaryRow::new(cx.t("verify-document-code"), found.code.to_string()),
    ];
    let advice = cx.t("verify-document-advice");
    view! {
        <Banner title=cx.t("verify-document-known") kind=BannerKind::Success>
            <p>{advice}</p>
        </Banner>
        <SummaryList rows=rows/>
    }
    .into_any()
}
