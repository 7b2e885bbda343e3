//! A guide as search engines read it: the names of government sites' articles, and schema.org's
//! `GovernmentService` with the way to its page.

use portal::catalogue::ItemView;
use serde_json::{Value, json};

use super::item::{listed, trail};
use crate::page::{Article, Ctx, Marks};
use crate::paths;

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
    let data = json!({
        "@context": "https://schema.org",
        "@graph": [service(cx, item, title, description), breadcrumbs(cx, item, title)],
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
    })
}

/// Where the service can be had: here, where it is online, and at the counters of the guide.
fn channels(cx: &Ctx, item: &ItemView, address: &str) -> Vec<Value> {
    let guide = item.definition.as_ref().map(|definition| &definition.guide);
    let languages = domain::Locale::ALL.map(domain::Locale::tag);
    let online = guide.map(|_| {
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
            },
        })
    });
    online.into_iter().chain(counters).collect()
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
