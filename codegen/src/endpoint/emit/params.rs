//! `Params`: what this service's rules read.

use super::super::rules::{BuiltIn, Parameter, ParameterType, RuleSet, Value};
use super::doc;
use crate::docs::Markdown;
use crate::markdown;
use crate::names::ident;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn emit(rules: &RuleSet) -> TokenStream {
    let parameters = rules.parameters.as_slice();
    let fields = parameters.iter().map(emit_field);
    let derivable = parameters.iter().all(|parameter| parameter.default.as_ref().is_none_or(is_type_default));
    let derive_default = derivable.then(|| quote!(, Default));
    let default = (!derivable).then(|| emit_default(parameters));
    let from_built_ins = emit_from_built_ins(parameters);
    quote! {
        #[doc = " What the rules decide by: settings of the client, and what an operation says about itself."]
        #[derive(Clone, Debug, PartialEq #derive_default)]
        #[non_exhaustive]
        pub(crate) struct Params {
            #(#fields)*
        }

        #default
        #from_built_ins
    }
}

fn emit_field(parameter: &Parameter) -> TokenStream {
    let documentation = parameter.documentation.as_deref().map(crate::docs::markdown).unwrap_or_default();
    let documentation =
        documentation.or(|| markdown!("The parameter {} of the endpoint rules.", Markdown::code(&parameter.name)));
    let (doc, name) = (doc(&documentation), ident(&parameter.field));
    let ty = match parameter.ty {
        ParameterType::String => quote!(String),
        ParameterType::Boolean => quote!(bool),
        ParameterType::StringArray => quote!(Vec<String>),
    };
    let ty = if parameter.is_optional() { quote!(Option<#ty>) } else { ty };
    quote!(#doc pub #name: #ty,)
}

/// Whether `Default` of the type is this value already.
fn is_type_default(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Boolean(value) => !value,
        Value::StringArray(items) => items.is_empty(),
    }
}

fn emit_default(parameters: &[Parameter]) -> TokenStream {
    let fields = parameters.iter().map(|parameter| {
        let name = ident(&parameter.field);
        match &parameter.default {
            Some(default) => {
                let value = emit_value(default);
                quote!(#name: #value)
            }
            None => quote!(#name: None),
        }
    });
    quote! {
        impl Default for Params {
            fn default() -> Self {
                Self { #(#fields),* }
            }
        }
    }
}

/// A parameter's value as an expression of its field's type.
pub(super) fn emit_value(value: &Value) -> TokenStream {
    match value {
        Value::String(text) if text.is_empty() => quote!(String::new()),
        Value::String(text) => quote!(#text.to_owned()),
        Value::Boolean(value) => quote!(#value),
        Value::StringArray(items) if items.is_empty() => quote!(Vec::new()),
        Value::StringArray(items) => quote!(vec![#(#items.to_owned()),*]),
    }
}

fn emit_from_built_ins(parameters: &[Parameter]) -> TokenStream {
    let fields = parameters.iter().filter_map(emit_built_in_field);
    let built_in = parameters.iter().filter(|parameter| parameter.built_in.is_some() || parameter.bound).count();
    let argument = if built_in == 0 { quote!(_) } else { quote!(built_ins) };
    let value = match built_in {
        0 => quote!(Self::default()),
        count if count == parameters.len() => quote!(Self { #(#fields),* }),
        _ => quote!(Self { #(#fields,)* ..Self::default() }),
    };
    quote! {
        impl From<&BuiltIns> for Params {
            fn from(#argument: &BuiltIns) -> Self {
                #value
            }
        }
    }
}

/// A field that takes its value from what client and call say: the service's own parameters first, then the built-ins,
/// then the default.
fn emit_built_in_field(parameter: &Parameter) -> Option<TokenStream> {
    let name = ident(&parameter.field);
    let value = match (parameter.bound, parameter.built_in) {
        (false, None) => return None,
        (false, Some(built_in)) => return Some(emit_from_built_in(parameter, built_in)),
        (true, None) => emit_context(parameter),
        (true, Some(built_in)) => {
            let (context, field) = (emit_context(parameter), ident(built_in_field(built_in)));
            match parameter.ty {
                ParameterType::Boolean => quote!(#context.or(Some(built_ins.#field))),
                _ => quote!(#context.or_else(|| built_ins.#field.clone())),
            }
        }
    };
    let value = match &parameter.default {
        None => value,
        Some(default) => emit_with_default(value, parameter.ty, default),
    };
    Some(quote!(#name: #value))
}

/// The value that operation or client give, as an `Option` of the field's type.
fn emit_context(parameter: &Parameter) -> TokenStream {
    let name = &parameter.name;
    match parameter.ty {
        ParameterType::String => quote!(built_ins.context.string(#name).map(str::to_owned)),
        ParameterType::Boolean => quote!(built_ins.context.boolean(#name)),
        ParameterType::StringArray => quote!(built_ins.context.strings(#name).map(<[String]>::to_vec)),
    }
}

fn emit_with_default(value: TokenStream, ty: ParameterType, default: &Value) -> TokenStream {
    let emitted = emit_value(default);
    match ty {
        ParameterType::Boolean => quote!(#value.unwrap_or(#emitted)),
        _ if is_type_default(default) => quote!(#value.unwrap_or_default()),
        _ => quote!(#value.unwrap_or_else(|| #emitted)),
    }
}

fn built_in_field(built_in: BuiltIn) -> &'static str {
    match built_in {
        BuiltIn::Region => "region",
        BuiltIn::UseFips => "use_fips",
        BuiltIn::UseDualStack => "use_dual_stack",
        BuiltIn::Endpoint => "endpoint",
        BuiltIn::AccountId => "account_id",
        BuiltIn::AccountIdEndpointMode => "account_id_endpoint_mode",
    }
}

fn emit_from_built_in(parameter: &Parameter, built_in: BuiltIn) -> TokenStream {
    let (name, field) = (ident(&parameter.field), ident(built_in_field(built_in)));
    let value = match (parameter.ty, &parameter.default) {
        (ParameterType::Boolean, None) => quote!(Some(built_ins.#field)),
        (ParameterType::Boolean, Some(_)) => quote!(built_ins.#field),
        (_, None) => quote!(built_ins.#field.clone()),
        (ty, Some(default)) => emit_with_default(quote!(built_ins.#field.clone()), ty, default),
    };
    quote!(#name: #value)
}
