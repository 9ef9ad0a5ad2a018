//! An interceptor: it sees every request before it goes out and every response when it comes in, retries included.

use super::screen::Screen;
use wickr_sdk::config::interceptors::Metadata;
use wickr_sdk::config::interceptors::{
    BeforeDeserializationInterceptorContextRef, BeforeTransmitInterceptorContextRef,
};
use wickr_sdk::config::{ConfigBag, Intercept, RuntimeComponents};
use wickr_sdk::error::BoxError;

/// Shows requests and responses on the screen.
#[derive(Debug)]
pub(crate) struct Trace {
    screen: Screen,
}

impl Trace {
    /// Shows them on this screen.
    pub(crate) fn new(screen: &Screen) -> Self {
        Self { screen: screen.clone() }
    }
}

impl Intercept for Trace {
    fn name(&self) -> &'static str {
        "trace"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let operation = bag.load::<Metadata>().map_or("call", Metadata::name);
        let request = context.request();
        self.screen.request(operation, &format!("{} {}", request.method(), path_and_query(request.uri())));
        Ok(())
    }

    fn read_after_transmit(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.screen.status(context.response().status().as_u16());
        Ok(())
    }
}

/// The URI without scheme and host, its longest values shortened.
fn path_and_query(uri: &str) -> String {
    let uri = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    let uri = uri.find('/').map_or(uri, |slash| &uri[slash..]);
    let Some((path, query)) = uri.split_once('?') else {
        return uri.to_owned();
    };
    let shortened: Vec<_> = query.split('&').map(shorten).collect();
    format!("{path}?{}", shortened.join("&"))
}

/// `nextToken=2b6e6574776f…`.
fn shorten(parameter: &str) -> String {
    const LONGEST: usize = 12;
    match parameter.split_once('=') {
        Some((name, value)) if value.chars().count() > LONGEST => {
            format!("{name}={}…", value.chars().take(LONGEST).collect::<String>())
        }
        _ => parameter.to_owned(),
    }
}
