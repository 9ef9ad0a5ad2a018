//! A browser without a window, driven through chromedriver's HTTP interface
//! ([WebDriver](https://www.w3.org/TR/webdriver2/)).
//!
//! In: commands. Out: what the page then is. Every wait has an end, and what was started is ended by its number.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long one command may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a page may take until it is as expected.
const CHANGE: Duration = Duration::from_secs(60);

/// A browser with one page.
pub(crate) struct Browser {
    driver: Child,
    port: u16,
    session: String,
    /// The browser's process, where the driver tells it.
    process: Option<u64>,
    /// Where it keeps what browsers keep.
    profile: PathBuf,
}

impl Browser {
    /// Starts one, or says why there is none here.
    pub(crate) fn start() -> Result<Self, String> {
        let mut driver = Command::new("chromedriver");
        driver.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut driver = driver.spawn().map_err(|error| format!("chromedriver does not start: {error}"))?;
        let said = driver.stdout.take().ok_or("chromedriver says nothing")?;
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{}", std::process::id()));
        // From here on, dropping it ends the driver.
        let mut browser = Self { driver, port: 0, session: String::new(), process: None, profile };
        browser.port = port(said)?;
        let made = browser.command("POST", "/session", &browser.wishes())?;
        browser.session = made["sessionId"].as_str().ok_or("the browser has no session")?.to_owned();
        browser.process = made["capabilities"]["goog:processID"].as_u64();
        Ok(browser)
    }

    fn wishes(&self) -> Value {
        let profile = format!("--user-data-dir={}", self.profile.display());
        // Containers and root have no sandbox; it shows pages of this machine only.
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1400,900",
            &profile,
        ];
        json!({"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": {"args": arguments}, "goog:loggingPrefs": {"browser": "ALL"},
            "unhandledPromptBehavior": "ignore"}}})
    }

    /// A command to the driver; what came of it, or why nothing did.
    fn command(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let answer = exchange(self.port, method, path, body).map_err(|error| format!("{method} {path}: {error}"))?;
        let value = serde_json::from_slice::<Value>(&answer).map_err(|error| format!("{method} {path}: {error}"))?;
        match &value["value"]["error"] {
            Value::String(error) => Err(format!("{error}: {}", value["value"]["message"].as_str().unwrap_or_default())),
            _ => Ok(value["value"].clone()),
        }
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let path = format!("/session/{}{path}", self.session);
        self.command(method, &path, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// Opens a page.
    pub(crate) fn open(&self, url: &str) {
        self.ask("POST", "/url", &json!({ "url": url }));
    }

    /// What a function's body returns in the page.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.ask("POST", "/execute/sync", &json!({"script": script, "args": []}))
    }

    /// Waits until an expression is true in the page.
    pub(crate) fn wait(&self, expression: &str) {
        let began = Instant::now();
        while self.run(&format!("return Boolean({expression})")) != true {
            let text = || self.run("return document.body.innerText");
            assert!(began.elapsed() < CHANGE, "not so after {CHANGE:?}: {expression}\nthe page: {}", text());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Presses on what a selector finds.
    pub(crate) fn click(&self, selector: &str) {
        self.of_element(selector, "click", &json!({}));
    }

    /// Types into what a selector finds, in place of what is there.
    pub(crate) fn write(&self, selector: &str, text: &str) {
        // Control and A, then what takes the place of all.
        self.of_element(selector, "value", &json!({"text": format!("\u{e009}a\u{e000}\u{e003}{text}")}));
    }

    fn of_element(&self, selector: &str, verb: &str, body: &Value) {
        let found = self.ask("POST", "/element", &json!({"using": "css selector", "value": selector}));
        let id = found.as_object().and_then(|found| found.values().next()?.as_str()).expect("an element");
        self.ask("POST", &format!("/element/{id}/{verb}"), body);
    }

    /// A command of the DevTools protocol.
    pub(crate) fn devtools(&self, name: &str, parameters: Value) {
        self.ask("POST", "/goog/cdp/execute", &json!({"cmd": name, "params": parameters}));
    }

    /// What the console has been told since it was last asked.
    pub(crate) fn console(&self) -> Vec<String> {
        let entries = self.ask("POST", "/se/log", &json!({"type": "browser"}));
        let text = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
        entries.as_array().into_iter().flatten().map(text).collect()
    }

    /// Writes what one sees to a file under `target`.
    pub(crate) fn picture(&self, name: &str) {
        let picture = self.ask("GET", "/screenshot", &Value::Null);
        let picture = STANDARD.decode(picture.as_str().expect("a picture")).expect("base64");
        std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), picture).expect("written");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.command("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        // It has ended by then, unless it hangs; its number is looked at before it is used.
        if let Some(process) = self.process {
            let command = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
            let profile = self.profile.display().to_string();
            if String::from_utf8_lossy(&command).contains(&profile) {
                let _ = Command::new("kill").args(["-9", &process.to_string()]).status();
            }
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// The port that the driver says it listens on. All else that it says is read and dropped, so that it never waits.
fn port(said: ChildStdout) -> Result<u16, String> {
    let (found, port) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            let number = line.strip_suffix('.').and_then(|line| line.rsplit_once(" on port ")?.1.parse().ok());
            if let Some(number) = number {
                let _ = found.send(number);
            }
        }
    });
    port.recv_timeout(PATIENCE).map_err(|_| "chromedriver does not say where it listens".to_owned())
}

/// Sends a request and reads the answer's body.
fn exchange(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let length = body.len();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: {length}\r\n\r\n{body}")?;
    let mut reader = BufReader::new(stream);
    let (mut line, mut length) = (String::new(), 0);
    while reader.read_line(&mut line)? > 2 {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or_default();
        }
        line.clear();
    }
    let mut answer = vec![0; length];
    reader.read_exact(&mut answer)?;
    Ok(answer)
}
