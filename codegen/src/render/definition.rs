//! A `struct` whose fields are all public, laid out as prettyplease would, which is asked only where that takes thought.

use super::line::line;
use super::{FITS, comment_line, items};
use crate::docs::Markdown;
use proc_macro2::TokenStream;
use quote::quote;

/// A `struct`.
#[derive(Clone, Debug)]
pub(crate) struct Definition {
    /// Documentation.
    pub docs: Markdown,
    /// Attributes.
    pub attributes: TokenStream,
    /// Its name.
    pub name: TokenStream,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Documentation.
    pub docs: Markdown,
    /// Attributes.
    pub attributes: TokenStream,
    /// Its name.
    pub name: TokenStream,
    /// Its type.
    pub ty: TokenStream,
}

impl Definition {
    pub(super) fn for_each_tokens(&mut self, change: &mut impl FnMut(&mut TokenStream)) {
        change(&mut self.attributes);
        change(&mut self.name);
        for Field { attributes, name, ty, .. } in &mut self.fields {
            [attributes, name, ty].into_iter().for_each(&mut *change);
        }
    }
}

/// A definition's text, indented as many columns more than where it is laid out.
pub(super) fn render(Definition { docs, attributes, name, fields }: &Definition, columns: usize) -> String {
    let mut text = String::new();
    push_docs(&mut text, docs, columns);
    push_attributes(&mut text, attributes, 0, columns);
    let name = line(name);
    if fields.is_empty() {
        push_lines(&mut text, &format!("pub struct {name} {{}}"), columns);
        return text;
    }
    push_lines(&mut text, &format!("pub struct {name} {{"), columns);
    for field in fields {
        push_field(&mut text, field, columns + 4);
    }
    push_lines(&mut text, "}", columns);
    text
}

fn push_field(text: &mut String, Field { docs, attributes, name, ty }: &Field, columns: usize) {
    push_docs(text, docs, columns);
    push_attributes(text, attributes, 4, columns);
    let whole = format!("pub {}: {},", line(name), line(ty));
    match 4 + whole.len() <= FITS {
        true => push_lines(text, &whole, columns),
        false => push_nested(text, quote! { struct S { pub #name: #ty, } }, "", columns),
    }
}

/// Adds documentation, which prettyplease writes without the spaces at a line's end.
fn push_docs(text: &mut String, docs: &Markdown, columns: usize) {
    for line in docs.lines() {
        push_lines(text, &comment_line(line.trim_end_matches(' '), "///"), columns);
    }
}

/// Adds attributes that are laid out for one column and stand in another.
fn push_attributes(text: &mut String, attributes: &TokenStream, from: usize, columns: usize) {
    let whole = line(attributes);
    if from + whole.len() <= FITS {
        push_lines(text, &whole, columns);
    } else if from == 0 {
        let item = items(quote! { #attributes struct S; });
        push_lines(text, item.strip_suffix("struct S;").unwrap_or(&item), columns);
    } else {
        push_nested(text, quote! { struct S { #attributes f: T, } }, "    f: T,\n", columns);
    }
}

/// Adds what prettyplease makes of the inside of an item's braces, without what ends it.
fn push_nested(text: &mut String, item: TokenStream, end: &str, columns: usize) {
    let item = items(item);
    let inner = item.split_once("{\n").and_then(|(_, rest)| rest.strip_suffix('}')?.strip_suffix(end));
    for line in inner.unwrap_or(&item).lines() {
        push_lines(text, line.strip_prefix("    ").unwrap_or(line), columns);
    }
}

/// Adds lines.
fn push_lines(text: &mut String, lines: &str, columns: usize) {
    for line in lines.lines() {
        text.extend(std::iter::repeat_n(' ', columns));
        text.push_str(line);
        text.push('\n');
    }
}
