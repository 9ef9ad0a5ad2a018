//! The texts that rules compare their parameters with.

use super::super::RuleSet;
use super::super::rules::{Condition, Expr, ExprKind, Outcome, Rule, Rules};
use std::collections::{BTreeMap, BTreeSet};

/// The texts that rules compare parameters with, by the parameters' fields.
pub(super) type Literals<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// Finds the literals of rules.
pub(super) fn literals(rules: &RuleSet) -> Literals<'_> {
    let mut search = Search::default();
    search.conditions(&rules.required);
    match &rules.rules {
        Rules::List(rules) => search.rules(rules),
        Rules::Diagram(diagram) => {
            for question in &diagram.questions {
                search.conditions(&question.needs);
                search.expr(&question.value);
                if let Some(name) = &question.assigns {
                    search.name(name, &question.value);
                }
            }
            for (needs, outcome) in &diagram.results {
                search.conditions(needs);
                search.outcome(outcome);
            }
        }
    }
    search.found
}

#[derive(Default)]
struct Search<'a> {
    /// The variables that have the value of a parameter, with its field.
    known: BTreeMap<&'a str, &'a str>,
    found: Literals<'a>,
}

impl<'a> Search<'a> {
    /// It recurs no deeper than parsing did.
    fn rules(&mut self, rules: &'a [Rule]) {
        for rule in rules {
            self.conditions(&rule.conditions);
            self.outcome(&rule.outcome);
        }
    }

    fn outcome(&mut self, outcome: &'a Outcome) {
        match outcome {
            Outcome::Tree(rules) => self.rules(rules),
            Outcome::Error(message) => self.expr(message),
            Outcome::Endpoint(endpoint) => endpoint.exprs().for_each(|expr| self.expr(expr)),
        }
    }

    fn conditions(&mut self, conditions: &'a [Condition]) {
        for condition in conditions {
            self.expr(condition.expr());
            if let Condition::Bind { name, value } | Condition::Let { name, value } = condition {
                self.name(name, value);
            }
        }
    }

    /// Notes what a variable stands for.
    fn name(&mut self, name: &'a str, value: &'a Expr) {
        match self.parameter(value) {
            Some(field) => self.known.insert(name, field),
            None => self.known.remove(name),
        };
    }

    fn expr(&mut self, expr: &'a Expr) {
        match &expr.kind {
            // Parsing puts a literal to the right.
            ExprKind::Equal(left, right) => {
                if let (Some(field), ExprKind::Text(text)) = (self.parameter(left), &right.kind) {
                    self.found.entry(field).or_default().insert(text);
                }
            }
            ExprKind::Guarded(needs, _) => self.conditions(needs),
            _ => {}
        }
        expr.parts().into_iter().for_each(|part| self.expr(part));
    }

    /// The field of the parameter whose value an expression has, be it in some cases only.
    fn parameter(&self, expr: &'a Expr) -> Option<&'a str> {
        match &expr.kind {
            ExprKind::Parameter(field) => Some(field),
            ExprKind::Borrowed(of) | ExprKind::Guarded(_, of) => self.parameter(of),
            ExprKind::Variable { name, .. } => self.known.get(name.as_str()).copied(),
            ExprKind::Coalesce(values) => values.iter().find_map(|value| self.parameter(value)),
            ExprKind::Choose(_, one, other) => self.parameter(one).or_else(|| self.parameter(other)),
            _ => None,
        }
    }
}
