//! `aws.protocols#restJson1` (Smithy 2.0, "AWS restJson1 protocol").

use super::{Dispatch, Protocol};
use crate::ir::Codec;

pub(super) static PROTOCOL: Protocol = Protocol {
    trait_id: "aws.protocols#restJson1",
    content_type: "application/json",
    body_timestamp: Codec::EpochSeconds,
    dispatch: Dispatch::Http,
    honours_json_name: true,
};
