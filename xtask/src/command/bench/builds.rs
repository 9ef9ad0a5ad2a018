//! What the SDK costs whoever builds with it.

use super::figure::Figure;
use super::peer::Peer;
use super::place::{Measured, PROGRAMS, Place, run, timed};
use super::row::{Part, Profile, Program, Row, What};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

/// How often builds from nothing are measured.
const COLD_RUNS: usize = 3;

/// Measures a row about builds; `runs` times what isn't from nothing.
pub(super) fn measure(place: &Place, row: &'static Row, runs: usize) -> Figure {
    match row.what {
        What::ColdBuild(profile) => Figure::interleaved(row, COLD_RUNS.min(runs), |peer, _| cold(place, peer, profile)),
        What::Rebuild => Figure::interleaved(row, runs, |peer, run| rebuild(place, peer, run)),
        What::Check(part) => Figure::interleaved(row, runs, |peer, run| check(place, peer, part, run)),
        What::Size(program) => Figure::interleaved(row, 1, |peer, _| size(place, peer, program)),
        // Crates: what else there is isn't about builds.
        _ => Figure::interleaved(row, 1, |peer, _| Ok(crates(place, peer)?.len() as f64)),
    }
}

fn package(peer: Peer) -> String {
    format!("build-{}", peer.package())
}

fn binary(peer: Peer, program: Program) -> String {
    let program = if program == Program::One { "one" } else { "all" };
    format!("{}-{program}", peer.package())
}

/// What comes from the registry is compiled without lints, so that ours has to be, too.
fn without_lints(mut cargo: Command) -> Command {
    cargo.env("RUSTFLAGS", "--cap-lints=allow");
    cargo
}

/// Seconds for a build in an empty folder. What it needs has been downloaded.
fn cold(place: &Place, peer: Peer, profile: Profile) -> Measured<f64> {
    place.empty("cold")?;
    let (package, binary) = (package(peer), binary(peer, Program::One));
    let mut cargo = without_lints(place.cargo("cold", ["build", "--quiet", "-p", &package, "--bin", &binary]));
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    let time = timed(&mut cargo);
    // It takes a gigabyte.
    place.empty("cold")?;
    Ok(time?.as_secs_f64())
}

/// Seconds for a build after the program's own file was changed.
fn rebuild(place: &Place, peer: Peer, run: usize) -> Measured<f64> {
    let (package, binary) = (package(peer), binary(peer, Program::One));
    let arguments = ["build", "--quiet", "-p", &package, "--bin", &binary];
    // What was built before was built with this for a text, or without any.
    let edit = |text: String| timed(without_lints(place.cargo("debug", arguments)).env("BENCH_EDIT", text));
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    if run == 0 {
        edit(format!("before {now}"))?;
    }
    Ok(edit(format!("edit {now}"))?.as_secs_f64())
}

/// Seconds that the compiler takes to check the SDK crate, or the runtime that is its own.
fn check(place: &Place, peer: Peer, part: Part, run: usize) -> Measured<f64> {
    let chosen: Vec<String> = match part {
        Part::Sdk => peer.sdk().map(str::to_owned).into_iter().collect(),
        Part::Runtime => runtime(place, peer)?.into_iter().collect(),
    };
    let (package, binary) = (package(peer), binary(peer, Program::One));
    let log = place.built("check.log");
    let check = || run_check(place.cargo("check", ["check", "--quiet", "-p", &package, "--bin", &binary]), place, &log);
    if run == 0 {
        place.build("tools", ["--release", "-p", "bench-rustc"])?;
        check()?;
    }
    let clean: Vec<&str> = chosen.iter().flat_map(|name| ["-p", name.as_str()]).collect();
    self::run(place.cargo("check", ["clean", "--quiet"]).args(clean))?;
    let taken = check()?;
    let of = |name: &String| {
        let name = name.replace('-', "_");
        let times: Vec<f64> = taken.iter().filter(|(of, _)| *of == name).map(|(_, seconds)| *seconds).collect();
        if times.is_empty() { Err(format!("{name} wasn't checked again")) } else { Ok(times.iter().sum::<f64>()) }
    };
    chosen.iter().map(of).sum()
}

/// Lets cargo check, with a compiler that writes down what it took; the crates and seconds of each run of the compiler.
fn run_check(cargo: Command, place: &Place, log: &Path) -> Measured<Vec<(String, f64)>> {
    let unwritable = |error| format!("can't write {}: {error}", log.display());
    std::fs::write(log, "").map_err(unwritable)?;
    run(without_lints(cargo)
        .env("RUSTC_WRAPPER", place.built("tools/release/bench-rustc"))
        .env("BENCH_RUSTC_LOG", log))?;
    let text = std::fs::read_to_string(log).map_err(|error| format!("can't read {}: {error}", log.display()))?;
    Ok(logged(&text))
}

/// The lines of that log: a crate's name, and microseconds.
fn logged(text: &str) -> Vec<(String, f64)> {
    let line = |line: &str| {
        let (name, micros) = line.split_once(' ')?;
        Some((name.to_owned(), micros.parse::<f64>().ok()? / 1e6))
    };
    text.lines().filter_map(line).collect()
}

/// Bytes of the stripped program.
fn size(place: &Place, peer: Peer, program: Program) -> Measured<f64> {
    let (package, binary) = (package(peer), binary(peer, program));
    let mut cargo = place.cargo(PROGRAMS, ["rustc", "--quiet", "--release", "-p", &package, "--bin", &binary]);
    run(cargo.args(["--", "-C", "strip=symbols"]))?;
    let path = place.built(PROGRAMS).join("release").join(binary);
    let file = std::fs::metadata(&path).map_err(|error| format!("can't find {}: {error}", path.display()))?;
    Ok(file.len() as f64)
}

/// What the program's tree has beside itself, by name and version: what is built, for the target or for its build scripts.
fn crates(place: &Place, peer: Peer) -> Measured<BTreeSet<(String, String)>> {
    let package = package(peer);
    let arguments = ["tree", "-p", &package, "-e", "no-dev", "--prefix", "none", "--no-dedupe", "-f", "{p}"];
    Ok(named(&run(&mut place.cargo("tools", arguments))?).into_iter().filter(|(name, _)| *name != package).collect())
}

/// The crates that `cargo tree` names, a line each: name and version.
fn named(tree: &str) -> BTreeSet<(String, String)> {
    let one = |line: &str| {
        let mut words = line.split_whitespace();
        Some((words.next()?.to_owned(), words.next()?.to_owned()))
    };
    tree.lines().filter_map(one).collect()
}

/// The crates that only this SDK needs of those that its maker wrote: `sdk-runtime`, or what it stands in for.
fn runtime(place: &Place, peer: Peer) -> Measured<BTreeSet<String>> {
    let of = |peer| Ok::<_, String>(crates(place, peer)?.into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>());
    let (ours, theirs) = (of(Peer::Ours)?, of(Peer::Leanest)?);
    Ok(match peer {
        Peer::Ours => ours.into_iter().filter(|name| name == "sdk-runtime").collect(),
        _ => {
            let is_own = |name: &String| name.starts_with("aws-") && Some(name.as_str()) != peer.sdk();
            theirs.difference(&ours).filter(|name| is_own(name)).cloned().collect()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{logged, named};
    use crate::workspace;

    #[test]
    fn a_crate_in_two_versions_is_two() {
        let tree =
            "build-ours v0.1.0 (/x)\nhttp v0.2.12\nhttp v1.4.0\nserde_derive v1.0.228 (proc-macro)\nhttp v1.4.0\n\n";
        assert_eq!(named(tree).len(), 4);
    }

    #[test]
    fn a_log_has_a_crate_in_each_line() {
        assert_eq!(logged("aws_sdk_wickr 1500000\nodd\n"), [("aws_sdk_wickr".to_owned(), 1.5)]);
    }

    /// The row says that it uses all of them.
    #[test]
    fn the_larger_program_has_all_operations() {
        let read = |path: &str| std::fs::read_to_string(workspace::root().join(path)).expect("it is there");
        let program = read("tests/bench/build/sdk/all.rs");
        let text = read("model/wickr.json");
        let model: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let shapes = model["shapes"].as_object().expect("it has shapes");
        let operations = shapes.iter().filter(|(_, shape)| shape["type"] == "operation");
        let names: Vec<&str> = operations.filter_map(|(id, _)| Some(id.split_once('#')?.1)).collect();
        assert_eq!(names.len(), 44);
        // `BatchLookupUserUname` is `batch_lookup_user_uname`.
        let listed: Vec<String> = program.lines().map(|line| line.trim().replace(['_', ','], "")).collect();
        for name in names {
            assert!(listed.contains(&name.to_lowercase()), "{name} isn't called");
        }
    }
}
