//! `smithy.protocols#rpcv2Cbor` and `rpcv2Json` (Smithy 2.0, "Smithy RPC v2 CBOR protocol" and "Smithy RPC v2 JSON protocol"),
//! which differ in the format of bodies alone.

use super::{Body, Dispatch, Errors, Protocol};
use crate::ir::Codec;

pub(super) static CBOR: Protocol = Protocol {
    trait_id: "smithy.protocols#rpcv2Cbor",
    content_type: "application/cbor",
    body: Body::Cbor,
    without: &["document"],
    headers: &[("smithy-protocol", "rpc-v2-cbor"), ("accept", "application/cbor")],
    ..PROTOCOL
};

pub(super) static JSON: Protocol = Protocol {
    trait_id: "smithy.protocols#rpcv2Json",
    content_type: "application/json",
    body: Body::Json,
    headers: &[("smithy-protocol", "rpc-v2-json"), ("accept", "application/json")],
    ..PROTOCOL
};

const PROTOCOL: Protocol = Protocol {
    trait_id: "",
    content_type: "",
    body_timestamp: Codec::EpochSeconds,
    honours_timestamp_format: false,
    big: Codec::Big,
    dispatch: Dispatch::Route,
    body: Body::Json,
    without: &[],
    honours_json_name: false,
    headers: &[],
    errors: Errors::Said,
    json_payloads: false,
    sparse_queries: false,
    honours_alloy: false,
    lone_streams: false,
};
