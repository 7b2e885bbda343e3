//! The parts of the settings that portal and pages need, in their own words.

use app::Facts;
use portal::settings::{
    FilesSettings, MailSettings, ScannerSettings, Settings, SmsSettings, SmtpTls,
};
use secrecy::{ExposeSecret as _, SecretString};

use super::{
    Config, Files, FilesKind, Mail, MailKind, MailTls, Scanner, ScannerKind, Site, Sms, SmsKind,
};

/// Name of the default database, in the data folder.
pub(super) const SQLITE_FILE: &str = "tongban.db";

impl Config {
    /// Settings of the portal of this node. Call it on settings that were loaded, hence checked: what
    /// a kind of store needs and does not have becomes an empty text here.
    #[must_use]
    pub fn to_portal(&self) -> Settings {
        Settings {
            region: self.city.region.clone(),
            base_url: self.city.base_url.clone(),
            data_dir: self.data_dir.clone(),
            database_url: self.database_url(),
            files: files(&self.files),
            scanner: scanner(&self.scanner),
            mail: self.mail_settings(),
            mail_from: self.mail.from.clone(),
            sms: self.sms_settings(),
            sms_signature: self.sms.signature.clone(),
            site_mail: self.city.site_mail.clone(),
            master_key: self.secrets.master_key.clone().unwrap_or_default(),
            development: self.development,
        }
    }

    /// What every page names, in the words of the pages.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let Site {
            sponsor,
            operator,
            code,
            icp,
            police,
            address,
            hours,
            ipv6,
        } = self.site.clone();
        Facts {
            base_url: self.city.base_url.clone(),
            sponsor,
            operator,
            code,
            icp,
            police,
            address,
            hours,
            mail: self.city.site_mail.clone(),
            ipv6,
        }
    }

    fn database_url(&self) -> String {
        match &self.database.url {
            Some(url) => url.expose_secret().to_owned(),
            None => format!(
                "sqlite://{}?mode=rwc",
                self.data_dir.join(SQLITE_FILE).display()
            ),
        }
    }

    fn sms_settings(&self) -> SmsSettings {
        let Sms {
            kind,
            signature: _,
            url,
            secret,
            secret_file: _,
        } = &self.sms;
        match kind {
            SmsKind::Off => SmsSettings::Off,
            SmsKind::Folder => SmsSettings::Folder {
                dir: self.data_dir.join("messages"),
            },
            SmsKind::Hook => SmsSettings::Hook {
                url: url.clone().unwrap_or_default(),
                secret: secret.clone(),
            },
        }
    }

    fn mail_settings(&self) -> MailSettings {
        let Mail {
            kind,
            from: _,
            host,
            port,
            username,
            password,
            password_file: _,
            tls,
        } = &self.mail;
        match kind {
            MailKind::Folder => MailSettings::Folder {
                dir: self.data_dir.join("mails"),
            },
            MailKind::Smtp => MailSettings::Smtp {
                host: host.clone().unwrap_or_default(),
                port: *port,
                username: username.clone(),
                password: password.clone(),
                tls: match tls {
                    MailTls::StartTls => SmtpTls::StartTls,
                    MailTls::Implicit => SmtpTls::Implicit,
                    MailTls::Off => SmtpTls::Off,
                },
            },
        }
    }
}

fn scanner(settings: &Scanner) -> ScannerSettings {
    let Scanner {
        kind,
        address,
        socket,
    } = settings;
    match (kind, socket) {
        (ScannerKind::None, _) => ScannerSettings::Nobody,
        (ScannerKind::Clamav, Some(path)) => ScannerSettings::ClamAvSocket { path: path.clone() },
        (ScannerKind::Clamav, None) => ScannerSettings::ClamAvTcp {
            address: address.clone().unwrap_or_default(),
        },
    }
}

fn files(settings: &Files) -> FilesSettings {
    let Files {
        kind,
        endpoint,
        bucket,
        region,
        access_key,
        secret_key,
        secret_key_file: _,
        allow_http,
    } = settings;
    match kind {
        FilesKind::Folder => FilesSettings::Folder,
        FilesKind::S3 => FilesSettings::S3 {
            endpoint: endpoint.clone().unwrap_or_default(),
            bucket: bucket.clone().unwrap_or_default(),
            region: region.clone().unwrap_or_default(),
            access_key: access_key.clone().unwrap_or_default(),
            secret_key: secret_key.clone().unwrap_or_else(|| SecretString::from("")),
            allow_http: *allow_http,
        },
    }
}
