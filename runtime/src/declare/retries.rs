//! How an operation's calls are repeated.

/// How an operation's calls are repeated where the config doesn't say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retries {
    /// Attempts in all.
    pub attempts: u32,
    /// What the first wait is below, in milliseconds, after any failure but throttling.
    pub first_wait: u16,
    /// How long the service may hold a request until it has something to tell, in milliseconds, if it does so
    /// (`smithy.api#longPoll`). Programs ask such an operation anew as soon as it ends, so that an error must not come without
    /// a wait.
    pub long_poll: Option<u32>,
}

impl Retries {
    /// Three attempts, and a first wait below 50 ms.
    pub const STANDARD: Self = Self::new(3, 50);

    /// So many attempts, and a first wait below so many milliseconds.
    pub const fn new(attempts: u32, first_wait: u16) -> Self {
        Self { attempts, first_wait, long_poll: None }
    }

    /// The same, of an operation whose requests the service may hold for so many milliseconds.
    pub const fn held(self, milliseconds: u32) -> Self {
        Self { long_poll: Some(milliseconds), ..self }
    }
}
