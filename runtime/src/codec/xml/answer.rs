//! Where in an answer the members are, and where an error.

use super::element::Element;
use super::found::{read_only, read_structure};
use super::{XmlError, parse};
use crate::codec::{Answered, Built, MemberReader, Members, ResponseParts};
use aws_smithy_runtime_api::box_error::BoxError;

/// What stands around an output's members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// The body's element alone.
    Root,
    /// Within that, an element for the result (awsQuery).
    Result,
    /// Nothing: the body's element is the one member (`aws.customizations#s3UnwrappedXmlOutput`).
    None,
}

/// Reads what an answer holds, in its body and elsewhere. A body that is empty has no members. Where nothing is said of what is
/// around them, the body's element is.
///
/// # Errors
/// The body is not what the model says.
pub fn read_answer<T: Built + Members>(
    answer: &ResponseParts<'_>,
    wrapping: Option<Wrapping>,
) -> Result<Answered<T::Builder>, BoxError> {
    let (mut output, mut id) = (T::Builder::default(), None);
    if T::HAS_BODY && !answer.body().trim_ascii().is_empty() {
        let root = parse(answer.body())?;
        id = request_id(&root).map(str::to_owned);
        output = members(&root, wrapping)?;
    }
    output.read_http(answer)?;
    Ok(Answered { output, request_id: id })
}

fn members<B: MemberReader>(root: &Element<'_>, wrapping: Option<Wrapping>) -> Result<B, XmlError> {
    let is_result = |child: &&Element<'_>| child.name.ends_with("Result");
    match wrapping {
        None | Some(Wrapping::Root) => read_structure(root),
        Some(Wrapping::Result) => root.children.iter().find(is_result).map_or(Ok(B::default()), read_structure),
        Some(Wrapping::None) => read_only(root),
    }
}

/// The error in an error's answer: within `ErrorResponse`, within `Errors` of `Response`, or by itself. One of several messages
/// is an element of the error's own name (Amazon Route 53 API Reference, "ChangeResourceRecordSets").
pub(crate) fn error_of<'a, 'b>(root: &'a Element<'b>) -> Option<&'a Element<'b>> {
    const NAME: &str = "Error";
    if root.name == NAME {
        return Some(root);
    }
    let within = root.child(NAME).or_else(|| root.child("Errors")?.child(NAME));
    within.or_else(|| root.child(MESSAGES).map(|_| root))
}

/// Where an error has its messages, if there can be several.
pub(crate) const MESSAGES: &str = "Messages";

/// The request's ID, wherever the protocols have it.
pub(crate) fn request_id<'a>(root: &'a Element<'_>) -> Option<&'a str> {
    let own = ["RequestId", "RequestID", "requestId"].into_iter().find_map(|name| root.said(name));
    own.or_else(|| root.child("ResponseMetadata")?.said("RequestId"))
}

/// Whether a text is XML whose element has this name.
#[cfg(feature = "s3")]
pub(crate) fn has_root(body: &[u8], name: &str) -> bool {
    parse(body).is_ok_and(|root| root.name == name)
}
