//! Answers as people read them.

use super::{Answers, FieldKind, FormDefinition};
use crate::Text;

impl FormDefinition {
    /// The answer to a field in words: the labels of chosen options, otherwise what was typed.
    /// `None` when there is no such field or no answer. Divisions stay codes: whoever knows their names
    /// puts them in place.
    pub fn shown(&self, key: &str, answers: &Answers) -> Option<Text> {
        let values = answers.values(key);
        if values.is_empty() {
            return None;
        }
        match &self.field(key)?.kind {
            FieldKind::Choice { options } | FieldKind::Choices { options } => {
                let chosen: Vec<_> = options
                    .iter()
                    .filter(|option| values.contains(&option.value))
                    .collect();
                let zh: Vec<_> = chosen
                    .iter()
                    .map(|option| option.label.zh.as_str())
                    .collect();
                let en: Option<Vec<_>> = chosen
                    .iter()
                    .map(|option| option.label.en.as_deref())
                    .collect();
                Some(Text {
                    zh: zh.join("、"),
                    en: en.map(|en| en.join(", ")),
                })
            }
            _ => Some(Text::zh(values.join(" "))),
        }
    }
}
