//! An answer's members that aren't in a JSON body: in headers, in the status, as the body itself.

use super::{EntryCodec, PayloadCodec, TextCodec};
use crate::text::{SHORT, line};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::http::Headers;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// What an answer says: the output's builder, and the request's ID if the body has it.
#[derive(Debug)]
pub struct Answered<B> {
    /// The output's builder.
    pub output: B,
    /// The ID by which the service knows the request.
    pub request_id: Option<String>,
}

/// The header in which requests and answers of Smithy RPC v2 name their protocol.
pub(crate) const SMITHY_PROTOCOL: &str = "smithy-protocol";

/// An answer that is of another protocol than the request.
#[derive(Debug)]
pub(crate) struct OtherProtocol {
    protocol: &'static str,
    said: Option<String>,
}

impl OtherProtocol {
    pub(crate) fn new(protocol: &'static str, said: Option<&str>) -> Self {
        Self { protocol, said: said.map(str::to_owned) }
    }
}

impl fmt::Display for OtherProtocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { protocol, said } = self;
        match said {
            Some(said) => write!(f, "its header `{SMITHY_PROTOCOL}` is {:?}", line(said, SHORT).to_string())?,
            None => write!(f, "it has no header `{SMITHY_PROTOCOL}`")?,
        }
        write!(f, ", where the service's own answers have `{protocol}`: check the endpoint, and what stands before it")
    }
}

impl std::error::Error for OtherProtocol {}

/// An answer's status, headers and body, for members that aren't in a JSON body.
#[derive(Debug)]
pub struct ResponseParts<'a> {
    status: u16,
    headers: &'a Headers,
    body: &'a [u8],
}

impl<'a> ResponseParts<'a> {
    /// A response whose body has been read.
    pub fn new(response: &'a HttpResponse) -> Self {
        let body = response.body().bytes().unwrap_or_default();
        ResponseParts { status: response.status().as_u16(), headers: response.headers(), body }
    }

    /// The body.
    pub fn body(&self) -> &'a [u8] {
        self.body
    }

    /// Whether it is of this protocol, as it has to say by itself (Smithy RPC v2, "Operation response deserialization"). What
    /// isn't comes from elsewhere, and may be anything.
    ///
    /// # Errors
    /// It says nothing, or something else.
    pub fn speaks(&self, protocol: &'static str) -> Result<(), BoxError> {
        match self.headers.get(SMITHY_PROTOCOL) {
            Some(said) if said.trim() == protocol => Ok(()),
            said => Err(OtherProtocol::new(protocol, said).into()),
        }
    }

    /// Reads a header.
    pub fn header<T, C: TextCodec<T>>(&self, slot: &mut Option<T>, name: &str, codec: C) -> Result<(), BoxError> {
        let mut lines = self.headers.get_all(name).peekable();
        if lines.peek().is_none() {
            return Ok(());
        }
        let text =
            if C::LIST { lines.collect::<Vec<_>>().join(", ") } else { lines.next().unwrap_or_default().to_owned() };
        match codec.parse(&text) {
            None if !C::LENIENT => Err(format!("the header {name} is not what the model says").into()),
            value => {
                *slot = value;
                Ok(())
            }
        }
    }

    /// Reads all headers whose names begin with `prefix`: none is a map without entries, as the AWS SDK for Rust has it.
    pub fn prefix_headers<T, C: EntryCodec<T>>(
        &self,
        slot: &mut Option<T>,
        prefix: &str,
        codec: C,
    ) -> Result<(), BoxError> {
        let prefix = prefix.to_ascii_lowercase();
        let matching =
            |(name, text): (&str, &'a str)| Some((name.to_ascii_lowercase().strip_prefix(&prefix)?.to_owned(), text));
        let mut entries: Vec<(String, Cow<'_, str>)> = Vec::new();
        let mut lines: HashMap<String, usize> = HashMap::new();
        for (name, text) in self.headers.iter().filter_map(matching) {
            // A header in several lines is one (RFC 9110, section 5.3).
            match lines.get(&name).and_then(|index| entries.get_mut(*index)) {
                Some((_, whole)) => *whole = Cow::Owned(format!("{whole}, {text}")),
                None => {
                    lines.insert(name.clone(), entries.len());
                    entries.push((name, Cow::Borrowed(text)));
                }
            }
        }
        let collected = codec.collect(entries.iter().map(|(name, text)| (name.clone(), text.as_ref())).collect());
        *slot = Some(collected.ok_or_else(|| format!("a header {prefix}* is not what the model says"))?);
        Ok(())
    }

    /// Reads the body as one member; an empty body is no value.
    pub fn payload<T, C: PayloadCodec<T>>(&self, slot: &mut Option<T>, codec: C) -> Result<(), BoxError> {
        if !self.body.is_empty() {
            *slot = Some(codec.decode(self.body)?);
        }
        Ok(())
    }

    /// Reads the status.
    pub fn status(&self, slot: &mut Option<i32>) {
        *slot = Some(i32::from(self.status));
    }
}

/// Takes what an answer holds outside a body, member by member, until one isn't what the model says. That is asked for once, at
/// the end.
#[doc(hidden)]
pub struct Outside<'a> {
    from: &'a ResponseParts<'a>,
    outcome: Result<(), BoxError>,
}

impl<'a> Outside<'a> {
    /// Begins with the first member.
    #[inline]
    pub fn new(from: &'a ResponseParts<'a>) -> Self {
        Self { from, outcome: Ok(()) }
    }

    /// Ends.
    ///
    /// # Errors
    /// What a member is not.
    #[inline]
    pub fn finish(self) -> Result<(), BoxError> {
        self.outcome
    }

    /// Reads a header.
    #[inline]
    pub fn header<T, C: TextCodec<T>>(&mut self, slot: &mut Option<T>, name: &str, codec: C) {
        if self.outcome.is_ok() {
            self.outcome = self.from.header(slot, name, codec);
        }
    }

    /// Reads all headers whose names begin with `prefix`.
    #[inline]
    pub fn prefix_headers<T, C: EntryCodec<T>>(&mut self, slot: &mut Option<T>, prefix: &str, codec: C) {
        if self.outcome.is_ok() {
            self.outcome = self.from.prefix_headers(slot, prefix, codec);
        }
    }

    /// Reads the body as one member.
    #[inline]
    pub fn payload<T, C: PayloadCodec<T>>(&mut self, slot: &mut Option<T>, codec: C) {
        if self.outcome.is_ok() {
            self.outcome = self.from.payload(slot, codec);
        }
    }

    /// Reads the status.
    #[inline]
    pub fn status(&mut self, slot: &mut Option<i32>) {
        self.from.status(slot);
    }
}
