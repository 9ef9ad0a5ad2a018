//! The text of a `smithy-build.json` → [`Build`].

use super::node::{Node, Reader};
use super::transform::transform;
use super::{Build, Described};
use crate::diagnostic::Diagnostic;

/// What stands at the top and says nothing of the model: where artifacts go, and who makes them.
const IRRELEVANT: &[&str] = &["outputDirectory", "plugins", "ignoreMissingPlugins", "$schema"];

pub(super) fn read(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Build, Vec<Diagnostic>> {
    let text = without_comments(text);
    let mut reader = Reader::new(&text, variable);
    let build = build(&mut reader);
    let problems = reader.problems;
    if problems.is_empty() { Ok(build) } else { Err(problems) }
}

fn build(reader: &mut Reader<'_>) -> Build {
    let mut build = Build::default();
    let Some(whole) = reader.whole() else { return build };
    let mut has_version = false;
    for (key, value) in reader.entries(&whole) {
        match key.as_str() {
            "version" => {
                has_version = true;
                // Smithy's own reader takes any text, and projects have what they like: 0.1, 2.0.
                reader.text(&value);
            }
            "sources" => build.sources = paths(reader, &value),
            "imports" => build.imports = paths(reader, &value),
            "projections" => {
                for (name, value) in reader.entries(&value) {
                    if !is_name(&name) {
                        let remedy = "use letters, digits, `-`, `_` and `.`, a letter or digit first";
                        reader.wrong(&value, "is not a name for a projection", remedy);
                    }
                    let described = projection(reader, &value);
                    build.projections.insert(name, described);
                }
            }
            "maven" => {
                for (key, value) in reader.entries(&value) {
                    if key == "dependencies" {
                        build.dependencies = reader.texts(&value);
                    }
                }
            }
            irrelevant if IRRELEVANT.contains(&irrelevant) => {}
            _ => build.unknown.push(key),
        }
    }
    if !has_version {
        reader.wrong(&whole, "has no `version`", "add `\"version\": \"1.0\"`");
    }
    build
}

fn projection<'a>(reader: &mut Reader<'a>, value: &Node<'a>) -> Described {
    let mut described = Described::default();
    for (key, value) in reader.entries(value) {
        match key.as_str() {
            "abstract" => described.is_abstract = reader.flag(&value),
            "imports" => described.imports = paths(reader, &value),
            "transforms" => {
                for item in reader.items(&value) {
                    described.transforms.extend(transform(reader, &item));
                }
            }
            "plugins" => {}
            _ => reader.wrong(
                &value,
                "is nothing that a projection has",
                "use only `abstract`, `imports`, `transforms` and `plugins`",
            ),
        }
    }
    described
}

/// Paths, none of them empty.
fn paths<'a>(reader: &mut Reader<'a>, value: &Node<'a>) -> Vec<String> {
    let items = reader.items(value);
    let mut paths = Vec::new();
    for item in &items {
        match reader.text(item) {
            Some(path) if path.trim().is_empty() => reader.wrong(item, "is empty", "name a file or a folder"),
            path => paths.extend(path),
        }
    }
    paths
}

fn is_name(name: &str) -> bool {
    let is_fit = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(is_fit)
}

/// The text with blanks for its comments, so that places stay what they are. A comment goes from `//` to the line's end.
fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let (mut in_text, mut is_escaped) = (false, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if !in_text && rest.starts_with("//") {
            let comment = rest.split('\n').next().unwrap_or_default();
            plain.extend(std::iter::repeat_n(' ', comment.len()));
            rest = rest.strip_prefix(comment).unwrap_or_default();
            continue;
        }
        match c {
            '"' if !is_escaped => in_text = !in_text,
            // A text doesn't go over lines: one that isn't closed hides no comments of the next.
            '\n' => in_text = false,
            _ => {}
        }
        is_escaped = in_text && c == '\\' && !is_escaped;
        plain.push(c);
        rest = rest.strip_prefix(c).unwrap_or_default();
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_become_blanks_and_texts_stay() {
        let text = "{ // \"a\" ä\n\"b\": \"// \\\" //\" } //";
        let plain = without_comments(text);
        assert_eq!(plain.len(), text.len());
        assert_eq!(plain.replace(' ', ""), "{\n\"b\":\"//\\\"//\"}");
    }
}
