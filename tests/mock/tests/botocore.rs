//! A client that no one here wrote: botocore, through every operation of AWS Wickr.
//!
//! It is installed into a virtual environment under `target` once. Where there is no Python, or no way to install it,
//! the test says so and ends: what it checks is checked wherever there is one.

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The version that the figures of the README were measured with knows Wickr; so does every later one.
const BOTOCORE: &str = "botocore>=1.42";

fn run(command: &mut Command) -> Result<Output, String> {
    match command.output() {
        Ok(output) if output.status.success() => Ok(output),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// The Python of a virtual environment that has botocore and its model of Wickr, or why there is none.
fn python() -> Result<PathBuf, String> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("botocore");
    let python = place.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let has_it = |python: &Path| {
        let check = "import botocore.session; botocore.session.get_session().get_service_model('wickr')";
        run(Command::new(python).args(["-c", check])).is_ok()
    };
    if !has_it(&python) {
        run(Command::new("python3").args(["-m", "venv"]).arg(&place))?;
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet", BOTOCORE]))?;
    }
    if has_it(&python) { Ok(python) } else { Err(format!("{BOTOCORE} has no model of Wickr")) }
}

#[tokio::test(flavor = "multi_thread")]
async fn botocore_goes_through_every_operation() {
    let python = match python() {
        Ok(python) => python,
        Err(why) => {
            println!("skipped: there is no Python with botocore here: {why}");
            return;
        }
    };
    let service = support::start().await;
    let drive = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/botocore/drive.py");
    let mut command = Command::new(python);
    command.arg(drive).args([service.url(), service.access_key_id(), service.secret_access_key()]);
    let output = tokio::task::spawn_blocking(move || command.output()).await.expect("no panic").expect("Python runs");
    let (said, trouble) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}{trouble}");
    let mistakes: Vec<_> = service.requests().into_iter().filter(|request| request.status >= 500).collect();
    assert!(mistakes.is_empty(), "{mistakes:?}");
    assert!(said.contains(&format!("{} operations", service.operation_count())), "{said}");
}
