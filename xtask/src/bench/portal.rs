//! A portal of our own to be measured: the real binary with the settings of a real portal, on a data
//! folder that lies on the same disk as the workspace and is removed afterwards.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use super::http::{Connection, Cookies};
use crate::project::{Profile, Project};
use crate::shell;

/// How long the portal may take until it is ready, migrations and recovery of the database included.
const START_TIMEOUT: Duration = Duration::from_secs(60);
const START_POLL: Duration = Duration::from_millis(10);

/// How long it may take to end when it is asked to.
const STOP_TIMEOUT: Duration = Duration::from_secs(60);

/// Seals nothing but invented data.
const MASTER_KEY: &str = "8f1d3b5a7c9e0f2143658709badcfe10a1b2c3d4e5f60718293a4b5c6d7e8f90";

/// All citizens come from one address here, which is not how people come.
const SIGN_INS_PER_MINUTE: &str = "1000000";

/// Lines of the log that are shown when the portal does not start.
const LOG_LINES: usize = 10;

/// A portal that may run: its binary, its data, its addresses.
pub struct Installation {
    binary: PathBuf,
    folder: TempDir,
    address: SocketAddr,
    admin: SocketAddr,
}

/// How the portal is to run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// Only on this core.
    pub core: Option<usize>,
    /// Without the background work.
    pub no_worker: bool,
    /// Renders every page anew.
    pub no_page_cache: bool,
    /// On a disk that takes so much longer for each durable commit.
    pub slow_disk: Option<Duration>,
}

impl Manner {
    /// A program on the core and the disk that were asked for.
    pub fn command(self, program: &Path) -> Command {
        let taskset = self
            .core
            .map(|core| ["taskset".into(), "-c".into(), core.to_string()]);
        // Only the two calls stop for strace, everything else runs as ever; `-D` makes the program
        // itself our child, so that it can be told to end.
        let strace = self.slow_disk.map(|delay| {
            let calls = "fsync,fdatasync";
            [
                "strace".to_owned(),
                "-D".to_owned(),
                "-f".to_owned(),
                "-qq".to_owned(),
                "--seccomp-bpf".to_owned(),
                format!("--trace={calls}"),
                format!("--inject={calls}:delay_exit={}", delay.as_micros()),
                "--output=/dev/null".to_owned(),
            ]
        });
        let mut words = strace
            .into_iter()
            .flatten()
            .chain(taskset.into_iter().flatten());
        match words.next() {
            Some(first) => {
                let mut command = Command::new(first);
                command.args(words).arg(program);
                command
            }
            None => Command::new(program),
        }
    }
}

impl Installation {
    /// A portal with an empty database.
    ///
    /// # Errors
    /// When there is no room for its data, or the database cannot be made.
    pub fn new(project: &Project, profile: Profile) -> Result<Self> {
        let parent = project.path("target/measured");
        fs::create_dir_all(&parent).with_context(|| format!("cannot make {}", parent.display()))?;
        let installation = Self {
            binary: project.binary(profile),
            folder: tempfile::tempdir_in(&parent)?,
            address: free_address()?,
            admin: free_address()?,
        };
        fs::create_dir(installation.data())?;
        shell::capture(installation.tongban().arg("migrate"))?;
        Ok(installation)
    }

    /// The demonstration city, and what is imported for it where that is present.
    ///
    /// # Errors
    /// When the program refuses something.
    pub fn fill(&self, shared_data: &Path, imports: &[(&str, &str)]) -> Result<()> {
        for (what, path) in imports {
            let path = shared_data.join(path);
            if !path.exists() {
                bail!(
                    "{} is missing: this measures the portal with real data",
                    path.display()
                );
            }
            println!("Importing {what} from {}", path.display());
            shell::capture(self.tongban().args(["import", what]).arg(path))?;
        }
        shell::capture(self.tongban().args(["seed", "demo"]))?;
        Ok(())
    }

    /// Where its data lies.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A folder beside the data.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Any program that reads the settings of the portal, with the settings of this one.
    pub fn with_settings(&self, mut command: Command) -> Command {
        for (name, _) in std::env::vars_os() {
            let is_a_setting = name
                .to_str()
                .is_some_and(|name| name.starts_with("TONGBAN__") || name == "DATABASE_URL");
            if is_a_setting {
                command.env_remove(name);
            }
        }
        command
            // No file of settings lies there.
            .current_dir(self.folder.path())
            .env("TONGBAN__DATA_DIR", self.data())
            .env("TONGBAN__HTTP__ADDRESS", self.address.to_string())
            .env("TONGBAN__HTTP__SIGN_INS_PER_MINUTE", SIGN_INS_PER_MINUTE)
            .env("TONGBAN__ADMIN__ADDRESS", self.admin.to_string())
            .env(
                "TONGBAN__CITY__BASE_URL",
                format!("http://{}", self.address),
            )
            .env("TONGBAN__SECRETS__MASTER_KEY", MASTER_KEY);
        command
    }

    /// The same portal over a copy of its data.
    ///
    /// # Errors
    /// When the data cannot be copied.
    pub fn copy(&self) -> Result<Self> {
        let parent = self.folder.path().parent().unwrap_or(Path::new("."));
        let copy = Self {
            binary: self.binary.clone(),
            folder: tempfile::tempdir_in(parent)?,
            address: self.address,
            admin: self.admin,
        };
        let mut cp = Command::new("cp");
        shell::capture(cp.arg("-a").arg(self.data()).arg(copy.folder.path()))?;
        Ok(copy)
    }

    /// Starts it and waits until it is ready.
    ///
    /// # Errors
    /// When it does not start in time; the error shows the end of its log.
    pub fn start(&self, manner: Manner) -> Result<Running> {
        let mut command = self.with_settings(manner.command(&self.binary));
        command.arg("serve");
        if manner.no_worker {
            command.arg("--no-worker");
        }
        if manner.no_page_cache {
            command.env("TONGBAN__HTTP__PAGE_CACHE_BYTES", "0");
        }
        Running::spawn(
            command,
            self.admin,
            "/readyz",
            &self.folder.path().join("log"),
        )
    }

    /// The program with the settings of this portal, for its verbs.
    pub fn tongban(&self) -> Command {
        self.with_settings(Command::new(&self.binary))
    }
}

/// A server that runs; dropping it ends it.
pub struct Running(Child);

impl Running {
    /// Starts a server and waits until `path` at `address` answers well. What it says goes to `log`.
    ///
    /// # Errors
    /// When it does not answer in time.
    pub fn spawn(
        mut command: Command,
        address: SocketAddr,
        path: &str,
        log: &Path,
    ) -> Result<Self> {
        let out = File::create(log)?;
        let child = command
            .stdout(out.try_clone()?)
            .stderr(out)
            .stdin(Stdio::null())
            .spawn()
            .context("the server cannot be started")?;
        let mut running = Self(child);
        running.wait_until_ready(address, path).with_context(|| {
            let said = fs::read_to_string(log).unwrap_or_default();
            let lines: Vec<_> = said.lines().collect();
            let from = lines.len().saturating_sub(LOG_LINES);
            format!("the server does not start:\n{}", lines[from..].join("\n"))
        })?;
        Ok(running)
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Ends it at once, without a word: `kill -9`.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn kill(mut self) -> Result<()> {
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }

    /// Asks it to end and waits until it has.
    ///
    /// # Errors
    /// When it does not in time.
    pub fn stop(mut self) -> Result<()> {
        let id = self.0.id().to_string();
        shell::capture(Command::new("kill").args(["-TERM", &id]))?;
        let until = Instant::now() + STOP_TIMEOUT;
        while self.0.try_wait()?.is_none() {
            if Instant::now() > until {
                bail!("the server did not end within {STOP_TIMEOUT:?}");
            }
            std::thread::sleep(START_POLL);
        }
        Ok(())
    }

    fn wait_until_ready(&mut self, address: SocketAddr, path: &str) -> Result<()> {
        let until = Instant::now() + START_TIMEOUT;
        loop {
            let answer = Connection::new(address).get(&mut Cookies::default(), path);
            if answer.is_ok_and(|answer| answer.status == 200) {
                return Ok(());
            }
            if let Some(status) = self.0.try_wait()? {
                bail!("it ended with {status}");
            }
            if Instant::now() > until {
                bail!("it did not answer within {START_TIMEOUT:?}");
            }
            std::thread::sleep(START_POLL);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already cannot be ended again, and that is fine.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// An address of this machine that nobody listens at.
///
/// # Errors
/// When there is none.
pub fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port")?;
    Ok(listener.local_addr()?)
}
