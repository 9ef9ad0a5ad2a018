//! [`RuleSet`] → the text of a module.

mod cases;
mod diagram;
mod expression;
mod params;
mod resolve;
mod template;

use super::RuleSet;
use super::function::{FUNCTIONS, Function};
use super::rules::{Condition, Expr, ExprKind, Outcome, Rule, Rules};
use crate::docs::Markdown;
use crate::names::ident;
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) use cases::{check_tests, emit_tests};

/// Emits the module of a service's endpoint rules: `Params`, its conversion from what client and call say, and
/// `resolve`.
///
/// The text is a whole file. It refers to `sdk_runtime::endpoint` and to nothing else.
pub(crate) fn emit(rules: &RuleSet) -> TokenStream {
    let exprs = exprs_of_rules(rules);
    let mut imports = vec!["BuiltIns", "Endpoint", "ResolveError"];
    imports.extend(FUNCTIONS.iter().filter(|function| calls(&exprs, function)).map(|function| function.rust));
    if matches!(rules.rules, Rules::Diagram(_)) {
        imports.extend(["Next", "Node", "decide"]);
    }
    if !rules.required.is_empty() || has_error(rules) {
        imports.push("refuse");
    }
    // As rustfmt orders them: types, then functions.
    imports.sort_by_key(|name| (name.starts_with(|first: char| first.is_ascii_lowercase()), *name));
    let imports = imports.into_iter().map(ident);
    let params = params::emit(rules);
    let resolve = resolve::emit(rules);
    quote! {
        #![doc = " Where requests go: the service's own endpoint rules."]

        use sdk_runtime::endpoint::{#(#imports),*};

        #params
        #resolve
    }
}

/// Every expression that the emitted code evaluates, nested ones apart.
fn exprs_of_rules(rules: &RuleSet) -> Vec<&Expr> {
    match &rules.rules {
        Rules::List(list) => list.iter().flat_map(exprs_of_rule).collect(),
        Rules::Diagram(diagram) => {
            let needs = diagram.questions.iter().map(|question| question.needs.as_slice());
            let needs = needs.chain(diagram.results.iter().map(|(needs, _)| needs.as_slice()));
            let needs = needs.flatten().map(Condition::expr);
            let values = diagram.questions.iter().map(|question| &question.value);
            let results = diagram.results.iter().flat_map(|(_, outcome)| exprs_of_outcome(outcome));
            needs.chain(values).chain(results).collect()
        }
    }
}

fn exprs_of_rule(rule: &Rule) -> Vec<&Expr> {
    rule.conditions.iter().map(Condition::expr).chain(exprs_of_outcome(&rule.outcome)).collect()
}

fn exprs_of_outcome(outcome: &Outcome) -> Vec<&Expr> {
    match outcome {
        Outcome::Endpoint(endpoint) => endpoint.exprs().collect(),
        Outcome::Error(message) => vec![message],
        Outcome::Tree(rules) => rules.iter().flat_map(exprs_of_rule).collect(),
    }
}

/// Whether the emitted code calls a function.
fn calls(exprs: &[&Expr], function: &Function) -> bool {
    exprs.iter().any(|expr| {
        matches!(&expr.kind, ExprKind::Call(called, _) if *called == function) || calls(&expr.parts(), function)
    })
}

fn has_error(rules: &RuleSet) -> bool {
    fn is_error(outcome: &Outcome) -> bool {
        match outcome {
            Outcome::Error(_) => true,
            Outcome::Endpoint(_) => false,
            Outcome::Tree(rules) => rules.iter().any(|rule| is_error(&rule.outcome)),
        }
    }
    match &rules.rules {
        Rules::List(list) => list.iter().any(|rule| is_error(&rule.outcome)),
        Rules::Diagram(diagram) => diagram.results.iter().any(|(_, outcome)| is_error(outcome)),
    }
}

/// Documentation, one attribute a line.
fn doc(text: &Markdown) -> TokenStream {
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}
