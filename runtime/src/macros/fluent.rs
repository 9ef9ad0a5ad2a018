//! Fluent builders: an input's setters, and `send`.

/// The fluent builder of an input: the same setters, and `send`. What sends is its parameter.
#[macro_export]
#[doc(hidden)]
macro_rules! __fluent {
    ($name:ident, $builder:ident, $fluent:ident => $output:ty, $error:ty) => {
        impl $builder {
            /// Sends the input that it builds, with `client`.
            ///
            /// # Errors
            /// As for the fluent builder's `send`.
            #[inline]
            pub fn send_with(
                self,
                client: &impl ::std::convert::AsRef<$crate::client::Handle>,
            ) -> $crate::client::BoxFuture<::std::result::Result<$output, $crate::SdkError<$error>>> {
                client.as_ref().clone().call(self)
            }
        }

        #[doc = concat!("Sets what [`", stringify!($name), "`] holds, and sends it.")]
        pub type $fluent<__C = $crate::client::Handle> = $builder<__C>;

        impl<__C> $fluent<__C> {
            pub(crate) fn new(client: __C) -> Self {
                <$builder>::default().__with(client).1
            }

            /// What has been set so far.
            #[inline]
            pub fn as_input(&self) -> &Self {
                self
            }
        }

        impl $fluent {
            /// Sends the request.
            ///
            /// # Errors
            /// The error's variant says how far the call got: the input is incomplete, no connection, a timeout, an
            /// answer that can't be read, or an error of the service.
            ///
            /// # Panics
            /// Outside a tokio runtime with timers and I/O, unless the config's `sleep_impl` and `http_client` need none.
            #[inline]
            pub fn send(self) -> $crate::client::BoxFuture<::std::result::Result<$output, $crate::SdkError<$error>>> {
                let (client, input) = self.__with(());
                client.call(input)
            }

            /// Changes this one call: its request, its settings.
            #[inline]
            pub fn customize(self) -> $crate::client::CustomizableOperation<$output, $error, Self> {
                $crate::client::CustomizableOperation::new(self)
            }
        }

        $crate::__test_util_call! { $name, $fluent }
        $crate::__blocking_fluent! { $name, $fluent => $output, $error }

        impl $crate::client::CustomizableSend<$output, $error> for $fluent {
            #[inline]
            fn send_customized(
                self,
                changes: $crate::config::Builder,
            ) -> $crate::client::BoxFuture<$crate::client::SendResult<$output, $error>> {
                let (client, input) = self.__with(());
                client.call_with(input, changes)
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

/// Lets an operation's calls be presigned: `presigned!(GetObjectFluentBuilder, GetObjectError)`, with `as get` behind that where a
/// `GET` says in its query what the body would.
#[cfg(feature = "presigning")]
#[macro_export]
#[doc(hidden)]
macro_rules! presigned {
    ($fluent:ident, $error:ident $(as $get:ident)?) => {
        impl $fluent {
            /// Signs the request for others to send: whoever has what this makes can send it, until it expires.
            ///
            /// Nothing is sent now, and a body is left to the sender.
            ///
            /// # Errors
            /// The input is incomplete, or there are no credentials to sign with.
            pub async fn presigned(
                self,
                config: $crate::client::presigning::PresigningConfig,
            ) -> ::std::result::Result<$crate::client::presigning::PresignedRequest, $crate::SdkError<$error>> {
                let as_get = false $( || $crate::__as_get!($get) )?;
                let (client, input) = self.__with(());
                client.presign(&mut $crate::codec::MemberReader::corrected(input), config, as_get).await
            }
        }

        $crate::__blocking_presigned! { $fluent, $error }

        impl $crate::client::CustomizablePresigned<$error> for $fluent {
            #[inline]
            fn presign_customized(
                mut self,
                changes: $crate::config::Builder,
                config: $crate::client::presigning::PresigningConfig,
            ) -> $crate::client::BoxFuture<
                $crate::client::SendResult<$crate::client::presigning::PresignedRequest, $error>,
            > {
                self._client = self._client.with_override(changes);
                ::std::boxed::Box::pin(self.presigned(config))
            }
        }
    };
}

#[cfg(feature = "presigning")]
#[macro_export]
#[doc(hidden)]
macro_rules! __as_get {
    (get) => {
        true
    };
}
