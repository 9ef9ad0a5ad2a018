//! `test_util.rs`: what a program's tests need of the crate.

use super::example::Code;
use super::{file, shown};
use crate::docs::{Example, Markdown};
use crate::ir::{ApiKey, Member, Operation, Place, Scheme, Service};
use crate::markdown;
use crate::names::{ident, library_name};
use crate::render::File;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// `test_util.rs`, which is there with the feature of that name.
pub(super) fn test_util(service: &Service) -> File {
    let mut names: BTreeSet<String> = left_out(service).into_iter().map(str::to_owned).collect();
    names.extend(service.operations.iter().filter_map(path_left_out));
    names.extend(headers_left_out(service));
    names.extend(keys(service));
    // A crate with settings of its own makes them of the kit's.
    let settings = |of_kit: TokenStream| match service.is_plain {
        true => quote! { $crate::config::Builder::from(#of_kit) },
        false => of_kit,
    };
    let (of_rules, of_exchanges) =
        (settings(quote! { rules.into().config() }), settings(quote! { exchanges.config() }));
    let items = quote! {
        pub use $sdk_runtime::test_util::*;
        pub use $sdk_runtime::{mock, mock_client};

        /// Members whose values recordings don't have, by their names in messages: those that are sensitive, and
        /// idempotency tokens, which differ from run to run. Those in a path stand in it.
        pub const LEFT_OUT: &[&str] = &[#(#names),*];

        /// Makes a client that rules answer: `[rule, …]`, or a [`Stub`] of which something is asked later.
        pub fn client(rules: impl $Into<Stub>) -> crate::Client {
            crate::Client::from_conf(#of_rules.build())
        }

        /// Makes a client that recorded exchanges answer.
        pub fn replaying(exchanges: &Replay) -> crate::Client {
            crate::Client::from_conf(#of_exchanges.build())
        }

        /// Sends with `client` and keeps what was asked and answered, without the values of [`LEFT_OUT`]; for the
        /// `http_client` of a config.
        pub fn recorder(client: impl $crate::config::HttpClient + 'static) -> Recorder {
            Recorder::new(client).leave_out(LEFT_OUT)
        }
    };
    file("src/test_util.rs", documentation(service), items)
}

/// What rules and recordings are for, with an example of each.
fn documentation(service: &Service) -> Markdown {
    let mut docs = markdown!("Testing programs without the service: rules and recordings that answer for it.");
    let library = library_name(&service.package);
    // One that a rule can answer with nothing but what the model tells.
    let answered = |operation: &Operation| operation.output.stream().is_none() && !operation.output.has_required();
    if let Some((operation, call)) = shown::of(service, &library, answered) {
        docs.push_paragraph(&markdown!("# Rules"));
        docs.push_paragraph(&Markdown::example(&rules(operation, &call, &library)));
        docs.push_paragraph(&markdown!(
            "A rule may as well answer with an error (`then_error`), with any HTTP answer or with none, and `sequence()` gives it\n\
             several answers. All but the transport is real: inputs are checked, requests signed, failures repeated, answers\n\
             parsed. Waits take no time. A call that no rule is for fails, and says which rules there are."
        ));
    }
    docs.push_paragraph(&markdown!("# Recordings"));
    docs.push_paragraph(&Markdown::example(&recordings(&library)));
    docs.push_paragraph(&markdown!(
        "The file has no signatures, no credentials, and nothing of what [`LEFT_OUT`] names."
    ));
    docs
}

/// A test by a rule that gives an output.
fn rules(operation: &Operation, call: &TokenStream, library: &str) -> Example {
    let method = ident(&operation.method);
    let (input, output) = (&operation.input.name, &operation.output.name);
    let Code { imports, statements } = Code::of(quote! { let output = #call.send().await?; });
    let code = format!(
        r"use {library}::Client;
use {library}::operation::{method}::{{{input}, {output}}};
use {library}::test_util::{{Stub, client, mock}};
{imports}
let rule = mock!(Client::{method}).then_output(|| {output}::builder().build());
let stub = Stub::new([rule]);
let client = client(&stub);

// In place of what is tested:
{statements}

assert_eq!(stub.calls::<{input}>().len(), 1);
stub.verify();"
    );
    let before = format!("# async fn example() -> Result<(), {library}::Error> {{");
    shown::fallible(&before, &code)
}

/// One run that records and one that plays it back.
fn recordings(library: &str) -> Example {
    let code = format!(
        r#"use {library}::config::http::DefaultClient;
use {library}::test_util::{{Replay, recorder, replaying}};
use {library}::{{Client, Config}};

// Once, with the service:
let recorder = recorder(DefaultClient::new());
let client = Client::from_conf(config.to_builder().http_client(recorder.clone()).build());
// … what is tested, and then:
recorder.save("tests/recorded.json")?;

// In each test:
let client = replaying(&Replay::from_file("tests/recorded.json")?);"#
    );
    let before = format!("# fn example(config: {library}::Config) -> Result<(), Box<dyn std::error::Error>> {{");
    shown::fallible(&before, &code)
}

/// The names in messages of what recordings leave out.
fn left_out(service: &Service) -> BTreeSet<&str> {
    let of_operations = service.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
    let structures = of_operations.chain(&service.structures).chain(&service.errors);
    let members = structures.flat_map(|structure| &structure.members).filter(|found| found.sensitive || found.token);
    let variants = service.unions.iter().flat_map(|union| &union.variants).filter(|variant| variant.sensitive);
    members.flat_map(|member| [member.wire.as_str(), key(member)]).chain(variants.map(|v| v.wire.as_str())).collect()
}

/// An operation's path, if a part of it is sensitive or all of its query is: that part in braces, `*` for other labels.
fn path_left_out(operation: &Operation) -> Option<String> {
    let members = || operation.input.members.iter().filter(|member| member.sensitive);
    let is_sensitive = |label: &str| {
        let is_it = |place: &Place| matches!(place, Place::Label(name) | Place::Verbatim(name) if name == label);
        members().any(|member| is_it(&member.place))
    };
    let of_query = members().any(|member| member.place == Place::QueryMap);
    let path = operation.uri.split('?').next().unwrap_or_default();
    let mut found = of_query;
    let part = |part: &str| match part.strip_prefix('{').and_then(|label| label.strip_suffix('}')) {
        Some(label) if is_sensitive(label.trim_end_matches('+')) => {
            found = true;
            part.to_owned()
        }
        Some(label) if label.ends_with('+') => "**".to_owned(),
        Some(_) => "*".to_owned(),
        None => part.to_owned(),
    };
    let pattern = path.split('/').map(part).collect::<Vec<_>>().join("/");
    found.then(|| if of_query { format!("{pattern}?*") } else { pattern })
}

/// The headers and query parameters that hold API keys.
fn keys(service: &Service) -> impl Iterator<Item = String> {
    service.operations.iter().flat_map(|operation| &operation.auth.schemes).filter_map(|scheme| match scheme {
        Scheme::ApiKey(ApiKey::Header(name, _) | ApiKey::Query(name)) => Some(name.clone()),
        _ => None,
    })
}

/// Prefixes of headers whose values are sensitive.
fn headers_left_out(service: &Service) -> impl Iterator<Item = String> {
    let of_operations = service.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
    let members = of_operations.chain(&service.errors).flat_map(|structure| &structure.members);
    members.filter(|member| member.sensitive).filter_map(|member| match &member.place {
        Place::PrefixHeaders(prefix) if !prefix.is_empty() => Some(format!("{prefix}*")),
        _ => None,
    })
}

/// A member's name where it stands.
fn key(member: &Member) -> &str {
    match &member.place {
        Place::Query(name) | Place::Header(name) => name,
        _ => &member.wire,
    }
}
