//! A decision diagram, checked and typed: the compiled form of endpoint rules.

use super::rules::{Condition, Expr, Outcome};

/// Questions, where their answers lead, and results.
#[derive(Clone, Debug)]
pub(super) struct Diagram {
    pub(super) questions: Vec<Question>,
    /// Each result, and what has to be present for it.
    pub(super) results: Vec<(Vec<Condition>, Outcome)>,
    pub(super) nodes: Vec<Node>,
    /// Where it begins.
    pub(super) first: Next,
}

/// A condition of a diagram. It doesn't hold where a value that it reads is absent.
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// What it reads: the rest is asked only if all of these bind.
    pub(super) needs: Vec<Condition>,
    /// The variable that it gives its value to, if it does.
    pub(super) assigns: Option<String>,
    /// What is asked. What it assigns need not be a boolean: it holds if there is a value.
    pub(super) value: Expr,
}

/// Asks a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) question: usize,
    pub(super) then: Next,
    pub(super) otherwise: Next,
}

/// Where an answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// To the node of this index.
    Ask(usize),
    /// To the result of this index.
    Give(usize),
    /// Nowhere.
    NoMatch,
}
