//! What one build and one installation of the portal share on every page.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use domain::Locale;
use portal::texts;
use sha2::{Digest, Sha256};

use super::Facts;

/// Starts the islands of a page. The text is the same on every page of a build, so that its hash can
/// stand in the Content-Security-Policy and pages without personal data stay cacheable.
const LOADER: &str = include_str!("../loader.js");

/// Keeps public pages readable and typed forms whole where the connection fails.
const SERVICE_WORKER: &str = include_str!("../service_worker.js");

/// What the service worker says to readers: names in its source, and ends of keys after `offline-`.
const OFFLINE_WORDS: [&str; 6] = ["title", "page", "form", "files", "again", "older"];

/// Addresses of the files that a browser loads, each with its content's hash in the name.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The JavaScript module that goes with the WebAssembly.
    pub js: String,
    /// The WebAssembly of the islands.
    pub wasm: String,
}

/// What is the same on every page until the server is started anew.
#[derive(Clone, Debug)]
pub struct Site {
    /// Address of the style sheet.
    pub css: String,
    /// Text of the inline script, exactly as it stands between its tags.
    pub loader: String,
    /// The loader's source expression for `script-src`, without quotes: `sha256-…`.
    pub loader_hash: String,
    /// Text of the service worker.
    pub service_worker: String,
    /// Whether the pages under `/dev` exist.
    pub development: bool,
    /// What every page names of the government that runs the portal.
    pub facts: Facts,
}

impl Site {
    /// Fills the addresses into the loader and computes its hash. The addresses come from the build's
    /// manifest and are trusted to hold neither quotes nor `<`.
    #[must_use]
    pub fn new(assets: &Assets, development: bool, facts: Facts) -> Self {
        let loader = LOADER
            .lines()
            .map(str::trim)
            .filter(|line| !line.starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n")
            .replace("JS_ADDRESS", &assets.js)
            .replace("WASM_ADDRESS", &assets.wasm);
        let loader_hash = format!("sha256-{}", STANDARD.encode(Sha256::digest(&loader)));
        Self {
            css: assets.css.clone(),
            loader,
            loader_hash,
            service_worker: service_worker(assets),
            development,
            facts,
        }
    }
}

/// The service worker with this build's files and the portal's words. Texts in it are quoted as JSON.
fn service_worker(assets: &Assets) -> String {
    let all = format!("{}{}{}", assets.css, assets.js, assets.wasm);
    let version = URL_SAFE_NO_PAD.encode(&Sha256::digest(&all)[..9]);
    SERVICE_WORKER
        .replace("CACHE_VERSION", &version)
        .replace("OFFLINE_WORDS", &offline_words())
        .replace("FIRST_FILES", &format!("[\"{}\"]", assets.css))
        .replace("CSS_ADDRESS", &assets.css)
}

/// `{"zh-Hans": {"title": "…", …}, …}`; a JavaScript object as well.
fn offline_words() -> String {
    let words: serde_json::Map<_, _> = Locale::ALL
        .into_iter()
        .map(|locale| {
            let words: serde_json::Map<_, _> = OFFLINE_WORDS
                .into_iter()
                .map(|word| {
                    let text = texts::text(locale, &format!("offline-{word}"));
                    (word.to_owned(), text.into())
                })
                .collect();
            (locale.tag().to_owned(), words.into())
        })
        .collect();
    serde_json::Value::Object(words).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_names_the_hashed_files_and_is_hashed_itself() {
        let assets = Assets {
            css: "/assets/app.1.css".into(),
            js: "/assets/frontend.2.js".into(),
            wasm: "/assets/frontend_bg.3.wasm".into(),
        };
        let site = Site::new(&assets, false, Facts::default());
        assert!(
            site.loader
                .contains("script.src = \"/assets/frontend.2.js\""),
            "{}",
            site.loader
        );
        assert!(
            site.loader.contains("\"/assets/frontend_bg.3.wasm\""),
            "{}",
            site.loader
        );
        assert!(
            !site.loader.contains("//"),
            "comments stay at home: {}",
            site.loader
        );
        assert!(!site.loader.contains("</"), "it must not end its own tag");
        let other = Site::new(
            &Assets {
                css: "/assets/app.9.css".into(),
                ..assets
            },
            false,
            Facts::default(),
        );
        assert_eq!(
            site.loader_hash, other.loader_hash,
            "styles do not touch the script"
        );
        assert_eq!(site.loader_hash.len(), "sha256-".len() + 44);
        assert_ne!(
            site.service_worker, other.service_worker,
            "a new sheet is kept anew"
        );
    }

    #[test]
    fn the_service_worker_is_filled_in() {
        let worker = service_worker(&Assets {
            css: "/assets/app.1.css".into(),
            js: "/assets/frontend.2.js".into(),
            wasm: "/assets/frontend_bg.3.wasm".into(),
        });
        for left in [
            "CACHE_VERSION",
            "OFFLINE_WORDS",
            "FIRST_FILES",
            "CSS_ADDRESS",
        ] {
            assert!(!worker.contains(left), "{left}");
        }
        assert!(worker.contains("\"/assets/app.1.css\""), "{worker}");
        for locale in Locale::ALL {
            assert!(
                worker.contains(texts::text(locale, "offline-again")),
                "{worker}"
            );
        }
    }
}
