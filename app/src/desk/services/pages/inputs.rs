//! The inputs of a part, each by its kind.

use std::collections::BTreeMap;

use domain::catalogue::editing::{
    ASKED, Input, InputKind, Offer, Sheet, answer_kinds, inner_inputs, limit_units,
};
use domain::forms::RegisterField;
use leptos::prelude::*;
use serde_json::Value;

use super::condition;
use crate::desk::services::posted::GO;
use crate::page::Ctx;
use crate::paths;
use crate::ui::{
    Button, ButtonKind, Choice, Choices, InputKind as Typed, NumberField, Select, TextArea,
    TextField,
};

/// The page of a part, with what stands in its inputs.
pub(super) struct Form<'p> {
    pub(super) cx: &'p Ctx,
    pub(super) sheet: &'p Sheet,
    draft: &'p str,
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

    fn inputs(&self, inputs: &[Input], prefix: &str) -> Vec<AnyView> {
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
            InputKind::Tick => {
                let yes = vec![Choice::new("yes", self.cx.t("yes"))];
                self.ticks(name, label, yes)
            }
            InputKind::One { options, optional } => self.one(name, label, options(), optional),
            InputKind::Many { options } => self.ticks(name, label, self.choices(options())),
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
    fn text(&self, name: &str, label: &'static str, lines: u16, required: bool) -> AnyView {
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

    fn line(&self, name: &str, label: &'static str, required: bool, kind: Typed) -> AnyView {
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

    fn lines(&self, name: &str, label: &'static str, kind: Typed) -> AnyView {
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

    fn number(&self, name: &str, label: &'static str, required: bool) -> AnyView {
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

    fn choices(&self, offers: Vec<Offer>) -> Vec<Choice> {
        let offers = offers.into_iter();
        offers
            .map(|offer| Choice::new(offer.value, self.cx.t(&offer.label)))
            .collect()
    }

    fn one(&self, name: &str, label: &'static str, options: Vec<Offer>, optional: bool) -> AnyView {
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

    /// Boxes; the hidden input says that they were on the page, as empty ones send nothing.
    fn ticks(&self, name: &str, label: &'static str, options: Vec<Choice>) -> AnyView {
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
                required=false
                error=self.error(name)
            />
        }
        .into_any()
    }

    fn limit(&self, name: &str, label: &'static str, required: bool) -> AnyView {
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

    /// Where something comes from that nobody has to type or hand in: a register, a certificate, and of
    /// an answer an earlier application.
    fn prefill(&self, name: &str, label: &'static str, of_answer: bool) -> AnyView {
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
                error=self.error(name)
                required=false
            />
            <div class="editor__pair">{code} {line}</div>
        }
        .into_any()
    }

    /// The materials of the guide: the form may ask for nothing else.
    fn material(&self, name: &str, label: &'static str) -> AnyView {
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

    fn answer(&self, input: &Input, name: &str, label: &'static str) -> AnyView {
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

    fn group(&self, label: &'static str, inner: Vec<AnyView>) -> AnyView {
        view! {
            <fieldset class="editor__group">
                <legend class="editor__legend">{label}</legend>
                {inner}
            </fieldset>
        }
        .into_any()
    }

    fn maybe(&self, input: &Input, name: &str, label: &'static str) -> AnyView {
        let there = format!("{name}:there");
        let yes = vec![Choice::new("yes", self.cx.t("yes")).hint(self.cx.t("editor-maybe-hint"))];
        let mut inner = vec![self.ticks(&there, label, yes)];
        let inputs = inner_inputs(input, self.sheet.at(name));
        inner.extend(self.inputs(&inputs, name));
        self.group(label, inner)
    }

    /// Entries that stand on the page.
    fn list(
        &self,
        name: &str,
        label: &'static str,
        inner: impl Fn(&Self, &str) -> Vec<AnyView>,
    ) -> AnyView {
        let count = self.entries(name).len();
        let entries: Vec<AnyView> = (0..count)
            .map(|place| {
                let entry = below(name, &place.to_string());
                let legend = self.cx.tf(
                    "editor-entry",
                    &[
                        ("label", label.into()),
                        ("n", i64::try_from(place + 1).unwrap_or(i64::MAX).into()),
                    ],
                );
                let buttons = self.moves(name, place, count, &legend);
                view! {
                    <fieldset class="editor__entry">
                        <legend class="editor__legend">{legend}</legend>
                        {inner(self, &entry)}
                        {buttons}
                    </fieldset>
                }
                .into_any()
            })
            .collect();
        self.section(name, label, entries.into_any())
    }

    /// Entries that have a page each.
    fn pages(&self, name: &str, label: &'static str) -> AnyView {
        let entries = self.entries(name);
        let count = entries.len();
        let rows: Vec<AnyView> = entries
            .iter()
            .enumerate()
            .map(|(place, entry)| {
                let key = entry.get("key").and_then(Value::as_str).unwrap_or_default();
                let title = if entry.get("title").is_some() {
                    "title"
                } else {
                    "label"
                };
                let words = self.named(entry, title, key);
                let kind = entry.pointer("/kind/type").and_then(Value::as_str);
                let kind = kind.map(|kind| self.cx.t(&format!("editor-kind-{kind}")));
                let link = match self.sheet.part().entry(name, place) {
                    Some(part) => {
                        let href = paths::desk_draft_part(self.draft, &part.to_string());
                        view! { <a href=href>{words.clone()}</a> }.into_any()
                    }
                    None => words.clone().into_any(),
                };
                let buttons = self.moves(name, place, count, &words);
                view! {
                    <li class="item-list__row">
                        <p class="item-list__name">{link}</p>
                        <p class="item-list__about">{kind}</p>
                        {buttons}
                    </li>
                }
                .into_any()
            })
            .collect();
        let list = (count > 0).then(|| view! { <ol class="item-list">{rows}</ol> });
        self.section(name, label, list.into_any())
    }

    fn entries(&self, name: &str) -> &[Value] {
        let entries = self.sheet.at(name).and_then(Value::as_array);
        entries.map(Vec::as_slice).unwrap_or_default()
    }

    /// The name of an entry, or its key where it has none yet.
    fn named(&self, entry: &Value, part: &str, key: &str) -> String {
        let text = entry
            .get(part)
            .and_then(|text| serde_json::from_value(text.clone()).ok());
        let text = text.map(|text| self.cx.plain(&text)).unwrap_or_default();
        if text.trim().is_empty() {
            key.to_owned()
        } else {
            text
        }
    }

    fn section(&self, name: &str, label: &'static str, entries: AnyView) -> AnyView {
        let id = format!("list-{}", name.replace('/', "-"));
        let heading = format!("{id}-title");
        let labelled = heading.clone();
        view! {
            <section class="editor__list stack stack--tight" id=id aria-labelledby=labelled>
                <h2 class="editor__title" id=heading>{label}</h2>
                {entries}
                <p class="actions">
                    <Button
                        label=self.cx.tf("editor-add", &[("label", label.into())])
                        kind=ButtonKind::Secondary
                        name=GO
                        value=format!("add:{name}")
                    />
                </p>
            </section>
        }
        .into_any()
    }

    fn moves(&self, list: &str, place: usize, count: usize, about: &str) -> AnyView {
        let button = |verb: &'static str, is_there: bool| {
            is_there.then(|| {
                view! {
                    <Button
                        label=self.cx.t(&format!("editor-{verb}"))
                        about=about.to_owned()
                        kind=ButtonKind::Link
                        name=GO
                        value=format!("{verb}:{list}/{place}")
                    />
                }
            })
        };
        let up = button("up", place > 0);
        let down = button("down", place + 1 < count);
        let remove = button("remove", true);
        view! { <p class="actions">{up} {down} {remove}</p> }.into_any()
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
