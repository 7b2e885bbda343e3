//! What the applicant has answered before, and whom the applicant has named: offered, never filled in
//! unasked. The buttons belong to the form of the step, so that what was typed is saved first.

use domain::forms::{AnswerSource, Relation};
use leptos::prelude::*;
use portal::cases::{CaseView, EarlierAnswers, PersonChoice};

use super::answers::spelled;
use super::fields::Question;
use crate::cases::posted::{GO, Go};
use crate::page::Ctx;
use crate::ui::{Banner, Button, ButtonKind, SummaryList, SummaryRow};

/// The answers of earlier applications to the open questions of this step; nothing where there are none.
pub(super) fn offer(cx: &Ctx, view: &CaseView, earlier: &EarlierAnswers) -> Option<AnyView> {
    let form = &view.definition.form;
    let rows: Vec<_> = earlier
        .answers
        .iter()
        .filter_map(|(key, answer)| {
            let field = form.field(key)?;
            let answers = &earlier.answers;
            let words = spelled(cx, form, &earlier.divisions, field, key, answers)?;
            let row = SummaryRow::new(cx.plain(&field.label), cx.written(&words));
            Some(row.source(stands_in(cx, earlier, &answer.source)))
        })
        .collect();
    let (title, text, label) = (
        cx.t("earlier-title"),
        cx.t("earlier-text"),
        cx.t("earlier-use"),
    );
    (!rows.is_empty()).then(|| {
        view! {
            <Banner title=title>
                <p>{text}</p>
                <SummaryList rows=rows/>
                <p class="actions">
                    <Button
                        label=label
                        kind=ButtonKind::Secondary
                        name=GO
                        value=Go::USE_EARLIER
                    />
                </p>
            </Banner>
        }
        .into_any()
    })
}

/// In which application an answer stands.
fn stands_in(cx: &Ctx, earlier: &EarlierAnswers, source: &AnswerSource) -> Option<String> {
    let AnswerSource::Earlier { case, answered_at } = source else {
        return None;
    };
    let item = cx.plain(earlier.items.get(case)?);
    let at = cx.date_time(*answered_at);
    Some(cx.tf("earlier-from", &[("item", item.into()), ("at", at.into())]))
}

impl Question<'_> {
    /// Whom the applicant can choose for this question without typing; nothing where that is nobody.
    pub(super) fn people(&self, relations: &[Relation]) -> Option<AnyView> {
        let offered = self.page.people.iter();
        let buttons: Vec<_> = offered
            .filter(|one| relations.contains(&one.relation))
            .map(|one| {
                let relation = self.cx.t(&format!("relation-{}", one.relation.key()));
                let words = [
                    ("relation", relation.into()),
                    ("name", one.name.clone().into()),
                ];
                let label = match one.choice {
                    PersonChoice::Me => self.cx.tf("person-choose-me", &words),
                    PersonChoice::Named { .. } => self.cx.tf("person-choose-named", &words),
                };
                view! {
                    <Button
                        label=label
                        kind=ButtonKind::Secondary
                        name=GO
                        value=Go::choosing(&self.key, &one.choice)
                        about=self.cx.plain(&self.field.label)
                    />
                }
            })
            .collect();
        (!buttons.is_empty()).then(|| {
            view! {
                <div class="stack stack--tight">
                    <p class="field__hint">{self.cx.t("person-choose")}</p>
                    <div class="actions">{buttons}</div>
                </div>
            }
            .into_any()
        })
    }
}
