//! The workspace's generated crates: written, or compared with what their models say.

use crate::files::{Batch, Folder};
use crate::generated::{State, compare, plan};
use crate::model::Model;
use crate::outcome::{Failure, Outcome};
use crate::report;
use crate::workspace::{SdkCrate, sdk_crates};
use codegen::GeneratedCrate;
use codegen::Skipped;
use similar::TextDiff;
use std::path::Path;
use std::time::Instant;

/// Regenerates every SDK crate. All models are read before the first file is written, and all crates are, or none is.
pub(crate) fn regenerate() -> Outcome {
    let (mut batch, mut reports) = (Batch::new(), Vec::new());
    for sdk in sdk_crates()? {
        let start = Instant::now();
        let (model, generated, skipped) = from_model(&sdk)?;
        let (changed, left) = plan(&mut batch, &Folder::at(&sdk.dir)?, &generated)?;
        reports.push((sdk.options.package, model, generated, skipped, changed, left, start.elapsed()));
    }
    batch.write()?;
    for (name, model, generated, skipped, changed, left, elapsed) in reports {
        report::generated(&name, generated.files.values(), changed, elapsed);
        report::skipped(&skipped);
        report::left(&left);
        report::undocumented(&name, &model, &generated.undocumented, false);
    }
    Ok(())
}

/// Fails if any generated file is not what its model says, or if a crate promises more words than its model has.
pub(super) fn check() -> Outcome {
    let (mut found, mut kept) = (Differences::default(), Ok(()));
    for sdk in sdk_crates()? {
        let (model, generated, _) = from_model(&sdk)?;
        for (path, state) in compare(&Folder::at(&sdk.dir)?, &generated)? {
            found.add(&sdk.options.package, &path, state, &generated);
        }
        report::checked(&sdk.options.package, generated.files.len());
        report::undocumented(&sdk.options.package, &model, &generated.undocumented, sdk.documented);
        if sdk.documented && !generated.undocumented.is_empty() {
            kept = Err(Failure::Undocumented);
        }
    }
    found.judge().and(kept)
}

fn from_model(sdk: &SdkCrate) -> Outcome<(Model, GeneratedCrate, Vec<Skipped>)> {
    let model = sdk.read_model()?;
    let (generated, skipped) = model.generate(&sdk.options)?;
    for feature in &generated.runtime_features {
        if !sdk.runtime_features.iter().any(|enabled| enabled == feature) {
            let manifest = sdk.dir.join("Cargo.toml");
            let problem = format!("{} doesn't enable the feature `{feature}` of sdk-runtime", manifest.display());
            return Err(Failure::Refused(format!("{problem}, which the model needs; add it to `features` there")));
        }
    }
    Ok((model, generated, skipped))
}

/// What a check finds.
#[derive(Default)]
struct Differences {
    /// What is not as the models say, each as a message.
    wrong: Vec<String>,
    /// Files that nobody generated.
    by_hand: Vec<String>,
}

impl Differences {
    fn add(&mut self, package: &str, path: &Path, state: State, generated: &GeneratedCrate) {
        let place = format!("{package}/{}", path.display());
        match state {
            State::Same => {}
            State::Missing => self.wrong.push(format!("{place} is missing")),
            State::Surplus => self.wrong.push(format!("{place} is surplus: the model doesn't make it")),
            State::Foreign => self.by_hand.push(place),
            State::Stale(found) => {
                let expected = generated.files.get(path.to_string_lossy().as_ref()).map_or("", String::as_str);
                self.wrong.push(stale(&place, &found, expected));
            }
        }
    }

    fn judge(mut self) -> Outcome {
        if let Some(place) = self.by_hand.first() {
            let more = self.by_hand.len() - 1;
            let others = if more > 0 { format!(" (and {more} more)") } else { String::new() };
            let problem = format!("{place}{others} is not a generated file, and everything in `src` is generated");
            return Err(Failure::Refused(format!("{problem}: move it elsewhere, e.g. to `examples` or `tests`")));
        }
        match self.wrong.len() {
            0 => Ok(()),
            count => Err(Failure::Outdated { count, first: self.wrong.swap_remove(0) }),
        }
    }
}

/// The first place where a file differs from what it should be.
fn stale(place: &str, found: &str, expected: &str) -> String {
    let diff = TextDiff::from_lines(found, expected);
    let hunk = diff.unified_diff().context_radius(2).iter_hunks().next().map(|hunk| hunk.to_string());
    format!("{place} is stale (- as it is, + as the model says):\n{}", hunk.unwrap_or_default())
}
