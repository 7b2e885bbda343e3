//! A list as CSV, sent while it is read.

use bytes::Bytes;
use futures::Stream;
use futures::stream;

use super::ExportTable;
use crate::Internal;
use crate::supervision::figures::{BYTE_ORDER_MARK, line};

impl ExportTable {
    /// The list as CSV in UTF-8, with its mark and a line of names first; a piece for each page. No cell is
    /// a formula.
    pub fn csv(self) -> impl Stream<Item = Result<Bytes, Internal>> + Send + 'static {
        let mut head = BYTE_ORDER_MARK.to_owned();
        line(&mut head, &self.head());
        let pages = stream::try_unfold(self, async |mut table| {
            let Some(lines) = table.next_page().await? else {
                return Ok(None);
            };
            let mut page = String::new();
            for cells in &lines {
                line(&mut page, cells);
            }
            Ok::<_, Internal>(Some((Bytes::from(page), table)))
        });
        futures::StreamExt::chain(stream::iter([Ok(Bytes::from(head))]), pages)
    }
}
