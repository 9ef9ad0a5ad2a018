//! From Smithy to Rust-shaped data: resolves targets, binds members to HTTP, decides optionality, names.
//!
//! In: an [`ast::Model`](crate::ast::Model). Out: an [`ir::Service`], or everything that is wrong.
//!
//! | room, in order | yields |
//! |---|---|
//! | [`facts`] | what is known of the model as a whole: the service and its protocol, the operations that are wanted, the errors, what each shape is to them, which members need a box |
//! | [`check`] | nothing: it reports traits that aren't supported, and names that would be the same |
//! | [`endpoint`] | the endpoint rules, and who gives their parameters values |
//! | [`operation`] | how requests say who calls; the operations: HTTP, input and output, pages, waiters, examples |
//! | [`shape`] | structures, enums, errors and unions, with their members |
//! | [`service`] | what the service is called, and the headers that all of its requests have |
//!
//! Facts are computed once and never change. All that comes after is a function of them, and of what it says that it
//! needs besides, and makes something whole: nothing is changed once it is made. What concerns a single member (its place
//! in HTTP, its type, whether it is optional) is no fact but such a function, which [`path`]s and pages ask as well as the
//! structure that has the member.
//!
//! What is wrong goes to [`Problems`], the last argument of every function that can find something. It is an argument so
//! that `?` can leave a function where there is nothing to make any more, and what was noted before stays; and so that who
//! asks about a member once more can leave its problems to where the structure is lowered. Users see problems in the order
//! of the model's text, whoever found them first.

mod check;
mod documentation;
mod endpoint;
mod facts;
mod operation;
mod path;
mod problems;
mod service;
mod shape;

pub use facts::matches;

use crate::Options;
use crate::ast::Model;
use crate::diagnostic::Diagnostic;
use crate::ir;
use facts::Facts;
use operation::{auth, discovery};
use problems::Problems;

/// Lowers a model to a service, as far as the options ask for it.
///
/// # Errors
/// Everything in the model that is wrong, or that the generator does not support.
pub(crate) fn lower(model: &Model, options: &Options) -> Result<ir::Service, Vec<Diagnostic>> {
    lower_if(model, options, false)
}

/// As [`lower`], but a service of whose operations all were left out is one without operations.
///
/// # Errors
/// As for [`lower`].
pub(crate) fn lower_what_is_left(model: &Model, options: &Options) -> Result<ir::Service, Vec<Diagnostic>> {
    lower_if(model, options, true)
}

fn lower_if(model: &Model, options: &Options, may_be_empty: bool) -> Result<ir::Service, Vec<Diagnostic>> {
    let mut problems = Problems::default();
    let facts = Facts::of(model, options, may_be_empty, &mut problems);
    let service = facts.and_then(|facts| lowered(&facts, &mut problems));
    problems.result(service)
}

/// The rooms, in order.
fn lowered(facts: &Facts, problems: &mut Problems) -> Option<ir::Service> {
    check::closure(facts, problems);
    let rules = endpoint::rules(facts, problems);
    let signing_name = auth::signing_name(facts.service, problems);
    let asking = discovery::asking(facts);
    let known_rules = rules.as_ref().map(|(rules, _)| rules);
    let operations = operation::operations(facts, known_rules, asking.as_ref(), problems);
    let structures = shape::structures(facts, problems);
    let enums = shape::enums(facts, problems);
    let errors = shape::errors(facts, problems);
    let unions = shape::unions(facts, problems);
    let docs = documentation::of("service", facts.service, &facts.glossary, problems);
    let (sdk_id, title) = service::names(facts.service, problems);
    let (rules, endpoint_tests) = rules?;
    let client_params = endpoint::client_params(facts, &rules, problems);
    Some(ir::Service {
        package: facts.options.package.clone(),
        guides: facts.options.guides.clone(),
        sdk_id,
        title,
        api_version: facts.service.version.clone().unwrap_or_default(),
        signing_name: signing_name?,
        is_plain: facts.service.traits.is_plain(),
        lacks_endpoint: !endpoint::has_rules(facts.service),
        docs,
        content_type: facts.protocol.content_type,
        discovery: asking.and_then(|asking| asking.discovery(&operations)),
        events_take_http2: service::events_take_http2(facts, problems),
        headers: service::headers(facts, problems),
        endpoint: endpoint::bound(rules, &client_params, &operations),
        operations,
        skipped: facts.skipped.clone(),
        undocumented: problems.take_undocumented(),
        structures,
        unions,
        enums,
        errors,
        retryable: shape::retryable(facts),
        endpoint_tests,
        client_params,
    })
}
