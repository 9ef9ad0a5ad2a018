//! Fluent builders: an input's setters, and `send`.

/// The fluent builder of an input: the same setters, and `send`.
#[macro_export]
#[doc(hidden)]
macro_rules! __fluent {
    ([$($derive:ident),*] $name:ident, $builder:ident, $fluent:ident { $(
        $field:ident $($plain:literal)?, $set:ident, $get:ident: $presence:ident $kind:ident $(($($ty:ty),+))? $(+ $flag:ident)* $(or($default:expr))?
            = $place:ident $wire:literal $(in $key:literal)? $(as $codec:expr)?;
    )* }) => {
        impl $builder {
            /// Sends the input that it builds, with `client`.
            ///
            /// # Errors
            /// As for the fluent builder's `send`.
            #[inline]
            pub async fn send_with(
                self,
                client: &impl ::std::convert::AsRef<$crate::client::Handle>,
            ) -> $crate::client::SendResult<
                <$name as $crate::client::Operation>::Output,
                <$name as $crate::client::Operation>::Error,
            > {
                client.as_ref().send(&mut $crate::codec::MemberReader::corrected(self)).await
            }
        }

        #[doc = concat!("Sets what [`", stringify!($name), "`] holds, and sends it.")]
        #[derive(Debug $(, $derive)*)]
        #[must_use = "nothing is sent before `send`"]
        pub struct $fluent {
            handle: $crate::client::Handle,
            inner: $builder,
        }

        impl $fluent {
            pub(crate) fn new(handle: $crate::client::Handle) -> Self {
                Self { handle, inner: $builder::default() }
            }

            /// What has been set so far.
            #[inline]
            pub fn as_input(&self) -> &$builder {
                &self.inner
            }

            /// Sends the request.
            ///
            /// # Errors
            /// The error's variant says how far the call got: the input is incomplete, no connection, a timeout, an
            /// answer that can't be read, or an error of the service.
            #[inline]
            pub async fn send(self) -> $crate::client::SendResult<
                <$name as $crate::client::Operation>::Output,
                <$name as $crate::client::Operation>::Error,
            > {
                self.handle.send(&mut $crate::codec::MemberReader::corrected(self.inner)).await
            }

            /// Changes this one call: its request, its settings.
            #[inline]
            pub fn customize(self) -> $crate::client::CustomizableOperation<
                <$name as $crate::client::Operation>::Output,
                <$name as $crate::client::Operation>::Error,
                Self,
            > {
                $crate::client::CustomizableOperation::new(self)
            }

            $( $crate::__fluent_setters! { $name, $field $($plain)?, $set, $get: $kind $(($($ty),+))? } )*
        }

        $crate::__test_util_call! { $name, $fluent }

        impl $crate::client::CustomizableSend<
            <$name as $crate::client::Operation>::Output,
            <$name as $crate::client::Operation>::Error,
        > for $fluent {
            #[inline]
            fn send_customized(
                self,
                changes: $crate::config::Builder,
            ) -> $crate::client::BoxFuture<$crate::client::SendResult<
                <$name as $crate::client::Operation>::Output,
                <$name as $crate::client::Operation>::Error,
            >> {
                ::std::boxed::Box::pin(async move {
                    let handle = self.handle.with_override(changes);
                    handle.send(&mut $crate::codec::MemberReader::corrected(self.inner)).await
                })
            }
        }
    };
}

/// What tests name the operation by.
#[cfg(feature = "test-util")]
#[macro_export]
#[doc(hidden)]
macro_rules! __test_util_call {
    ($name:ident, $fluent:ident) => {
        impl $crate::test_util::FluentBuilder for $fluent {
            type Input = $name;
        }
    };
}

/// Nothing outside tests.
#[cfg(not(feature = "test-util"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __test_util_call {
    ($name:ident, $fluent:ident) => {};
}

/// A fluent builder's setters for one member, which pass on to the builder.
#[macro_export]
#[doc(hidden)]
macro_rules! __fluent_setters {
    (@rest $name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: $ty:ty) => {
        #[doc = concat!("Sets or clears [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $set(mut self, input: ::std::option::Option<$ty>) -> Self {
            self.inner = self.inner.$set(input);
            self
        }

        #[doc = concat!("What [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ") is set to.")]
        #[inline]
        pub fn $get(&self) -> &::std::option::Option<$ty> {
            self.inner.$get()
        }
    };
    (@text $verb:literal, $name:ident, $field:ident $($plain:literal)?) => {
        #[doc = concat!($verb, " [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.inner = self.inner.$field(input);
            self
        }
    };
    (@value $verb:literal, $name:ident, $field:ident $($plain:literal)?: $ty:ty) => {
        #[doc = concat!($verb, " [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            self.inner = self.inner.$field(input);
            self
        }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: text) => {
        $crate::__fluent_setters! { @text "Sets", $name, $field $($plain)? }
        $crate::__fluent_setters! { @rest $name, $field $($plain)?, $set, $get: ::std::string::String }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: texts) => {
        $crate::__fluent_setters! { @text "Appends an item to", $name, $field $($plain)? }
        $crate::__fluent_setters! { @rest $name, $field $($plain)?, $set, $get: ::std::vec::Vec<::std::string::String> }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: stream) => {
        $crate::__fluent_setters! { $name, $field $($plain)?, $set, $get: value($crate::primitives::ByteStream) }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: list($ty:ty)) => {
        $crate::__fluent_setters! { @value "Appends an item to", $name, $field $($plain)?: $ty }
        $crate::__fluent_setters! { @rest $name, $field $($plain)?, $set, $get: ::std::vec::Vec<$ty> }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: map($key:ty, $value:ty)) => {
        #[doc = concat!("Adds an entry to [`", $crate::__name!($field $($plain)?), "`](", stringify!($name), "#structfield.", $crate::__name!($field $($plain)?), ").")]
        #[inline]
        pub fn $field(
            mut self,
            key: impl ::std::convert::Into<$key>,
            value: impl ::std::convert::Into<$value>,
        ) -> Self {
            self.inner = self.inner.$field(key, value);
            self
        }
        $crate::__fluent_setters! { @rest $name, $field $($plain)?, $set, $get: ::std::collections::HashMap<$key, $value> }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: boxed($ty:ty)) => {
        $crate::__fluent_setters! { @value "Sets", $name, $field $($plain)?: $ty }
        $crate::__fluent_setters! { @rest $name, $field $($plain)?, $set, $get: ::std::boxed::Box<$ty> }
    };
    ($name:ident, $field:ident $($plain:literal)?, $set:ident, $get:ident: $kind:ident($ty:ty)) => {
        $crate::__fluent_setters! { @value "Sets", $name, $field $($plain)?: $ty }
        $crate::__fluent_setters! { @rest $name, $field $($plain)?, $set, $get: $ty }
    };
}
