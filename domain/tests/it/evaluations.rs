//! Evaluation codes, in both directions.

use domain::evaluations::{
    EvaluationChannel, EvaluationProblem, Level, MAX_COMMENT_CHARS, check_evaluation, options,
};

/// Level, number of the national interface, number of GB/T 39046 table A.8, bad, first option.
const LEVELS: [(Level, u8, u8, bool, u16); 5] = [
    (Level::VerySatisfied, 5, 1, false, 510),
    (Level::Satisfied, 4, 2, false, 406),
    (Level::Acceptable, 3, 3, false, 307),
    (Level::Dissatisfied, 2, 4, true, 207),
    (Level::VeryDissatisfied, 1, 5, true, 108),
];

#[test]
fn levels_are_numbered_in_both_directions() {
    assert_eq!(Level::ALL, LEVELS.map(|(level, ..)| level));
    for (level, platform, standard, bad, first) in LEVELS {
        assert_eq!(
            (level.platform_code(), level.standard_code()),
            (platform, standard)
        );
        assert_eq!(Level::from_platform_code(platform), Some(level));
        assert_eq!(Level::from_standard_code(standard), Some(level));
        assert_eq!(level.is_bad(), bad);
        let expected: Vec<u16> = (first..first + 8).collect();
        assert_eq!(options(level), expected, "{level:?}");
        assert!(
            options(level)
                .iter()
                .all(|option| *option / 100 == u16::from(platform))
        );
        assert_eq!(Level::parse(level.key()), Some(level));
    }
    for code in [0, 6, 255] {
        assert_eq!(Level::from_platform_code(code), None);
        assert_eq!(Level::from_standard_code(code), None);
    }
}

#[test]
fn channels_are_numbered() {
    for (code, channel) in (1..).zip(EvaluationChannel::ALL) {
        assert_eq!(channel.code(), code);
        assert_eq!(EvaluationChannel::from_code(code), Some(channel));
    }
    assert_eq!(EvaluationChannel::Kiosk.code(), 5);
    assert_eq!(EvaluationChannel::from_code(0), None);
    assert_eq!(EvaluationChannel::from_code(8), None);
}

#[test]
fn an_option_belongs_to_one_level_only() {
    for level in Level::ALL {
        for other in Level::ALL {
            let expected = if level == other {
                Ok(())
            } else {
                Err(EvaluationProblem::UnknownOption)
            };
            assert_eq!(check_evaluation(level, options(other), ""), expected);
        }
    }
}

#[test]
fn nothing_is_forced_and_nothing_endless() {
    let most = "好".repeat(MAX_COMMENT_CHARS);
    for level in Level::ALL {
        assert_eq!(check_evaluation(level, &[], ""), Ok(()));
        assert_eq!(check_evaluation(level, &[], &most), Ok(()));
        let long = check_evaluation(level, &[], &format!("{most}好"));
        assert_eq!(long, Err(EvaluationProblem::CommentTooLong));
        let first = options(level)[0];
        let twice = check_evaluation(level, &[first, first], "");
        assert_eq!(twice, Err(EvaluationProblem::RepeatedOption));
    }
}
