//! An operation's module: what it is called, what it takes and returns, its documentation.

use super::{docs, error, example, paginator, structure, waiter};
use crate::docs::{Markdown, first_sentence};
use crate::ir::{
    ApiKey, Auth, Bodies, Checksum, Dialect, Effect, Format, HostLabel, HostPrefix, HttpChecksum, Operation, Presigned,
    Retries, Root, Scheme, Service, Structure, Transfer,
};
use crate::markdown;
use crate::names::{ident, library_name, module_file};
use crate::render::{Chunk, File};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// `operation.rs`: lists the modules.
pub(super) fn index(service: &Service) -> File {
    // Each says what it is for in its own file.
    let modules = service.operations.iter().map(|found| super::module("operation", &found.method, &quote! { pub }));
    let second_id = service.has_bare_errors().then(|| quote! { pub use $sdk_runtime::RequestIdExt; });
    let pages = service.operations.iter().any(|operation| operation.pagination.is_some());
    let pages = pages.then(|| quote! { pub use $sdk_runtime::paginate::PaginationStream; });
    let items = quote! {
        pub use $sdk_runtime::RequestId;
        pub use $sdk_runtime::client::Operation;
        #pages
        #second_id
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
    let presigned = operation.presigned.map(|how| presigned(operation, how));
    chunks.push(Chunk::Items(quote! { #presigned #pages #builders }));
    File { path: module_file("operation", &operation.method), chunks }
}

/// What callers have to be allowed.
fn permissions(operation: &Operation) -> Option<Markdown> {
    let (own, required) = operation.permissions.split_first()?;
    let mut text = markdown!("Callers need the permission {}", Markdown::code(own));
    for (index, action) in required.iter().enumerate() {
        let and = if index == 0 { ", and with it" } else { "," };
        text = markdown!("{}{} {}", text, and, Markdown::code(action));
    }
    Some(markdown!("{}.", text))
}

/// The module's documentation: what the operation does, its request line, its errors, its examples.
fn module_docs(service: &Service, operation: &Operation) -> Markdown {
    let mut text = operation.docs.clone().or(|| summary(operation));
    let line = format!("{} {}", operation.http_method, operation.uri);
    let request = markdown!("Request: {}. {}", Markdown::code(&line), repeated(operation));
    let request = match operation.retries.long_poll {
        Some(held) => {
            let seconds = u64::from(held.div_ceil(1000));
            markdown!(
                "{} The service may hold it until it has something to tell; calls wait {} s for that.",
                request,
                seconds
            )
        }
        None => request,
    };
    text.push_paragraph(&request.wrapped(""));
    if let Some(permissions) = permissions(operation) {
        text.push_paragraph(&permissions.wrapped(""));
    }
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

/// Whether a failed call is repeated.
fn repeated(operation: &Operation) -> &'static str {
    match operation.input.events() {
        Some(_) => "It sends a stream of events and is never retried.",
        None => effect_docs(operation.effect),
    }
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
    let retries = retries(operation.retries);
    let transfer = transfer(operation.transfer, operation.http_checksum.as_ref());
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
    let has_initial = |end: &Structure| {
        let has_others = operation.initial_messages && end.members.len() > 1;
        has_others.then(|| quote! { , initial })
    };
    let request_events = operation.input.events().map(|member| {
        let (field, initial) = (ident(&member.field), has_initial(&operation.input));
        quote! { $sdk_runtime::request_events!(#field #initial); }
    });
    let response_events = operation.output.events().map(|member| {
        let (field, initial) = (ident(&member.field), has_initial(&operation.output));
        quote! { $sdk_runtime::response_events!(#field #initial); }
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
            #retries
            #transfer
            #request_stream
            #response_stream
            #request_events
            #response_events
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
        Bodies::JsonByStatus { errors, redirects } => {
            let errors = errors.iter().map(|(status, code)| {
                let status = Literal::u16_unsuffixed(*status);
                quote! { #status => #code }
            });
            let redirects = redirects.then(|| quote! { ; redirects });
            quote! { $sdk_runtime::simple_rest_json!(#(#errors),* #redirects); }
        }
        Bodies::Rpc(format, has_input) => {
            let input = has_input.then(|| quote! { input });
            match format {
                Format::Cbor => quote! { $sdk_runtime::rpc_v2_cbor!(#input); },
                Format::Json => quote! { $sdk_runtime::rpc_v2_json!(#input); },
            }
        }
        Bodies::Form(Dialect::Query, action) => quote! { $sdk_runtime::aws_query!(#action); },
        Bodies::Form(Dialect::Ec2, action) => quote! { $sdk_runtime::ec2_query!(#action); },
        Bodies::Xml { root, unwrapped, bare_errors } => {
            let root = root.as_ref().map(root_element);
            let words = [("unwrapped", unwrapped), ("bare_errors", bare_errors)];
            let words: Vec<_> = words.iter().filter(|(_, says)| **says).map(|(word, _)| ident(word)).collect();
            let mark = (!words.is_empty()).then(|| quote! { ; });
            quote! { $sdk_runtime::rest_xml!(#root #mark #(#words)*); }
        }
    }
}

/// That calls can be signed for others to send.
fn presigned(operation: &Operation, how: Presigned) -> TokenStream {
    let (fluent, error) = (fluent_name(operation), error_name(operation));
    let as_get = (how == Presigned::AsGet).then(|| quote! { as get });
    quote! { $sdk_runtime::presigned!(#fluent, #error #as_get); }
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
                Scheme::SigV4a => quote! { $sdk_runtime::declare::Scheme::SigV4a },
                Scheme::Bearer => quote! { $sdk_runtime::declare::Scheme::Bearer },
                Scheme::Basic => quote! { $sdk_runtime::declare::Scheme::Basic },
                Scheme::Digest => quote! { $sdk_runtime::declare::Scheme::Digest },
                Scheme::ApiKey(place) => {
                    let place = api_key(place);
                    quote! { $sdk_runtime::declare::Scheme::ApiKey($sdk_runtime::declare::ApiKey::#place) }
                }
            });
            let optional = auth.optional;
            quote! { $sdk_runtime::declare::Auth { schemes: &[#(#schemes),*], optional: #optional } }
        }
    };
    quote! { const AUTH: $sdk_runtime::declare::Auth = #value; }
}

fn api_key(place: &ApiKey) -> TokenStream {
    match place {
        ApiKey::Header(name, None) => quote! { Header(#name) },
        ApiKey::Header(name, Some(word)) => quote! { Behind(#name, #word) },
        ApiKey::Query(name) => quote! { Query(#name) },
    }
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

/// How the operation's calls are repeated, where that isn't as usual.
fn retries(retries: Retries) -> Option<TokenStream> {
    let Retries { attempts, first_wait, long_poll } = retries;
    let Retries { attempts: usual, first_wait: usually, .. } = Retries::STANDARD;
    let figures = if (attempts, first_wait) == (usual, usually) {
        quote! { STANDARD }
    } else {
        let (attempts, first_wait) = (Literal::u32_unsuffixed(attempts), Literal::u16_unsuffixed(first_wait));
        quote! { new(#attempts, #first_wait) }
    };
    let held = long_poll.map(|held| {
        let held = Literal::u32_unsuffixed(held);
        quote! { .held(#held) }
    });
    let ty = quote! { $sdk_runtime::declare::Retries };
    (retries != Retries::STANDARD).then(|| quote! { const RETRIES: #ty = #ty::#figures #held; })
}

/// How the operation's bodies travel, where that isn't as usual.
fn transfer(transfer: Transfer, http_checksum: Option<&HttpChecksum>) -> TokenStream {
    if transfer == Transfer::default() && http_checksum.is_none() {
        return TokenStream::new();
    }
    let http_checksum = http_checksum.map(|found| {
        let found = self::http_checksum(found);
        quote! { http_checksum: $Some(#found), }
    });
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
    quote! { const TRANSFER: #ty = #ty { #checksum #http_checksum #requires_length #unsigned_payload #gzip ..#ty::PLAIN }; }
}

/// The checksums that the operation's bodies travel with.
fn http_checksum(found: &HttpChecksum) -> TokenStream {
    let ty = quote! { $sdk_runtime::declare::HttpChecksum };
    let required = found.required;
    match (&found.algorithm, &found.answer) {
        (Some(algorithm), None) => quote! { #ty::request(#algorithm, #required) },
        (None, Some((mode, answers))) if !required => quote! { #ty::answer(#mode, &[#(#answers),*]) },
        (algorithm, answer) => {
            let algorithm = algorithm.as_ref().map(|algorithm| quote! { algorithm: $Some(#algorithm), });
            let answer = answer.as_ref().map(|(mode, answers)| {
                quote! { mode: $Some(#mode), answers: &[#(#answers),*], }
            });
            quote! { #ty { required: #required, #algorithm #answer ..#ty::NONE } }
        }
    }
}

/// What the operation puts before the endpoint's host.
fn host_prefix(prefix: &HostPrefix) -> TokenStream {
    let pattern = &prefix.pattern;
    let labels = prefix.labels.iter().map(|HostLabel { name, field, is_enum }| {
        let value = ident(field);
        let text = if *is_enum {
            quote! { as_ref().map(|value| value.as_str()) }
        } else {
            quote! { as_deref() }
        };
        quote! { .label(#name, #field, self.#value.#text) }
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
