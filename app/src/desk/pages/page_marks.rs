//! Marks on pages of the files that were handed in.

use leptos::prelude::*;
use portal::cases::MaterialView;

use crate::cases::pages::file_name;
use crate::desk::doors::{mark_of_page, page_problem};
use crate::page::{Ctx, Kept};
use crate::ui::{Disclosure, FieldGroup, NumberField, TextField, field_id};

/// Pages of one file that can be marked each by itself. Where more are wrong, the whole is.
const MARKS_PER_FILE: u16 = 5;

/// What is wrong with the marks as they were typed: where, and in words.
pub(super) fn problems(cx: &Ctx, files: &[MaterialView], kept: &Kept) -> Vec<(String, String)> {
    if kept.problems.is_empty() {
        return Vec::new();
    }
    let marks = files
        .iter()
        .flat_map(|file| places(file, kept).map(move |place| (file, place)));
    marks
        .filter_map(|(file, place)| {
            let (name, _) = mark_of_page(file, place);
            Some((field_id(&name), problem(cx, file, place, kept)?.to_owned()))
        })
        .collect()
}

fn problem(cx: &Ctx, file: &MaterialView, place: u16, kept: &Kept) -> Option<&'static str> {
    let (why, number) = mark_of_page(file, place);
    let (why, number) = (kept.value(&why), kept.value(&number));
    let pages = file.pages.filter(|pages| *pages > 1)?;
    Some(cx.t(page_problem(&why, &number, pages)?))
}

/// The places for marks on a file: as many as are usual, or as are filled already.
fn places(file: &MaterialView, kept: &Kept) -> std::ops::Range<u16> {
    let usual = file.pages.unwrap_or_default().min(MARKS_PER_FILE);
    let empty = (usual..).find(|place| !is_typed(file, *place, kept));
    0..empty.unwrap_or(usual)
}

fn is_typed(file: &MaterialView, place: u16, kept: &Kept) -> bool {
    let (why, number) = mark_of_page(file, place);
    !kept.value(&why).is_empty() || !kept.value(&number).is_empty()
}

/// The marks of a file; none where nobody can open it, its pages could not be counted, or it is all that lies
/// in its slot and has one page.
pub(super) fn marks(cx: &Ctx, file: &MaterialView, is_alone: bool, kept: &Kept) -> Option<AnyView> {
    let pages = file.pages.filter(|_| !file.waits)?;
    if pages > 1 {
        return Some(several(cx, file, pages, kept));
    }
    (!is_alone).then(|| {
        let (name, _) = mark_of_page(file, 0);
        let label = cx.tf("desk-mark-label", &[("label", file_name(cx, file).into())]);
        let value = kept.value(&name);
        view! { <TextField name=name label=label value=value required=false/> }.into_any()
    })
}

fn several(cx: &Ctx, file: &MaterialView, pages: u16, kept: &Kept) -> AnyView {
    let named = [
        ("file", file_name(cx, file).into()),
        ("n", i64::from(pages).into()),
    ];
    let summary = cx.tf("desk-mark-pages", &named);
    let open = places(file, kept).any(|place| is_typed(file, place, kept));
    let groups: Vec<_> = places(file, kept)
        .map(|place| one(cx, file, place, pages, kept))
        .collect();
    view! { <Disclosure summary=summary open=open>{groups}</Disclosure> }.into_any()
}

fn one(cx: &Ctx, file: &MaterialView, place: u16, pages: u16, kept: &Kept) -> AnyView {
    let (why, number) = mark_of_page(file, place);
    let (said, page) = (kept.value(&why), kept.value(&number));
    let legend = cx.tf("desk-mark-place", &[("n", (i64::from(place) + 1).into())]);
    let hint = cx.tf(
        "hint-range",
        &[("min", 1_i64.into()), ("max", i64::from(pages).into())],
    );
    let error = (!kept.problems.is_empty())
        .then(|| problem(cx, file, place, kept))
        .flatten();
    let (label, what) = (cx.t("desk-mark-page"), cx.t("desk-mark-why"));
    // The summary of errors leads to the group, whose id is made from the name of the words.
    let words_id = format!("{}-words", field_id(&why));
    view! {
        <FieldGroup name=why.clone() legend=legend error=error required=false>
            <NumberField name=number label=label value=page hint=hint required=false/>
            <TextField name=why id=words_id label=what value=said required=false/>
        </FieldGroup>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::testing::{case, with_photo};
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn file(pages: Option<u16>) -> MaterialView {
        let file = with_photo(case(&[]), HOSTILE).materials.remove(0);
        MaterialView { pages, ..file }
    }

    fn typed(values: &[(&str, &str)]) -> Kept {
        let values = values.iter();
        let values =
            values.map(|(name, value)| (format!("{name}:photo:m-1:0"), (*value).to_owned()));
        Kept {
            values: values.collect(),
            problems: vec![("request_correction".to_owned(), "x".to_owned())],
        }
    }

    #[tokio::test]
    async fn a_file_is_marked_as_far_as_its_pages_are_known() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/cases/c-1/mark").await;
        let kept = Kept::default();
        let shown = |file: &MaterialView, is_alone| html(|| marks(&cx, file, is_alone, &kept));
        for (pages, fields) in [(None, 0), (Some(2), 4), (Some(5), 10), (Some(300), 10)] {
            let html = shown(&file(pages), false);
            assert_eq!(html.matches("<input").count(), fields, "{html}");
            assert_eq!(html.contains("<details"), fields > 0, "{html}");
            if fields > 0 {
                assert_escaped(&html);
            }
        }
        let picture = shown(&file(Some(1)), false);
        assert_contains(&picture, &["name=\"page:photo:m-1:0\"", "What is wrong: "]);
        assert!(!picture.contains("number:"), "{picture}");
        assert_eq!(shown(&file(Some(1)), true).matches("<input").count(), 0);
        let waits = MaterialView {
            waits: true,
            ..file(Some(5))
        };
        assert_eq!(shown(&waits, false).matches("<input").count(), 0);
    }

    #[tokio::test]
    async fn what_is_wrong_with_a_mark_stands_beside_it() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/cases/c-1/mark").await;
        let kept = typed(&[("page", HOSTILE), ("number", "13")]);
        let file = file(Some(12));
        let html = html(|| marks(&cx, &file, false, &kept));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "open",
                "value=\"13\"",
                "the file does not have",
                "id=\"field-page:photo:m-1:0\"",
            ],
        );
        let found = problems(&cx, std::slice::from_ref(&file), &kept);
        assert_eq!(found[0].0, "field-page:photo:m-1:0");
        let right = typed(&[("page", HOSTILE), ("number", "12")]);
        assert!(problems(&cx, &[file], &right).is_empty());
    }
}
