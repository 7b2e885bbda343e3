//! Divisions that applicants name in words.

use std::collections::BTreeMap;

use domain::forms::{FieldKind, FormDefinition};

use crate::{Internal, Portal};

/// Puts the code in place of each division that was named in words. Words that mean no division, or
/// several, stay as they were typed, and the page says so.
pub(crate) async fn resolve(
    portal: &Portal,
    form: &FormDefinition,
    mut posted: BTreeMap<String, Vec<String>>,
) -> Result<BTreeMap<String, Vec<String>>, Internal> {
    for (name, values) in &mut posted {
        let (key, part) = name.split_once(':').unwrap_or((name, ""));
        let is_division = match form.field(key).map(|field| &field.kind) {
            Some(FieldKind::Division) => part.is_empty(),
            Some(FieldKind::Address) => part == "division",
            _ => false,
        };
        if let Some(words) = values.first_mut().filter(|_| is_division)
            && !words.trim().is_empty()
            && let Some(code) = portal.catalogue().find_division(words).await?
        {
            *words = code;
        }
    }
    Ok(posted)
}
