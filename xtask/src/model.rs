//! A model from disk, and what the generator makes of it.
//!
//! In: a file, which may be anything. Out: a crate, or a failure that shows where the model is wrong.

use crate::outcome::{Failure, Outcome};
use codegen::Skipped;
use codegen::conformance::{Suite, suite};
use codegen::diagnostic::Diagnostic;
use codegen::{GeneratedCrate, Options};
use std::fs::File;
use std::io::{Error, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The largest model that is read; the largest of AWS's has an eightieth of that.
const LARGEST: u64 = 1 << 30;

/// A model's text, and the file that it is from.
pub(crate) struct Model {
    pub path: PathBuf,
    /// Without the mark by which some editors begin a file.
    pub text: String,
}

impl Model {
    /// Reads a model. A pipe is read until it ends.
    pub(crate) fn read(path: &Path) -> Outcome<Self> {
        let failed = Failure::io("read the model", path);
        let text = File::open(path).and_then(read).map_err(failed)?;
        Ok(Model { path: path.to_owned(), text })
    }

    /// The crate that the options ask for, and the operations that were left out of it.
    pub(crate) fn generate(&self, options: &Options) -> Outcome<(GeneratedCrate, Vec<Skipped>)> {
        codegen::generate_with(&self.text, options).map_err(|problems| self.wrong(problems))
    }

    /// The model's protocol compliance tests, and the crate called `package` that they are for.
    pub(crate) fn suite(&self, package: &str, protocol: Option<&str>) -> Outcome<Suite> {
        suite(&self.text, package, protocol).map_err(|problems| self.wrong(problems))
    }

    /// What the model says, as written.
    pub(crate) fn parse(&self) -> Outcome<codegen::ast::Model> {
        codegen::ast::parse(&self.text).map_err(|problems| self.wrong(problems))
    }

    /// The failure that shows where the model is wrong.
    pub(crate) fn wrong(&self, problems: Vec<Diagnostic>) -> Failure {
        Failure::Model { path: self.path.clone(), source: self.text.clone(), problems }
    }
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
