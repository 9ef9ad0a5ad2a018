//! An operation's module: what it is called, what it takes and returns, its documentation.

use super::{docs, error, example, paginator, structure, waiter};
use crate::docs::{Markdown, first_sentence};
use crate::ir::{
    Auth, Bodies, Checksum, Dialect, Effect, Format, HostPrefix, Operation, Root, Scheme, Service, Transfer,
};
use crate::markdown;
use crate::names::{ident, library_name, module_file};
use crate::render::{Chunk, File};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// `operation.rs`: lists the modules.
pub(super) fn index(service: &Service) -> File {
    // Each says what it is for in its own file.
    let modules = service.operations.iter().map(|found| super::module("operation", &found.method, &quote! { pub }));
    let items = quote! {
        pub use $sdk_runtime::RequestId;
        #(#modules)*
    };
    File {
        path: "src/operation.rs".to_owned(),
        chunks: vec![
            Chunk::ModuleDocs(markdown!("All operations, each in its own module.")),
            Chunk::Items(items),
            for_each(service),
        ],
    }
}

/// A macro over all operations.
fn for_each(service: &Service) -> Chunk {
    const BEFORE: &str = "/// Calls `$callback! { $($extra)* Name method InputType [paginated]; … }` with a row for each operation: for tables
/// over all of them, such as a dispatch by name.
#[macro_export]
macro_rules! for_each_operation {
    ($($callback:ident)::+ $(, $($extra:tt)*)?) => {
        $($callback)::+! {
            $($($extra)*)?
";
    let row = |operation: &Operation| {
        let has_items = operation.pagination.as_ref().is_some_and(|pagination| pagination.items.is_some());
        let pages = has_items.then(|| quote! { paginated });
        let (name, method) = (ident(&operation.name), ident(&operation.method));
        let input = ident(&operation.input.name);
        quote! { #name #method #input #pages }
    };
    let rows = service.operations.iter().map(row).collect();
    Chunk::Framed(BEFORE, 12, rows, "        }\n    };\n}")
}

/// The first sentence about an operation.
pub(super) fn summary(operation: &Operation) -> Markdown {
    first_sentence(&operation.docs).or(|| markdown!("The operation {}.", Markdown::code(&operation.name)))
}

/// The builder that sends an operation's input.
pub(super) fn fluent_name(operation: &Operation) -> Ident {
    ident(&format!("{}FluentBuilder", operation.name))
}

/// The errors of an operation.
pub(super) fn error_name(operation: &Operation) -> Ident {
    ident(&format!("{}Error", operation.name))
}

/// An operation's own file.
pub(super) fn operation(service: &Service, operation: &Operation) -> File {
    let mut chunks = vec![
        Chunk::ModuleDocs(module_docs(service, operation)),
        Chunk::Items(declaration(operation)),
        error::of_operation(operation),
    ];
    let waiting = (!operation.waiters.is_empty()).then(|| waiter::waiting_name(operation));
    chunks.extend(structure::of_operation(operation, waiting.as_deref()));
    chunks.extend(operation.pagination.as_ref().map(|pagination| paginator::paginator(operation, pagination)));
    let pages = operation.pagination.as_ref().map(|pagination| paginator::module(operation, pagination));
    let builders = builders(operation);
    chunks.push(Chunk::Items(quote! { #pages #builders }));
    File { path: module_file("operation", &operation.method), chunks }
}

/// The module's documentation: what the operation does, its request line, its errors, its examples.
fn module_docs(service: &Service, operation: &Operation) -> Markdown {
    let mut text = operation.docs.clone().or(|| summary(operation));
    let line = format!("{} {}", operation.http_method, operation.uri);
    let request = markdown!("Request: {}. {}", Markdown::code(&line), effect_docs(operation.effect));
    text.push_paragraph(&request.wrapped(""));
    if !operation.errors.is_empty() {
        text.push_paragraph(&markdown!("# Errors\n"));
    }
    for (error, sentence) in &operation.errors {
        let link = Markdown::link(error, &["crate", "types", "error", error]);
        text.push_line(&markdown!("- {}", markdown!("{}: {}", link, sentence).wrapped("  ")));
    }
    if !operation.examples.is_empty() {
        text.push_paragraph(&markdown!("# Examples"));
    }
    for found in &operation.examples {
        text.push_paragraph(&example::example(&library_name(&service.package), operation, found));
    }
    text
}

fn effect_docs(effect: Effect) -> &'static str {
    match effect {
        Effect::ReadOnly => "It changes nothing and is retried after any transient failure.",
        Effect::Idempotent => "It is idempotent and is retried after any transient failure.",
        Effect::Token => "It carries an idempotency token, so that a retry has no second effect.",
        Effect::Plain => "It is retried only when the request can't have taken effect.",
    }
}

/// What is fixed about the operation.
fn declaration(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (input, output) = (ident(&operation.input.name), ident(&operation.output.name));
    let (unit, error) = (ident(name), error_name(operation));
    let (method, uri) = (&operation.http_method, &operation.uri);
    let target =
        operation.target.as_ref().map(|target| quote! { const TARGET: $Option<&'static str> = $Some(#target); });
    let auth = (!is_signed(&operation.auth)).then(|| auth(&operation.auth));
    let discover = operation
        .discovered
        .then(|| quote! { const DISCOVER: $Option<$sdk_runtime::client::Discover> = $Some(crate::client::discover); });
    let transfer = transfer(operation.transfer);
    let request_stream = operation.input.stream().map(|member| {
        let field = ident(&member.field);
        quote! {
            const REQUEST_STREAM: $sdk_runtime::client::StreamIn<Self> = $Some(|input| &mut input.#field);
        }
    });
    let response_stream = operation.output.stream().map(|member| {
        let field = ident(&member.field);
        quote! {
            const RESPONSE_STREAM: $sdk_runtime::client::StreamIn<Self::Output> =
                $Some(|output| &mut output.#field);
        }
    });
    let bodies = bodies(&operation.bodies);
    let host_prefix = operation.host_prefix.as_ref().map(host_prefix);
    let endpoint_params = super::endpoint::params(&operation.endpoint_params);
    let endpoint = operation.endpoint.as_ref().map(|name| endpoint(name));
    let effect = ident(match operation.effect {
        Effect::ReadOnly => "ReadOnly",
        Effect::Idempotent => "Idempotent",
        Effect::Token => "Token",
        Effect::Plain => "Plain",
    });
    quote! {
        $sdk_runtime::operation_name!(#unit);

        impl $sdk_runtime::client::Operation for #input {
            type Output = #output;
            type Error = #error;
            #target
            #auth
            #discover
            #transfer
            #request_stream
            #response_stream
            #bodies
            const METADATA: &'static $sdk_runtime::declare::Metadata = &$sdk_runtime::declare::Metadata {
                service: &$crate::client::SERVICE,
                name: #name,
                method: #method,
                uri: #uri,
                effect: $sdk_runtime::declare::Effect::#effect,
            };
            #host_prefix
            #endpoint_params
            #endpoint
        }
    }
}

/// What the operation's bodies are, where they aren't JSON.
fn bodies(bodies: &Bodies) -> TokenStream {
    match bodies {
        Bodies::Json => TokenStream::new(),
        Bodies::Rpc(format, has_input) => {
            let input = has_input.then(|| quote! { input });
            match format {
                Format::Cbor => quote! { $sdk_runtime::rpc_v2_cbor!(#input); },
                Format::Json => quote! { $sdk_runtime::rpc_v2_json!(#input); },
            }
        }
        Bodies::Form(Dialect::Query, action) => quote! { $sdk_runtime::aws_query!(#action); },
        Bodies::Form(Dialect::Ec2, action) => quote! { $sdk_runtime::ec2_query!(#action); },
        Bodies::Xml { root, unwrapped } => {
            let root = root.as_ref().map(root_element);
            let unwrapped = unwrapped.then(|| quote! { ; unwrapped });
            quote! { $sdk_runtime::rest_xml!(#root #unwrapped); }
        }
    }
}

/// The element of a request's body, and the namespace that it declares.
fn root_element(Root { name, namespace }: &Root) -> TokenStream {
    let namespace = namespace.as_ref().map(|(prefix, uri)| {
        let prefix = (!prefix.is_empty()).then(|| quote! { as #prefix });
        quote! { in #uri #prefix }
    });
    quote! { #name #namespace }
}

/// Whether requests are signed and nothing else will do, as for most operations.
fn is_signed(auth: &Auth) -> bool {
    auth.schemes == [Scheme::SigV4] && !auth.optional
}

/// How the operation's requests say who calls.
fn auth(auth: &Auth) -> TokenStream {
    let value = match usual(auth) {
        Some(name) => {
            let name = ident(name);
            quote! { $sdk_runtime::declare::Auth::#name }
        }
        None => {
            let schemes = auth.schemes.iter().map(|scheme| match scheme {
                Scheme::SigV4 => quote! { $sdk_runtime::declare::Scheme::SigV4 },
                Scheme::Bearer => quote! { $sdk_runtime::declare::Scheme::Bearer },
            });
            let optional = auth.optional;
            quote! { $sdk_runtime::declare::Auth { schemes: &[#(#schemes),*], optional: #optional } }
        }
    };
    quote! { const AUTH: $sdk_runtime::declare::Auth = #value; }
}

/// The runtime's constant for it, if there is one.
fn usual(auth: &Auth) -> Option<&'static str> {
    match (auth.schemes.as_slice(), auth.optional) {
        ([Scheme::SigV4], false) => Some("SIGV4"),
        ([Scheme::SigV4], true) => Some("OPTIONAL"),
        ([Scheme::Bearer], false) => Some("BEARER"),
        ([], _) => Some("NONE"),
        _ => None,
    }
}

/// How the operation's bodies travel, where that isn't as usual.
fn transfer(transfer: Transfer) -> TokenStream {
    if transfer == Transfer::default() {
        return TokenStream::new();
    }
    let checksum = transfer.checksum.map(|checksum| {
        let checksum = ident(match checksum {
            Checksum::ContentMd5 => "ContentMd5",
            Checksum::TreeHash => "TreeHash",
        });
        quote! { checksum: $Some($sdk_runtime::declare::Checksum::#checksum), }
    });
    let requires_length = transfer.requires_length.then(|| quote! { requires_length: true, });
    let gzip = transfer.gzip.then(|| quote! { gzip: $Some($sdk_runtime::compression::gzip), });
    let unsigned_payload = transfer.unsigned_payload.then(|| quote! { unsigned_payload: true, });
    let ty = quote! { $sdk_runtime::declare::Transfer };
    quote! { const TRANSFER: #ty = #ty { #checksum #requires_length #unsigned_payload #gzip ..#ty::PLAIN }; }
}

/// What the operation puts before the endpoint's host.
fn host_prefix(prefix: &HostPrefix) -> TokenStream {
    let pattern = &prefix.pattern;
    let labels = prefix.labels.iter().map(|(label, name)| {
        let field = ident(name);
        quote! { .label(#label, #name, self.#field.as_deref()) }
    });
    quote! {
        fn host_prefix(&self) -> $Option<$sdk_runtime::declare::HostPrefix> {
            $Some($sdk_runtime::declare::HostPrefix::new(#pattern) #(#labels)*)
        }
    }
}

/// The endpoint that a field of the input names.
fn endpoint(name: &str) -> TokenStream {
    let field = ident(name);
    quote! {
        fn endpoint(&self) -> $Option<$sdk_runtime::endpoint::EndpointMember> {
            $sdk_runtime::endpoint::EndpointMember::new(#name, self.#field.as_deref())
        }
    }
}

/// The module `builders`, under which users of the AWS SDK for Rust know these types.
fn builders(operation: &Operation) -> TokenStream {
    let fluent = fluent_name(operation);
    let input = ident(&format!("{}Builder", operation.input.name));
    let output = ident(&format!("{}Builder", operation.output.name));
    let docs = docs(&markdown!("Builders of what {} takes and returns.", Markdown::code(&operation.name)));
    quote! {
        #docs
        pub mod builders {
            pub use super::{#fluent, #input, #output};
        }
    }
}
