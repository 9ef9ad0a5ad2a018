//! A Smithy model in, Rust source text out.
//!
//! ```text
//! JSON ─ast─┐
//!           ├→ ast::Model ─fixups→ ast::Model ─lower→ ir::Service ─emit→ files ─render→ GeneratedCrate
//! IDL ──idl─┘
//! ```
//!
//! The crate is a pure function of a model's texts and [`Options`]: it reads no files, no clock, no environment, and the same
//! model always gives the same bytes. Nothing in a model makes it panic.
//!
//! ```
//! let model = r#"
//! $version: "2"
//! namespace example.lamps
//! use aws.protocols#restJson1
//!
//! @restJson1
//! service Lamps { version: "2026-11-28", operations: [SwitchOn] }
//!
//! /// Switches a lamp on.
//! @http(method: "POST", uri: "/lamps/{name}/on")
//! operation SwitchOn { input := { @required @httpLabel name: String } }
//! "#;
//! let options = codegen::Options::of("lamps-sdk");
//! let (lamps, _) = codegen::generate_files(&[("lamps.smithy", model)], &options)?;
//! assert!(lamps.files["src/operation/switch_on.rs"].contains("//! Switches a lamp on."));
//! # Ok::<(), codegen::diagnostic::Problems>(())
//! ```
//!
//! The rooms stand below in the order in which a model goes through them, each with what it yields, and before each those
//! that it asks. Public is what the maintainer's commands call, what the mock service reads of a model, and what tests ask
//! of a room itself.

// Models are hostile: what they say never makes the generator panic. Tests may.
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]
// What only the crate uses says so, and rustc says what nobody uses.
#![deny(unreachable_pub)]
// Who uses the crate reads why something fails.
#![deny(clippy::missing_errors_doc)]

// Characters that hide what a model says.
mod hidden;

// Problems of a model, each with its place and a remedy.
pub mod diagnostic;

// The shapes of a model as written, each with its place; and the JSON AST that they are read from.
pub mod ast;

// The language by which models say which shapes are meant.
mod selector;

// The same shapes of Smithy IDL, alone or with files of the JSON AST.
pub mod idl;

// Which files a model is made of, and what is changed in it for those whom it is for.
pub mod build;

// What traits say, typed; and whether one that isn't read can be ignored.
pub mod traits;

// The same shapes, with what is wrong in a service's model corrected.
pub mod fixups;

// Names in Rust.
pub mod names;

// Documentation that rustdoc reads, of Smithy's.
mod docs;

// The syntax tree of a path.
pub mod jmespath;

// Endpoint rules, checked; and the Rust that they become.
mod endpoint;

// Points in time, as models write them.
mod instant;

// The patterns of URIs, as models write them.
mod uri;

// The form of what `lower` yields: plain Rust-shaped data.
mod ir;

// What is different in each protocol, as a table.
mod protocol;

// That data, with everything decided: types, names, bindings, what is optional. Or all that is wrong.
mod lower;

// The files of the crate as tokens.
mod emit;

// Their text.
mod render;

// The public API of the crate, a line per item.
mod surface;

// These steps one by one, for measurements.
pub mod stages;

// Two models, and what the newer means to those who use the older.
pub mod diff;

// A crate, and the cases that it has to pass, of a model with protocol tests.
pub mod conformance;

pub use ir::{Skipped, Undocumented};
pub use lower::matches;
pub use render::HEADER;

pub(crate) use docs::markdown;

use build::Projection;
use diagnostic::Problems;
use std::collections::{BTreeMap, BTreeSet};

/// A generated crate: the text of each file, by path from the crate's directory.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GeneratedCrate {
    /// The files.
    pub files: BTreeMap<String, String>,
    /// The features of `sdk-runtime` that its manifest has to enable, beyond those that every crate has.
    pub runtime_features: BTreeSet<&'static str>,
    /// Whether the service isn't one of AWS's, so that nothing of `aws-types` and `aws-config` is seen in the crate.
    pub is_plain: bool,
    /// How a program makes a client, as the crate's front page shows it.
    pub client: String,
    /// What of it has no words in the model, in the order of the model's text: in the files a sentence stands there that
    /// says no more than the name.
    pub undocumented: Vec<Undocumented>,
}

/// What to generate, and of what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The package's name, e.g. `wickr-sdk`.
    pub package: String,
    /// The service to generate, of a model that has several: its shape's ID, or the name alone. None for the only one.
    pub service: Option<String>,
    /// The protocol to speak, of a service that speaks several: its trait's ID, or the name alone, e.g. `rpcv2Cbor`. None for
    /// the one that the generator prefers.
    pub protocol: Option<String>,
    /// Patterns of operations' names, with `*` for any part of a name: only these, and only the shapes that they need.
    /// None for all operations.
    pub operations: Vec<String>,
    /// Leave out operations that have event streams in forms, or reach a shape or trait that is not supported, rather than
    /// refuse the model.
    pub skip_unsupported: bool,
    /// What is changed in the model first. The default changes nothing.
    pub projection: Projection,
    /// Leave out worked examples that don't fit the model, rather than refuse the model: for models that others wrote.
    pub lenient_examples: bool,
    /// The address of the folder that has the guides, such as `https://example.com/sdks/blob/HEAD/docs`, which the crate's front
    /// page links to. None names the guides without links.
    pub guides: Option<String>,
}

impl Options {
    /// All operations, of a package of this name.
    pub fn of(package: impl Into<String>) -> Self {
        Options { package: package.into(), ..Options::default() }
    }
}

/// Generates the crate called `package` from a model, given as the text of its JSON AST. [`generate_files`] takes IDL, too.
///
/// # Errors
/// Everything in the model that is wrong or unsupported, each with its place.
pub fn generate(source: &str, package: &str) -> Result<GeneratedCrate, Problems> {
    generate_with(source, &Options::of(package)).map(|(generated, _)| generated)
}

/// As [`generate`], with more to choose; says which operations were left out as unsupported, too, and why.
///
/// # Errors
/// As for [`generate`]; also a pattern that no operation's name matches.
pub fn generate_with(source: &str, options: &Options) -> Result<(GeneratedCrate, Vec<Skipped>), Problems> {
    generate_files(&[("the model", source)], options)
}

/// As [`generate_with`], from the files of a model, each a name and a text: Smithy IDL where the name ends in `.smithy`,
/// the JSON AST elsewhere. Places count the bytes of all files, as [`Sources`](diagnostic::Sources) has them.
///
/// # Errors
/// As for [`generate_with`].
pub fn generate_files(files: &[(&str, &str)], options: &Options) -> Result<(GeneratedCrate, Vec<Skipped>), Problems> {
    let service = service(files, options)?;
    let skipped = service.skipped.clone();
    Ok((crate_of(&service), skipped))
}

/// The crate of a service.
pub(crate) fn crate_of(service: &ir::Service) -> GeneratedCrate {
    GeneratedCrate {
        files: render::render(emit::emit(service)),
        runtime_features: service.runtime_features(),
        is_plain: service.is_plain,
        client: emit::client_made(service),
        undocumented: service.undocumented.clone(),
    }
}

/// The public API of the crate called `package`, a line per item, from a model, given as the text of its JSON AST.
///
/// # Errors
/// As for [`generate`].
pub fn surface_of(source: &str, package: &str) -> Result<String, Problems> {
    Ok(surface::surface(&service(&[("the model", source)], &Options::of(package))?))
}

fn service(files: &[(&str, &str)], options: &Options) -> Result<ir::Service, Problems> {
    let mut model = idl::load_projected(files, &options.projection)?;
    fixups::apply(&mut model)?;
    Ok(lower::lower(&model, options)?)
}
