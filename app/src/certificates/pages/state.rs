//! How the state of a certificate is shown.

use domain::certificates::CertificateState;
use leptos::prelude::*;

use crate::page::Ctx;
use crate::ui::{Tag, TagKind};

/// The state in a word.
pub(super) fn state_tag(cx: &Ctx, state: CertificateState) -> impl IntoView + use<> {
    let kind = match state {
        CertificateState::Valid => TagKind::Success,
        CertificateState::Suspended => TagKind::Warning,
        _ => TagKind::Danger,
    };
    view! { <Tag text=cx.t(&format!("certificate-state-{}", state.key())) kind=kind/> }
}
