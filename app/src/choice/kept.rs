//! The answers of a guided choice in the visitor's session. They stand in no address, and go with the
//! visitor into the application.

use std::collections::BTreeMap;

use domain::ItemCode;
use domain::forms::Answers;
use portal::Internal;

use crate::page::{Kept, Visitor};
use crate::paths;

/// The name of the answers among the values of a kept form.
const ANSWERS: &str = "answers";

/// Where the addresses of services begin.
const ITEMS: &str = "/items/";

/// The visitor's answers about a service; empty when there are none.
///
/// # Errors
/// When the store of sessions fails.
pub(crate) async fn answers(visitor: &Visitor, item: &ItemCode) -> Result<Answers, Internal> {
    let kept = visitor.kept(&form(item)).await?.unwrap_or_default();
    // What an older release has kept differently is asked again.
    Ok(serde_json::from_str(&kept.value(ANSWERS)).unwrap_or_default())
}

/// Keeps the visitor's answers about a service, in place of those before.
///
/// # Errors
/// When the store of sessions fails.
pub(crate) async fn keep(
    visitor: &Visitor,
    item: &ItemCode,
    answers: &Answers,
) -> Result<(), Internal> {
    let values = BTreeMap::from([(ANSWERS.to_owned(), serde_json::to_string(answers)?)]);
    let kept = Kept {
        values,
        problems: Vec::new(),
    };
    visitor.keep(&form(item), kept).await
}

/// Forgets the visitor's answers about a service.
///
/// # Errors
/// When the store of sessions fails.
pub(crate) async fn forget(visitor: &Visitor, item: &ItemCode) -> Result<(), Internal> {
    visitor.forget(&form(item)).await
}

/// Answers on their way through a sign-in, which empties the session.
pub(crate) struct Carried(Option<(ItemCode, Answers)>);

impl Carried {
    /// Takes what was answered about the service that the visitor goes on to. Who signs in for another
    /// reason, or another person at the same machine, carries nothing.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub(crate) async fn take(visitor: &Visitor, next: &str) -> Result<Self, Internal> {
        let Some(item) = item_of(next) else {
            return Ok(Self(None));
        };
        let answers = answers(visitor, &item).await?;
        Ok(Self((!answers.is_empty()).then_some((item, answers))))
    }

    /// Puts it into the session that the sign-in has begun.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub(crate) async fn put(self, visitor: &Visitor) -> Result<(), Internal> {
        match self.0 {
            Some((item, answers)) => keep(visitor, &item, &answers).await,
            None => Ok(()),
        }
    }
}

/// The service whose page, or a page below it, this address names.
fn item_of(path: &str) -> Option<ItemCode> {
    let path = path.strip_prefix(paths::KIOSK_PREFIX).unwrap_or(path);
    let code = path.strip_prefix(ITEMS)?;
    ItemCode::parse(code.split(['/', '?']).next()?).ok()
}

fn form(item: &ItemCode) -> String {
    format!("choice:{item}")
}

#[cfg(test)]
mod tests {
    use domain::AccountId;
    use portal::accounts::Actor;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;

    #[tokio::test]
    async fn answers_go_through_the_sign_in_that_is_about_them() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/items/A-1").await;
        let (visitor, item) = (&cx.visitor, ItemCode::parse("A-1").unwrap());
        let mut given = Answers::default();
        given.set_typed("kind", vec!["new".to_owned()]);
        for (next, arrives) in [
            ("/items/A-1", true),
            ("/items/A-1/outcome", true),
            ("/kiosk/items/A-1/outcome", true),
            ("/items/A-2", false),
            ("/cases", false),
            ("", false),
        ] {
            keep(visitor, &item, &given).await.unwrap();
            let carried = Carried::take(visitor, next).await.unwrap();
            let account = AccountId::new("citizen");
            visitor.sign_in(&account, Surface::Web).await.unwrap();
            carried.put(visitor).await.unwrap();
            let found = answers(visitor, &item).await.unwrap();
            assert_eq!(found == given, arrives, "{next}");
        }
    }
}
