//! The crate's root and its small modules.

use super::file;
use crate::docs::{Example, Markdown};
use crate::ir::{Codec, Service};
use crate::markdown;
use crate::names::{ident, library_name};
use crate::render::{Chunk, File};
use quote::quote;

/// `lib.rs`.
pub(super) fn lib(service: &Service) -> File {
    let mut documentation = service.docs.clone().or(|| Markdown::plain(&service.title));
    usage(service).iter().for_each(|paragraph| documentation.push_paragraph(paragraph));
    let waiters = service.operations.iter().any(|operation| !operation.waiters.is_empty());
    let waiters = waiters.then(|| quote! { pub mod waiters; });
    let constraint = service.codecs().any(Codec::has_name).then(|| quote! { mod constraint; });
    let items = quote! {
        pub mod client;
        pub mod config;
        pub mod error;
        pub mod meta;
        pub mod operation;
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
    // What users are warned about, the crate itself has to mention.
    let attributes = match service.has_deprecated() {
        true => "#![cfg_attr(rustfmt, rustfmt_skip)]\n#![allow(deprecated)]",
        false => "#![cfg_attr(rustfmt, rustfmt_skip)]",
    };
    File {
        path: "src/lib.rs".to_owned(),
        chunks: vec![
            Chunk::ModuleDocs(documentation),
            // Generated files are laid out by the generator, not by rustfmt.
            Chunk::Fixed(attributes),
            Chunk::Items(items),
        ],
    }
}

/// `rustfmt.toml`: generated files are laid out by the generator.
pub(super) fn rustfmt() -> File {
    File { path: "src/rustfmt.toml".to_owned(), chunks: vec![Chunk::Fixed("disable_all_formatting = true")] }
}

/// How the crate is used, in paragraphs.
fn usage(service: &Service) -> [Markdown; 4] {
    let library = library_name(&service.package);
    let call = service.operations.iter().find(|operation| {
        operation.deprecated.is_none() && operation.input.members.iter().all(|member| !member.required)
    });
    let call = call.map_or(String::new(), |operation| {
        format!("\nlet output = client.{}().send().await?;\nprintln!(\"{{output:?}}\");", ident(&operation.method))
    });
    let before = format!(
        "# async fn example(sdk_config: aws_types::SdkConfig) -> Result<(), {library}::Error> {{\n\
         // let sdk_config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;"
    );
    let code = format!("let client = {library}::Client::new(&sdk_config);{call}");
    [
        markdown!("# Usage"),
        markdown!(
            "A [`Client`] has a method for each operation. It takes its settings from `aws-config`, as every AWS SDK\n\
             client does:"
        ),
        Markdown::example(&Example::new(&before, &code, "# Ok(())\n# }")),
        markdown!(
            "[`operation`] has a module for each operation, with its errors and examples; [`types`] what they take and\n\
             return; [`error`] what can go wrong; [`config`] the settings."
        ),
    ]
}

/// `primitives.rs`.
pub(super) fn primitives() -> File {
    let items = quote! { pub use $sdk_runtime::primitives::*; };
    file("src/primitives.rs", markdown!("Types that operations use beside strings and numbers."), items)
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
