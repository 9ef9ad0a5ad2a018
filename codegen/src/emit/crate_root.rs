//! The crate's root and its small modules.

use super::file;
use crate::ir::Service;
use crate::names::{ident, library_name};
use crate::render::{Chunk, File};
use quote::quote;

/// `lib.rs`.
pub(super) fn lib(service: &Service) -> File {
    let documentation = format!(
        "{}\n\n{}",
        if service.docs.is_empty() { service.title.clone() } else { service.docs.clone() },
        usage(service),
    );
    let waiters = service.operations.iter().any(|operation| !operation.waiters.is_empty());
    let waiters = waiters.then(|| quote! { pub mod waiters; });
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
        mod endpoint;
        mod operations;
        pub use client::Client;
        pub use config::Config;
        pub use error::Error;
    };
    // What users are warned about, the crate itself has to mention.
    let allowed = if service.has_deprecated() { "\n#![allow(deprecated)]" } else { "" };
    File {
        path: "src/lib.rs".to_owned(),
        chunks: vec![
            Chunk::ModuleDocs(documentation),
            // Generated files are laid out by the generator, not by rustfmt.
            Chunk::Text(format!("#![cfg_attr(rustfmt, rustfmt_skip)]{allowed}")),
            Chunk::Items(items),
        ],
    }
}

/// `rustfmt.toml`: generated files are laid out by the generator.
pub(super) fn rustfmt() -> File {
    let text = "disable_all_formatting = true".to_owned();
    File { path: "src/rustfmt.toml".to_owned(), chunks: vec![Chunk::Text(text)] }
}

fn usage(service: &Service) -> String {
    let library = library_name(&service.package);
    let call = service.operations.iter().find(|operation| {
        operation.deprecated.is_none() && operation.input.members.iter().all(|member| !member.required)
    });
    let call = call.map_or(String::new(), |operation| {
        format!("\nlet output = client.{}().send().await?;\nprintln!(\"{{output:?}}\");", ident(&operation.method))
    });
    format!(
        "# Usage\n\nA [`Client`] has a method for each operation. It takes its settings from `aws-config`, as every AWS \
         SDK\nclient does:\n\n```no_run\n# async fn example(sdk_config: aws_types::SdkConfig) -> Result<(), \
         {library}::Error> {{\n// let sdk_config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;\nlet client = \
         {library}::Client::new(&sdk_config);{call}\n# Ok(())\n# }}\n```\n\n[`operation`] has a module for each operation, \
         with its errors and examples; [`types`] what they take and\nreturn; [`error`] what can go wrong; [`config`] the \
         settings.",
    )
}

/// `primitives.rs`.
pub(super) fn primitives() -> File {
    let items = quote! { pub use sdk_runtime::primitives::*; };
    file("src/primitives.rs", "Types that operations use beside strings and numbers.", items)
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
    file("src/meta.rs", "About this crate.", items)
}

/// `operations.rs`: a macro over all operations.
pub(super) fn operations_macro(service: &Service) -> File {
    let row = |operation: &crate::ir::Operation| {
        let pages = match operation.pagination.as_ref().and_then(|pagination| pagination.items.as_ref()) {
            Some(_) => " paginated",
            None => "",
        };
        format!("            {} {} {}{pages};\n", operation.name, ident(&operation.method), operation.input.name)
    };
    let rows: String = service.operations.iter().map(row).collect();
    let text = format!(
        "/// Calls `$callback! {{ $($extra)* Name method InputType [paginated]; … }}` with a row for each operation: for tables\n\
         /// over all of them, such as a dispatch by name.\n#[macro_export]\nmacro_rules! for_each_operation {{\n    \
         ($($callback:ident)::+ $(, $($extra:tt)*)?) => {{\n        $($callback)::+! {{\n            $($($extra)*)?\n{rows}        }}\n    }};\n}}",
    );
    File {
        path: "src/operations.rs".to_owned(),
        chunks: vec![Chunk::ModuleDocs("The list of all operations.".to_owned()), Chunk::Text(text)],
    }
}
