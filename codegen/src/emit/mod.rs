//! From Rust-shaped data to code: one function per artifact.
//!
//! In: an [`ir::Service`]. Out: the [`File`]s of its crate, still unformatted. Nothing here knows Smithy's JSON.

mod client;
mod crate_root;
mod endpoint;
mod enumeration;
mod error;
mod example;
mod operation;
mod paginator;
pub(crate) mod path;
mod structure;
mod test_util;
mod types;
mod union;
mod value;
mod waiter;

pub(crate) use paginator::item_text;
pub(crate) use value::{default_text, type_text};

use crate::ir;
use crate::render::{Chunk, File};
use proc_macro2::TokenStream;
use quote::quote;

/// Emits the files of a service's crate.
pub fn emit(service: &ir::Service) -> Vec<File> {
    let mut files = vec![
        crate_root::lib(service),
        crate_root::rustfmt(),
        endpoint::config(service),
        crate_root::primitives(),
        crate_root::meta(service),
        endpoint::rules(service),
        crate_root::operations_macro(service),
        client::client(service),
        error::error(service),
        test_util::test_util(service),
        operation::index(service),
        types::index(service),
        types::errors(service),
    ];
    files.extend(endpoint::tests(service));
    files.extend(service.operations.iter().map(|operation| operation::operation(service, operation)));
    files.extend(waiter::waiters(service));
    files.extend(service.structures.iter().map(types::structure));
    files.extend(service.unions.iter().map(union::union));
    files.extend(service.enums.iter().map(enumeration::enumeration));
    files
}

/// Documentation as attributes.
fn docs(markdown: &str) -> TokenStream {
    let lines = markdown.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote! { #(#[doc = #lines])* }
}

/// Breaks a paragraph into lines of about 100 columns; those after the first begin with `indent`. Breaks at spaces
/// outside code spans.
fn wrap(paragraph: &str, indent: &str) -> String {
    const WIDTH: usize = 100;
    let mut text = String::new();
    let (mut column, mut in_code) = (0, false);
    for word in paragraph.split(' ') {
        if column > 0 && !in_code && column + 1 + word.chars().count() > WIDTH {
            text.push('\n');
            text.push_str(indent);
            column = indent.len();
        } else if column > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += word.chars().count();
        in_code ^= word.matches('`').count() % 2 == 1;
    }
    text
}

/// The `deprecated` attribute, if there is reason for it.
fn deprecated(message: Option<&String>) -> TokenStream {
    match message {
        None => TokenStream::new(),
        Some(message) if message.is_empty() => quote! { #[deprecated] },
        Some(message) => quote! { #[deprecated(note = #message)] },
    }
}

/// A file of items under a line of module documentation.
fn file(path: &str, module_docs: &str, items: TokenStream) -> File {
    File { path: path.to_owned(), chunks: vec![Chunk::ModuleDocs(module_docs.to_owned()), Chunk::Items(items)] }
}
