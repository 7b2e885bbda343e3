//! Bodies of forms, as browsers write them.

/// Parts the fields of a multipart form; stands in none of our values.
const BOUNDARY: &str = "----tongban-form-boundary";

/// The body of a form.
pub struct Body {
    /// Its `Content-Type`.
    pub kind: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Body {
    /// A plain form.
    pub fn form(fields: &[(&str, &str)]) -> Self {
        let pairs: Vec<_> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        Self {
            kind: "application/x-www-form-urlencoded".to_owned(),
            bytes: pairs.join("&").into_bytes(),
        }
    }

    /// A form that may carry files; here it carries none.
    pub fn multipart(fields: &[(&str, &str)]) -> Self {
        let mut text = String::new();
        for (name, value) in fields {
            text.push_str(&format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        text.push_str(&format!("--{BOUNDARY}--\r\n"));
        Self {
            kind: format!("multipart/form-data; boundary={BOUNDARY}"),
            bytes: text.into_bytes(),
        }
    }
}

/// Percent-encodes everything but letters, digits and `-._`.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_form_is_encoded() {
        let body = Body::form(&[("q", "a b&c=d"), ("email", "x@example.com")]);
        assert_eq!(body.bytes, b"q=a%20b%26c%3Dd&email=x%40example.com");
    }

    #[test]
    fn a_multipart_form_ends_with_its_boundary() {
        let body = Body::multipart(&[("case", "1"), ("name", "x")]);
        let text = String::from_utf8(body.bytes).unwrap();
        assert_eq!(text.matches("form-data; name=").count(), 2);
        assert!(text.contains("name=\"case\"\r\n\r\n1\r\n"), "{text}");
        assert!(text.ends_with(&format!("--{BOUNDARY}--\r\n")), "{text}");
        assert!(body.kind.ends_with(BOUNDARY));
    }
}
