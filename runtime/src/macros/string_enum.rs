//! String and integer enums.

/// Declares an enum over strings: its variants, an `Unknown` one that keeps what the model doesn't know, conversions,
/// serde.
#[macro_export]
#[doc(hidden)]
macro_rules! string_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $value:literal, )* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )*
            /// A value that the model doesn't know. To match a particular one, compare `as_str()` in a guard: code
            /// that names this variant stops matching once the model learns the value.
            #[deprecated(note = "match on `as_str()` in a guard instead: this variant's values become variants of their own")]
            Unknown($crate::primitives::UnknownVariantValue),
        }

        impl $name {
            /// The value as the service writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $value, )*
                    #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// All values that the model knows.
            pub const fn values() -> &'static [&'static str] {
                &[$($value),*]
            }

            /// Parses a value that has to be one that the model knows.
            ///
            /// # Errors
            /// It is not.
            pub fn try_parse(value: &str) -> ::std::result::Result<Self, $crate::error::UnknownVariantError> {
                match Self::from(value) {
                    #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
                    Self::Unknown(_) => ::std::result::Result::Err($crate::error::UnknownVariantError::new(value)),
                    known => ::std::result::Result::Ok(known),
                }
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $( $value => Self::$variant, )*
                    #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
                    other => Self::Unknown($crate::primitives::UnknownVariantValue::new(other)),
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                ::std::result::Result::Ok(Self::from(value))
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[doc(hidden)]
        impl $crate::codec::StringEnum for $name {
            fn is_unknown(&self) -> bool {
                #[allow(deprecated, reason = "what users are warned about, the declaration has to mention")]
                let is_unknown = ::std::matches!(self, Self::Unknown(_));
                is_unknown
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<__S: $crate::serde::Serializer>(&self, to: __S) -> ::std::result::Result<__S::Ok, __S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<__D: $crate::serde::Deserializer<'de>>(from: __D) -> ::std::result::Result<Self, __D::Error> {
                $crate::codec::text(from, |text| Self::from(text))
            }
        }
    };
}

/// Declares an enum over integers. Members that hold one are plain `i32`s, as in the AWS SDK for Rust, so that no value
/// is ever lost; the enum names the values and compares with them.
#[macro_export]
#[doc(hidden)]
macro_rules! int_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $value:literal, )* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )*
            /// A value that the model doesn't know.
            Unknown(i32),
        }

        // By the number: a program may write a known one as `Unknown`, too.
        impl ::std::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.as_i32() == other.as_i32()
            }
        }

        impl ::std::cmp::Eq for $name {}

        impl ::std::cmp::PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(::std::cmp::Ord::cmp(self, other))
            }
        }

        impl ::std::cmp::Ord for $name {
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                ::std::cmp::Ord::cmp(&self.as_i32(), &other.as_i32())
            }
        }

        impl ::std::hash::Hash for $name {
            fn hash<__H: ::std::hash::Hasher>(&self, state: &mut __H) {
                ::std::hash::Hash::hash(&self.as_i32(), state);
            }
        }

        impl $name {
            /// The value as the service writes it.
            pub const fn as_i32(self) -> i32 {
                match self {
                    $( Self::$variant => $value, )*
                    Self::Unknown(value) => value,
                }
            }

            /// All values that the model knows.
            pub const fn values() -> &'static [i32] {
                &[$($value),*]
            }
        }

        impl ::std::convert::From<i32> for $name {
            fn from(value: i32) -> Self {
                match value {
                    $( $value => Self::$variant, )*
                    other => Self::Unknown(other),
                }
            }
        }

        impl ::std::convert::From<$name> for i32 {
            fn from(value: $name) -> i32 {
                value.as_i32()
            }
        }

        impl ::std::cmp::PartialEq<i32> for $name {
            fn eq(&self, other: &i32) -> bool {
                self.as_i32() == *other
            }
        }

        impl ::std::cmp::PartialEq<$name> for i32 {
            fn eq(&self, other: &$name) -> bool {
                *self == other.as_i32()
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.as_i32(), f)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<__S: $crate::serde::Serializer>(&self, to: __S) -> ::std::result::Result<__S::Ok, __S::Error> {
                to.serialize_i32(self.as_i32())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<__D: $crate::serde::Deserializer<'de>>(from: __D) -> ::std::result::Result<Self, __D::Error> {
                <i32 as $crate::serde::Deserialize>::deserialize(from).map(Self::from)
            }
        }
    };
}
