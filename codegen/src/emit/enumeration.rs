//! Enums.

use super::deprecated;
use crate::docs::{Markdown, first_sentence};
use crate::ir::{Enum, EnumValues, Variant};
use crate::markdown;
use crate::names::{ident, type_file};
use crate::render::{Cells, Chunk, Declaration, File, List, Row};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// An enum's own file.
pub(super) fn enumeration(found: &Enum) -> File {
    let (word, rows) = match &found.values {
        EnumValues::Text(values) => (quote! { string_enum }, rows(values, |value| Literal::string(value))),
        EnumValues::Int(values) => (quote! { int_enum }, rows(values, |value| Literal::i32_unsuffixed(*value))),
    };
    let docs = found.docs.clone().or(|| markdown!("The enum {}.", Markdown::code(&found.name)));
    let name = ident(&found.name);
    let module_docs = markdown!("{}: {}", Markdown::code(&found.name), first_sentence(&docs));
    let declaration = Declaration {
        name: quote! { $sdk_runtime::#word },
        docs,
        attributes: deprecated(found.deprecated.as_ref()),
        head: Some(List { word: quote! { pub enum #name }, parts: Vec::new() }),
        rows,
        ..Declaration::default()
    };
    File { path: type_file(&found.name), chunks: vec![Chunk::ModuleDocs(module_docs), Chunk::Declaration(declaration)] }
}

fn rows<T>(values: &[Variant<T>], literal: impl Fn(&T) -> Literal) -> Vec<Row> {
    let row = |variant: &Variant<T>| {
        let (name, value) = (ident(&variant.name), literal(&variant.value));
        Row {
            docs: variant.docs.clone().or(|| markdown!("{}.", Markdown::code(&variant.name))),
            attributes: deprecated(variant.deprecated.as_ref()),
            cells: Cells::Line(line(&name, &value)),
            end: ',',
        }
    };
    values.iter().map(row).collect()
}

fn line(name: &proc_macro2::Ident, value: &Literal) -> TokenStream {
    quote! { $(#name) = #value }
}
