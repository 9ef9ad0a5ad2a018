//! Smithy IDL (Smithy 1.0, 2.0 and 2.1, "Smithy IDL"): `.smithy` files in, the shapes of [`ast`] out.
//!
//! ```text
//! .smithy ─lexer→ tokens ─parser→ tree::File ─resolve→ ast::Document ┐
//! .json ──────────────────────────────ast────────────→ ast::Document ┴─ast::Assembly→ ast::Model
//! ```
//!
//! A file with several mistakes yields a problem for each. What is read is checked as far as the specification says when
//! a model is no model; what a service means isn't interpreted here.

mod check;
mod definitions;
mod elide;
mod format;
mod lexer;
mod libraries;
mod literal;
mod parser;
mod prelude;
mod resolve;
mod text;
mod tree;
mod write;

pub use format::format;

use crate::ast::{self, Assembly, Document, Model, Shape, ShapeId, Version};
use crate::build::Projection;
use crate::diagnostic::{Diagnostic, Problems, Sources, in_order};
use std::collections::{BTreeMap, BTreeSet};

/// Reads a model from files, each a name and a text. Those whose names end in `.smithy` are Smithy IDL, the others JSON
/// ASTs. Of both, 1.0, 2.0 and 2.1 are read.
///
/// The spans of its shapes, and of what is wrong, count the bytes of all files, one after the other: [`Sources::new`] of
/// the same files says where that is.
///
/// ```
/// let files = [("main.smithy", "$version: \"2\"\nnamespace a\nstructure Thing { name: String }\n")];
/// let model = codegen::idl::load(&files).expect("the model is right");
/// assert_eq!(model.shapes.len(), 1);
/// ```
///
/// # Errors
/// Everything that is wrong in the files, in their order.
pub fn load(files: &[(&str, &str)]) -> Result<Model, Problems> {
    let mut model = load_as_written(files)?;
    ast::rename(&mut model);
    Ok(model)
}

/// As [`load`], and changes the model as the projection says.
///
/// # Errors
/// As for [`load`]; also a model that lacks what the projection names.
pub fn load_projected(files: &[(&str, &str)], projection: &Projection) -> Result<Model, Problems> {
    let mut model = projected_as_written(files, projection)?;
    ast::rename(&mut model);
    Ok(model)
}

/// As [`load_projected`], but shapes that a service calls otherwise keep the names that they are written with.
///
/// # Errors
/// As for [`load_projected`].
pub(crate) fn projected_as_written(files: &[(&str, &str)], projection: &Projection) -> Result<Model, Vec<Diagnostic>> {
    let mut model = load_as_written(files)?;
    projection.apply(&mut model)?;
    Ok(model)
}

/// As [`load`], but shapes that a service calls otherwise keep the names that they are written with.
///
/// # Errors
/// As for [`load`].
pub(crate) fn load_as_written(files: &[(&str, &str)]) -> Result<Model, Vec<Diagnostic>> {
    match files {
        // A model that is one JSON AST has to have shapes.
        [(name, _)] if !is_idl(name) => read(files).finish(),
        _ => assemble(files)?.flatten(),
    }
}

/// The JSON AST of files: what they say, as far as they say it in one text. Mixins stay apart. Files of both versions
/// become one of 2.0.
///
/// # Errors
/// As for [`load`].
pub fn json_ast(files: &[(&str, &str)]) -> Result<String, Problems> {
    let mut assembly = assemble(files)?;
    assembly.clone().flatten()?;
    if assembly.version >= Version::Two {
        assembly.upgrade();
    }
    let metadata = assembly.metadata.iter().map(|(key, (value, _))| (key, value));
    Ok(ast::write(assembly.version, metadata, &assembly.shapes, &assembly.applied))
}

/// As [`json_ast`], with everything mixed in, and in the form of Smithy 2.0.
///
/// # Errors
/// As for [`load`].
pub fn flat_json_ast(files: &[(&str, &str)]) -> Result<String, Problems> {
    let model = assemble(files)?.flatten()?;
    Ok(ast::write(Version::Two, model.metadata.iter(), &model.shapes, &[]))
}

/// As [`flat_json_ast`], changed as the projection says.
///
/// # Errors
/// As for [`load_projected`].
pub fn projected_json_ast(files: &[(&str, &str)], projection: &Projection) -> Result<String, Problems> {
    let model = projected_as_written(files, projection)?;
    Ok(ast::write(Version::Two, model.metadata.iter(), &model.shapes, &[]))
}

/// The files of the same model in Smithy IDL 2.0, by name: one for each namespace.
///
/// # Errors
/// As for [`load`].
pub fn idl_of(files: &[(&str, &str)]) -> Result<BTreeMap<String, String>, Problems> {
    let mut assembly = assemble(files)?;
    assembly.clone().flatten()?;
    assembly.upgrade();
    Ok(write::write(&assembly))
}

/// The shapes that every model has.
pub(crate) fn prelude() -> &'static BTreeMap<ShapeId, Shape> {
    prelude::Prelude::shapes()
}

/// The files put together, what they leave out filled in.
pub(crate) fn assemble<'s>(files: &[(&'s str, &'s str)]) -> Result<Assembly<'s>, Vec<Diagnostic>> {
    let assembly = read(files);
    if assembly.problems.is_empty() { Ok(assembly) } else { Err(in_order(assembly.problems)) }
}

/// As [`assemble`], with the problems in it.
fn read<'s>(files: &[(&'s str, &'s str)]) -> Assembly<'s> {
    let (mut assembly, broken) = gather(files);
    let wrong = check::check(&assembly, &broken, false);
    assembly.problems.extend(wrong.into_iter().map(|event| event.diagnostic));
    assembly
}

/// The files put together, unchecked; and what isn't well written in them.
fn gather<'s>(files: &[(&'s str, &'s str)]) -> (Assembly<'s>, Broken) {
    let sources = Sources::new(files);
    let mut parts = Vec::new();
    let mut kinds = BTreeMap::new();
    let mut problems = Vec::new();
    for file in sources.files() {
        let (part, wrong) = if is_idl(file.name) { idl(file.text, file.base) } else { json(file.text, file.base) };
        match &part {
            Part::Idl(file) => kinds.extend(resolve::kinds(file)),
            Part::Json(document) => {
                kinds.extend(document.shapes.iter().map(|shape| (shape.id.to_string(), shape.kind.clone())));
            }
        }
        parts.push(part);
        problems.extend(wrong);
    }
    for file in libraries::needed(files, &kinds) {
        kinds.extend(resolve::kinds(&file));
        parts.push(Part::Idl(file));
    }
    let mut assembly = Assembly::of(sources);
    for part in parts {
        let document = match part {
            Part::Idl(file) => {
                let (document, wrong) = resolve::resolve(file, &kinds);
                problems.extend(wrong);
                document
            }
            Part::Json(document) => document,
        };
        assembly.add(document);
    }
    elide::resolve(&mut assembly);
    elide::name_values(&mut assembly);
    assembly.apply();
    let shapes = problems.iter().filter_map(|problem| problem.shape.clone()).collect();
    let broken = Broken { is_any: !problems.is_empty(), shapes };
    assembly.problems.extend(problems);
    (assembly, broken)
}

/// What isn't well written in files, and so may say more than was read.
struct Broken {
    /// Whether anything is.
    is_any: bool,
    /// The shapes that are.
    shapes: BTreeSet<String>,
}

/// Something that is wrong, and what Smithy calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Smithy's ID of such problems: `Model`, `Target`, `TraitValue`, ….
    pub id: &'static str,
    /// What is wrong, and where.
    pub diagnostic: Diagnostic,
}

/// Everything that is wrong with a model, in the order of its files. Asks for more than [`load`], which takes a service
/// whose operations and resources stand in files that aren't there.
pub fn validate(files: &[(&str, &str)]) -> Vec<Event> {
    let (mut assembly, broken) = gather(files);
    let id = "Model";
    let problems = std::mem::take(&mut assembly.problems);
    let mut events: Vec<Event> = problems.into_iter().map(|diagnostic| Event { id, diagnostic }).collect();
    events.extend(check::check(&assembly, &broken, true));
    if events.is_empty() {
        let problems = assembly.flatten().err().unwrap_or_default();
        events.extend(problems.into_iter().map(|diagnostic| Event { id, diagnostic }));
    }
    events.sort_by_key(|event| event.diagnostic.span.unwrap_or_default().start);
    events.dedup();
    events
}

/// Whether a file of this name is Smithy IDL, and not a JSON AST.
fn is_idl(name: &str) -> bool {
    name.ends_with(".smithy")
}

/// A file that has been read.
enum Part {
    Idl(tree::File),
    Json(Document),
}

fn idl(text: &str, base: usize) -> (Part, Vec<Diagnostic>) {
    let (file, problems) = parser::parse(text, base);
    (Part::Idl(file), problems)
}

fn json(text: &str, base: usize) -> (Part, Vec<Diagnostic>) {
    let (document, problems) = ast::document(text, base);
    (Part::Json(document), problems)
}
