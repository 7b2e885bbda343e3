//! `tongban doctor`

use std::process::ExitCode;

use documents::Press;

use crate::config::{Config, ScannerKind};
use crate::http::assets;
use crate::say::say;

/// Says what is missing for the portal to run well; the exit code is 1 when something is.
pub async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let mut all_well = true;
    let mut check = |ok: bool, name: &str, detail: &str| {
        all_well &= ok;
        say(format_args!(
            "{} {name}: {detail}",
            if ok { "ok     " } else { "MISSING" }
        ));
    };
    let files = if assets::are_built() {
        "style sheet and islands are there"
    } else {
        "run `cargo xtask build`"
    };
    check(assets::are_built(), "files of the pages", files);
    let (fine, tls) = match (config.is_reached_by_tls(), config.development) {
        (true, _) => (true, "citizens come by TLS"),
        (false, true) => (true, "none, which is fine for development"),
        (false, false) => (
            false,
            "city.base_url has no https://, so passwords travel in the clear",
        ),
    };
    check(fine, "encryption on the way", tls);
    let scanner = match config.scanner.kind {
        ScannerKind::None => "nobody looks for viruses in uploaded files",
        ScannerKind::Clamav => "uploaded files wait until ClamAV has found them clean",
    };
    check(true, "scanner", scanner);
    let fonts = match Press::check(&config.documents.fonts) {
        Ok(()) => (true, "documents can be downloaded as PDF".to_owned()),
        Err(error) => (
            false,
            format!("documents are pages only: {error} (documents.fonts; Debian: fonts-noto-cjk)"),
        ),
    };
    check(fonts.0, "fonts of documents", &fonts.1);
    match super::open(config).await {
        Ok(portal) => {
            for found in portal.operations().doctor().await {
                check(found.ok, found.name, &found.detail);
            }
            portal.close().await;
        }
        Err(error) => check(false, "database", &format!("{error:#}")),
    }
    Ok(if all_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
