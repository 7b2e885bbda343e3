//! One record of an import of items: a line of JSON that has been checked.

use domain::catalogue::{Audience, ItemType, Topic, events_for, groups_for, topics_for};
use domain::identity::CreditCode;
use domain::ids::{DivisionCode, ItemCode};
use serde::{Deserialize, Serialize};

use super::filing::Filing;
use crate::digest;

/// Longest name of an item, a main item or a department, in characters. The longest official name
/// seen has 110.
const MAX_NAME_CHARS: usize = 200;
/// Longest code of a department, in characters; codes of organisations have 9 or 18.
const MAX_DEPARTMENT_CODE_CHARS: usize = 32;
/// What catalogues write where an item has no main item.
const UNCLASSIFIED: &str = "未分类";

/// A line as it stands in the source. Fields that are not named here are ignored.
#[derive(Deserialize)]
struct Raw {
    department: String,
    #[serde(default)]
    main_item: Option<String>,
    name: String,
    item_code: String,
    area_code: String,
    task_type: String,
    dept_code: String,
}

/// A checked record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ItemRecord {
    pub(super) code: ItemCode,
    pub(super) name: String,
    pub(super) main_item: Option<String>,
    pub(super) item_type: ItemType,
    pub(super) region: DivisionCode,
    pub(super) department_name: String,
    /// Code of the department as the source gives it; one department may come with several.
    pub(super) department_code: String,
    /// The same, where it is a unified social credit code.
    pub(super) credit_code: Option<String>,
    pub(super) filing: Filing,
    pub(super) audiences: Vec<Audience>,
}

impl ItemRecord {
    /// Reads one line.
    ///
    /// # Errors
    /// What is wrong with it, in plain English.
    pub(super) fn parse(line: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
        let raw: Raw = serde_json::from_str(text)
            .map_err(|error| format!("the line is no record: {error}"))?;
        let Raw {
            department,
            main_item,
            name,
            item_code,
            area_code,
            task_type,
            dept_code,
        } = raw;
        let name = checked_name("name", &name)?;
        let department_name = checked_name("department", &department)?;
        let main_item = main_item
            .filter(|name| !name.trim().is_empty() && name.trim() != UNCLASSIFIED)
            .map(|name| checked_name("main_item", &name))
            .transpose()?;
        let code = ItemCode::parse(item_code.trim())
            .map_err(|_| "item_code is not 1 to 64 letters, digits and hyphens".to_owned())?;
        let item_type = task_type
            .trim()
            .parse()
            .ok()
            .and_then(ItemType::from_code)
            .ok_or("task_type is none of 1 to 10 and 20")?;
        let topics = topics_for(&name, &department_name);
        Ok(Self {
            code,
            main_item,
            item_type,
            region: checked_region(&area_code)?,
            credit_code: CreditCode::parse(&dept_code)
                .ok()
                .map(|code| code.as_str().to_owned()),
            department_code: checked_department_code(&dept_code)?,
            audiences: audiences_for(&topics),
            filing: Filing {
                life_events: events_for(&name, &topics),
                groups: groups_for(&name),
                topics,
            },
            name,
            department_name,
        })
    }

    /// SHA-256 over all that the item's row is made of, in hexadecimal. `department` is the code
    /// under which the portal keeps the department.
    pub(super) fn hash(&self, department: &str) -> Result<String, serde_json::Error> {
        #[derive(Serialize)]
        struct Content<'a> {
            name: &'a str,
            main_item: Option<&'a str>,
            item_type: u8,
            region: &'a str,
            department: &'a str,
            topics: Vec<&'static str>,
            life_events: Vec<&'static str>,
            groups: Vec<&'static str>,
            audiences: Vec<u8>,
        }
        let content = serde_json::to_vec(&Content {
            name: &self.name,
            main_item: self.main_item.as_deref(),
            item_type: self.item_type.code(),
            region: self.region.as_str(),
            department,
            topics: self.filing.topics.iter().map(|one| one.key()).collect(),
            life_events: self
                .filing
                .life_events
                .iter()
                .map(|one| one.key())
                .collect(),
            groups: self.filing.groups.iter().map(|one| one.key()).collect(),
            audiences: self
                .audiences
                .iter()
                .map(|audience| audience.code())
                .collect(),
        })?;
        Ok(digest::sha256(&content))
    }
}

fn checked_name(field: &str, raw: &str) -> Result<String, String> {
    let name = raw.trim();
    if name.is_empty() {
        return Err(format!("{field} is empty"));
    }
    if name.chars().count() > MAX_NAME_CHARS {
        return Err(format!(
            "{field} is longer than {MAX_NAME_CHARS} characters"
        ));
    }
    if name.chars().any(char::is_control) {
        return Err(format!("{field} holds a control character"));
    }
    // A decoder puts this character where it could not read the source.
    if name.contains(char::REPLACEMENT_CHARACTER) {
        return Err(format!("{field} was damaged by a wrong encoding"));
    }
    Ok(name.to_owned())
}

fn checked_department_code(raw: &str) -> Result<String, String> {
    let code = raw.trim();
    let fits = (1..=MAX_DEPARTMENT_CODE_CHARS).contains(&code.len())
        && code
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if fits {
        Ok(code.to_owned())
    } else {
        Err(format!(
            "dept_code is not 1 to {MAX_DEPARTMENT_CODE_CHARS} letters, digits, - and _"
        ))
    }
}

/// Codes of divisions have 6 digits down to the county, 9 or 12 below it. They are kept as the
/// source has them, since the portal's own region has six.
fn checked_region(raw: &str) -> Result<DivisionCode, String> {
    let code = raw.trim();
    if [6, 9, 12].contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(DivisionCode::new(code))
    } else {
        Err("area_code is not 6, 9 or 12 digits".to_owned())
    }
}

/// Whom an item is for, as far as its topics tell: the published catalogues do not say. Business
/// and tax are matters of enterprises; a house or a road can be anybody's; the rest is about
/// persons. Where nothing is told, both may find it.
fn audiences_for(topics: &[Topic]) -> Vec<Audience> {
    let mut persons = false;
    let mut enterprises = false;
    for topic in topics {
        match topic {
            Topic::Business | Topic::Tax => enterprises = true,
            Topic::Housing | Topic::Transport | Topic::Other => {}
            _ => persons = true,
        }
    }
    match (persons, enterprises) {
        (true, false) => vec![Audience::Person],
        (false, true) => vec![Audience::Enterprise],
        _ => vec![Audience::Person, Audience::Enterprise],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"department":"区公安分局","main_item":"未分类","name":"居住证申领",
        "item_code":"511A-511602000000-000-11511301008778183N-1-00","area_code":"511602000000",
        "task_type":"07","dept_code":"00877868-5","extra":1}"#;

    fn refusal(from: &str, to: &str) -> String {
        assert!(GOOD.contains(from), "{from}");
        ItemRecord::parse(GOOD.replace(from, to).as_bytes()).unwrap_err()
    }

    #[test]
    fn a_good_line_is_read() {
        let record = ItemRecord::parse(GOOD.as_bytes()).unwrap();
        assert_eq!(record.name, "居住证申领");
        assert_eq!(record.main_item, None);
        assert_eq!(record.item_type, ItemType::Confirmation);
        assert_eq!(record.department_code, "00877868-5");
        assert_eq!(record.credit_code, None);
    }

    #[test]
    fn every_field_is_checked() {
        assert!(refusal("居住证申领", " ").contains("name is empty"));
        assert!(refusal("居住证申领", &"证".repeat(201)).contains("longer than 200"));
        assert!(refusal("居住证", "居\\u0007证").contains("control character"));
        assert!(refusal("居住证", "\u{FFFD}住证").contains("encoding"));
        assert!(refusal("511A-511602000000", "511A 511602000000").contains("item_code"));
        assert!(refusal("\"511602000000\"", "\"5116020000\"").contains("area_code"));
        assert!(refusal("\"07\"", "\"11\"").contains("task_type"));
        assert!(refusal("\"07\"", "\"许可\"").contains("task_type"));
        assert!(refusal("\"07\"", "7").contains("no record"));
        assert!(refusal("00877868-5", "00877868/5").contains("dept_code"));
        assert!(refusal("\"name\"", "\"title\"").contains("missing field `name`"));
        assert!(refusal("}", "").contains("no record"));
        assert_eq!(
            ItemRecord::parse(b"{\"name\":\"\xc4\xea\"}"),
            Err("the line is not UTF-8".to_owned())
        );
    }

    #[test]
    fn audiences_follow_the_topics() {
        assert_eq!(audiences_for(&[Topic::Tax]), [Audience::Enterprise]);
        assert_eq!(
            audiences_for(&[Topic::Marriage, Topic::Other]),
            [Audience::Person]
        );
        let both = [Audience::Person, Audience::Enterprise];
        assert_eq!(audiences_for(&[Topic::Other]), both);
        assert_eq!(audiences_for(&[Topic::Housing]), both);
        assert_eq!(audiences_for(&[Topic::Birth, Topic::Tax]), both);
        assert_eq!(
            audiences_for(&[Topic::Transport, Topic::Business]),
            [Audience::Enterprise]
        );
    }
}
