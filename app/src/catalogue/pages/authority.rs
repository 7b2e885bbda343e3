//! Who holds the power behind a service, and how far it reaches 权力信息; folded, for those who want it.

use domain::Text;
use domain::catalogue::Authority;
use leptos::prelude::*;

use crate::page::Ctx;
use crate::ui::{Disclosure, SummaryList, SummaryRow};

/// Everything that the source says about the power.
pub(super) fn folded(cx: &Ctx, authority: &Authority) -> AnyView {
    let rows = rows(cx, authority);
    view! {
        <Disclosure summary=cx.t("guide-authority")><SummaryList rows=rows/></Disclosure>
    }
    .into_any()
}

fn rows(cx: &Ctx, authority: &Authority) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    let mut put = |key: &str, value: Option<AnyView>| {
        rows.extend(value.map(|value| SummaryRow::new(cx.t(key), value)));
    };
    let coded = |key: Option<&'static str>| key.map(|key| cx.t(key).into_any());
    let written = |text: &Option<Text>| text.as_ref().map(|text| cx.text(text));
    let code = |code: &Option<String>| {
        let code = code.clone()?;
        Some(view! { <span class="number">{code}</span> }.into_any())
    };
    put("authority-nature", coded(Some(authority.nature.key())));
    put("authority-source", coded(Some(authority.source.key())));
    put(
        "authority-level",
        coded(authority.level.map(|one| one.key())),
    );
    put("authority-delegated-by", written(&authority.delegated_by));
    put("authority-handled-by", written(&authority.handled_by));
    let joint: Vec<_> = authority.joint.iter().map(|text| cx.plain(text)).collect();
    let joint = (!joint.is_empty()).then(|| joint.join(cx.t("list-separator")).into_any());
    put("authority-joint", joint);
    put(
        "authority-scope",
        coded(authority.scope.map(|one| one.key())),
    );
    put(
        "authority-depth",
        coded(authority.depth.map(|one| one.key())),
    );
    put("authority-quota", written(&authority.quota));
    put("authority-base-code", code(&authority.base_code));
    put("authority-handling-code", code(&authority.handling_code));
    put("authority-credit-code", code(&authority.credit_code));
    rows
}
