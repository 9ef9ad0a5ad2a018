//! What streams of events do.
