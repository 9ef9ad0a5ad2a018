//! Accessors.

/// The accessors of a structure, and where its builder comes from.
#[macro_export]
#[doc(hidden)]
macro_rules! __accessors {
    ($name:ident, $builder:ident { $(
        $about:tt $field:ident, $set:ident, $get:ident: $presence:ident $held:tt $kind:tt;
    )* }) => {
        impl $name {
            /// Creates a builder of this structure.
            #[inline]
            pub fn builder() -> $builder {
                $builder::default()
            }

            $( $crate::__accessor! { $about $field: $presence $kind } )*
        }
    };
}

/// One accessor that borrows, with the field's documentation.
#[macro_export]
#[doc(hidden)]
macro_rules! __accessor {
    ([$($about:tt)*] $field:ident: always [text]) => {
        $($about)*
        #[inline]
        pub fn $field(&self) -> &str {
            &self.$field
        }
    };
    ([$($about:tt)*] $field:ident: optional [text]) => {
        $($about)*
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<&str> {
            self.$field.as_deref()
        }
    };
    ([$($about:tt)*] $field:ident: always [stream]) => {
        $($about)*
        #[inline]
        pub fn $field(&self) -> &$crate::primitives::ByteStream {
            &self.$field
        }
    };
    ($about:tt $field:ident: $presence:ident [texts]) => {
        $crate::__accessor! { $about $field: $presence [list(::std::string::String)] }
    };
    ([$($about:tt)*] $field:ident: always [list($ty:ty)]) => {
        $($about)*
        #[inline]
        pub fn $field(&self) -> &[$ty] {
            &self.$field
        }
    };
    ([$($about:tt)*] $field:ident: optional [list($ty:ty)]) => {
        $($about)*
        ///
        /// An empty slice if it is not set.
        #[inline]
        pub fn $field(&self) -> &[$ty] {
            self.$field.as_deref().unwrap_or_default()
        }
    };
    ([$($about:tt)*] $field:ident: always [copy($ty:ty)]) => {
        $($about)*
        #[inline]
        pub fn $field(&self) -> $ty {
            self.$field
        }
    };
    ([$($about:tt)*] $field:ident: optional [copy($ty:ty)]) => {
        $($about)*
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<$ty> {
            self.$field
        }
    };
    ([$($about:tt)*] $field:ident: always [value($ty:ty)]) => {
        $($about)*
        #[inline]
        pub fn $field(&self) -> &$ty {
            &self.$field
        }
    };
    ([$($about:tt)*] $field:ident: optional [value($ty:ty)]) => {
        $($about)*
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<&$ty> {
            self.$field.as_ref()
        }
    };
    ([$($about:tt)*] $field:ident: optional [boxed($ty:ty)]) => {
        $($about)*
        #[inline]
        pub fn $field(&self) -> ::std::option::Option<&$ty> {
            self.$field.as_deref()
        }
    };
    ($about:tt $field:ident: $presence:ident [from($ty:ty)]) => {
        $crate::__accessor! { $about $field: $presence [value($ty)] }
    };
    ($about:tt $field:ident: $presence:ident [index_map($key:ty, $value:ty)]) => {
        $crate::__accessor! { $about $field: $presence [value($crate::primitives::IndexMap<$key, $value>)] }
    };
    ($about:tt $field:ident: $presence:ident [map($key:ty, $value:ty)]) => {
        $crate::__accessor! { $about $field: $presence [value(::std::collections::HashMap<$key, $value>)] }
    };
}
