//! `cargo xtask codegen`: writes generated files, or checks them.

use crate::files::{Batch, Folder};
use crate::generated::{State, compare, plan};
use crate::outcome::Failure;
use crate::workspace::{SdkCrate, sdk_crates};
use crate::{Outcome, report};
use codegen::GeneratedCrate;
use codegen::Skipped;
use similar::TextDiff;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::time::Instant;

/// Regenerates every SDK crate. All models are read before the first file is written, and all crates are, or none is.
pub fn generate() -> Outcome {
    let (mut batch, mut reports) = (Batch::new(), Vec::new());
    for sdk in sdk_crates()? {
        let start = Instant::now();
        let (generated, skipped) = from_model(&sdk)?;
        let (changed, left) = plan(&mut batch, &Folder::at(&sdk.dir)?, &generated)?;
        reports.push((sdk.options.package, generated, skipped, changed, left, start.elapsed()));
    }
    batch.write()?;
    for (name, generated, skipped, changed, left, elapsed) in reports {
        report::generated(&name, generated.files.values(), changed, elapsed);
        report::skipped(&skipped);
        report::left(&left);
    }
    Ok(())
}

/// Fails if any generated file is not what its model says.
pub fn check() -> Outcome {
    let (mut wrong, mut by_hand) = (Vec::new(), Vec::new());
    for sdk in sdk_crates()? {
        let (generated, _) = from_model(&sdk)?;
        for (path, state) in compare(&Folder::at(&sdk.dir)?, &generated)? {
            let place = format!("{}/{}", sdk.options.package, path.display());
            match state {
                State::Same => {}
                State::Missing => wrong.push(format!("{place} is missing")),
                State::Surplus => wrong.push(format!("{place} is surplus: the model doesn't make it")),
                State::Foreign => by_hand.push(place),
                State::Stale(found) => {
                    let expected = generated.files.get(path.to_string_lossy().as_ref()).map_or("", String::as_str);
                    wrong.push(difference(&place, &found, expected));
                }
            }
        }
        report::checked(&sdk.options.package, generated.files.len());
    }
    if let Some(place) = by_hand.first() {
        let others = if by_hand.len() > 1 { format!(" (and {} more)", by_hand.len() - 1) } else { String::new() };
        let problem = format!("{place}{others} is not a generated file, and everything in `src` is generated");
        return Err(Failure::Refused(format!("{problem}: move it elsewhere, e.g. to `examples` or `tests`")));
    }
    match wrong.len() {
        0 => Ok(()),
        count => Err(Failure::Outdated { count, first: wrong.swap_remove(0) }),
    }
}

fn from_model(sdk: &SdkCrate) -> Outcome<(GeneratedCrate, Vec<Skipped>)> {
    let source = read_model(&sdk.model)?;
    let (generated, skipped) = codegen::generate_with(&source, &sdk.options).map_err(|problems| Failure::Model {
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
    Ok((generated, skipped))
}

/// The largest model that is read; the largest of AWS's has an eightieth of that.
const LARGEST: u64 = 1 << 30;

/// The text of a model, without the mark by which some editors begin a file. A pipe is read until it ends.
pub fn read_model(path: &Path) -> Outcome<String> {
    let refused = |why: String| {
        let error = std::io::Error::new(std::io::ErrorKind::InvalidData, why);
        Failure::Io { what: "read the model", path: path.to_owned(), error }
    };
    let file = fs::File::open(path).map_err(Failure::io("read the model", path))?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(Failure::io("read the model", path))?;
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

/// The first place where a file differs from what it should be.
fn difference(place: &str, found: &str, expected: &str) -> String {
    let diff = TextDiff::from_lines(found, expected);
    let hunk = diff.unified_diff().context_radius(2).iter_hunks().next().map(|hunk| hunk.to_string());
    format!("{place} is stale (- as it is, + as the model says):\n{}", hunk.unwrap_or_default())
}
