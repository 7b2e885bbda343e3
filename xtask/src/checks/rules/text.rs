//! What can be read line by line, and how to tell text for people from other strings.

use super::Finding;

/// Marks of unfinished work that name no issue, as in `… #12`.
pub fn unfinished(source: &str) -> Vec<Finding> {
    // Put together, or this file would find itself.
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME")];
    let is_open = |line: &str| {
        marks.iter().any(|mark| {
            line.split_once(mark)
                .is_some_and(|(_, after)| !names_an_issue(after))
        })
    };
    source
        .lines()
        .enumerate()
        .filter(|(_, line)| is_open(line))
        .map(|(at, _)| Finding {
            line: at + 1,
            what: "unfinished work must name its issue, as #12".into(),
        })
        .collect()
}

fn names_an_issue(text: &str) -> bool {
    text.split('#')
        .skip(1)
        .any(|after| after.starts_with(|first: char| first.is_ascii_digit()))
}

/// Words that no language changes: the portal's name in its mark, and what imported data calls things
/// (the program compares with that and shows none of it).
const SAME_EVERYWHERE: [&str; 2] = ["通办", "未分类"];

/// Whether a string holds a Chinese character or a full-width mark that belongs into Fluent.
pub fn is_chinese(text: &str) -> bool {
    if SAME_EVERYWHERE.contains(&text) {
        return false;
    }
    text.chars().any(|character| {
        matches!(character,
            '\u{3000}'..='\u{303f}'     // marks
            | '\u{3400}'..='\u{4dbf}'   // extension A
            | '\u{4e00}'..='\u{9fff}'   // the unified ideographs
            | '\u{f900}'..='\u{faff}'   // compatibility ideographs
            | '\u{ff00}'..='\u{ffef}'   // full-width forms
            | '\u{20000}'..='\u{3ffff}' // extensions B and later
        )
    })
}

/// Whether a string looks like an English sentence or label: a capital, then at least two words.
/// Header names, class lists, formats and addresses do not look like that.
pub fn is_english(text: &str) -> bool {
    let mut words = text.split(' ');
    let first_is_capital = words.next().is_some_and(|word| {
        word.starts_with(|letter: char| letter.is_ascii_uppercase()) && is_word(&word[1..])
    });
    first_is_capital && words.next().is_some_and(is_word)
}

fn is_word(text: &str) -> bool {
    let word = text.trim_end_matches(['.', ',', ':', '!', '?']);
    word.chars()
        .all(|letter| letter.is_ascii_lowercase() || letter == '\'')
}
