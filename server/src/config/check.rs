//! Settings that have the right shape and still cannot work.

use std::fmt;

use secrecy::ExposeSecret as _;

use super::{Config, FilesKind, MailKind, ScannerKind, SmsKind};

/// Length of the name at the head of text messages. Operators register 2 to 8 characters, and the texts
/// leave no more room.
const SIGNATURE_CHARS: std::ops::RangeInclusive<usize> = 2..=8;

/// The keys that were refused, each with the reason in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub Vec<(&'static str, String)>);

impl Refused {
    /// One refused key.
    pub(super) fn one(key: &'static str, reason: impl Into<String>) -> Self {
        Self(vec![(key, reason.into())])
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "these settings cannot work:")?;
        for (key, reason) in &self.0 {
            write!(to, "\n  {key}: {reason}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refused {}

/// Collects what is wrong, so that the operator sees all of it at once.
#[derive(Default)]
struct Findings(Vec<(&'static str, String)>);

impl Findings {
    fn unless(&mut self, fine: bool, key: &'static str, reason: impl Into<String>) {
        if !fine {
            self.0.push((key, reason.into()));
        }
    }
}

/// Refuses what cannot work. Secrets must have been read before.
pub(super) fn check(config: &Config) -> Result<(), Refused> {
    let mut found = Findings::default();
    found.unless(
        config.clock_days_behind == 0 || config.development,
        "clock_days_behind",
        "may be more than 0 in development only",
    );
    check_http(config, &mut found);
    check_city(config, &mut found);
    check_files(config, &mut found);
    check_scanner(config, &mut found);
    check_mail(config, &mut found);
    check_sms(config, &mut found);
    check_secrets(config, &mut found);
    found.unless(
        crate::telemetry::understands(&config.log.level),
        "log.level",
        "must be error, warn, info, debug, trace, or pairs such as info,sqlx=debug",
    );
    if found.0.is_empty() {
        Ok(())
    } else {
        Err(Refused(found.0))
    }
}

fn check_http(config: &Config, found: &mut Findings) {
    let http = &config.http;
    found.unless(
        http.max_connections > 0,
        "http.max_connections",
        "must be at least 1",
    );
    for (seconds, key) in [
        (http.header_timeout_seconds, "http.header_timeout_seconds"),
        (http.request_timeout_seconds, "http.request_timeout_seconds"),
        (http.upload_timeout_seconds, "http.upload_timeout_seconds"),
        (http.drain_seconds, "http.drain_seconds"),
    ] {
        found.unless(
            (1..=3600).contains(&seconds),
            key,
            "must be between 1 and 3600",
        );
    }
    found.unless(
        (4096..=16 * 1024 * 1024).contains(&http.body_limit_bytes),
        "http.body_limit_bytes",
        "must be between 4096 and 16777216",
    );
    found.unless(
        config.admin.address.port() == 0 || config.admin.address != http.address,
        "admin.address",
        "is the address of the portal itself; the operator's pages need their own",
    );
    found.unless(
        http.secure_cookies || config.development,
        "http.secure_cookies",
        "may be false in development only",
    );
    found.unless(
        !http.secure_cookies || comes_safely(&config.city.base_url),
        "city.base_url",
        "must begin with https:// as long as http.secure_cookies is true: browsers keep no session \
         otherwise (this machine itself, 127.0.0.1 or localhost, is the exception)",
    );
}

/// Whether a browser keeps cookies marked `Secure` for this address.
fn comes_safely(base_url: &str) -> bool {
    base_url.starts_with("https://")
        || ["http://127.0.0.1", "http://localhost", "http://[::1]"]
            .iter()
            .any(|machine| {
                base_url
                    .strip_prefix(machine)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
            })
}

fn check_city(config: &Config, found: &mut Findings) {
    let region = &config.city.region;
    found.unless(
        region.len() == 6 && region.bytes().all(|byte| byte.is_ascii_digit()),
        "city.region",
        "must be a division code of six digits",
    );
    let origin = config.city.base_url.parse::<http::Uri>();
    let plain = origin.is_ok_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri
                .authority()
                .is_some_and(|authority| !authority.as_str().contains('@'))
            && matches!(uri.path(), "" | "/")
            && uri.query().is_none()
    });
    found.unless(
        plain && !config.city.base_url.ends_with('/'),
        "city.base_url",
        "must look like https://www.example.gov.cn: scheme and host, no path, no slash at the end",
    );
    let mail = config.city.site_mail.as_deref();
    found.unless(
        mail.is_none_or(|mail| domain::identity::Email::parse(mail).is_ok()),
        "city.site_mail",
        "must be a mail address",
    );
    let code = &config.site.code;
    found.unless(
        code.len() == 10 && code.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        "site.code",
        "must be a site code of ten digits or letters",
    );
}

fn check_files(config: &Config, found: &mut Findings) {
    let files = &config.files;
    if files.kind == FilesKind::Folder {
        return;
    }
    for (value, key) in [
        (&files.endpoint, "files.endpoint"),
        (&files.bucket, "files.bucket"),
        (&files.region, "files.region"),
        (&files.access_key, "files.access_key"),
    ] {
        found.unless(
            is_set(value.as_deref()),
            key,
            "is needed when files.kind is \"s3\"",
        );
    }
    found.unless(
        files.secret_key.is_some(),
        "files.secret_key_file",
        "is needed when files.kind is \"s3\"",
    );
    let in_the_clear = files
        .endpoint
        .as_deref()
        .is_some_and(|url| !url.starts_with("https://"));
    found.unless(
        !in_the_clear || files.allow_http,
        "files.endpoint",
        "has no TLS; files.allow_http must say that this is meant",
    );
}

fn check_scanner(config: &Config, found: &mut Findings) {
    let scanner = &config.scanner;
    let address = scanner.address.as_deref();
    let named = match (address, &scanner.socket) {
        (Some(address), None) => address.rsplit_once(':').is_some_and(|(host, port)| {
            !host.is_empty() && port.parse::<u16>().is_ok_and(|port| port > 0)
        }),
        (None, Some(socket)) => socket.is_absolute(),
        _ => false,
    };
    found.unless(
        scanner.kind == ScannerKind::None || named,
        "scanner.address",
        "must be host:port, or scanner.socket an absolute path, but not both, when scanner.kind is \"clamav\"",
    );
}

fn check_mail(config: &Config, found: &mut Findings) {
    let mail = &config.mail;
    found.unless(
        mail.from.contains('@'),
        "mail.from",
        "must hold a mail address",
    );
    if mail.kind == MailKind::Smtp {
        found.unless(
            is_set(mail.host.as_deref()),
            "mail.host",
            "is needed when mail.kind is \"smtp\"",
        );
        found.unless(mail.port > 0, "mail.port", "must not be 0");
        found.unless(
            mail.password.is_none() || is_set(mail.username.as_deref()),
            "mail.username",
            "is needed where there is a password",
        );
    }
}

fn check_sms(config: &Config, found: &mut Findings) {
    let sms = &config.sms;
    let signature = sms.signature.as_str();
    found.unless(
        SIGNATURE_CHARS.contains(&signature.chars().count())
            && !signature.contains(|c: char| {
                c.is_whitespace() || c.is_control() || matches!(c, '\u{3010}' | '\u{3011}')
            }),
        "sms.signature",
        "must be the registered name without brackets, 2 to 8 characters, no spaces",
    );
    if sms.kind == SmsKind::Hook {
        let url = sms.url.as_deref().unwrap_or_default();
        found.unless(
            goes_safely(url),
            "sms.url",
            "is needed when sms.kind is \"hook\", and must begin with https:// (on this machine itself \
             http:// will do): it carries telephone numbers",
        );
    }
}

/// Whether nobody on the way can read what is posted to this address.
fn goes_safely(url: &str) -> bool {
    url.parse::<http::Uri>().is_ok_and(|uri| {
        let here = ["127.0.0.1", "localhost", "[::1]"].contains(&uri.host().unwrap_or_default());
        match uri.scheme_str() {
            Some("https") => uri.host().is_some(),
            Some("http") => here,
            _ => false,
        }
    })
}

fn check_secrets(config: &Config, found: &mut Findings) {
    let fits = config.secrets.master_key.as_ref().is_some_and(|key| {
        let key = key.expose_secret();
        key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    found.unless(
        fits,
        "secrets.master_key",
        "must be 32 bytes in hexadecimal, 64 characters",
    );
    if let Some(url) = &config.database.url {
        let url = url.expose_secret();
        let known = ["sqlite:", "postgres://", "postgresql://"]
            .iter()
            .any(|start| url.starts_with(start));
        found.unless(
            known,
            "database.url",
            "must begin with sqlite:, postgres:// or postgresql://",
        );
    }
}

fn is_set(value: Option<&str>) -> bool {
    value.is_some_and(|value| !value.trim().is_empty())
}
