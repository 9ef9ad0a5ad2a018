//! A worked example as a doctest.

use super::{scope, shown};
use crate::docs::Markdown;
use crate::ir::{Example, Literal, Node, Operation};
use crate::markdown;
use crate::names::{accessor_name, ident};
use crate::render;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// An example as Markdown: a heading, a sentence, and code that rustdoc compiles.
pub(super) fn example(library: &str, operation: &Operation, example: &Example) -> Markdown {
    let mut text = markdown!("## {}", example.title.on_one_line());
    text.push_paragraph(&example.docs);
    let Code { imports, statements } = code(library, operation, example);
    let code = imports + &statements;
    text.push_paragraph(&compiled(library, &code));
    text
}

/// Code as the body of a function that may fail, of which nothing else is shown.
fn compiled(library: &str, code: &str) -> Markdown {
    let before = format!("# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{");
    Markdown::example(&shown::fallible(&before, code))
}

/// The call that an example shows, up to its `send`.
pub(super) fn call(library: &str, operation: &Operation, example: &Example) -> TokenStream {
    let (library, method) = (ident(library), ident(&operation.method));
    let setters = setters(&example.input, &library);
    quote! { client.#method() #setters }
}

/// The call that an example shows, and what becomes of it.
fn code(library: &str, operation: &Operation, example: &Example) -> Code {
    let call = call(library, operation, example);
    let call = quote! { #call.send().await };
    let statement = match &example.error {
        None => quote! {
            let output = #call?;
            println!("{output:?}");
        },
        Some(error) => {
            let is = ident(&crate::names::predicate_name(error));
            quote! {
                let result = #call;
                if let $Err(error) = &result && error.as_service_error().is_some_and(|error| error.#is()) {
                    eprintln!("{error}");
                }
            }
        }
    };
    Code::of(statement)
}

/// Formatted lines of code.
#[derive(Default)]
pub(super) struct Code {
    /// The `use` declarations, and a blank line if there are any.
    pub(super) imports: String,
    /// What follows.
    pub(super) statements: String,
}

impl Code {
    /// Statements with their marks resolved: the body of a function that is taken off again.
    pub(super) fn of(statements: TokenStream) -> Self {
        let statements = scope::resolve_tokens(statements);
        let function = render::items(quote! { async fn example() { #statements } });
        let lines: Vec<&str> = function.lines().collect();
        let (mut imports, mut statements) = (String::new(), String::new());
        let mut in_use = false;
        for line in lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default() {
            let line = line.strip_prefix("    ").unwrap_or(line);
            in_use |= line.starts_with("use ");
            let text = if in_use { &mut imports } else { &mut statements };
            // A line that rustdoc would hide is written with a second `#`.
            text.push_str(if line.starts_with('#') { "#" } else { "" });
            text.push_str(line);
            text.push('\n');
            in_use &= !line.ends_with(';');
        }
        imports.push_str(if imports.is_empty() { "" } else { "\n" });
        Code { imports, statements: statements.trim_end().to_owned() }
    }
}

/// The calls that set an example's members.
fn setters(fields: &[(String, Literal)], library: &Ident) -> TokenStream {
    let mut calls = TokenStream::new();
    for (field, value) in fields {
        let name = ident(field);
        match value {
            // An empty collection has no item to append.
            Literal::List(items) if items.is_empty() => {
                let set = ident(&format!("set_{}", accessor_name(field)));
                calls.extend(quote! { .#set($Some($Vec::new())) });
            }
            Literal::Map(entries) if entries.is_empty() => {
                let set = ident(&format!("set_{}", accessor_name(field)));
                calls.extend(quote! { .#set($Some($Default::default())) });
            }
            Literal::List(items) => {
                for item in items {
                    let item = literal(item, library);
                    calls.extend(quote! { .#name(#item) });
                }
            }
            Literal::Map(entries) => {
                for (key, value) in entries {
                    let (key, value) = (literal(key, library), literal(value, library));
                    calls.extend(quote! { .#name(#key, #value) });
                }
            }
            other => {
                let value = literal(other, library);
                calls.extend(quote! { .#name(#value) });
            }
        }
    }
    calls
}

fn literal(value: &Literal, library: &Ident) -> TokenStream {
    match value {
        Literal::Text(text) => quote! { #text },
        Literal::Bool(value) => quote! { #value },
        Literal::Int(value) => {
            let value = proc_macro2::Literal::i64_unsuffixed(*value);
            quote! { #value }
        }
        Literal::Seconds(seconds, nanos) => {
            let (seconds, part) =
                (proc_macro2::Literal::i64_unsuffixed(*seconds), proc_macro2::Literal::u32_unsuffixed(*nanos));
            match nanos {
                0 => quote! { $#library::primitives::DateTime::from_secs(#seconds) },
                _ => quote! { $#library::primitives::DateTime::from_secs_and_nanos(#seconds, #part) },
            }
        }
        Literal::Document(value) => {
            let document = quote! { $#library::primitives::Document };
            self::document(value, &document)
        }
        Literal::OrNull(None) => quote! { $None },
        Literal::OrNull(Some(value)) => {
            let value = literal(value, library);
            quote! { $Some(#value.into()) }
        }
        Literal::Float(value) => {
            let value = proc_macro2::Literal::f64_unsuffixed(*value);
            quote! { #value }
        }
        Literal::Blob(text) => {
            quote! { $#library::primitives::Blob::new(#text) }
        }
        Literal::Union(name, variant, held) => {
            let held = held.as_ref().map(|held| literal(held, library));
            let held = held.map(|held| quote! { (#held.into()) });
            let (name, variant) = (type_of(name, library), ident(variant));
            quote! { #name::#variant #held }
        }
        Literal::Variant(name, variant) => {
            let (name, variant) = (type_of(name, library), ident(variant));
            quote! { #name::#variant }
        }
        Literal::Unknown(name, value) => {
            let name = type_of(name, library);
            quote! { #name::from(#value) }
        }
        Literal::Structure(name, fallible, fields) => {
            let setters = setters(fields, library);
            let (name, question) = (type_of(name, library), fallible.then(|| quote! { ? }));
            quote! { #name::builder() #setters .build() #question }
        }
        Literal::List(items) => {
            let items = items.iter().map(|item| literal(item, library)).collect::<Vec<_>>();
            quote! { vec![#(#items.into()),*] }
        }
        Literal::Map(entries) => {
            let (keys, values): (Vec<_>, Vec<_>) =
                entries.iter().map(|(key, value)| (literal(key, library), literal(value, library))).unzip();
            quote! { [#((#keys.into(), #values.into())),*].into() }
        }
    }
}

fn document(value: &Node, of: &TokenStream) -> TokenStream {
    match value {
        Node::Null => quote! { #of::Null },
        Node::Bool(value) => quote! { #of::from(#value) },
        Node::Natural(value) => quote! { #of::from(#value) },
        Node::Negative(value) => {
            let value = proc_macro2::Literal::i64_suffixed(*value);
            quote! { #of::from(#value) }
        }
        Node::Float(value) => {
            let value = proc_macro2::Literal::f64_suffixed(*value);
            quote! { #of::from(#value) }
        }
        Node::Text(text) => quote! { #of::from(#text) },
        Node::List(items) => {
            let items = items.iter().map(|item| document(item, of));
            quote! { #of::Array(vec![#(#items),*]) }
        }
        Node::Object(entries) if entries.is_empty() => quote! { #of::Object($Default::default()) },
        Node::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let value = document(value, of);
                quote! { (#key.to_owned(), #value) }
            });
            quote! { #of::Object([#(#entries),*].into()) }
        }
    }
}

fn type_of(name: &str, library: &Ident) -> TokenStream {
    let name = ident(name);
    quote! { $#library::types::#name }
}
