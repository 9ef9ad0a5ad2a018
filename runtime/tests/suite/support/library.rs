//! A service as the generator would declare it: a library, with members in every place of an answer.

use super::SERVICE;
use sdk_runtime::Handle;
use sdk_runtime::client::{Operation, StreamIn};
use sdk_runtime::codec::{EpochSeconds, HttpDate, List, Map, Nested, Plain, Streamed};
pub use sdk_runtime::config::{self, Config};
use sdk_runtime::declare::{Effect, Metadata};
use sdk_runtime::error::ErrorMetadata;
use sdk_runtime::primitives::{ByteStream, DateTime};
use std::collections::HashMap;

/// Calls the library.
#[derive(Clone, Debug)]
pub struct Client {
    handle: Handle,
}

impl Client {
    pub fn from_conf(config: Config) -> Self {
        Self { handle: Handle::new(&SERVICE, config) }
    }

    pub fn get_book(&self) -> GetBookFluentBuilder {
        GetBookFluentBuilder::new(self.handle.clone())
    }

    pub fn lend_book(&self) -> LendBookFluentBuilder {
        LendBookFluentBuilder::new(self.handle.clone())
    }

    pub fn list_books(&self) -> ListBooksFluentBuilder {
        ListBooksFluentBuilder::new(self.handle.clone())
    }

    pub fn scan_book(&self) -> ScanBookFluentBuilder {
        ScanBookFluentBuilder::new(self.handle.clone())
    }
}

sdk_runtime::structure! {
    /// A book.
    pub struct Book {
        /// Its title.
        pub title: Option<String>,
        /// Who has it.
        pub reader: Option<String>,
    }
    shared BookBuilder {
        title, set_title, get_title: optional text = member "title";
        reader, set_reader, get_reader: optional text + sensitive = member "reader";
    }
}

macro_rules! operation {
    ($input:ident, $output:ident, $name:literal, $method:literal, $uri:literal, $effect:ident $(, $($more:tt)*)?) => {
        impl Operation for $input {
            type Output = $output;
            type Error = Error;
            const METADATA: &'static Metadata = &Metadata {
                service: &SERVICE,
                name: $name,
                method: $method,
                uri: $uri,
                effect: Effect::$effect,
            };
            $($($more)*)?
        }
    };
}

sdk_runtime::structure! {
    /// Which book.
    pub struct GetBookInput {
        /// Its number.
        pub id: Option<String>,
        /// Who asks.
        pub reader: Option<String>,
    }
    input GetBookInputBuilder, GetBookFluentBuilder => GetBookOutput, Error {
        id, set_id, get_id: optional text = label "id";
        reader, set_reader, get_reader: optional text + sensitive = query "reader" in "as";
    }
}

sdk_runtime::structure! {
    /// A book, spread over the whole answer.
    pub struct GetBookOutput {
        /// Required.
        pub title: String,
        /// In the status.
        pub status: Option<i32>,
        /// In a header.
        pub shelves: Option<Vec<String>>,
        /// In a header.
        pub printed: Option<DateTime>,
        /// In headers.
        pub notes: Option<HashMap<String, String>>,
        /// In the body.
        pub bought: Option<DateTime>,
    }
    output try GetBookOutputBuilder {
        title, set_title, get_title: always text = member "title";
        status, set_status, get_status: optional copy(i32) = status "status";
        shelves, set_shelves, get_shelves: optional texts = header "shelves" in "X-Shelves" as List(Plain);
        printed, set_printed, get_printed: optional value(DateTime) = header "printed" in "X-Printed" as HttpDate;
        notes, set_notes, get_notes: optional map(String, String) = prefix_headers "notes" in "x-note-" as Map(Plain);
        bought, set_bought, get_bought: optional value(DateTime) = member "bought" as EpochSeconds;
    }
}

operation! { GetBookInput, GetBookOutput, "GetBook", "GET", "/books/{id}", ReadOnly }

sdk_runtime::structure! {
    /// To whom.
    pub struct LendBookInput {
        /// The book.
        pub id: Option<String>,
        /// Who gets it.
        pub reader: Option<String>,
        /// For how long.
        pub days: Option<i32>,
        /// A token.
        pub token: Option<String>,
    }
    input LendBookInputBuilder, LendBookFluentBuilder => LendBookOutput, Error {
        id, set_id, get_id: optional text = label "id";
        reader, set_reader, get_reader: optional text + sensitive + required = member "reader";
        days, set_days, get_days: optional copy(i32) = member "days";
        token, set_token, get_token: optional text + token = member "clientToken";
    }
}

sdk_runtime::structure! {
    /// The book.
    pub struct LendBookOutput {
        /// As the whole body.
        pub book: Option<Book>,
    }
    output LendBookOutputBuilder {
        book, set_book, get_book: optional value(Book) = payload "book" as Nested;
    }
}

operation! { LendBookInput, LendBookOutput, "LendBook", "POST", "/books/{id}/loans", Plain }

sdk_runtime::structure! {
    /// Which page.
    pub struct ListBooksInput {
        /// The page.
        pub next_token: Option<String>,
        /// How many.
        pub max_results: Option<i32>,
    }
    input ListBooksInputBuilder, ListBooksFluentBuilder => ListBooksOutput, Error {
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults";
    }
}

sdk_runtime::structure! {
    /// A page.
    pub struct ListBooksOutput {
        /// Its books.
        pub books: Option<Vec<Book>>,
        /// The next.
        pub next_token: Option<String>,
    }
    output ListBooksOutputBuilder {
        books, set_books, get_books: optional list(Book) = member "books" as List(Nested);
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
    }
}

operation! { ListBooksInput, ListBooksOutput, "ListBooks", "GET", "/books", ReadOnly }

sdk_runtime::paginated! {
    ListBooksInput, ListBooksFluentBuilder, ListBooksPaginator, ListBooksPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items Book = |output| output.books;
    }
}

sdk_runtime::structure! {
    /// A book's text.
    pub struct ScanBookInput {
        /// The book.
        pub id: Option<String>,
        /// Its text.
        pub text: ByteStream,
    }
    streaming input ScanBookInputBuilder, ScanBookFluentBuilder => ScanBookOutput, Error {
        id, set_id, get_id: optional text = label "id";
        text, set_text, get_text: always stream + sensitive or(ByteStream::default()) = stream "text" as Streamed("text/plain");
    }
}

sdk_runtime::structure! {
    /// The text again.
    pub struct ScanBookOutput {
        /// In a header.
        pub language: Option<String>,
        /// The body.
        pub text: ByteStream,
    }
    streaming output ScanBookOutputBuilder {
        language, set_language, get_language: optional text = header "language" in "X-Language";
        text, set_text, get_text: always stream + sensitive or(ByteStream::default()) = stream "text" as Streamed("text/plain");
    }
}

operation! {
    ScanBookInput, ScanBookOutput, "ScanBook", "PUT", "/books/{id}/text", Idempotent,
    const REQUEST_STREAM: StreamIn<Self> = Some(|input| &mut input.text);
    const RESPONSE_STREAM: StreamIn<Self::Output> = Some(|output| &mut output.text);
}

sdk_runtime::structure! {
    /// There is no such book.
    pub struct NoSuchBook {
        /// What was asked for.
        pub id: Option<String>,
        /// In words.
        pub message: Option<String>,
    }
    error NoSuchBookBuilder {
        id, set_id, get_id: optional text = header "id" in "X-Book";
        message, set_message, get_message: optional text = member "message";
    }
}

sdk_runtime::structure! {
    /// The library is closed.
    pub struct Closed {
    }
    error ClosedBuilder {}
}

sdk_runtime::service_error! {
    /// What the library answers.
    pub enum Error of (crate::support::library) {
        /// There is no such book.
        NoSuchBook = "NoSuchBook" (404), is_no_such_book;
        /// The library is closed.
        Closed = "Closed" (503), is_closed;
    }
}

pub fn book(title: &str) -> Book {
    Book::builder().title(title).build()
}
