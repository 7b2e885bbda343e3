//! Who is signed in, and how to come and go.

use leptos::prelude::*;
use portal::accounts::Actor;

use crate::page::Ctx;
use crate::paths;

/// The reader's name with the way out, or the link to the sign-in.
pub(super) fn session(cx: &Ctx) -> AnyView {
    let name = match &cx.actor {
        Actor::Anonymous => return sign_in_link(cx),
        Actor::Citizen(citizen) => citizen.name.clone(),
        Actor::Officer(officer) => officer.name.clone(),
    };
    view! {
        <span class="tool tool--name">{name}</span>
        <form class="tool-form" method="post" action=paths::door::SIGN_OUT>
            <button class="tool" type="submit">{cx.t("sign-out")}</button>
        </form>
    }
    .into_any()
}

fn sign_in_link(cx: &Ctx) -> AnyView {
    // The first page and the sign-in itself are no places to come back to.
    let path = cx.path.split('?').next().unwrap_or_default();
    let next = match path {
        "/" | "/sign-in" | "/register" | "/desk/sign-in" => "",
        _ => cx.path.as_str(),
    };
    view! { <a class="tool tool--strong" href=cx.href(paths::sign_in(next))>{cx.t("sign-in")}</a> }
        .into_any()
}
