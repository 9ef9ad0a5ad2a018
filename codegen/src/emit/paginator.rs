//! Paginators of operations that answer page by page.

use super::operation::fluent_name;
use super::value::type_of;
use crate::docs::Markdown;
use crate::ir::{Items, Operation, Pagination, Path};
use crate::markdown;
use crate::names::{ident, type_name};
use crate::render::{Chunk, Declaration, List, Row};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The declaration of an operation's paginator.
pub(super) fn paginator(operation: &Operation, pagination: &Pagination) -> Chunk {
    let (input, fluent) = (ident(&operation.input.name), fluent_name(operation));
    let paginator = name(operation, "Paginator");
    let items = pagination.items.as_ref().map(|_| name(operation, "PaginatorItems")).map(|items| quote! { , #items });
    Chunk::Declaration(Declaration {
        name: quote! { $sdk_runtime::paginated },
        head: Some(List { word: quote! { #input, #fluent, #paginator #items }, parts: Vec::new() }),
        rows: rows(pagination).into_iter().map(|line| Row::line(Markdown::default(), line)).collect(),
        ..Declaration::default()
    })
}

/// The name of a paginator, which has the words of a type where the operation has the model's.
fn name(operation: &Operation, suffix: &str) -> Ident {
    ident(&format!("{}{suffix}", type_name(&operation.name)))
}

fn rows(pagination: &Pagination) -> Vec<TokenStream> {
    let (token, ty) = (ident(&pagination.input_token), type_of(&pagination.token));
    let mut next = borrowed(&pagination.output_token);
    if let Some((more, optional)) = &pagination.more {
        let more = ident(more);
        let is_there = if *optional {
            quote! { output.#more.unwrap_or_default() }
        } else {
            quote! { output.#more }
        };
        next = quote! { #next.filter(|_| #is_there) };
    }
    let mut rows = vec![quote! { token #token: #ty = |output| #next }];
    if let Some((page_size, ty)) = &pagination.page_size {
        let (page_size, ty) = (ident(page_size), type_of(ty));
        rows.push(quote! { page_size #page_size: #ty });
    }
    if let Some(items) = &pagination.items {
        let (ty, list) = (item_type(items), owned(&items.path));
        rows.push(quote! { items #ty = |output| #list });
    }
    rows
}

/// The type of an item: a map's are pairs.
fn item_type(items: &Items) -> TokenStream {
    let (item, value) = &items.item;
    let item = type_of(item);
    match value.as_ref().map(type_of) {
        None => item,
        Some(value) => quote! { (#item, #value) },
    }
}

/// The expression that borrows what a path leads to, as an `Option`.
fn borrowed(path: &Path) -> TokenStream {
    walk(path, &quote! { .as_ref()? }, &quote! { .as_ref() }, &quote! { & })
}

/// The expression that takes what a path leads to, as an `Option`.
fn owned(path: &Path) -> TokenStream {
    walk(path, &quote! { ? }, &TokenStream::new(), &TokenStream::new())
}

/// The way to a path's end: `on` follows an `Option` on the way, `last` one at the end; `held` goes before an end that is
/// none.
fn walk(Path(steps): &Path, on: &TokenStream, last: &TokenStream, held: &TokenStream) -> TokenStream {
    let mut walked = quote! { output };
    for (index, (field, optional)) in steps.iter().enumerate() {
        let field = ident(field);
        walked = quote! { #walked.#field };
        walked = match (index + 1 == steps.len(), optional) {
            (true, true) => quote! { #walked #last },
            (true, false) => quote! { $Some(#held #walked) },
            (false, true) => quote! { #walked #on },
            (false, false) => walked,
        };
    }
    walked
}

/// The module `paginator`, under which users of the AWS SDK for Rust know these types.
pub(super) fn module(operation: &Operation, pagination: &Pagination) -> TokenStream {
    let paginator = name(operation, "Paginator");
    let items = pagination.items.iter().map(|_| name(operation, "PaginatorItems"));
    let docs = super::docs(&markdown!("The paginator of {}.", Markdown::code(&operation.name)));
    quote! {
        #docs
        pub mod paginator {
            pub use super::{#paginator #(, #items)*};
        }
    }
}
