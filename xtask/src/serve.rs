//! `cargo xtask serve`: from a clean clone to the demonstration city in one command.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

use crate::project::{Profile, Project};
use crate::{build, shell};

/// Builds the portal, fills it with the demonstration city on the first start, and serves it.
#[derive(Args)]
pub struct Options {
    /// The port on this machine; the operator's own pages take the next one.
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// Forget everything in the data folder first.
    #[arg(long)]
    fresh: bool,
}

/// What is imported on the first start, where it is present: the verb's noun and the path.
pub const IMPORTS: [(&str, &str); 3] = [
    ("divisions", "divisions"),
    ("holidays", "holiday-cn"),
    ("items", "sichuan-items/items.jsonl"),
];

/// Its presence says that the data folder holds the whole demonstration city.
const FILLED: &str = ".filled";

/// Runs the command; it ends when the server does.
///
/// # Errors
/// When something does not compile, or the server refuses to start.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    build::all(project, Profile::Debug)?;
    let data = project.path("data");
    if options.fresh && data.exists() {
        fs::remove_dir_all(&data).with_context(|| format!("cannot remove {}", data.display()))?;
    }
    fs::create_dir_all(&data).with_context(|| format!("cannot make {}", data.display()))?;
    let address = format!("127.0.0.1:{}", options.port);
    let admin_address = format!("127.0.0.1:{}", options.port.saturating_add(1));
    let tongban = || {
        let mut command = project.command(project.binary(Profile::Debug));
        command
            .env("TONGBAN__DATA_DIR", &data)
            .env("TONGBAN__HTTP__ADDRESS", &address)
            .env("TONGBAN__HTTP__SECURE_COOKIES", "false")
            .env("TONGBAN__ADMIN__ADDRESS", &admin_address)
            .env("TONGBAN__CITY__BASE_URL", format!("http://{address}"))
            .env("TONGBAN__DEVELOPMENT", "true");
        command
    };
    shell::run(tongban().arg("migrate"))?;
    let filled = data.join(FILLED);
    if !filled.exists() {
        import(&project.shared_data(), tongban)?;
    }
    // It only adds what is missing, and prints the demo accounts.
    shell::run(tongban().args(["seed", "demo"]))?;
    fs::write(filled, "")?;
    println!("\nTongban: http://{address} (Ctrl-C ends it)\n");
    become_server(tongban().arg("serve"))
}

fn import(shared: &Path, tongban: impl Fn() -> Command) -> Result<()> {
    for (what, path) in IMPORTS {
        let path = shared.join(path);
        if path.exists() {
            println!("Importing {what} from {}", path.display());
            shell::run(tongban().args(["import", what]).arg(path))?;
        } else {
            println!(
                "No {} here: the demonstration city does without {what}.",
                path.display()
            );
        }
    }
    Ok(())
}

/// On Unix the server takes the place of this process, so that signals reach it and nothing else.
#[cfg(unix)]
fn become_server(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("cannot start the server")
}

#[cfg(not(unix))]
fn become_server(command: &mut Command) -> Result<()> {
    shell::run(command)
}
