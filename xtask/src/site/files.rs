//! Names with hashes, Brotli twins, the manifest, and writing only what changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use sha2::{Digest, Sha256};

/// Hexadecimal digits of SHA-256 in a file name: 40 bits tell a handful of files apart for ever.
const NAME_HASH_DIGITS: usize = 10;

/// The strongest level of Brotli; paid once at build time.
const BROTLI_QUALITY: i32 = 11;

/// Kinds of file that are compressed already.
const COMPRESSED_EXTENSIONS: [&str; 6] = ["png", "jpg", "jpeg", "webp", "woff2", "ico"];

/// The files of the site before they are written.
#[derive(Default)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
    manifest: BTreeMap<String, String>,
}

impl Site {
    /// Adds a file under its own name.
    pub fn add(&mut self, name: String, content: Vec<u8>) {
        self.files.insert(name, content);
    }

    /// Adds a file under a name with a hash, so that it may be cached for ever, and returns that name.
    pub fn add_hashed(&mut self, name: &str, content: Vec<u8>) -> String {
        let hashed = hashed_name(name, &content);
        self.manifest.insert(name.to_owned(), hashed.clone());
        self.files.insert(hashed.clone(), content);
        hashed
    }

    /// Lists a file under a second plain name instead of its first.
    pub fn alias(&mut self, name: &str, of: &str) {
        if let Some(hashed) = self.manifest.remove(of) {
            self.manifest.insert(name.to_owned(), hashed);
        }
    }

    /// Writes the files, their Brotli twins and the manifest; removes what does not belong there.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(mut self, folder: &Path) -> Result<()> {
        let manifest = serde_json::to_vec_pretty(&self.manifest)?;
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut kept = BTreeSet::new();
        for (name, content) in std::mem::take(&mut self.files) {
            let path = folder.join(&name);
            let twin = twin_of(&path);
            let changed = write_if_changed(&path, &content)?;
            if is_compressible(&path) {
                if changed || !twin.exists() {
                    write_if_changed(&twin, &brotli(&content)?)?;
                }
                kept.insert(twin);
            }
            kept.insert(path);
        }
        let path = folder.join("manifest.json");
        write_if_changed(&path, &manifest)?;
        kept.insert(path);
        remove_others(folder, &kept)
    }
}

/// Where the Brotli twin of a file lies.
pub fn twin_of(path: &Path) -> PathBuf {
    let mut twin = path.as_os_str().to_owned();
    twin.push(".br");
    twin.into()
}

/// SHA-256 as lower-case hexadecimal digits.
pub fn sha256(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .fold(String::new(), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// `app.css` becomes `app.0123456789.css`.
fn hashed_name(name: &str, content: &[u8]) -> String {
    let hash = sha256(content);
    let short = &hash[..NAME_HASH_DIGITS];
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{short}.{extension}"),
        None => format!("{name}.{short}"),
    }
}

fn is_compressible(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    !extension.is_some_and(|extension| COMPRESSED_EXTENSIONS.contains(&extension))
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut &content[..], &mut packed, &parameters)?;
    Ok(packed)
}

/// Writes a file unless it already holds these bytes, and says whether it did.
pub fn write_if_changed(path: &Path, content: &[u8]) -> Result<bool> {
    match fs::read(path) {
        Ok(present) if present == content => return Ok(false),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
        }
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(true)
}

fn remove_others(folder: &Path, kept: &BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(&path, kept)?;
        } else if !kept.contains(&path) {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_and_keeps_its_extension() {
        let one = hashed_name("frontend_bg.wasm", b"one");
        let two = hashed_name("frontend_bg.wasm", b"two");
        assert_ne!(one, two);
        assert!(
            one.starts_with("frontend_bg.") && one.ends_with(".wasm"),
            "{one}"
        );
    }

    #[test]
    fn writing_leaves_exactly_the_files_of_this_site() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("app.old.css"), "old").unwrap();
        let mut site = Site::default();
        let css = site.add_hashed("app.css", b"a{b:c}".to_vec());
        site.add("icon.png".into(), b"png".to_vec());
        site.write(folder.path()).unwrap();
        let mut names: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let mut expected = vec![
            css.clone(),
            format!("{css}.br"),
            "icon.png".into(),
            "manifest.json".into(),
        ];
        expected.sort();
        assert_eq!(names, expected);
        let manifest = fs::read_to_string(folder.path().join("manifest.json")).unwrap();
        assert!(
            manifest.contains(&format!("\"app.css\": \"{css}\"")),
            "{manifest}"
        );
    }

    #[test]
    fn an_alias_replaces_the_first_name() {
        let mut site = Site::default();
        let hashed = site.add_hashed("frontend_bg.wasm", b"wasm".to_vec());
        site.alias("frontend.wasm", "frontend_bg.wasm");
        assert_eq!(site.manifest.get("frontend.wasm"), Some(&hashed));
        assert_eq!(site.manifest.len(), 1);
    }

    #[test]
    fn the_same_bytes_are_not_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/file");
        assert!(write_if_changed(&path, b"one").unwrap());
        assert!(!write_if_changed(&path, b"one").unwrap());
        assert!(write_if_changed(&path, b"two").unwrap());
    }
}
