//! Files to hand in.

use leptos::prelude::*;

use super::field::{Surroundings, field_id, label_text};
use super::words::{OptionalWords, Words, own, own_with};
use crate::islands::UploadProgress;

/// A file that was handed in before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExistingFile {
    /// The file's name, as the citizen named it.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Where it can be opened; none where it cannot.
    pub href: Option<String>,
    /// Name and value that its button posts with the form around it, so that what was typed beside it
    /// is saved along. None where nothing can be removed any more. Since a button posts the form, the
    /// form needs another one before it, which the return key presses.
    pub remove: Option<(&'static str, String)>,
}

/// A field for files, with those that were handed in before. Its form is sent as any other; where
/// scripts run, the reader sees how far the files are, and a cut connection leaves the form as it is.
#[component]
pub fn FileField(
    /// The key of the material slot, under which the files are posted.
    #[prop(into)]
    name: String,
    /// What to hand in.
    #[prop(into)]
    label: Words,
    /// The media types that are taken, joined by commas.
    #[prop(into)]
    accept: String,
    /// What was handed in before.
    #[prop(optional)]
    existing: Vec<ExistingFile>,
    /// What the file must show, and how large it may be.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Whether something must be handed in.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let id = field_id(&name);
    let around = Surroundings::new(&id, hint, error, OptionalWords::default());
    let list = (!existing.is_empty()).then(|| {
        let files = existing.into_iter().map(existing_file).collect_view();
        view! { <ul class="file-field__files">{files}</ul> }
    });
    view! {
        <div class=around.class()>
            <label class="field__label" for=id.clone()>{label_text(label, required)}</label>
            {around.before()}
            {list}
            <input
                class="input file-field"
                id=id
                name=name
                type="file"
                multiple=true
                accept=accept
                aria-invalid=around.invalid()
                aria-describedby=around.described_by()
            />
            {progress()}
        </div>
    }
}

/// The words of the progress, which is shown where scripts run.
fn progress() -> impl IntoView {
    let sending = own_with("upload-sending", &[("n", "#".into())]);
    view! {
        <UploadProgress>
            <span hidden=true data-sending=sending data-cut=own("upload-cut")></span>
        </UploadProgress>
    }
}

fn existing_file(file: ExistingFile) -> impl IntoView {
    let remove = file.remove.map(|(name, value)| {
        view! {
            <button class="button button--link" type="submit" name=name value=value>
                {own("file-remove")}
                <span class="visually-hidden">" "{file.name.clone()}</span>
            </button>
        }
    });
    let name = match file.href {
        Some(href) => view! { <a href=href>{file.name}</a> }.into_any(),
        None => view! { <span>{file.name}</span> }.into_any(),
    };
    view! {
        <li class="file-field__file">
            {name}
            <span class="file-field__size">{size(file.bytes)}</span>
            {remove}
        </li>
    }
}

/// A size in the unit that keeps the number short.
fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    if bytes >= MB {
        let tenths = bytes.saturating_mul(10) / MB;
        own_with(
            "file-size-mb",
            &[("n", format!("{}.{}", tenths / 10, tenths % 10).into())],
        )
    } else {
        own_with(
            "file-size-kb",
            &[("n", bytes.div_ceil(KB).to_string().into())],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn files_can_be_opened_and_removed_without_a_script() {
        let html = html(|| {
            let existing = vec![ExistingFile {
                name: HOSTILE.to_owned(),
                bytes: 1_600_000,
                href: Some("/cases/1/materials/2".to_owned()),
                remove: Some(("go", "remove:2".to_owned())),
            }];
            view! { <FileField name="photo" label="Photo" accept="image/png,image/jpeg" existing=existing/> }
        });
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "type=\"file\"",
                "accept=\"image/png,image/jpeg\"",
                "href=\"/cases/1/materials/2\"",
                "name=\"go\" value=\"remove:2\"",
                "1.5",
                "<leptos-island data-component=\"UploadProgress_",
                "data-sending=\"Sending: # %\"",
            ],
        );
    }
}
