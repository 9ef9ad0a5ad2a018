//! A judge of failures.

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};

/// Says one thing of every failure, or nothing.
#[derive(Clone, Debug)]
pub struct Always(pub RetryAction);

impl ClassifyRetry for Always {
    fn classify_retry(&self, _: &InterceptorContext) -> RetryAction {
        self.0.clone()
    }

    fn name(&self) -> &'static str {
        "Always"
    }
}
