//! Where reading goes on after a mistake.

use super::super::lexer::Kind;
use super::{Parser, section};
use crate::diagnostic::{Diagnostic, Span};
use std::collections::BTreeSet;
use std::ops::Range;

impl Parser<'_> {
    /// Whether the token begins a line.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.is_none_or(|before| matches!(before.kind, Kind::Newline | Kind::Comment | Kind::Documentation))
    }

    /// Whether only spaces stand before the token on its line.
    pub(super) fn is_first_in_line(&self, at: usize) -> bool {
        let mut at = at;
        while let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) {
            if !matches!(before.kind, Kind::Space | Kind::Comma) {
                break;
            }
            at -= 1;
        }
        self.begins_line(at)
    }

    /// Whether a statement begins here: its word at the beginning of a line, and a name.
    pub(super) fn begins_statement(&self, at: usize) -> bool {
        let kind = |at: usize| self.tokens.get(at).map(|token| token.kind);
        let is_word = self.tokens.get(at).is_some_and(|token| section::is_statement(self.text(*token)));
        let is_named = kind(at + 1) == Some(Kind::Space) && kind(at + 2) == Some(Kind::Identifier);
        kind(at) == Some(Kind::Identifier) && self.begins_line(at) && is_word && is_named
    }

    /// Goes to the next statement after one that began at `start` and was wrong.
    pub(super) fn recover(&mut self, start: usize) {
        self.shape = None;
        self.depth = 0;
        let own = (start..self.at).find(|at| self.tokens.get(*at).is_some_and(|token| !token.is_space()));
        // One that the wrong statement ran into.
        let behind = own.map_or(start, |own| own + 1)..self.at;
        let mut to = behind.clone().find(|at| self.begins_statement(*at));
        if let Some(found) = &mut to {
            let next = self.tokens.get(*found).map_or(0..0, |token| token.start..token.end);
            let next = Span { start: self.base + next.start, end: self.base + next.end };
            self.again.push((self.before..self.problems.len(), next));
            while let Some(line) = (behind.start..*found).rev().find(|at| self.begins_line(*at)) {
                match self.tokens.get(line).map(|token| token.kind) {
                    Some(Kind::Sign('@') | Kind::Documentation) => *found = line,
                    _ => break,
                }
            }
        }
        let begins = |at: usize| {
            let token = self.tokens.get(at).map(|token| token.kind);
            self.begins_line(at)
                && matches!(token, Some(Kind::Identifier | Kind::Sign('@' | '$') | Kind::Documentation))
        };
        let from = if Some(self.at) == own || own.is_none() { self.at + 1 } else { self.at };
        let last = self.tokens.len().saturating_sub(1);
        self.at = to.or_else(|| (from..last).find(|at| begins(*at))).unwrap_or(last);
    }
}

/// Problems without those that a statement which ran into the next one has met there, in places that are read again: the
/// next one says them itself, if it is wrong.
pub(super) fn without_repeated(problems: Vec<Diagnostic>, again: &[(Range<usize>, Span)]) -> Vec<Diagnostic> {
    let mut kept = Vec::with_capacity(problems.len());
    let mut behind = BTreeSet::new();
    let mut again = again.iter().rev().peekable();
    let mut has_own = false;
    for (at, problem) in problems.into_iter().enumerate().rev() {
        while again.next_if(|(range, _)| range.start > at).is_some() {}
        let is_read_again = again.peek().is_some_and(|(range, _)| range.contains(&at));
        let place = problem.span.unwrap_or_default().start;
        if !is_read_again || !behind.contains(&place) {
            has_own |= is_read_again;
            kept.push(problem);
        }
        behind.insert(place);
        if let Some((_, next)) = again.next_if(|(range, _)| range.start == at) {
            if !has_own {
                let (problem, remedy) =
                    ("the statement before this one has no end", "close its brackets and parentheses");
                kept.push(Diagnostic {
                    shape: None,
                    span: Some(*next),
                    problem: problem.to_owned(),
                    remedy: remedy.to_owned(),
                });
            }
            has_own = false;
        }
    }
    kept.reverse();
    kept
}
