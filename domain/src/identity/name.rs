//! People's names on screens where a full name has no place.

/// The name with all but its beginning hidden: 张三丰 becomes 张**, "Anna Berg" becomes "A*** B***".
/// The number of stars says nothing about the length of a name in Latin letters.
pub fn mask_name(name: &str) -> String {
    if name.is_ascii() {
        let initial = |word: &str| {
            word.chars()
                .take(1)
                .chain("***".chars())
                .collect::<String>()
        };
        return name
            .split_whitespace()
            .map(initial)
            .collect::<Vec<_>>()
            .join(" ");
    }
    name.chars()
        .enumerate()
        .map(|(place, c)| if place == 0 { c } else { '*' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_beginning_shows() {
        assert_eq!(mask_name("张三丰"), "张**");
        assert_eq!(mask_name("Anna Berg"), "A*** B***");
        assert_eq!(mask_name(""), "");
    }
}
