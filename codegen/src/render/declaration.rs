//! Declarations of the runtime's: a macro's call, a row per member, laid out as one would by hand.

use super::definition::{self, Definition};
use super::line::line;
use super::{comment, expression, indent};
use crate::docs::Markdown;
use proc_macro2::TokenStream;

/// The widest line of a declaration.
const WIDTH: usize = 110;

/// A call of one of the runtime's macros: what stands before the rows' braces, the rows, and what stands behind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Declaration {
    /// The macro's path.
    pub name: TokenStream,
    /// Documentation of what it declares.
    pub docs: Markdown,
    /// Attributes of what it declares.
    pub attributes: TokenStream,
    /// The `struct` that it owns, above the head.
    pub item: Option<Definition>,
    /// What stands before the braces; without it, the rows stand in the macro's own.
    pub head: Option<List>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What stands behind the braces.
    pub tail: Option<List>,
}

/// A word, and parts with commas between, which stand on lines of their own where one line is too long for them.
#[derive(Clone, Debug, Default)]
pub(crate) struct List {
    /// What stands before the parts.
    pub word: TokenStream,
    /// The parts.
    pub parts: Vec<TokenStream>,
}

/// A row of a declaration.
#[derive(Clone, Debug)]
pub(crate) struct Row {
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
pub(crate) enum Cells {
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
    /// Items with commas between, as many in each line as there is room for, and what follows from them, which begins a line
    /// where one is too long for all of it.
    Case {
        /// What stands before the items.
        head: TokenStream,
        /// The items.
        items: Vec<TokenStream>,
        /// What follows.
        result: TokenStream,
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
    pub(crate) fn line(docs: Markdown, line: TokenStream) -> Self {
        Row { docs, attributes: TokenStream::new(), cells: Cells::Line(line), end: ';' }
    }
}

impl Declaration {
    pub(super) fn for_each_tokens(&mut self, change: &mut impl FnMut(&mut TokenStream)) {
        change(&mut self.name);
        change(&mut self.attributes);
        self.item.iter_mut().for_each(|item| item.for_each_tokens(change));
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
                Cells::Case { head, items, result } => {
                    [head, result].into_iter().chain(items).for_each(&mut *change);
                }
                Cells::Test { call, body, .. } => [call, body].into_iter().for_each(&mut *change),
            }
        }
    }
}

/// A declaration's text.
pub(super) fn render(found: &Declaration) -> String {
    let Declaration { name, docs, attributes, item, head, rows, tail } = found;
    let mut text = format!("{}! {{\n", line(name));
    text.push_str(&above(docs, attributes, 4));
    if let Some(item) = item {
        text.push_str(&definition::render(item, 4));
    }
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

/// A call with a list: on one line where there is room, else with as many parts in each line as fit.
pub(super) fn call(name: &TokenStream, List { word, parts }: &List) -> String {
    let (name, word) = (line(name), line(word));
    let parts: Vec<String> = parts.iter().map(line).collect();
    let whole = format!("{name}!({});", [word.as_str(), &parts.join(", ")].join(" ").trim_end());
    if whole.len() < WIDTH {
        return whole;
    }
    let lines = fill(None, &parts, 4);
    format!("{name}! {{\n    {word}\n{}\n}}", lines.join("\n"))
}

/// Parts with commas between, as many in each line as fit: in the one that is begun, and in others after these columns.
fn fill(begun: Option<String>, parts: &[String], columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = begun.into_iter().collect();
    for (index, part) in parts.iter().enumerate() {
        let part = if index + 1 < parts.len() { format!("{part},") } else { part.clone() };
        match lines.last_mut().filter(|last| last.len() + part.len() + 1 < WIDTH) {
            Some(last) => last.extend([" ", &part]),
            None => lines.push(format!("{}{part}", " ".repeat(columns))),
        }
    }
    lines
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
    let beside = parts.join(", ");
    let whole = [word.as_str(), &beside].join(" ");
    match (whole.len() < WIDTH || parts.is_empty(), beside.len() + 8 < WIDTH) {
        (true, _) => whole.trim().to_owned(),
        (false, true) => format!("{word}\n        {beside}"),
        (false, false) => format!("{word}\n        {}", parts.join(",\n        ")),
    }
}

fn row(Row { docs, attributes, cells, end }: &Row, columns: usize) -> String {
    let pad = " ".repeat(columns);
    let cells = match cells {
        Cells::Line(tokens) => format!("{pad}{}", line(tokens)),
        Cells::Member { names, what, codec } => member(names, what, codec.as_ref()),
        Cells::Case { head, items, result } => case(head, items, result),
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

fn case(head: &TokenStream, items: &[TokenStream], result: &TokenStream) -> String {
    let items: Vec<String> = items.iter().map(line).collect();
    let (head, result) = (line(head), line(result));
    let whole = [head.as_str(), &items.join(", "), &result];
    let whole = whole.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if whole.len() + 9 < WIDTH {
        return format!("        {whole}");
    }
    let mut lines = fill(Some(format!("        {head}")), &items, 12);
    lines.push(format!("            {result}"));
    lines.join("\n")
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
