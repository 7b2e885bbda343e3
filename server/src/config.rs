//! The settings of the program: one struct, a section for each concern.
//!
//! The defaults are `config/default.toml`, which is part of the binary; over them come the file of
//! the machine and then the environment. What cannot work is refused before anything starts, and the
//! sentence names the key.

mod check;
mod load;
mod secrets;
#[cfg(test)]
mod tests;
mod to_portal;

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;

use domain::Text;
use secrecy::SecretString;
use serde::Deserialize;

pub use check::Refused;
pub use load::{LoadError, load};

/// The file of defaults, comments included: what `tongban config print` prints.
pub const DEFAULTS: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../config/default.toml"
));

/// Every setting of the program.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Shows the pages for developers and makes a master key by itself.
    pub development: bool,
    /// Days that the program lives in the past; development only.
    pub clock_days_behind: u16,
    /// Folder for everything that this node keeps on disk.
    pub data_dir: PathBuf,
    /// The portal's own listener.
    pub http: Http,
    /// The listener for the operator.
    pub admin: Admin,
    /// The database.
    pub database: Database,
    /// Where files live.
    pub files: Files,
    /// What looks through uploaded files.
    pub scanner: Scanner,
    /// How documents become files.
    pub documents: Documents,
    /// How mail leaves the house.
    pub mail: Mail,
    /// How text messages leave the house.
    pub sms: Sms,
    /// The government that runs the portal.
    pub city: City,
    /// What every page has to name.
    pub site: Site,
    /// What the log looks like.
    pub log: Log,
    /// Secrets of the program itself.
    pub secrets: Secrets,
}

/// The portal's own listener and its limits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Http {
    /// Where it listens.
    pub address: SocketAddr,
    /// Connections at the same time.
    pub max_connections: usize,
    /// Seconds that a client has for the head of a request.
    pub header_timeout_seconds: u64,
    /// Seconds that a request has.
    pub request_timeout_seconds: u64,
    /// Seconds that a step of a form with its files has.
    pub upload_timeout_seconds: u64,
    /// Seconds that running requests have after SIGTERM.
    pub drain_seconds: u64,
    /// Largest form, in bytes; uploads have a limit of their own.
    pub body_limit_bytes: usize,
    /// Memory for finished public pages, in bytes; 0 renders every page anew.
    pub page_cache_bytes: u64,
    /// Tries to sign in or to register that one address has a minute, and as many reports about the site.
    pub sign_ins_per_minute: NonZeroU32,
    /// Session cookies over TLS only.
    pub secure_cookies: bool,
    /// Sends Strict-Transport-Security where the portal's address is https.
    pub hsts: bool,
    /// Takes the client's address from the last entry of X-Forwarded-For.
    pub trusted_proxy: bool,
}

/// The listener for the operator.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Admin {
    /// Where it listens.
    pub address: SocketAddr,
}

/// The database.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// `sqlite://…` or `postgres://…`; without it a SQLite file in the data folder. It may hold a
    /// password.
    pub url: Option<SecretString>,
    /// File that holds the address instead.
    pub url_file: Option<PathBuf>,
}

/// Kind of the store of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FilesKind {
    /// A folder below the data folder.
    Folder,
    /// A bucket of an S3 service.
    S3,
}

/// Where files live.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// Folder or bucket; the other keys belong to the bucket.
    pub kind: FilesKind,
    /// Address of the service.
    pub endpoint: Option<String>,
    /// Name of the bucket.
    pub bucket: Option<String>,
    /// Region, as the service calls it.
    pub region: Option<String>,
    /// Name of the access key.
    pub access_key: Option<String>,
    /// The access key.
    pub secret_key: Option<SecretString>,
    /// File that holds the access key instead.
    pub secret_key_file: Option<PathBuf>,
    /// Allows an endpoint without TLS.
    pub allow_http: bool,
}

/// Kind of the virus scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScannerKind {
    /// Nobody: uploaded files are opened and written anew, but not scanned for viruses.
    None,
    /// ClamAV's daemon.
    Clamav,
}

/// What looks through uploaded files.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scanner {
    /// Nobody or ClamAV; the other keys belong to ClamAV.
    pub kind: ScannerKind,
    /// Host and port of the daemon.
    pub address: Option<String>,
    /// Socket of a daemon on this machine, instead of the address.
    pub socket: Option<PathBuf>,
}

/// How documents become files.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Documents {
    /// Folder with the fonts that PDF files are set in. Without them documents are pages only.
    pub fonts: PathBuf,
}

/// Kind of the way out for mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailKind {
    /// Files below the data folder.
    Folder,
    /// A mail server.
    Smtp,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTls {
    /// Begins in the clear and must be upgraded.
    StartTls,
    /// From the first byte.
    Implicit,
    /// Not at all.
    Off,
}

/// How mail leaves the house.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Folder or server; the other keys but `from` belong to the server.
    pub kind: MailKind,
    /// Sender of every mail.
    pub from: String,
    /// Name of the server.
    pub host: Option<String>,
    /// Port of the server.
    pub port: u16,
    /// User name, where the server asks for one.
    pub username: Option<String>,
    /// Password, where the server asks for one.
    pub password: Option<SecretString>,
    /// File that holds the password instead.
    pub password_file: Option<PathBuf>,
    /// How the connection is protected.
    pub tls: MailTls,
}

/// Kind of the way out for text messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmsKind {
    /// None are sent.
    Off,
    /// Files below the data folder.
    Folder,
    /// A gateway that takes them by HTTP.
    Hook,
}

/// How text messages leave the house.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sms {
    /// Folder, hook or nothing; the other keys but `signature` belong to the hook.
    pub kind: SmsKind,
    /// The name in 【】 at the head of every text message.
    pub signature: String,
    /// Address of the gateway.
    pub url: Option<String>,
    /// What the portal shows to be let in.
    pub secret: Option<SecretString>,
    /// File that holds the secret instead.
    pub secret_file: Option<PathBuf>,
}

/// The government that runs the portal.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// Division code 行政区划代码, six digits.
    pub region: String,
    /// Address of the portal as citizens know it, without a slash at the end.
    pub base_url: String,
    /// Mail address of whoever looks after the site.
    pub site_mail: Option<String>,
}

/// What every page has to name (国办发〔2017〕47号).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The government that the site belongs to 主办单位.
    pub sponsor: Text,
    /// The office that runs it 承办单位.
    pub operator: Text,
    /// Site code 网站标识码.
    pub code: String,
    /// Number of the ICP record; empty where there is none.
    pub icp: String,
    /// Number of the police record; empty where there is none.
    pub police: String,
    /// Where the operator can be visited.
    pub address: Text,
    /// When.
    pub hours: Text,
    /// Whether the site is reached by IPv6.
    pub ipv6: bool,
}

/// Kind of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
}

/// What the log looks like.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// For people or for machines.
    pub format: LogFormat,
    /// A level or a filter.
    pub level: String,
}

/// Secrets of the program itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secrets {
    /// 32 random bytes in hexadecimal.
    pub master_key: Option<SecretString>,
    /// File that holds them instead.
    pub master_key_file: Option<PathBuf>,
}

impl Config {
    /// Whether cookies are marked `Secure`: always, but for a development server without TLS.
    #[must_use]
    pub fn cookies_are_secure(&self) -> bool {
        self.http.secure_cookies && (!self.development || self.is_reached_by_tls())
    }

    /// Whether citizens come by TLS.
    #[must_use]
    pub fn is_reached_by_tls(&self) -> bool {
        self.city.base_url.starts_with("https://")
    }
}
