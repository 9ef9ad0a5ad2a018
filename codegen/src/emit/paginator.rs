//! Paginators of operations that answer page by page.

use crate::ir::{Operation, Pagination};
use crate::names::ident;
use crate::render::Chunk;
use proc_macro2::TokenStream;
use quote::quote;

/// The declaration of an operation's paginator.
pub(super) fn paginator(operation: &Operation, pagination: &Pagination) -> Chunk {
    let (name, input) = (&operation.name, &operation.input.name);
    let mut parts = vec![format!("token {} from {}", ident(&pagination.input_token), ident(&pagination.output_token))];
    if let Some(page_size) = &pagination.page_size {
        parts.push(format!("page_size {}", ident(page_size)));
    }
    if let Some(items) = &pagination.items {
        let presence = if items.optional { "optional" } else { "always" };
        parts.push(format!("items {presence} {}: {}", ident(&items.field), super::value::type_text(&items.item)));
    }
    let items_name = pagination.items.as_ref().map_or(String::new(), |_| format!(", {name}PaginatorItems"));
    Chunk::Text(format!(
        "sdk_runtime::paginated! {{\n    {input}, {name}FluentBuilder, {name}Paginator{items_name} {{\n        {};\n    }}\n}}",
        parts.join(";\n        "),
    ))
}

/// The module `paginator`, under which users of the AWS SDK for Rust know these types.
pub(super) fn module(operation: &Operation, pagination: &Pagination) -> TokenStream {
    let name = &operation.name;
    let paginator = ident(&format!("{name}Paginator"));
    let items = pagination.items.as_ref().map(|_| ident(&format!("{name}PaginatorItems")));
    let items = items.into_iter();
    let docs = super::docs(&format!("The paginator of `{name}`."));
    quote! {
        #docs
        pub mod paginator {
            pub use super::{#paginator #(, #items)*};
        }
    }
}
