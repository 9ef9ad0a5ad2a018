//! Marks among tokens, and where each stands.

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenTree};

/// The names of Rust's prelude that emitters use, and where they are.
const PRELUDE: &[(&str, &[&str])] = &[
    ("AsRef", &["std", "convert", "AsRef"]),
    ("Box", &["std", "boxed", "Box"]),
    ("Default", &["std", "default", "Default"]),
    ("Err", &["std", "result", "Result", "Err"]),
    ("From", &["std", "convert", "From"]),
    ("Into", &["std", "convert", "Into"]),
    ("None", &["std", "option", "Option", "None"]),
    ("Ok", &["std", "result", "Result", "Ok"]),
    ("Option", &["std", "option", "Option"]),
    ("Result", &["std", "result", "Result"]),
    ("Some", &["std", "option", "Option", "Some"]),
    ("String", &["std", "string", "String"]),
    ("Vec", &["std", "vec", "Vec"]),
];

/// The module whose functions are imported as types are: endpoint rules are made of them.
const IMPORTED_FUNCTIONS: &[&str] = &["sdk_runtime", "endpoint"];

/// Where tokens stand.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// Where the file's imports count.
    File,
    /// In a module inside the file.
    Module,
    /// In a `use` item.
    Use,
}

/// An absolute path: a crate, modules, an item.
pub(super) type Path = Vec<String>;

/// A mark that was read: its path, and how many tokens it has.
pub(super) struct Mark {
    pub(super) path: Path,
    pub(super) length: usize,
    is_macro: bool,
    /// Whether it is the beginning of a path that goes on with `{` or `*`.
    is_open: bool,
}

/// Where one is in a list of tokens.
pub(super) struct Walk {
    outer: Place,
    in_use: bool,
    /// Whether `mod name` came just before.
    module: u8,
    /// The last tokens: whether `::` or `.` came just before, and a `:` that may become one.
    pub(super) is_looked_up: bool,
    after: After,
}

#[derive(Clone, Copy, PartialEq)]
enum After {
    Colon,
    Path,
    Dot,
    Other,
}

impl Walk {
    pub(super) fn new(outer: Place) -> Self {
        Walk { outer, in_use: false, module: 0, is_looked_up: false, after: After::Other }
    }

    /// Takes the next token, and says where it stands.
    pub(super) fn step(&mut self, token: &TokenTree) -> Place {
        self.is_looked_up = matches!(self.after, After::Path | After::Dot);
        self.module = match token {
            TokenTree::Ident(ident) if ident == "mod" => 1,
            TokenTree::Ident(_) if self.module == 1 => 2,
            TokenTree::Group(_) if self.module == 2 => 2,
            _ => 0,
        };
        match token {
            TokenTree::Ident(ident) if ident == "use" => self.in_use = true,
            TokenTree::Punct(punct) if punct.as_char() == ';' => self.in_use = false,
            _ => {}
        }
        self.after = match token {
            TokenTree::Punct(punct) if punct.as_char() == ':' && self.after == After::Colon => After::Path,
            TokenTree::Punct(punct) if punct.as_char() == ':' && punct.spacing() == Spacing::Joint => After::Colon,
            TokenTree::Punct(punct) if punct.as_char() == '.' => After::Dot,
            _ => After::Other,
        };
        if self.in_use { Place::Use } else { self.outer }
    }

    pub(super) fn after_mark(&mut self) {
        self.after = After::Other;
    }

    /// Where a group's tokens stand.
    pub(super) fn inside(&self, group: &Group) -> Place {
        match group.delimiter() {
            _ if self.in_use => Place::Use,
            Delimiter::Brace if self.module == 2 => Place::Module,
            _ => self.outer,
        }
    }
}

/// The name that is in no other's way, if tokens begin with one that is marked so.
pub(super) fn harmless(tokens: &[TokenTree]) -> Option<&Group> {
    match (is_punct(tokens.first(), '$'), tokens.get(1)) {
        (true, Some(TokenTree::Group(group))) => Some(group),
        _ => None,
    }
}

/// The mark that tokens begin with.
pub(super) fn mark(tokens: &[TokenTree]) -> Option<Mark> {
    if !is_punct(tokens.first(), '$') {
        return None;
    }
    let first = unraw(ident_at(tokens, 1)?);
    let mut end = 2;
    let in_path = |end: usize| is_punct(tokens.get(end), ':') && is_punct(tokens.get(end + 1), ':');
    if !in_path(end) || is_prelude(&first) {
        let prelude = PRELUDE.iter().find(|(name, _)| *name == first)?;
        let path = prelude.1.iter().map(|name| (*name).to_owned()).collect();
        return Some(Mark { path, length: end, is_macro: false, is_open: false });
    }
    let mut path = vec![first];
    // Modules are lower case, and the first name that isn't is the item.
    while in_path(end) {
        let Some(name) = ident_at(tokens, end + 2).map(unraw) else { break };
        let is_item = !name.starts_with(|c: char| c.is_lowercase() || c == '_');
        path.push(name);
        end += 3;
        if is_item {
            break;
        }
    }
    let is_macro = is_punct(tokens.get(end), '!');
    Some(Mark { path, length: end, is_macro, is_open: in_path(end) && ident_at(tokens, end + 2).is_none() })
}

impl Mark {
    /// Types and constants are imported, and functions are written with their path.
    pub(super) fn is_importable(&self) -> bool {
        let is_function = self.item().starts_with(|c: char| c.is_lowercase());
        let may_be = !is_function || self.path.iter().zip(IMPORTED_FUNCTIONS).all(|(name, known)| name == known);
        may_be && !self.is_macro && !self.is_open && self.path.len() > 1
    }

    pub(super) fn item(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }
}

pub(super) fn is_prelude(name: &str) -> bool {
    PRELUDE.iter().any(|(known, _)| *known == name)
}

pub(super) fn is_of_prelude(path: &[String]) -> bool {
    PRELUDE.iter().any(|(_, known)| path.iter().eq(known.iter()))
}

fn is_punct(token: Option<&TokenTree>, character: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}

fn ident_at(tokens: &[TokenTree], at: usize) -> Option<&Ident> {
    match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => Some(ident),
        _ => None,
    }
}

pub(super) fn unraw(ident: &Ident) -> String {
    let mut text = ident.to_string();
    if text.starts_with("r#") {
        text.drain(..2);
    }
    text
}
