//! The `struct` itself, and its `Debug`.

/// The `struct`, with what it derives and the fields that aren't the model's.
#[macro_export]
#[doc(hidden)]
macro_rules! __definition {
    ([$($derive:ident),*] [$($later:ident)?] [$($held:ident)?] {
        $(#[$meta:meta])* pub struct $name:ident { $($field:tt)* }
    }) => {
        $(#[$meta])*
        #[derive($($derive),*)]
        #[non_exhaustive]
        pub struct $name {
            $($field)*
            $( $later: $crate::client::RequestIds, )?
            $( $held: ::std::boxed::Box<$crate::error::ErrorMetadata>, )?
        }
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

/// `Debug` of a structure and of its builder. A builder that holds the structure shows it under its own name.
#[macro_export]
#[doc(hidden)]
macro_rules! __debug {
    ($form:tt $name:ident, $builder:ident $rows:tt) => {
        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::codec::Members::fmt_as(self, stringify!($name), f)
            }
        }

        impl ::std::fmt::Debug for $builder {
            $crate::__debug_builder! { $form $builder $rows }
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __debug_builder {
    ([inner] $builder:ident $rows:tt) => {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            $crate::codec::Members::fmt_as(&self.inner, stringify!($builder), f)
        }
    };
    ([] $builder:ident { $( $field:ident [$shown:expr] $(+ $flag:ident)*; )* }) => {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            $crate::codec::fmt_members(
                stringify!($builder),
                &[$($shown),*],
                &[$( $crate::__shown!(self.$field; $($flag)*) ),*],
                f,
            )
        }
    };
}

/// The members as `Debug` shows them: what is sensitive is hidden.
#[macro_export]
#[doc(hidden)]
macro_rules! __fmt_as {
    ({ $( $field:ident [$shown:expr] $(+ $flag:ident)*; )* }) => {
        fn fmt_as(&self, name: &str, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            $crate::codec::fmt_members(name, &[$($shown),*], &[$( $crate::__shown!(self.$field; $($flag)*) ),*], f)
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
