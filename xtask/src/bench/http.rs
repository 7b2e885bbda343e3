//! A small HTTP/1.1 client: one connection that is kept open, nothing in the background, and headers
//! as a browser sends them for a form of our own.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::forms::Body;

/// Longest wait for a part of an answer. The server itself gives up earlier.
const PATIENCE: Duration = Duration::from_secs(90);

/// Longest line of a head, in bytes; the server's own are below a thousand.
const LINE_BYTES: u64 = 16 * 1024;

/// A connection to the portal, opened when it is first used and again after it broke.
pub struct Connection {
    address: SocketAddr,
    stream: Option<BufReader<TcpStream>>,
}

/// The cookies of one browser.
#[derive(Clone, Debug, Default)]
pub struct Cookies(BTreeMap<String, String>);

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where it leads.
    pub location: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

impl Connection {
    /// A connection that is not open yet.
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address,
            stream: None,
        }
    }

    /// Asks for a page.
    ///
    /// # Errors
    /// When no whole answer came; whether the server has seen the request is unknown then.
    pub fn get(&mut self, cookies: &mut Cookies, path: &str) -> Result<Answer> {
        let head = format!("GET {path} HTTP/1.1\r\n");
        self.exchange(cookies, head, &[])
    }

    /// Sends a form.
    ///
    /// # Errors
    /// As [`Connection::get`].
    pub fn post(&mut self, cookies: &mut Cookies, path: &str, form: &Body) -> Result<Answer> {
        let head = format!(
            "POST {path} HTTP/1.1\r\nOrigin: http://{}\r\nContent-Type: {}\r\nContent-Length: {}\r\n",
            self.address,
            form.kind,
            form.bytes.len()
        );
        self.exchange(cookies, head, &form.bytes)
    }

    fn exchange(&mut self, cookies: &mut Cookies, head: String, body: &[u8]) -> Result<Answer> {
        // A stream that breaks is dropped here, and the next request opens another.
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => self.open()?,
        };
        let mut message = head;
        message.push_str(&format!("Host: {}\r\n", self.address));
        cookies.write_to(&mut message);
        message.push_str("\r\n");
        let mut message = message.into_bytes();
        message.extend_from_slice(body);
        stream.get_mut().write_all(&message)?;
        let (answer, stays_open) = read_answer(&mut stream, cookies)?;
        if stays_open {
            self.stream = Some(stream);
        }
        Ok(answer)
    }

    fn open(&self) -> Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(self.address)
            .with_context(|| format!("cannot connect to {}", self.address))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(BufReader::new(stream))
    }
}

impl Cookies {
    /// The value of a `Cookie` header.
    pub fn header(&self) -> String {
        let pairs: Vec<_> = self
            .0
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn write_to(&self, head: &mut String) {
        if !self.0.is_empty() {
            head.push_str(&format!("Cookie: {}\r\n", self.header()));
        }
    }

    /// Takes a `Set-Cookie`; an empty value takes the cookie away.
    fn take(&mut self, header: &str) {
        let pair = header.split(';').next().unwrap_or_default();
        let Some((name, value)) = pair.trim().split_once('=') else {
            return;
        };
        if value.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// How long a body is.
enum Length {
    Known(u64),
    Chunked,
}

/// Reads one answer; says whether the connection may be used again.
fn read_answer(stream: &mut impl BufRead, cookies: &mut Cookies) -> Result<(Answer, bool)> {
    let status = line(stream)?;
    let status = status
        .strip_prefix("HTTP/1.1 ")
        .and_then(|rest| rest.get(..3)?.parse().ok())
        .with_context(|| format!("no status line: {status}"))?;
    let mut location = None;
    let mut length = Length::Known(0);
    let mut stays_open = true;
    loop {
        let header = line(stream)?;
        if header.is_empty() {
            break;
        }
        let Some((name, value)) = header.split_once(':') else {
            bail!("no header: {header}");
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = Length::Known(value.parse()?),
            "transfer-encoding" => length = Length::Chunked,
            "location" => location = Some(value.to_owned()),
            "set-cookie" => cookies.take(value),
            "connection" => stays_open = !value.eq_ignore_ascii_case("close"),
            _ => {}
        }
    }
    let mut body = Vec::new();
    match length {
        Length::Known(bytes) => read_exactly(stream, bytes, &mut body)?,
        Length::Chunked => loop {
            let size = line(stream)?;
            let size = size.split(';').next().unwrap_or_default();
            let bytes = u64::from_str_radix(size.trim(), 16)?;
            read_exactly(stream, bytes, &mut body)?;
            ensure!(line(stream)?.is_empty(), "a chunk is longer than it says");
            if bytes == 0 {
                break;
            }
        },
    }
    let answer = Answer {
        status,
        location,
        body,
    };
    Ok((answer, stays_open))
}

fn read_exactly(stream: &mut impl BufRead, bytes: u64, body: &mut Vec<u8>) -> Result<()> {
    let read = stream.by_ref().take(bytes).read_to_end(body)?;
    ensure!(u64::try_from(read)? == bytes, "the connection was cut");
    Ok(())
}

/// A line without its end.
fn line(stream: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    stream.by_ref().take(LINE_BYTES).read_line(&mut line)?;
    ensure!(line.ends_with('\n'), "the connection was cut");
    Ok(line.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(Answer, Cookies, bool)> {
        let mut cookies = Cookies::default();
        cookies.take("old=1");
        let (answer, stays_open) = read_answer(&mut text.as_bytes(), &mut cookies)?;
        Ok((answer, cookies, stays_open))
    }

    #[test]
    fn a_redirect_with_cookies() {
        let text = "HTTP/1.1 303 See Other\r\nLocation: /cases\r\nset-cookie: a=x=y; Path=/\r\n\
                    set-cookie: old=; Max-Age=0\r\ncontent-length: 0\r\n\r\n";
        let (answer, cookies, stays_open) = read(text).unwrap();
        assert_eq!(answer.status, 303);
        assert_eq!(answer.location.as_deref(), Some("/cases"));
        assert!(stays_open && answer.body.is_empty());
        let mut head = String::new();
        cookies.write_to(&mut head);
        assert_eq!(head, "Cookie: a=x=y\r\n");
    }

    #[test]
    fn bodies_by_length_and_in_chunks() {
        let (answer, ..) =
            read("HTTP/1.1 200 OK\r\ncontent-length: 3\r\nconnection: close\r\n\r\nabc").unwrap();
        assert_eq!(answer.body, b"abc");
        let chunks =
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n1;x\r\nc\r\n0\r\n\r\n";
        assert_eq!(read(chunks).unwrap().0.body, b"abc");
    }

    #[test]
    fn a_cut_answer_is_no_answer() {
        for cut in [
            "",
            "HTTP/1.1 200",
            "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nab",
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n",
        ] {
            assert!(read(cut).is_err(), "{cut:?}");
        }
    }
}
