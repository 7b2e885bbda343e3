//! One measurement with wrk.

use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::process::{CLIENT_CORE, cpu_milliseconds, pinned};
use crate::shell::capture;

/// Connections that ask at the same time, each for the next page as soon as it has the last one.
const CONNECTIONS: &str = "32";

/// What one measurement found.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// Answers a second.
    pub rate: f64,
    /// Milliseconds of processor time of the server for a thousand answers.
    pub cpu: f64,
}

/// Asks for `url` as fast as the server answers, for so long. `server`: the process that answers.
///
/// # Errors
/// When anything but full answers came.
pub fn measure(url: &str, duration: Duration, server: u32) -> Result<Measured> {
    let before = cpu_milliseconds(server)?;
    let seconds = format!("{}s", duration.as_secs().max(1));
    let said =
        capture(pinned(CLIENT_CORE, "wrk").args(["-t1", "-c", CONNECTIONS, "-d", &seconds, url]))?;
    let cpu = cpu_milliseconds(server)? - before;
    let (rate, requests) = read(&said).with_context(|| format!("wrk said of {url}: {said}"))?;
    Ok(Measured {
        rate,
        cpu: cpu * 1000.0 / requests,
    })
}

/// Requests a second and requests, as wrk reports them.
fn read(said: &str) -> Result<(f64, f64)> {
    if let Some(line) = said
        .lines()
        .find(|line| line.contains("Non-2xx") || line.contains("Socket errors"))
    {
        bail!("not every request was answered: {}", line.trim());
    }
    let rate = said
        .lines()
        .find_map(|line| line.strip_prefix("Requests/sec:"))
        .and_then(|rate| rate.trim().parse().ok());
    let requests = said
        .lines()
        .find_map(|line| line.trim().split_once(" requests in "))
        .and_then(|(requests, _)| requests.parse().ok());
    match (rate, requests) {
        (Some(rate), Some(requests)) if requests > 0.0 => Ok((rate, requests)),
        _ => bail!("there is no rate in what wrk said"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "Running 4s test @ http://127.0.0.1:3000/\n  1 threads and 32 connections\n  \
                        Thread Stats   Avg      Stdev     Max   +/- Stdev\n  \
                        81234 requests in 4.01s, 1.20GB read\nRequests/sec:  20257.85\n";

    #[test]
    fn rate_and_number_are_read() {
        assert_eq!(read(GOOD).unwrap(), (20257.85, 81234.0));
    }

    #[test]
    fn a_measurement_of_failures_is_none() {
        for bad in [
            "  Non-2xx or 3xx responses: 5\n",
            "  Socket errors: connect 0, read 3, write 0, timeout 0\n",
        ] {
            assert!(read(&format!("{GOOD}{bad}")).is_err(), "{bad}");
        }
        assert!(read("nothing").is_err());
    }
}
