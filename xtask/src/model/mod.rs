//! A model from disk or from a commit, and what the generator makes of it.
//!
//! In: files or folders, which may be anything. Out: a crate, or a failure that shows where the model is wrong.

mod build;
mod jar;
mod place;

use crate::outcome::{Failure, Outcome};
use codegen::build::Projection;
use codegen::conformance::{Suite, suite_of_files};
use codegen::diagnostic::Problems;
use codegen::diff::{Comparison, Scope, Side, SideProblems, compare_files};
use codegen::{GeneratedCrate, Options, Skipped, idl};
use place::{Place, Texts};
use std::fs;
use std::io::{Error, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The largest model that is read; the largest of AWS's has an eightieth of that.
const LARGEST: u64 = 1 << 30;

/// How many files a folder may have: who names a folder of something else shouldn't wait.
const MOST: usize = 10_000;

/// The endings of files that a folder's model is read from.
const ENDINGS: &[&str] = &["smithy", "json"];

/// What says which files a model has, and is no model itself.
const NO_MODEL: &str = "smithy-build.json";

// A comment and not documentation, which would be the command's that has these arguments.
//
// How a model is read, beside where it is.
#[derive(clap::Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The projection of the model, where its folder has a `smithy-build.json`. Without it, the model as its files have it.
    #[arg(long, value_name = "NAME")]
    pub projection: Option<String>,
    /// A package that the model needs, for the Maven dependencies of a `smithy-build.json`, which are not fetched: a jar, a
    /// folder, or a file.
    #[arg(long, value_name = "PATH")]
    pub dependency: Vec<PathBuf>,
}

/// A model's files. Those that end in `.smithy` are Smithy IDL, the others JSON ASTs.
pub(crate) struct Model {
    /// What was named: the file, or the folder.
    pub path: PathBuf,
    /// What each file is called in messages, and its text, without the mark by which some editors begin a file.
    files: Texts,
    /// What is made of them first.
    projection: Projection,
    /// Whether all of it stands in what was named.
    is_whole: bool,
    /// What the model may lack: packages that it names, and that nobody gave.
    lacks: Vec<String>,
}

impl Model {
    /// Reads a model: a file, or the files in a folder and in those within, in the order of their paths; of a folder with a
    /// `smithy-build.json`, or such a file, what that says. A pipe is read until it ends.
    pub(crate) fn read(path: &Path) -> Outcome<Self> {
        Self::read_as(&[path.to_owned()], &Reading::default())
    }

    /// Reads a model that stands in several files and folders.
    pub(crate) fn read_as(paths: &[PathBuf], reading: &Reading) -> Outcome<Self> {
        let model = Self::gather(&Place::Disk, paths, reading)?;
        model.ok_or_else(|| Failure::Refused("no model is named".to_owned()))
    }

    /// The model as it was at a revision; none if it wasn't there.
    pub(crate) fn read_at(revision: &str, path: &Path, reading: &Reading) -> Outcome<Option<Self>> {
        let model = Self::gather(&Place::Commit(revision), &[path.to_owned()], reading)?;
        Ok(model.filter(|model| !model.files.is_empty()))
    }

    fn gather(place: &Place<'_>, paths: &[PathBuf], reading: &Reading) -> Outcome<Option<Self>> {
        let Some(first) = paths.first() else { return Ok(None) };
        let path = match place {
            Place::Disk => first.clone(),
            Place::Commit(_) => PathBuf::from(place.name(first)),
        };
        let mut model =
            Model { path, files: Vec::new(), projection: Projection::default(), lacks: Vec::new(), is_whole: true };
        let mut builds = 0;
        for path in paths {
            if let Some(file) = build::file(place, path)? {
                builds += 1;
                let build::Read { files, projection, lacks } = build::read(place, &file, reading)?;
                model.files.extend(files);
                model.projection = projection;
                model.lacks.extend(lacks);
                continue;
            }
            let files = place.models(path)?;
            if files.is_empty() && matches!(place, Place::Disk) {
                let problem = format!("{} has no file that ends in .smithy or .json", path.display());
                return Err(Failure::Refused(format!("{problem}: name a model, or a folder of its files")));
            }
            model.files.extend(files);
        }
        match (builds, &reading.projection) {
            (0, Some(name)) => {
                let problem = format!("there is no {NO_MODEL} whose projection `{name}` could be read");
                return Err(Failure::Refused(format!(
                    "{problem}: name that file or its folder, or leave the projection off"
                )));
            }
            (2.., Some(_)) => {
                let problem = format!("several of the models have a {NO_MODEL}, and a projection is one file's");
                return Err(Failure::Refused(format!("{problem}: read one of them, or leave the projection off")));
            }
            _ => {}
        }
        if !model.files.is_empty() {
            for path in &reading.dependency {
                model.files.extend(place.package(path)?);
            }
        }
        model.is_whole = builds == 0 && paths.len() == 1 && reading.dependency.is_empty();
        Ok(Some(model))
    }

    /// The same model as one JSON AST: as it is, if it is one.
    pub(crate) fn into_json(self) -> Outcome<Self> {
        if self.projection.is_identity() && self.is_json() {
            return Ok(self);
        }
        let text = self.json(false)?;
        // By its own name alone it would be read as IDL; and places are places in this text.
        let name = format!("{}, as a JSON AST", self.path.display());
        Ok(Model { files: vec![(name, text)], projection: Projection::default(), ..self })
    }

    /// The text of one JSON AST that says the same; with everything mixed in, if it shall be flat.
    pub(crate) fn json(&self, flat: bool) -> Outcome<String> {
        let text = match (self.projection.is_identity(), flat) {
            (true, false) => idl::json_ast(&self.files()),
            (true, true) => idl::flat_json_ast(&self.files()),
            // What a projection changes are shapes that have everything.
            (false, _) => idl::projected_json_ast(&self.files(), &self.projection),
        };
        text.map_err(|problems| self.wrong(problems))
    }

    /// What a workspace keeps of the model, below a name: a file of that name with its ending, or a folder with files. What was
    /// put together from several places, or changed by a projection, becomes one JSON AST.
    pub(crate) fn kept(self, name: &str) -> Outcome<(String, Texts)> {
        let is_as_it_was = self.projection.is_identity() && self.is_whole;
        if is_as_it_was && self.path.is_dir() {
            let mut paths = Vec::new();
            list(&self.path, &mut paths)?;
            let within = |path: &PathBuf| {
                let within = path.strip_prefix(&self.path).unwrap_or(path);
                format!("{name}/{}", within.display())
            };
            let files = paths.iter().map(within).zip(self.files.iter().map(|(_, text)| text.clone())).collect();
            return Ok((name.to_owned(), files));
        }
        let is_idl = is_as_it_was && matches!(&self.files[..], [(name, _)] if name.ends_with(".smithy"));
        let file = if is_idl { format!("{name}.smithy") } else { format!("{name}.json") };
        let model = if is_idl { self } else { self.into_json()? };
        Ok((file.clone(), vec![(file, model.text().to_owned())]))
    }

    /// Whether it is one file that is a JSON AST.
    fn is_json(&self) -> bool {
        matches!(&self.files[..], [(name, _)] if !name.ends_with(".smithy"))
    }

    /// The model's text, of one that is one file: of a JSON AST, or of [`Model::into_json`].
    pub(crate) fn text(&self) -> &str {
        self.files.first().map_or("", |(_, text)| text)
    }

    /// Names and texts, as the generator takes them.
    pub(crate) fn files(&self) -> Vec<(&str, &str)> {
        self.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
    }

    /// The crate that the options ask for, and the operations that were left out of it.
    pub(crate) fn generate(&self, options: &Options) -> Outcome<(GeneratedCrate, Vec<Skipped>)> {
        let options = self.projected(options.clone());
        codegen::generate_files(&self.files(), &options).map_err(|problems| self.wrong(problems))
    }

    /// The model's protocol compliance tests, and the crate that they are for.
    pub(crate) fn suite(&self, options: Options) -> Outcome<Suite> {
        suite_of_files(&self.files(), self.projected(options)).map_err(|problems| self.wrong(problems))
    }

    fn projected(&self, options: Options) -> Options {
        Options { projection: self.projection.clone(), ..options }
    }

    /// What the model says, as written.
    pub(crate) fn parse(&self) -> Outcome<codegen::ast::Model> {
        idl::load_projected(&self.files(), &self.projection).map_err(|problems| self.wrong(problems))
    }

    /// What differs between an older model and this.
    pub(crate) fn compared(&self, old: &Model, scope: Scope) -> Outcome<Comparison> {
        let projection_before = old.projection.clone();
        let scope = Scope { projection: self.projection.clone(), projection_before, ..scope };
        compare_files(&old.files(), &self.files(), &scope).map_err(|SideProblems { side, problems }| {
            let wrong = if side == Side::Old { old } else { self };
            wrong.wrong(problems)
        })
    }

    /// The failure that shows where the model is wrong.
    pub(crate) fn wrong(&self, problems: Problems) -> Failure {
        let (path, files, lacks) = (self.path.clone(), self.files.clone(), self.lacks.clone());
        Failure::Model { path, files, problems, lacks }
    }
}

/// The files that are named, and those in folders that end in `.smithy`.
pub(crate) fn smithy_files(paths: &[PathBuf]) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            list(path, &mut files)?;
        } else if path.extension().is_some_and(|ending| ending == "smithy") {
            files.push(path.clone());
        } else {
            return Err(Failure::Refused(format!("{} is no .smithy file: name one, or a folder", path.display())));
        }
    }
    files.retain(|path| path.extension().is_some_and(|ending| ending == "smithy"));
    Ok(files)
}

/// Adds the files of a model in a folder, in the order of their paths. Links to folders aren't followed.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = entries.map_err(Failure::io("read the folder", folder))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        let is_folder = entry.file_type().is_ok_and(|found| found.is_dir());
        if name.starts_with('.') {
            continue;
        }
        if is_folder {
            list(&path, files)?;
        } else if path.is_file() && place::is_file(&name) {
            files.push(path);
        }
        if files.len() > MOST {
            let problem = format!("{} has more than {MOST} files", folder.display());
            return Err(Failure::Refused(format!("{problem}: name a model's own folder")));
        }
    }
    Ok(())
}

/// A model's text, whatever it is read from.
fn read(from: impl Read) -> Result<String, Error> {
    let refused = |why: String| Error::new(ErrorKind::InvalidData, why);
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(refused("it has more than 1 GiB; name a model's file".to_owned()));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        refused(format!("it is not UTF-8, from byte {place} on; save it as UTF-8"))
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    })
}
