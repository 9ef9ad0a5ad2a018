//! Clients: a method for each operation.

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
