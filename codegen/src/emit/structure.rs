//! A structure and the declaration that completes it.

use super::value::{Imports, by_path, codec_text, default_text, field_type, kind_text};
use super::{deprecated, docs};
use crate::ir::{Default, Member, Place, Role, Structure};
use crate::names::{accessor_name, ident};
use crate::render::{Chunk, Row};
use proc_macro2::TokenStream;
use quote::quote;

/// A structure and its declaration.
pub(super) fn structure(structure: &Structure) -> Vec<Chunk> {
    vec![Chunk::Items(definition(structure)), declaration(structure, "")]
}

/// The input of an operation that is waited for, with the builder that waits.
pub(super) fn awaited_input(input: &Structure, waiting: &str) -> Vec<Chunk> {
    vec![Chunk::Items(definition(input)), declaration(input, &format!(", {waiting}"))]
}

/// The `struct` itself.
fn definition(structure: &Structure) -> TokenStream {
    let name = ident(&structure.name);
    let (docs_of, deprecation) = (docs(&structure.docs), deprecated(structure.deprecated.as_ref()));
    let fields = structure.members.iter().map(|member| field(member, &structure.name));
    let extra = match structure.role {
        Role::Output => quote! { _request_id: Option<String>, },
        Role::Error => quote! { meta: Box<ErrorMetadata>, },
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

fn field(member: &Member, own: &str) -> TokenStream {
    let (name, ty) = (ident(&member.field), field_type(member, own));
    let (docs, deprecation) = (docs(&field_docs(member)), deprecated(member.deprecated.as_ref()));
    quote! { #docs #deprecation pub #name: #ty, }
}

/// A member's documentation, with what its type doesn't say.
fn field_docs(member: &Member) -> String {
    let mut docs = if member.docs.is_empty() { format!("The member `{}`.", member.wire) } else { member.docs.clone() };
    if member.required && !member.always && !member.token && !member.own_account {
        docs.push_str("\n\nRequired.");
    }
    if member.token {
        docs.push_str("\n\nFilled in with a random UUID if it is not set.");
    }
    if member.own_account {
        docs.push_str("\n\nThe caller's own account if it is not set.");
    }
    match &member.default {
        Some(Default::EmptyStream) => docs.push_str("\n\nA stream of bytes, empty if it is not set."),
        Some(default) => docs.push_str(&format!("\n\nDefault: {}.", default_docs(default))),
        None => {}
    }
    docs
}

fn default_docs(default: &Default) -> String {
    match default {
        Default::Text(text) if text.is_empty() => "empty".to_owned(),
        Default::Text(text) | Default::Enum(_, text) => format!("`{}`", text.replace('`', "'").replace('\n', " ")),
        Default::Bool(value) => format!("`{value}`"),
        Default::Int(value) => format!("`{value}`"),
        Default::Float(value) => format!("`{value}`"),
        Default::Seconds(seconds, 0) => format!("{seconds} seconds after the epoch"),
        Default::Seconds(seconds, nanos) => {
            let seconds = *seconds as f64 + f64::from(*nanos) / 1e9;
            format!("{seconds} seconds after the epoch")
        }
        Default::Blob(_) => "fixed bytes".to_owned(),
        Default::Document(json) => format!("`{}`", json.replace('`', "'")),
        Default::EmptyList | Default::EmptyMap | Default::EmptyStream => "empty".to_owned(),
    }
}

/// The declaration that makes accessors, builder and wire form.
fn declaration(structure: &Structure, more_builders: &str) -> Chunk {
    let name = &structure.name;
    let role = match structure.role {
        Role::Input => "input",
        Role::Output => "output",
        Role::Error => "error",
        Role::Request => "request",
        Role::Shared => "shared",
    };
    let builders = match structure.role {
        Role::Input => format!("{name}Builder, {}FluentBuilder", name.strip_suffix("Input").unwrap_or(name)),
        _ if structure.has_required() => format!("try {name}Builder"),
        _ => format!("{name}Builder"),
    };
    let streaming = if structure.stream().is_some() { "streaming " } else { "" };
    let head = format!("sdk_runtime::structure! {{\n    {streaming}{role} {name}, {builders}{more_builders}");
    Chunk::Declaration(head, structure.members.iter().map(|member| row(member, name)).collect())
}

fn row(member: &Member, own: &str) -> Row {
    let (field, accessor) = (ident(&member.field), accessor_name(&member.field));
    let presence = if member.always { "always" } else { "optional" };
    let mut what = format!("{presence} {}", by_path(&kind_text(&member.ty), own));
    let required = member.required && !member.always && !member.token && !matches!(member.place, Place::Label(_));
    let flags = [
        (" + required", required),
        (" + token", member.token),
        (" + own_account", member.own_account),
        (" + sensitive", member.sensitive),
    ];
    for (flag, is_set) in flags {
        what.push_str(if is_set { flag } else { "" });
    }
    if let Some(default) = &member.default {
        what.push_str(&format!(" or({})", by_path(&default_text(default, &member.ty), own)));
    }
    what.push_str(&place(member));
    if let Some(codec) = codec_text(&member.codec) {
        what.push_str(&format!(" as {}", by_path(&codec, own)));
    }
    Row { docs: String::new(), names: format!("{field}, set_{accessor}, get_{accessor}:"), what }
}

fn place(member: &Member) -> String {
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
    let elsewhere = key.filter(|key| **key != member.wire).map_or(String::new(), |key| format!(" in {key:?}"));
    format!(" = {word} {:?}{elsewhere}", member.wire)
}

/// The `use` items of a file that holds `structures`.
pub(super) fn imports<'a>(structures: impl IntoIterator<Item = &'a Structure> + Clone) -> TokenStream {
    let own: Vec<&str> = structures.clone().into_iter().map(|structure| structure.name.as_str()).collect();
    imported(Imports::of(structures), &own)
}

/// The `use` items of a file that needs `imports` and defines `own` itself.
pub(super) fn imported(imports: Imports, own: &[&str]) -> TokenStream {
    let Imports { codecs, types, primitives, hash_map } = imports;
    let types: Vec<_> = types.iter().filter(|name| !own.contains(&name.as_str())).map(|name| ident(name)).collect();
    let codecs: Vec<_> = codecs.iter().filter(|name| !own.contains(name)).map(|name| ident(name)).collect();
    let primitives: Vec<_> = primitives.iter().filter(|name| !own.contains(name)).map(|name| ident(name)).collect();
    let primitives = (!primitives.is_empty()).then(|| quote! { use crate::primitives::{#(#primitives),*}; });
    let types = (!types.is_empty()).then(|| quote! { use crate::types::{#(#types),*}; });
    let codecs = (!codecs.is_empty()).then(|| quote! { use sdk_runtime::body::{#(#codecs),*}; });
    let hash_map = (hash_map && !own.contains(&"HashMap")).then(|| quote! { use std::collections::HashMap; });
    quote! { #primitives #types #codecs #hash_map }
}
