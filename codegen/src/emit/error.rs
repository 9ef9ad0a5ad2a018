//! The crate's error type, and the operations'.

use super::shown;
use crate::docs::{Markdown, first_sentence};
use crate::ir::{Operation, Service, Structure};
use crate::markdown;
use crate::names::{ident, predicate_name};
use crate::render::{Chunk, Declaration, File, List, Row};
use proc_macro2::Literal;
use quote::quote;

/// `error.rs`: one enum over the errors of all operations.
pub(super) fn error(service: &Service) -> File {
    let title = Markdown::plain(&service.title);
    let declaration = Declaration {
        name: quote! { $sdk_runtime::service_error },
        docs: markdown!("What {} answers when a call fails. `?` makes it of every operation's error.", title),
        head: Some(List { word: quote! { pub enum Error of (crate::types::error) }, parts: Vec::new() }),
        rows: service.errors.iter().map(row).collect(),
        ..Declaration::default()
    };
    let waits = service.operations.iter().any(|operation| !operation.waiters.is_empty());
    let waiting = waits.then(|| quote! { pub use $sdk_runtime::waiter::WaiterError; });
    File {
        path: "src/error.rs".to_owned(),
        chunks: vec![
            Chunk::ModuleDocs(documentation(service)),
            Chunk::Items(quote! {
                pub use $sdk_runtime::error::{
                    BoxError, BuildError, ConnectorError, ConstraintErrors, DisplayErrorContext, ErrorMetadata, InputError,
                    Phase, ProvideErrorMetadata, SdkError, TransportError, UnknownVariantError, Violation, context,
                };
                pub use $sdk_runtime::timeout::Elapsed;
                #waiting
            }),
            Chunk::Declaration(declaration),
        ],
    }
}

/// The documentation of the module.
fn documentation(service: &Service) -> Markdown {
    let mut docs = markdown!("Errors: what a call can fail with, and how to find out.");
    if let Some(example) = shown::failing(service) {
        docs.push_paragraph(&Markdown::example(&example));
        docs.push_paragraph(
            &markdown!(
                "[`SdkError`]'s variants say how far a call got, and `as_service_error()` gives what the service answered: an \
                 enum of the operation's, with a question for each error of the model. The text of any error is one line, with \
                 the operation, the service's code and message, the HTTP status and the request's ID."
            )
            .wrapped(""),
        );
    }
    docs
}

/// The declaration of an operation's own error: an enum, if the model lists any.
pub(super) fn of_operation(operation: &Operation) -> Chunk {
    let errors: Vec<&str> = operation.errors.iter().map(|(error, _)| error.as_str()).collect();
    if errors.is_empty() {
        let (unit, error) = (ident(&operation.name), super::operation::error_name(operation));
        let list = List { word: quote! { #error of #unit }, parts: Vec::new() };
        return Chunk::Call(quote! { $sdk_runtime::operation_error }, list);
    }
    over(&operation.name, &super::operation::error_name(operation).to_string(), &errors)
}

/// An enum over errors of the model, called `error`; `name` is what fails with them.
pub(super) fn over(name: &str, error: &str, errors: &[&str]) -> Chunk {
    let variants = errors.iter().map(|error| {
        let (error, is) = (ident(error), ident(&predicate_name(error)));
        quote! { $(#error) #is }
    });
    let error = ident(error);
    let colon = (!errors.is_empty()).then(|| quote! { : });
    let list = List { word: quote! { #name, #error #colon }, parts: variants.collect() };
    Chunk::Call(quote! { $sdk_runtime::operation_error }, list)
}

fn row(error: &Structure) -> Row {
    let docs = first_sentence(&error.docs).or(|| markdown!("{}.", Markdown::code(&error.code)));
    let query_code = error.query_code.as_ref().map(|code| quote! { | #code });
    let status = error.status.map(Literal::u16_unsuffixed).map(|status| quote! { (#status) });
    let (name, code, is) = (ident(&error.name), &error.code, ident(&predicate_name(&error.name)));
    Row::line(docs.wrapped(""), quote! { $(#name) = #code #query_code #status, #is })
}
