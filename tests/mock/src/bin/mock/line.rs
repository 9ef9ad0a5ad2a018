//! One line per request: status, time, method, operation, path, and why if it was not granted.

use codegen::diagnostic::one_line;
use sdk_mock::RecordedRequest;
use std::io::Write;

/// How wide the columns of methods and operations are: as the longest method, and the longest operation of AWS Wickr.
const WIDTHS: (usize, usize) = (7, 31);

/// Writes lines.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lines {
    colours: bool,
}

impl Lines {
    /// With colours, or plain.
    pub(crate) fn new(colours: bool) -> Self {
        Self { colours }
    }

    /// The line of a request. Its query is left out: it may hold secrets.
    pub(crate) fn of(&self, request: &RecordedRequest) -> String {
        let (method, operation) = WIDTHS;
        let name = request.operation.as_deref().unwrap_or("-");
        let colour = match request.status {
            200..=299 => "32",
            400..=499 => "33",
            _ => "31",
        };
        let status = match request.status {
            0 => self.paint(colour, "---"),
            status => self.paint(colour, &status.to_string()),
        };
        let time = format!("{:>8.2} ms", request.took.as_secs_f64() * 1000.0);
        let why = request.why.as_deref().map(|why| format!("  {}", self.paint(colour, &shortened(&one_line(why)))));
        format!(
            "{status}  {}  {:method$}  {name:operation$}  {}{}",
            self.paint("2", &time),
            one_line(&request.method),
            shortened(&one_line(&request.path)),
            why.unwrap_or_default(),
        )
    }

    fn paint(&self, colour: &str, text: &str) -> String {
        if self.colours { format!("\x1b[{colour}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// What is longer than a few lines is cut.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 400;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Prints a line. A reader that has gone away is no reason to end the service.
pub(crate) fn print(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn request() -> RecordedRequest {
        let mut request = RecordedRequest::default();
        request.method = "GET".to_owned();
        request.path = "/networks/1\u{1b}[2J".to_owned();
        request.query = "clientSecret=EXAMPLE".to_owned();
        request.operation = Some("GetNetwork".into());
        request.status = 422;
        request.why = Some("networkId: Use 8 characters".to_owned());
        request.took = Duration::from_micros(250);
        request
    }

    #[test]
    fn a_line_says_what_was_asked_and_why_it_was_refused() {
        assert_eq!(
            Lines::new(false).of(&request()),
            "422      0.25 ms  GET      GetNetwork                       /networks/1\\u{1b}[2J  networkId: Use 8 characters"
        );
    }

    #[test]
    fn a_line_is_neither_turned_around_nor_endless() {
        let mut request = request();
        request.path = format!("/\u{202e}{}", "x".repeat(60_000));
        let line = Lines::new(false).of(&request);
        assert!(line.chars().count() < 600 && !line.contains('\u{202e}') && line.contains('…'), "{line}");
    }

    #[test]
    fn colours_are_for_terminals() {
        assert!(Lines::new(true).of(&request()).contains("\x1b[33m422\x1b[0m"));
    }
}
