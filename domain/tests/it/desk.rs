//! The rules of the desk.

use chrono::Days;
use domain::AccountId;
use domain::cases::{EventKind, Light, MAX_OPINION_CHARS, Role};
use domain::desk::{
    Absence, AbsenceProblem, AssignmentChange, AssignmentRefusal, InboxFilter, InboxOrder,
    InboxTab, LightThresholds, MAX_MESSAGES, MAX_NOTE_CHARS, Pile, Placeholder, SearchWords,
    TemplateProblem, WritingProblem, check_assignment, check_message, check_note, check_template,
    fill_in, least_loaded, next_in_turn, normal_name, stands_in_for,
};
use domain::forms::{AnswerSource, Answers, cell, corrected};
use serde_json::json;

use crate::case_samples::{case, number, whole_flow};
use crate::support::{calendar, date, form_of};

fn id(name: &str) -> AccountId {
    AccountId::new(name)
}

#[test]
fn every_state_lies_on_its_pile() {
    let flow = whole_flow();
    for (state, pile) in [
        ("draft", None),
        ("look", Some(Pile::FirstLook)),
        ("returned", Some(Pile::Correcting)),
        ("in", Some(Pile::ToAccept)),
        ("correct", Some(Pile::Correcting)),
        ("review", Some(Pile::InReview)),
        ("through", Some(Pile::ToDecide)),
        ("waits", Some(Pile::Paused)),
        ("proposed", Some(Pile::ToReview)),
        ("approved", Some(Pile::ToDeliver)),
        ("rejected", Some(Pile::Closed)),
        ("refused", Some(Pile::Closed)),
        ("withdrawn", Some(Pile::Closed)),
        ("closed", Some(Pile::Closed)),
        ("delivered", Some(Pile::Closed)),
    ] {
        let state = case(state, &flow).state;
        assert_eq!(Pile::of(&state, &flow), pile, "{}", state.key());
        let open = pile.is_some_and(Pile::is_open);
        assert_eq!(open, state.is_open(), "{}", state.key());
        let blue = Light::of(&state, None, 2) == Light::Blue;
        assert_eq!(pile.is_some_and(Pile::waits_for_others), blue);
    }
}

/// Against the colour of each day by itself, over holidays and days worked at weekends.
#[test]
fn the_thresholds_are_the_days_on_which_the_light_changes() {
    let calendar = calendar();
    let flow = whole_flow();
    let state = case("in", &flow).state;
    for (today, near) in date("2026-09-20")
        .iter_days()
        .take(60)
        .zip([0, 2, 5].into_iter().cycle())
    {
        let thresholds = LightThresholds::on(today, near, &calendar);
        for ahead in 0..60 {
            let due = today - Days::new(30) + Days::new(ahead);
            let left = calendar.working_days_between(today, due);
            let expected = Light::of(&state, Some(left), near);
            let holds = |light: Light| {
                let (from, before) = thresholds.range(light)?;
                let fits =
                    from.is_none_or(|from| due >= from) && before.is_none_or(|before| due < before);
                Some(fits)
            };
            for light in [Light::Red, Light::Yellow, Light::Green] {
                let is_it = Some(light == expected);
                assert_eq!(holds(light), is_it, "{today} {due} {light:?}");
            }
            assert_eq!(holds(Light::Blue), None);
        }
    }
}

#[test]
fn a_filter_is_read_as_it_was_written() {
    let read = |query: &str| {
        let pairs: Vec<_> = query
            .split('&')
            .filter_map(|it| it.split_once('='))
            .collect();
        InboxFilter::read(|name| {
            let found = pairs.iter().find(|(it, _)| *it == name);
            found.map(|(_, value)| *value)
        })
    };
    let written = |filter: &InboxFilter| {
        let pairs = filter.pairs();
        let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("&")
    };
    for query in [
        "tab=mine",
        "tab=unassigned&light=red",
        "tab=asked",
        "tab=closed&from=2026-01-01&until=2026-01-31",
        "tab=to-accept&order=submitted&service=A-1&light=yellow&channel=kiosk&assignee=a-1",
    ] {
        assert_eq!(written(&read(query)), query);
    }
    for (wrong, right) in [
        ("", "tab=to-accept"),
        ("tab=nothing", "tab=to-accept"),
        ("tab=mine&order=submitted", "tab=mine"),
        ("tab=mine&assignee=a", "tab=mine"),
        ("tab=closed&light=red&order=due", "tab=closed"),
        ("tab=asked&service=A-1", "tab=asked"),
        ("tab=to-accept&from=tomorrow&service=a%20b", "tab=to-accept"),
        ("tab=to-accept&channel=Web&assignee=a b", "tab=to-accept"),
    ] {
        assert_eq!(written(&read(wrong)), right, "{wrong}");
    }
    let filter = read("tab=to-accept&order=submitted");
    assert!(!filter.is_narrowed(), "an order leaves nothing out");
    assert!(read("tab=to-accept&light=blue").is_narrowed());
    for tab in InboxTab::all() {
        assert_eq!(InboxTab::parse(tab.key()), Some(tab));
        assert_eq!(tab.orders().first(), Some(&InboxFilter::whole(tab).order));
        assert!(!tab.orders().contains(&InboxOrder::Latest) || !tab.has_lights());
    }
}

#[test]
fn a_search_is_everything_that_it_can_be() {
    let whole = number().to_string();
    let words = SearchWords::read(&format!(" {whole} "));
    assert_eq!(words.number, Some(number()));
    assert_eq!(words.number_end, None);
    let end = |typed: &str| SearchWords::read(typed).number_end;
    let tail = number().tail().to_owned();
    assert_eq!(tail.len(), 6);
    assert!(whole.ends_with(&tail));
    assert_eq!(end(&tail.to_lowercase()), Some(tail.clone()));
    assert_eq!(end("00001"), None, "too short");
    assert_eq!(end("ABCDEF"), None, "no digits");
    assert_eq!(end("１２３４５６"), Some("123456".to_owned()));
    let phone = SearchWords::read("19900000001");
    assert!(phone.phone.is_some());
    let person = SearchWords::read("990102199103160241");
    assert!(person.resident_id.is_some());
    assert_eq!(SearchWords::read(" \t").name, None);
    for (written, normal) in [
        ("林亦诺", "林亦诺"),
        (" 林 亦 诺 ", "林亦诺"),
        ("阿卜杜拉·买买提", "阿卜杜拉买买提"),
        ("Ｌi Ming", "liming"),
    ] {
        assert_eq!(normal_name(written), normal);
    }
}

#[test]
fn a_case_changes_hands_as_the_roles_allow() {
    use AssignmentChange as C;
    use AssignmentRefusal as R;
    let check = |role, now: &str, to: &str| {
        let somebody = |name: &str| (!name.is_empty()).then(|| id(name));
        let (now, to) = (somebody(now), somebody(to));
        check_assignment((&id("me"), role), now.as_ref(), to.as_ref())
    };
    for (role, now, to, expected) in [
        (Role::Handler, "", "me", Ok(C::Taken)),
        (Role::Handler, "", "you", Ok(C::Assigned)),
        (Role::Handler, "me", "", Ok(C::GivenBack)),
        (Role::Handler, "me", "you", Ok(C::Assigned)),
        (Role::Handler, "you", "me", Err(R::SomebodyElses)),
        (Role::Handler, "you", "", Err(R::SomebodyElses)),
        (Role::Handler, "you", "her", Err(R::SomebodyElses)),
        (Role::Reviewer, "you", "me", Ok(C::Taken)),
        (Role::Reviewer, "you", "", Ok(C::GivenBack)),
        (Role::Reviewer, "you", "her", Ok(C::Assigned)),
        (Role::Reviewer, "you", "you", Err(R::NothingChanges)),
        (Role::Handler, "", "", Err(R::Nobodys)),
        (Role::Supervisor, "", "me", Err(R::WrongRole)),
        (Role::Administrator, "", "me", Err(R::WrongRole)),
    ] {
        assert_eq!(check(role, now, to), expected, "{role:?} {now:?} {to:?}");
    }
}

#[test]
fn rules_choose_in_turn_or_by_load() {
    let three = ["c", "a", "b"].map(id);
    for (last, next) in [
        (None, "a"),
        (Some("a"), "b"),
        (Some("b"), "c"),
        (Some("c"), "a"),
        (Some("ab"), "b"),
    ] {
        let last = last.map(id);
        assert_eq!(next_in_turn(&three, last.as_ref()), Some(&id(next)));
    }
    assert_eq!(next_in_turn(&[], None), None);
    let loads = [("c", 1), ("b", 2), ("a", 1)].map(|(name, cases)| (id(name), cases));
    assert_eq!(least_loaded(&loads), Some(&id("a")));
    assert_eq!(least_loaded(&[]), None);
}

fn absence(officer: &str, deputy: &str, from: &str, until: &str) -> Absence {
    Absence {
        officer: id(officer),
        deputy: id(deputy),
        from: date(from),
        until: date(until),
    }
}

#[test]
fn a_deputy_stands_in_for_the_time_that_was_named_and_for_no_chain() {
    let all = [
        absence("a", "b", "2026-11-01", "2026-11-10"),
        absence("b", "c", "2026-11-05", "2026-11-06"),
    ];
    let of = |officer: &str, day: &str| {
        let found = stands_in_for(&id(officer), &all, date(day));
        found.into_iter().cloned().collect::<Vec<_>>()
    };
    assert_eq!(of("b", "2026-10-31"), []);
    assert_eq!(of("b", "2026-11-01"), [id("a")]);
    assert_eq!(of("b", "2026-11-10"), [id("a")]);
    assert_eq!(of("b", "2026-11-11"), []);
    assert_eq!(of("c", "2026-11-05"), [id("b")], "a's cases do not follow");
    assert_eq!(of("a", "2026-11-05"), []);
}

#[test]
fn an_absence_is_looked_at() {
    use AbsenceProblem as P;
    let today = date("2026-11-02");
    let others = [absence("a", "b", "2026-11-10", "2026-11-12")];
    for (it, expected) in [
        (absence("a", "b", "2026-11-02", "2026-11-02"), Ok(())),
        (absence("a", "b", "2026-10-01", "2026-11-02"), Ok(())),
        (absence("a", "b", "2026-11-13", "2027-11-13"), Ok(())),
        (absence("b", "a", "2026-11-10", "2026-11-12"), Ok(())),
        (
            absence("a", "a", "2026-11-02", "2026-11-03"),
            Err(P::Oneself),
        ),
        (
            absence("a", "b", "2026-11-03", "2026-11-02"),
            Err(P::EndsBefore),
        ),
        (absence("a", "b", "2026-10-01", "2026-11-01"), Err(P::Over)),
        (
            absence("a", "b", "2026-11-13", "2027-11-14"),
            Err(P::TooLong),
        ),
        (
            absence("a", "b", "2026-11-12", "2026-11-20"),
            Err(P::Overlaps),
        ),
        (
            absence("a", "b", "2026-11-09", "2026-11-10"),
            Err(P::Overlaps),
        ),
    ] {
        assert_eq!(it.check(&others, today), expected, "{it:?}");
    }
}

#[test]
fn templates_have_known_marks_only() {
    use TemplateProblem as P;
    let long = "长".repeat(MAX_OPINION_CHARS + 1);
    for (event, name, text, expected) in [
        (
            EventKind::Decide,
            "同意",
            "{number} {service} {date}",
            Ok(()),
        ),
        (EventKind::Decide, "同意", "a { b", Ok(())),
        (EventKind::Accept, "同意", "a", Err(P::NoWords)),
        (EventKind::Decide, " ", "a", Err(P::NameMissing)),
        (
            EventKind::Decide,
            &"名".repeat(61),
            "a",
            Err(P::NameTooLong),
        ),
        (EventKind::Decide, "同意", " ", Err(P::TextMissing)),
        (EventKind::Decide, "同意", &long, Err(P::TextTooLong)),
        (EventKind::Decide, "同意", "{name}", Err(P::UnknownMark)),
    ] {
        assert_eq!(check_template(event, name, text), expected, "{text:.20}");
    }
    let value = |mark: Placeholder| match mark {
        Placeholder::Number => "{service}".to_owned(),
        Placeholder::Service => "换证".to_owned(),
        Placeholder::Date => "2026-11-02".to_owned(),
    };
    for (template, filled) in [
        ("", ""),
        ("不变", "不变"),
        ("{service}于{date}", "换证于2026-11-02"),
        ("{number}", "{service}"),
        ("{unknown} {", "{unknown} {"),
        ("{{date}}", "{2026-11-02}"),
    ] {
        assert_eq!(fill_in(template, value), filled);
    }
    for mark in Placeholder::ALL {
        assert_eq!(fill_in(&mark.mark(), value), value(mark));
    }
}

#[test]
fn notes_and_messages_have_their_limits() {
    use WritingProblem as P;
    assert_eq!(check_note(" \n", 0), Err(P::Missing));
    assert_eq!(check_note(&"字".repeat(MAX_NOTE_CHARS), 0), Ok(()));
    assert_eq!(
        check_note(&"字".repeat(MAX_NOTE_CHARS + 1), 0),
        Err(P::TooLong)
    );
    assert_eq!(check_message("好", MAX_MESSAGES - 1), Ok(()));
    assert_eq!(check_message("好", MAX_MESSAGES), Err(P::TooMany));
}

#[test]
fn what_was_corrected_is_told_answer_by_answer() {
    let form = form_of(json!([
        {"key": "name", "label": {"zh": "姓名"}, "kind": {"type": "text"}},
        {"key": "why", "label": {"zh": "原因"}, "kind": {"type": "choice", "options": [
            {"value": "a", "label": {"zh": "甲"}}, {"value": "b", "label": {"zh": "乙"}}]}},
        {"key": "child", "label": {"zh": "子女"}, "kind": {"type": "group", "row": {"zh": "子女"}, "min": 0, "max": 3, "fields": [
            {"key": "name", "label": {"zh": "孩子的姓名"}, "kind": {"type": "text"}}]}}
    ]));
    let answers = |pairs: &[(&str, &str)]| {
        let mut answers = Answers::default();
        for (key, value) in pairs {
            answers.set_typed(key, vec![(*value).to_owned()]);
        }
        answers
    };
    let first = cell("child", "1", "name");
    let before = answers(&[
        ("name", "林"),
        ("why", "a"),
        ("child", "1"),
        (&first, "林一"),
    ]);
    assert_eq!(corrected(&form, &before, &before), []);
    let mut after = answers(&[
        ("name", "林"),
        ("why", "b"),
        ("child", "1"),
        (&first, "林二"),
    ]);
    let told = |after: &Answers| {
        let found = corrected(&form, &before, after).into_iter();
        let words = |text: Option<domain::Text>| text.map(|text| text.zh).unwrap_or_default();
        found
            .map(|one| (one.label.zh, words(one.before), words(one.after)))
            .collect::<Vec<_>>()
    };
    let line = |label: &str, before: &str, after: &str| {
        (label.to_owned(), before.to_owned(), after.to_owned())
    };
    let expected = [line("原因", "甲", "乙"), line("孩子的姓名", "林一", "林二")];
    assert_eq!(told(&after), expected);
    after.fill("name", vec!["林".to_owned()], AnswerSource::Computed);
    after.set_typed("why", vec!["a".to_owned()]);
    after.set_typed("child", Vec::new());
    assert_eq!(told(&after).len(), 1, "a row that went is told by its cell");
}
