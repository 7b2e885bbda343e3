//! Saving one part of a working copy.

use std::collections::BTreeMap;

use domain::catalogue::editing::{DraftEvent, ListStep, Part, Sheet};
use domain::text::Locale;

use super::store::{self, Draft};
use super::{Editor, EditorError};
use crate::accounts::Officer;

/// What was typed on the page of a part.
#[derive(Clone, Debug)]
pub struct Typed {
    /// The part.
    pub part: Part,
    /// What was typed, by the input's name.
    pub posted: BTreeMap<String, Vec<String>>,
    /// The list that a button stands beside, and the step that it takes on it.
    pub step: Option<(String, ListStep)>,
    /// The language in which choices were shown.
    pub locale: Locale,
}

impl Editor<'_> {
    /// Writes a part of a working copy as the officer saw it, then takes the step on a list.
    ///
    /// # Errors
    /// [`EditorError::Typed`] when something cannot be written down, and then nothing is;
    /// [`EditorError::Changed`] when `revision` is no longer the working copy's.
    pub async fn save(
        &self,
        officer: &Officer,
        id: &str,
        revision: u32,
        typed: Typed,
    ) -> Result<(), EditorError> {
        let now = self.0.now();
        let (officer, id) = (officer.clone(), id.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let draft = store::lock(tx, &officer, &id, revision).await?;
                    let mut draft = written(draft, typed)?;
                    draft.copy = draft.copy.apply(DraftEvent::Edit, &officer.party(), now)?;
                    draft.updated_at = now;
                    draft.updated_by = officer.id.clone();
                    store::keep(tx, &draft, store::actor(&officer), "editor.save").await?;
                    Ok(())
                })
            })
            .await
    }
}

/// The working copy with what was typed.
fn written(mut draft: Draft, typed: Typed) -> Result<Draft, EditorError> {
    let document = draft.document()?;
    let mut sheet = Sheet::open(typed.part, document, typed.locale).ok_or(EditorError::NotFound)?;
    let problems = sheet.write(&typed.posted);
    if !problems.is_empty() {
        return Err(EditorError::Typed(problems));
    }
    if let Some((list, step)) = &typed.step {
        // A step that has become impossible was pressed on an old page; what was typed counts.
        let _moved = sheet.step(list, step);
    }
    let mut document = sheet.into_document();
    let unfit = |_| EditorError::Typed(vec![(String::new(), "editor-problem-unfit")]);
    let before = (draft.item.code.clone(), draft.item.department.clone());
    draft.item = serde_json::from_value(document["item"].take()).map_err(unfit)?;
    (draft.item.code, draft.item.department) = before;
    draft.definition = serde_json::from_value(document["definition"].take()).map_err(unfit)?;
    draft.definition.agree_on_limits();
    Ok(draft)
}
