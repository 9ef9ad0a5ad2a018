//! How long a call may take.

use crate::client::Request;
use crate::config::Config;
use crate::timeout::Limits;
use std::time::Duration;

/// The deadlines of a call. One that sends a stream of events and is answered at its end takes as long as the stream; only
/// silence ends it. So it is with any stream, unless the program says how long a call may take.
pub(super) fn limits(settings: &Config, request: &Request) -> Limits {
    let config = settings.timeout_config();
    let held = request.retries.long_poll.map(|held| Duration::from_millis(held.into()));
    let limits = Limits::of(config, settings.stalled_stream_protection(), held);
    #[cfg(feature = "event-stream")]
    if request.events.is_some() && !request.answers_events {
        return Limits { operation: None, attempt: None, ..limits };
    }
    let is_said = config.is_some_and(|config| config.operation_timeout().is_some());
    if request.stream.is_some() && !is_said { Limits { operation: None, ..limits } } else { limits }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::timeout::TimeoutConfig;
    use crate::declare::{Effect, Metadata, Retries, Service};
    use crate::http::RequestParts;
    use crate::primitives::ByteStream;
    use crate::timeout::{OPERATION, READ};

    static SERVICE: Service = Service::TEST;
    static CALL: Metadata =
        Metadata { service: &SERVICE, name: "Call", method: "POST", uri: "/", effect: Effect::Plain };

    fn parts() -> RequestParts {
        RequestParts {
            path: "/".to_owned(),
            verbatim: false,
            query: String::new(),
            headers: http::HeaderMap::new(),
            body: bytes::Bytes::new(),
            content_type: None,
        }
    }

    #[test]
    fn a_stream_takes_as_long_as_it_takes_unless_the_program_says_otherwise() {
        let limits = |config: Option<&TimeoutConfig>, request: &Request| {
            let mut builder = Config::builder();
            limits(&builder.set_timeout_config(config.cloned()).clone().build(), request)
        };
        let mut request = Request::new(&CALL, parts());
        assert_eq!(limits(None, &request).operation, Some(OPERATION));
        request.stream = Some(ByteStream::from_static(b"a"));
        let (second, builder) = (Duration::from_secs(1), TimeoutConfig::builder());
        let partly = builder.clone().read_timeout(second).build();
        assert_eq!((limits(None, &request).operation, limits(None, &request).read), (None, Some(READ)));
        assert_eq!(limits(Some(&partly), &request).operation, None);
        assert_eq!(limits(Some(&builder.operation_timeout(second).build()), &request).operation, Some(second));
    }

    #[test]
    fn a_long_poll_is_waited_for_as_long_as_the_service_may_hold_it() {
        let request = Request { retries: Retries::STANDARD.held(70_000), ..Request::new(&CALL, parts()) };
        assert_eq!(limits(&Config::builder().build(), &request).read, Some(Duration::from_secs(70)));
    }
}
