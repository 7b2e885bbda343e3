//! The parts beside the database: files, mail, text messages, the master key.

use std::collections::HashSet;

use secrecy::ExposeSecret;

use super::{Finding, failed};
use crate::settings::{FilesSettings, MailSettings, SmsSettings};
use crate::{Portal, ids};

/// Fewest different bytes in a key, and fewest different steps from byte to byte. 32 random bytes
/// have about 30 of each; fewer than 16 never happen by chance.
const MIN_DIFFERENT: usize = 16;

pub(super) async fn files(portal: &Portal) -> Finding {
    let key = format!("doctor/{}", ids::new(portal.now()));
    let content = b"written by the doctor";
    let files = portal.files();
    files.put(&key, content).await.map_err(failed)?;
    let read = files.get(&key).await.map_err(failed)?;
    files.delete(&key).await.map_err(failed)?;
    if read.as_deref() != Some(content.as_slice()) {
        return Err("a file came back other than it was stored".to_owned());
    }
    Ok(match &portal.settings().files {
        FilesSettings::Folder => "the folder takes and gives files".to_owned(),
        FilesSettings::S3 { bucket, .. } => format!("the bucket {bucket} takes and gives files"),
    })
}

pub(super) fn mail(portal: &Portal) -> Finding {
    let settings = portal.settings();
    match &settings.mail {
        MailSettings::Folder { dir } if settings.development => {
            Ok(format!("mails stay in {}, for development", dir.display()))
        }
        MailSettings::Folder { dir } => Err(format!(
            "mails stay in {} and reach nobody: name a mail server",
            dir.display()
        )),
        MailSettings::Smtp { host, port, .. } => Ok(format!("mails go to {host}:{port}")),
    }
}

pub(super) fn sms(portal: &Portal) -> Finding {
    let settings = portal.settings();
    match &settings.sms {
        SmsSettings::Off => Ok("none are sent".to_owned()),
        SmsSettings::Folder { dir } if settings.development => {
            Ok(format!("they stay in {}, for development", dir.display()))
        }
        SmsSettings::Folder { dir } => Err(format!(
            "they stay in {} and reach nobody: name a hook in sms.url, or say sms.kind = \"off\"",
            dir.display()
        )),
        SmsSettings::Hook { secret: None, .. } => Err(
            "they go to the hook without a secret, so it cannot know who sends: set sms.secret_file"
                .to_owned(),
        ),
        SmsSettings::Hook { .. } => Ok("they go to the hook".to_owned()),
    }
}

pub(super) fn master_key(portal: &Portal) -> Finding {
    let key = portal.settings().master_key.expose_secret().trim();
    if looks_random(key) {
        Ok("it looks random".to_owned())
    } else {
        Err(
            "it does not look random: make one of 32 random bytes before any data is sealed"
                .to_owned(),
        )
    }
}

/// Whether hexadecimal digits look like random bytes: neither repetition nor counting.
fn looks_random(hexadecimal: &str) -> bool {
    let bytes: Vec<u8> = hexadecimal
        .as_bytes()
        .chunks_exact(2)
        .filter_map(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok())
        .collect();
    let different: HashSet<u8> = bytes.iter().copied().collect();
    let steps: HashSet<u8> = bytes
        .windows(2)
        .map(|pair| pair[1].wrapping_sub(pair[0]))
        .collect();
    different.len() >= MIN_DIFFERENT && steps.len() >= MIN_DIFFERENT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_keys_do_not_look_random() {
        assert!(!looks_random(&"00".repeat(32)));
        assert!(!looks_random(&"0123456789abcdef".repeat(4)));
        let counted: String = (0..32).map(|byte| format!("{byte:02x}")).collect();
        assert!(!looks_random(&counted));
        assert!(!looks_random("not hexadecimal"));
    }

    #[test]
    fn random_keys_do() {
        for _ in 0..100 {
            let mut key = [0_u8; 32];
            getrandom::fill(&mut key).unwrap();
            let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(looks_random(&key), "{key}");
        }
    }
}
