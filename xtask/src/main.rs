//! `cargo xtask`: the maintainer's commands.
//!
//! The only place that reads models from disk and writes generated files. It depends on no generated crate, so that a
//! broken one can't stop its own regeneration; commands that need a generated crate run it through cargo.

mod cargo;
mod command;
mod files;
mod generated;
mod manifest;
mod outcome;
mod package_name;
mod report;
mod workspace;

use clap::{Parser, Subcommand};
use codegen::Options;
use command::codegen::{regenerate, standalone};
use command::{conformance, mock, new};
use outcome::Failure;
use std::path::PathBuf;
use std::process::ExitCode;

/// Regenerates and checks the SDK crates of this workspace.
///
/// Start with `cargo xtask demo`: it regenerates the crates and tells an administrator's story with one of them, on
/// this machine alone. After a change to a model or to the generator, run `cargo xtask codegen` and review the diff.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Regenerate every SDK crate of the workspace from its model.
    ///
    /// A crate takes part by naming its model in its Cargo.toml:
    ///
    ///   [package.metadata.codegen]
    ///   model = "../model/wickr.json"
    ///
    /// Everything under its `src` is then generated. A model that is wrong gives a message with its place and what to do,
    /// and no file is touched.
    ///
    /// With --model and --out it writes one crate outside the workspace instead, complete with its Cargo.toml; one that is
    /// there already is kept as it is.
    #[command(verbatim_doc_comment)]
    Codegen {
        /// Write nothing; fail if a generated file is missing, stale or surplus, and show the first difference.
        #[arg(long, conflicts_with = "model")]
        check: bool,
        /// A model to make a crate of its own from.
        #[arg(long, requires = "out", value_name = "FILE")]
        model: Option<PathBuf>,
        /// The new crate's folder.
        #[arg(long, requires = "model", value_name = "DIR")]
        out: Option<PathBuf>,
        /// The new crate's name; its folder's unless given.
        #[arg(long, requires = "model", value_name = "CRATE")]
        name: Option<String>,
        #[command(flatten)]
        part: Part,
    },
    /// Add a service to the workspace: a crate that is generated from a copy of the model.
    ///
    /// Copies FILE to model/NAME.json, makes the crate NAME-sdk, adds it to the workspace's members and generates it. What
    /// part of the service it has stands in its Cargo.toml, where `cargo xtask codegen` finds it again. A model that is wrong
    /// gives a message with its place and what to do, and no file is touched.
    New {
        /// The service's name, e.g. `sqs` for the crate `sqs-sdk`.
        name: String,
        /// The service's model.
        #[arg(long, value_name = "FILE")]
        model: PathBuf,
        #[command(flatten)]
        part: Part,
    },
    /// Regenerate, then run the tour: create a network, list, change a security group, and meet two errors.
    ///
    /// The tour talks to a server within its own process; no AWS account is needed. With --live it talks to AWS, with the
    /// credentials and the region of the environment, and removes again what it made.
    Demo {
        /// Talk to AWS instead of the server in the process.
        #[arg(long)]
        live: bool,
    },
    /// Serve a mock of a service on this machine, to try an SDK or test a program without an AWS account.
    ///
    /// It runs on the service's Smithy model, checks signatures and every constraint, and answers with the service's own
    /// errors. AWS Wickr has state: create a network, and it is listed. Prints a line per request:
    ///
    ///   200      0.21 ms  POST     CreateNetwork    /networks
    ///   422      0.08 ms  GET      GetNetwork       /networks/1  networkId: Use 8 characters; …
    ///
    /// Point any SDK or the AWS CLI at it with the variables that it prints. In a second terminal:
    ///
    ///   aws wickr create-network --network-name Harbor --access-level STANDARD
    ///   aws wickr list-networks
    ///
    /// http://127.0.0.1:8044/_mock shows requests, state and routes in a browser; what /_mock.json has under `state` is
    /// what --seed takes:
    ///
    ///   curl -s http://127.0.0.1:8044/_mock.json > state.json
    ///   cargo xtask mock --seed state.json
    #[command(verbatim_doc_comment)]
    Mock(mock::Scene),
    /// Compare the SDK crates with recorded calls of an independent client.
    ///
    /// DIR holds any of requests.json, client_side.json, responses.json, errors.json, sigv4.json, endpoints.json and
    /// pagination.json; files that are absent are skipped. Prints every case that fails with the difference, and ends with
    /// `N passed, N failed, N skipped`. The exit status is 1 if a case fails.
    Wire {
        /// The folder of recorded calls.
        dir: PathBuf,
        /// Also name the cases that are skipped, and the rules by which others pass.
        #[arg(long, short)]
        verbose: bool,
    },
    /// Run the protocol compliance tests in Smithy models against the code generated from them.
    ///
    /// The tests are the traits smithy.test#httpRequestTests and smithy.test#httpResponseTests of a model's operations and
    /// errors. For each model it generates a crate under target/conformance and runs its cases: prints every case that fails
    /// with the difference, every case that is skipped with the reason, and ends with `N passed, N failed, N skipped`. The
    /// exit status is 1 if a case fails.
    Conformance {
        /// The models.
        #[arg(required = true, value_name = "MODEL")]
        models: Vec<PathBuf>,
    },
    /// Measure how much of a program written for aws-sdk-wickr builds against wickr-sdk.
    ///
    /// Takes the official crate's public interface, calls each item of it, and counts what compiles once the crate's name is
    /// changed. Needs Python 3, and fetches the official crate; the first run takes some minutes.
    Compat,
}

/// What part of a model is generated.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
struct Part {
    /// The service, of a model that has several: its shape's ID, or the name alone.
    #[arg(long, value_name = "SERVICE")]
    service: Option<String>,
    /// Only these operations, and only the shapes that they need: names, with `*` for any part of one.
    #[arg(long, value_name = "GLOB", value_delimiter = ',')]
    operations: Vec<String>,
    /// Leave out operations that have event streams, or reach a shape or trait that is not supported, rather than refuse the
    /// model.
    #[arg(long)]
    skip_unsupported: bool,
}

const NEEDS_MODEL: &str = "--service, --operations and --skip-unsupported go with --model and --out; for a crate of the \
                           workspace, set `service`, `operations` and `skip-unsupported` in [package.metadata.codegen] of \
                           its Cargo.toml";

impl Part {
    /// The options by which the crate called `package` has this part.
    fn of(self, package: String) -> Options {
        let Part { service, operations, skip_unsupported } = self;
        Options { package, service, operations, skip_unsupported, ..Options::default() }
    }
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Codegen { model: Some(model), out: Some(out), name, part, .. } => {
            standalone::generate(standalone::NewCrate { model, out, name, part })
        }
        // What part a crate of the workspace has is for its own manifest to say.
        Command::Codegen { part, .. } if part != Part::default() => Err(Failure::Refused(NEEDS_MODEL.to_owned())),
        Command::Codegen { check: true, .. } => regenerate::check(),
        Command::Codegen { .. } => regenerate::generate(),
        Command::New { name, model, part } => new::add(&name, &model, part),
        Command::Demo { live } => regenerate::generate().and_then(|()| cargo::demo(live)),
        Command::Mock(scene) => mock::serve(&scene),
        Command::Wire { dir, verbose } => cargo::wire(&dir, verbose),
        Command::Conformance { models } => conformance::run(&models),
        Command::Compat => cargo::compat(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report::failure(&failure);
            ExitCode::FAILURE
        }
    }
}

/// What the commands return.
type Outcome<T = ()> = Result<T, Failure>;
