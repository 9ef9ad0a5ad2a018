//! The IDs by which a service knows the request that an output answers.

/// The IDs by which a service knows a request, as generated outputs keep them.
#[doc(hidden)]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestIds {
    /// The one that every service has.
    pub id: Option<String>,
    /// The second one that Amazon S3 has.
    #[cfg(feature = "s3")]
    pub extended: Option<String>,
}
