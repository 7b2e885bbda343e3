//! Fields of a definition as controls.

use std::collections::BTreeMap;

use domain::CertificateId;
use domain::cases::{Demands, Fixed};
use domain::forms::{
    Answers, ChoiceOption, Field, FieldKind, FormDefinition, Prefill, Reading, RegisterField,
};
use domain::text::Text;
use leptos::prelude::*;
use portal::cases::OfferedPerson;
use portal::catalogue::Division;

use super::answers::{source, spelled};
use super::sections::part;
use crate::page::{Ctx, Surface};
use crate::ui::{
    Choice, Choices, DateField, InputKind, NumberField, PhoneField, ResidentIdField, Select,
    TextArea, TextField,
};

/// Most options that are shown as radio buttons; more are a drop-down list.
const MAX_RADIOS: usize = 7;

/// What the questions of a page share.
pub(crate) struct Sheet<'p> {
    /// The form that they stand in.
    pub(crate) form: &'p FormDefinition,
    /// Key of the question, empty for the whole page, and what is wrong with it.
    pub(crate) errors: &'p [(String, String)],
    /// The divisions of the city, which an address is chosen from.
    pub(crate) city: &'p [Division],
    /// The full names of the divisions that were chosen, by code.
    pub(crate) named: &'p BTreeMap<String, String>,
    /// The names of the certificates that answers come from.
    pub(crate) sources: &'p BTreeMap<CertificateId, Text>,
    /// Whom the applicant can name without typing.
    pub(crate) people: &'p [OfferedPerson],
    /// What stays as it was handed in.
    pub(crate) fixed: &'p Fixed,
    /// What the office wants mended.
    pub(crate) asked: Option<&'p Demands>,
}

/// What the office says is wrong.
pub(super) fn demanded(cx: &Ctx, why: &str) -> String {
    cx.tf("correction-demand", &[("why", why.to_owned().into())])
}

/// One hint of two.
pub(super) fn joined(cx: &Ctx, first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => {
            let both = [("first", first.into()), ("second", second.into())];
            Some(cx.tf("hint-joined", &both))
        }
        (first, second) => first.or(second),
    }
}

/// A question on its way to a control: in a row, the key differs from the field's own.
pub(crate) struct Question<'q> {
    pub(crate) cx: &'q Ctx,
    pub(crate) page: &'q Sheet<'q>,
    pub(crate) reading: &'q Reading<'q>,
    pub(crate) field: &'q Field,
    pub(crate) key: String,
}

impl Question<'_> {
    /// The question where it is asked. One that other answers decide about keeps its place.
    pub(super) fn in_place(&self) -> Option<AnyView> {
        let control = self.reading.asks(&self.key).then(|| self.control());
        if self.field.is_decided() {
            Some(part(&self.key, control))
        } else {
            control
        }
    }

    /// The question as a control, with what belongs to a value that was filled in.
    pub(crate) fn control(&self) -> AnyView {
        self.with_objection(self.asked())
    }

    fn asked(&self) -> AnyView {
        let is_locked = self.field.is_locked(&self.key, self.answers());
        if is_locked || self.is_fixed() && !self.has_rows() {
            return self.locked();
        }
        match &self.field.kind {
            FieldKind::Text { max } => self.line(InputKind::Text, self.counted(*max)),
            FieldKind::LongText { max } => self.lines(*max),
            FieldKind::Number { min, max, unit } => self.number(self.range(*min, *max), unit),
            FieldKind::Decimal { unit, .. } => self.number(None, unit),
            FieldKind::Date { .. } => self.date(),
            FieldKind::ResidentId => self.resident_id(),
            FieldKind::CreditCode => self.line(InputKind::Text, None),
            FieldKind::Phone => self.phone(),
            FieldKind::Email => self.line(InputKind::Email, None),
            FieldKind::Choice { options } if options.len() > MAX_RADIOS => self.select(options),
            FieldKind::Choice { options } => self.choices(self.choose_from(options), false),
            FieldKind::Choices { options } => self.choices(self.choose_from(options), true),
            FieldKind::YesNo => self.choices(self.yes_no(), false),
            FieldKind::Declaration { text } => {
                let agree = Choice::new("yes", self.cx.plain(text));
                self.choices(vec![agree], true)
            }
            FieldKind::Division => {
                self.division(self.key.clone(), self.cx.plain(&self.field.label))
            }
            FieldKind::Address => self.address(),
            FieldKind::Person { relations } => self.person(relations),
            FieldKind::Group { row, min, max, .. } => self.group(row, *min, *max),
        }
    }

    pub(super) fn answers(&self) -> &Answers {
        self.reading.answers()
    }

    pub(super) fn value(&self) -> String {
        self.answers()
            .value(&self.key)
            .unwrap_or_default()
            .to_owned()
    }

    pub(super) fn part(&self, part: &str) -> String {
        let places = self.field.kind.parts();
        let place = places.iter().position(|name| *name == part);
        let value = place.and_then(|place| self.answers().values(&self.key).get(place));
        value.cloned().unwrap_or_default()
    }

    pub(super) fn error(&self) -> Option<String> {
        self.error_of(&self.key)
    }

    /// What is wrong under this name.
    pub(super) fn error_of(&self, name: &str) -> Option<String> {
        let mut errors = self.page.errors.iter();
        errors
            .find(|(key, _)| key == name)
            .map(|(_, text)| text.clone())
    }

    pub(super) fn source(&self) -> Option<String> {
        source(self.cx, self.page.sources, self.answers(), &self.key)
    }

    /// A value that somebody else has fixed: shown, not asked.
    /// Whether it stays as it was handed in.
    pub(super) fn is_fixed(&self) -> bool {
        self.page.fixed.has_field(&self.key)
    }

    /// Whether it is a table, whose answers are locked one by one.
    fn has_rows(&self) -> bool {
        !self.field.kind.row_fields().is_empty()
    }

    fn locked(&self) -> AnyView {
        let value = spelled(
            self.cx,
            self.page.form,
            self.page.named,
            self.field,
            &self.key,
            self.answers(),
        );
        view! {
            <TextField
                name=self.key.clone()
                label=self.cx.plain(&self.field.label)
                hint=self.hint(None)
                value=value.unwrap_or_default()
                source=self.source()
                error=self.error()
                required=true
                readonly=true
            />
        }
        .into_any()
    }

    fn line(&self, kind: InputKind, own_hint: Option<String>) -> AnyView {
        view! {
            <TextField
                name=self.key.clone()
                label=self.cx.plain(&self.field.label)
                hint=self.hint(own_hint)
                value=self.value()
                error=self.error()
                source=self.source()
                kind=kind
                autocomplete=self.purpose()
                required=self.field.required
            />
        }
        .into_any()
    }

    fn lines(&self, max: u16) -> AnyView {
        view! {
            <TextArea
                name=self.key.clone()
                label=self.cx.plain(&self.field.label)
                hint=self.hint(None)
                value=self.value()
                error=self.error()
                source=self.source()
                max=max
                required=self.field.required
            />
        }
        .into_any()
    }

    fn number(&self, own_hint: Option<String>, unit: &Option<Text>) -> AnyView {
        view! {
            <NumberField
                name=self.key.clone()
                label=self.cx.plain(&self.field.label)
                hint=self.hint(own_hint)
                value=self.value()
                unit=unit.as_ref().map(|unit| self.cx.plain(unit))
                error=self.error()
                source=self.source()
                required=self.field.required
            />
        }
        .into_any()
    }

    fn date(&self) -> AnyView {
        view! {
            <DateField
                name=self.key.clone()
                legend=self.cx.plain(&self.field.label)
                hint=self.hint(None)
                value=self.value()
                error=self.error()
                source=self.source()
                autocomplete=self.purpose()
                required=self.field.required
            />
        }
        .into_any()
    }

    fn resident_id(&self) -> AnyView {
        view! {
            <ResidentIdField
                name=self.key.clone()
                label=self.cx.plain(&self.field.label)
                hint=self.hint(None)
                value=self.value()
                error=self.error()
                source=self.source()
                required=self.field.required
            />
        }
        .into_any()
    }

    fn phone(&self) -> AnyView {
        view! {
            <PhoneField
                name=self.key.clone()
                label=self.cx.plain(&self.field.label)
                hint=self.hint(None)
                value=self.value()
                error=self.error()
                source=self.source()
                autocomplete=self.purpose()
                required=self.field.required
            />
        }
        .into_any()
    }

    fn choices(&self, options: Vec<Choice>, many: bool) -> AnyView {
        let several = many && options.len() > 1;
        let own_hint = several.then(|| self.cx.t("hint-choose-many").to_owned());
        view! {
            <Choices
                name=self.key.clone()
                legend=self.cx.plain(&self.field.label)
                options=options
                chosen=self.answers().values(&self.key).to_vec()
                many=many
                hint=self.hint(own_hint)
                error=self.error()
                source=self.source()
                required=self.field.required
                inline=matches!(self.field.kind, FieldKind::YesNo)
            />
        }
        .into_any()
    }

    fn select(&self, options: &[ChoiceOption]) -> AnyView {
        view! {
            <Select
                name=self.key.clone()
                label=self.cx.plain(&self.field.label)
                options=self.choose_from(options)
                chosen=self.value()
                blank=self.cx.t("select-blank")
                hint=self.hint(None)
                error=self.error()
                required=self.field.required
            />
        }
        .into_any()
    }

    fn choose_from(&self, options: &[ChoiceOption]) -> Vec<Choice> {
        options
            .iter()
            .map(|option| Choice::new(option.value.clone(), self.cx.plain(&option.label)))
            .collect()
    }

    fn yes_no(&self) -> Vec<Choice> {
        ["yes", "no"]
            .map(|value| Choice::new(value, self.cx.t(value)))
            .to_vec()
    }

    /// The definition's hint, and what the kind of field has to say by itself.
    pub(super) fn hint(&self, own: Option<String>) -> Option<String> {
        let written = self.field.hint.as_ref().map(|hint| self.cx.plain(hint));
        joined(self.cx, self.demand(), joined(self.cx, written, own))
    }

    /// What the office says is wrong with the answer.
    fn demand(&self) -> Option<String> {
        let why = self.page.asked?.about_field(&self.key)?;
        Some(demanded(self.cx, why))
    }

    /// Only limits that somebody could come near are worth saying.
    fn counted(&self, max: u16) -> Option<String> {
        const WORTH_SAYING: std::ops::RangeInclusive<u16> = 150..=1000;
        WORTH_SAYING
            .contains(&max)
            .then(|| self.cx.tf("hint-max", &[("n", i64::from(max).into())]))
    }

    fn range(&self, min: Option<i64>, max: Option<i64>) -> Option<String> {
        let ends = [("min", min?.into()), ("max", max?.into())];
        Some(self.cx.tf("hint-range", &ends))
    }

    /// The purpose of a field for the browser's own filling (WCAG 1.3.5). Only what a register would fill
    /// in is about the applicant for certain. At a kiosk nothing may be remembered.
    pub(super) fn purpose(&self) -> &'static str {
        if self.cx.surface == Surface::Kiosk {
            return "off";
        }
        match self.field.prefill {
            Some(Prefill::Register(RegisterField::Name)) => "name",
            Some(Prefill::Register(RegisterField::Phone)) => "tel",
            Some(Prefill::Register(RegisterField::Address)) => "address-line1",
            Some(Prefill::Register(RegisterField::BirthDate)) => "bday",
            Some(_) => "off",
            None if matches!(self.field.kind, FieldKind::Email) => "email",
            None => "on",
        }
    }
}
