//! The texts that a department begins its opinions with.

use std::sync::Arc;

use domain::cases::{EventKind, MAX_OPINION_CHARS, Role};
use leptos::prelude::*;
use portal::desk::TemplateView;

use crate::desk::doors::TEMPLATE_FORM;
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ButtonKind, Choice, Empty, ErrorSummary, Select, TextArea, TextField};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let templates = cx.portal.desk().templates(officer).await?;
    let changed = match params.query("change") {
        None => None,
        Some(id) => {
            let found = templates.iter().find(|one| one.id == id);
            Some(found.ok_or(PageError::NotFound)?.clone())
        }
    };
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(TEMPLATE_FORM).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    let edits = officer.role == Role::Reviewer;
    let title = cx.t("desk-templates");
    Ok(Page::new(title, move || {
        let form = edits.then(|| form(&cx, changed.as_ref(), &kept));
        view(&cx, &templates, &kept, form, edits)
    })
    .layout(Layout::Desk)
    .status(status))
}

fn view(
    cx: &Ctx,
    templates: &[TemplateView],
    kept: &Kept,
    form: Option<AnyView>,
    edits: bool,
) -> impl IntoView + use<> {
    let errors = kept
        .problems
        .iter()
        .map(|(field, key)| (format!("field-{field}"), cx.t(key).to_owned()))
        .collect();
    let list = if templates.is_empty() {
        view! { <Empty text=cx.t("desk-templates-none")/> }.into_any()
    } else {
        let rows: Vec<_> = templates.iter().map(|one| row(cx, one, edits)).collect();
        rows.into_any()
    };
    view! {
        <div class="container container--wide stack">
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            <header class="page-header"><h1>{cx.t("desk-templates")}</h1></header>
            <p class="lead">{cx.t("desk-templates-lead")}</p>
            {form}
            {list}
        </div>
    }
}

fn row(cx: &Ctx, one: &TemplateView, edits: bool) -> AnyView {
    let event = cx.t(&format!("desk-action-{}", one.event.key()));
    let tools = edits.then(|| {
        let (id, about) = (one.id.clone(), one.name.clone());
        let name = one.name.clone();
        view! {
            <div class="actions">
                <a href=paths::desk_templates(&one.id)>
                    {cx.t("desk-template-change")}
                    <span class="visually-hidden">" " {name}</span>
                </a>
                <form method="post" action=paths::door::DESK_TEMPLATE>
                    <input type="hidden" name="id" value=id/>
                    <input type="hidden" name="delete" value="yes"/>
                    <Button label=cx.t("desk-template-delete") kind=ButtonKind::Link about=about/>
                </form>
            </div>
        }
    });
    view! {
        <section class="sheet stack stack--tight">
            <h2 class="sheet__title">{cx.written(&one.name)}</h2>
            <p class="hint">{event}</p>
            <blockquote class="desk-template">{cx.written(&one.body)}</blockquote>
            {tools}
        </section>
    }
    .into_any()
}

fn form(cx: &Ctx, changed: Option<&TemplateView>, kept: &Kept) -> AnyView {
    let typed = |name: &str, there: Option<&str>| {
        if kept.problems.is_empty() {
            there.unwrap_or_default().to_owned()
        } else {
            kept.value(name)
        }
    };
    let error = |name: &str| kept.problem(name).map(|key| cx.t(key));
    let events = EventKind::WITH_WORDS
        .map(|kind| Choice::new(kind.key(), cx.t(&format!("desk-action-{}", kind.key()))));
    let event = typed("event", changed.map(|one| one.event.key()));
    let name = typed("name", changed.map(|one| one.name.as_str()));
    let text = typed("text", changed.map(|one| one.body.as_str()));
    let id = changed.map(|one| one.id.clone()).unwrap_or_default();
    let title = if changed.is_some() {
        "desk-template-change"
    } else {
        "desk-template-new"
    };
    let most = u16::try_from(MAX_OPINION_CHARS).unwrap_or(u16::MAX);
    view! {
        <section class="sheet">
            <h2 class="sheet__title">{cx.t(title)}</h2>
            <form class="form" method="post" action=paths::door::DESK_TEMPLATE>
                <input type="hidden" name="id" value=id/>
                <Select
                    name="event"
                    label=cx.t("desk-template-event")
                    options=events.into()
                    chosen=event
                    blank=cx.t("select-blank")
                    error=error("event")
                />
                <TextField name="name" label=cx.t("desk-template-name") value=name error=error("name")/>
                <TextArea
                    name="text"
                    label=cx.t("desk-template-text")
                    hint=cx.t("desk-template-hint")
                    value=text
                    error=error("text")
                    max=most
                />
                <Button label=cx.t("desk-template-save")/>
            </form>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn template() -> TemplateView {
        TemplateView {
            id: "t-1".to_owned(),
            event: EventKind::Decide,
            name: HOSTILE.to_owned(),
            body: HOSTILE.to_owned(),
        }
    }

    #[tokio::test]
    async fn reviewers_change_what_handlers_read() {
        let (_folder, cx) = context(officer("Qin"), Surface::Web, "/desk/templates").await;
        let one = template();
        let kept = Kept::default();
        let edited = html(|| {
            let form = form(&cx, Some(&one), &kept);
            view(&cx, std::slice::from_ref(&one), &kept, Some(form), true)
        });
        assert_escaped(&edited);
        assert_contains(
            &edited,
            &["value=\"t-1\"", "name=\"delete\"", "{number} becomes"],
        );
        let read = html(|| view(&cx, std::slice::from_ref(&one), &kept, None, false));
        assert!(!read.contains("<form"), "{read}");
    }
}
