//! What a maintainer should know of an import: what is called otherwise or gone, what is left out, and what still needs words.
//!
//! In: what the import found, and the text that it made. Out: lines in the terminal, each kind in a bounded number.

use super::rename::Renames;
use crate::report;
use codegen::ast::{Model, ShapeId};
use codegen::diagnostic::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How many lines of a kind are shown.
const MOST_SHOWN: usize = 40;

/// How many texts of one shape are named: it can have many waiters.
const MOST_OF_ONE: usize = 3;

/// What an import found.
pub(super) struct Findings {
    /// What has the words of something that was called otherwise.
    pub renames: Renames,
    /// The shapes and members that ours had and the new model hasn't.
    pub removed: Vec<String>,
    /// Where our words name something that has gone: the shape or member, and the name.
    pub mentions: BTreeSet<(String, String)>,
    /// Where ours has another title than the new model: the shape, and the trait.
    pub kept: BTreeSet<(String, String)>,
    /// The operations that a partial model leaves out, by name.
    pub left_out: Vec<String>,
    /// What needs words: the shape or member, and which.
    pub unworded: BTreeSet<(String, String)>,
}

impl Findings {
    /// Prints them, for the file called `name` that has this text.
    pub(super) fn report(&self, name: &str, text: &str) {
        let Findings { renames, removed, mentions, kept, left_out, unworded } = self;
        let shapes = renames.shapes.iter().map(|(new, old)| format!("{old} to {new}"));
        let members = renames.members.iter().map(|(shape, (new, old))| format!("{shape}${old} to ${new}"));
        steps("renamed", shapes.chain(members).map(|what| format!("{what}, whose words it keeps")).collect());
        steps("removed", removed.iter().map(|id| format!("{id}, and its words")).collect());
        let named = mentions.iter().map(|(id, name)| format!("{id} names `{name}`, which is no longer there"));
        steps("mentions", named.collect());
        for (id, what) in kept.iter().take(MOST_SHOWN) {
            report::note(&format!("{id} has another {what} than the new model, and keeps it"));
        }
        if let Some(first) = left_out.first() {
            let how = "--add takes in one by its name, --all all of them";
            let operations = format!("{} operations of the service, such as {first}", left_out.len());
            report::step("left out", &format!("{operations}: {how}"));
        }
        steps("no words", places(name, text, unworded));
    }
}

/// Prints lines under one word.
fn steps(word: &str, lines: Vec<String>) {
    lines.iter().take(MOST_SHOWN).for_each(|line| report::step(word, line));
    if lines.len() > MOST_SHOWN {
        report::step(word, &format!("… and {} more", lines.len() - MOST_SHOWN));
    }
}

/// What needs words, with its place, in the order of the file.
fn places(file: &str, text: &str, unworded: &BTreeSet<(String, String)>) -> Vec<String> {
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
    let place = |(line, id, what): (Option<usize>, &str, Vec<&str>)| {
        let place = line.map_or(file.to_owned(), |line| format!("{file}:{line}"));
        let (shown, more) = what.split_at_checked(MOST_OF_ONE).unwrap_or((&what, &[]));
        let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
        format!("{place} {id}: {}{more}", shown.join(", "))
    };
    places.into_iter().map(place).collect()
}

/// Where a shape or member stands.
fn span(model: &Model, id: &str) -> Option<Span> {
    let (shape, member) = id.split_once('$').map_or((id, None), |(shape, member)| (shape, Some(member)));
    let shape = model.shapes.get(&ShapeId::new(shape))?;
    member.map_or(Some(shape.span), |member| shape.member(member).map(|member| member.span))
}
