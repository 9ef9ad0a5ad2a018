//! The crate's root and its small modules.

use super::{example, file};
use crate::docs::Markdown;
use crate::ir::{Codec, Operation, Service};
use crate::markdown;
use crate::names::{ident, library_name};
use crate::render::{Chunk, Declaration, File, Row};
use quote::quote;

/// `lib.rs`.
pub(super) fn lib(service: &Service) -> File {
    let mut documentation = service.docs.clone().or(|| Markdown::plain(&service.title));
    documentation.push_paragraph(&usage(service));
    let waiters = service.operations.iter().any(|operation| !operation.waiters.is_empty());
    let waiters = waiters.then(|| {
        quote! {
            #[allow(
                clippy::double_ended_iterator_last,
                clippy::filter_next,
                clippy::len_zero,
                clippy::redundant_closure,
                reason = "the model's paths are followed step by step"
            )]
            pub mod waiters;
        }
    });
    let constraint = service.codecs().any(Codec::has_name).then(|| quote! { mod constraint; });
    let events = service.has_events().then(|| quote! { pub mod event_receiver; });
    let presigning = service.presigns().then(|| quote! { pub mod presigning; });
    let items = quote! {
        #[cfg(feature = "blocking")]
        pub mod blocking;
        pub mod client;
        pub mod config;
        pub mod error;
        #events
        pub mod meta;
        pub mod operation;
        #presigning
        pub mod primitives;
        #[cfg(feature = "test-util")]
        pub mod test_util;
        pub mod types;
        #waiters
        #constraint
        mod endpoint;
        pub use client::Client;
        pub use config::Config;
        pub use error::Error;
    };
    let attributes = if service.has_deprecated() { WITH_DEPRECATED } else { ATTRIBUTES };
    let mut chunks = vec![Chunk::ModuleDocs(documentation), Chunk::Fixed(attributes)];
    if service.has_complex_types() {
        chunks.push(Chunk::Fixed(WITH_COMPLEX_TYPES));
    }
    chunks.push(Chunk::Items(items));
    File { path: "src/lib.rs".to_owned(), chunks }
}

/// The crate's attributes: its files are laid out by the generator, not by rustfmt.
const ATTRIBUTES: &str = "#![cfg_attr(rustfmt, rustfmt_skip)]";

/// The same where users are warned about something, which the crate itself has to mention.
const WITH_DEPRECATED: &str = r"#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(deprecated)]";

/// What follows where clippy would have types of members be simpler than those of the model.
const WITH_COMPLEX_TYPES: &str = r#"#![allow(clippy::type_complexity, reason = "types are those of the model")]"#;

/// `rustfmt.toml`: generated files are laid out by the generator.
pub(super) fn rustfmt() -> File {
    File { path: "src/rustfmt.toml".to_owned(), chunks: vec![Chunk::Fixed("disable_all_formatting = true")] }
}

/// How the crate is used, and what is where.
fn usage(service: &Service) -> Markdown {
    const OF_AWS: &str = "It takes its settings from `aws-config`, as every AWS SDK\nclient does:";
    markdown!(
        r"# Usage

A [`Client`] has a method for each operation. {}

{}

[`operation`] has a module for each operation, with its errors and examples; [`types`] what they take and
return; [`error`] what can go wrong; [`config`] the settings.

# Features

| feature | what it adds |
|---|---|
| `ring`, by default | TLS by rustls with ring |
| `aws-lc-rs` | TLS by rustls with AWS-LC, which takes precedence over ring |
| `blocking` | a client whose calls return when they are answered, for programs without async |
| `http2` | HTTP/2, where the service offers it |
| `reqwest` | requests sent by a `reqwest::Client` of your own |
| `test-util` | `test_util`: rules and recordings that answer in place of the service, for unit tests |",
        if service.is_plain { "It is made from settings:" } else { OF_AWS },
        first_call(service)
    )
}

/// How a client is made, and the first call of the model's examples that succeeds; without one, a call that needs nothing.
fn first_call(service: &Service) -> Markdown {
    let library = library_name(&service.package);
    let mut operations = service.operations.iter().filter(|operation| operation.deprecated.is_none());
    let shown = operations.clone().find_map(|operation| Some((operation, succeeding(operation)?)));
    let example::Code { imports, statements } = match shown {
        Some((operation, shown)) => example::code(&library, operation, shown),
        None => operations.find(|operation| needs_nothing(operation)).map(bare_call).unwrap_or_default(),
    };
    let (parameter, client) = match service.is_plain {
        true => ("", plain_client(service, &library)),
        false => ("sdk_config: aws_types::SdkConfig", client(service, &library)),
    };
    example::compiled(parameter, &library, format!("{imports}{client}\n{statements}").trim_end())
}

/// How a client is made of what `aws-config` loads.
fn client(service: &Service, library: &str) -> String {
    let client = match service.lacks_endpoint {
        true => format!(
            r#"let config = {library}::config::Builder::from(&sdk_config)
    .endpoint_url("https://api.example.com")
    .build();
let client = {library}::Client::from_conf(config);"#
        ),
        false => format!("let client = {library}::Client::new(&sdk_config);"),
    };
    format!("// let sdk_config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;\n{client}")
}

/// How a client is made of settings, with the first of those by which callers say who they are.
fn plain_client(service: &Service, library: &str) -> String {
    let login = match service.logins().first() {
        Some(setter @ (&"api_key" | &"bearer_token")) => format!("\n    .{setter}(\"…\".into())"),
        Some(setter) => format!("\n    .{setter}({library}::config::Login::new(\"user\", \"password\", None))"),
        None => String::new(),
    };
    format!(
        r#"let config = {library}::Config::builder()
    .endpoint_url("https://api.example.com"){login}
    .build();
let client = {library}::Client::from_conf(config);"#
    )
}

fn succeeding(operation: &Operation) -> Option<&crate::ir::Example> {
    operation.examples.iter().find(|example| example.error.is_none())
}

fn needs_nothing(operation: &Operation) -> bool {
    operation.input.members.iter().all(|member| !member.required)
}

fn bare_call(operation: &Operation) -> example::Code {
    let method = ident(&operation.method);
    example::Code::of(quote! {
        let output = client.#method().send().await?;
        println!("{output:?}");
    })
}

/// `primitives.rs`.
pub(super) fn primitives(service: &Service) -> File {
    let events = service.has_events().then(|| {
        quote! {
            /// Streams of events: their two ends, and messages as they are on the wire.
            pub mod event_stream {
                pub use $sdk_runtime::event_stream::{
                    EventReceiver, EventStreamSender, Header, HeaderValue, Message, RawMessage, StrBytes,
                };
            }
        }
    });
    let items = quote! {
        pub use $sdk_runtime::primitives::*;
        #events
    };
    file("src/primitives.rs", markdown!("Types that operations use beside strings and numbers."), items)
}

/// `event_receiver.rs`, under which users of the AWS SDK for Rust know the end of a stream.
pub(super) fn event_receiver() -> File {
    let items = quote! { pub use $sdk_runtime::event_stream::EventReceiver; };
    file("src/event_receiver.rs", markdown!("What an operation's stream of events is received with."), items)
}

/// `presigning.rs`, if calls can be signed for others to send.
pub(super) fn presigning(service: &Service) -> Option<File> {
    let items = quote! { pub use $sdk_runtime::client::presigning::*; };
    service
        .presigns()
        .then(|| file("src/presigning.rs", markdown!("Requests that are signed for others to send."), items))
}

/// `blocking.rs`, which is there with the feature of that name.
pub(super) fn blocking(service: &Service) -> File {
    let docs = markdown!(
        "The client for programs without async: its calls return when they are answered. Inside async code, which that would \
         hold up, they return an error."
    );
    let loaded = (!service.is_plain).then(|| quote! { loaded $aws_types::SdkConfig });
    let rows = [quote! { client crate::client::Client }, quote! { config crate::config::Config }];
    let rows = rows.into_iter().chain(loaded).map(|row| Row::line(Markdown::default(), row));
    File {
        path: "src/blocking.rs".to_owned(),
        chunks: vec![
            Chunk::ModuleDocs(docs.wrapped("")),
            Chunk::Items(quote! { pub use $sdk_runtime::blocking::{BlockingError, Reader, block_on}; }),
            Chunk::Declaration(Declaration {
                name: quote! { $sdk_runtime::blocking_client },
                rows: rows.collect(),
                ..Declaration::default()
            }),
        ],
    }
}

/// `meta.rs`.
pub(super) fn meta(service: &Service) -> File {
    let version = &service.api_version;
    let items = quote! {
        /// The version of this crate.
        pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");
        /// The version of the service's API.
        pub static API_VERSION: &str = #version;
    };
    file("src/meta.rs", markdown!("About this crate."), items)
}
