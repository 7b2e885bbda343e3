//! A guide as search engines read it: the names of government sites' articles, and schema.org's
//! `GovernmentService` with the way to its page.

use domain::catalogue::{Guide, Opening, Place};
use portal::catalogue::ItemView;
use serde_json::{Value, json};

use super::item::{listed, trail};
use crate::page::{Article, Ctx, Marks};
use crate::paths;

/// The days of a week as schema.org names them, Monday first.
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The marks of a guide's page.
pub(super) fn marks(cx: &Ctx, item: &ItemView, title: &str, description: &str) -> Marks {
    let topics = item
        .row
        .topics
        .iter()
        .map(|topic| super::topic_name(cx, *topic));
    let topics = listed(cx, topics);
    let keywords = [title, &topics].join(" ");
    let article = Article {
        title,
        description,
        keywords: keywords.trim(),
        source: &cx.plain(&item.department.name),
        published_at: item.changed_at,
    };
    let path = paths::item(&item.row.code);
    let mut graph = vec![
        service(cx, item, title, description),
        breadcrumbs(cx, item, title),
    ];
    let guide = item.definition.as_ref().map(|definition| &definition.guide);
    graph.extend(
        guide
            .filter(|guide| !guide.faq.is_empty())
            .map(|guide| faq(cx, guide)),
    );
    let data = json!({
        "@context": "https://schema.org",
        "@graph": graph,
    });
    Marks::article(cx, &path, &article).data(data)
}

fn service(cx: &Ctx, item: &ItemView, title: &str, description: &str) -> Value {
    let address = address(cx, &paths::item(&item.row.code));
    let audiences: Vec<Value> = item
        .row
        .audiences
        .iter()
        .map(|audience| json!({ "@type": "Audience", "audienceType": cx.t(audience.key()) }))
        .collect();
    let department = &item.department;
    json!({
        "@type": "GovernmentService",
        "@id": format!("{address}#service"),
        "name": title,
        "description": description,
        "url": address,
        "identifier": item.row.code.as_str(),
        "serviceType": cx.t(item.row.item_type.key()),
        "areaServed": {
            "@type": "AdministrativeArea",
            "name": cx.plain(&cx.site.facts.sponsor),
        },
        "audience": audiences,
        "provider": {
            "@type": "GovernmentOrganization",
            "name": cx.plain(&department.name),
            "telephone": department.phone,
            "address": department.address,
        },
        "availableChannel": channels(cx, item, &address),
        "serviceOutput": output(cx, item),
    })
}

/// What an approval gives; null where it gives nothing.
fn output(cx: &Ctx, item: &ItemView) -> Option<Value> {
    let definition = item.definition.as_ref()?;
    let result = definition.guide.result.as_ref()?;
    Some(json!({ "@type": "Permit", "name": cx.plain(&result.name) }))
}

/// Where the service can be had: here, where it is online, and at the counters of the guide.
fn channels(cx: &Ctx, item: &ItemView, address: &str) -> Vec<Value> {
    let guide = item.definition.as_ref().map(|definition| &definition.guide);
    let languages = domain::Locale::ALL.map(domain::Locale::tag);
    let online = guide.filter(|_| item.row.online).map(|_| {
        json!({
            "@type": "ServiceChannel",
            "serviceUrl": address,
            "availableLanguage": languages,
        })
    });
    let places = guide.into_iter().flat_map(|guide| &guide.places);
    let counters = places.map(|place| {
        json!({
            "@type": "ServiceChannel",
            "serviceLocation": {
                "@type": "Place",
                "name": cx.plain(&place.name),
                "address": cx.plain(&place.address),
                "telephone": place.phone,
                "openingHoursSpecification": hours(place),
            },
        })
    });
    online.into_iter().chain(counters).collect()
}

/// The hours of a counter, a line for each stretch.
fn hours(place: &Place) -> Vec<Value> {
    let stretch = |opening: &Opening| {
        let days: Vec<&str> = (opening.from_day..=opening.to_day)
            .filter_map(|day| DAYS.get(usize::from(day).checked_sub(1)?).copied())
            .collect();
        json!({
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": days,
            "opens": opening.opens.format("%H:%M").to_string(),
            "closes": opening.closes.format("%H:%M").to_string(),
        })
    };
    place.hours.iter().map(stretch).collect()
}

fn faq(cx: &Ctx, guide: &Guide) -> Value {
    let questions = guide.faq.iter().map(|faq| {
        json!({
            "@type": "Question",
            "name": cx.plain(&faq.question),
            "acceptedAnswer": { "@type": "Answer", "text": cx.plain(&faq.answer) },
        })
    });
    json!({ "@type": "FAQPage", "mainEntity": questions.collect::<Vec<_>>() })
}

fn breadcrumbs(cx: &Ctx, item: &ItemView, title: &str) -> Value {
    let here = (paths::item(&item.row.code), title.to_owned().into());
    let places: Vec<Value> = trail(cx, item)
        .into_iter()
        .chain([here])
        .zip(1..)
        .map(|((path, name), position)| {
            json!({
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": address(cx, &path),
            })
        })
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": places })
}

fn address(cx: &Ctx, path: &str) -> String {
    cx.site.facts.address_of(path, cx.locale)
}
