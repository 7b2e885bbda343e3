use portal::accounts::Actor;

use super::*;
use crate::choice::testing::{typed, view};
use crate::page::Surface;
use crate::page::testing::{citizen, context};
use crate::ui::testing::{assert_contains, html};

async fn shown(actor: Actor, surface: Surface, online: bool, given: &[(&str, &str)]) -> String {
    let (_folder, cx) = context(actor, surface, "/items/A-1/outcome").await;
    let page = OutcomePage {
        view: view(online),
        answers: typed(given),
        named: BTreeMap::new(),
    };
    html(|| body(&cx, &page))
}

#[tokio::test]
async fn who_cannot_apply_learns_why_and_what_is_right() {
    let html = shown(Actor::Anonymous, Surface::Web, true, &[("years", "9")]).await;
    assert_contains(
        &html,
        &[
            "You cannot apply",
            "You are under 16",
            "Wait until your birthday",
            "href=\"/items/A-2\"",
            "A card for a child",
            "href=\"/items/A-1/choose/situation#field-years\"",
        ],
    );
    assert!(!html.contains("/do/start"), "{html}");
    assert!(!html.contains("Proof"), "no material is asked for");
}

#[tokio::test]
async fn who_can_apply_gets_scenario_materials_and_the_way_in() {
    let given = [("years", "30"), ("kind", "new")];
    let html = shown(Actor::Anonymous, Surface::Web, true, &given).await;
    assert_contains(
        &html,
        &[
            "You can apply",
            "The first card",
            "Come early",
            "Photo",
            "2 copies",
            "We ask the department that has it",
            "Not needed in your case",
            "action=\"/do/start\"",
            "href=\"/items/A-1/checklist\"",
            "A new one",
            "Monday to Friday",
            "09:00–12:00, 13:00–17:00",
        ],
    );
}

#[tokio::test]
async fn what_is_open_is_said() {
    let html = shown(Actor::Anonymous, Surface::Web, true, &[("years", "30")]).await;
    assert_contains(
        &html,
        &[
            "One question is left",
            "This depends on: Which?",
            "href=\"/items/A-1/choose\"",
        ],
    );
    assert!(
        !html.contains("/do/start") && !html.contains("/checklist"),
        "{html}"
    );
}

#[tokio::test]
async fn a_service_that_is_not_online_says_where_to_go() {
    let given = [("years", "30"), ("kind", "lost")];
    let html = shown(citizen("Lin"), Surface::Web, false, &given).await;
    assert_contains(
        &html,
        &["Please apply at the counter", "1 Road", "Another card"],
    );
    assert!(!html.contains("/do/start"), "{html}");
}

#[tokio::test]
async fn at_a_kiosk_the_card_is_read_first_and_leads_back() {
    let given = [("years", "30"), ("kind", "lost")];
    let html = shown(Actor::Anonymous, Surface::Kiosk, true, &given).await;
    assert_contains(&html, &["href=\"/kiosk/card?next=/items/A-1/outcome\""]);
}

#[tokio::test]
async fn a_rule_that_does_not_work_decides_nothing() {
    let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/items/A-1/outcome").await;
    let mut view = view(true);
    let mut broken = (*view.definition).clone();
    broken.choice.eligibility[0].fails_when = "years / 0 > 1".into();
    view.definition = Arc::new(broken);
    let page = OutcomePage {
        view,
        answers: typed(&[("years", "9"), ("kind", "new")]),
        named: BTreeMap::new(),
    };
    let html = html(|| body(&cx, &page));
    assert_contains(&html, &["being repaired", "tel:09955500100"]);
    assert!(
        !html.contains("/do/start") && !html.contains("under 16"),
        "{html}"
    );
}
