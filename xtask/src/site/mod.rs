//! `target/site`: every file that a browser loads, under names that carry a hash of the content, each
//! with a Brotli twin, and `manifest.json` that leads from plain names to the hashed ones.

pub mod css;
pub mod files;
pub mod wasm;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use files::Site;

use crate::project::{Profile, Project};

/// Builds WebAssembly and CSS and writes the folder. What has not changed is left alone, so that a
/// second call takes a second and does not make the server rebuild.
///
/// # Errors
/// When the browser's half does not compile, a style sheet has no place in the order, or a file
/// cannot be written.
pub fn build(project: &Project, profile: Profile) -> Result<()> {
    let bindings = wasm::build(project, profile)?;
    let mut site = Site::default();
    site.add_hashed("app.css", css::bundle(&project.path("style"))?.into_bytes());
    let wasm = site.add_hashed("frontend_bg.wasm", bindings.wasm);
    // The glue finds the module beside itself when nobody tells it where; let that name be the true one.
    let glue = bindings.glue.replace("frontend_bg.wasm", &wasm);
    site.add_hashed("frontend.js", glue.into_bytes());
    for (name, content) in bindings.snippets {
        site.add(format!("snippets/{name}"), content);
    }
    add_assets(&mut site, &project.path("style/assets"))?;
    site.alias("frontend.wasm", "frontend_bg.wasm");
    site.write(&project.site())
}

/// Adds the files of `style/assets` under their own names; addresses such as `/favicon.svg` are fixed.
fn add_assets(site: &mut Site, folder: &Path) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?
    {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if path.is_file() {
            let content =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            site.add(name.to_owned(), content);
        }
    }
    Ok(())
}
