//! What the portal has to be told before it can open. Where the values come from (file,
//! environment) is the program's business.

use std::fmt;
use std::path::PathBuf;

use secrecy::SecretString;

pub use crate::scanner::ScannerSettings;

/// Settings of one node.
#[derive(Clone)]
pub struct Settings {
    /// Division code 行政区划代码 of the government that runs the portal, six digits; it opens every
    /// case number.
    pub region: String,
    /// Address of the portal as citizens know it, without a slash at the end. Links in mails begin
    /// with it.
    pub base_url: String,
    /// Folder for everything that this node keeps on disk.
    pub data_dir: PathBuf,
    /// `sqlite://data/tongban.db?mode=rwc` or `postgres://user:password@host/database`.
    pub database_url: String,
    /// Where files live.
    pub files: FilesSettings,
    /// What looks through uploaded files.
    pub scanner: ScannerSettings,
    /// How mail leaves the house.
    pub mail: MailSettings,
    /// Sender of every mail, such as `Tongban <no-reply@example.gov.cn>`.
    pub mail_from: String,
    /// How text messages leave the house.
    pub sms: SmsSettings,
    /// The name in 【】 at the head of every text message, as it is registered with the operators.
    pub sms_signature: String,
    /// Address of whoever looks after the portal itself: gets the reports of readers. None: reports wait
    /// at the desk.
    pub site_mail: Option<String>,
    /// The secret that every key is derived from: 32 random bytes in hexadecimal. Whoever loses it
    /// loses every sealed value.
    pub master_key: SecretString,
    /// Shows the pages for developers, such as the list of mails. Never on a real portal.
    pub development: bool,
}

/// Leaves out the address of the database, which may hold a password.
impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Settings")
            .field("region", &self.region)
            .field("base_url", &self.base_url)
            .field("data_dir", &self.data_dir)
            .field("files", &self.files)
            .field("scanner", &self.scanner)
            .field("mail", &self.mail)
            .field("mail_from", &self.mail_from)
            .field("sms", &self.sms)
            .field("sms_signature", &self.sms_signature)
            .field("site_mail", &self.site_mail)
            .field("development", &self.development)
            .finish_non_exhaustive()
    }
}

/// Where files live.
#[derive(Clone, Debug)]
pub enum FilesSettings {
    /// The folder `files` below the data folder.
    Folder,
    /// A bucket of an S3 service; needed as soon as there are two nodes.
    S3 {
        /// Address of the service.
        endpoint: String,
        /// Name of the bucket.
        bucket: String,
        /// Region, as the service calls it.
        region: String,
        /// Name of the access key.
        access_key: String,
        /// The access key.
        secret_key: SecretString,
        /// Allows an address without TLS, for a service on the same machine.
        allow_http: bool,
    },
}

/// How mail leaves the house.
#[derive(Clone, Debug)]
pub enum MailSettings {
    /// Mails become `.eml` files in this folder and go nowhere.
    Folder {
        /// The folder; made when missing.
        dir: PathBuf,
    },
    /// Mails go to a mail server.
    Smtp {
        /// Name of the server.
        host: String,
        /// Port of the server.
        port: u16,
        /// User name, where the server asks for one.
        username: Option<String>,
        /// Password, where the server asks for one.
        password: Option<SecretString>,
        /// How the connection is protected.
        tls: SmtpTls,
    },
}

/// How the connection to a mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    /// Not at all: only for a server on the same machine.
    Off,
    /// It begins in the clear and must be upgraded (port 587).
    StartTls,
    /// From the first byte (port 465).
    Implicit,
}

/// How text messages leave the house.
#[derive(Clone, Debug)]
pub enum SmsSettings {
    /// They do not: the portal sends none.
    Off,
    /// They become files in this folder and go nowhere.
    Folder {
        /// The folder; made when missing.
        dir: PathBuf,
    },
    /// They are posted to a gateway.
    Hook {
        /// Address of the gateway.
        url: String,
        /// What the portal shows to be let in, as a bearer token.
        secret: Option<SecretString>,
    },
}
