//! A working copy as citizens will see it: the guide's own page, filled from what is written.

use std::sync::Arc;

use leptos::prelude::*;
use portal::catalogue::editor::Draft;
use portal::catalogue::{ItemRow, ItemView};

use crate::catalogue::pages::guide_view;
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, BannerKind};

/// Modes in which it can be looked at: the word in the address, and the last part of the text's key.
const MODES: [&str; 3] = ["elder", "contrast", "dark"];

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let (id, officer) = (params.path("id"), cx.officer()?);
    let editor = cx.portal.catalogue().editor();
    let draft = editor
        .draft(officer, id)
        .await?
        .ok_or(PageError::NotFound)?;
    let item = as_published(&cx, &draft).await?;
    let name = cx.plain(&draft.item.name);
    let title = cx.tf("editor-preview-page", &[("item", name.into())]);
    Ok(Page::new(title, move || view(&cx, &draft, &item)))
}

fn view(cx: &Ctx, draft: &Draft, item: &ItemView) -> impl IntoView + use<> {
    let here = paths::desk_draft_preview(&draft.id);
    let link = |href: String, label: &'static str| view! { <a href=href>{label}</a> " " };
    let ways = [
        (paths::in_language(&here, "en"), "editor-see-english"),
        (paths::in_language(&here, "zh-Hans"), "editor-see-chinese"),
        (paths::desk_draft(&draft.id), "editor-back"),
    ];
    let ways: Vec<_> = ways
        .into_iter()
        .map(|(href, label)| link(href, cx.t(label)))
        .collect();
    let modes: Vec<_> = MODES
        .iter()
        .map(|mode| {
            link(
                paths::in_mode(&here, mode),
                cx.t(&format!("editor-see-{mode}")),
            )
        })
        .collect();
    view! {
        <div class="container">
            <Banner title=cx.t("editor-preview-title") kind=BannerKind::Info>
                <p class="actions">
                    {modes}
                    {ways}
                </p>
            </Banner>
        </div>
        {guide_view(cx, item, None)}
    }
}

/// The item as it would stand in the catalogue.
async fn as_published(cx: &Ctx, draft: &Draft) -> Result<ItemView, PageError> {
    let item = &draft.item;
    let department = cx.portal.catalogue().department(&item.department).await?;
    let version = draft.base_version.unwrap_or_default().saturating_add(1);
    Ok(ItemView {
        row: Arc::new(ItemRow {
            code: item.code.clone(),
            name: item.name.clone(),
            department: item.department.clone(),
            department_name: department.name.clone(),
            item_type: item.item_type,
            handling: item.handling,
            online: draft.definition.form.is_online(),
            guided: draft.definition.form.early_steps().next().is_some(),
            topics: item.topics.clone(),
            life_events: item.life_events.clone(),
            groups: item.groups.clone(),
            audiences: item.audiences.clone(),
        }),
        main_item: item.main_item.clone(),
        department,
        version: Some(version),
        departments: cx
            .portal
            .catalogue()
            .joining(Some(&draft.definition))
            .await?,
        definition: Some(Arc::new(draft.definition.clone())),
        changed_at: draft.updated_at,
    })
}
