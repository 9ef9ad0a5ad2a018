//! The model's test cases as one table and one test.

use super::super::problem::At;
use super::super::rules::{EndpointTest, Expected, Parameter, ParameterType, Value};
use super::super::{Problem, RuleSet};
use super::resolve::emit_setters;
use crate::emit::scope;
use crate::names::{ident, type_name};
use proc_macro2::TokenStream;
use quote::quote;

/// Checks that the tests fit the rules, so that [`emit_tests`] has nothing to refuse.
///
/// # Errors
/// As for [`emit_tests`].
pub(crate) fn check_tests(rules: &RuleSet, tests: &[EndpointTest]) -> Result<(), Problem> {
    emit_tests(rules, tests, &syn::parse_quote!(super)).map(drop)
}

/// Emits a file of tests: a table of the model's cases, and one test that runs them all and names each that fails.
///
/// `module` is the path of the module that [`emit`](super::emit) made, as the tests see it: `wickr_sdk::endpoint`, or
/// `super` when they are a module inside it.
///
/// # Errors
/// A case that sets a parameter which the rules don't have, or to a value of another type.
pub(crate) fn emit_tests(rules: &RuleSet, tests: &[EndpointTest], module: &syn::Path) -> Result<TokenStream, Problem> {
    let mut cases = Vec::new();
    for (index, test) in tests.iter().enumerate() {
        cases.push(emit_case(rules, test, &At::ROOT.member("testCases").index(index))?);
    }
    let given =
        |parameter: &Parameter| tests.iter().any(|test| test.params.iter().any(|(name, _)| *name == parameter.name));
    let given: Vec<_> = rules.parameters.iter().filter(|parameter| given(parameter)).collect();
    let parameters = emit_parameters(&given);
    let expected = emit_expected(tests);
    let case = emit_case_type();
    let test = emit_test();
    // The parameters' variants are imported, whatever they are called.
    Ok(scope::resolve_tokens(quote! {
        use sdk_runtime::endpoint::Endpoint;
        use #module::{Params, resolve};

        use Expected::*;
        use Given::*;

        #test
        #case
        #parameters
        #expected

        const CASES: &[Case] = &[#(#cases),*];
    }))
}

fn emit_test() -> TokenStream {
    quote! {
        #[test]
        fn the_rules_pass_the_models_tests() {
            let mut failures = $Vec::new();
            for case in CASES {
                let found = resolve(&params(case.given)).map_err(|error| error.message().to_owned());
                let expected = expected(&case.expected);
                if found != expected {
                    failures.push(format!(
                        "{}\n  expected {expected:?}\n  found    {found:?}",
                        case.documentation
                    ));
                }
            }
            assert!(
                failures.is_empty(),
                "{} of {} fail:\n{}",
                failures.len(),
                CASES.len(),
                failures.join("\n")
            );
        }
    }
}

fn emit_case_type() -> TokenStream {
    quote! {
        struct Case {
            documentation: &'static str,
            given: &'static [Given],
            expected: Expected,
        }
    }
}

/// The parameters that cases set: an enum for the table, and what puts its values into `Params`.
fn emit_parameters(given: &[&Parameter]) -> TokenStream {
    let variants = given.iter().map(|parameter| {
        let name = variant(parameter);
        let ty = match parameter.ty {
            ParameterType::String => quote!(&'static str),
            ParameterType::Boolean => quote!(bool),
            ParameterType::StringArray => quote!(&'static [&'static str]),
        };
        quote!(#name(#ty))
    });
    let arms = given.iter().map(|parameter| {
        let (name, field) = (variant(parameter), ident(&parameter.field));
        let value = match parameter.ty {
            ParameterType::String => quote!(value.to_owned()),
            ParameterType::Boolean => quote!(value),
            ParameterType::StringArray => quote!(value.iter().map(|&item| item.to_owned()).collect()),
        };
        let value = if parameter.is_optional() { quote!($Some(#value)) } else { value };
        quote!(#name(value) => params.#field = #value)
    });
    quote! {
        enum Given {
            #(#variants),*
        }

        fn params(given: &[Given]) -> Params {
            let mut params = Params::default();
            for given in given {
                match *given {
                    #(#arms),*
                }
            }
            params
        }
    }
}

/// The kinds of results that occur among the cases.
fn emit_expected(tests: &[EndpointTest]) -> TokenStream {
    let any = |kind: Kind| tests.iter().any(|test| Kind::of(&test.expected) == kind);
    let mut variants = Vec::new();
    let mut arms = Vec::new();
    if any(Kind::Url) {
        variants.push(quote!(Url(&'static str)));
        arms.push(quote!(Url(url) => $Ok(Endpoint::new(*url))));
    }
    if any(Kind::With) {
        variants.push(
            quote!(#[doc = " A URL, and what the endpoint has besides."] With(&'static str, fn(Endpoint) -> Endpoint)),
        );
        arms.push(quote!(With(url, add) => $Ok(add(Endpoint::new(*url)))));
    }
    if any(Kind::Error) {
        variants.push(quote!(Error(&'static str)));
        arms.push(quote!(Error(message) => $Err((*message).to_owned())));
    }
    quote! {
        enum Expected {
            #(#variants),*
        }

        fn expected(expected: &Expected) -> $Result<Endpoint, $String> {
            match expected {
                #(#arms),*
            }
        }
    }
}

#[derive(PartialEq)]
enum Kind {
    Url,
    With,
    Error,
}

impl Kind {
    fn of(expected: &Expected) -> Kind {
        match expected {
            Expected::Error(_) => Kind::Error,
            Expected::Endpoint { headers, signing, .. } if headers.is_empty() && *signing == Default::default() => {
                Kind::Url
            }
            Expected::Endpoint { .. } => Kind::With,
        }
    }
}

fn emit_case(rules: &RuleSet, test: &EndpointTest, at: &At<'_>) -> Result<TokenStream, Problem> {
    let mut given = Vec::new();
    for (name, value) in &test.params {
        let at = at.member("params");
        let at = at.member(name);
        let parameter = rules.parameters.iter().find(|parameter| parameter.name == *name);
        let parameter = parameter.ok_or_else(|| at.problem(format!("the rules have no parameter `{name}`")))?;
        let value =
            emit_given(parameter.ty, value).ok_or_else(|| at.problem("this is not a value of the parameter's type"))?;
        let name = variant(parameter);
        given.push(quote!(#name(#value)));
    }
    let documentation = &test.documentation;
    let expected = match &test.expected {
        Expected::Error(message) => quote!(Error(#message)),
        Expected::Endpoint { url, .. } if Kind::of(&test.expected) == Kind::Url => quote!(Url(#url)),
        Expected::Endpoint { url, headers, signing } => {
            let setters = emit_setters(headers, signing, |text| quote!(#text));
            quote!(With(#url, |endpoint| endpoint #setters))
        }
    };
    Ok(quote!(Case { documentation: #documentation, given: &[#(#given),*], expected: #expected }))
}

fn emit_given(ty: ParameterType, value: &Value) -> Option<TokenStream> {
    match (ty, value) {
        (ParameterType::String, Value::String(text)) => Some(quote!(#text)),
        (ParameterType::Boolean, Value::Boolean(value)) => Some(quote!(#value)),
        (ParameterType::StringArray, Value::StringArray(items)) => Some(quote!(&[#(#items),*])),
        _ => None,
    }
}

/// The variant of a parameter; set apart from the other names that the file defines.
fn variant(parameter: &Parameter) -> proc_macro2::Ident {
    let name = type_name(&parameter.field);
    let taken = ["Case", "Endpoint", "Error", "Expected", "Given", "Params", "Url", "With"];
    if taken.contains(&name.as_str()) { ident(&format!("{name}Param")) } else { ident(&name) }
}
