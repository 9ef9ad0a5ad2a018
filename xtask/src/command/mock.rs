//! `cargo xtask mock`: the mock service in a terminal.
//!
//! In: the command's arguments. Out: the program of `sdk-mock`, run through cargo with the same arguments.

use crate::cargo::Program;
use crate::model::{Model, Reading};
use crate::outcome::{Failure, Outcome};
use crate::workspace;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Serve a mock of a service on this machine, to try an SDK or test a program.
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
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Args {
    /// The service: NAME of a model/NAME.json or model/NAME.smithy, or of a folder model/NAME.
    #[arg(long, default_value = "wickr", value_name = "NAME")]
    service: String,
    /// A model that is elsewhere: a JSON AST, a `.smithy` file, a folder of such files, a `smithy-build.json` or its folder, or a
    /// jar. Several are one model. Its service
    /// has to speak restJson1, awsJson, rpcv2Json, rpcv2Cbor, restXml, awsQuery or ec2Query.
    #[arg(long, value_name = "PATH", conflicts_with = "service", num_args = 1..)]
    model: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    /// The protocol to speak, of a service that speaks several, e.g. `rpcv2Cbor`: the one that a generated client has, unless
    /// given.
    #[arg(long, value_name = "PROTOCOL")]
    protocol: Option<String>,
    /// The port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 8044, value_name = "N")]
    port: u16,
    /// The state to begin with, as JSON.
    #[arg(long, value_name = "FILE")]
    seed: Option<PathBuf>,
    /// Let each answer take at least so many milliseconds.
    #[arg(long, value_name = "MS")]
    latency: Option<u64>,
    /// Fail so many of all requests, 0 to 1: with status 503 or 429, or by ending the connection. Nothing is done twice.
    #[arg(long, value_name = "RATE")]
    faults: Option<f64>,
    /// Refuse requests, with status 429, once a second has had so many.
    #[arg(long, value_name = "N")]
    rate_limit: Option<u32>,
    /// Refuse an operation, with status 403, as a service does for a caller who may not call it. `*` stands for any part
    /// of a name; may be given more than once.
    #[arg(long, value_name = "OPERATION")]
    deny: Vec<String>,
    /// Build it optimized, to measure programs against it; without, what is built already is used again.
    #[arg(long)]
    release: bool,
}

/// Serves until it is ended.
pub(crate) fn run(args: &Args) -> Outcome {
    let arguments = args.arguments()?;
    let selection = ["--package", "sdk-mock", "--bin", "mock", "--release"];
    // What is built for debugging is there already when the tests ran; optimized, it answers in less time.
    let selection = if args.release { &selection[..] } else { &selection[..4] };
    Program::new("the mock service", selection).become_it(&arguments)
}

impl Args {
    fn arguments(&self) -> Outcome<Vec<OsString>> {
        let Self { protocol, port, seed, latency, faults, rate_limit, deny, .. } = self;
        let mut arguments: Vec<OsString> = Vec::new();
        let mut add = |name: &str, value: OsString| arguments.extend([name.into(), value]);
        add("--model", self.model()?.into());
        protocol.iter().for_each(|protocol| add("--protocol", protocol.into()));
        add("--port", port.to_string().into());
        seed.iter().for_each(|seed| add("--seed", seed.into()));
        latency.iter().for_each(|latency| add("--latency", latency.to_string().into()));
        faults.iter().for_each(|faults| add("--faults", faults.to_string().into()));
        rate_limit.iter().for_each(|limit| add("--rate-limit", limit.to_string().into()));
        deny.iter().for_each(|pattern| add("--deny", pattern.into()));
        Ok(arguments)
    }

    /// A file with the model as one JSON AST: the one that is named, or one that is made of what is.
    fn model(&self) -> Outcome<PathBuf> {
        let paths = if self.model.is_empty() { vec![self.of_service()?] } else { self.model.clone() };
        if let [path] = &paths[..]
            && self.reading == Reading::default()
            && is_json(path)
        {
            return Ok(path.clone());
        }
        let model = Model::read_as(&paths, &self.reading)?.into_json()?;
        let folder = workspace::root().join("target/mock");
        // One for each service that is served at a time.
        let path = folder.join(format!("model-{}.json", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(Failure::io("create", &folder))?;
        std::fs::write(&path, model.text()).map_err(Failure::io("write", &path))?;
        Ok(path)
    }

    /// The model of a service of the workspace's, which is there: a file, or a folder.
    fn of_service(&self) -> Outcome<PathBuf> {
        let folder = workspace::root().join("model");
        let named = ["{}.json", "{}.smithy", "{}"].map(|form| folder.join(form.replace("{}", &self.service)));
        if let Some(model) = named.into_iter().find(|path| path.exists()) {
            return Ok(model);
        }
        let known = std::fs::read_dir(&folder).map_err(Failure::io("read", &folder))?.flatten();
        let known = known.filter_map(|entry| {
            let (name, is_folder) = (entry.file_name(), entry.path().is_dir());
            let name = name.to_str()?;
            let file = name.strip_suffix(".json").or_else(|| name.strip_suffix(".smithy"));
            file.or(Some(name).filter(|_| is_folder)).map(str::to_owned)
        });
        let mut known: Vec<_> = known.collect();
        known.sort();
        Err(Failure::Refused(format!(
            "there is no model `{}`; --service takes {}, and --model the files of any other",
            self.service,
            known.join(" or ")
        )))
    }
}

/// Whether the mock can read a file as it is.
fn is_json(path: &Path) -> bool {
    let is_build = path.file_name().is_some_and(|name| name == "smithy-build.json");
    path.is_file() && path.extension().is_some_and(|ending| ending == "json") && !is_build
}
