//! Wire form: the members' list for requests and serde, and their reading.

/// From the rows of a structure: [`Members`](crate::codec::Members), [`MemberReader`](crate::codec::MemberReader),
/// `Serialize` and `Deserialize`.
#[macro_export]
#[doc(hidden)]
macro_rules! __wire {
    ($strict:tt [$($at:ident)*] $name:ident, $builder:ident $later:tt $held:tt { [$($places:ident)*] $(
        $field:ident [$shown:expr] [$presence:ident] $flags:tt [$($default:expr)?]
            = $place:ident $wire:literal $key:tt [$codec:expr];
    )* }) => {
        #[doc(hidden)]
        #[allow(clippy::no_effect, reason = "of several expressions in a block, the last one holds")]
        impl $crate::codec::Members for $name {
            const NAME: &'static str = stringify!($name);
            $crate::__has_body! { $($places)* }

            #[allow(unused_mut, reason = "a structure may have no members")]
            fn write_members<__W: $crate::codec::MemberWriter>(
                &self,
                to: &mut __W,
            ) -> ::std::result::Result<(), __W::Error> {
                let mut to = $crate::codec::Listing::new(to);
                $( $crate::__write! { $place $presence $flags $key, to, $shown, $wire, self.$field, $codec } )*
                to.finish()
            }

            fn fmt_as(&self, name: &str, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::codec::fmt_members(name, &[$($shown),*], &[$( $crate::__shown!(self.$field; $flags) ),*], f)
            }
        }

        #[doc(hidden)]
        #[allow(clippy::no_effect, reason = "of several expressions in a block, the last one holds")]
        impl $crate::codec::MemberReader for $builder {
            type Structure = $name;
            const STRICT: bool = $strict;
            $crate::__rest! { [$($places)*] $( $place $wire; )* }

            #[allow(unused_variables, reason = "a structure may have no members")]
            fn read_member<__U: $crate::codec::Unread>(
                &mut self,
                name: &str,
                value: &mut __U,
            ) -> ::std::result::Result<(), __U::Error> {
                let to = &mut (*self)$(.$at)*;
                match name {
                    $( $wire => value.read(&mut to.$field, $codec), )*
                    _ => ::std::result::Result::Ok(()),
                }
            }

            $crate::__read_http! { $strict [$($places)*] [$($at)*] { $( $place $field $wire $key [$codec]; )* } }
            $crate::__read_events! { $strict $later [$($places)*] [$($at)*] { $( $place $field $wire $key [$codec]; )* } }
            $crate::__corrected! { [$($at)*] $name $strict $later $held $( $place $field [$shown] $presence [$($default)?]; )* }
        }

        #[doc(hidden)]
        impl $crate::codec::Built for $name {
            type Builder = $builder;
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<__S: $crate::serde::Serializer>(&self, to: __S) -> ::std::result::Result<__S::Ok, __S::Error> {
                $crate::codec::serialize(self, to)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<__D: $crate::serde::Deserializer<'de>>(from: __D) -> ::std::result::Result<Self, __D::Error> {
                $crate::codec::deserialize::<$builder, __D>(from)
            }
        }
    };
}
