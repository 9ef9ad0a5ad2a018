//! Unions.

/// Declares a union: an enum with a variant per member, and one for members that the model doesn't know. Words behind its name say
/// how it looks where that isn't as Smithy has it: `discriminated("key")`, `untagged`, `open("member")`.
#[macro_export]
#[doc(hidden)]
macro_rules! union {
    (
        $(#[$meta:meta])*
        pub enum $name:ident $($word:ident $(($key:literal))?)* { $(
            $(#[$variant_meta:meta])*
            $variant:ident $(($ty:ty))? $(+ $flag:ident)?, $is:ident $(, $as_:ident)? = $wire:literal $(as $codec:expr)?;
        )* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* $variant $(($ty))?, )*
            /// A member that the model doesn't know. It can be received, not sent.
            #[non_exhaustive]
            Unknown,
        }

        impl $name {
            $( $crate::__union_member! { $variant $(($ty))?, $is $(, $as_)? } )*

            /// Whether it is a member that the model doesn't know.
            #[inline]
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $( $crate::__union_pattern!($variant value $(($ty))?) =>
                        $crate::__union_debug!(f, stringify!($variant), value $(($ty))? $($flag)?), )*
                    Self::Unknown => f.write_str("Unknown"),
                }
            }
        }

        #[doc(hidden)]
        #[allow(clippy::no_effect, reason = "of several expressions in a block, the last one holds")]
        impl $crate::codec::Union for $name {
            const NAME: &'static str = stringify!($name);
            $crate::__union_form! { [$($wire),*] $(.$word($($key)?))* }

            fn write_member<__W: $crate::codec::VariantWriter>(
                &self,
                to: &mut __W,
            ) -> ::std::result::Result<bool, __W::Error> {
                match self {
                    $( $crate::__union_pattern!($variant value $(($ty))?) =>
                        $crate::__union_write!(to, $wire, value $(($ty))?, { $crate::codec::Plain $(; $codec)? }), )*
                    Self::Unknown => return ::std::result::Result::Ok(false),
                }
                ::std::result::Result::Ok(true)
            }

            fn read_member<__U: $crate::codec::Unread>(
                name: &str,
                value: &mut __U,
            ) -> ::std::result::Result<::std::option::Option<Self>, __U::Error> {
                match name {
                    $( $wire => $crate::__union_read!(value, $variant $(($ty))?, { $crate::codec::Plain $(; $codec)? }), )*
                    _ => ::std::result::Result::Ok(::std::option::Option::None),
                }
            }

            #[inline]
            fn unknown() -> Self {
                Self::Unknown
            }

            fn check(&self, report: &mut $crate::codec::Check) {
                match self {
                    $( $crate::__union_pattern!($variant value $(($ty))?) => {
                        $crate::__union_check!(value $(($ty))?, report, $wire, { $crate::codec::Plain $(; $codec)? });
                    } )*
                    Self::Unknown => report.violation("is a member that the model does not know"),
                }
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<__S: $crate::serde::Serializer>(&self, to: __S) -> ::std::result::Result<__S::Ok, __S::Error> {
                $crate::codec::serialize_union(self, to)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<__D: $crate::serde::Deserializer<'de>>(from: __D) -> ::std::result::Result<Self, __D::Error> {
                $crate::codec::deserialize_union(from)
            }
        }
    };
}

/// How a union looks, if its declaration says so.
#[macro_export]
#[doc(hidden)]
macro_rules! __union_form {
    ([$($wire:literal),*]) => {};
    ([$($wire:literal),*] $($words:tt)+) => {
        const FORM: $crate::codec::Form = $crate::codec::Form::TAGGED $($words)+;
        const MEMBERS: &'static [&'static str] = &[$($wire),*];
    };
}

/// A union member's `is_*` and, if it holds something, `as_*`.
#[macro_export]
#[doc(hidden)]
macro_rules! __union_member {
    ($variant:ident, $is:ident) => {
        #[doc = concat!("Whether it is `", stringify!($variant), "`.")]
        #[inline]
        pub fn $is(&self) -> bool {
            matches!(self, Self::$variant)
        }
    };
    ($variant:ident($ty:ty), $is:ident, $as_:ident) => {
        #[doc = concat!("Whether it is `", stringify!($variant), "`.")]
        #[inline]
        pub fn $is(&self) -> bool {
            matches!(self, Self::$variant(_))
        }

        #[doc = concat!("What `", stringify!($variant), "` holds, if it is that one.")]
        ///
        /// # Errors
        /// It is another one, which is given back.
        #[inline]
        pub fn $as_(&self) -> ::std::result::Result<&$ty, &Self> {
            match self {
                Self::$variant(value) => ::std::result::Result::Ok(value),
                other => ::std::result::Result::Err(other),
            }
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __union_debug {
    ($f:ident, $variant:expr, $value:ident $($flag:ident)?) => {
        $f.write_str($variant)
    };
    ($f:ident, $variant:expr, $value:ident($ty:ty)) => {
        $f.debug_tuple($variant).field(&$value).finish()
    };
    ($f:ident, $variant:expr, $value:ident($ty:ty) sensitive) => {
        $f.debug_tuple($variant).field(&$crate::codec::REDACTED).finish()
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __union_pattern {
    ($variant:ident $value:ident) => {
        Self::$variant
    };
    ($variant:ident $value:ident ($ty:ty)) => {
        Self::$variant($value)
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __union_write {
    ($to:ident, $wire:literal, $value:ident, $codec:expr) => {
        $to.unit($wire)?
    };
    ($to:ident, $wire:literal, $value:ident($ty:ty), $codec:expr) => {
        $to.variant($wire, $value, $codec)?
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __union_read {
    ($value:ident, $variant:ident, $codec:expr) => {
        ::std::result::Result::Ok($value.unit()?.map(|()| Self::$variant))
    };
    ($value:ident, $variant:ident($ty:ty), $codec:expr) => {
        ::std::result::Result::Ok($value.value($codec)?.map(Self::$variant))
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __union_check {
    ($value:ident, $report:ident, $wire:literal, $codec:expr) => {};
    ($value:ident($ty:ty), $report:ident, $wire:literal, $codec:expr) => {
        $crate::codec::check_member($report, $wire, $value, $codec)
    };
}
