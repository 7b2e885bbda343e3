//! The sentences of a page, in the order in which they stand.

use leptos::prelude::document;
use web_sys::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, Node, Range};

/// Elements whose text belongs together. The smallest one around a piece of text counts.
const BLOCKS: &str =
    "p,li,h1,h2,h3,h4,dt,dd,td,th,legend,label,summary,button,caption,div,fieldset";

/// What nobody wants to hear.
const SILENT: &str = "script,style,svg,datalist,[aria-hidden=true]";

/// Signs after which a sentence ends, in Chinese and in English.
const ENDS: [char; 9] = ['。', '！', '？', '；', '.', '!', '?', ';', '\n'];

/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;

/// A sentence and where it stands.
pub struct Sentence {
    /// What is said.
    pub text: String,
    /// Its language, a BCP 47 tag.
    pub lang: String,
    /// Where it stands.
    pub range: Range,
}

/// A piece of text inside one block.
struct Piece {
    node: Node,
    text: String,
}

/// The sentences inside `<main>`, the last one first, so that the next one can be popped.
pub fn of_page() -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut block: Option<Element> = None;
    for (node, around) in texts() {
        if block.as_ref() != Some(&around) {
            finish(&mut out, &mut pieces, block.as_ref());
            block = Some(around);
        }
        let text = node.text_content().unwrap_or_default();
        pieces.push(Piece { node, text });
    }
    finish(&mut out, &mut pieces, block.as_ref());
    out.reverse();
    out
}

/// The pieces of text that can be seen, each with the block around it.
fn texts() -> Vec<(Node, Element)> {
    let mut out = Vec::new();
    let Some(main) = document().get_element_by_id("main") else {
        return out;
    };
    let Ok(walker) = document().create_tree_walker_with_what_to_show(&main, SHOW_TEXT) else {
        return out;
    };
    while let Ok(Some(node)) = walker.next_node() {
        let Some(parent) = node.parent_element() else {
            continue;
        };
        let is_silent = parent.closest(SILENT).ok().flatten().is_some();
        if let Ok(Some(block)) = parent.closest(BLOCKS)
            && !is_silent
            && is_seen(&parent)
        {
            out.push((node, block));
        }
    }
    out
}

/// Whether an element takes part in the layout: what is folded away is not read.
fn is_seen(element: &Element) -> bool {
    element
        .dyn_ref::<HtmlElement>()
        .is_some_and(|element| element.offset_parent().is_some())
}

/// Cuts the text of a block into sentences.
fn finish(out: &mut Vec<Sentence>, pieces: &mut Vec<Piece>, block: Option<&Element>) {
    let lang = block.and_then(lang_of).unwrap_or_default();
    let mut from: Option<(Node, u32)> = None;
    let mut said = String::new();
    let mut last: Option<(Node, u32)> = None;
    for piece in pieces.drain(..) {
        // Offsets of a range count UTF-16 units.
        let mut at = 0_u32;
        for letter in piece.text.chars() {
            let start = at;
            at += u32::try_from(letter.len_utf16()).unwrap_or(1);
            if from.is_none() && letter.is_whitespace() {
                continue;
            }
            from.get_or_insert_with(|| (piece.node.clone(), start));
            last = Some((piece.node.clone(), at));
            said.push(letter);
            if ENDS.contains(&letter) {
                push(
                    out,
                    &lang,
                    from.take(),
                    last.take(),
                    std::mem::take(&mut said),
                );
            }
        }
    }
    push(out, &lang, from, last, said);
}

fn push(
    out: &mut Vec<Sentence>,
    lang: &str,
    from: Option<(Node, u32)>,
    to: Option<(Node, u32)>,
    said: String,
) {
    let (Some((start, start_at)), Some((end, end_at))) = (from, to) else {
        return;
    };
    if !said.chars().any(char::is_alphanumeric) {
        return;
    }
    let Ok(range) = document().create_range() else {
        return;
    };
    if range.set_start(&start, start_at).is_ok() && range.set_end(&end, end_at).is_ok() {
        out.push(Sentence {
            text: said,
            lang: lang.to_owned(),
            range,
        });
    }
}

fn lang_of(element: &Element) -> Option<String> {
    element.closest("[lang]").ok()??.get_attribute("lang")
}
