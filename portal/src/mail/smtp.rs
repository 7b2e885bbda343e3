//! Mails that go to a mail server.

use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};

use super::{MailError, Mailer, Message};
use crate::error::Internal;
use crate::limits::SMTP_TIME;
use crate::settings::SmtpTls;

/// A mail server, with a few connections kept open.
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl SmtpMailer {
    /// Sets up the way to the server; connects with the first mail only.
    pub(super) fn new(
        host: &str,
        port: u16,
        credentials: Option<(&str, &SecretString)>,
        tls: SmtpTls,
        from: &str,
    ) -> Result<Self, Internal> {
        let builder = match tls {
            SmtpTls::Off => Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(
                host,
            )),
            SmtpTls::StartTls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host),
            SmtpTls::Implicit => AsyncSmtpTransport::<Tokio1Executor>::relay(host),
        };
        let mut builder = builder
            .map_err(|error| Internal::caused("the mail server's settings are wrong", error))?
            .port(port)
            .timeout(Some(SMTP_TIME));
        if let Some((username, password)) = credentials {
            let password = password.expose_secret().to_owned();
            builder = builder.credentials(Credentials::new(username.to_owned(), password));
        }
        let from = from
            .parse()
            .map_err(|error| Internal::caused("the sender of mails is not an address", error))?;
        Ok(Self {
            transport: builder.build(),
            from,
        })
    }

    fn build(&self, message: &Message) -> Result<lettre::Message, Internal> {
        let to = message
            .to
            .parse()
            .map_err(|error| Internal::caused("the recipient is not an address", error))?;
        let builder = lettre::Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&message.subject)
            .message_id(Some(format!("<{}>", message.message_id)))
            .date(message.at.into());
        let built = match &message.html {
            None => builder.body(message.text.clone()),
            Some(html) => {
                let both = MultiPart::alternative_plain_html(message.text.clone(), html.clone());
                builder.multipart(both)
            }
        };
        built.map_err(|error| Internal::caused("the mail cannot be composed", error))
    }
}

#[async_trait::async_trait]
impl Mailer for SmtpMailer {
    async fn send(&self, message: &Message) -> Result<(), MailError> {
        let mail = self.build(message).map_err(MailError::Permanent)?;
        match self.transport.send(mail).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(MailError::Permanent(Internal::caused(
                "the mail server refused the mail",
                error,
            ))),
            Err(error) => Err(MailError::Temporary(Internal::caused(
                "the mail server did not take the mail",
                error,
            ))),
        }
    }
}
