//! Stands before the compiler, and writes down what each crate took: for cargo's `RUSTC_WRAPPER`.
//!
//! To the file that `BENCH_RUSTC_LOG` names it adds a line for each run of the compiler: the crate's name, and microseconds of
//! processor time.

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::fs::OpenOptions;
use std::io::Write;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(compiler) = arguments.next() else {
        eprintln!("usage: bench-rustc COMPILER ARGUMENT…");
        return ExitCode::FAILURE;
    };
    let arguments: Vec<_> = arguments.collect();
    let status = match Command::new(&compiler).args(&arguments).status() {
        Ok(status) => status,
        Err(error) => {
            eprintln!("can't run {}: {error}", compiler.display());
            return ExitCode::FAILURE;
        }
    };
    let name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    if let (Some(name), Some(log)) = (name, std::env::var_os("BENCH_RUSTC_LOG"))
        && let Err(problem) = note(&log, &name.to_string_lossy())
    {
        eprintln!("{problem}");
        return ExitCode::FAILURE;
    }
    // A signal has no code.
    ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

fn note(log: &std::ffi::OsStr, name: &str) -> Result<(), String> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).map_err(|error| format!("no processor time: {error}"))?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    let file = OpenOptions::new().append(true).create(true).open(log);
    // One write: several compilers run at once.
    file.and_then(|mut file| file.write_all(format!("{name} {micros}\n").as_bytes()))
        .map_err(|error| format!("can't write {}: {error}", log.display()))
}
