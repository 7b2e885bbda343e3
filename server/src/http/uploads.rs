//! The size of what is posted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Body;
use futures::{Stream, StreamExt as _};

/// Largest post to the door that takes files, in bytes: the largest material with the answers of a
/// long step and the frame of a multipart message.
pub const UPLOAD_BYTES: usize = 25 * 1024 * 1024;

/// How much of a post that is too large is still read and thrown away. A browser shows an answer only
/// after it has sent everything; cut off earlier, it shows an error of its own instead of our page.
const DISCARDED_BYTES: usize = 256 * 1024 * 1024;

/// Tells whether a body was larger than allowed.
#[derive(Clone, Debug, Default)]
pub struct TooLarge(Arc<AtomicBool>);

impl TooLarge {
    /// Known once the body has been read.
    pub fn is_so(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// The same body, ended by an error after `limit` bytes; the rest is read to its end first.
pub fn limited(body: Body, limit: usize) -> (Body, TooLarge) {
    let too_large = TooLarge::default();
    let flag = too_large.clone();
    let chunks = body.into_data_stream();
    let stream = futures::stream::unfold(Some((chunks, limit)), move |state| {
        let flag = flag.clone();
        async move {
            let (mut chunks, left) = state?;
            match chunks.next().await? {
                Err(error) => Some((Err(error), None)),
                Ok(chunk) if chunk.len() <= left => {
                    let left = left - chunk.len();
                    Some((Ok(chunk), Some((chunks, left))))
                }
                Ok(_) => {
                    flag.0.store(true, Ordering::Release);
                    discard(chunks).await;
                    Some((
                        Err(axum::Error::new(std::io::Error::other(
                            "the body is too large",
                        ))),
                        None,
                    ))
                }
            }
        }
    });
    (Body::from_stream(stream), too_large)
}

/// Reads what still comes, up to a limit, and forgets it.
async fn discard<E>(mut chunks: impl Stream<Item = Result<bytes::Bytes, E>> + Unpin) {
    let mut left = DISCARDED_BYTES;
    while let Some(Ok(chunk)) = chunks.next().await {
        left = left.saturating_sub(chunk.len());
        if left == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body_of(chunks: usize) -> Body {
        let chunk = bytes::Bytes::from_static(&[0; 1000]);
        let chunks = std::iter::repeat_n(chunk, chunks).map(Ok::<_, std::io::Error>);
        Body::from_stream(futures::stream::iter(chunks))
    }

    #[tokio::test]
    async fn a_body_within_the_limit_passes() {
        let (body, too_large) = limited(body_of(3), 3000);
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        assert_eq!(bytes.len(), 3000);
        assert!(!too_large.is_so());
    }

    #[tokio::test]
    async fn a_larger_one_ends_in_an_error_and_says_so() {
        let (body, too_large) = limited(body_of(4), 3999);
        assert!(axum::body::to_bytes(body, usize::MAX).await.is_err());
        assert!(too_large.is_so());
    }
}
