//! What it costs to generate a crate: `bench-generate MODEL.json RUNS` prints `cpu_us` of each run.

use codegen::Options;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, runs] = arguments.as_slice() else {
        eprintln!("usage: bench-generate MODEL.json RUNS");
        return ExitCode::FAILURE;
    };
    match std::fs::read_to_string(path).map_err(|error| format!("can't read {path}: {error}")).and_then(|model| {
        let runs = runs.parse().map_err(|error| format!("{runs} is no number of runs: {error}"))?;
        (0..=runs).map(|_| generate(&model)).collect::<Result<Vec<i64>, String>>()
    }) {
        Ok(times) => {
            // The first fills caches, and gets memory from the system.
            times.iter().skip(1).for_each(|time| println!("cpu_us {time}"));
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Microseconds of processor time for one generation.
fn generate(model: &str) -> Result<i64, String> {
    let options = Options { skip_unsupported: true, lenient_examples: true, ..Options::of("measured-sdk") };
    let before = cpu_us()?;
    let generated = codegen::generate_with(model, &options)
        .map_err(|problems| problems.iter().next().map(ToString::to_string).unwrap_or_default())?;
    let time = cpu_us()? - before;
    drop(generated);
    Ok(time)
}

fn cpu_us() -> Result<i64, String> {
    let usage = getrusage(UsageWho::RUSAGE_SELF).map_err(|error| format!("no processor time: {error}"))?;
    Ok(usage.user_time().num_microseconds() + usage.system_time().num_microseconds())
}
