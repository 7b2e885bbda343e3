//! The question whether a working copy shall be given up.

use std::sync::Arc;

use domain::catalogue::editing::DraftAction;
use leptos::prelude::*;
use portal::catalogue::editor::Draft;

use super::words::name_or;
use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Button, ButtonKind, ButtonLink};

/// The page exists only while its button can work.
pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let (id, officer) = (params.path("id"), cx.officer()?);
    let editor = cx.portal.catalogue().editor();
    let draft = editor.draft(officer, id).await?.filter(|draft| {
        let allowed = draft.copy.allowed(&officer.party());
        allowed.contains(&DraftAction::Discard)
    });
    let draft = draft.ok_or(PageError::NotFound)?;
    let name = name_or(&cx, &draft.item.name, "editor-unnamed").into_owned();
    let title = cx.tf("editor-discard-page", &[("item", name.into())]);
    Ok(Page::new(title, move || view(&cx, &draft)).layout(Layout::Desk))
}

pub(super) fn view(cx: &Ctx, draft: &Draft) -> impl IntoView + use<> {
    let name = name_or(cx, &draft.item.name, "editor-unnamed").into_owned();
    let key = DraftAction::Discard.key();
    let (id, revision) = (draft.id.clone(), draft.copy.revision.to_string());
    let stays = if draft.base_version.is_some() {
        "editor-discard-published-stays"
    } else {
        "editor-discard-never-published"
    };
    let trail = vec![
        (paths::desk_services(), cx.t("editor-services").into()),
        (paths::desk_draft(&draft.id), name.clone().into()),
    ];
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{cx.tf("editor-discard-page", &[("item", name.into())])}</h1>
                <p class="lead">{cx.t("editor-discard-about")}</p>
            </header>
            <p>{cx.t(stays)}</p>
            <form class="form" method="post" action=paths::door::SERVICE_ACT>
                <input type="hidden" name="action" value=key/>
                <input type="hidden" name="draft" value=id/>
                <input type="hidden" name="revision" value=revision/>
                <div class="actions">
                    <Button label=cx.t("editor-action-discard") kind=ButtonKind::Danger/>
                    <ButtonLink
                        href=paths::desk_draft(&draft.id)
                        label=cx.t("editor-discard-not")
                        kind=ButtonKind::Secondary
                    />
                </div>
            </form>
        </div>
    }
}
