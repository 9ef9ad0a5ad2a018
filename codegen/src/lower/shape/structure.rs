//! Structures and their members.

use super::{default, layout, nullable, place, rest, value};
use crate::ast::{Member as AstMember, Shape};
use crate::docs::Markdown;
use crate::ir::{Codec, Member, Place, Role, Structure, Type};
use crate::lower::facts::{Facts, NamedError};
use crate::lower::problems::Problems;
use crate::lower::{check, documentation};
use crate::names::MESSAGE;
use crate::traits::OWN_ACCOUNT;
use crate::{markdown, names};
use std::collections::BTreeSet;

/// The structures in the closure that members target, by name.
pub(crate) fn structures(facts: &Facts, problems: &mut Problems) -> Vec<Structure> {
    let mut structures = Vec::new();
    for (shape, role) in facts.closure().filter(|(shape, _)| shape.kind == "structure") {
        let mut structure = structure(facts, shape, names::type_name(shape.id.name()), role, problems);
        if structure.docs.is_empty() {
            structure.docs = markdown!("The structure {}.", Markdown::code(&structure.name));
        }
        structures.push(structure);
    }
    structures.sort_by(|a, b| a.name.cmp(&b.name));
    structures
}

/// The errors of the operations and of the service, by name.
pub(crate) fn errors(facts: &Facts, problems: &mut Problems) -> Vec<Structure> {
    let mut errors = Vec::new();
    let mut codes: BTreeSet<String> = facts.errors().map(|error| error.shape.id.name().to_owned()).collect();
    for NamedError { shape, name, docs, .. } in facts.errors() {
        // Of two errors with one code, the first is meant.
        let query_code = query_code(facts, shape, problems).filter(|code| codes.insert(code.clone()));
        let status = problems.read(shape.id.as_str(), shape.traits.error_status()).flatten();
        let query_status = problems.read(shape.id.as_str(), shape.traits.query_status()).flatten();
        let status = query_status.filter(|_| facts.speaks_query()).or(status);
        let error = with_message(structure(facts, shape, name.clone(), Role::Error, problems));
        errors.push(Structure { docs: docs.clone(), query_code, status, ..error });
    }
    errors
}

/// Gives an error whose model has no member for the message one: services send it nonetheless, and the AWS SDK for Rust has it
/// everywhere. A member of another name that goes by this one keeps it, and so does a payload the body.
fn with_message(mut error: Structure) -> Structure {
    let has_place = |member: &Member| {
        member.field != MESSAGE && member.wire != MESSAGE && !matches!(member.place, Place::Payload | Place::Rest)
    };
    if error.members.iter().all(has_place) {
        error.members.push(Member {
            field: MESSAGE.to_owned(),
            docs: markdown!("What went wrong, in the service's words."),
            wire: MESSAGE.to_owned(),
            key: None,
            place: Place::Body,
            ty: Type::Text,
            always: false,
            default: None,
            service_default: None,
            required: false,
            token: false,
            own_account: false,
            sensitive: false,
            codec: Codec::Plain,
            deprecated: None,
        });
    }
    error
}

/// Error codes whose shapes are marked `retryable`, and whether they mean throttling.
pub(crate) fn retryable(facts: &Facts) -> Vec<(String, bool)> {
    let marked = |error: &NamedError| Some((facts.error_code(error.shape), error.shape.traits.retryable()?));
    facts.errors().filter_map(marked).collect()
}

/// The code of an error of a service that answers with those of awsQuery.
fn query_code(facts: &Facts, shape: &Shape, problems: &mut Problems) -> Option<String> {
    let code = problems.read(shape.id.as_str(), shape.traits.query_code()).flatten();
    code.filter(|_| facts.is_query_compatible() || facts.speaks_query())
}

/// A structure called `name` in Rust.
pub(crate) fn structure<'m>(
    facts: &Facts<'m>,
    shape: &'m Shape,
    name: String,
    role: Role,
    problems: &mut Problems,
) -> Structure {
    let members = shape.members.iter().filter_map(|found| member(facts, shape, found, role, problems)).collect();
    let structure = Structure {
        name,
        code: shape.id.name().to_owned(),
        query_code: None,
        status: None,
        role,
        members: rest::told(shape, give_way(members), problems),
        docs: documentation::of_structure(shape, role, &facts.glossary, problems),
        deprecated: shape.traits.deprecated(),
    };
    check::fields(shape, problems);
    check::event(shape, &structure, problems);
    check::wire_names(facts, shape, &structure, problems);
    structure
}

/// Gives members beyond the body another name in serde where one in the body is called so on the wire: an API Gateway
/// integration has a method of its own in the body, and the method that it belongs to in the path, and both are
/// `httpMethod`.
fn give_way(members: Vec<Member>) -> Vec<Member> {
    let in_body = members.iter().filter(|member| matches!(member.place, Place::Body | Place::Attribute));
    let taken: BTreeSet<String> = in_body.map(|member| member.wire.clone()).collect();
    let renamed = members.into_iter().map(|member| {
        let place = match &member.place {
            Place::Label(_) | Place::Verbatim(_) | Place::Endpoint => "Label",
            Place::Query(_) | Place::QueryMap => "Query",
            Place::Header(_) | Place::PrefixHeaders(_) => "Header",
            Place::Payload | Place::Stream | Place::Events => "Payload",
            Place::Status => "Status",
            // A header of a message is none of HTTP's; an event has it beside its body.
            Place::EventHeader | Place::EventPayload => "Event",
            Place::Body | Place::Attribute | Place::Rest => return member,
        };
        match taken.contains(&member.wire) {
            true => Member { wire: member.wire + place, ..member },
            false => member,
        }
    });
    renamed.collect()
}

/// A member that a path leads to. What is wrong with it is reported where its structure is lowered.
pub(crate) fn member_called<'m>(
    facts: &Facts<'m>,
    shape: &'m Shape,
    name: &str,
    role: Role,
) -> Option<(&'m AstMember, Option<Member>)> {
    let found = shape.member(name)?;
    Some((found, member(facts, shape, found, role, &mut Problems::default())))
}

fn member<'m>(
    facts: &Facts<'m>,
    shape: &'m Shape,
    member: &'m AstMember,
    role: Role,
    problems: &mut Problems,
) -> Option<Member> {
    let name = &format!("{}${}", shape.id, member.name);
    let traits = &member.traits;
    let docs = documentation::of_member(facts, name, member, problems)?;
    let place = place::place(facts, &shape.id, member, role, problems)?;
    let mut lowered = value::value(facts, &shape.id, member, &place, problems)?;
    if let (Type::Receiver(union), Role::Input) = (&lowered.ty, role) {
        lowered.ty = Type::Sender(union.clone());
    }
    place::check(facts, name, member, &place, &lowered, problems);
    let token = role == Role::Input && traits.has("idempotencyToken");
    if token && lowered.ty != Type::Text {
        value::unsupported(name, member, "is an idempotency token and not a string", problems);
    }
    let default = default::default(name, member, role, &lowered, problems);
    let service_default = default::of_service(member, role, &lowered);
    let says_null = nullable::says_null(facts, name, member, &place, default.as_ref(), problems);
    let lowered = if says_null { nullable::or_null(lowered) } else { lowered };
    // What is `null` isn't absent, and of what else there is there may be nothing.
    let may_lack = says_null || place == Place::Rest;
    let wire = wire_name(facts, name, member, &place, problems)?;
    let is_asked = !matches!(role, Role::Output | Role::Error);
    let key = if is_asked { layout::key(facts, name, member, &wire, problems)? } else { None };
    Some(Member {
        field: names::field_name(&member.name),
        docs,
        wire,
        key,
        always: !may_lack && is_always_there(facts, member, role, &lowered.ty, default.is_some()),
        default,
        service_default,
        // Without a stream of events there is no call.
        required: match place {
            Place::Stream | Place::Rest => false,
            Place::Events => role == Role::Input,
            _ => traits.has("required"),
        },
        token,
        own_account: traits.has(OWN_ACCOUNT),
        sensitive: lowered.sensitive,
        codec: lowered.codec,
        ty: lowered.ty,
        place,
        deprecated: traits.deprecated(),
    })
}

/// Its name in serde and in the body.
fn wire_name(facts: &Facts, name: &str, member: &AstMember, place: &Place, problems: &mut Problems) -> Option<String> {
    Some(match problems.read(name, member.traits.text("jsonName"))? {
        Some(json) if *place == Place::Body && facts.protocol.honours_json_name => json,
        _ if matches!(place, Place::Body | Place::Attribute) => layout::name(facts, name, member, problems)?,
        _ => member.name.clone(),
    })
}

/// Whether the field is the value itself, not an `Option` of it. Inputs take everything as optional, so that what is
/// missing is reported together; a nested structure has no zero value to repair a response with (both as in the AWS SDK
/// for Rust).
fn is_always_there(facts: &Facts, member: &AstMember, role: Role, ty: &Type, has_default: bool) -> bool {
    let required = || member.traits.has("required") && !facts.targets.is_aggregate(&member.target);
    matches!(ty, Type::Stream | Type::Receiver(_) | Type::Sender(_))
        || role != Role::Input && (has_default || required())
}
