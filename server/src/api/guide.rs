//! Guides of service items.

use domain::calendar::TimeLimit;
use domain::catalogue::{CodeParty, Faq, Fee, Guide, GuideMaterial, Place, SpecialProcedure};
use serde::Serialize;
use utoipa::ToSchema;

use super::items::Text;

/// A time limit with its unit: `working_days`, `natural_days`, `hours`, `months` or `years`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Limit {
    number: u32,
    unit: serde_json::Value,
}

impl TryFrom<TimeLimit> for Limit {
    type Error = portal::Internal;

    fn try_from(limit: TimeLimit) -> Result<Self, Self::Error> {
        Ok(Self {
            number: limit.number,
            unit: serde_json::to_value(limit.unit)?,
        })
    }
}

/// A material 材料 of a guide.
#[derive(Debug, Serialize, ToSchema)]
pub struct Material {
    name: Text,
    /// `required`, `optional` or `deferred` 容缺.
    necessity: serde_json::Value,
    /// How it need not be handed in 免提交, where it need not.
    exempt: Option<Text>,
    /// The way in which it need not: `none`, `certificate`, `generated`, `shared` or `commitment`.
    exemption: serde_json::Value,
    /// The condition (CEL) over the early questions under which it is needed; always when not said.
    when: Option<String>,
    /// Who issues it.
    issuer: Option<Text>,
    originals: u8,
    copies: u8,
}

impl TryFrom<&GuideMaterial> for Material {
    type Error = portal::Internal;

    fn try_from(material: &GuideMaterial) -> Result<Self, Self::Error> {
        Ok(Self {
            name: (&material.name).into(),
            necessity: serde_json::to_value(material.necessity)?,
            exempt: material.exempt.as_ref().map(Text::from),
            exemption: serde_json::to_value(material.exemption)?,
            when: material.when.as_ref().map(|when| when.source().to_owned()),
            issuer: material.issuer.as_ref().map(Text::from),
            originals: material.originals,
            copies: material.copies,
        })
    }
}

/// The guide 办事指南 of an item that can be applied for online.
#[derive(Debug, Serialize, ToSchema)]
pub struct ItemGuide {
    /// Version of the definition that new cases start on.
    version: u32,
    summary: Text,
    /// Conditions of acceptance 受理条件.
    conditions: Vec<Text>,
    materials: Vec<Material>,
    /// Promised limit 承诺时限.
    promised: Limit,
    /// Statutory limit 法定时限.
    statutory: Limit,
    /// Whether it costs nothing.
    free: bool,
    /// How often the applicant has to come in person.
    on_site_visits: u8,
    /// Telephone for questions.
    consult_phone: String,
    /// Telephone for complaints.
    complaint_phone: String,
    fees: Vec<ItemFee>,
    /// Whether fees can be paid online.
    online_payment: bool,
    /// Steps outside the limit 特别程序.
    special: Vec<Special>,
    /// Counters.
    places: Vec<Counter>,
    /// Questions and answers.
    faq: Vec<Question>,
    /// Rights of the applicant.
    rights: Vec<Text>,
    /// Duties of the applicant.
    duties: Vec<Text>,
    /// The right side of the guide 权力信息, as definitions have it.
    #[schema(value_type = Object)]
    authority: serde_json::Value,
    authority_codes: AuthorityCodes,
}

/// What the right side of the guide says in numbers, in the list that `codes` names.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuthorityCodes {
    /// Level that exercises the power 行使层级; none where it is not said or the list has no number for it.
    level: Option<u8>,
    /// How far away one may live 通办范围; none where it is not said.
    scope: Option<u8>,
}

/// A fee.
#[derive(Debug, Serialize, ToSchema)]
pub struct ItemFee {
    name: Text,
    /// The amount as published.
    amount: String,
    /// The document that allows it.
    basis: Option<String>,
    /// Who pays less, and by which rule.
    reduction: Option<Text>,
}

/// A step outside the limit 特别程序.
#[derive(Debug, Serialize, ToSchema)]
pub struct Special {
    name: Text,
    limit: Option<Limit>,
}

/// A counter.
#[derive(Debug, Serialize, ToSchema)]
pub struct Counter {
    name: Text,
    address: Text,
    phone: String,
    hours: Vec<Hours>,
    /// How to get there 交通指引.
    transport: Option<Text>,
}

/// Hours that are the same on several days of the week.
#[derive(Debug, Serialize, ToSchema)]
pub struct Hours {
    /// First day, 1 for Monday.
    from_day: u8,
    /// Last day, 7 for Sunday.
    to_day: u8,
    /// `HH:MM`.
    opens: String,
    /// `HH:MM`.
    closes: String,
}

/// A question and its answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Question {
    question: Text,
    answer: Text,
}

impl From<&Fee> for ItemFee {
    fn from(fee: &Fee) -> Self {
        Self {
            name: (&fee.name).into(),
            amount: fee.amount.clone(),
            basis: fee.basis.clone(),
            reduction: fee.reduction.as_ref().map(Text::from),
        }
    }
}

impl From<&Place> for Counter {
    fn from(place: &Place) -> Self {
        let hours = place.hours.iter().map(|opening| Hours {
            from_day: opening.from_day,
            to_day: opening.to_day,
            opens: opening.opens.format("%H:%M").to_string(),
            closes: opening.closes.format("%H:%M").to_string(),
        });
        Self {
            name: (&place.name).into(),
            address: (&place.address).into(),
            phone: place.phone.clone(),
            hours: hours.collect(),
            transport: place.transport.as_ref().map(Text::from),
        }
    }
}

impl From<&Faq> for Question {
    fn from(faq: &Faq) -> Self {
        Self {
            question: (&faq.question).into(),
            answer: (&faq.answer).into(),
        }
    }
}

impl TryFrom<&SpecialProcedure> for Special {
    type Error = portal::Internal;

    fn try_from(step: &SpecialProcedure) -> Result<Self, Self::Error> {
        Ok(Self {
            name: (&step.name).into(),
            limit: step.limit.map(Limit::try_from).transpose()?,
        })
    }
}

impl ItemGuide {
    pub(super) fn new(
        version: u32,
        guide: &Guide,
        codes: CodeParty,
    ) -> Result<Self, portal::Internal> {
        let authority = &guide.authority;
        Ok(Self {
            version,
            summary: (&guide.summary).into(),
            conditions: guide.conditions.iter().map(Text::from).collect(),
            materials: guide
                .materials
                .iter()
                .map(Material::try_from)
                .collect::<Result<_, _>>()?,
            promised: guide.promised.try_into()?,
            statutory: guide.statutory.try_into()?,
            free: guide.fees.is_empty(),
            on_site_visits: guide.on_site_visits,
            consult_phone: guide.consult_phone.clone(),
            complaint_phone: guide.complaint_phone.clone(),
            fees: guide.fees.iter().map(ItemFee::from).collect(),
            online_payment: guide.online_payment,
            special: guide
                .special
                .iter()
                .map(Special::try_from)
                .collect::<Result<_, _>>()?,
            places: guide.places.iter().map(Counter::from).collect(),
            faq: guide.faq.iter().map(Question::from).collect(),
            rights: guide.rights.iter().map(Text::from).collect(),
            duties: guide.duties.iter().map(Text::from).collect(),
            authority: serde_json::to_value(authority)?,
            authority_codes: AuthorityCodes {
                level: authority.level.and_then(|level| level.number(codes)),
                scope: authority.scope.and_then(|scope| scope.number(codes)),
            },
        })
    }
}
