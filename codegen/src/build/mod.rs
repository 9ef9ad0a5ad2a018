//! `smithy-build.json` (Smithy 2.0, "smithy-build.json"): the files that a model is made of, and what is changed in it for
//! those whom it is for.
//!
//! In: the file's text. Out: a [`Build`], which says what to read, and of each of its projections the [`Projection`] that
//! changes what was read. Nothing here reads a file.

mod change;
mod closure;
mod deprecated;
mod keep;
mod node;
mod read;
mod remove;
mod rename;
mod transform;

use crate::ast::Model;
use crate::diagnostic::{Diagnostic, Problems};
use std::collections::BTreeMap;
use transform::Transform;

/// The projection that every build has, and whose model is changed only where the file says so.
pub const SOURCE: &str = "source";

/// What a `smithy-build.json` says, as far as it concerns the model. Its plugins are none of ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// The model's own files and folders, from the folder of this file. None where the file doesn't say.
    pub sources: Vec<String>,
    /// Further files and folders.
    pub imports: Vec<String>,
    /// The Maven packages that it depends on, as `group:artifact:version`.
    pub dependencies: Vec<String>,
    /// What stands at the top and isn't known.
    pub unknown: Vec<String>,
    projections: BTreeMap<String, Described>,
}

/// A projection as described.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Described {
    is_abstract: bool,
    imports: Vec<String>,
    transforms: Vec<Transform>,
}

/// What a projection makes of a model. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projection {
    /// Further files and folders of the model, from the folder of the build's file.
    pub imports: Vec<String>,
    transforms: Vec<Transform>,
}

/// A problem of the file, or of the model as this file wants it, that has no place.
fn unplaced(problem: impl Into<String>, remedy: impl Into<String>) -> Diagnostic {
    Diagnostic { shape: None, span: None, problem: problem.into(), remedy: remedy.into() }
}

/// Projections that apply each other: more than any build has, and few enough to end soon.
const MOST_APPLIED: usize = 1_000;

/// How deep they do.
const DEEPEST: usize = 32;

impl Build {
    /// Reads the text of a `smithy-build.json`, with what `variable` has in the places of `${NAME}`.
    ///
    /// ```
    /// use codegen::build::Build;
    ///
    /// let text = r#"{"version": "1.0", "sources": ["model"], "projections": {"public": {"transforms": [
    ///     {"name": "excludeShapesByTag", "args": {"tags": ["internal"]}}]}}}"#;
    /// let build = Build::read(text, &|_| None).expect("the file is right");
    /// assert_eq!(build.sources, ["model"]);
    /// assert!(build.projection("public").is_ok());
    /// ```
    ///
    /// # Errors
    /// Everything in it that is wrong, each with its place; also transforms that aren't supported.
    pub fn read(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Build, Problems> {
        Ok(read::read(text, variable)?)
    }

    /// The names of its projections that can be asked for.
    pub fn projections(&self) -> impl Iterator<Item = &str> {
        let named = self.projections.iter().filter(|(_, described)| !described.is_abstract);
        named.map(|(name, _)| name.as_str())
    }

    /// The projection of this name; [`SOURCE`] needn't be described.
    ///
    /// # Errors
    /// There is none of this name, it is abstract, or those that it applies go round in a circle.
    pub fn projection(&self, name: &str) -> Result<Projection, Diagnostic> {
        let Some(described) = self.projections.get(name) else {
            if name == SOURCE {
                return Ok(Projection::default());
            }
            return Err(self.refused(format!("the file has no projection `{name}`")));
        };
        if described.is_abstract {
            return Err(self.refused(format!("the projection `{name}` is abstract: others apply it")));
        }
        let mut transforms = Vec::new();
        self.collect(name, described, &mut Vec::new(), &mut 0, &mut transforms)?;
        Ok(Projection { imports: described.imports.clone(), transforms })
    }

    fn refused(&self, problem: String) -> Diagnostic {
        let known: Vec<String> = self.projections().map(|name| format!("`{name}`")).collect();
        let remedy = match &known[..] {
            [] => format!("it describes none; leave the name off, or ask for `{SOURCE}`"),
            _ => format!("ask for one of {}", known.join(", ")),
        };
        unplaced(problem, remedy)
    }

    /// The transforms of a projection, with those of others where it applies them.
    fn collect<'a>(
        &'a self,
        name: &'a str,
        described: &'a Described,
        within: &mut Vec<&'a str>,
        visits: &mut usize,
        found: &mut Vec<Transform>,
    ) -> Result<(), Diagnostic> {
        if within.contains(&name) {
            let circle: Vec<String> = within.iter().chain([&name]).map(|name| format!("`{name}`")).collect();
            let problem = format!("projections apply each other in a circle: {}", circle.join(" → "));
            return Err(unplaced(problem, "remove one of these from the `apply` before it"));
        }
        *visits += 1;
        if within.len() > DEEPEST || *visits > MOST_APPLIED {
            let problem = format!("projections apply each other more than {MOST_APPLIED} times, or {DEEPEST} deep");
            return Err(unplaced(problem, "apply each projection once"));
        }
        within.push(name);
        for transform in &described.transforms {
            let Transform::Apply(names) = transform else {
                found.push(transform.clone());
                continue;
            };
            for other in names {
                let Some(described) = self.projections.get(other) else {
                    let problem = format!("the projection `{name}` applies `{other}`, which the file doesn't have");
                    return Err(unplaced(problem, "add it, or remove it from the `apply`"));
                };
                self.collect(other, described, within, visits, found)?;
            }
        }
        within.pop();
        Ok(())
    }
}

impl Projection {
    /// Changes the model. Mixins have become part of the shapes that have them.
    ///
    /// # Errors
    /// The model doesn't have what a transform names, or shapes get the same name.
    pub(crate) fn apply(&self, model: &mut Model) -> Result<(), Vec<Diagnostic>> {
        self.transforms.iter().try_for_each(|transform| transform.apply(model)).map_err(|problem| vec![problem])
    }

    /// Whether it leaves every model as it is.
    pub fn is_identity(&self) -> bool {
        self.transforms.is_empty()
    }
}
