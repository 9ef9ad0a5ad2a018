//! What setters do to the member that they are named after.
//!
//! In: the place that a builder has for it, and what a caller gives. This stands here because a crate has thousands of setters:
//! an assignment drops what was there, and the compiler would check in each of them what may come of that; a call is one step.

/// Replaces what has been set so far.
#[inline]
pub fn put<T>(member: &mut T, value: T) {
    *member = value;
}

/// Sets a value of any type that becomes the member's.
#[inline]
pub fn give<T>(member: &mut Option<T>, value: impl Into<T>) {
    *member = Some(value.into());
}

/// Adds an item to a list, which begins with it if there is none.
#[inline]
pub fn append<T>(member: &mut Option<Vec<T>>, item: impl Into<T>) {
    member.get_or_insert_default().push(item.into());
}
