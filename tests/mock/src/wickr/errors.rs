//! Wickr's errors: name, status and body of each.

use crate::answer::{Fault, Problem};
use http::StatusCode;
use serde_json::json;

/// Words a problem as the service does. What its model has no error for is named as AWS's gateways name it.
pub(super) fn fault(problem: Problem) -> Fault {
    let (status, code, message) = match problem {
        Problem::Unauthorized(message) => (StatusCode::UNAUTHORIZED, "UnauthorizedError", message.to_owned()),
        Problem::Malformed(message) => (StatusCode::BAD_REQUEST, "BadRequestError", message),
        Problem::NotFound(message) => (StatusCode::NOT_FOUND, "ResourceNotFoundError", message.to_owned()),
        Problem::UnknownOperation(message) => (StatusCode::NOT_FOUND, "UnknownOperationException", message),
        Problem::TooLarge => {
            (StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLargeException", "The body is too large".to_owned())
        }
        Problem::Invalid(reasons) => {
            let reasons = reasons.iter().map(|reason| json!({ "field": reason.field, "reason": reason.reason }));
            let body = json!({ "message": "Invalid request", "reasons": reasons.collect::<Vec<_>>() });
            return Fault { status: StatusCode::UNPROCESSABLE_ENTITY, code: "ValidationError", body };
        }
    };
    Fault { status, code, body: json!({ "message": message }) }
}
