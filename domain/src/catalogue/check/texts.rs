//! Texts that are missing in one of the languages.

use serde_json::Value;

use super::DefinitionProblem as Problem;
use crate::catalogue::ServiceDefinition;

/// Looks at the definition as it is written down, so that no text can be forgotten, whatever parts it
/// gets one day.
pub(super) fn check(definition: &ServiceDefinition, problems: &mut Vec<Problem>) {
    if let Ok(written) = serde_json::to_value(definition) {
        walk(&written, &mut Vec::new(), problems);
    }
}

fn walk(value: &Value, path: &mut Vec<String>, problems: &mut Vec<Problem>) {
    match value {
        Value::Object(parts) if parts.contains_key("zh") => {
            let there = |language: &str| {
                let words = parts.get(language).and_then(Value::as_str);
                words.is_some_and(|words| !words.trim().is_empty())
            };
            if !there("zh") {
                problems.push(Problem::WithoutChinese(path.join("/")));
            }
            if !there("en") {
                problems.push(Problem::Untranslated(path.join("/")));
            }
        }
        Value::Object(parts) => {
            for (name, part) in parts {
                path.push(name.clone());
                walk(part, path, problems);
                path.pop();
            }
        }
        Value::Array(parts) => {
            for (place, part) in parts.iter().enumerate() {
                // People find a question by its key, not by its number.
                let key = ["key", "value"]
                    .iter()
                    .find_map(|name| part.get(name)?.as_str());
                path.push(key.map_or_else(|| (place + 1).to_string(), str::to_owned));
                walk(part, path, problems);
                path.pop();
            }
        }
        _ => {}
    }
}
