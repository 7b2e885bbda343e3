//! The processor time of another process, and which core this one runs on.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell::capture;

/// The core for whatever serves.
pub const SERVER_CORE: usize = 0;

/// The core for whatever asks.
pub const CLIENT_CORE: usize = 1;

/// A command that runs on one core only.
pub fn pinned(core: usize, program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new("taskset");
    command.args(["-c", &core.to_string()]).arg(program);
    command
}

/// Keeps this process and the threads it will start on one core. Programs that it starts inherit that
/// unless they are [`pinned`].
///
/// # Errors
/// When the machine has no such core.
pub fn stay_on(core: usize) -> Result<()> {
    let id = std::process::id().to_string();
    let mut taskset = Command::new("taskset");
    capture(taskset.args(["-a", "-c", "-p", &core.to_string(), &id]))
        .context("measuring needs two cores, one for the server and one for its clients")?;
    Ok(())
}

/// Milliseconds that a process has run on a processor so far, for itself and in the kernel.
///
/// # Errors
/// When there is no such process.
pub fn cpu_milliseconds(id: u32) -> Result<f64> {
    let path = format!("/proc/{id}/stat");
    let stat = fs::read_to_string(&path).with_context(|| path.clone())?;
    let ticks = ticks(&stat).with_context(|| format!("{path} has another form than expected"))?;
    let hertz: f64 = capture(Command::new("getconf").arg("CLK_TCK"))?
        .trim()
        .parse()?;
    Ok(ticks * 1000.0 / hertz)
}

/// The sum of `utime` and `stime`, fields 14 and 15 (proc(5)). The second field is a name in brackets
/// and may hold anything, so counting begins behind it.
fn ticks(stat: &str) -> Option<f64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let mut next = || fields.next()?.parse::<f64>().ok();
    Some(next()? + next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_times_are_found_behind_a_name_with_brackets() {
        let stat = "42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20";
        assert_eq!(ticks(stat), Some(300.0));
        assert_eq!(ticks("42 (a) S 1"), None);
    }

    #[test]
    fn work_takes_time() {
        let id = std::process::id();
        let before = cpu_milliseconds(id).unwrap();
        let mut sum = 0_u64;
        for number in 0..100_000_000_u64 {
            sum = std::hint::black_box(sum ^ number);
        }
        assert!(cpu_milliseconds(id).unwrap() > before, "{sum}");
    }
}
