//! How many repetitions a client may make: a bucket of tokens that failures empty and successes fill.
//!
//! When a service is down, a client soon stops repeating its calls, and goes on as calls succeed again.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

const CAPACITY: u32 = 500;
/// What a success at the first attempt gives.
const GAIN: u32 = 1;

/// The bucket, shared by a client's clones.
#[derive(Clone, Debug)]
pub(crate) struct Quota {
    tokens: Arc<AtomicU32>,
}

/// Tokens taken for a repetition.
#[derive(Debug)]
pub(crate) struct Ticket(u32);

impl Default for Quota {
    fn default() -> Self {
        Self { tokens: Arc::new(AtomicU32::new(CAPACITY)) }
    }
}

impl Quota {
    /// Takes tokens, if there are enough.
    pub(crate) fn take(&self, cost: u32) -> Option<Ticket> {
        let taken = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| tokens.checked_sub(cost));
        taken.ok().map(|_| Ticket(cost))
    }

    /// Gives back what a repetition that succeeded had taken; a success at the first attempt adds one token.
    pub(crate) fn give_back(&self, ticket: Option<Ticket>) {
        let gain = ticket.map_or(GAIN, |Ticket(cost)| cost);
        let _ = self
            .tokens
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| Some((tokens + gain).min(CAPACITY)));
    }
}
