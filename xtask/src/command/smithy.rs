//! `cargo xtask smithy`: what a model in Smithy IDL or JSON says, whether it is right, and how it is laid out.

use crate::model::{Model, Reading, smithy_files};
use crate::outcome::{Failure, Outcome};
use crate::report;
use codegen::idl;
use std::fs;
use std::path::PathBuf;

/// Read, check and lay out models in Smithy IDL.
///
/// A model is a `.smithy` file, a JSON AST, a folder of such files, a `smithy-build.json`, or several of these, which are
/// put together.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Print a model as one JSON AST.
    ///
    /// Shapes and traits stand in the order of their IDs, members in their own. Files of Smithy 1.0 alone stay in it; with
    /// others they become what these are.
    Ast {
        /// The model's files and folders.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        reading: Reading,
        /// Mix in what shapes have from mixins, and leave out the mixins.
        #[arg(long)]
        flatten: bool,
    },
    /// Lay out `.smithy` files, and those in folders: four spaces, an entry to a line. Comments stay.
    Format {
        /// The files and folders.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Write nothing; name the files that aren't laid out, and fail if there are any.
        #[arg(long)]
        check: bool,
    },
    /// Check a model: whether it can be read, whether all that it refers to is there, whether traits have values that fit and stand
    /// where they may, and whether its parts fit each other: labels, routes, resources, pages, streams, defaults.
    ///
    /// A problem is a line: `file:line:column: ERROR: Event: shape: what is wrong`, the event as Smithy calls it.
    Validate {
        /// The model's files and folders.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        reading: Reading,
    },
}

pub(crate) fn run(args: &Args) -> Outcome {
    match &args.command {
        Command::Ast { paths, reading, flatten } => ast(paths, reading, *flatten),
        Command::Format { paths, check } => format(paths, *check),
        Command::Validate { paths, reading } => validate(paths, reading),
    }
}

fn ast(paths: &[PathBuf], reading: &Reading, flatten: bool) -> Outcome {
    report::text(&Model::read_as(paths, reading)?.json(flatten)?);
    Ok(())
}

/// Lays out files, all or none: a file that is wrong changes no other.
fn format(paths: &[PathBuf], check: bool) -> Outcome {
    let mut changed = Vec::new();
    for path in smithy_files(paths)? {
        let model = Model::read(&path)?;
        let formatted = idl::format(model.text()).map_err(|problems| model.wrong(problems))?;
        if formatted != model.text() {
            changed.push((path, formatted));
        }
    }
    for (path, formatted) in &changed {
        let name = report::relative(path);
        if check {
            report::note(&format!("{name} is not laid out"));
        } else {
            fs::write(path, formatted).map_err(Failure::io("write", path))?;
            report::step("formatted", &name);
        }
    }
    match (check, changed.len()) {
        (true, 1..) => {
            let are = if changed.len() == 1 { "is" } else { "are" };
            let problem = format!("{} of the files {are} not laid out", changed.len());
            Err(Failure::Refused(format!("{problem}: run the command without --check")))
        }
        _ => Ok(()),
    }
}

fn validate(paths: &[PathBuf], reading: &Reading) -> Outcome {
    let model = Model::read_as(paths, reading)?;
    let files = model.files();
    let events = idl::validate(&files);
    report::events(&files, &events);
    match events.len() {
        // What a projection makes of it has to be there, too.
        0 => model.parse().map(drop),
        _ => Err(Failure::Command),
    }
}
