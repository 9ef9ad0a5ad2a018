//! Requests that are signed now and sent later, by whoever has them: a link to an object, a form to upload one.

use crate::error::BoxError;
use std::fmt::{self, Debug, Display, Formatter};
use std::time::{Duration, SystemTime};

/// How long a signature in a URL can hold: a week
/// ([Signature Version 4](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html), `X-Amz-Expires`).
const LONGEST: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// From when and for how long a presigned request can be used.
///
/// ```
/// use sdk_runtime::client::presigning::PresigningConfig;
/// use std::time::Duration;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let config = PresigningConfig::expires_in(Duration::from_secs(15 * 60))?;
/// assert_eq!(config.expires(), Duration::from_secs(900));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresigningConfig {
    pub(super) start_time: Option<SystemTime>,
    pub(super) expires_in: Duration,
}

impl PresigningConfig {
    /// From now on, for this long: one second to one week. Parts of a second don't count.
    ///
    /// # Errors
    /// It is no time, or more than a week.
    pub fn expires_in(expires_in: Duration) -> Result<Self, PresigningConfigError> {
        Self::builder().expires_in(expires_in).build()
    }

    /// Starts without any.
    pub fn builder() -> PresigningConfigBuilder {
        PresigningConfigBuilder::default()
    }

    /// From when it can be used: what was set, else now. A request without a time of its own is signed for that of its client's
    /// clock.
    pub fn start_time(&self) -> SystemTime {
        self.start_time.unwrap_or_else(SystemTime::now)
    }

    /// How long it holds.
    pub fn expires(&self) -> Duration {
        self.expires_in
    }
}

/// Makes a [`PresigningConfig`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "nothing is made before `build`"]
pub struct PresigningConfigBuilder {
    start_time: Option<SystemTime>,
    expires_in: Option<Duration>,
}

impl PresigningConfigBuilder {
    /// From when it can be used; from when it is signed, by the client's clock, where unset.
    pub fn start_time(mut self, start_time: SystemTime) -> Self {
        self.set_start_time(Some(start_time));
        self
    }

    /// Sets or clears what [`start_time`](Self::start_time) sets.
    pub fn set_start_time(&mut self, start_time: Option<SystemTime>) -> &mut Self {
        self.start_time = start_time;
        self
    }

    /// How long it can be used: one second to one week. Required.
    pub fn expires_in(mut self, expires_in: Duration) -> Self {
        self.set_expires_in(Some(expires_in));
        self
    }

    /// Sets or clears what [`expires_in`](Self::expires_in) sets.
    pub fn set_expires_in(&mut self, expires_in: Option<Duration>) -> &mut Self {
        self.expires_in = expires_in;
        self
    }

    /// Makes the config.
    ///
    /// # Errors
    /// How long it holds is not said, is no time, or more than a week.
    pub fn build(self) -> Result<PresigningConfig, PresigningConfigError> {
        let expires_in = self.expires_in.ok_or(PresigningConfigError("is required"))?;
        // What goes into the URL is whole seconds.
        if expires_in.as_secs() == 0 {
            return Err(PresigningConfigError("must be one second at least"));
        }
        if expires_in > LONGEST {
            return Err(PresigningConfigError("must be one week at most"));
        }
        Ok(PresigningConfig { start_time: self.start_time, expires_in })
    }
}

/// No request can be presigned for so long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresigningConfigError(&'static str);

impl Display for PresigningConfigError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "`expires_in` {}", self.0)
    }
}

impl std::error::Error for PresigningConfigError {}

/// A request that is signed and can be sent by anyone who has it: with its method, to its URI, and with its headers, without
/// which the signature doesn't hold.
///
/// Whoever has the URI can do what it is for. So it isn't shown by `Debug` beyond its path.
#[derive(Clone)]
pub struct PresignedRequest {
    request: http::Request<()>,
    /// Its URI as text.
    uri: String,
}

impl PresignedRequest {
    pub(super) fn new(method: &str, uri: &str, headers: http::HeaderMap) -> Result<Self, BoxError> {
        let mut request = http::Request::builder().method(method).uri(uri).body(())?;
        *request.headers_mut() = headers;
        let uri = request.uri().to_string();
        Ok(Self { request, uri })
    }

    /// The method to send it with.
    pub fn method(&self) -> &str {
        self.request.method().as_str()
    }

    /// Where to send it, the signature included.
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// The headers to send it with. Values are as the input has them.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.request.headers().iter().map(|(name, value)| (name.as_str(), text(value)))
    }

    /// The request for the `http` crate, with a body.
    pub fn make_http_1x_request<B>(&self, body: B) -> http::Request<B> {
        self.clone().into_http_1x_request(body)
    }

    /// The request for the `http` crate, with a body.
    pub fn into_http_1x_request<B>(self, body: B) -> http::Request<B> {
        self.request.map(|()| body)
    }
}

/// A header's value, which was text before it was a header: `to_str` would take ASCII alone.
fn text(value: &http::HeaderValue) -> &str {
    std::str::from_utf8(value.as_bytes()).unwrap_or_default()
}

impl Debug for PresignedRequest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let headers: Vec<&str> = self.request.headers().keys().map(http::HeaderName::as_str).collect();
        f.debug_struct("PresignedRequest")
            .field("method", self.request.method())
            .field("uri", &format_args!("{:?}", crate::endpoint::base::shown(self.uri())))
            .field("headers", &headers)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::PresigningConfig;
    use std::time::Duration;

    #[test]
    fn a_signature_holds_from_a_second_to_a_week() {
        const WEEK: u64 = 604_800;
        for (seconds, text) in [
            (0.0, "`expires_in` must be one second at least"),
            (0.999, "`expires_in` must be one second at least"),
            (WEEK as f64 + 0.001, "`expires_in` must be one week at most"),
        ] {
            let refused = PresigningConfig::expires_in(Duration::from_secs_f64(seconds)).expect_err("out of bounds");
            assert_eq!(refused.to_string(), text);
        }
        for seconds in [1, WEEK] {
            let config = PresigningConfig::expires_in(Duration::from_secs(seconds)).expect("within bounds");
            assert_eq!(config.expires().as_secs(), seconds);
        }
        let refused = PresigningConfig::builder().build().expect_err("nothing is said");
        assert_eq!(refused.to_string(), "`expires_in` is required");
    }
}
