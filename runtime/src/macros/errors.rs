//! Errors: the structures that the model describes, and the enum over them.

/// What makes a structure an error.
#[macro_export]
#[doc(hidden)]
macro_rules! __error {
    ($name:ident, $builder:ident) => {
        impl $builder {
            /// Sets code, message and request ID as the response gave them.
            #[inline]
            pub fn meta(mut self, meta: $crate::error::ErrorMetadata) -> Self {
                self.meta = Some(::std::boxed::Box::new(meta));
                self
            }

            /// Sets or clears code, message and request ID.
            #[inline]
            pub fn set_meta(&mut self, meta: ::std::option::Option<$crate::error::ErrorMetadata>) -> &mut Self {
                self.meta = meta.map(::std::boxed::Box::new);
                self
            }
        }

        impl $name {
            pub(crate) fn set_meta(&mut self, meta: $crate::error::ErrorMetadata) {
                self.meta = ::std::boxed::Box::new(meta);
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::error::fmt_modeled_error(self, stringify!($name), f)
            }
        }

        impl ::std::error::Error for $name {}

        impl $crate::error::ProvideErrorMetadata for $name {
            #[inline]
            fn meta(&self) -> &$crate::error::ErrorMetadata {
                &self.meta
            }
        }

        impl $crate::RequestId for $name {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::RequestId::request_id(&*self.meta)
            }
        }
    };
}

/// Declares the crate's error enum: a variant per error of the model, which the module after `of` has under the same
/// name, and `Unhandled`. A row says the error's code, the code that it had in awsQuery, and the status of its answers.
#[macro_export]
#[doc(hidden)]
macro_rules! service_error {
    (
        $(#[$meta:meta])*
        pub enum $name:ident of $module:tt {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident = $code:literal $(| $query_code:literal)? $(($status:literal))?, $is:ident;
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* $variant($crate::__error_type!($module $variant)), )*
            /// What the model doesn't describe: a code that it doesn't know, or a failure before there was an answer. Ask
            /// `code()` and `message()` rather than matching on it.
            #[deprecated(note = "match with a wildcard and ask `code()`: codes become variants once the model knows them")]
            Unhandled($crate::error::Unhandled),
        }

        #[allow(deprecated)]
        impl $name {
            /// Wraps a failure that is not the service's answer.
            #[inline]
            pub fn unhandled(
                source: impl ::std::convert::Into<$crate::error::BoxError>,
            ) -> Self {
                Self::Unhandled($crate::error::Unhandled::new(source, None))
            }

            /// Makes an error of a code and a message alone.
            #[inline]
            pub fn generic(meta: $crate::error::ErrorMetadata) -> Self {
                Self::Unhandled($crate::error::Unhandled::from_meta(meta))
            }

            /// Code, message and request ID, as far as the response gave them.
            #[inline]
            pub fn meta(&self) -> &$crate::error::ErrorMetadata {
                $crate::error::ProvideErrorMetadata::meta(self)
            }

            $(
                #[doc = concat!("Whether it is `", $code, "`.")]
                #[inline]
                pub fn $is(&self) -> bool {
                    matches!(self, Self::$variant(_))
                }
            )*
        }

        #[allow(deprecated)]
        impl $crate::error::ProvideErrorMetadata for $name {
            #[inline]
            fn meta(&self) -> &$crate::error::ErrorMetadata {
                match self {
                    $( Self::$variant(error) => $crate::error::ProvideErrorMetadata::meta(error), )*
                    Self::Unhandled(error) => $crate::error::ProvideErrorMetadata::meta(error),
                }
            }
        }

        #[allow(deprecated)]
        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $( Self::$variant(error) => ::std::fmt::Display::fmt(error, f), )*
                    Self::Unhandled(error) => ::std::fmt::Display::fmt(error, f),
                }
            }
        }

        #[allow(deprecated)]
        impl ::std::error::Error for $name {
            #[inline]
            fn source(&self) -> ::std::option::Option<&(dyn ::std::error::Error + 'static)> {
                match self {
                    $( Self::$variant(error) => Some(error), )*
                    Self::Unhandled(error) => error.source(),
                }
            }
        }

        #[allow(deprecated)]
        impl $crate::error::CreateUnhandledError for $name {
            fn create_unhandled_error(
                source: $crate::error::BoxError,
                meta: ::std::option::Option<$crate::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled($crate::error::Unhandled::new(source, meta))
            }
        }

        impl $crate::error::ServiceError for $name {
            #[inline]
            fn from_response(
                meta: $crate::error::ErrorMetadata,
                response: &$crate::config::http::HttpResponse,
            ) -> Self {
                match $crate::error::decode::shape(&meta) {
                    $(
                        Some($code $(| $query_code)?) => {
                            let mut error =
                                $crate::operation::modeled::<$crate::__error_type!($module $variant)>(response, &meta);
                            error.set_meta(meta);
                            Self::$variant(error)
                        }
                    )*
                    _ => Self::generic(meta),
                }
            }

            $crate::__error_answer! { $( $variant = $code $(($status))?; )* }
        }

        impl $crate::RequestId for $name {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::RequestId::request_id(self.meta())
            }
        }

        impl ::std::convert::From<$crate::error::BuildError> for $name {
            fn from(error: $crate::error::BuildError) -> Self {
                Self::unhandled(error)
            }
        }

        impl<O> ::std::convert::From<$crate::waiter::WaiterError<O, Self>> for $name
        where
            O: ::std::marker::Send + ::std::marker::Sync + ::std::fmt::Debug + 'static,
        {
            fn from(error: $crate::waiter::WaiterError<O, Self>) -> Self {
                match error {
                    $crate::waiter::WaiterError::OperationFailed(failure) => failure.into_error().into(),
                    other => Self::unhandled(other),
                }
            }
        }

        impl<R> ::std::convert::From<$crate::error::SdkError<Self, R>> for $name
        where
            R: ::std::marker::Send + ::std::marker::Sync + ::std::fmt::Debug + 'static,
        {
            fn from(error: $crate::error::SdkError<Self, R>) -> Self {
                match error {
                    $crate::error::SdkError::ServiceError(context) => context.into_err(),
                    other => Self::unhandled(other),
                }
            }
        }
    };
}

/// What an error is as an answer, for tests that let the service answer with it.
#[cfg(feature = "test-util")]
#[macro_export]
#[doc(hidden)]
macro_rules! __error_answer {
    ($( $variant:ident = $code:literal $(($status:literal))?; )*) => {
        fn to_answer(&self) -> ::std::result::Result<$crate::test_util::ErrorAnswer, $crate::error::BoxError> {
            match self {
                $( Self::$variant(error) => {
                    $crate::test_util::ErrorAnswer::modeled($code, &[$($status)?], error)
                } )*
                other => $crate::test_util::ErrorAnswer::unmodeled($crate::error::ProvideErrorMetadata::meta(other)),
            }
        }
    };
}

/// Nothing outside tests.
#[cfg(not(feature = "test-util"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __error_answer {
    ($($rows:tt)*) => {};
}

/// The type of an error, in the module of errors, whose path is in parentheses.
#[macro_export]
#[doc(hidden)]
macro_rules! __error_type {
    (($($module:ident)::+) $error:ident) => { $($module)::+::$error };
}
