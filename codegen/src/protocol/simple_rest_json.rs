//! `alloy#simpleRestJson` (alloy, "SimpleRestJson"), which services speak that smithy4s makes.

use super::{Body, Dispatch, Errors, Protocol};
use crate::ir::Codec;

pub(super) static PROTOCOL: Protocol = Protocol {
    trait_id: "alloy#simpleRestJson",
    content_type: "application/json",
    body_timestamp: Codec::DateTimeText,
    honours_timestamp_format: true,
    dispatch: Dispatch::Http,
    body: Body::Json,
    big: Codec::BigNumber,
    without: &[],
    honours_json_name: true,
    headers: &[],
    errors: Errors::ByHeaderOrStatus,
    json_payloads: true,
    sparse_queries: true,
    honours_alloy: true,
    lone_streams: false,
};
