//! Unions.

use super::deprecated;
use super::value::{codec, type_of};
use crate::docs::{Markdown, first_sentence};
use crate::ir::{Union, UnionVariant};
use crate::markdown;
use crate::names::{ident, type_file};
use crate::render::{Chunk, Declaration, File, List, Row};
use quote::quote;

/// A union's own file.
pub(super) fn union(found: &Union) -> File {
    let docs = found.docs.clone().or(|| markdown!("The union {}.", Markdown::code(&found.name)));
    let name = ident(&found.name);
    let module_docs = markdown!("{}: {}", Markdown::code(&found.name), first_sentence(&docs));
    let declaration = Declaration {
        name: quote! { $sdk_runtime::union },
        docs,
        attributes: deprecated(found.deprecated.as_ref()),
        head: Some(List { word: quote! { pub enum #name }, parts: Vec::new() }),
        rows: found.variants.iter().map(row).collect(),
        ..Declaration::default()
    };
    File { path: type_file(&found.name), chunks: vec![Chunk::ModuleDocs(module_docs), Chunk::Declaration(declaration)] }
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
