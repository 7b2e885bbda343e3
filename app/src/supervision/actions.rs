//! Form doors of supervision.

#![expect(
    missing_docs,
    reason = "the fields of the generated structs are the form's fields"
)]

use leptos::prelude::*;

/// The department explains a finding.
#[server(prefix = "/do", endpoint = "supervision-explain")]
pub async fn supervision_explain(
    finding: String,
    #[server(default)] words: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::explain(cx, finding, words))
        .await;
    Ok(())
}

/// A supervisor upholds or lifts a finding.
#[server(prefix = "/do", endpoint = "supervision-ruling")]
pub async fn supervision_ruling(
    finding: String,
    #[server(default)] ruling: String,
    #[server(default)] words: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::rule_on(cx, finding, ruling, words))
        .await;
    Ok(())
}

/// An administrator looks at a change of a rule, or makes it.
#[server(prefix = "/do", endpoint = "supervision-rule")]
pub async fn supervision_rule(
    rule: String,
    #[server(default)] on: String,
    #[server(default)] colour: String,
    #[server(default)] card: String,
    #[server(default)] told: Vec<String>,
    #[server(default)] days: String,
    #[server(default)] version: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let posted = super::doors::PostedRule {
        rule,
        on,
        colour,
        card,
        told,
        days,
        version,
    };
    door.open(|cx| super::doors::change_rule(cx, posted)).await;
    Ok(())
}
