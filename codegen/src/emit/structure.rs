//! A structure and the declaration that completes it.

use super::deprecated;
use super::operation::{error_name, fluent_name};
use super::value::{codec, default_value, field_type, kind};
use crate::docs::Markdown;
use crate::ir::{Default, Member, Operation, Place, Role, Structure};
use crate::markdown;
use crate::names::{accessor_name, ident};
use crate::render::{Cells, Chunk, Declaration, Definition, Field, List, Row};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A structure of the service's types.
pub(super) fn structure(structure: &Structure) -> Chunk {
    declaration(structure, List::default())
}

/// What an operation takes and returns; `waiting` names the builder that polls, if it is waited for.
pub(super) fn of_operation(operation: &Operation, waiting: Option<&str>) -> [Chunk; 2] {
    let (fluent, error) = (fluent_name(operation), error_name(operation));
    let output = ident(&operation.output.name);
    let calls = [output, error].into_iter().chain(waiting.map(ident)).map(|name| quote! { #name });
    let sends = List { word: quote! { , #fluent => }, parts: calls.collect() };
    [declaration(&operation.input, sends), declaration(&operation.output, List::default())]
}

/// The `struct` itself. What it derives, and the fields that aren't the model's, the declaration adds.
fn definition(structure: &Structure) -> Definition {
    let name = ident(&structure.name);
    Definition {
        docs: structure.docs.clone(),
        attributes: deprecated(structure.deprecated.as_ref()),
        name: quote! { #name },
        fields: structure.members.iter().map(field).collect(),
    }
}

fn field(member: &Member) -> Field {
    let name = ident(&member.field);
    Field {
        docs: field_docs(member),
        attributes: deprecated(member.deprecated.as_ref()),
        name: quote! { #name },
        ty: field_type(member),
    }
}

/// A member's documentation, with what its type doesn't say.
fn field_docs(member: &Member) -> Markdown {
    let mut docs = member.docs.clone().or(|| markdown!("The member {}.", Markdown::code(&member.wire)));
    let mut add = |paragraph: &Markdown| docs.push_paragraph(paragraph);
    let is_asked_for = !member.always || member.place == Place::Events;
    if member.required && is_asked_for && !member.token && !member.own_account {
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
    if let Some(default) = &member.service_default {
        add(&markdown!("The service's default: {}.", default_docs(default)));
    }
    docs
}

fn default_docs(default: &Default) -> Markdown {
    match default {
        Default::Text(text) if text.is_empty() => markdown!("empty"),
        Default::Text(text) | Default::Enum(_, text) | Default::Big(text) => Markdown::code(text),
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

/// The declaration that makes accessors, builder and wire form; `sends` says what an input is sent with, and what comes of it.
fn declaration(structure: &Structure, sends: List) -> Chunk {
    let role = ident(match structure.role {
        Role::Input => "input",
        Role::Output => "output",
        Role::Error => "error",
        Role::Request => "request",
        Role::Shared => "shared",
    });
    let builder = ident(&format!("{}Builder", structure.name));
    let is_fallible = structure.role != Role::Input && structure.has_required();
    let fallible = is_fallible.then(|| quote! { try });
    let streaming = structure.is_streaming().then(|| quote! { streaming });
    let (sends, parts) = (sends.word, sends.parts);
    let word = quote! { #streaming #role #fallible #builder #sends };
    Chunk::Declaration(Declaration {
        name: quote! { $sdk_runtime::structure },
        item: Some(definition(structure)),
        head: Some(List { word, parts }),
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
    let is_label = matches!(member.place, Place::Label(_) | Place::Verbatim(_));
    let is_asked_for = !member.always || member.place == Place::Events;
    let required = member.required && is_asked_for && !member.token && !is_label;
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
        Place::Body => ("member", member.key.as_ref()),
        Place::Attribute => ("attribute", member.key.as_ref()),
        Place::Rest => ("rest", None),
        Place::Label(label) => ("label", Some(label)),
        Place::Verbatim(label) => ("verbatim", Some(label)),
        Place::Endpoint => ("endpoint", None),
        Place::Query(key) => ("query", Some(key)),
        Place::Header(key) => ("header", Some(key)),
        Place::PrefixHeaders(prefix) => ("prefix_headers", Some(prefix)),
        Place::QueryMap => ("query_map", None),
        Place::Payload => ("payload", None),
        Place::Stream => ("stream", None),
        Place::Events => ("events", None),
        Place::EventHeader => ("event_header", None),
        Place::EventPayload => ("event_payload", None),
        Place::Status => ("status", None),
    };
    let (word, wire) = (ident(word), &member.wire);
    let elsewhere = key.filter(|key| **key != member.wire).map(|key| quote! { in #key });
    quote! { #word #wire #elsewhere }
}
