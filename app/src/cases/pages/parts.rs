//! Questions whose answer has parts, or rows: divisions, addresses, persons, groups.

use domain::forms::{Relation, cell};
use domain::text::Text;
use leptos::prelude::*;

use super::fields::Question;
use crate::cases::posted::GO;
use crate::ui::{
    Choice, Choices, Combobox, FieldGroup, InputKind, RepeatGroup, RepeatedRow, ResidentIdField,
    TextField,
};

impl Question<'_> {
    /// A division by its name: those of the city are offered, any other can be typed.
    pub(super) fn division(&self, name: String, label: String) -> AnyView {
        let is_part = name != self.key;
        let value = if is_part {
            self.part("division")
        } else {
            self.value()
        };
        let named = self.page.named.get(&value).cloned();
        let city = self.page.city.iter();
        let options =
            city.map(|division| Choice::new(division.code.clone(), division.name.clone()));
        let own = self.cx.t("hint-division").to_owned();
        let hint = if is_part {
            Some(own)
        } else {
            self.hint(Some(own))
        };
        view! {
            <Combobox
                name=name
                label=label
                options=options.collect()
                value=named.unwrap_or(value)
                hint=hint
                error=self.error().filter(|_| !is_part)
                required=self.field.required
            />
        }
        .into_any()
    }

    pub(super) fn address(&self) -> AnyView {
        let part = |part: &str| format!("{}:{part}", self.key);
        let controls = view! {
            {self.division(part("division"), self.cx.t("address-division").to_owned())}
            <TextField
                name=part("detail")
                label=self.cx.t("address-detail")
                hint=self.cx.t("address-detail-hint").to_owned()
                value=self.part("detail")
                autocomplete=self.purpose()
                required=self.field.required
            />
        };
        self.together(controls.into_any())
    }

    pub(super) fn person(&self, relations: &[Relation]) -> AnyView {
        let part = |part: &str| format!("{}:{part}", self.key);
        let number = if relations.contains(&Relation::Organisation) {
            view! {
                <TextField
                    name=part("number")
                    label=self.cx.t("person-number-or-code").to_owned()
                    hint=self.cx.t("person-number-or-code-hint").to_owned()
                    value=self.part("number")
                    kind=InputKind::Code
                    autocomplete="off"
                    required=self.field.required
                />
            }
            .into_any()
        } else {
            view! {
                <ResidentIdField
                    name=part("number")
                    label=self.cx.t("person-number").to_owned()
                    value=self.part("number")
                    required=self.field.required
                />
            }
            .into_any()
        };
        let relation = self.relation(relations);
        let controls = view! {
            {self.people(relations)}
            {relation}
            <TextField
                name=part("name")
                label=self.cx.t("person-name").to_owned()
                value=self.part("name")
                autocomplete="off"
                required=self.field.required
            />
            {number}
        };
        self.together(controls.into_any())
    }

    /// Who it is to the applicant; nothing to choose where only one can be named and somebody must be.
    fn relation(&self, relations: &[Relation]) -> AnyView {
        let name = format!("{}:relation", self.key);
        if let [only] = relations
            && self.field.required
        {
            return view! { <input type="hidden" name=name value=only.key()/> }.into_any();
        }
        let options = relations.iter().map(|relation| {
            Choice::new(
                relation.key(),
                self.cx.t(&format!("relation-{}", relation.key())),
            )
        });
        view! {
            <Choices
                name=name
                legend=self.cx.t("person-relation").to_owned()
                options=options.collect()
                chosen=vec![self.part("relation")]
                inline=true
                required=self.field.required
            />
        }
        .into_any()
    }

    /// Several controls as the answer to this one question.
    fn together(&self, controls: AnyView) -> AnyView {
        view! {
            <FieldGroup
                name=self.key.clone()
                legend=self.cx.plain(&self.field.label)
                hint=self.hint(None)
                error=self.error()
                source=self.source()
                required=self.field.required
            >
                {controls}
            </FieldGroup>
        }
        .into_any()
    }

    pub(super) fn group(&self, row: &Text, min: u8, max: u8) -> AnyView {
        let names = self.reading.rows(&self.key);
        // Rows neither come nor go while the answers in them stay.
        let there = names.len();
        let (min, max) = if self.is_fixed() {
            (there, there)
        } else {
            (min.into(), max.into())
        };
        let rows = names.iter().map(|name| {
            let questions = self.field.kind.row_fields().iter().map(|field| {
                let key = cell(&self.key, name, &field.key);
                let Self {
                    cx, page, reading, ..
                } = *self;
                Question {
                    cx,
                    page,
                    reading,
                    field,
                    key,
                }
                .in_place()
            });
            RepeatedRow {
                name: name.clone(),
                questions: questions.collect::<Vec<_>>().into_any(),
            }
        });
        view! {
            <RepeatGroup
                name=self.key.clone()
                legend=self.cx.plain(&self.field.label)
                row=self.cx.plain(row)
                rows=rows.collect()
                go=GO
                min=min
                max=max
                hint=self.hint(None)
                error=self.error()
            />
        }
        .into_any()
    }
}
