//! What a citizen who is signed in finds on the first page: open cases and the latest notices.

use leptos::prelude::*;
use portal::accounts::Actor;
use portal::cases::CaseSummary;
use portal::notices::NoticeView;

use crate::cases::pages::state_tag;
use crate::catalogue::pages::due;
use crate::notices::pages::title;
use crate::page::{Ctx, PageError};
use crate::paths;

/// Cases and notices shown here; their own pages have all.
const MAX_ROWS: usize = 3;

/// States in which nothing more is going to happen.
const ENDED: [&str; 5] = [
    "withdrawn",
    "rejected",
    "not_accepted",
    "closed",
    "delivered",
];

/// What is the citizen's own.
pub(super) struct Mine {
    cases: Vec<CaseSummary>,
    notices: Vec<NoticeView>,
    unread: u64,
}

/// Reads it; nothing for who is not signed in, and for officers.
pub(super) async fn load(cx: &Ctx) -> Result<Option<Mine>, PageError> {
    let Actor::Citizen(citizen) = &cx.actor else {
        return Ok(None);
    };
    let mut cases = cx.portal.cases().list(citizen).await?;
    cases.retain(|case| case.needs_me || !ENDED.contains(&case.state));
    cases.sort_by_key(|case| !case.needs_me);
    cases.truncate(MAX_ROWS);
    let notices = cx.portal.notices().latest(citizen, MAX_ROWS).await?;
    Ok(Some(Mine {
        cases,
        notices,
        unread: cx.portal.notices().unread(citizen).await?,
    }))
}

/// Two boxes beside each other.
pub(super) fn view(cx: &Ctx, mine: &Mine) -> impl IntoView + use<> {
    view! {
        <div class="mine">
            {cases(cx, &mine.cases)}
            {notices(cx, mine)}
        </div>
    }
}

fn cases(cx: &Ctx, cases: &[CaseSummary]) -> impl IntoView + use<> {
    let rows: Vec<_> = cases.iter().map(|one| case(cx, one)).collect();
    let body = if rows.is_empty() {
        view! { <p class="muted">{cx.t("home-cases-none")}</p> }.into_any()
    } else {
        view! { <ul>{rows}</ul> }.into_any()
    };
    view! {
        <section class="mine__box" aria-labelledby="home-cases">
            <h2 class="mine__title" id="home-cases">{cx.t("home-cases")}</h2>
            {body}
            <p class="mine__all"><a href=paths::my_cases()>{cx.t("home-cases-all")}</a></p>
        </section>
    }
}

fn case(cx: &Ctx, case: &CaseSummary) -> impl IntoView + use<> {
    let until = case.due.map(|date| {
        view! { <span>{cx.tf("case-due", &[("date", due(cx, date).into())])}</span> }
    });
    view! {
        <li class="mine__row">
            <a href=paths::case(&case.id)>{cx.text(&case.item_name)}</a>
            <p class="mine__about">{state_tag(cx, case.state)} {until}</p>
        </li>
    }
}

fn notices(cx: &Ctx, mine: &Mine) -> impl IntoView + use<> {
    let rows: Vec<_> = mine.notices.iter().map(|one| notice(cx, one)).collect();
    let body = if rows.is_empty() {
        view! { <p class="muted">{cx.t("notices-none")}</p> }.into_any()
    } else {
        view! { <ul>{rows}</ul> }.into_any()
    };
    let unread = i64::try_from(mine.unread).unwrap_or(i64::MAX);
    let all = cx.tf("home-notices-all", &[("n", unread.into())]);
    view! {
        <section class="mine__box" aria-labelledby="home-notices">
            <h2 class="mine__title" id="home-notices">{cx.t("home-notices")}</h2>
            {body}
            <p class="mine__all"><a href=paths::notices()>{all}</a></p>
        </section>
    }
}

fn notice(cx: &Ctx, notice: &NoticeView) -> impl IntoView + use<> {
    let item = notice
        .item_name
        .as_ref()
        .map(|name| view! { <span>{cx.text(name)}</span> });
    view! {
        <li class="mine__row">
            <a href=paths::notice(&notice.id)>{title(cx, notice.kind)}</a>
            <p class="mine__about">
                {item} <time>{cx.date_time(notice.at)}</time>
            </p>
        </li>
    }
}
