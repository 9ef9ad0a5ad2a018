//! A stream as serde has it: a list of events, each an object with the one member that it is, and of errors in the same form.

use super::Events;
use crate::error::{ErrorMetadata, ServiceError};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Reads a list; `None` if there is none.
pub(super) fn listed<'de, T, E, D>(from: D) -> Result<Option<Vec<Result<T, E>>>, D::Error>
where
    T: Events<Error = E> + DeserializeOwned,
    E: ServiceError,
    D: Deserializer<'de>,
{
    let Some(items) = Option::<Vec<Value>>::deserialize(from)? else { return Ok(None) };
    let read = |item: Value| match failure::<T>(&item) {
        Some(error) => Ok(Err(error)),
        None => T::deserialize(item).map(Ok).map_err(D::Error::custom),
    };
    items.into_iter().map(read).collect::<Result<_, _>>().map(Some)
}

/// The error that an item is, if the union has it.
fn failure<T: Events>(item: &Value) -> Option<T::Error> {
    let (name, members) = item.as_object().filter(|item| item.len() == 1)?.iter().next()?;
    let (_, code) = T::ERRORS.iter().find(|(known, _)| known == name)?;
    let mut meta = ErrorMetadata::builder().code(*code);
    if let Some(message) = members.get("message").and_then(Value::as_str) {
        meta = meta.message(message);
    }
    let response = HttpResponse::new(http::StatusCode::BAD_REQUEST.into(), members.to_string().into());
    Some(T::Error::from_response(meta.build(), &response))
}
