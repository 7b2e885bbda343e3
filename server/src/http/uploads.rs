//! The size of what is posted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::{Body, BodyDataStream};
use bytes::Bytes;
use futures::StreamExt as _;

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

/// How a body ends that is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// By an error, where half of the body could be taken for a whole one.
    Error,
    /// As if the connection had ended: a multipart message shows by itself that it is not whole, and
    /// the parts that came before are read.
    Short,
}

/// Where the reading of a body stands.
enum Reading {
    /// So many bytes may still come.
    Within(BodyDataStream, usize),
    /// The last allowed byte was passed on, and more has come.
    Beyond(BodyDataStream),
    /// Nothing more is passed on.
    Over,
}

/// The same body, cut after `limit` bytes; the rest is read to its end first.
pub fn limited(body: Body, limit: usize, cut: Cut) -> (Body, TooLarge) {
    let too_large = TooLarge::default();
    let flag = too_large.clone();
    let begin = Reading::Within(body.into_data_stream(), limit);
    let stream = futures::stream::unfold(begin, move |reading| next(reading, cut, flag.clone()));
    (Body::from_stream(stream), too_large)
}

/// The next piece, and where the reading stands after it.
async fn next(
    reading: Reading,
    cut: Cut,
    too_large: TooLarge,
) -> Option<(Result<Bytes, axum::Error>, Reading)> {
    match reading {
        Reading::Within(mut chunks, left) => match chunks.next().await? {
            Ok(chunk) if chunk.len() <= left => {
                let left = left - chunk.len();
                Some((Ok(chunk), Reading::Within(chunks, left)))
            }
            Ok(mut chunk) => Some((Ok(chunk.split_to(left)), Reading::Beyond(chunks))),
            Err(error) => Some((Err(error), Reading::Over)),
        },
        Reading::Beyond(chunks) => {
            too_large.0.store(true, Ordering::Release);
            discard(chunks).await;
            let error = axum::Error::new(std::io::Error::other("the body is too large"));
            (cut == Cut::Error).then_some((Err(error), Reading::Over))
        }
        Reading::Over => None,
    }
}

/// Reads what still comes, up to a limit, and forgets it.
async fn discard(mut chunks: BodyDataStream) {
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
        let chunk = Bytes::from_static(&[0; 1000]);
        let chunks = std::iter::repeat_n(chunk, chunks).map(Ok::<_, std::io::Error>);
        Body::from_stream(futures::stream::iter(chunks))
    }

    #[tokio::test]
    async fn a_body_within_the_limit_passes() {
        let (body, too_large) = limited(body_of(3), 3000, Cut::Error);
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        assert_eq!(bytes.len(), 3000);
        assert!(!too_large.is_so());
    }

    /// Bytes that a body passes on, and whether it ends in an error.
    async fn read(body: Body) -> (usize, bool) {
        let mut pieces = body.into_data_stream();
        let mut passed = 0;
        while let Some(piece) = pieces.next().await {
            match piece {
                Ok(piece) => passed += piece.len(),
                Err(_) => return (passed, true),
            }
        }
        (passed, false)
    }

    #[tokio::test]
    async fn a_larger_one_passes_up_to_the_limit_and_says_so() {
        for (cut, ends_in_error) in [(Cut::Error, true), (Cut::Short, false)] {
            let (body, too_large) = limited(body_of(4), 2500, cut);
            assert_eq!(read(body).await, (2500, ends_in_error));
            assert!(too_large.is_so());
        }
    }
}
