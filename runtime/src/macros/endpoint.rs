//! Endpoint parameters of a service's own, as programs see them: on the client's config, and in resolvers of theirs. And the
//! tests of its rules.
//!
//! A row per parameter: `service_type, set_service_type: string = "ServiceType";`, which is its accessor and setters,
//! its kind (`string`, `boolean`, `strings`) and its name in the service's rules. A row per test case: see
//! [`endpoint_tests!`](crate::endpoint_tests).

/// Declares the settings that the client's config has for the service's rules (`smithy.rules#clientContextParams`).
#[macro_export]
#[doc(hidden)]
macro_rules! client_params {
    ($($(#[$doc:meta])* $name:ident, $set:ident: $kind:ident = $key:literal;)+) => {
        /// Settings that this service's clients have beside those of every service's.
        ///
        /// They are methods of [`Builder`](sdk_runtime::config::Builder) as soon as this trait is in scope: `use …::config::BuilderExt as _;`.
        pub trait BuilderExt: Sized {
            $(
                $(#[$doc])*
                fn $name(self, value: $crate::__param_type!(given $kind)) -> Self;

                #[doc = concat!("Sets or clears what [`", stringify!($name), "`](Self::", stringify!($name), ") sets.")]
                fn $set(&mut self, value: ::std::option::Option<$crate::__param_type!(owned $kind)>) -> &mut Self;
            )+
        }

        impl BuilderExt for $crate::config::Builder {
            $(
                #[inline]
                fn $name(mut self, value: $crate::__param_type!(given $kind)) -> Self {
                    // Not as a method: the runtime's builder may have one of that name, for another service.
                    BuilderExt::$set(&mut self, ::std::option::Option::Some(value.into()));
                    self
                }

                #[inline]
                fn $set(&mut self, value: ::std::option::Option<$crate::__param_type!(owned $kind)>) -> &mut Self {
                    self.context_mut().set($key, value);
                    self
                }
            )+
        }
    };
}

/// Declares what a service's rules know beside the parameters that every service's have, for resolvers of programs'
/// own.
#[macro_export]
#[doc(hidden)]
macro_rules! endpoint_params {
    ($($name:ident, $set:ident: $kind:ident = $key:literal;)+) => {
        /// What this service's endpoints are decided by beside the settings that every service has: accessors of
        /// [`Params`](sdk_runtime::config::endpoint::Params) that are there as soon as this trait is in scope.
        pub trait ParamsExt {
            $(
                #[doc = concat!("The parameter `", $key, "` of the service's endpoint rules.")]
                fn $name(&self) -> ::std::option::Option<$crate::__param_type!(seen $kind)>;
            )+
        }

        impl ParamsExt for $crate::config::endpoint::Params {
            $(
                #[inline]
                fn $name(&self) -> ::std::option::Option<$crate::__param_type!(seen $kind)> {
                    self.context().$kind($key)
                }
            )+
        }

        /// The setters of the same parameters, for resolvers' tests.
        pub trait ParamsBuilderExt: Sized {
            $(
                #[doc = concat!("Sets the parameter `", $key, "`.")]
                fn $name(self, value: $crate::__param_type!(given $kind)) -> Self;

                #[doc = concat!("Sets or clears the parameter `", $key, "`.")]
                fn $set(self, value: ::std::option::Option<$crate::__param_type!(owned $kind)>) -> Self;
            )+
        }

        impl ParamsBuilderExt for $crate::config::endpoint::ParamsBuilder {
            $(
                #[inline]
                fn $name(self, value: $crate::__param_type!(given $kind)) -> Self {
                    // Not as a method: the runtime's builder may have one of that name, for another service.
                    ParamsBuilderExt::$set(self, ::std::option::Option::Some(value.into()))
                }

                #[inline]
                fn $set(mut self, value: ::std::option::Option<$crate::__param_type!(owned $kind)>) -> Self {
                    self.context_mut().set($key, value);
                    self
                }
            )+
        }
    };
}

/// The Rust types of a kind of parameter: what a setter is given, what is kept, what is seen of it.
#[macro_export]
#[doc(hidden)]
macro_rules! __param_type {
    (given string) => { impl ::std::convert::Into<::std::string::String> };
    (owned string) => { ::std::string::String };
    (seen string) => { &str };
    (given boolean) => { impl ::std::convert::Into<bool> };
    (owned boolean) => { bool };
    (seen boolean) => { bool };
    (given strings) => { impl ::std::convert::Into<::std::vec::Vec<::std::string::String>> };
    (owned strings) => { ::std::vec::Vec<::std::string::String> };
    (seen strings) => { &[::std::string::String] };
}

/// Declares the tests of a service's endpoint rules: the function that resolves, and a row per case of the model.
///
/// ```text
/// sdk_runtime::endpoint_tests! {
///     super::resolve {
///         "us-east-1, FIPS": region = "us-east-1", use_fips = true
///             => "https://fips.example.com".signing_region("us-east-1");
///         "no region": use_fips = true => error "Invalid Configuration: Missing Region";
///     }
/// }
/// ```
///
/// A case gives values to fields of the rules' parameters. It expects a URL, and what the endpoint has besides, or an
/// error's message.
#[macro_export]
#[doc(hidden)]
macro_rules! endpoint_tests {
    ($resolve:path { $(
        $documentation:literal: $($field:ident = $value:expr),*
            => $(error $message:literal)? $($url:literal $(.$add:ident($($with:expr),*))*)?;
    )+ }) => {
        #[test]
        fn the_rules_pass_the_models_tests() {
            let outcome = $crate::endpoint::cases::check($resolve, &[$(
                $crate::endpoint::cases::Case {
                    documentation: $documentation,
                    given: |__params| {
                        let _ = &__params;
                        $( __params.$field = $crate::endpoint::cases::Given::given($value); )*
                    },
                    expected: || {
                        $( ::std::result::Result::Err($message) )?
                        $( ::std::result::Result::Ok($crate::endpoint::Endpoint::new($url)$(.$add($($with),*))*) )?
                    },
                }
            ),+]);
            if let ::std::result::Result::Err(failures) = outcome {
                ::std::panic!("{failures}");
            }
        }
    };
}
