//! An interceptor that is a function.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use std::fmt::{self, Debug, Formatter};

/// Changes the request of each attempt before it is signed, or refuses it.
pub fn before_signing<F>(change: F) -> impl Intercept + 'static
where
    F: Fn(&mut HttpRequest) -> Result<(), BoxError> + Send + Sync + 'static,
{
    BeforeSigning(change)
}

struct BeforeSigning<F>(F);

impl<F> Debug for BeforeSigning<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("BeforeSigning")
    }
}

impl<F: Fn(&mut HttpRequest) -> Result<(), BoxError> + Send + Sync> Intercept for BeforeSigning<F> {
    fn name(&self) -> &'static str {
        "before_signing"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        (self.0)(context.request_mut())
    }
}
