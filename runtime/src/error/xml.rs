//! Errors that are XML.
//!
//! In: an error's body, whatever it is. Out: what its `Error` element says: within `ErrorResponse` (restXml, awsQuery), within
//! `Errors` of `Response` (ec2Query), or by itself (Amazon S3); or what the element of an error of several messages says (Amazon
//! Route 53).

use crate::codec::xml::{Element, MESSAGES, error_of, parse, read_structure, request_id};
use crate::codec::{Built, Members, within};

/// How much memory a body's elements may take before it is taken for a text: 64 MiB.
const MEMORY: usize = 64 << 20;

/// Code, message and request ID of an error. That of a stream is bare: the element that it is, whatever its name.
pub(super) struct Said {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
}

impl Said {
    /// What a body says, if it is XML that holds an error, or, if `is_bare`, is one.
    pub(super) fn of(body: &[u8], is_bare: bool) -> Option<Self> {
        read(body, is_bare, |root, error| {
            let said = |names: [&str; 2]| names.into_iter().find_map(|name| error.said(name));
            let messages = error.child(MESSAGES);
            Self {
                code: said(["Code", "code"]).or(messages.map(|_| error.name)).map(str::to_owned),
                message: said(["Message", "message"]).or_else(|| messages?.said("Message")).map(str::to_owned),
                request_id: request_id(root).or(request_id(error)).map(str::to_owned),
            }
        })
    }
}

/// The members of an error in a body that is XML, as far as they fit the model; and whether it has each of `names`.
pub(super) fn members<T: Built + Members, const N: usize>(
    body: &[u8],
    is_bare: bool,
    names: [&str; N],
) -> Option<(Option<T::Builder>, [bool; N])> {
    read(body, is_bare, |_, error| {
        let has = names.map(|name| error.child(name).is_some());
        (T::HAS_BODY.then(|| read_structure(error).ok()).flatten(), has)
    })
}

fn read<T>(body: &[u8], is_bare: bool, of: impl FnOnce(&Element<'_>, &Element<'_>) -> T) -> Option<T> {
    // JSON doesn't begin so.
    let is_xml = body.trim_ascii_start().starts_with(b"<") || body.starts_with("\u{feff}<".as_bytes());
    let root = is_xml.then(|| within(MEMORY, || parse(body)).ok()).flatten()?;
    let error = if is_bare { Some(&root) } else { error_of(&root) };
    error.map(|error| of(&root, error))
}
