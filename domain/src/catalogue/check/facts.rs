//! Tell us once: no form asks for the same fact twice, nor for one that a register holds, and what it is
//! filled in from can fill it in (在线政务服务若干规定 art. 7).

use super::{DefinitionProblem as Problem, is_type_code};
use crate::forms::{
    CertificateLine, Expression, Field, FieldKind, FormDefinition, Prefill, RegisterField, Relation,
};

/// How the questions of applicants that a register answers are usually worded.
const REGISTER_LABELS: [&str; 9] = [
    "姓名",
    "性别",
    "民族",
    "出生日期",
    "公民身份号码",
    "身份证号",
    "身份证号码",
    "户籍地址",
    "社会保障号码",
];

pub(super) fn check(form: &FormDefinition, problems: &mut Vec<Problem>) {
    for field in form.fields() {
        check_source(field, false, problems);
        check_register(field, problems);
    }
    check_twice(form, problems);
}

/// Whether the source of a field can fill it in. Rows are about other people and other things, which no
/// source knows.
fn check_source(field: &Field, in_row: bool, problems: &mut Vec<Problem>) {
    if let Some(source) = &field.prefill {
        if in_row || !field.kind.can_come_from(source) {
            problems.push(Problem::CannotBeFilled(field.key.clone()));
        }
        if let Prefill::Certificate(line) = source
            && (!is_type_code(&line.type_code) || line.line.trim().is_empty())
        {
            problems.push(Problem::BadCertificateLine(field.key.clone()));
        }
    }
    // What the applicant has said before stays the applicant's own.
    let somebody_else = matches!(
        field.prefill,
        Some(Prefill::Register(_) | Prefill::Certificate(_))
    );
    if field.locked && !somebody_else {
        problems.push(Problem::LockedWithoutSource(field.key.clone()));
    }
    for column in field.kind.row_fields() {
        check_source(column, true, problems);
    }
}

/// What the registers know of the applicant is not asked, not even once more. Rows ask about other people.
fn check_register(field: &Field, problems: &mut Vec<Problem>) {
    let label = field
        .label
        .zh
        .trim_start_matches("您的")
        .trim_start_matches("申请人");
    let is_known = RegisterField::parse(&field.key).is_some() || REGISTER_LABELS.contains(&label);
    let is_filled = matches!(
        field.prefill,
        Some(Prefill::Register(_) | Prefill::Certificate(_))
    );
    if is_known && !is_filled && field.computed.is_none() {
        problems.push(Problem::AsksWhatRegisterKnows(field.key.clone()));
    }
}

/// What a question asks for.
#[derive(PartialEq)]
enum Fact<'f> {
    /// A value of a register.
    Register(RegisterField),
    /// A line of a certificate.
    Line(&'f CertificateLine),
    /// The applicant.
    Me,
    /// What the question says, to be answered in one way.
    Words(&'f str, &'f FieldKind),
}

/// A question and the conditions on which it is asked.
struct Asked<'f> {
    key: &'f str,
    fact: Fact<'f>,
    when: [Option<&'f Expression>; 3],
}

/// Questions for the same fact that are always asked together. On different conditions the second may be
/// about something else, such as where a letter goes, with the register's value as a proposal.
fn check_twice(form: &FormDefinition, problems: &mut Vec<Problem>) {
    let mut asked: Vec<Asked<'_>> = Vec::new();
    for step in &form.steps {
        for section in &step.sections {
            for field in &section.fields {
                let when = [&step.when, &section.when, &field.when].map(Option::as_ref);
                let Some(fact) = fact(field) else {
                    continue;
                };
                let same = |one: &&Asked<'_>| one.fact == fact && one.when == when;
                if let Some(first) = asked.iter().find(same) {
                    problems.push(Problem::AsksTwice {
                        first: first.key.to_owned(),
                        again: field.key.clone(),
                    });
                }
                let key = &field.key;
                asked.push(Asked { key, fact, when });
            }
        }
    }
}

/// What a question asks for; nothing where it is worked out, or asks for consent, which is given to each
/// sentence.
fn fact(field: &Field) -> Option<Fact<'_>> {
    if field.computed.is_some() {
        return None;
    }
    match (&field.prefill, &field.kind) {
        (Some(Prefill::Register(known)), _) => Some(Fact::Register(*known)),
        (Some(Prefill::Certificate(line)), _) => Some(Fact::Line(line)),
        (_, FieldKind::Declaration { .. }) => None,
        (_, FieldKind::Person { relations }) if relations == &[Relation::Me] => Some(Fact::Me),
        // A question without words is a mistake of its own.
        (_, _) if field.label.zh.trim().is_empty() => None,
        (_, kind) => Some(Fact::Words(field.label.zh.trim(), kind)),
    }
}
