//! The calls that a crate's front pages show: which they are, and how they read.

use super::example::{self, Code};
use crate::docs::Example;
use crate::ir::{Effect, Operation, Service};
use crate::names::{ident, library_name, predicate_name};
use proc_macro2::TokenStream;
use quote::quote;

/// A call that changes nothing, if there is one: what comes in pages, else what the model has an example of, else what needs
/// nothing.
pub(super) fn first_call(service: &Service, library: &str) -> Code {
    list(service).or_else(|| any(service, library).map(|(_, call)| printed(&call))).unwrap_or_default()
}

/// A call, and its operation: one that changes nothing, if there is one.
pub(super) fn any<'s>(service: &'s Service, library: &str) -> Option<(&'s Operation, TokenStream)> {
    of(service, library, |_| true)
}

/// The same, of those operations that are asked for.
pub(super) fn of<'s>(
    service: &'s Service,
    library: &str,
    asked: impl Fn(&Operation) -> bool,
) -> Option<(&'s Operation, TokenStream)> {
    let operations =
        || service.operations.iter().filter(|operation| operation.deprecated.is_none() && asked(operation));
    let of_reads = || operations().filter(|operation| reads(operation));
    let with_example = |operation| Some((operation, worked(library, operation)?));
    let bare = |operation| needs_nothing(operation).then(|| (operation, bare(operation)));
    let of_reads = of_reads().find_map(with_example).or_else(|| of_reads().find_map(bare));
    of_reads.or_else(|| operations().find_map(with_example)).or_else(|| operations().find_map(bare))
}

/// A call as the model's first example that succeeds has it, up to its `send`.
fn worked(library: &str, operation: &Operation) -> Option<TokenStream> {
    let example = operation.examples.iter().find(|example| example.error.is_none())?;
    Some(example::call(library, operation, example))
}

/// A call that sets nothing, up to its `send`.
fn bare(operation: &Operation) -> TokenStream {
    let method = ident(&operation.method);
    quote! { client.#method() }
}

fn printed(call: &TokenStream) -> Code {
    Code::of(quote! {
        let output = #call.send().await?;
        println!("{output:?}");
    })
}

/// A call with what becomes of its errors, if it has any of the model's.
pub(super) fn failing(service: &Service) -> Option<Example> {
    let library = library_name(&service.package);
    let (operation, call) = of(service, &library, |operation| !operation.errors.is_empty())?;
    let is_absence = |(name, _): &&(String, _)| name.contains("NotFound");
    let (error, _) = operation.errors.iter().find(is_absence).or(operation.errors.first())?;
    let is = ident(&predicate_name(error));
    let Code { imports, statements } = Code::of(quote! {
        match #call.send().await {
            $Ok(output) => println!("{output:?}"),
            $Err(error) => match error.as_service_error() {
                $Some(known) if known.#is() => println!("{}", known.message().unwrap_or_default()),
                _ => eprintln!("{error}"),
            },
        }
    });
    let code = format!("use {library}::error::ProvideErrorMetadata as _;\n{imports}\n{statements}");
    let before = format!("# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{");
    Some(fallible(&before, &code))
}

/// A call that is signed for others to send, if any can be.
pub(super) fn presigned(service: &Service) -> Option<Example> {
    let library = library_name(&service.package);
    let operation = service.operations.iter().find(|operation| operation.presigned.is_some())?;
    let call = worked(&library, operation).unwrap_or_else(|| bare(operation));
    let Code { imports, statements } = Code::of(quote! {
        let hour = PresigningConfig::expires_in(Duration::from_secs(3600))?;
        let request = #call.presigned(hour).await?;
        println!("{} {}", request.method(), request.uri());
    });
    let code =
        format!("use {library}::presigning::PresigningConfig;\nuse std::time::Duration;\n{imports}\n{statements}");
    let before = format!("# async fn example(client: &{library}::Client) -> Result<(), Box<dyn std::error::Error>> {{");
    Some(fallible(&before, &code))
}

/// The first call, by the client that waits.
pub(super) fn blocking(service: &Service) -> Example {
    let library = library_name(&service.package);
    let call = match (pages(service), any(service, &library)) {
        (Some(Pages { one, method, .. }), _) => quote! {
            for #one in client.#method().into_paginator().items().send() {
                println!("{:?}", #one?);
            }
        },
        (None, Some((_, call))) => quote! {
            let output = #call.send()?;
            println!("{output:?}");
        },
        (None, None) => TokenStream::new(),
    };
    let Code { imports, statements } = Code::of(call);
    let config = if service.is_plain { format!("{library}::Config") } else { "aws_types::SdkConfig".to_owned() };
    let made = if service.is_plain { "Client::from_conf(config)" } else { "Client::new(&config)" };
    let code = format!("use {library}::blocking::Client;\n{imports}\nlet client = {made};\n{statements}");
    let before = format!("# fn example(config: {config}) -> Result<(), {library}::Error> {{");
    fallible(&before, &code)
}

/// A loop over what comes in pages, if an operation needs nothing to list it.
fn list(service: &Service) -> Option<Code> {
    let Pages { all, one, method, shown } = pages(service)?;
    Some(Code::of(quote! {
        let mut #all = client.#method().into_paginator().items().send();
        while let Some(#one) = #all.try_next().await? {
            println!(#shown);
        }
    }))
}

/// What an operation lists: the names of all and of one, the method that lists them, and how one is printed.
struct Pages {
    all: proc_macro2::Ident,
    one: proc_macro2::Ident,
    method: proc_macro2::Ident,
    shown: String,
}

fn pages(service: &Service) -> Option<Pages> {
    let listing = |operation: &&Operation| {
        operation.deprecated.is_none() && reads(operation) && needs_nothing(operation) && items(operation).is_some()
    };
    let operation = service.operations.iter().find(listing)?;
    let field = items(operation)?;
    let (all, one) = singular(field).map_or(("items", "item".to_owned()), |one| (field, one));
    Some(Pages { all: ident(all), one: ident(&one), method: ident(&operation.method), shown: format!("{{{one}:?}}") })
}

/// The field that an operation's items are in, if it comes in pages of them.
fn items(operation: &Operation) -> Option<&str> {
    let (field, _) = operation.pagination.as_ref()?.items.as_ref()?.path.0.last()?;
    Some(field)
}

/// What one of several is called, as far as its name shows it and is one that a format can capture.
fn singular(field: &str) -> Option<String> {
    let one = match field.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => field.strip_suffix('s').filter(|stem| !stem.ends_with('s'))?.to_owned(),
    };
    let captured = one.len() > 1 && ident(&one) == one;
    captured.then_some(one)
}

/// Code as the body of a function that may fail, of which nothing else is shown. Where it has no imports, an empty line is one too
/// many.
pub(super) fn fallible(before: &str, code: &str) -> Example {
    Example::new(before, code.replace("\n\n\n", "\n\n").trim_end(), "# Ok(())\n# }")
}

fn reads(operation: &Operation) -> bool {
    operation.effect == Effect::ReadOnly
}

fn needs_nothing(operation: &Operation) -> bool {
    operation.input.members.iter().all(|member| !member.required)
}
