//! What is looked at.

use leptos::prelude::*;

use super::{Example, HOSTILE, here};
use crate::ui::words::own;
use crate::ui::{
    Card, Column, QrCode, ServiceCard, SortOrder, SummaryList, SummaryRow, Table, Tag, TagKind,
    Timeline, TimelineRow,
};

pub(super) fn examples() -> Vec<Example> {
    let tags = [
        ("neutral", TagKind::Neutral),
        ("info", TagKind::Info),
        ("success", TagKind::Success),
        ("warning", TagKind::Warning),
        ("danger", TagKind::Danger),
    ];
    let tags = tags.map(|(state, kind)| {
        Example::new("Tag", state, move || {
            view! { <p><Tag text=own("yes") kind=kind/></p> }.into_any()
        })
    });
    let mut all = vec![
        Example::new("Card", "link", || {
            let text = own("gallery-about");
            view! { <div class="grid"><Card title=own("nav-verify") href=here()>{text}</Card></div> }
                .into_any()
        }),
        Example::new("Card", "hostile", || {
            view! { <div class="grid"><Card title=HOSTILE>{own("gallery-long")}</Card></div> }
                .into_any()
        }),
        Example::new("ServiceCard", "default", service),
        Example::new("SummaryList", "default", summary),
        Example::new("Timeline", "default", timeline),
        Example::new("Table", "plain", plain_table),
        Example::new("Table", "sortable", sortable_table),
        Example::new("QrCode", "default", || {
            view! { <QrCode text="https://example.org/verify" label=own("nav-verify")/> }.into_any()
        }),
    ];
    all.extend(tags);
    all
}

fn service() -> AnyView {
    let tags = vec![
        (TagKind::Success, own("yes").into()),
        (TagKind::Warning, own("no").into()),
    ];
    view! {
        <div class="grid">
            <ServiceCard
                href=here()
                name=own("nav-my-certificates").into_any()
                department=own("gallery-value").into_any()
                tags=tags
            />
            <ServiceCard
                href=here()
                name=own("gallery-long").into_any()
                department=HOSTILE.into_any()
            />
        </div>
    }
    .into_any()
}

fn summary() -> AnyView {
    let rows = vec![
        SummaryRow::new(own("register-field-name"), own("gallery-value")),
        SummaryRow::new(own("register-field-address"), own("gallery-long"))
            .source(Some(own("register-population")))
            .change(here()),
        SummaryRow::new(HOSTILE, HOSTILE).change(here()),
    ];
    view! { <SummaryList rows=rows/> }.into_any()
}

fn timeline() -> AnyView {
    let rows = vec![
        TimelineRow::new("2026-11-21 10:00", own("sign-in")).who(Some(own("gallery-value"))),
        TimelineRow::new("2026-11-22 09:30", own("gallery-long")).note(Some(HOSTILE)),
    ];
    view! { <Timeline rows=rows/> }.into_any()
}

fn plain_table() -> AnyView {
    let head = vec![
        own("register-field-name").into(),
        own("register-field-address").into(),
    ];
    let rows = vec![
        vec![
            own("gallery-value").into_any(),
            own("gallery-long").into_any(),
        ],
        vec![HOSTILE.into_any(), "".into_any()],
    ];
    view! { <Table caption=own("nav-access-records") head=head rows=rows/> }.into_any()
}

fn sortable_table() -> AnyView {
    let head = vec![
        Column::new(own("gallery-month")).sorted_by(here(), None),
        Column::new(own("gallery-online"))
            .number()
            .sorted_by(here(), Some(SortOrder::Descending)),
        Column::new(own("gallery-counter")).number(),
    ];
    let row = |month: &'static str, online: &'static str, counter: &'static str| {
        Vec::from([month, online, counter].map(IntoAny::into_any))
    };
    let rows = vec![row("2026-10", "1280", "96"), row("2026-09", "907", "310")];
    view! { <Table caption=own("gallery-cases") head=head rows=rows/> }.into_any()
}
