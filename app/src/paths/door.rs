//! Where forms are posted to. The server functions in `actions` carry the same names.

/// Makes an account.
pub const REGISTER: &str = "/do/register";
/// Signs a citizen in.
pub const SIGN_IN: &str = "/do/sign-in";
/// Signs anybody out.
pub const SIGN_OUT: &str = "/do/sign-out";
/// Signs an officer in.
pub const DESK_SIGN_IN: &str = "/do/desk-sign-in";
/// Starts a case, or resumes its draft.
pub const START: &str = "/do/start";
/// Answers early questions of a guided choice (multipart).
pub const CHOOSE: &str = "/do/choose";
/// Saves one step of a form with its files (multipart).
pub const SAVE_STEP: &str = "/do/save-step";
/// Removes a file from a draft.
pub const REMOVE_MATERIAL: &str = "/do/remove-material";
/// Takes files from a telephone (multipart).
pub const HAND_OVER: &str = "/do/hand-over";
/// Adds a material that was promised for later (multipart).
pub const FOLLOW_UP: &str = "/do/follow-up";
/// Takes a file out of the library.
pub const FORGET_MATERIAL: &str = "/do/forget-material";
/// Moves a draft to the version that is published now.
pub const MOVE_VERSION: &str = "/do/move-version";
/// The doors that take files.
pub const WITH_FILES: [&str; 3] = [SAVE_STEP, HAND_OVER, FOLLOW_UP];
/// Submits a case, or answers a correction.
pub const SUBMIT: &str = "/do/submit";
/// Withdraws a case.
pub const WITHDRAW: &str = "/do/withdraw";
/// Rates a finished case, or rates it once more.
pub const RATE: &str = "/do/rate";
/// The answer of the one who rated: second look or appeal.
pub const RATE_REPLY: &str = "/do/rate-reply";
/// An officer's step about a bad review.
pub const EVALUATION_ACT: &str = "/do/evaluation-act";
/// An officer's action on a case.
pub const DESK_ACT: &str = "/do/desk-act";
/// Looks for a case at the desk.
pub const DESK_SEARCH: &str = "/do/desk-search";
/// Keeps or forgets a filter of the inbox.
pub const DESK_FILTER: &str = "/do/desk-filter";
/// Does the same to several cases (multipart).
pub const DESK_BULK: &str = "/do/desk-bulk";
/// Makes a case somebody's or nobody's.
pub const DESK_ASSIGN: &str = "/do/desk-assign";
/// Sets how new cases find their officer.
pub const DESK_RULE: &str = "/do/desk-rule";
/// Writes a note on a case.
pub const DESK_NOTE: &str = "/do/desk-note";
/// Writes a message to an applicant.
pub const DESK_MESSAGE: &str = "/do/desk-message";
/// Asks another department about a case.
pub const DESK_CONSULT: &str = "/do/desk-consult";
/// Answers the question of another department.
pub const DESK_CONSULT_ANSWER: &str = "/do/desk-consult-answer";
/// Takes a question to another department back.
pub const DESK_CONSULT_WITHDRAW: &str = "/do/desk-consult-withdraw";
/// An applicant's answer to a message.
pub const MESSAGE: &str = "/do/message";
/// Keeps or deletes a template.
pub const DESK_TEMPLATE: &str = "/do/desk-template";
/// Writes down who stands in for whom.
pub const DESK_AWAY: &str = "/do/desk-away";
/// Begins a new service.
pub const SERVICE_CREATE: &str = "/do/service-create";
/// Begins a working copy of a published item.
pub const SERVICE_OPEN: &str = "/do/service-open";
/// Saves one part of a working copy (multipart).
pub const SERVICE_SAVE: &str = "/do/service-save";
/// Tries conditions out on example answers (multipart).
pub const SERVICE_TRY: &str = "/do/service-try";
/// Looks into a file of services, and takes it (multipart).
pub const SERVICE_IMPORT: &str = "/do/service-import";
/// Hands a working copy on.
pub const SERVICE_ACT: &str = "/do/service-act";
/// Pauses, restores or withdraws a published item.
pub const SERVICE_STAND: &str = "/do/service-stand";
/// Reports an error or harmful content.
pub const REPORT: &str = "/do/report";
/// An officer's answer to a report.
pub const ANSWER_REPORT: &str = "/do/answer-report";
/// The department explains a finding.
pub const SUPERVISION_EXPLAIN: &str = "/do/supervision-explain";
/// A supervisor rules on a finding.
pub const SUPERVISION_RULING: &str = "/do/supervision-ruling";
/// An administrator looks at a change of a rule, or makes it.
pub const SUPERVISION_RULE: &str = "/do/supervision-rule";
/// Marks all notices as read.
pub const NOTICES_READ: &str = "/do/notices-read";
/// Keeps what comes by which channel.
pub const NOTICE_SETTINGS: &str = "/do/notice-settings";
/// Has a dead delivery tried again.
pub const DELIVERY_RETRY: &str = "/do/delivery-retry";
/// The kiosk's card reader.
pub const KIOSK_CARD: &str = "/do/kiosk-card";
/// Ends the kiosk's session.
pub const KIOSK_END: &str = "/do/kiosk-end";
