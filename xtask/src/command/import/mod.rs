//! `cargo xtask import NEW.json`: takes the facts of a service's new model into ours, whose words stay.
//!
//! In: the new model and ours. Out: ours with the new facts, in canonical form; what still needs words is listed.
//!
//! | file | what it is for |
//! |---|---|
//! | `target` | which model of ours is meant |
//! | `document`, `json` | a model, read strictly; the form in which it is written |
//! | `operations` | what part of the new model ours has |
//! | `rename` | what is called otherwise now, if that is certain |
//! | `merge`, `words`, `sequence` | facts of the new model, words of ours, in the order of ours |
//! | `mentions` | our words that name what has gone |
//! | `findings`, `difference` | what is printed: renamings, what needs words; what changes |
//! | `place` | our model's file |

mod difference;
mod document;
mod findings;
mod json;
mod mentions;
mod merge;
mod operations;
mod place;
mod rename;
mod sequence;
mod target;
#[cfg(test)]
mod tests;
mod words;

use crate::model::Model;
use crate::outcome::{Failure, Outcome};
use crate::report;
use document::Document;
use findings::Findings;
use merge::Merged;
use operations::{Chosen, Wish};
use place::Place;
use std::path::PathBuf;

/// Take the facts of a new model into the workspace's own, whose words stay.
///
/// Shapes, members and traits become those of NEW. Documentation, examples and the workspace's metadata stay what they are,
/// byte for byte; no sentence of NEW comes in, and what needs words of its own is listed with its place. What was renamed keeps
/// its words, if it is certain that it was renamed. The file's order and layout stay, so that `git diff` shows the facts:
///
///   cargo xtask import wickr-2026-11.json
///   git diff model
///   cargo xtask codegen
///
/// A model that has a part of its service says `"partial": true` in its metadata. Of NEW it then takes what its own operations
/// reach; --add takes in operations, --all all of them.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Args {
    /// The new model: a Smithy JSON AST, or Smithy IDL.
    #[arg(value_name = "NEW.json")]
    new: PathBuf,
    /// The model to take it into; unless given, the one in the workspace that has the same service.
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
    /// Write nothing; fail if the model lacks facts of NEW, or isn't in the form in which models are written.
    #[arg(long)]
    check: bool,
    /// Take in these operations as well: names, with `*` for any part of one.
    #[arg(long, value_name = "OPERATION", value_delimiter = ',')]
    add: Vec<String>,
    /// Take in all operations; the model is no longer partial.
    #[arg(long, conflicts_with = "add")]
    all: bool,
}

/// Imports, or checks that there is nothing to import. A model that is wrong changes no file.
pub(crate) fn run(args: Args) -> Outcome {
    let Args { new: path, into, check, add, all } = args;
    let new = Document::read(&Model::read(&path)?.into_json()?)?;
    let (model, ours) = target::target(&new, into.as_deref())?;
    let (document, findings) = import(ours, &new, &Wish { add, all })?;
    let (text, place) = (document.text(), Place::of(&model)?);
    if !check {
        place.write(&text)?;
    }
    let (name, path) = (report::relative(&model.path), report::relative(&path));
    match check {
        true => report::step("compared", &format!("{name} with {path}")),
        false => report::step("imported", &format!("{path} into {name}")),
    }
    findings.report(&name, &text);
    difference::report_difference(model.text(), &text);
    if text == place.before {
        report::note("nothing changes");
    } else if check {
        let problem = format!("{name} is not what this import makes of it");
        return Err(Failure::Refused(format!("{problem}: run the command without --check, and look at the diff")));
    } else {
        report::note("look at `git diff`, write what has no words, then run `cargo xtask codegen`");
    }
    Ok(())
}

/// What ours is to be, and what a maintainer should know of it.
fn import(ours: Document, new: &Document, wish: &Wish) -> Outcome<(Document, Findings)> {
    let Chosen { shapes, left_out } = operations::choose(&ours, new, wish)?;
    let renames = rename::renames(&ours.shapes, &shapes);
    let Merged { shapes, missing, kept } = merge::merge(&ours.shapes, &shapes, &renames);
    let removed = merge::removed(&ours.shapes, &shapes, &renames);
    let mentions = mentions::mentions(&shapes, &removed, &renames);
    let unworded = missing.into_iter().chain(merge::unworded(&shapes)).collect();
    let mut document = Document { top: ours.top, shapes };
    document.top.extend(new.top.get("smithy").map(|version| ("smithy".to_owned(), version.clone())));
    if wish.all {
        document.forget_partial();
    }
    Ok((document, Findings { renames, removed, mentions, kept, left_out, unworded }))
}
