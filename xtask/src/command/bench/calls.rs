//! What a call costs a program: processor time, allocations, memory, instructions.

use super::callgrind;
use super::figure::{Cell, Figure};
use super::peer::Peer;
use super::place::{Measured, PROGRAMS, Place, run};
use super::row::{Calls, Row, Sha, What};
use super::server::Server;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

/// How many calls are made for a figure of processor time: seconds, of which start and end are too little to see.
const COUNT: u32 = 20_000;

/// How many for what is the same for each call.
const FEW: u32 = 500;

/// The two runs of which valgrind's figure is the difference, so that what happens before the calls doesn't count.
const TRACED: [u32; 2] = [100, 400];

/// How often they are made.
const TRACED_RUNS: usize = 3;

/// The profiles of both runs.
type Traced = Measured<[callgrind::Profile; 2]>;

/// The programs, built, and the server that they call.
pub(super) struct Programs<'a> {
    place: &'a Place,
    built: BTreeMap<Peer, Measured<()>>,
    server: Measured<Server>,
    has_valgrind: bool,
    /// Profiles that were made: with the hash and without is the same run.
    traced: RefCell<BTreeMap<(Peer, Calls, usize), Traced>>,
}

impl<'a> Programs<'a> {
    /// Builds what these rows need.
    pub(super) fn build(place: &'a Place, rows: &[&Row]) -> Self {
        let mut built = BTreeMap::new();
        for peer in rows.iter().flat_map(|row| row.peers()) {
            built.entry(*peer).or_insert_with(|| build(place, *peer));
        }
        let has_valgrind = run(Command::new("valgrind").arg("--version")).is_ok();
        Programs { place, built, server: Server::start(place), has_valgrind, traced: RefCell::default() }
    }

    /// Measures a row about calls, `runs` times.
    pub(super) fn measure(&self, row: &'static Row, runs: usize) -> Figure {
        if matches!(row.what, What::Instructions(..)) && !self.has_valgrind {
            return Figure::alike(row, &Cell::Skipped("valgrind isn't installed".to_owned()));
        }
        // Valgrind takes a hundred times as long, and its figures differ little.
        let runs = if matches!(row.what, What::Instructions(..)) { runs.min(TRACED_RUNS) } else { runs };
        Figure::interleaved(row, runs, |peer, run| {
            self.built.get(&peer).cloned().unwrap_or_else(|| Err("it wasn't built".to_owned()))?;
            match row.what {
                What::Allocated(calls) => Ok(self.said(peer, "counting", calls, FEW)?.per_call("allocated", FEW)?),
                What::Allocations(calls) => {
                    Ok(self.said(peer, "counting", calls, FEW)?.per_call("allocations", FEW)?)
                }
                What::Peak(calls) => {
                    Ok(self.said(peer, "plain", calls, 16 * calls.in_flight)?.number("peak_kb")? * 1024.0)
                }
                What::Instructions(calls, sha) => self.instructions((peer, calls, run), sha),
                What::Cpu(calls) => Ok(self.said(peer, "plain", calls, COUNT)?.per_call("cpu_us", COUNT)?),
                // What else there is isn't about calls.
                _ => Err("it isn't about calls".to_owned()),
            }
        })
    }

    /// What a program says after that many calls.
    fn said(&self, peer: Peer, build: &str, calls: Calls, count: u32) -> Measured<Said> {
        self.command(peer, build, calls, count).and_then(|mut command| run(&mut command)).map(Said)
    }

    fn command(&self, peer: Peer, build: &str, calls: Calls, count: u32) -> Measured<Command> {
        let mut command = Command::new(binary(self.place, peer, build));
        self.with_arguments(&mut command, calls, count)?;
        Ok(command)
    }

    fn with_arguments(&self, command: &mut Command, calls: Calls, count: u32) -> Measured<()> {
        let server = self.server.as_ref().map_err(Clone::clone)?;
        command.args([server.endpoint(), calls.kind, &count.to_string(), &calls.in_flight.to_string()]);
        Ok(())
    }

    /// Instructions per call.
    fn instructions(&self, (peer, calls, run): (Peer, Calls, usize), sha: Sha) -> Measured<f64> {
        let trace = || {
            let [few, many] = TRACED.map(|count| self.traced(peer, calls, count));
            Ok([few?, many?])
        };
        let [less, more] = self.traced.borrow_mut().entry((peer, calls, run)).or_insert_with(trace).clone()?;
        let of = |profile: callgrind::Profile| match sha {
            Sha::With => profile.total,
            Sha::Without => profile.total.saturating_sub(profile.chosen),
        };
        // A socket alone has no signature; of whom has one, the function is there, or has another name than is thought.
        if sha == Sha::Without && peer != Peer::Bare && more.chosen == 0 {
            return Err("no function of sha2 was seen".to_owned());
        }
        let [few, many] = TRACED.map(f64::from);
        Ok((of(more) as f64 - of(less) as f64) / (many - few))
    }

    fn traced(&self, peer: Peer, calls: Calls, count: u32) -> Measured<callgrind::Profile> {
        let path = self.place.built(format!("{}.callgrind", peer.package()));
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--tool=callgrind", &format!("--callgrind-out-file={}", path.display())]);
        valgrind.arg(binary(self.place, peer, "plain"));
        self.with_arguments(&mut valgrind, calls, count)?;
        run(&mut valgrind)?;
        let text = std::fs::read_to_string(&path).map_err(|error| format!("can't read {}: {error}", path.display()))?;
        callgrind::read(&text, is_sha)
    }
}

/// The function that takes a block of a message into the hash, under each of its names.
fn is_sha(function: &str) -> bool {
    function.starts_with("sha2::") && function.contains("compress")
}

/// The program in a build that counts allocations, or in one that doesn't.
fn binary(place: &Place, peer: Peer, build: &str) -> PathBuf {
    place.built(format!("programs/{}-{build}", peer.package()))
}

/// Builds both.
fn build(place: &Place, peer: Peer) -> Measured<()> {
    let package = format!("calls-{}", peer.package());
    let programs = place.built("programs");
    std::fs::create_dir_all(&programs).map_err(|error| format!("can't write {}: {error}", programs.display()))?;
    for (build, features) in [("counting", "bench-harness/allocations"), ("plain", "")] {
        place.build(PROGRAMS, ["--release", "-p", &package, "--features", features])?;
        let (from, to) = (place.built(PROGRAMS).join("release").join(&package), binary(place, peer, build));
        std::fs::copy(&from, &to)
            .map_err(|error| format!("can't copy {} to {}: {error}", from.display(), to.display()))?;
    }
    Ok(())
}

/// What a program printed: names, each with a number behind it.
struct Said(String);

impl Said {
    fn number(&self, name: &str) -> Measured<f64> {
        let mut words = self.0.split_whitespace().skip_while(|word| *word != name);
        let number = words.nth(1).and_then(|number| number.parse().ok());
        number.ok_or_else(|| format!("a program said no {name}: {}", self.0.trim()))
    }

    fn per_call(&self, name: &str, count: u32) -> Measured<f64> {
        Ok(self.number(name)? / f64::from(count))
    }
}

#[cfg(test)]
mod tests {
    use super::{Said, is_sha};

    #[test]
    fn a_program_says_numbers_behind_names() {
        let said = Said("cpu_us 2000 allocated 0 peak_kb 9\n".to_owned());
        assert_eq!((said.per_call("cpu_us", 10), said.number("peak_kb")), (Ok(200.0), Ok(9.0)));
        assert!(said.number("allocations").expect_err("it isn't there").contains("no allocations"));
    }

    #[test]
    fn the_hash_is_known_by_its_names() {
        assert!(is_sha("sha2::sha256::compress256"));
        assert!(!is_sha("flate2::compress") && !is_sha("sha2::digest"));
    }
}
