//! Builders: their fields, their setters and getters, and `build`. Fluent builders have the same setters.

/// A structure's builder.
#[macro_export]
#[doc(hidden)]
macro_rules! __builder {
    ([$($derive:ident),*] $name:ident, $builder:ident [$($held:ident)?] { $(
        $about:tt $field:ident, $set:ident, $get:ident: $kind:ident $(($($ty:ty),+))?;
    )* }) => {
        #[doc = concat!("Builds a [`", stringify!($name), "`].")]
        #[derive(Default $(, $derive)*)]
        #[non_exhaustive]
        pub struct $builder {
            $( $field: ::std::option::Option<$crate::__type!($kind $(($($ty),+))?)>, )*
            $( $held: ::std::option::Option<::std::boxed::Box<$crate::error::ErrorMetadata>>, )?
        }

        impl $builder {
            $( $crate::__setters! { [] $about $field, $set, $get: $kind $(($($ty),+))? } )*
        }
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
    (from($ty:ty)) => { $ty };
    (boxed($ty:ty)) => { ::std::boxed::Box<$ty> };
    (list($ty:ty)) => { ::std::vec::Vec<$ty> };
    (map($key:ty, $value:ty)) => { ::std::collections::HashMap<$key, $value> };
    (index_map($key:ty, $value:ty)) => { $crate::primitives::IndexMap<$key, $value> };
}

/// One member's setter by value, `set_*` and `get_*`, each with the field's documentation. The first brackets name the field
/// that holds the builder, if `self` is not the builder itself.
#[macro_export]
#[doc(hidden)]
macro_rules! __setters {
    (@rest [$($at:ident)?] [$($about:tt)*] $field:ident, $set:ident, $get:ident: $ty:ty) => {
        $($about)*
        ///
        /// This replaces what has been set so far; `None` clears it.
        #[inline]
        pub fn $set(mut self, input: ::std::option::Option<$ty>) -> Self {
            self$(.$at)?.$field = input;
            self
        }

        $($about)*
        ///
        /// This is what has been set so far.
        #[inline]
        pub fn $get(&self) -> &::std::option::Option<$ty> {
            &self$(.$at)?.$field
        }
    };
    (@into [$($at:ident)?] [$($about:tt)*] $field:ident, $set:ident, $get:ident: $ty:ty) => {
        $($about)*
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<$ty>) -> Self {
            self$(.$at)?.$field = ::std::option::Option::Some(::std::convert::Into::into(input));
            self
        }
        $crate::__setters! { @rest [$($at)?] [$($about)*] $field, $set, $get: $ty }
    };
    (@entries [$($at:ident)?] [$($about:tt)*] $field:ident, $set:ident, $get:ident: $key:ty, $value:ty, $map:ty) => {
        $($about)*
        ///
        #[doc = concat!("This adds an entry; [`", stringify!($set), "`](Self::", stringify!($set), ") sets the whole map.")]
        #[inline]
        pub fn $field(
            mut self,
            key: impl ::std::convert::Into<$key>,
            value: impl ::std::convert::Into<$value>,
        ) -> Self {
            let entries = self$(.$at)?.$field.get_or_insert_default();
            entries.insert(::std::convert::Into::into(key), ::std::convert::Into::into(value));
            self
        }
        $crate::__setters! { @rest [$($at)?] [$($about)*] $field, $set, $get: $map }
    };
    ($at:tt $about:tt $field:ident, $set:ident, $get:ident: text) => {
        $crate::__setters! { @into $at $about $field, $set, $get: ::std::string::String }
    };
    ($at:tt $about:tt $field:ident, $set:ident, $get:ident: boxed($ty:ty)) => {
        $crate::__setters! { @into $at $about $field, $set, $get: ::std::boxed::Box<$ty> }
    };
    ($at:tt $about:tt $field:ident, $set:ident, $get:ident: from($ty:ty)) => {
        $crate::__setters! { @into $at $about $field, $set, $get: $ty }
    };
    ($at:tt $about:tt $field:ident, $set:ident, $get:ident: stream) => {
        $crate::__setters! { $at $about $field, $set, $get: value($crate::primitives::ByteStream) }
    };
    ([$($at:ident)?] [$($about:tt)*] $field:ident, $set:ident, $get:ident: texts) => {
        $($about)*
        ///
        #[doc = concat!("This appends an item; [`", stringify!($set), "`](Self::", stringify!($set), ") sets the whole list.")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::string::String>) -> Self {
            self$(.$at)?.$field.get_or_insert_default().push(::std::convert::Into::into(input));
            self
        }
        $crate::__setters! { @rest [$($at)?] [$($about)*] $field, $set, $get: ::std::vec::Vec<::std::string::String> }
    };
    ([$($at:ident)?] [$($about:tt)*] $field:ident, $set:ident, $get:ident: list($ty:ty)) => {
        $($about)*
        ///
        #[doc = concat!("This appends an item; [`", stringify!($set), "`](Self::", stringify!($set), ") sets the whole list.")]
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            self$(.$at)?.$field.get_or_insert_default().push(input);
            self
        }
        $crate::__setters! { @rest [$($at)?] [$($about)*] $field, $set, $get: ::std::vec::Vec<$ty> }
    };
    ($at:tt $about:tt $field:ident, $set:ident, $get:ident: map($key:ty, $value:ty)) => {
        $crate::__setters! {
            @entries $at $about $field, $set, $get: $key, $value, ::std::collections::HashMap<$key, $value>
        }
    };
    ($at:tt $about:tt $field:ident, $set:ident, $get:ident: index_map($key:ty, $value:ty)) => {
        $crate::__setters! {
            @entries $at $about $field, $set, $get: $key, $value, $crate::primitives::IndexMap<$key, $value>
        }
    };
    ([$($at:ident)?] [$($about:tt)*] $field:ident, $set:ident, $get:ident: $kind:ident($ty:ty)) => {
        $($about)*
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            self$(.$at)?.$field = ::std::option::Option::Some(input);
            self
        }
        $crate::__setters! { @rest [$($at)?] [$($about)*] $field, $set, $get: $ty }
    };
}

/// The builder's `build`.
#[macro_export]
#[doc(hidden)]
macro_rules! __build {
    (always $name:ident, $builder:ident) => {
        impl $builder {
            #[doc = concat!("Builds the [`", stringify!($name), "`].")]
            #[inline]
            pub fn build(self) -> $name {
                $crate::codec::MemberReader::corrected(self)
            }
        }
    };
    (fallible $name:ident, $builder:ident) => {
        impl $builder {
            #[doc = concat!("Builds the [`", stringify!($name), "`].")]
            ///
            /// # Errors
            /// Members that must be set are not; the error names all of them.
            #[inline]
            pub fn build(self) -> ::std::result::Result<$name, $crate::error::BuildError> {
                $crate::codec::none_missing(stringify!($name), &$crate::codec::MemberReader::missing(&self))?;
                ::std::result::Result::Ok($crate::codec::MemberReader::corrected(self))
            }
        }
    };
    (infallible $name:ident, $builder:ident) => {
        impl $builder {
            #[doc = concat!("Builds the [`", stringify!($name), "`].")]
            ///
            /// # Errors
            /// None: members that are required and missing are reported when the input is sent, all at once.
            #[inline]
            pub fn build(self) -> ::std::result::Result<$name, $crate::error::BuildError> {
                ::std::result::Result::Ok($crate::codec::MemberReader::corrected(self))
            }
        }
    };
}

/// The check that a request can be asked for before it is sent.
#[macro_export]
#[doc(hidden)]
macro_rules! __validate {
    ($name:ident) => {
        impl $name {
            /// Checks every member, nested ones included, against the model's constraints: what is required, lengths,
            /// ranges, patterns, enum values.
            ///
            /// The service checks them too, and its answer is the one that counts; this finds a mistake without a call.
            ///
            /// # Errors
            /// All violations at once, each with the member's path.
            #[inline]
            pub fn validate(&self) -> ::std::result::Result<(), $crate::error::ConstraintErrors> {
                $crate::codec::Members::validate(self)
            }
        }
    };
}
