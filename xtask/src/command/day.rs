//! `cargo xtask` without a command: the day on which a new model arrives, step by step.
//!
//! Nothing is remembered: how far a step is, git and the files themselves say.

use crate::files::Folder;
use crate::generated::{State, compare};
use crate::git;
use crate::outcome::Outcome;
use crate::release;
use crate::report::{one_line, paint_out, relative};
use crate::workspace::{SdkCrate, here, sdk_crates};
use std::fs;
use std::path::Path;

/// One step: what it is called, how it is done, how far it is, and whether it has to be done.
struct Step {
    name: &'static str,
    command: &'static str,
    state: Vec<String>,
    /// What to do next, if this is where the work stands.
    next: Option<String>,
}

pub(crate) fn run() -> Outcome {
    let crates = sdk_crates()?;
    let (root, _) = here()?;
    let steps = [import(&crates), diff(&crates)?, codegen(&crates)?, snapshots(&root), changelog(&crates)?];
    println!("A new model arrives:\n");
    for (number, step) in steps.iter().enumerate() {
        println!("{} {}  {}", number + 1, paint_out("1", &format!("{:<9}", step.name)), paint_out("36", step.command));
        step.state.iter().for_each(|line| println!("             {}", one_line(line)));
    }
    let next = steps.iter().find_map(|step| step.next.as_deref());
    println!("\n{} {}", paint_out("1;32", "Next:"), next.unwrap_or("nothing is left to do until a new model arrives"));
    println!("All commands: cargo xtask --help");
    Ok(())
}

fn import(crates: &[SdkCrate]) -> Step {
    let state = crates.iter().map(|sdk| {
        let path = relative(&sdk.model);
        match (git::is_changed(&sdk.model), git::last_commit(&sdk.model).as_str()) {
            (true, _) => format!("{path}: changed, not committed"),
            (false, "") => format!("{path}: git doesn't know it"),
            (false, commit) => format!("{path}: {commit}"),
        }
    });
    Step { name: "import", command: "cargo xtask import NEW.json", state: state.collect(), next: None }
}

fn diff(crates: &[SdkCrate]) -> Outcome<Step> {
    let mut state = Vec::new();
    for sdk in crates {
        let name = &sdk.options.package;
        let revision = release::last(sdk).map_or("HEAD".to_owned(), |release| release.tag);
        if !git::has_history(&sdk.dir) {
            state.push(format!("{name}: git has no history to compare with"));
            continue;
        }
        state.push(match release::since(sdk, &revision)? {
            None => format!("{name}: new since {revision}"),
            Some(found) if found.differences.is_empty() => format!("{name}: no differences since {revision}"),
            Some(found) => {
                let (count, verdict) = (found.differences.len(), found.verdict());
                let differences = if count == 1 { "1 difference".to_owned() } else { format!("{count} differences") };
                format!("{name}: {differences} since {revision}; Rust API {}, wire {}", verdict.api, verdict.wire)
            }
        });
    }
    Ok(Step { name: "diff", command: "cargo xtask diff", state, next: None })
}

fn codegen(crates: &[SdkCrate]) -> Outcome<Step> {
    let (mut state, mut next) = (Vec::new(), None);
    for sdk in crates {
        let (generated, _) = sdk.read_model()?.generate(&sdk.options)?;
        let states = compare(&Folder::at(&sdk.dir)?, &generated)?;
        let stale = states.iter().filter(|(_, state)| !matches!(state, State::Same)).count();
        let name = &sdk.options.package;
        state.push(match stale {
            0 => format!("{name}: {} files, as the model says", states.len()),
            1 => format!("{name}: 1 file is not as the model says"),
            count => format!("{name}: {count} files are not as the model says"),
        });
        if stale > 0 {
            next = Some("cargo xtask codegen".to_owned());
        }
    }
    Ok(Step { name: "codegen", command: "cargo xtask codegen", state, next })
}

fn snapshots(root: &Path) -> Step {
    let folder = root.join("tests/snapshots");
    let pending = count_pending(&folder, 0);
    let changed = git::is_changed(&folder);
    let (state, next) = match (pending, changed) {
        (0, false) => ("as committed".to_owned(), None),
        (0, true) => ("changed, not committed: review them with `git diff tests/snapshots`".to_owned(), None),
        (count, _) => (
            format!("{count} wait for review"),
            Some(
                "review the snapshots: INSTA_UPDATE=always cargo test -p sdk-tests, then git diff tests/snapshots"
                    .to_owned(),
            ),
        ),
    };
    let command = "INSTA_UPDATE=always cargo test -p sdk-tests; git diff tests/snapshots";
    Step { name: "snapshots", command, state: vec![state], next }
}

/// How deep folders of snapshots are searched.
const DEPTH: usize = 8;

/// The snapshots that a test wrote beside the accepted ones.
fn count_pending(folder: &Path, depth: usize) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let counts = entries.map(|entry| match entry.file_type() {
        Ok(kind) if kind.is_dir() && depth < DEPTH => count_pending(&entry.path(), depth + 1),
        _ => usize::from(entry.file_name().to_string_lossy().ends_with(".snap.new")),
    });
    counts.sum()
}

fn changelog(crates: &[SdkCrate]) -> Outcome<Step> {
    let (mut state, mut next) = (Vec::new(), None);
    for sdk in crates {
        let (name, version) = (&sdk.options.package, sdk.version()?);
        let Some(release) = release::last(sdk) else {
            state.push(format!("{name}: {version}, no release is tagged"));
            continue;
        };
        let comparison = release::since(sdk, &release.tag)?;
        let differs = comparison.filter(|found| !found.differences.is_empty());
        let needed = differs.zip(release.version).map(|(found, released)| released.next(found.verdict().api));
        state.push(match needed {
            Some(needed) if version < needed => {
                next = Some("cargo xtask changelog --write".to_owned());
                format!("{name}: {version}, has to become {needed}")
            }
            _ => format!("{name}: {version}, released as {}", release.tag),
        });
    }
    Ok(Step { name: "changelog", command: "cargo xtask changelog --write", state, next })
}
