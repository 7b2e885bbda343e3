//! From the desk to the telephone: making a code, and taking what a telephone sends.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::CaseId;
use portal::accounts::Citizen;
use portal::cases::HandOverError;
use server_fn::codec::MultipartData;

use super::refused;
use crate::cases::posted::Posted;
use crate::page::{Ctx, DoorResult, Kept};
use crate::paths;

/// Name of the secret, in the form of a telephone and in the session of the desktop.
pub(crate) const SECRET: &str = "secret";
/// The parameter that says that files have arrived.
pub(crate) const ADDED: &str = "added";
/// The parameter that names what is wrong with a file.
pub(crate) const PROBLEM: &str = "problem";

/// Where the secret of a slot lies in the session of the desktop.
pub(crate) fn hand_over_form(case: &CaseId, slot: &str) -> String {
    format!("hand-over:{case}:{slot}")
}

/// Makes a code for a slot and leads to the page that shows it.
pub(super) async fn begin_hand_over(
    cx: &Ctx,
    citizen: &Citizen,
    case: &CaseId,
    slot: &str,
) -> DoorResult {
    let secret = match cx.portal.cases().begin_hand_over(citizen, case, slot).await {
        Ok(secret) => secret,
        Err(error) => return refused(error, case),
    };
    let kept = Kept {
        values: BTreeMap::from([(SECRET.to_owned(), secret)]),
        problems: Vec::new(),
    };
    cx.visitor.keep(&hand_over_form(case, slot), kept).await?;
    Ok(paths::case_hand_over(case, slot))
}

/// Takes the files of a telephone. Nobody is signed in there.
pub(crate) async fn hand_over(cx: Arc<Ctx>, data: MultipartData) -> DoorResult {
    let posted = Posted::read(data).await;
    let secret = posted.answers.get(SECRET).and_then(|values| values.first());
    let secret = secret.cloned().unwrap_or_default();
    let page = paths::hand_over(&secret);
    let mut problem = posted.problems.first().map(|(_, key)| *key);
    let sent = posted.uploads.len();
    let mut refused = 0;
    if sent > 0 {
        match cx
            .portal
            .cases()
            .hand_files_over(&secret, posted.uploads)
            .await
        {
            Ok(problems) => {
                refused = problems.len();
                problem = problem.or_else(|| problems.first().map(|(_, problem)| problem.key()));
            }
            // The page says so.
            Err(HandOverError::Ended) => return Ok(page),
            Err(HandOverError::Internal(error)) => return Err(error.into()),
        }
    }
    let added = if sent > refused { "1" } else { "" };
    let problem = problem.unwrap_or_default();
    Ok(paths::with_query(
        &page,
        &[(ADDED, added), (PROBLEM, problem)],
    ))
}
