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
        $waiting:ty as $fluent:ident, $poll:ident, $error:ident
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
        pub type $fluent = $waiting;

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
    ($client:ident { $( $(#[$meta:meta])* $method:ident: $fluent:ty; )+ }) => {
        /// Waiting until a resource is in a certain state; bring the trait into scope to call its methods.
        ///
        /// Each gives a builder: set what is waited for, then call `wait` with the longest time that the wait may take.
        pub trait Waiters {
            $( $(#[$meta])* fn $method(&self) -> $fluent; )+
        }

        impl Waiters for $client {
            $(
                #[inline]
                fn $method(&self) -> $fluent {
                    <$fluent>::new(self.handle.clone())
                }
            )+
        }
    };
}

/// The fluent builder that polls: an input's setters, and `wait`. One for all waiters of an operation; which one it is,
/// its parameter says.
#[macro_export]
#[doc(hidden)]
macro_rules! __waiting {
    ($form:tt $name:ident, $builder:ident, $waiting:ident $setters:tt) => {
        #[doc = concat!("Sets what [`", stringify!($name), "`] holds, and polls with it until the waiter `__W` is satisfied.")]
        #[derive(Clone, Debug)]
        #[must_use = "nothing is sent before `wait`"]
        pub struct $waiting<__W> {
            handle: $crate::client::Handle,
            inner: $builder,
            waiter: ::std::marker::PhantomData<fn() -> __W>,
        }

        impl<__W: $crate::waiter::Waiter<Input = $name>> $waiting<__W> {
            pub(crate) fn new(handle: $crate::client::Handle) -> Self {
                Self { handle, inner: $builder::default(), waiter: ::std::marker::PhantomData }
            }

            /// What has been set so far.
            #[inline]
            pub fn as_input(&self) -> &$builder {
                &self.inner
            }

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
                let input = $crate::codec::MemberReader::corrected(self.inner);
                $crate::waiter::wait::<__W>(&self.handle, input, max_wait).await
            }

            $crate::__setters! { $form $setters }
        }
    };
}
