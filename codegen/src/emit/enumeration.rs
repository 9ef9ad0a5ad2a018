//! Enums.

use crate::docs::first_sentence;
use crate::ir::{Enum, EnumValues, Variant};
use crate::names::module_name;
use crate::render::{Chunk, File, comment, indent};

/// An enum's own file.
pub(super) fn enumeration(found: &Enum) -> File {
    let (word, variants) = match &found.values {
        EnumValues::Text(values) => ("string_enum", variants(values, |value| format!("{value:?}"))),
        EnumValues::Int(values) => ("int_enum", variants(values, i32::to_string)),
    };
    let docs = if found.docs.is_empty() { format!("The enum `{}`.", found.name) } else { found.docs.clone() };
    let text = format!(
        "sdk_runtime::{word}! {{\n{}\n{}    pub enum {} {{\n{variants}    }}\n}}",
        indent(&comment(&docs, "///"), 4),
        deprecated(found.deprecated.as_ref(), "    "),
        found.name,
    );
    File {
        path: format!("src/types/{}.rs", module_name(&found.name)),
        chunks: vec![Chunk::ModuleDocs(format!("`{}`: {}", found.name, first_sentence(&docs))), Chunk::Text(text)],
    }
}

fn variants<T>(values: &[Variant<T>], literal: impl Fn(&T) -> String) -> String {
    let variant = |variant: &Variant<T>| {
        let docs = if variant.docs.is_empty() { format!("`{}`.", variant.name) } else { variant.docs.clone() };
        let (docs, deprecated) =
            (indent(&comment(&docs, "///"), 8), deprecated(variant.deprecated.as_ref(), "        "));
        format!("{docs}\n{deprecated}        {} = {},\n", variant.name, literal(&variant.value))
    };
    values.iter().map(variant).collect()
}

/// The `deprecated` attribute as a line, if there is reason for it.
fn deprecated(message: Option<&String>, indent: &str) -> String {
    match message.map(String::as_str) {
        None => String::new(),
        Some("") => format!("{indent}#[deprecated]\n"),
        Some(message) => format!("{indent}#[deprecated(note = {message:?})]\n"),
    }
}
