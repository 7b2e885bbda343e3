//! One certificate, ready to show and to print.

use std::sync::Arc;

use domain::CertificateId;
use leptos::prelude::*;
use portal::certificates::CertificateView;

use super::state::state_tag;
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{PrintButton, QrCode, SummaryList, SummaryRow};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let id = CertificateId::new(params.path("id"));
    let certificate = cx
        .portal
        .certificates()
        .view(cx.citizen()?, &id)
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(Page::new(cx.plain(&certificate.body.name), move || {
        view(&cx, &certificate)
    }))
}

fn view(cx: &Ctx, certificate: &CertificateView) -> impl IntoView + use<> {
    let identifier = certificate.identifier.to_string();
    let base_url = &cx.portal.settings().base_url;
    let check = format!("{base_url}{}", paths::verify(&identifier));
    view! {
        <div class="container stack">
            <article class="paper paper--certificate" aria-labelledby="certificate-name">
                <h1 class="paper__title" id="certificate-name">{cx.text(&certificate.body.name)}</h1>
                <p>{state_tag(cx, certificate.state)}</p>
                <SummaryList rows=rows(cx, certificate)/>
                <div class="paper__foot">
                    <QrCode text=check label=cx.t("certificate-qr")/>
                    <div>
                        <p>{cx.t("certificate-identifier")}</p>
                        <p class="paper__identifier">{identifier.clone()}</p>
                        <p class="hint">{cx.t("certificate-how-to-verify")}</p>
                    </div>
                    <p class="paper__issuer">{cx.text(&certificate.body.issuer)}</p>
                </div>
            </article>
            <p class="paper__note">{cx.t("certificate-demonstration")}</p>
            <p class="paper__tools">
                <PrintButton label=cx.t("certificate-print")/>
                <a href=cx.href(paths::case(&certificate.case))>{cx.t("certificate-case")}</a>
                <a href=cx.href(paths::verify(&identifier))>{cx.t("certificate-verify")}</a>
            </p>
        </div>
    }
}

fn rows(cx: &Ctx, certificate: &CertificateView) -> Vec<SummaryRow> {
    let body = &certificate.body;
    let mut rows = vec![
        SummaryRow::new(cx.t("certificate-holder"), body.holder.clone()),
        SummaryRow::new(cx.t("certificate-holder-id"), body.holder_id_masked.clone()),
    ];
    let fields = body.fields.iter();
    rows.extend(fields.map(|(label, value)| SummaryRow::new(cx.plain(label), cx.text(value))));
    rows.push(SummaryRow::new(
        cx.t("certificate-issued-on"),
        cx.date(body.issued_on),
    ));
    let until = body.valid_until.map(|until| cx.date(until));
    let until = until.unwrap_or_else(|| cx.t("certificate-no-end").to_owned());
    rows.push(SummaryRow::new(cx.t("certificate-valid-until"), until));
    rows
}
