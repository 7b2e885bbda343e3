//! A PostgreSQL of our own for one test run: in a temporary folder, on a free port, stopped at the end.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::shell::{capture, run};
use crate::tools;

/// PostgreSQL refuses to run as root; Debian makes this user for it.
const SYSTEM_USER: &str = "postgres";

/// Every test opens a pool on a database of its own, and several tests run at a time.
const CONNECTIONS_MAX: u32 = 300;

/// How long a fresh cluster may take until it answers.
const START_TIMEOUT: Duration = Duration::from_secs(30);
const START_POLL: Duration = Duration::from_millis(100);

/// A running server; dropping it stops the server and removes its data.
pub struct Postgres {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
    server: Child,
}

impl Postgres {
    /// Makes a cluster and starts its server. Nothing has to survive a crash, so nothing waits for the disk.
    ///
    /// # Errors
    /// When PostgreSQL's programs are missing, or the server does not answer in time.
    pub fn start() -> Result<Self> {
        Self::start_with(&[
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
        ])
    }

    /// The same with the settings that PostgreSQL comes with: every commit waits for the disk.
    ///
    /// # Errors
    /// As [`Postgres::start`].
    pub fn start_durable() -> Result<Self> {
        Self::start_with(&[])
    }

    fn start_with(choices: &[&str]) -> Result<Self> {
        let programs = tools::ensure_postgres()?;
        let folder = tempfile::Builder::new().prefix("tongban-pg-").tempdir()?;
        if tools::is_root() {
            run(Command::new("chown").arg(SYSTEM_USER).arg(folder.path()))?;
        }
        let data = folder.path().join("data");
        capture(
            as_system_user(&programs.join("initdb"), folder.path())
                .arg("--pgdata")
                .arg(&data)
                .args(["--auth=trust", "--username=postgres", "--encoding=UTF8"])
                .args(["--locale=C", "--no-sync"]),
        )?;
        let port = free_port()?;
        let server = as_system_user(&programs.join("postgres"), folder.path())
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(folder.path())
            .args(settings(port, choices))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start PostgreSQL")?;
        let mut postgres = Self {
            programs,
            folder,
            port,
            server,
        };
        postgres.wait_until_ready()?;
        Ok(postgres)
    }

    /// The address of its first database, where a test may create others.
    pub fn url(&self) -> String {
        format!("{}/postgres", self.server())
    }

    /// The address of the server.
    pub fn server(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}", self.port)
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let until = Instant::now() + START_TIMEOUT;
        loop {
            let mut probe = Command::new(self.programs.join("pg_isready"));
            probe
                .args(["--quiet", "--host=127.0.0.1"])
                .arg(format!("--port={}", self.port));
            if capture(&mut probe).is_ok() {
                return Ok(());
            }
            if let Some(status) = self.server.try_wait()? {
                bail!("PostgreSQL stopped at once with {status}");
            }
            if Instant::now() > until {
                bail!("PostgreSQL did not answer within {START_TIMEOUT:?}");
            }
            std::thread::sleep(START_POLL);
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let data = self.folder.path().join("data");
        let stopped = capture(
            as_system_user(&self.programs.join("pg_ctl"), self.folder.path())
                .args(["stop", "--mode=immediate", "--silent", "--pgdata"])
                .arg(data),
        );
        if let Err(error) = stopped {
            eprintln!("PostgreSQL was not stopped: {error:#}");
        }
        // Nothing is left to do about a server that cannot be waited for.
        let _ = self.server.wait();
    }
}

fn settings(port: u16, choices: &[&str]) -> Vec<String> {
    [
        format!("port={port}"),
        "listen_addresses=127.0.0.1".to_owned(),
        format!("max_connections={CONNECTIONS_MAX}"),
    ]
    .into_iter()
    .chain(choices.iter().map(|choice| (*choice).to_owned()))
    .flat_map(|setting| ["-c".to_owned(), setting])
    .collect()
}

fn as_system_user(program: &Path, folder: &Path) -> Command {
    let mut command = if tools::is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", SYSTEM_USER, "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    // That user may not be allowed to enter the folder that this program was started in.
    command.current_dir(folder);
    command
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fsync(port: u16) -> Result<String> {
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let said = capture(Command::new("psql").args([&url, "-Atc", "show fsync"]))?;
        Ok(said.trim().to_owned())
    }

    #[test]
    fn a_server_answers_and_is_gone_afterwards() {
        let postgres = Postgres::start().unwrap();
        let port = postgres.port;
        assert_eq!(fsync(port).unwrap(), "off");
        let folder = postgres.folder.path().to_owned();
        drop(postgres);
        assert!(fsync(port).is_err());
        assert!(!folder.exists());
    }

    #[test]
    fn a_durable_server_waits_for_the_disk() {
        let postgres = Postgres::start_durable().unwrap();
        assert_eq!(fsync(postgres.port).unwrap(), "on");
    }
}
