//! Expressions: their limits, what they see, and what trying them out shows.

use domain::forms::{Answers, Expression, ExpressionProblem, MAX_EXPRESSION_CHARS, Sight};
use serde_json::json;

use crate::support::{form_of, today};

#[test]
fn what_is_too_long_too_deep_or_too_slow_is_refused() {
    let problem = |source: &str| Expression::from(source).problem().cloned();
    assert_eq!(problem("a == 'x' && b in ['y', 'z']"), None);
    assert_eq!(problem("rows.all(r, r.size() > 0) || !(a ? b : c)"), None);
    let long = "a".repeat(MAX_EXPRESSION_CHARS + 1);
    assert_eq!(problem(&long), Some(ExpressionProblem::TooLong));
    let deep = format!("{}a{}", "[".repeat(60), "]".repeat(60));
    let many = ["a"; 300].join("+");
    for deep in [&many, &deep] {
        assert_eq!(problem(deep), Some(ExpressionProblem::TooDeep));
    }
    for broken in ["a ==", "", "a = 1"] {
        assert!(
            matches!(problem(broken), Some(ExpressionProblem::Syntax(_))),
            "{broken}: {:?}",
            problem(broken)
        );
    }
    assert_eq!(
        problem("a.all(x, a.all(y, a.all(z, x + y + z > 0)))"),
        Some(ExpressionProblem::TooSlow)
    );
    assert_eq!(
        problem("timestamp(a) > now()"),
        Some(ExpressionProblem::UnknownFunction("timestamp".to_owned()))
    );
}

#[test]
fn names_are_what_must_be_given() {
    let expression =
        Expression::from("rows.exists(r, r.age > limit) && sources.name == 'register'");
    assert_eq!(expression.names(), ["limit", "rows", "sources"]);
    assert!(Expression::from("a ==").names().is_empty());
}

#[test]
fn functions_know_the_day() {
    let form = form_of(json!([
        { "key": "born", "label": { "zh": "生" }, "kind": { "type": "date" } },
        { "key": "until", "label": { "zh": "到" }, "kind": { "type": "date" } }
    ]));
    let holds = |born: &str, until: &str, condition: &str| {
        let mut answers = Answers::default();
        answers.set_typed("born", vec![born.to_owned()]);
        answers.set_typed("until", vec![until.to_owned()]);
        form.read(&answers, today())
            .holds(&Expression::from(condition))
    };
    assert_eq!(
        holds("2008-11-21", "", "age(born) == 18"),
        Ok(Some(true)),
        "the birthday counts"
    );
    assert_eq!(holds("2008-11-22", "", "age(born) == 17"), Ok(Some(true)));
    assert_eq!(
        holds("", "", "age(born) >= 18"),
        Ok(None),
        "nothing is known"
    );
    assert_eq!(
        holds(
            "2026-11-01",
            "2026-11-30",
            "days_between(born, until) == 29 && until > today()"
        ),
        Ok(Some(true))
    );
    assert_eq!(
        holds("2026-11-01", "", "born != null && until == null"),
        Ok(Some(true))
    );
    assert!(holds("2026-11-01", "", "nobody == 1").is_err());
    assert!(
        holds("2026-11-01", "", "born").is_err(),
        "a day is neither true nor false"
    );
}

#[test]
fn trials_find_what_fails_and_what_can_never_be() {
    let form = form_of(json!([
        { "key": "kind", "label": { "zh": "类" }, "kind": { "type": "choice", "options": [
            { "value": "a", "label": { "zh": "甲" } }, { "value": "b", "label": { "zh": "乙" } }] } },
        { "key": "n", "label": { "zh": "数" }, "kind": { "type": "number", "min": 0, "max": 9 } },
        { "key": "yes", "label": { "zh": "是" }, "kind": { "type": "yes_no" } },
        { "key": "born", "label": { "zh": "生" }, "kind": { "type": "date" } },
        { "key": "rows", "label": { "zh": "行" }, "kind": { "type": "group", "row": { "zh": "行" },
            "fields": [{ "key": "m", "label": { "zh": "数" }, "kind": { "type": "number" } }] } }
    ]));
    let sight = Sight {
        fields: form.fields().collect(),
        rows: Vec::new(),
    };
    let trial = |source: &str| sight.try_out(&Expression::from(source), today());
    let never = [
        "kind == 'c'",
        "n > 9",
        "yes && !yes",
        "kind == 'a' && kind == 'b'",
        "n == 3 && n == 4",
    ];
    for source in never {
        let trial = trial(source);
        assert!(
            trial.never_holds && trial.fault.is_none(),
            "{source}: {trial:?}"
        );
    }
    let fails = [
        "n / (n - 3) > 1",
        "kind > 3",
        "n + 'x' == 'x'",
        "rows[0].m > 1",
        "sum(rows) > 1",
        // A sum is a double whatever it is of, so this fails with and without rows.
        "n + sum(rows.map(r, r.m)) > 1",
    ];
    for source in fails {
        assert!(trial(source).fault.is_some(), "{source}");
    }
    let sound = [
        "kind == 'b'",
        "n >= 9",
        "age(born) < 18",
        "rows.all(r, r.m > 3)",
        "size(rows) > 0 && sum(rows.map(r, r.m)) > 10",
        "double(n) + sum(rows.map(r, r.m)) > 1.0",
        "n > 0 && 10 / n > 3",
        "sources.n == 'typed'",
    ];
    for source in sound {
        let trial = trial(source);
        assert!(
            !trial.never_holds && trial.fault.is_none(),
            "{source}: {trial:?}"
        );
    }
}
