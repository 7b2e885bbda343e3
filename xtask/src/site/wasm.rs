//! The browser's half: cargo, wasm-bindgen, wasm-opt.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use super::files::sha256;
use crate::project::{Profile, Project};
use crate::{shell, tools};

/// The target of everything that runs in a browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The cargo profile of the browser's half: small rather than fast.
pub const CARGO_PROFILE: &str = "wasm-release";

/// What wasm-opt does: smallest size, with the two proposals that rustc already uses.
const WASM_OPT_FLAGS: [&str; 3] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
];

/// What a browser loads to bring islands to life.
pub struct Bindings {
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
    /// The JavaScript module that loads it.
    pub glue: String,
    /// JavaScript that crates bring along, by the path under `snippets/` that the glue imports.
    pub snippets: BTreeMap<String, Vec<u8>>,
}

/// Compiles `frontend` and makes its bindings. Cargo knows whether anything the browser sees has
/// changed (a page that only the server renders has not), so it is always asked; the slow rest runs
/// only when its answer differs from the last one.
///
/// # Errors
/// When the target cannot be installed, the code does not compile, or bindings cannot be made.
pub fn build(project: &Project, profile: Profile) -> Result<Bindings> {
    tools::ensure_wasm_target()?;
    let module = compile(project, profile)?;
    let wasm_opt = tools::wasm_opt(project);
    let folder = project.path(target_dir(profile)).join("bindings");
    let stamp_file = folder.join("stamp");
    let stamp = format!(
        "{} {} {}",
        sha256(&fs::read(&module).with_context(|| format!("cannot read {}", module.display()))?),
        wasm_opt.is_some(),
        WASM_OPT_FLAGS.join(" ")
    );
    if fs::read_to_string(&stamp_file).ok().as_deref() != Some(stamp.as_str()) {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        bind(&module, &folder)?;
        if let Some(program) = wasm_opt {
            optimise(project, &program, &folder.join("frontend_bg.wasm"))?;
        }
        fs::write(&stamp_file, stamp)?;
    }
    read(&folder)
}

/// Both halves of a page must agree about erased component types, so each profile of the server has
/// its own folder here; one folder would be rebuilt each time they alternate.
pub fn target_dir(profile: Profile) -> &'static str {
    match profile {
        Profile::Debug => "target/front",
        Profile::Release => "target/front-release",
    }
}

fn compile(project: &Project, profile: Profile) -> Result<PathBuf> {
    let mut cargo = project.cargo("build");
    cargo
        .args(["--package", "frontend", "--target", TARGET])
        .args(["--profile", CARGO_PROFILE])
        .args(["--target-dir", target_dir(profile)]);
    if profile == Profile::Release {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", "");
    }
    shell::run(&mut cargo)?;
    Ok(project
        .path(target_dir(profile))
        .join(TARGET)
        .join(CARGO_PROFILE)
        .join("frontend.wasm"))
}

fn bind(module: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("frontend")
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| anyhow!("wasm-bindgen: {error:#}"))
}

fn optimise(project: &Project, program: &Path, module: &Path) -> Result<()> {
    shell::run(
        project
            .command(program)
            .args(WASM_OPT_FLAGS)
            .arg(module)
            .arg("-o")
            .arg(module),
    )
}

fn read(folder: &Path) -> Result<Bindings> {
    let mut snippets = BTreeMap::new();
    collect(&folder.join("snippets"), "", &mut snippets)?;
    Ok(Bindings {
        wasm: fs::read(folder.join("frontend_bg.wasm"))?,
        glue: fs::read_to_string(folder.join("frontend.js"))?,
        snippets,
    })
}

/// Reads a folder and its folders into a map from relative paths with `/`.
fn collect(folder: &Path, prefix: &str, into: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), into)?;
        } else {
            into.insert(format!("{prefix}{name}"), fs::read(&path)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snippets_keep_the_path_that_the_glue_imports() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("leptos-1/src")).unwrap();
        fs::write(folder.path().join("leptos-1/src/a.js"), "a").unwrap();
        let mut found = BTreeMap::new();
        collect(folder.path(), "", &mut found).unwrap();
        assert_eq!(found.keys().collect::<Vec<_>>(), ["leptos-1/src/a.js"]);
    }

    #[test]
    fn a_release_never_shares_a_folder_with_a_debug_build() {
        assert_ne!(target_dir(Profile::Debug), target_dir(Profile::Release));
    }
}
