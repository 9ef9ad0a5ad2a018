//! Accessors, the builder's fields, setters and getters, and `Debug`.

/// From the rows of a structure: everything its fields and its builder's fields need.
#[macro_export]
#[doc(hidden)]
macro_rules! __fields {
    ([$($derive:ident),*] $name:ident, $builder:ident [$($held:ident)?] { $(
        $field:ident, $set:ident, $get:ident: $presence:ident $kind:ident $(($($ty:ty),+))? $(+ $flag:ident)* $(or($default:expr))?
            = $place:ident $wire:literal $(in $key:literal)? $(as $codec:expr)?;
    )* }) => {
        impl $name {
            #[doc = concat!("Creates a builder of [`", stringify!($name), "`].")]
            #[inline]
            pub fn builder() -> $builder {
                $builder::default()
            }

            $( $crate::__accessor! { $field: $presence $kind $(($($ty),+))? } )*
        }

        #[doc = concat!("Builds a [`", stringify!($name), "`].")]
        #[derive(Default $(, $derive)*)]
        #[non_exhaustive]
        pub struct $builder {
            $( $field: ::std::option::Option<$crate::__type!($kind $(($($ty),+))?)>, )*
            $( $held: ::std::option::Option<::std::boxed::Box<$crate::error::ErrorMetadata>>, )?
        }

        impl $builder {
            $( $crate::__setters! { $name, $field, $set, $get: $kind $(($($ty),+))? } )*
        }

        $crate::__debug! { $name { $( $field $(+ $flag)*; )* } }
        $crate::__debug! { $builder { $( $field $(+ $flag)*; )* } }
    };
}

/// The type of a member's value, from its kind.
#[macro_export]
#[doc(hidden)]
macro_rules! __type {
    (text) => { ::std::string::String };
    (texts) => { ::std::vec::Vec<::std::string::String> };
    (stream) => { $crate::primitives::ByteStream };
    (copy($ty:ty)) => { $ty };
    (value($ty:ty)) => { $ty };
    (boxed($ty:ty)) => { ::std::boxed::Box<$ty> };
    (list($ty:ty)) => { ::std::vec::Vec<$ty> };
    (map($key:ty, $value:ty)) => { ::std::collections::HashMap<$key, $value> };
}

/// One accessor that borrows.
#[macro_export]
#[doc(hidden)]
macro_rules! __accessor {
    (@doc $field:ident { $($item:item)* }) => { $(
        #[doc = concat!("The field [`", stringify!($field), "`](#structfield.", stringify!($field), ").")]
        $item
    )* };
    ($field:ident: always text) => { $crate::__accessor! { @doc $field {
        #[inline]
        pub fn $field(&self) -> &str { &self.$field }
    } } };
    ($field:ident: optional text) => { $crate::__accessor! { @doc $field {
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<&str> { self.$field.as_deref() }
    } } };
    ($field:ident: always stream) => { $crate::__accessor! { @doc $field {
        #[inline]
        pub fn $field(&self) -> &$crate::primitives::ByteStream { &self.$field }
    } } };
    ($field:ident: $presence:ident texts) => {
        $crate::__accessor! { $field: $presence list(::std::string::String) }
    };
    ($field:ident: always list($ty:ty)) => { $crate::__accessor! { @doc $field {
        #[inline]
        pub fn $field(&self) -> &[$ty] { &self.$field }
    } } };
    ($field:ident: optional list($ty:ty)) => {
        #[doc = concat!("The field [`", stringify!($field), "`](#structfield.", stringify!($field), "), ")]
        /// an empty slice if it is not set.
        #[inline]
        pub fn $field(&self) -> &[$ty] { self.$field.as_deref().unwrap_or_default() }
    };
    ($field:ident: always copy($ty:ty)) => { $crate::__accessor! { @doc $field {
        #[inline]
        pub fn $field(&self) -> $ty { self.$field }
    } } };
    ($field:ident: optional copy($ty:ty)) => { $crate::__accessor! { @doc $field {
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<$ty> { self.$field }
    } } };
    ($field:ident: always value($ty:ty)) => { $crate::__accessor! { @doc $field {
        #[inline]
        pub fn $field(&self) -> &$ty { &self.$field }
    } } };
    ($field:ident: optional value($ty:ty)) => { $crate::__accessor! { @doc $field {
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<&$ty> { self.$field.as_ref() }
    } } };
    ($field:ident: optional boxed($ty:ty)) => { $crate::__accessor! { @doc $field {
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<&$ty> { self.$field.as_deref() }
    } } };
    ($field:ident: $presence:ident map($key:ty, $value:ty)) => {
        $crate::__accessor! { $field: $presence value(::std::collections::HashMap<$key, $value>) }
    };
}

/// A builder's setter by value, `set_*` and `get_*` for one member.
#[macro_export]
#[doc(hidden)]
macro_rules! __setters {
    (@rest $name:ident, $field:ident, $set:ident, $get:ident: $ty:ty) => {
        #[doc = concat!("Sets or clears [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $set(mut self, input: ::std::option::Option<$ty>) -> Self {
            self.$field = input;
            self
        }

        #[doc = concat!("What [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ") is set to.")]
        #[inline]
        pub fn $get(&self) -> &::std::option::Option<$ty> {
            &self.$field
        }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: text) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.$field = Some(input.into());
            self
        }
        $crate::__setters! { @rest $name, $field, $set, $get: ::std::string::String }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: texts) => {
        #[doc = concat!("Appends an item to [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.$field.get_or_insert_with(::std::vec::Vec::new).push(input.into());
            self
        }
        $crate::__setters! { @rest $name, $field, $set, $get: ::std::vec::Vec<::std::string::String> }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: stream) => {
        $crate::__setters! { $name, $field, $set, $get: value($crate::primitives::ByteStream) }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: list($ty:ty)) => {
        #[doc = concat!("Appends an item to [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            self.$field.get_or_insert_with(::std::vec::Vec::new).push(input);
            self
        }
        $crate::__setters! { @rest $name, $field, $set, $get: ::std::vec::Vec<$ty> }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: map($key:ty, $value:ty)) => {
        #[doc = concat!("Adds an entry to [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $field(
            mut self,
            key: impl ::std::convert::Into<$key>,
            value: impl ::std::convert::Into<$value>,
        ) -> Self {
            self.$field.get_or_insert_default().insert(key.into(), value.into());
            self
        }
        $crate::__setters! { @rest $name, $field, $set, $get: ::std::collections::HashMap<$key, $value> }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: boxed($ty:ty)) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::boxed::Box<$ty>>) -> Self {
            self.$field = Some(input.into());
            self
        }
        $crate::__setters! { @rest $name, $field, $set, $get: ::std::boxed::Box<$ty> }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: $kind:ident($ty:ty)) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            self.$field = Some(input);
            self
        }
        $crate::__setters! { @rest $name, $field, $set, $get: $ty }
    };
}

/// `Debug` that hides what is sensitive.
#[macro_export]
#[doc(hidden)]
macro_rules! __debug {
    ($name:ident { $( $field:ident $(+ $flag:ident)*; )* }) => {
        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($name))
                    $( .field(stringify!($field), $crate::__shown!(self.$field; $($flag)*)) )*
                    .finish()
            }
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __shown {
    ($value:expr; sensitive $($flag:ident)*) => { &$crate::body::REDACTED };
    ($value:expr; $other:ident $($flag:ident)*) => { $crate::__shown!($value; $($flag)*) };
    ($value:expr;) => { &$value };
}
