//! `aws.protocols#restJson1` (Smithy 2.0, "AWS restJson1 protocol").

use super::{Body, Dispatch, Errors, Protocol};
use crate::ir::Codec;

pub(super) static PROTOCOL: Protocol = Protocol {
    trait_id: "aws.protocols#restJson1",
    content_type: "application/json",
    body_timestamp: Codec::EpochSeconds,
    honours_timestamp_format: true,
    dispatch: Dispatch::Http,
    body: Body::Json,
    big: Codec::BigNumber,
    without: &[],
    honours_json_name: true,
    headers: &[],
    errors: Errors::Said,
    json_payloads: false,
    sparse_queries: false,
    honours_alloy: false,
    lone_streams: false,
};
