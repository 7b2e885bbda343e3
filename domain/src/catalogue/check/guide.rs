//! The rules by which published guides are audited: what contradicts itself, and what is missing.

use super::DefinitionProblem as Problem;
use crate::catalogue::{
    Audience, Channel, Guide, HandlingType, ItemType, OnlineDepth, ResultKind, ServiceDefinition,
    ServiceItem, Topic,
};

/// Names of materials that promise to ask for more than the list says (兜底条款).
const CATCH_ALL: [&str; 6] = [
    "其他材料",
    "其它材料",
    "其他相关材料",
    "有关材料",
    "相关材料",
    "其他有关材料",
];

/// Steps that a licence has by law (行政许可法 art. 29 to 44).
const LICENCE_STEPS: [&str; 4] = ["受理", "审查", "决定", "送达"];

/// Fewest digits of a telephone number with its area code.
const MIN_PHONE_DIGITS: usize = 10;

/// What is wrong with a guide.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GuideProblem {
    /// Promised at once, but not an instant item, or the other way round.
    #[error("promised at once and handled at once must go together")]
    InstantDiffers,
    /// Visits are asked for without saying why.
    #[error("visits are asked for without a reason")]
    VisitsWithoutReason,
    /// Nobody has to come, but there is no way to apply from afar.
    #[error("without a visit one must be able to apply online or by post")]
    NoWayFromAfar,
    /// Said to be wholly online, but a visit is asked for.
    #[error("what is wholly online asks for no visit")]
    DepthWithVisits,
    /// There is an online form, but the web is no channel; or the other way round.
    #[error("the channels and the online form do not agree")]
    ChannelsDiffer,
    /// A fee without the document that allows it (行政许可法 art. 58).
    #[error("fee {0} has no basis")]
    FeeWithoutBasis(String),
    /// Paid online, but nothing is to be paid.
    #[error("nothing is to be paid, so nothing can be paid online")]
    PaymentWithoutFee,
    /// A telephone is missing, without area code, or the same for questions and complaints.
    #[error(
        "telephones for questions and complaints must both be there, with area code, and differ"
    )]
    Phones,
    /// A topic of persons, but persons are not served.
    #[error("a topic of persons, but persons are not served")]
    TopicWithoutAudience,
    /// A licence without a question and answer.
    #[error("a licence needs at least one question with its answer")]
    NoFaq,
    /// A licence without one of its steps.
    #[error("step {0} of a licence is missing")]
    StepMissing(&'static str),
    /// The steps take longer together than is promised.
    #[error("the limits of the steps are longer together than the promised one")]
    StepsTooLong,
    /// A result without a sample.
    #[error("the result has no sample")]
    ResultWithoutSample,
    /// A result that is called a certificate but is none, or the other way round.
    #[error("what is called 证 is a certificate")]
    ResultKind,
    /// Said to come as an electronic certificate, which nothing issues; or the other way round.
    #[error("an electronic result and the certificate that is issued must go together")]
    ElectronicDiffers,
    /// A material under which anything could be asked for.
    #[error("material {0} would let anything be asked for")]
    CatchAllMaterial(String),
    /// Two materials of the same key.
    #[error("material {0} is listed twice")]
    MaterialTwice(String),
    /// No law is named.
    #[error("no law is named")]
    NoLegalBasis,
    /// Opening hours that cannot be.
    #[error("the opening hours of {0} cannot be")]
    OpeningHours(String),
    /// Something must be done at a counter, but no counter is named.
    #[error("no counter is named")]
    NoPlace,
}

use GuideProblem as Wrong;

pub(super) fn check(
    definition: &ServiceDefinition,
    item: &ServiceItem,
    problems: &mut Vec<Problem>,
) {
    let guide = &definition.guide;
    let mut found = Vec::new();
    check_ways(definition, item, &mut found);
    check_money(guide, &mut found);
    check_help(guide, item, &mut found);
    check_lists(guide, item, &mut found);
    check_steps(guide, &mut found);
    check_result(definition, &mut found);
    problems.extend(found.into_iter().map(Problem::Guide));
}

fn check_ways(definition: &ServiceDefinition, item: &ServiceItem, found: &mut Vec<Wrong>) {
    let guide = &definition.guide;
    let is_instant = item.handling == Some(HandlingType::Instant);
    if item.handling.is_some() && is_instant != (guide.promised.number == 0) {
        found.push(Wrong::InstantDiffers);
    }
    let offers = |channel| guide.channels.contains(&channel);
    if guide.on_site_visits > 0 && guide.on_site_reason.is_none() {
        found.push(Wrong::VisitsWithoutReason);
    }
    if guide.on_site_visits == 0 && !offers(Channel::Web) && !offers(Channel::Post) {
        found.push(Wrong::NoWayFromAfar);
    }
    if guide.authority.depth == Some(OnlineDepth::Whole) && guide.on_site_visits > 0 {
        found.push(Wrong::DepthWithVisits);
    }
    if offers(Channel::Web) != definition.form.is_online() {
        found.push(Wrong::ChannelsDiffer);
    }
    if offers(Channel::Counter) && guide.places.is_empty() {
        found.push(Wrong::NoPlace);
    }
}

fn check_money(guide: &Guide, found: &mut Vec<Wrong>) {
    let unfounded = guide.fees.iter().filter(|fee| fee.basis.is_none());
    found.extend(unfounded.map(|fee| Wrong::FeeWithoutBasis(fee.name.zh.clone())));
    if guide.online_payment && guide.fees.is_empty() {
        found.push(Wrong::PaymentWithoutFee);
    }
}

fn check_help(guide: &Guide, item: &ServiceItem, found: &mut Vec<Wrong>) {
    let whole =
        |phone: &str| phone.chars().filter(char::is_ascii_digit).count() >= MIN_PHONE_DIGITS;
    let (consult, complaint) = (&guide.consult_phone, &guide.complaint_phone);
    if !whole(consult) || !whole(complaint) || consult == complaint {
        found.push(Wrong::Phones);
    }
    let of_persons = |topic: &Topic| {
        matches!(
            topic,
            Topic::Birth
                | Topic::Marriage
                | Topic::Retirement
                | Topic::Household
                | Topic::Disability
        )
    };
    let serves_persons = item.audiences.is_empty() || item.audiences.contains(&Audience::Person);
    if item.topics.iter().any(of_persons) && !serves_persons {
        found.push(Wrong::TopicWithoutAudience);
    }
    let unsound = guide
        .places
        .iter()
        .filter(|place| !place.hours.iter().all(super::super::Opening::is_sound));
    found.extend(unsound.map(|place| Wrong::OpeningHours(place.name.zh.clone())));
}

fn check_lists(guide: &Guide, item: &ServiceItem, found: &mut Vec<Wrong>) {
    if guide.legal_basis.is_empty() {
        found.push(Wrong::NoLegalBasis);
    }
    if item.item_type == ItemType::Licence {
        if guide.faq.is_empty() {
            found.push(Wrong::NoFaq);
        }
        let named = |step: &&&str| guide.steps.iter().any(|there| there.name.zh == **step);
        let missing = LICENCE_STEPS.iter().filter(|step| !named(step));
        found.extend(missing.map(|step| Wrong::StepMissing(step)));
    }
    for (place, material) in guide.materials.iter().enumerate() {
        if CATCH_ALL.contains(&material.name.zh.as_str()) {
            found.push(Wrong::CatchAllMaterial(material.name.zh.clone()));
        }
        let before = guide.materials.iter().take(place);
        if before.clone().any(|other| other.key == material.key) {
            found.push(Wrong::MaterialTwice(material.key.clone()));
        }
    }
}

/// Steps are shares of the promise (what it does not count stands among the special procedures). Shares
/// in another unit cannot be added to it.
fn check_steps(guide: &Guide, found: &mut Vec<Wrong>) {
    let shares = guide.steps.iter().filter_map(|step| step.limit);
    let together: u64 = shares
        .filter(|share| share.unit == guide.promised.unit)
        .map(|share| u64::from(share.number))
        .sum();
    if together > u64::from(guide.promised.number) {
        found.push(Wrong::StepsTooLong);
    }
}

fn check_result(definition: &ServiceDefinition, found: &mut Vec<Wrong>) {
    let Some(result) = &definition.guide.result else {
        return;
    };
    if result.sample.is_empty() {
        found.push(Wrong::ResultWithoutSample);
    }
    if result.name.zh.ends_with('证') && result.kind != ResultKind::Certificate {
        found.push(Wrong::ResultKind);
    }
    // A slip that is issued until the result can be collected has a name of its own.
    let agrees = match &definition.certificate {
        Some(template) => result.electronic || template.name.zh != result.name.zh,
        None => !result.electronic,
    };
    if !agrees {
        found.push(Wrong::ElectronicDiffers);
    }
}
