//! What is wrong with a working copy, and where to mend it.

use domain::catalogue::editing::{FieldPlace, Part};
use domain::catalogue::{DefinitionProblem as Problem, GuideProblem};
use domain::forms::{FormDefinition, Step};
use leptos::prelude::*;
use portal::catalogue::editor::Draft;
use portal::texts::Value;

use crate::page::Ctx;
use crate::paths;

/// Every problem, with a link to its part where that can be edited; `asked` when somebody has just tried to
/// hand it on.
pub(super) fn section(
    cx: &Ctx,
    draft: &Draft,
    found: &[Problem],
    asked: bool,
    editable: bool,
) -> AnyView {
    if found.is_empty() {
        return view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("editor-problems")}</h2>
                <p>{cx.t("editor-no-problems")}</p>
            </section>
        }
        .into_any();
    }
    let rows: Vec<_> = found
        .iter()
        .map(|problem| {
            let part = place(draft, problem);
            let text = words(cx, problem, &part);
            let href = paths::desk_draft_part(&draft.id, &part.to_string());
            if editable {
                view! { <li><a href=href>{text}</a></li> }.into_any()
            } else {
                view! { <li>{text}</li> }.into_any()
            }
        })
        .collect();
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let role = asked.then_some("alert");
    view! {
        <section class="sheet" role=role>
            <h2 class="sheet__title">{cx.t("editor-problems")}</h2>
            <p>{cx.tf("editor-problems-count", &[("n", count.into())])}</p>
            <ul class="prose">{rows}</ul>
        </section>
    }
    .into_any()
}

/// A problem in words: the key is the problem's name, the arguments are what it names. Who looks for a
/// text without one of the languages is told the part too, as its way through the document says little.
fn words(cx: &Ctx, problem: &Problem, part: &Part) -> String {
    let (key, at, mut other) = named(problem);
    if matches!(
        problem,
        Problem::WithoutChinese(_) | Problem::Untranslated(_)
    ) {
        other = cx.t(&format!("editor-part-{}", part.key())).to_owned();
    }
    cx.tf(
        key,
        &[("at", Value::from(at)), ("other", Value::from(other))],
    )
}

fn named(problem: &Problem) -> (&'static str, String, String) {
    let none = String::new;
    match problem {
        Problem::EmptyStep(at) => ("defect-empty-step", at.clone(), none()),
        Problem::TooManySteps => ("defect-too-many-steps", none(), none()),
        Problem::TooManyFields => ("defect-too-many-fields", none(), none()),
        Problem::TooManyExpressions => ("defect-too-many-expressions", none(), none()),
        Problem::TooManySlots => ("defect-too-many-slots", none(), none()),
        Problem::BadEarlyStep(at) => ("defect-early-step", at.clone(), none()),
        Problem::BadKey(at) => ("defect-key", at.clone(), none()),
        Problem::DuplicateKey(at) => ("defect-duplicate-key", at.clone(), none()),
        Problem::BadOptions(at) => ("defect-options", at.clone(), none()),
        Problem::BadRange(at) => ("defect-range", at.clone(), none()),
        Problem::BadGroup(at) => ("defect-group", at.clone(), none()),
        Problem::LockedWithoutSource(at) => ("defect-locked", at.clone(), none()),
        Problem::CannotBeFilled(at) => ("defect-cannot-be-filled", at.clone(), none()),
        Problem::BadCertificateLine(at) => ("defect-certificate-line", at.clone(), none()),
        Problem::AsksTwice { first, again } => ("defect-asks-twice", again.clone(), first.clone()),
        Problem::AsksWhatRegisterKnows(at) => ("defect-register-knows", at.clone(), none()),
        Problem::AcceptsNothing(at) => ("defect-accepts-nothing", at.clone(), none()),
        Problem::SlotNotInGuide(at) => ("defect-slot-not-in-guide", at.clone(), none()),
        Problem::BadExpression { place, problem } => {
            ("defect-expression", place.clone(), problem.clone())
        }
        Problem::UnknownField { place, field } => {
            ("defect-unknown-field", place.clone(), field.clone())
        }
        Problem::Fails { place, reason } => ("defect-fails", place.clone(), reason.clone()),
        Problem::NeverHolds(at) => ("defect-never-holds", at.clone(), none()),
        Problem::WithoutChinese(at) => ("defect-without-chinese", at.clone(), none()),
        Problem::Untranslated(at) => ("defect-untranslated", at.clone(), none()),
        Problem::PromisedTooLong => ("defect-promised-too-long", none(), none()),
        Problem::LimitsDiffer => ("defect-limits-differ", none(), none()),
        Problem::LimitTooLong => ("defect-limit-too-long", none(), none()),
        Problem::BadTypeCode => ("defect-type-code", none(), none()),
        Problem::FlowSize => ("defect-flow-size", none(), none()),
        Problem::FlowStepKey(at) => ("defect-flow-step-key", at.clone(), none()),
        Problem::FlowStepRole(at) => ("defect-flow-step-role", at.clone(), none()),
        Problem::ProcedureTwice => ("defect-procedure-twice", none(), none()),
        Problem::RuleBesideReview => ("defect-rule-beside-review", none(), none()),
        Problem::ExtensionTooLong => ("defect-extension-too-long", none(), none()),
        Problem::RenewalWithoutDate => ("defect-renewal-without-date", none(), none()),
        Problem::Guide(problem) => of_guide(problem),
        _ => of_joint(problem),
    }
}

/// What is wrong with the matters of a joint service. What is wrong with one of them is what it would be of a
/// service of its own.
fn of_joint(problem: &Problem) -> (&'static str, String, String) {
    let none = String::new;
    match problem {
        Problem::MatterKey(at) => ("defect-matter-key", at.clone(), none()),
        Problem::MatterOrder { matter, needs } => {
            ("defect-matter-order", matter.clone(), needs.clone())
        }
        Problem::MatterStep { matter, step } => {
            ("defect-matter-step", matter.clone(), step.clone())
        }
        Problem::MatterFlow(at) => ("defect-matter-flow", at.clone(), none()),
        Problem::JointFlow => ("defect-joint-flow", none(), none()),
        Problem::OfMatter { problem, .. } => named(problem),
        _ => ("defect-matter-count", none(), none()),
    }
}

fn of_guide(problem: &GuideProblem) -> (&'static str, String, String) {
    let none = String::new;
    match problem {
        GuideProblem::InstantDiffers => ("defect-instant-differs", none(), none()),
        GuideProblem::VisitsWithoutReason => ("defect-visits-without-reason", none(), none()),
        GuideProblem::NoWayFromAfar => ("defect-no-way-from-afar", none(), none()),
        GuideProblem::DepthWithVisits => ("defect-depth-with-visits", none(), none()),
        GuideProblem::ChannelsDiffer => ("defect-channels-differ", none(), none()),
        GuideProblem::FeeWithoutBasis(at) => ("defect-fee-without-basis", at.clone(), none()),
        GuideProblem::PaymentWithoutFee => ("defect-payment-without-fee", none(), none()),
        GuideProblem::Phones => ("defect-phones", none(), none()),
        GuideProblem::TopicWithoutAudience => ("defect-topic-without-audience", none(), none()),
        GuideProblem::NoFaq => ("defect-no-faq", none(), none()),
        GuideProblem::StepMissing(at) => ("defect-step-missing", (*at).to_owned(), none()),
        GuideProblem::StepsTooLong => ("defect-steps-too-long", none(), none()),
        GuideProblem::ResultWithoutSample => ("defect-result-without-sample", none(), none()),
        GuideProblem::ResultKind => ("defect-result-kind", none(), none()),
        GuideProblem::ElectronicDiffers => ("defect-electronic-differs", none(), none()),
        GuideProblem::CatchAllMaterial(at) => ("defect-catch-all", at.clone(), none()),
        GuideProblem::MaterialTwice(at) => ("defect-material-twice", at.clone(), none()),
        GuideProblem::NoLegalBasis => ("defect-no-legal-basis", none(), none()),
        GuideProblem::OpeningHours(at) => ("defect-opening-hours", at.clone(), none()),
        GuideProblem::NoPlace => ("defect-no-place", none(), none()),
    }
}

/// The part where a problem is mended.
fn place(draft: &Draft, problem: &Problem) -> Part {
    let form = &draft.definition.form;
    match problem {
        Problem::EmptyStep(at)
        | Problem::BadEarlyStep(at)
        | Problem::BadKey(at)
        | Problem::DuplicateKey(at)
        | Problem::BadOptions(at)
        | Problem::BadRange(at)
        | Problem::BadGroup(at)
        | Problem::LockedWithoutSource(at)
        | Problem::CannotBeFilled(at)
        | Problem::BadCertificateLine(at)
        | Problem::AsksTwice { again: at, .. }
        | Problem::AsksWhatRegisterKnows(at)
        | Problem::AcceptsNothing(at)
        | Problem::SlotNotInGuide(at)
        | Problem::NeverHolds(at) => of_key(draft, at),
        Problem::BadExpression { place, .. }
        | Problem::UnknownField { place, .. }
        | Problem::Fails { place, .. } => of_key(draft, place),
        Problem::WithoutChinese(path) | Problem::Untranslated(path) => of_path(form, path),
        Problem::TooManySteps
        | Problem::TooManyFields
        | Problem::TooManyExpressions
        | Problem::TooManySlots => Part::Form,
        Problem::PromisedTooLong | Problem::LimitsDiffer => Part::Guide,
        Problem::LimitTooLong
        | Problem::BadTypeCode
        | Problem::FlowSize
        | Problem::FlowStepKey(_)
        | Problem::FlowStepRole(_)
        | Problem::ProcedureTwice
        | Problem::RuleBesideReview
        | Problem::ExtensionTooLong
        | Problem::RenewalWithoutDate
        | Problem::MatterCount
        | Problem::MatterKey(_)
        | Problem::MatterOrder { .. }
        | Problem::MatterStep { .. }
        | Problem::MatterFlow(_)
        | Problem::JointFlow
        | Problem::OfMatter { .. } => Part::Handling,
        Problem::Guide(problem) => part_of(problem),
    }
}

const fn part_of(problem: &GuideProblem) -> Part {
    match problem {
        GuideProblem::InstantDiffers | GuideProblem::TopicWithoutAudience => Part::Basics,
        GuideProblem::VisitsWithoutReason
        | GuideProblem::NoWayFromAfar
        | GuideProblem::ChannelsDiffer
        | GuideProblem::OpeningHours(_)
        | GuideProblem::NoPlace => Part::Places,
        GuideProblem::DepthWithVisits => Part::Authority,
        GuideProblem::FeeWithoutBasis(_) | GuideProblem::PaymentWithoutFee => Part::Fees,
        GuideProblem::NoFaq => Part::Faq,
        GuideProblem::StepMissing(_) | GuideProblem::StepsTooLong => Part::Procedure,
        GuideProblem::CatchAllMaterial(_) | GuideProblem::MaterialTwice(_) => Part::Materials,
        GuideProblem::Phones
        | GuideProblem::ResultWithoutSample
        | GuideProblem::ResultKind
        | GuideProblem::ElectronicDiffers
        | GuideProblem::NoLegalBasis => Part::Guide,
    }
}

/// The part of a key, as problems name it: `flow`, a page, a slot, a question, `group/question`.
fn of_key(draft: &Draft, key: &str) -> Part {
    let form = &draft.definition.form;
    match key {
        "flow" | "certificate" => return Part::Handling,
        "choice" => return Part::Choice,
        _ => {}
    }
    if let Some(page) = form.steps.iter().position(|step| step.key == key) {
        return Part::Page(page + 1);
    }
    if let Some(part) = of_field(form, key) {
        return part;
    }
    let holds = |step: &Step| step.materials.iter().any(|slot| slot.key == key);
    if let Some(page) = form.steps.iter().position(holds) {
        return Part::Page(page + 1);
    }
    let mut scenarios = draft.definition.choice.scenarios.iter();
    if scenarios.any(|scenario| scenario.key == key) {
        return Part::Choice;
    }
    let mut materials = draft.definition.guide.materials.iter();
    if materials.any(|material| material.key == key) {
        Part::Materials
    } else {
        Part::Form
    }
}

/// The place of a question, by its key or that of a group and of the questions in its rows.
fn of_field(form: &FormDefinition, key: &str) -> Option<Part> {
    let mut keys = key.split('/');
    let first = keys.next()?;
    for (page, step) in form.steps.iter().enumerate() {
        for (section, fields) in step.sections.iter().enumerate() {
            let Some(at) = fields.fields.iter().position(|field| field.key == first) else {
                continue;
            };
            let mut levels = vec![at + 1];
            let mut field = fields.fields.get(at)?;
            for key in keys {
                let inner = field.kind.row_fields();
                let at = inner.iter().position(|field| field.key == key)?;
                levels.push(at + 1);
                field = inner.get(at)?;
            }
            return Some(Part::Field(FieldPlace {
                page: page + 1,
                section: section + 1,
                levels,
            }));
        }
    }
    None
}

/// The part of a path through the document, such as `form/steps/person/sections/1/fields/name/label`.
fn of_path(form: &FormDefinition, path: &str) -> Part {
    let names: Vec<&str> = path.split('/').collect();
    match names.as_slice() {
        ["guide", "materials", ..] => Part::Materials,
        ["guide", "conditions" | "rights" | "duties" | "review", ..] => Part::Conditions,
        ["guide", "places" | "on_site_reason" | "appointment", ..] => Part::Places,
        ["guide", "fees", ..] => Part::Fees,
        ["guide", "faq", ..] => Part::Faq,
        ["guide", "steps" | "special" | "intermediaries", ..] => Part::Procedure,
        ["guide", "authority", ..] => Part::Authority,
        ["guide", ..] => Part::Guide,
        ["choice", ..] => Part::Choice,
        ["form", "steps", step, rest @ ..] => {
            let page = form.steps.iter().position(|other| other.key == *step);
            let Some(page) = page else { return Part::Form };
            let mut after = rest.iter().skip_while(|name| **name != "fields").skip(1);
            let field = after.next().and_then(|key| of_field(form, key));
            field.unwrap_or(Part::Page(page + 1))
        }
        ["form", ..] => Part::Form,
        _ => Part::Handling,
    }
}
