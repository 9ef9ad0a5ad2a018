//! What a suite's source says of the snapshots that it compares something with.

use proc_macro2::{Group, TokenStream, TokenTree};

/// A comparison with a snapshot.
pub(crate) struct Assertion {
    /// The snapshot's folder, as the source says it.
    pub(crate) folder: String,
    pub(crate) name: Name,
}

/// What a snapshot is called.
pub(crate) enum Name {
    /// As the source says, `{…}` standing for a crate.
    Written(String),
    /// Like a fixture.
    Fixture,
}

/// The comparisons in a source.
pub(crate) fn assertions(tokens: TokenStream) -> Result<Vec<Assertion>, &'static str> {
    let (mut folder, mut found) = (None, Vec::new());
    collect(tokens, &mut folder, &mut found)?;
    Ok(found)
}

/// Reads on, with the folder that was named last.
fn collect(tokens: TokenStream, folder: &mut Option<String>, found: &mut Vec<Assertion>) -> Result<(), &'static str> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match (token, tokens.get(index + 1), tokens.get(index + 2), tokens.get(index + 3)) {
            (TokenTree::Ident(key), _, _, Some(TokenTree::Literal(value))) if key == "snapshot_path" => {
                *folder = text(&value.to_string());
            }
            (TokenTree::Ident(name), Some(TokenTree::Punct(_)), Some(TokenTree::Group(arguments)), _)
                if name.to_string().starts_with("assert_") && name.to_string().ends_with("snapshot") =>
            {
                if let Some(name) = name_of(arguments)? {
                    let folder = folder.clone().ok_or("a snapshot names no `snapshot_path`: say where it stands")?;
                    found.push(Assertion { folder, name });
                }
            }
            (TokenTree::Group(group), ..) => collect(group.stream(), folder, found)?,
            _ => {}
        }
    }
    Ok(())
}

/// The name of a snapshot; none of one that stands in the source itself.
fn name_of(arguments: &Group) -> Result<Option<Name>, &'static str> {
    let tokens: Vec<TokenTree> = arguments.stream().into_iter().collect();
    let sign =
        |wanted: char| move |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == wanted);
    if tokens.iter().any(sign('@')) {
        return Ok(None);
    }
    let mut arguments = tokens.split(sign(','));
    let (Some(name), Some(_)) = (arguments.next(), arguments.next()) else {
        return Err("a snapshot gives no name: begin with one");
    };
    Ok(Some(match name {
        [TokenTree::Literal(name)] => text(&name.to_string()).map_or(Name::Fixture, Name::Written),
        [TokenTree::Ident(format), TokenTree::Punct(_), TokenTree::Group(inner)] if format == "format" => {
            let inner = inner.stream().into_iter().next().and_then(|first| text(&first.to_string()));
            inner.map_or(Name::Fixture, Name::Written)
        }
        _ => Name::Fixture,
    }))
}

/// What a literal says, if it is a string.
fn text(literal: &str) -> Option<String> {
    syn::parse_str::<syn::LitStr>(literal).ok().map(|literal| literal.value())
}
