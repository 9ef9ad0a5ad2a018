//! The client's settings: the runtime's, and those that only this service's endpoint rules read.

mod examples;

use super::docs;
use crate::docs::Markdown;
use crate::endpoint::ParameterType;
use crate::ir::Service;
use crate::markdown;
use crate::names::ident;
use crate::render::{Chunk, Declaration, File, Row};
use proc_macro2::TokenStream;
use quote::quote;

/// `config.rs`.
pub(super) fn config(service: &Service) -> File {
    if service.is_plain {
        return plain(service);
    }
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
    let mut chunks = vec![Chunk::ModuleDocs(examples::documentation(service))];
    chunks.push(Chunk::Items(quote! { pub use $sdk_runtime::config::*; }));
    let settings = service.client_params.iter().filter(|param| !param.inherent);
    let settings: Vec<Row> =
        settings.map(|param| row(&param.field, &param.name, param.ty, param.docs.clone())).collect();
    if !settings.is_empty() {
        chunks.push(declaration(quote! { client_params }, settings));
    }
    if !own.is_empty() {
        chunks.push(declaration(quote! { endpoint_params }, own));
    }
    chunks.push(Chunk::Items(module));
    File { path: "src/config.rs".to_owned(), chunks }
}

/// `config.rs` of a service that isn't AWS's: types of its own, which show nothing of AWS.
fn plain(service: &Service) -> File {
    let logins = service.logins().into_iter().map(ident);
    let config = quote! { $sdk_runtime::plain_config!(#(#logins),*); };
    let mut chunks = vec![Chunk::ModuleDocs(examples::documentation(service)), Chunk::Items(config)];
    let settings = service.client_params.iter();
    let settings: Vec<Row> =
        settings.map(|param| row(&param.field, &param.name, param.ty, param.docs.clone())).collect();
    if !settings.is_empty() {
        chunks.push(declaration(quote! { plain_params }, settings));
    }
    File { path: "src/config.rs".to_owned(), chunks }
}

/// The parameters that only this service's rules have, and that the runtime has no methods for.
fn own_params(service: &Service) -> Vec<Row> {
    let own = service.endpoint.own_parameters().filter(|parameter| !parameter.inherent);
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
