//! What a client may do.

/// Permission of an API client. A client has those that its operator granted and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Reads the public catalogue.
    CatalogueRead,
    /// Reads the status of cases whose number it knows.
    CasesRead,
}

impl Scope {
    /// All scopes.
    pub const ALL: [Self; 2] = [Self::CatalogueRead, Self::CasesRead];

    /// The name of the scope, as operators write it and as it is stored.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::CatalogueRead => "catalogue:read",
            Self::CasesRead => "cases:read",
        }
    }

    /// The scope of this name.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.key() == key)
    }
}

/// Scopes as stored, joined by commas, each once.
pub(super) fn join(scopes: &[Scope]) -> String {
    let mut scopes = scopes.to_vec();
    scopes.sort();
    scopes.dedup();
    let keys: Vec<&str> = scopes.into_iter().map(Scope::key).collect();
    keys.join(",")
}

/// Scopes from what is stored. A name that is no longer known grants nothing.
pub(super) fn split(stored: &str) -> Vec<Scope> {
    stored.split(',').filter_map(Scope::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_survive_storage() {
        assert_eq!(split(&join(&Scope::ALL)), Scope::ALL);
        assert_eq!(join(&[Scope::CasesRead, Scope::CasesRead]), "cases:read");
        assert_eq!(split("cases:write,cases:read"), [Scope::CasesRead]);
    }
}
