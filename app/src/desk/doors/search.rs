//! An officer looks for a case, and keeps filters of the inbox. What is looked for names people, so it stays in
//! the session.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::cases::CaseNumber;
use domain::desk::InboxFilter;
use portal::desk::FilterError;

use super::kept;
use crate::page::{Ctx, Door, DoorResult, Kept};
use crate::paths;

/// Name of the search in the officer's session.
pub(crate) const SEARCH_FORM: &str = "desk-search";
/// Name of what was typed.
pub(crate) const WORDS: &str = "words";
/// Name of the form that keeps a filter.
pub(crate) const FILTER_FORM: &str = "desk-filter";

pub(crate) async fn search(words: String) {
    Door::current()
        .open(|cx| async move { try_search(&cx, &words).await })
        .await;
}

async fn try_search(cx: &Arc<Ctx>, words: &str) -> DoorResult {
    let officer = cx.officer()?;
    // A number that was typed whole leads to its case.
    if CaseNumber::parse(words).is_ok()
        && let Some(id) = cx.portal.desk().find(officer, words).await?
    {
        return Ok(paths::desk_case(&id));
    }
    let typed = Kept {
        values: BTreeMap::from([(WORDS.to_owned(), words.trim().to_owned())]),
        problems: Vec::new(),
    };
    cx.visitor.keep(SEARCH_FORM, typed).await?;
    Ok(paths::desk_found())
}

pub(crate) async fn filter(name: String, query: String, forget: String) {
    Door::current()
        .open(|cx| async move { try_filter(&cx, &name, &query, &forget).await })
        .await;
}

async fn try_filter(cx: &Arc<Ctx>, name: &str, query: &str, forget: &str) -> DoorResult {
    let officer = cx.officer()?;
    let pairs: Vec<_> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .collect();
    let find = |wanted: &str| {
        let mut found = pairs.iter().filter(|(name, _)| *name == wanted);
        found.next().map(|(_, value)| *value)
    };
    let filter = InboxFilter::read(find);
    let list = list(&filter);
    let desk = cx.portal.desk();
    if !forget.is_empty() {
        desk.forget_filter(officer, forget).await?;
        return Ok(list);
    }
    match desk.save_filter(officer, name, &filter).await {
        Ok(()) => {
            cx.visitor.forget(FILTER_FORM).await?;
            Ok(list)
        }
        Err(FilterError::Internal(internal)) => Err(internal.into()),
        Err(error) => {
            let problem = error.key().unwrap_or_default();
            let typed = kept([("name", name)], ("name", problem));
            cx.visitor.keep(FILTER_FORM, typed).await?;
            Ok(paths::again(&list))
        }
    }
}

/// The address of a list.
fn list(filter: &InboxFilter) -> String {
    let pairs = filter.pairs();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    paths::desk_list(&pairs)
}
