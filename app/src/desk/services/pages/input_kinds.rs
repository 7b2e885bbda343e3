//! Inputs of more than one control: sources, materials, kinds of answer, and parts that may be left out.

use domain::catalogue::editing::{Input, answer_kinds, inner_inputs};
use domain::forms::RegisterField;
use leptos::prelude::*;
use serde_json::Value;

use super::inputs::{Form, below};
use crate::desk::services::posted::GO;
use crate::ui::{Button, ButtonKind, Choice, InputKind as Typed, Select};

impl Form<'_> {
    /// Where something comes from that nobody has to type or hand in: a register, a certificate, and of
    /// an answer an earlier application.
    pub(super) fn prefill(&self, name: &str, label: &'static str, of_answer: bool) -> AnyView {
        let mut options = Vec::new();
        if of_answer {
            options.push(Choice::new("earlier", self.cx.t("editor-from-earlier")));
        }
        options.extend(RegisterField::ALL.map(|field| {
            let register = self.cx.t(&format!("register-{}", field.register().key()));
            let of = self.cx.t(&format!("register-field-{}", field.key()));
            let arguments = [("register", register.into()), ("of", of.into())];
            let text = self.cx.tf("editor-from-register", &arguments);
            Choice::new(format!("register:{}", field.key()), text)
        }));
        options.push(Choice::new(
            "certificate",
            self.cx.t("editor-from-certificate"),
        ));
        let code = below(name, "type_code");
        let code = self.line(
            &code,
            self.cx.t("editor-certificate-type"),
            false,
            Typed::Code,
        );
        let line = of_answer.then(|| {
            let line = below(name, "line");
            self.line(
                &line,
                self.cx.t("editor-certificate-line"),
                false,
                Typed::Text,
            )
        });
        view! {
            <Select
                name=name
                label=label
                options=options
                chosen=self.value(name)
                blank=self.cx.t("editor-none")
                hint=of_answer.then(|| self.cx.t("editor-prefill-hint"))
                error=self.error(name)
                required=false
            />
            <div class="editor__pair">{code} {line}</div>
        }
        .into_any()
    }

    /// The materials of the guide: the form may ask for nothing else.
    pub(super) fn material(&self, name: &str, label: &'static str) -> AnyView {
        let materials = self.sheet.document().pointer("/definition/guide/materials");
        let materials = materials.and_then(Value::as_array).into_iter().flatten();
        let options = materials.filter_map(|material| {
            let key = material.get("key")?.as_str()?;
            Some(Choice::new(key, self.named(material, "name", key)))
        });
        view! {
            <Select
                name=name
                label=label
                options=options.collect()
                chosen=self.value(name)
                blank=self.cx.t("editor-none")
                hint=self.cx.t("editor-slot-material-hint")
            />
        }
        .into_any()
    }

    pub(super) fn answer(&self, input: &Input, name: &str, label: &'static str) -> AnyView {
        let inner = inner_inputs(input, self.sheet.at(name));
        let kind = below(name, "type");
        view! {
            <div class="editor__pair">
                <Select
                    name=kind.clone()
                    label=label
                    hint=self.cx.t("editor-field-kind-hint")
                    options=self.choices(answer_kinds())
                    chosen=self.value(&kind)
                />
                <p class="actions">
                    <Button
                        label=self.cx.t("editor-choose-kind")
                        kind=ButtonKind::Secondary
                        name=GO
                        value="stay"
                    />
                </p>
            </div>
            {self.inputs(&inner, name)}
        }
        .into_any()
    }

    pub(super) fn group(&self, label: &'static str, inner: Vec<AnyView>) -> AnyView {
        view! {
            <fieldset class="editor__group">
                <legend class="editor__legend">{label}</legend>
                {inner}
            </fieldset>
        }
        .into_any()
    }

    pub(super) fn maybe(&self, input: &Input, name: &str, label: &'static str) -> AnyView {
        let there = format!("{name}:there");
        let yes = vec![Choice::new("yes", self.cx.t("yes")).hint(self.cx.t("editor-maybe-hint"))];
        let mut inner = vec![self.ticks(&there, label, yes, true)];
        let inputs = inner_inputs(input, self.sheet.at(name));
        inner.extend(self.inputs(&inputs, name));
        self.group(label, inner)
    }
}
