//! “This is wrong”: what the applicant says about a value that was filled in. The value stays what it is,
//! and the officer decides.

use domain::forms::{Answers, MAX_OBJECTION_CHARS, objection_name};
use leptos::prelude::*;

use super::fields::Question;
use crate::page::Ctx;
use crate::ui::{Disclosure, TextArea};

impl Question<'_> {
    /// The control of a value that was filled in, with the place to say that it is wrong; any other as it
    /// is. It stands open where something has been said.
    pub(super) fn with_objection(&self, control: AnyView) -> AnyView {
        let answer = self.answers().get(&self.key);
        let Some(answer) = answer.filter(|answer| answer.can_be_questioned()) else {
            return control;
        };
        let name = objection_name(&self.key);
        let said = answer.objection.clone().unwrap_or_default();
        let error = self.error_of(&name);
        let open = error.is_some() || !said.is_empty();
        let most = i64::try_from(MAX_OBJECTION_CHARS).unwrap_or(i64::MAX);
        let limit = [("n", most.into())];
        let hint = if self.field.is_locked(&self.key, self.answers()) {
            self.cx.tf("objection-hint", &limit)
        } else {
            self.cx.tf("objection-hint-open", &limit)
        };
        let of_label = [("label", self.cx.plain(&self.field.label).into())];
        let summary = self.cx.tf("objection-open", &of_label);
        let label = self.cx.tf("objection-label", &of_label);
        view! {
            <div class="stack stack--tight">
                {control}
                <Disclosure summary=summary open=open>
                    <TextArea
                        name=name
                        label=label
                        hint=hint
                        value=said
                        error=error
                        rows=3
                        required=false
                    />
                </Disclosure>
            </div>
        }
        .into_any()
    }
}

/// What the applicant says is wrong with an answer; nothing where nothing is.
pub(crate) fn objection(cx: &Ctx, answers: &Answers, key: &str) -> Option<AnyView> {
    let said = answers.get(key)?.objection.as_deref()?;
    Some(cx.written(said))
}
