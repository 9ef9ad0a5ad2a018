//! `resolve`: the rules as nested `if`s.

use super::super::rules::{Condition, EndpointRule, Expr, ExprKind, Outcome, Rule, RuleSet, Rules, Signing, uses};
use super::diagram;
use super::expression::{emit as emit_expr, emit_borrowed, emit_into, emit_scrutinee};
use super::template::emit_format_with;
use crate::names::ident;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn emit(rules: &RuleSet) -> TokenStream {
    let (nodes, body) = match &rules.rules {
        Rules::List(list) => (None, emit_list(list, Position::Tail)),
        Rules::Diagram(diagram) => (Some(diagram::emit_nodes(diagram)), diagram::emit_walk(diagram)),
    };
    let required = rules.required.iter().map(|condition| emit_required(condition, &body));
    let body = quote!(#(#required)* #body);
    let params = if mentions(&body, "params") { quote!(params) } else { quote!(_) };
    let refusals = match rules.reads_aws() {
        true => OF_REGIONS,
        false => &[" The rules' own words on why there is no endpoint, such as a setting that is missing."],
    };
    quote! {
        #nodes

        #[doc = " Chooses the endpoint for these parameters."]
        #[doc = ""]
        #[doc = " # Errors"]
        #(#[doc = #refusals])*
        pub(crate) fn resolve(#params: &Params) -> Result<Endpoint, ResolveError> {
            #body
        }
    }
}

/// What is said of the errors of rules that know regions.
const OF_REGIONS: &[&str] = &[
    " The rules' own words on why there is no endpoint: a setting is missing, or the region's partition does not",
    " support what is asked for.",
];

/// Whether a list of statements ends the function's body, or that of an `if` in it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Position {
    Tail,
    Inner,
}

/// What the function returns, and the statements that make it.
#[derive(Clone)]
struct End {
    before: TokenStream,
    result: TokenStream,
}

impl End {
    fn emit(&self, position: Position) -> TokenStream {
        let End { before, result } = self;
        match position {
            Position::Tail => quote!(#before #result),
            Position::Inner => quote!(#before return #result;),
        }
    }
}

/// Whether a name stands in some code.
pub(super) fn mentions(body: &TokenStream, name: &str) -> bool {
    body.clone().into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => ident == name,
        proc_macro2::TokenTree::Group(group) => mentions(&group.stream(), name),
        // In a format, braces that are meant are doubled.
        proc_macro2::TokenTree::Literal(literal) => {
            literal.to_string().replace("{{", "").contains(&format!("{{{name}}}"))
        }
        proc_macro2::TokenTree::Punct(_) => false,
    })
}

fn emit_required(condition: &Condition, body: &TokenStream) -> TokenStream {
    let Condition::Bind { name, value } = condition else { return TokenStream::new() };
    let message = format!("the endpoint parameter `{name}` is required");
    let used = mentions(body, &ident(name).to_string());
    let (name, scrutinee, value) = (ident(name), emit_scrutinee(value), emit_expr(value));
    let error = quote!(return refuse(#message););
    match used {
        true => quote!(let Some(#name) = #scrutinee else { #error };),
        false => quote!(if #value.is_none() { #error }),
    }
}

/// Emits rules of which the first that matches decides. The statements always come to a result.
fn emit_list(mut rules: &[Rule], position: Position) -> TokenStream {
    let mut statements = Vec::new();
    // There can be thousands, so that they are neither nested nor copied.
    let end = loop {
        match rules {
            [] => break no_rule_matched().emit(position),
            [last] if last.is_unconditional() => break emit_unconditional(last, position),
            [rule] => break emit_last(rule, &no_rule_matched(), position),
            [rule, Rule { conditions, outcome: Outcome::Error(message) }] if conditions.is_empty() => {
                break emit_last(rule, &error(message), position);
            }
            [rule, rest @ ..] => {
                let body = emit_outcome(&rule.outcome, Position::Inner);
                statements.push(emit_conditional(&rule.conditions, &rule.outcome, body));
                rules = rest;
            }
        }
    };
    quote!(#(#statements)* #end)
}

/// Emits a conditional rule after which there is only an error. If there is much under its one condition, that is
/// turned into a guard, which spares a level of nesting.
fn emit_last(rule: &Rule, error: &End, position: Position) -> TokenStream {
    let Rule { conditions, outcome } = rule;
    let nests =
        matches!(outcome, Outcome::Tree(rules) if rules.len() > 1 || rules.iter().any(|rule| !rule.is_unconditional()));
    let guard = match conditions.as_slice() {
        [condition] if nests => emit_guard(condition, outcome, error),
        _ => None,
    };
    if let Some(guard) = guard {
        let body = emit_outcome(outcome, position);
        return quote!(#guard #body);
    }
    let body = emit_outcome(outcome, Position::Inner);
    let rule = emit_conditional(conditions, outcome, body);
    let end = error.emit(position);
    quote!(#rule #end)
}

/// Emits a condition so that what follows may rely on it.
fn emit_guard(condition: &Condition, outcome: &Outcome, error: &End) -> Option<TokenStream> {
    let error = error.emit(Position::Inner);
    match condition {
        Condition::Bind { name, value } if uses(&[], outcome, name) => {
            let (name, value) = (ident(name), emit_scrutinee(value));
            Some(quote!(let Some(#name) = #value else { #error };))
        }
        Condition::Bind { value, .. } => {
            let value = emit_expr(value);
            Some(quote!(if #value.is_none() { #error }))
        }
        Condition::Test(test) => {
            let negated = match &test.kind {
                ExprKind::Not(inner) => emit_expr(inner),
                _ => emit_expr(&Expr::boolean(ExprKind::Not(Box::new(test.clone())))),
            };
            Some(quote!(if #negated { #error }))
        }
        Condition::Let { .. } => None,
    }
}

fn emit_unconditional(rule: &Rule, position: Position) -> TokenStream {
    let body = emit_outcome(&rule.outcome, position);
    emit_conditional(&rule.conditions, &rule.outcome, body)
}

/// Puts conditions before a body. A value that is always present becomes a `let`, which parts the `if` in two.
pub(super) fn emit_conditional(conditions: &[Condition], outcome: &Outcome, body: TokenStream) -> TokenStream {
    let mut clauses = Vec::new();
    for (index, condition) in conditions.iter().enumerate() {
        let rest = conditions.get(index + 1..).unwrap_or_default();
        match condition {
            Condition::Test(test) => clauses.push(emit_expr(test)),
            Condition::Bind { name, value } if uses(rest, outcome, name) => {
                let (name, value) = (ident(name), emit_scrutinee(value));
                clauses.push(quote!(let Some(#name) = #value));
            }
            Condition::Bind { value, .. } => {
                let value = emit_expr(value);
                clauses.push(quote!(#value.is_some()));
            }
            Condition::Let { name, value } => {
                let binding = uses(rest, outcome, name).then(|| emit_let(name, value));
                let inner = emit_conditional(rest, outcome, body);
                return emit_if(&clauses, quote!(#binding #inner));
            }
        }
    }
    emit_if(&clauses, body)
}

fn emit_let(name: &str, value: &Expr) -> TokenStream {
    let name = ident(name);
    let value = match value.kind {
        ExprKind::Attribute(..) => emit_borrowed(value),
        _ => emit_expr(value),
    };
    quote!(let #name = #value;)
}

fn emit_if(clauses: &[TokenStream], body: TokenStream) -> TokenStream {
    if clauses.is_empty() { body } else { quote!(if #(#clauses)&&* { #body }) }
}

pub(super) fn emit_outcome(outcome: &Outcome, position: Position) -> TokenStream {
    match outcome {
        Outcome::Tree(rules) => emit_list(rules, position),
        Outcome::Error(message) => error(message).emit(position),
        Outcome::Endpoint(endpoint) => emit_endpoint(endpoint).emit(position),
    }
}

fn no_rule_matched() -> End {
    End { before: TokenStream::new(), result: quote!(Err(ResolveError::no_rule_matched())) }
}

fn error(message: &Expr) -> End {
    match &message.kind {
        ExprKind::Template(parts) => {
            let (before, text) = emit_format_with(parts, |_| false);
            End { before: quote!(#before let message = #text;), result: quote!(refuse(message)) }
        }
        _ => {
            let message = emit_into(message);
            End { before: TokenStream::new(), result: quote!(refuse(#message)) }
        }
    }
}

/// A URL that is put together is a statement of its own, to keep lines short.
fn emit_endpoint(endpoint: &EndpointRule) -> End {
    let others = || endpoint.exprs().skip(1);
    let (before, url) = match &endpoint.url.kind {
        ExprKind::Template(parts) if !others().any(|expr| expr.uses("url")) => {
            let (before, url) = emit_format_with(parts, |name| others().any(|expr| expr.uses(name)));
            (quote!(#before let url = #url;), quote!(url))
        }
        _ => (TokenStream::new(), emit_into(&endpoint.url)),
    };
    let setters = emit_setters(&endpoint.headers, &endpoint.signing, emit_into);
    End { before, result: quote!(Ok(Endpoint::new(#url) #setters)) }
}

/// Emits the calls that add to an endpoint what it has besides its URL.
pub(super) fn emit_setters<T>(
    headers: &[(String, T)],
    signing: &Signing<T>,
    text: impl Fn(&T) -> TokenStream,
) -> TokenStream {
    let headers = headers.iter().map(|(name, value)| {
        let value = text(value);
        quote!(.header(#name, #value))
    });
    let scheme = signing.scheme.iter().map(&text).map(|scheme| quote!(.auth_scheme(#scheme)));
    let name = signing.name.iter().map(&text).map(|name| quote!(.signing_name(#name)));
    let region = signing.region.iter().map(&text).map(|region| quote!(.signing_region(#region)));
    let region_set = signing.region_set.iter().map(&text).map(|region| quote!(.signing_region_set(#region)));
    let encoding = signing.disable_double_encoding.then(|| quote!(.disable_double_encoding(true)));
    let dots = signing.disable_normalize_path.then(|| quote!(.disable_normalize_path(true)));
    quote!(#(#headers)* #(#scheme)* #(#name)* #(#region)* #(#region_set)* #encoding #dots)
}
