//! From Rust-shaped data to code: one function per artifact.
//!
//! In: an [`ir::Service`]. Out: the [`File`]s of its crate, still unformatted. Nothing here knows Smithy's JSON. What a
//! file does not define itself, emitters name with a `$` before it, which `scope` resolves.

mod client;
mod config;
mod constraint;
mod crate_root;
mod endpoint;
mod enumeration;
mod error;
mod example;
mod operation;
mod paginator;
pub(crate) mod path;
pub(crate) mod scope;
mod shown;
mod structure;
mod test_util;
mod types;
mod union;
mod value;
mod waiter;

use crate::docs::Markdown;
use crate::ir;
use crate::names::{file_stem, ident};
use crate::render::{Chunk, File};
use proc_macro2::TokenStream;
use quote::quote;

/// Emits the files of a service's crate.
pub(crate) fn emit(service: &ir::Service) -> Vec<File> {
    let mut files = vec![
        crate_root::lib(service),
        crate_root::rustfmt(),
        config::config(service),
        crate_root::primitives(service),
        crate_root::meta(service),
        crate_root::blocking(service),
        endpoint::rules(service),
        client::client(service),
        error::error(service),
        test_util::test_util(service),
        operation::index(service),
        types::index(service),
        types::errors(service),
    ];
    files.extend(service.has_events().then(crate_root::event_receiver));
    files.extend(crate_root::presigning(service));
    files.extend(constraint::constraints(service));
    files.extend(endpoint::tests(service));
    files.extend(service.operations.iter().map(|operation| operation::operation(service, operation)));
    files.extend(waiter::waiters(service));
    files.extend(service.enums.iter().map(enumeration::enumeration));
    let mut files: Vec<File> = files.into_iter().map(|file| scope::resolve(file, None)).collect();
    let structures = service.structures.iter().map(|found| scope::resolve(types::structure(found), Some(&found.name)));
    let unions = service.unions.iter().map(|found| scope::resolve(union::union(found), Some(&found.name)));
    files.extend(structures.chain(unions));
    files
}

/// How a program makes a client.
pub(crate) fn client_made(service: &ir::Service) -> String {
    crate_root::client_made(service, &crate::names::library_name(&service.package))
}

/// Documentation as attributes.
fn docs(markdown: &Markdown) -> TokenStream {
    let lines = markdown.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote! { #(#[doc = #lines])* }
}

/// The `deprecated` attribute, if there is reason for it. Rustdoc shows its note as Markdown.
fn deprecated(message: Option<&String>) -> TokenStream {
    let note = message.map(|message| crate::docs::markdown(message).lines().collect::<Vec<_>>().join(" "));
    match note {
        None => TokenStream::new(),
        Some(note) if note.is_empty() => quote! { #[deprecated] },
        Some(note) => quote! { #[deprecated(note = #note)] },
    }
}

/// A module's declaration, with its file's name where that can't be its own.
fn module(folder: &str, name: &str, visibility: &TokenStream) -> TokenStream {
    let stem = file_stem(name);
    let path = (stem != name).then(|| {
        let path = format!("{folder}/{stem}.rs");
        quote! { #[path = #path] }
    });
    // Clippy takes a module in one of its own name for a slip, such as an operation's `builders` in that of `Builders`.
    let of_operation = folder == "operation" && matches!(name, "builders" | "paginator");
    let allowed = (name == folder || of_operation).then(|| {
        quote! { #[allow(clippy::module_inception, reason = "the model calls it this")] }
    });
    let name = ident(name);
    quote! { #allowed #path #visibility mod #name; }
}

/// A file of items under a line of module documentation.
fn file(path: &str, module_docs: Markdown, items: TokenStream) -> File {
    File { path: path.to_owned(), chunks: vec![Chunk::ModuleDocs(module_docs), Chunk::Items(items)] }
}
