//! The file that our model stands in.
//!
//! In: our model, as it was read. Out: the file with a new text, or as it was.

use crate::files::{Batch, Folder, Found, Over};
use crate::model::Model;
use crate::outcome::{Failure, Outcome};
use crate::report;
use std::path::Path;

/// Where our model stands, and all that the file has.
pub(super) struct Place {
    folder: Folder,
    name: String,
    /// Its text, with the mark by which some editors begin a file.
    pub before: String,
}

impl Place {
    /// Finds it. A file that is not what was read is refused.
    pub(super) fn of(model: &Model) -> Outcome<Self> {
        let path = &model.path;
        let refused = |why: &str| Failure::Refused(format!("{} {why}", report::relative(path)));
        let folder = Folder::at(path.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new(".")))?;
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| refused("has a name that isn't UTF-8: rename it"))?.to_owned();
        match folder.look(&name)? {
            Found::Written(before) if before.trim_start_matches('\u{feff}') == model.text() => {
                Ok(Place { folder, name, before })
            }
            Found::Link => Err(refused("is a link, and links are not followed: name the file that it leads to")),
            Found::NoFile => Err(refused("is no file: name one with --into")),
            Found::Written(_) | Found::Generated(_) | Found::Absent => {
                Err(refused("was changed meanwhile: run the command again"))
            }
        }
    }

    /// Replaces the text, unless the file was changed meanwhile.
    pub(super) fn write(&self, text: &str) -> Outcome {
        let mut batch = Batch::new();
        batch.folder(&self.folder);
        batch.put(&self.name, text, Over::Text(&self.before))?;
        batch.write()
    }
}
