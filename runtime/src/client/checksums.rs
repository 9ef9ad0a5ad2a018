//! Checksums that an operation names: which one a request has, and where; whether an answer's is asked for.
//!
//! A body in memory has its checksum in a header, and is signed with all else. A stream has it behind itself, so that it is read
//! once: its signature leaves it out, which is as good where nobody can change it on the way. Elsewhere it is read twice, to be
//! signed too, unless it can be read only once.

use super::features::Features;
use super::payload::{UNKNOWN_LENGTH, read};
use crate::checksum::{Algorithm, is_checksum, trailing};
use crate::config::{Config, RequestChecksumCalculation, ResponseChecksumValidation};
use crate::declare::HttpChecksum;
use crate::error::BoxError;
use aws_smithy_types::body::SdkBody;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, HeaderName, HeaderValue};

/// A body whose checksum is on its way.
pub(super) enum Summed {
    /// In a header, or nowhere: none is needed, or the input has it.
    InHeader(SdkBody),
    /// Behind the body.
    Trailing(SdkBody),
}

/// Asks for an answer's checksum, unless the config forbids that or the input says otherwise. Returns the algorithms of which the
/// answer may have one; none if it isn't asked.
pub(super) fn ask(
    headers: &mut HeaderMap,
    declared: HttpChecksum,
    config: &Config,
    features: &mut Features,
) -> Result<Option<&'static [&'static str]>, BoxError> {
    const ENABLED: HeaderValue = HeaderValue::from_static("ENABLED");
    let Some(mode) = declared.mode.map(HeaderName::try_from).transpose()? else { return Ok(None) };
    let is_wanted = config.response_checksum_validation() != Some(&ResponseChecksumValidation::WhenRequired);
    features.add(match is_wanted {
        true => Features::RESPONSE_CHECKSUMS_WHEN_SUPPORTED,
        false => Features::RESPONSE_CHECKSUMS_WHEN_REQUIRED,
    });
    if is_wanted && !headers.contains_key(&mode) {
        headers.insert(mode.clone(), ENABLED);
    }
    Ok((headers.get(mode) == Some(&ENABLED)).then_some(declared.answers))
}

/// Adds the checksum of a request's body. `is_private` says that nobody can change the body on its way.
pub(super) async fn add(
    headers: &mut HeaderMap,
    body: SdkBody,
    declared: HttpChecksum,
    config: &Config,
    is_private: bool,
    features: &mut Features,
) -> Result<Summed, BoxError> {
    let Some(algorithm) = algorithm(headers, declared, config, features)? else { return Ok(Summed::InHeader(body)) };
    features.add(Features::of_checksum(algorithm));
    let is_stream = body.bytes().is_none();
    if is_stream && (is_private || body.try_clone().is_none()) {
        let length = body.content_length().or_else(|| said_length(headers)).ok_or(UNKNOWN_LENGTH)?;
        headers.append(CONTENT_ENCODING, HeaderValue::from_static("aws-chunked"));
        headers.insert("x-amz-trailer", HeaderValue::from_static(algorithm.header()));
        headers.insert("x-amz-decoded-content-length", HeaderValue::from(length));
        return Ok(Summed::Trailing(trailing(body, length, algorithm)));
    }
    let mut digest = algorithm.digest();
    read(&body, |piece| digest.update(piece)).await?;
    headers.insert(algorithm.header(), HeaderValue::try_from(digest.finish())?);
    Ok(Summed::InHeader(body))
}

/// The length that the input says of a stream which doesn't know its own. What is sent is longer, and says so later.
fn said_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// The algorithm to compute a checksum with, if there is to be one that isn't there: the input's choice, else CRC32.
fn algorithm(
    headers: &mut HeaderMap,
    declared: HttpChecksum,
    config: &Config,
    features: &mut Features,
) -> Result<Option<Algorithm>, BoxError> {
    let Some(header) = declared.algorithm.map(HeaderName::try_from).transpose()? else { return Ok(None) };
    let is_wanted = config.request_checksum_calculation() != Some(&RequestChecksumCalculation::WhenRequired);
    features.add(match is_wanted {
        true => Features::REQUEST_CHECKSUMS_WHEN_SUPPORTED,
        false => Features::REQUEST_CHECKSUMS_WHEN_REQUIRED,
    });
    if headers.keys().any(|name| is_checksum(name.as_str())) {
        return Ok(None);
    }
    if let Some(name) = headers.get(&header) {
        let name = String::from_utf8_lossy(name.as_bytes());
        let known = Algorithm::of(&name);
        return known.map(Some).ok_or_else(|| unknown(&name));
    }
    if !is_wanted && !declared.required {
        return Ok(None);
    }
    headers.insert(header, HeaderValue::from_static(Algorithm::Crc32.name()));
    Ok(Some(Algorithm::Crc32))
}

fn unknown(name: &str) -> BoxError {
    let name: String = name.chars().take(100).collect();
    let known = Algorithm::names();
    format!("no checksum of the algorithm {name:?} can be computed: ask for one of {known}, or set the checksum itself")
        .into()
}
