//! Waiters, and the fluent builders by which they are called.

/// Declares a waiter: its names, the operation that it polls, how long it waits between polls, and what decides.
///
/// ```text
/// ThingReady, "thing_ready": DescribeThing(DescribeThingInput), 2 to 120 seconds;
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! waiter {
    (
        $(#[$meta:meta])*
        $name:ident, $method:literal: $input:ty, $least:literal to $most:literal seconds {
            $( $state:ident if $matcher:ident($($what:tt)*); )+
        }
        $($waiting:ident)::+<$waiter:ident> as $fluent:ident, $poll:ident, $error:ident
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub struct $name;

        impl $crate::waiter::Waiter for $name {
            type Input = $input;
            const NAME: &'static str = $method;
            const DELAYS: (::std::time::Duration, ::std::time::Duration) =
                (::std::time::Duration::from_secs($least), ::std::time::Duration::from_secs($most));
            const ACCEPTORS: &'static [$crate::waiter::Acceptor<$input>] =
                &[$( $crate::waiter::Acceptor::$state($crate::waiter::Matcher::<$input>::$matcher($($what)*)) ),+];
        }

        #[doc = concat!("Sets what is waited for, and waits: `wait_until_", $method, "`.")]
        pub type $fluent<__H = $crate::client::Handle> = $($waiting)::+<$waiter, __H>;

        #[doc = concat!("The answer that ended the wait: `wait_until_", $method, "`.")]
        pub type $poll = $crate::waiter::FinalPoll<
            <$input as $crate::client::Operation>::Output,
            $crate::SdkError<<$input as $crate::client::Operation>::Error>,
        >;

        #[doc = concat!("Why the wait ended in vain: `wait_until_", $method, "`.")]
        pub type $error = $crate::waiter::WaiterError<
            <$input as $crate::client::Operation>::Output,
            <$input as $crate::client::Operation>::Error,
        >;
    };
}

/// The trait that gives a client its `wait_until_…` methods.
#[macro_export]
#[doc(hidden)]
macro_rules! waiters {
    ($client:ident, $(#[$on:meta])+ $blocking:ty { $( $(#[$meta:meta])* $method:ident: $($fluent:ident)::+; )+ }) => {
        /// Waiting until a resource is in a certain state; bring the trait into scope to call its methods.
        ///
        /// Each gives a builder: set what is waited for, then call `wait` with the longest time that the wait may take.
        pub trait Waiters<__H = $crate::client::Handle> {
            $( $(#[$meta])* fn $method(&self) -> $($fluent)::+<__H>; )+
        }

        impl Waiters for $client {
            $(
                #[inline]
                fn $method(&self) -> $($fluent)::+ {
                    <$($fluent)::+>::new($crate::waiter::Waiting::new(self.handle.clone()))
                }
            )+
        }

        $crate::__blocking_waiters! { $(#[$on])+ $blocking { $( $method: $($fluent)::+; )+ } }
    };
}

/// The fluent builder that polls: the operation's, with `wait` in the place of `send`. One for all waiters of an operation; which one
/// it is, its parameter says.
#[macro_export]
#[doc(hidden)]
macro_rules! __waiting {
    ($name:ident, $fluent:ident, $waiting:ident) => {
        #[doc = concat!("Sets what [`", stringify!($name), "`] holds, and polls with it until the waiter `__W` is satisfied.")]
        pub type $waiting<__W, __H = $crate::client::Handle> = $fluent<$crate::waiter::Waiting<__W, __H>>;

        impl<__W: $crate::waiter::Waiter<Input = $name>> $waiting<__W> {
            /// Polls until the wait is over, at most for `max_wait`. The first poll is sent at once.
            ///
            /// # Errors
            /// The error's variant says why the wait ended in vain: the time is over, an answer means that the state won't
            /// be reached, a poll failed, or the input is incomplete.
            #[inline]
            pub async fn wait(
                self,
                max_wait: ::std::time::Duration,
            ) -> ::std::result::Result<$crate::waiter::FinalPollOf<__W>, $crate::waiter::ErrorOf<__W>> {
                let (client, input) = self.__with(());
                client.wait($crate::codec::MemberReader::corrected(input), max_wait).await
            }
        }

        $crate::__blocking_waiting! { $name, $waiting }
    };
}
