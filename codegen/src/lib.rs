//! Smithy JSON in, Rust source text out.
//!
//! ```text
//! &str ─parse→ ast::Model ─fixups→ ast::Model ─lower→ ir::Service ─emit→ files ─render→ GeneratedCrate
//! ```
//!
//! The crate is a pure function of a model's text and a package's name: it reads no files, no clock, no environment,
//! and the same model always gives the same bytes. Nothing in a model makes it panic.

pub mod ast;
pub mod diagnostic;
pub mod docs;
pub mod emit;
pub mod endpoint;
pub mod fixups;
pub mod ir;
pub mod lower;
pub mod names;
pub mod protocol;
pub mod render;
pub mod surface;
pub mod traits;

use diagnostic::Diagnostic;
use std::collections::BTreeMap;

/// A generated crate: the text of each file, by path from the crate's directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedCrate {
    /// The files.
    pub files: BTreeMap<String, String>,
}

/// Generates the crate called `package` from the text of a model.
///
/// # Errors
/// Everything in the model that is wrong or unsupported, each with its place.
pub fn generate(source: &str, package: &str) -> Result<GeneratedCrate, Vec<Diagnostic>> {
    Ok(render::render(emit::emit(&service(source, package)?)))
}

/// The public API of the crate called `package`, a line per item, from the text of a model.
///
/// # Errors
/// As for [`generate`].
pub fn surface_of(source: &str, package: &str) -> Result<String, Vec<Diagnostic>> {
    Ok(surface::surface(&service(source, package)?))
}

fn service(source: &str, package: &str) -> Result<ir::Service, Vec<Diagnostic>> {
    let mut model = ast::parse(source)?;
    fixups::apply(&mut model)?;
    lower::lower(&model, package)
}
