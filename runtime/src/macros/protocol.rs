//! What an operation says of its protocol, where that isn't JSON.

/// Inside an operation's declaration: its bodies are XML. First the element of the request's body, with the namespace that it
/// declares, if there is a body; then `unwrapped`, if an answer's element is the one member, and `bare_errors`, if errors have
/// nothing around them and may stand in a success's body.
///
/// `rest_xml!("ChangeBatch" in "https://example.com/" as "prefix"; unwrapped bare_errors)`
#[cfg(feature = "xml")]
#[macro_export]
#[doc(hidden)]
macro_rules! rest_xml {
    ($($root:literal $(in $uri:literal $(as $prefix:literal)?)?)? $(; $($word:ident)+)?) => {
        const WRAPPING: ::std::option::Option<$crate::codec::xml::Wrapping> =
            ::std::option::Option::Some($crate::__wrapping!($($($word)+)?));

        $crate::__bare_errors! { $($($word)+)? }

        fn request_parts(
            &self,
            token: &mut dyn ::std::ops::FnMut() -> ::std::string::String,
        ) -> ::std::result::Result<$crate::http::RequestParts, $crate::error::InputError> {
            static ROOT: $crate::codec::xml::RootElement = $crate::__root!($($root $(in $uri $(as $prefix)?)?)?);
            $crate::http::build_xml(self, <Self as $crate::client::Operation>::METADATA.uri, &ROOT, token)
        }

        $crate::__xml_answer! {}
    };
}

/// The same: requests are forms of awsQuery that ask for an action, answers are XML.
#[cfg(feature = "query")]
#[macro_export]
#[doc(hidden)]
macro_rules! aws_query {
    ($action:literal) => {
        $crate::__form! { $action Query Result }
    };
}

/// The same: requests are forms of ec2Query that ask for an action, answers are XML.
#[cfg(feature = "query")]
#[macro_export]
#[doc(hidden)]
macro_rules! ec2_query {
    ($action:literal) => {
        $crate::__form! { $action Ec2 Root }
    };
}

/// Requests that are forms of a dialect, and answers of which only this part is the output's.
#[cfg(feature = "query")]
#[macro_export]
#[doc(hidden)]
macro_rules! __form {
    ($action:literal $dialect:ident $wrapping:ident) => {
        const WRAPPING: ::std::option::Option<$crate::codec::xml::Wrapping> =
            ::std::option::Option::Some($crate::codec::xml::Wrapping::$wrapping);

        fn request_parts(
            &self,
            token: &mut dyn ::std::ops::FnMut() -> ::std::string::String,
        ) -> ::std::result::Result<$crate::http::RequestParts, $crate::error::InputError> {
            let version = <Self as $crate::client::Operation>::METADATA.service.api_version;
            $crate::http::build_form(self, ($action, version), $crate::http::Dialect::$dialect, token)
        }

        $crate::__xml_answer! {}
    };
}

/// The same: Smithy RPC v2 with bodies of CBOR. `input`, if the operation takes anything.
#[cfg(feature = "cbor")]
#[macro_export]
#[doc(hidden)]
macro_rules! rpc_v2_cbor {
    ($($input:ident)?) => {
        $crate::__rpc_v2! { build_cbor $($input)? }

        $crate::__read_answer! { answer => $crate::codec::cbor::read_answer::<<Self as $crate::client::Operation>::Output>(answer) }
    };
}

/// The same: Smithy RPC v2 with bodies of JSON.
#[macro_export]
#[doc(hidden)]
macro_rules! rpc_v2_json {
    ($($input:ident)?) => {
        $crate::__rpc_v2! { build_json $($input)? }

        $crate::__read_answer! { answer => {
            answer.speaks("rpc-v2-json")?;
            $crate::codec::read_json::<<Self as $crate::client::Operation>::Output>(answer)
        } }
    };
}

/// Inside an operation's declaration: its bodies are JSON, and errors that their answers don't name are told by their status. The
/// statuses that mean one error and no other; then `redirects`, if an answer that redirects is an output.
///
/// `simple_rest_json!(404 => "NoSuchPet", 500 => "Asleep"; redirects)`
#[cfg(feature = "simple-rest-json")]
#[macro_export]
#[doc(hidden)]
macro_rules! simple_rest_json {
    ($($status:literal => $code:literal),* $(; $redirects:ident)?) => {
        const BY_STATUS: ::std::option::Option<$crate::declare::ByStatus> =
            ::std::option::Option::Some($crate::declare::ByStatus {
                errors: &[$(($status, $code)),*],
                redirects: $crate::__redirects!($($redirects)?),
            });
    };
}

#[cfg(feature = "simple-rest-json")]
#[macro_export]
#[doc(hidden)]
macro_rules! __redirects {
    () => {
        false
    };
    (redirects) => {
        true
    };
}

/// Requests of Smithy RPC v2, which this function of `http` builds.
#[macro_export]
#[doc(hidden)]
macro_rules! __rpc_v2 {
    ($build:ident $($input:ident)?) => {
        fn request_parts(
            &self,
            token: &mut dyn ::std::ops::FnMut() -> ::std::string::String,
        ) -> ::std::result::Result<$crate::http::RequestParts, $crate::error::InputError> {
            let uri = <Self as $crate::client::Operation>::METADATA.uri;
            $crate::http::$build(self, uri, $crate::__has_input!($($input)?), token)
        }
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __has_input {
    () => {
        false
    };
    (input) => {
        true
    };
}

/// Answers that are XML.
#[cfg(feature = "xml")]
#[macro_export]
#[doc(hidden)]
macro_rules! __xml_answer {
    () => {
        $crate::__read_answer! { answer => {
            let wrapping = <Self as $crate::client::Operation>::WRAPPING;
            $crate::codec::xml::read_answer::<<Self as $crate::client::Operation>::Output>(answer, wrapping)
        } }
    };
}

#[cfg(feature = "xml")]
#[macro_export]
#[doc(hidden)]
macro_rules! __wrapping {
    () => {
        $crate::codec::xml::Wrapping::Root
    };
    (bare_errors) => {
        $crate::codec::xml::Wrapping::Root
    };
    (unwrapped $($word:ident)*) => {
        $crate::codec::xml::Wrapping::None
    };
}

#[cfg(feature = "xml")]
#[macro_export]
#[doc(hidden)]
macro_rules! __bare_errors {
    () => {};
    (unwrapped $($word:ident)*) => { $crate::__bare_errors! { $($word)* } };
    (bare_errors) => {
        const BARE_ERRORS: bool = true;
    };
}

#[cfg(feature = "xml")]
#[macro_export]
#[doc(hidden)]
macro_rules! __root {
    () => {
        $crate::__root!("")
    };
    ($name:literal) => {
        $crate::codec::xml::RootElement { name: $name, namespace: ::std::option::Option::None }
    };
    ($name:literal in $uri:literal) => {
        $crate::__root!($name in $uri as "")
    };
    ($name:literal in $uri:literal as $prefix:literal) => {
        $crate::codec::xml::RootElement {
            name: $name,
            namespace: ::std::option::Option::Some($crate::codec::xml::Namespace { prefix: $prefix, uri: $uri }),
        }
    };
}

/// How an answer is read, where that isn't as JSON.
#[macro_export]
#[doc(hidden)]
macro_rules! __read_answer {
    ($answer:ident => $read:expr) => {
        fn read_answer(
            $answer: &$crate::codec::ResponseParts<'_>,
        ) -> ::std::result::Result<
            $crate::codec::Answered<<<Self as $crate::client::Operation>::Output as $crate::codec::Built>::Builder>,
            $crate::error::BoxError,
        > {
            $read
        }
    };
}
