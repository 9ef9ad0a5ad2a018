//! The shapes of `smithy.framework`, which services in Smithy IDL refer to and no file of theirs defines: Smithy's tools
//! bring them along.

use super::parser;
use super::tree::File;
use std::collections::BTreeMap;

const TEXT: &str = include_str!("framework.smithy");

/// What every reference to them has in it.
const ID: &str = "smithy.framework#ValidationException";

/// The shapes, if a file in IDL names them and none defines them.
pub(super) fn needed(files: &[(&str, &str)], shapes: &BTreeMap<String, String>) -> Option<File> {
    let is_named = files.iter().any(|(name, text)| super::is_idl(name) && text.contains(ID));
    let is_lacking = is_named && !shapes.keys().any(|id| id.starts_with(ID));
    is_lacking.then(|| parser::parse(TEXT, 0).0)
}
