//! Wire form: the members' list for requests and serde, and their reading.

/// From the rows of a structure: [`Members`](crate::codec::Members), [`MemberReader`](crate::codec::MemberReader),
/// `Serialize` and `Deserialize`.
#[macro_export]
#[doc(hidden)]
macro_rules! __wire {
    ($strict:tt $form:tt $name:ident, $builder:ident $later:tt $held:tt $debug:tt { [$($places:ident)*] $(
        $field:ident [$shown:expr] [$presence:ident] $flags:tt [$($default:expr)?]
            = $place:ident $wire:literal $key:tt [$codec:expr];
    )* }) => {
        #[doc(hidden)]
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

            $crate::__fmt_as! { $debug }
        }

        #[doc(hidden)]
        impl $crate::codec::MemberReader for $builder {
            type Structure = $name;
            $crate::__strict! { $strict }
            $crate::__rest! { [$($places)*] $( $place $wire; )* }

            #[allow(unused_variables, reason = "a structure may have no members")]
            fn read_member<__U: $crate::codec::Unread>(
                &mut self,
                name: &str,
                value: &mut __U,
            ) -> ::std::result::Result<(), __U::Error> {
                let to = $crate::__members!($form self);
                match name {
                    $( $wire => value.read(&mut to.$field, $codec), )*
                    _ => ::std::result::Result::Ok(()),
                }
            }

            $crate::__read_http! { $strict [$($places)*] $form { $( $place $field $wire $key [$codec]; )* } }
            $crate::__read_events! { [$($places)*] $form { $( $place $field $wire $key [$codec]; )* } }
            $crate::__corrected! { $form $name $strict $later $held $( $place $field [$shown] $presence [$($default)?]; )* }
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

#[macro_export]
#[doc(hidden)]
macro_rules! __key {
    ($wire:literal) => {
        $wire
    };
    ($wire:literal $key:literal) => {
        $key
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __codec {
    () => {
        $crate::codec::Plain
    };
    ($codec:expr) => {
        $codec
    };
}
