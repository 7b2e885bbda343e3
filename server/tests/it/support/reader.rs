//! Somebody with a browser: keeps cookies, says where forms come from.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, Method, Request, StatusCode};
use tower::ServiceExt as _;

use super::{BASE_URL, PASSWORD};

/// What a reader gets.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn header(&self, name: impl http::header::AsHeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub fn location(&self) -> &str {
        self.header(LOCATION)
    }

    /// Whether a person can read it: a whole page in this language.
    pub fn is_page_in(&self, language: &str) -> bool {
        self.header(CONTENT_TYPE) == "text/html; charset=utf-8"
            && self
                .text()
                .starts_with(&format!("<!DOCTYPE html><html lang=\"{language}\""))
            && self.text().contains("<h1")
    }
}

pub struct Reader {
    router: Router,
    cookies: BTreeMap<String, String>,
    headers: BTreeMap<&'static str, String>,
    peer: SocketAddr,
}

impl Reader {
    pub fn new(router: Router) -> Self {
        let headers = BTreeMap::from([(ACCEPT_LANGUAGE.as_str(), "zh-CN,zh;q=0.9".to_owned())]);
        Self {
            router,
            cookies: BTreeMap::new(),
            headers,
            peer: ([192, 0, 2, 1], 4000).into(),
        }
    }

    /// The same reader with another header on every request.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.insert(name, value.into());
        self
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    pub async fn get(&mut self, address: &str) -> Answer {
        self.ask(Method::GET, address, &[], Body::empty()).await
    }

    /// Sends a form as a browser does from a page of ours.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let form = app::paths::with_query("", fields);
        let body = Body::from(form.trim_start_matches('?').to_owned());
        let headers = [
            (CONTENT_TYPE.as_str(), "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
            ("origin", BASE_URL),
        ];
        self.ask(Method::POST, address, &headers, body).await
    }

    pub async fn ask(
        &mut self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(address)
            .extension(ConnectInfo(self.peer));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<_> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request = request.header(COOKIE, pairs.join("; "));
        }
        let answer = self
            .router
            .clone()
            .oneshot(request.body(body).unwrap())
            .await
            .unwrap();
        let (parts, body) = answer.into_parts();
        self.keep_cookies(&parts.headers);
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for header in headers.get_all(SET_COOKIE) {
            let header = header.to_str().unwrap();
            let (name, value) = header.split(';').next().unwrap().split_once('=').unwrap();
            if header.contains("Max-Age=0;") {
                self.cookies.remove(name);
            } else {
                self.set_cookie(name, value);
            }
        }
    }

    /// Signs in as a citizen of the demonstration city.
    pub async fn signs_in(&mut self, login: &str) -> Answer {
        self.post(
            app::paths::door::SIGN_IN,
            &[("login", login), ("password", PASSWORD)],
        )
        .await
    }

    /// Signs in at the desk as an officer of the demonstration city.
    pub async fn signs_in_at_the_desk(&mut self, login: &str) -> Answer {
        self.post(
            app::paths::door::DESK_SIGN_IN,
            &[("login", login), ("password", PASSWORD)],
        )
        .await
    }
}
