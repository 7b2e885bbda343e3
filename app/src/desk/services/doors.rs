//! What stands behind the doors of the editor.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::catalogue::ItemType;
use domain::catalogue::editing::{DraftAction, ListStep, Part, StandingAction};
use domain::{DepartmentCode, ItemCode, Text};
use portal::catalogue::editor::{DraftDeed, EditorError, NewService, Typed};
use serde_json::Value;
use server_fn::codec::MultipartData;

use super::posted::{DRAFT, GO, JSON, PART, REVISION};
use crate::page::{Ctx, DoorResult, Kept, PageError, Posted};
use crate::paths;

/// Where a new service with problems lies in the session.
pub(super) const NEW: &str = "service-new";
/// Where a file of services lies in the session until it is taken.
pub(super) const IMPORT: &str = "service-import";
/// The problem that means: somebody else was quicker.
pub(super) const CHANGED: &str = "editor-changed";
/// The problem that means: something is wrong with the service, as its page says.
pub(super) const UNSOUND: &str = "editor-unsound";

/// Where the page of a part lies in the session.
pub(super) fn part_form(id: &str, part: &Part) -> String {
    format!("service-part:{id}:{part}")
}

/// Where an action on a working copy or an item lies in the session.
pub(super) fn act_form(id: &str) -> String {
    format!("service-act:{id}")
}

/// Where the examples for a working copy lie in the session.
pub(super) fn trial_form(id: &str) -> String {
    format!("service-try:{id}")
}

/// A new service as it was posted.
pub(super) struct New {
    pub(super) code: String,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) item_type: String,
    pub(super) copy_of: String,
    pub(super) department: String,
}

/// An action as it was posted.
pub(super) struct Act {
    pub(super) id: String,
    pub(super) revision: u32,
    pub(super) action: String,
    pub(super) day: String,
    pub(super) reason: String,
}

pub(super) async fn create(cx: Arc<Ctx>, posted: New) -> DoorResult {
    let officer = cx.officer()?;
    let en = Some(posted.en.trim().to_owned()).filter(|en| !en.is_empty());
    let item_type: Option<ItemType> =
        serde_json::from_value(Value::from(posted.item_type.as_str())).ok();
    let new = NewService {
        code: posted.code.clone(),
        name: Text {
            zh: posted.zh.trim().to_owned(),
            en,
        },
        item_type: item_type.unwrap_or(ItemType::PublicService),
        copy_of: ItemCode::parse(&posted.copy_of).ok(),
        department: Some(posted.department.clone())
            .filter(|department| !department.is_empty())
            .map(DepartmentCode::new),
    };
    let problems = match cx.portal.catalogue().editor().create(officer, new).await {
        Ok(id) => {
            cx.visitor.forget(NEW).await?;
            return Ok(paths::desk_draft(&id));
        }
        Err(error) => told(error)?,
    };
    let values = [
        ("code", posted.code),
        ("zh", posted.zh),
        ("en", posted.en),
        ("item_type", posted.item_type),
        ("copy_of", posted.copy_of.clone()),
        ("department", posted.department),
    ];
    cx.visitor.keep(NEW, kept(values, problems)).await?;
    Ok(paths::again(&paths::desk_service_new(&posted.copy_of)))
}

pub(super) async fn open(cx: Arc<Ctx>, item: String) -> DoorResult {
    let code = ItemCode::parse(&item).map_err(|_| PageError::NotFound)?;
    let officer = cx.officer()?;
    match cx.portal.catalogue().editor().open(officer, &code).await {
        Ok(id) => Ok(paths::desk_draft(&id)),
        Err(error) => {
            let problems = told(error)?;
            let form = act_form(code.as_str());
            cx.visitor.keep(&form, kept([], problems)).await?;
            Ok(paths::again(&paths::desk_service(&code)))
        }
    }
}

pub(super) async fn save(cx: Arc<Ctx>, data: MultipartData) -> DoorResult {
    let officer = cx.officer()?;
    let mut posted = Posted::read(data).await;
    let (id, part) = (posted.take(DRAFT), Part::parse(&posted.take(PART)));
    let (revision, go) = (posted.take(REVISION), posted.take(GO));
    let part = part.ok_or(PageError::NotFound)?;
    let form = part_form(&id, &part);
    let page = paths::desk_draft_part(&id, &part.to_string());
    let step = ListStep::parse(&go);
    let problems = if posted.whole {
        let typed = Typed {
            part: part.clone(),
            posted: posted.values.clone(),
            step: step.clone(),
            locale: cx.locale,
        };
        let revision = revision.parse().unwrap_or_default();
        match cx
            .portal
            .catalogue()
            .editor()
            .save(officer, &id, revision, typed)
            .await
        {
            Ok(()) => {
                cx.visitor.forget(&form).await?;
                return next_page(&cx, &id, &part, &go, step).await;
            }
            Err(error) => told(error)?,
        }
    } else {
        vec![(String::new(), "step-cut-off".to_owned())]
    };
    let kept = Kept {
        values: posted.kept(),
        problems,
    };
    cx.visitor.keep(&form, kept).await?;
    Ok(paths::again(&page))
}

/// Where saving leads: to the list on which a step was taken, to the page of a new entry, back to the
/// same page, or to the page above.
async fn next_page(
    cx: &Ctx,
    id: &str,
    part: &Part,
    go: &str,
    step: Option<(String, ListStep)>,
) -> DoorResult {
    let page = |part: &Part| paths::desk_draft_part(id, &part.to_string());
    if let Some((list, step)) = step {
        if step == ListStep::Add
            && let Some(draft) = cx
                .portal
                .catalogue()
                .editor()
                .draft(cx.officer()?, id)
                .await?
        {
            let pointer = format!("{}/{list}", part.pointer());
            let document = draft.document()?;
            let entries = document.pointer(&pointer).and_then(Value::as_array);
            let last = entries.and_then(|entries| entries.len().checked_sub(1));
            if let Some(entry) = last.and_then(|last| part.entry(&list, last)) {
                return Ok(page(&entry));
            }
        }
        return Ok(format!("{}#list-{}", page(part), list.replace('/', "-")));
    }
    Ok(match (go, part.above()) {
        ("stay", _) => paths::with_query(&page(part), &[("done", "saved")]),
        (_, Some(above)) => paths::with_query(&page(&above), &[("done", "saved")]),
        (_, None) => paths::with_query(&paths::desk_draft(id), &[("done", "saved")]),
    })
}

pub(super) async fn act(cx: Arc<Ctx>, posted: Act) -> DoorResult {
    let officer = cx.officer()?;
    let page = paths::desk_draft(&posted.id);
    let form = act_form(&posted.id);
    let problems = match deed(&posted) {
        Ok(deed) => {
            let editor = cx.portal.catalogue().editor();
            match editor.act(officer, &posted.id, posted.revision, deed).await {
                Ok(()) => {
                    cx.visitor.forget(&form).await?;
                    return Ok(paths::with_query(&page, &[("done", &posted.action)]));
                }
                Err(error) => told(error)?,
            }
        }
        Err(problem) => vec![problem],
    };
    let values = [
        ("action", posted.action),
        ("day", posted.day),
        ("reason", posted.reason),
    ];
    cx.visitor.keep(&form, kept(values, problems)).await?;
    Ok(paths::again(&page))
}

fn deed(posted: &Act) -> Result<DraftDeed, (String, String)> {
    match DraftAction::parse(&posted.action) {
        Some(DraftAction::Submit) => Ok(DraftDeed::Submit),
        Some(DraftAction::TakeBack) => Ok(DraftDeed::TakeBack),
        Some(DraftAction::Discard) => Ok(DraftDeed::Discard),
        Some(DraftAction::Return) => Ok(DraftDeed::Return {
            reason: posted.reason.clone(),
        }),
        Some(DraftAction::Approve) if posted.day.trim().is_empty() => {
            Ok(DraftDeed::Approve { publish_on: None })
        }
        Some(DraftAction::Approve) => {
            let day = posted.day.trim().replace(['/', '.'], "-").parse();
            let day = day.map_err(|_| ("day".to_owned(), "editor-problem-day".to_owned()))?;
            Ok(DraftDeed::Approve {
                publish_on: Some(day),
            })
        }
        _ => Err((String::new(), "editor-refused-not-in-this-state".to_owned())),
    }
}

pub(super) async fn stand(cx: Arc<Ctx>, posted: Act) -> DoorResult {
    let officer = cx.officer()?;
    let code = ItemCode::parse(&posted.id).map_err(|_| PageError::NotFound)?;
    let page = paths::desk_service(&code);
    let form = act_form(code.as_str());
    let action = StandingAction::parse(&posted.action).ok_or(PageError::NotFound)?;
    let editor = cx.portal.catalogue().editor();
    let done = editor
        .stand(officer, &code, posted.revision, action, &posted.reason)
        .await;
    match done {
        Ok(()) => {
            cx.visitor.forget(&form).await?;
            Ok(paths::with_query(&page, &[("done", &posted.action)]))
        }
        Err(error) => {
            let problems = told(error)?;
            let values = [("action", posted.action), ("reason", posted.reason)];
            cx.visitor.keep(&form, kept(values, problems)).await?;
            Ok(paths::again(&page))
        }
    }
}

/// Keeps example answers; the page works out what comes of them.
pub(super) async fn trial(cx: Arc<Ctx>, data: MultipartData) -> DoorResult {
    let officer = cx.officer()?;
    let mut posted = Posted::read(data).await;
    let id = posted.take(DRAFT);
    let editor = cx.portal.catalogue().editor();
    editor
        .draft(officer, &id)
        .await?
        .ok_or(PageError::NotFound)?;
    let kept = Kept {
        values: posted.kept(),
        problems: Vec::new(),
    };
    cx.visitor.keep(&trial_form(&id), kept).await?;
    Ok(paths::again(&paths::desk_draft_try(&id)))
}

/// Keeps a file of services to look into, or makes working copies of one that was looked into.
pub(super) async fn import(cx: Arc<Ctx>, data: MultipartData) -> DoorResult {
    let officer = cx.officer()?;
    let mut posted = Posted::read(data).await;
    let page = paths::again(&paths::desk_services_exchange());
    if posted.take(GO) != "take" {
        let (text, problems) = match read(&cx, posted).await {
            Ok(text) => (text, Vec::new()),
            Err(error) => (String::new(), told(error)?),
        };
        let kept = kept([(JSON, text)], problems);
        cx.visitor.keep(IMPORT, kept).await?;
        return Ok(page);
    }
    let looked = cx.visitor.kept(IMPORT).await?.unwrap_or_default();
    let editor = cx.portal.catalogue().editor();
    match editor.import(officer, &looked.value(JSON)).await {
        Ok(_) => {
            cx.visitor.forget(IMPORT).await?;
            Ok(paths::desk_services())
        }
        Err(error) => {
            let problems = told(error)?;
            cx.visitor.keep(IMPORT, kept([], problems)).await?;
            Ok(page)
        }
    }
}

/// The text of the file that was posted.
async fn read(cx: &Ctx, posted: Posted) -> Result<String, EditorError> {
    if !posted.whole {
        let large = (JSON.to_owned(), "editor-problem-file-large");
        return Err(EditorError::Typed(vec![large]));
    }
    let editor = cx.portal.catalogue().editor();
    editor.readable(posted.file).await
}

/// What a page can say about an error; what it cannot goes on.
pub(super) fn told(error: EditorError) -> Result<Vec<(String, String)>, PageError> {
    let whole = |key: &str| vec![(String::new(), key.to_owned())];
    match error {
        EditorError::NotFound => Err(PageError::NotFound),
        EditorError::Internal(error) => Err(error.into()),
        EditorError::Changed => Ok(whole(CHANGED)),
        EditorError::Refused(refusal) => Ok(whole(refusal.key())),
        EditorError::Problems(_) => Ok(whole(UNSOUND)),
        EditorError::Row(_, key) => Ok(vec![(JSON.to_owned(), key.to_owned())]),
        EditorError::Typed(problems) => Ok(problems
            .into_iter()
            .map(|(name, key)| (name, key.to_owned()))
            .collect()),
    }
}

fn kept<const N: usize>(values: [(&str, String); N], problems: Vec<(String, String)>) -> Kept {
    let values = values
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value));
    Kept {
        values: values.collect::<BTreeMap<_, _>>(),
        problems,
    }
}
