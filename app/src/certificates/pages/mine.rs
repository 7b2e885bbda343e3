//! The citizen's certificates.

use std::sync::Arc;

use leptos::prelude::*;
use portal::certificates::CertificateView;

use super::state::state_tag;
use crate::page::{Ctx, Page, PageResult, Params, Surface};
use crate::paths;
use crate::ui::{ButtonLink, Card, Empty};

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let certificates = cx.portal.certificates().mine(cx.citizen()?).await?;
    Ok(Page::new(cx.t("certificates-title"), move || {
        view(&cx, &certificates)
    }))
}

fn view(cx: &Ctx, certificates: &[CertificateView]) -> impl IntoView + use<> {
    let cards: Vec<_> = certificates
        .iter()
        .map(|certificate| card(cx, certificate))
        .collect();
    let (find, label) = (cx.href(paths::items()), cx.t("certificates-find"));
    let empty = cards.is_empty().then(|| {
        view! {
            <Empty text=cx.t("certificates-empty")>
                <ButtonLink href=find label=label/>
            </Empty>
        }
    });
    // Files are nothing for a public machine.
    let library = (cx.surface == Surface::Web)
        .then(|| view! { <p><a href=paths::my_materials()>{cx.t("library-link")}</a></p> });
    view! {
        <div class="container">
            <header class="page-header">
                <h1>{cx.t("certificates-title")}</h1>
                <p class="lead">{cx.t("certificates-lead")}</p>
            </header>
            <div class="grid">{cards}</div>
            {empty}
            {library}
        </div>
    }
}

fn card(cx: &Ctx, certificate: &CertificateView) -> impl IntoView + use<> {
    let href = cx.href(paths::certificate(&certificate.id));
    let state = state_tag(cx, certificate.state).into_any();
    let issuer = cx.text(&certificate.body.issuer);
    let (issued, on) = (
        cx.t("certificate-issued-on"),
        cx.date(certificate.body.issued_on),
    );
    view! {
        <Card title=cx.plain(&certificate.body.name) href=href>
            <p>{state}</p>
            <p>{issuer}</p>
            <p>{issued} " " {on}</p>
        </Card>
    }
}
