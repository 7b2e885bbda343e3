//! Reports about the portal, for the officers who look after it.

use std::sync::Arc;

use domain::site::MAX_ANSWER_CHARS;
use leptos::prelude::*;
use portal::site::{ReportView, Reports};

use super::report::kind_name;
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::site::doors::{ANSWER, STALE};
use crate::ui::{
    Banner, BannerKind, Button, Empty, ErrorSummary, Pagination, SummaryList, SummaryRow, TabLink,
    TabLinks, TextArea,
};

/// The tab of answered reports in an address.
const ANSWERED: &str = "answered";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let answered = params.query("tab") == Some(ANSWERED);
    let page = params.query("page").and_then(|page| page.parse().ok());
    let site = cx.portal.site();
    let found = site.reports(officer, answered, page.unwrap_or(1)).await?;
    let reports = found.ok_or(PageError::NotFound)?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(ANSWER).await?,
        None => None,
    };
    let status = match &kept {
        Some(kept) if kept.problem(STALE).is_some() => 409,
        Some(_) => 422,
        None => 200,
    };
    let title = cx.t("site-reports-title");
    Ok(Page::new(title, move || {
        view(&cx, &reports, answered, &kept.unwrap_or_default())
    })
    .layout(Layout::Desk)
    .status(status))
}

fn view(cx: &Ctx, reports: &Reports, answered: bool, kept: &Kept) -> impl IntoView + use<> {
    let tab = |label, count, of_answered: bool| TabLink {
        href: paths::desk_reports(of_answered, 1),
        label: cx.t(label).into(),
        count: Some(count),
        current: of_answered == answered,
    };
    let tabs = vec![
        tab("site-reports-open", reports.counts.0, false),
        tab("site-reports-answered", reports.counts.1, true),
    ];
    let errors = kept
        .problem("answer")
        .map(|key| (field(&kept.value("report")), cx.t(key).to_owned()))
        .into_iter()
        .collect();
    let stale = kept.problem(STALE).map(|key| {
        let typed = cx.written(&kept.value("answer"));
        view! {
            <Banner title=cx.t(key) kind=BannerKind::Warning>
                <blockquote>{typed}</blockquote>
            </Banner>
        }
    });
    let rows = if reports.rows.is_empty() {
        view! { <Empty text=cx.t("site-reports-none")/> }.into_any()
    } else {
        let rows: Vec<_> = reports.rows.iter().map(|row| one(cx, row, kept)).collect();
        rows.into_any()
    };
    view! {
        <div class="container container--wide stack">
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            {stale}
            <header class="page-header">
                <h1>{cx.t("site-reports-title")}</h1>
                <p class="lead">{cx.t("site-reports-lead")}</p>
            </header>
            <TabLinks label=cx.t("site-reports-title") tabs=tabs/>
            {rows}
            <Pagination
                page=reports.page
                pages=reports.pages
                href=move |page| paths::desk_reports(answered, page)
            />
        </div>
    }
}

fn one(cx: &Ctx, report: &ReportView, kept: &Kept) -> AnyView {
    let heading = format!("report-{}", report.id);
    let label = heading.clone();
    let mut rows = vec![SummaryRow::new(
        cx.t("site-reports-came"),
        cx.date_time(report.at),
    )];
    let told = [
        ("report-page", report.page.clone()),
        ("report-what", Some(report.what.clone())),
        ("report-contact", report.contact.clone()),
    ];
    rows.extend(
        told.into_iter().filter_map(|(key, text)| {
            text.map(|text| SummaryRow::new(cx.t(key), cx.written(&text)))
        }),
    );
    let answer = match &report.answer {
        Some((answer, at)) => {
            rows.push(SummaryRow::new(
                cx.t("site-reports-answer"),
                cx.written(answer),
            ));
            let at = cx.date_time(*at);
            rows.push(SummaryRow::new(cx.t("site-reports-answered-at"), at));
            None
        }
        None => Some(form(cx, report, kept)),
    };
    view! {
        <section class="sheet stack" aria-labelledby=label>
            <h2 class="sheet__title" id=heading>
                {kind_name(cx, report.kind)} " " <span class="number">{report.number.clone()}</span>
            </h2>
            <SummaryList rows=rows/>
            {answer}
        </section>
    }
    .into_any()
}

/// Every report has its own field, so every field its own id.
fn field(report: &str) -> String {
    format!("answer-{report}")
}

fn form(cx: &Ctx, report: &ReportView, kept: &Kept) -> impl IntoView + use<> {
    let again = kept.value("report") == report.id;
    let value = if again {
        kept.value("answer")
    } else {
        String::new()
    };
    let error = kept
        .problem("answer")
        .filter(|_| again)
        .map(|key| cx.t(key));
    let most = i64::try_from(MAX_ANSWER_CHARS).unwrap_or(i64::MAX);
    view! {
        <form class="form" method="post" action=paths::door::ANSWER_REPORT>
            <input type="hidden" name="report" value=report.id.clone()/>
            <TextArea
                name="answer"
                id=field(&report.id)
                label=cx.t("site-reports-answer")
                hint=cx.tf("site-reports-answer-hint", &[("n", most.into())])
                value=value
                error=error
                rows=3
            />
            <Button label=cx.t("site-reports-done") about=report.number.clone()/>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use domain::site::ReportKind;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn report(id: &str, answered: bool) -> ReportView {
        let at = chrono::DateTime::UNIX_EPOCH;
        ReportView {
            id: id.to_owned(),
            number: format!("ZC19700101-000{id}"),
            kind: ReportKind::Illegal,
            page: Some(HOSTILE.to_owned()),
            what: HOSTILE.to_owned(),
            contact: Some(HOSTILE.to_owned()),
            at,
            answer: answered.then(|| (HOSTILE.to_owned(), at)),
        }
    }

    async fn shown(rows: Vec<ReportView>, answered: bool, kept: &Kept) -> String {
        let actor = officer("Cheng");
        let (_folder, cx) = context(actor, Surface::Web, "/desk/site-reports").await;
        let reports = Reports {
            rows,
            counts: (2, 1),
            page: 1,
            pages: 1,
        };
        html(|| view(&cx, &reports, answered, kept))
    }

    #[tokio::test]
    async fn open_reports_can_be_answered() {
        let mut kept = Kept::default();
        kept.values.insert("report".to_owned(), "2".to_owned());
        kept.problems.push((
            "answer".to_owned(),
            "report-problem-answer-missing".to_owned(),
        ));
        let rows = vec![report("1", false), report("2", false)];
        let html = shown(rows, false, &kept).await;
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "action=\"/do/answer-report\"",
                "href=\"#answer-2\"",
                "id=\"answer-1\"",
                "ZC19700101-0001",
                "href=\"/desk/site-reports?tab=answered\"",
            ],
        );
        assert_eq!(html.matches("aria-invalid=\"true\"").count(), 1);
        assert!(!html.contains("site-reports-"), "a text is missing: {html}");
    }

    #[tokio::test]
    async fn answered_reports_show_their_answer() {
        let html = shown(vec![report("1", true)], true, &Kept::default()).await;
        assert_escaped(&html);
        assert!(!html.contains("<form"), "{html}");
        let html = shown(Vec::new(), true, &Kept::default()).await;
        assert_contains(&html, &["class=\"empty\""]);
    }
}
