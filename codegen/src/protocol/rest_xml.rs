//! `aws.protocols#restXml` (Smithy 2.0, "AWS restXml protocol").

use super::{Body, Dispatch, Errors, Protocol};
use crate::ir::Codec;

pub(super) static PROTOCOL: Protocol = Protocol {
    trait_id: "aws.protocols#restXml",
    content_type: "application/xml",
    body_timestamp: Codec::DateTimeText,
    honours_timestamp_format: true,
    big: Codec::Big,
    dispatch: Dispatch::Http,
    body: Body::Xml,
    without: &["document"],
    honours_json_name: false,
    headers: &[],
    errors: Errors::Said,
    json_payloads: false,
    sparse_queries: false,
    honours_alloy: false,
    lone_streams: false,
};
