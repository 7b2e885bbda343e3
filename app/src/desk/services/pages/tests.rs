//! The pages of the editor, rendered from a service of the demonstration city.

use std::collections::BTreeSet;

use chrono::DateTime;
use domain::catalogue::ServiceDefinition;
use domain::catalogue::editing::{Difference, DraftState, Part, Sheet, WorkingCopy};
use domain::{AccountId, DepartmentCode, Locale};
use leptos::prelude::*;
use portal::catalogue::editor::{Draft, Fate, Incoming, Preview};
use serde_json::Value;

use super::inputs::Form;
use super::{discard, draft, exchange, problems, trial};
use crate::page::testing::{context, officer};
use crate::page::{Ctx, Kept, Surface};
use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

const SEED: &str =
    include_str!("../../../../../portal/seed/items/individual-business-registration.json");

fn sample() -> Draft {
    sample_of(SEED)
}

fn sample_of(seed: &str) -> Draft {
    let mut seed: Value = serde_json::from_str(seed).unwrap();
    let mut definition: ServiceDefinition =
        serde_json::from_value(seed["definition"].take()).unwrap();
    definition.guide.summary.zh = HOSTILE.to_owned();
    definition.form.steps[0].title.zh = HOSTILE.to_owned();
    let mut item: domain::catalogue::ServiceItem =
        serde_json::from_value(seed["item"].take()).unwrap();
    item.department = DepartmentCode::new("police");
    Draft {
        id: "d-1".to_owned(),
        copy: WorkingCopy {
            department: DepartmentCode::new("police"),
            state: DraftState::Editing,
            authors: BTreeSet::from([AccountId::new("officer")]),
            revision: 3,
        },
        item,
        definition,
        base_version: Some(1),
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
        updated_by: AccountId::new("officer"),
    }
}

/// Every part of the document down to the questions of rows.
fn parts(document: &Value) -> Vec<Part> {
    let mut parts: Vec<Part> = Part::ALL.into();
    let count = |pointer: &str| {
        document
            .pointer(pointer)
            .and_then(Value::as_array)
            .map_or(0, Vec::len)
    };
    for page in 0..count("/definition/form/steps") {
        parts.push(Part::Page(page + 1));
        let step = format!("/definition/form/steps/{page}/sections");
        for section in 0..count(&step) {
            for field in 0..count(&format!("{step}/{section}/fields")) {
                let text = format!("field-{}-{}-{}", page + 1, section + 1, field + 1);
                parts.push(Part::parse(&text).unwrap());
            }
        }
    }
    parts
}

fn no_text_is_missing(html: &str) {
    for beginning in [
        "editor-",
        "defect-",
        "draft-state-",
        "register-field-",
        "relation-",
    ] {
        let missing = html
            .match_indices(beginning)
            .map(|(at, _)| html[at..].chars().take(50).collect());
        assert_eq!(missing.collect::<Vec<String>>(), Vec::<String>::new());
    }
}

fn part_html(cx: &Ctx, draft: &Draft, part: Part, problems: &[(String, String)]) -> String {
    let sheet = Sheet::open(part, draft.document().unwrap(), Locale::En).unwrap();
    html(|| {
        let values = sheet.shown();
        let form = Form::new(cx, &draft.id, &sheet, values, problems);
        view! { <form>{form.all()}</form> }
    })
}

#[tokio::test]
async fn every_part_has_a_page_with_all_its_texts() {
    let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/services").await;
    let draft = sample();
    for part in parts(&draft.document().unwrap()) {
        let html = part_html(&cx, &draft, part.clone(), &[]);
        if matches!(part, Part::Guide | Part::Page(1)) {
            assert_escaped(&html);
        }
        no_text_is_missing(&html);
        let ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(
            unique.len(),
            ids.len(),
            "an id stands twice on the page of {part}"
        );
    }
}

#[tokio::test]
async fn problems_lead_to_their_input() {
    let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/services").await;
    let problems = [(
        "on_site_visits".to_owned(),
        "editor-problem-number".to_owned(),
    )];
    let html = part_html(&cx, &sample(), Part::Places, &problems);
    assert_contains(
        &html,
        &[
            "id=\"field-on_site_visits\"",
            "aria-invalid=\"true\"",
            "Enter a whole number",
        ],
    );
}

#[tokio::test]
async fn a_working_copy_shows_what_can_be_done_and_what_is_wrong() {
    let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/services").await;
    let mut draft = sample();
    let html_of = |draft: &Draft| {
        html(|| draft::view(&cx, draft, &["Jiang".to_owned()], &Kept::default(), None))
    };
    let sound = html_of(&draft);
    no_text_is_missing(&sound);
    assert_contains(
        &sound,
        &[
            "/desk/services/drafts/d-1/edit/materials",
            "value=\"submit\"",
        ],
    );
    assert!(
        !sound.contains("value=\"approve\""),
        "who wrote it may not approve it"
    );
    draft.definition.guide.legal_basis.clear();
    draft.definition.guide.consult_phone.clear();
    draft.definition.form.steps[0].sections.clear();
    draft.definition.form.steps[0].materials.clear();
    let unsound = html_of(&draft);
    no_text_is_missing(&unsound);
    assert_contains(
        &unsound,
        &["No law is named", "/edit/page-1\"", "/edit/guide\""],
    );
    draft.copy.state = DraftState::InReview {
        by: AccountId::new("officer"),
        at: DateTime::UNIX_EPOCH,
    };
    let waiting = html_of(&draft);
    assert!(
        !waiting.contains("/edit/materials"),
        "nothing can be edited meanwhile: {waiting}"
    );
    let found = draft.definition.check(&draft.item, cx.today());
    no_text_is_missing(&html(|| problems::section(&cx, &draft, &found, true, true)));
}

/// A service whose form asks about each of several people.
const WITH_ROWS: &str = include_str!("../../../../../portal/seed/items/food-business-licence.json");

#[tokio::test]
async fn conditions_inside_rows_are_tried_on_the_row_of_the_example() {
    let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/services").await;
    let draft = sample_of(WITH_ROWS);
    let results = |answer: Option<&str>| {
        let values = answer.map(|answer| ("staff.1.touches_food".to_owned(), answer.to_owned()));
        let kept = Kept {
            values: values.into_iter().collect(),
            problems: Vec::new(),
        };
        let page = html(|| trial::view(&cx, &draft, &kept));
        no_text_is_missing(&page);
        let count = |word: &str| {
            let rows = page
                .split("<tr")
                .filter(|row| row.contains("row.touches_food"));
            rows.filter(|row| row.contains(word)).count()
        };
        [
            count(">Holds<"),
            count("Does not hold"),
            count("is missing"),
        ]
    };
    let states = [results(Some("yes")), results(Some("no")), results(None)];
    assert_eq!(states, [[2, 0, 0], [0, 2, 0], [0, 0, 2]]);
}

#[tokio::test]
async fn giving_up_is_asked_for_on_a_page_of_its_own() {
    let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/services").await;
    let mut draft = sample();
    let offered = html(|| draft::view(&cx, &draft, &[], &Kept::default(), Some("discard")));
    no_text_is_missing(&offered);
    assert_contains(&offered, &["/desk/services/drafts/d-1/discard"]);
    assert!(
        !offered.contains("value=\"discard\""),
        "one press gives nothing up"
    );
    let asked = html(|| discard::view(&cx, &draft));
    no_text_is_missing(&asked);
    assert_contains(
        &asked,
        &[
            "value=\"discard\"",
            "name=\"revision\" value=\"3\"",
            "stays as it is",
        ],
    );
    draft.base_version = None;
    let new = html(|| discard::view(&cx, &draft));
    assert_contains(&new, &["never published"]);
    draft.copy.state = DraftState::Discarded {
        by: AccountId::new("officer"),
        at: DateTime::UNIX_EPOCH,
    };
    let over = html(|| draft::view(&cx, &draft, &[], &Kept::default(), None));
    no_text_is_missing(&over);
    assert!(!over.contains("/discard"), "it is over");
}

#[tokio::test]
async fn a_file_shows_what_it_would_change() {
    let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/services").await;
    let draft = sample();
    let differences: Vec<Difference> = (0..60)
        .map(|n| Difference {
            path: vec!["name".to_owned(), n.to_string()],
            before: Some(HOSTILE.to_owned()),
            after: None,
        })
        .collect();
    let one = |fate| Incoming {
        item: draft.item.clone(),
        definition: draft.definition.clone(),
        fate,
        differences: differences.clone(),
        problems: 0,
    };
    let preview = Preview {
        services: vec![one(Fate::Differs(60)), one(Fate::BeingWritten)],
        unchanged: 7,
    };
    let seen = html(|| exchange::view(&cx, Some(Ok(preview))));
    no_text_is_missing(&seen);
    assert_escaped(&seen);
    assert_contains(
        &seen,
        &[
            "7 services of the list",
            "60 differences",
            "value=\"take\"",
            "service.json",
        ],
    );
    let refused = vec![exchange::in_line(&cx, 12, "editor-problem-row-code")];
    let refused = html(|| exchange::view(&cx, Some(Err(refused))));
    no_text_is_missing(&refused);
    assert_contains(&refused, &["Line 12: a code has"]);
    assert!(!refused.contains("value=\"take\""));
}
