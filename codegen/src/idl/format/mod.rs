//! A file of Smithy IDL, laid out: four spaces, an entry to a line, no commas where lines end. Every comment stays.
//!
//! What is laid out is the text's tokens, so that it says the same afterwards; that it does is checked.

mod piece;
mod print;
mod shape;
mod value;

use super::{parser, resolve};
use crate::ast::{self, Version};
use crate::diagnostic::{Diagnostic, Problems};

/// How wide a line may be before a value takes several.
const WIDTH: usize = 120;

/// Lays out a file. What is laid out already comes back as it is.
///
/// ```
/// let text = "$version: \"2\"\nnamespace a\nlist Names { member : String, } // of people\n";
/// let formatted = codegen::idl::format(text).expect("it is Smithy IDL");
/// assert_eq!(
///     formatted,
///     "$version: \"2\"\n\nnamespace a\n\nlist Names {\n    member: String\n} // of people\n"
/// );
/// ```
///
/// # Errors
/// The text is no Smithy IDL: all that is wrong in it.
pub fn format(source: &str) -> Result<String, Problems> {
    let (_, problems) = parser::parse(source, 0);
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let formatted = print::print(&piece::pieces(source));
    if meaning(&formatted) != meaning(source) {
        let remedy = "move the comments in it to lines of their own, and format it again";
        let problem = Diagnostic::of_file("the file can't be laid out without a change of what it says", remedy);
        return Err(problem.into());
    }
    Ok(formatted)
}

/// What a file says, to be compared.
fn meaning(source: &str) -> Option<String> {
    let (file, problems) = parser::parse(source, 0);
    let kinds = resolve::kinds(&file).collect();
    let names = format!("{:?} {:?}", file.version, file.namespace);
    let (document, _) = resolve::resolve(file, &kinds);
    let metadata = document.metadata.iter().map(|(key, value, _)| (key, value));
    // All shapes, also those that are there twice.
    let shapes = document.shapes.iter().map(|shape| (shape.id.clone(), shape.clone())).collect();
    let text = ast::write(Version::Two, metadata, &shapes, &document.applied);
    problems.is_empty().then(|| names + &text)
}
