//! `cargo xtask compat`: a generated crate against the official one, by the program in `tests/compat`.

use super::codegen::standalone;
use crate::model::Reading;
use crate::outcome::{Failure, Outcome};
use crate::part::Part;
use crate::{package_name, report};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Measure how much of a program written for an official crate builds against a generated one.
///
/// Takes the official crate's public interface, calls each item of it, and counts what compiles once the crate's name is
/// changed: for aws-sdk-wickr against wickr-sdk, or for any other crate against what is generated from a model. Needs
/// Python 3, and fetches the official crate; the first run takes some minutes.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The official crate, as `aws-sdk-s3`, or `aws-sdk-s3@1.157.0`; the newest version unless it says which.
    #[arg(long = "crate", value_name = "CRATE", requires = "model")]
    official: Option<String>,
    /// The service's model.
    #[arg(long, value_name = "FILE", requires = "official")]
    model: Option<PathBuf>,
}

/// Runs the measurement. What does not build is its result, not a failure of the command.
pub(crate) fn run(args: Args) -> Outcome {
    match args {
        Args { official: Some(official), model: Some(model) } => {
            let name = official.split('@').next().unwrap_or_default();
            package_name::check(name, "--crate")?;
            let sdk = Path::new("target/compat").join(name).join("sdk");
            anew(&sdk)?;
            standalone::generate(&[model], &Reading::default(), &sdk, Some(name.to_owned()), Part::default())?;
            measure(&sdk, name, &official)
        }
        _ => measure(Path::new("wickr-sdk"), "wickr-sdk", "aws-sdk-wickr"),
    }
}

/// Counts what of `official` builds against the crate `name` in `folder`.
fn measure(folder: &Path, name: &str, official: &str) -> Outcome {
    report::building(&format!("what calls {official}, to see how much builds against {}", folder.display()));
    let mut command = Command::new("python3");
    command.arg("tests/compat/measure.py").arg(folder).args([name, "--official", official]);
    let status = command.status().map_err(Failure::io("run", "python3"))?;
    if matches!(status.code(), Some(0 | 1)) { Ok(()) } else { Err(Failure::Command) }
}

/// Removes what an earlier measurement generated, whose manifest would be kept.
fn anew(folder: &Path) -> Outcome {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::io("remove", folder)(error)),
        _ => Ok(()),
    }
}
