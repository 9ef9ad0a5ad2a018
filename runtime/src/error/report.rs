//! Errors as one line of text.

use super::ConnectorError;
use super::context::Facts;
use super::transport::TransportError;
#[cfg(feature = "cbor")]
use crate::codec::cbor;
#[cfg(feature = "xml")]
use crate::codec::xml::{Kind, XmlError};
use crate::text::{LONG, SHORT, WHOLE, line};
use serde_json::error::Category;
use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// Writes an error and its causes, each once: a cause that the text before it already quotes is left out.
pub(crate) fn write_chain(f: &mut Formatter<'_>, error: &(dyn Error + 'static)) -> fmt::Result {
    let mut text = error.to_string();
    line(&text, WHOLE).fmt(f)?;
    let mut cause = error.source();
    while let Some(error) = cause {
        let next = error.to_string();
        if !next.is_empty() && !text.contains(&next) {
            write!(f, ": {}", line(&next, LONG))?;
            text = next;
        }
        cause = error.source();
    }
    Ok(())
}

/// Writes why no answer came: what was being done, then the root cause.
pub(crate) fn write_dispatch(f: &mut Formatter<'_>, error: &ConnectorError) -> fmt::Result {
    let Some(transport) = error.source().and_then(|source| source.downcast_ref::<TransportError>()) else {
        f.write_str("no answer: ")?;
        return match error.source() {
            Some(source) => write_chain(f, source),
            None => line(&error.to_string(), LONG).fmt(f),
        };
    };
    line(&transport.to_string(), WHOLE).fmt(f)?;
    match root(transport).map(|cause| cause.to_string()) {
        Some(cause) if !transport.is_complete() => write!(f, ": {}", line(&cause, LONG)),
        _ => Ok(()),
    }
}

/// Why no answer came, as one line: what a foreign transport's error says of itself may be anything.
pub(crate) struct NoAnswer<'e>(pub(crate) &'e ConnectorError);

impl Display for NoAnswer<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_dispatch(f, self.0)
    }
}

/// Writes that a response's body could not be read.
pub(crate) fn write_unreadable(f: &mut Formatter<'_>, facts: &Facts, error: &(dyn Error + 'static)) -> fmt::Result {
    match facts.status {
        Some(status) => write!(f, "HTTP {status} with a body that ")?,
        None => f.write_str("response with a body that ")?,
    }
    let mut causes = std::iter::successors(Some(error), |&error| error.source());
    f.write_str(causes.find_map(unfit).unwrap_or("could not be read: "))?;
    write_chain(f, error)?;
    match &facts.request_id {
        Some(id) => write!(f, " (request id {})", line(id, SHORT)),
        None => Ok(()),
    }
}

/// In what way a body doesn't fit, if the error says that.
fn unfit(error: &(dyn Error + 'static)) -> Option<&'static str> {
    #[cfg(feature = "xml")]
    if let Some(error) = error.downcast_ref::<XmlError>() {
        return Some(match error.kind() {
            Kind::Syntax => "is not XML: ",
            Kind::Misfit => UNFIT,
            Kind::Refused => "could not be read: ",
        });
    }
    #[cfg(feature = "cbor")]
    if let Some(error) = error.downcast_ref::<cbor::CborError>() {
        return Some(match error.kind() {
            cbor::Kind::Syntax => "is not CBOR: ",
            cbor::Kind::Misfit => UNFIT,
            cbor::Kind::Refused => "could not be read: ",
        });
    }
    match error.downcast_ref::<serde_json::Error>()?.classify() {
        Category::Syntax | Category::Eof => Some("is not JSON: "),
        Category::Data => Some(UNFIT),
        Category::Io => None,
    }
}

const UNFIT: &str = "does not fit the operation: ";

/// Writes the service's error. One that was made by hand doesn't know the operation, the status and the request id;
/// they are added.
pub(crate) fn write_answer(f: &mut Formatter<'_>, facts: &Facts, error: &impl Display) -> fmt::Result {
    let text = error.to_string();
    let operation = facts.operation.unwrap_or_default();
    if operation.is_empty() || text.strip_prefix(operation).is_some_and(|rest| rest.starts_with(": ")) {
        return line(&text, WHOLE).fmt(f);
    }
    write!(f, "{operation}: {}", line(&text, WHOLE))?;
    match (facts.status, facts.request_id.as_deref().map(|id| line(id, SHORT))) {
        (Some(status), Some(id)) => write!(f, " (HTTP {status}, request id {id})"),
        (Some(status), None) => write!(f, " (HTTP {status})"),
        (None, Some(id)) => write!(f, " (request id {id})"),
        (None, None) => Ok(()),
    }
}

/// The error at the bottom of the chain.
fn root<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    std::iter::successors(error.source(), |&error| error.source()).last()
}
