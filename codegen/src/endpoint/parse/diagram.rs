//! Decision diagrams: conditions, results, and nodes in their binary form (Smithy 2.0, "endpointBdd trait").
//!
//! A reference is a number: 1 and -1 mean that nothing matches, 100000000 and more a result, of which the first is left
//! out of the list since it means that nothing matches, any other a node. Below zero, the node's branches change places;
//! here such a node becomes a second one, so that the emitted code knows nothing of signs.

use super::super::Problem;
use super::super::diagram::{Diagram, Next, Node, Question};
use super::super::function::Type;
use super::super::problem::At;
use super::super::rules::{Condition, Expr, ExprKind, Outcome};
use super::expression::parse_call;
use super::rule::parse_outcome;
use super::scope::Scope;
use super::{array, member, object, string};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value as Json};
use std::collections::HashMap;

/// What is added to a result's number in a reference.
const RESULTS: i64 = 100_000_000;

/// The most nodes, conditions and results that the emitted code's numbers have room for.
const LIMIT: usize = u16::MAX as usize;

pub(super) fn parse(members: &Map<String, Json>, scope: &mut Scope, at: &At<'_>) -> Result<Diagram, Problem> {
    let questions = parse_questions(member(members, "conditions", at)?, scope, &at.member("conditions"))?;
    let results = parse_results(member(members, "results", at)?, scope, &at.member("results"))?;
    let raw = read_nodes(members, at)?;
    let root = integer(member(members, "root", at)?, &at.member("root"))?;
    if root < 0 {
        return Err(at.member("root").problem("the root must not be a complement"));
    }
    let mut graph = Graph { raw: &raw, questions: questions.len(), results: results.len(), at, known: HashMap::new() };
    let (first, nodes) = graph.reach(root)?;
    if [nodes.len(), questions.len(), results.len()].into_iter().any(|count| count > LIMIT) {
        return Err(at.problem(format!("the diagram is too large; it can have {LIMIT} nodes, conditions and results")));
    }
    Ok(Diagram { questions, results, nodes, first })
}

fn parse_questions(value: &Json, scope: &mut Scope, at: &At<'_>) -> Result<Vec<Question>, Problem> {
    let mut questions = Vec::new();
    for (index, value) in array(value, at)?.iter().enumerate() {
        let at = at.index(index);
        let members = object(value, &at)?;
        let value = parse_call(members, scope, &at)?;
        let needs = scope.take_needs();
        let assigns = match members.get("assign") {
            Some(name) => {
                let at = at.member("assign");
                Some(scope.assign(string(name, &at)?, &value, &at)?)
            }
            None => None,
        };
        questions.push(Question { needs, value: if assigns.is_some() { value } else { test(value) }, assigns });
    }
    Ok(questions)
}

/// What has to be true for a condition to hold: itself, or that it has a value.
fn test(value: Expr) -> Expr {
    match value {
        value if value.optional => Expr::boolean(ExprKind::IsSet(Box::new(value))),
        value if value.ty == Type::Boolean => value,
        _ => Expr::boolean(ExprKind::Boolean(true)),
    }
}

fn parse_results(value: &Json, scope: &mut Scope, at: &At<'_>) -> Result<Vec<(Vec<Condition>, Outcome)>, Problem> {
    let mut results = Vec::new();
    for (index, value) in array(value, at)?.iter().enumerate() {
        let at = at.index(index);
        let members = object(value, &at)?;
        if members.get("conditions").and_then(Json::as_array).is_some_and(|conditions| !conditions.is_empty()) {
            return Err(at.member("conditions").problem("a diagram's result can't have conditions"));
        }
        let outcome = parse_outcome(members, scope, &at)?;
        if matches!(outcome, Outcome::Tree(_)) {
            return Err(at.member("type").problem("a diagram's result is an endpoint or an error"));
        }
        results.push((scope.take_needs(), outcome));
    }
    Ok(results)
}

fn integer(value: &Json, at: &At<'_>) -> Result<i64, Problem> {
    value.as_i64().ok_or_else(|| at.problem("expected a whole number"))
}

/// A node as it is stored: condition, where to go if it holds, where to go if not.
type Raw = [i64; 3];

fn read_nodes(members: &Map<String, Json>, at: &At<'_>) -> Result<Vec<Raw>, Problem> {
    let count = integer(member(members, "nodeCount", at)?, &at.member("nodeCount"))?;
    let at = at.member("nodes");
    let bytes = STANDARD.decode(string(member(members, "nodes", &at)?, &at)?);
    let bytes = bytes.map_err(|error| at.problem(format!("this is not base64: {error}")))?;
    let (numbers, rest) = bytes.as_chunks::<4>();
    let (nodes, spare) = numbers.as_chunks::<3>();
    if !rest.is_empty() || !spare.is_empty() || i64::try_from(nodes.len()) != Ok(count) {
        let bytes = bytes.len();
        return Err(at.problem(format!("{bytes} bytes are not {count} nodes (`nodeCount`) of 12 bytes each")));
    }
    let number = |bytes: [u8; 4]| i64::from(i32::from_be_bytes(bytes));
    Ok(nodes.iter().map(|node| node.map(number)).collect())
}

/// The nodes that the root leads to, numbered as they are found.
struct Graph<'a> {
    raw: &'a [Raw],
    questions: usize,
    results: usize,
    at: &'a At<'a>,
    /// The number that a reference to a node has been given.
    known: HashMap<i64, usize>,
}

impl Graph<'_> {
    fn reach(&mut self, root: i64) -> Result<(Next, Vec<Node>), Problem> {
        let mut open = Vec::new();
        let first = self.follow(root, None, &mut open)?;
        let mut nodes = Vec::new();
        let mut done = 0;
        while let Some(&reference) = open.get(done) {
            done += 1;
            let (index, [condition, high, low]) = self.node(reference)?;
            let question = usize::try_from(condition).ok().filter(|question| *question < self.questions);
            let question = question
                .ok_or_else(|| self.problem(index, format!("there is no condition {condition} for it to ask")))?;
            let (then, otherwise) = if reference < 0 { (low, high) } else { (high, low) };
            let from = Some((index, question));
            let (then, otherwise) = (self.follow(then, from, &mut open)?, self.follow(otherwise, from, &mut open)?);
            nodes.push(Node { question, then, otherwise });
        }
        Ok((first, nodes))
    }

    /// Where a reference leads. Nodes that it is the first to lead to are put on the list of those to look at.
    fn follow(&mut self, reference: i64, from: Option<(usize, usize)>, open: &mut Vec<i64>) -> Result<Next, Problem> {
        let here = from.map_or(0, |(index, _)| index);
        match reference {
            1 | -1 | RESULTS => Ok(Next::NoMatch),
            RESULTS.. => {
                let result = usize::try_from(reference - RESULTS - 1).ok().filter(|result| *result < self.results);
                result.map(Next::Give).ok_or_else(|| self.problem(here, format!("there is no result for {reference}")))
            }
            _ => {
                let (_, [next, ..]) = self.node(reference).map_err(|problem| match from {
                    Some(_) => self.problem(here, problem.message),
                    None => problem,
                })?;
                // Conditions in order rule out that a path comes by a node twice.
                if let Some((_, asked)) = from
                    && next <= i64::try_from(asked).unwrap_or(i64::MAX)
                {
                    let message = format!(
                        "it asks condition {asked} and leads to one that asks condition {next}; \
                                           a diagram asks its conditions in order"
                    );
                    return Err(self.problem(here, message));
                }
                let number = self.known.len();
                let number = *self.known.entry(reference).or_insert_with(|| {
                    open.push(reference);
                    number
                });
                Ok(Next::Ask(number))
            }
        }
    }

    /// The node that a reference means, and its place. The first one stands for the end and is never meant.
    fn node(&self, reference: i64) -> Result<(usize, Raw), Problem> {
        let index = reference.unsigned_abs().checked_sub(1).and_then(|index| usize::try_from(index).ok());
        let node = index.filter(|index| *index > 0).and_then(|index| Some((index, *self.raw.get(index)?)));
        node.ok_or_else(|| self.at.problem(format!("there is no node for the reference {reference}")))
    }

    fn problem(&self, node: usize, message: impl std::fmt::Display) -> Problem {
        self.at.member("nodes").problem(format!("node {node}: {message}"))
    }
}
