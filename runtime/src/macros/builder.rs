//! Builders: their fields, their setters and getters, and `build`.

/// A structure's builder. First stands the parameter that an input's has, what sends it.
#[macro_export]
#[doc(hidden)]
macro_rules! __builder {
    ([] [inner] [$($derive:ident),*] $name:ident, $builder:ident [$($later:ident)?] [] { $(
        $about:tt $field:ident, $set:ident, $get:ident: $presence:ident $held:tt $kind:tt;
    )* }) => {
        #[doc = concat!("Builds a [`", stringify!($name), "`].")]
        #[derive($($derive),*)]
        #[non_exhaustive]
        pub struct $builder {
            inner: $name,
        }

        impl ::std::default::Default for $builder {
            #[inline]
            fn default() -> Self {
                Self {
                    inner: $name {
                        $( $field: ::std::option::Option::None, )*
                        $( $later: ::std::default::Default::default(), )?
                    },
                }
            }
        }

        $crate::__setters! { [] [inner] $builder { $( $about $field, $set, $get: $presence $held $kind; )* } }
    };
    ([] [] [$($derive:ident),*] $name:ident, $builder:ident $later:tt [$($meta:ident)?] { $(
        $about:tt $field:ident, $set:ident, $get:ident: $presence:ident $held:tt $kind:tt;
    )* }) => {
        #[doc = concat!("Builds a [`", stringify!($name), "`].")]
        #[derive(Default $(, $derive)*)]
        #[non_exhaustive]
        pub struct $builder {
            $( $field: $crate::__held!($presence $held), )*
            $( $meta: ::std::option::Option<::std::boxed::Box<$crate::error::ErrorMetadata>>, )?
        }

        $crate::__setters! { [] [] $builder { $( $about $field, $set, $get: $presence $held $kind; )* } }
    };
    ([<__C>] [inner] [$($clone:ident, $equal:ident)?] $name:ident, $builder:ident [] [] { $(
        $about:tt $field:ident, $set:ident, $get:ident: $presence:ident $held:tt $kind:tt;
    )* }) => {
        #[doc = concat!("Builds a [`", stringify!($name), "`], and sends it if it comes from a client.")]
        $( #[derive($clone)] )?
        #[must_use = "nothing is sent before `send`, or a waiter's `wait`"]
        pub struct $builder<__C = ()> {
            _client: __C,
            inner: $name,
        }

        impl ::std::default::Default for $builder {
            #[inline]
            fn default() -> Self {
                Self { _client: (), inner: $name { $( $field: ::std::option::Option::None, )* } }
            }
        }

        impl<__C> $builder<__C> {
            /// Parts what sends from what is set, and puts another in its place.
            fn __with<__D>(self, client: __D) -> (__C, $builder<__D>) {
                (self._client, $builder { _client: client, inner: self.inner })
            }
        }

        $(
            // Of whatever client: what counts is what is set.
            impl<__C, __D> ::std::cmp::$equal<$builder<__D>> for $builder<__C> {
                #[inline]
                fn eq(&self, other: &$builder<__D>) -> bool {
                    self.inner == other.inner
                }
            }
        )?

        $crate::__setters! { [<__C>] [inner] $builder { $( $about $field, $set, $get: $presence $held $kind; )* } }
    };
    // Of an input that holds a stream, which can be neither cloned nor compared.
    ([<__C>] [] [] $name:ident, $builder:ident [] [] { $(
        $about:tt $field:ident, $set:ident, $get:ident: $presence:ident $held:tt $kind:tt;
    )* }) => {
        #[doc = concat!("Builds a [`", stringify!($name), "`], and sends it if it comes from a client.")]
        #[must_use = "nothing is sent before `send`, or a waiter's `wait`"]
        pub struct $builder<__C = ()> {
            _client: __C,
            $( $field: $crate::__held!($presence $held), )*
        }

        impl ::std::default::Default for $builder {
            #[inline]
            fn default() -> Self {
                Self { _client: (), $( $field: ::std::option::Option::None, )* }
            }
        }

        impl<__C> $builder<__C> {
            /// Parts what sends from what is set, and puts another in its place.
            fn __with<__D>(self, client: __D) -> (__C, $builder<__D>) {
                (self._client, $builder { _client: client, $( $field: self.$field, )* })
            }
        }

        $crate::__setters! { [<__C>] [] $builder { $( $about $field, $set, $get: $presence $held $kind; )* } }
    };
}

/// How a builder holds a member, from the field's type.
#[macro_export]
#[doc(hidden)]
macro_rules! __held {
    (always [$ty:ty]) => { ::std::option::Option<$ty> };
    (optional [$ty:ty]) => { $ty };
}

/// One member's setter by value, with the field's documentation; before it, the fields on the way to the member.
#[macro_export]
#[doc(hidden)]
macro_rules! __setter {
    // Most are texts: without a step between, which all of them would cost.
    ([$($at:ident)*] [$($about:tt)*] $field:ident, $set:ident: [text]) => {
        $($about)*
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::string::String>) -> Self {
            $crate::codec::give(&mut self$(.$at)*.$field, input);
            self
        }
    };
    ($at:tt $about:tt $field:ident, $set:ident: [boxed($ty:ty)]) => {
        $crate::__setter! { @into $at $about $field: ::std::boxed::Box<$ty> }
    };
    ($at:tt $about:tt $field:ident, $set:ident: [from($ty:ty)]) => {
        $crate::__setter! { @into $at $about $field: $ty }
    };
    ($at:tt $about:tt $field:ident, $set:ident: [index_map($key:ty, $value:ty)]) => {
        $crate::__setter! { $at $about $field, $set: [map($key, $value)] }
    };
    ($at:tt $about:tt $field:ident, $set:ident: [stream]) => {
        $crate::__setter! { $at $about $field, $set: [value($crate::primitives::ByteStream)] }
    };
    (@into [$($at:ident)*] [$($about:tt)*] $field:ident: $ty:ty) => {
        $($about)*
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<$ty>) -> Self {
            $crate::codec::give(&mut self$(.$at)*.$field, input);
            self
        }
    };
    ([$($at:ident)*] [$($about:tt)*] $field:ident, $set:ident: [texts]) => {
        $($about)*
        ///
        #[doc = concat!("This appends an item; [`", stringify!($set), "`](Self::", stringify!($set), ") sets the whole list.")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::string::String>) -> Self {
            $crate::codec::append(&mut self$(.$at)*.$field, input);
            self
        }
    };
    ([$($at:ident)*] [$($about:tt)*] $field:ident, $set:ident: [list($ty:ty)]) => {
        $($about)*
        ///
        #[doc = concat!("This appends an item; [`", stringify!($set), "`](Self::", stringify!($set), ") sets the whole list.")]
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            $crate::codec::append(&mut self$(.$at)*.$field, input);
            self
        }
    };
    ([$($at:ident)*] [$($about:tt)*] $field:ident, $set:ident: [map($key:ty, $value:ty)]) => {
        $($about)*
        ///
        #[doc = concat!("This adds an entry; [`", stringify!($set), "`](Self::", stringify!($set), ") sets the whole map.")]
        #[inline]
        pub fn $field(
            mut self,
            key: impl ::std::convert::Into<$key>,
            value: impl ::std::convert::Into<$value>,
        ) -> Self {
            let entries = self$(.$at)*.$field.get_or_insert_default();
            entries.insert(::std::convert::Into::into(key), ::std::convert::Into::into(value));
            self
        }
    };
    ([$($at:ident)*] [$($about:tt)*] $field:ident, $set:ident: [$kind:ident($ty:ty)]) => {
        $($about)*
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            $crate::codec::put(&mut self$(.$at)*.$field, ::std::option::Option::Some(input));
            self
        }
    };
}

/// A builder's setters and getters, for whatever sends what it builds. After the parameter stands the field that has the members,
/// if it isn't the builder itself.
#[macro_export]
#[doc(hidden)]
macro_rules! __setters {
    // Nearly all builders hold the structure: as little as can be is done member by member.
    ([$($params:tt)*] [inner] $builder:ident { $(
        [$($about:tt)*] $field:ident, $set:ident, $get:ident: optional [$ty:ty] $kind:tt;
    )* }) => {
        impl $($params)* $builder $($params)* {
            $(
                $crate::__setter! { [inner] [$($about)*] $field, $set: $kind }

                $($about)*
                ///
                /// This replaces what has been set so far; `None` clears it.
                #[inline]
                pub fn $set(mut self, input: $ty) -> Self {
                    $crate::codec::put(&mut self.inner.$field, input);
                    self
                }

                $($about)*
                ///
                /// This is what has been set so far.
                #[inline]
                pub fn $get(&self) -> &$ty {
                    &self.inner.$field
                }
            )*
        }
    };
    ([$($params:tt)*] [] $builder:ident { $(
        $about:tt $field:ident, $set:ident, $get:ident: $presence:ident $held:tt $kind:tt;
    )* }) => {
        impl $($params)* $builder $($params)* {
            $(
                $crate::__setter! { [] $about $field, $set: $kind }
                $crate::__set_and_get! { $about $field, $set, $get: $presence $held }
            )*
        }
    };
}

/// One member's `set_*` and `get_*`, each with the field's documentation, of a builder that has the members itself.
#[macro_export]
#[doc(hidden)]
macro_rules! __set_and_get {
    ($about:tt $field:ident, $set:ident, $get:ident: always [$ty:ty]) => {
        $crate::__set_and_get! { $about $field, $set, $get: optional [::std::option::Option<$ty>] }
    };
    ([$($about:tt)*] $field:ident, $set:ident, $get:ident: optional [$ty:ty]) => {
        $($about)*
        ///
        /// This replaces what has been set so far; `None` clears it.
        #[inline]
        pub fn $set(mut self, input: $ty) -> Self {
            $crate::codec::put(&mut self.$field, input);
            self
        }

        $($about)*
        ///
        /// This is what has been set so far.
        #[inline]
        pub fn $get(&self) -> &$ty {
            &self.$field
        }
    };
}

/// An input without members.
#[macro_export]
#[doc(hidden)]
macro_rules! __default {
    ($name:ident, $builder:ident) => {
        impl ::std::default::Default for $name {
            #[inline]
            fn default() -> Self {
                $crate::codec::MemberReader::corrected(<$builder>::default())
            }
        }
    };
}

/// The builder's `build`.
#[macro_export]
#[doc(hidden)]
macro_rules! __build {
    (always $name:ident, $builder:ident) => {
        impl $builder {
            /// Builds the structure.
            #[inline]
            pub fn build(self) -> $name {
                $crate::codec::MemberReader::corrected(self)
            }
        }
    };
    (fallible $name:ident, $builder:ident) => {
        impl $builder {
            /// Builds the structure.
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
        impl<__C> $builder<__C> {
            /// Builds the structure.
            ///
            /// # Errors
            /// None: members that are required and missing are reported when the input is sent, all at once.
            #[inline]
            pub fn build(self) -> ::std::result::Result<$name, $crate::error::BuildError> {
                ::std::result::Result::Ok($crate::codec::MemberReader::corrected(self.__with(()).1))
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
