//! What rustc says: all programs compile against the crates of the older models, and those that no longer do against the
//! newer's are just those of cases that say `major`.

use crate::case::{Case, cases};
use crate::crates::{self, PROGRAMS, RUNNER, case_of};
use codegen::diff::{Api, Side};
use sdk_tests::cargo::{cargo, said};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Output;
use std::sync::LazyLock;

#[test]
fn programs_break_where_their_cases_say_so() {
    let (old, new) = both();
    assert!(old.broken.is_empty(), "programs that don't compile against the older crate:\n{}", shown(&old.broken));
    let major = cases().into_iter().filter(|case| case.api == Api::Major).map(|case| case.name);
    let major: BTreeSet<String> = major.collect();
    let survived: Vec<&String> = major.iter().filter(|name| !new.broken.contains_key(*name)).collect();
    assert!(survived.is_empty(), "`major`, and yet their programs compile against the newer crate: {survived:?}");
    let surprised = new.broken.iter().filter(|(name, _)| !major.contains(*name));
    let surprised: BTreeMap<_, _> = surprised.map(|(name, error)| (name.clone(), error.clone())).collect();
    assert!(surprised.is_empty(), "not `major`, and yet their programs no longer compile:\n{}", shown(&surprised));
}

/// What became of all programs with the crates of one side.
pub(crate) struct Outcome {
    /// Those that don't compile, by case, each with its first error.
    broken: BTreeMap<String, String>,
    /// What the others did: what they sent, and how they ended.
    pub(crate) did: BTreeMap<String, String>,
}

/// The outcome of both sides, found once for all tests.
pub(crate) fn both() -> &'static (Outcome, Outcome) {
    static BOTH: LazyLock<(Outcome, Outcome)> = LazyLock::new(|| (outcome(Side::Old), outcome(Side::New)));
    &BOTH
}

fn outcome(side: Side) -> Outcome {
    let cases = cases();
    let all: Vec<&Case> = cases.iter().collect();
    let root = crates::write(&all, side);
    let (broken, left) = broken(&root, &all);
    crates::write_runner(&root, &left);
    let ran = run(&root, &["run", "--quiet", "--package", RUNNER]);
    assert!(ran.status.success(), "the programs can't be run ({}):\n{}", root.display(), said(&ran));
    let lines = String::from_utf8_lossy(&ran.stdout).into_owned();
    let did = lines.lines().filter_map(|line| line.split_once('\t'));
    Outcome { broken, did: did.map(|(name, did)| (name.to_owned(), did.to_owned())).collect() }
}

/// The cases whose programs don't compile, each with the first error; and the others.
///
/// A name that isn't there stops rustc before it looks at types, so that one run doesn't find all. What was found is taken
/// out, and what is left is built again, until nothing is found.
fn broken<'c>(root: &Path, all: &[&'c Case]) -> (BTreeMap<String, String>, Vec<&'c Case>) {
    let mut broken = BTreeMap::new();
    loop {
        let left: Vec<&Case> = all.iter().copied().filter(|case| !broken.contains_key(&case.name)).collect();
        crates::write_programs(root, &left);
        let built = run(root, &["build", "--quiet", "--package", PROGRAMS, "--message-format", "json"]);
        if built.status.success() {
            return (broken, left);
        }
        let found = errors(&String::from_utf8_lossy(&built.stdout));
        let is_left = |name: &String| left.iter().any(|case| case.name == *name);
        let found: BTreeMap<_, _> = found.into_iter().filter(|(name, _)| is_left(name)).collect();
        assert!(!found.is_empty(), "{} doesn't compile, for no program's sake:\n{}", root.display(), said(&built));
        broken.extend(found);
    }
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    let mut command = cargo();
    // Nobody debugs these.
    command.args(arguments).env("CARGO_PROFILE_DEV_DEBUG", "0").current_dir(root);
    command.output().expect("cargo runs")
}

/// The errors in what cargo says, by the file in which each is.
fn errors(said: &str) -> BTreeMap<String, String> {
    let mut errors = BTreeMap::new();
    let messages = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    for message in messages.filter(|message| message["message"]["level"] == "error") {
        let spans = message["message"]["spans"].as_array().into_iter().flatten();
        let files = spans.filter(|span| span["is_primary"] == true).filter_map(|span| span["file_name"].as_str());
        for name in files.filter_map(case_of) {
            let text = message["message"]["message"].as_str().unwrap_or_default();
            errors.entry(name.to_owned()).or_insert_with(|| text.to_owned());
        }
    }
    errors
}

fn shown(broken: &BTreeMap<String, String>) -> String {
    broken.iter().map(|(name, error)| format!("    {name}: {error}\n")).collect()
}
