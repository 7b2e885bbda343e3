use std::fmt::Write as _;

use super::*;

/// A good value for every token: dark words on white, white words on dark.
fn set(dark: bool, high: bool) -> BTreeMap<&'static str, &'static str> {
    let (front, ground, soft) = match (dark, high) {
        (false, false) => ("#202020", "#ffffff", "#eeeeee"),
        (false, true) => ("#000000", "#ffffff", "#f0f0f0"),
        (true, false) => ("#dddddd", "#111111", "#222222"),
        (true, true) => ("#ffffff", "#000000", "#101010"),
    };
    let mut set = BTreeMap::from([("focus", "#ffffff"), ("focus-edge", "#000000")]);
    for name in ["ink", "ink-soft", "main", "main-deep", "accent", "hero"] {
        set.insert(name, front);
    }
    for name in ["success", "warning", "danger", "line", "line-strong"] {
        set.insert(name, front);
    }
    for name in ["ground", "on-main", "on-hero", "hero-soft", "hero-line"] {
        set.insert(name, ground);
    }
    for name in [
        "ground-soft",
        "main-soft",
        "success-soft",
        "warning-soft",
        "danger-soft",
    ] {
        set.insert(name, soft);
    }
    set
}

fn rule(selector: &str, set: &BTreeMap<&str, &str>) -> String {
    let mut out = format!("{selector} {{ color-scheme: light; --space: 1rem;\n");
    for (name, value) in set {
        let _ = writeln!(out, "  --{name}: {value}; /* a colour */");
    }
    out + "}\n"
}

/// A whole sheet; `change` may spoil the set for (dark, high), of which `copy` says whether it is the one
/// for what the system wants.
fn sheet(change: impl Fn(bool, bool, bool, &mut BTreeMap<&str, &str>)) -> String {
    let set = |dark, high, copy| {
        let mut set = set(dark, high);
        change(dark, high, copy, &mut set);
        set
    };
    let dark = "(prefers-color-scheme: dark)";
    let high = "(prefers-contrast: more)";
    let not_light = ":root:not([data-theme=\"light\"])";
    let media = |conditions: &str, rule: String| format!("@media {conditions} {{ {rule} }}\n");
    [
        "@layer base, pages;\n@layer base {".to_owned(),
        rule(":root", &set(false, false, false)),
        ":root:lang(en) { --font: serif; }".to_owned(),
        rule(":root[data-theme=\"dark\"]", &set(true, false, false)),
        media(dark, rule(not_light, &set(true, false, true))),
        rule(":root[data-contrast]", &set(false, true, false)),
        rule(
            ":root[data-contrast][data-theme=\"dark\"]",
            &set(true, true, false),
        ),
        media(
            dark,
            rule(
                ":root[data-contrast]:not([data-theme=\"light\"])",
                &set(true, true, true),
            ),
        ),
        media(high, rule(":root", &set(false, true, true))),
        media(
            high,
            rule(":root[data-theme=\"dark\"]", &set(true, true, true))
                + &rule(
                    ":root[data-contrast][data-theme=\"light\"]",
                    &set(false, true, true),
                ),
        ),
        media(
            &format!("{high} and {dark}"),
            rule(not_light, &set(true, true, true)),
        ),
        "}\n@layer pages { @media print { :root { --ink: #fff; } } }".to_owned(),
    ]
    .concat()
}

fn found(text: &str) -> String {
    check(text).unwrap().join("\n")
}

#[test]
fn a_good_sheet_is_good() {
    assert_eq!(found(&sheet(|_, _, _, _| {})), "");
}

#[test]
fn pale_text_is_found_in_every_set() {
    for (dark, high, pale) in [
        (false, false, "#888888"),
        (true, false, "#555555"),
        // Enough for most, and too little for high contrast.
        (false, true, "#666666"),
        (true, true, "#8a8a8a"),
    ] {
        let text = sheet(|of_dark, of_high, _, set| {
            if (of_dark, of_high) == (dark, high) {
                set.insert("ink-soft", pale);
            }
        });
        let found = found(&text);
        assert!(
            found.contains("of --ink-soft on --ground"),
            "{dark} {high}: {found}"
        );
    }
}

#[test]
fn a_line_and_a_focus_that_nobody_sees_are_found() {
    let text = sheet(|_, _, _, set| {
        set.insert("line-strong", set["ground"]);
    });
    assert!(found(&text).contains("1.00:1 of --line-strong on --ground"));
    let text = sheet(|dark, high, _, set| {
        if (dark, high) == (false, false) {
            set.insert("focus", "#fafafa");
            set.insert("focus-edge", "#eeeeee");
        }
    });
    let found = found(&text);
    assert!(
        found.contains("all that the focus has on --ground,"),
        "{found}"
    );
}

#[test]
fn lines_that_only_please_must_show_in_high_contrast() {
    let spoil = |of_high: bool| {
        sheet(move |_, high, _, set| {
            if high == of_high {
                set.insert("line", set["ground"]);
            }
        })
    };
    assert_eq!(found(&spoil(false)), "");
    assert!(found(&spoil(true)).contains("of --line on --ground"));
}

#[test]
fn what_the_system_wants_is_what_the_reader_can_choose() {
    let text = sheet(|dark, high, copy, set| {
        if dark && !high && copy {
            set.insert("ink", "#eeeeee");
        }
    });
    assert!(found(&text).contains("--ink is not the same for theme of the system"));
}

#[test]
fn a_forgotten_set_is_found() {
    let light = rule(":root", &set(false, false));
    let found = found(&light);
    assert!(
        found.contains("no colours of their own for dark"),
        "{found}"
    );
    assert!(
        found.contains("no colours of their own for light, high contrast"),
        "{found}"
    );
}

#[test]
fn a_missing_token_and_one_that_nobody_knows_are_found() {
    let text = sheet(|_, _, _, set| {
        set.remove("danger");
        set.insert("mauve", "#884488");
    });
    let found = found(&text);
    assert!(found.contains("--danger is missing"), "{found}");
    assert!(found.contains("what --mauve stands on"), "{found}");
}

#[test]
fn what_is_not_understood_is_an_error() {
    let good = sheet(|_, _, _, _| {});
    for (more, part) in [
        (":root[data-mood] { --ink: #000; }", "data-mood"),
        (".desk { --ink: #000; }", ":root only"),
        (":root .desk { --ink: #000; }", ":root only"),
        ("@media (width > 1px) { :root { --ink: #000; } }", "width"),
        (":root { --ink: black; }", "plain hex"),
        (":root { --ink: #000; ", "too many"),
        ("}", "too many"),
    ] {
        let error = check(&format!("{good}\n{more}")).unwrap_err();
        assert!(format!("{error:#}").contains(part), "{more}: {error:#}");
    }
}

#[test]
fn sizes_of_a_mode_are_no_colours() {
    let text = sheet(|_, _, _, _| {}) + ":root[data-elder] { --space: 2rem; } .x { --y: 1px; }";
    assert_eq!(found(&text), "");
}
