//! How often one address may try to sign in, and how often it may begin something as a stranger.
//!
//! The lock of an account after some wrong passwords is in the database; this one guards against
//! somebody who tries one password on many accounts, against the cost of hashing passwords, and against
//! filling the database with sessions of nobody.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;

use app::paths::door;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::response::Response;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use super::is_api;
use super::session::Sessions;

/// The doors that are guarded: everything that hashes a password or tells whether one is right.
const GUARDED: [&str; 4] = [
    door::SIGN_IN,
    door::REGISTER,
    door::DESK_SIGN_IN,
    door::KIOSK_CARD,
];

/// Forms without a session, and files of telephones, that one address may send a minute. Each may leave a session with what was
/// typed; a hall full of citizens sends fewer.
const STRANGERS_PER_MINUTE: NonZeroU32 = NonZeroU32::MIN.saturating_add(59);

/// Tries by address.
pub struct FormLimits {
    sign_ins: DefaultKeyedRateLimiter<IpAddr>,
    reports: DefaultKeyedRateLimiter<IpAddr>,
    strangers: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
    trusted_proxy: bool,
}

impl FormLimits {
    /// `per_minute` tries to sign in from one address, all of them at once if need be, and as many reports
    /// about the site, with or without a session: each makes a mail and work for a person.
    /// `trusted_proxy`: the address is what the proxy says.
    #[must_use]
    pub fn new(per_minute: NonZeroU32, trusted_proxy: bool) -> Self {
        Self {
            sign_ins: RateLimiter::keyed(Quota::per_minute(per_minute)),
            reports: RateLimiter::keyed(Quota::per_minute(per_minute)),
            strangers: RateLimiter::keyed(Quota::per_minute(STRANGERS_PER_MINUTE)),
            clock: DefaultClock::default(),
            trusted_proxy,
        }
    }

    /// Forgets the addresses that have nothing on their account; to be called now and then.
    pub fn forget_old(&self) {
        for tries in [&self.sign_ins, &self.reports, &self.strangers] {
            tries.retain_recent();
            tries.shrink_to_fit();
        }
    }

    /// Counts a try; the seconds to wait when there were too many.
    fn count(&self, tries: &DefaultKeyedRateLimiter<IpAddr>, address: IpAddr) -> Result<(), u64> {
        tries
            .check_key(&network_of(address))
            .map_err(|refused| refused.wait_time_from(self.clock.now()).as_secs() + 1)
    }
}

/// What counts as one place: an IPv6 household has 2⁶⁴ addresses.
fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let network = u128::from(v6) & (u128::MAX << 64);
            IpAddr::V6(network.into())
        }
        v4 => v4,
    }
}

/// Where a request comes from. A trusted proxy appends the address it saw to X-Forwarded-For; what
/// stands further left is whatever the client made up.
fn address_of(
    headers: &HeaderMap,
    peer: Option<SocketAddr>,
    trusted_proxy: bool,
) -> Option<IpAddr> {
    let seen_by_proxy = || {
        let last = headers.get_all("x-forwarded-for").iter().next_back()?;
        last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
    };
    trusted_proxy
        .then(seen_by_proxy)
        .flatten()
        .or_else(|| peer.map(|peer| peer.ip()))
}

/// The refusal of a form that comes too soon after the others.
pub fn refused(limits: &FormLimits, sessions: &Sessions, request: &Request) -> Option<Response> {
    if request.method() != Method::POST || is_api(request.uri()) {
        return None;
    }
    let path = request.uri().path();
    let tries = if GUARDED.contains(&path) {
        &limits.sign_ins
    } else if path == door::REPORT {
        &limits.reports
    } else if path != door::HAND_OVER && sessions.is_with(request.headers()) {
        return None;
    } else {
        &limits.strangers
    };
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0);
    let address = address_of(request.headers(), peer, limits.trusted_proxy)?;
    limits.count(tries, address).err().map(too_many)
}

/// An answer without a body; it becomes a page on its way out.
fn too_many(seconds: u64) -> Response {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    answer
        .headers_mut()
        .insert(RETRY_AFTER, HeaderValue::from(seconds));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_is_believed_and_only_its_own_entry() {
        let mut headers = HeaderMap::new();
        headers.append(
            "x-forwarded-for",
            "203.0.113.9, 198.51.100.7".parse().unwrap(),
        );
        let peer = Some("192.0.2.1:4000".parse().unwrap());
        let seen = |trusted| address_of(&headers, peer, trusted).unwrap().to_string();
        assert_eq!(seen(false), "192.0.2.1");
        assert_eq!(seen(true), "198.51.100.7");
        assert_eq!(
            address_of(&HeaderMap::new(), peer, true)
                .unwrap()
                .to_string(),
            "192.0.2.1"
        );
    }

    #[test]
    fn a_household_is_one_place() {
        let network = |text: &str| network_of(text.parse().unwrap());
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:1"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
    }

    #[test]
    fn the_eleventh_try_of_a_minute_has_to_wait() {
        let limits = FormLimits::new(NonZeroU32::new(10).unwrap(), false);
        let address = "192.0.2.1".parse().unwrap();
        for _ in 0..10 {
            assert_eq!(limits.count(&limits.sign_ins, address), Ok(()));
        }
        let seconds = limits.count(&limits.sign_ins, address).unwrap_err();
        assert!((1..=7).contains(&seconds), "{seconds}");
        assert_eq!(
            limits.count(&limits.sign_ins, "192.0.2.2".parse().unwrap()),
            Ok(())
        );
    }
}
