//! A model's text stays text: hostile strings, put wherever a model has one, change nothing outside comments and
//! literals, and become no code that rustdoc would compile.

use proc_macro2::{TokenStream, TokenTree};
use sdk_tests::hostile::TEXTS;
use sdk_tests::{fixtures, model, read, wickr};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn hostile_text_stays_in_comments_and_literals() {
    let small = fixtures("features").into_iter().map(|(_, fixture)| model(&fixture));
    let all = small.chain([wickr(), read("model/connect.json")]);
    // A place is tried in a few models, each time with another text.
    let mut texts = TEXTS.iter().cycle();
    let mut often: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let (mut tried, mut taken, mut wrong) = (0, 0, Vec::new());
    for source in all {
        let json: Value = serde_json::from_str(&source).expect("the model is JSON");
        let mut places = places(&json);
        places.retain(|place| *often.entry(place.clone()).and_modify(|times| *times += 1).or_default() < 4);
        for ((index, place), text) in places.iter().enumerate().zip(&mut texts) {
            // Long enough for every line that it is on to be broken.
            let ends = (["", "x"][index % 2], [" x.", ""][index / 2 % 2], "words ".repeat(20));
            let joined = |text: &str| format!("{}{text}{}{}", ends.0, ends.2, ends.1);
            let made = |text: &str| files_of(&with_text(&json, place, text).to_string());
            if let Ok(expected) = made(&joined("harmless")) {
                tried += 1;
                let joined = joined(text);
                if let Ok(found) = made(&joined) {
                    taken += 1;
                    wrong.extend(
                        difference(&found, &expected).map(|difference| format!("{place:?} = {joined:?} {difference}")),
                    );
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {taken}:\n{}",
        wrong.len(),
        wrong.iter().take(20).cloned().collect::<Vec<_>>().join("\n")
    );
    assert!(taken * 2 > tried, "only {taken} of {tried} models were taken: most places are for any text");
}

/// The text of each file.
type Files = BTreeMap<String, String>;

fn files_of(source: &str) -> Result<Files, ()> {
    let generated = codegen::generate(source, "hostile-sdk").map_err(|_| ())?;
    Ok(generated.files.into_iter().filter(|(path, _)| path.ends_with(".rs")).collect())
}

/// A file without its comments and literals, and the blocks of code in its documentation.
fn shape_of(path: &str, text: &str) -> (String, Vec<String>) {
    assert!(!text.contains(is_hidden), "{path} has characters that are not meant to be seen:\n{text}");
    let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{path} is not Rust ({error}):\n{text}"));
    let mut skeleton = String::new();
    blank(tokens, &mut skeleton);
    (skeleton, fences(text.lines().filter_map(doc_line)))
}

fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Writes tokens with a `_` for each literal and without documentation.
fn blank(tokens: TokenStream, out: &mut String) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                let bang = tokens.next_if(|next| matches!(next, TokenTree::Punct(sign) if sign.as_char() == '!'));
                let docs = |next: &TokenTree| match next {
                    TokenTree::Group(group) => group.stream().to_string().starts_with("doc ="),
                    _ => false,
                };
                if tokens.next_if(docs).is_none() {
                    out.push_str(if bang.is_some() { "#! " } else { "# " });
                }
            }
            TokenTree::Literal(_) => out.push_str("_ "),
            TokenTree::Group(group) => {
                out.push_str(&format!("{:?} ", group.delimiter()));
                blank(group.stream(), out);
                // Which a list has where it is too long for one line.
                out.truncate(out.trim_end_matches(", ").len());
                out.push_str("end ");
            }
            other => out.push_str(&format!("{other} ")),
        }
    }
}

fn doc_line(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let docs = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"))?;
    Some(docs.strip_prefix(' ').unwrap_or(docs))
}

/// What the blocks of code in documentation are said to be: fences that open one, and lines that are one by their
/// indentation.
fn fences<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    let mut blank = true;
    for line in lines {
        // A fence may stand in a quotation or a list.
        let inner = line.trim_start_matches([' ', '>', '-', '*']);
        let mark = inner.chars().next().filter(|c| matches!(c, '`' | '~')).unwrap_or(' ');
        let run: String = inner.chars().take_while(|c| *c == mark).collect();
        match &open {
            None if run.len() >= 3 && !inner.trim_start_matches(mark).contains('`') => {
                found.push(inner.trim_start_matches(mark).to_owned());
                open = Some(run);
            }
            None if blank && line.starts_with("    ") && !line.trim_start().starts_with(['-', '>', '*']) => {
                found.push(format!("indented: {line}"));
            }
            Some(fence) if run.len() >= fence.len() && run.starts_with(fence.as_str()) && inner == run => open = None,
            _ => {}
        }
        blank = line.trim().is_empty();
    }
    found
}

/// How two crates differ beyond comments and literals; or what in the documentation has become code, but for our
/// examples and for what is marked as text.
fn difference(found: &Files, expected: &Files) -> Option<String> {
    if !found.keys().eq(expected.keys()) {
        return Some("makes other files".to_owned());
    }
    let changed = found.iter().filter(|(path, text)| expected[*path] != **text);
    changed.into_iter().find_map(|(path, text)| {
        let ((skeleton, fences), (expected, of_expected)) = (shape_of(path, text), shape_of(path, &expected[path]));
        let ours = |fences: &[String]| fences.iter().filter(|fence| fence.as_str() == "no_run").count();
        let compiled = |fence: &&String| !of_expected.contains(fence) && fence.as_str() != "text";
        if skeleton != expected {
            return Some(format!("changes the code of {path}:\n{}", parting(&skeleton, &expected)));
        }
        if ours(&fences) != ours(&of_expected) {
            return Some(format!("adds an example to {path}, or takes one away: {fences:?}"));
        }
        let code = fences.iter().find(compiled);
        code.map(|code| format!("becomes code in the documentation of {path}: {code:?}"))
    })
}

/// Where two texts part.
fn parting(found: &str, expected: &str) -> String {
    let at = found.bytes().zip(expected.bytes()).take_while(|(a, b)| a == b).count().saturating_sub(80);
    let part = |text: &str| text.chars().skip(at).take(240).collect::<String>();
    format!("…{}…\ninstead of\n…{}…", part(found), part(expected))
}

/// Where a model has text: the keys on the way, with `*` for a shape's, a member's and a list item's.
fn places(model: &Value) -> BTreeSet<Vec<String>> {
    let mut places = BTreeSet::new();
    collect(model, &mut Vec::new(), &mut places);
    places
}

fn collect(value: &Value, way: &mut Vec<String>, places: &mut BTreeSet<Vec<String>>) {
    match value {
        Value::String(_) if is_text(way) => drop(places.insert(way.clone())),
        Value::Object(entries) => {
            for (key, value) in entries {
                way.push(step(way, key));
                collect(value, way, places);
                way.pop();
            }
        }
        Value::Array(items) => {
            for item in items {
                way.push("*".to_owned());
                collect(item, way, places);
                way.pop();
            }
        }
        _ => {}
    }
}

/// A key as it stands in a place: which shape or member it is makes no difference.
fn step(way: &[String], key: &str) -> String {
    match way.last().map(String::as_str) {
        Some("shapes" | "members" | "parameters" | "params" | "headers" | "operationInputs") => "*".to_owned(),
        _ => key.to_owned(),
    }
}

/// Whether a string is text, and not a name of something in the model or in Smithy.
fn is_text(way: &[String]) -> bool {
    const NAMES: &[&str] =
        &["smithy", "type", "target", "fn", "ref", "assign", "builtIn", "protocol", "sdkId", "service"];
    let key = way.last().map_or("", String::as_str);
    way.first().is_some_and(|first| first == "shapes") && !NAMES.contains(&key)
}

/// The model with a text at a place.
fn with_text(model: &Value, place: &[String], text: &str) -> Value {
    let mut model = model.clone();
    set(&mut model, &mut Vec::new(), place, text);
    model
}

fn set(value: &mut Value, way: &mut Vec<String>, place: &[String], text: &str) {
    match value {
        Value::String(found) if way == place => *found = text.to_owned(),
        Value::Object(entries) => {
            for (key, value) in entries {
                way.push(step(way, key));
                set(value, way, place, text);
                way.pop();
            }
        }
        Value::Array(items) => {
            for item in items {
                way.push("*".to_owned());
                set(item, way, place, text);
                way.pop();
            }
        }
        _ => {}
    }
}
