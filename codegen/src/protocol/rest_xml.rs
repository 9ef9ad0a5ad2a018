//! `aws.protocols#restXml` (Smithy 2.0, "AWS restXml protocol").

use super::{Body, Dispatch, Protocol};
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
};
