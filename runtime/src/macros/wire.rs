//! Wire form: the members' list for requests and serde, and their reading.

/// From the rows of a structure: [`Members`](crate::codec::Members), [`MemberReader`](crate::codec::MemberReader),
/// `Serialize` and `Deserialize`.
#[macro_export]
#[doc(hidden)]
macro_rules! __wire {
    ($strict:tt, $name:ident, $builder:ident [$($later:ident)?] [$($held:ident)?] { $(
        $field:ident [$shown:expr] [$presence:ident] [$($flag:ident)*] [$($default:expr)?]
            = $place:ident $wire:literal [$key:expr] [$codec:expr];
    )* }) => {
        impl $crate::codec::Members for $name {
            const NAME: &'static str = stringify!($name);
            const HAS_BODY: bool = false $( || $crate::__in_body!($place) )*;

            #[allow(unused_variables, reason = "a structure may have no members")]
            fn write_members<__W: $crate::codec::MemberWriter>(
                &self,
                to: &mut __W,
            ) -> ::std::result::Result<(), __W::Error> {
                $(
                    $crate::__write! {
                        $place, to, $crate::__value!(self.$field, $presence; $($flag)*, to),
                        $crate::codec::Member {
                            field: $shown,
                            name: $wire,
                            key: $key,
                            required: $crate::__required!($place $($flag)*),
                        },
                        $codec
                    }
                )*
                ::std::result::Result::Ok(())
            }
        }

        impl $crate::codec::MemberReader for $builder {
            type Structure = $name;
            const NAME: &'static str = stringify!($name);
            const STRICT: bool = $strict;
            $crate::__rest! { $( $place $wire; )* }

            #[allow(unused_variables, reason = "a structure may have no members")]
            fn read_member<__U: $crate::codec::Unread>(
                &mut self,
                name: &str,
                value: &mut __U,
            ) -> ::std::result::Result<(), __U::Error> {
                match name {
                    $( $wire => value.read(&mut self.$field, $codec), )*
                    _ => ::std::result::Result::Ok(()),
                }
            }

            #[allow(unused_variables, reason = "most structures have nothing outside the body")]
            fn read_http(&mut self, from: &$crate::codec::ResponseParts<'_>) -> ::std::result::Result<(), $crate::error::BoxError> {
                $( $crate::__read_http! {
                    $place, from, self.$field, $key, $codec
                } )*
                ::std::result::Result::Ok(())
            }

            $crate::__read_events! { $( $place $field [$key] [$codec]; )* }

            #[inline]
            fn missing(&self) -> ::std::vec::Vec<&'static str> {
                #[allow(unused_mut, reason = "a structure may have no such members")]
                let mut missing = ::std::vec::Vec::new();
                $( $crate::__missing!($strict $place, missing, self.$field, $shown, $presence $(, $default)?); )*
                missing
            }

            #[inline]
            fn corrected(self) -> $name {
                $name {
                    $( $field: $crate::__corrected!(self.$field, $presence $(, $default)?), )*
                    $( $later: ::std::default::Default::default(), )?
                    $( $held: self.$held.unwrap_or_default(), )?
                }
            }
        }

        impl $crate::codec::Built for $name {
            type Builder = $builder;
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<__S: $crate::serde::Serializer>(&self, to: __S) -> ::std::result::Result<__S::Ok, __S::Error> {
                $crate::codec::serialize(self, to)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<__D: $crate::serde::Deserializer<'de>>(from: __D) -> ::std::result::Result<Self, __D::Error> {
                $crate::codec::deserialize::<$builder, __D>(from)
            }
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __in_body {
    (member) => {
        true
    };
    (attribute) => {
        true
    };
    (rest) => {
        true
    };
    ($place:ident) => {
        false
    };
}

/// Which member holds those that a structure doesn't have.
#[cfg(feature = "simple-rest-json")]
#[macro_export]
#[doc(hidden)]
macro_rules! __rest {
    ($( $place:ident $wire:literal; )*) => { $( $crate::__rest_member! { $place $wire } )* };
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

#[macro_export]
#[doc(hidden)]
macro_rules! __write {
    (member, $to:ident, $value:expr, $place:expr, $codec:expr) => {
        // `match`, so that a token made just now lives until it is written.
        match $value {
            value => $to.member(&$place, value, $codec)?,
        }
    };
    (attribute, $to:ident, $value:expr, $place:expr, $codec:expr) => {
        match $value {
            value => $to.attribute(&$place, value, $codec)?,
        }
    };
    (rest, $to:ident, $value:expr, $place:expr, $codec:expr) => { $to.rest(&$place, $value, $codec)?; };
    (payload, $to:ident, $value:expr, $place:expr, $codec:expr) => { $to.payload(&$place, $value, $codec)?; };
    (event_header, $to:ident, $value:expr, $place:expr, $codec:expr) => {
        $to.event_header(&$place, $value, $codec)?;
    };
    (event_payload, $to:ident, $value:expr, $place:expr, $codec:expr) => {
        $to.event_payload(&$place, $value, $codec)?;
    };
    (events, $to:ident, $value:expr, $place:expr, $codec:expr) => {
        $to.events(&$place, $value.is_some_and(|events| events.is_given()))?;
    };
    (stream, $to:ident, $value:expr, $place:expr, $codec:expr) => { $to.stream(&$place, $value, $codec)?; };
    (status, $to:ident, $value:expr, $place:expr, $codec:expr) => { $to.status(&$place, $value, $codec)?; };
    (prefix_headers, $to:ident, $value:expr, $place:expr, $codec:expr) => {
        $to.spread($crate::codec::Location::Header, &$place, $value, $codec)?;
    };
    (query_map, $to:ident, $value:expr, $place:expr, $codec:expr) => {
        $to.spread($crate::codec::Location::Query, &$place, $value, $codec)?;
    };
    (label, $($rest:tt)*) => { $crate::__write! { @bound Label, $($rest)* } };
    (verbatim, $($rest:tt)*) => { $crate::__write! { @bound Verbatim, $($rest)* } };
    (endpoint, $($rest:tt)*) => { $crate::__write! { @bound Endpoint, $($rest)* } };
    (query, $($rest:tt)*) => { $crate::__write! { @bound Query, $($rest)* } };
    (header, $($rest:tt)*) => { $crate::__write! { @bound Header, $($rest)* } };
    (@bound $location:ident, $to:ident, $value:expr, $place:expr, $codec:expr) => {
        match $value {
            value => $to.bound($crate::codec::Location::$location, &$place, value, $codec)?,
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __read_http {
    (header, $from:ident, $field:expr, $key:expr, $codec:expr) => {
        $from.header(&mut $field, $key, $codec)?;
    };
    (prefix_headers, $from:ident, $field:expr, $key:expr, $codec:expr) => {
        $from.prefix_headers(&mut $field, $key, $codec)?;
    };
    (payload, $from:ident, $field:expr, $key:expr, $codec:expr) => {
        $from.payload(&mut $field, $codec)?;
    };
    (status, $from:ident, $field:expr, $key:expr, $codec:expr) => {
        $from.status(&mut $field);
    };
    ($place:ident, $from:ident, $field:expr, $key:expr, $codec:expr) => {};
}

/// The method that reads what an event has outside a structure that is its payload.
#[cfg(feature = "event-stream")]
#[macro_export]
#[doc(hidden)]
macro_rules! __read_events {
    ($( $place:ident $field:ident [$key:expr] [$codec:expr]; )*) => {
        #[allow(unused_variables, reason = "most structures are no events, or have nothing outside their payload")]
        fn read_event(&mut self, from: &$crate::codec::EventParts<'_>) -> ::std::result::Result<(), $crate::error::BoxError> {
            $( $crate::__read_event! { $place, from, self.$field, $key, $codec } )*
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

#[macro_export]
#[doc(hidden)]
macro_rules! __value {
    ($value:expr, always; $($flag:ident)*, $to:ident) => { ::std::option::Option::Some(&$value) };
    ($value:expr, optional; token $($flag:ident)*, $to:ident) => {
        $value.clone().or_else(|| $to.token()).as_ref()
    };
    ($value:expr, optional; own_account $($flag:ident)*, $to:ident) => {
        $value.clone().filter(|account| !account.is_empty()).or_else(|| $to.own_account()).as_ref()
    };
    ($value:expr, optional; $other:ident $($flag:ident)*, $to:ident) => {
        $crate::__value!($value, optional; $($flag)*, $to)
    };
    ($value:expr, optional; , $to:ident) => { $value.as_ref() };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __key {
    ($wire:literal) => {
        $wire
    };
    ($wire:literal $key:literal) => {
        $key
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __required {
    (label $($flag:ident)*) => { true };
    (verbatim $($flag:ident)*) => { true };
    ($place:ident required $($flag:ident)*) => { true };
    ($place:ident $other:ident $($flag:ident)*) => { $crate::__required!($place $($flag)*) };
    ($place:ident) => { false };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __codec {
    () => {
        $crate::codec::Plain
    };
    ($codec:expr) => {
        $codec
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
macro_rules! __corrected {
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
