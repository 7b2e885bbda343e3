//! Passwords: Argon2id, never on a thread that serves requests.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

use crate::Internal;

/// Hash of no password at all. Verifying against it takes as long as against a real one, so that
/// the time of an answer does not tell whether an account exists.
pub(super) const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$dG9uZ2JhbiBub2JvZHk$\
                      c1H0VwSbJxQ9cJvUqv2dB4QkZJ3l0vGJp8oVYk3m0nA";

/// Hashes a password with the library's defaults (Argon2id, 19 MiB, two passes).
pub(super) async fn hash(password: String) -> Result<String, Internal> {
    run(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
            .map_err(|error| Internal::caused("hashing a password failed", error))
    })
    .await?
}

/// Whether the password is the one behind `stored`; without an account it only spends the time.
pub(super) async fn verify(password: String, stored: Option<String>) -> Result<bool, Internal> {
    run(move || {
        let known = stored.is_some();
        let phc = stored.unwrap_or_else(|| NOBODY.to_owned());
        let hash = PasswordHash::new(&phc)
            .map_err(|error| Internal::caused("hashing a password failed", error))?;
        Ok(Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
            && known)
    })
    .await?
}

async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Internal> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Internal::caused("hashing a password failed", error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_verifies() {
        let stored = hash("correct horse".to_owned()).await.unwrap();
        assert!(
            verify("correct horse".to_owned(), Some(stored.clone()))
                .await
                .unwrap()
        );
        assert!(
            !verify("correct house".to_owned(), Some(stored))
                .await
                .unwrap()
        );
        assert!(!verify("anything".to_owned(), None).await.unwrap());
    }
}
