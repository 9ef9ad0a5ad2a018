//! What the tour prints: two columns, in colour on a terminal.
//!
//! A line that cannot be written is lost without more ado: the tour still has to clean up when nobody reads on.

use std::fmt::{self, Debug, Display, Formatter};
use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How wide the left column is.
const WIDTH: usize = 22;

const BOLD: &str = "1";
const DIM: &str = "2";
const RED: &str = "31";
const GREEN: &str = "32";
const CYAN: &str = "36";

/// Where the tour prints. Clones print to the same place.
#[derive(Clone)]
pub(crate) struct Screen {
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    out: Box<dyn Write + Send>,
    err: Box<dyn Write + Send>,
    colours: [bool; 2],
    /// Whether a request was shown whose status is still to come.
    open: bool,
}

impl Screen {
    /// Standard output, and standard error for complaints; each in colour if it is a terminal and `NO_COLOR` is unset.
    pub(crate) fn standard() -> Self {
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let (out, err) = (io::stdout(), io::stderr());
        let colours = [out.is_terminal(), err.is_terminal()].map(|terminal| terminal && !plain);
        Self::new(out, err, colours)
    }

    /// Two writers, and whether each gets colours.
    pub(crate) fn new(out: impl Write + Send + 'static, err: impl Write + Send + 'static, colours: [bool; 2]) -> Self {
        let inner = Inner { out: Box::new(out), err: Box::new(err), colours, open: false };
        Self { inner: Arc::new(Mutex::new(inner)) }
    }

    /// Text as it is.
    pub(crate) fn print(&self, text: &str) {
        self.inner().out(text);
    }

    /// The opening.
    pub(crate) fn introduce(&self, text: &str) {
        let mut inner = self.inner();
        let title = inner.paint(BOLD, "A tour of AWS Wickr");
        inner.out(&format!("{title}\n{text}\n"));
    }

    /// The heading of a step; 0 is none in particular.
    pub(crate) fn step(&self, number: u8, title: &str) {
        let mut inner = self.inner();
        inner.close();
        let number = if number == 0 { String::new() } else { format!("{number}  ") };
        let heading = inner.paint(BOLD, &format!("{number}{title}"));
        inner.out(&format!("\n{heading}\n"));
    }

    /// An operation and the request that it becomes.
    pub(crate) fn request(&self, operation: &str, line: &str) {
        let mut inner = self.inner();
        inner.close();
        let (operation, line) = (inner.label(CYAN, operation), clean(line));
        inner.out(&format!("{operation}{line}"));
        inner.open = true;
    }

    /// The status of the response to it.
    pub(crate) fn status(&self, status: u16) {
        let mut inner = self.inner();
        let colour = if status < 400 { GREEN } else { RED };
        let status = inner.paint(colour, &status.to_string());
        inner.out(&format!(" → {status}\n"));
        inner.open = false;
    }

    /// What something is called, and what it is.
    pub(crate) fn row(&self, label: &str, text: &str) {
        let mut inner = self.inner();
        inner.close();
        let label = inner.label(DIM, label);
        inner.out(&format!("{label}{}\n", clean(text)));
    }

    /// Several of them.
    pub(crate) fn rows<L: AsRef<str>, T: AsRef<str>>(&self, rows: impl IntoIterator<Item = (L, T)>) {
        for (label, text) in rows {
            self.row(label.as_ref(), text.as_ref());
        }
    }

    /// An error's one line.
    pub(crate) fn error(&self, error: &(impl Display + ?Sized)) {
        let mut inner = self.inner();
        inner.close();
        let label = inner.label(RED, "error");
        inner.out(&format!("{label}{}\n", clean(&error.to_string())));
    }

    /// Why the tour ends, on standard error.
    pub(crate) fn complain(&self, text: &str) {
        let mut inner = self.inner();
        inner.close();
        let prefix = if inner.colours[1] { format!("\x1b[{RED}mtour\x1b[0m") } else { "tour".to_owned() };
        let text: Vec<_> = text.lines().map(clean).collect();
        let _ = inner.err.write_all(format!("{prefix}: {}\n", text.join("\n")).as_bytes());
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn out(&mut self, text: &str) {
        let _ = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush());
    }

    /// Ends the line of a request that got no response.
    fn close(&mut self) {
        if std::mem::take(&mut self.open) {
            self.out("\n");
        }
    }

    fn label(&self, colour: &str, label: &str) -> String {
        format!("   {}", self.paint(colour, &format!("{:<WIDTH$}", clean(label))))
    }

    fn paint(&self, colour: &str, text: &str) -> String {
        if self.colours[0] { format!("\x1b[{colour}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

impl Debug for Screen {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Screen")
    }
}

/// Text from outside cannot steer the terminal.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
