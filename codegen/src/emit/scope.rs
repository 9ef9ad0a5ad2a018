//! How a generated file names what is not its own.
//!
//! A model's names are in the way of ours: it may have an operation `Some`, a structure `Length`, a member `std`. So
//! emitters never write a name that must not be shadowed. They mark it with a `$`, as in a macro:
//!
//! - `$Option`, `$Some(…)`: of Rust's prelude;
//! - `$std::collections::HashMap`, `$sdk_runtime::codec::Length`, `$crate::types::Bot`: an item of a crate;
//! - `$(Variant)`: a name that is in no other's way, because it is looked up in a type.
//!
//! In: all tokens of one file. Out: the same, with each mark resolved, and the imports for that. A name that stands
//! nowhere else in the file is imported; any other is written as a path that nothing can shadow. There is no list of
//! names to keep: what the file itself calls so is read from its tokens.

mod mark;

use crate::render::{Chunk, File};
use mark::{Mark, Path, Place, Walk, harmless, is_of_prelude, is_prelude, mark, unraw};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::{BTreeMap, BTreeSet};

/// Resolves the marks of a file, and puts its imports behind the module's documentation. `own` is the type of the
/// model's that it defines, if it is the file of one.
pub(super) fn resolve(mut file: File, own: Option<&str>) -> File {
    let (mut found, mut read) = (Found::default(), Vec::new());
    for chunk in &mut file.chunks {
        chunk.for_each_tokens(&mut |tokens| read.push(found.read(std::mem::take(tokens), Place::File)));
    }
    let names =
        Names { defined: own.map(|name| ["crate", "types", name].map(str::to_owned).into()), ..Names::of(found) };
    let mut read = read.into_iter();
    for chunk in &mut file.chunks {
        chunk.for_each_tokens(&mut |tokens| *tokens = names.write(read.next().unwrap_or_default()));
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
    let read = found.read(tokens, Place::File);
    let names = Names::of(found);
    let (imports, tokens) = (names.imports(), names.write(read));
    quote! { #imports #tokens }
}

/// Tokens that were read. They are made into tokens again once it is known what stands in all of the file.
enum Piece {
    Token(TokenTree),
    /// A name in no other's way.
    Name(TokenStream),
    Mark(Mark, Place),
    Group(Delimiter, Vec<Piece>),
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
    /// Reads tokens, and takes them apart: whoever only looks at what is in a group makes a copy of all of it.
    fn read(&mut self, tokens: TokenStream, place: Place) -> Vec<Piece> {
        let mut tokens = tokens.into_iter().collect::<Vec<TokenTree>>().into_iter();
        let mut read = Vec::with_capacity(tokens.len());
        let mut walk = Walk::new(place);
        while let Some(token) = tokens.as_slice().first() {
            let place = walk.step(token);
            if let Some(mark) = mark(tokens.as_slice()) {
                if place == Place::Use {
                    self.own.insert(mark.item().to_owned());
                }
                if place == Place::File && mark.is_importable() && !self.wanted.contains(&mark.path) {
                    self.wanted.insert(mark.path.clone());
                }
                tokens.by_ref().take(mark.length).for_each(drop);
                walk.after_mark();
                read.push(Piece::Mark(mark, place));
                continue;
            }
            if let Some(group) = harmless(tokens.as_slice()) {
                read.push(Piece::Name(group.stream()));
                tokens.by_ref().take(2).for_each(drop);
                continue;
            }
            match token {
                // What follows `::` or `.` is looked up in what stands before it.
                TokenTree::Ident(ident) if place == Place::Use || !walk.is_looked_up => {
                    self.own.insert(unraw(ident));
                }
                _ => {}
            }
            match tokens.next() {
                Some(TokenTree::Group(group)) => {
                    let (place, delimiter, inner) = (walk.inside(&group), group.delimiter(), group.stream());
                    // Without it, the tokens in it are nobody else's, and aren't copied.
                    drop(group);
                    read.push(Piece::Group(delimiter, self.read(inner, place)));
                }
                token => read.extend(token.map(Piece::Token)),
            }
        }
        read
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

    fn write(&self, read: Vec<Piece>) -> TokenStream {
        let mut written = Vec::with_capacity(read.len());
        for piece in read {
            match piece {
                Piece::Token(token) => written.push(token),
                Piece::Name(name) => written.extend(name),
                Piece::Mark(mark, place) => written.extend(self.mention(&mark, place)),
                Piece::Group(delimiter, inner) => {
                    written.push(TokenTree::Group(Group::new(delimiter, self.write(inner))));
                }
            }
        }
        written.into_iter().collect()
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

#[cfg(test)]
mod tests {
    use super::resolve_tokens;
    use quote::quote;

    #[test]
    fn a_name_is_imported_where_nothing_else_is_called_so() {
        let tokens = quote! {
            pub mod sdk_runtime;
            struct Range { a: $Option<$crate::types::Bot>, b: $Option<$crate::types::Vec> }
            const A: $sdk_runtime::codec::Range = $sdk_runtime::codec::List($sdk_runtime::codec::blob_default("Range"));
            mod builders { pub use super::Range; type A = $crate::types::Bot; }
            fn f() { $std::collections::HashMap::new(); Effect::List; self.bot.Some; }
        };
        let expected = quote! {
            use crate::types::Bot;
            use ::sdk_runtime::codec::List;
            use std::collections::HashMap;
            pub mod sdk_runtime;
            struct Range { a: Option<Bot>, b: Option<crate::types::Vec> }
            const A: ::sdk_runtime::codec::Range = List(::sdk_runtime::codec::blob_default("Range"));
            mod builders { pub use super::Range; type A = crate::types::Bot; }
            fn f() { HashMap::new(); Effect::List; self.bot.Some; }
        };
        assert_eq!(resolve_tokens(tokens).to_string(), expected.to_string());
    }

    #[test]
    fn the_prelude_goes_before_what_is_called_like_it() {
        let tokens = quote! { operation_name!(Some); $Some($None::<$String>); use a::None; $Ok(1); };
        let expected = quote! {
            operation_name!(Some);
            ::std::option::Option::Some(::std::option::Option::None::<String>);
            use a::None;
            Ok(1);
        };
        assert_eq!(resolve_tokens(tokens).to_string(), expected.to_string());
    }
}
