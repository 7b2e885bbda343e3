//! Every component on one page, for development servers: where looks and accessibility are checked.

use std::sync::Arc;

use domain::forms::RegisterField;
use leptos::prelude::*;

use super::{
    Banner, BannerKind, Breadcrumb, Button, ButtonKind, ButtonLink, Card, Choice, Choices,
    Disclosure, Empty, ErrorSummary, ExistingFile, FileField, InputKind, Pagination, Panel,
    PrintButton, QrCode, SearchBox, Select, ServiceCard, StepIndicator, StepLabel, SummaryList,
    SummaryRow, TabLink, TabLinks, Table, Tag, TagKind, TextArea, TextField, Timeline, TimelineRow,
    field_id,
};
use crate::page::{Access, Ctx, Page, PageResult, Params, Route, route};
use crate::paths;

/// The gallery's line in the table of pages.
pub(crate) fn routes() -> Vec<Route> {
    vec![route("/dev/gallery", Access::Development, gallery).on_kiosk()]
}

async fn gallery(cx: Arc<Ctx>, _: Params) -> PageResult {
    let title = cx.t("site-name");
    Ok(Page::new(title, move || {
        view! {
            <div class="container stack">
                <Breadcrumb trail=vec![(paths::home(), cx.t("site-name").into())]/>
                <h1>{title}</h1>
                {around_a_form(&cx)}
                <div class="form">{fields(&cx)} {choices(&cx)} {file(&cx)} {buttons(&cx)}</div>
                {lists(&cx)}
                {messages(&cx)}
            </div>
        }
    }))
}

/// Sample words: the names of register fields exist in every language.
fn word(cx: &Ctx, field: RegisterField) -> &'static str {
    cx.t(&format!("register-field-{}", field.key()))
}

fn source(cx: &Ctx) -> String {
    let register = cx.t("register-population");
    let at = cx.date_time(cx.now);
    cx.tf(
        "source-register",
        &[("register", register.into()), ("at", at.into())],
    )
}

fn around_a_form(cx: &Ctx) -> impl IntoView + use<> {
    let steps = vec![
        StepLabel::new(word(cx, RegisterField::Name)).href(paths::dev_gallery()),
        StepLabel::new(word(cx, RegisterField::Address)),
        StepLabel::new(word(cx, RegisterField::Phone)),
    ];
    let errors = vec![
        (field_id("phone"), cx.t("hint-phone").to_owned()),
        (String::new(), cx.t("failure-409-text").to_owned()),
    ];
    view! {
        <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
        <StepIndicator current=2 steps=steps/>
    }
}

fn fields(cx: &Ctx) -> impl IntoView + use<> {
    view! {
        <TextField
            name="name"
            label=word(cx, RegisterField::Name)
            value=cx.t("site-name")
            source=source(cx)
            readonly=true
        />
        <TextField
            name="phone"
            label=word(cx, RegisterField::Phone)
            value="138"
            hint=cx.t("hint-phone")
            error=cx.t("hint-phone")
            kind=InputKind::Tel
            autocomplete="tel"
        />
        <TextField
            name="id"
            label=word(cx, RegisterField::ResidentId)
            hint=cx.t("hint-resident_id")
            kind=InputKind::Code
        />
        <TextField name="born" label=word(cx, RegisterField::BirthDate) kind=InputKind::Date required=false/>
        <TextArea name="address" label=word(cx, RegisterField::Address) value="1\n2" required=false/>
    }
}

fn choices(cx: &Ctx) -> impl IntoView + use<> {
    let options = || {
        vec![
            Choice::new("yes", cx.t("yes")).hint(cx.t("source-wrong")),
            Choice::new("no", cx.t("no")),
        ]
    };
    view! {
        <Choices
            name="status"
            legend=word(cx, RegisterField::SocialSecurityStatus)
            options=options()
            chosen=vec!["yes".to_owned()]
        />
        <Choices
            name="kinds"
            legend=word(cx, RegisterField::InsuranceKind)
            options=options()
            hint=cx.t("hint-choose-many")
            many=true
            required=false
        />
        <Select
            name="place"
            label=word(cx, RegisterField::InsuredPlace)
            options=options()
            blank=cx.t("select-blank")
        />
    }
}

fn file(cx: &Ctx) -> impl IntoView + use<> {
    let existing = vec![ExistingFile {
        name: "photo.jpg".to_owned(),
        bytes: 1_600_000,
        href: Some(paths::dev_gallery()),
        remove: Some(("go", "remove:1".to_owned())),
    }];
    view! {
        <FileField
            name="photo"
            label=cx.t("file-kind-jpeg")
            accept="image/jpeg"
            hint=cx.tf("file-hint", &[("kinds", cx.t("file-kind-jpeg").into())])
            existing=existing
        />
        <form id="gallery-remove" method="get" action=paths::dev_gallery()></form>
    }
}

fn buttons(cx: &Ctx) -> impl IntoView + use<> {
    view! {
        <div class="actions">
            <ButtonLink href=paths::dev_gallery() label=cx.t("pagination-next")/>
            <Button label=cx.t("print") kind=ButtonKind::Secondary form="gallery-remove"/>
            <Button label=cx.t("file-remove") kind=ButtonKind::Danger form="gallery-remove"/>
            <Button label=cx.t("back") kind=ButtonKind::Link form="gallery-remove"/>
            <PrintButton label=cx.t("print")/>
        </div>
    }
}

fn lists(cx: &Ctx) -> impl IntoView + use<> {
    let tab = |label: &'static str, current| TabLink {
        href: paths::dev_gallery(),
        label: label.into(),
        count: Some(3),
        current,
    };
    let summary = vec![
        SummaryRow::new(word(cx, RegisterField::Name), cx.t("site-name")).source(Some(source(cx))),
        SummaryRow::new(word(cx, RegisterField::Phone), "138").change(paths::dev_gallery()),
    ];
    let head = vec![
        word(cx, RegisterField::Name).into(),
        word(cx, RegisterField::Address).into(),
    ];
    let cells = vec![vec![
        cx.t("site-name").into_any(),
        cx.t("footer-operator").into_any(),
    ]];
    let help = cx.t("footer-help-text");
    let events = vec![
        TimelineRow::new(cx.date_time(cx.now), cx.t("sign-in")).who(Some(cx.t("desk-name"))),
        TimelineRow::new(cx.date_time(cx.now), cx.t("sign-out")).note(Some(cx.t("source-wrong"))),
    ];
    view! {
        <SearchBox action=paths::items() label=cx.t("search-label") id="gallery-search" large=true/>
        <TabLinks
            label=cx.t("nav-inbox")
            tabs=vec![tab(cx.t("nav-services"), true), tab(cx.t("nav-my-cases"), false)]
        />
        <SummaryList rows=summary/>
        <Table caption=cx.t("nav-access-records") head=head rows=cells/>
        <Timeline rows=events/>
        <Pagination page=10 pages=23 href=|_| paths::dev_gallery()/>
        <h2>{cx.t("nav-services")}</h2>
        <div class="grid">
            <Card title=cx.t("nav-verify") href=paths::verify("")>{help}</Card>
            <ServiceCard
                href=paths::items()
                name=cx.t("nav-my-certificates").into_any()
                department=cx.t("footer-operator").into_any()
                tags=vec![(TagKind::Success, cx.t("yes").into()), (TagKind::Warning, cx.t("no").into())]
            />
        </div>
    }
}

fn messages(cx: &Ctx) -> impl IntoView + use<> {
    let (text, empty) = (cx.t("failure-503-text"), cx.t("search-button"));
    let tags = [TagKind::Neutral, TagKind::Info, TagKind::Danger]
        .map(|kind| view! { <Tag text=cx.t("yes") kind=kind/> });
    let banners = [
        BannerKind::Info,
        BannerKind::Success,
        BannerKind::Warning,
        BannerKind::Danger,
    ]
    .map(|kind| view! { <Banner title=cx.t("failure-409-title") kind=kind>{text}</Banner> });
    view! {
        <p class="actions">{tags.collect_view()}</p>
        {banners.collect_view()}
        <Disclosure summary=cx.t("failure-409-title")>{text}</Disclosure>
        <Empty text=cx.t("failure-404-title")><a href=paths::items()>{empty}</a></Empty>
        <Panel title=cx.t("footer-help-title")><span class="number">"12345"</span></Panel>
        <QrCode text="https://example.org/verify" label=cx.t("nav-verify")/>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::shell::document;
    use domain::Locale;
    use portal::accounts::Actor;

    /// What stands between quotes after a name.
    fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
        let start = format!(" {name}=\"");
        html.split(start.as_str())
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect()
    }

    #[tokio::test]
    async fn ids_are_unique_and_everything_that_names_an_id_finds_it() {
        for (locale, surface) in [(Locale::ZhHans, Surface::Web), (Locale::En, Surface::Kiosk)] {
            let (_folder, mut cx) = context(Actor::Anonymous, surface, "/dev/gallery").await;
            cx.locale = locale;
            let cx = Arc::new(cx);
            let page = gallery(Arc::clone(&cx), Params::default()).await.unwrap();
            let html = document(&cx, page);
            let ids = values(&html, "id");
            for (at, id) in ids.iter().enumerate() {
                assert!(!ids[..at].contains(id), "two elements have the id {id}");
            }
            let names = ["for", "form", "aria-labelledby", "aria-describedby"];
            let named = names
                .iter()
                .flat_map(|name| values(&html, name))
                .flat_map(str::split_whitespace);
            let linked = values(&html, "href")
                .into_iter()
                .filter_map(|href| href.strip_prefix('#'));
            for id in named.chain(linked) {
                assert!(ids.contains(&id), "nothing has the id {id}");
            }
            assert!(!html.contains(" style="), "styles stand in the sheet only");
            let handler = |rest: &str| {
                rest.trim_start_matches(|letter: char| letter.is_ascii_lowercase())
                    .starts_with('=')
            };
            assert!(
                !html.split(" on").skip(1).any(handler),
                "handlers stand in islands only"
            );
        }
    }
}
