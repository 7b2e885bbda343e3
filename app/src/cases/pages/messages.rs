//! The messages between the office and the applicant, as the applicant reads them.

use domain::desk::MAX_MESSAGE_CHARS;
use leptos::prelude::*;
use portal::cases::CaseView;
use portal::desk::Thread;

use crate::page::{Ctx, Kept};
use crate::paths;
use crate::ui::{Button, TextArea, Timeline, TimelineRow};

/// The thread and, while the case is open, the form for an answer; nothing where the office has not written.
pub(super) fn messages(cx: &Ctx, view: &CaseView, thread: &Thread, kept: &Kept) -> Option<AnyView> {
    if thread.messages.is_empty() {
        return None;
    }
    let rows: Vec<_> = thread
        .messages
        .iter()
        .map(|message| {
            let who = if message.from_office {
                "party-officer"
            } else {
                "party-you"
            };
            let new = message.from_office && !message.read;
            let title = if new { "message-new" } else { "message" };
            TimelineRow::new(cx.date_time(message.at), cx.t(title))
                .who(Some(cx.t(who)))
                .note_lang(cx.lang_of(&message.text))
                .note(Some(message.text.clone()))
        })
        .collect();
    let form = thread.can_write.then(|| {
        let id = view.case.id.to_string();
        let error = kept.problem("text").map(|key| cx.t(key));
        let most = u16::try_from(MAX_MESSAGE_CHARS).unwrap_or(u16::MAX);
        let value = kept.value("text");
        view! {
            <form class="form" method="post" action=paths::door::MESSAGE>
                <input type="hidden" name="case" value=id/>
                <TextArea name="text" label=cx.t("message-text") value=value error=error rows=4 max=most/>
                <Button label=cx.t("message-send")/>
            </form>
        }
    });
    Some(
        view! {
            <section class="container stack stack--tight" id="messages" aria-labelledby="messages-title">
                <h2 id="messages-title">{cx.t("messages-title")}</h2>
                <Timeline rows=rows/>
                {form}
            </section>
        }
        .into_any(),
    )
}
