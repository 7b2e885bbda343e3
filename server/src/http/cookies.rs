//! Reading one cookie of a request.

use http::HeaderMap;
use http::header::COOKIE;

/// The value of a cookie; none when the request does not bring it, or brings it empty.
#[must_use]
pub fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, value)| *found == name && !value.is_empty())
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, "a=1; tongban=x=y;b=".parse().unwrap());
        headers.append(COOKIE, "lang=en".parse().unwrap());
        assert_eq!(value(&headers, "tongban"), Some("x=y"));
        assert_eq!(value(&headers, "lang"), Some("en"));
        assert_eq!(value(&headers, "b"), None);
        assert_eq!(value(&headers, "ton"), None);
    }
}
