//! Rows as what reads their members, and what a builder makes of them.

/// Which member holds those that a structure doesn't have, where one does.
#[cfg(feature = "simple-rest-json")]
#[macro_export]
#[doc(hidden)]
macro_rules! __rest {
    ([$(member)*] $($rows:tt)*) => {};
    ([$($places:ident)*] $( $place:ident $wire:literal; )*) => { $( $crate::__rest_member! { $place $wire } )* };
}

#[cfg(feature = "simple-rest-json")]
#[macro_export]
#[doc(hidden)]
macro_rules! __rest_member {
    (rest $wire:literal) => {
        const REST: ::std::option::Option<&'static str> = ::std::option::Option::Some($wire);
    };
    ($place:ident $wire:literal) => {};
}

/// None does.
#[cfg(not(feature = "simple-rest-json"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __rest {
    ($($rows:tt)*) => {};
}

/// The method that reads what an answer has outside its body, where there is any.
#[macro_export]
#[doc(hidden)]
macro_rules! __read_http {
    // No answer has it.
    (true $($rest:tt)*) => {};
    (false [$(member)*] $($rest:tt)*) => {};
    (false [$($places:ident)*] [$($at:ident)*] { $( $place:ident $field:ident $wire:literal $key:tt [$codec:expr]; )* }) => {
        #[allow(unused_mut, unused_variables, reason = "of what requests hold too, little is in an answer")]
        fn read_http(&mut self, from: &$crate::codec::ResponseParts<'_>) -> ::std::result::Result<(), $crate::error::BoxError> {
            let to = &mut (*self)$(.$at)*;
            let mut from = $crate::codec::Outside::new(from);
            $( $crate::__read_outside! { $place $key, from, to.$field, $wire, $codec } )*
            from.finish()
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __read_outside {
    (header [$($key:literal)?], $from:ident, $field:expr, $wire:literal, $codec:expr) => {
        $from.header(&mut $field, { $wire $(; $key)? }, $codec);
    };
    (prefix_headers [$($key:literal)?], $from:ident, $field:expr, $wire:literal, $codec:expr) => {
        $from.prefix_headers(&mut $field, { $wire $(; $key)? }, $codec);
    };
    (payload $key:tt, $from:ident, $field:expr, $wire:literal, $codec:expr) => {
        $from.payload(&mut $field, $codec);
    };
    (status $key:tt, $from:ident, $field:expr, $wire:literal, $codec:expr) => {
        $from.status(&mut $field);
    };
    ($place:ident $($rest:tt)*) => {};
}

/// The method that reads what an event has outside a structure that is its payload.
#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! __read_events {
    // Neither what requests hold is read, nor is an output an event.
    (true $($rest:tt)*) => {};
    (false [_request_id] $($rest:tt)*) => {};
    (false [] [$(member)*] $($rest:tt)*) => {};
    (false [] [$($places:ident)*] [$($at:ident)*] { $( $place:ident $field:ident $wire:literal [$($key:literal)?] [$codec:expr]; )* }) => {
        #[allow(unused_variables, reason = "most structures are no events, or have nothing outside their payload")]
        fn read_event(&mut self, from: &$crate::codec::EventParts<'_>) -> ::std::result::Result<(), $crate::error::BoxError> {
            let to = &mut (*self)$(.$at)*;
            $( $crate::__read_event! { $place, from, to.$field, { $wire $(; $key)? }, $codec } )*
            ::std::result::Result::Ok(())
        }
    };
}

/// Nothing where there are no events.
#[cfg(not(feature = "event-stream"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __read_events {
    ($($rows:tt)*) => {};
}

#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! __read_event {
    (event_header, $from:ident, $field:expr, $key:expr, $codec:expr) => {
        $from.header(&mut $field, $key)?;
    };
    (event_payload, $from:ident, $field:expr, $key:expr, $codec:expr) => {
        $from.payload(&mut $field, $codec)?;
    };
    ($place:ident, $from:ident, $field:expr, $key:expr, $codec:expr) => {};
}

/// What a builder makes of its members, and which are missing for that. One that holds the structure lacks nothing.
#[macro_export]
#[doc(hidden)]
macro_rules! __corrected {
    ([inner] $name:ident $($rest:tt)*) => {
        #[inline]
        fn corrected(self) -> $name {
            self.inner
        }
    };
    ([] $name:ident $strict:tt [$($later:ident)?] [$($held:ident)?] $(
        $place:ident $field:ident [$shown:expr] $presence:ident [$($default:expr)?];
    )*) => {
        fn missing(&self) -> ::std::vec::Vec<&'static str> {
            #[allow(unused_mut, reason = "a structure may have no such members")]
            let mut missing = ::std::vec::Vec::new();
            $( $crate::__missing!($strict $place, missing, self.$field, $shown, $presence $(, $default)?); )*
            missing
        }

        #[inline]
        fn corrected(self) -> $name {
            $name {
                $( $field: $crate::__or_zero!(self.$field, $presence $(, $default)?), )*
                $( $later: ::std::default::Default::default(), )?
                $( $held: self.$held.unwrap_or_default(), )?
            }
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __missing {
    // Of a request, it is asked for when that is made.
    (true events, $missing:ident, $value:expr, $name:expr, always) => {};
    ($strict:tt $place:ident, $missing:ident, $value:expr, $name:expr, always) => {
        if $value.is_none() {
            $missing.push($name);
        }
    };
    ($strict:tt $place:ident, $missing:ident, $value:expr, $name:expr, $presence:ident $(, $default:expr)?) => {};
}

#[macro_export]
#[doc(hidden)]
macro_rules! __or_zero {
    ($value:expr, always) => {
        $value.unwrap_or_else($crate::codec::Zero::zero)
    };
    ($value:expr, always, $default:expr) => {
        $value.unwrap_or_else(|| $default.into())
    };
    ($value:expr, optional) => {
        $value
    };
}
