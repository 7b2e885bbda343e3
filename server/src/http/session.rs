//! Sessions: a cookie on the reader's side, a sealed row on ours.
//!
//! The session is opened where a handler needs it, not in a layer around everything: a reader without
//! a cookie who asks for a public page must cost nothing. Nobody gets a cookie before something has to
//! be remembered.

use std::fmt;
use std::sync::Arc;

use app::Visitor;
use app::page::Surface;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::DateTime;
use domain::AccountId;
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue};
use portal::accounts::StoredSession;
use portal::{Internal, Portal};
use sha2::{Digest as _, Sha256};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result, SessionStore};
use tower_sessions::{Expiry, Session};

use super::cookies;

/// How long a session lives after it was last written, in a browser of the reader's own: a working
/// day at the desk.
const LIFE: time::Duration = time::Duration::hours(8);

/// How long a session lives at a kiosk after the last request. The screen ends it much earlier; this
/// is for a kiosk that lost its network or its JavaScript.
const KIOSK_LIFE: time::Duration = time::Duration::minutes(15);

/// How long a session of somebody who has not signed in lives: long enough to look for a password, and
/// short enough that nobody can fill the database with them.
const STRANGER_LIFE: time::Duration = time::Duration::hours(1);

/// Tries to find a free identifier. Two of 128 random bits never meet; the limit only keeps a broken
/// generator from looping for ever.
const ID_TRIES: usize = 4;

/// The rows behind the cookies.
#[derive(Clone)]
pub struct Store(Portal);

impl fmt::Debug for Store {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Store")
    }
}

#[async_trait::async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let account = account_of(record);
        for _ in 0..ID_TRIES {
            let (id, session) = (row_id(&record.id), stored(record)?);
            let created = self
                .0
                .accounts()
                .sessions()
                .create(&id, account.as_ref(), session)
                .await
                .map_err(backend)?;
            if created {
                return Ok(());
            }
            record.id = Id::default();
        }
        Err(Error::Backend(
            "no free session identifier was found".to_owned(),
        ))
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let account = account_of(record);
        let session = stored(record)?;
        self.0
            .accounts()
            .sessions()
            .save(&row_id(&record.id), account.as_ref(), session)
            .await
            .map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let Some(session) = self
            .0
            .accounts()
            .sessions()
            .load(&row_id(id))
            .await
            .map_err(backend)?
        else {
            return Ok(None);
        };
        let data = serde_json::from_slice(&session.data)
            .map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = time::OffsetDateTime::from_unix_timestamp(session.expires_at.timestamp())
            .map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record {
            id: *id,
            data,
            expiry_date,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.0
            .accounts()
            .sessions()
            .delete(&row_id(id))
            .await
            .map_err(backend)
    }
}

/// The name of a session's row: a digest of the identifier, so that whoever reads the database or a
/// backup of it can take over nobody's session.
fn row_id(id: &Id) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(id.to_string()))
}

/// Who is signed in, for the column that finds all sessions of an account.
fn account_of(record: &Record) -> Option<AccountId> {
    let account = record.data.get(Visitor::ACCOUNT)?;
    serde_json::from_value(account.clone()).ok()
}

fn stored(record: &Record) -> Result<StoredSession> {
    let data =
        serde_json::to_vec(&record.data).map_err(|error| Error::Encode(error.to_string()))?;
    let expires_at = DateTime::from_timestamp(record.expiry_date.unix_timestamp(), 0)
        .ok_or_else(|| Error::Encode("an expiry date beyond the calendar".to_owned()))?;
    Ok(StoredSession { data, expires_at })
}

fn backend(error: Internal) -> Error {
    Error::Backend(error.to_string())
}

/// Opens and closes the sessions of this server.
pub struct Sessions {
    store: Arc<Store>,
    secure: bool,
}

/// The session of one request.
pub struct Opened {
    session: Session,
    came_with_cookie: bool,
}

impl Sessions {
    /// Sessions over the portal's store; `secure` when citizens come by TLS.
    #[must_use]
    pub fn new(portal: Portal, secure: bool) -> Self {
        Self {
            store: Arc::new(Store(portal)),
            secure,
        }
    }

    /// Name of the cookie. The prefix makes browsers refuse one that was not set by this very host
    /// over TLS.
    #[must_use]
    pub const fn cookie_name(&self) -> &'static str {
        if self.secure {
            "__Host-tongban"
        } else {
            "tongban"
        }
    }

    /// Whether a request comes with a session at all.
    #[must_use]
    pub fn is_with(&self, headers: &HeaderMap) -> bool {
        cookies::value(headers, self.cookie_name()).is_some()
    }

    /// The session of a request; nothing is read before somebody asks it something.
    #[must_use]
    pub fn open(&self, headers: &HeaderMap) -> Opened {
        let cookie = cookies::value(headers, self.cookie_name());
        let id = cookie.and_then(|value| value.parse::<Id>().ok());
        Opened {
            session: Session::new(
                id,
                Arc::clone(&self.store),
                Some(Expiry::OnInactivity(LIFE)),
            ),
            came_with_cookie: cookie.is_some(),
        }
    }

    /// Saves what changed and tells the browser; to be called once, with the answer.
    ///
    /// # Errors
    /// When the store fails; the answer must not be sent then, since it may promise what was lost.
    pub async fn close(
        &self,
        opened: Opened,
        response: &mut Response,
    ) -> std::result::Result<(), Internal> {
        let Opened {
            session,
            came_with_cookie,
        } = opened;
        if session.is_empty().await {
            if came_with_cookie {
                self.set_cookie(response, "", 0);
            }
            return Ok(());
        }
        let visitor = Visitor::new(session.clone());
        let life = match (visitor.surface().await?, visitor.account().await?) {
            (Surface::Kiosk, _) => KIOSK_LIFE,
            (Surface::Web | Surface::Counter, Some(_)) => LIFE,
            (Surface::Web | Surface::Counter, None) => STRANGER_LIFE,
        };
        // At a kiosk every request prolongs the session.
        if session.is_modified() || life == KIOSK_LIFE {
            session.set_expiry(Some(Expiry::OnInactivity(life)));
            let saved = session.save().await;
            saved.map_err(|error| Internal::caused("a session could not be saved", error))?;
            if let Some(id) = session.id() {
                self.set_cookie(response, &id.to_string(), life.whole_seconds());
            }
        }
        Ok(())
    }

    fn set_cookie(&self, response: &mut Response, value: &str, max_age: i64) {
        let name = self.cookie_name();
        let secure = if self.secure { "; Secure" } else { "" };
        let cookie =
            format!("{name}={value}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}");
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
}

impl Opened {
    /// The visitor behind the session, as pages know it.
    #[must_use]
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.session.clone())
    }
}
