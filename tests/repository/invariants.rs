//! What rooms never do (`docs/architecture.md`, "Invariants"), as far as words of their sources show it. Floors are held by
//! tests of their own.

use proc_macro2::{TokenStream, TokenTree};
use sdk_tests::{read, workspace};
use std::fs;
use std::path::Path;

/// A folder, and words that no source in it has, but for its tests and comments.
const NEVER: &[(&str, &[&str])] = &[
    // A pure function of a model's text.
    ("codegen/src", &["std::fs", "std::env", "std::net", "std::process", "std::time", "std::io"]),
    // It reads what shapes say, and leaves to others what that means.
    (
        "codegen/src/idl",
        &["crate::traits", "crate::lower", "crate::ir", "crate::protocol", "crate::emit", "crate::names"],
    ),
    ("codegen/src/lower", &["crate::idl"]),
    // Emitters see Rust-shaped data, neither the model nor its protocol.
    ("codegen/src/emit", &["crate::ast", "crate::traits", "crate::protocol", "serde_json", "prettyplease"]),
    ("codegen/src/ir", &["crate::ast", "crate::traits", "crate::protocol", "serde_json", "prettyplease"]),
    // What is generated is formatted in one place.
    ("codegen/src/lower", &["prettyplease"]),
    // Connections are the transport's business.
    ("runtime/src/client", &["reqwest", "hyper", "TcpStream"]),
];

/// Crates, and what none of their dependencies is.
const INDEPENDENT: &[(&str, &[&str])] = &[
    // A broken generated crate must not stop its own regeneration.
    ("xtask", &["wickr-sdk", "connect-sdk", "sdk-runtime"]),
    // Else a mistake that two share would not be seen.
    ("tests/mock", &["wickr-sdk", "connect-sdk", "sdk-runtime"]),
    // Generated crates have all that they do from the runtime.
    ("codegen", &["wickr-sdk", "connect-sdk", "sdk-runtime"]),
];

#[test]
fn rooms_do_what_they_are_for_and_nothing_else() {
    let mut found = Vec::new();
    for (folder, words) in NEVER {
        let sources = sources(&workspace().join(folder));
        assert!(!sources.is_empty(), "{folder} has sources");
        for (path, text) in sources {
            let used = words.iter().filter(|word| uses(&text, word));
            found.extend(used.map(|word| format!("{path} has `{word}`, which {folder} never does")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn crates_that_stand_apart_stay_apart() {
    for (folder, others) in INDEPENDENT {
        let manifest = read(&format!("{folder}/Cargo.toml"));
        for other in *others {
            let depends = manifest
                .lines()
                .any(|line| line.starts_with(&format!("{other}.")) || line.starts_with(&format!("{other} ")));
            assert!(!depends, "{folder} depends on {other}");
        }
    }
}

#[test]
fn a_word_counts_where_it_is_code() {
    for (text, expected) in [
        ("use std::fs;", true),
        ("let x = std::fs::read(path);", true),
        ("// std::fs is not for us", false),
        ("/// See [`std::fs`].", false),
        ("let text = \"use std::fs;\\n\\\n    use std::fs\";", false),
        ("fn f() { quote! { std::fs::read } }", false),
        ("use std::{io, fs};", true),
        ("use other::{std, fs};", false),
        ("#[cfg(test)]\nmod tests { use std::fs; }\nfn f() {}", false),
        ("#[cfg(test)]\nmod tests {}\nuse std::fs;", true),
    ] {
        assert_eq!(uses(text, "std::fs"), expected, "{text}");
    }
}

/// Whether code has a word: outside of comments, of texts, of what is quoted to be generated, and of tests.
fn uses(source: &str, word: &str) -> bool {
    let mut code = String::new();
    write_code(source.parse().expect("a source is Rust"), &mut code);
    code.contains(word)
}

fn write_code(tokens: TokenStream, code: &mut String) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        match (token, tokens.get(index + 1), tokens.get(index + 2)) {
            // Its attribute, `mod`, its name and its body.
            (TokenTree::Punct(hash), Some(TokenTree::Group(test)), _)
                if hash.as_char() == '#' && test.to_string().replace(' ', "") == "[cfg(test)]" =>
            {
                index += 4;
            }
            (TokenTree::Ident(name), Some(TokenTree::Punct(_)), Some(TokenTree::Group(_))) if name == "quote" => {
                index += 2
            }
            (TokenTree::Group(group), ..) => {
                // Each of several names in braces has the path before them.
                let path = code.rsplit(|c: char| !(c.is_alphanumeric() || "_:".contains(c))).next().unwrap_or_default();
                let path = if path.ends_with("::") { path.to_owned() } else { String::new() };
                for item in group.stream().into_iter().collect::<Vec<_>>().split(is_comma) {
                    code.push_str(&format!(" {path}"));
                    write_code(item.iter().cloned().collect(), code);
                }
            }
            (TokenTree::Ident(name), ..) => {
                // Names beside each other are two.
                code.push_str(if code.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
                    " "
                } else {
                    ""
                });
                code.push_str(&name.to_string());
            }
            (TokenTree::Punct(sign), ..) => code.push(sign.as_char()),
            (TokenTree::Literal(_), ..) => code.push(' '),
        }
        index += 1;
    }
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(sign) if sign.as_char() == ',')
}

/// The sources in a folder but for those that are tests.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            sources.extend(self::sources(&path));
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
            sources.push((path.display().to_string(), fs::read_to_string(&path).expect("it is text")));
        }
    }
    sources
}
