//! The walk over an input's members that makes a request of them.

use super::RequestParts;
use super::body::BodyWriter;
use super::spread::{self, Header};
use crate::codec::{
    Check, Codec, EntryCodec, Location, Member, MemberWriter, Members, PayloadCodec, Streamed, TextCodec,
};
use crate::error::InputError;
use crate::uri::{encode, encode_path};
use aws_smithy_types::byte_stream::ByteStream;
use http::{HeaderMap, HeaderName, HeaderValue};
use std::fmt::Display;

/// Receives an input's members, and puts each where it belongs. What is wrong is noted, so that all of it is reported.
pub(super) struct RequestWriter<'a, B> {
    uri: &'static str,
    token: &'a mut dyn FnMut() -> String,
    labels: Vec<(&'static str, String)>,
    query: String,
    headers: HeaderMap,
    body: B,
    /// The media type of a body that is a stream with something in it.
    stream: Option<&'static str>,
    /// The body that a single member makes, and its media type.
    payload: Option<(Vec<u8>, &'static str)>,
    /// Whether a label stands in the path as it is.
    verbatim: bool,
    /// What has a member of its own, set or not.
    own: Own,
    /// Query parameters from a map, which give way to those that have a member of their own.
    spread: Vec<(String, String)>,
    /// Headers from a map, which give way in the same manner.
    spread_headers: spread::Headers,
    problems: InputError,
}

impl<B: BodyWriter> MemberWriter for RequestWriter<'_, B> {
    // Problems are collected, so that all of them are reported.
    type Error = std::convert::Infallible;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), Self::Error> {
        if let Some(value) = self.checked(member, value, codec)
            && let Err(error) = self.body.member(member, value, codec)
        {
            self.unwritten(member, &error);
        }
        Ok(())
    }

    fn attribute<T, C: TextCodec<T>>(
        &mut self,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        if let Some(value) = self.checked(member, value, codec)
            && let Err(error) = self.body.attribute(member, value, codec)
        {
            self.unwritten(member, &error);
        }
        Ok(())
    }

    #[cfg(feature = "simple-rest-json")]
    fn rest<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), Self::Error> {
        if let Some(value) = self.checked(member, value, codec)
            && let Err(error) = self.body.rest(member, value, codec)
        {
            self.unwritten(member, &error);
        }
        Ok(())
    }

    fn bound<T, C: TextCodec<T>>(
        &mut self,
        location: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        self.own.add(location, member.key);
        let Some(value) = self.checked(member, value, codec) else {
            return Ok(());
        };
        #[cfg(feature = "simple-rest-json")]
        if C::LIST && location == Location::Query {
            codec.gapped_texts(value, &mut |text| match text {
                Some(text) => self.query(member, &text),
                None => self.query_key(member),
            });
            return Ok(());
        }
        let (mut list, mut separator) = (String::new(), "");
        codec.texts(value, &mut |text| match location {
            Location::Label => self.label(member, &text),
            Location::Verbatim => self.verbatim(member, &text),
            Location::Endpoint => {}
            Location::Query => self.query(member, &text),
            Location::Header if C::LIST => {
                list.push_str(separator);
                list.push_str(&codec.quote(text));
                separator = ", ";
            }
            Location::Header => self.header(member, &text),
        });
        // A list without items is a header without a value.
        if C::LIST && location == Location::Header {
            self.header(member, &list);
        }
        Ok(())
    }

    fn spread<T, C: EntryCodec<T>>(
        &mut self,
        location: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        if let Some(value) = self.checked(member, value, codec) {
            codec.entries(value, &mut |key, text| match location {
                Location::Header => self.spread_header(member, key, &text),
                _ => self.spread.push((key.to_owned(), encode(&text))),
            });
        }
        Ok(())
    }

    fn payload<T, C: PayloadCodec<T>>(
        &mut self,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        match self.checked(member, value, codec).map(|value| codec.encode(value)) {
            Some(Ok(body)) => self.payload = Some((body, codec.content_type())),
            Some(Err(error)) => self.unwritten(member, &error),
            None => self.payload = codec.absent().map(|body| (body.to_vec(), codec.content_type())),
        }
        Ok(())
    }

    fn stream(&mut self, _: &Member, value: Option<&ByteStream>, codec: Streamed) -> Result<(), Self::Error> {
        // The stream itself is taken from the input later: reading it uses it up.
        let has_content = value.is_some_and(|stream| stream.size_hint() != (0, Some(0)));
        self.stream = has_content.then_some(codec.0);
        Ok(())
    }

    #[cfg(feature = "event-stream")]
    fn events(&mut self, member: &Member, is_set: bool) -> Result<(), Self::Error> {
        if member.required && !is_set {
            self.problems.missing(member.field);
        }
        Ok(())
    }

    fn status<T, C: Codec<T>>(&mut self, _: &Member, _: Option<&T>, _: C) -> Result<(), Self::Error> {
        Ok(())
    }

    fn own_account(&mut self) -> Option<String> {
        Some("-".to_owned())
    }

    fn token(&mut self) -> Option<String> {
        Some((self.token)())
    }
}

impl<'a, B: BodyWriter> RequestWriter<'a, B> {
    pub(super) fn new(uri: &'static str, token: &'a mut dyn FnMut() -> String, body: B) -> Self {
        RequestWriter {
            uri,
            token,
            labels: Vec::new(),
            query: String::new(),
            headers: HeaderMap::new(),
            body,
            stream: None,
            payload: None,
            verbatim: false,
            own: Own::default(),
            spread: Vec::new(),
            spread_headers: spread::Headers::default(),
            problems: InputError::default(),
        }
    }

    /// The request of an input. `has_body` says whether there is a body where no member is one by itself.
    pub(super) fn of<I: Members>(
        mut self,
        input: &I,
        content_type: &'static str,
        has_body: bool,
    ) -> Result<RequestParts, InputError> {
        let Ok(()) = input.write_members(&mut self);
        self.finish(content_type, has_body)
    }

    fn finish(mut self, content_type: &'static str, has_body: bool) -> Result<RequestParts, InputError> {
        self.add_spread();
        self.add_spread_headers();
        let RequestWriter { uri, labels, query, mut headers, body, stream, payload, verbatim, mut problems, .. } = self;
        let (body, media_type) = match payload {
            Some((payload, media_type)) => (payload, Some(media_type)),
            None => match body.finish(has_body) {
                Ok(Some(body)) => (body, Some(content_type)),
                Ok(None) => (Vec::new(), stream),
                Err(error) => {
                    problems.invalid("the body", error.to_string());
                    (Vec::new(), None)
                }
            },
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        if let Some(media_type) = media_type {
            headers.entry(http::header::CONTENT_TYPE).or_insert(HeaderValue::from_static(media_type));
        }
        let (path, query) = fill(uri, &labels, query);
        Ok(RequestParts { path, verbatim, query, headers, body: body.into(), content_type: media_type })
    }

    /// Adds the query parameters from a map, but for those that the operation's URI has, or that have a member of their own
    /// (Smithy 2.0, `httpQueryParams`).
    fn add_spread(&mut self) {
        let fixed = self.uri.split_once('?').map_or("", |(_, query)| query);
        for (key, value) in std::mem::take(&mut self.spread) {
            let is_own = self.own.query.contains(&key.as_str());
            if !is_own && !spread::is_in(fixed, &key) && !spread::signs(&key) {
                let separator = if self.query.is_empty() { "" } else { "&" };
                self.query.push_str(&format!("{separator}{}={value}", encode(&key)));
            }
        }
    }

    /// Adds the headers from a map, but for those that are set elsewhere: with an empty prefix, the map holds all headers of
    /// an answer (Smithy 2.0, `httpPrefixHeaders`), and what was read there can be sent again.
    fn add_spread_headers(&mut self) {
        for header in std::mem::take(&mut self.spread_headers).into_lines() {
            let Header { field, prefix, name, value } = header;
            let is_own = self.own.headers.iter().any(|own| name.as_str().eq_ignore_ascii_case(own));
            if !is_own && !spread::is_reserved(prefix, name.as_str()) {
                self.append(field, name, value);
            }
        }
    }

    /// Adds a header, if there is room for one more.
    fn append(&mut self, field: &'static str, name: HeaderName, value: HeaderValue) {
        let is_full = self.headers.len() >= spread::MOST || self.headers.try_append(name, value).is_err();
        if is_full && !self.problems.invalid.iter().any(|(known, _)| *known == field) {
            self.problems.invalid(field, format!("makes more than {} headers", spread::MOST));
        }
    }

    /// Notes that a value can't be written, unless its checks have said that already, and where in it.
    fn unwritten(&mut self, member: &Member, error: &dyn Display) {
        if !self.problems.invalid.iter().any(|(field, _)| *field == member.field) {
            self.problems.invalid(member.field, error.to_string());
        }
    }

    /// The value, unless it is missing. What can't be sent is noted: a value below a lower bound, or one that no JSON holds.
    ///
    /// Upper bounds and patterns are left to the service, which may have become more generous since the model was
    /// written; too short an identifier can only be a mistake, and one that would be looked up as something else.
    fn checked<'v, T, C: Codec<T>>(&mut self, member: &Member, value: Option<&'v T>, codec: C) -> Option<&'v T> {
        let Some(value) = value else {
            if member.required {
                self.problems.missing(member.field);
            }
            return None;
        };
        for violation in Check::unsendable(|check| codec.check(value, check)) {
            self.problems.invalid(member.field, violation.in_member());
        }
        Some(value)
    }

    fn label(&mut self, member: &Member, text: &str) {
        // A greedy label is a path of its own; its segments are held to the same.
        let mut labels = self.uri.split('{').filter_map(|label| label.strip_prefix(member.key));
        let greedy = labels.any(|rest| rest.starts_with("+}"));
        let changes_path = match greedy {
            true => text.split('/').any(is_dots),
            false => is_dots(text),
        };
        if text.is_empty() || changes_path {
            let problem = format!("is {text:?}, which would change the request's path");
            self.problems.invalid(member.field, problem);
        }
        self.labels.push((member.key, if greedy { encode_path(text) } else { encode(text) }));
    }

    /// A label that says what it says: dots and slashes in it are no way through the path.
    fn verbatim(&mut self, member: &Member, text: &str) {
        if text.is_empty() {
            self.problems.invalid(member.field, "is empty, which would change the request's path".to_owned());
        }
        self.verbatim = true;
        self.labels.push((member.key, encode_path(text)));
    }

    fn query_key(&mut self, member: &Member) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
        self.query.push_str(&encode(member.key));
    }

    fn query(&mut self, member: &Member, text: &str) {
        self.query_key(member);
        self.query.push('=');
        self.query.push_str(&encode(text));
    }

    fn header(&mut self, member: &Member, text: &str) {
        match (HeaderName::from_bytes(member.key.as_bytes()), HeaderValue::from_str(text)) {
            (Ok(name), Ok(value)) => self.append(member.field, name, value),
            _ => drop(self.problems.invalid(member.field, NO_VALUE)),
        }
    }

    fn spread_header(&mut self, member: &Member, key: &str, text: &str) {
        let problem = match HeaderValue::from_str(text) {
            Ok(value) => self.spread_headers.add(member, key, value).err(),
            Err(_) => Some(format!("has a value at {key:?} with a character that an HTTP header can't hold")),
        };
        if let Some(problem) = problem {
            self.problems.invalid(member.field, problem);
        }
    }
}

const NO_VALUE: &str = "has a character that an HTTP header can't hold";

/// The names of query parameters and headers that have a member of their own, set or not.
#[derive(Default)]
struct Own {
    query: Vec<&'static str>,
    headers: Vec<&'static str>,
}

impl Own {
    fn add(&mut self, location: Location, key: &'static str) {
        match location {
            Location::Query => self.query.push(key),
            Location::Header => self.headers.push(key),
            Location::Label | Location::Verbatim | Location::Endpoint => {}
        }
    }
}

fn is_dots(segment: &str) -> bool {
    matches!(segment, "." | "..")
}

/// Replaces the labels of a URI pattern; the pattern's own query, if any, comes first.
fn fill(uri: &str, labels: &[(&'static str, String)], query: String) -> (String, String) {
    let (pattern, fixed) = uri.split_once('?').unwrap_or((uri, ""));
    let mut path = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, label)) = rest.split_once('{') {
        let (name, after) = label.split_once('}').unwrap_or((label, ""));
        path.push_str(before);
        let value = labels.iter().find(|(label, _)| *label == name.trim_end_matches('+'));
        path.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    path.push_str(rest);
    let separator = if fixed.is_empty() || query.is_empty() { "" } else { "&" };
    (path, format!("{fixed}{separator}{query}"))
}
