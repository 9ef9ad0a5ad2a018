//! How a generated file names what is not its own.
//!
//! A model's names are in the way of ours: it may have an operation `Some`, a structure `Length`, a member `std`. So
//! emitters never write a name that must not be shadowed. They mark it with a `$`, as in a macro:
//!
//! - `$Option`, `$Some(…)`: of Rust's prelude;
//! - `$std::collections::HashMap`, `$sdk_runtime::body::Length`, `$crate::types::Bot`: an item of a crate;
//! - `$(Variant)`: a name that is in no other's way, because it is looked up in a type.
//!
//! In: all tokens of one file. Out: the same, with each mark resolved, and the imports for that. A name that stands
//! nowhere else in the file is imported; any other is written as a path that nothing can shadow. There is no list of
//! names to keep: what the file itself calls so is read from its tokens.

use crate::render::{Chunk, File};
use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::{BTreeMap, BTreeSet};

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

/// Resolves the marks of a file, and puts its imports behind the module's documentation. `own` is the type of the
/// model's that it defines, if it is the file of one.
pub(super) fn resolve(mut file: File, own: Option<&str>) -> File {
    let mut found = Found::default();
    for chunk in &mut file.chunks {
        chunk.for_each_tokens(&mut |tokens| found.read(tokens.clone(), Place::File));
    }
    let names =
        Names { defined: own.map(|name| ["crate", "types", name].map(str::to_owned).into()), ..Names::of(found) };
    for chunk in &mut file.chunks {
        chunk.for_each_tokens(&mut |tokens| *tokens = names.write(std::mem::take(tokens), Place::File));
    }
    let imports = names.imports();
    if !imports.is_empty() {
        let behind_docs = file.chunks.iter().take_while(|chunk| chunk.goes_before_imports()).count();
        file.chunks.insert(behind_docs, Chunk::Items(imports));
    }
    file
}

/// Resolves the marks of items or statements that stand alone; their imports come first.
pub(crate) fn resolve_tokens(tokens: TokenStream) -> TokenStream {
    let mut found = Found::default();
    found.read(tokens.clone(), Place::File);
    let names = Names::of(found);
    let (imports, tokens) = (names.imports(), names.write(tokens, Place::File));
    quote! { #imports #tokens }
}

/// Where tokens stand.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Where the file's imports count.
    File,
    /// In a module inside the file.
    Module,
    /// In a `use` item.
    Use,
}

/// An absolute path: a crate, modules, an item.
type Path = Vec<String>;

/// A mark that was read: its path, and how many tokens it has.
struct Mark {
    path: Path,
    length: usize,
    is_macro: bool,
    /// Whether it is the beginning of a path that goes on with `{` or `*`.
    is_open: bool,
}

/// What stands in a file.
#[derive(Default)]
struct Found {
    /// What is marked where imports count.
    wanted: BTreeSet<Path>,
    /// The names that stand in it without a mark.
    own: BTreeSet<String>,
}

impl Found {
    fn read(&mut self, tokens: TokenStream, place: Place) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        let mut walk = Walk::new(place);
        while let Some(token) = tokens.get(at) {
            let place = walk.step(token);
            if harmless(&tokens, at).is_some() {
                at += 2;
                continue;
            }
            if let Some(mark) = mark(&tokens, at) {
                if place == Place::Use {
                    self.own.insert(mark.item().to_owned());
                }
                if place == Place::File && mark.is_importable() {
                    self.wanted.insert(mark.path);
                }
                at += mark.length;
                walk.after_mark();
                continue;
            }
            match token {
                // What follows `::` or `.` is looked up in what stands before it.
                TokenTree::Ident(ident) if place == Place::Use || !walk.is_looked_up => {
                    self.own.insert(unraw(ident));
                }
                TokenTree::Group(group) => self.read(group.stream(), walk.inside(group)),
                _ => {}
            }
            at += 1;
        }
    }
}

/// Where one is in a list of tokens.
struct Walk {
    outer: Place,
    in_use: bool,
    /// Whether `mod name` came just before.
    module: u8,
    /// The last tokens: whether `::` or `.` came just before, and a `:` that may become one.
    is_looked_up: bool,
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
    fn new(outer: Place) -> Self {
        Walk { outer, in_use: false, module: 0, is_looked_up: false, after: After::Other }
    }

    /// Takes the next token, and says where it stands.
    fn step(&mut self, token: &TokenTree) -> Place {
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

    fn after_mark(&mut self) {
        self.after = After::Other;
    }

    /// Where a group's tokens stand.
    fn inside(&self, group: &Group) -> Place {
        match group.delimiter() {
            _ if self.in_use => Place::Use,
            Delimiter::Brace if self.module == 2 => Place::Module,
            _ => self.outer,
        }
    }
}

/// The name that is in no other's way, if one is marked so at a place.
fn harmless(tokens: &[TokenTree], at: usize) -> Option<&Group> {
    match (is_punct(tokens.get(at), '$'), tokens.get(at + 1)) {
        (true, Some(TokenTree::Group(group))) => Some(group),
        _ => None,
    }
}

/// The mark that begins at a place.
fn mark(tokens: &[TokenTree], at: usize) -> Option<Mark> {
    if !is_punct(tokens.get(at), '$') {
        return None;
    }
    let mut path = vec![unraw(ident_at(tokens, at + 1)?)];
    let mut end = at + 2;
    let in_path = |end: usize| is_punct(tokens.get(end), ':') && is_punct(tokens.get(end + 1), ':');
    if !in_path(end) || is_prelude(&path[0]) {
        let prelude = PRELUDE.iter().find(|(name, _)| *name == path[0])?;
        path = prelude.1.iter().map(|name| (*name).to_owned()).collect();
        return Some(Mark { path, length: end - at, is_macro: false, is_open: false });
    }
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
    Some(Mark { path, length: end - at, is_macro, is_open: in_path(end) && ident_at(tokens, end + 2).is_none() })
}

impl Mark {
    /// Types and constants are imported, and functions are written with their path.
    fn is_importable(&self) -> bool {
        let is_function = self.item().starts_with(|c: char| c.is_lowercase());
        let may_be = !is_function || self.path.iter().zip(IMPORTED_FUNCTIONS).all(|(name, known)| name == known);
        may_be && !self.is_macro && !self.is_open && self.path.len() > 1
    }

    fn item(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }
}

/// The names of a file, once they are known.
struct Names {
    /// How each item can be called by its name alone.
    short: BTreeMap<String, Path>,
    own: BTreeSet<String>,
    /// What the file itself defines.
    defined: Option<Path>,
}

impl Names {
    fn of(Found { wanted, own }: Found) -> Self {
        let mut short: BTreeMap<String, Path> = BTreeMap::new();
        // What is in the prelude needs no import, and what is of a model gives way to what isn't.
        let rank = |path: &Path| (!is_of_prelude(path), path.first().is_some_and(|name| name == "crate"));
        let mut wanted: Vec<Path> = wanted.into_iter().collect();
        wanted.sort_by_key(rank);
        for path in wanted {
            let Some(name) = path.last().filter(|name| !own.contains(*name)) else { continue };
            // `Option<Vec>` would be right, and would be misread.
            if is_prelude(name) && !is_of_prelude(&path) {
                continue;
            }
            short.entry(name.clone()).or_insert(path);
        }
        Names { short, own, defined: None }
    }

    /// The `use` items, in the order in which rustfmt puts them.
    fn imports(&self) -> TokenStream {
        let mut modules: BTreeMap<(bool, Vec<String>), BTreeSet<&str>> = BTreeMap::new();
        for path in self.short.values().filter(|path| !is_of_prelude(path)) {
            if let [module @ .., item] = path.as_slice() {
                let is_extern = module.first().is_some_and(|name| name != "crate");
                modules.entry((is_extern, module.to_vec())).or_default().insert(item);
            }
        }
        let uses = modules.iter().map(|((_, module), items)| {
            let module = self.root(module);
            let items = items.iter().map(|item| ident(item));
            match items.len() {
                1 => quote! { use #module::#(#items)*; },
                _ => quote! { use #module::{#(#items),*}; },
            }
        });
        uses.collect()
    }

    fn write(&self, tokens: TokenStream, place: Place) -> TokenStream {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut written = TokenStream::new();
        let mut at = 0;
        let mut walk = Walk::new(place);
        while let Some(token) = tokens.get(at) {
            let place = walk.step(token);
            if let Some(group) = harmless(&tokens, at) {
                written.extend(group.stream());
                at += 2;
                continue;
            }
            if let Some(mark) = mark(&tokens, at) {
                written.extend(self.mention(&mark, place));
                at += mark.length;
                walk.after_mark();
                continue;
            }
            written.extend([match token {
                TokenTree::Group(group) => {
                    let inner = self.write(group.stream(), walk.inside(group));
                    TokenTree::Group(Group::new(group.delimiter(), inner))
                }
                other => other.clone(),
            }]);
            at += 1;
        }
        written
    }

    /// An item's name, or a path that leads to it whatever else there is.
    fn mention(&self, mark: &Mark, place: Place) -> TokenStream {
        let known = self.short.get(mark.item());
        let is_short = known.or(self.defined.as_ref()).is_some_and(|path| *path == mark.path);
        match place {
            Place::File if is_short => ident(mark.item()).to_token_stream(),
            Place::Use | Place::Module => self.root(&mark.path),
            Place::File if mark.is_importable() => absolute(&mark.path),
            Place::File => self.root(&mark.path),
        }
    }

    /// A path, which begins with `::` where the file calls something like the crate.
    fn root(&self, path: &[String]) -> TokenStream {
        match path.first() {
            Some(name) if name == "crate" || !self.own.contains(name) => segments(path),
            _ => absolute(path),
        }
    }
}

fn absolute(path: &[String]) -> TokenStream {
    let path = (segments(path), path.first().is_none_or(|name| name != "crate"));
    match path {
        (path, true) => quote! { ::#path },
        (path, false) => path,
    }
}

fn segments(path: &[String]) -> TokenStream {
    let names = path.iter().map(|name| ident(name));
    quote! { #(#names)::* }
}

/// A name; `crate` is one, too.
fn ident(name: &str) -> Ident {
    match name {
        "crate" => Ident::new(name, Span::call_site()),
        _ => crate::names::ident(name),
    }
}

fn is_prelude(name: &str) -> bool {
    PRELUDE.iter().any(|(known, _)| *known == name)
}

fn is_of_prelude(path: &[String]) -> bool {
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

fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map_or(text.clone(), str::to_owned)
}
