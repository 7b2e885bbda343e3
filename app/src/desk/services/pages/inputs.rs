//! The inputs of a part, each by its kind.

use std::collections::BTreeMap;

use domain::catalogue::editing::{ASKED, Input, InputKind, Offer, Sheet, limit_units};
use leptos::prelude::*;

use super::condition;
use crate::page::Ctx;
use crate::ui::{Choice, Choices, InputKind as Typed, NumberField, Select, TextArea, TextField};

/// The page of a part, with what stands in its inputs.
pub(super) struct Form<'p> {
    pub(super) cx: &'p Ctx,
    pub(super) sheet: &'p Sheet,
    pub(super) draft: &'p str,
    values: BTreeMap<String, String>,
    problems: &'p [(String, String)],
}

impl<'p> Form<'p> {
    pub(super) const fn new(
        cx: &'p Ctx,
        draft: &'p str,
        sheet: &'p Sheet,
        values: BTreeMap<String, String>,
        problems: &'p [(String, String)],
    ) -> Self {
        Self {
            cx,
            sheet,
            draft,
            values,
            problems,
        }
    }

    /// Every input of the part.
    pub(super) fn all(&self) -> Vec<AnyView> {
        self.inputs(&self.sheet.part().inputs(), "")
    }

    pub(super) fn inputs(&self, inputs: &[Input], prefix: &str) -> Vec<AnyView> {
        let named = inputs
            .iter()
            .map(|input| (input, below(prefix, input.name)));
        named
            .map(|(input, name)| self.input(input, &name))
            .collect()
    }

    /// What stands in an input.
    pub(super) fn value(&self, name: &str) -> String {
        self.values.get(name).cloned().unwrap_or_default()
    }

    /// What is wrong with what stands in an input.
    pub(super) fn error(&self, name: &str) -> Option<&'static str> {
        let problem = self.problems.iter().find(|(at, _)| at == name);
        problem.map(|(_, key)| self.cx.t(key))
    }

    fn input(&self, input: &Input, name: &str) -> AnyView {
        let label = self.cx.t(input.label);
        match input.kind {
            InputKind::Text { lines, optional } => self.text(name, label, lines, !optional),
            InputKind::Line { optional } => self.line(name, label, !optional, Typed::Text),
            InputKind::Time => self.line(name, label, true, Typed::Number),
            InputKind::Lines => self.lines(name, label, Typed::Text),
            InputKind::Formula => self.lines(name, label, Typed::Code),
            InputKind::Number { optional, .. } => self.number(name, label, !optional),
            InputKind::Tick => self.tick(name, label),
            InputKind::One { options, optional } => self.one(name, label, options(), optional),
            InputKind::Many { options } => self.ticks(name, label, self.choices(options()), false),
            InputKind::Limit { optional } => self.limit(name, label, !optional),
            InputKind::Condition { .. } => condition::fieldset(self, name, label),
            InputKind::Prefill => self.prefill(name, label, true),
            InputKind::Exemption => self.prefill(name, label, false),
            InputKind::Material => self.material(name, label),
            InputKind::Answer => self.answer(input, name, label),
            InputKind::Texts => self.list(name, label, |form, entry| {
                vec![form.text(entry, label, 2, true)]
            }),
            InputKind::List { inputs, .. } => {
                self.list(name, label, |form, entry| form.inputs(&inputs(), entry))
            }
            InputKind::Pages { .. } => self.pages(name, label),
            InputKind::Group { inputs } => {
                let inner = self.inputs(&inputs(), name);
                self.group(label, inner)
            }
            InputKind::Maybe { .. } => self.maybe(input, name, label),
        }
    }

    /// Both languages side by side.
    pub(super) fn text(
        &self,
        name: &str,
        label: &'static str,
        lines: u16,
        required: bool,
    ) -> AnyView {
        let one = |part: &str, key: &str| {
            let name = below(name, part);
            let label = self.cx.tf(key, &[("label", label.into())]);
            let (value, error) = (self.value(&name), self.error(&name));
            if lines > 1 {
                view! {
                    <TextArea name=name label=label value=value error=error rows=lines required=required/>
                }
                .into_any()
            } else {
                view! { <TextField name=name label=label value=value error=error required=required/> }
                    .into_any()
            }
        };
        let (zh, en) = (one("zh", "editor-in-zh"), one("en", "editor-in-en"));
        view! { <div class="editor__pair">{zh} {en}</div> }.into_any()
    }

    pub(super) fn line(
        &self,
        name: &str,
        label: &'static str,
        required: bool,
        kind: Typed,
    ) -> AnyView {
        view! {
            <TextField
                name=name
                label=label
                value=self.value(name)
                error=self.error(name)
                required=required
                kind=kind
            />
        }
        .into_any()
    }

    pub(super) fn lines(&self, name: &str, label: &'static str, kind: Typed) -> AnyView {
        let hint = (kind == Typed::Code).then(|| self.cx.t("editor-cel-hint"));
        view! {
            <TextArea
                name=name
                label=label
                value=self.value(name)
                error=self.error(name)
                hint=hint
                rows=3
                required=false
            />
        }
        .into_any()
    }

    pub(super) fn number(&self, name: &str, label: &'static str, required: bool) -> AnyView {
        view! {
            <NumberField
                name=name
                label=label
                value=self.value(name)
                error=self.error(name)
                required=required
            />
        }
        .into_any()
    }

    pub(super) fn choices(&self, offers: Vec<Offer>) -> Vec<Choice> {
        let offers = offers.into_iter();
        offers
            .map(|offer| Choice::new(offer.value, self.cx.t(&offer.label)))
            .collect()
    }

    pub(super) fn one(
        &self,
        name: &str,
        label: &'static str,
        options: Vec<Offer>,
        optional: bool,
    ) -> AnyView {
        let blank = optional.then(|| self.cx.t("editor-none"));
        view! {
            <Select
                name=name
                label=label
                options=self.choices(options)
                chosen=self.value(name)
                blank=blank
                error=self.error(name)
                required=!optional
            />
        }
        .into_any()
    }

    /// One box. Ticked or not, it answers: nothing about it is optional.
    pub(super) fn tick(&self, name: &str, label: &'static str) -> AnyView {
        let yes = Choice::new("yes", self.cx.t("yes"));
        self.ticks(name, label, vec![yes], true)
    }

    /// Boxes; the hidden input says that they were on the page, as empty ones send nothing.
    pub(super) fn ticks(
        &self,
        name: &str,
        label: &'static str,
        options: Vec<Choice>,
        required: bool,
    ) -> AnyView {
        let chosen = self.value(name).split('\n').map(str::to_owned).collect();
        view! {
            <input type="hidden" name=format!("{name}{ASKED}") value="1"/>
            <Choices
                name=name
                legend=label
                options=options
                chosen=chosen
                many=true
                inline=true
                required=required
                error=self.error(name)
            />
        }
        .into_any()
    }

    pub(super) fn limit(&self, name: &str, label: &'static str, required: bool) -> AnyView {
        let (number, unit) = (below(name, "number"), below(name, "unit"));
        let blank = (!required).then(|| self.cx.t("editor-none"));
        let unit_label = self.cx.tf("editor-unit-of", &[("label", label.into())]);
        view! {
            <div class="editor__pair">
                {self.number(&number, label, required)}
                <Select
                    name=unit.clone()
                    label=unit_label
                    options=self.choices(limit_units())
                    chosen=self.value(&unit)
                    blank=blank
                    error=self.error(&unit)
                    required=required
                />
            </div>
        }
        .into_any()
    }
}

/// The name of a value below others.
pub(super) fn below(prefix: &str, name: &str) -> String {
    if prefix.is_empty() {
        name.to_owned()
    } else {
        format!("{prefix}/{name}")
    }
}
