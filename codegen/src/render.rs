//! From chunks of code to formatted text: the header, the blank lines, the layout of declarations.
//!
//! In: tokens, and Markdown for comments, so that no text of a model's can become code. The only user of prettyplease.

mod line;

use crate::docs::Markdown;
use line::line;
use proc_macro2::TokenStream;
use std::collections::BTreeMap;

/// A file to be.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path from the crate's directory.
    pub path: String,
    /// Its parts, in order; a blank line goes between two.
    pub chunks: Vec<Chunk>,
}

/// A part of a file.
#[derive(Clone, Debug)]
pub enum Chunk {
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

/// A call of one of the runtime's macros: what stands before the rows' braces, the rows, and what stands behind.
#[derive(Clone, Debug, Default)]
pub struct Declaration {
    /// The macro's path.
    pub name: TokenStream,
    /// Documentation of what it declares.
    pub docs: Markdown,
    /// Attributes of what it declares.
    pub attributes: TokenStream,
    /// What stands before the braces; without it, the rows stand in the macro's own.
    pub head: Option<List>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What stands behind the braces.
    pub tail: Option<List>,
}

/// A word, and parts with commas between, which stand on lines of their own where one line is too long for them.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// What stands before the parts.
    pub word: TokenStream,
    /// The parts.
    pub parts: Vec<TokenStream>,
}

/// A row of a declaration.
#[derive(Clone, Debug)]
pub struct Row {
    /// Documentation.
    pub docs: Markdown,
    /// Attributes.
    pub attributes: TokenStream,
    /// What it says, without the sign that ends it.
    pub cells: Cells,
    /// The sign that ends it.
    pub end: char,
}

/// What a row says.
#[derive(Clone, Debug)]
pub enum Cells {
    /// It stays on one line.
    Line(TokenStream),
    /// It is broken before `what`, and before `as`, where one line is too long for it.
    Member {
        /// The names, up to and with the colon.
        names: TokenStream,
        /// What the member is.
        what: TokenStream,
        /// Its codec, without `as`.
        codec: Option<TokenStream>,
    },
    /// The call of a function with a text and a closure, which is laid out as Rust.
    Test {
        /// What is called.
        call: TokenStream,
        /// The text.
        says: String,
        /// The closure's parameters.
        parameters: Vec<TokenStream>,
        /// Its body.
        body: TokenStream,
    },
}

impl Row {
    /// A row of one line that ends in a semicolon.
    pub fn line(docs: Markdown, line: TokenStream) -> Self {
        Row { docs, attributes: TokenStream::new(), cells: Cells::Line(line), end: ';' }
    }
}

impl Declaration {
    fn for_each_tokens(&mut self, change: &mut impl FnMut(&mut TokenStream)) {
        change(&mut self.name);
        change(&mut self.attributes);
        for list in [&mut self.head, &mut self.tail].into_iter().flatten() {
            change(&mut list.word);
            list.parts.iter_mut().for_each(&mut *change);
        }
        for row in &mut self.rows {
            change(&mut row.attributes);
            match &mut row.cells {
                Cells::Line(line) => change(line),
                Cells::Member { names, what, codec } => {
                    [names, what].into_iter().chain(codec).for_each(&mut *change);
                }
                Cells::Test { call, body, .. } => [call, body].into_iter().for_each(&mut *change),
            }
        }
    }
}

/// The first line of every generated file.
pub const HEADER: &str = "Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.";

/// The widest line of a declaration.
const WIDTH: usize = 110;

/// Renders files: the text of each, by path.
pub fn render(files: Vec<File>) -> BTreeMap<String, String> {
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
        Chunk::Declaration(found) => declaration(found),
        Chunk::Call(name, list) => call(name, list),
        Chunk::Framed(before, columns, lines, after) => {
            let pad = " ".repeat(*columns);
            let lines: String = lines.iter().map(|tokens| format!("{pad}{};\n", line(tokens))).collect();
            format!("{before}{lines}{after}")
        }
    }
}

/// Markdown as comment lines.
fn comment(markdown: &Markdown, marker: &str) -> String {
    let line = |line: &str| if line.is_empty() { marker.to_owned() } else { format!("{marker} {line}") };
    markdown.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Formats items, with blank lines as a person would set them.
///
/// The tokens come from our own emitters: should they not parse, the text says so, and the crate that it lands in
/// doesn't compile.
pub fn items(tokens: TokenStream) -> String {
    let text = tokens.to_string();
    let Ok(file) = syn::parse2::<syn::File>(tokens) else {
        return format!("compile_error!({:?});", format!("the generator emitted what is not Rust: {text}"));
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

fn declaration(found: &Declaration) -> String {
    let Declaration { name, docs, attributes, head, rows, tail } = found;
    let mut text = format!("{}! {{\n", line(name));
    text.push_str(&above(docs, attributes, 4));
    let Some(head) = head else {
        let rows: String = rows.iter().map(|found| row(found, 4)).collect();
        return format!("{text}{rows}}}");
    };
    let rows: String = rows.iter().map(|found| row(found, 8)).collect();
    let rows = if rows.is_empty() { "{}".to_owned() } else { format!("{{\n{rows}    }}") };
    text.push_str(&format!("    {} {rows}\n", list(head)));
    if let Some(tail) = tail {
        text.push_str(&format!("    {}\n", list(tail)));
    }
    text.push('}');
    text
}

/// On one line where there is room, else with as many parts in each line as fit.
fn call(name: &TokenStream, List { word, parts }: &List) -> String {
    let (name, word) = (line(name), line(word));
    let parts: Vec<String> = parts.iter().map(line).collect();
    let whole = format!("{name}!({});", [word.as_str(), &parts.join(", ")].join(" ").trim_end());
    if whole.len() < WIDTH {
        return whole;
    }
    let mut lines = vec![word];
    for (index, part) in parts.iter().enumerate() {
        let part = if index + 1 < parts.len() { format!("{part},") } else { part.clone() };
        match lines.last_mut().filter(|last| index > 0 && last.len() + part.len() + 5 < WIDTH) {
            Some(last) => last.extend([" ", &part]),
            None => lines.push(part),
        }
    }
    format!("{name}! {{\n    {}\n}}", lines.join("\n    "))
}

/// Documentation and attributes, on lines of their own.
fn above(docs: &Markdown, attributes: &TokenStream, columns: usize) -> String {
    let mut text = String::new();
    if !docs.is_empty() {
        text.push_str(&indent(&comment(docs, "///"), columns));
        text.push('\n');
    }
    if !attributes.is_empty() {
        text.push_str(&format!("{}{}\n", " ".repeat(columns), line(attributes)));
    }
    text
}

fn list(List { word, parts }: &List) -> String {
    let (word, parts) = (line(word), parts.iter().map(line).collect::<Vec<_>>());
    let whole = [word.as_str(), &parts.join(", ")].join(" ");
    match whole.len() < WIDTH || parts.is_empty() {
        true => whole.trim().to_owned(),
        false => format!("{word}\n        {}", parts.join(",\n        ")),
    }
}

fn row(Row { docs, attributes, cells, end }: &Row, columns: usize) -> String {
    let pad = " ".repeat(columns);
    let cells = match cells {
        Cells::Line(tokens) => format!("{pad}{}", line(tokens)),
        Cells::Member { names, what, codec } => member(names, what, codec.as_ref()),
        Cells::Test { call, says, parameters, body } => test(call, says, parameters, body),
    };
    format!("{}{cells}{end}\n", above(docs, attributes, columns))
}

fn member(names: &TokenStream, what: &TokenStream, codec: Option<&TokenStream>) -> String {
    let (names, what) = (line(names), line(what));
    let codec = codec.map(|codec| format!("as {}", line(codec)));
    let whole = [what.as_str()].into_iter().chain(codec.as_deref()).collect::<Vec<_>>().join(" ");
    let (first, second) = (format!("        {names} {whole}"), format!("            {whole}"));
    match codec {
        _ if first.len() < WIDTH => first,
        Some(codec) if second.len() >= WIDTH => {
            format!("        {names}\n            {what}\n                {codec}")
        }
        _ => format!("        {names}\n{second}"),
    }
}

fn test(call: &TokenStream, says: &str, parameters: &[TokenStream], body: &TokenStream) -> String {
    let parameters = parameters.iter().map(line).collect::<Vec<_>>().join(", ");
    let (call, says) = (line(call), proc_macro2::Literal::string(says));
    let closure = format!("|{parameters}| {}", expression(body));
    let whole = format!("        {call}({says}, {closure})");
    match whole.len() < WIDTH - 2 && !closure.contains('\n') {
        true => whole,
        false => format!("        {call}({says},\n{})", indent(&closure, 12)),
    }
}

/// Indents every line that isn't empty.
fn indent(text: &str, columns: usize) -> String {
    let pad = " ".repeat(columns);
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{pad}{line}") };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
