//! `aws.protocols#restJson1` (Smithy 2.0, "AWS restJson1 protocol").

use crate::ir::Codec;

pub(super) const TRAIT: &str = "aws.protocols#restJson1";
pub(super) const CONTENT_TYPE: &str = "application/json";
pub(super) const BODY_TIMESTAMP: Codec = Codec::EpochSeconds;
