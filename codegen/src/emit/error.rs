//! The crate's error type, and the operations'.

use crate::docs::first_sentence;
use crate::ir::{Operation, Service};
use crate::names::{ident, predicate_name};
use crate::render::{Chunk, File, comment, indent};
use quote::quote;

/// How long the errors of an operation may be to stand on one line with the rest.
const ONE_LINE: usize = 75;

/// `error.rs`: one enum over the errors of all operations.
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
        "sdk_runtime::service_error! {{\n    /// What {} answers when a call fails. `?` makes it of every operation's error.\n    pub enum Error of (crate::types::error) {{\n{}    }}\n}}",
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

/// The declaration of an operation's own enum.
pub(super) fn of_operation(operation: &Operation) -> Chunk {
    let name = &operation.name;
    // Lines break between errors, never between one and its predicate.
    let variants = operation.errors.iter().map(|(error, _)| format!("{}\u{a0}{}", ident(error), predicate_name(error)));
    let variants = variants.collect::<Vec<_>>().join(", ");
    let colon = if variants.is_empty() { "" } else { ":" };
    let head = format!("{name:?}, {name}Error{colon}");
    let text = match head.len() + variants.len() {
        0..ONE_LINE => format!("sdk_runtime::operation_error!({});", format!("{head} {variants}").trim_end()),
        _ => {
            let variants = super::wrap(&variants, "    ");
            format!("sdk_runtime::operation_error! {{\n    {head}\n    {variants}\n}}")
        }
    };
    Chunk::Text(text.replace('\u{a0}', " "))
}
