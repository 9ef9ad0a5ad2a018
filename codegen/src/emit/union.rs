//! Unions.

use super::structure::imported;
use super::value::{Imports, by_path, codec_text, type_text};
use crate::docs::first_sentence;
use crate::ir::{Union, UnionVariant};
use crate::names::module_name;
use crate::render::{Chunk, File, comment, indent};

/// A union's own file.
pub(super) fn union(found: &Union) -> File {
    let mut imports = <Imports as Default>::default();
    for variant in &found.variants {
        if let Some(ty) = &variant.ty {
            imports.add(ty, &variant.codec);
        }
    }
    let docs = if found.docs.is_empty() { format!("The union `{}`.", found.name) } else { found.docs.clone() };
    let deprecated = match found.deprecated.as_deref() {
        None => String::new(),
        Some("") => "    #[deprecated]\n".to_owned(),
        Some(note) => format!("    #[deprecated(note = {note:?})]\n"),
    };
    let rows: String = found.variants.iter().map(|variant| row(variant, &found.name)).collect();
    let text = format!(
        "sdk_runtime::union! {{\n{}\n{deprecated}    pub enum {} {{\n{rows}    }}\n}}",
        indent(&comment(&docs, "///"), 4),
        found.name,
    );
    File {
        path: format!("src/types/{}.rs", module_name(&found.name)),
        chunks: vec![
            Chunk::ModuleDocs(format!("`{}`: {}", found.name, first_sentence(&docs))),
            Chunk::Items(imported(imports, &[found.name.as_str()])),
            Chunk::Text(text),
        ],
    }
}

fn row(variant: &UnionVariant, own: &str) -> String {
    let UnionVariant { name, field, wire, .. } = variant;
    let docs = if variant.docs.is_empty() { format!("The member `{wire}`.") } else { variant.docs.clone() };
    let docs = indent(&comment(&docs, "///"), 8);
    let held = variant.ty.as_ref().map_or(String::new(), |ty| format!("({})", by_path(&type_text(ty), own)));
    let sensitive = if variant.sensitive { " + sensitive" } else { "" };
    let accessor = if variant.ty.is_some() { format!(", as_{field}") } else { String::new() };
    let codec = match (&variant.ty, codec_text(&variant.codec)) {
        (Some(_), Some(codec)) => format!(" as {}", by_path(&codec, own)),
        _ => String::new(),
    };
    format!("{docs}\n        {name}{held}{sensitive}, is_{field}{accessor} = {wire:?}{codec};\n")
}
