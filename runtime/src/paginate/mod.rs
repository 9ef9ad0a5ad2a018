//! All pages of a list operation.
//!
//! In: an input with a token member (`smithy.api#paginated`). Out: a lazy stream of its outputs or their items; each
//! page is asked for when the one before has been consumed. The stream ends after a page whose token is absent or
//! empty, after a page that repeats the token it was asked for with
//! ([`stop_on_duplicate_token`](Paginator::stop_on_duplicate_token)), and after an error.

mod stream;
mod token;

pub use stream::{Collect, PaginationStream};
pub use token::PageToken;

use crate::client::Operation;
use crate::client::{BoxFuture, Caller, Handle};
use crate::error::SdkError;
use futures_core::Stream;
use std::fmt::{self, Debug, Formatter};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// An operation that gives its results page by page.
pub trait Paginated: Operation + Clone {
    /// What a page is a list of.
    type Item: Send + 'static;
    /// What stands for a page: a string for most operations, a key for those of a database.
    type Token: PageToken;
    /// What the page size is written as, `i32` for most operations; [`Infallible`](std::convert::Infallible) for one that
    /// takes none.
    type PageSize;
    /// The token for the page after `output`.
    fn output_token(output: &Self::Output) -> Option<Self::Token>;
    /// The token that this input asks with.
    fn token(&self) -> Option<&Self::Token>;
    /// Asks for the page that a token stands for.
    fn set_token(&mut self, token: Option<Self::Token>);
    /// Asks for pages of at most this many items.
    fn set_page_size(&mut self, size: Self::PageSize);
    /// The items of a page, in order; none where the list is absent. Those of a map are its entries.
    fn into_items(output: Self::Output) -> Vec<Self::Item>;
}

/// Asks for one page after the other.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent before the stream of `send` is polled"]
pub struct Paginator<I> {
    handle: Handle,
    input: I,
    stop_on_duplicate_token: bool,
}

impl<I: Paginated> Paginator<I> {
    /// Starts with the page that `input` asks for: the first one, unless it has a token.
    pub fn new(handle: Handle, input: I) -> Self {
        Self { handle: handle.called_by(Caller::Paginator), input, stop_on_duplicate_token: true }
    }

    /// Asks for pages of at most this many items; the service may give fewer, and knows an upper limit.
    pub fn page_size(mut self, limit: I::PageSize) -> Self {
        self.input.set_page_size(limit);
        self
    }

    /// Whether a page that repeats the token it was asked for with is the last; `true` unless set. A service that
    /// gives a log's end again and again is followed with `false`.
    pub fn stop_on_duplicate_token(mut self, stop: bool) -> Self {
        self.stop_on_duplicate_token = stop;
        self
    }

    /// Goes through the items of all pages.
    pub fn items(self) -> PaginatorItems<I> {
        PaginatorItems { pages: self }
    }

    /// Makes the stream of pages. Nothing is sent until it is polled.
    pub fn send(self) -> PaginationStream<Result<I::Output, SdkError<I::Error>>> {
        PaginationStream::new(self.pages())
    }

    fn pages(self) -> Pages<I> {
        Pages {
            handle: self.handle,
            stop: self.stop_on_duplicate_token,
            went_on: false,
            state: State::Next(Box::new(self.input)),
        }
    }
}

/// Goes through the items of all pages.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent before the stream of `send` is polled"]
pub struct PaginatorItems<I> {
    pages: Paginator<I>,
}

impl<I: Paginated> PaginatorItems<I> {
    /// Makes the stream of items. Nothing is sent until it is polled.
    pub fn send(self) -> PaginationStream<Result<I::Item, SdkError<I::Error>>> {
        PaginationStream::new(Items { pages: self.pages.pages(), page: Vec::new().into_iter() })
    }
}

type Answer<I> = Result<<I as Operation>::Output, SdkError<<I as Operation>::Error>>;

/// The stream of pages.
struct Pages<I: Paginated> {
    handle: Handle,
    stop: bool,
    /// Whether the token that is asked with came from a page, rather than from the program.
    went_on: bool,
    state: State<I>,
}

enum State<I: Paginated> {
    Next(Box<I>),
    Asked(BoxFuture<(Box<I>, Answer<I>)>),
    Done,
}

impl<I: Paginated> Pages<I> {
    fn ask(&self, input: Box<I>) -> State<I> {
        let handle = self.handle.clone();
        State::Asked(Box::pin(async move {
            let mut input = input;
            let answer = handle.send(&mut *input).await;
            (input, answer)
        }))
    }

    /// What follows a page.
    fn after(&mut self, mut input: Box<I>, output: &I::Output) -> State<I> {
        let Some(token) = I::output_token(output).filter(|token| !token.is_last()) else {
            return State::Done;
        };
        if self.stop && self.went_on && input.token() == Some(&token) {
            return State::Done;
        }
        self.went_on = true;
        input.set_token(Some(token));
        State::Next(input)
    }
}

impl<I: Paginated> Stream for Pages<I> {
    type Item = Answer<I>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match &mut self.state {
                State::Done => return Poll::Ready(None),
                State::Asked(asked) => {
                    let (input, answer) = ready!(asked.as_mut().poll(context));
                    let state = match &answer {
                        Ok(output) => self.after(input, output),
                        Err(_) => State::Done,
                    };
                    self.state = state;
                    return Poll::Ready(Some(answer));
                }
                State::Next(_) => {
                    if let State::Next(input) = std::mem::replace(&mut self.state, State::Done) {
                        self.state = self.ask(input);
                    }
                }
            }
        }
    }
}

impl<I: Paginated> Unpin for Pages<I> {}

/// The stream of items.
struct Items<I: Paginated> {
    pages: Pages<I>,
    page: std::vec::IntoIter<I::Item>,
}

impl<I: Paginated> Unpin for Items<I> {}

impl<I: Paginated> Stream for Items<I> {
    type Item = Result<I::Item, SdkError<I::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(output)) => self.page = I::into_items(output).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T> Debug for PaginationStream<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("PaginationStream")
    }
}
