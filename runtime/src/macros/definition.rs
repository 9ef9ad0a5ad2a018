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

/// `Debug` of a structure and of its builder. A builder that holds the structure shows it under its own name.
#[macro_export]
#[doc(hidden)]
macro_rules! __debug {
    ([$($params:tt)*] [inner] $name:ident, $builder:ident $rows:tt) => {
        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::codec::Members::fmt_as(self, <Self as $crate::codec::Members>::NAME, f)
            }
        }

        impl $($params)* ::std::fmt::Debug for $builder $($params)* {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::codec::Members::fmt_as(&self.inner, stringify!($builder), f)
            }
        }
    };
    ([$($params:tt)*] [] $name:ident, $builder:ident { $places:tt $(
        $field:ident [$shown:expr] $presence:tt $flags:tt $default:tt = $place:ident $wire:literal $key:tt $codec:tt;
    )* }) => {
        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::codec::Members::fmt_as(self, <Self as $crate::codec::Members>::NAME, f)
            }
        }

        #[allow(clippy::no_effect, reason = "of several expressions in a block, the last one holds")]
        impl $($params)* ::std::fmt::Debug for $builder $($params)* {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::codec::fmt_members(
                    stringify!($builder),
                    &[$($shown),*],
                    &[$( $crate::__shown!(self.$field; $flags) ),*],
                    f,
                )
            }
        }
    };
}

/// A member as `Debug` shows it: what is sensitive is hidden.
#[macro_export]
#[doc(hidden)]
macro_rules! __shown {
    ($value:expr; []) => { &$value };
    ($value:expr; [sensitive]) => { &$crate::codec::REDACTED };
    ($value:expr; [$flag:ident $($flags:ident)*]) => { $crate::__shown!($value; [$($flags)*]) };
}
