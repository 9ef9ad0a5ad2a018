//! Errors: the structures that the model describes, and the enums over them: one of the service, one of each operation.

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
        $crate::__error_enum! {
            $(#[$meta])*
            $name { $( $(#[$variant_meta])* $variant($crate::__error_type!($module $variant)), $is = $code; )* }
        }

        $(
            impl $crate::error::ModeledError for $crate::__error_type!($module $variant) {
                const CODE: &'static str = $code;
                const STATUS: ::std::option::Option<u16> = $crate::__status!($($status)?);
            }
        )*

        #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
        impl $crate::error::ServiceError for $name {
            #[inline]
            fn from_response(
                meta: $crate::error::ErrorMetadata,
                response: &$crate::config::http::HttpResponse,
            ) -> Self {
                match $crate::error::decode::shape(&meta) {
                    $(
                        ::std::option::Option::Some($code $(| $query_code)?) => {
                            let mut error =
                                $crate::error::modeled::<$crate::__error_type!($module $variant)>(response, &meta);
                            error.set_meta(meta);
                            Self::$variant(error)
                        }
                    )*
                    _ => Self::generic(meta),
                }
            }
        }

        $crate::__error_answer! { $name $($variant)* }

        #[doc(hidden)]
        #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
        impl $crate::error::CrateError for $name {
            fn of_unhandled(error: $crate::error::Unhandled) -> Self {
                Self::Unhandled(error)
            }

            fn into_unhandled(self) -> ::std::result::Result<$crate::error::Unhandled, Self> {
                match self {
                    Self::Unhandled(error) => ::std::result::Result::Ok(error),
                    #[allow(unreachable_patterns, reason = "the model may have no errors")]
                    other => ::std::result::Result::Err(other),
                }
            }
        }

        // Of the operations whose model lists no errors.
        impl<O: 'static> ::std::convert::From<$crate::error::UnmodeledError<O, Self>> for $name {
            fn from(error: $crate::error::UnmodeledError<O, Self>) -> Self {
                error.into_crate_error()
            }
        }

        impl ::std::convert::From<$crate::error::BuildError> for $name {
            fn from(error: $crate::error::BuildError) -> Self {
                Self::unhandled(error)
            }
        }

        // Of every operation's error at once; an error that is the service's own is among them.
        impl<O, E> ::std::convert::From<$crate::waiter::WaiterError<O, E>> for $name
        where
            O: ::std::marker::Send + ::std::marker::Sync + ::std::fmt::Debug + 'static,
            E: $crate::error::ServiceError + ::std::convert::Into<Self>,
        {
            fn from(error: $crate::waiter::WaiterError<O, E>) -> Self {
                match error {
                    $crate::waiter::WaiterError::OperationFailed(failure) => failure.into_error().into(),
                    other => Self::unhandled(other),
                }
            }
        }

        impl<E, R> ::std::convert::From<$crate::error::SdkError<E, R>> for $name
        where
            E: $crate::error::ServiceError + ::std::convert::Into<Self>,
            R: ::std::marker::Send + ::std::marker::Sync + ::std::fmt::Debug + 'static,
        {
            fn from(error: $crate::error::SdkError<E, R>) -> Self {
                match error {
                    $crate::error::SdkError::ServiceError(context) => context.into_err().into(),
                    other => Self::unhandled(other),
                }
            }
        }
    };
}

/// Declares an operation's error enum: a variant per error that its model lists, each with its predicate, and `Unhandled`.
/// The crate that it is used in has all of them in its `Error`, and their types in `types::error`. Of an operation whose model lists
/// none, the error's name is followed by `of` and the operation's: it needs no enum.
#[macro_export]
#[doc(hidden)]
#[allow(clippy::crate_in_macro_def, reason = "the error types are the generated crate's")]
macro_rules! operation_error {
    ($name:ident of $unit:ident) => {
        #[doc = concat!("What `", stringify!($unit), "` fails with. `?` makes the crate's [`Error`](crate::Error) of it.")]
        pub type $name = $crate::error::UnmodeledError<$unit, crate::Error>;
    };
    ($operation:literal, $name:ident $(: $($variant:ident $is:ident),+)?) => {
        $crate::__error_enum! {
            #[doc = concat!("What `", $operation, "` fails with. `?` makes the crate's [`Error`](crate::Error) of it.")]
            $name { $($(
                #[doc = concat!("See [`", stringify!($variant), "`](crate::types::error::", stringify!($variant), ").")]
                $variant(crate::types::error::$variant), $is = stringify!($variant);
            )+)? }
        }

        #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
        impl $crate::error::ServiceError for $name {
            fn from_response(
                meta: $crate::error::ErrorMetadata,
                response: &$crate::config::http::HttpResponse,
            ) -> Self {
                match <crate::Error as $crate::error::ServiceError>::from_response(meta, response) {
                    $($( crate::Error::$variant(error) => Self::$variant(error), )+)?
                    crate::Error::Unhandled(error) => Self::Unhandled(error),
                    // The model has it, for other operations.
                    #[allow(unreachable_patterns, reason = "this operation may have all")]
                    other => Self::Unhandled($crate::error::Unhandled::undeclared(other)),
                }
            }
        }

        $crate::__error_answer! { $name $($($variant)+)? }

        #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
        impl ::std::convert::From<$name> for crate::Error {
            fn from(error: $name) -> Self {
                match error {
                    $($( $name::$variant(error) => Self::$variant(error), )+)?
                    $name::Unhandled(error) => error.into_declared().unwrap_or_else(Self::Unhandled),
                }
            }
        }
    };
}
