//! Changing a single call: its request, its settings, its interceptors.

#[cfg(feature = "presigning")]
use super::presigning::{PresignedRequest, PresigningConfig};
use crate::config::Builder;
use crate::error::SdkError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use std::convert::Infallible;
use std::fmt::{self, Debug, Formatter};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

/// A boxed future that any thread may run.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// What a call results in.
pub type SendResult<T, E> = Result<T, SdkError<E>>;

/// A call that is ready but for the changes of [`CustomizableOperation`]; generated fluent builders implement it.
pub trait CustomizableSend<T, E>: Send + Sync {
    /// Sends with the changes in place, usually through [`Handle::with_override`](super::Handle::with_override).
    ///
    /// # Errors
    /// Those of the call.
    fn send_customized(self, changes: Builder) -> BoxFuture<SendResult<T, E>>;
}

/// A call that can be signed for others to send with the changes of [`CustomizableOperation`]; generated fluent builders of
/// operations that can be presigned implement it.
#[cfg(feature = "presigning")]
pub trait CustomizablePresigned<E>: Send + Sync {
    /// Signs with the changes in place.
    ///
    /// # Errors
    /// Those of a call up to its signature.
    fn presign_customized(
        self,
        changes: Builder,
        config: PresigningConfig,
    ) -> BoxFuture<SendResult<PresignedRequest, E>>;
}

/// A call that is changed before it is sent; `customize()` of a fluent builder makes it.
///
/// For calls of any operation:
///
/// ```
/// use sdk_runtime::client::{CustomizableOperation, CustomizableSend};
/// use sdk_runtime::config::Builder;
/// use sdk_runtime::config::timeout::TimeoutConfig;
/// use std::time::Duration;
///
/// /// Gives a call five minutes, whatever the client's settings are.
/// fn patiently<T, E, B: CustomizableSend<T, E>>(call: CustomizableOperation<T, E, B>) -> CustomizableOperation<T, E, B> {
///     let timeouts = TimeoutConfig::builder().operation_timeout(Duration::from_secs(300)).build();
///     call.config_override(Builder::default().timeout_config(timeouts))
/// }
///
/// // patiently(client.list_users().network_id("40718265").customize()).send().await
/// ```
#[derive(Debug)]
#[must_use = "nothing is sent before `send`"]
pub struct CustomizableOperation<T, E, B> {
    call: B,
    changes: Builder,
    interceptors: Vec<SharedInterceptor>,
    /// Kept beside the changes, which `config_override` may replace afterwards.
    #[cfg(feature = "s3")]
    unsigned_payload: bool,
    outcome: PhantomData<fn() -> (T, E)>,
}

impl<T, E, B> CustomizableOperation<T, E, B> {
    /// Wraps a call.
    pub fn new(call: B) -> Self {
        Self {
            call,
            changes: Builder::new(),
            interceptors: Vec::new(),
            #[cfg(feature = "s3")]
            unsigned_payload: false,
            outcome: PhantomData,
        }
    }

    /// Adds an interceptor; [`config::interceptors`](crate::config::interceptors) lists the hooks that run.
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.interceptors.push(SharedInterceptor::new(interceptor));
        self
    }

    /// Changes the request before it is signed, at each attempt; an error ends the call.
    pub fn map_request<F, MapE>(self, map: F) -> Self
    where
        F: Fn(HttpRequest) -> Result<HttpRequest, MapE> + Send + Sync + 'static,
        MapE: std::error::Error + Send + Sync + 'static,
    {
        self.interceptor(MapRequest(map))
    }

    /// Changes the request in place before it is signed, at each attempt.
    pub fn mutate_request<F>(self, mutate: F) -> Self
    where
        F: Fn(&mut HttpRequest) + Send + Sync + 'static,
    {
        self.map_request(move |mut request| {
            mutate(&mut request);
            Ok::<_, Infallible>(request)
        })
    }

    /// Makes this call with other settings: those that the builder sets; the rest stays as it is in the client.
    pub fn config_override(mut self, changes: impl Into<Builder>) -> Self {
        self.changes = changes.into();
        self
    }

    /// Leaves the body out of the request's signature, so that it isn't read through for that. It still has its checksum.
    ///
    /// Over https nobody can change it on its way; over plain http, whoever is between can. Amazon S3 takes such requests.
    #[cfg(feature = "s3")]
    pub fn disable_payload_signing(mut self) -> Self {
        self.unsigned_payload = true;
        self
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// As the call would without the changes; an error of a change is a
    /// [`ConstructionFailure`](SdkError::ConstructionFailure).
    pub async fn send(self) -> SendResult<T, E>
    where
        E: std::error::Error + Send + Sync + 'static,
        B: CustomizableSend<T, E>,
    {
        let (call, changes) = self.changed();
        call.send_customized(changes).await
    }

    /// Signs the request for others to send, with the changes in place.
    ///
    /// # Errors
    ///
    /// As without the changes; an error of a change is a [`ConstructionFailure`](SdkError::ConstructionFailure).
    #[cfg(feature = "presigning")]
    pub async fn presigned(self, config: PresigningConfig) -> SendResult<PresignedRequest, E>
    where
        E: std::error::Error + Send + Sync + 'static,
        B: CustomizablePresigned<E>,
    {
        let (call, changes) = self.changed();
        call.presign_customized(changes, config).await
    }

    /// The call, and all that is changed about it.
    fn changed(self) -> (B, Builder) {
        let mut changes = self.changes;
        for interceptor in self.interceptors {
            changes.push_interceptor(interceptor);
        }
        #[cfg(feature = "s3")]
        if self.unsigned_payload {
            changes.leave_payload_unsigned();
        }
        (self.call, changes)
    }
}

/// Changes requests by a function.
struct MapRequest<F>(F);

impl<F> Debug for MapRequest<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("MapRequest")
    }
}

impl<F, E> Intercept for MapRequest<F>
where
    F: Fn(HttpRequest) -> Result<HttpRequest, E> + Send + Sync,
    E: std::error::Error + Send + Sync + 'static,
{
    fn name(&self) -> &'static str {
        "map_request"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), crate::error::BoxError> {
        let request = std::mem::replace(context.request_mut(), HttpRequest::empty());
        *context.request_mut() = (self.0)(request)?;
        Ok(())
    }
}
