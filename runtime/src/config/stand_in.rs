//! What stands in for the transport: calls get their answers from it, and none reaches the service.
//!
//! In: a call's input, copied before the request is made of it. Out: the connection that the call's request is sent
//! through. Who stands in, and why, is not this crate's business: the config holds it as a trait object.

use super::Config;
use crate::codec::{Members, serialize};
use crate::declare::Metadata;
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use std::any::TypeId;
use std::fmt::Debug;

/// Answers calls in place of the service.
pub(crate) trait StandIn: Debug + Send + Sync {
    /// Opens the connection of one call, whose input could be made a request.
    fn connect(&self, input: InputCopy, config: &Config) -> SharedHttpConnector;
}

/// A copy of a call's input. Not every input can be cloned: streams can't.
#[derive(Debug)]
#[cfg_attr(not(feature = "test-util"), allow(dead_code, reason = "only tests have a stand-in"))]
pub(crate) struct InputCopy {
    /// The operation.
    pub(crate) metadata: &'static Metadata,
    /// The type of the input.
    pub(crate) of: TypeId,
    /// The members by their names, as JSON. A stream has what was in memory.
    pub(crate) members: Vec<u8>,
    /// The input as its `Debug` has it, without what is sensitive.
    pub(crate) shown: String,
}

impl InputCopy {
    pub(crate) fn new<I: Members + Debug + 'static>(metadata: &'static Metadata, input: &I) -> Self {
        let mut members = Vec::new();
        // What can't be written can't be sent either; the call itself says so.
        let _ = serialize(input, &mut serde_json::Serializer::new(&mut members));
        Self { metadata, of: TypeId::of::<I>(), members, shown: format!("{input:?}") }
    }
}
