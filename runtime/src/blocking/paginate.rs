//! All pages of a list operation, as iterators.

use super::block_on;
use super::handle::refused;
use crate::client::Operation;
use crate::error::SdkError;
use crate::paginate::{self, Paginated, PaginationStream};
use std::fmt::{self, Debug, Formatter};
use std::iter::FusedIterator;

/// Asks for one page after the other; `into_paginator()` of a blocking client's call makes it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent before the iterator of `send` is asked"]
pub struct Paginator<I> {
    inner: paginate::Paginator<I>,
}

impl<I: Paginated> Paginator<I> {
    /// Goes through the pages of the paginator.
    pub fn new(inner: paginate::Paginator<I>) -> Self {
        Self { inner }
    }

    /// Asks for pages of at most this many items; the service may give fewer, and knows an upper limit.
    pub fn page_size(self, limit: I::PageSize) -> Self {
        Self { inner: self.inner.page_size(limit) }
    }

    /// Whether a page that repeats the token it was asked for with is the last; `true` unless set. A service that
    /// gives a log's end again and again is followed with `false`.
    pub fn stop_on_duplicate_token(self, stop: bool) -> Self {
        Self { inner: self.inner.stop_on_duplicate_token(stop) }
    }

    /// Goes through the items of all pages.
    pub fn items(self) -> PaginatorItems<I> {
        PaginatorItems { inner: self.inner.items() }
    }

    /// Makes the iterator of pages. Each is asked for when it is its turn.
    pub fn send(self) -> Iter<I::Output, I::Error> {
        Iter::new::<I>(self.inner.send())
    }
}

/// Goes through the items of all pages.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent before the iterator of `send` is asked"]
pub struct PaginatorItems<I> {
    inner: paginate::PaginatorItems<I>,
}

impl<I: Paginated> PaginatorItems<I> {
    /// Makes the iterator of items. A page is asked for when its first item's turn comes.
    pub fn send(self) -> Iter<I::Item, I::Error> {
        Iter::new::<I>(self.inner.send())
    }
}

/// Pages or items, each waited for. It ends after an error.
#[must_use = "nothing is sent before it is asked"]
pub struct Iter<T, E> {
    operation: &'static str,
    left: Option<PaginationStream<Result<T, SdkError<E>>>>,
}

impl<T, E> Iter<T, E> {
    fn new<I: Operation>(left: PaginationStream<Result<T, SdkError<E>>>) -> Self {
        Self { operation: I::METADATA.name, left: Some(left) }
    }
}

impl<T, E> Iterator for Iter<T, E> {
    type Item = Result<T, SdkError<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = match block_on(self.left.as_mut()?.next()) {
            Ok(next) => next,
            Err(error) => Some(Err(refused(self.operation, error))),
        };
        if !matches!(next, Some(Ok(_))) {
            self.left = None;
        }
        next
    }
}

impl<T, E> FusedIterator for Iter<T, E> {}

impl<T, E> Debug for Iter<T, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Iter").field("operation", &self.operation).finish_non_exhaustive()
    }
}
