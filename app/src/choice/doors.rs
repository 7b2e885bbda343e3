//! What stands behind the door of the guided choice.

use std::sync::Arc;

use domain::ItemCode;
use domain::forms::Answers;
use portal::choice::Answered;
use server_fn::codec::MultipartData;

use super::kept;
use crate::cases::posted::{Go, Posted};
use crate::cases::way::{MORE, checked};
use crate::page::{Ctx, DoorResult, PageError, Surface};
use crate::paths;

/// Most characters of one value: early questions are answered by choosing, by numbers and by names of
/// divisions. Longer ones come from no page of ours, and a session is no store of texts.
const MAX_VALUE_CHARS: usize = 100;

/// Keeps the answers of a page and leads on. Who cannot apply is told at once; nobody has to answer the
/// rest before.
pub(super) async fn choose(cx: Arc<Ctx>, data: MultipartData) -> DoorResult {
    let mut posted = Posted::read(data).await;
    let item = ItemCode::parse(&posted.case).map_err(|_| PageError::NotFound)?;
    let choice = cx.portal.choice();
    let view = choice.open(&item).await?.ok_or(PageError::NotFound)?;
    let first = view.definition.form.early_steps().next();
    let begins = first.is_some_and(|step| step.key == posted.step);
    // At a public terminal somebody else may have answered before.
    let before = if begins && cx.surface == Surface::Kiosk {
        Answers::default()
    } else {
        kept::answers(&cx.visitor, &item).await?
    };
    let mut values = std::mem::take(&mut posted.answers);
    for given in values.values_mut() {
        given.retain(|value| value.chars().count() <= MAX_VALUE_CHARS);
    }
    let answered = choice.answer(&view, &posted.step, before, values).await?;
    let answered = answered.ok_or(PageError::NotFound)?;
    kept::keep(&cx.visitor, &item, &answered.answers).await?;
    Ok(next_page(&item, &posted, &answered))
}

fn next_page(item: &ItemCode, posted: &Posted, answered: &Answered) -> String {
    let here = paths::choose_step(item, &posted.step);
    let was_shown = |key: &str| posted.shown.split(',').any(|shown| shown == key);
    let shown = |key: &str| posted.shown.is_empty() || was_shown(key);
    if posted.go == Go::Back {
        return match &answered.previous {
            Some(previous) => paths::choose_step(item, previous),
            None => paths::item(item),
        };
    }
    if answered.barred {
        return paths::outcome(item);
    }
    if answered
        .problems
        .iter()
        .any(|problem| shown(&problem.field))
    {
        return checked(&here);
    }
    if answered.asked.iter().any(|key| !shown(key)) {
        return paths::with_query(&here, &[(MORE, "1")]);
    }
    match &answered.next {
        Some(next) => paths::choose_step(item, next),
        None => paths::outcome(item),
    }
}

#[cfg(test)]
mod tests {
    use domain::forms::{FieldError, FieldProblem};

    use super::*;

    fn led(go: Go, change: impl Fn(&mut Answered)) -> String {
        let mut answered = Answered {
            answers: Answers::default(),
            problems: Vec::new(),
            asked: vec!["kind".to_owned()],
            previous: None,
            next: Some("more".to_owned()),
            barred: false,
        };
        change(&mut answered);
        let posted = Posted {
            step: "situation".to_owned(),
            shown: "kind".to_owned(),
            go,
            ..Posted::default()
        };
        next_page(&ItemCode::parse("A-1").unwrap(), &posted, &answered)
    }

    fn problem(field: &str) -> FieldError {
        FieldError {
            field: field.to_owned(),
            problem: FieldProblem::NotChosen,
        }
    }

    #[test]
    fn the_server_decides_which_page_comes_next() {
        assert_eq!(led(Go::Next, |_| ()), "/items/A-1/choose/more");
        assert_eq!(led(Go::Next, |a| a.next = None), "/items/A-1/outcome");
        assert_eq!(led(Go::Back, |_| ()), "/items/A-1");
        let missed = led(Go::Next, |a| a.problems.push(problem("kind")));
        assert_eq!(missed, "/items/A-1/choose/situation?check=1");
        let new = led(Go::Next, |a| {
            a.asked.push("which".to_owned());
            a.problems.push(problem("which"));
        });
        assert_eq!(
            new, "/items/A-1/choose/situation?more=1",
            "a new question is asked before it is missed"
        );
        let barred = led(Go::Next, |a| {
            a.barred = true;
            a.problems.push(problem("kind"));
        });
        assert_eq!(
            barred, "/items/A-1/outcome",
            "who cannot apply need not answer the rest"
        );
    }
}
