//! Operations: fluent builders, outputs, errors, paginators.

/// A unit struct that names an operation, for code that is generic over operations by name.
#[macro_export]
#[doc(hidden)]
macro_rules! operation_name {
    ($name:ident) => {
        #[doc = concat!("The operation `", stringify!($name), "`, as a name for it.")]
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct $name;

        impl $name {
            /// The name.
            #[inline]
            pub fn new() -> Self {
                Self
            }
        }
    };
}

/// The fluent builder of an input: the same setters, and `send`.
#[macro_export]
#[doc(hidden)]
macro_rules! __fluent {
    ($name:ident, $builder:ident, $fluent:ident { $(
        $field:ident, $set:ident, $get:ident: $presence:ident $kind:ident $(($($ty:ty),+))? $(+ $flag:ident)* $(or($default:expr))?
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
                client: &impl AsRef<$crate::client::Handle>,
            ) -> $crate::client::SendResult<
                <$name as $crate::operation::Operation>::Output,
                <$name as $crate::operation::Operation>::Error,
            > {
                client.as_ref().send(&$crate::body::MemberReader::corrected(self)).await
            }
        }

        #[doc = concat!("Sets what [`", stringify!($name), "`] holds, and sends it.")]
        #[derive(Clone, Debug)]
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
                <$name as $crate::operation::Operation>::Output,
                <$name as $crate::operation::Operation>::Error,
            > {
                self.handle.send(&$crate::body::MemberReader::corrected(self.inner)).await
            }

            /// Changes this one call: its request, its settings.
            #[inline]
            pub fn customize(self) -> $crate::client::CustomizableOperation<
                <$name as $crate::operation::Operation>::Output,
                <$name as $crate::operation::Operation>::Error,
                Self,
            > {
                $crate::client::CustomizableOperation::new(self)
            }

            $( $crate::__fluent_setters! { $name, $field, $set, $get: $kind $(($($ty),+))? } )*
        }

        impl $crate::client::CustomizableSend<
            <$name as $crate::operation::Operation>::Output,
            <$name as $crate::operation::Operation>::Error,
        > for $fluent {
            #[inline]
            fn send_customized(
                self,
                changes: $crate::config::Builder,
            ) -> $crate::client::BoxFuture<$crate::client::SendResult<
                <$name as $crate::operation::Operation>::Output,
                <$name as $crate::operation::Operation>::Error,
            >> {
                Box::pin(async move {
                    let handle = self.handle.with_override(changes);
                    handle.send(&$crate::body::MemberReader::corrected(self.inner)).await
                })
            }
        }
    };
}

/// A fluent builder's setters for one member, which pass on to the builder.
#[macro_export]
#[doc(hidden)]
macro_rules! __fluent_setters {
    (@rest $name:ident, $field:ident, $set:ident, $get:ident: $ty:ty) => {
        #[doc = concat!("Sets or clears [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $set(mut self, input: ::std::option::Option<$ty>) -> Self {
            self.inner = self.inner.$set(input);
            self
        }

        #[doc = concat!("What [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ") is set to.")]
        #[inline]
        pub fn $get(&self) -> &::std::option::Option<$ty> {
            self.inner.$get()
        }
    };
    (@text $verb:literal, $name:ident, $field:ident) => {
        #[doc = concat!($verb, " [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $field(mut self, input: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.inner = self.inner.$field(input);
            self
        }
    };
    (@value $verb:literal, $name:ident, $field:ident: $ty:ty) => {
        #[doc = concat!($verb, " [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $field(mut self, input: $ty) -> Self {
            self.inner = self.inner.$field(input);
            self
        }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: text) => {
        $crate::__fluent_setters! { @text "Sets", $name, $field }
        $crate::__fluent_setters! { @rest $name, $field, $set, $get: ::std::string::String }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: texts) => {
        $crate::__fluent_setters! { @text "Appends an item to", $name, $field }
        $crate::__fluent_setters! { @rest $name, $field, $set, $get: ::std::vec::Vec<::std::string::String> }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: list($ty:ty)) => {
        $crate::__fluent_setters! { @value "Appends an item to", $name, $field: $ty }
        $crate::__fluent_setters! { @rest $name, $field, $set, $get: ::std::vec::Vec<$ty> }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: map($key:ty, $value:ty)) => {
        #[doc = concat!("Adds an entry to [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ").")]
        #[inline]
        pub fn $field(
            mut self,
            key: impl ::std::convert::Into<$key>,
            value: impl ::std::convert::Into<$value>,
        ) -> Self {
            self.inner = self.inner.$field(key, value);
            self
        }
        $crate::__fluent_setters! { @rest $name, $field, $set, $get: ::std::collections::HashMap<$key, $value> }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: boxed($ty:ty)) => {
        $crate::__fluent_setters! { @value "Sets", $name, $field: $ty }
        $crate::__fluent_setters! { @rest $name, $field, $set, $get: ::std::boxed::Box<$ty> }
    };
    ($name:ident, $field:ident, $set:ident, $get:ident: $kind:ident($ty:ty)) => {
        $crate::__fluent_setters! { @value "Sets", $name, $field: $ty }
        $crate::__fluent_setters! { @rest $name, $field, $set, $get: $ty }
    };
}

/// An output's request ID.
#[macro_export]
#[doc(hidden)]
macro_rules! __output {
    ($name:ident) => {
        impl $crate::RequestId for $name {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                self._request_id.as_deref()
            }
        }

        impl $crate::operation::Output for $name {
            #[inline]
            fn set_request_id(&mut self, id: ::std::option::Option<::std::string::String>) {
                self._request_id = id;
            }
        }
    };
}

/// What makes a structure an error.
#[macro_export]
#[doc(hidden)]
macro_rules! __error {
    ($name:ident, $builder:ident) => {
        impl $builder {
            /// Sets code, message and request ID as the response gave them.
            #[inline]
            pub fn meta(mut self, meta: $crate::error::ErrorMetadata) -> Self {
                self.meta = Some(Box::new(meta));
                self
            }

            /// Sets or clears code, message and request ID.
            #[inline]
            pub fn set_meta(&mut self, meta: ::std::option::Option<$crate::error::ErrorMetadata>) -> &mut Self {
                self.meta = meta.map(Box::new);
                self
            }
        }

        impl $name {
            pub(crate) fn set_meta(&mut self, meta: $crate::error::ErrorMetadata) {
                self.meta = Box::new(meta);
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::error::fmt_service_error(&self.meta, Some(stringify!($name)), f)
            }
        }

        impl ::std::error::Error for $name {}

        impl $crate::error::ProvideErrorMetadata for $name {
            #[inline]
            fn meta(&self) -> &$crate::error::ErrorMetadata {
                &self.meta
            }
        }

        impl $crate::RequestId for $name {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::RequestId::request_id(&*self.meta)
            }
        }
    };
}

/// Declares the crate's error enum: a variant per error of the model, and `Unhandled`.
#[macro_export]
#[doc(hidden)]
macro_rules! service_error {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $code:literal, $is:ident; )* }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* $variant($variant), )*
            /// What the model doesn't describe: a code that it doesn't know, or a failure before there was an answer. Ask
            /// `code()` and `message()` rather than matching on it.
            #[deprecated(note = "match with a wildcard and ask `code()`: codes become variants once the model knows them")]
            Unhandled($crate::error::Unhandled),
        }

        #[allow(deprecated)]
        impl $name {
            /// Wraps a failure that is not the service's answer.
            #[inline]
            pub fn unhandled(
                source: impl ::std::convert::Into<$crate::error::BoxError>,
            ) -> Self {
                Self::Unhandled($crate::error::Unhandled::new(source, None))
            }

            /// Makes an error of a code and a message alone.
            #[inline]
            pub fn generic(meta: $crate::error::ErrorMetadata) -> Self {
                Self::Unhandled($crate::error::Unhandled::from_meta(meta))
            }

            /// Code, message and request ID, as far as the response gave them.
            #[inline]
            pub fn meta(&self) -> &$crate::error::ErrorMetadata {
                $crate::error::ProvideErrorMetadata::meta(self)
            }

            $(
                #[doc = concat!("Whether it is `", $code, "`.")]
                #[inline]
                pub fn $is(&self) -> bool {
                    matches!(self, Self::$variant(_))
                }
            )*
        }

        #[allow(deprecated)]
        impl $crate::error::ProvideErrorMetadata for $name {
            #[inline]
            fn meta(&self) -> &$crate::error::ErrorMetadata {
                match self {
                    $( Self::$variant(error) => $crate::error::ProvideErrorMetadata::meta(error), )*
                    Self::Unhandled(error) => $crate::error::ProvideErrorMetadata::meta(error),
                }
            }
        }

        #[allow(deprecated)]
        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $( Self::$variant(error) => ::std::fmt::Display::fmt(error, f), )*
                    Self::Unhandled(error) => ::std::fmt::Display::fmt(error, f),
                }
            }
        }

        #[allow(deprecated)]
        impl ::std::error::Error for $name {
            #[inline]
            fn source(&self) -> ::std::option::Option<&(dyn ::std::error::Error + 'static)> {
                match self {
                    $( Self::$variant(error) => Some(error), )*
                    Self::Unhandled(error) => error.source(),
                }
            }
        }

        #[allow(deprecated)]
        impl $crate::error::CreateUnhandledError for $name {
            fn create_unhandled_error(
                source: $crate::error::BoxError,
                meta: ::std::option::Option<$crate::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled($crate::error::Unhandled::new(source, meta))
            }
        }

        impl $crate::error::ServiceError for $name {
            #[inline]
            fn from_response(
                meta: $crate::error::ErrorMetadata,
                response: &$crate::config::http::HttpResponse,
            ) -> Self {
                match meta.code() {
                    $(
                        Some($code) => {
                            let mut error = $crate::operation::modeled::<$variant>(response, &meta);
                            error.set_meta(meta);
                            Self::$variant(error)
                        }
                    )*
                    _ => Self::generic(meta),
                }
            }
        }

        impl $crate::RequestId for $name {
            #[inline]
            fn request_id(&self) -> ::std::option::Option<&str> {
                $crate::RequestId::request_id(self.meta())
            }
        }

        impl From<$crate::error::BuildError> for $name {
            fn from(error: $crate::error::BuildError) -> Self {
                Self::unhandled(error)
            }
        }

        impl<R: Send + Sync + ::std::fmt::Debug + 'static> From<$crate::error::SdkError<Self, R>> for $name {
            fn from(error: $crate::error::SdkError<Self, R>) -> Self {
                match error {
                    $crate::error::SdkError::ServiceError(context) => context.into_err(),
                    other => Self::unhandled(other),
                }
            }
        }
    };
}

/// Declares an operation's paginator.
#[macro_export]
#[doc(hidden)]
macro_rules! paginated {
    // Pages without a list of items.
    ($input:ident, $fluent:ident, $paginator:ident {
        token $token:ident from $next:ident;
        $(page_size $size:ident;)?
    }) => {
        impl $crate::paginate::Paginated for $input {
            type Item = ::std::convert::Infallible;
            $crate::__paginated! { $token from $next $(, $size)? }

            #[inline]
            fn into_items(_: Self::Output) -> ::std::vec::Vec<Self::Item> {
                ::std::vec::Vec::new()
            }
        }
        $crate::__paginator! { $input, $fluent, $paginator }
    };
    ($input:ident, $fluent:ident, $paginator:ident, $items:ident {
        token $token:ident from $next:ident;
        $(page_size $size:ident;)?
        items $presence:ident $list:ident: $item:ty;
    }) => {
        impl $crate::paginate::Paginated for $input {
            type Item = $item;
            $crate::__paginated! { $token from $next $(, $size)? }

            #[inline]
            fn into_items(output: Self::Output) -> ::std::vec::Vec<Self::Item> {
                $crate::__items!($presence, output.$list)
            }
        }
        $crate::__paginator! { $input, $fluent, $paginator }

        /// The same, item by item.
        pub type $items = $crate::paginate::PaginatorItems<$input>;
    };
}

/// A paginated input's tokens and page size.
#[macro_export]
#[doc(hidden)]
macro_rules! __paginated {
    ($token:ident from $next:ident $(, $size:ident)?) => {
        #[inline]
        fn output_token(output: &Self::Output) -> ::std::option::Option<&str> {
            output.$next.as_deref()
        }

        #[inline]
        fn token(&self) -> ::std::option::Option<&str> {
            self.$token.as_deref()
        }

        #[inline]
        fn set_token(&mut self, token: ::std::option::Option<::std::string::String>) {
            self.$token = token;
        }

        #[inline]
        fn set_page_size(&mut self, _limit: i32) {
            $( self.$size = Some(_limit); )?
        }
    };
}

/// The paginator's name, and how a fluent builder becomes one.
#[macro_export]
#[doc(hidden)]
macro_rules! __paginator {
    ($input:ident, $fluent:ident, $paginator:ident) => {
        #[doc = concat!("Calls the operation of [`", stringify!($input), "`] page by page.")]
        pub type $paginator = $crate::paginate::Paginator<$input>;

        impl $fluent {
            /// Calls the operation page by page, beginning where the input says.
            #[inline]
            pub fn into_paginator(self) -> $paginator {
                $crate::paginate::Paginator::new(self.handle, $crate::body::MemberReader::corrected(self.inner))
            }
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __items {
    (always, $list:expr) => {
        $list
    };
    (optional, $list:expr) => {
        $list.unwrap_or_default()
    };
}

/// Declares the resolver that decides on endpoints by the service's own rules.
#[macro_export]
#[doc(hidden)]
macro_rules! default_resolver {
    ($service:expr) => {
        /// Decides on an endpoint by the service's own rules, as a client without a resolver of its own does. For
        /// resolvers that change some endpoints and leave the rest.
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct DefaultResolver;

        impl DefaultResolver {
            /// Makes one.
            #[inline]
            pub fn new() -> Self {
                Self
            }
        }

        impl ResolveEndpoint for DefaultResolver {
            #[inline]
            fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
                EndpointFuture::ready($crate::endpoint::by_rules(&$service, params))
            }
        }
    };
}
