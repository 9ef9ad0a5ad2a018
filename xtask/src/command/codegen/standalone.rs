//! `cargo xtask codegen --model FILE --out DIR`: a crate of its own from any model.

use crate::files::{Batch, Folder, Over};
use crate::generated::{check_free, plan};
use crate::model::{Model, Reading};
use crate::outcome::{Failure, Outcome};
use crate::part::Part;
use crate::{manifest, package_name, report};
use codegen::Options;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Writes the crate to `out`. Nothing is written if the model is wrong, or the folder holds something else. A manifest that
/// is there is kept as it is.
pub(in crate::command) fn generate(
    model: &[PathBuf],
    reading: &Reading,
    out: &Path,
    name: Option<String>,
    part: Part,
) -> Outcome {
    let start = Instant::now();
    let folder = Folder::at(out)?;
    check_free(&folder)?;
    let existing = manifest::existing(&folder)?;
    let package = package(&folder, name, existing.as_ref())?;
    let options = Options { lenient_examples: true, ..part.of(package) };
    let (generated, skipped) = Model::read_as(model, reading)?.generate(&options)?;
    let mut batch = Batch::new();
    let (_, left) = plan(&mut batch, &folder, &generated)?;
    if existing.is_none() {
        let text = manifest::standalone(&options.package, &generated, &folder, out)?;
        batch.put("Cargo.toml", &text, Over::Nothing)?;
    }
    let changed = batch.len();
    batch.write()?;
    report::generated(&options.package, generated.files.values(), changed, start.elapsed());
    report::skipped(&skipped);
    report::left(&left);
    if existing.is_none() {
        let (package, path) = (&options.package, folder.path().display());
        report::note(&format!(
            "it is in {path}: a program has it by `{package} = {{ path = \"…\" }}`, the way to that folder"
        ));
    }
    let lacks = existing.map(|existing| existing.lacks(&generated)).unwrap_or_default();
    lacks.iter().for_each(|lack| report::note(&format!("{} {lack}", folder.path().join("Cargo.toml").display())));
    manifest::obstacle(&folder).iter().for_each(|what| report::note(what));
    Ok(())
}

/// The package's name: the one asked for, the one it has, or its folder's.
fn package(folder: &Folder, name: Option<String>, existing: Option<&manifest::Existing>) -> Outcome<String> {
    let at = folder.path().join("Cargo.toml");
    match (name, existing.and_then(|existing| existing.name.clone())) {
        (Some(name), Some(has)) if name != has => {
            let problem = format!("{} calls the crate `{has}`, and --name `{name}`", at.display());
            Err(Failure::Refused(format!("{problem}: leave --name off, or change `name` there")))
        }
        (Some(name), _) => package_name::check(&name, "--name").map(|()| name),
        (None, Some(has)) => package_name::check(&has, "`name` in its Cargo.toml").map(|()| has),
        (None, None) => {
            let name = folder.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
            let name = package_name::of_folder(&name);
            package_name::check(&name, "the folder's name").map(|()| name).map_err(|refused| match refused {
                Failure::Refused(reason) => Failure::Refused(format!("{reason}, and give it with --name")),
                other => other,
            })
        }
    }
}
