//! The model's test cases, as rows of the runtime's declaration.

use super::super::problem::At;
use super::super::rules::{EndpointTest, Expected, ParameterType, Value};
use super::super::{Problem, RuleSet};
use super::resolve::emit_setters;
use crate::docs::Markdown;
use crate::names::ident;
use crate::render::{Cells, Row};
use proc_macro2::TokenStream;
use quote::quote;

/// Checks that the tests fit the rules, so that [`emit_tests`] has nothing to refuse.
///
/// # Errors
/// As for [`emit_tests`].
pub(crate) fn check_tests(rules: &RuleSet, tests: &[EndpointTest]) -> Result<(), Problem> {
    emit_tests(rules, tests).map(drop)
}

/// A row per case: what it tests, the parameters that it gives, what the rules must choose.
///
/// # Errors
/// A case that sets a parameter which the rules don't have, or to a value of another type.
pub(crate) fn emit_tests(rules: &RuleSet, tests: &[EndpointTest]) -> Result<Vec<Row>, Problem> {
    let cases = tests.iter().enumerate();
    cases.map(|(index, test)| emit_case(rules, test, &At::ROOT.member("testCases").index(index))).collect()
}

fn emit_case(rules: &RuleSet, test: &EndpointTest, at: &At<'_>) -> Result<Row, Problem> {
    let mut given = Vec::new();
    for (name, value) in &test.params {
        let at = at.member("params");
        let at = at.member(name);
        let parameter = rules.parameter(name);
        let parameter = parameter.ok_or_else(|| at.problem(format!("the rules have no parameter `{name}`")))?;
        let value =
            emit_given(parameter.ty, value).ok_or_else(|| at.problem("this is not a value of the parameter's type"))?;
        let field = ident(&parameter.field);
        given.push(quote!(#field = #value));
    }
    let documentation = &test.documentation;
    let expected = match &test.expected {
        Expected::Error(message) => quote!(error #message),
        Expected::Endpoint { url, headers, signing } => {
            let setters = emit_setters(headers, signing, |text| quote!(#text));
            quote!(#url #setters)
        }
    };
    let cells = Cells::Case { head: quote!(#documentation:), items: given, result: quote!(=> #expected) };
    Ok(Row { docs: Markdown::default(), attributes: TokenStream::new(), cells, end: ';' })
}

fn emit_given(ty: ParameterType, value: &Value) -> Option<TokenStream> {
    match (ty, value) {
        (ParameterType::String, Value::String(text)) => Some(quote!(#text)),
        (ParameterType::Boolean, Value::Boolean(value)) => Some(quote!(#value)),
        (ParameterType::StringArray, Value::StringArray(items)) => Some(quote!([#(#items),*])),
        _ => None,
    }
}
