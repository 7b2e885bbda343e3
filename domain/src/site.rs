//! Reports about the portal itself: errors that readers find (我为政府网站找错) and illegal or harmful
//! content (违法和不良信息举报).

use chrono::NaiveDate;

/// Most characters of a page's address.
pub const MAX_PAGE_CHARS: usize = 500;
/// Most characters of what is wrong.
pub const MAX_WHAT_CHARS: usize = 1000;
/// Most characters of how the reader can be reached.
pub const MAX_CONTACT_CHARS: usize = 100;
/// Most characters of an answer.
pub const MAX_ANSWER_CHARS: usize = 1000;

/// What a report is about; all but [`ReportKind::Accessibility`] and [`ReportKind::Illegal`] are the
/// kinds of the national platform for errors on government sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// 内容无法访问.
    Unreachable,
    /// 信息不更新.
    Outdated,
    /// 内容不准确.
    Inaccurate,
    /// 咨询留言不回复.
    Unanswered,
    /// 错别字.
    Wording,
    /// 无障碍: somebody cannot use the page.
    Accessibility,
    /// 违法和不良信息.
    Illegal,
    /// 其他.
    Other,
}

keys!(ReportKind {
    Unreachable = "unreachable",
    Outdated = "outdated",
    Inaccurate = "inaccurate",
    Unanswered = "unanswered",
    Wording = "wording",
    Accessibility = "accessibility",
    Illegal = "illegal",
    Other = "other",
});

/// Why a report, or the answer to one, is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReportProblem {
    /// Nothing was chosen.
    #[error("the kind is missing")]
    KindMissing,
    /// More than [`MAX_PAGE_CHARS`].
    #[error("the address of the page is too long")]
    PageTooLong,
    /// Nothing was written.
    #[error("what is wrong is missing")]
    WhatMissing,
    /// More than [`MAX_WHAT_CHARS`].
    #[error("what is wrong is too long")]
    WhatTooLong,
    /// More than [`MAX_CONTACT_CHARS`].
    #[error("the contact is too long")]
    ContactTooLong,
    /// No answer was written.
    #[error("the answer is missing")]
    AnswerMissing,
    /// More than [`MAX_ANSWER_CHARS`].
    #[error("the answer is too long")]
    AnswerTooLong,
}

keys!(ReportProblem {
    KindMissing = "report-problem-kind-missing",
    PageTooLong = "report-problem-page-too-long",
    WhatMissing = "report-problem-what-missing",
    WhatTooLong = "report-problem-what-too-long",
    ContactTooLong = "report-problem-contact-too-long",
    AnswerMissing = "report-problem-answer-missing",
    AnswerTooLong = "report-problem-answer-too-long",
});

impl ReportProblem {
    /// The form's field that has to be mended.
    pub const fn field(self) -> &'static str {
        match self {
            Self::KindMissing => "kind",
            Self::PageTooLong => "page",
            Self::WhatMissing | Self::WhatTooLong => "what",
            Self::ContactTooLong => "contact",
            Self::AnswerMissing | Self::AnswerTooLong => "answer",
        }
    }
}

/// Everything that is wrong with a report, in the order of its fields. Page and contact may be left
/// out: whoever reports something need not say who they are.
pub fn check_report(
    kind: Option<ReportKind>,
    page: &str,
    what: &str,
    contact: &str,
) -> Vec<ReportProblem> {
    let what = what.trim();
    let found = [
        (kind.is_none(), ReportProblem::KindMissing),
        (is_longer(page, MAX_PAGE_CHARS), ReportProblem::PageTooLong),
        (what.is_empty(), ReportProblem::WhatMissing),
        (is_longer(what, MAX_WHAT_CHARS), ReportProblem::WhatTooLong),
        (
            is_longer(contact, MAX_CONTACT_CHARS),
            ReportProblem::ContactTooLong,
        ),
    ];
    found
        .into_iter()
        .filter_map(|(wrong, problem)| wrong.then_some(problem))
        .collect()
}

/// Checks the answer to a report: it cannot be done without one.
pub fn check_answer(answer: &str) -> Result<(), ReportProblem> {
    let answer = answer.trim();
    if answer.is_empty() {
        return Err(ReportProblem::AnswerMissing);
    }
    if is_longer(answer, MAX_ANSWER_CHARS) {
        return Err(ReportProblem::AnswerTooLong);
    }
    Ok(())
}

fn is_longer(text: &str, most: usize) -> bool {
    text.trim().chars().count() > most
}

/// The number that a reader can ask by: `ZC` (找错), the day, and the day's sequence.
pub fn report_number(day: NaiveDate, sequence: u32) -> String {
    format!("ZC{}-{sequence:04}", day.format("%Y%m%d"))
}
