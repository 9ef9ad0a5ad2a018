//! Clients: a method for each operation, and what those of all services have beside.

/// Adds to a crate's client, a `struct` with the field `handle`, what doesn't depend on the service.
#[macro_export]
#[doc(hidden)]
#[allow(clippy::crate_in_macro_def, reason = "the error is the generated crate's")]
macro_rules! client {
    ($client:ident) => {
        impl $client {
            /// Sends an input that was built, or read from a file, rather than set member by member.
            ///
            /// # Errors
            /// As for the operation's own method.
            ///
            /// # Panics
            /// As the operation's own method does.
            pub async fn send<I: $crate::client::Operation>(
                &self,
                mut input: I,
            ) -> ::std::result::Result<I::Output, $crate::error::SdkError<I::Error>> {
                self.handle.send(&mut input).await
            }

            /// Gets ready for the first call, so that this one takes no longer than those after it, e.g. while AWS Lambda
            /// starts a function: loads what proves who calls, decides on the endpoint, and opens a connection, TLS included, that
            /// the first call then uses. Sends no request.
            ///
            /// Within 20 seconds the connection is used or closed. A call that goes to a host of its own, as to an Amazon S3 bucket,
            /// still makes a connection; so does every first call with an `http_client` that isn't, and doesn't wrap, a
            /// [`DefaultClient`]($crate::transport::DefaultClient).
            ///
            /// # Errors
            /// As the first call would report them: no credentials, no endpoint, no connection. They do no harm: a later call
            /// tries all of it anew.
            ///
            /// # Panics
            /// Outside a tokio runtime, as a call does.
            pub async fn warm_up(&self) -> ::std::result::Result<(), $crate::error::SdkError<crate::Error>> {
                self.handle.warm_up().await
            }
        }

        impl ::std::convert::AsRef<$crate::client::Handle> for $client {
            fn as_ref(&self) -> &$crate::client::Handle {
                &self.handle
            }
        }
    };
}

/// Gives the client a method for each operation, which begins a call; and the blocking client the same, where there is one.
#[macro_export]
#[doc(hidden)]
macro_rules! operations {
    ($client:ident, $(#[$on:meta])+ $blocking:ty { $( $(#[$meta:meta])* $method:ident: $($fluent:ident)::+; )* }) => {
        impl $client {
            $(
                $(#[$meta])*
                pub fn $method(&self) -> $($fluent)::+ {
                    <$($fluent)::+>::new(self.handle.clone())
                }
            )*
        }

        $crate::__blocking_operations! { $(#[$on])+ $blocking { $( $(#[$meta])* $method: $($fluent)::+; )* } }
    };
}

#[cfg(feature = "blocking")]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_operations {
    ($(#[$on:meta])+ $blocking:ty { $( $(#[$meta:meta])* $method:ident: $($fluent:ident)::+; )* }) => {
        $(#[$on])+
        impl $blocking {
            $(
                $(#[$meta])*
                pub fn $method(&self) -> $($fluent)::+<$crate::blocking::Handle> {
                    <$($fluent)::+<$crate::blocking::Handle>>::new(self.handle.clone())
                }
            )*
        }
    };
}

#[cfg(not(feature = "blocking"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __blocking_operations {
    ($($rest:tt)*) => {};
}
