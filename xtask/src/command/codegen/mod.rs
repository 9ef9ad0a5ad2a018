//! `cargo xtask codegen`: writes the workspace's generated crates, checks them, or makes a crate of its own from a model.

mod regenerate;
pub(super) mod standalone;

pub(crate) use regenerate::regenerate;

use crate::model::Reading;
use crate::outcome::{Failure, Outcome};
use crate::part::Part;
use std::path::PathBuf;

/// Regenerate every SDK crate of the workspace from its model.
///
/// A crate takes part by naming its model in its Cargo.toml:
///
///   [package.metadata.codegen]
///   model = "../model/wickr.json"
///
/// Of a service that speaks several protocols, `protocol = "rpcv2Cbor"` in the same table chooses one; see --protocol.
///
/// Everything under its `src` is then generated. A model that is wrong gives a message with its place and what to do,
/// and no file is touched. What a model leaves without documentation is named; with `documented = true` in the same
/// table, --check fails on it.
///
/// With --model and --out it writes one crate outside the workspace instead, complete with its Cargo.toml; one that is
/// there already is kept as it is.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Args {
    /// Write nothing; fail if a generated file is missing, stale or surplus, and show the first difference. Fail, too, if a
    /// crate says `documented = true` and its model leaves something without words.
    #[arg(long, conflicts_with = "model")]
    check: bool,
    /// A model to make a crate of its own from: a JSON AST, a `.smithy` file, a folder of such files, or a `smithy-build.json`.
    /// Several are one model.
    #[arg(long, requires = "out", value_name = "FILE")]
    model: Vec<PathBuf>,
    /// The new crate's folder.
    #[arg(long, requires = "model", value_name = "DIR")]
    out: Option<PathBuf>,
    /// The new crate's name; its folder's unless given.
    #[arg(long, requires = "model", value_name = "CRATE")]
    name: Option<String>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    part: Part,
}

const NEEDS_MODEL: &str = "--projection, --dependency, --service, --protocol, --operations and --skip-unsupported go with \
                           --model and --out; for a crate of the workspace, set `projection`, `dependencies`, `service`, \
                           `protocol`, `operations` and `skip-unsupported` in [package.metadata.codegen] of its Cargo.toml";

/// Does what the arguments say.
pub(crate) fn run(args: Args) -> Outcome {
    match args {
        Args { model, reading, out: Some(out), name, part, .. } if !model.is_empty() => {
            standalone::generate(&model, &reading, &out, name, part)
        }
        // What part a crate of the workspace has is for its own manifest to say.
        Args { part, reading, .. } if part != Part::default() || reading != Reading::default() => {
            Err(Failure::Refused(NEEDS_MODEL.to_owned()))
        }
        Args { check: true, .. } => regenerate::check(),
        Args { .. } => regenerate(),
    }
}
