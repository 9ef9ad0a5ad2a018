//! Models in an archive: a jar as Maven has them (Smithy 2.0, "JSON AST", "Packaging models").

use super::{LARGEST, MOST, read};
use crate::outcome::{Failure, Outcome};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Error, ErrorKind};
use std::path::Path;
use zip::ZipArchive;

/// Where a jar's models are, and the list of them.
pub(super) const FOLDER: &str = "META-INF/smithy/";
pub(super) const MANIFEST: &str = "META-INF/smithy/manifest";

/// Whether the path is that of an archive.
pub(super) fn is_jar(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "jar" || ending == "zip")
}

/// The models that an archive's manifest lists: what each is called in messages, and its text.
pub(super) fn models(path: &Path) -> Outcome<Vec<(String, String)>> {
    let wrong = |error: zip::result::ZipError| Error::new(ErrorKind::InvalidData, error);
    let file = File::open(path).map_err(Failure::io("read the jar", path))?;
    let mut archive = ZipArchive::new(file).map_err(|error| Failure::io("read the jar", path)(wrong(error)))?;
    let Some(manifest) = entry(&mut archive, MANIFEST, path)? else {
        let problem = format!("{} has no {MANIFEST}, so there are no models in it", path.display());
        return Err(Failure::Refused(format!("{problem}: name a jar of models, or a folder of them")));
    };
    let mut models: Vec<(String, String)> = Vec::new();
    let mut size = 0;
    for name in listed(&manifest, path)? {
        let Some(text) = entry(&mut archive, &format!("{FOLDER}{name}"), path)? else {
            let problem = format!("{} lists {name} in its {MANIFEST}, and doesn't have it", path.display());
            return Err(Failure::Refused(format!("{problem}: get the jar anew")));
        };
        size += text.len() as u64;
        if size > LARGEST {
            let problem = format!("{} has models of more than 1 GiB", path.display());
            return Err(Failure::Refused(format!("{problem}: name a jar of models")));
        }
        models.push((format!("{}!/{FOLDER}{name}", crate::report::relative(path)), text));
    }
    Ok(models)
}

/// The models that the manifest of a package lists, a line for each, and each once; `#` begins a comment.
pub(super) fn listed<'m>(manifest: &'m str, path: &Path) -> Outcome<BTreeSet<&'m str>> {
    let lines = manifest.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let names: BTreeSet<_> = lines.filter(|name| super::place::is_file(name)).take(MOST + 1).collect();
    if names.len() > MOST {
        let problem = format!("{} lists more than {MOST} models", path.display());
        return Err(Failure::Refused(format!("{problem}: name a jar of models")));
    }
    Ok(names)
}

/// The text of an entry; none if there is none of the name.
fn entry(archive: &mut ZipArchive<File>, name: &str, path: &Path) -> Outcome<Option<String>> {
    let Some(index) = archive.index_for_name(name) else { return Ok(None) };
    let found = archive.by_index(index).map_err(|error| Error::new(ErrorKind::InvalidData, error));
    found.and_then(read).map(Some).map_err(|error| {
        let within = Path::new(&format!("{}!/{name}", path.display())).to_owned();
        Failure::io("read the model", within)(error)
    })
}
