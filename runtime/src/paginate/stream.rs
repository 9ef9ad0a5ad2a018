//! A stream that is usable without `futures`' extension traits.

use futures_core::Stream;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Pages or items, as they arrive. Also a [`Stream`], for the combinators of `futures` and `tokio-stream`.
#[must_use = "nothing is sent before it is polled"]
pub struct PaginationStream<T> {
    inner: Pin<Box<dyn Stream<Item = T> + Send>>,
}

impl<T> PaginationStream<T> {
    pub(super) fn new(stream: impl Stream<Item = T> + Send + 'static) -> Self {
        Self { inner: Box::pin(stream) }
    }

    /// The next one; `None` at the end.
    pub async fn next(&mut self) -> Option<T> {
        poll_fn(|context| self.inner.as_mut().poll_next(context)).await
    }

    /// All that are left: into a `Vec` of results, or into a `Result` of a `Vec`, which ends at the first error.
    pub async fn collect<C: Collect<T>>(mut self) -> C {
        let mut all = C::start();
        while let Some(one) = self.next().await {
            if !all.add(one) {
                break;
            }
        }
        all
    }
}

impl<T, E> PaginationStream<Result<T, E>> {
    /// The next one; `Ok(None)` at the end.
    ///
    /// # Errors
    ///
    /// That of the call for the page.
    pub async fn try_next(&mut self) -> Result<Option<T>, E> {
        self.next().await.transpose()
    }

    /// All that are left.
    ///
    /// # Errors
    ///
    /// The first one.
    pub async fn try_collect(self) -> Result<Vec<T>, E> {
        self.collect().await
    }
}

impl<T> Stream for PaginationStream<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        self.inner.as_mut().poll_next(context)
    }
}

/// What [`PaginationStream::collect`] collects into: a `Vec`, or a `Result` of one, which ends at the first error. Nothing else
/// implements it.
pub trait Collect<T>: Sized + sealed::Sealed {
    /// Nothing yet.
    fn start() -> Self;
    /// Takes one; says whether to go on.
    fn add(&mut self, one: T) -> bool;
}

mod sealed {
    #[expect(unnameable_types, reason = "so that nobody else implements what needs it")]
    pub trait Sealed {}

    impl<T> Sealed for Vec<T> {}
    impl<C: Sealed, E> Sealed for Result<C, E> {}
}

impl<T> Collect<T> for Vec<T> {
    fn start() -> Self {
        Vec::new()
    }

    fn add(&mut self, one: T) -> bool {
        self.push(one);
        true
    }
}

impl<T, E, C: Collect<T>> Collect<Result<T, E>> for Result<C, E> {
    fn start() -> Self {
        Ok(C::start())
    }

    fn add(&mut self, one: Result<T, E>) -> bool {
        match (self, one) {
            (Ok(all), Ok(one)) => all.add(one),
            (this @ Ok(_), Err(error)) => {
                *this = Err(error);
                false
            }
            (Err(_), _) => false,
        }
    }
}
