//! Hooks into every call.
//!
//! An [`Intercept`](super::Intercept) sees a call in this order: `read_before_execution`, `read_after_serialization`,
//! `modify_before_retry_loop`; then, for each attempt, `read_before_attempt`, `modify_before_signing`,
//! `read_before_signing`, `read_after_signing`, `modify_before_transmit`, `read_before_transmit`,
//! `read_after_transmit`, `modify_before_deserialization`, `read_before_deserialization`, `read_after_attempt`; at the
//! end `read_after_execution`. Where a digest proves who calls, an attempt may send its request twice, the second time with the
//! answer to the service's challenge: what lies between `read_before_attempt` and `read_after_attempt` runs for each of both,
//! on the request as it was before the first attempt. Hooks around serialization and deserialization of typed inputs and outputs don't run,
//! and `input()` gives a placeholder: requests are built before the hooks, outputs read after them. An error from a
//! hook ends the call.

/// Service and operation of a call: `bag.load::<Metadata>()` in any hook.
pub use aws_smithy_runtime_api::client::orchestrator::Metadata;

pub use aws_smithy_runtime_api::client::interceptors::context::{
    AfterDeserializationInterceptorContextRef, BeforeDeserializationInterceptorContextMut,
    BeforeDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextMut,
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut, BeforeTransmitInterceptorContextRef,
    FinalizerInterceptorContextMut, FinalizerInterceptorContextRef, InterceptorContext,
};
