//! What a page says of itself to programs: the names of government sites' pages (国办发〔2017〕47号),
//! its one address, structured data.

use chrono::{DateTime, Utc};
use domain::Locale;
use leptos::prelude::*;
use portal::texts;
use serde_json::Value;

use super::{Ctx, Site};

/// Marks in a page's head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    metas: Vec<(&'static str, String)>,
    path: Option<String>,
    data: Option<Value>,
}

/// An article: a page that says something and says when.
pub struct Article<'a> {
    /// Its title.
    pub title: &'a str,
    /// What it says, in one sentence.
    pub description: &'a str,
    /// Words that it is found by.
    pub keywords: &'a str,
    /// Who says it.
    pub source: &'a str,
    /// Since when.
    pub published_at: DateTime<Utc>,
}

impl Marks {
    /// Marks of a column 栏目: a page that leads to others. `path` is its address without what only
    /// this reader chose; `kind` is the column's type.
    #[must_use]
    pub fn column(path: &str, name: &str, description: &str, kind: &str) -> Self {
        Self {
            metas: vec![
                ("ColumnName", name.to_owned()),
                ("ColumnDescription", description.to_owned()),
                ("ColumnKeywords", name.to_owned()),
                ("ColumnType", kind.to_owned()),
            ],
            path: Some(path.to_owned()),
            data: None,
        }
    }

    /// Marks of an article at `path`.
    #[must_use]
    pub fn article(cx: &Ctx, path: &str, article: &Article<'_>) -> Self {
        let address = cx.site.facts.address_of(path, cx.locale);
        let metas = [
            ("ArticleTitle", article.title),
            ("PubDate", &cx.date_time(article.published_at)),
            ("ContentSource", article.source),
            ("Keywords", article.keywords),
            ("Author", article.source),
            ("Description", article.description),
            ("Url", &address),
        ];
        Self {
            metas: metas
                .into_iter()
                .map(|(name, content)| (name, content.to_owned()))
                .collect(),
            path: Some(path.to_owned()),
            data: None,
        }
    }

    /// The marks with structured data (JSON-LD).
    #[must_use]
    pub fn data(mut self, data: Value) -> Self {
        self.data = Some(data);
        self
    }
}

/// The marks of the site, which every page carries, and those of the page.
pub(crate) fn head(site: &Site, locale: Locale, marks: Marks) -> impl IntoView + use<> {
    let name = texts::text(locale, "site-name");
    let facts = &site.facts;
    let metas = marks
        .metas
        .into_iter()
        .map(|(name, content)| view! { <meta name=name content=content/> })
        .collect_view();
    let addresses = marks.path.map(|path| addresses(site, locale, &path));
    // A block of data: no browser runs it, so no Content-Security-Policy has to name it.
    let data = marks
        .data
        .map(|data| view! { <script type="application/ld+json" inner_html=inside_script(&data)></script> });
    view! {
        <meta name="SiteName" content=name/>
        <meta name="SiteDomain" content=facts.domain().to_owned()/>
        <meta name="SiteIDCode" content=facts.code.clone()/>
        {metas}
        {addresses}
        <link rel="search" type="application/opensearchdescription+xml" title=name href="/opensearch.xml"/>
        <link rel="manifest" href="/manifest.webmanifest"/>
        {data}
    }
}

/// The page's one address, and those of the same page in every language. The address without a language
/// is none of them: what is there depends on the reader, so it must not compete with them.
fn addresses(site: &Site, locale: Locale, path: &str) -> impl IntoView + use<> {
    let facts = &site.facts;
    let alternates = Locale::ALL.map(|locale| {
        let address = facts.address_of(path, locale);
        view! { <link rel="alternate" hreflang=locale.tag() href=address/> }
    });
    view! {
        <link rel="canonical" href=facts.address_of(path, locale)/>
        {alternates.collect_view()}
    }
}

/// JSON that cannot end the element it stands in.
fn inside_script(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use portal::accounts::Actor;
    use serde_json::json;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[tokio::test]
    async fn an_article_names_everything() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/about/terms").await;
        let article = Article {
            title: HOSTILE,
            description: "What it says",
            keywords: "a, b",
            source: "The office",
            published_at: cx.now,
        };
        let marks = Marks::article(&cx, "/about/terms", &article);
        let html = html(|| head(cx.site, cx.locale, marks));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "name=\"SiteName\" content=\"Tongban\"",
                "name=\"SiteDomain\" content=\"portal.example\"",
                "name=\"SiteIDCode\" content=\"9901000001\"",
                "name=\"ArticleTitle\"",
                "name=\"PubDate\" content=\"1970-01-01 08:00\"",
                "name=\"ContentSource\" content=\"The office\"",
                "name=\"Keywords\" content=\"a, b\"",
                "name=\"Author\"",
                "name=\"Description\" content=\"What it says\"",
                "name=\"Url\" content=\"https://portal.example/about/terms?lang=en\"",
                "rel=\"canonical\" href=\"https://portal.example/about/terms?lang=en\"",
                "hreflang=\"zh-Hant\" href=\"https://portal.example/about/terms?lang=zh-Hant\"",
                "href=\"/opensearch.xml\"",
                "href=\"/manifest.webmanifest\"",
            ],
        );
    }

    #[tokio::test]
    async fn a_column_names_itself_and_its_data_cannot_end_the_element() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/items").await;
        let marks = Marks::column("/items", "Services", "All of them", "Services")
            .data(json!({ "name": HOSTILE }));
        let html = html(|| head(cx.site, cx.locale, marks));
        assert_contains(
            &html,
            &[
                "name=\"ColumnName\" content=\"Services\"",
                "name=\"ColumnDescription\" content=\"All of them\"",
                "name=\"ColumnKeywords\"",
                "name=\"ColumnType\"",
                "<script type=\"application/ld+json\">",
            ],
        );
        let (_, data) = html.split_once("ld+json\">").unwrap();
        let (data, _) = data.split_once("</script>").unwrap();
        let read: Value = serde_json::from_str(data).unwrap();
        assert_eq!(read["name"], HOSTILE, "it is the same when it is read");
    }
}
