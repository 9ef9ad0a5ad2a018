//! Which model of ours a new one is for.
//!
//! In: the new model, and the path that was asked for, if one was. Out: our model, or who might have been meant.

use super::document::Document;
use crate::model::Model;
use crate::outcome::{Failure, Outcome};
use crate::{report, workspace};
use std::collections::BTreeSet;
use std::path::Path;

/// Our model of the new one's service, and what it says.
pub(super) fn target(new: &Document, into: Option<&Path>) -> Outcome<(Model, Document)> {
    let services = new.services();
    if services.is_empty() {
        return Err(Failure::Refused("the new model has no service: name a service's model".to_owned()));
    }
    let Some(path) = into else { return inferred(&services) };
    let (model, document) = read(path)?;
    let ours = document.services();
    if ours.is_empty() || !ours.iter().all(|service| services.contains(service)) {
        let (ours, new) = (listed(&ours), listed(&services));
        let problem = format!("{} is of {ours}, and the new model of {new}", report::relative(path));
        return Err(Failure::Refused(format!("{problem}: name the model of the same service with --into")));
    }
    written_in_json(path)?;
    Ok((model, document))
}

/// A model of ours, whatever it is written in.
fn read(path: &Path) -> Outcome<(Model, Document)> {
    let model = Model::read(path)?.into_json()?;
    let document = Document::read(&model)?;
    Ok((model, document))
}

/// An import writes a JSON AST.
fn written_in_json(path: &Path) -> Outcome {
    if path.is_file() && path.extension().is_none_or(|ending| ending != "smithy") {
        return Ok(());
    }
    let problem = format!("{} is written in Smithy IDL, and an import writes a JSON AST", report::relative(path));
    Err(Failure::Refused(format!(
        "{problem}: change its files, or keep the model as what `cargo xtask smithy ast` prints"
    )))
}

/// The model of the workspace that has the same service.
fn inferred(services: &[&str]) -> Outcome<(Model, Document)> {
    let (mut found, mut others) = (Vec::new(), Vec::new());
    let paths: BTreeSet<_> = workspace::sdk_crates()?.into_iter().map(|sdk| sdk.model).collect();
    for path in paths {
        let name = report::relative(&path);
        match read(&path) {
            Ok((model, document)) if document.services().iter().any(|service| services.contains(service)) => {
                found.push((model, document));
            }
            Ok((_, document)) => others.push(format!("{name} ({})", listed(&document.services()))),
            Err(_) => others.push(format!("{name} (which can't be read)")),
        }
    }
    match found.len() {
        1 => {
            let (model, document) = found.pop().ok_or(Failure::Command)?;
            written_in_json(&model.path)?;
            Ok((model, document))
        }
        0 => Err(Failure::Refused(format!(
            "no model of the workspace is of {}: there are {}; name one with --into, or add the service with `cargo xtask new`",
            listed(services),
            others.join(", ")
        ))),
        _ => {
            let paths: Vec<String> = found.iter().map(|(model, _)| report::relative(&model.path)).collect();
            let problem = format!("several models of the workspace are of {}: {}", listed(services), paths.join(", "));
            Err(Failure::Refused(format!("{problem}; name one with --into")))
        }
    }
}

/// Services by ID, for a message.
fn listed(services: &[&str]) -> String {
    if services.is_empty() { "no service".to_owned() } else { services.join(" and ") }
}
