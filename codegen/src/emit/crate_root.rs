//! The crate's root and its small modules.

use super::{file, shown};
use crate::docs::{self, Markdown};
use crate::ir::{Codec, Service};
use crate::markdown;
use crate::names::library_name;
use crate::render::{Chunk, Declaration, File, Row};
use quote::quote;

/// `lib.rs`.
pub(super) fn lib(service: &Service) -> File {
    let mut documentation = service.docs.clone().or(|| Markdown::plain(&service.title));
    documentation.push_paragraph(&usage(service));
    let waiters = has_waiters(service).then(|| {
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
        #[doc(inline)]
        pub use client::Client;
        #[doc(inline)]
        pub use config::Config;
        #[doc(inline)]
        pub use error::Error;
    };
    let attributes = if service.has_deprecated() { WITH_DEPRECATED } else { ATTRIBUTES };
    let mut chunks = vec![
        Chunk::ModuleDocs(documentation),
        Chunk::Fixed(DEPENDENCY),
        Chunk::ModuleDocs(program(service)),
        Chunk::Fixed(attributes),
    ];
    if service.has_complex_types() {
        chunks.push(Chunk::Fixed(WITH_COMPLEX_TYPES));
    }
    chunks.push(Chunk::Items(items));
    File { path: "src/lib.rs".to_owned(), chunks }
}

/// The crate's attributes: its files are laid out by the generator, not by rustfmt; docs.rs says which features items need.
const ATTRIBUTES: &str = "#![cfg_attr(rustfmt, rustfmt_skip)]
#![cfg_attr(docsrs, feature(doc_cfg))]";

/// The same where users are warned about something, which the crate itself has to mention.
const WITH_DEPRECATED: &str = r"#![cfg_attr(rustfmt, rustfmt_skip)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![allow(deprecated)]";

/// What follows where clippy would have types of members be simpler than those of the model.
const WITH_COMPLEX_TYPES: &str = r#"#![allow(clippy::type_complexity, reason = "types are those of the model")]"#;

/// `rustfmt.toml`: generated files are laid out by the generator.
pub(super) fn rustfmt() -> File {
    File { path: "src/rustfmt.toml".to_owned(), chunks: vec![Chunk::Fixed("disable_all_formatting = true")] }
}

/// How the crate comes into a program, up to the line of its own.
fn usage(service: &Service) -> Markdown {
    markdown!(
        "# Usage\n\n```toml\n[dependencies]{}\n{}",
        if service.is_plain { "" } else { "\naws-config = \"1\"" },
        r#"tokio = { version = "1", features = ["macros", "rt-multi-thread"] }"#
    )
}

/// The crate's own line in a manifest, which follows its version.
const DEPENDENCY: &str = r#"#![doc = concat!(env!("CARGO_PKG_NAME"), " = \"", env!("CARGO_PKG_VERSION"), "\"")]"#;

/// A whole program, and what is where.
fn program(service: &Service) -> Markdown {
    const OF_AWS: &str = "`aws-config` finds region and credentials where every AWS SDK does.";
    const PLAIN: &str = "[`config`] has the other settings.";
    const ERRORS: &str = "A call fails with an [`SdkError`](error::SdkError) of its operation; `?` makes an [`Error`] of it, which all operations share.";
    let optional = [
        (service.has_events(), "[`event_receiver`]", "streams of events"),
        (service.presigns(), "[`presigning`]", "requests that are signed for others to send"),
        (has_waiters(service), "[`waiters`]", "polling until something is as it should be"),
    ];
    let mut rest = Markdown::default();
    for (_, module, what) in optional.into_iter().filter(|(there, ..)| *there) {
        rest.push_line(&markdown!("| {} | {} |", module, what));
    }
    markdown!(
        r"```

{}

{}

# What is where

| name | what it is for |
|---|---|
| [`Client`] | making calls: a method for each operation; cheap to clone |
| [`operation`] | a module for each operation: its input, output, errors, and examples |
| [`types`] | what inputs and outputs hold |
| [`config`] | a client's settings, with an example for each group |
| [`error`] | what a call fails with |
| [`primitives`] | times, blobs, documents, streams of bytes |{}

# Features

| feature | what it adds |
|---|---|
| `ring`, by default | TLS by rustls with ring |
| `aws-lc-rs` | TLS by rustls with AWS-LC, which takes precedence over ring |
| `blocking` | `blocking`: a client whose calls return when they are answered, for programs without async |
| `http2` | HTTP/2, where the service offers it |
| `reqwest` | requests sent by a `reqwest::Client` of your own |
| `test-util` | `test_util`: rules and recordings that answer in place of the service, for unit tests |

# Guides

{}",
        whole_program(service),
        markdown!("{} {}", if service.is_plain { PLAIN } else { OF_AWS }, ERRORS).wrapped(""),
        rest,
        guides(service).wrapped("")
    )
}

/// The guides of the generator's repository: links, if its address is known.
fn guides(service: &Service) -> Markdown {
    const GUIDES: [(&str, &str); 5] = [
        ("Getting started", "getting-started.md"),
        ("Testing", "testing.md"),
        ("In production", "production.md"),
        ("Streams, pages, waiters", "streaming-and-waiters.md"),
        ("Without async", "blocking.md"),
    ];
    let moving = (!service.is_plain).then_some(("Moving from the AWS SDK", "moving-from-aws-sdk.md"));
    let mut list = Markdown::default();
    for (title, file) in GUIDES.into_iter().chain(moving) {
        let guide = match &service.guides {
            // As documentation of a model's would have it, which no address can break out of.
            Some(folder) => docs::markdown(&format!("<a href=\"{}/{file}\">{title}</a>", folder.trim_end_matches('/'))),
            None => Markdown::code(file),
        };
        list = markdown!("{}{}{}", &list, if list.is_empty() { "" } else { ", " }, guide);
    }
    markdown!("The generator's repository has them in its folder `docs`: {}.", list)
}

/// A program that makes one call.
fn whole_program(service: &Service) -> Markdown {
    const AFTER: &str = r"    Ok(())
}
# }
# fn main() {}";
    let library = library_name(&service.package);
    let call = shown::first_call(service, &library);
    let (stand_in, import) = match service.is_plain {
        true => (String::new(), ""),
        false => (stand_in(&library), "use aws_config::BehaviorVersion;\n"),
    };
    let client = client_made(service, &library);
    let imports = format!("{import}{}", call.imports.trim_end());
    let imports = if imports.is_empty() { imports } else { format!("{}\n\n", imports.trim_end()) };
    // All of it is compiled but for the attribute: it needs tokio's macros, which a crate's own examples don't have.
    let before = format!(
        r#"# mod program {{
{stand_in}{imports}# /*
#[tokio::main]
# */
async fn main() {{
    if let Err(error) = run().await {{
        // One line: operation, code, message, HTTP status, request ID.
        eprintln!("{{error}}");
        std::process::exit(1);
    }}
}}

async fn run() -> Result<(), {library}::Error> {{"#
    );
    let code = format!("{client}\n{}", call.statements);
    let code: Vec<String> = code.trim_end().lines().map(|line| format!("    {line}")).collect();
    Markdown::example(&docs::Example::new(&before, &code.join("\n"), AFTER))
}

/// What stands in for `aws-config` where examples are compiled: generated crates don't depend on it.
fn stand_in(library: &str) -> String {
    format!(
        r"# mod aws_config {{
#     pub use {library}::config::BehaviorVersion;
#     pub async fn load_defaults(_: BehaviorVersion) -> aws_types::SdkConfig {{
#         aws_types::SdkConfig::builder().build()
#     }}
# }}
"
    )
}

/// How a client is made.
pub(super) fn client_made(service: &Service, library: &str) -> String {
    if service.is_plain { plain_client(service, library) } else { client(service, library) }
}

/// How a client is made of what `aws-config` loads.
fn client(service: &Service, library: &str) -> String {
    let client = match service.lacks_endpoint {
        true => format!(
            r#"let config = {library}::config::Builder::from(&config)
    .endpoint_url("https://api.example.com")
    .build();
let client = {library}::Client::from_conf(config);"#
        ),
        false => format!("let client = {library}::Client::new(&config);"),
    };
    format!("let config = aws_config::load_defaults(BehaviorVersion::latest()).await;\n{client}")
}

/// How a client is made of settings.
fn plain_client(service: &Service, library: &str) -> String {
    let login = login(service, library);
    format!(
        r#"let config = {library}::Config::builder()
    .endpoint_url("https://api.example.com"){login}
    .build();
let client = {library}::Client::from_conf(config);"#
    )
}

/// The setter by which callers say who they are, on a line of its own: the first, where there are several; nothing without.
pub(super) fn login(service: &Service, library: &str) -> String {
    match service.logins().first() {
        Some(setter @ (&"api_key" | &"bearer_token")) => format!("\n    .{setter}(\"…\".into())"),
        Some(setter) => format!("\n    .{setter}({library}::config::Login::new(\"user\", \"password\", None))"),
        None => String::new(),
    }
}

fn has_waiters(service: &Service) -> bool {
    service.operations.iter().any(|operation| !operation.waiters.is_empty())
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
    let mut docs = markdown!("Requests that are signed for others to send.");
    if let Some(example) = shown::presigned(service) {
        docs.push_paragraph(&Markdown::example(&example));
    }
    service.presigns().then(|| file("src/presigning.rs", docs, items))
}

/// `blocking.rs`, which is there with the feature of that name.
pub(super) fn blocking(service: &Service) -> File {
    let mut docs = markdown!(
        "The client for programs without async: its calls return when they are answered. Inside async code, which that would \
         hold up, they return an error."
    )
    .wrapped("");
    docs.push_paragraph(&Markdown::example(&shown::blocking(service)));
    let named = service.operations.iter().any(|operation| operation.pagination.is_some());
    let named = named.then(|| quote! { Iter, Paginator, PaginatorItems, });
    let loaded = (!service.is_plain).then(|| quote! { loaded $aws_types::SdkConfig });
    let rows = [quote! { client crate::client::Client }, quote! { config crate::config::Config }];
    let rows = rows.into_iter().chain(loaded).map(|row| Row::line(Markdown::default(), row));
    File {
        path: "src/blocking.rs".to_owned(),
        chunks: vec![
            Chunk::ModuleDocs(docs),
            Chunk::Items(quote! {
                pub use $sdk_runtime::blocking::{BlockingError, CustomizableOperation, #named Reader, block_on};
            }),
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
