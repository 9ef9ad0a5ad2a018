//! [`RuleSet`] → the text of a module.

mod cases;
mod expression;
mod params;
mod resolve;

use super::RuleSet;
use super::function::{FUNCTIONS, Function};
use super::rules::{Condition, Expr, ExprKind, Outcome, Rule};
use crate::names::ident;
use proc_macro2::TokenStream;
use quote::quote;

pub use cases::{check_tests, emit_tests};

/// Emits the module of a service's endpoint rules: `Params`, its conversion from the client's built-ins, and `resolve`.
///
/// The text is a whole file. It refers to `sdk_runtime::endpoint` and to nothing else.
pub fn emit(rules: &RuleSet) -> TokenStream {
    let functions = FUNCTIONS.iter().filter(|function| calls(rules, function));
    let functions = functions.map(|function| ident(function.rust));
    let params = params::emit(rules);
    let resolve = resolve::emit(rules);
    quote! {
        #![doc = " Where requests go: the service's own endpoint rules."]

        use sdk_runtime::endpoint::{BuiltIns, Endpoint, ResolveError, #(#functions),*};

        #params
        #resolve
    }
}

/// Whether the emitted code calls a function.
fn calls(rules: &RuleSet, function: &Function) -> bool {
    rules.rules.iter().any(|rule| rule_calls(rule, function))
}

fn rule_calls(rule: &Rule, function: &Function) -> bool {
    rule.conditions.iter().map(Condition::expr).any(|expr| expr_calls(expr, function))
        || match &rule.outcome {
            Outcome::Endpoint(endpoint) => endpoint.exprs().any(|expr| expr_calls(expr, function)),
            Outcome::Error(message) => expr_calls(message, function),
            Outcome::Tree(rules) => rules.iter().any(|rule| rule_calls(rule, function)),
        }
}

fn expr_calls(expr: &Expr, function: &Function) -> bool {
    match &expr.kind {
        ExprKind::Call(called, arguments) => {
            *called == function || arguments.iter().any(|argument| expr_calls(argument, function))
        }
        ExprKind::Template(parts) => parts.iter().any(|part| expr_calls(part, function)),
        ExprKind::Attribute(of, _) | ExprKind::Index(of, _) | ExprKind::IsSet(of) | ExprKind::Not(of) => {
            expr_calls(of, function)
        }
        ExprKind::Equal(left, right) => expr_calls(left, function) || expr_calls(right, function),
        ExprKind::Text(_)
        | ExprKind::Boolean(_)
        | ExprKind::Integer(_)
        | ExprKind::Parameter(_)
        | ExprKind::Variable { .. } => false,
    }
}

/// Documentation, one attribute a line.
fn doc(text: &str) -> TokenStream {
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}
