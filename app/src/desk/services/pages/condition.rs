//! A condition: sentences to choose together, and the expression below for those who can write one.

use domain::catalogue::editing::{CLAIMS, MAX_TESTS, SubjectOffer};
use domain::forms::MAX_GROUPS;
use leptos::prelude::*;

use super::inputs::Form;
use crate::ui::{Choice, Choices, Disclosure, Select, TextArea, TextField};

/// Rows that wait to be filled in. Without a script, more come with the next saving.
const EMPTY_ROWS: usize = 2;

pub(super) fn fieldset(form: &Form<'_>, name: &str, label: &'static str) -> AnyView {
    let cx = form.cx;
    let say = format!("{name}:say");
    let chosen = form.value(&say);
    let ways = ["none", "all", "any", "cel"]
        .map(|way| Choice::new(way, cx.t(&format!("editor-say-{way}"))));
    let in_cel = chosen == "cel";
    let filled = (1..=MAX_TESTS)
        .rev()
        .find(|place| !form.value(&format!("{name}:{place}:of")).is_empty())
        .unwrap_or_default();
    let rows: Vec<AnyView> = (1..=(filled + EMPTY_ROWS).min(MAX_TESTS))
        .map(|place| row(form, name, place, filled > 1))
        .collect();
    let cel = format!("{name}:cel");
    let open = chosen != "none" && !chosen.is_empty() || form.error(&say).is_some();
    let summary = if open {
        "editor-condition-there"
    } else {
        "editor-condition-none"
    };
    let summary = cx.tf(summary, &[("label", label.into())]);
    let ways = view! {
        <Choices
            name=say.clone()
            legend=label
            options=ways.into()
            chosen=vec![chosen]
            inline=true
            required=false
            error=form.error(&say)
        />
    };
    let area = view! {
        <TextArea
            name=cel.clone()
            label=cx.t("editor-cel-label")
            hint=cx.t("editor-cel-hint")
            value=form.value(&cel)
            error=form.error(&cel)
            rows=3
            required=false
        />
    };
    let (hint, expert) = (cx.t("editor-condition-hint"), cx.t("editor-cel"));
    let groups = (filled > 1).then(|| view! { <p class="hint">{cx.t("editor-group-hint")}</p> });
    view! {
        <Disclosure summary=summary open=open>
            {ways}
            <p class="hint">{hint}</p>
            {groups}
            {rows}
            <Disclosure summary=expert open=in_cel>{area}</Disclosure>
        </Disclosure>
    }
    .into_any()
}

/// One test. Two alone need no group.
fn row(form: &Form<'_>, name: &str, place: usize, grouped: bool) -> AnyView {
    let cx = form.cx;
    let part = |part: &str| format!("{name}:{place}:{part}");
    let label = |key: &str| {
        let n = i64::try_from(place).unwrap_or(i64::MAX);
        cx.tf(key, &[("n", n.into())])
    };
    let (of, is, value) = (part("of"), part("is"), part("value"));
    let chosen = form.value(&of);
    let mut questions: Vec<Choice> = form
        .sheet
        .subjects()
        .iter()
        .map(|offer| question(form, offer))
        .collect();
    let is_known = questions.iter().any(|question| question.value == chosen);
    if !chosen.is_empty() && !is_known {
        questions.push(Choice::new(chosen.clone(), chosen.clone()));
    }
    let claims = CLAIMS.map(|claim| Choice::new(claim, cx.t(&format!("editor-claim-{claim}"))));
    let claimed = match form.value(&is) {
        claimed if claimed.is_empty() => "is".to_owned(),
        claimed => claimed,
    };
    let group = grouped.then(|| group(form, part("in"), label("editor-test-group")));
    view! {
        <div class="editor__test">
            <Select
                name=of.clone()
                label=label("editor-test-question")
                options=questions
                chosen=chosen
                blank=cx.t("editor-test-none")
                error=form.error(&of)
                required=false
            />
            <Select
                name=is.clone()
                label=label("editor-test-claim")
                options=claims.into()
                chosen=claimed
                error=form.error(&is)
                required=false
            />
            <TextField
                name=value.clone()
                label=label("editor-test-value")
                value=form.value(&value)
                error=form.error(&value)
                required=false
            />
            {group}
        </div>
    }
    .into_any()
}

/// The group that a test belongs to.
fn group(form: &Form<'_>, name: String, label: String) -> AnyView {
    let cx = form.cx;
    let offered = (1..=MAX_GROUPS).map(|number| {
        let n = i64::try_from(number).unwrap_or(i64::MAX);
        Choice::new(
            number.to_string(),
            cx.tf("editor-group-n", &[("n", n.into())]),
        )
    });
    let chosen = form.value(&name);
    view! {
        <Select
            name=name
            label=label
            options=offered.collect()
            chosen=chosen
            blank=cx.t("editor-group-none")
            required=false
        />
    }
    .into_any()
}

fn question(form: &Form<'_>, offer: &SubjectOffer) -> Choice {
    let label = form.cx.plain(&offer.label);
    let label = match offer.aspect.key() {
        None => label,
        Some(aspect) => {
            let aspect = form.cx.t(&format!("editor-aspect-{aspect}"));
            form.cx.tf(
                "editor-aspect",
                &[("label", label.into()), ("aspect", aspect.into())],
            )
        }
    };
    let label = if label.trim().is_empty() {
        offer.name.clone()
    } else {
        label
    };
    Choice::new(offer.name.clone(), label)
}
