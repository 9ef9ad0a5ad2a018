//! `cargo xtask` without a command: the day on which a new model arrives, step by step.
//!
//! Nothing is remembered: how far a step is, git and the files themselves say.

use crate::files::Folder;
use crate::generated::{State, compare};
use crate::git;
use crate::outcome::Outcome;
use crate::release::{self, Release};
use crate::report::{count, one_line, paint_out, relative};
use crate::workspace::{SdkCrate, here, sdk_crates};
use codegen::diff::Comparison;
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
    let compared = compared(&crates)?;
    let arrived = crates.iter().any(|sdk| git::is_changed(&sdk.model));
    let steps = [import(&crates), diff(&compared), codegen(&crates)?, snapshots(&root, arrived), changelog(&compared)?];
    println!("A new model arrives:\n");
    for (number, step) in steps.iter().enumerate() {
        println!("{} {}  {}", number + 1, paint_out("1", &format!("{:<9}", step.name)), paint_out("36", step.command));
        step.state.iter().for_each(|line| println!("             {}", one_line(line)));
    }
    let next = steps.iter().find_map(|step| step.next.as_deref());
    let done = if arrived { "commit: all steps are done" } else { "nothing is left to do until a new model arrives" };
    println!("\n{} {}", paint_out("1;32", "Next:"), next.unwrap_or(done));
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

/// A crate, and what its model differs in.
struct Compared<'a> {
    sdk: &'a SdkCrate,
    /// Its last release, if it has one.
    release: Option<Release>,
    /// That release's, or what is committed.
    revision: String,
    /// What differs since then; or why nothing can be compared.
    found: Result<Comparison, String>,
}

/// Two steps ask this, and a large model takes its time.
fn compared(crates: &[SdkCrate]) -> Outcome<Vec<Compared<'_>>> {
    let one = |sdk| {
        let release = release::last(sdk);
        let revision = release.as_ref().map_or("HEAD", |release| &release.tag).to_owned();
        let found = match git::has_history(&sdk.dir) {
            true => release::since(sdk, &revision)?.ok_or_else(|| format!("new since {revision}")),
            false => Err("git has no history to compare with".to_owned()),
        };
        Ok(Compared { sdk, release, revision, found })
    };
    crates.iter().map(one).collect()
}

fn diff(crates: &[Compared<'_>]) -> Step {
    let state = crates.iter().map(|Compared { sdk, revision, found, .. }| {
        let name = &sdk.options.package;
        match found {
            Err(why) => format!("{name}: {why}"),
            Ok(found) if found.differences.is_empty() => format!("{name}: no differences since {revision}"),
            Ok(found) => {
                let (differences, verdict) = (count(found.differences.len(), "difference"), found.verdict());
                format!("{name}: {differences} since {revision}; Rust API {}, wire {}", verdict.api, verdict.wire)
            }
        }
    });
    Step { name: "diff", command: "cargo xtask diff", state: state.collect(), next: None }
}

fn codegen(crates: &[SdkCrate]) -> Outcome<Step> {
    let (mut state, mut next) = (Vec::new(), None);
    for sdk in crates {
        let (generated, _) = sdk.read_model()?.generate(&sdk.options)?;
        let states = compare(&Folder::at(&sdk.dir)?, &generated)?;
        let stale = states.iter().filter(|(_, state)| !matches!(state, State::Same)).count();
        let name = &sdk.options.package;
        state.push(match stale {
            0 => format!("{name}: {}, as the model says", count(states.len(), "file")),
            1 => format!("{name}: 1 file is not as the model says"),
            stale => format!("{name}: {stale} files are not as the model says"),
        });
        if stale > 0 {
            next = Some("cargo xtask codegen".to_owned());
        }
        let wordless = generated.undocumented.len();
        if sdk.documented && wordless > 0 {
            state.push(format!("{name}: {} without the words that its manifest promises", count(wordless, "item")));
            let words = || format!("write words for {name}: `cargo xtask codegen` names what has none");
            next = next.or_else(|| Some(words()));
        }
    }
    Ok(Step { name: "codegen", command: "cargo xtask codegen", state, next })
}

/// Snapshots that are as they were committed may be behind a model that isn't: only the tests know.
fn snapshots(root: &Path, arrived: bool) -> Step {
    const TESTS: &str = "INSTA_UPDATE=always cargo test -p sdk-tests, then git diff tests/snapshots";
    let folder = root.join("tests/snapshots");
    let pending = count_pending(&folder, 0);
    let changed = git::is_changed(&folder);
    let (state, next) = match (pending, changed) {
        (0, false) if arrived && folder.is_dir() => {
            ("as committed, though a model has changed".to_owned(), Some(format!("run the tests: {TESTS}")))
        }
        (0, false) => ("as committed".to_owned(), None),
        (0, true) => ("changed, not committed: review them with `git diff tests/snapshots`".to_owned(), None),
        (pending, _) => {
            let waiting = if pending == 1 { "waits" } else { "wait" };
            (format!("{pending} {waiting} for review"), Some(format!("review the snapshots: {TESTS}")))
        }
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

fn changelog(crates: &[Compared<'_>]) -> Outcome<Step> {
    let (mut state, mut next) = (Vec::new(), None);
    for Compared { sdk, release, found, .. } in crates {
        let (name, version) = (&sdk.options.package, sdk.version()?);
        let differs = found.as_ref().ok().filter(|found| !found.differences.is_empty());
        let Some(release) = release else {
            state.push(format!("{name}: {version}, no release is tagged"));
            if differs.is_some() && !git::is_changed(&sdk.dir.join("CHANGELOG.md")) {
                next = Some("cargo xtask changelog --since HEAD --write".to_owned());
            }
            continue;
        };
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
