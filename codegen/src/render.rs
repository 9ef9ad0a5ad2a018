//! From chunks of code to formatted text: the header, the blank lines, the layout of declarations.
//!
//! In: tokens, and Markdown for comments, so that no text of a model's can become code. The only user of prettyplease.

mod declaration;
mod definition;
mod line;

#[cfg(test)]
mod tests;

pub(crate) use declaration::{Cells, Declaration, List, Row};
pub(crate) use definition::{Definition, Field};

use crate::docs::Markdown;
use line::line;
use proc_macro2::TokenStream;
use std::collections::BTreeMap;

/// A file to be.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Its path from the crate's directory.
    pub path: String,
    /// Its parts, in order; a blank line goes between two.
    pub chunks: Vec<Chunk>,
}

/// A part of a file.
#[derive(Clone, Debug)]
pub(crate) enum Chunk {
    /// Documentation of the module.
    ModuleDocs(Markdown),
    /// Our own text, the same in every crate.
    Fixed(&'static str),
    /// Items; `use` and `mod` items stand together, others get a blank line between them.
    Items(TokenStream),
    /// A declaration of the runtime's.
    Declaration(Declaration),
    /// A call of one of the runtime's macros with a list.
    Call(TokenStream, List),
    /// Lines of tokens in the midst of our own text, indented as many columns.
    Framed(&'static str, usize, Vec<TokenStream>, &'static str),
}

impl Chunk {
    /// Whether a file's imports stand behind it.
    pub(crate) fn goes_before_imports(&self) -> bool {
        matches!(self, Chunk::ModuleDocs(_) | Chunk::Fixed(_))
    }

    /// Lets something read or change all tokens in it.
    pub(crate) fn for_each_tokens(&mut self, change: &mut impl FnMut(&mut TokenStream)) {
        match self {
            Chunk::ModuleDocs(_) | Chunk::Fixed(_) => {}
            Chunk::Items(tokens) => change(tokens),
            Chunk::Declaration(declaration) => declaration.for_each_tokens(change),
            Chunk::Call(name, list) => {
                [name, &mut list.word].into_iter().chain(&mut list.parts).for_each(change);
            }
            Chunk::Framed(_, _, lines, _) => lines.iter_mut().for_each(change),
        }
    }
}

/// What prettyplease breaks no line of: as many columns with the indentation.
const FITS: usize = 89;

/// The first line of every generated file, without its comment mark.
pub const HEADER: &str = "Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.";

/// Renders files: the text of each, by path.
pub(crate) fn render(files: Vec<File>) -> BTreeMap<String, String> {
    files.into_iter().map(|file| (file.path.clone(), render_file(&file))).collect()
}

fn render_file(file: &File) -> String {
    let chunks = file.chunks.iter().map(render_chunk).filter(|chunk| !chunk.is_empty());
    let body: Vec<String> = chunks.collect();
    let marker = if file.path.ends_with(".toml") { "#" } else { "//" };
    format!("{marker} {HEADER}\n\n{}\n", body.join("\n\n"))
}

fn render_chunk(chunk: &Chunk) -> String {
    match chunk {
        Chunk::ModuleDocs(docs) => comment(docs, "//!"),
        Chunk::Fixed(text) => text.trim_end().to_owned(),
        Chunk::Items(tokens) => items(tokens.clone()),
        Chunk::Declaration(found) => declaration::render(found),
        Chunk::Call(name, list) => declaration::call(name, list),
        Chunk::Framed(before, columns, lines, after) => {
            let pad = " ".repeat(*columns);
            let lines: String = lines.iter().map(|tokens| format!("{pad}{};\n", line(tokens))).collect();
            format!("{before}{lines}{after}").trim_end().to_owned()
        }
    }
}

/// Markdown as comment lines.
fn comment(markdown: &Markdown, marker: &str) -> String {
    markdown.lines().map(|line| comment_line(line, marker)).collect::<Vec<_>>().join("\n")
}

fn comment_line(line: &str, marker: &str) -> String {
    if line.is_empty() { marker.to_owned() } else { format!("{marker} {line}") }
}

/// Indents every line that isn't empty.
fn indent(text: &str, columns: usize) -> String {
    let pad = " ".repeat(columns);
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{pad}{line}") };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Formats items, with blank lines as a person would set them.
///
/// The tokens come from our own emitters: should they not parse, the text says so, and the crate that it lands in
/// doesn't compile.
pub(crate) fn items(tokens: TokenStream) -> String {
    let Ok(file) = syn::parse2::<syn::File>(tokens.clone()) else {
        return format!("compile_error!({:?});", format!("the generator emitted what is not Rust: {tokens}"));
    };
    let mut rendered = String::new();
    let mut previous_is_short = Short::No;
    for item in file.items {
        let is_short = Short::of(&item);
        let has_methods = matches!(item, syn::Item::Impl(_) | syn::Item::Trait(_));
        let single = syn::File { shebang: None, attrs: Vec::new(), items: vec![item] };
        let text = prettyplease::unparse(&single);
        let joins = is_short != Short::No && is_short == previous_is_short && !text.starts_with("///");
        if !(rendered.is_empty() || joins) {
            rendered.push('\n');
        }
        rendered.push_str(&if has_methods { space_methods(&text) } else { text });
        previous_is_short = is_short;
    }
    rendered.trim_end().to_owned()
}

/// Formats an expression of our own emitters, for text that is laid out by hand.
fn expression(tokens: &TokenStream) -> String {
    let function = items(quote::quote! { fn of() { #tokens } });
    let body = function.strip_prefix("fn of() {\n").and_then(|rest| rest.strip_suffix("\n}"));
    match body {
        Some(body) => body.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect::<Vec<_>>().join("\n"),
        None => function,
    }
}

/// Items of one line, which stand together with others of their kind.
#[derive(Clone, Copy, PartialEq)]
enum Short {
    No,
    PublicModule,
    Module,
    Import,
    Export,
    Call,
}

impl Short {
    fn of(item: &syn::Item) -> Self {
        match item {
            syn::Item::Use(item) if matches!(item.vis, syn::Visibility::Inherited) => Short::Import,
            syn::Item::Use(_) => Short::Export,
            syn::Item::Mod(item) if item.content.is_some() => Short::No,
            syn::Item::Mod(item) if matches!(item.vis, syn::Visibility::Inherited) => Short::Module,
            syn::Item::Mod(_) => Short::PublicModule,
            syn::Item::Macro(_) => Short::Call,
            _ => Short::No,
        }
    }
}

/// Sets a blank line between the methods of an `impl`, and after a constant of several lines.
fn space_methods(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut after_method = false;
    for line in text.lines() {
        if after_method && line.starts_with("    ") {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        after_method = matches!(line, "    }" | "    };");
    }
    spaced
}
