//! Text messages that go out by an HTTP hook: one small JSON object is posted for each.
//!
//! What the other side answers is never read, since it may repeat the number.

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::{Messenger, SmsError, TextMessage};
use crate::error::Internal;
use crate::limits::SMS_TIME;

/// The header by which the other side knows a message that it has taken before.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The hook of a gateway.
pub struct MessageHook {
    client: Client,
    url: Url,
    authorization: Option<HeaderValue>,
}

impl MessageHook {
    /// Sets up the way to the gateway; connects with the first message only.
    pub(super) fn new(url: &str, secret: Option<&SecretString>) -> Result<Self, Internal> {
        let wrong = "the settings of text messages are wrong";
        let client = Client::builder()
            .timeout(SMS_TIME)
            // A gateway does not move; whoever answers with another address is not to get the number.
            .redirect(Policy::none())
            .build()
            .map_err(|error| Internal::caused(wrong, error))?;
        let authorization = secret
            .map(|secret| {
                let mut value = HeaderValue::try_from(format!("Bearer {}", secret.expose_secret()))
                    .map_err(|error| Internal::caused(wrong, error))?;
                value.set_sensitive(true);
                Ok::<_, Internal>(value)
            })
            .transpose()?;
        Ok(Self {
            client,
            url: Url::parse(url).map_err(|error| Internal::caused(wrong, error))?,
            authorization,
        })
    }
}

#[async_trait::async_trait]
impl Messenger for MessageHook {
    async fn send(&self, message: &TextMessage) -> Result<(), SmsError> {
        let body = json!({
            "to": message.to.as_str(),
            "text": message.text,
            "key": message.key,
        });
        let mut request = self
            .client
            .post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .header(IDEMPOTENCY_KEY, message.key.as_str())
            .body(body.to_string());
        if let Some(authorization) = &self.authorization {
            request = request.header(AUTHORIZATION, authorization.clone());
        }
        let answer = request.send().await.map_err(|error| {
            let away = "the gateway of text messages does not answer";
            SmsError::Temporary(Internal::caused(away, error.without_url()))
        })?;
        judge(answer.status())
    }
}

/// What an answer means. "Too long", "too early" and "too many" are the refusals that pass by themselves.
fn judge(status: StatusCode) -> Result<(), SmsError> {
    let passes = [
        StatusCode::REQUEST_TIMEOUT,
        StatusCode::TOO_EARLY,
        StatusCode::TOO_MANY_REQUESTS,
    ];
    if status.is_success() {
        Ok(())
    } else if status.is_server_error() || passes.contains(&status) {
        let busy = "the gateway of text messages failed or is busy";
        Err(SmsError::Temporary(Internal::new(busy)))
    } else {
        let refused = "the gateway refused a text message";
        Err(SmsError::Permanent(Internal::new(refused)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_temporary_or_permanent() {
        for (status, taken, again) in [
            (200, true, false),
            (202, true, false),
            (301, false, false),
            (307, false, false),
            (400, false, false),
            (401, false, false),
            (404, false, false),
            (408, false, true),
            (425, false, true),
            (429, false, true),
            (500, false, true),
            (503, false, true),
        ] {
            let judged = judge(StatusCode::from_u16(status).unwrap());
            assert_eq!(judged.is_ok(), taken, "{status}");
            assert_eq!(
                matches!(judged, Err(SmsError::Temporary(_))),
                again,
                "{status}"
            );
        }
    }
}
