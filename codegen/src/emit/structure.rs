//! A structure and the declaration that completes it.

use super::value::{codec, default_value, field_type, kind};
use super::{deprecated, docs};
use crate::docs::Markdown;
use crate::ir::{Default, Member, Place, Role, Structure};
use crate::markdown;
use crate::names::{accessor_name, ident};
use crate::render::{Cells, Chunk, Declaration, List, Row};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A structure and its declaration.
pub(super) fn structure(structure: &Structure) -> Vec<Chunk> {
    vec![Chunk::Items(definition(structure)), declaration(structure, None)]
}

/// The input of an operation that is waited for, with the builder that waits.
pub(super) fn awaited_input(input: &Structure, waiting: &str) -> Vec<Chunk> {
    vec![Chunk::Items(definition(input)), declaration(input, Some(waiting))]
}

/// The `struct` itself.
fn definition(structure: &Structure) -> TokenStream {
    let name = ident(&structure.name);
    let (docs_of, deprecation) = (docs(&structure.docs), deprecated(structure.deprecated.as_ref()));
    let fields = structure.members.iter().map(field);
    let extra = match structure.role {
        Role::Output => quote! { _request_id: $Option<$String>, },
        Role::Error => quote! { meta: $Box<$sdk_runtime::error::ErrorMetadata>, },
        _ => TokenStream::new(),
    };
    // A stream can be neither cloned nor compared.
    let derive = match (structure.stream().is_some(), structure.role) {
        (false, Role::Input) => quote! { #[derive(Clone, PartialEq, Default)] },
        (false, _) => quote! { #[derive(Clone, PartialEq)] },
        (true, Role::Input) => quote! { #[derive(Default)] },
        (true, _) => TokenStream::new(),
    };
    quote! {
        #docs_of
        #deprecation
        #derive
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #extra
        }
    }
}

fn field(member: &Member) -> TokenStream {
    let (name, ty) = (ident(&member.field), field_type(member));
    let (docs, deprecation) = (docs(&field_docs(member)), deprecated(member.deprecated.as_ref()));
    quote! { #docs #deprecation pub #name: #ty, }
}

/// A member's documentation, with what its type doesn't say.
fn field_docs(member: &Member) -> Markdown {
    let mut docs = member.docs.clone().or(|| markdown!("The member {}.", Markdown::code(&member.wire)));
    let mut add = |paragraph: &Markdown| docs.push_paragraph(paragraph);
    if member.required && !member.always && !member.token && !member.own_account {
        add(&markdown!("Required."));
    }
    if member.token {
        add(&markdown!("Filled in with a random UUID if it is not set."));
    }
    if member.own_account {
        add(&markdown!("The caller's own account if it is not set."));
    }
    match &member.default {
        Some(Default::EmptyStream) => add(&markdown!("A stream of bytes, empty if it is not set.")),
        Some(default) => add(&markdown!("Default: {}.", default_docs(default))),
        None => {}
    }
    docs
}

fn default_docs(default: &Default) -> Markdown {
    match default {
        Default::Text(text) if text.is_empty() => markdown!("empty"),
        Default::Text(text) | Default::Enum(_, text) => Markdown::code(text),
        Default::Bool(value) => markdown!("`{}`", *value),
        Default::Int(value) => markdown!("`{}`", *value),
        Default::Float(value) => markdown!("`{}`", *value),
        Default::Seconds(seconds, 0) => markdown!("{} seconds after the epoch", *seconds),
        Default::Seconds(seconds, nanos) => {
            let seconds = *seconds as f64 + f64::from(*nanos) / 1e9;
            markdown!("{} seconds after the epoch", seconds)
        }
        Default::Blob(_) => markdown!("fixed bytes"),
        Default::Document(json) => Markdown::code(json),
        Default::EmptyList | Default::EmptyMap | Default::EmptyStream => markdown!("empty"),
    }
}

/// The declaration that makes accessors, builder and wire form; `waiting` names the builder that polls.
fn declaration(structure: &Structure, waiting: Option<&str>) -> Chunk {
    let role = ident(match structure.role {
        Role::Input => "input",
        Role::Output => "output",
        Role::Error => "error",
        Role::Request => "request",
        Role::Shared => "shared",
    });
    let (name, builder) = (ident(&structure.name), ident(&format!("{}Builder", structure.name)));
    let fluent = (structure.role == Role::Input).then(|| {
        let name = structure.name.strip_suffix("Input").unwrap_or(&structure.name);
        let fluent = ident(&format!("{name}FluentBuilder"));
        quote! { , #fluent }
    });
    let waiting = waiting.map(ident).map(|waiting| quote! { , #waiting });
    let is_fallible = structure.role != Role::Input && structure.has_required();
    let fallible = is_fallible.then(|| quote! { try });
    let streaming = structure.stream().map(|_| quote! { streaming });
    let word = quote! { #streaming #role #name, #fallible #builder #fluent #waiting };
    Chunk::Declaration(Declaration {
        name: quote! { $sdk_runtime::structure },
        head: Some(List { word, parts: Vec::new() }),
        rows: structure.members.iter().map(row).collect(),
        ..Declaration::default()
    })
}

fn row(member: &Member) -> Row {
    let (field, accessor) = (ident(&member.field), accessor_name(&member.field));
    let (set, get) = (ident(&format!("set_{accessor}")), ident(&format!("get_{accessor}")));
    // A keyword's name without its mark.
    let plain = (field != member.field).then(|| Literal::string(field.to_string().trim_start_matches("r#")));
    let (presence, kind) = (ident(if member.always { "always" } else { "optional" }), kind(&member.ty));
    let required = member.required && !member.always && !member.token && !matches!(member.place, Place::Label(_));
    let flags = [
        ("required", required),
        ("token", member.token),
        ("own_account", member.own_account),
        ("sensitive", member.sensitive),
    ];
    let flags = flags.iter().filter(|(_, is_set)| *is_set).map(|(flag, _)| ident(flag));
    let default = member.default.as_ref().map(|default| {
        let default = default_value(default, &member.ty);
        quote! { or(#default) }
    });
    let place = place(member);
    let cells = Cells::Member {
        names: quote! { #field #plain, #set, #get: },
        what: quote! { #presence #kind #(+ #flags)* #default = #place },
        codec: codec(&member.codec),
    };
    Row { docs: Markdown::default(), attributes: TokenStream::new(), cells, end: ';' }
}

fn place(member: &Member) -> TokenStream {
    let (word, key) = match &member.place {
        Place::Body => ("member", None),
        Place::Label(label) => ("label", Some(label)),
        Place::Query(key) => ("query", Some(key)),
        Place::Header(key) => ("header", Some(key)),
        Place::PrefixHeaders(prefix) => ("prefix_headers", Some(prefix)),
        Place::QueryMap => ("query_map", None),
        Place::Payload => ("payload", None),
        Place::Stream => ("stream", None),
        Place::Status => ("status", None),
    };
    let (word, wire) = (ident(word), &member.wire);
    let elsewhere = key.filter(|key| **key != member.wire).map(|key| quote! { in #key });
    quote! { #word #wire #elsewhere }
}
