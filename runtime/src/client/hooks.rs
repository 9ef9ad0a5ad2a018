//! Running interceptors. [`config::interceptors`](crate::config::interceptors) lists the hooks in their order.

use super::Inner;
use super::bag::Bag;
use crate::error::BoxError;
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeEndpointConfig, SharedAuthScheme};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_runtime_api::client::interceptors::context::{Input, InterceptorContext};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use std::fmt::{self, Display, Formatter};
use std::sync::Arc;

/// One call as its interceptors see it: the request, later the response, and what they keep from hook to hook.
pub(super) struct Hooks {
    inner: Arc<Inner>,
    pub(super) context: InterceptorContext,
    pub(super) bag: Bag,
    /// Whether the request can be sent again: not once a body that is a stream of its own has been read.
    pub(super) repeatable: bool,
}

/// Stands for the input, which was turned into a request before the hooks run.
#[derive(Debug)]
struct Built;

type Outcome = Result<(), BoxError>;

impl Hooks {
    pub(super) fn new(inner: Arc<Inner>, operation: &'static str) -> Self {
        let bag = Bag::of_call(inner.service.sdk_id, operation);
        Self { inner, context: InterceptorContext::new(Input::erase(Built)), bag, repeatable: true }
    }

    /// The hooks before the first attempt. The request as they leave it is where each attempt begins.
    pub(super) fn begin(&mut self, request: HttpRequest) -> Outcome {
        self.each(|hook, context, _, bag| hook.read_before_execution(&(&*context).into(), bag))?;
        self.context.enter_serialization_phase();
        let _ = self.context.take_input();
        self.context.set_request(request);
        self.context.enter_before_transmit_phase();
        self.each(|hook, context, components, bag| {
            hook.read_after_serialization(&(&*context).into(), components, bag)
        })?;
        self.each(|hook, context, components, bag| {
            hook.modify_before_retry_loop(&mut context.into(), components, bag)
        })?;
        self.repeatable = self.context.request().is_none_or(|left| left.body().try_clone().is_some());
        // Otherwise it is as it was when that phase began, which was noted then.
        if self.has_interceptors() {
            self.context.save_checkpoint();
        }
        Ok(())
    }

    pub(super) fn has_interceptors(&self) -> bool {
        self.inner.components.interceptors().next().is_some()
    }

    /// Goes back to the request as it was before the first attempt.
    pub(super) fn rewind(&mut self) {
        // It takes a bag, and looks at none.
        self.context.rewind(&mut ConfigBag::base());
    }

    pub(super) fn before_attempt(&mut self) -> Outcome {
        self.each(|hook, context, components, bag| hook.read_before_attempt(&(&*context).into(), components, bag))
    }

    pub(super) fn before_signing(&mut self) -> Outcome {
        self.each(|hook, context, components, bag| hook.modify_before_signing(&mut context.into(), components, bag))?;
        self.each(|hook, context, components, bag| hook.read_before_signing(&(&*context).into(), components, bag))
    }

    /// Signs the request by a scheme of the program's own.
    pub(super) fn sign(&mut self, scheme: &SharedAuthScheme, identity: &Identity) -> Outcome {
        let request = self.context.request_mut().ok_or("an interceptor took the request away")?;
        let endpoint = AuthSchemeEndpointConfig::empty();
        scheme.signer().sign_http_request(request, identity, endpoint, &self.inner.components, self.bag.get())
    }

    pub(super) fn after_signing(&mut self) -> Outcome {
        self.each(|hook, context, components, bag| hook.read_after_signing(&(&*context).into(), components, bag))?;
        self.each(|hook, context, components, bag| hook.modify_before_transmit(&mut context.into(), components, bag))?;
        self.each(|hook, context, components, bag| hook.read_before_transmit(&(&*context).into(), components, bag))
    }

    /// Takes the request out to send it.
    pub(super) fn transmit(&mut self) -> Option<HttpRequest> {
        self.context.enter_transmit_phase();
        self.context.take_request()
    }

    pub(super) fn after_transmit(&mut self, response: HttpResponse) -> Outcome {
        self.context.set_response(response);
        self.context.enter_before_deserialization_phase();
        self.each(|hook, context, components, bag| hook.read_after_transmit(&(&*context).into(), components, bag))?;
        self.each(|hook, context, components, bag| {
            hook.modify_before_deserialization(&mut context.into(), components, bag)
        })?;
        self.each(|hook, context, components, bag| {
            hook.read_before_deserialization(&(&*context).into(), components, bag)
        })
    }

    pub(super) fn after_attempt(&mut self) -> Outcome {
        self.each(|hook, context, components, bag| hook.read_after_attempt(&(&*context).into(), components, bag))
    }

    pub(super) fn after_execution(&mut self) -> Outcome {
        self.each(|hook, context, components, bag| hook.read_after_execution(&(&*context).into(), components, bag))
    }

    /// Takes the response out.
    pub(super) fn take_response(&mut self) -> Option<HttpResponse> {
        let response = self.context.response_mut()?;
        let status = response.status();
        Some(std::mem::replace(response, HttpResponse::new(status, SdkBody::taken())))
    }

    /// Runs one hook of every interceptor, in order; the first error ends it.
    fn each<F>(&mut self, mut run: F) -> Outcome
    where
        F: FnMut(&SharedInterceptor, &mut InterceptorContext, &RuntimeComponents, &mut ConfigBag) -> Outcome,
    {
        if !self.has_interceptors() {
            return Ok(());
        }
        let Self { inner, context, bag, .. } = self;
        let mut opened = bag.take();
        let outcome = inner.components.interceptors().try_for_each(|interceptor| {
            if !interceptor.enabled(&opened) {
                return Ok(());
            }
            let outcome = run(&interceptor, context, &inner.components, &mut opened);
            outcome.map_err(|source| HookError { name: interceptor.name(), source })
        });
        bag.put(opened);
        Ok(outcome?)
    }
}

/// An interceptor ended the call.
#[derive(Debug)]
struct HookError {
    name: &'static str,
    source: BoxError,
}

impl Display for HookError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "interceptor `{}` failed", self.name)
    }
}

impl std::error::Error for HookError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.source.as_ref())
    }
}
