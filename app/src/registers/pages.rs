//! Who has read what of the citizen's data 使用记录 (个人信息保护法 art. 44, 45).

use std::sync::Arc;

use leptos::prelude::*;
use portal::registers::AccessRecordView;

use crate::page::{Access, Ctx, Page, PageResult, Params, Route, route};
use crate::paths;
use crate::ui::{Empty, Table};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![route("/access-records", Access::Citizen, load)]
}

async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let records = cx
        .portal
        .registers()
        .my_access_records(cx.citizen()?)
        .await?;
    let title = cx.t("access-title");
    Ok(Page::new(title, move || view(&cx, &records)))
}

fn view(cx: &Ctx, records: &[AccessRecordView]) -> impl IntoView + use<> {
    let body = if records.is_empty() {
        view! { <Empty text=cx.t("access-none")/> }.into_any()
    } else {
        table(cx, records)
    };
    view! {
        <div class="container stack">
            <header class="page-header">
                <h1>{cx.t("access-title")}</h1>
                <p class="lead">{cx.t("access-lead")}</p>
            </header>
            {body}
            <p class="muted">{cx.t("access-complain")}</p>
        </div>
    }
}

fn table(cx: &Ctx, records: &[AccessRecordView]) -> AnyView {
    let head = [
        "access-at",
        "access-register",
        "access-fields",
        "access-purpose",
        "access-case",
    ];
    let head = head.map(|key| cx.t(key).into()).to_vec();
    let rows = records.iter().map(|record| row(cx, record)).collect();
    view! { <Table caption=cx.t("access-title") head=head rows=rows hide_caption=true/> }.into_any()
}

fn row(cx: &Ctx, record: &AccessRecordView) -> Vec<AnyView> {
    let fields = record
        .fields
        .iter()
        .map(|field| cx.t(&format!("register-field-{}", field.key())));
    let fields = fields.collect::<Vec<_>>().join(cx.t("list-separator"));
    let case = cx.href(paths::case(&record.case));
    vec![
        view! { <time>{cx.date_time(record.at)}</time> }.into_any(),
        cx.t(&format!("register-{}", record.register.key()))
            .into_any(),
        fields.into_any(),
        cx.t(&format!("purpose-{}", record.purpose)).into_any(),
        view! { <a href=case>{cx.text(&record.item_name)}</a> }.into_any(),
    ]
}
