//! [moto](https://docs.getmoto.org), a server of AWS's services that no one here wrote: installed once, into a virtual
//! environment under `target`, and started once for all tests.

use sdk_tests::cargo::target;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Output, Stdio};

/// A server that runs until this is dropped, or the test ends in whatever way: then its standard input does.
pub(crate) struct Moto {
    /// Where it answers.
    pub(crate) url: String,
    process: Child,
    _open: ChildStdin,
}

impl Moto {
    /// Starts a server, or says why there is none here.
    pub(crate) fn start() -> Result<Self, String> {
        let mut command = Command::new(python()?);
        command.arg("-B").arg(here("serve.py")).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // Settings and proxies of this machine are none of its business.
        command.env_remove("AWS_PROFILE").env("AWS_CONFIG_FILE", "none").env("AWS_SHARED_CREDENTIALS_FILE", "none");
        let mut process = command.spawn().map_err(|error| error.to_string())?;
        let open = process.stdin.take().ok_or("the server has no standard input")?;
        let said = process.stdout.take().ok_or("the server has no standard output")?;
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line).map_err(|error| error.to_string())?;
        let port: u16 = line.trim().parse().map_err(|_| format!("the server said {line:?}, and no port"))?;
        Ok(Moto { url: format!("http://127.0.0.1:{port}"), process, _open: open })
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn here(file: &str) -> PathBuf {
    sdk_tests::workspace().join("tests/scenes").join(file)
}

/// The Python of a virtual environment that has moto, or why there is none.
fn python() -> Result<PathBuf, String> {
    let place = target().join("tmp/moto");
    let python = place.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let wanted = std::fs::read_to_string(here("moto.txt")).map_err(|error| error.to_string())?;
    let installed = place.join("installed.txt");
    // Written when all has been installed, and so at other times than now.
    if std::fs::read_to_string(&installed).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&place))?;
    // Wheels only: nothing of a package runs before it is asked to.
    let install = ["-m", "pip", "install", "--quiet", "--only-binary=:all:", "--retries=1", "--requirement"];
    run(Command::new(&python).args(install).arg(here("moto.txt")))?;
    run(Command::new(&python).args(["-B", "-c", "import moto.server"]))?;
    std::fs::write(&installed, wanted).map_err(|error| error.to_string())?;
    Ok(python)
}

fn run(command: &mut Command) -> Result<Output, String> {
    match command.output() {
        Ok(output) if output.status.success() => Ok(output),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        Err(error) => Err(format!("{}: {error}", command.get_program().display())),
    }
}
