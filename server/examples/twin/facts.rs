//! What the catalogue knows of an item, and who holds the power behind it.

use domain::catalogue::{Authority, Guide};
use domain::{Locale, Text};
use maud::{Markup, html};
use portal::catalogue::ItemView;

use super::pieces::{disclosure, summary_list};
use super::words::{listed, of, t};

/// Both, the power folded.
pub fn all(item: &ItemView, guide: &Guide) -> Markup {
    let power = summary_list(&power(&guide.authority));
    html! {
        (summary_list(&listing(item)))
        (disclosure(t("guide-authority"), &power))
    }
}

fn listing(item: &ItemView) -> Vec<(&'static str, Markup)> {
    let row = &item.row;
    let mut rows = vec![(t("item-department"), html! { (of(&item.department.name)) })];
    if let Some(name) = item.main_item.as_deref()
        && name != row.name.get(Locale::ZhHans)
    {
        rows.push((t("item-main-item"), html! { (name) }));
    }
    rows.push((t("item-type"), html! { (t(row.item_type.key())) }));
    if let Some(handling) = row.handling {
        rows.push((t("item-handling"), html! { (t(handling.key())) }));
    }
    if !row.audiences.is_empty() {
        let audiences = listed(row.audiences.iter().map(|audience| audience.key()));
        rows.push((t("items-audience"), html! { (audiences) }));
    }
    rows.push((t("item-code"), number(row.code.as_str())));
    if let Some(version) = item.version {
        rows.push((t("item-version"), html! { (version) }));
    }
    rows
}

fn number(code: &str) -> Markup {
    html! { span class="number" { (code) } }
}

fn power(authority: &Authority) -> Vec<(&'static str, Markup)> {
    let coded = |key: Option<&'static str>| key.map(|key| html! { (t(key)) });
    let written = |text: &Option<Text>| text.as_ref().map(|text| html! { (of(text)) });
    let code = |code: &Option<String>| code.as_deref().map(number);
    let joint: Vec<_> = authority.joint.iter().map(of).collect();
    let joint = joint.join(t("list-separator"));
    let rows = [
        ("authority-nature", coded(Some(authority.nature.key()))),
        ("authority-source", coded(Some(authority.source.key()))),
        (
            "authority-level",
            coded(authority.level.map(|one| one.key())),
        ),
        ("authority-delegated-by", written(&authority.delegated_by)),
        ("authority-handled-by", written(&authority.handled_by)),
        (
            "authority-joint",
            (!joint.is_empty()).then(|| html! { (joint) }),
        ),
        (
            "authority-scope",
            coded(authority.scope.map(|one| one.key())),
        ),
        (
            "authority-depth",
            coded(authority.depth.map(|one| one.key())),
        ),
        ("authority-quota", written(&authority.quota)),
        ("authority-base-code", code(&authority.base_code)),
        ("authority-handling-code", code(&authority.handling_code)),
        ("authority-credit-code", code(&authority.credit_code)),
    ];
    rows.into_iter()
        .filter_map(|(key, value)| value.map(|value| (t(key), value)))
        .collect()
}
