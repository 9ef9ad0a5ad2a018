//! The signatures of a stream's messages: each message is the payload of one whose headers are a date and a signature, which
//! follows from the signature before it, the first from the request's ([Event stream
//! encoding](https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html)).
//!
//! In: messages as they came. Out: those in them, or why one isn't let in.

use super::header::Signed;
use super::{INCOMPLETE, INVALID, hex, hmac, key, refused, scope};
use crate::frame::{Header, Message, block};
use crate::request::Problem;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use sha2::{Digest, Sha256};

/// The header that says when a message was signed.
const DATE: &str = ":date";
/// The header that is the signature.
const SIGNATURE: &str = ":chunk-signature";

/// What the signature of the next message follows from.
#[derive(Debug)]
pub(crate) struct Chain {
    region: String,
    service: String,
    /// The signature before.
    last: String,
    ended: bool,
}

impl Chain {
    /// What follows from a request's signature.
    pub(super) fn new(signed: &Signed<'_>) -> Self {
        let Signed { region, service, signature, .. } = signed;
        let [region, service, last] = [region, service, signature].map(|text| (*text).to_owned());
        Self { region, service, last, ended: false }
    }

    /// The bytes of the message in this one, if it is signed as it has to be at `now`. No bytes are the end.
    pub(crate) fn open(&mut self, message: Message, now: i64) -> Result<Vec<u8>, Problem> {
        if self.ended {
            return refused(INVALID, "A message follows the one that is the end");
        }
        let Some(Header::Time(millis)) = message.header(DATE) else {
            return refused(INCOMPLETE, "A message of the stream has no :date, or not a timestamp");
        };
        let Some(Header::Bytes(signature)) = message.header(SIGNATURE) else {
            return refused(INCOMPLETE, "A message of the stream has no :chunk-signature, or not bytes");
        };
        if millis % 1000 != 0 {
            return refused(INVALID, "The :date of a message has parts of a second, which the signature can't have");
        }
        let Some(date) = date(*millis) else {
            return refused(INCOMPLETE, "The :date of a message is not on the calendar");
        };
        scope::current(&date, millis / 1000, now)?;
        // Eight digits, a T: `date` has made them.
        let day = date.get(..8).unwrap_or_default();
        let headers = block(&[(DATE.to_owned(), Header::Time(*millis))]);
        let text = format!(
            "AWS4-HMAC-SHA256-PAYLOAD\n{date}\n{day}/{}/{}/{}\n{}\n{}\n{}",
            self.region,
            self.service,
            scope::TERMINATOR,
            self.last,
            hex(&Sha256::digest(headers)),
            hex(&Sha256::digest(&message.payload)),
        );
        let expected = hmac(&key(day, &self.region, &self.service), &text);
        if expected != *signature {
            return refused(
                INVALID,
                format!(
                    "The signature of a message is not the one that follows from the one before it\n\nThe string to sign is\n'{text}'"
                ),
            );
        }
        self.last = hex(&expected);
        self.ended = message.payload.is_empty();
        Ok(message.payload)
    }

    /// The stream is over: whether the message around nothing came that says so.
    pub(crate) fn end(&self) -> Result<(), Problem> {
        match self.ended {
            true => Ok(()),
            false => refused(INVALID, "The stream ended without the signed message around nothing that is its end"),
        }
    }
}

/// Milliseconds since 1970 as `20260301T120000Z`.
fn date(millis: i64) -> Option<String> {
    let text = DateTime::from_secs(millis / 1000).fmt(Format::DateTime).ok()?;
    let text: String = text.chars().filter(|sign| !matches!(sign, '-' | ':')).collect();
    (text.len() == 16).then_some(text)
}
