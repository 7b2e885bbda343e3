//! Trying the conditions of a working copy out on example answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::forms::{
    Answers, Expression, Field, FieldKind, FormDefinition, Reading, apply_posted, cell,
};
use leptos::prelude::*;
use portal::catalogue::editor::Draft;

use crate::desk::services::doors::trial_form;
use crate::desk::services::posted::DRAFT;
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Breadcrumb, Button, Choice, Choices, Empty, Select, Table, Tag, TagKind, TextField,
};

/// The row of a group that examples are given for.
const ROW: &str = "1";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let (id, officer) = (params.path("id"), cx.officer()?);
    let editor = cx.portal.catalogue().editor();
    let draft = editor
        .draft(officer, id)
        .await?
        .ok_or(PageError::NotFound)?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(&trial_form(id)).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    Ok(Page::new(cx.t("editor-try"), move || view(&cx, &draft, &kept)).layout(Layout::Desk))
}

pub(super) fn view(cx: &Ctx, draft: &Draft, kept: &Kept) -> impl IntoView + use<> {
    let form = &draft.definition.form;
    let name = super::words::name_or(cx, &draft.item.name, "editor-unnamed");
    let trail = vec![
        (paths::desk_services(), cx.t("editor-services").into()),
        (paths::desk_draft(&draft.id), name),
    ];
    let inputs: Vec<AnyView> = form
        .fields()
        .flat_map(|field| question(cx, kept, field, &field.key))
        .collect();
    let answers = answers(cx, form, kept);
    let reading = form.read(&answers, cx.today());
    view! {
        <div class="container container--wide stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{cx.t("editor-try")}</h1>
                <p class="lead">{cx.t("editor-try-about")}</p>
            </header>
            <section class="sheet stack stack--tight">
                <h2 class="sheet__title">{cx.t("editor-try-results")}</h2>
                {results(cx, draft, &reading)}
            </section>
            <form class="form" method="post" enctype="multipart/form-data" action=paths::door::SERVICE_TRY>
                <input type="hidden" name=DRAFT value=draft.id.clone()/>
                {inputs}
                <Button label=cx.t("editor-try-button")/>
            </form>
        </div>
    }
}

/// The examples as the form takes answers; every group has one row.
fn answers(cx: &Ctx, form: &FormDefinition, kept: &Kept) -> Answers {
    let posted: BTreeMap<String, Vec<String>> = kept
        .values
        .iter()
        .map(|(name, value)| (name.clone(), value.split('\n').map(str::to_owned).collect()))
        .collect();
    let mut answers = Answers::default();
    let groups = form
        .fields()
        .filter(|field| !field.kind.row_fields().is_empty());
    for group in groups {
        let is_given = posted.iter().any(|(name, values)| {
            name.starts_with(&format!("{}.", group.key))
                && values.iter().any(|value| !value.is_empty())
        });
        if is_given {
            answers.add_row(&group.key);
        }
    }
    for step in &form.steps {
        apply_posted(form, step, &mut answers, &posted, cx.today());
    }
    answers
}

/// The inputs of a question, those of one row where it is a group.
fn question(cx: &Ctx, kept: &Kept, field: &Field, key: &str) -> Vec<AnyView> {
    if field.computed.is_some() {
        return Vec::new();
    }
    let columns = field.kind.row_fields();
    if !columns.is_empty() {
        // Groups inside groups have rows of their own, which no example needs.
        let plain = columns
            .iter()
            .filter(|column| column.kind.row_fields().is_empty());
        return plain
            .flat_map(|column| question(cx, kept, column, &cell(key, ROW, &column.key)))
            .collect();
    }
    let label = cx.plain(&field.label);
    let label = if label.trim().is_empty() {
        field.key.clone()
    } else {
        label
    };
    let parts = field.kind.parts();
    if !parts.is_empty() {
        return parts
            .iter()
            .map(|part| {
                let aspect = cx.t(&format!("editor-aspect-{part}"));
                let arguments = [("label", label.clone().into()), ("aspect", aspect.into())];
                line(
                    kept,
                    &format!("{key}:{part}"),
                    cx.tf("editor-aspect", &arguments),
                )
            })
            .collect();
    }
    vec![one(cx, kept, &field.kind, key, label)]
}

fn one(cx: &Ctx, kept: &Kept, kind: &FieldKind, key: &str, label: String) -> AnyView {
    let options = |options: &[domain::forms::ChoiceOption]| -> Vec<Choice> {
        let option = |option: &domain::forms::ChoiceOption| {
            Choice::new(option.value.clone(), cx.plain(&option.label))
        };
        options.iter().map(option).collect()
    };
    let offered = match kind {
        FieldKind::Choices { options: all } => {
            let chosen = kept.value(key).split('\n').map(str::to_owned).collect();
            return view! {
                <Choices name=key.to_owned() legend=label options=options(all) chosen=chosen many=true required=false/>
            }
            .into_any();
        }
        FieldKind::Choice { options: all } => options(all),
        FieldKind::YesNo => ["yes", "no"]
            .map(|word| Choice::new(word, cx.t(word)))
            .into(),
        FieldKind::Declaration { .. } => vec![Choice::new("yes", cx.t("yes"))],
        _ => return line(kept, key, label),
    };
    view! {
        <Select
            name=key.to_owned()
            label=label
            options=offered
            chosen=kept.value(key)
            blank=cx.t("editor-try-open")
            required=false
        />
    }
    .into_any()
}

fn line(kept: &Kept, name: &str, label: String) -> AnyView {
    view! { <TextField name=name.to_owned() label=label value=kept.value(name) required=false/> }
        .into_any()
}

/// Every condition with what comes of it.
fn results(cx: &Ctx, draft: &Draft, reading: &Reading<'_>) -> AnyView {
    let mut rows = Vec::new();
    for (what, key, condition) in conditions(cx, draft) {
        rows.push(vec![
            what.into_any(),
            view! { <code>{condition.source().to_owned()}</code> }.into_any(),
            outcome(cx, reading, condition, &key),
        ]);
    }
    if rows.is_empty() {
        return view! { <Empty text=cx.t("editor-try-none")/> }.into_any();
    }
    let head = ["editor-where", "editor-try-condition", "editor-try-result"]
        .map(|key| cx.t(key).into())
        .into();
    view! { <Table caption=cx.t("editor-try-results") head=head rows=rows hide_caption=true/> }
        .into_any()
}

fn outcome(cx: &Ctx, reading: &Reading<'_>, condition: &Expression, at: &str) -> AnyView {
    let (kind, key) = match reading.holds_at(condition, at) {
        Ok(Some(true)) => (TagKind::Success, "editor-try-holds"),
        Ok(Some(false)) => (TagKind::Neutral, "editor-try-fails"),
        Ok(None) => (TagKind::Info, "editor-try-waits"),
        Err(_) => (TagKind::Danger, "editor-try-broken"),
    };
    view! { <Tag kind=kind text=cx.t(key)/> }.into_any()
}

/// A condition with what it is about, and the key of the question that it stands at; none for what
/// stands at no question.
type Tried<'d> = (String, String, &'d Expression);

/// Every condition; those inside rows decide for the row of the example.
fn conditions<'d>(cx: &Ctx, draft: &'d Draft) -> Vec<Tried<'d>> {
    let definition = &draft.definition;
    let mut found = Vec::new();
    let add = |found: &mut Vec<Tried<'d>>, what: String, when: Option<&'d Expression>| {
        found.extend(when.map(|when| (what, String::new(), when)));
    };
    for step in &definition.form.steps {
        add(&mut found, cx.plain(&step.title), step.when.as_ref());
        for section in &step.sections {
            let title = section.title.as_ref().unwrap_or(&step.title);
            add(&mut found, cx.plain(title), section.when.as_ref());
            for field in &section.fields {
                add(&mut found, cx.plain(&field.label), field.when.as_ref());
                found.extend(in_row(cx, field));
            }
        }
        for slot in &step.materials {
            add(&mut found, cx.plain(&slot.name), slot.when.as_ref());
        }
    }
    for material in &definition.guide.materials {
        add(&mut found, cx.plain(&material.name), material.when.as_ref());
    }
    for scenario in &definition.choice.scenarios {
        add(&mut found, cx.plain(&scenario.name), scenario.when.as_ref());
    }
    for rule in &definition.choice.eligibility {
        add(&mut found, cx.plain(&rule.reason), Some(&rule.fails_when));
    }
    if let Some(automatic) = &definition.flow.automatic {
        add(
            &mut found,
            cx.t("editor-automatic").to_owned(),
            Some(&automatic.approve_when),
        );
    }
    found
}

/// The conditions of the questions of a row; those of rows inside rows have no example.
fn in_row<'d>(cx: &Ctx, group: &'d Field) -> impl Iterator<Item = Tried<'d>> {
    let about = cx.plain(&group.label);
    group.kind.row_fields().iter().filter_map(move |column| {
        let what = format!("{about} › {}", cx.plain(&column.label));
        let key = cell(&group.key, ROW, &column.key);
        Some((what, key, column.when.as_ref()?))
    })
}
