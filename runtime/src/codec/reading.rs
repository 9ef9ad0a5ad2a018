//! How much memory the values of one answer may take.
//!
//! A body's length says little about that: an object of two letters is a structure of hundreds of bytes. Whoever reads an
//! answer says how much there is ([`within`]), codecs take what each value needs, and the answer is refused when it is used
//! up. It belongs to the thread, since reading never waits; other uses of the codecs, serde's, take without limit.

use serde::de::Error;
use std::cell::Cell;

thread_local! {
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// What the allocator adds to a small piece of memory.
const OVERHEAD: usize = 32;

/// Runs `read`, whose values may take this many bytes in all.
pub(crate) fn within<T>(bytes: usize, read: impl FnOnce() -> T) -> T {
    let _before = Restored(LEFT.replace(Some(bytes)));
    read()
}

/// Puts back what was, also if reading panics.
struct Restored(Option<usize>);

impl Drop for Restored {
    fn drop(&mut self) {
        LEFT.set(self.0);
    }
}

/// Takes what a value of this size needs within a list or a map.
pub(super) fn take<E: Error>(bytes: usize) -> Result<(), E> {
    let Some(left) = LEFT.get() else {
        return Ok(());
    };
    let left = left.checked_sub(bytes).ok_or_else(|| {
        E::custom("its values take more memory than is allowed: ask for fewer, or raise `max_response_bytes`")
    })?;
    LEFT.set(Some(left));
    Ok(())
}

/// Takes what a piece of memory of its own needs.
pub(super) fn take_allocation<E: Error>(bytes: usize) -> Result<(), E> {
    take(bytes.saturating_add(OVERHEAD))
}

/// Takes what an entry of a map needs: tables are up to half empty.
pub(super) fn take_entry<K, V, E: Error>() -> Result<(), E> {
    take(2 * (size_of::<(K, V)>() + 1))
}

#[cfg(test)]
mod tests {
    use super::{take, within};
    use serde_json::Error;

    #[test]
    fn what_is_used_up_is_refused_and_nothing_is_outside() {
        assert!(take::<Error>(usize::MAX).is_ok());
        within(10, || {
            assert!(take::<Error>(10).is_ok());
            within(1, || assert!(take::<Error>(1).is_ok() && take::<Error>(1).is_err()));
            assert!(take::<Error>(1).is_err());
            let panicked = std::panic::catch_unwind(|| within(1, || panic!("while it reads")));
            assert!(panicked.is_err() && take::<Error>(1).is_err());
        });
        assert!(take::<Error>(usize::MAX).is_ok());
    }
}
