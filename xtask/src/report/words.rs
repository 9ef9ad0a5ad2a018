//! What a crate's model leaves without words.

use super::{count, cyan, one_line, red, relative, yellow};
use crate::model::Model;
use codegen::Undocumented;
use codegen::diagnostic::{Sources, line_and_column};

/// How many items are named of each crate.
const MOST_NAMED: usize = 20;

/// Names what has no documentation in the model of the crate called `package`, if anything: as a warning, or as an error
/// where the crate promises that all has.
pub(crate) fn undocumented(package: &str, model: &Model, found: &[Undocumented], promised: bool) {
    if found.is_empty() {
        return;
    }
    let problem = format!("the model of {package} leaves {} without documentation", count(found.len(), "item"));
    match promised {
        true => eprintln!("{} {problem}, and its Cargo.toml says `documented = true`", red("error:")),
        false => eprintln!("{} {problem}", yellow("warning:")),
    }
    list(model, found).iter().for_each(|line| eprintln!("  {line}"));
    let remedy = "add `smithy.api#documentation` to each, or for a member to the shape that it targets";
    eprintln!("{} {remedy}", cyan("help:"));
}

/// A line for each, in columns; of many, for the first, and how many there are besides.
fn list(model: &Model, found: &[Undocumented]) -> Vec<String> {
    let named: Vec<_> = found.iter().take(MOST_NAMED).collect();
    let files = model.files();
    let sources = Sources::new(&files);
    let place = |found: &&Undocumented| match sources.file(found.span.start) {
        Some((file, byte)) => format!("{}:{}", file.name, line_and_column(file.text, byte).0),
        None => relative(&model.path),
    };
    let places: Vec<_> = named.iter().map(place).collect();
    let wide = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or_default();
    let place_width = wide(&mut places.iter().map(|place| place.chars().count()));
    let kind_width = wide(&mut named.iter().map(|found| found.kind.len()));
    let line = |(found, place): (&&Undocumented, &String)| {
        format!("{place:place_width$}  {:kind_width$}  {}", found.kind, one_line(&found.shape))
    };
    let mut lines: Vec<_> = named.iter().zip(&places).map(line).collect();
    if found.len() > named.len() {
        lines.push(format!("… and {} more", found.len() - named.len()));
    }
    lines
}
