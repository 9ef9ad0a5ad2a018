//! Where requests go: the rules, the settings that they read, what operations say to them.

use super::path::Scope;
use super::{docs, file};
use crate::docs::Markdown;
use crate::endpoint::{self, ParameterType};
use crate::ir::path::Value;
use crate::ir::{EndpointParam, EndpointValue, Service, Type};
use crate::markdown;
use crate::names::{field_name, ident};
use crate::render::{Chunk, Declaration, File, Row};
use proc_macro2::TokenStream;
use quote::quote;

/// `config.rs`.
pub(super) fn config(service: &Service) -> File {
    let text = docs(&markdown!("Where requests to {} go.", Markdown::plain(&service.title)));
    let own = own_params(service);
    let exports = (!own.is_empty()).then(|| quote! { pub use super::{ParamsBuilderExt, ParamsExt}; });
    let module = quote! {
        #text
        pub mod endpoint {
            #exports
            pub use $sdk_runtime::config::endpoint::*;
            use crate::client::SERVICE;
            $sdk_runtime::default_resolver!(SERVICE);
        }
    };
    let mut chunks = vec![Chunk::ModuleDocs(markdown!("The client's settings."))];
    chunks.push(Chunk::Items(quote! { pub use $sdk_runtime::config::*; }));
    if !service.client_params.is_empty() {
        let rows =
            service.client_params.iter().map(|param| row(&param.field, &param.name, param.ty, param.docs.clone()));
        chunks.push(declaration(quote! { client_params }, rows.collect()));
    }
    if !own.is_empty() {
        chunks.push(declaration(quote! { endpoint_params }, own));
    }
    chunks.push(Chunk::Items(module));
    File { path: "src/config.rs".to_owned(), chunks }
}

/// The parameters that only this service's rules have.
fn own_params(service: &Service) -> Vec<Row> {
    let own = service.endpoint.parameters.iter().filter(|parameter| parameter.bound && parameter.built_in.is_none());
    own.map(|parameter| row(&parameter.field, &parameter.name, parameter.ty, Markdown::default())).collect()
}

/// A declaration of the runtime's, from one row per parameter.
fn declaration(name: TokenStream, rows: Vec<Row>) -> Chunk {
    Chunk::Declaration(Declaration { name: quote! { $sdk_runtime::#name }, rows, ..Declaration::default() })
}

fn row(field: &str, name: &str, ty: ParameterType, docs: Markdown) -> Row {
    let kind = ident(match ty {
        ParameterType::String => "string",
        ParameterType::Boolean => "boolean",
        ParameterType::StringArray => "strings",
    });
    let (field, set) = (ident(field), ident(&format!("set_{field}")));
    Row::line(docs, quote! { #field, #set: #kind = #name })
}

/// `endpoint.rs`.
pub(super) fn rules(service: &Service) -> File {
    let rules = endpoint::emit(&service.endpoint);
    let tests = (!service.endpoint_tests.is_empty()).then(|| quote! { #[cfg(test)] mod tests; });
    let items = quote! { #rules #tests };
    file("src/endpoint.rs", markdown!("The endpoint rules of the service's model."), items)
}

/// `endpoint/tests.rs`, if the model has tests.
pub(super) fn tests(service: &Service) -> Option<File> {
    if service.endpoint_tests.is_empty() {
        return None;
    }
    // Lowering has made sure that the tests fit the rules.
    let tests = endpoint::emit_tests(&service.endpoint, &service.endpoint_tests, &syn::parse_quote!(super));
    Some(file(
        "src/endpoint/tests.rs",
        markdown!("The endpoint tests of the service's model."),
        tests.unwrap_or_default(),
    ))
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
