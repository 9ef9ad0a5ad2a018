//! `aws.protocols#awsQuery` (Smithy 2.0, "AWS Query protocol").

use super::{Body, Dispatch, Errors, Protocol};
use crate::ir::{Codec, Dialect};

pub(super) static PROTOCOL: Protocol = Protocol {
    trait_id: "aws.protocols#awsQuery",
    content_type: "application/x-www-form-urlencoded",
    body_timestamp: Codec::DateTimeText,
    honours_timestamp_format: true,
    big: Codec::Big,
    dispatch: Dispatch::Action,
    body: Body::Form(Dialect::Query),
    without: &["document"],
    honours_json_name: false,
    headers: &[],
    errors: Errors::Said,
    json_payloads: false,
    sparse_queries: false,
    honours_alloy: false,
    lone_streams: false,
};
