//! Mails that stay in a folder, as `.eml` files that any mail program opens. For development and
//! for a portal without a mail server: nothing leaves the house.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::{MailError, Mailer, Message};
use crate::digest;
use crate::error::Internal;
use crate::limits::{MAIL_FILE_BYTES, MAILS_LISTED};

const EXTENSION: &str = ".eml";

/// A folder of mails.
pub struct MailFolder {
    dir: PathBuf,
    from: String,
}

/// A mail in the folder, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailFile {
    /// Name of the file, for [`MailFolder::read`].
    pub name: String,
    /// Address of the recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// When it was sent.
    pub date: DateTime<Utc>,
}

impl MailFolder {
    /// Opens the folder, making it if there is none.
    pub(super) fn open(dir: &Path, from: &str) -> Result<Self, Internal> {
        fs::create_dir_all(dir)?;
        Ok(Self {
            dir: dir.to_owned(),
            from: from.to_owned(),
        })
    }

    /// The newest mails, newest first, at most [`MAILS_LISTED`].
    ///
    /// # Errors
    /// [`Internal`] when the folder cannot be read.
    pub fn list(&self) -> Result<Vec<MailFile>, Internal> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.dir)? {
            // Other names are not ours and cannot be read back either.
            if let Some(name) = entry?.file_name().to_str()
                && is_mail_name(name)
            {
                names.push(name.to_owned());
            }
        }
        names.sort_unstable_by(|a, b| b.cmp(a));
        names.truncate(MAILS_LISTED);
        let files = names.into_iter().filter_map(|name| {
            let mail = self.read(&name).ok()??;
            let date = DateTime::parse_from_rfc2822(header(&mail, "Date")?)
                .ok()?
                .to_utc();
            let to = header(&mail, "To")?.to_owned();
            let subject = header(&mail, "Subject")?.to_owned();
            Some(MailFile {
                name,
                to,
                subject,
                date,
            })
        });
        Ok(files.collect())
    }

    /// The whole mail in the file `name`, headers first, or nothing when there is no such mail. A
    /// name that is not one of [`MailFolder::list`] never reaches the disk.
    ///
    /// # Errors
    /// [`Internal`] when the file cannot be read.
    pub fn read(&self, name: &str) -> Result<Option<String>, Internal> {
        if !is_mail_name(name) {
            return Ok(None);
        }
        let file = match fs::File::open(self.dir.join(name)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            file => file?,
        };
        let mut mail = String::new();
        file.take(MAIL_FILE_BYTES).read_to_string(&mut mail)?;
        Ok(Some(mail))
    }

    /// Writes the file under another name first, so that nobody reads half a mail.
    fn write(&self, message: &Message) -> Result<(), Internal> {
        let name = file_name(message);
        let unfinished = self.dir.join(format!("{name}.part"));
        fs::write(&unfinished, eml(&self.from, message))?;
        fs::rename(unfinished, self.dir.join(name))?;
        Ok(())
    }
}

#[async_trait::async_trait]
impl Mailer for MailFolder {
    async fn send(&self, message: &Message) -> Result<(), MailError> {
        let headers = [&message.to, &message.subject, &message.message_id];
        if headers
            .iter()
            .any(|value| value.contains(|c: char| c.is_control()))
        {
            let why = Internal::new("a header of the mail holds a control character");
            return Err(MailError::Permanent(why));
        }
        // A few hundred bytes: shorter than handing them to another thread.
        self.write(message).map_err(MailError::Temporary)
    }
}

/// `20261102T020000123Z-0123456789abcdef.eml`: sorts by time, and the same mail has the same name.
fn file_name(message: &Message) -> String {
    let time = message.at.format("%Y%m%dT%H%M%S%3fZ");
    let digest = digest::sha256(message.message_id.as_bytes());
    let tail = &digest[..16];
    format!("{time}-{tail}{EXTENSION}")
}

/// Whether `name` looks like one of ours: no separator, no dot but the last, nothing to climb with.
fn is_mail_name(name: &str) -> bool {
    name.strip_suffix(EXTENSION).is_some_and(|stem| {
        !stem.is_empty()
            && stem
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}

/// The mail as a file: RFC 5322 with UTF-8 in the headers (RFC 6532), so that people can read it.
fn eml(from: &str, message: &Message) -> String {
    let Message {
        to,
        subject,
        text,
        html,
        message_id,
        at,
    } = message;
    let date = at.to_rfc2822();
    let mut mail = format!(
        "Date: {date}\r\nFrom: {from}\r\nTo: {to}\r\nSubject: {subject}\r\n\
         Message-ID: <{message_id}>\r\nMIME-Version: 1.0\r\n"
    );
    let part = |kind: &str, content: &str| {
        let content = content.replace("\r\n", "\n").replace('\n', "\r\n");
        format!(
            "Content-Type: text/{kind}; charset=utf-8\r\n\
             Content-Transfer-Encoding: 8bit\r\n\r\n{content}\r\n"
        )
    };
    match html {
        None => mail.push_str(&part("plain", text)),
        Some(html) => {
            mail.push_str("Content-Type: multipart/alternative; boundary=\"tongban\"\r\n\r\n");
            for part in [part("plain", text), part("html", html)] {
                mail.push_str(&format!("--tongban\r\n{part}"));
            }
            mail.push_str("--tongban--\r\n");
        }
    }
    mail
}

/// The value of a header. Ours are never folded.
fn header<'a>(mail: &'a str, name: &str) -> Option<&'a str> {
    mail.lines()
        .take_while(|line| !line.is_empty())
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}
