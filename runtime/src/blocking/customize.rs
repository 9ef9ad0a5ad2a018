//! Changing a single call that is waited for.

use super::handle::call;
use crate::client::{self, CustomizableSend, SendResult};
#[cfg(feature = "presigning")]
use crate::client::{
    CustomizablePresigned,
    presigning::{PresignedRequest, PresigningConfig},
};
use crate::config::Builder;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

/// A call that is changed before it is sent; `customize()` of a blocking client's call makes it.
#[derive(Debug)]
#[must_use = "nothing is sent before `send`"]
pub struct CustomizableOperation<T, E, B> {
    operation: &'static str,
    inner: client::CustomizableOperation<T, E, B>,
}

impl<T, E, B> CustomizableOperation<T, E, B> {
    /// Waits for the call of the operation.
    pub fn new(operation: &'static str, inner: client::CustomizableOperation<T, E, B>) -> Self {
        Self { operation, inner }
    }

    fn map(
        self,
        change: impl FnOnce(client::CustomizableOperation<T, E, B>) -> client::CustomizableOperation<T, E, B>,
    ) -> Self {
        Self { operation: self.operation, inner: change(self.inner) }
    }

    /// Adds an interceptor; [`config::interceptors`](crate::config::interceptors) lists the hooks that run.
    pub fn interceptor(self, interceptor: impl Intercept + 'static) -> Self {
        self.map(|call| call.interceptor(interceptor))
    }

    /// Changes the request before it is signed, at each attempt; an error ends the call.
    pub fn map_request<F, MapE>(self, map: F) -> Self
    where
        F: Fn(HttpRequest) -> Result<HttpRequest, MapE> + Send + Sync + 'static,
        MapE: std::error::Error + Send + Sync + 'static,
    {
        self.map(|call| call.map_request(map))
    }

    /// Changes the request in place before it is signed, at each attempt.
    pub fn mutate_request<F>(self, mutate: F) -> Self
    where
        F: Fn(&mut HttpRequest) + Send + Sync + 'static,
    {
        self.map(|call| call.mutate_request(mutate))
    }

    /// Makes this call with other settings: those that the builder sets; the rest stays as it is in the client.
    pub fn config_override(self, changes: impl Into<Builder>) -> Self {
        self.map(|call| call.config_override(changes))
    }

    /// Leaves the body out of the request's signature, as
    /// [the async client's calls](client::CustomizableOperation::disable_payload_signing) do.
    #[cfg(feature = "s3")]
    pub fn disable_payload_signing(self) -> Self {
        self.map(client::CustomizableOperation::disable_payload_signing)
    }

    /// Sends the request, and waits for the answer.
    ///
    /// # Errors
    ///
    /// As the call would without the changes; an error of a change is a
    /// [`ConstructionFailure`](crate::SdkError::ConstructionFailure).
    pub fn send(self) -> SendResult<T, E>
    where
        E: std::error::Error + Send + Sync + 'static,
        B: CustomizableSend<T, E>,
    {
        call(self.operation, self.inner.send())
    }

    /// Signs the request for others to send, with the changes in place.
    ///
    /// # Errors
    ///
    /// As without the changes; an error of a change is a
    /// [`ConstructionFailure`](crate::SdkError::ConstructionFailure).
    #[cfg(feature = "presigning")]
    pub fn presigned(self, config: PresigningConfig) -> SendResult<PresignedRequest, E>
    where
        E: std::error::Error + Send + Sync + 'static,
        B: CustomizablePresigned<E>,
    {
        call(self.operation, self.inner.presigned(config))
    }
}
