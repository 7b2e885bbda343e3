//! Where things are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The crates that a plain `cargo` call builds and whose sources the house rules read.
pub const CRATES: [&str; 8] = [
    "domain",
    "entities",
    "migrations",
    "portal",
    "app",
    "frontend",
    "server",
    "xtask",
];

/// The folder of the workspace and the paths inside it that more than one command needs.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The workspace that this program was built in.
    pub fn here() -> Self {
        let manifest_dir = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest_dir.parent().unwrap_or(manifest_dir);
        Self { root: root.into() }
    }

    /// A path inside the workspace.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The files that browsers load; the server embeds this folder.
    pub fn site(&self) -> PathBuf {
        self.path("target/site")
    }

    /// Public data for demonstrations, which lies beside the repository where it is present at all.
    pub fn shared_data(&self) -> PathBuf {
        self.path("../shared/data")
    }

    /// The binary that `cargo build` leaves for a profile.
    pub fn binary(&self, profile: Profile) -> PathBuf {
        let name = format!("tongban{}", std::env::consts::EXE_SUFFIX);
        self.path("target").join(profile.folder()).join(name)
    }

    /// The program that `cargo build` leaves for an example of `server`.
    pub fn example(&self, profile: Profile, name: &str) -> PathBuf {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        let folder = self.path("target").join(profile.folder());
        folder.join("examples").join(name)
    }

    /// A call of the same cargo that runs this program, in the root of the workspace.
    ///
    /// `cargo run` tells this program of its own package by the environment. A build script that looks
    /// at the same names (ring's does) would take that for a change and compile half the graph again
    /// each time cargo is called by hand and by xtask in turn.
    pub fn cargo(&self, verb: &str) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        let mut command = Command::new(cargo);
        command.current_dir(&self.root).arg(verb);
        for (name, _) in std::env::vars_os() {
            let is_about_us = name.to_str().is_some_and(|name| {
                name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
            });
            if is_about_us {
                command.env_remove(name);
            }
        }
        command
    }

    /// A call of any other program in the root of the workspace.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }
}

/// How the server and the browser's half are compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// Fast to build, with erased component types.
    Debug,
    /// Fast to run.
    Release,
}

impl Profile {
    /// The folder under `target` that cargo uses for it.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }

    /// Adds what `cargo build` needs for this profile. A release build switches off the flags of
    /// `.cargo/config.toml`, because erased component types cost speed.
    pub fn apply(self, command: &mut Command) {
        if self == Self::Release {
            command.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", "");
        }
    }
}
