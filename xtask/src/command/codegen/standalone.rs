//! `cargo xtask codegen --model FILE --out DIR`: a crate of its own from any model.

use crate::command::codegen::regenerate::read_model;
use crate::files::{Batch, Folder, Over};
use crate::generated::{check_free, plan};
use crate::outcome::Failure;
use crate::{Outcome, Part, manifest, package_name, report};
use codegen::Options;
use std::path::PathBuf;
use std::time::Instant;

/// What to make, and of what.
pub struct NewCrate {
    pub model: PathBuf,
    pub out: PathBuf,
    pub name: Option<String>,
    pub part: Part,
}

/// Writes the crate. Nothing is written if the model is wrong, or the folder holds something else. A manifest that is there
/// is kept as it is.
pub fn generate(new: NewCrate) -> Outcome {
    let start = Instant::now();
    let folder = Folder::at(&new.out)?;
    check_free(&folder)?;
    let existing = manifest::existing(&folder)?;
    let package = package(&folder, new.name, existing.as_ref())?;
    let options = Options { lenient_examples: true, ..new.part.of(package) };
    let source = read_model(&new.model)?;
    let (generated, skipped) = codegen::generate_with(&source, &options).map_err(|problems| Failure::Model {
        path: new.model.clone(),
        source,
        problems,
    })?;
    let mut batch = Batch::new();
    let (_, left) = plan(&mut batch, &folder, &generated)?;
    if existing.is_none() {
        let runtime = manifest::runtime_from(&folder, &new.out)?;
        let mut text = manifest::standalone(&options.package, &generated, &runtime);
        if manifest::is_scratch(&folder) {
            text.push_str("\n[workspace]\n");
        }
        batch.put("Cargo.toml", &text, Over::Nothing)?;
    }
    let changed = batch.len();
    batch.write()?;
    report::generated(&options.package, generated.files.values(), changed, start.elapsed());
    report::skipped(&skipped);
    report::left(&left);
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
            package_name::check(&name, "the folder's name").map(|()| name).map_err(|refused| match refused {
                Failure::Refused(reason) => Failure::Refused(format!("{reason}, and give it with --name")),
                other => other,
            })
        }
    }
}
