//! What is laid out here looks as prettyplease would have it, whatever its length.

use super::definition::{self, Definition, Field};
use super::{FITS, items};
use crate::docs::markdown;
use proc_macro2::TokenStream;
use quote::quote;

/// Names of all lengths that matter, and some words more.
fn names() -> impl Iterator<Item = TokenStream> {
    (1..=FITS + 2).map(|length| "a".repeat(length).parse().expect("it is a name"))
}

/// Attributes without a note, and with one of this length.
fn attributes(note: usize) -> [TokenStream; 3] {
    let note = "n".repeat(note);
    [quote! {}, quote! { #[deprecated] }, quote! { #[deprecated(note = #note)] }]
}

#[test]
fn a_struct_looks_as_prettyplease_has_it() {
    for (length, name) in names().enumerate() {
        for attributes in attributes(length) {
            for ty in [quote! { Option<std::collections::HashMap<String, ::a::B>> }, quote! { crate::types::Vec }] {
                let field = Field {
                    docs: markdown("A sentence.\n\nAnother, \"quoted\"."),
                    attributes: attributes.clone(),
                    name: name.clone(),
                    ty: ty.clone(),
                };
                let found = Definition {
                    docs: markdown("A `struct`."),
                    attributes: attributes.clone(),
                    name: quote! { S },
                    fields: vec![field.clone(), field],
                };
                let field = quote! {
                    /// A sentence.
                    ///
                    /// Another, "quoted".
                    #attributes
                    pub #name: #ty,
                };
                let expected = items(quote! {
                    /// A `struct`.
                    #attributes
                    pub struct S { #field #field }
                });
                assert_eq!(definition::render(&found, 0).trim_end(), expected);
            }
        }
    }
}

#[test]
fn a_struct_without_fields_looks_so_too() {
    let found =
        Definition { docs: markdown(""), attributes: TokenStream::new(), name: quote! { r#type }, fields: Vec::new() };
    assert_eq!(definition::render(&found, 4), "    pub struct r#type {}\n");
    assert_eq!(items(quote! { pub struct r#type {} }), "pub struct r#type {}");
}
