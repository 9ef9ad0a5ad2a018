//! Streams of events: what a union's members are called in messages, and where an input or output has its stream.

/// Declares what a union means to streams: the format of its events, the error that ends a stream, the events, and after a
/// `!` each of the errors, with the union's name for it and its code.
///
/// ```text
/// sdk_runtime::event_stream! {
///     Tidings of JsonEvents, until (crate::types::error::TidingsError) {
///         Arrived(Arrival) = "arrived";
///         ! Lost = "lost" as "LostError";
///     }
/// }
/// ```
#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! event_stream {
    (
        $name:ident of $format:ty, until $error:tt {
            $( $variant:ident $(($ty:ty))? = $wire:literal; )*
            $( ! $failure:ident = $failed:literal as $code:literal; )*
        }
    ) => {
        impl $crate::event_stream::Events for $name {
            type Error = $crate::__ends_with!($error);
            type Format = $format;
            const NAME: &'static str = stringify!($name);
            const ERRORS: &'static [(&'static str, &'static str)] = &[$( ($failed, $code) ),*];

            #[allow(unused_variables, reason = "a stream may have no events")]
            fn read_event(
                name: &str,
                event: &$crate::codec::EventParts<'_>,
            ) -> ::std::result::Result<::std::option::Option<Self>, $crate::error::BoxError> {
                ::std::result::Result::Ok(match name {
                    $( $wire => ::std::option::Option::Some($crate::__read_as!(event, $variant $(($ty))?)), )*
                    _ => ::std::option::Option::None,
                })
            }

            #[inline]
            fn unknown() -> Self {
                Self::Unknown
            }

            fn write_event(
                &self,
            ) -> ::std::result::Result<::std::option::Option<(&'static str, $crate::codec::EventBody)>, $crate::error::BoxError> {
                match self {
                    $( $crate::__union_pattern!($variant event $(($ty))?) => $crate::__write_as!($wire, event $(($ty))?), )*
                    Self::Unknown => ::std::result::Result::Ok(::std::option::Option::None),
                }
            }

            fn write_exception(
                error: &$crate::__ends_with!($error),
            ) -> ::std::result::Result<::std::option::Option<(&'static str, $crate::codec::EventBody)>, $crate::error::BoxError> {
                match error {
                    $( $crate::__failure!($error $failure error) => <Self as $crate::event_stream::Events>::write_as($failed, error), )*
                    _ => ::std::result::Result::Ok(::std::option::Option::None),
                }
            }
        }
    };
}

#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! __read_as {
    ($event:ident, $variant:ident) => {
        Self::$variant
    };
    ($event:ident, $variant:ident($ty:ty)) => {
        Self::$variant(<Self as $crate::event_stream::Events>::read_as::<$ty>($event)?)
    };
}

#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! __write_as {
    ($wire:literal, $event:ident) => {
        ::std::result::Result::Ok(::std::option::Option::Some(($wire, ::std::default::Default::default())))
    };
    ($wire:literal, $event:ident($ty:ty)) => {
        <Self as $crate::event_stream::Events>::write_as($wire, $event)
    };
}

#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! __ends_with {
    (($($error:ident)::+)) => { $($error)::+ };
}

#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! __failure {
    (($($error:ident)::+) $failure:ident $value:ident) => {
        $($error)::+::$failure($value)
    };
}

/// Inside an operation's declaration: the input's field that is its stream of events. `initial` says that the other members are
/// in a message before all others.
#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! request_events {
    ($field:ident $(, $initial:ident)?) => {
        const REQUEST_EVENTS: ::std::option::Option<$crate::client::EventsIn<Self>> =
            ::std::option::Option::Some($crate::client::EventsIn {
                take: |input| input.$field.take_messages(),
                initial: $crate::__initial!($($initial)?),
            });
    };
}

/// The same of the output.
#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! response_events {
    ($field:ident $(, $initial:ident)?) => {
        const RESPONSE_EVENTS: ::std::option::Option<
            $crate::client::EventsOut<<Self as $crate::client::Operation>::Output>,
        > = ::std::option::Option::Some($crate::client::EventsOut {
            field: ::std::stringify!($field),
            put: |output, events| output.$field = $crate::event_stream::EventReceiver::new(events),
            take: |output| output.$field.take_messages(),
            initial: $crate::__initial!($($initial)?),
        });
    };
}

/// Whether members travel in a message of their own.
#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! __initial {
    () => {
        false
    };
    (initial) => {
        true
    };
}
