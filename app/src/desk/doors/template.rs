//! The texts that a department begins its opinions with.

use std::sync::Arc;

use domain::cases::EventKind;
use domain::desk::TemplateProblem;
use portal::desk::TemplateError;

use super::kept;
use crate::page::{Ctx, Door, DoorResult, PageError};
use crate::paths;

/// Name of the form in the officer's session.
pub(crate) const TEMPLATE_FORM: &str = "desk-template";

/// Keeps or deletes what is told as identifier, event, name and text.
pub(crate) async fn template(told: [String; 4], delete: bool) {
    Door::current()
        .open(|cx| async move { try_template(&cx, &told, delete).await })
        .await;
}

async fn try_template(cx: &Arc<Ctx>, told: &[String; 4], delete: bool) -> DoorResult {
    let [id, event, name, text] = told.each_ref().map(String::as_str);
    let officer = cx.officer()?;
    let desk = cx.portal.desk();
    let known = (!id.is_empty()).then_some(id);
    let done = match (delete, EventKind::parse(event)) {
        (true, _) => desk.delete_template(officer, id).await,
        (false, Some(event)) => desk.save_template(officer, known, event, name, text).await,
        (false, None) => Err(TemplateError::Problem(TemplateProblem::NoWords)),
    };
    match done {
        Ok(()) => {
            cx.visitor.forget(TEMPLATE_FORM).await?;
            Ok(paths::desk_templates(""))
        }
        Err(TemplateError::NotFound) => Err(PageError::NotFound),
        Err(TemplateError::Internal(internal)) => Err(internal.into()),
        Err(TemplateError::Problem(problem)) => {
            let field = match problem {
                TemplateProblem::NameMissing | TemplateProblem::NameTooLong => "name",
                TemplateProblem::NoWords => "event",
                _ => "text",
            };
            let values = [("event", event), ("name", name), ("text", text)];
            let typed = kept(values, (field, problem.key()));
            cx.visitor.keep(TEMPLATE_FORM, typed).await?;
            Ok(paths::again(&paths::desk_templates(id)))
        }
    }
}
