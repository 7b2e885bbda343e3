//! The inbox of a department.

use std::sync::Arc;

use domain::cases::Light;
use domain::desk::{InboxFilter, InboxTab};
use leptos::prelude::*;
use portal::desk::{Count, Inbox, SavedFilter};

use super::inbox_rows::{bulk_form, head, row};
use crate::consultations::pages as consultations;
use crate::desk::doors::{FILTER_FORM, SEARCH_FORM, WORDS};
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Banner, BannerKind, Button, ButtonKind, Choice, Disclosure, Empty, Select, TabLink, TabLinks,
    TextField,
};

/// The channels that cases come in by.
const CHANNELS: [&str; 2] = ["web", "kiosk"];

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let number = params.query("q").map(str::to_owned);
    if let Some(number) = &number
        && let Some(id) = cx.portal.desk().find(officer, number).await?
    {
        return Err(PageError::Redirect(paths::desk_case(&id)));
    }
    let filter = InboxFilter::read(|name| params.query(name));
    let after = params.query("after");
    let desk = cx.portal.desk();
    let inbox = desk.inbox(officer, filter, after).await?;
    let saved = desk.saved_filters(officer).await?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(FILTER_FORM).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    let status = match (&number, kept.problems.is_empty()) {
        (Some(_), _) => 404,
        (None, false) => 422,
        (None, true) => 200,
    };
    Ok(Page::new(cx.t("desk-inbox"), move || {
        view(&cx, &inbox, &saved, &kept, number.is_some())
    })
    .layout(Layout::Desk)
    .status(status))
}

fn view(cx: &Ctx, inbox: &Inbox, saved: &[SavedFilter], kept: &Kept, unknown: bool) -> AnyView {
    let advice = cx.t("desk-number-unknown-advice");
    let not_found = unknown.then(|| {
        view! {
            <Banner title=cx.t("desk-number-unknown") kind=BannerKind::Warning>
                <p>{advice}</p>
            </Banner>
        }
    });
    let deputy = (!inbox.stands_in_for.is_empty()).then(|| {
        let names = inbox.stands_in_for.join(cx.t("list-comma"));
        view! { <p class="hint">{cx.tf("desk-stands-in-for", &[("names", names.into())])}</p> }
    });
    if cx.officer().is_ok_and(|officer| !officer.role.has_cases()) {
        return without_cases(cx);
    }
    view! {
        <div class="container container--wide stack stack--tight inbox">
            <header class="page-header page-header--split">
                <h1>{cx.t("desk-inbox")}</h1>
                {search_form(cx, "")}
            </header>
            {not_found}
            <TabLinks label=cx.t("desk-inbox") tabs=tabs(cx, inbox)/>
            {deputy}
            {filters(cx, inbox, kept)}
            {saved_filters(cx, saved)}
            {table(cx, inbox)}
            {pages(cx, inbox)}
        </div>
    }
    .into_any()
}

/// What those find who handle no cases: supervision and administration need nobody's name.
fn without_cases(cx: &Ctx) -> AnyView {
    view! {
        <div class="container container--wide stack stack--tight">
            <header class="page-header"><h1>{cx.t("desk-inbox")}</h1></header>
            <p>{cx.t("desk-no-cases")}</p>
        </div>
    }
    .into_any()
}

/// The search goes by post: it can name people, and an address is no place for that.
pub(super) fn search_form(cx: &Ctx, typed: &str) -> impl IntoView + use<> {
    let (label, typed) = (cx.t("desk-search-all"), typed.to_owned());
    view! {
        <form class="search-box" action=paths::door::DESK_SEARCH method="post" role="search" aria-label=label>
            <label class="visually-hidden" for=SEARCH_FORM>{label}</label>
            <input
                class="search-box__input"
                id=SEARCH_FORM
                name=WORDS
                type="search"
                value=typed
                placeholder=label
                autocomplete="off"
                maxlength=domain::desk::MAX_SEARCH_CHARS.to_string()
            />
            <button class="search-box__button" type="submit">{cx.t("desk-search-button")}</button>
        </form>
    }
}

pub(super) fn tab_name(cx: &Ctx, tab: InboxTab) -> &'static str {
    cx.t(&format!("inbox-tab-{}", tab.key()))
}

/// The address of a list.
fn address(filter: &InboxFilter, after: &str) -> String {
    let said = filter.pairs();
    let mut pairs: Vec<_> = said
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    pairs.push(("after", after));
    paths::desk_list(&pairs)
}

fn tabs(cx: &Ctx, inbox: &Inbox) -> Vec<TabLink> {
    let link = |(tab, count): &(InboxTab, Count)| TabLink {
        href: address(&InboxFilter::whole(*tab), ""),
        label: tab_name(cx, *tab).into(),
        count: Some(match count {
            Count::Exactly(count) => *count,
            Count::Many => u64::MAX,
        }),
        current: *tab == inbox.filter.tab,
    };
    inbox.counts.iter().map(link).collect()
}

/// What narrows the list down, and the form that keeps it under a name.
fn filters(cx: &Ctx, inbox: &Inbox, kept: &Kept) -> Option<AnyView> {
    let filter = &inbox.filter;
    if !filter.tab.has_filters() {
        return None;
    }
    let services = inbox.services.iter();
    let services = services.map(|(code, name)| Choice::new(code.to_string(), cx.plain(name)));
    let services: Vec<_> = services.collect();
    let lights =
        Light::ALL.map(|one| Choice::new(one.key(), cx.t(&format!("light-{}", one.key()))));
    let lights = filter.tab.has_lights().then(|| {
        let chosen = filter.light.map(Light::key).unwrap_or_default();
        select(cx, "light", lights.into(), chosen)
    });
    let channels = CHANNELS.map(|one| Choice::new(one, cx.t(&format!("channel-{one}"))));
    let colleagues = inbox.colleagues.iter();
    let colleagues = colleagues.map(|one| Choice::new(one.id.to_string(), one.name.clone()));
    let colleagues: Vec<_> = colleagues.collect();
    let assignee = matches!(filter.tab, InboxTab::Pile(_)).then(|| {
        let chosen = filter.assignee.as_ref().map(ToString::to_string);
        select(cx, "assignee", colleagues, &chosen.unwrap_or_default())
    });
    let orders: Vec<_> = filter.tab.orders().iter().collect();
    let order = (orders.len() > 1).then(|| {
        let options = orders.iter().map(|one| {
            let label = cx.t(&format!("inbox-order-{}", one.key()));
            Choice::new(one.key(), label)
        });
        let (options, chosen) = (options.collect(), filter.order.key());
        view! { <Select name="order" label=cx.t("inbox-order") options=options chosen=chosen required=false/> }
    });
    let service = filter.service.as_ref().map(ToString::to_string);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let open = filter.is_narrowed() || !kept.problems.is_empty();
    let channel = filter.channel.clone().unwrap_or_default();
    let (from, until) = (day(filter.from), day(filter.until));
    let service = select(cx, "service", services, &service.unwrap_or_default());
    let channel = select(cx, "channel", channels.into(), &channel);
    let hint = cx.t("inbox-day-hint");
    let whole = address(&InboxFilter::whole(filter.tab), "");
    let summary = if filter.is_narrowed() {
        "inbox-filters-on"
    } else {
        "inbox-filters"
    };
    let keep = keep_form(cx, filter, kept);
    let form = view! {
        <form class="form inbox-filter" method="get" action=paths::desk()>
            <input type="hidden" name="tab" value=filter.tab.key()/>
            <div class="inbox-filter__fields">
                {service} {lights} {channel} {assignee}
                <TextField name="from" label=cx.t("inbox-from") hint=hint value=from required=false/>
                <TextField name="until" label=cx.t("inbox-until") hint=hint value=until required=false/>
                {order}
            </div>
            <div class="actions">
                <Button label=cx.t("inbox-apply") kind=ButtonKind::Secondary/>
                <a href=whole>{cx.t("inbox-reset")}</a>
            </div>
        </form>
        {keep}
    };
    Some(view! { <Disclosure summary=cx.t(summary) open=open>{form}</Disclosure> }.into_any())
}

fn select(cx: &Ctx, name: &'static str, options: Vec<Choice>, chosen: &str) -> AnyView {
    let label = cx.t(&format!("inbox-filter-{name}"));
    let chosen = chosen.to_owned();
    view! {
        <Select name=name label=label options=options chosen=chosen blank=cx.t("inbox-filter-all") required=false/>
    }
    .into_any()
}

fn keep_form(cx: &Ctx, filter: &InboxFilter, kept: &Kept) -> impl IntoView + use<> {
    let query = filter.pairs();
    let query = query.iter().map(|(name, value)| format!("{name}={value}"));
    let query = query.collect::<Vec<_>>().join("&");
    let error = kept.problem("name").map(|key| cx.t(key));
    let value = kept.value("name");
    view! {
        <form class="form inbox-keep" method="post" action=paths::door::DESK_FILTER>
            <input type="hidden" name="query" value=query/>
            <TextField name="name" label=cx.t("inbox-keep-name") value=value error=error/>
            <Button label=cx.t("inbox-keep") kind=ButtonKind::Secondary/>
        </form>
    }
}

fn saved_filters(cx: &Ctx, saved: &[SavedFilter]) -> Option<AnyView> {
    let rows: Vec<_> = saved
        .iter()
        .map(|one| {
            let pairs = one.pairs.iter();
            let pairs: Vec<_> = pairs
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            let (href, name) = (paths::desk_list(&pairs), one.name.clone());
            let (id, about) = (one.id.clone(), one.name.clone());
            view! {
                <li class="inbox-saved__item">
                    <a href=href>{cx.written(&name)}</a>
                    <form method="post" action=paths::door::DESK_FILTER>
                        <input type="hidden" name="forget" value=id/>
                        <Button label=cx.t("inbox-forget") kind=ButtonKind::Link about=about/>
                    </form>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <nav class="inbox-saved" aria-label=cx.t("inbox-saved")>
                <p class="inbox-saved__label">{cx.t("inbox-saved")}</p>
                <ul class="inbox-saved__list">{rows}</ul>
            </nav>
        }
        .into_any()
    })
}

fn table(cx: &Ctx, inbox: &Inbox) -> AnyView {
    if inbox.filter.tab.is_of_questions() {
        return consultations::list(cx, inbox, tab_name(cx, inbox.filter.tab));
    }
    if inbox.rows.is_empty() {
        return view! { <Empty text=cx.t("desk-inbox-empty")/> }.into_any();
    }
    let caption = tab_name(cx, inbox.filter.tab);
    let ticks = cx.officer().is_ok_and(|officer| officer.role.has_cases())
        && inbox.rows.iter().any(|row| row.is_own && row.due.is_some());
    let rows = inbox.rows.iter().map(|one| row(cx, one, ticks)).collect();
    bulk_form(cx, inbox, caption, head(cx, ticks), rows, ticks)
}

/// On to the next page, and back to the first: a list that goes on while it is read has no page numbers.
fn pages(cx: &Ctx, inbox: &Inbox) -> Option<AnyView> {
    let first = (!inbox.is_first).then(|| {
        let href = address(&inbox.filter, "");
        view! { <li><a class="pagination__link" href=href rel="first">{cx.t("inbox-first-page")}</a></li> }
    });
    let next = inbox.next.as_ref().map(|next| {
        let href = address(&inbox.filter, next);
        view! { <li><a class="pagination__link" href=href rel="next">{cx.t("inbox-next-page")}</a></li> }
    });
    (first.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pagination" aria-label=cx.t("inbox-pages")>
                <ul class="pagination__list">{first} {next}</ul>
            </nav>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::cases::{CaseNumber, ProcedureKind};
    use domain::consultations::{Closing, Opinion};
    use domain::desk::Pile;
    use domain::{AccountId, CaseId, ItemCode, Text};
    use portal::consultations::ConsultationRow;
    use portal::desk::{Colleague, InboxRow};

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn inbox() -> Inbox {
        let me = AccountId::new("officer");
        let number = CaseNumber::compose("990100", chrono::NaiveDate::default(), 1).unwrap();
        let row = InboxRow {
            id: CaseId::new("c-1"),
            revision: 3,
            number,
            item_name: Text::zh(HOSTILE),
            applicant_masked: HOSTILE.to_owned(),
            state: "submitted",
            procedure: None,
            submitted_at: DateTime::UNIX_EPOCH,
            due: Some(domain::calendar::DueDate {
                date: chrono::NaiveDate::default(),
                provisional: false,
            }),
            days_left: Some(2),
            light: Light::Yellow,
            assignee: Some(me.clone()),
            assignee_name: Some(HOSTILE.to_owned()),
            questioned: true,
            new_message: true,
            is_own: true,
        };
        let closed = InboxRow {
            due: None,
            questioned: false,
            new_message: false,
            assignee: None,
            assignee_name: None,
            ..row.clone()
        };
        let mut filter = InboxFilter::whole(InboxTab::Pile(Pile::ToAccept));
        filter.light = Some(Light::Red);
        Inbox {
            filter,
            counts: vec![
                (InboxTab::Mine, Count::Exactly(2)),
                (InboxTab::Pile(Pile::ToAccept), Count::Many),
            ],
            rows: vec![row, closed],
            questions: Vec::new(),
            ended: Vec::new(),
            next: Some("2026-11-09.c-1".to_owned()),
            is_first: false,
            services: vec![(ItemCode::new("A-1"), Text::zh(HOSTILE))],
            colleagues: vec![Colleague {
                id: me,
                name: HOSTILE.to_owned(),
                role: domain::cases::Role::Handler,
            }],
            stands_in_for: vec![HOSTILE.to_owned()],
        }
    }

    #[tokio::test]
    async fn a_list_says_what_can_be_done_with_its_rows() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk").await;
        let saved = vec![SavedFilter {
            id: "f-1".to_owned(),
            name: HOSTILE.to_owned(),
            pairs: vec![("tab".to_owned(), "mine".to_owned())],
        }];
        let html = html(|| view(&cx, &inbox(), &saved, &Kept::default(), false));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "action=\"/do/desk-search\"",
                "action=\"/do/desk-bulk\"",
                "value=\"c-1|3|officer\"",
                "1000+",
                "href=\"/desk?tab=to-accept&amp;light=red&amp;after=2026-11-09.c-1\"",
                "href=\"/desk?tab=to-accept&amp;light=red\" rel=\"first\"",
                "href=\"/desk?tab=mine\"",
                "value=\"tab=to-accept&amp;light=red\"",
                "Something is called wrong",
                "New message",
                "Nobody yet",
                "You stand in today for",
            ],
        );
        assert_eq!(html.matches("name=\"tick\"").count(), 1, "{html}");
        for missing in [">desk-", ">inbox-", ">light-", ">channel-"] {
            assert!(!html.contains(missing), "a text is missing: {html}");
        }
    }

    #[tokio::test]
    async fn who_handles_no_cases_sees_none() {
        let mut actor = officer("Shao");
        if let portal::accounts::Actor::Officer(officer) = &mut actor {
            officer.role = domain::cases::Role::Supervisor;
        }
        let (_folder, cx) = context(actor, Surface::Web, "/desk").await;
        let html = html(|| view(&cx, &inbox(), &[], &Kept::default(), false));
        assert!(
            !html.contains("desk-bulk") && !html.contains("c-1"),
            "{html}"
        );
        assert_contains(&html, &["Your role handles no cases"]);
    }

    #[tokio::test]
    async fn a_case_in_a_special_procedure_says_what_it_waits_for() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk").await;
        let mut inbox = inbox();
        for row in &mut inbox.rows {
            row.light = Light::Blue;
        }
        let waiting = html(|| view(&cx, &inbox, &[], &Kept::default(), false));
        assert_contains(&waiting, &["Waiting for the applicant"]);
        for row in &mut inbox.rows {
            row.procedure = Some(ProcedureKind::Hearing);
        }
        let html = html(|| view(&cx, &inbox, &[], &Kept::default(), false));
        assert_contains(&html, &["Clock stands still: Hearing"]);
        assert!(!html.contains("Waiting for the applicant"), "{html}");
    }

    #[tokio::test]
    async fn questions_are_listed_with_how_late_they_are() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk").await;
        let row = ConsultationRow {
            id: "q-1".to_owned(),
            case: CaseId::new("c-1"),
            number: CaseNumber::compose("990100", chrono::NaiveDate::default(), 1).unwrap(),
            item_name: Text::zh(HOSTILE),
            other: Text::zh(HOSTILE),
            asked_at: DateTime::UNIX_EPOCH,
            due: chrono::NaiveDate::default(),
            clock: Some((-3, Light::Red)),
            closing: None,
            opinion: None,
        };
        let ended = ConsultationRow {
            id: "q-2".to_owned(),
            clock: None,
            closing: Some(Closing::Answered),
            opinion: Some(Opinion::Agree),
            ..row.clone()
        };
        for (tab, href) in [
            (InboxTab::Consulted, "href=\"/desk/consultations/q-1\""),
            (
                InboxTab::Consulting,
                "href=\"/desk/cases/c-1#consultations\"",
            ),
        ] {
            let inbox = Inbox {
                filter: InboxFilter::whole(tab),
                rows: Vec::new(),
                questions: vec![row.clone()],
                ended: vec![ended.clone()],
                ..inbox()
            };
            let html = html(|| view(&cx, &inbox, &[], &Kept::default(), false));
            assert_escaped(&html);
            assert_contains(
                &html,
                &[href, "3 working days overdue", "Answered", "Agreed"],
            );
            for missing in [">consultation-", ">inbox-"] {
                assert!(!html.contains(missing), "a text is missing: {html}");
            }
        }
    }
}
