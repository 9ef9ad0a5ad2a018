//! What a program's interceptors and resolvers keep of a call, and learn of it.
//!
//! In: an operation's name. Out: a [`ConfigBag`] that says it, made when the first of them looks, since most programs have none.

use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use std::sync::OnceLock;

/// The bag of one call, or of none.
#[derive(Debug)]
pub(super) struct Bag {
    /// The service and the operation.
    of: Option<(&'static str, &'static str)>,
    made: OnceLock<ConfigBag>,
}

impl Bag {
    pub(super) fn of_call(service: &'static str, operation: &'static str) -> Self {
        Self { of: Some((service, operation)), made: OnceLock::new() }
    }

    /// For what is done before there is a call.
    pub(super) fn of_none() -> Self {
        Self { of: None, made: OnceLock::new() }
    }

    pub(super) fn get(&self) -> &ConfigBag {
        self.made.get_or_init(|| make(self.of))
    }

    /// Takes it out, to be changed and [put back](Self::put).
    pub(super) fn take(&mut self) -> ConfigBag {
        self.made.take().unwrap_or_else(|| make(self.of))
    }

    pub(super) fn put(&mut self, bag: ConfigBag) {
        self.made = OnceLock::from(bag);
    }
}

fn make(of: Option<(&'static str, &'static str)>) -> ConfigBag {
    let mut layer = Layer::new("call");
    if let Some((service, operation)) = of {
        layer.store_put(Metadata::new(operation, service));
    }
    ConfigBag::of_layers([layer])
}
