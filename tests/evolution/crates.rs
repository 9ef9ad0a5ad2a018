//! The crates of both sides, each side a workspace: one crate of all cases that can be together, one of each case that
//! stands alone, one with a program for each case, and one that runs these.

use crate::case::{Case, key, union};
use codegen::GeneratedCrate;
use codegen::diff::Side;
use sdk_tests::cargo::target;
use sdk_tests::scratch::Scratch;
use std::path::{Path, PathBuf};

/// The crate of all cases that can be together, on both sides.
pub(crate) const UNDER_TEST: &str = "crate-under-test";

/// The crate of programs.
pub(crate) const PROGRAMS: &str = "programs";

/// The crate that runs them.
pub(crate) const RUNNER: &str = "runner";

/// Writes a side's crates, and says where.
pub(crate) fn write(cases: &[&Case], side: Side) -> PathBuf {
    let mut scratch = scratch_of(key(side), cases, side);
    for case in cases {
        if case.stands_alone() {
            let package = package(case);
            scratch.put_crate(&package, &package, &generated(&case.model(side), &package));
        }
        scratch.put(format!("{PROGRAMS}/src/{}.rs", case.name), &program(case));
    }
    let alone = cases.iter().filter(|case| case.stands_alone()).map(|case| package(case));
    let crates: Vec<String> = std::iter::once(UNDER_TEST.to_owned()).chain(alone).collect();
    let crates: String = crates.iter().map(|name| format!("{name} = {{ path = \"../{name}\" }}\n")).collect();
    scratch.put(format!("{PROGRAMS}/Cargo.toml"), &manifest(PROGRAMS, &crates));
    scratch.put(Path::new(PROGRAMS).join(LIB), &lib(cases));
    let doubles = sdk_tests::workspace().join("tests/doubles");
    let more = format!(
        "{PROGRAMS} = {{ path = \"../{PROGRAMS}\" }}\nsdk-doubles = {{ path = {doubles:?} }}\n\
         tokio = {{ version = \"1\", features = [\"rt\", \"time\"] }}\n"
    );
    scratch.put(format!("{RUNNER}/Cargo.toml"), &manifest(RUNNER, &(crates + &more)));
    scratch.put(Path::new(RUNNER).join(MAIN), "fn main() {}\n");
    scratch.finish()
}

/// Writes the crates of these cases together, of both sides, and says where.
pub(crate) fn write_pair(folder: &str, cases: &[&Case]) -> (PathBuf, PathBuf) {
    let write = |side| scratch_of(&format!("{folder}-{}", key(side)), cases, side).finish();
    (write(Side::Old), write(Side::New))
}

/// A workspace with the crate of these cases together.
fn scratch_of(folder: &str, cases: &[&Case], side: Side) -> Scratch {
    let mut scratch = Scratch::new(target().join("tmp/evolution").join(folder));
    scratch.put_crate(UNDER_TEST, UNDER_TEST, &generated(&union(cases.iter().copied(), side), UNDER_TEST));
    scratch
}

const LIB: &str = "src/lib.rs";
const MAIN: &str = "src/main.rs";

/// Has the crate of programs hold those of these cases only.
pub(crate) fn write_programs(root: &Path, cases: &[&Case]) {
    sdk_tests::cargo::write(&root.join(PROGRAMS).join(LIB), &lib(cases));
}

/// Writes what runs the programs of these cases.
pub(crate) fn write_runner(root: &Path, cases: &[&Case]) {
    let call = |case: &&Case| {
        let name = &case.name;
        let from = if case.stands_alone() { package(case).replace('-', "_") } else { UNDER_TEST.replace('-', "_") };
        // A crate of a service that isn't AWS's has settings of its own.
        let client =
            format!("|config| {from}::Client::from_conf({from}::config::Builder::from(config.to_builder()).build())");
        format!("    run({name:?}, {client}, {PROGRAMS}::{name}::program);\n")
    };
    let calls: String = cases.iter().map(call).collect();
    let text = format!("{}\nfn main() {{\n{calls}}}\n", include_str!("requests.rs"));
    sdk_tests::cargo::write(&root.join(RUNNER).join(MAIN), &text);
}

fn manifest(package: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = {package:?}\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n{dependencies}"
    )
}

/// The root of the crate of programs.
fn lib(cases: &[&Case]) -> String {
    let modules: String = cases.iter().map(|case| format!("pub mod {};\n", case.name)).collect();
    // That something is deprecated breaks nobody.
    format!("//! A program for each case.\n\n#![allow(deprecated, unused)]\n\n{modules}")
}

/// The case whose program stands in a file.
pub(crate) fn case_of(file: &str) -> Option<&str> {
    file.rsplit(['/', '\\']).next()?.strip_suffix(".rs")
}

fn program(case: &Case) -> String {
    let Case { what, program, .. } = case;
    let alias = match case.stands_alone() {
        true => format!("use {} as crate_under_test;\n\n", package(case).replace('-', "_")),
        false => String::new(),
    };
    let statements: String = program.iter().map(|line| format!("    {line}\n")).collect();
    format!(
        "//! {what}\n\n{alias}pub async fn program(client: crate_under_test::Client) -> \
         Result<(), Box<dyn std::error::Error>> {{\n{statements}    Ok(())\n}}\n"
    )
}

/// The crate of a case that stands alone.
fn package(case: &Case) -> String {
    format!("alone-{}", case.name.replace('_', "-"))
}

fn generated(model: &str, package: &str) -> GeneratedCrate {
    let generated = codegen::generate(model, package);
    generated.unwrap_or_else(|problems| panic!("the model of {package} should be right, but {problems:#?}"))
}
