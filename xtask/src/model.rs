//! A model from disk, and what the generator makes of it.
//!
//! In: files or folders, which may be anything. Out: a crate, or a failure that shows where the model is wrong.

use crate::outcome::{Failure, Outcome};
use crate::report::relative;
use codegen::Skipped;
use codegen::conformance::{Suite, suite_of_files};
use codegen::diagnostic::Diagnostic;
use codegen::{GeneratedCrate, Options, idl};
use std::fs::{self, File};
use std::io::{Error, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The largest model that is read; the largest of AWS's has an eightieth of that.
const LARGEST: u64 = 1 << 30;

/// How many files a folder may have: who names a folder of something else shouldn't wait.
const MOST: usize = 10_000;

/// The endings of files that a folder's model is read from.
const ENDINGS: &[&str] = &["smithy", "json"];

/// What stands beside models in their folders, and is none.
const NO_MODEL: &str = "smithy-build.json";

/// A model's files. Those that end in `.smithy` are Smithy IDL, the others JSON ASTs.
pub(crate) struct Model {
    /// What was named: the file, or the folder.
    pub path: PathBuf,
    /// What each file is called in messages, and its text, without the mark by which some editors begin a file.
    files: Vec<(String, String)>,
}

impl Model {
    /// Reads a model: a file, or the files in a folder and in those within, in the order of their paths. A pipe is read
    /// until it ends.
    pub(crate) fn read(path: &Path) -> Outcome<Self> {
        Self::read_all(&[path.to_owned()])
    }

    /// Reads a model that stands in several files and folders.
    pub(crate) fn read_all(paths: &[PathBuf]) -> Outcome<Self> {
        let mut texts = Vec::new();
        for path in model_files(paths)? {
            let text = File::open(&path).and_then(read).map_err(Failure::io("read the model", &path))?;
            texts.push((relative(&path), text));
        }
        let path = paths.first().cloned().unwrap_or_default();
        Ok(Model { path, files: texts })
    }

    /// A model whose files are not on disk: each a name and a text.
    pub(crate) fn of(path: PathBuf, files: Vec<(String, String)>) -> Self {
        Model { path, files }
    }

    /// The same model as one JSON AST: as it is, if it is one.
    pub(crate) fn into_json(self) -> Outcome<Self> {
        match &self.files[..] {
            [(name, _)] if !name.ends_with(".smithy") => Ok(self),
            _ => {
                let text = idl::json_ast(&self.files()).map_err(|problems| self.wrong(problems))?;
                let name = self.path.display().to_string();
                Ok(Model::of(self.path, vec![(name, text)]))
            }
        }
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
        codegen::generate_files(&self.files(), options).map_err(|problems| self.wrong(problems))
    }

    /// The model's protocol compliance tests, and the crate called `package` that they are for.
    pub(crate) fn suite(&self, package: &str, protocol: Option<&str>) -> Outcome<Suite> {
        suite_of_files(&self.files(), package, protocol).map_err(|problems| self.wrong(problems))
    }

    /// What the model says, as written.
    pub(crate) fn parse(&self) -> Outcome<codegen::ast::Model> {
        idl::load(&self.files()).map_err(|problems| self.wrong(problems))
    }

    /// The failure that shows where the model is wrong.
    pub(crate) fn wrong(&self, problems: Vec<Diagnostic>) -> Failure {
        Failure::Model { path: self.path.clone(), files: self.files.clone(), problems }
    }
}

/// The files of a model: those that are named, and those in folders, in the order of their paths.
pub(crate) fn model_files(paths: &[PathBuf]) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        list(path, &mut files)?;
        if files.len() == before {
            let problem = format!("{} has no file that ends in .smithy or .json", path.display());
            return Err(Failure::Refused(format!("{problem}: name a model, or a folder of its files")));
        }
    }
    Ok(files)
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

/// Whether a file in a model's folder is part of the model.
pub(crate) fn is_file(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.contains(&ending) && path.rsplit('/').next() != Some(NO_MODEL)
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
        } else if path.is_file() && is_file(&name) {
            files.push(path);
        }
        if files.len() > MOST {
            let problem = format!("{} has more than {MOST} files", folder.display());
            return Err(Failure::Refused(format!("{problem}: name a model's own folder")));
        }
    }
    Ok(())
}

fn read(file: File) -> Result<String, Error> {
    let refused = |why: String| Error::new(ErrorKind::InvalidData, why);
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
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
