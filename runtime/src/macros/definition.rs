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

/// `Debug` that hides what is sensitive.
#[macro_export]
#[doc(hidden)]
macro_rules! __debug {
    ($name:ident { $( $field:ident [$shown:expr] $(+ $flag:ident)*; )* }) => {
        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($name))
                    $( .field($shown, $crate::__shown!(self.$field; $($flag)*)) )*
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
