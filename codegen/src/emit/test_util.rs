//! `test_util.rs`: what a program's tests need of the crate.

use super::file;
use crate::ir::{Member, Place, Service};
use crate::render::File;
use quote::quote;
use std::collections::BTreeSet;

/// `test_util.rs`, which is there with the feature of that name.
pub(super) fn test_util(service: &Service) -> File {
    let names = left_out(service);
    let items = quote! {
        pub use sdk_runtime::test_util::*;
        pub use sdk_runtime::{mock, mock_client};

        use crate::config::HttpClient;

        /// Members whose values recordings don't have, by their names in messages: those that are sensitive, and
        /// idempotency tokens, which differ from run to run.
        pub const LEFT_OUT: &[&str] = &[#(#names),*];

        /// Makes a client that rules answer: `[rule, …]`, or a [`Stub`] of which something is asked later.
        pub fn client(rules: impl Into<Stub>) -> crate::Client {
            crate::Client::from_conf(rules.into().config().build())
        }

        /// Makes a client that recorded exchanges answer.
        pub fn replaying(exchanges: &Replay) -> crate::Client {
            crate::Client::from_conf(exchanges.config().build())
        }

        /// Sends with `client` and keeps what was asked and answered, without the values of [`LEFT_OUT`]; for the
        /// `http_client` of a config.
        pub fn recorder(client: impl HttpClient + 'static) -> Recorder {
            Recorder::new(client).leave_out(LEFT_OUT)
        }
    };
    file("src/test_util.rs", "Testing programs without the service: rules and recordings that answer for it.", items)
}

/// The names in messages of what recordings leave out.
fn left_out(service: &Service) -> BTreeSet<&str> {
    let of_operations = service.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
    let structures = of_operations.chain(&service.structures).chain(&service.errors);
    let members = structures.flat_map(|structure| &structure.members).filter(|found| found.sensitive || found.token);
    let variants = service.unions.iter().flat_map(|union| &union.variants).filter(|variant| variant.sensitive);
    members.flat_map(|member| [member.wire.as_str(), key(member)]).chain(variants.map(|v| v.wire.as_str())).collect()
}

/// A member's name where it stands.
fn key(member: &Member) -> &str {
    match &member.place {
        Place::Query(name) | Place::Header(name) => name,
        _ => &member.wire,
    }
}
