//! Models that a `smithy-build.json` describes.

use super::place::{Place, Texts};
use super::{NO_MODEL, Reading};
use crate::outcome::{Failure, Outcome};
use crate::report;
use codegen::build::{Build, Projection, SOURCE};
use std::path::{Path, PathBuf};

/// Where models are, in the folder of a file that doesn't say.
const USUAL: &str = "model";

/// What a build's file leads to.
pub(super) struct Read {
    pub files: Texts,
    pub projection: Projection,
    /// The packages that it names, and that nobody gave.
    pub lacks: Vec<String>,
}

/// The `smithy-build.json` that is named, or that the folder has; none if the path is a model.
pub(super) fn file(place: &Place<'_>, path: &Path) -> Outcome<Option<PathBuf>> {
    if path.file_name().is_some_and(|name| name == NO_MODEL) {
        return Ok(Some(path.to_owned()));
    }
    let within = path.join(NO_MODEL);
    let is_there = place.is_folder(path) && place.text(&within)?.is_some();
    Ok(is_there.then_some(within))
}

/// Reads what the file says.
pub(super) fn read(place: &Place<'_>, file: &Path, reading: &Reading) -> Outcome<Read> {
    let Some(text) = place.text(file)? else {
        return match place {
            Place::Disk => Err(Failure::Refused(format!("{} isn't there: name a model", file.display()))),
            Place::Commit(_) => Ok(Read { files: Vec::new(), projection: Projection::default(), lacks: Vec::new() }),
        };
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    let root = || std::path::absolute(folder).map(|path| path.display().to_string()).ok();
    let variable = |name: &str| match name {
        "SMITHY_ROOT_DIR" => root(),
        _ => std::env::var(name).ok(),
    };
    let named = vec![(place.name(file), text.clone())];
    let wrong = |problems| Failure::Model { path: file.to_owned(), files: named.clone(), problems, lacks: Vec::new() };
    let build = Build::read(&text, &variable).map_err(wrong)?;
    for key in &build.unknown {
        report::note(&format!("{} has `{key}`, which is nothing of a {NO_MODEL}", report::relative(file)));
    }
    let name = reading.projection.as_deref().unwrap_or(SOURCE);
    let projection = build.projection(name).map_err(|problem| wrong(problem.into()))?;
    let mut sources: Vec<PathBuf> = build.sources.iter().map(|path| folder.join(path)).collect();
    if sources.is_empty() {
        let usual = folder.join(USUAL);
        // Without such a folder, the models stand beside the file.
        sources.push(if place.is_folder(&usual) { usual } else { folder.to_owned() });
    }
    let mut files: Texts = Vec::new();
    for path in sources.into_iter().chain(build.imports.iter().chain(&projection.imports).map(|path| folder.join(path)))
    {
        if matches!(place, Place::Disk) && !path.exists() {
            let problem = format!("{} names {}, which isn't there", report::relative(file), report::relative(&path));
            return Err(Failure::Refused(format!("{problem}: correct its `sources` and `imports`")));
        }
        for (name, text) in place.models(&path)? {
            // A file that two of them lead to counts once.
            if !files.iter().any(|(known, _)| *known == name) {
                files.push((name, text));
            }
        }
    }
    if files.is_empty() && matches!(place, Place::Disk) {
        let problem = format!("{} leads to no file that ends in .smithy or .json", report::relative(file));
        return Err(Failure::Refused(format!("{problem}: correct its `sources`")));
    }
    let lacks = if reading.dependency.is_empty() { build.dependencies } else { Vec::new() };
    Ok(Read { files, projection, lacks })
}
