//! The words of a document: made once, on the day of issue, and kept.

use chrono::{DateTime, Utc};
use domain::calendar::civil_date;
use domain::cases::{Case, CaseState, Event, Joint};
use domain::catalogue::{ItemType, ServiceDefinition};
use domain::documents::{DocumentKind, DocumentNumber, Part, Sheet, VerificationCode};
use domain::forms::SlotAnswer;
use domain::text::{Locale, Text};

use super::CaseDocument;
use super::points::points;
use super::words::Words;
use crate::cases::MaterialView;
use crate::texts::{self, Value};

/// The last part of a Fluent key `document-row-…`, and the value where there is one.
type Row = (&'static str, Option<String>);

/// What a document can speak of.
pub(super) struct Facts<'a> {
    /// What it is.
    pub(super) kind: DocumentKind,
    /// What makes it.
    pub(super) event: &'a Event,
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
    /// The files that can be marked; for a notice of corrections only.
    pub(super) files: Vec<MaterialView>,
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
        addressee: words.format(
            "document-addressee",
            &[("name", facts.name.as_str().into())],
        ),
        parts: words.parts(),
        office: words.content(&facts.office).into_owned(),
        dated: words.date(civil_date(facts.now)),
        notes: vec![
            words.text("document-note-electronic"),
            words.format("document-note-check", &check),
        ],
    }
}

impl Words<'_> {
    pub(super) fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Facts(self.rows())];
        parts.extend(self.body());
        parts.extend(self.basis().map(Part::Text));
        if self.facts.kind.names_remedies(self.facts.event.kind()) {
            parts.extend(self.remedies().map(Part::Text));
        }
        parts
    }

    /// Who applies for what, and the facts of the kind.
    fn rows(&self) -> Vec<(String, String)> {
        let facts = self.facts;
        let number = facts.case.number.as_ref().map(ToString::to_string);
        let rows = [
            ("applicant", Some(facts.name.clone())),
            ("identity", facts.identity_masked.clone()),
            ("item", Some(self.content(&facts.item).into_owned())),
            ("case", number),
            ("submitted", facts.submitted_at.map(|at| self.time(at))),
        ];
        let own = match facts.kind {
            DocumentKind::Acceptance | DocumentKind::Extension => self.clock_rows(),
            DocumentKind::SpecialProcedure => self.pause_rows(),
            DocumentKind::Approval => self.result_row(),
            DocumentKind::ServiceProof => self.served_rows(),
            _ => Vec::new(),
        };
        rows.into_iter()
            .chain(own)
            .filter_map(|(key, value)| Some((self.text(&format!("document-row-{key}")), value?)))
            .collect()
    }

    fn clock_rows(&self) -> Vec<Row> {
        let Some(clock) = &self.facts.case.clock else {
            return Vec::new();
        };
        let flow = &self.facts.definition.flow;
        let until = |limit, due| match &clock.extension {
            // With an extension the limit of the flow alone would not lead to the day.
            Some(_) => self.due(due),
            None => self.limit_until(limit, due),
        };
        let promised = until(flow.promised, clock.promised_due);
        let statutory = until(flow.statutory, clock.statutory_due);
        vec![("promised", Some(promised)), ("statutory", Some(statutory))]
    }

    fn pause_rows(&self) -> Vec<Row> {
        let (Event::Suspend { kind, length, .. }, CaseState::Suspended { until, .. }) =
            (self.facts.event, &self.facts.case.state)
        else {
            return Vec::new();
        };
        let what = self.text(&format!("procedure-{}", kind.key()));
        vec![
            ("procedure", Some(what)),
            ("length", Some(self.limit_until(*length, *until))),
        ]
    }

    fn result_row(&self) -> Vec<Row> {
        let result = self.facts.definition.guide.result.as_ref();
        let name = result.map(|result| self.content(&result.name).into_owned());
        vec![("result", name)]
    }

    fn served_rows(&self) -> Vec<Row> {
        let Some(document) = &self.facts.served else {
            return Vec::new();
        };
        let sheet = match self.locale {
            Locale::En => &document.body.en,
            Locale::ZhHans | Locale::ZhHant => &document.body.zh,
        };
        let opened = match document.opened_at {
            Some(at) => self.time(at),
            None => self.text("document-not-opened-yet"),
        };
        let how = match self.facts.event {
            Event::Deliver { how } => Some(self.text(&format!("document-served-{}", how.key()))),
            _ => None,
        };
        vec![
            ("served", Some(format!("{} {}", sheet.title, sheet.number))),
            ("served-how", how),
            ("served-at", Some(self.time(self.facts.now))),
            ("opened-at", Some(opened)),
        ]
    }

    /// What the kind says.
    fn body(&self) -> Vec<Part> {
        let say = |key: &str| Part::Text(self.say(key, &[]));
        match self.facts.kind {
            DocumentKind::Receipt => self.receipt(),
            DocumentKind::Correction => self.correction(),
            DocumentKind::Acceptance => self.acceptance(),
            DocumentKind::NonAcceptance => match self.facts.event {
                Event::RefuseAcceptance { ground, .. } => vec![
                    say(&format!("document-non-acceptance-{}", ground.key())),
                    say("document-non-acceptance-body"),
                    self.reasons(),
                ],
                _ => vec![say("document-non-acceptance-body"), self.reasons()],
            },
            DocumentKind::SpecialProcedure => {
                vec![say("document-special-procedure-body"), self.reasons()]
            }
            DocumentKind::Extension => self.extension(),
            DocumentKind::Approval => self.approval(),
            DocumentKind::Rejection => vec![say("document-rejection-body"), self.reasons()],
            DocumentKind::Termination => self.termination(),
            DocumentKind::ServiceProof => vec![say("document-service-proof-body")],
        }
    }

    /// What was written with the event, point by point.
    fn reasons(&self) -> Part {
        Part::Points(points(self.facts.event.note().unwrap_or_default()))
    }

    fn receipt(&self) -> Vec<Part> {
        let materials = &self.facts.materials;
        let mut parts = vec![Part::Text(self.text("document-receipt-body"))];
        if materials.is_empty() {
            parts.push(Part::Text(self.text("document-receipt-no-materials")));
        } else {
            let count = i64::try_from(materials.len()).unwrap_or(i64::MAX);
            let count = self.format("document-receipt-materials", &[("n", count.into())]);
            parts.push(Part::Text(count));
            let all = materials.iter().map(|one| self.material(one)).collect();
            parts.push(Part::Points(all));
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
        let key = format!("document-material-{}", material.way.key());
        self.format(&key, &[("name", name.as_ref().into()), ("n", files.into())])
    }

    /// Every point, those about single answers and materials first.
    fn correction(&self) -> Vec<Part> {
        let mut parts = vec![Part::Text(self.say("document-correction-body", &[]))];
        if let Event::RequestCorrection { asked } = self.facts.event {
            let marked = asked.points.iter().map(|point| self.point(point));
            let all = marked.chain(points(&asked.notice)).collect();
            parts.push(Part::Points(all));
        }
        if let CaseState::CorrectionRequested { due, .. } = &self.facts.case.state {
            let date = [("date", Value::from(self.due(*due)))];
            parts.push(Part::Text(self.format("document-correction-due", &date)));
        }
        parts
    }

    fn acceptance(&self) -> Vec<Part> {
        let facts = self.facts;
        let clock = facts.case.clock.as_ref();
        let day = clock.map_or_else(|| civil_date(facts.now), |clock| clock.accepted_on);
        let key = match facts.event {
            Event::DeemAccepted => "document-acceptance-deemed",
            _ => "document-acceptance-body",
        };
        let mut parts = vec![
            Part::Text(self.format(key, &[("date", self.date(day).into())])),
            Part::Text(self.say("document-acceptance-clock", &[])),
        ];
        if let Some(joint) = &facts.definition.flow.joint {
            parts.push(Part::Text(self.say("document-acceptance-joint", &[])));
            parts.push(Part::Points(self.matters(joint)));
        }
        parts
    }

    /// The matters of a joint service, each with the limit that its department promises.
    fn matters(&self, joint: &Joint) -> Vec<String> {
        let matters = joint.matters.iter();
        matters
            .map(|matter| {
                let name = texts::content(self.locale, &matter.name).into_owned();
                let limit = self.limit(matter.flow.promised);
                let words = [("matter", name.into()), ("limit", limit.into())];
                self.format("document-acceptance-matter", &words)
            })
            .collect()
    }

    fn extension(&self) -> Vec<Part> {
        let clock = self.facts.case.clock.as_ref();
        let by = clock.and_then(|clock| clock.extension.as_ref());
        let by = by.map(|extension| self.limit(extension.by));
        let by = [("limit", Value::from(by.unwrap_or_default()))];
        vec![
            Part::Text(self.format("document-extension-body", &by)),
            self.reasons(),
        ]
    }

    fn approval(&self) -> Vec<Part> {
        let key = match self.facts.event {
            Event::DeemGranted => "document-approval-silent",
            _ => "document-approval-body",
        };
        let mut parts = vec![Part::Text(self.say(key, &[]))];
        parts.extend(self.facts.event.note().map(|note| {
            Part::Text(self.format("document-approval-opinion", &[("text", note.into())]))
        }));
        parts.push(Part::Text(self.say("document-approval-next", &[])));
        parts
    }

    fn termination(&self) -> Vec<Part> {
        let say = |key: &str| Part::Text(self.say(key, &[]));
        match self.facts.event {
            Event::Close { ending, .. } => vec![
                say(&format!("document-termination-{}", ending.key())),
                self.reasons(),
            ],
            Event::DeemWithdrawn => vec![say("document-termination-silent")],
            _ => vec![say("document-termination-withdrawn")],
        }
    }

    /// What it rests on: the law of the step, and what the service itself rests on.
    fn basis(&self) -> Option<String> {
        let facts = self.facts;
        let law = facts.kind.law(facts.item_type, facts.event);
        let law = law.map(|law| self.text(law.key()));
        let own = facts.definition.guide.legal_basis.iter().map(|basis| {
            let article = basis.article.as_deref().unwrap_or_default();
            let (title, behind) = basis.title();
            let parts = [
                ("law", title.into()),
                ("behind", behind.into()),
                ("article", article.into()),
            ];
            self.format("document-law", &parts)
        });
        let all: Vec<String> = law.into_iter().chain(own).collect();
        (!all.is_empty()).then(|| {
            let all = all.join(texts::text(self.locale, "document-and"));
            self.format("document-basis", &[("laws", all.into())])
        })
    }

    /// Review and suit, and what the guide says of them.
    fn remedies(&self) -> impl Iterator<Item = String> {
        let office = self.content(&self.facts.office);
        let general = [("office", Value::from(office.as_ref()))];
        let general = self.format("document-remedies", &general);
        let review = self.facts.definition.guide.review.as_ref().map(|review| {
            let said = [("text", Value::from(self.content(review).into_owned()))];
            self.format("document-remedies-guide", &said)
        });
        [Some(general), review].into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_every_kind_is_there() {
        for locale in Locale::ALL {
            let there = |key: String| assert!(texts::exists(locale, &key), "{key}");
            for kind in DocumentKind::ALL {
                there(format!("document-title-{}", kind.key()));
                there(format!("document-word-{}", kind.key()));
            }
            for law in domain::documents::Law::ALL {
                there(law.key().to_owned());
            }
            for ground in domain::cases::Ground::ALL {
                there(format!("document-non-acceptance-{}", ground.key()));
            }
            for ending in domain::cases::Ending::ALL {
                there(format!("document-termination-{}", ending.key()));
            }
            for how in domain::cases::Delivery::ALL {
                there(format!("document-served-{}", how.key()));
            }
            for procedure in domain::cases::ProcedureKind::ALL {
                there(format!("procedure-{}", procedure.key()));
            }
            for way in SlotAnswer::ALL {
                there(format!("document-material-{}", way.key()));
            }
        }
    }
}
