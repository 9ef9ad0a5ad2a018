//! Whether a text matches: a program that backtracks, and tries no step twice at one place of the text.

use super::{Assertion, Node};
use regex_syntax::hir::ClassUnicode;
use std::sync::Arc;

/// How many steps a program may have.
const LONGEST: usize = 20_000;
/// How many pairs of step and place are kept apart; more than that isn't tried.
const PAIRS: usize = 1 << 25;
/// How many characters are looked at.
const LOOKS: usize = 1 << 22;

#[derive(Debug)]
pub(super) struct Program {
    steps: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    /// Characters of a set, from so many to so many.
    Run(Arc<Set>, usize, usize),
    /// The one step, or else the other.
    Split(usize, usize),
    Jump(usize),
    Assert(Assertion),
    /// A program of its own up to the step before this number, where it goes on.
    Look {
        ahead: bool,
        matches: bool,
        after: usize,
    },
    Done,
}

#[derive(Debug)]
struct Set {
    ascii: u128,
    ranges: Box<[(char, char)]>,
}

impl Set {
    fn new(class: &ClassUnicode) -> Self {
        let ranges: Box<[_]> = class.ranges().iter().map(|range| (range.start(), range.end())).collect();
        let low = ranges.iter().take_while(|(from, _)| from.is_ascii());
        let low = low.flat_map(|&(from, to)| u32::from(from)..=u32::from(to).min(127));
        let ascii = low.fold(0, |set, c| set | 1 << c);
        Self { ascii, ranges }
    }

    fn has(&self, c: char) -> bool {
        if c.is_ascii() {
            return self.ascii & 1 << u32::from(c) != 0;
        }
        let after = self.ranges.partition_point(|&(from, _)| from <= c);
        after.checked_sub(1).and_then(|index| self.ranges.get(index)).is_some_and(|&(_, to)| c <= to)
    }
}

impl Program {
    pub(super) fn new(node: &Node) -> Result<Self, &'static str> {
        let mut program = Self { steps: Vec::new() };
        program.add(node)?;
        program.push(Step::Done)?;
        Ok(program)
    }

    fn push(&mut self, step: Step) -> Result<usize, &'static str> {
        if self.steps.len() >= LONGEST {
            return Err("it repeats too much");
        }
        self.steps.push(step);
        Ok(self.steps.len() - 1)
    }

    fn set(&mut self, at: usize, step: Step) {
        if let Some(slot) = self.steps.get_mut(at) {
            *slot = step;
        }
    }

    fn add(&mut self, node: &Node) -> Result<(), &'static str> {
        match node {
            Node::One(class) => drop(self.push(Step::Run(Arc::new(Set::new(class)), 1, 1))?),
            Node::Assert(assertion) => drop(self.push(Step::Assert(*assertion))?),
            Node::All(parts) => parts.iter().try_for_each(|part| self.add(part))?,
            Node::Either(parts) => self.add_either(parts)?,
            Node::Repeat(node, least, most) => match single(node) {
                Some(class) => drop(self.push(Step::Run(Arc::new(Set::new(class)), *least, *most))?),
                None => self.add_repeat(node, *least, *most)?,
            },
            Node::Look { ahead, matches, node } => {
                let look = self.push(Step::Done)?;
                self.add(node)?;
                self.push(Step::Done)?;
                self.set(look, Step::Look { ahead: *ahead, matches: *matches, after: self.steps.len() });
            }
        }
        Ok(())
    }

    fn add_either(&mut self, parts: &[Node]) -> Result<(), &'static str> {
        let mut ends = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            if index + 1 == parts.len() {
                self.add(part)?;
            } else {
                let split = self.push(Step::Done)?;
                self.add(part)?;
                ends.push(self.push(Step::Done)?);
                self.set(split, Step::Split(split + 1, self.steps.len()));
            }
        }
        let after = self.steps.len();
        ends.into_iter().for_each(|end| self.set(end, Step::Jump(after)));
        Ok(())
    }

    /// A group so many times: its steps as often as it has to be there, and then as often as it may.
    fn add_repeat(&mut self, node: &Node, least: usize, most: usize) -> Result<(), &'static str> {
        for _ in 0..least {
            // A group without steps ends the loop, however long it is.
            let before = self.steps.len();
            self.add(node)?;
            if self.steps.len() == before {
                return Ok(());
            }
        }
        if most == usize::MAX {
            let split = self.push(Step::Done)?;
            self.add(node)?;
            self.push(Step::Jump(split))?;
            self.set(split, Step::Split(split + 1, self.steps.len()));
            return Ok(());
        }
        let mut splits = Vec::new();
        for _ in least..most {
            splits.push(self.push(Step::Done)?);
            self.add(node)?;
        }
        let after = self.steps.len();
        splits.into_iter().for_each(|split| self.set(split, Step::Split(split + 1, after)));
        Ok(())
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        let Some(mut run) = Run::new(self, &text) else { return true };
        let begins_at_begin = matches!(self.steps.first(), Some(Step::Assert(Assertion::Begin)));
        let last = if begins_at_begin { 0 } else { text.len() };
        (0..=last).any(|from| run.matches(0, from, None))
    }
}

/// The class, if a node is one character of it.
fn single(node: &Node) -> Option<&ClassUnicode> {
    match node {
        Node::One(class) => Some(class),
        Node::All(parts) if parts.len() == 1 => parts.first().and_then(single),
        _ => None,
    }
}

/// A program on a text.
struct Run<'r> {
    program: &'r Program,
    text: &'r [char],
    /// The pairs of step and place that were tried.
    tried: Vec<u64>,
    /// How many more characters are looked at.
    looks: usize,
}

impl<'r> Run<'r> {
    /// None if the text is too long for the program.
    fn new(program: &'r Program, text: &'r [char]) -> Option<Self> {
        let pairs = program.steps.len().checked_mul(text.len() + 1).filter(|pairs| *pairs <= PAIRS)?;
        Some(Self { program, text, tried: vec![0; pairs / 64 + 1], looks: LOOKS })
    }

    /// Whether the pair is new.
    fn is_new(&mut self, step: usize, place: usize) -> bool {
        let pair = step * (self.text.len() + 1) + place;
        let Some(word) = self.tried.get_mut(pair / 64) else { return false };
        let bit = 1 << (pair % 64);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Whether the steps from `first` on match the text from `from` on, and end at `end` if it says so.
    fn matches(&mut self, first: usize, from: usize, end: Option<usize>) -> bool {
        let mut open = vec![(first, from)];
        while let Some((step, place)) = open.pop() {
            if !self.is_new(step, place) {
                continue;
            }
            let is_done = matches!(self.program.steps.get(step), Some(Step::Done));
            if is_done && end.is_none_or(|end| end == place) {
                return true;
            }
            self.follow(step, place, &mut open);
            if self.looks == 0 {
                return true;
            }
        }
        false
    }

    /// Adds the pairs that a step leads to.
    fn follow(&mut self, step: usize, place: usize, open: &mut Vec<(usize, usize)>) {
        let program = self.program;
        let next = match program.steps.get(step) {
            None | Some(Step::Done) => None,
            Some(Step::Jump(to)) => Some(*to),
            Some(Step::Split(to, other)) => {
                open.push((*other, place));
                Some(*to)
            }
            Some(Step::Assert(assertion)) => self.holds(*assertion, place).then_some(step + 1),
            Some(Step::Look { ahead, matches, after }) => {
                (self.look(step + 1, place, *ahead) == *matches).then_some(*after)
            }
            Some(Step::Run(set, least, most)) => {
                let ahead = self.text.get(place..).unwrap_or_default();
                let run = ahead.iter().take(*most).take_while(|&&c| set.has(c)).count();
                self.looks = self.looks.saturating_sub(run + 1);
                if run >= *least {
                    open.extend((*least..=run).map(|taken| (step + 1, place + taken)));
                }
                None
            }
        };
        open.extend(next.map(|next| (next, place)));
    }

    /// Whether a program of its own, from `first` on, matches what follows a place, or what precedes it.
    fn look(&mut self, first: usize, place: usize, ahead: bool) -> bool {
        // What was tried before was tried for another end.
        let (mut begins, end) = if ahead { (place..place + 1, None) } else { (0..place + 1, Some(place)) };
        let Some(mut run) = Run::new(self.program, self.text) else { return true };
        let cost = run.tried.len();
        run.looks = self.looks.saturating_sub(cost);
        let found = begins.any(|begin| run.matches(first, begin, end));
        self.looks = run.looks;
        found
    }

    fn holds(&self, assertion: Assertion, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|place| self.text.get(place));
        let after = self.text.get(place);
        let is_word = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || *c == '_');
        match assertion {
            Assertion::Begin => before.is_none(),
            Assertion::End => after.is_none(),
            Assertion::LineBegin => before.is_none_or(|c| *c == '\n'),
            Assertion::LineEnd => after.is_none_or(|c| *c == '\n'),
            Assertion::WordEdge => is_word(before) != is_word(after),
            Assertion::NoWordEdge => is_word(before) == is_word(after),
        }
    }
}
