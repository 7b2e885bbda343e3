//! What every page has to name of the government that runs the portal (国办发〔2017〕47号).

use domain::{Locale, Text};

/// Names and numbers of the site; they come from the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Address of the portal as citizens know it, without a slash at the end.
    pub base_url: String,
    /// The government that the site belongs to 主办单位.
    pub sponsor: Text,
    /// The office that runs it 承办单位.
    pub operator: Text,
    /// Site code 网站标识码, ten characters.
    pub code: String,
    /// Number of the ICP record ICP备案号.
    pub icp: String,
    /// Number of the police record 公安备案号.
    pub police: String,
    /// Where the operator can be visited.
    pub address: Text,
    /// When.
    pub hours: Text,
    /// Mail address of whoever looks after the site, where one is published.
    pub mail: Option<String>,
    /// Whether the site is reached by IPv6.
    pub ipv6: bool,
}

impl Facts {
    /// The host name of the portal, for `SiteDomain`.
    #[must_use]
    pub fn domain(&self) -> &str {
        let rest = self.base_url.split_once("://");
        let rest = rest.map_or(self.base_url.as_str(), |(_, rest)| rest);
        rest.split(['/', ':']).next().unwrap_or_default()
    }

    /// The whole address of a page in one language: what search engines are told.
    #[must_use]
    pub fn address_of(&self, path: &str, locale: Locale) -> String {
        let path = crate::paths::in_language(path, locale.tag());
        format!("{}{path}", self.base_url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_domain_is_the_host_alone() {
        for (base_url, domain) in [
            ("https://www.example.gov.cn", "www.example.gov.cn"),
            ("http://127.0.0.1:3000", "127.0.0.1"),
            ("", ""),
        ] {
            let facts = Facts {
                base_url: base_url.to_owned(),
                ..Facts::default()
            };
            assert_eq!(facts.domain(), domain);
        }
    }
}
