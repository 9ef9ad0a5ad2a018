//! A problem in the words of the service: which of its errors it is, and what that says.
//!
//! An error is found by what services call it, else by its status; what the model has no error for is named as AWS's
//! gateways name it. Lists of fields and reasons are filled in where an error's structure has one.

use super::answer::{Answer, Said};
use crate::model::{ErrorShape, Events, Kind, Model, Object, Operation};
use crate::request::{Problem, Reason};
use http::header::WWW_AUTHENTICATE;
use http::{HeaderValue, StatusCode};
use serde_json::{Value, json};

/// What a problem is called: by services, as parts of names, the best first; its status; and by AWS's gateways, of which
/// those for services that speak XML have names of their own ([Common
/// errors](https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html)).
struct Called {
    names: &'static [&'static str],
    status: StatusCode,
    gateway: &'static str,
}

/// What gateways call a problem where answers are XML, if it isn't the same without `Exception`.
const IN_XML: &[(&str, &str)] = &[
    ("MissingAuthenticationTokenException", "MissingAuthenticationToken"),
    ("UnrecognizedClientException", "InvalidClientTokenId"),
    ("InvalidSignatureException", "SignatureDoesNotMatch"),
    ("SerializationException", "MalformedInput"),
    ("ValidationException", "ValidationError"),
    ("UnknownOperationException", "InvalidAction"),
    ("ThrottlingException", "Throttling"),
];

fn in_xml(gateway: &'static str) -> &'static str {
    let named = IN_XML.iter().find(|(name, _)| *name == gateway).map(|(_, code)| *code);
    named.unwrap_or_else(|| gateway.strip_suffix("Exception").unwrap_or(gateway))
}

const UNAUTHORIZED: &[&str] = &["Unauthorized"];
const FORBIDDEN: &[&str] = &["Forbidden", "AccessDenied", "NotAuthorized", "PermissionDenied"];
const MALFORMED: &[&str] = &["BadRequest", "InvalidRequest", "Validation", "InvalidParameter"];
const INVALID: &[&str] = &["Validation", "InvalidParameter", "InvalidRequest", "InvalidInput", "BadRequest"];
const NOT_FOUND: &[&str] = &["ResourceNotFound", "NotFound"];
const THROTTLED: &[&str] = &["RateLimit", "Throttl", "TooManyRequests"];
const INTERNAL: &[&str] = &["InternalServer", "InternalService", "InternalFailure", "Internal"];

fn called(problem: &Problem) -> Called {
    let (names, status, gateway) = match problem {
        Problem::Unauthorized(gateway, _) => (UNAUTHORIZED, StatusCode::FORBIDDEN, *gateway),
        Problem::Unproven(..) => (UNAUTHORIZED, StatusCode::UNAUTHORIZED, "UnauthorizedException"),
        Problem::Forbidden(_) => (FORBIDDEN, StatusCode::FORBIDDEN, "AccessDeniedException"),
        Problem::Malformed(_) => (MALFORMED, StatusCode::BAD_REQUEST, "SerializationException"),
        Problem::Invalid(_) => (INVALID, StatusCode::BAD_REQUEST, "ValidationException"),
        Problem::NotFound(_) => (NOT_FOUND, StatusCode::NOT_FOUND, "ResourceNotFoundException"),
        Problem::Internal(_) => (INTERNAL, StatusCode::INTERNAL_SERVER_ERROR, "InternalFailure"),
        Problem::UnknownOperation(_) => (&[][..], StatusCode::NOT_FOUND, "UnknownOperationException"),
        Problem::TooLarge => (&[][..], StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLargeException"),
        Problem::Throttled(_) => (THROTTLED, StatusCode::TOO_MANY_REQUESTS, "ThrottlingException"),
        Problem::Unavailable => {
            (&["ServiceUnavailable"][..], StatusCode::SERVICE_UNAVAILABLE, "ServiceUnavailableException")
        }
    };
    Called { names, status, gateway }
}

/// The answer that says what the problem is.
pub(crate) fn answer(model: &Model, operation: Option<&Operation>, problem: &Problem) -> Answer {
    let called = called(problem);
    let found = find(model, operation, &called);
    let Called { status, gateway, .. } = called;
    let message = message(problem);
    let mut answer = match found {
        Some(error) => {
            let body = body(model, error, problem, &message);
            Answer::error(
                model,
                Said { shape: Some(error), status: error.status, name: &error.name, body },
                problem.why(),
            )
        }
        None => {
            let name = if model.protocol.has_xml() { in_xml(gateway) } else { gateway };
            let body = Object::from_iter([("message".to_owned(), message.into())]);
            Answer::error(model, Said { shape: None, status, name, body }, problem.why())
        }
    };
    if let Problem::Unproven(challenges, _) = problem {
        let values = challenges.iter().filter_map(|challenge| HeaderValue::try_from(challenge).ok());
        answer.headers.extend(values.map(|value| (WWW_AUTHENTICATE, value)));
    }
    answer
}

/// What a problem is within a stream of events: which of the union's errors, by the union's name for it, with its members by names
/// on the wire; and what AWS's gateways call it, and say of it.
pub(super) fn of_stream<'m>(
    model: &'m Model,
    events: &'m Events,
    problem: &Problem,
) -> (Option<(&'m str, Object)>, &'static str, String) {
    let Called { names, gateway, .. } = called(problem);
    let errors: Vec<_> =
        events.errors.iter().filter_map(|(name, index)| Some((name.as_str(), model.errors.get(*index)?))).collect();
    let found = names.iter().find_map(|part| errors.iter().find(|(_, error)| error.name.contains(part)));
    let text = message(problem);
    (found.map(|(name, error)| (*name, body(model, error, problem, &text))), gateway, text)
}

/// The error that is called so; or, of an operation, the only one with a status that says as much.
fn find<'m>(model: &'m Model, operation: Option<&Operation>, called: &Called) -> Option<&'m ErrorShape> {
    let errors: Vec<&ErrorShape> = match operation {
        Some(operation) => operation.errors.iter().filter_map(|&error| model.errors.get(error)).collect(),
        None => model.errors.iter().collect(),
    };
    let named = called.names.iter().find_map(|part| errors.iter().find(|error| error.name.contains(part)).copied());
    let alone = || {
        let says_it = operation.is_some() && TELLING.contains(&called.status);
        let mut of_status = errors.iter().filter(|error| says_it && error.status == called.status);
        of_status.next().filter(|_| of_status.next().is_none()).copied()
    };
    named.or_else(alone)
}

/// Statuses that mean one thing. A 400 or a 409 may be about anything.
const TELLING: [StatusCode; 3] =
    [StatusCode::NOT_FOUND, StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE];

fn message(problem: &Problem) -> String {
    match problem {
        Problem::Invalid(_) => format!("Invalid request: {}", problem.why()),
        Problem::Unauthorized(_, message) => message.clone().into_owned(),
        Problem::Internal(why) => format!("The mock service made a mistake: {why}"),
        Problem::TooLarge => "The body is too large".to_owned(),
        Problem::Unavailable => "The service is unavailable for a moment".to_owned(),
        Problem::Throttled(_) => "Too many requests in a short time".to_owned(),
        _ => problem.why(),
    }
}

fn body(model: &Model, error: &ErrorShape, problem: &Problem, message: &str) -> Object {
    let mut body = Object::new();
    for member in &model.structure(error.shape).members {
        let value = match &model.shape(member.target).kind {
            Kind::Text if member.name.eq_ignore_ascii_case("message") => Some(message.into()),
            Kind::List(item, _) => match problem {
                Problem::Invalid(reasons) => details(model, item.target, reasons),
                _ => None,
            },
            // Required members that the mock knows nothing about: anything that the model accepts.
            _ if member.required => Some(crate::made_up::value(model, member.target, &member.constraints)),
            _ => None,
        };
        if let Some(value) = value {
            body.insert(member.wire.clone(), value);
        }
    }
    // Most errors have no member for it in the model, and carry it all the same.
    if !body.keys().any(|name| name.eq_ignore_ascii_case("message")) {
        body.insert("message".to_owned(), message.into());
    }
    body
}

/// Reasons as structures of two texts, one of which is about the field and one about the reason.
fn details(model: &Model, item: usize, reasons: &[Reason]) -> Option<Value> {
    let members = &model.structure(item).members;
    let named = |parts: &[&str]| {
        let fits = |name: &str| parts.iter().any(|part| name.to_ascii_lowercase().contains(part));
        members.iter().find(|member| fits(&member.name)).map(|member| member.wire.as_str())
    };
    let (field, reason) =
        (named(&["field", "name", "path", "parameter"])?, named(&["reason", "message", "description"])?);
    Some(reasons.iter().map(|found| json!({ field: found.field, reason: found.reason })).collect())
}
