//! Paginators of operations that answer page by page.

use super::value::type_text;
use crate::ir::{Operation, Pagination, Path, Type};
use crate::names::ident;
use crate::render::Chunk;
use proc_macro2::TokenStream;
use quote::quote;

/// The declaration of an operation's paginator.
pub(super) fn paginator(operation: &Operation, pagination: &Pagination) -> Chunk {
    let (name, input) = (&operation.name, &operation.input.name);
    let mut parts = vec![format!(
        "token {}: {} = |output| {}",
        ident(&pagination.input_token),
        type_text(&pagination.token),
        borrowed(&pagination.output_token),
    )];
    if let Some((page_size, ty)) = &pagination.page_size {
        parts.push(format!("page_size {}: {}", ident(page_size), type_text(ty)));
    }
    if let Some(items) = &pagination.items {
        parts.push(format!("items {} = |output| {}", item_text(&items.item), owned(&items.path)));
    }
    let items_name = pagination.items.as_ref().map_or(String::new(), |_| format!(", {name}PaginatorItems"));
    Chunk::Text(format!(
        "sdk_runtime::paginated! {{\n    {input}, {name}FluentBuilder, {name}Paginator{items_name} {{\n        {};\n    }}\n}}",
        parts.join(";\n        "),
    ))
}

/// The type of an item: a map's are pairs.
pub(crate) fn item_text((item, value): &(Type, Option<Type>)) -> String {
    match value {
        None => type_text(item),
        Some(value) => format!("({}, {})", type_text(item), type_text(value)),
    }
}

/// The expression that borrows what a path leads to, as an `Option`.
fn borrowed(path: &Path) -> String {
    walk(path, ".as_ref()?", ".as_ref()", "&")
}

/// The expression that takes what a path leads to, as an `Option`.
fn owned(path: &Path) -> String {
    walk(path, "?", "", "")
}

/// The way to a path's end: `on` follows an `Option` on the way, `last` one at the end; `held` goes before an end that is
/// none.
fn walk(Path(steps): &Path, on: &str, last: &str, held: &str) -> String {
    let mut text = "output".to_owned();
    for (index, (field, optional)) in steps.iter().enumerate() {
        text.push_str(&format!(".{}", ident(field)));
        match (index + 1 == steps.len(), optional) {
            (true, true) => text.push_str(last),
            (true, false) => text = format!("Some({held}{text})"),
            (false, true) => text.push_str(on),
            (false, false) => {}
        }
    }
    text
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
