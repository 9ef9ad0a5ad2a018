//! What a fluent builder does with a blocking client. Nothing of it is there without the feature `blocking`.

/// Declares the blocking client: whose calls it waits for, what its settings are, and as what `aws-config` loads them, if the service
/// is one of AWS's.
#[macro_export]
#[doc(hidden)]
macro_rules! blocking_client {
    (client $client:ty; config $config:ty; $(loaded $sdk_config:ty;)?) => {
        /// Calls the service as the async [`Client`](crate::Client) does, and waits for the answers. Cheap to clone.
        #[derive(Clone, Debug)]
        pub struct Client {
            client: $client,
            pub(crate) handle: $crate::blocking::Handle,
        }

        impl Client {
            $(
                /// Makes a client from the settings that `aws-config` loads, which [`block_on`] waits for. Does no I/O and doesn't
                /// panic: what is missing is reported by the first call.
                pub fn new(sdk_config: &$sdk_config) -> Self {
                    <$client>::new(sdk_config).into()
                }
            )?

            /// Makes a client from settings of its own.
            pub fn from_conf(conf: $config) -> Self {
                <$client>::from_conf(conf).into()
            }

            /// The client's settings.
            pub fn config(&self) -> &$config {
                self.client.config()
            }

            /// Sends an input that was built, or read from a file, rather than set member by member.
            ///
            /// # Errors
            /// As for the operation's own method.
            pub fn send<I: $crate::client::Operation>(
                &self,
                input: I,
            ) -> ::std::result::Result<I::Output, $crate::SdkError<I::Error>> {
                $crate::blocking::call(I::METADATA.name, self.client.send(input))
            }
        }

        /// The same client, with calls that are waited for. The two share credentials and the retry quota, and connections as well.
        impl ::std::convert::From<$client> for Client {
            fn from(client: $client) -> Self {
                let handle: &$crate::client::Handle = client.as_ref();
                let handle = $crate::blocking::Handle::new(handle.clone());
                Self { client, handle }
            }
        }
    };
}

/// The fluent builder of a blocking client: the same builder, with `send` that waits.
#[cfg(feature = "blocking")]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_fluent {
    ($name:ident, $fluent:ident => $output:ty, $error:ty) => {
        impl $fluent<$crate::blocking::Handle> {
            /// Sends the request, and waits for the answer.
            ///
            /// # Errors
            /// As for the async client's `send`. Inside async code, where nothing may wait, the request is not sent, and the error is a
            /// `ConstructionFailure` that says so.
            #[inline]
            pub fn send(self) -> ::std::result::Result<$output, $crate::SdkError<$error>> {
                $crate::blocking::call(Self::__OPERATION, self.__into_async().send())
            }

            /// Changes this one call: its request, its settings.
            #[inline]
            pub fn customize(self) -> $crate::blocking::CustomizableOperation<$output, $error, $fluent> {
                $crate::blocking::CustomizableOperation::new(Self::__OPERATION, self.__into_async().customize())
            }

            const __OPERATION: &'static str = <$name as $crate::client::Operation>::METADATA.name;

            fn __into_async(self) -> $fluent {
                let (client, input) = self.__with(());
                input.__with(client.into_async()).1
            }
        }
    };
}

#[cfg(feature = "blocking")]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_paginator {
    ($input:ident, $fluent:ident) => {
        impl $fluent<$crate::blocking::Handle> {
            /// Calls the operation page by page, beginning where the input says.
            #[inline]
            pub fn into_paginator(self) -> $crate::blocking::Paginator<$input> {
                $crate::blocking::Paginator::new(self.__into_async().into_paginator())
            }
        }
    };
}

#[cfg(all(feature = "blocking", feature = "presigning"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_presigned {
    ($fluent:ident, $error:ident) => {
        impl $fluent<$crate::blocking::Handle> {
            /// Signs the request for others to send: whoever has what this makes can send it, until it expires.
            ///
            /// Nothing is sent now, and a body is left to the sender.
            ///
            /// # Errors
            /// The input is incomplete, or there are no credentials to sign with.
            pub fn presigned(
                self,
                config: $crate::client::presigning::PresigningConfig,
            ) -> ::std::result::Result<$crate::client::presigning::PresignedRequest, $crate::SdkError<$error>> {
                $crate::blocking::call(Self::__OPERATION, self.__into_async().presigned(config))
            }
        }
    };
}

#[cfg(feature = "blocking")]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_waiting {
    ($name:ident, $waiting:ident) => {
        impl<__W: $crate::waiter::Waiter<Input = $name>> $waiting<__W, $crate::blocking::Handle> {
            /// Polls until the wait is over, at most for `max_wait`, and holds the thread until then. The first poll is sent at once.
            ///
            /// # Errors
            /// As for the async client's `wait`. Inside async code, where nothing may wait, nothing is sent.
            #[inline]
            pub fn wait(
                self,
                max_wait: ::std::time::Duration,
            ) -> ::std::result::Result<$crate::waiter::FinalPollOf<__W>, $crate::waiter::ErrorOf<__W>> {
                let (client, input) = self.__with(());
                $crate::blocking::wait(client, $crate::codec::MemberReader::corrected(input), max_wait)
            }
        }
    };
}

#[cfg(feature = "blocking")]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_waiters {
    ($(#[$on:meta])+ $blocking:ty { $( $method:ident: $($fluent:ident)::+; )+ }) => {
        $(#[$on])+
        impl Waiters<$crate::blocking::Handle> for $blocking {
            $(
                #[inline]
                fn $method(&self) -> $($fluent)::+<$crate::blocking::Handle> {
                    <$($fluent)::+<$crate::blocking::Handle>>::new($crate::waiter::Waiting::new(self.handle.clone()))
                }
            )+
        }
    };
}

#[cfg(not(feature = "blocking"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_fluent {
    ($($rest:tt)*) => {};
}

#[cfg(not(feature = "blocking"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_paginator {
    ($($rest:tt)*) => {};
}

#[cfg(all(not(feature = "blocking"), feature = "presigning"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_presigned {
    ($($rest:tt)*) => {};
}

#[cfg(not(feature = "blocking"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_waiting {
    ($($rest:tt)*) => {};
}

#[cfg(not(feature = "blocking"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_waiters {
    ($($rest:tt)*) => {};
}
