//! The declarations that generated code is made of.
//!
//! A generated structure is an ordinary `struct`, followed by a declaration that lists its members, one a row:
//!
//! ```text
//! network_id, set_network_id, get_network_id: optional text = label "networkId" as Length(8, 8, Plain);
//! └── field, builder's setter and getter ──┘  └─ kind ────┘   └ place and name ┘   └─ codec ────────┘
//! ```
//!
//! - field: `r#type "type"` if it is a keyword, so that links and messages have its name without the mark
//! - presence: `always`, or `optional` for an `Option`
//! - kind: `text` (a string), `texts` (a list of strings), `copy(T)`, `value(T)`, `boxed(T)`, `list(T)`, `map(K, V)`,
//!   `stream` (a body as it arrives)
//! - flags: `+ required` (a request needs it), `+ token` (filled in when absent), `+ own_account` (the
//!   caller's own account when absent), `+ sensitive` (hidden from `Debug`)
//! - place: `member` (of the body), `label`, `query`, `header`, `prefix_headers`, `query_map`, `payload` (it is the body),
//!   `stream` (the same, piece by piece) or `status`; a parameter or header whose name differs from the member's follows `in`:
//!   `header "clientToken" in "X-Client-Token"`
//! - codec: how the value looks on the wire and what constrains it; [`Plain`](crate::codec::Plain) if left out
//!
//! What a declaration expands to stands in a file beside names that a model chose, which may be `Some`, `Ok`, `Vec` or
//! `W`. So macros name everything by its absolute path, `::std::option::Option::Some` as well, and their type parameters
//! begin with `__`, as no type of a model does.
//!
//! What the declaration makes is what the AWS SDK for Rust's users know: accessors that borrow, a builder with a
//! setter by value, a `set_*` and a `get_*` per member, and for an input the fluent builder. Beyond that it makes
//! serde's `Serialize` and `Deserialize` by wire name.

mod endpoint;
mod error_enum;
mod errors;
mod fields;
mod fluent;
#[cfg(feature = "test-util")]
mod mock;
mod operation;
mod paginated;
mod string_enum;
mod union;
mod waiter;
mod wire;

/// Declares accessors, builder, `Debug`, serde and wire form of a structure from one row per member.
///
/// The first word says what the structure is: `input`, `output`, `error`, `request` (a structure that only requests
/// hold) or `shared` (any other). `streaming` before it says that one of an input's or output's members is a stream, which
/// can be neither cloned nor compared. `try` before the builder's name says that the structure has members that must be
/// set, so that building can fail.
#[macro_export]
#[doc(hidden)]
macro_rules! structure {
    (input $name:ident, $builder:ident, $fluent:ident { $($rows:tt)* }) => {
        $crate::__structure! { true [Clone, PartialEq], $name [] [] infallible $builder { $($rows)* } }
        $crate::__fluent! { [Clone] $name, $builder, $fluent { $($rows)* } }
        $crate::__validate! { $name }
    };
    (streaming input $name:ident, $builder:ident, $fluent:ident { $($rows:tt)* }) => {
        $crate::__structure! { true [], $name [] [] infallible $builder { $($rows)* } }
        $crate::__fluent! { [] $name, $builder, $fluent { $($rows)* } }
        $crate::__validate! { $name }
    };
    // The input of an operation that is waited for has another fluent builder, which polls.
    (input $name:ident, $builder:ident, $fluent:ident, $waiting:ident { $($rows:tt)* }) => {
        $crate::structure! { input $name, $builder, $fluent { $($rows)* } }
        $crate::__waiting! { $name, $builder, $waiting { $($rows)* } }
    };
    (request $name:ident, $($rest:tt)*) => {
        $crate::__structure! { true [Clone, PartialEq], $name [] [] $($rest)* }
        $crate::__validate! { $name }
    };
    (shared $name:ident, $($rest:tt)*) => {
        $crate::__structure! { false [Clone, PartialEq], $name [] [] $($rest)* }
    };
    (output $name:ident, $($rest:tt)*) => {
        $crate::__structure! { false [Clone, PartialEq], $name [_request_id] [] $($rest)* }
        $crate::__output! { $name }
    };
    (streaming output $name:ident, $($rest:tt)*) => {
        $crate::__structure! { false [], $name [_request_id] [] $($rest)* }
        $crate::__output! { $name }
    };
    (error $name:ident, try $builder:ident { $($rows:tt)* }) => {
        $crate::__structure! { false [Clone, PartialEq], $name [] [meta] fallible $builder { $($rows)* } }
        $crate::__error! { $name, $builder }
    };
    (error $name:ident, $builder:ident { $($rows:tt)* }) => {
        $crate::__structure! { false [Clone, PartialEq], $name [] [meta] always $builder { $($rows)* } }
        $crate::__error! { $name, $builder }
    };
}

/// A structure whose kind is known: whether unknown members are errors, what its builder derives, its name, the field that is set later, the
/// field that the builder holds too; then how its builder builds.
#[macro_export]
#[doc(hidden)]
macro_rules! __structure {
    ($strict:literal $derives:tt, $name:ident [$($later:ident)?] [$($held:ident)?] try $builder:ident { $($rows:tt)* }) => {
        $crate::__structure! { $strict $derives, $name [$($later)?] [$($held)?] fallible $builder { $($rows)* } }
    };
    ($strict:literal $derives:tt, $name:ident [$($later:ident)?] [$($held:ident)?] $builder:ident { $($rows:tt)* }) => {
        $crate::__structure! { $strict $derives, $name [$($later)?] [$($held)?] always $builder { $($rows)* } }
    };
    ($strict:literal $derives:tt, $name:ident [$($later:ident)?] [$($held:ident)?] $how:ident $builder:ident { $($rows:tt)* }) => {
        $crate::__fields! { $derives $name, $builder [$($held)?] { $($rows)* } }
        $crate::__build! { $how $name, $builder }
        $crate::__wire! { $strict, $name, $builder [$($later)?] [$($held)?] { $($rows)* } }
    };
}

/// The builder's `build`.
#[macro_export]
#[doc(hidden)]
macro_rules! __build {
    (always $name:ident, $builder:ident) => {
        impl $builder {
            #[doc = concat!("Builds the [`", stringify!($name), "`].")]
            #[inline]
            pub fn build(self) -> $name {
                $crate::codec::MemberReader::corrected(self)
            }
        }
    };
    (fallible $name:ident, $builder:ident) => {
        impl $builder {
            #[doc = concat!("Builds the [`", stringify!($name), "`].")]
            ///
            /// # Errors
            /// Members that must be set are not; the error names all of them.
            #[inline]
            pub fn build(self) -> ::std::result::Result<$name, $crate::error::BuildError> {
                $crate::codec::none_missing(stringify!($name), &$crate::codec::MemberReader::missing(&self))?;
                ::std::result::Result::Ok($crate::codec::MemberReader::corrected(self))
            }
        }
    };
    (infallible $name:ident, $builder:ident) => {
        impl $builder {
            #[doc = concat!("Builds the [`", stringify!($name), "`].")]
            ///
            /// # Errors
            /// None: members that are required and missing are reported when the input is sent, all at once.
            #[inline]
            pub fn build(self) -> ::std::result::Result<$name, $crate::error::BuildError> {
                ::std::result::Result::Ok($crate::codec::MemberReader::corrected(self))
            }
        }
    };
}

/// The check that a request can be asked for before it is sent.
#[macro_export]
#[doc(hidden)]
macro_rules! __validate {
    ($name:ident) => {
        impl $name {
            /// Checks every member, nested ones included, against the model's constraints: what is required, lengths,
            /// ranges, patterns, enum values.
            ///
            /// The service checks them too, and its answer is the one that counts; this finds a mistake without a call.
            ///
            /// # Errors
            /// All violations at once, each with the member's path.
            #[inline]
            pub fn validate(&self) -> ::std::result::Result<(), $crate::error::ConstraintErrors> {
                $crate::codec::Members::validate(self)
            }
        }
    };
}
