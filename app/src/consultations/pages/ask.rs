//! An officer asks another department about a case.

use std::sync::Arc;

use domain::consultations::{MAX_DAYS, MAX_QUESTION_CHARS, USUAL_DAYS};
use domain::{CaseId, DepartmentCode, Text};
use leptos::prelude::*;
use portal::desk::DeskCase;

use super::{news, status};
use crate::cases::pages::file_name;
use crate::consultations::doors::ask_form;
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Button, Choice, Choices, NumberField, Select, TextArea};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let id = CaseId::new(params.path("id"));
    let officer = cx.officer()?;
    let case = cx.portal.desk().open(officer, &id).await?;
    let case = case.filter(|case| case.is_own).ok_or(PageError::NotFound)?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(&ask_form(&id)).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    // What cannot be done any more is explained where the case is; what was typed meanwhile is shown here.
    if !case.view.case.state.can_be_consulted_on() && kept.problems.is_empty() {
        return Err(PageError::Redirect(paths::desk_case(&id)));
    }
    let departments = cx.portal.consultations().departments(officer).await?;
    let status = status(&kept);
    let title = cx.t("consultation-ask");
    Ok(
        Page::new(title, move || view(&cx, &case, &departments, &kept))
            .layout(Layout::Desk)
            .status(status),
    )
}

fn view(
    cx: &Ctx,
    case: &DeskCase,
    departments: &[(DepartmentCode, Text)],
    kept: &Kept,
) -> impl IntoView + use<> {
    let id = &case.view.case.id;
    let trail = vec![
        (paths::desk(), cx.t("desk-inbox").into()),
        (paths::desk_case(id), cx.plain(&case.view.item_name).into()),
    ];
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            {news(cx, kept)}
            <header class="page-header">
                <h1>{cx.t("consultation-ask")}</h1>
                <p class="lead">{cx.t("consultation-ask-lead")}</p>
            </header>
            <p>{cx.t("consultation-clock-goes-on")}</p>
            {form(cx, case, departments, kept)}
        </div>
    }
}

fn form(cx: &Ctx, case: &DeskCase, departments: &[(DepartmentCode, Text)], kept: &Kept) -> AnyView {
    let error = |name: &str| kept.problem(name).map(|key| cx.t(key));
    let options = departments.iter();
    let options = options.map(|(code, name)| Choice::new(code.to_string(), cx.plain(name)));
    let options: Vec<_> = options.collect();
    let days = match kept.value("days") {
        typed if typed.is_empty() && kept.problems.is_empty() => USUAL_DAYS.to_string(),
        typed => typed,
    };
    let hint = cx.tf(
        "consultation-days-hint",
        &[("most", i64::from(MAX_DAYS).into())],
    );
    let most = u16::try_from(MAX_QUESTION_CHARS).unwrap_or(u16::MAX);
    let (department, text) = (kept.value("department"), kept.value("text"));
    view! {
        <form class="form" method="post" action=paths::door::DESK_CONSULT>
            <input type="hidden" name="case" value=case.view.case.id.to_string()/>
            <Select
                name="department"
                label=cx.t("consultation-department")
                options=options
                chosen=department
                blank=cx.t("select-blank")
                error=error("department")
            />
            <TextArea
                name="text"
                label=cx.t("consultation-question")
                hint=cx.t("consultation-question-hint")
                value=text
                error=error("text")
                max=most
            />
            <NumberField
                name="days"
                label=cx.t("consultation-days-label")
                unit=cx.t("consultation-days-unit")
                hint=hint
                value=days
                error=error("days")
            />
            {materials(cx, case, kept)}
            <Button label=cx.t("consultation-send")/>
        </form>
    }
    .into_any()
}

/// The materials to choose from; none is chosen beforehand, since others read only what they need.
fn materials(cx: &Ctx, case: &DeskCase, kept: &Kept) -> Option<AnyView> {
    let reading = case.view.read(cx.today());
    let steps = reading.steps().into_iter();
    let slots: Vec<_> = steps.flat_map(|step| reading.materials(step)).collect();
    let options = case.view.materials.iter().filter(|file| !file.waits);
    let options = options.map(|file| {
        let slot = slots.iter().find(|slot| slot.key == file.slot);
        let name = file_name(cx, file);
        let label = slot.map_or_else(|| name.clone(), |slot| cx.plain(&slot.name));
        let lang = cx.lang_of(&name);
        Choice::new(file.id.to_string(), label)
            .hint(name)
            .hint_lang(lang)
    });
    let options: Vec<_> = options.collect();
    if options.is_empty() {
        return None;
    }
    let chosen = kept.value("materials");
    let chosen: Vec<_> = chosen.lines().map(str::to_owned).collect();
    Some(
        view! {
            <Choices
                name="materials[]"
                legend=cx.t("consultation-materials")
                hint=cx.t("consultation-materials-hint")
                options=options
                chosen=chosen
                many=true
                required=false
            />
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::testing::{case, with_photo};
    use crate::desk::pages::testing::desk_case;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[tokio::test]
    async fn nothing_is_shared_before_somebody_says_so() {
        let (_folder, cx) =
            context(officer("Jiang"), Surface::Web, "/desk/cases/c-1/consult").await;
        let case = desk_case(with_photo(case(&[]), HOSTILE));
        let departments = [(DepartmentCode::new("D-2"), Text::zh(HOSTILE))];
        let shown = |kept: &Kept| html(|| view(&cx, &case, &departments, kept));
        let fresh = shown(&Kept::default());
        assert_escaped(&fresh);
        assert_contains(
            &fresh,
            &[
                "action=\"/do/desk-consult\"",
                "value=\"D-2\"",
                "value=\"5\"",
                "name=\"materials[]\"",
                "value=\"m-1\"",
                "goes on",
            ],
        );
        assert!(!fresh.contains("checked"), "{fresh}");
        let mut kept = Kept::default();
        kept.values.insert("materials".to_owned(), "m-1".to_owned());
        kept.values.insert("text".to_owned(), HOSTILE.to_owned());
        kept.problems
            .push(("days".to_owned(), "consultation-days".to_owned()));
        let again = shown(&kept);
        assert_escaped(&again);
        assert_contains(&again, &["checked", "between 1 and 20"]);
    }
}
