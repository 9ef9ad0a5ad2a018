//! Unions.

use super::deprecated;
use super::value::{codec, type_of};
use crate::docs::{Markdown, first_sentence};
use crate::ir::{EventFormat, EventStream, Failure, Service, Tagging, Union, UnionVariant};
use crate::markdown;
use crate::names::{ident, type_file};
use crate::render::{Chunk, Declaration, File, List, Row};
use proc_macro2::TokenStream;
use quote::quote;

/// A union's own file.
pub(super) fn union(found: &Union) -> File {
    let docs = found.docs.clone().or(|| markdown!("The union {}.", Markdown::code(&found.name)));
    let (name, form) = (ident(&found.name), form(found));
    let module_docs = markdown!("{}: {}", Markdown::code(&found.name), first_sentence(&docs));
    let declaration = Declaration {
        name: quote! { $sdk_runtime::union },
        docs,
        attributes: deprecated(found.deprecated.as_ref()),
        head: Some(List { word: quote! { pub enum #name #form }, parts: Vec::new() }),
        rows: found.variants.iter().map(row).collect(),
        ..Declaration::default()
    };
    let mut chunks = vec![Chunk::ModuleDocs(module_docs), Chunk::Declaration(declaration)];
    chunks.extend(found.stream.as_ref().map(|stream| event_stream(found, stream)));
    File { path: type_file(&found.name), chunks }
}

/// How it looks in JSON, where that isn't as Smithy has it.
fn form(found: &Union) -> TokenStream {
    let tagging = match &found.tagging {
        Tagging::Tagged => TokenStream::new(),
        Tagging::Discriminated(key) => quote! { discriminated(#key) },
        Tagging::Untagged => quote! { untagged },
    };
    let open = found.open.as_ref().map(|member| quote! { open(#member) });
    quote! { #tagging #open }
}

/// What the union means to streams: how its events travel, and what ends them.
fn event_stream(found: &Union, stream: &EventStream) -> Chunk {
    let (name, error) = (ident(&found.name), ident(&stream.error));
    let format = ident(match stream.format {
        EventFormat::Json => "JsonEvents",
        EventFormat::Cbor => "CborEvents",
        EventFormat::Xml => "XmlEvents",
    });
    let events = found.variants.iter().map(|variant| {
        let (name, wire) = (ident(&variant.name), &variant.wire);
        let ty = variant.ty.as_ref().map(type_of).map(|ty| quote! { (#ty) });
        quote! { $(#name) #ty = #wire }
    });
    let failures = stream.failures.iter().map(|Failure { name, wire, code }| {
        let name = ident(name);
        quote! { ! $(#name) = #wire as #code }
    });
    let rows = events.chain(failures).map(|row| Row::line(Markdown::default(), row));
    let until = quote! { #name of $sdk_runtime::codec::#format, until ($crate::types::error::#error) };
    Chunk::Declaration(Declaration {
        name: quote! { $sdk_runtime::event_stream },
        head: Some(List { word: until, parts: Vec::new() }),
        rows: rows.collect(),
        ..Declaration::default()
    })
}

/// `types/error.rs` has what ends streams beside the errors of the model.
pub(super) fn errors(service: &Service) -> impl Iterator<Item = Chunk> {
    let streams = service.unions.iter().filter_map(|union| Some((union, union.stream.as_ref()?)));
    streams.map(|(union, stream)| {
        let mut names: Vec<&str> = stream.failures.iter().map(|failure| failure.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        super::error::over(&format!("a stream of `{}`", union.name), &stream.error, &names)
    })
}

fn row(variant: &UnionVariant) -> Row {
    let docs = variant.docs.clone().or(|| markdown!("The member {}.", Markdown::code(&variant.wire)));
    let (name, is, wire) = (ident(&variant.name), ident(&format!("is_{}", variant.field)), &variant.wire);
    let sensitive = variant.sensitive.then(|| quote! { + sensitive });
    let Some(ty) = &variant.ty else {
        return Row::line(docs, quote! { $(#name) #sensitive, #is = #wire });
    };
    let (ty, accessor) = (type_of(ty), ident(&format!("as_{}", variant.field)));
    let codec = codec(&variant.codec).map(|codec| quote! { as #codec });
    Row::line(docs, quote! { $(#name)(#ty) #sensitive, #is, #accessor = #wire #codec })
}
