//! A service as files have it, and the schema of such files.

use std::sync::LazyLock;

use domain::catalogue::editing::{Difference, differences};
use domain::catalogue::{ServiceDefinition, ServiceItem};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Internal;

/// Most services of one file: more than a department has, and each is looked at by a person.
pub(super) const MAX_SERVICES: usize = 200;

/// Where the schema is published, below the address of the portal.
pub const SCHEMA_PATH: &str = "/api/v1/schemas/service.json";

/// A service as files have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceFile {
    /// Address of the schema that the file follows, for editors of files. The portal writes it and reads
    /// nothing from it.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The item as the catalogue lists it.
    pub item: ServiceItem,
    /// Guide, form, choice and handling.
    pub definition: ServiceDefinition,
}

/// One service or many.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum File {
    /// Several services.
    Many(#[schemars(length(min = 1, max = MAX_SERVICES))] Vec<ServiceFile>),
    /// One service.
    One(Box<ServiceFile>),
}

impl File {
    pub(super) fn services(self) -> Vec<ServiceFile> {
        match self {
            Self::Many(services) => services,
            Self::One(service) => vec![*service],
        }
    }
}

/// The JSON Schema (2020-12) of files of services, made from the types that read them.
#[must_use]
pub fn schema() -> &'static str {
    static SCHEMA: LazyLock<String> = LazyLock::new(|| {
        let generator = SchemaSettings::draft2020_12().into_generator();
        let mut schema = generator.into_root_schema_for::<File>();
        schema.insert("title".to_owned(), "Services".into());
        let about = "One service or a list of services, as the portal exports and imports them.";
        schema.insert("description".to_owned(), about.into());
        let mut schema = schema.to_value();
        plain(&mut schema);
        format!("{schema:#}\n")
    });
    &SCHEMA
}

/// Descriptions come from the comments of the code, whose references and line breaks mean nothing outside.
fn plain(value: &mut Value) {
    match value {
        Value::Object(parts) => {
            for (name, part) in parts {
                match part {
                    Value::String(text) if name == "description" => {
                        *text = text
                            .replace("[`", "`")
                            .replace("`]", "`")
                            .replace('\n', " ");
                    }
                    part => plain(part),
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(plain),
        _ => {}
    }
}

/// What differs between a service as it is listed and published and as it shall be: of the item what a
/// working copy can change, then of the definition.
///
/// # Errors
/// When they cannot be written as JSON, which does not happen.
pub fn service_differences(
    before: (Option<&ServiceItem>, Option<&ServiceDefinition>),
    after: (&ServiceItem, &ServiceDefinition),
) -> Result<Vec<Difference>, Internal> {
    let item = before.0.map(changeable).transpose()?;
    let mut found = differences(&item.unwrap_or_default(), &changeable(after.0)?);
    let definition = before.1.map(serde_json::to_value).transpose()?;
    let after = serde_json::to_value(after.1)?;
    found.extend(differences(&definition.unwrap_or_default(), &after));
    Ok(found)
}

/// The parts of an item that a working copy changes; the order of what it is filed under says nothing.
fn changeable(item: &ServiceItem) -> Result<Value, Internal> {
    let mut item = item.clone();
    item.audiences.sort_unstable();
    item.topics.sort_unstable();
    item.life_events.sort_unstable();
    item.groups.sort_unstable();
    let mut item = serde_json::to_value(&item)?;
    if let Some(parts) = item.as_object_mut() {
        for fixed in ["code", "department", "region", "state", "published_version"] {
            parts.remove(fixed);
        }
    }
    Ok(item)
}
