//! Why a service doesn't start.

use crate::model::Unservable;
use std::fmt;
use std::io;

/// Why a service doesn't start.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// The system doesn't let it listen.
    Port {
        /// The port that was asked for; 0 for any.
        port: u16,
        /// Why.
        error: io::Error,
    },
    /// The model can't be served; the text says why, with one line per problem.
    Model(String),
    /// The state to begin with isn't a state; the text says why.
    Seed(String),
    /// The rate of faults isn't between 0 and 1.
    Faults(f64),
    /// This is no operation with a stream of events.
    Events(String),
    /// No operation of the service has this name, or one that fits this pattern.
    Operation(String),
}

impl From<Unservable> for StartError {
    fn from(why: Unservable) -> Self {
        Self::Model(why.to_string())
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port { port, error } => {
                write!(f, "cannot listen on 127.0.0.1:{port}: {error}; port 0 takes a free one")
            }
            Self::Model(why) => write!(f, "cannot serve the model: {why}"),
            Self::Events(name) => {
                write!(f, "there is no operation `{name}` with a stream of events: those that have one take a handler")
            }
            Self::Operation(pattern) => {
                write!(f, "no operation's name matches `{pattern}`; `*` stands for any part of a name")
            }
            Self::Faults(rate) => write!(f, "the rate of faults has to be between 0 and 1: {rate}"),
            Self::Seed(why) => write!(f, "cannot begin with this state: {why}"),
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Port { error, .. } => Some(error),
            _ => None,
        }
    }
}
