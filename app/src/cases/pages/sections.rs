//! The sections of a page of a form. What comes and goes with other answers keeps its place while it is
//! not there, so that [`crate::islands::LiveForm`] finds where it belongs.

use domain::forms::{Reading, Section, Step};
use leptos::prelude::*;

use super::fields::{Question, Sheet};
use crate::page::Ctx;

/// The sections of a step with their questions as controls.
pub(crate) fn sections(
    cx: &Ctx,
    sheet: &Sheet<'_>,
    reading: &Reading<'_>,
    step: &Step,
) -> Vec<AnyView> {
    step.sections
        .iter()
        .enumerate()
        .map(|(place, one)| section(cx, sheet, reading, one, place))
        .collect()
}

/// Questions that belong together, under their heading where they have one. A section without questions
/// is not there.
fn section(
    cx: &Ctx,
    sheet: &Sheet<'_>,
    reading: &Reading<'_>,
    one: &Section,
    place: usize,
) -> AnyView {
    let is_there = one.fields.iter().any(|field| reading.asks(&field.key));
    let body = is_there.then(|| {
        let questions: Vec<_> = one
            .fields
            .iter()
            .map(|field| {
                let key = field.key.clone();
                Question {
                    cx,
                    page: sheet,
                    reading,
                    field,
                    key,
                }
                .in_place()
            })
            .collect();
        let title = one
            .title
            .as_ref()
            .map(|title| view! { <h2>{cx.text(title)}</h2> });
        let intro = one
            .intro
            .as_ref()
            .map(|intro| view! { <p>{cx.text(intro)}</p> });
        view! { {title}{intro}{questions} }.into_any()
    });
    // No key has a full stop in front.
    part(&format!(".{place}"), body)
}

/// The place of something that comes and goes: empty and out of sight while it is not there.
pub(super) fn part(key: &str, body: Option<AnyView>) -> AnyView {
    let (key, is_away) = (key.to_owned(), body.is_none());
    view! { <div class="form__part" data-part=key hidden=is_away>{body}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use chrono::NaiveDate;
    use domain::cases::Fixed;
    use domain::forms::{Answers, FormDefinition, Materials};
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;
    use serde_json::{Value, json};

    use super::*;
    use crate::cases::way::keys;
    use crate::page::Surface;
    use crate::page::testing::{citizen, context};
    use crate::ui::testing::html;

    const VALUES: [&str; 4] = ["", "yes", "no", "7"];
    /// Questions of the form, of which the last is a group.
    const QUESTIONS: usize = 6;

    /// What a question is made of: its kind, and what it looks at.
    type Made = (u8, Option<(usize, &'static str)>);

    fn made() -> impl Strategy<Value = Vec<Made>> {
        let test = select(vec!["== true", "!= true", "== '7'", "!= null", "> 5"]);
        vec(
            (0..3_u8, proptest::option::of((0..QUESTIONS, test))),
            QUESTIONS,
        )
    }

    /// A form of one page in two sections, the second of which may come and go.
    fn form(made: &[Made]) -> FormDefinition {
        let when = |place: usize, looks: &Option<(usize, &str)>| {
            let looks = looks.as_ref().filter(|(at, _)| *at < place);
            looks.map_or(Value::Null, |(at, test)| json!(format!("q{at} {test}")))
        };
        let field = |place: usize, (kind, looks): &Made| {
            let kind = ["yes_no", "text", "number"][usize::from(*kind)];
            let mut field = json!({ "key": format!("q{place}"), "label": { "zh": "问" }, "kind": { "type": kind } });
            field["when"] = when(place, looks);
            if field["when"].is_null() && kind == "text" && place > 0 {
                field["computed"] = json!(format!("q{} == null ? 'no' : 'yes'", place - 1));
            }
            field
        };
        let mut fields: Vec<_> = made
            .iter()
            .enumerate()
            .map(|(at, made)| field(at, made))
            .collect();
        let column = json!({ "key": "n", "label": { "zh": "列" }, "kind": { "type": "text" },
            "when": "row.m == true || q0 == true" });
        let columns =
            json!([{ "key": "m", "label": { "zh": "列" }, "kind": { "type": "yes_no" } }, column]);
        fields.push(json!({ "key": "rows", "label": { "zh": "行" },
            "kind": { "type": "group", "row": { "zh": "行" }, "min": 2, "fields": columns } }));
        let second = fields.split_off(QUESTIONS / 2);
        let second = json!({ "title": { "zh": "二" }, "fields": second, "when": when(QUESTIONS / 2, &made[0].1) });
        let step = json!({ "key": "s", "title": { "zh": "步" }, "sections": [{ "fields": fields }, second] });
        serde_json::from_value(json!({ "steps": [step] })).unwrap()
    }

    fn page(cx: &Ctx, form: &FormDefinition, answers: &Answers) -> String {
        let reading = form.read(answers, NaiveDate::MIN);
        let (named, sources) = (BTreeMap::new(), BTreeMap::new());
        let sheet = Sheet {
            form,
            errors: &[],
            city: &[],
            named: &named,
            sources: &sources,
            people: &[],
            fixed: &Fixed::default(),
            asked: None,
        };
        html(|| sections(cx, &sheet, &reading, &form.steps[0]))
    }

    /// The controls of a page, each with the places around it, and the places with whether they are there.
    #[derive(Default)]
    struct Seen {
        controls: Vec<(String, Vec<String>)>,
        places: BTreeMap<String, bool>,
    }

    fn see(html: &str) -> Seen {
        let (mut seen, mut open) = (Seen::default(), Vec::new());
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            let attribute = |name: &str| {
                let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
                rest.split('"').next().map(str::to_owned)
            };
            if tag.starts_with("/div") {
                open.pop();
            } else if tag.starts_with("div") {
                let place = attribute("data-part");
                let is_there = !tag.contains(" hidden");
                seen.places
                    .extend(place.clone().map(|place| (place, is_there)));
                open.push(place);
            } else if let Some(name) = attribute("name") {
                seen.controls
                    .push((name, open.iter().flatten().cloned().collect()));
            }
        }
        assert!(open.is_empty(), "{html}");
        seen
    }

    /// The controls after the places of the one page were filled from the other, as `LiveForm` does it.
    fn renewed(old: &Seen, new: &Seen) -> Vec<String> {
        let is_other = |place: &&String| old.places.get(*place) != new.places.get(*place);
        let changed: BTreeSet<_> = new.places.keys().filter(is_other).collect();
        let within = |(_, around): &&(String, Vec<String>)| {
            around.iter().any(|place| changed.contains(place))
        };
        let stays = old.controls.iter().filter(|control| !within(control));
        let comes = new.controls.iter().filter(within);
        names(stays.chain(comes))
    }

    fn names<'c>(controls: impl Iterator<Item = &'c (String, Vec<String>)>) -> Vec<String> {
        let mut names: Vec<_> = controls.map(|(name, _)| name.clone()).collect();
        names.sort();
        names
    }

    #[test]
    fn with_scripts_and_without_the_same_is_asked_and_judged() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let (_folder, cx) =
            runtime.block_on(context(citizen("Lin"), Surface::Web, "/cases/c-1/steps/s"));
        let values = || vec(select(VALUES.to_vec()), QUESTIONS + 2);
        proptest!(ProptestConfig::with_cases(300), |(made in made(), first in values(), second in values())| {
            let form = form(&made);
            let answered = |values: &[&str]| {
                let mut answers = Answers::default();
                form.open_rows(&mut answers);
                let cells = ["rows.1.m", "rows.2.m"].map(str::to_owned);
                let keys = (0..QUESTIONS).map(|at| format!("q{at}")).chain(cells);
                for (key, value) in keys.zip(values).filter(|(_, value)| !value.is_empty()) {
                    answers.set_typed(&key, vec![(*value).to_owned()]);
                }
                answers
            };
            let (before, after) = (answered(&first), answered(&second));
            let (old, new) = (see(&page(&cx, &form, &before)), see(&page(&cx, &form, &after)));
            prop_assert_eq!(renewed(&old, &new), names(new.controls.iter()));

            let reading = form.read(&after, NaiveDate::MIN);
            let asked: BTreeSet<_> = keys(&form.steps[0], &reading).into_iter().collect();
            let groups = ["rows".to_owned(), "go".to_owned()];
            let there: BTreeSet<_> = new.controls.iter().map(|(name, _)| name.clone()).collect();
            let plain = |names: &BTreeSet<String>| names.iter().filter(|name| !groups.contains(name)).cloned().collect::<Vec<_>>();
            prop_assert_eq!(plain(&there), plain(&asked));
            for (_, problems) in reading.all_problems(&Materials::default()) {
                for problem in problems {
                    prop_assert!(asked.contains(&problem.field), "{} is judged and not asked", problem.field);
                }
            }
        });
    }
}
