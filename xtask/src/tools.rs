//! What a fresh machine lacks: found, installed where that can be done, else named in one sentence.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{Profile, Project};
use crate::shell::{capture, find, run};
use crate::site::files::sha256;
use crate::site::wasm::TARGET;

/// Makes sure that rustc can build for browsers.
///
/// # Errors
/// When the target is missing and rustup cannot add it.
pub fn ensure_wasm_target() -> Result<()> {
    let library =
        capture(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    if PathBuf::from(library.trim()).exists() {
        return Ok(());
    }
    println!("The target {TARGET} is missing; rustup adds it.");
    run(Command::new("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!(
            "building for browsers needs the Rust target {TARGET} (`rustup target add {TARGET}`)"
        )
    })
}

/// Makes sure that the npm packages of `end2end/` are there, exactly as the lock file names them.
///
/// # Errors
/// When npm is missing or cannot reach its registry.
pub fn ensure_npm_packages(project: &Project) -> Result<()> {
    ensure_npm_packages_in(project, "end2end")
}

/// As [`ensure_npm_packages`], for any folder of the workspace with a lock file.
///
/// # Errors
/// When npm is missing or cannot reach its registry.
pub fn ensure_npm_packages_in(project: &Project, name: &str) -> Result<()> {
    let folder = project.path(name);
    let stamp_file = folder.join("node_modules/.installed-lock");
    let stamp = sha256(&fs::read(folder.join("package-lock.json"))?);
    if fs::read_to_string(&stamp_file).ok().as_deref() == Some(stamp.as_str()) {
        return Ok(());
    }
    if find("npm").is_none() {
        bail!("npm is missing: install Node.js 20 or later");
    }
    println!("The npm packages of {name}/ are missing or old; npm installs them.");
    run(project.command("npm").current_dir(&folder).args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        "--fetch-retries=1",
    ]))
    .with_context(|| format!("cannot install the npm packages of {name}/"))?;
    fs::write(stamp_file, stamp)?;
    Ok(())
}

/// The program `wasm-opt`, or nothing (with a sentence that says so): without it the module is
/// larger and works just as well.
pub fn wasm_opt(project: &Project) -> Option<PathBuf> {
    if let Err(error) = ensure_npm_packages(project) {
        println!("Going on without wasm-opt, the WebAssembly stays larger: {error:#}");
        return None;
    }
    Some(project.path("end2end/node_modules/.bin/wasm-opt"))
}

/// Makes sure that `cargo nextest` is there.
///
/// # Errors
/// When it is missing and cannot be built.
pub fn ensure_nextest(project: &Project) -> Result<()> {
    if capture(project.cargo("nextest").arg("--version")).is_ok() {
        return Ok(());
    }
    println!("cargo-nextest is missing; cargo builds it, which takes some minutes.");
    run(project.cargo("install").args(["cargo-nextest", "--locked"]))
        .context("running the tests needs cargo-nextest (`cargo install cargo-nextest --locked`)")
}

/// Where Chromium lies; installed on Debian when it is missing.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn ensure_chromium() -> Result<PathBuf> {
    let present = || {
        std::env::var_os("CHROMIUM")
            .map(PathBuf::from)
            .or_else(|| find("chromium"))
            .or_else(|| find("google-chrome"))
    };
    if let Some(program) = present() {
        return Ok(program);
    }
    install(&["chromium"])
        .context("the browser journeys need Chromium (on Debian `apt-get install chromium`)")?;
    present().context("chromium was installed but is not on the PATH")
}

/// A call of Node.js on a file or an option, with everything that checks in a browser need.
///
/// # Errors
/// When the browser or the npm packages are missing and cannot be installed.
pub fn browser_checks(project: &Project, first: &str) -> Result<Command> {
    let chromium = ensure_chromium()?;
    ensure_chinese_font();
    ensure_npm_packages(project)?;
    let mut node = project.command("node");
    node.arg(first)
        .env("CHROMIUM", chromium)
        .env("TONGBAN_BINARY", project.binary(Profile::Debug))
        .env("SHARED_DATA", project.shared_data());
    Ok(node)
}

/// Makes sure that Chinese can be drawn, so that layout and screenshots are what people see. The
/// journeys work without, therefore a failure is only said.
pub fn ensure_chinese_font() {
    let fonts = capture(Command::new("fc-list").arg(":lang=zh-cn"));
    if fonts.is_ok_and(|fonts| !fonts.trim().is_empty()) {
        return;
    }
    if let Err(error) = install(&["fonts-noto-cjk"]) {
        println!("No Chinese font: screenshots will show boxes for Chinese text ({error:#}).");
    }
}

/// Where Debian's package keeps the typeface of documents, and the files of it that are needed; the defaults in
/// `config/default.toml` name the same folder.
const DOCUMENT_FONTS: &str = "/usr/share/fonts/opentype/noto";
const DOCUMENT_FONT_FILES: [&str; 2] = ["NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"];
/// The setting that names another folder.
const DOCUMENT_FONTS_SETTING: &str = "TONGBAN__DOCUMENTS__FONTS";

/// Makes sure that documents can be set as PDF. The package comes signed by the distribution.
///
/// # Errors
/// When the fonts are missing and cannot be installed.
pub fn ensure_document_fonts() -> Result<()> {
    if std::env::var_os(DOCUMENT_FONTS_SETTING).is_some() {
        return Ok(());
    }
    let are_there = || {
        let mut files = DOCUMENT_FONT_FILES.iter();
        files.all(|file| PathBuf::from(DOCUMENT_FONTS).join(file).is_file())
    };
    if are_there() {
        return Ok(());
    }
    let needed = format!(
        "the tests set documents in Noto Serif CJK (on Debian `apt-get install fonts-noto-cjk`; elsewhere let \
         {DOCUMENT_FONTS_SETTING} name the folder with {})",
        DOCUMENT_FONT_FILES.join(" and ")
    );
    install(&["fonts-noto-cjk"]).with_context(|| needed.clone())?;
    if !are_there() {
        bail!(needed);
    }
    Ok(())
}

/// Makes sure that a program is there that only measuring needs; on Debian its package has its name.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn ensure_measuring_program(name: &str) -> Result<()> {
    if find(name).is_some() {
        return Ok(());
    }
    install(&[name])
        .with_context(|| format!("measuring needs {name} (on Debian `apt-get install {name}`)"))
}

/// The folder with PostgreSQL's own programs; installed on Debian when they are missing.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn ensure_postgres() -> Result<PathBuf> {
    if let Some(folder) = postgres_programs() {
        return Ok(folder);
    }
    install(&["postgresql"])
        .context("the tests need PostgreSQL's programs (on Debian `apt-get install postgresql`)")?;
    postgres_programs().context("postgresql was installed but initdb is not to be found")
}

/// Debian keeps one folder a version, outside `PATH`; the newest is taken.
fn postgres_programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| folder.join("initdb").is_file())
        .collect();
    versions.sort();
    let newest = versions.pop().map(|(_, folder)| folder);
    newest.or_else(|| find("initdb")?.parent().map(PathBuf::from))
}

/// Installs Debian packages, which takes root and apt.
fn install(packages: &[&str]) -> Result<()> {
    if find("apt-get").is_none() || !is_root() {
        bail!(
            "{} cannot be installed here: that takes root and apt-get",
            packages.join(", ")
        );
    }
    println!("{} is missing; apt-get installs it.", packages.join(", "));
    run(apt().args(["update", "--quiet"]))?;
    run(apt()
        .args(["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(packages))
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether this program runs as root. The standard library cannot say, `id` can.
pub fn is_root() -> bool {
    capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
