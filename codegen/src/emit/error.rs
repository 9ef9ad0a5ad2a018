//! The crate's error type.

use crate::docs::first_sentence;
use crate::ir::Service;
use crate::names::predicate_name;
use crate::render::{Chunk, File, comment, indent};
use quote::quote;

/// `error.rs`: one enum for all operations.
pub(super) fn error(service: &Service) -> File {
    let variants = service.errors.iter().map(|error| {
        let sentence = first_sentence(&error.docs);
        let docs = if sentence.is_empty() { format!("`{}`.", error.code) } else { sentence };
        let docs = indent(&comment(&super::wrap(&docs, ""), "///"), 8);
        let query_code = error.query_code.as_ref().map_or(String::new(), |code| format!(" | {code:?}"));
        let status = error.status.map_or(String::new(), |status| format!(" ({status})"));
        let (name, code, is) = (&error.name, &error.code, predicate_name(&error.name));
        format!("{docs}\n        {name} = {code:?}{query_code}{status}, {is};\n")
    });
    let text = format!(
        "sdk_runtime::service_error! {{\n    /// What {} answers when a call fails. Every operation fails with this type.\n    pub enum Error of (crate::types::error) {{\n{}    }}\n}}",
        service.title,
        variants.collect::<String>(),
    );
    File {
        path: "src/error.rs".to_owned(),
        chunks: vec![
            Chunk::ModuleDocs("Errors: what a call can fail with, and how to find out.".to_owned()),
            Chunk::Items(quote! {
                pub use sdk_runtime::error::{
                    BoxError, BuildError, ConnectorError, ConstraintErrors, DisplayErrorContext, ErrorMetadata, InputError,
                    ProvideErrorMetadata, SdkError, UnknownVariantError, Violation,
                };
            }),
            Chunk::Text(text),
        ],
    }
}
