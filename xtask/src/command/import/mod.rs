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
//! | `difference` | what that changes |

mod difference;
mod document;
mod json;
mod merge;
mod operations;
mod rename;
mod sequence;
mod target;
#[cfg(test)]
mod tests;
mod unworded;
mod words;

use crate::files::{Batch, Folder, Found, Over};
use crate::model::Model;
use crate::outcome::{Failure, Outcome};
use crate::report;
use document::Document;
use merge::Merged;
use operations::Wish;
use rename::Renames;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Take the facts of a service's new model into the workspace's own, whose words stay.
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
    /// The new model, a Smithy 2.0 JSON AST.
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
pub(crate) fn run(args: &Args) -> Outcome {
    let new = Document::read(&Model::read(&args.new)?)?;
    let (model, ours) = target::target(&new, args.into.as_deref())?;
    let import = Import::of(&ours, &new, &Wish { add: args.add.clone(), all: args.all })?;
    let text = import.document.clone().text();
    let place = Place::of(&model)?;
    if !args.check {
        place.write(&text)?;
    }
    let name = report::relative(&model.path);
    report::step(
        if args.check { "compared" } else { "imported" },
        &format!("{} into {name}", report::relative(&args.new)),
    );
    import.report(&name, &text);
    difference::report_difference(&ours, &import.document);
    match (args.check, text == place.before) {
        (true, false) => Err(Failure::Refused(format!(
            "{name} is not what this import makes of it: run the command without --check, and look at the diff"
        ))),
        (_, true) => {
            report::note("nothing changes");
            Ok(())
        }
        (false, false) => {
            report::note("look at `git diff`, write what has no words, then run `cargo xtask codegen`");
            Ok(())
        }
    }
}

/// How many lines of a kind are shown.
const MOST_SHOWN: usize = 40;

/// What ours is to be.
struct Import {
    document: Document,
    renames: Renames,
    /// What ours had and the new model hasn't.
    gone: Vec<String>,
    left_out: Vec<String>,
    /// Where ours and the new model have different words that are names, too.
    kept: BTreeSet<(String, String)>,
    unworded: BTreeSet<(String, String)>,
}

impl Import {
    fn of(ours: &Document, new: &Document, wish: &Wish) -> Outcome<Self> {
        let chosen = operations::choose(ours, new, wish)?;
        let renames = rename::renames(&ours.shapes, &chosen.shapes);
        let Merged { shapes, missing, kept } = merge::merge(&ours.shapes, &chosen.shapes, &renames);
        let gone = merge::gone(&ours.shapes, &shapes, &renames);
        let unworded = missing.into_iter().chain(merge::unworded(&shapes)).collect();
        let mut top = ours.top.clone();
        top.extend(new.top.get("smithy").map(|version| ("smithy".to_owned(), version.clone())));
        let mut document = Document { top, shapes };
        if wish.all {
            document.forget_partial();
        }
        Ok(Import { document, renames, gone, left_out: chosen.left_out, kept, unworded })
    }

    fn report(&self, name: &str, text: &str) {
        for (new, old) in &self.renames.shapes {
            report::step("renamed", &format!("{old} to {new}, whose words it keeps"));
        }
        for (shape, (new, old)) in &self.renames.members {
            report::step("renamed", &format!("{shape}${old} to ${new}, whose words it keeps"));
        }
        for id in self.gone.iter().take(MOST_SHOWN) {
            report::step("removed", &format!("{id}, and its words"));
        }
        if self.gone.len() > MOST_SHOWN {
            report::step("removed", &format!("… and {} more", self.gone.len() - MOST_SHOWN));
        }
        for (place, what) in &self.kept {
            report::note(&format!("{place} has another {what} than the new model, and keeps it"));
        }
        if let Some(first) = self.left_out.first() {
            let count = self.left_out.len();
            let how = "--add takes in one by its name, --all all of them";
            report::step("left out", &format!("{count} operations of the service, such as {first}: {how}"));
        }
        unworded::report_unworded(name, text, &self.unworded);
    }
}

/// Where our model stands, and all that the file has.
struct Place {
    folder: Folder,
    name: String,
    before: String,
}

impl Place {
    fn of(model: &Model) -> Outcome<Self> {
        let path = &model.path;
        let refused = |why: &str| Failure::Refused(format!("{} {why}", report::relative(path)));
        let folder = Folder::at(path.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new(".")))?;
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| refused("has a name that isn't UTF-8: rename it"))?.to_owned();
        match folder.look(&name)? {
            // What some editors begin a file with isn't part of the model.
            Found::Written(before) if before.trim_start_matches('\u{feff}') == model.text => {
                Ok(Place { folder, name, before })
            }
            Found::Link => Err(refused("is a link, and links are not followed: name the file that it leads to")),
            Found::NoFile => Err(refused("is no file: name one with --into")),
            Found::Written(_) | Found::Generated(_) | Found::Absent => {
                Err(refused("was changed meanwhile: run the command again"))
            }
        }
    }

    fn write(&self, text: &str) -> Outcome {
        let mut batch = Batch::new();
        batch.folder(&self.folder);
        batch.put(&self.name, text, Over::Text(&self.before))?;
        batch.write()
    }
}
