//! Every component in every state on one page, for development servers: where looks and accessibility
//! are checked. The examples are also what the snapshot tests compare, so that no state is looked at
//! and not tested, or tested and never looked at.

mod buttons;
mod choices;
mod fields;
mod figures;
mod finding;
mod lists;
mod messages;
mod paper;
#[cfg(test)]
mod snapshots;
mod state;

use std::sync::Arc;

use leptos::prelude::*;

use super::words::own;
use crate::page::{Access, Ctx, Page, PageResult, Params, Route, route};
use crate::paths;

/// A text that ends every context it could be written into without escaping.
pub(crate) const HOSTILE: &str =
    "</textarea></title></script><script>alert(1)</script>\" onfocus='x' &amp;";

/// One component in one state.
pub(super) struct Example {
    /// The component's name in the code.
    pub(super) component: &'static str,
    /// The state, in a word or two of the code.
    pub(super) state: &'static str,
    view: Box<dyn Fn() -> AnyView>,
}

impl Example {
    /// An example. Names and ids inside it are its own: all examples stand on one page.
    fn new(
        component: &'static str,
        state: &'static str,
        view: impl Fn() -> AnyView + 'static,
    ) -> Self {
        Self {
            component,
            state,
            view: Box::new(view),
        }
    }

    /// The id by which a link leads to it.
    fn id(&self) -> String {
        format!("example-{}-{}", self.component, self.state)
    }

    /// The component in that state, in the language of the page.
    pub(super) fn view(&self) -> AnyView {
        (self.view)()
    }
}

/// Components that are of one kind.
pub(super) struct Group {
    /// The Fluent key of its name, which is its id as well.
    key: &'static str,
    /// Its examples; those of one component follow one another.
    pub(super) examples: Vec<Example>,
}

/// All groups, in the order of the page.
pub(super) fn groups() -> Vec<Group> {
    let group = |key, examples| Group { key, examples };
    vec![
        group("gallery-group-forms", fields::examples()),
        group("gallery-group-choices", choices::examples()),
        group("gallery-group-buttons", buttons::examples()),
        group("gallery-group-finding", finding::examples()),
        group("gallery-group-lists", lists::examples()),
        group("gallery-group-messages", messages::examples()),
        group("gallery-group-figures", figures::charts()),
        group("gallery-group-icons", figures::icons()),
        group("gallery-group-paper", paper::examples()),
    ]
}

/// The gallery's line in the table of pages.
pub(crate) fn routes() -> Vec<Route> {
    vec![route("/dev/gallery", Access::Development, gallery).on_kiosk()]
}

async fn gallery(cx: Arc<Ctx>, _: Params) -> PageResult {
    let title = cx.t("gallery-title");
    Ok(Page::new(title, move || {
        let groups = groups();
        let contents = groups
            .iter()
            .map(|group| {
                view! { <li><a href=format!("#{}", group.key)>{own(group.key)}</a></li> }
            })
            .collect_view();
        view! {
            <div class="container stack">
                <header class="page-header">
                    <h1>{title}</h1>
                    <p class="lead">{cx.t("gallery-lead")}</p>
                </header>
                <nav class="prose" aria-label=title><ul>{contents}</ul></nav>
                {groups.iter().map(section).collect_view()}
            </div>
        }
    }))
}

fn section(group: &Group) -> impl IntoView + use<> {
    let mut last = "";
    let examples = group
        .examples
        .iter()
        .map(|example| {
            let is_first = std::mem::replace(&mut last, example.component) != example.component;
            let heading = is_first.then(|| view! { <h3>{example.component}</h3> });
            view! {
                {heading}
                <div class="gallery__example" id=example.id()>
                    <p class="gallery__name">{example.state}</p>
                    {example.view()}
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby=group.key>
            <h2 class="section__title" id=group.key>{own(group.key)}</h2>
            {examples}
        </section>
    }
}

/// Where the examples lead.
fn here() -> String {
    paths::dev_gallery()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::shell::document;
    use crate::ui::testing::assert_escaped;
    use domain::Locale;
    use portal::accounts::Actor;

    /// What stands between quotes after a name.
    fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
        let start = format!(" {name}=\"");
        html.split(start.as_str())
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect()
    }

    #[tokio::test]
    async fn ids_are_unique_and_everything_that_names_an_id_finds_it() {
        for (locale, surface) in [(Locale::ZhHans, Surface::Web), (Locale::En, Surface::Kiosk)] {
            let (_folder, mut cx) = context(Actor::Anonymous, surface, "/dev/gallery").await;
            cx.locale = locale;
            let cx = Arc::new(cx);
            let page = gallery(Arc::clone(&cx), Params::default()).await.unwrap();
            let html = document(&cx, page);
            let ids = values(&html, "id");
            for (at, id) in ids.iter().enumerate() {
                assert!(!ids[..at].contains(id), "two elements have the id {id}");
            }
            let names = ["for", "form", "list", "aria-labelledby", "aria-describedby"];
            let named = names
                .iter()
                .flat_map(|name| values(&html, name))
                .flat_map(str::split_whitespace);
            let linked = values(&html, "href")
                .into_iter()
                .filter_map(|href| href.strip_prefix('#'));
            for id in named.chain(linked) {
                assert!(ids.contains(&id), "nothing has the id {id}");
            }
            assert!(!html.contains(" style="), "styles stand in the sheet only");
            let (_, body) = html.split_once("</head>").unwrap();
            assert_escaped(body);
            assert!(
                !body.contains(" onclick="),
                "handlers stand in islands only"
            );
        }
    }
}
