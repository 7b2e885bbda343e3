//! The settings of language and display. The form leads straight back to where the reader was, with the
//! wishes in the address; the server keeps them in cookies.

use std::sync::Arc;

use domain::Locale;
use leptos::prelude::*;
use portal::texts;

use crate::page::{Access, Ctx, Page, PageResult, Params, Route, Theme, route};
use crate::paths;
use crate::ui::{Button, Choice, Choices};

/// Parameters that choose how a page is shown; the form brings its own.
const DISPLAY: [&str; 3] = ["lang", "mode", "theme"];

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/display", Access::Anyone, load)
            .on_kiosk()
            .at_counter(),
    ]
}

async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let next = params
        .query("next")
        .and_then(paths::own)
        .unwrap_or("/")
        .to_owned();
    let title = cx.t("display-title");
    Ok(Page::new(title, move || view(&cx, &next)))
}

fn view(cx: &Ctx, next: &str) -> impl IntoView + use<> {
    let (path, query) = next.split_once('?').unwrap_or((next, ""));
    let kept = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, _)| !DISPLAY.contains(&name.as_ref()))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view();
    view! {
        <div class="container container--narrow">
            <header class="page-header">
                <h1>{cx.t("display-title")}</h1>
                <p class="lead">{cx.t("display-lead")}</p>
            </header>
            <form class="form" method="get" action=cx.href(path)>
                {kept}
                {languages(cx)}
                <input type="hidden" name="mode" value="standard"/>
                {modes(cx)}
                {themes(cx)}
                <div class="actions"><Button label=cx.t("display-save")/></div>
            </form>
        </div>
    }
}

fn languages(cx: &Ctx) -> impl IntoView + use<> {
    let options = Locale::ALL
        .map(|locale| {
            let name = texts::text(locale, &format!("language-name-{}", locale.tag()));
            Choice::new(locale.tag(), name).lang(locale.tag())
        })
        .to_vec();
    view! {
        <Choices
            name="lang"
            legend=cx.t("display-language")
            options=options
            chosen=vec![cx.locale.tag().to_owned()]
        />
    }
}

fn modes(cx: &Ctx) -> impl IntoView + use<> {
    let modes = cx.modes;
    let all = [
        ("elder", modes.elder),
        ("contrast", modes.contrast),
        ("still", modes.still),
        ("aloud", modes.aloud),
    ];
    let options = all
        .iter()
        .map(|(word, _)| {
            Choice::new(*word, cx.t(&format!("display-{word}")))
                .hint(cx.t(&format!("display-{word}-hint")))
        })
        .collect();
    let chosen = all
        .into_iter()
        .filter(|(_, on)| *on)
        .map(|(word, _)| word.to_owned())
        .collect();
    view! {
        <Choices
            name="mode"
            legend=cx.t("display-modes")
            options=options
            chosen=chosen
            many=true
            required=false
        />
    }
}

fn themes(cx: &Ctx) -> impl IntoView + use<> {
    let options = [Theme::System, Theme::Light, Theme::Dark]
        .map(|theme| {
            Choice::new(
                theme.word(),
                cx.t(&format!("display-theme-{}", theme.word())),
            )
        })
        .to_vec();
    view! {
        <Choices
            name="theme"
            legend=cx.t("display-theme")
            options=options
            chosen=vec![cx.modes.theme.word().to_owned()]
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::testing::context;
    use crate::page::{Modes, Surface};
    use crate::shell::document;
    use crate::ui::testing::{assert_contains, without_markers};
    use portal::accounts::Actor;

    async fn shown(surface: Surface, next: &str, modes: Modes) -> String {
        let (_folder, mut cx) = context(Actor::Anonymous, surface, "/display").await;
        cx.modes = modes;
        let cx = Arc::new(cx);
        let params = Params::new(Vec::new(), vec![("next".into(), next.into())]);
        let page = load(Arc::clone(&cx), params).await.unwrap();
        without_markers(&document(&cx, page))
    }

    #[tokio::test]
    async fn the_form_leads_back_and_keeps_the_query() {
        let html = shown(Surface::Kiosk, "/items?q=a%20b&mode=dark", Modes::default()).await;
        assert_contains(
            &html,
            &[
                "action=\"/kiosk/items\"",
                "name=\"q\" value=\"a b\"",
                "value=\"standard\"",
                "lang=\"zh-Hant\"",
            ],
        );
        assert!(
            !html.contains("name=\"mode\" value=\"dark\""),
            "an old wish is no filter"
        );
        let html = shown(Surface::Web, "https://example.org/", Modes::default()).await;
        assert_contains(&html, &["action=\"/\""]);
    }

    #[tokio::test]
    async fn what_is_on_is_chosen() {
        let html = shown(Surface::Web, "/", Modes::parse("elder.dark")).await;
        assert_contains(
            &html,
            &["<html lang=\"en\" data-elder data-theme=\"dark\">"],
        );
        // The language, elder mode and the dark colours.
        assert_eq!(html.matches(" checked").count(), 3, "{html}");
    }
}
