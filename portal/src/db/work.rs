//! A use case on its way through a transaction, with its types erased so that it fits in a queue.

use futures::future::BoxFuture;
use sea_orm::DatabaseTransaction;
use tokio::sync::oneshot;

use crate::error::Internal;

/// Something to do inside a transaction. Dropping it, or the future of `run`, tells the caller that
/// nothing was done.
pub(super) trait Work: Send {
    /// Does it. The caller hears nothing yet.
    fn run<'t>(self: Box<Self>, transaction: &'t DatabaseTransaction) -> BoxFuture<'t, Finished>;

    /// Tells the caller that it cannot be done.
    fn refuse(self: Box<Self>, why: Internal);
}

/// Work that has been done but not committed.
pub(super) struct Finished {
    /// Whether its changes are to be kept.
    pub(super) keep: bool,
    /// Tells the caller, given how the commit ended.
    pub(super) acknowledge: Box<dyn FnOnce(Result<(), Internal>) + Send>,
}

/// The closure of a use case, and where its caller waits.
pub(super) struct UseCase<T, E, F> {
    work: F,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> UseCase<T, E, F> {
    pub(super) fn new(work: F) -> (Box<Self>, oneshot::Receiver<Result<T, E>>) {
        let (answer, answered) = oneshot::channel();
        (Box::new(Self { work, answer }), answered)
    }
}

impl<T, E, F> Work for UseCase<T, E, F>
where
    F: for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: From<Internal> + Send + 'static,
{
    fn run<'t>(self: Box<Self>, transaction: &'t DatabaseTransaction) -> BoxFuture<'t, Finished> {
        let Self { work, answer } = *self;
        Box::pin(async move {
            let result = work(transaction).await;
            Finished {
                keep: result.is_ok(),
                acknowledge: Box::new(move |committed| {
                    // A caller who has gone away is no reason to complain.
                    let _ = answer.send(committed.map_err(E::from).and(result));
                }),
            }
        })
    }

    fn refuse(self: Box<Self>, why: Internal) {
        let _ = self.answer.send(Err(why.into()));
    }
}
