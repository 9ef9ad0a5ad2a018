//! Idempotency tokens: version-4 UUIDs for inputs that have a token member and no token.
//!
//! In: the operating system's randomness, asked anew for each token: a generator that a program seeds for itself would
//! go on alike in two copies of one machine. Out: `8e0a3f6c-…` in lower case, new at each call
//! ([RFC 9562, section 5.4](https://www.rfc-editor.org/rfc/rfc9562#section-5.4)).

use std::sync::{Mutex, PoisonError};

/// Makes the tokens by which a service recognizes a repeated call.
///
/// Tests set a known one:
///
/// ```
/// let config = sdk_runtime::config::Config::builder()
///     .idempotency_token_provider("00000000-0000-4000-8000-000000000000")
///     .build();
/// ```
#[derive(Debug)]
pub struct IdempotencyTokenProvider {
    source: Source,
}

#[derive(Debug)]
enum Source {
    Fixed(&'static str),
    /// The operating system.
    System,
    Seeded(Mutex<fastrand::Rng>),
}

impl IdempotencyTokenProvider {
    /// Makes random tokens.
    pub fn random() -> Self {
        Self { source: Source::System }
    }

    /// Makes tokens that the seed determines, for tests.
    pub fn with_seed(seed: u64) -> Self {
        Self { source: Source::Seeded(Mutex::new(fastrand::Rng::with_seed(seed))) }
    }

    /// Always gives the same token, for tests.
    pub fn fixed(token: &'static str) -> Self {
        Self { source: Source::Fixed(token) }
    }

    /// Makes a token.
    pub fn make_idempotency_token(&self) -> String {
        match &self.source {
            Source::Fixed(token) => (*token).to_owned(),
            Source::System => uuid_v4(system_bits()),
            Source::Seeded(rng) => uuid_v4(rng.lock().unwrap_or_else(PoisonError::into_inner).u128(..)),
        }
    }
}

impl Default for IdempotencyTokenProvider {
    fn default() -> Self {
        Self::random()
    }
}

impl From<&'static str> for IdempotencyTokenProvider {
    fn from(token: &'static str) -> Self {
        Self::fixed(token)
    }
}

impl Clone for IdempotencyTokenProvider {
    /// A clone and its original never give the same token; that of a seeded provider is determined by the seed, too.
    fn clone(&self) -> Self {
        let source = match &self.source {
            Source::Fixed(token) => Source::Fixed(token),
            Source::System => Source::System,
            Source::Seeded(rng) => {
                Source::Seeded(Mutex::new(rng.lock().unwrap_or_else(PoisonError::into_inner).fork()))
            }
        };
        Self { source }
    }
}

/// 128 bits of the operating system's randomness.
pub(crate) fn system_bits() -> u128 {
    let mut bytes = [0; 16];
    match getrandom::getrandom(&mut bytes) {
        Ok(()) => u128::from_ne_bytes(bytes),
        // A system without randomness, which no supported one is while programs run: better a likely new token than
        // a call that can't be made.
        Err(_) => fastrand::u128(..),
    }
}

/// Formats 128 random bits as a UUID: 122 of them count, 6 say version and variant.
pub(crate) fn uuid_v4(bits: u128) -> String {
    let bits = bits & !(0xf << 76) & !(0x3 << 62) | 0x4 << 76 | 0x2 << 62;
    let hex = format!("{bits:032x}");
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_and_variant_are_set_whatever_the_bits() {
        assert_eq!(uuid_v4(0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid_v4(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }

    #[test]
    fn a_seed_determines_the_tokens() {
        let (a, b) = (IdempotencyTokenProvider::with_seed(7), IdempotencyTokenProvider::with_seed(7));
        let first = a.make_idempotency_token();
        assert_eq!(first, b.make_idempotency_token());
        assert_ne!(first, a.make_idempotency_token());
    }

    #[test]
    fn clones_do_not_repeat_tokens() {
        for provider in [IdempotencyTokenProvider::random(), IdempotencyTokenProvider::with_seed(7)] {
            let clones = [provider.clone(), provider.clone(), provider];
            let tokens = clones.iter().flat_map(|one| [one.make_idempotency_token(), one.make_idempotency_token()]);
            assert_eq!(tokens.collect::<std::collections::BTreeSet<_>>().len(), 6, "{clones:?}");
        }
        let fixed = IdempotencyTokenProvider::fixed("token");
        assert_eq!(fixed.clone().make_idempotency_token(), "token");
    }

    #[test]
    fn a_seed_determines_the_clones_tokens() {
        let token = || IdempotencyTokenProvider::with_seed(7).clone().make_idempotency_token();
        assert_eq!(token(), token());
    }

    /// Whatever seeds this thread's generator seeds no token.
    #[test]
    fn tokens_come_from_the_operating_system() {
        let token = || {
            fastrand::seed(7);
            IdempotencyTokenProvider::random().make_idempotency_token()
        };
        assert_ne!(token(), token());
    }
}
