//! What still needs words, and where in the file to write them.

use super::MOST_SHOWN;
use crate::report;
use codegen::ast::{Model, ShapeId};
use codegen::diagnostic::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How many texts of one shape are named: endpoint rules can have hundreds of tests.
const MOST_OF_ONE: usize = 3;

/// Prints the places of a file, in the order in which they stand there.
pub(super) fn report_unworded(file: &str, text: &str, unworded: &BTreeSet<(String, String)>) {
    let model = codegen::ast::parse(text).ok();
    let mut starts = vec![0];
    starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    let line = |id: &str| {
        let at = model.as_ref().and_then(|model| span(model, id))?.start;
        Some(starts.partition_point(|start| *start <= at))
    };
    let mut missing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    unworded.iter().for_each(|(id, what)| missing.entry(id).or_default().push(what));
    let mut places: Vec<_> = missing.into_iter().map(|(id, what)| (line(id), id, what)).collect();
    places.sort();
    for (line, id, what) in places.iter().take(MOST_SHOWN) {
        let place = line.map_or(file.to_owned(), |line| format!("{file}:{line}"));
        let (shown, more) = what.split_at_checked(MOST_OF_ONE).unwrap_or((what, &[]));
        let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
        report::step("no words", &format!("{place} {id}: {}{more}", shown.join(", ")));
    }
    if places.len() > MOST_SHOWN {
        report::step("no words", &format!("… and {} more", places.len() - MOST_SHOWN));
    }
}

/// Where a shape or member stands.
fn span(model: &Model, id: &str) -> Option<Span> {
    let (shape, member) = id.split_once('$').map_or((id, None), |(shape, member)| (shape, Some(member)));
    let shape = model.shapes.get(&ShapeId::new(shape))?;
    member.map_or(Some(shape.span), |member| shape.member(member).map(|member| member.span))
}
