//! A row as what writes its member.

/// Whether any member is in the body. As a rule, all are.
#[macro_export]
#[doc(hidden)]
macro_rules! __has_body {
    () => {
        const HAS_BODY: bool = false;
    };
    ($(member)+) => {};
    ($($place:ident)+) => {
        const HAS_BODY: bool = false $( || $crate::__in_body!($place) )+;
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

/// Hands a member to the list: `key` is absent where it is the name, `flags` may say more than where it belongs.
#[macro_export]
#[doc(hidden)]
macro_rules! __write {
    // What most members are, in one step.
    (member optional [$(sensitive)?] [], $to:ident, $shown:expr, $wire:literal, $value:expr, $codec:expr) => {
        $to.optional($shown, $wire, &$value, $codec);
    };
    (member optional [required $(sensitive)?] [], $to:ident, $shown:expr, $wire:literal, $value:expr, $codec:expr) => {
        $to.required($shown, $wire, &$value, $codec);
    };
    (member always [$(sensitive)?] [], $to:ident, $shown:expr, $wire:literal, $value:expr, $codec:expr) => {
        $to.always($shown, $wire, &$value, $codec);
    };
    (label optional [$(required)? $(sensitive)?] [], $to:ident, $shown:expr, $wire:literal, $value:expr, $codec:expr) => {
        $to.optional_at($crate::codec::Location::Label, $shown, $wire, $wire, true, &$value, $codec);
    };
    (query optional [] [$($key:literal)?], $to:ident, $shown:expr, $wire:literal, $value:expr, $codec:expr) => {
        $to.optional_at(
            $crate::codec::Location::Query, $shown, $wire, { $wire $(; $key)? }, false, &$value, $codec,
        );
    };
    (header optional [] [$($key:literal)?], $to:ident, $shown:expr, $wire:literal, $value:expr, $codec:expr) => {
        $to.optional_at(
            $crate::codec::Location::Header, $shown, $wire, { $wire $(; $key)? }, false, &$value, $codec,
        );
    };
    // Any other.
    ($place:ident $presence:ident [$($flag:ident)*] [$($key:literal)?],
        $to:ident, $shown:expr, $wire:literal, $value:expr, $codec:expr) => {
        $crate::__write! {
            @$place $to, [$shown, $wire, { $wire $(; $key)? }], $crate::__required!($place $($flag)*),
            $crate::__value!($value, $presence; $($flag)*, $to), $codec
        }
    };
    (@events $to:ident, $names:expr, $required:expr, $value:expr, $codec:expr) => {
        $to.events($names, $required, $value.is_some_and(|events| events.is_given()));
    };
    (@label $($rest:tt)*) => { $crate::__write! { @bound Label, $($rest)* } };
    (@verbatim $($rest:tt)*) => { $crate::__write! { @bound Verbatim, $($rest)* } };
    (@endpoint $($rest:tt)*) => { $crate::__write! { @bound Endpoint, $($rest)* } };
    (@query $($rest:tt)*) => { $crate::__write! { @bound Query, $($rest)* } };
    (@header $($rest:tt)*) => { $crate::__write! { @bound Header, $($rest)* } };
    (@prefix_headers $($rest:tt)*) => { $crate::__write! { @spread Header, $($rest)* } };
    (@query_map $($rest:tt)*) => { $crate::__write! { @spread Query, $($rest)* } };
    (@bound $location:ident, $to:ident, $names:expr, $required:expr, $value:expr, $codec:expr) => {
        // `match`, so that a token made just now lives until it is written.
        match $value {
            value => $to.bound($crate::codec::Location::$location, $names, $required, value, $codec),
        }
    };
    (@spread $location:ident, $to:ident, $names:expr, $required:expr, $value:expr, $codec:expr) => {
        $to.spread($crate::codec::Location::$location, $names, $required, $value, $codec);
    };
    (@$place:ident $to:ident, $names:expr, $required:expr, $value:expr, $codec:expr) => {
        match $value {
            value => $to.$place($names, $required, value, $codec),
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __value {
    ($value:expr, always; $($flag:ident)*, $to:ident) => { ::std::option::Option::Some(&$value) };
    ($value:expr, optional; token $($flag:ident)*, $to:ident) => { $to.token(&$value).as_ref() };
    ($value:expr, optional; own_account $($flag:ident)*, $to:ident) => { $to.own_account(&$value).as_ref() };
    ($value:expr, optional; $other:ident $($flag:ident)*, $to:ident) => {
        $crate::__value!($value, optional; $($flag)*, $to)
    };
    ($value:expr, optional; , $to:ident) => { $value.as_ref() };
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
