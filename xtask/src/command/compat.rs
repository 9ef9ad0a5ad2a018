//! `cargo xtask compat`: a generated crate against the official one, by the program in `tests/compat`.

use super::codegen::standalone;
use crate::model::Reading;
use crate::outcome::{Failure, Outcome};
use crate::part::Part;
use crate::{package_name, report};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Measure how much of a program for an official crate builds with a generated one.
///
/// Takes the official crate's public interface, calls each item of it, and counts what compiles once the crate's name is
/// changed: for aws-sdk-wickr against wickr-sdk, or for any other crate against what is generated from a model. Or takes
/// programs that were written for official crates, with `--programs`, and counts those that compile. Needs Python 3, and
/// fetches the official crate; the first run takes some minutes.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The official crate, as `aws-sdk-s3`, or `aws-sdk-s3@1.157.0`; the newest version unless it says which. With
    /// `--programs`, several, each with its model.
    #[arg(long = "crate", value_name = "CRATE", requires = "model")]
    official: Vec<String>,
    /// The service's model.
    #[arg(long, value_name = "FILE", requires = "official")]
    model: Vec<PathBuf>,
    /// A folder with a package in each of its folders, written for the official crates. It stays as it is.
    #[arg(long, value_name = "FOLDER", requires = "official")]
    programs: Option<PathBuf>,
}

/// Runs the measurement. What does not build is its result, not a failure of the command.
pub(crate) fn run(args: Args) -> Outcome {
    let Args { official, model, programs } = args;
    if official.len() != model.len() {
        let (crates, models) = (report::count(official.len(), "crate"), report::count(model.len(), "model"));
        return Err(Failure::Refused(format!("{crates} and {models}: each crate has a model")));
    }
    let pairs: Vec<(String, PathBuf)> = official.into_iter().zip(model).collect();
    match (programs, pairs.as_slice()) {
        (Some(programs), pairs) => measure_programs(&programs, pairs),
        (None, []) => measure(Path::new("wickr-sdk"), "wickr-sdk", "aws-sdk-wickr"),
        (None, [(official, model)]) => {
            let name = name_of(official)?;
            let sdk = Path::new("target/compat").join(name).join("sdk");
            generate(&sdk, name, model)?;
            measure(&sdk, name, official)
        }
        (None, _) => {
            Err(Failure::Refused("several crates are measured with `--programs`; name one without it".to_owned()))
        }
    }
}

/// Counts which of the programs build against crates that are generated from the models.
fn measure_programs(programs: &Path, pairs: &[(String, PathBuf)]) -> Outcome {
    let sdks = Path::new("target/compat/programs-sdks");
    anew(sdks)?;
    for (official, model) in pairs {
        let name = name_of(official)?;
        generate(&sdks.join(name), name, model)?;
    }
    report::building(&format!("the programs of {}, against official crates and generated ones", programs.display()));
    let mut command = Command::new("python3");
    python(command.arg("tests/compat/programs.py").arg(programs).arg(sdks))
}

/// The crate's name, without its version.
fn name_of(official: &str) -> Outcome<&str> {
    let name = official.split('@').next().unwrap_or_default();
    package_name::check(name, "--crate")?;
    Ok(name)
}

fn generate(sdk: &Path, name: &str, model: &Path) -> Outcome {
    anew(sdk)?;
    standalone::generate(&[model.to_owned()], &Reading::default(), sdk, Some(name.to_owned()), Part::default())
}

/// Counts what of `official` builds against the crate `name` in `folder`.
fn measure(folder: &Path, name: &str, official: &str) -> Outcome {
    report::building(&format!("what calls {official}, to see how much builds against {}", folder.display()));
    let mut command = Command::new("python3");
    python(command.arg("tests/compat/measure.py").arg(folder).args([name, "--official", official]))
}

fn python(command: &mut Command) -> Outcome {
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
