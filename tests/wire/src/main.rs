//! `cargo xtask wire DIR [--verbose]`.

use sdk_wire::{Style, check_dir};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: sdk-wire DIR [--verbose]

Compares the SDK with the recorded calls in DIR: requests.json, client_side.json, responses.json, errors.json,
sigv4.json, endpoints.json, pagination.json, and other files of the same kinds.

  --verbose  also say which rules applied, and why cases were skipped";

fn main() -> ExitCode {
    let mut dir = None;
    let mut verbose = false;
    for argument in std::env::args_os().skip(1) {
        match argument.to_str() {
            Some("--verbose" | "-v") => verbose = true,
            Some("--help" | "-h") => {
                println!("{USAGE}");
                return ExitCode::SUCCESS;
            }
            Some(option) if option.starts_with('-') => return misused(&format!("unknown option {option}")),
            _ if dir.is_some() => return misused("more than one DIR"),
            _ => dir = Some(PathBuf::from(argument)),
        }
    }
    let Some(dir) = dir else {
        return misused("DIR is missing");
    };
    let report = check_dir(&dir);
    let mut out = std::io::stdout().lock();
    let colour = out.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    // A closed pipe is its reader's choice; the exit code still says how it went.
    let _ = out.write_all(report.render(Style { colour, verbose }).as_bytes());
    if report.failed() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn misused(problem: &str) -> ExitCode {
    eprintln!("{problem}\n{USAGE}");
    ExitCode::from(2)
}
