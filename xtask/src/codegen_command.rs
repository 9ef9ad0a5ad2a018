//! `cargo xtask codegen`: writes generated files, or checks them.

use crate::failure::Failure;
use crate::workspace::{SdkCrate, sdk_crates};
use crate::{Outcome, report};
use codegen::GeneratedCrate;
use similar::TextDiff;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What stands in a generated file's place.
enum State {
    Same,
    Missing,
    Stale(String),
    Surplus,
}

/// Regenerates every SDK crate. All models are read before the first file is written.
pub fn generate() -> Outcome {
    let mut generated = Vec::new();
    for sdk in sdk_crates()? {
        let start = Instant::now();
        let files = from_model(&sdk)?;
        generated.push((sdk, files, start.elapsed()));
    }
    for (sdk, files, elapsed) in generated {
        let changes: Vec<_> =
            compare(&sdk, &files)?.into_iter().filter(|(_, state)| !matches!(state, State::Same)).collect();
        for (path, _) in &changes {
            match files.files.get(path) {
                Some(text) => write(&sdk.dir.join(path), text)?,
                None => fs::remove_file(sdk.dir.join(path)).map_err(Failure::io("remove", sdk.dir.join(path)))?,
            }
        }
        report::generated(&sdk.name, files.files.values(), changes.len(), elapsed);
    }
    Ok(())
}

/// Fails if any generated file is not what its model says.
pub fn check() -> Outcome {
    let mut wrong = Vec::new();
    for sdk in sdk_crates()? {
        let files = from_model(&sdk)?;
        for (path, state) in compare(&sdk, &files)? {
            let place = format!("{}/{path}", sdk.name);
            match state {
                State::Same => {}
                State::Missing => wrong.push(format!("{place} is missing")),
                State::Surplus => wrong.push(format!("{place} is surplus: the model doesn't make it")),
                State::Stale(found) => wrong.push(difference(&place, &found, &files.files[&path])),
            }
        }
        report::checked(&sdk.name, files.files.len());
    }
    match wrong.len() {
        0 => Ok(()),
        count => Err(Failure::Outdated { count, first: wrong.swap_remove(0) }),
    }
}

fn from_model(sdk: &SdkCrate) -> Outcome<GeneratedCrate> {
    let source = read_model(&sdk.model)?;
    let generated = codegen::generate(&source, &sdk.name).map_err(|problems| Failure::Model {
        path: sdk.model.clone(),
        source,
        problems,
    })?;
    for feature in &generated.runtime_features {
        if !sdk.runtime_features.iter().any(|enabled| enabled == feature) {
            let manifest = sdk.dir.join("Cargo.toml");
            let problem = format!("{} doesn't enable the feature `{feature}` of sdk-runtime", manifest.display());
            return Err(Failure::Refused(format!("{problem}, which the model needs; add it to `features` there")));
        }
    }
    Ok(generated)
}

/// The text of a model.
pub fn read_model(path: &Path) -> Outcome<String> {
    let bytes = fs::read(path).map_err(Failure::io("read the model", path))?;
    String::from_utf8(bytes).map_err(|error| {
        let error = std::io::Error::new(std::io::ErrorKind::InvalidData, error.utf8_error());
        Failure::Io { what: "read the model as UTF-8", path: path.to_owned(), error }
    })
}

/// The state of each generated file and of each file that stands among them.
fn compare(sdk: &SdkCrate, generated: &GeneratedCrate) -> Outcome<Vec<(String, State)>> {
    let mut states = Vec::new();
    for (path, text) in &generated.files {
        let state = match fs::read_to_string(sdk.dir.join(path)) {
            Ok(found) if found == *text => State::Same,
            Ok(found) => State::Stale(found),
            Err(_) => State::Missing,
        };
        states.push((path.clone(), state));
    }
    let mut present = BTreeSet::new();
    files_below(&sdk.dir.join("src"), &mut present)?;
    for file in present {
        let path = file.strip_prefix(&sdk.dir).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if !generated.files.contains_key(&path) {
            states.push((path, State::Surplus));
        }
    }
    Ok(states)
}

fn files_below(dir: &Path, into: &mut BTreeSet<PathBuf>) -> Outcome {
    let Ok(entries) = fs::read_dir(dir) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry.map_err(Failure::io("list", dir))?.path();
        if path.is_dir() {
            files_below(&path, into)?;
        } else {
            into.insert(path);
        }
    }
    Ok(())
}

pub fn write(path: &Path, text: &str) -> Outcome {
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir).map_err(Failure::io("create", dir))?;
    }
    fs::write(path, text).map_err(Failure::io("write", path))
}

/// The first place where a file differs from what it should be.
fn difference(place: &str, found: &str, expected: &str) -> String {
    let diff = TextDiff::from_lines(found, expected);
    let hunk = diff.unified_diff().context_radius(2).iter_hunks().next().map(|hunk| hunk.to_string());
    format!("{place} is stale (- as it is, + as the model says):\n{}", hunk.unwrap_or_default())
}
