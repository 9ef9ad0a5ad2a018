//! A worked example as a doctest.

use crate::ir::{Example, Literal, Node, Operation};
use crate::names::{accessor_name, ident};
use crate::render;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::collections::BTreeSet;

/// An example as Markdown: a heading, a sentence, and code that rustdoc compiles.
pub(super) fn example(library: &str, operation: &Operation, example: &Example) -> String {
    let mut text = format!("## {}\n\n", example.title.lines().collect::<Vec<_>>().join(" "));
    if !example.docs.is_empty() {
        text.push_str(&example.docs);
        text.push_str("\n\n");
    }
    text.push_str("```no_run\n");
    text.push_str(&format!("# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\n"));
    text.push_str(&code(library, operation, example));
    text.push_str("\n# Ok(())\n# }\n```");
    text
}

fn code(library: &str, operation: &Operation, example: &Example) -> String {
    let mut types = BTreeSet::new();
    let mut primitives = BTreeSet::new();
    let setters = setters(&example.input, &mut types, &mut primitives);
    let (crate_name, method) = (ident(library), ident(&operation.method));
    let types = (!types.is_empty()).then(|| {
        let types = types.iter().map(|name| {
            if name == "self" {
                quote! { self }
            } else {
                ident(name).to_token_stream()
            }
        });
        quote! { use #crate_name::types::{#(#types),*}; }
    });
    let names: Vec<_> = primitives.iter().map(|name| ident(name)).collect();
    let primitives = (!names.is_empty()).then(|| quote! { use #crate_name::primitives::{#(#names),*}; });
    let call = quote! { client.#method() #setters .send().await };
    let statement = match &example.error {
        None => quote! {
            let output = #call?;
            println!("{output:?}");
        },
        Some(error) => {
            let is = ident(&crate::names::predicate_name(error));
            quote! {
                let result = #call;
                if let Err(error) = &result && error.as_service_error().is_some_and(|error| error.#is()) {
                    eprintln!("{error}");
                }
            }
        }
    };
    body(quote! { #primitives #types #statement })
}

/// Statements, formatted: the body of a function that is taken off again.
fn body(statements: TokenStream) -> String {
    let function = render::items(quote! { async fn example() { #statements } });
    let lines: Vec<&str> = function.lines().collect();
    let inner = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    let mut text = String::new();
    let mut in_use = false;
    for line in inner {
        let line = line.strip_prefix("    ").unwrap_or(line);
        // A line that rustdoc would hide is written with a second `#`.
        text.push_str(if line.starts_with('#') { "#" } else { "" });
        text.push_str(line);
        text.push('\n');
        in_use |= line.starts_with("use ");
        if in_use && line.ends_with(';') {
            in_use = false;
            text.push('\n');
        }
    }
    text.replace(";\n\nuse ", ";\nuse ").trim_end().to_owned()
}

/// The calls that set an example's members.
fn setters(
    fields: &[(String, Literal)],
    types: &mut BTreeSet<String>,
    primitives: &mut BTreeSet<&'static str>,
) -> TokenStream {
    let mut calls = TokenStream::new();
    for (field, value) in fields {
        let name = ident(field);
        match value {
            // An empty collection has no item to append.
            Literal::List(items) if items.is_empty() => {
                let set = ident(&format!("set_{}", accessor_name(field)));
                calls.extend(quote! { .#set(Some(Vec::new())) });
            }
            Literal::Map(entries) if entries.is_empty() => {
                let set = ident(&format!("set_{}", accessor_name(field)));
                calls.extend(quote! { .#set(Some(Default::default())) });
            }
            Literal::List(items) => {
                for item in items {
                    let item = literal(item, types, primitives);
                    calls.extend(quote! { .#name(#item) });
                }
            }
            Literal::Map(entries) => {
                for (key, value) in entries {
                    let (key, value) = (literal(key, types, primitives), literal(value, types, primitives));
                    calls.extend(quote! { .#name(#key, #value) });
                }
            }
            other => {
                let value = literal(other, types, primitives);
                calls.extend(quote! { .#name(#value) });
            }
        }
    }
    calls
}

fn literal(value: &Literal, types: &mut BTreeSet<String>, primitives: &mut BTreeSet<&'static str>) -> TokenStream {
    match value {
        Literal::Text(text) => quote! { #text },
        Literal::Bool(value) => quote! { #value },
        Literal::Int(value) => {
            let value = proc_macro2::Literal::i64_unsuffixed(*value);
            quote! { #value }
        }
        Literal::Seconds(seconds, nanos) => {
            primitives.insert("DateTime");
            let (seconds, part) =
                (proc_macro2::Literal::i64_unsuffixed(*seconds), proc_macro2::Literal::u32_unsuffixed(*nanos));
            match nanos {
                0 => quote! { DateTime::from_secs(#seconds) },
                _ => quote! { DateTime::from_secs_and_nanos(#seconds, #part) },
            }
        }
        Literal::Document(value) => {
            primitives.insert("Document");
            document(value)
        }
        Literal::Float(value) => {
            let value = proc_macro2::Literal::f64_unsuffixed(*value);
            quote! { #value }
        }
        Literal::Blob(text) => {
            primitives.insert("Blob");
            quote! { Blob::new(#text) }
        }
        Literal::Union(name, variant, held) => {
            let held = held.as_ref().map(|held| literal(held, types, primitives));
            let held = held.map(|held| quote! { (#held.into()) });
            let (name, variant) = (type_of(name, types), ident(variant));
            quote! { #name::#variant #held }
        }
        Literal::Variant(name, variant) => {
            let (name, variant) = (type_of(name, types), ident(variant));
            quote! { #name::#variant }
        }
        Literal::Unknown(name, value) => {
            let name = type_of(name, types);
            quote! { #name::from(#value) }
        }
        Literal::Structure(name, fallible, fields) => {
            let setters = setters(fields, types, primitives);
            let (name, question) = (type_of(name, types), fallible.then(|| quote! { ? }));
            quote! { #name::builder() #setters .build() #question }
        }
        Literal::List(items) => {
            let items = items.iter().map(|item| literal(item, types, primitives)).collect::<Vec<_>>();
            quote! { vec![#(#items.into()),*] }
        }
        Literal::Map(entries) => {
            let (keys, values): (Vec<_>, Vec<_>) = entries
                .iter()
                .map(|(key, value)| (literal(key, types, primitives), literal(value, types, primitives)))
                .unzip();
            quote! { [#((#keys.into(), #values.into())),*].into() }
        }
    }
}

fn document(value: &Node) -> TokenStream {
    match value {
        Node::Null => quote! { Document::Null },
        Node::Bool(value) => quote! { Document::from(#value) },
        Node::Natural(value) => quote! { Document::from(#value) },
        Node::Negative(value) => {
            let value = proc_macro2::Literal::i64_suffixed(*value);
            quote! { Document::from(#value) }
        }
        Node::Float(value) => {
            let value = proc_macro2::Literal::f64_suffixed(*value);
            quote! { Document::from(#value) }
        }
        Node::Text(text) => quote! { Document::from(#text) },
        Node::List(items) => {
            let items = items.iter().map(document);
            quote! { Document::Array(vec![#(#items),*]) }
        }
        Node::Object(entries) if entries.is_empty() => quote! { Document::Object(Default::default()) },
        Node::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let value = document(value);
                quote! { (#key.to_owned(), #value) }
            });
            quote! { Document::Object([#(#entries),*].into()) }
        }
    }
}

/// A type's name, which is imported, or its path where the name alone would be taken for the standard library's.
fn type_of(name: &str, types: &mut BTreeSet<String>) -> TokenStream {
    let written = ident(name);
    if crate::names::standard_path(name).is_some() {
        types.insert("self".to_owned());
        return quote! { types::#written };
    }
    types.insert(name.to_owned());
    written.to_token_stream()
}
