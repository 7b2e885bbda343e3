//! Supervision with the demonstration city: findings begin, are told, explained, ruled on and end; months
//! are counted; cases are saved as lists.

use calamine::{Reader as _, Xlsx};
use chrono::TimeDelta;
use domain::cases::{Event, Light, Outcome};
use domain::supervision::{
    Card, Month, RecordRefusal, RuleChange, RuleProblem, Rules, Ruling, Told,
};
use domain::{CaseId, DepartmentCode};
use entities::{audit, job};
use futures::TryStreamExt as _;
use portal::accounts::Officer;
use portal::supervision::{
    ExportFilter, ExportStart, ExportTable, FindingFilter, FindingRow, RecordError,
    RuleChangeError, open_data_csv,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::cases::{citizen, fill_card, officer};
use crate::support::{TestPortal, both};

const HANDLER: &str = "police.handler@desk.example.com";
const REVIEWER: &str = "police.reviewer@desk.example.com";
const SUPERVISOR: &str = "hrss.supervisor@desk.example.com";
const ELSEWHERE: &str = "hrss.reviewer@desk.example.com";
const ADMINISTRATOR: &str = "administrator@desk.example.com";

/// A case that is handed in now.
async fn handed_in(portal: &TestPortal) -> CaseId {
    let lin = citizen(portal, "lin.yinuo@example.com").await;
    let id = fill_card(portal, &lin).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    id
}

async fn act(portal: &TestPortal, who: &Officer, id: &CaseId, revision: u32, event: Event) {
    portal.desk().act(who, id, revision, event).await.unwrap();
}

/// Accepted now: promised for the 15th working day, by law for the 60th day.
async fn accepted(portal: &TestPortal) -> CaseId {
    let id = handed_in(portal).await;
    let handler = officer(portal, HANDLER).await;
    act(portal, &handler, &id, 1, Event::Accept).await;
    id
}

async fn decided(portal: &TestPortal, id: &CaseId) {
    let (outcome, opinion) = (Outcome::Approve, "情况属实".to_owned());
    let handler = officer(portal, HANDLER).await;
    let reviewer = officer(portal, REVIEWER).await;
    let propose = Event::Propose {
        outcome,
        opinion: opinion.clone(),
    };
    act(portal, &handler, id, 2, propose).await;
    act(portal, &reviewer, id, 3, Event::Decide { outcome, opinion }).await;
}

async fn found(portal: &TestPortal, who: &Officer, closed: bool) -> Vec<FindingRow> {
    let filter = FindingFilter {
        closed,
        ..FindingFilter::default()
    };
    let list = portal.supervision().findings(who, &filter).await.unwrap();
    list.unwrap().rows
}

fn rules(rows: &[FindingRow]) -> Vec<u16> {
    rows.iter().map(|row| row.rule).collect()
}

async fn mails(portal: &TestPortal) -> u64 {
    job::Entity::find()
        .filter(job::Column::EffectKey.starts_with("mail:supervision:"))
        .count(portal.db().read())
        .await
        .unwrap()
}

both!(a_late_case_is_found_told_and_over, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let id = accepted(&portal).await;
    let supervisor = officer(&portal, SUPERVISOR).await;
    portal.run_scheduled().await;
    assert_eq!(found(&portal, &supervisor, false).await, []);

    // Thursday, 19 November: two working days are left.
    portal.advance(TimeDelta::days(17));
    for _ in 0..2 {
        portal.run_scheduled().await;
        assert_eq!(rules(&found(&portal, &supervisor, false).await), [1]);
        assert_eq!(mails(&portal).await, 1, "the handler alone is told, once");
    }
    let near = &found(&portal, &supervisor, false).await[0];
    assert_eq!((near.colour, near.card), (Light::Yellow, Card::None));
    assert_eq!(near.day.to_string(), "2026-11-23");

    // Tuesday, the 24th: late.
    portal.advance(TimeDelta::days(5));
    for _ in 0..2 {
        portal.run_scheduled().await;
        assert_eq!(rules(&found(&portal, &supervisor, false).await), [2]);
        assert_eq!(rules(&found(&portal, &supervisor, true).await), [1]);
        assert_eq!(mails(&portal).await, 3, "handler and reviewer, once");
    }
    portal.run_jobs().await;
    let is_ours = |mail: &String| mail.contains("/desk/supervision");
    assert_eq!(
        portal.mails().iter().filter(|mail| is_ours(mail)).count(),
        3
    );

    let board = portal.supervision().board(&supervisor).await.unwrap();
    let police = board.unwrap().departments;
    assert_eq!(police.len(), 1);
    assert_eq!(
        (police[0].red, police[0].yellow, police[0].green),
        (1, 0, 0)
    );

    decided(&portal, &id).await;
    portal.run_scheduled().await;
    assert_eq!(found(&portal, &supervisor, false).await, []);
    let mut over = rules(&found(&portal, &supervisor, true).await);
    over.sort_unstable();
    assert_eq!(over, [1, 2]);
    assert_eq!(mails(&portal).await, 3);
});

both!(silence_about_acceptance_is_a_slip, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    handed_in(&portal).await;
    let reviewer = officer(&portal, REVIEWER).await;
    portal.advance(TimeDelta::days(8));
    for _ in 0..2 {
        portal.run_scheduled().await;
        assert_eq!(found(&portal, &reviewer, false).await, []);
        let slips = found(&portal, &reviewer, true).await;
        assert_eq!(rules(&slips), [4]);
        assert_eq!(slips[0].day.to_string(), "2026-11-02");
    }
});

both!(findings_are_seen_by_those_they_concern, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    accepted(&portal).await;
    portal.advance(TimeDelta::days(22));
    portal.run_scheduled().await;
    let supervision = portal.supervision();
    let handler = officer(&portal, HANDLER).await;
    let supervisor = officer(&portal, SUPERVISOR).await;
    let elsewhere = officer(&portal, ELSEWHERE).await;
    let administrator = officer(&portal, ADMINISTRATOR).await;
    let id = found(&portal, &handler, false).await[0].id.clone();
    let view = supervision.open(&handler, &id).await.unwrap().unwrap();
    assert!(view.can_explain && !view.can_rule);
    let case = view.case.as_ref().unwrap();
    assert_eq!(case.promised_due.unwrap().to_string(), "2026-11-23");
    let kinds: Vec<_> = case.history.iter().map(|past| past.kind.key()).collect();
    assert_eq!(kinds, ["submit", "accept"]);
    assert!(!format!("{view:?}").contains('林'), "nobody is named");

    let filter = FindingFilter::default();
    assert_eq!(found(&portal, &elsewhere, false).await, []);
    assert!(supervision.open(&elsewhere, &id).await.unwrap().is_none());
    assert!(
        supervision
            .board(&elsewhere)
            .await
            .unwrap()
            .unwrap()
            .departments
            .is_empty()
    );
    assert!(
        supervision
            .open(&administrator, &id)
            .await
            .unwrap()
            .is_none()
    );
    assert!(supervision.board(&administrator).await.unwrap().is_none());
    assert!(
        supervision
            .findings(&administrator, &filter)
            .await
            .unwrap()
            .is_none()
    );
    let none = supervision.explain(&elsewhere, &id, "不归我们").await;
    assert!(matches!(none, Err(RecordError::NotFound)));

    let red = FindingFilter {
        colour: Some(Light::Red),
        rule: Some(2),
        department: Some(DepartmentCode::new("990100-police")),
        ..FindingFilter::default()
    };
    let listed = supervision.findings(&supervisor, &red).await.unwrap();
    assert_eq!(listed.unwrap().rows.len(), 1);
    let behind = FindingFilter {
        after: Some(id),
        ..red
    };
    let listed = supervision.findings(&supervisor, &behind).await.unwrap();
    assert_eq!(listed.unwrap().rows, []);
});

both!(
    a_department_explains_and_a_supervisor_rules,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        accepted(&portal).await;
        portal.advance(TimeDelta::days(22));
        portal.run_scheduled().await;
        let supervision = portal.supervision();
        let handler = officer(&portal, HANDLER).await;
        let supervisor = officer(&portal, SUPERVISOR).await;
        let id = found(&portal, &handler, false).await[0].id.clone();
        let refused = |tried| match tried {
            Err(RecordError::Refused(refusal)) => refusal,
            other => panic!("{other:?}"),
        };
        let not_theirs = supervision.explain(&supervisor, &id, "系统停电").await;
        assert_eq!(refused(not_theirs), RecordRefusal::NotYours);
        let empty = supervision.explain(&handler, &id, " ").await;
        assert_eq!(refused(empty), RecordRefusal::WordsMissing);
        for _ in 0..2 {
            // The same words sent twice are one explanation.
            supervision
                .explain(&handler, &id, "系统停电")
                .await
                .unwrap();
        }
        let again = supervision.explain(&handler, &id, "另外").await;
        assert_eq!(refused(again), RecordRefusal::Explained);
        let not_theirs = supervision
            .rule_on(&handler, &id, Ruling::Lifted, "属实")
            .await;
        assert_eq!(refused(not_theirs), RecordRefusal::NotYours);
        for _ in 0..2 {
            let ruled = supervision
                .rule_on(&supervisor, &id, Ruling::Lifted, "属实")
                .await;
            ruled.unwrap();
        }
        let other = supervision
            .rule_on(&supervisor, &id, Ruling::Upheld, "属实")
            .await;
        assert_eq!(refused(other), RecordRefusal::Ruled);
        let view = supervision.open(&handler, &id).await.unwrap().unwrap();
        assert_eq!(view.row.ruling, Some(Ruling::Lifted));
        assert_eq!(view.explanation.unwrap().0, "系统停电");
        assert_eq!(view.reasons.unwrap().0, "属实");
        let trail = audit::Entity::find()
            .filter(audit::Column::Action.is_in(["supervision.explain", "supervision.rule"]))
            .count(portal.db().read())
            .await
            .unwrap();
        assert_eq!(trail, 2);
    }
);

both!(rules_are_looked_at_and_then_changed, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let supervision = portal.supervision();
    let administrator = officer(&portal, ADMINISTRATOR).await;
    let supervisor = officer(&portal, SUPERVISOR).await;
    let handler = officer(&portal, HANDLER).await;
    let change = |working_days| RuleChange {
        on: true,
        colour: Light::Yellow,
        card: Card::None,
        told: vec![Told::Handlers],
        working_days,
    };
    let outlook = supervision
        .look_at_rule(&administrator, 1, change(5))
        .await
        .unwrap();
    assert_eq!((outlook.version, outlook.open), (0, 0));
    assert_eq!(outlook.after.watch.working_days(), Some(5));
    let now = supervision.rules(&supervisor).await.unwrap().unwrap();
    assert_eq!(now.version, 0, "looking changes nothing");
    assert!(supervision.rules(&handler).await.unwrap().is_none());
    let not_theirs = supervision.change_rule(&supervisor, 0, 1, change(5)).await;
    assert!(matches!(not_theirs, Err(RuleChangeError::NotFound)));

    supervision
        .change_rule(&administrator, 0, 1, change(5))
        .await
        .unwrap();
    let stale = supervision
        .change_rule(&administrator, 0, 1, change(6))
        .await;
    assert!(matches!(stale, Err(RuleChangeError::Changed)));
    let nothing = supervision
        .change_rule(&administrator, 1, 1, change(5))
        .await;
    assert!(matches!(
        nothing,
        Err(RuleChangeError::Problem(RuleProblem::NothingChanges))
    ));
    let now = supervision.rules(&supervisor).await.unwrap().unwrap();
    assert_eq!(now.version, 1);
    assert_eq!(supervision.near_working_days().await.unwrap(), 5);

    // Findings and the lights of the desk follow the same rule.
    let id = accepted(&portal).await;
    portal.advance(TimeDelta::days(14));
    portal.run_scheduled().await;
    assert_eq!(rules(&found(&portal, &handler, false).await), [1]);
    let case = portal.desk().open(&handler, &id).await.unwrap().unwrap();
    assert_eq!(case.light, Light::Yellow);
});

both!(months_are_counted_by_hand_and_by_program, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let supervisor = officer(&portal, SUPERVISOR).await;
    let elsewhere = officer(&portal, ELSEWHERE).await;
    let supervision = portal.supervision();
    let decided_one = accepted(&portal).await;
    let withdrawn = handed_in(&portal).await;
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    portal.cases().withdraw(&lin, &withdrawn).await.unwrap();
    portal.advance(TimeDelta::days(2));
    decided(&portal, &decided_one).await;
    portal.run_scheduled().await;
    let view = supervision
        .figures(&supervisor, None)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.month.to_string(), "2026-11");
    assert_eq!((view.departments.len(), view.services.len()), (1, 1));
    let figures = view.departments[0].figures;
    assert_eq!(
        (figures.handed_in, figures.accepted, figures.withdrawn),
        (2, 1, 1)
    );
    assert_eq!(
        (figures.granted, figures.refused, figures.decided()),
        (1, 0, 1)
    );
    assert_eq!((figures.in_time(), figures.late_promise), (1, 0));
    assert_eq!((figures.days_taken, figures.days_promised), (2, 15));
    assert_eq!(figures.average_tenths(), Some(20));
    let other = supervision
        .figures(&elsewhere, None)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(other.departments, [], "another department's figures");

    assert!(
        supervision.open_month(None).await.unwrap().is_none(),
        "it goes on"
    );
    portal.advance(TimeDelta::days(28));
    portal.run_scheduled().await;
    let open = supervision.open_month(None).await.unwrap().unwrap();
    assert_eq!(open.month.to_string(), "2026-11");
    let (.., code, public) = &open.lines[0];
    assert_eq!(public.handed_in, None, "two are too few");
    let csv = open_data_csv(domain::Locale::En, &open);
    assert!(csv.starts_with("\u{feff}\"Month\",\"Department\""), "{csv}");
    let line = csv.lines().nth(1).unwrap();
    assert!(
        line.contains(code.as_str()) && line.contains("\"<5\""),
        "{line}"
    );
    assert!(line.contains("\"0\"") || !line.contains("\"2\""), "{line}");
    let month = Month::parse("2026-12");
    assert!(supervision.open_month(month).await.unwrap().is_none());
    // Counted once more, it is the same.
    portal.advance(TimeDelta::hours(2));
    portal.run_scheduled().await;
    let view = supervision
        .figures(&supervisor, Month::parse("2026-11"))
        .await
        .unwrap();
    assert_eq!(view.unwrap().departments[0].figures, figures);
});

async fn begun(portal: &TestPortal, who: &Officer, filter: ExportFilter) -> ExportTable {
    let start = portal.supervision().begin_export(who, filter).await;
    match start.unwrap() {
        Some(ExportStart::Ready(table)) => table,
        _ => panic!("no list"),
    }
}

async fn lines(table: ExportTable) -> Vec<csv::StringRecord> {
    let pieces: Vec<_> = table.csv().try_collect().await.unwrap();
    let bytes = pieces.concat();
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text);
    reader.records().map(Result::unwrap).collect()
}

both!(lists_hold_what_the_officer_may_save, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let first = accepted(&portal).await;
    portal.advance(TimeDelta::days(2));
    decided(&portal, &first).await;
    portal.run_jobs().await;
    handed_in(&portal).await;
    let reviewer = officer(&portal, REVIEWER).await;
    let supervisor = officer(&portal, SUPERVISOR).await;
    let elsewhere = officer(&portal, ELSEWHERE).await;
    let handler = officer(&portal, HANDLER).await;

    let all = lines(begun(&portal, &reviewer, ExportFilter::default()).await).await;
    assert_eq!(all.len(), 3, "names and two cases: {all:?}");
    assert!(all.iter().all(|line| line.len() == 18));
    assert!(all[1].iter().any(|cell| cell == "林**"), "{:?}", all[1]);
    assert_eq!((&all[1][5], &all[1][12], &all[1][13]), ("0", "2", "15"));
    assert_eq!((&all[1][6], &all[1][8]), ("2026-11-02 10:00", "2026-11-04"));
    assert_eq!(
        (&all[2][5], &all[2][12]),
        ("", ""),
        "nothing came of it yet"
    );

    let of_city = lines(begun(&portal, &supervisor, ExportFilter::default()).await).await;
    assert_eq!(of_city.len(), 3);
    assert!(of_city.iter().all(|line| line.len() == 17));
    assert!(
        !format!("{of_city:?}").contains('林'),
        "supervisors read no names"
    );
    let other = lines(begun(&portal, &elsewhere, ExportFilter::default()).await).await;
    assert_eq!(other.len(), 1);

    let with_answers = ExportFilter {
        answers: true,
        state: Some("delivered".to_owned()),
        ..ExportFilter::default()
    };
    let answered = lines(begun(&portal, &reviewer, with_answers.clone()).await).await;
    assert_eq!(answered.len(), 2);
    assert!(answered[1][18].contains("\"loss_place\":[\"梧桐街\"]"));
    let supervision = portal.supervision();
    let none = supervision
        .begin_export(&supervisor, with_answers)
        .await
        .unwrap();
    assert!(none.is_none(), "answers are not for supervisors");
    let none = supervision
        .begin_export(&handler, ExportFilter::default())
        .await;
    assert!(none.unwrap().is_none());

    let later = ExportFilter {
        from: "2026-11-04".parse().ok(),
        to: "2026-11-04".parse().ok(),
        ..ExportFilter::default()
    };
    assert_eq!(
        supervision.export_size(&reviewer, &later).await.unwrap(),
        Some(1)
    );
    let trail = audit::Entity::find()
        .filter(audit::Column::Action.starts_with("case.export"))
        .all(portal.db().read())
        .await
        .unwrap();
    let taken: Vec<_> = trail
        .iter()
        .map(|row| (row.action.as_str(), row.outcome.as_str()))
        .collect();
    let expected = [
        ("case.export", "2 rows"),
        ("case.export", "2 rows"),
        ("case.export", "0 rows"),
        ("case.export-answers", "1 rows"),
    ];
    assert_eq!(taken, expected);
});

both!(workbooks_hold_the_same_as_csv, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    accepted(&portal).await;
    let reviewer = officer(&portal, REVIEWER).await;
    let csv = lines(begun(&portal, &reviewer, ExportFilter::default()).await).await;
    let table = begun(&portal, &reviewer, ExportFilter::default()).await;
    let saved = table.workbook().await.unwrap();
    assert_eq!(saved.file.metadata().unwrap().len(), saved.size);
    let mut book: Xlsx<_> = Xlsx::new(std::io::BufReader::new(saved.file)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let rows: Vec<Vec<String>> = sheet
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    let expected: Vec<Vec<String>> = csv
        .iter()
        .map(|line| line.iter().map(str::to_owned).collect())
        .collect();
    assert_eq!(rows, expected);
});

#[test]
fn the_rules_fit_their_schema() {
    let schema = jsonschema::validator_for(&Rules::schema()).unwrap();
    let rules = serde_json::to_value(Rules::default()).unwrap();
    assert!(schema.is_valid(&rules));
    let mut odd = rules;
    odd["rules"][0]["watch"]["what"] = "the weather".into();
    assert!(!schema.is_valid(&odd));
}
