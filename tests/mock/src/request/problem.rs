//! What is wrong with a request, before a service has put it in its own words.

use std::borrow::Cow;

/// Why a request is not granted, before a service has put it in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Nothing says who asks, or not truthfully: the code that AWS's gateways have for it, and the message.
    Unauthorized(&'static str, Cow<'static, str>),
    /// The same of a request that needn't be signed: how it could say it, and the message.
    Unproven(Vec<String>, Cow<'static, str>),
    /// Who asks may not do this.
    Forbidden(String),
    /// The request can't be read, or does not apply.
    Malformed(String),
    /// Fields hold what they may not hold.
    Invalid(Vec<Reason>),
    /// It names something that isn't there.
    NotFound(Cow<'static, str>),
    /// It means no operation.
    UnknownOperation(String),
    /// Its body is larger than is read.
    TooLarge,
    /// The mock has a mistake.
    Internal(String),
    /// The service is told to fail now and then.
    Unavailable,
    /// There were too many requests, or the service is told to say so now and then; the text says which.
    Throttled(&'static str),
}

/// One field at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reason {
    /// The field's path of wire names.
    pub(crate) field: String,
    /// What to do instead.
    pub(crate) reason: String,
}

impl Reason {
    pub(crate) fn new(field: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { field: field.into(), reason: reason.into() }
    }
}

impl Problem {
    /// One field that holds what it may not hold.
    pub(crate) fn invalid(field: &str, reason: &str) -> Self {
        Self::Invalid(vec![Reason::new(field, reason)])
    }

    /// Something that isn't there.
    pub(crate) const fn missing(message: &'static str) -> Self {
        Self::NotFound(Cow::Borrowed(message))
    }

    /// What is wrong, in one line.
    pub(crate) fn why(&self) -> String {
        match self {
            // What follows the first line is for those who write a signer.
            Self::Unauthorized(code, message) => format!("{code}: {}", message.lines().next().unwrap_or_default()),
            Self::Forbidden(message) | Self::Malformed(message) | Self::UnknownOperation(message) => message.clone(),
            Self::NotFound(message) | Self::Unproven(_, message) => message.clone().into_owned(),
            Self::Invalid(reasons) => {
                let reasons: Vec<_> =
                    reasons.iter().map(|found| format!("{}: {}", found.field, found.reason)).collect();
                reasons.join("; ")
            }
            Self::TooLarge => "the body is too large".to_owned(),
            Self::Internal(message) => format!("a mistake in the mock: {message}"),
            Self::Unavailable => "an injected fault".to_owned(),
            Self::Throttled(why) => (*why).to_owned(),
        }
    }
}
