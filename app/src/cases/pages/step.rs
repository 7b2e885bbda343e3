//! One step of the form.

use std::sync::Arc;

use domain::forms::{FieldProblem, MaterialSlot, Reading, Step, objection_name};
use leptos::prelude::*;
use portal::cases::{CaseView, EarlierAnswers, LibraryEntry, OfferedPerson};
use portal::catalogue::Division;

use super::fields::Sheet;
use super::notes::Note;
use super::sections::{part, sections};
use super::standing::correction;
use super::{earlier, material_slot, material_version, open, repair, trail};
use crate::cases::doors::NOTE_NOT_EDITABLE;
use crate::cases::posted::{CASE, GO, SEEN, SHOWN, STEP};
use crate::cases::way::{CHECK, FROM_REVIEW, MORE, kept_form, keys, noted, resume};
use crate::choice::pages::notice;
use crate::islands::LiveForm;
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, Button, ButtonKind, ErrorSummary, StepIndicator, StepLabel, field_id};

/// Everything that the page shows.
pub(super) struct StepPage {
    pub(super) view: CaseView,
    pub(super) step: Step,
    /// The applicant's own library of materials.
    pub(super) library: Vec<LibraryEntry>,
    /// The divisions of the city, which an address is chosen from.
    pub(super) divisions: Arc<Vec<Division>>,
    /// What the applicant has answered before to open questions of the step.
    earlier: EarlierAnswers,
    /// Whom the applicant can name without typing.
    people: Vec<OfferedPerson>,
    /// Key of the field or slot, empty for the whole form, and what is wrong with it.
    pub(super) errors: Vec<(String, String)>,
    more: bool,
    from_review: bool,
    note: Note,
}

impl StepPage {
    /// What is wrong with a field.
    pub(super) fn error(&self, key: &str) -> Option<String> {
        self.errors
            .iter()
            .find(|(field, _)| field == key)
            .map(|(_, text)| text.clone())
    }
}

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    let form = &view.definition.form;
    let step = form
        .step(params.path("key"))
        .ok_or(PageError::NotFound)?
        .clone();
    if !view.editable() {
        return Err(PageError::Redirect(noted(
            &paths::case(&view.case.id),
            NOTE_NOT_EDITABLE,
        )));
    }
    material_version::lead_over(&cx, &view).await?;
    if let Some(page) = repair::instead(&cx, &view).await? {
        return Ok(page);
    }
    let reading = view.read(cx.today());
    if !reading.steps().iter().any(|shown| shown.key == step.key) {
        return Err(PageError::Redirect(resume(&view, cx.today())));
    }
    drop(reading);
    let errors = match params.query(CHECK) {
        Some(_) => problems(&cx, &view, &step).await?,
        None => Vec::new(),
    };
    let status = if errors.is_empty() { 200 } else { 422 };
    let (cases, citizen) = (cx.portal.cases(), cx.citizen()?);
    let page = StepPage {
        more: params.query(MORE).is_some(),
        from_review: params.query(FROM_REVIEW).is_some(),
        note: Note::read(&params),
        errors,
        library: cases.library(citizen).await?,
        earlier: cases.earlier_answers(citizen, &view, &step).await?,
        people: cases.people(citizen, &view, &step).await?,
        step,
        divisions: cx.portal.catalogue().city_divisions().await?,
        view,
    };
    let title = cx.tf(
        "step-title",
        &[
            ("step", cx.plain(&page.step.title).into()),
            ("item", cx.plain(&page.view.item_name).into()),
        ],
    );
    Ok(Page::new(title, move || view_of(&cx, &page)).status(status))
}

/// What is wrong with the step: its answers by the rules, its files as they were refused.
async fn problems(
    cx: &Ctx,
    view: &CaseView,
    step: &Step,
) -> Result<Vec<(String, String)>, PageError> {
    let kept = cx
        .visitor
        .kept(&kept_form(&view.case.id, &step.key))
        .await?
        .unwrap_or_default();
    let mut found: Vec<_> = kept
        .problems
        .into_iter()
        .map(|(slot, key)| (slot, cx.t(&key).to_owned()))
        .collect();
    material_slot::waiting(cx, view, step, &mut found);
    for error in view
        .read(cx.today())
        .problems(step, &view.material_counts())
    {
        let place = match error.problem {
            FieldProblem::ObjectionTooLong => objection_name(&error.field),
            _ => error.field,
        };
        // A slot whose file was refused is empty because of that; one sentence is enough.
        if !found.iter().any(|(there, _)| *there == place) {
            found.push((place, problem(cx, &error.problem)));
        }
    }
    Ok(found)
}

/// A problem in words.
pub(crate) fn problem(cx: &Ctx, problem: &FieldProblem) -> String {
    if let FieldProblem::Check(message) = problem {
        return cx.plain(message);
    }
    match problem.number() {
        Some(number) => cx.tf(problem.key(), &[("n", number.into())]),
        None => cx.t(problem.key()).to_owned(),
    }
}

fn view_of(cx: &Ctx, page: &StepPage) -> impl IntoView + use<> {
    let intro = page
        .step
        .intro
        .as_ref()
        .map(|intro| view! { <p class="lead">{cx.text(intro)}</p> });
    let more = page.more.then(|| {
        let text = cx.t("step-more-text");
        view! { <Banner title=cx.t("step-more")><p>{text}</p></Banner> }
    });
    let against = (!page.step.early)
        .then(|| notice(cx, &page.view.definition, &page.view.answers))
        .flatten();
    view! {
        <div class="container container--narrow stack">
            {trail(cx, &page.view)}
            {indicator(cx, page)}
            <header class="stack stack--tight">
                <p class="muted">{cx.text(&page.view.item_name)}</p>
                <h1>{cx.text(&page.step.title)}</h1>
                {intro}
            </header>
            <ErrorSummary title=cx.t("error-summary-title") errors=summary(cx, page)/>
            {page.note.banner(cx)}
            {correction(cx, &page.view)}
            {against}
            {more}
            {form(cx, page)}
            {material_version::saved(cx, &page.view)}
        </div>
    }
}

/// All steps and the review at the end. They are no links: what has been typed would be lost.
fn indicator(cx: &Ctx, page: &StepPage) -> impl IntoView + use<> {
    let reading = page.view.read(cx.today());
    let steps = reading.steps();
    let current = steps
        .iter()
        .position(|step| step.key == page.step.key)
        .map_or(1, |place| place + 1);
    let labels = steps
        .iter()
        .map(|step| StepLabel::new(cx.plain(&step.title)));
    let labels = labels
        .chain([StepLabel::new(cx.t("review-title"))])
        .collect();
    view! { <StepIndicator current=current steps=labels/> }
}

/// The problems with the names of their questions, which a list needs and a field does not.
fn summary(cx: &Ctx, page: &StepPage) -> Vec<(String, String)> {
    let form = &page.view.definition.form;
    let label = |name: &str| {
        // What is said about an answer stands under a name of its own.
        let key = name.split(':').next().unwrap_or_default();
        let field = form.field(key).map(|field| &field.label);
        let slot = page
            .step
            .materials
            .iter()
            .find(|slot| slot.key == key)
            .map(|slot| &slot.name);
        field.or(slot).map(|label| cx.plain(label))
    };
    page.errors
        .iter()
        .map(|(key, text)| match label(key) {
            Some(label) => {
                let named = [("label", label.into()), ("problem", text.as_str().into())];
                (field_id(key), cx.tf("step-problem", &named))
            }
            None => (String::new(), text.clone()),
        })
        .collect()
}

fn form(cx: &Ctx, page: &StepPage) -> impl IntoView + use<> {
    let reading = page.view.read(cx.today());
    let sheet = Sheet {
        form: &page.view.definition.form,
        errors: &page.errors,
        city: &page.divisions,
        named: &page.view.divisions,
        sources: &page.view.sources,
        people: &page.people,
        fixed: &page.view.fixed,
        asked: page.view.case.state.asked(),
    };
    let fields = sections(cx, &sheet, &reading, &page.step);
    let materials: Vec<_> = page
        .step
        .materials
        .iter()
        .map(|slot| slot_in_place(cx, page, &reading, slot))
        .collect();
    let hidden = [
        (CASE, page.view.case.id.to_string()),
        (STEP, page.step.key.clone()),
        (SHOWN, keys(&page.step, &reading).join(",")),
        (SEEN, page.view.updated_at.timestamp_micros().to_string()),
    ]
    .map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    view! {
        <form
            class="form"
            method="post"
            action=paths::door::SAVE_STEP
            enctype="multipart/form-data"
            novalidate=true
        >
            {hidden.collect_view()}
            {pressed_by_return(page)}
            {earlier::offer(cx, &page.view, &page.earlier)}
            {fields}
            {materials}
            {at_once(cx, &page.step)}
            {buttons(cx, page)}
        </form>
    }
}

/// Answers a change at once where scripts run and where an answer decides about the page; elsewhere the
/// next request does.
fn at_once(cx: &Ctx, step: &Step) -> Option<impl IntoView + use<>> {
    let deciding: Vec<_> = step.deciding().into_iter().collect();
    let (deciding, changed) = (deciding.join(","), cx.t("step-changed"));
    (!deciding.is_empty()).then(|| {
        view! {
            <LiveForm>
                <span hidden=true data-deciding=deciding data-changed=changed></span>
            </LiveForm>
        }
    })
}

fn slot_in_place(
    cx: &Ctx,
    page: &StepPage,
    reading: &Reading<'_>,
    slot: &MaterialSlot,
) -> Option<AnyView> {
    let control = reading
        .asks(&slot.key)
        .then(|| material_slot::control(cx, page, slot));
    if slot.when.is_some() {
        Some(part(&slot.key, control))
    } else {
        control
    }
}

/// The value of the button that goes on.
fn onwards(page: &StepPage) -> &'static str {
    if page.from_review { "review" } else { "next" }
}

/// The return key presses the first button of a form; that must not be one that removes a file. Nobody
/// sees or reaches this one.
fn pressed_by_return(page: &StepPage) -> impl IntoView + use<> {
    view! {
        <button
            class="visually-hidden"
            type="submit"
            name=GO
            value=onwards(page)
            tabindex="-1"
            aria-hidden="true"
        ></button>
    }
}

fn buttons(cx: &Ctx, page: &StepPage) -> impl IntoView + use<> {
    let label = if page.from_review {
        "step-save-review"
    } else {
        "step-next"
    };
    let back = page
        .view
        .read(cx.today())
        .previous_step(&page.step.key)
        .map(|_| {
            view! { <Button label=cx.t("step-back") kind=ButtonKind::Link name=GO value="back"/> }
        });
    view! {
        <div class="actions">
            <Button label=cx.t(label) name=GO value=onwards(page)/>
            <Button label=cx.t("step-leave") kind=ButtonKind::Secondary name=GO value="leave"/>
            {back}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::forms::{AnswerSource, Relation};
    use domain::{CaseId, Text};
    use portal::cases::PersonChoice;

    use super::*;
    use crate::cases::testing::{case, with_photo};
    use crate::page::testing::{citizen, context};
    use crate::page::{Kept, Surface};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    async fn page(view: CaseView, check: bool) -> (Ctx, StepPage) {
        page_of(view, "you", check).await
    }

    async fn page_of(view: CaseView, step: &str, check: bool) -> (Ctx, StepPage) {
        let (_folder, cx) = context(citizen("Lin"), Surface::Web, "/cases/c-1/steps/you").await;
        let step = view.definition.form.step(step).unwrap().clone();
        let errors = if check {
            problems(&cx, &view, &step).await.unwrap()
        } else {
            Vec::new()
        };
        let note = Note::read(&Params::default());
        let page = StepPage {
            view,
            step,
            errors,
            more: false,
            from_review: false,
            note,
            divisions: Arc::default(),
            earlier: EarlierAnswers::default(),
            people: Vec::new(),
            library: Vec::new(),
        };
        (cx, page)
    }

    #[tokio::test]
    async fn every_kind_of_field_keeps_what_was_typed() {
        let typed = [
            ("phone", HOSTILE),
            ("kind", "b"),
            ("why", HOSTILE),
            ("help", "y"),
            ("children", "x"),
        ];
        let (cx, page) = page(with_photo(case(&typed), HOSTILE), false).await;
        let html = html(|| view_of(&cx, &page));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "action=\"/do/save-step\"",
                "enctype=\"multipart/form-data\"",
                "name=\"shown\" value=\"name,phone,children,since,kind,which,help,why,photo\"",
                "From the population register, read at 1970-01-01 08:00",
                "readonly",
                "value=\"x\"",
                "name=\"since:year\"",
                "data-max=\"300\"",
                "type=\"radio\"",
                "type=\"checkbox\"",
                "accept=\"image/jpeg,image/png\"",
                "value=\"remove:m-1\"",
                "href=\"/cases/c-1/materials/m-1\"",
                "Step 1 of 3",
            ],
        );
        assert_eq!(html.matches(" checked").count(), 2, "{html}");
        let first_button = html.find("<button").and_then(|at| html.get(at..at + 200));
        assert!(
            first_button.is_some_and(|button| button.contains("value=\"next\"")),
            "return goes on"
        );
    }

    #[tokio::test]
    async fn problems_are_derived_and_named() {
        let (cx, page) = page(case(&[("phone", "123"), ("since", "9999-01-01")]), true).await;
        let html = html(|| view_of(&cx, &page));
        assert_contains(
            &html,
            &[
                "such as 13800000000 (Phone)",
                "href=\"#field-kind\">Please choose (Kind)",
                "href=\"#field-since\">The date must not be after today (Since)",
                "id=\"field-phone-error\"",
                "value=\"123\"",
            ],
        );
        assert!(
            !html.contains("value=\"back\""),
            "there is no step before the first"
        );
    }

    #[tokio::test]
    async fn refused_files_are_told_at_their_slot() {
        let (cx, page) = page(case(&[]), false).await;
        let problems_of = |problems: Vec<(String, String)>| Kept {
            problems,
            ..Kept::default()
        };
        let kept = problems_of(vec![
            ("photo".into(), "upload-wrong-kind".into()),
            (String::new(), "step-cut-off".into()),
        ]);
        let form = kept_form(&page.view.case.id, "you");
        cx.visitor.keep(&form, kept).await.unwrap();
        let errors = problems(&cx, &page.view, &page.step).await.unwrap();
        let page = StepPage { errors, ..page };
        let html = html(|| view_of(&cx, &page));
        assert_contains(
            &html,
            &[
                "href=\"#field-photo\">This kind of file",
                "The upload did not finish",
            ],
        );
    }

    #[tokio::test]
    async fn what_was_filled_in_can_be_called_wrong() {
        let mut view = case(&[("phone", "13800000000")]);
        let (cx, page) = page(view.clone(), false).await;
        let html_of = |page: &StepPage| html(|| view_of(&cx, page));
        let calm = html_of(&page);
        assert_contains(
            &calm,
            &["“Name” is wrong</summary>", "name=\"name:objection\""],
        );
        assert!(
            !calm.contains("<details open class=\"disclosure\""),
            "{calm}"
        );
        assert!(!calm.contains("phone:objection"), "typed by the applicant");

        let long = HOSTILE.repeat(100);
        view.answers.object("name", &long);
        let (cx, page) = self::page(view, true).await;
        let html = html(|| view_of(&cx, &page));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "<details open class=\"disclosure\"",
                "href=\"#field-name:objection\">What you say is wrong is too long: 500 characters at most (Name)",
                "id=\"field-name:objection-error\"",
            ],
        );
    }

    #[tokio::test]
    async fn earlier_answers_and_people_are_offered() {
        let (cx, mut page) = page_of(case(&[]), "bank", false).await;
        let html_of = |page: &StepPage| html(|| view_of(&cx, page));
        assert!(!html_of(&page).contains("use-earlier"), "nothing to offer");
        let old = CaseId::new("c-0");
        let source = AnswerSource::Earlier {
            case: old.clone(),
            answered_at: DateTime::UNIX_EPOCH,
        };
        page.earlier
            .answers
            .choose("town", vec![HOSTILE.to_owned()], source);
        page.earlier.items.insert(
            old.clone(),
            Text::both("失业登记", "Registering as jobless"),
        );
        let person = |choice, relation, name: &str| OfferedPerson {
            choice,
            relation,
            name: name.to_owned(),
        };
        let (case, key) = (old, "child".to_owned());
        let named = PersonChoice::Named { case, key };
        page.people = vec![
            person(PersonChoice::Me, Relation::Me, "林亦诺"),
            person(named.clone(), Relation::Child, HOSTILE),
            person(named, Relation::Spouse, "周某"),
        ];
        let html = html_of(&page);
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "You have answered these questions before",
                "In your application “Registering as jobless” of 1970-01-01 08:00",
                "name=\"go\" value=\"use-earlier\"",
                "value=\"person:who=me\"",
                ">Myself: 林亦诺<span",
                "value=\"person:who=c-0/child\"",
                "Resident identity number, or unified social credit code",
                "My organisation",
            ],
        );
        assert!(
            !html.contains("周某"),
            "the question does not take a spouse"
        );
    }
}
