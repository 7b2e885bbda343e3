//! Settings as operators get them wrong.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use secrecy::ExposeSecret as _;

use super::{Config, DEFAULTS, FilesKind, load};

const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// A machine with a settings file, an environment and a data folder of its own.
struct Machine {
    folder: tempfile::TempDir,
    environment: Vec<(String, String)>,
}

impl Machine {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data").display().to_string();
        Self {
            folder,
            environment: Vec::new(),
        }
        .with("TONGBAN__DATA_DIR", &data)
        .with("TONGBAN__SECRETS__MASTER_KEY", KEY)
    }

    fn with(mut self, key: &str, value: &str) -> Self {
        self.environment.retain(|(present, _)| present != key);
        self.environment.push((key.to_owned(), value.to_owned()));
        self
    }

    fn without(mut self, key: &str) -> Self {
        self.environment.retain(|(present, _)| present != key);
        self
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn loaded(&self, text: &str) -> Result<Config, String> {
        let file = self.file("tongban.toml", text);
        load(Some(&file), self.environment.clone()).map_err(|error| error.to_string())
    }

    fn refusal(&self, text: &str) -> String {
        self.loaded(text).unwrap_err()
    }
}

#[test]
fn the_defaults_work_once_there_is_a_key() {
    let config = Machine::new().loaded("").unwrap();
    assert_eq!(config.http.address.to_string(), "127.0.0.1:3000");
    assert_eq!(config.files.kind, FilesKind::Folder);
    assert!(
        config
            .to_portal()
            .database_url
            .ends_with("data/tongban.db?mode=rwc")
    );
    assert!(config.cookies_are_secure());
    assert!(DEFAULTS.ends_with('\n'));
}

#[test]
fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
    let machine = Machine::new().with("TONGBAN__HTTP__DRAIN_SECONDS", "7");
    let config = machine
        .loaded("[http]\ndrain_seconds = 5\nmax_connections = 9\n")
        .unwrap();
    assert_eq!(config.http.drain_seconds, 7);
    assert_eq!(config.http.max_connections, 9);
    assert_eq!(config.http.header_timeout_seconds, 15);
}

#[test]
fn the_platforms_database_url_counts_unless_ours_is_there() {
    let url = |machine: Machine| machine.loaded("").unwrap().to_portal().database_url;
    let machine = Machine::new().with("DATABASE_URL", "postgres://a@b/c");
    assert_eq!(url(machine), "postgres://a@b/c");
    let machine = Machine::new()
        .with("DATABASE_URL", "postgres://a@b/c")
        .with("TONGBAN__DATABASE__URL", "postgres://d@e/f");
    assert_eq!(url(machine), "postgres://d@e/f");
}

#[test]
fn what_does_not_fit_is_named() {
    let machine = Machine::new();
    for (text, named) in [
        ("[http]\nport = 80\n", "port"),
        ("[htpp]\n", "htpp"),
        ("[http]\naddress = \"here\"\n", "http.address"),
        (
            "[http]\nmax_connections = \"many\"\n",
            "http.max_connections",
        ),
        ("[http]\nmax_connections = 0\n", "http.max_connections"),
        (
            "[http]\nsign_ins_per_minute = 0\n",
            "http.sign_ins_per_minute",
        ),
        ("[http]\ndrain_seconds = 100000\n", "http.drain_seconds"),
        ("[http]\nsecure_cookies = false\n", "http.secure_cookies"),
        ("[http]\nbody_limit_bytes = 1\n", "http.body_limit_bytes"),
        ("[admin]\naddress = \"127.0.0.1:3000\"\n", "admin.address"),
        ("[city]\nregion = \"99010\"\n", "city.region"),
        (
            "[city]\nbase_url = \"https://example.gov.cn/\"\n",
            "city.base_url",
        ),
        (
            "[city]\nbase_url = \"http://example.gov.cn\"\n",
            "city.base_url",
        ),
        (
            "[city]\nbase_url = \"http://localhost.example\"\n",
            "city.base_url",
        ),
        ("[city]\nsite_mail = \"nobody\"\n", "city.site_mail"),
        ("[site]\ncode = \"99\"\n", "site.code"),
        ("[files]\nkind = \"tape\"\n", "files.kind"),
        ("[files]\nkind = \"s3\"\n", "files.bucket"),
        ("[mail]\nkind = \"smtp\"\n", "mail.host"),
        ("[mail]\nfrom = \"nobody\"\n", "mail.from"),
        ("[sms]\nkind = \"hook\"\n", "sms.url"),
        (
            "[sms]\nkind = \"hook\"\nurl = \"http://sms.example/\"\n",
            "sms.url",
        ),
        ("[sms]\nsignature = \"【通办】\"\n", "sms.signature"),
        ("[log]\nlevel = \"loud\"\n", "log.level"),
        ("[database]\nurl = \"mysql://a\"\n", "database.url"),
        (
            "[secrets]\nmaster_key_file = \"/etc/none\"\n",
            "secrets.master_key_file",
        ),
    ] {
        let refusal = machine.refusal(text);
        assert!(
            refusal.contains(named),
            "{text:?} was refused with {refusal}"
        );
    }
}

#[test]
fn the_pages_name_what_the_settings_name() {
    let text = "[site]\nsponsor = { zh = \"某市人民政府\" }\nicp = \"\"\n";
    let facts = Machine::new().loaded(text).unwrap().facts();
    assert_eq!(facts.sponsor.zh, "某市人民政府");
    assert_eq!(facts.icp, "");
    assert_eq!(facts.code, "9901000001", "what is not named stays");
    assert_eq!(facts.mail, None);
    let machine = Machine::new().with("TONGBAN__CITY__SITE_MAIL", "site@example.gov.cn");
    let facts = machine.loaded("").unwrap().facts();
    assert_eq!(facts.mail.as_deref(), Some("site@example.gov.cn"));
}

#[test]
fn an_unknown_variable_is_named() {
    let machine = Machine::new().with("TONGBAN__HTTP__PORT", "80");
    assert!(machine.refusal("").contains("port"));
}

#[test]
fn everything_wrong_is_told_at_once() {
    let refusal = Machine::new().refusal("[city]\nregion = \"1\"\n[mail]\nkind = \"smtp\"\n");
    assert!(
        refusal.contains("city.region") && refusal.contains("mail.host"),
        "{refusal}"
    );
}

#[test]
fn secrets_come_from_files_and_never_show() {
    let machine = Machine::new();
    let file = machine
        .file("password", "correct horse\n")
        .display()
        .to_string();
    let text = "[mail]\nkind = \"smtp\"\nhost = \"mail.internal\"\nusername = \"tongban\"\n";
    let config = machine
        .with("TONGBAN__MAIL__PASSWORD_FILE", &file)
        .loaded(text)
        .unwrap();
    assert_eq!(
        config.mail.password.as_ref().unwrap().expose_secret(),
        "correct horse"
    );
    let shown = format!("{config:?}");
    assert!(
        !shown.contains("correct horse") && !shown.contains(KEY),
        "{shown}"
    );
}

#[test]
fn one_secret_from_two_places_is_refused() {
    let machine = Machine::new();
    let file = machine.file("key", KEY).display().to_string();
    let refusal = machine
        .with("TONGBAN__SECRETS__MASTER_KEY_FILE", &file)
        .refusal("");
    assert!(refusal.contains("secrets.master_key_file"), "{refusal}");
}

#[test]
fn a_portal_without_a_key_does_not_start_and_says_how_to_make_one() {
    let machine = Machine::new().without("TONGBAN__SECRETS__MASTER_KEY");
    let refusal = machine.refusal("");
    assert!(
        refusal.contains("secrets.master_key_file") && refusal.contains("openssl rand"),
        "{refusal}"
    );
    assert!(
        !machine.folder.path().join("data").exists(),
        "nothing was made"
    );
}

#[test]
fn a_key_that_is_none_is_refused_without_being_shown() {
    let refusal = Machine::new()
        .with("TONGBAN__SECRETS__MASTER_KEY", "hunter2")
        .refusal("");
    assert!(
        refusal.contains("secrets.master_key") && !refusal.contains("hunter2"),
        "{refusal}"
    );
}

#[test]
fn development_makes_a_key_once_that_only_the_owner_can_read() {
    let machine = Machine::new()
        .without("TONGBAN__SECRETS__MASTER_KEY")
        .with("TONGBAN__DEVELOPMENT", "true");
    let key = || {
        machine
            .loaded("")
            .map(|config| config.to_portal().master_key.expose_secret().to_owned())
    };
    let first = key().unwrap();
    assert_eq!(first.len(), 64);
    assert_eq!(key().unwrap(), first);
    let file = machine.folder.path().join("data/keys/master.key");
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
    fs::write(
        machine.folder.path().join("data/tongban.db"),
        "sealed with the first key",
    )
    .unwrap();
    fs::remove_file(&file).unwrap();
    assert!(
        key().unwrap_err().contains("master.key"),
        "a second key could not open the first one's data"
    );
}

#[test]
fn development_without_tls_keeps_its_sessions() {
    let machine = Machine::new().with("TONGBAN__DEVELOPMENT", "true");
    assert!(!machine.loaded("").unwrap().cookies_are_secure());
    let behind_tls = machine
        .loaded("[city]\nbase_url = \"https://localhost\"\n")
        .unwrap();
    assert!(behind_tls.cookies_are_secure());
}

#[test]
fn only_development_lives_in_the_past() {
    let machine = Machine::new().with("TONGBAN__CLOCK_DAYS_BEHIND", "40");
    assert!(machine.refusal("").contains("clock_days_behind"));
    let machine = machine.with("TONGBAN__DEVELOPMENT", "true");
    assert_eq!(machine.loaded("").unwrap().clock_days_behind, 40);
}
