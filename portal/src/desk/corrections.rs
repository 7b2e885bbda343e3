//! What the applicant has changed when they handed the case in again, beside what was asked.

use chrono::{DateTime, Utc};
use domain::cases::{Case, Demands, Event, EventKind, Point};
use domain::forms::{Answers, MaterialSlot, corrected};
use domain::text::Text;
use entities::{case_answers_version, case_event};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Desk;
use crate::Internal;
use crate::cases::{CaseView, MaterialView};

/// The last time that a case was handed in again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What was said about the whole.
    pub notice: String,
    /// What has changed or was asked for, in the order of the form.
    pub points: Vec<CorrectionPoint>,
    /// The materials whose files have changed or were marked, in the order of the form.
    pub files: Vec<CorrectedFiles>,
}

/// The files of one material, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectedFiles {
    /// The material.
    pub name: Text,
    /// What was said about it and about pages of its files.
    pub asked: Vec<Point>,
    /// What was handed in before.
    pub before: Vec<MaterialView>,
    /// What was handed in afterwards.
    pub after: Vec<MaterialView>,
}

/// One answer, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionPoint {
    /// The question.
    pub label: Text,
    /// What was said about it.
    pub why: Option<String>,
    /// What was answered before.
    pub before: Option<Text>,
    /// What is answered now.
    pub after: Option<Text>,
}

impl Desk<'_> {
    /// What has changed between the last two times that the case was handed in; none when it was handed in
    /// once.
    pub(super) async fn correction(&self, view: &CaseView) -> Result<Option<Correction>, Internal> {
        let (case, form) = (&view.case, &view.definition.form);
        let db = self.0.db().read();
        let versions = case_answers_version::Entity::find()
            .filter(case_answers_version::Column::CaseId.eq(case.id.as_str()))
            .order_by_desc(case_answers_version::Column::Revision)
            .limit(2)
            .all(db)
            .await?;
        let [after, before] = versions.as_slice() else {
            return Ok(None);
        };
        let asked = self.asked(case, before.revision, after.revision).await?;
        let files = files(view, &asked, before.at, after.at);
        let (before, after) = (self.version(before)?, self.version(after)?);
        let mut points: Vec<_> = corrected(form, &before, &after)
            .into_iter()
            .map(|one| CorrectionPoint {
                why: why(&asked, &one.key).map(str::to_owned),
                label: one.label,
                before: one.before,
                after: one.after,
            })
            .collect();
        // What was asked for and stayed as it was.
        for field in form.fields() {
            let same = before.values(&field.key) == after.values(&field.key);
            if let Some(why) = asked.about_field(&field.key)
                && same
                && field.kind.row_fields().is_empty()
            {
                points.push(CorrectionPoint {
                    label: field.label.clone(),
                    why: Some(why.to_owned()),
                    before: form.shown(&field.key, &before),
                    after: form.shown(&field.key, &after),
                });
            }
        }
        let notice = asked.notice;
        Ok(Some(Correction {
            notice,
            points,
            files,
        }))
    }

    fn version(&self, row: &case_answers_version::Model) -> Result<Answers, Internal> {
        let id = format!("{}/{}", row.case_id, row.revision);
        let keys = self.0.keys();
        keys.open_json("case_answers_version", "body", &id, &row.body)
    }

    /// What was asked between two revisions.
    async fn asked(&self, case: &Case, from: i32, until: i32) -> Result<Demands, Internal> {
        let kinds = [EventKind::RequestCorrection, EventKind::ReturnPrecheck];
        let row = case_event::Entity::find()
            .filter(case_event::Column::CaseId.eq(case.id.as_str()))
            .filter(case_event::Column::Sequence.between(from, until))
            .filter(case_event::Column::Kind.is_in(kinds.map(EventKind::key)))
            .order_by_desc(case_event::Column::Sequence)
            .one(self.0.db().read())
            .await?;
        let Some((row, data)) = row.and_then(|mut row| Some((row.sequence, row.data.take()?)))
        else {
            return Ok(Demands::default());
        };
        let id = format!("{}/{row}", case.id);
        let event: Event = self.0.keys().open_json("case_event", "data", &id, &data)?;
        Ok(event.asked().cloned().unwrap_or_default())
    }
}

/// What lay in each material when the case was handed in before and when it was handed in after, where that
/// differs or something was said about it.
fn files(
    view: &CaseView,
    asked: &Demands,
    before: DateTime<Utc>,
    after: DateTime<Utc>,
) -> Vec<CorrectedFiles> {
    let there = |slot: &MaterialSlot, at: DateTime<Utc>| -> Vec<MaterialView> {
        let all = view.materials.iter().chain(&view.set_aside);
        let all = all.filter(|file| file.slot == slot.key && file.added_at <= at);
        let there = all.filter(|file| file.set_aside_at.is_none_or(|taken| taken > at));
        there.cloned().collect()
    };
    let slots = view.definition.form.materials();
    let files = slots.map(|slot| CorrectedFiles {
        name: slot.name.clone(),
        asked: asked.about_material(&slot.key).cloned().collect(),
        before: there(slot, before),
        after: there(slot, after),
    });
    files
        .filter(|files| !files.asked.is_empty() || files.before != files.after)
        .collect()
}

/// What was said about an answer; about a whole group where it is a cell of it.
fn why<'a>(asked: &'a Demands, key: &str) -> Option<&'a str> {
    let outermost = key.split('.').next().unwrap_or_default();
    asked
        .about_field(key)
        .or_else(|| asked.about_field(outermost))
}
