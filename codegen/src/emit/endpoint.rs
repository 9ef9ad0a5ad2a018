//! Where requests go: the rules, and what operations say to them.

use super::file;
use super::path::Scope;
use crate::endpoint::{self, ParameterType};
use crate::ir::path::Value;
use crate::ir::{EndpointParam, EndpointValue, Service, Type};
use crate::markdown;
use crate::names::{field_name, ident};
use crate::render::{Chunk, Declaration, File, List};
use proc_macro2::TokenStream;
use quote::quote;

/// `endpoint.rs`.
pub(super) fn rules(service: &Service) -> File {
    let rules = endpoint::emit(&service.endpoint);
    let tests = (!service.endpoint_tests.is_empty()).then(|| quote! { #[cfg(test)] mod tests; });
    let items = quote! { #rules #tests };
    let title = match service.is_plain {
        true => markdown!("Where requests go."),
        false => markdown!("The endpoint rules of the service's model."),
    };
    file("src/endpoint.rs", title, items)
}

/// `endpoint/tests.rs`, if the model has tests.
pub(super) fn tests(service: &Service) -> Option<File> {
    if service.endpoint_tests.is_empty() {
        return None;
    }
    // Lowering has made sure that the tests fit the rules.
    let rows = endpoint::emit_tests(&service.endpoint, &service.endpoint_tests).unwrap_or_default();
    let cases = Declaration {
        name: quote! { $sdk_runtime::endpoint_tests },
        head: Some(List { word: quote! { super::resolve }, parts: Vec::new() }),
        rows,
        ..Declaration::default()
    };
    let docs = markdown!("The endpoint tests of the service's model.");
    let chunks = vec![Chunk::ModuleDocs(docs), Chunk::Declaration(cases)];
    Some(File { path: "src/endpoint/tests.rs".to_owned(), chunks })
}

/// What an operation says about its endpoint, if it says anything.
pub(super) fn params(params: &[EndpointParam]) -> Option<TokenStream> {
    let paths = params.iter().filter_map(|EndpointParam { name, value }| match value {
        EndpointValue::Path(path, ty) => {
            let (name, value) = (local(name), path_value(path, *ty));
            Some(quote! { let #name = #value; })
        }
        _ => None,
    });
    let calls = params.iter().map(param);
    (!params.is_empty()).then(|| {
        quote! {
            fn endpoint_params(&self) -> $sdk_runtime::endpoint::EndpointParams {
                #(#paths)*
                $sdk_runtime::endpoint::EndpointParams::new() #(#calls)*
            }
        }
    })
}

/// The variable that holds what a path gives.
fn local(parameter: &str) -> proc_macro2::Ident {
    ident(&field_name(parameter))
}

fn path_value(path: &Value, ty: ParameterType) -> TokenStream {
    // Parameters are asked for before there is an output.
    let scope = Scope { input: quote! { self }, output: quote! { () } };
    match ty {
        ParameterType::String => scope.text(path),
        ParameterType::Boolean => scope.boolean(path),
        ParameterType::StringArray => scope.strings(path),
    }
}

fn param(EndpointParam { name, value }: &EndpointParam) -> TokenStream {
    match value {
        EndpointValue::Fixed(value) => {
            let value = fixed(value);
            quote! { .set(#name, $Some(#value)) }
        }
        EndpointValue::Member { field, required: true, .. } => {
            let value = ident(field);
            quote! { .require(#name, #field, self.#value.as_deref()) }
        }
        EndpointValue::Member { field, ty, always, required: false } => {
            let value = member(field, ty, *always);
            quote! { .set(#name, #value) }
        }
        EndpointValue::Path(_, ParameterType::StringArray) => {
            let value = local(name);
            quote! { .set(#name, $Some(#value)) }
        }
        EndpointValue::Path(..) => {
            let value = local(name);
            quote! { .set(#name, #value) }
        }
    }
}

fn fixed(value: &endpoint::Value) -> TokenStream {
    match value {
        endpoint::Value::String(text) => quote! { #text },
        endpoint::Value::Boolean(value) => quote! { #value },
        endpoint::Value::StringArray(items) => quote! { vec![#(#items.to_owned()),*] },
    }
}

/// A member's value, as an `Option` of a reference.
fn member(field: &str, ty: &Type, always: bool) -> TokenStream {
    let field = ident(field);
    match (ty, always) {
        (Type::Scalar(_), false) => quote! { self.#field },
        (Type::Scalar(_), true) => quote! { $Some(self.#field) },
        (Type::Named(_), false) => quote! { self.#field.as_ref().map(|value| value.as_str()) },
        (Type::List(_), true) => quote! { $Some(self.#field.as_slice()) },
        (_, false) => quote! { self.#field.as_deref() },
        (_, true) => quote! { $Some(self.#field.as_str()) },
    }
}
