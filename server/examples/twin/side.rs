//! The box beside a guide.

use app::paths;
use domain::catalogue::Guide;
use maud::{Markup, html};
use portal::catalogue::ItemView;

use super::pieces::{phone, summary_list};
use super::words::{of, t};

/// The way in, then whom to ask.
pub fn bar(item: &ItemView, guide: &Guide) -> Markup {
    html! {
        aside class="guide__sidebar" aria-label=(t("guide-side")) {
            div class="guide__start" {
                form class="stack stack--tight" method="post" action=(paths::door::START) {
                    input type="hidden" name="item" value=(item.row.code.as_str());
                    button class="button" type="submit" { (t("apply")) }
                    p class="muted" { (t("apply-sign-in")) }
                }
            }
            div class="guide__help" { (help(item, guide)) }
        }
    }
}

fn help(item: &ItemView, guide: &Guide) -> Markup {
    let there = |number: &'_ &str| !number.is_empty();
    let consult = Some(guide.consult_phone.as_str())
        .filter(there)
        .or(item.department.phone.as_deref());
    let complain = Some(guide.complaint_phone.as_str()).filter(there);
    let department = html! {
        a class="guide__department" href=(paths::department(&item.department.code)) {
            (of(&item.department.name))
        }
    };
    let mut rows = vec![(t("item-department"), department)];
    rows.extend(consult.map(|number| (t("guide-consult"), phone(number))));
    rows.extend(complain.map(|number| (t("guide-complain"), phone(number))));
    summary_list(&rows)
}
