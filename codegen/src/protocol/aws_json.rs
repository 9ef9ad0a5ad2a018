//! `aws.protocols#awsJson1_0` and `awsJson1_1` (Smithy 2.0, "AWS JSON 1.0 protocol" and "AWS JSON 1.1 protocol"), which
//! differ in the media type alone.

use super::{Body, Dispatch, Errors, Protocol};
use crate::ir::Codec;

pub(super) static PROTOCOL_1_0: Protocol =
    Protocol { trait_id: "aws.protocols#awsJson1_0", content_type: "application/x-amz-json-1.0", ..PROTOCOL };

pub(super) static PROTOCOL_1_1: Protocol =
    Protocol { trait_id: "aws.protocols#awsJson1_1", content_type: "application/x-amz-json-1.1", ..PROTOCOL };

const PROTOCOL: Protocol = Protocol {
    trait_id: "",
    content_type: "",
    body_timestamp: Codec::EpochSeconds,
    honours_timestamp_format: true,
    dispatch: Dispatch::Target,
    body: Body::Json,
    big: Codec::BigNumber,
    without: &[],
    honours_json_name: false,
    headers: &[],
    errors: Errors::Said,
    json_payloads: false,
    sparse_queries: false,
    honours_alloy: false,
    lone_streams: true,
};
