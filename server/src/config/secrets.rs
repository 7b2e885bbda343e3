//! Secrets that stand in files of their own, and the master key of a fresh development machine.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use secrecy::SecretString;

use super::{Config, Refused};

/// Where development keeps the key it made, below the data folder.
const DEVELOPMENT_KEY: &str = "keys/master.key";

/// Largest file that is taken for a secret, in bytes.
const SECRET_FILE_BYTES: u64 = 4096;

/// Reads the secrets that stand in files into their keys, and finds the master key.
pub(super) fn read(config: &mut Config) -> Result<(), Refused> {
    fill(
        &mut config.database.url,
        config.database.url_file.as_deref(),
        "database.url_file",
    )?;
    fill(
        &mut config.files.secret_key,
        config.files.secret_key_file.as_deref(),
        "files.secret_key_file",
    )?;
    fill(
        &mut config.mail.password,
        config.mail.password_file.as_deref(),
        "mail.password_file",
    )?;
    fill(
        &mut config.sms.secret,
        config.sms.secret_file.as_deref(),
        "sms.secret_file",
    )?;
    fill(
        &mut config.secrets.master_key,
        config.secrets.master_key_file.as_deref(),
        "secrets.master_key_file",
    )?;
    if config.secrets.master_key.is_none() {
        config.secrets.master_key = Some(own_master_key(config)?);
    }
    Ok(())
}

/// Takes the secret from its file. Both ways at once are refused: nobody could say which one counts.
fn fill(
    value: &mut Option<SecretString>,
    file: Option<&Path>,
    key: &'static str,
) -> Result<(), Refused> {
    let Some(path) = file else { return Ok(()) };
    if value.is_some() {
        return Err(Refused::one(
            key,
            "the same secret is also given without a file; keep one of the two",
        ));
    }
    *value = Some(secret_of(path, key)?);
    Ok(())
}

fn secret_of(path: &Path, key: &'static str) -> Result<SecretString, Refused> {
    let refuse = |reason: String| Refused::one(key, format!("{}: {reason}", path.display()));
    let size = fs::metadata(path)
        .map_err(|error| refuse(error.to_string()))?
        .len();
    if size > SECRET_FILE_BYTES {
        return Err(refuse(format!(
            "is larger than {SECRET_FILE_BYTES} bytes, so it is no secret"
        )));
    }
    let text = fs::read_to_string(path).map_err(|error| refuse(error.to_string()))?;
    let text = text.trim_end();
    if text.is_empty() {
        return Err(refuse("is empty".to_owned()));
    }
    Ok(SecretString::from(text))
}

/// The key that development made at an earlier start, or a new one where there is nothing yet that
/// an older key could have sealed.
fn own_master_key(config: &Config) -> Result<SecretString, Refused> {
    const KEY: &str = "secrets.master_key_file";
    if !config.development {
        return Err(Refused::one(
            KEY,
            "is not set. Make a key once with `openssl rand -hex 32 > /etc/tongban/master.key`, let only \
             the portal's user read it, keep a copy in a safe place, and name the file here or in \
             TONGBAN__SECRETS__MASTER_KEY_FILE",
        ));
    }
    let path = config.data_dir.join(DEVELOPMENT_KEY);
    if path.exists() {
        return secret_of(&path, KEY);
    }
    if config.data_dir.join(super::to_portal::SQLITE_FILE).exists() {
        return Err(Refused::one(
            KEY,
            format!(
                "{} is gone, but the database beside it was sealed with it. Bring the key back, or \
                 remove {} to begin anew",
                path.display(),
                config.data_dir.display()
            ),
        ));
    }
    make_key(&path).map_err(|error| Refused::one(KEY, format!("{}: {error}", path.display())))
}

/// Makes a key that only the owner of the process may read.
fn make_key(path: &Path) -> std::io::Result<SecretString> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    let key: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    writeln!(file, "{key}")?;
    file.sync_all()?;
    Ok(SecretString::from(key))
}
