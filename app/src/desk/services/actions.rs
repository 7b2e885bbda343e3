//! Form doors of the editor.

#![expect(
    missing_docs,
    reason = "the fields of the generated structs are the form's fields"
)]

use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};

/// Begins a new service, empty or as a copy of another one.
#[server(prefix = "/do", endpoint = "service-create")]
pub async fn service_create(
    #[server(default)] code: String,
    #[server(default)] zh: String,
    #[server(default)] en: String,
    #[server(default)] item_type: String,
    #[server(default)] copy_of: String,
    #[server(default)] department: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let posted = super::doors::New {
        code,
        zh,
        en,
        item_type,
        copy_of,
        department,
    };
    door.open(|cx| super::doors::create(cx, posted)).await;
    Ok(())
}

/// Begins a working copy of a published item, or goes on with the one that there is.
#[server(prefix = "/do", endpoint = "service-open")]
pub async fn service_open(item: String) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::open(cx, item)).await;
    Ok(())
}

/// Saves one part of a working copy.
#[server(prefix = "/do", endpoint = "service-save", input = MultipartFormData)]
pub async fn service_save(data: MultipartData) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::save(cx, data)).await;
    Ok(())
}

/// Hands a working copy on: submit, take back, approve, return.
#[server(prefix = "/do", endpoint = "service-act")]
pub async fn service_act(
    draft: String,
    revision: u32,
    action: String,
    #[server(default)] day: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let posted = super::doors::Act {
        id: draft,
        revision,
        action,
        day,
        reason,
    };
    door.open(|cx| super::doors::act(cx, posted)).await;
    Ok(())
}

/// Pauses, restores or withdraws a published item.
#[server(prefix = "/do", endpoint = "service-stand")]
pub async fn service_stand(
    item: String,
    revision: u32,
    action: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let posted = super::doors::Act {
        id: item,
        revision,
        action,
        day: String::new(),
        reason,
    };
    door.open(|cx| super::doors::stand(cx, posted)).await;
    Ok(())
}

/// Tries the conditions of a working copy out on example answers.
#[server(prefix = "/do", endpoint = "service-try", input = MultipartFormData)]
pub async fn service_try(data: MultipartData) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::trial(cx, data)).await;
    Ok(())
}

/// Looks into a file of services, and then makes working copies of what it brings.
#[server(prefix = "/do", endpoint = "service-import", input = MultipartFormData)]
pub async fn service_import(data: MultipartData) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::import(cx, data)).await;
    Ok(())
}
