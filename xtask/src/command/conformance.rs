//! `cargo xtask conformance MODEL…`: the protocol compliance tests in a model, against the code generated from it.

use crate::cargo::Program;
use crate::files::{Batch, Folder, Over};
use crate::model::{Model, Reading};
use crate::outcome::{Failure, Outcome};
use crate::{manifest, report, workspace};
use codegen::Options;
use codegen::conformance::Suite;
use std::fs;
use std::path::{Path, PathBuf};

/// What runs the cases: the file's name in `src`, and its text.
const RUNNER: &[(&str, &str)] = &[
    ("main.rs", include_str!("../../../tests/conformance/runner.rs")),
    ("cbor.rs", include_str!("../../../tests/conformance/cbor.rs")),
    ("compare.rs", include_str!("../../../tests/conformance/compare.rs")),
    ("events.rs", include_str!("../../../tests/conformance/events.rs")),
    ("script.rs", include_str!("../../../tests/conformance/script.rs")),
    ("xml.rs", include_str!("../../../tests/conformance/xml.rs")),
];

/// Run the compliance tests of Smithy models against the code generated from them.
///
/// The tests are the traits smithy.test#httpRequestTests, smithy.test#httpResponseTests and smithy.test#eventStreamTests of
/// a model's operations and errors. For each model it generates a crate under target/conformance and runs its cases: prints
/// every case that fails with the difference, every case that is skipped with the reason, and ends with `N passed, N failed,
/// N skipped`. The exit status is 1 if a case fails.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The models.
    #[arg(required = true, value_name = "MODEL")]
    models: Vec<PathBuf>,
    /// The protocol to speak, of services that speak several: its name, e.g. `rpcv2Cbor`, or its trait's ID.
    #[arg(long, value_name = "PROTOCOL")]
    protocol: Option<String>,
    /// The service, of models that have several: its shape's ID, or the name alone.
    #[arg(long, value_name = "SERVICE")]
    service: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

/// Runs every model's cases. All models are run, whichever fails.
pub(crate) fn run(args: &Args) -> Outcome {
    let mut outcome = Ok(());
    for model in &args.models {
        if args.models.len() > 1 {
            println!("{}", model.display());
        }
        if let Err(failure) = run_one(model, args) {
            report::failure(&failure);
            outcome = Err(Failure::Command);
        }
    }
    outcome
}

fn run_one(path: &Path, args: &Args) -> Outcome {
    let model = Model::read_as(&[path.to_owned()], &args.reading)?;
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let folder: String =
        stem.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let package = format!("{folder}-sdk");
    let (protocol, service) = (args.protocol.clone(), args.service.clone());
    let suite = model.suite(Options { protocol, service, ..Options::of(package.clone()) })?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from);
    let target = std::path::absolute(&target).map_err(Failure::io("find", target))?;
    let dir = target.join("conformance").join(&folder);
    lay_out(&dir, &package, suite)?;
    let what = format!("a crate from {}, and what runs its cases", path.display());
    let runner = Program::new(&what, &["--package", "conformance-runner"]);
    runner.of(dir, target).run(&[""; 0])
}

/// A row for each operation's output: its module, its type, and the field that is a stream of events.
fn outputs(outputs: &[(String, String, Option<String>)]) -> String {
    let row = |(module, output, field): &(String, String, Option<String>)| {
        format!("    {module} {output} {};\n", field.as_deref().unwrap_or_default())
    };
    format!("outputs! {{\n{}}}\n", outputs.iter().map(row).collect::<String>())
}

/// Writes a workspace of the generated crate and its runner.
fn lay_out(dir: &Path, package: &str, suite: Suite) -> Outcome {
    let sdk = dir.join("sdk");
    // A shape that the model no longer has must not leave its file behind.
    if sdk.symlink_metadata().is_ok() {
        fs::remove_dir_all(&sdk).map_err(Failure::io("remove", &sdk))?;
    }
    // The versions that this workspace is tested with.
    let lock = workspace::root().join("Cargo.lock");
    let lock = fs::read_to_string(&lock).map_err(Failure::io("read", &lock))?;
    let mut batch = Batch::new();
    batch.folder(&Folder::at(dir)?);
    let mut put = |path: &str, text: &str| batch.put(path, text, Over::Scratch);
    for (path, text) in &suite.generated.files {
        put(&format!("sdk/{path}"), text)?;
    }
    put("sdk/Cargo.toml", &manifest::scratch_member(package, &suite.generated)?)?;
    put("Cargo.toml", manifest::SCRATCH)?;
    put("Cargo.lock", &lock)?;
    put("runner/Cargo.toml", &manifest::runner(package)?)?;
    for (name, text) in RUNNER {
        put(&format!("runner/src/{name}"), text)?;
    }
    put("runner/src/outputs.rs", &outputs(&suite.outputs))?;
    put("runner/src/errors.rs", &format!("errors! {{ {} }}\n", suite.errors.join(" ")))?;
    put("runner/src/cases.json", &suite.cases.to_string())?;
    batch.write()
}
