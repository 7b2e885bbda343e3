//! One service: its guide, or what is known of it where no guide is published.

use std::sync::Arc;

use domain::ItemCode;
use leptos::prelude::*;
use portal::catalogue::ItemView;
use portal::evaluations::Rating;

use super::words::{service_tags, topic_name};
use super::{glance, guide, side, structured};
use crate::page::{Ctx, Page, PageError, PageResult, Params, Surface};
use crate::paths;
use crate::ui::{Banner, BannerKind, Breadcrumb, SummaryList, SummaryRow, Tag, Words};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let code = ItemCode::parse(params.path("code")).map_err(|_| PageError::NotFound)?;
    let item = cx
        .portal
        .catalogue()
        .item(&code)
        .await?
        .ok_or(PageError::NotFound)?;
    let title = cx.plain(&item.row.name);
    let description = item
        .definition
        .as_ref()
        .map(|definition| cx.plain(&definition.guide.summary))
        .unwrap_or_else(|| cx.tf("item-description", &[("name", title.as_str().into())]));
    let rating = cx.portal.evaluations().rating(&code).await?;
    let marks = structured::marks(&cx, &item, &title, &description);
    Ok(Page::new(title, move || view(&cx, &item, rating))
        .description(description)
        .marks(marks))
}

pub(crate) fn view(cx: &Ctx, item: &ItemView, rating: Option<Rating>) -> impl IntoView + use<> {
    let definition = item.definition.as_deref();
    let summary = definition
        .map(|definition| view! { <p class="lead">{cx.text(&definition.guide.summary)}</p> });
    let facts = definition.map(|definition| glance::facts(cx, item, &definition.guide));
    let contents = definition.map(|definition| guide::contents(cx, item, &definition.guide));
    let main = match definition {
        Some(definition) => guide::sections(cx, item, &definition.guide),
        None => unpublished(cx, item),
    };
    view! {
        <div class="container">
            <div class="guide">
                <div class="guide__top">
                    <Breadcrumb trail=trail(cx, item)/>
                    <header class="page-header">
                        <h1>{cx.text(&item.row.name)}</h1>
                        <p class="actions">{tags(cx, item)}</p>
                        {summary}
                        {published(cx, item)}
                        {rating.map(|rating| rated(cx, rating))}
                    </header>
                    {facts}
                </div>
                {side::sidebar(cx, item)}
                <div class="guide__main">{contents} {main}</div>
            </div>
        </div>
    }
}

/// Who says it and since when: every page of a government site does, as `YYYY-MM-DD HH:MM`.
fn published(cx: &Ctx, item: &ItemView) -> impl IntoView + use<> {
    let machine = item.changed_at.to_rfc3339();
    let at = cx.date_time(item.changed_at);
    view! { <p class="muted">{cx.t("item-published")} <time datetime=machine>{at}</time></p> }
}

/// How the service was rated, which leads to the published figures; a kiosk does not show those.
fn rated(cx: &Ctx, rating: Rating) -> impl IntoView + use<> {
    let reviews = i64::try_from(rating.reviews).unwrap_or(i64::MAX);
    let text = match rating.mean {
        Some(mean) => {
            let mean = format!("{}.{:02}", mean / 100, mean % 100);
            let said = [("mean", mean.into()), ("n", reviews.into())];
            cx.tf("item-rated", &said)
        }
        None => cx.tf("item-rated-by-few", &[("n", reviews.into())]),
    };
    let shown = if cx.surface == Surface::Kiosk {
        text.into_any()
    } else {
        view! { <a href=paths::evaluations()>{text}</a> }.into_any()
    };
    view! { <p class="muted">{shown}</p> }
}

/// The pages above a service's page.
pub(super) fn trail(cx: &Ctx, item: &ItemView) -> Vec<(String, Words)> {
    let mut trail = vec![
        (cx.href(paths::home()), cx.t("crumb-home").into()),
        (cx.href(paths::items()), cx.t("items-title").into()),
    ];
    if let Some(topic) = item.row.topics.first() {
        trail.push((
            cx.href(paths::items_by_topic(topic.key())),
            topic_name(cx, *topic).into(),
        ));
    }
    trail
}

fn tags(cx: &Ctx, item: &ItemView) -> Vec<impl IntoView + use<>> {
    let mut tags = service_tags(cx, &item.row);
    tags.push((
        crate::ui::TagKind::Neutral,
        cx.t(item.row.item_type.key()).into(),
    ));
    tags.into_iter()
        .map(|(kind, text)| view! { <Tag kind=kind text=text/> })
        .collect()
}

/// An item of the national list whose guide is not published here: it is handled at the counter.
fn unpublished(cx: &Ctx, item: &ItemView) -> AnyView {
    let text = cx.t("item-counter-text");
    view! {
        <Banner title=cx.t("item-counter-title") kind=BannerKind::Info>
            <p>{text}</p>
        </Banner>
        <section class="guide__section" aria-labelledby="item-facts">
            <h2 class="guide__title" id="item-facts">{cx.t("item-facts")}</h2>
            <SummaryList rows=facts(cx, item)/>
        </section>
    }
    .into_any()
}

/// What the catalogue itself knows of an item, with or without a guide.
pub(super) fn facts(cx: &Ctx, item: &ItemView) -> Vec<SummaryRow> {
    let row = &item.row;
    let mut rows = vec![SummaryRow::new(
        cx.t("item-department"),
        cx.text(&item.department.name),
    )];
    if let Some(name) = &item.main_item {
        let same = name.as_str() == row.name.get(domain::Locale::ZhHans);
        let name = domain::Text::zh(name.as_str());
        rows.extend((!same).then(|| SummaryRow::new(cx.t("item-main-item"), cx.text(&name))));
    }
    rows.push(SummaryRow::new(
        cx.t("item-type"),
        cx.t(row.item_type.key()),
    ));
    rows.extend(
        row.handling
            .map(|handling| SummaryRow::new(cx.t("item-handling"), cx.t(handling.key()))),
    );
    if !row.audiences.is_empty() {
        let audiences = row.audiences.iter().map(|audience| cx.t(audience.key()));
        rows.push(SummaryRow::new(
            cx.t("items-audience"),
            listed(cx, audiences),
        ));
    }
    let code = row.code.to_string();
    rows.push(SummaryRow::new(
        cx.t("item-code"),
        view! { <span class="number">{code}</span> },
    ));
    rows.extend(
        item.version
            .map(|version| SummaryRow::new(cx.t("item-version"), version.to_string())),
    );
    rows
}

/// Words of a list in one line.
pub(crate) fn listed(cx: &Ctx, words: impl Iterator<Item = &'static str>) -> String {
    words.collect::<Vec<_>>().join(cx.t("list-separator"))
}

#[cfg(test)]
mod tests {
    use domain::catalogue::ServiceDefinition;
    use domain::{DepartmentCode, Locale, Text};
    use portal::accounts::Actor;
    use portal::catalogue::{Department, ItemRow};
    use serde_json::Value;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{citizen, context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    const SEED: &str = include_str!("../../../../portal/seed/items/flexible-insurance.json");

    fn item(definition: bool, name: &str) -> ItemView {
        let seed: Value = serde_json::from_str(SEED).unwrap();
        let definition: Option<ServiceDefinition> =
            definition.then(|| serde_json::from_value(seed["definition"].clone()).unwrap());
        let row = ItemRow {
            code: ItemCode::parse("A-1").unwrap(),
            name: Text::zh(name),
            department: DepartmentCode::new("D-1"),
            department_name: Text::zh("人社局"),
            item_type: domain::catalogue::ItemType::PublicService,
            handling: None,
            online: definition.is_some(),
            guided: false,
            topics: vec![domain::catalogue::Topic::SocialSecurity],
            life_events: Vec::new(),
            groups: Vec::new(),
            audiences: vec![domain::catalogue::Audience::Person],
        };
        ItemView {
            department: Department {
                code: row.department.clone(),
                name: row.department_name.clone(),
                credit_code: None,
                region: domain::DivisionCode::new("990100"),
                phone: Some("099-55500100".into()),
                address: Some("云岭区 1 号".into()),
                items: 1,
            },
            row: Arc::new(row),
            main_item: Some(HOSTILE.into()),
            version: definition.is_some().then_some(1),
            definition: definition.map(Arc::new),
            departments: std::collections::BTreeMap::new(),
            changed_at: chrono::DateTime::UNIX_EPOCH,
        }
    }

    async fn shown(actor: Actor, surface: Surface, item: &ItemView) -> String {
        let (_folder, cx) = context(actor, surface, "/items/A-1").await;
        html(|| view(&cx, item, None))
    }

    #[tokio::test]
    async fn a_guide_answers_everything() {
        let html = shown(Actor::Anonymous, Surface::Web, &item(true, HOSTILE)).await;
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "action=\"/do/start\"",
                "name=\"item\" value=\"A-1\"",
                "1 working day",
                "Free of charge",
                "Business licence of the self-employed",
                "Not needed from you",
                "id=\"conditions\"",
                "href=\"#materials\"",
                "tel:09955500100",
                "第二十三条",
                "May I join only one of the two?",
                "administrative review within 60 days",
                "Opening hours",
                "Electronically, Collect at the counter",
            ],
        );
        assert!(
            !html.contains("/items/A-1/choose"),
            "this service asks nothing before"
        );
        let guide = &item(true, "").definition.unwrap().guide;
        let texts = guide
            .conditions
            .iter()
            .chain(&guide.rights)
            .chain(guide.steps.iter().map(|step| &step.name));
        for text in texts {
            let text = text.get(Locale::En).replace('&', "&amp;");
            assert!(html.contains(&text), "no {text:?}");
        }
    }

    #[tokio::test]
    async fn everything_that_is_published_of_a_service_is_shown() {
        let mut item = item(true, "参保");
        let mut row = (*item.row).clone();
        row.guided = true;
        row.online = false;
        item.row = Arc::new(row);
        let mut definition = (**item.definition.as_ref().unwrap()).clone();
        let guide = &mut definition.guide;
        let words = |words: &str| Text::both("字", words);
        guide.limit_note = Some(words("Counted from the inspection"));
        guide.special = serde_json::from_str(
            r#"[{"name": {"zh": "听证", "en": "Hearing"}, "limit": {"number": 3, "unit": "natural_days"}}]"#,
        )
        .unwrap();
        guide.intermediaries = serde_json::from_str(
            r#"[{"name": {"zh": "检测", "en": "A lab test"}, "basis": "某法"}]"#,
        )
        .unwrap();
        guide.fees = serde_json::from_str(
            r#"[{"name": {"zh": "费"}, "amount": "20 元", "basis": "文", "reduction": {"zh": "减", "en": "Free for students"}}]"#,
        )
        .unwrap();
        guide.online_payment = true;
        guide.duties = vec![words("Say the truth")];
        guide.appointment = Some(words("Book by phone"));
        guide.authority.quota = Some(words("Ten a year"));
        if let Some(place) = guide.places.first_mut() {
            place.transport = Some(words("Bus 5"));
        }
        item.definition = Some(Arc::new(definition));
        let html = shown(Actor::Anonymous, Surface::Web, &item).await;
        assert_contains(
            &html,
            &[
                "href=\"/items/A-1/choose\"",
                "Counted from the inspection",
                "Hearing",
                "3 days",
                "A lab test",
                "Free for students",
                "You can pay online",
                "Say the truth",
                "id=\"duties\"",
                "Book by phone",
                "Ten a year",
                "Bus 5",
                "href=\"/departments/D-1\"",
            ],
        );
        assert!(!html.contains("/do/start"), "it is not online");
    }

    #[tokio::test]
    async fn an_imported_item_is_for_the_counter() {
        let html = shown(citizen("Lin"), Surface::Web, &item(false, "开办学校")).await;
        assert_contains(
            &html,
            &[
                "<span lang=\"zh-Hans\">开办学校",
                "handled at the counter",
                "云岭区",
                "Public service",
                "A-1",
            ],
        );
        assert!(!html.contains("/do/start"), "{html}");
        assert!(!html.contains("href=\"#"), "there are no parts to lead to");
    }

    #[tokio::test]
    async fn a_guide_says_how_it_was_rated() {
        let guide = item(true, "参保");
        let rated = async |surface, reviews, mean| {
            let (_folder, cx) = context(Actor::Anonymous, surface, "/items/A-1").await;
            html(|| view(&cx, &guide, Some(Rating { reviews, mean })))
        };
        let link = "href=\"/evaluations\"";
        let many = rated(Surface::Web, 128, Some(462)).await;
        assert_contains(&many, &["Rated 4.62 of 5", "128 ratings", link]);
        let few = rated(Surface::Web, 1, None).await;
        assert_contains(&few, &["1 rating in", link]);
        assert!(!few.contains("of 5"), "{few}");
        let kiosk = rated(Surface::Kiosk, 5, Some(500)).await;
        assert_contains(&kiosk, &["Rated 5.00 of 5"]);
        assert!(!kiosk.contains(link), "{kiosk}");
        let none = shown(Actor::Anonymous, Surface::Web, &guide).await;
        assert!(!none.contains("rating"), "{none}");
    }

    #[tokio::test]
    async fn programs_read_the_guide_as_a_government_service() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/items/A-1").await;
        let item = item(true, HOSTILE);
        let page =
            Page::new(HOSTILE, || ()).marks(structured::marks(&cx, &item, HOSTILE, "What it is"));
        let html = crate::shell::document(&cx, page);
        assert_contains(
            &html,
            &[
                "name=\"ArticleTitle\"",
                "name=\"PubDate\" content=\"1970-01-01 08:00\"",
                "rel=\"canonical\" href=\"https://portal.example/items/A-1?lang=en\"",
            ],
        );
        let (_, data) = html
            .split_once("<script type=\"application/ld+json\">")
            .unwrap();
        let (data, _) = data.split_once("</script>").unwrap();
        let data: Value = serde_json::from_str(data).unwrap();
        let service = &data["@graph"][0];
        assert_eq!(service["@type"], "GovernmentService");
        assert_eq!(service["name"], HOSTILE);
        assert_eq!(service["identifier"], "A-1");
        assert_eq!(service["provider"]["telephone"], "099-55500100");
        let places = service["availableChannel"].as_array().unwrap();
        assert!(places.len() > 1, "the web and at least one counter");
        let crumbs = data["@graph"][1]["itemListElement"].as_array().unwrap();
        assert_eq!(crumbs.len(), 4);
        assert_eq!(crumbs[3]["position"], 4);
    }

    #[tokio::test]
    async fn the_way_in_depends_on_who_reads() {
        let item = item(true, "参保");
        let html = shown(officer("Wang"), Surface::Web, &item).await;
        assert!(!html.contains("/do/start"), "{html}");
        let html = shown(Actor::Anonymous, Surface::Kiosk, &item).await;
        assert_contains(&html, &["href=\"/kiosk/card?next=/items/A-1\""]);
        let html = shown(citizen("Lin"), Surface::Kiosk, &item).await;
        assert_contains(
            &html,
            &["/do/start", "href=\"/kiosk/items?topic=social_security\""],
        );
    }
}
