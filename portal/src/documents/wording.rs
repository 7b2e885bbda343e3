//! The words of a document: made once, on the day of issue, and kept.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::calendar::{DueDate, TimeLimit, civil_date, civil_time};
use domain::cases::{Case, CaseState, EventKind};
use domain::catalogue::{ItemType, ServiceDefinition};
use domain::documents::{DocumentKind, DocumentNumber, Part, Sheet, VerificationCode};
use domain::forms::SlotAnswer;
use domain::text::{Locale, Text};

use super::CaseDocument;
use crate::texts::{self, Value};

/// What a document can speak of.
pub(super) struct Facts<'a> {
    /// What it is.
    pub(super) kind: DocumentKind,
    /// What makes it.
    pub(super) event: EventKind,
    /// What was written with that.
    pub(super) note: Option<&'a str>,
    /// The case after it.
    pub(super) case: &'a Case,
    /// The version of the service.
    pub(super) definition: &'a ServiceDefinition,
    /// Name of the applicant.
    pub(super) name: String,
    /// The applicant's identity number, masked.
    pub(super) identity_masked: Option<String>,
    /// Name of the service.
    pub(super) item: Text,
    /// Its legal type.
    pub(super) item_type: ItemType,
    /// The department.
    pub(super) office: Text,
    /// When the application was last handed in.
    pub(super) submitted_at: Option<DateTime<Utc>>,
    /// The present instant.
    pub(super) now: DateTime<Utc>,
    /// Address of the portal.
    pub(super) base_url: &'a str,
    /// What was handed in; for a receipt only.
    pub(super) materials: Vec<Material>,
    /// The decision that was served; for the proof of it only.
    pub(super) served: Option<CaseDocument>,
}

/// A material that was handed in or stood in for.
pub(super) struct Material {
    name: Text,
    way: SlotAnswer,
    files: usize,
}

impl Material {
    /// The material of a slot; none where nothing was handed in and nothing stands in for it.
    pub(super) fn of(name: Text, answer: Option<&str>, files: usize) -> Option<Self> {
        let way = answer.and_then(SlotAnswer::parse).unwrap_or_default();
        let there = files > 0 || way != SlotAnswer::Files;
        there.then_some(Self { name, way, files })
    }
}

/// The document in one language.
pub(super) fn sheet(
    facts: &Facts<'_>,
    locale: Locale,
    number: &DocumentNumber,
    code: &VerificationCode,
) -> Sheet {
    let words = Words { facts, locale };
    let check = [
        ("address", Value::from(format!("{}/verify", facts.base_url))),
        ("code", code.to_string().into()),
    ];
    Sheet {
        title: words.title(facts.kind),
        number: words.number(number),
        addressee: texts::format(
            locale,
            "document-addressee",
            &[("name", facts.name.as_str().into())],
        ),
        parts: words.parts(),
        office: words.content(&facts.office).into_owned(),
        dated: words.date(civil_date(facts.now)),
        notes: vec![
            words.text("document-note-electronic"),
            texts::format(locale, "document-note-check", &check),
        ],
    }
}

/// The words of one language.
struct Words<'a> {
    facts: &'a Facts<'a>,
    locale: Locale,
}

impl Words<'_> {
    fn text(&self, key: &str) -> String {
        texts::text(self.locale, key).to_owned()
    }

    /// A text with its arguments, and whether the item is a licence: the law has words of its own for these.
    fn say(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        let licence = match self.facts.item_type {
            ItemType::Licence => "yes",
            _ => "no",
        };
        let mut all = vec![("licence", Value::from(licence))];
        all.extend_from_slice(arguments);
        texts::format(self.locale, key, &all)
    }

    fn content<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        texts::content(self.locale, text)
    }

    fn title(&self, kind: DocumentKind) -> String {
        self.say(&format!("document-title-{}", kind.key()), &[])
    }

    fn number(&self, number: &DocumentNumber) -> String {
        let word = texts::text(
            self.locale,
            &format!("document-word-{}", number.kind.key()),
        );
        let parts = [
            ("year", Value::from(i64::from(number.year))),
            ("word", word.into()),
            ("sequence", number.digits().into()),
        ];
        texts::format(self.locale, "document-number", &parts)
    }

    fn date(&self, day: NaiveDate) -> String {
        let parts = [
            ("year", Value::from(i64::from(day.year()))),
            ("month", Value::from(i64::from(day.month()))),
            ("day", Value::from(i64::from(day.day()))),
        ];
        texts::format(self.locale, "mail-date", &parts)
    }

    fn time(&self, at: DateTime<Utc>) -> String {
        let civil = civil_time(at);
        let parts = [
            ("date", Value::from(self.date(civil.date()))),
            ("time", civil.format("%H:%M").to_string().into()),
        ];
        texts::format(self.locale, "document-time", &parts)
    }

    /// A due date, marked where a calendar that is not published yet may still move it.
    fn due(&self, due: DueDate) -> String {
        let date = self.date(due.date);
        if due.provisional {
            texts::format(self.locale, "due-provisional", &[("date", date.into())])
        } else {
            date
        }
    }

    /// A limit and the day on which it ends.
    fn limit(&self, limit: TimeLimit, due: DueDate) -> String {
        let words = match limit.number {
            0 => self.text("limit-at-once"),
            number => texts::format(
                self.locale,
                limit.unit.key(),
                &[("n", i64::from(number).into())],
            ),
        };
        let parts = [
            ("limit", Value::from(words)),
            ("date", self.due(due).into()),
        ];
        texts::format(self.locale, "document-limit", &parts)
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Facts(self.rows())];
        parts.extend(self.body());
        parts.extend(self.basis().map(Part::Text));
        if self.facts.kind.names_remedies(self.facts.event) {
            parts.extend(self.remedies().map(Part::Text));
        }
        parts
    }

    /// Who applies for what, and the dates of the kind.
    fn rows(&self) -> Vec<(String, String)> {
        let facts = self.facts;
        let clock = facts.case.clock.as_ref();
        let accepted = matches!(facts.kind, DocumentKind::Acceptance);
        let flow = &facts.definition.flow;
        let result = facts.definition.guide.result.as_ref();
        let result = result.filter(|_| facts.kind == DocumentKind::Approval);
        let served = facts.served.as_ref();
        let rows = [
            ("applicant", Some(facts.name.clone())),
            ("identity", facts.identity_masked.clone()),
            ("item", Some(self.content(&facts.item).into_owned())),
            ("case", facts.case.number.as_ref().map(ToString::to_string)),
            ("submitted", facts.submitted_at.map(|at| self.time(at))),
            (
                "promised",
                clock
                    .filter(|_| accepted)
                    .map(|clock| self.limit(flow.promised, clock.promised_due)),
            ),
            (
                "statutory",
                clock
                    .filter(|_| accepted)
                    .map(|clock| self.limit(flow.statutory, clock.statutory_due)),
            ),
            (
                "result",
                result.map(|result| self.content(&result.name).into_owned()),
            ),
            ("served", served.map(|served| self.served(served))),
            ("served-how", served.map(|_| self.text("document-served-how"))),
            ("served-at", served.map(|served| self.time(served.issued_at))),
            (
                "opened-at",
                served.map(|served| match served.opened_at {
                    Some(at) => self.time(at),
                    None => self.text("document-not-opened-yet"),
                }),
            ),
        ];
        rows.into_iter()
            .filter_map(|(key, value)| Some((self.text(&format!("document-row-{key}")), value?)))
            .collect()
    }

    /// Title and number of a document that was served.
    fn served(&self, document: &CaseDocument) -> String {
        let sheet = match self.locale {
            Locale::En => &document.body.en,
            Locale::ZhHans | Locale::ZhHant => &document.body.zh,
        };
        format!("{} {}", sheet.title, sheet.number)
    }

    /// What the kind says.
    fn body(&self) -> Vec<Part> {
        let facts = self.facts;
        let say = |what: &str| Part::Text(self.say(&format!("document-{}-{what}", facts.kind.key()), &[]));
        let reasons = || Part::Points(points(facts.note.unwrap_or_default()));
        match facts.kind {
            DocumentKind::Receipt => self.receipt(),
            DocumentKind::Correction => {
                let mut parts = vec![say("body"), reasons()];
                parts.extend(self.correction_due());
                parts
            }
            DocumentKind::Acceptance => self.acceptance(),
            DocumentKind::NonAcceptance | DocumentKind::Rejection => vec![say("body"), reasons()],
            DocumentKind::Approval => {
                let mut parts = vec![say("body")];
                parts.extend(facts.note.map(|note| {
                    let opinion = [("text", Value::from(note))];
                    Part::Text(texts::format(self.locale, "document-approval-opinion", &opinion))
                }));
                parts.push(say("next"));
                parts
            }
            DocumentKind::SpecialProcedure | DocumentKind::Extension => vec![say("body"), reasons()],
            DocumentKind::Termination => vec![say("withdrawn")],
            DocumentKind::ServiceProof => vec![say("body")],
        }
    }

    fn receipt(&self) -> Vec<Part> {
        let materials = &self.facts.materials;
        let mut parts = vec![Part::Text(self.text("document-receipt-body"))];
        if materials.is_empty() {
            parts.push(Part::Text(self.text("document-receipt-no-materials")));
        } else {
            let count = i64::try_from(materials.len()).unwrap_or(i64::MAX);
            let count = [("n", Value::from(count))];
            parts.push(Part::Text(texts::format(
                self.locale,
                "document-receipt-materials",
                &count,
            )));
            parts.push(Part::Points(
                materials.iter().map(|one| self.material(one)).collect(),
            ));
        }
        parts.extend(self.facts.case.state.acceptance_due().map(|due| {
            let date = [("date", Value::from(self.due(due)))];
            Part::Text(self.say("document-receipt-next", &date))
        }));
        parts.push(Part::Text(self.text("document-receipt-limits")));
        parts
    }

    fn material(&self, material: &Material) -> String {
        let name = self.content(&material.name);
        let files = i64::try_from(material.files).unwrap_or(i64::MAX);
        let parts = [
            ("name", Value::from(name.as_ref())),
            ("n", Value::from(files)),
        ];
        let key = format!("document-material-{}", material.way.key());
        texts::format(self.locale, &key, &parts)
    }

    fn correction_due(&self) -> Option<Part> {
        let CaseState::CorrectionRequested { due, .. } = &self.facts.case.state else {
            return None;
        };
        let date = [("date", Value::from(self.due(*due)))];
        Some(Part::Text(texts::format(
            self.locale,
            "document-correction-due",
            &date,
        )))
    }

    fn acceptance(&self) -> Vec<Part> {
        let facts = self.facts;
        let day = facts.case.clock.map_or_else(
            || civil_date(facts.now),
            |clock| clock.accepted_on,
        );
        let key = match facts.event {
            EventKind::DeemAccepted => "document-acceptance-deemed",
            _ => "document-acceptance-body",
        };
        let date = [("date", Value::from(self.date(day)))];
        vec![
            Part::Text(texts::format(self.locale, key, &date)),
            Part::Text(self.say("document-acceptance-clock", &[])),
        ]
    }

    /// What it rests on: the law of the step, and what the service itself rests on.
    fn basis(&self) -> Option<String> {
        let ground = self.facts.kind.ground(self.facts.item_type);
        let ground = ground.map(|ground| self.text(ground.key()));
        let own = self.facts.definition.guide.legal_basis.iter().map(|basis| {
            let parts = [
                ("law", Value::from(basis.law.as_str())),
                (
                    "article",
                    basis.article.as_deref().unwrap_or_default().into(),
                ),
            ];
            texts::format(self.locale, "document-law", &parts)
        });
        let all: Vec<String> = ground.into_iter().chain(own).collect();
        (!all.is_empty()).then(|| {
            let all = all.join(texts::text(self.locale, "document-and"));
            texts::format(self.locale, "document-basis", &[("laws", all.into())])
        })
    }

    /// Review and suit, and what the guide says of them.
    fn remedies(&self) -> impl Iterator<Item = String> {
        let office = self.content(&self.facts.office);
        let general = [("office", Value::from(office.as_ref()))];
        let general = texts::format(self.locale, "document-remedies", &general);
        let review = self.facts.definition.guide.review.as_ref().map(|review| {
            let said = [("text", Value::from(self.content(review).into_owned()))];
            texts::format(self.locale, "document-remedies-guide", &said)
        });
        [Some(general), review].into_iter().flatten()
    }
}

/// The points of what an officer wrote: one a line. Numbers that stand before them go, since the document
/// numbers its points itself.
fn points(written: &str) -> Vec<String> {
    written
        .lines()
        .map(|line| unnumbered(line.trim()).to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// A line without the number before it: `1.`, `1)` and their full-width forms. A number that goes on, such as
/// that of a year, is part of the line.
fn unnumbered(line: &str) -> &str {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = rest.len() < line.len();
    match rest.strip_prefix(['.', ')', '\u{3001}', '\u{ff0e}', '\u{ff09}']) {
        Some(rest) if numbered && !rest.starts_with(|next: char| next.is_ascii_digit()) => {
            rest.trim_start()
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lose_their_own_numbers_and_nothing_else() {
        let written = "1. 补充照片\n\n2、补充户口簿\n （3）保留\n3）补充地址\n2026年的证明\n3.5 寸照片\n)无编号";
        assert_eq!(
            points(written),
            [
                "补充照片",
                "补充户口簿",
                "（3）保留",
                "补充地址",
                "2026年的证明",
                "3.5 寸照片",
                ")无编号",
            ]
        );
    }

    #[test]
    fn every_text_of_every_kind_is_there() {
        for locale in Locale::ALL {
            let there = |key: String| assert!(texts::exists(locale, &key), "{key}");
            for kind in DocumentKind::ALL {
                there(format!("document-title-{}", kind.key()));
                there(format!("document-word-{}", kind.key()));
            }
            for ground in domain::documents::Ground::ALL {
                there(ground.key().to_owned());
            }
            for way in SlotAnswer::ALL {
                there(format!("document-material-{}", way.key()));
            }
        }
    }
}
