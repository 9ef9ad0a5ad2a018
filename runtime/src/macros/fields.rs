//! Accessors, the builder's fields, setters and getters, and `Debug`.

/// From the rows of a structure: everything its fields and its builder's fields need.
#[macro_export]
#[doc(hidden)]
macro_rules! __fields {
    ([$($derive:ident),*] $name:ident, $builder:ident [$($held:ident)?] { $(
        $field:ident $($plain:literal)?, $set:ident, $get:ident: $presence:ident $kind:ident $(($($ty:ty),+))? $(+ $flag:ident)* $(or($default:expr))?
            = $place:ident $wire:literal $(in $key:literal)? $(as $codec:expr)?;
    )* }) => {
        impl $name {
            #[doc = concat!("Creates a builder of [`", stringify!($name), "`].")]
            #[inline]
            pub fn builder() -> $builder {
                $builder::default()
            }

            $( $crate::__accessor! { $field $($plain)?: $presence $kind $(($($ty),+))? } )*
        }

        #[doc = concat!("Builds a [`", stringify!($name), "`].")]
        #[derive(Default $(, $derive)*)]
        #[non_exhaustive]
        pub struct $builder {
            $( $field: ::std::option::Option<$crate::__type!($kind $(($($ty),+))?)>, )*
            $( $held: ::std::option::Option<::std::boxed::Box<$crate::error::ErrorMetadata>>, )?
        }

        impl $builder {
            $( $crate::__setters! { $name, $field $($plain)?, $set, $get: $kind $(($($ty),+))? } )*
        }

        $crate::__debug! { $name { $( $field $($plain)? $(+ $flag)*; )* } }
        $crate::__debug! { $builder { $( $field $($plain)? $(+ $flag)*; )* } }
    };
}

/// A field's name as text: of one that is a keyword, `r#type "type"`, the name without its mark, as links and messages
/// have it.
#[macro_export]
#[doc(hidden)]
macro_rules! __name {
    ($field:ident) => {
        ::std::stringify!($field)
    };
    ($field:ident $plain:literal) => {
        $plain
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
    (@doc $field:ident $($plain:literal)? { $item:item }) => {
        #[doc = concat!("The field [`", $crate::__name!($field $($plain)?), "`](#structfield.", $crate::__name!($field $($plain)?), ").")]
        $item
    };
    ($field:ident $($plain:literal)?: always text) => { $crate::__accessor! { @doc $field $($plain)? {
        #[inline]
        pub fn $field(&self) -> &str { &self.$field }
    } } };
    ($field:ident $($plain:literal)?: optional text) => { $crate::__accessor! { @doc $field $($plain)? {
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<&str> { self.$field.as_deref() }
    } } };
    ($field:ident $($plain:literal)?: always stream) => { $crate::__accessor! { @doc $field $($plain)? {
        #[inline]
        pub fn $field(&self) -> &$crate::primitives::ByteStream { &self.$field }
    } } };
    ($field:ident $($plain:literal)?: $presence:ident texts) => {
        $crate::__accessor! { $field $($plain)?: $presence list(::std::string::String) }
    };
    ($field:ident $($plain:literal)?: always list($ty:ty)) => { $crate::__accessor! { @doc $field $($plain)? {
        #[inline]
        pub fn $field(&self) -> &[$ty] { &self.$field }
    } } };
    ($field:ident $($plain:literal)?: optional list($ty:ty)) => {
        #[doc = concat!("The field [`", $crate::__name!($field $($plain)?), "`](#structfield.", $crate::__name!($field $($plain)?), "), ")]
        /// an empty slice if it is not set.
        #[inline]
        pub fn $field(&self) -> &[$ty] { self.$field.as_deref().unwrap_or_default() }
    };
    ($field:ident $($plain:literal)?: always copy($ty:ty)) => { $crate::__accessor! { @doc $field $($plain)? {
        #[inline]
        pub fn $field(&self) -> $ty { self.$field }
    } } };
    ($field:ident $($plain:literal)?: optional copy($ty:ty)) => { $crate::__accessor! { @doc $field $($plain)? {
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<$ty> { self.$field }
    } } };
    ($field:ident $($plain:literal)?: always value($ty:ty)) => { $crate::__accessor! { @doc $field $($plain)? {
        #[inline]
        pub fn $field(&self) -> &$ty { &self.$field }
    } } };
    ($field:ident $($plain:literal)?: optional value($ty:ty)) => { $crate::__accessor! { @doc $field $($plain)? {
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<&$ty> { self.$field.as_ref() }
    } } };
    ($field:ident $($plain:literal)?: optional boxed($ty:ty)) => { $crate::__accessor! { @doc $field $($plain)? {
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<&$ty> { self.$field.as_deref() }
    } } };
    ($field:ident $($plain:literal)?: $presence:ident map($key:ty, $value:ty)) => {
        $crate::__accessor! { $field $($plain)?: $presence value(::std::collections::HashMap<$key, $value>) }
    };
}

/// A builder's setter by value, `set_*` and `get_*` for one member.
#[macro_export]
#[doc(hidden)]
macro_rules! __setters {
    (@rest $name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: $ty:ty) => {
        #[doc = concat!("Sets or clears [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $set(mut self, input: ::std::option::Option<$ty>) -> Self {
            self.$field = input;
            self
        }

        #[doc = concat!("What [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ") is set to.")]
        #[inline]
        pub fn $get(&self) -> &::std::option::Option<$ty> {
            &self.$field
        }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: text) => {
        #[doc = concat!("Sets [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.$field = ::std::option::Option::Some(input.into());
            self
        }
        $crate::__setters! { @rest $name, $field $($plain)?, $set, $get: ::std::string::String }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: texts) => {
        #[doc = concat!("Appends an item to [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.$field.get_or_insert_with(::std::vec::Vec::new).push(input.into());
            self
        }
        $crate::__setters! { @rest $name, $field $($plain)?, $set, $get: ::std::vec::Vec<::std::string::String> }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: stream) => {
        $crate::__setters! { $name, $field $($plain)?, $set, $get: value($crate::primitives::ByteStream) }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: list($ty:ty)) => {
        #[doc = concat!("Appends an item to [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            self.$field.get_or_insert_with(::std::vec::Vec::new).push(input);
            self
        }
        $crate::__setters! { @rest $name, $field $($plain)?, $set, $get: ::std::vec::Vec<$ty> }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: map($key:ty, $value:ty)) => {
        #[doc = concat!("Adds an entry to [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $field(
            mut self,
            key: impl ::std::convert::Into<$key>,
            value: impl ::std::convert::Into<$value>,
        ) -> Self {
            self.$field.get_or_insert_default().insert(key.into(), value.into());
            self
        }
        $crate::__setters! { @rest $name, $field $($plain)?, $set, $get: ::std::collections::HashMap<$key, $value> }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: boxed($ty:ty)) => {
        #[doc = concat!("Sets [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::boxed::Box<$ty>>) -> Self {
            self.$field = ::std::option::Option::Some(input.into());
            self
        }
        $crate::__setters! { @rest $name, $field $($plain)?, $set, $get: ::std::boxed::Box<$ty> }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: $kind:ident($ty:ty)) => {
        #[doc = concat!("Sets [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            self.$field = ::std::option::Option::Some(input);
            self
        }
        $crate::__setters! { @rest $name, $field $($plain)?, $set, $get: $ty }
    };
}

/// `Debug` that hides what is sensitive.
#[macro_export]
#[doc(hidden)]
macro_rules! __debug {
    ($name:ident { $( $field:ident $($plain:literal)? $(+ $flag:ident)*; )* }) => {
        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($name))
                    $( .field($crate::__name!($field $($plain)?), $crate::__shown!(self.$field; $($flag)*)) )*
                    .finish()
            }
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __shown {
    ($value:expr; sensitive $($flag:ident)*) => { &$crate::codec::REDACTED };
    ($value:expr; $other:ident $($flag:ident)*) => { $crate::__shown!($value; $($flag)*) };
    ($value:expr;) => { &$value };
}
