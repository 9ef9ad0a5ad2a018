//! The value that stands in for a required member that a response leaves out.

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};
use std::collections::HashMap;

/// A type's zero value, by which a client repairs a response that lacks a required member (Smithy 2.0, "Client error
/// correction"): empty, zero, `false`, the epoch, or an enum's unknown value.
pub trait Zero {
    /// The zero value.
    fn zero() -> Self;
}

macro_rules! zero_by_default {
    ($($ty:ty),*) => {$(
        impl Zero for $ty {
            fn zero() -> Self {
                Self::default()
            }
        }
    )*};
}

zero_by_default!(String, bool, i8, i16, i32, i64, f32, f64);

impl<T> Zero for Vec<T> {
    fn zero() -> Self {
        Self::new()
    }
}

impl<K, V> Zero for HashMap<K, V> {
    fn zero() -> Self {
        Self::new()
    }
}

#[cfg(feature = "key-order")]
impl<K, V> Zero for crate::primitives::IndexMap<K, V> {
    fn zero() -> Self {
        Self::new()
    }
}

#[cfg(feature = "key-order")]
impl Zero for crate::primitives::OrderedDocument {
    fn zero() -> Self {
        Self::Null
    }
}

impl Zero for DateTime {
    fn zero() -> Self {
        Self::from_secs(0)
    }
}

impl Zero for Blob {
    fn zero() -> Self {
        Self::new(Vec::new())
    }
}

impl Zero for BigInteger {
    fn zero() -> Self {
        Self::default()
    }
}

impl Zero for BigDecimal {
    fn zero() -> Self {
        Self::default()
    }
}

impl Zero for Document {
    fn zero() -> Self {
        Self::Null
    }
}
