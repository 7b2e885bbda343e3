//! What the early answers of an application tell against it, for those who came without the guided choice.

use domain::catalogue::{EligibilityRule, ServiceDefinition};
use domain::forms::Answers;
use leptos::prelude::*;

use crate::page::Ctx;
use crate::paths;
use crate::ui::{Banner, BannerKind};

/// Why this application cannot succeed as things are; nothing where nothing speaks against it. It holds
/// nobody back: the department decides.
pub(crate) fn notice(
    cx: &Ctx,
    definition: &ServiceDefinition,
    answers: &Answers,
) -> Option<AnyView> {
    if definition.choice.eligibility.is_empty() {
        return None;
    }
    let outcome = definition.outcome(answers, cx.today());
    if outcome.barred.is_empty() {
        return None;
    }
    let rules: Vec<_> = outcome.barred.iter().map(|rule| told(cx, rule)).collect();
    Some(
        view! {
            <Banner title=cx.t("choice-barred") kind=BannerKind::Warning>{rules}</Banner>
        }
        .into_any(),
    )
}

fn told(cx: &Ctx, rule: &EligibilityRule) -> impl IntoView + use<> {
    let remedy = rule.remedy.as_ref();
    let remedy = remedy.map(|remedy| view! { <p>{cx.text(remedy)}</p> });
    let better = rule.instead.as_ref().map(|code| {
        let href = cx.href(paths::item(code));
        view! { <p><a href=href>{cx.t("choice-instead-link")}</a></p> }
    });
    view! { <p><strong>{cx.text(&rule.reason)}</strong></p>{remedy}{better} }
}

#[cfg(test)]
mod tests {
    use portal::accounts::Actor;

    use super::*;
    use crate::choice::testing::{typed, view};
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{assert_contains, html};

    #[tokio::test]
    async fn an_application_says_what_speaks_against_it() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/").await;
        let definition = view(true).definition;
        let html = html(|| notice(&cx, &definition, &typed(&[("years", "9")])));
        assert_contains(&html, &["under 16", "birthday", "href=\"/items/A-2\""]);
        assert!(notice(&cx, &definition, &typed(&[("years", "20")])).is_none());
    }
}
