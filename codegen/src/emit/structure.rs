//! A structure and the declaration that completes it.

use super::value::{Imports, codec_text, field_type, kind_text};
use super::{deprecated, docs};
use crate::ir::{Member, Place, Role, Structure};
use crate::names::ident;
use crate::render::{Chunk, Row};
use proc_macro2::TokenStream;
use quote::quote;

/// A structure and its declaration.
pub(super) fn structure(structure: &Structure) -> Vec<Chunk> {
    vec![Chunk::Items(definition(structure)), declaration(structure)]
}

/// The `struct` itself.
fn definition(structure: &Structure) -> TokenStream {
    let name = ident(&structure.name);
    let (docs_of, deprecation) = (docs(&structure.docs), deprecated(structure.deprecated.as_ref()));
    let fields = structure.members.iter().map(field);
    let extra = match structure.role {
        Role::Output => quote! { _request_id: Option<String>, },
        Role::Error => quote! { meta: Box<ErrorMetadata>, },
        _ => TokenStream::new(),
    };
    let default = (structure.role == Role::Input).then(|| quote! { , Default });
    quote! {
        #docs_of
        #deprecation
        #[derive(Clone, PartialEq #default)]
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
fn field_docs(member: &Member) -> String {
    let mut docs = if member.docs.is_empty() { format!("The member `{}`.", member.wire) } else { member.docs.clone() };
    if member.required && !member.always && !member.token {
        docs.push_str("\n\nRequired.");
    }
    if member.token {
        docs.push_str("\n\nFilled in with a random UUID if it is not set.");
    }
    if let Some(default) = &member.default {
        docs.push_str(&format!("\n\nDefault: `{default}`."));
    }
    docs
}

/// The declaration that makes accessors, builder and wire form.
fn declaration(structure: &Structure) -> Chunk {
    let name = &structure.name;
    let role = match structure.role {
        Role::Input => "input",
        Role::Output => "output",
        Role::Error => "error",
        Role::Request => "request",
        Role::Shared => "shared",
    };
    let builders = match structure.role {
        Role::Input => format!("{name}Builder, {}FluentBuilder", name.trim_end_matches("Input")),
        _ if structure.has_required() => format!("try {name}Builder"),
        _ => format!("{name}Builder"),
    };
    let head = format!("sdk_runtime::structure! {{\n    {role} {name}, {builders}");
    Chunk::Declaration(head, structure.members.iter().map(row).collect())
}

fn row(member: &Member) -> Row {
    let (field, plain) = (ident(&member.field), &member.field);
    let presence = if member.always { "always" } else { "optional" };
    let mut what = format!("{presence} {}", kind_text(&member.ty));
    let required = member.required && !member.always && !member.token && member.place != Place::Label;
    for (flag, is_set) in [(" + required", required), (" + token", member.token), (" + sensitive", member.sensitive)] {
        what.push_str(if is_set { flag } else { "" });
    }
    if let Some(default) = &member.default {
        what.push_str(&format!(" or({default:?})"));
    }
    what.push_str(&place(member));
    if let Some(codec) = codec_text(&member.codec) {
        what.push_str(&format!(" as {codec}"));
    }
    Row { docs: String::new(), names: format!("{field}, set_{plain}, get_{plain}:"), what }
}

fn place(member: &Member) -> String {
    let (word, key) = match &member.place {
        Place::Body => ("member", None),
        Place::Label => ("label", None),
        Place::Query(key) => ("query", Some(key)),
        Place::Header(key) => ("header", Some(key)),
    };
    let elsewhere = key.filter(|key| **key != member.wire).map_or(String::new(), |key| format!(" in {key:?}"));
    format!(" = {word} {:?}{elsewhere}", member.wire)
}

/// The `use` items of a file that holds `structures`.
pub(super) fn imports<'a>(structures: impl IntoIterator<Item = &'a Structure> + Clone) -> TokenStream {
    let own: Vec<&str> = structures.clone().into_iter().map(|structure| structure.name.as_str()).collect();
    let Imports { codecs, types, date_time, hash_map } = Imports::of(structures);
    let types: Vec<_> = types.iter().filter(|name| !own.contains(&name.as_str())).map(|name| ident(name)).collect();
    let codecs: Vec<_> = codecs.iter().map(|name| ident(name)).collect();
    let date_time = date_time.then(|| quote! { use crate::primitives::DateTime; });
    let types = (!types.is_empty()).then(|| quote! { use crate::types::{#(#types),*}; });
    let codecs = (!codecs.is_empty()).then(|| quote! { use sdk_runtime::body::{#(#codecs),*}; });
    let hash_map = hash_map.then(|| quote! { use std::collections::HashMap; });
    quote! { #date_time #types #codecs #hash_map }
}
