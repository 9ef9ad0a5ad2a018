//! Enums over errors: what the service's and the operations' have in common.
//!
//! All that need not be written per enum is behind [`HeldError`](crate::error::HeldError), which is compiled once.

/// An enum over errors, with a predicate per variant.
#[macro_export]
#[doc(hidden)]
macro_rules! __error_enum {
    (
        $(#[$meta:meta])*
        $name:ident { $( $(#[$variant_meta:meta])* $variant:ident($of:ty), $is:ident = $code:expr; )* }
    ) => {
        $(#[$meta])*
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* $variant($of), )*
            /// What the model doesn't describe: a code that it doesn't know, or a failure before there was an answer. Ask
            /// `code()` and `message()` rather than matching on it.
            #[deprecated(note = "match with a wildcard and ask `code()`: codes become variants once the model knows them")]
            Unhandled($crate::error::Unhandled),
        }

        #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
        impl $name {
            /// Wraps a failure that is not the service's answer.
            #[inline]
            pub fn unhandled(
                source: impl ::std::convert::Into<$crate::error::BoxError>,
            ) -> Self {
                Self::Unhandled($crate::error::Unhandled::new(source, ::std::option::Option::None))
            }

            /// Makes an error of a code and a message alone.
            #[inline]
            pub fn generic(meta: $crate::error::ErrorMetadata) -> Self {
                Self::Unhandled($crate::error::Unhandled::from_meta(meta))
            }

            /// Code, message and request ID, as far as the response gave them.
            #[inline]
            pub fn meta(&self) -> &$crate::error::ErrorMetadata {
                $crate::error::ProvideErrorMetadata::meta(self.held().1)
            }

            $(
                #[doc = concat!("Whether it is `", $code, "`.")]
                #[inline]
                pub fn $is(&self) -> bool {
                    ::std::matches!(self, Self::$variant(_))
                }
            )*

            /// The variant's name, and what it holds.
            fn held(&self) -> (&'static str, &dyn $crate::error::HeldError) {
                match self {
                    $( Self::$variant(error) => (::std::stringify!($variant), error), )*
                    Self::Unhandled(error) => ("Unhandled", error),
                }
            }
        }

        impl $crate::error::ProvideErrorMetadata for $name {
            #[inline]
            fn meta(&self) -> &$crate::error::ErrorMetadata {
                $name::meta(self)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::error::fmt_held(self.held(), f)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self.held().1, f)
            }
        }

        impl ::std::error::Error for $name {
            fn source(&self) -> ::std::option::Option<&(dyn ::std::error::Error + 'static)> {
                self.held().1.cause()
            }
        }

        #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
        impl $crate::error::CreateUnhandledError for $name {
            fn create_unhandled_error(
                source: $crate::error::BoxError,
                meta: ::std::option::Option<$crate::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled($crate::error::Unhandled::new(source, meta))
            }
        }

        impl $crate::RequestId for $name {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::RequestId::request_id($name::meta(self))
            }
        }
    };
}

/// What an error is as an answer, for tests that let the service answer with it.
#[cfg(feature = "test-util")]
#[macro_export]
#[doc(hidden)]
macro_rules! __error_answer {
    ($name:ident $($variant:ident)*) => {
        #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
        impl $crate::test_util::AnswerError for $name {
            fn to_answer(&self) -> ::std::result::Result<$crate::test_util::ErrorAnswer, $crate::error::BoxError> {
                match self {
                    $( Self::$variant(error) => $crate::test_util::ErrorAnswer::modeled(error), )*
                    Self::Unhandled(error) => {
                        $crate::test_util::ErrorAnswer::unmodeled($crate::error::ProvideErrorMetadata::meta(error))
                    }
                }
            }
        }
    };
}

/// Nothing outside tests.
#[cfg(not(feature = "test-util"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __error_answer {
    ($name:ident $($variant:ident)*) => {};
}

/// The type of an error, in the module of errors, whose path is in parentheses.
#[macro_export]
#[doc(hidden)]
macro_rules! __error_type {
    (($($module:ident)::+) $error:ident) => { $($module)::+::$error };
}

/// The status of an error's answers, if the model says one.
#[macro_export]
#[doc(hidden)]
macro_rules! __status {
    () => {
        ::std::option::Option::None
    };
    ($status:literal) => {
        ::std::option::Option::Some($status)
    };
}
