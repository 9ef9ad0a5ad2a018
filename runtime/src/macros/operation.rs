//! Operations: their names, their outputs, their service's endpoint resolver.

/// A unit struct that names an operation, for code that is generic over operations by name.
#[macro_export]
#[doc(hidden)]
macro_rules! operation_name {
    ($name:ident) => {
        #[doc = concat!("The operation `", stringify!($name), "`, as a name for it.")]
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct $name;

        impl $name {
            /// The name.
            #[inline]
            #[allow(clippy::self_named_constructors, reason = "an operation may be called `New`")]
            pub fn new() -> Self {
                Self
            }
        }
    };
}

/// An output's request ID.
#[macro_export]
#[doc(hidden)]
macro_rules! __output {
    ($name:ident) => {
        impl $crate::RequestId for $name {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                self._request_id.id.as_deref()
            }
        }

        #[doc(hidden)]
        impl $crate::client::Output for $name {
            #[inline]
            fn set_request_ids(&mut self, ids: $crate::client::RequestIds) {
                self._request_id = ids;
            }
        }

        $crate::__request_id_ext! { $name }
    };
}

/// The second ID that Amazon S3 has.
#[cfg(feature = "s3")]
#[macro_export]
#[doc(hidden)]
macro_rules! __request_id_ext {
    ($name:ident) => {
        impl $crate::RequestIdExt for $name {
            #[inline]
            fn extended_request_id(&self) -> ::std::option::Option<&str> {
                self._request_id.extended.as_deref()
            }
        }
    };
}

/// No other service has one.
#[cfg(not(feature = "s3"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __request_id_ext {
    ($name:ident) => {};
}

/// Declares the resolver that decides on endpoints by the service's own rules.
#[macro_export]
#[doc(hidden)]
macro_rules! default_resolver {
    ($service:expr) => {
        /// Decides on an endpoint by the service's own rules, as a client without a resolver of its own does. For
        /// resolvers that change some endpoints and leave the rest.
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct DefaultResolver;

        impl DefaultResolver {
            /// Makes one.
            #[inline]
            pub fn new() -> Self {
                Self
            }
        }

        impl $crate::config::endpoint::ResolveEndpoint for DefaultResolver {
            #[inline]
            fn resolve_endpoint<'a>(
                &'a self,
                params: &'a $crate::config::endpoint::Params,
            ) -> $crate::config::endpoint::EndpointFuture<'a> {
                $crate::config::endpoint::EndpointFuture::ready($crate::config::endpoint::by_rules(&$service, params))
            }
        }
    };
}
