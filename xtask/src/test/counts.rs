//! Reading how many tests passed from the last line of other programs.

use crate::steps::Tally;

/// The counts of `cargo nextest run`, whose summary reads
/// `Summary [ 1.2s] 10/12 tests run: 8 passed (1 slow), 1 failed, 1 timed out, 3 skipped`.
/// Tests that were never run because of a failure count as failed.
pub fn nextest(text: &str) -> Option<Tally> {
    let summary = text
        .lines()
        .rev()
        .find(|line| line.trim_start().starts_with("Summary ["))?;
    let (run, outcomes) = summary.split_once(" run: ")?;
    let total: u32 = run
        .rsplit(' ')
        .find_map(|word| word.rsplit('/').next()?.parse().ok())?;
    let passed = counted(outcomes, "passed")?;
    Some(Tally {
        passed,
        failed: total.saturating_sub(passed),
    })
}

/// The counts of our own browser checks: `journeys: 12 passed, 0 failed`, where `word` is what the line
/// begins with.
pub fn after(text: &str, word: &str) -> Option<Tally> {
    let outcomes = text
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix(word))?;
    Some(Tally {
        passed: counted(outcomes, "passed")?,
        failed: counted(outcomes, "failed")?,
    })
}

/// The counts of `node --test`, whose summary has the lines `ℹ pass 19` and `ℹ fail 0`.
pub fn node(text: &str) -> Option<Tally> {
    let count = |word: &str| {
        text.lines().rev().find_map(|line| {
            let (before, number) = line.trim().rsplit_once(' ')?;
            before.ends_with(word).then(|| number.parse().ok())?
        })
    };
    Some(Tally {
        passed: count(" pass")?,
        failed: count(" fail")?,
    })
}

/// The number before a word in `8 passed (1 slow), 1 failed`.
fn counted(outcomes: &str, word: &str) -> Option<u32> {
    outcomes
        .split([',', '('])
        .find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_summaries() {
        for (line, passed, failed) in [
            (
                "     Summary [   0.123s] 12 tests run: 12 passed, 0 skipped",
                12,
                0,
            ),
            (
                "     Summary [   0.1s] 1 test run: 1 passed, 0 skipped",
                1,
                0,
            ),
            (
                "     Summary [ 1.2s] 12 tests run: 9 passed (1 slow), 2 failed, 1 timed out, 3 skipped",
                9,
                3,
            ),
            (
                "     Summary [ 1.2s] 5/12 tests run: 4 passed, 1 failed, 0 skipped",
                4,
                8,
            ),
        ] {
            let text = format!("  PASS [ 0.1s] a b\n{line}\nerror: test run failed\n");
            assert_eq!(nextest(&text), Some(Tally { passed, failed }), "{line}");
        }
    }

    #[test]
    fn a_run_that_never_came_to_its_summary_has_no_counts() {
        assert_eq!(nextest("error: could not compile `portal`"), None);
        assert_eq!(after("Error: no chromium", "walk: "), None);
        assert_eq!(node("Error: no chromium"), None);
    }

    #[test]
    fn node_summaries() {
        let text = "✔ good\nℹ tests 20\nℹ pass 19\nℹ fail 1\nℹ duration_ms 4.2\n";
        assert_eq!(
            node(text),
            Some(Tally {
                passed: 19,
                failed: 1
            })
        );
    }

    #[test]
    fn summaries_of_browser_checks() {
        let text = "ok home\njourneys: 11 passed, 1 failed\n";
        assert_eq!(
            after(text, "journeys: "),
            Some(Tally {
                passed: 11,
                failed: 1
            })
        );
    }
}
