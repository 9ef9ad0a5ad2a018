//! Clients that no one here wrote go through every operation of AWS Wickr, along the plan in `clients/plan.json`; and one of
//! them through some of services that speak in forms and XML, along that in `clients/services.json`.
//!
//! Each is installed once, into a virtual environment of its own under `target`. Where there is no Python, or no way to
//! install it, its test says so and ends: what it checks is checked wherever there is one.

use sdk_mock::MockService;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PLAN: &str = include_str!("clients/plan.json");

/// A client in Python.
struct Client {
    /// As `clients/drive.py` calls it.
    name: &'static str,
    /// What fails as long as it isn't installed.
    check: &'static str,
}

/// What AWS's CLI and boto3 are built on.
const BOTOCORE: Client = Client {
    name: "botocore",
    check: "import botocore.session; botocore.session.get_session().get_service_model('wickr')",
};

/// A young client by other people, which shares nothing with botocore: parsers, signer and HTTP stack are its own.
const CAPO: Client = Client {
    name: "capo",
    check: "import importlib.metadata as m; assert m.version('capo-wickr') == '0.11.0'; import capo_wickr",
};

fn run(command: &mut Command) -> Result<Output, String> {
    match command.output() {
        Ok(output) if output.status.success() => Ok(output),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// The operations that the plan calls, once for each page.
fn planned() -> Vec<String> {
    let plan: Value = serde_json::from_str(PLAN).expect("JSON");
    let steps = plan.as_array().into_iter().flatten().filter_map(|scene| scene["steps"].as_array()).flatten();
    let pages = |step: &Value| {
        let call = step["call"].as_str().expect("an operation").to_owned();
        std::iter::repeat_n(call, step["all"].as_array().map_or(1, Vec::len))
    };
    steps.flat_map(pages).collect()
}

impl Client {
    /// The Python of a virtual environment that has the client, or why there is none.
    fn python(&self) -> Result<PathBuf, String> {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(self.name);
        let python = place.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        let check = || run(Command::new(&python).args(["-c", self.check]));
        if check().is_err() {
            run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&place))?;
            // Wheels only: nothing of a package runs before it is asked to. Where a list has hashes, pip holds to them.
            let install = ["-m", "pip", "install", "--quiet", "--only-binary=:all:", "--requirement"];
            let list = format!("{}/tests/clients/{}.txt", env!("CARGO_MANIFEST_DIR"), self.name);
            run(Command::new(&python).args(install).arg(list))?;
            check()?;
        }
        Ok(python)
    }

    /// Goes through the plan.
    async fn go(&self) {
        let python = match self.python() {
            Ok(python) => python,
            Err(why) => {
                println!("skipped: there is no Python with {} here: {why}", self.name);
                return;
            }
        };
        let builder = MockService::builder().seed(include_str!("clients/seed.json"));
        let service = builder.start().await.expect("a free port, and a state");
        let said = script(&python, "drive.py", self.name, &service).await;
        let requests = service.requests();
        let asked: Vec<_> = requests.iter().filter_map(|request| request.operation.as_deref()).collect();
        assert_eq!(asked, planned(), "each step is asked for once, and each page of a list");
        assert!(said.contains(&format!("{} operations with {}", service.operation_count(), self.name)), "{said}");
    }
}

/// Runs a script of `clients/` with a service, and returns what it printed.
async fn script(python: &Path, name: &str, about: &str, service: &MockService) -> String {
    let mut command = Command::new(python);
    command.arg("-B").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients").join(name));
    command.args([about, service.url(), service.access_key_id(), service.secret_access_key()]);
    // Profiles and proxies of this machine are none of its business.
    command.env_remove("AWS_PROFILE").env("AWS_CONFIG_FILE", "none").env("AWS_SHARED_CREDENTIALS_FILE", "none");
    command.env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1");
    let output = tokio::task::spawn_blocking(move || command.output()).await.expect("no panic");
    let output = output.expect("Python runs");
    let (said, trouble) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{about}: {said}{trouble}");
    said.into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn botocore_is_understood_in_forms_and_xml() {
    let python = match BOTOCORE.python() {
        Ok(python) => python,
        Err(why) => return println!("skipped: there is no Python with botocore here: {why}"),
    };
    for name in ["sts", "iam", "sns", "route53"] {
        let model = sdk_tests::read(&format!("tests/fixtures/services/{name}.json"));
        let service = MockService::builder().model(model).start().await.expect("a model that can be served");
        let said = script(&python, "services.py", name, &service).await;
        assert!(said.contains(&format!(" steps with {name}")), "{said}");
        assert!(name != "route53" || said.contains("'Name': 'quay.example'"), "{said}");
    }
}

/// The Smithy models that the client's own data are, in a folder.
fn models(python: &Path, names: &[&str]) -> PathBuf {
    let data = "import botocore, pathlib; print(pathlib.Path(botocore.__file__).parent / 'data', end='')";
    let data = run(Command::new(python).args(["-c", data])).expect("botocore is there");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("botocore-models");
    let script = sdk_tests::workspace().join("tests/fixtures/services/from_botocore.py");
    let mut command = Command::new(python);
    command.arg("-B").arg(script).arg(String::from_utf8_lossy(&data.stdout).into_owned()).arg(&folder).args(names);
    run(&mut command).expect("the data are models");
    folder
}

#[tokio::test(flavor = "multi_thread")]
async fn botocore_hears_events_and_speaks_cbor() {
    let python = match BOTOCORE.python() {
        Ok(python) => python,
        Err(why) => return println!("skipped: there is no Python with botocore here: {why}"),
    };
    let services = [("kinesis", "awsJson1_1"), ("logs", "awsJson1_1"), ("cloudwatch", "rpcv2Cbor")];
    let folder = models(&python, &services.map(|(name, _)| name));
    for (name, protocol) in services {
        let model = std::fs::read_to_string(folder.join(format!("{name}.json"))).expect("it was written");
        let service = MockService::builder().model(model).protocol(protocol).start().await.expect("it can be served");
        let said = script(&python, "streams.py", name, &service).await;
        assert!(said.contains(&format!(" with {name}")), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn botocore_goes_through_every_operation() {
    BOTOCORE.go().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn capo_goes_through_every_operation() {
    CAPO.go().await;
}
