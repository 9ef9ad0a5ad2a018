//! The declarations that generated code is made of.
//!
//! A structure is declared as what it is, a `struct` with documented fields, and below it a row for each member that says
//! what Rust doesn't:
//!
//! ```text
//! sdk_runtime::structure! {
//!     /// Input of `DeleteBot`.
//!     pub struct DeleteBotInput {
//!         /// ID of the network that the bot is in.
//!         ///
//!         /// Required.
//!         pub network_id: Option<String>,
//!     }
//!     input DeleteBotInputBuilder, DeleteBotFluentBuilder => DeleteBotOutput, DeleteBotError {
//!         network_id, set_network_id, get_network_id: optional text = label "networkId" as Length(8, 8, Plain);
//!         └── field, builder's setter and getter ──┘  └─ kind ────┘   └ place and name ┘   └─ codec ────────┘
//!     }
//! }
//! ```
//!
//! The declaration owns the `struct`, since only so can the setters, getters and accessors have each field's own words
//! without a second copy of them in the source. The `struct` is there all the same, rather than types in the rows: it is what
//! a reader looks for, and Rust as everyone knows it.
//!
//! - field: `r#type "type"` if it is a keyword, so that links and messages have its name without the mark
//! - presence: `always`, or `optional` for an `Option`
//! - kind: `text` (a string), `texts` (a list of strings), `copy(T)`, `value(T)`, `from(T)` (set by what makes one), `boxed(T)`,
//!   `list(T)`, `map(K, V)`, `index_map(K, V)` (the same, in order), `stream` (a body as it arrives)
//! - flags: `+ required` (a request needs it), `+ token` (filled in when absent), `+ own_account` (the
//!   caller's own account when absent), `+ sensitive` (hidden from `Debug`)
//! - default: `or(value)`, what an answer that lacks the member means
//! - place: `member` (of the body), `rest` (those of the body that the structure doesn't have), `attribute` (the same, of the element in XML), `label`, `query`, `header`, `prefix_headers`, `query_map`, `payload` (it is the body),
//!   `stream` (the same, piece by piece), `events` (the same, event by event), `event_header` and `event_payload` (of the message, if
//!   the structure is an event; else of the body) or `status`; a parameter, header or key of a form whose name differs from the member's
//!   follows `in`:
//!   `header "clientToken" in "X-Client-Token"`
//! - codec: how the value looks on the wire and what constrains it; [`Plain`](crate::codec::Plain) if left out
//!
//! # What it expands to
//!
//! Shortened, for the declaration above; it is what the AWS SDK for Rust's users know:
//!
//! ```text
//! #[derive(Clone, PartialEq)]
//! #[non_exhaustive]
//! pub struct DeleteBotInput { pub network_id: Option<String> }             // definition
//! impl DeleteBotInput { pub fn network_id(&self) -> Option<&str> {…} }     // accessor
//! impl Debug for DeleteBotInput {…}                                        // debug
//!
//! pub struct DeleteBotInputBuilder<C = ()> { _client: C, inner: DeleteBotInput }   // builder; fields of its own if any is `always`
//! impl<C> DeleteBotInputBuilder<C> {
//!     pub fn network_id(mut self, input: impl Into<String>) -> Self {…}    // setters
//!     pub fn set_network_id(mut self, input: Option<String>) -> Self {…}
//!     pub fn get_network_id(&self) -> &Option<String> {…}
//!     pub fn build(self) -> Result<DeleteBotInput, BuildError> {…}
//! }
//!
//! impl Members for DeleteBotInput {                                        // wire
//!     fn write_members<W: MemberWriter>(&self, to: &mut W) -> Result<(), W::Error> {
//!         let mut to = Listing::new(to);
//!         to.optional_at(Location::Label, "network_id", "networkId", …, true, &self.network_id, Length(8, 8, Plain));
//!         to.finish()
//!     }
//! }
//! impl MemberReader for DeleteBotInputBuilder {…}
//! impl Serialize for DeleteBotInput {…}
//! impl Deserialize for DeleteBotInput {…}
//!
//! pub type DeleteBotFluentBuilder<C = Handle> = DeleteBotInputBuilder<C>;  // fluent, for any client
//! impl DeleteBotFluentBuilder {
//!     pub fn send(self) -> BoxFuture<Result<DeleteBotOutput, SdkError<DeleteBotError>>> {…}
//! }
//! impl DeleteBotFluentBuilder<blocking::Handle> {                                        // blocking
//!     pub fn send(self) -> Result<DeleteBotOutput, SdkError<DeleteBotError>> {…}
//! }
//! ```
//!
//! What sends is a parameter of an input's builder: nothing, a client's handle, a blocking client's, or a waiter. So there is one set
//! of setters for all of them, at the price that `as_input` of a fluent builder has the fluent builder's type.
//!
//! What is done for each member counts: Amazon EC2 has 9,500. So the most frequent kinds take one step of a macro, and a row's name
//! and codec are blocks whose last expression holds, `{ Plain; Enum(Plain) }`, rather than macros that choose.
//!
//! The pattern of a row stands once, in [`structure!`](crate::structure), which hands each part of the above what it needs.
//!
//! A declaration's expansion stands in a file beside names that a model chose, which may be `Some`, `Ok`, `Vec` or
//! `W`. So macros name everything by its absolute path, `::std::option::Option::Some` as well, and their type parameters
//! begin with `__`, as no type of a model does.

mod accessor;
mod blocking;
mod builder;
mod client;
mod config;
mod definition;
mod endpoint;
mod error_enum;
mod errors;
mod events;
mod fluent;
#[cfg(feature = "test-util")]
mod mock;
mod operation;
mod paginated;
mod protocol;
mod read;
mod string_enum;
mod union;
mod waiter;
mod wire;
mod write;

/// Declares a structure: the `struct`, then what it is, and a row for each member.
///
/// What it is: `input` with its builder and fluent builder, and after `=>` the operation's output and error, and after those
/// the builder that polls, if the operation is waited for; or `output`, `error`, `request` (a structure that only requests
/// hold) or `shared` (any other) with its builder. `streaming` before `input` or `output` says that one of the members is a
/// stream, which can be neither cloned nor compared. `try` before the builder's name says that the structure has members that
/// must be set, so that building can fail.
///
/// What stands above a field, documentation and `deprecated` alike, goes to everything that is made of it:
///
/// ```
/// # #![deny(deprecated)]
/// # mod shelves {
/// # #![allow(deprecated)]
/// sdk_runtime::structure! {
///     /// A shelf.
///     pub struct Shelf {
///         /// How wide it is.
///         pub width: Option<i32>,
///         /// How wide it is, in inches.
///         #[deprecated(note = "use `width`")]
///         pub inches: Option<i32>,
///     }
///     shared ShelfBuilder {
///         width, set_width, get_width: optional copy(i32) = member "width";
///         inches, set_inches, get_inches: optional copy(i32) = member "inches";
///     }
/// }
/// # }
/// # fn main() {
/// # use shelves::Shelf;
/// let shelf = Shelf::builder().width(80).build();
/// # let _ = shelf.width();
/// # }
/// ```
///
/// A program that sets `inches` is warned:
///
/// ```compile_fail
/// # #![deny(deprecated)]
/// # mod shelves {
/// # #![allow(deprecated)]
/// # sdk_runtime::structure! {
/// #     /// A shelf.
/// #     pub struct Shelf {
/// #         /// How wide it is.
/// #         pub width: Option<i32>,
/// #         /// How wide it is, in inches.
/// #         #[deprecated(note = "use `width`")]
/// #         pub inches: Option<i32>,
/// #     }
/// #     shared ShelfBuilder {
/// #         width, set_width, get_width: optional copy(i32) = member "width";
/// #         inches, set_inches, get_inches: optional copy(i32) = member "inches";
/// #     }
/// # }
/// # }
/// # fn main() {
/// # use shelves::Shelf;
/// let shelf = Shelf::builder().inches(31).build();
/// # let _ = shelf;
/// # }
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! structure {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $( $(#[$about:meta])* pub $declared:ident: $declared_type:ty, )* }
        $($word:ident)+ $(, $fluent:ident)? $(=> $output:ty, $error:ty $(, $waiting:ident)?)? { $(
            $field:ident $($plain:literal)?, $set:ident, $get:ident:
                $presence:ident $kind:ident $(($($ty:ty),+))? $(+ $flag:ident)* $(or($default:expr))?
                = $place:ident $wire:literal $(in $key:literal)? $(as $codec:expr)?;
        )* }
    ) => {
        $crate::__structure! {
            @form [$($presence)*]
            ($($word)+ $(, $fluent)? $(=> $output, $error $(, $waiting)?)?) $name
            { $(#[$meta])* pub struct $name { $( $(#[$about])* pub $declared: $declared_type, )* } }
            { $( [$(#[$about])*] $field, $set, $get: $presence [$declared_type] [$kind $(($($ty),+))?]; )* }
            { [$($place)*] $(
                $field [{ ::std::stringify!($field) $(; $plain)? }] [$presence] [$($flag)*] [$($default)?]
                    = $place $wire [$($key)?] [{ $crate::codec::Plain $(; $codec)? }];
            )* }
        }
    };
}

/// A structure by what it is: the parts of its declaration in the order of [`structure!`](crate::structure).
///
/// First comes how its builder holds the members. One whose members are all optional holds the structure itself, `[inner]`, so
/// that what both have (`Clone`, `Debug`, …) is made of the members once. Any other has a field for each, `[]`.
#[macro_export]
#[doc(hidden)]
macro_rules! __structure {
    (@form $presences:tt (error $($build:ident)+) $($parts:tt)*) => {
        $crate::__structure! { [] (error $($build)+) $($parts)* }
    };
    (@form [$(optional)*] $($parts:tt)*) => { $crate::__structure! { [inner] $($parts)* } };
    (@form [$($presence:ident)*] $($parts:tt)*) => { $crate::__structure! { [] $($parts)* } };
    ($form:tt (input $builder:ident, $fluent:ident => $output:ty, $error:ty $(, $waiting:ident)?) $name:ident
        $definition:tt $members:tt $wire:tt) => {
        $crate::__parts! {
            true [<__C>] [Clone, PartialEq] [Clone, PartialEq] [] [] infallible
            $form $name $builder $definition $members $wire
        }
        $crate::__default! { $name, $builder }
        $crate::__fluent! { $name, $builder, $fluent => $output, $error }
        $( $crate::__waiting! { $name, $fluent, $waiting } )?
        $crate::__validate! { $name }
    };
    ($form:tt (streaming input $builder:ident, $fluent:ident => $output:ty, $error:ty) $name:ident
        $definition:tt $members:tt $wire:tt) => {
        $crate::__parts! {
            true [<__C>] [] [] [] [] infallible $form $name $builder $definition $members $wire
        }
        $crate::__default! { $name, $builder }
        $crate::__fluent! { $name, $builder, $fluent => $output, $error }
        $crate::__validate! { $name }
    };
    ($form:tt (request try $builder:ident) $name:ident $($parts:tt)*) => {
        $crate::__parts! { true [] [Clone, PartialEq] [Clone, PartialEq] [] [] fallible $form $name $builder $($parts)* }
        $crate::__validate! { $name }
    };
    ($form:tt (request $builder:ident) $name:ident $($parts:tt)*) => {
        $crate::__parts! { true [] [Clone, PartialEq] [Clone, PartialEq] [] [] always $form $name $builder $($parts)* }
        $crate::__validate! { $name }
    };
    ($form:tt (shared try $builder:ident) $name:ident $($parts:tt)*) => {
        $crate::__parts! { false [] [Clone, PartialEq] [Clone, PartialEq] [] [] fallible $form $name $builder $($parts)* }
    };
    ($form:tt (shared $builder:ident) $name:ident $($parts:tt)*) => {
        $crate::__parts! { false [] [Clone, PartialEq] [Clone, PartialEq] [] [] always $form $name $builder $($parts)* }
    };
    ($form:tt (streaming output $($build:ident)+) $name:ident $($parts:tt)*) => {
        $crate::__structure! { @output [] $form ($($build)+) $name $($parts)* }
    };
    ($form:tt (output $($build:ident)+) $name:ident $($parts:tt)*) => {
        $crate::__structure! { @output [Clone, PartialEq] $form ($($build)+) $name $($parts)* }
    };
    (@output $derives:tt $form:tt (try $builder:ident) $name:ident $($parts:tt)*) => {
        $crate::__parts! { false [] $derives $derives [_request_id] [] fallible $form $name $builder $($parts)* }
        $crate::__output! { $name }
    };
    (@output $derives:tt $form:tt ($builder:ident) $name:ident $($parts:tt)*) => {
        $crate::__parts! { false [] $derives $derives [_request_id] [] always $form $name $builder $($parts)* }
        $crate::__output! { $name }
    };
    ($form:tt (error try $builder:ident) $name:ident $($parts:tt)*) => {
        $crate::__parts! { false [] [Clone, PartialEq] [Clone, PartialEq] [] [meta] fallible $form $name $builder $($parts)* }
        $crate::__error! { $name, $builder }
    };
    ($form:tt (error $builder:ident) $name:ident $($parts:tt)*) => {
        $crate::__parts! { false [] [Clone, PartialEq] [Clone, PartialEq] [] [meta] always $form $name $builder $($parts)* }
        $crate::__error! { $name, $builder }
    };
}

/// What every structure has. Before its name stand: whether unknown members are errors, what the structure and its builder
/// derive, the field that is set later, the field that the builder holds too, how the builder builds, and how it holds members.
#[macro_export]
#[doc(hidden)]
macro_rules! __parts {
    ($strict:tt $params:tt $derives:tt $builder_derives:tt $later:tt $held:tt $how:ident $form:tt $name:ident $builder:ident
        $definition:tt $members:tt $wire:tt) => {
        $crate::__definition! { $derives $later $held $definition }
        $crate::__accessors! { $name, $builder $members }
        $crate::__builder! { $params $form $builder_derives $name, $builder $later $held $members }
        $crate::__build! { $how $name, $builder }
        $crate::__debug! { $params $form $name, $builder $wire }
        $crate::__wire! { $strict $form $name, $builder $later $held $wire }
    };
}
