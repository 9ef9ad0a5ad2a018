//! A decision diagram as a table of its nodes, and a `match` that says which conditions hold.
//!
//! Nodes that several others lead to stand in the table once, so that the code is as large as the diagram.

use super::super::diagram::{Diagram, Next, Node, Question};
use super::super::function::Type;
use super::super::rules::{Condition, Expr, ExprKind};
use super::expression::{emit as emit_expr, emit_option, emit_scrutinee};
use super::resolve::{Position, emit_conditional, emit_outcome};
use crate::names::ident;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

pub(super) fn emit_nodes(diagram: &Diagram) -> TokenStream {
    let nodes = diagram.nodes.iter().map(|Node { question, then, otherwise }| {
        let (question, then, otherwise) = (number(*question), emit_next(*then), emit_next(*otherwise));
        quote!(Node::new(#question, #then, #otherwise))
    });
    quote! {
        #[doc = " The questions: which condition is asked, and where it leads if it holds and if not."]
        const NODES: &[Node] = &[#(#nodes),*];
    }
}

fn emit_next(next: Next) -> TokenStream {
    match next {
        Next::Ask(node) => {
            let node = number(node);
            quote!(Next::Ask(#node))
        }
        Next::Give(result) => {
            let result = number(result);
            quote!(Next::Give(#result))
        }
        Next::NoMatch => quote!(Next::NoMatch),
    }
}

fn number(index: usize) -> Literal {
    Literal::usize_unsuffixed(index)
}

/// Asks from the first node on, and makes the result that this leads to.
pub(super) fn emit_walk(diagram: &Diagram) -> TokenStream {
    let variables = diagram.questions.iter().filter_map(|question| question.assigns.as_ref());
    let variables = variables.map(|name| ident(name));
    let cells = diagram.questions.iter().flat_map(cells);
    let arms = diagram.questions.iter().enumerate().map(|(index, question)| {
        let (index, holds) = (number(index), emit_question(question));
        quote!(#index => #holds)
    });
    let first = emit_next(diagram.first);
    let results = diagram.results.iter().enumerate().map(|(index, (needs, outcome))| {
        let (index, body) = (number(index), emit_outcome(outcome, Position::Inner));
        let body = emit_conditional(needs, outcome, body);
        quote!(Some(#index) => { #body })
    });
    quote! {
        #(let #cells = std::cell::OnceCell::new();)*
        #(let mut #variables = None;)*
        let result = decide(NODES, #first, |condition| match condition {
            #(#arms,)*
            _ => false,
        });
        match result {
            #(#results)*
            _ => {}
        }
        Err(ResolveError::no_rule_matched())
    }
}

/// Where texts are kept that a condition puts together, for variables to hold on to.
fn cells(question: &Question) -> Vec<Ident> {
    let needs = question.needs.iter().filter_map(|need| match need {
        Condition::Let { name, .. } => Some(cell(name)),
        _ => None,
    });
    let own = question.assigns.as_ref().filter(|_| is_kept(&question.value)).map(|name| cell(name));
    needs.chain(own).collect()
}

fn cell(name: &str) -> Ident {
    ident(&format!("{name}_kept"))
}

/// Whether a value is a `String` that no variable can hold as a reference.
fn is_kept(value: &Expr) -> bool {
    value.is_made() || value.is_owned() && matches!(value.kind, ExprKind::Attribute(..))
}

/// Whether a condition holds. One that assigns does so first.
fn emit_question(question: &Question) -> TokenStream {
    let Question { needs, assigns, value } = question;
    let Some(variable) = assigns else { return emit_test(needs, value) };
    let name = ident(variable);
    let assigned = emit_assigned(variable, value);
    let assignment = emit_needing(needs, quote!(#name = #assigned;));
    match value.ty {
        Type::Boolean => quote!({ #assignment #name == Some(true) }),
        _ => quote!({ #assignment #name.is_some() }),
    }
}

/// What a variable is set to.
fn emit_assigned(variable: &str, value: &Expr) -> TokenStream {
    if is_kept(value) {
        let (cell, made) = (cell(variable), emit_expr(value));
        let made = if value.is_made() { made } else { quote!(#made.clone()) };
        return match value.optional {
            true => quote!(#made.map(|text| #cell.get_or_init(|| text).as_str())),
            false => quote!(Some(#cell.get_or_init(|| #made).as_str())),
        };
    }
    match (&value.kind, value.ty) {
        (ExprKind::Attribute(..), Type::Pieces) => {
            let value = emit_expr(value);
            quote!(Some(#value.clone()))
        }
        (_, Type::String) => emit_option(value),
        _ if value.optional => emit_expr(value),
        _ => {
            let value = emit_expr(value);
            quote!(Some(#value))
        }
    }
}

/// Whether a test holds, which it doesn't where something that it reads is absent.
fn emit_test(needs: &[Condition], test: &Expr) -> TokenStream {
    match needs {
        [] => emit_expr(test),
        [Condition::Bind { name, value }] if matches!(&test.kind, ExprKind::Variable { name: tested, .. } if tested == name) =>
        {
            let value = emit_option(value);
            quote!(#value == Some(true))
        }
        [Condition::Bind { name, value }, rest @ ..]
            if rest.iter().all(|need| matches!(need, Condition::Bind { .. })) =>
        {
            let (name, value, inner) = (ident(name), emit_option(value), emit_test(rest, test));
            quote!(#value.is_some_and(|#name| #inner))
        }
        _ => {
            let test = emit_expr(test);
            let body = emit_needing(needs, quote!(holds = #test;));
            quote!({ let mut holds = false; #body holds })
        }
    }
}

/// Does something if what it needs is there.
fn emit_needing(needs: &[Condition], body: TokenStream) -> TokenStream {
    let mut clauses = Vec::new();
    for (index, need) in needs.iter().enumerate() {
        match need {
            Condition::Bind { name, value } => {
                let (name, value) = (ident(name), emit_scrutinee(value));
                clauses.push(quote!(let Some(#name) = #value));
            }
            Condition::Let { name, value } => {
                let (cell, name, value) = (cell(name), ident(name), emit_expr(value));
                let inner = emit_needing(needs.get(index + 1..).unwrap_or_default(), body);
                let kept = quote!(let #name = #cell.get_or_init(|| #value); #inner);
                return if clauses.is_empty() { kept } else { quote!(if #(#clauses)&&* { #kept }) };
            }
            // Parsing notes none.
            Condition::Test(test) => clauses.push(emit_expr(test)),
        }
    }
    if clauses.is_empty() { body } else { quote!(if #(#clauses)&&* { #body }) }
}
