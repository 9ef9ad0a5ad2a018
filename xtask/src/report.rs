//! What the commands print: plain in a pipe, coloured in a terminal.

mod words;

pub(crate) use codegen::diagnostic::one_line;
pub(crate) use words::undocumented;

use crate::outcome::Failure;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use codegen::Skipped;
use codegen::diagnostic::{Diagnostic, Sources, Span};
use codegen::idl::Event;
use std::io::{IsTerminal, stderr, stdout};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Reports one regenerated crate.
pub(crate) fn generated<'a>(name: &str, texts: impl Iterator<Item = &'a String>, changed: usize, elapsed: Duration) {
    let (files, lines) = texts.fold((0, 0), |(files, lines), text| (files + 1, lines + text.lines().count()));
    let (files, lines) = (count(files, "file"), count(lines, "line"));
    let changed = match changed {
        0 => "nothing changed".to_owned(),
        changed => format!("{} changed", count(changed, "file")),
    };
    println!("{} {name}: {files}, {lines} in {} ms; {changed}", green("generated"), elapsed.as_millis());
}

/// Reports a crate that was added.
pub(crate) fn added(name: &str) {
    println!("{} {name}, its manifest and its model; describe it in its README.md and Cargo.toml", green("    added"));
}

/// Names the operations that were left out, and says why.
pub(crate) fn skipped(operations: &[Skipped]) {
    for Skipped { operation, reason } in operations {
        println!("{} {operation}: {}", green("  left out"), one_line(reason));
    }
}

/// Names files that stand among the generated ones and that nobody generated.
pub(crate) fn left(files: &[PathBuf]) {
    for file in files {
        note(&format!("{} isn't generated and was left: move it out of `src`", relative(file)));
    }
}

/// Says, in a terminal, what the lines of cargo that follow are about.
pub(crate) fn building(what: &str) {
    doing("Building", &format!("{what}: takes minutes the first time"));
}

/// Says, in a terminal, what is being done, under a word for it.
pub(crate) fn doing(word: &str, what: &str) {
    if stderr().is_terminal() {
        eprintln!("{} {what}", cyan(&format!("{word:>12}")));
    }
}

/// Says what came of it.
pub(crate) fn measured(figure: &str) {
    eprintln!("{} {}", cyan("    Measured"), one_line(figure));
}

/// Says what is left to do.
pub(crate) fn note(text: &str) {
    println!("{} {text}", paint("1;36", "     note", stdout().is_terminal()));
}

/// Reports what a command did, under a word for it.
pub(crate) fn step(word: &str, text: &str) {
    println!("{} {}", green(&format!("{word:>9}")), one_line(text));
}

/// Reports one checked crate.
pub(crate) fn checked(name: &str, files: usize) {
    println!("{} {name}: {}", green("  checked"), count(files, "generated file"));
}

/// Reports why a command failed.
pub(crate) fn failure(failure: &Failure) {
    let error = |text: String| eprintln!("{} {text}", red("error:"));
    match failure {
        Failure::Io { what, path, error: cause } => error(format!("can't {what} {}: {cause}", relative(path))),
        Failure::Unwritten { cause, saved } => match (&**cause, saved) {
            (Failure::Io { what, path, error: cause }, None) => {
                error(format!("can't {what} {}: {cause}; nothing was changed", relative(path)));
            }
            (cause, Some(saved)) => {
                self::failure(cause);
                error(format!("not all could be put back: what stood there before is in {}", relative(saved)));
            }
            (cause, None) => self::failure(cause),
        },
        Failure::Model { path, files, problems, lacks } => {
            model(path, files, problems.as_slice());
            if !lacks.is_empty() {
                let names = lacks.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                let what =
                    one_line(&format!("its smithy-build.json names {names}, and Maven packages are not fetched"));
                eprintln!("{} {what}: where something is missing, give its jar with --dependency", cyan("help:"));
            }
        }
        Failure::Refused(reason) => error(reason.clone()),
        Failure::Workspace(reason) => error(format!("can't read the workspace: {reason}")),
        Failure::Outdated { count, first } => {
            eprintln!("{} {}", red("error:"), first.trim_end());
            if *count > 1 {
                eprintln!("… and {} more", count - 1);
            }
            eprintln!("{} run `cargo xtask codegen` and commit the result", cyan("help:"));
        }
        Failure::Undocumented | Failure::Command => {}
    }
}

/// A text that is what a command is for.
pub(crate) fn text(text: &str) {
    print!("{text}");
}

/// What is wrong with a model, a line for each.
pub(crate) fn events(files: &[(&str, &str)], events: &[Event]) {
    let sources = Sources::new(files);
    for Event { id, diagnostic } in events {
        let place = sources.place(diagnostic.span.unwrap_or_default());
        let shape = diagnostic.shape.as_deref().unwrap_or("-");
        let line = format!("{place}: ERROR: {id}: {shape}: {}; {}", diagnostic.problem, diagnostic.remedy);
        println!("{}", one_line(&line));
    }
    match events.len() {
        0 => step("valid", &count(files.len(), "file")),
        problems => eprintln!("{} {}", red("error:"), count(problems, "problem")),
    }
}

/// How many problems of a model are shown: who mends these has mended most of the others.
const MOST_SHOWN: usize = 100;

/// How many bytes before and after a problem are shown of its line.
const NEAR: usize = 400;

fn model(path: &Path, files: &[(String, String)], problems: &[Diagnostic]) {
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let sources = Sources::new(&files);
    let renderer = if stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    for problem in problems.iter().take(MOST_SHOWN) {
        // A problem with a place is shown in its own file.
        let file = problem.span.and_then(|span| Some((sources.file(span.start)?.0, span)));
        let name = relative(path);
        let (name, text, span) = match file {
            Some((file, Span { start, end })) => {
                let within = Span { start: start - file.base, end: (end - file.base).min(file.text.len()) };
                (file.name, file.text, Some(within))
            }
            None => (name.as_str(), "", None),
        };
        // A file of an archive is called what its author likes.
        let name = one_line(name);
        eprintln!("{}\n", diagnostic(&renderer, &name, text, &Diagnostic { span, ..problem.clone() }));
    }
    if problems.len() > MOST_SHOWN {
        eprintln!("… and {} more\n", problems.len() - MOST_SHOWN);
    }
    let count = count(problems.len(), "problem");
    eprintln!("{} {count} in {}; no file was touched", red("error:"), relative(path));
}

fn diagnostic(renderer: &Renderer, path: &str, source: &str, problem: &Diagnostic) -> String {
    let title = match &problem.shape {
        Some(shape) => one_line(&format!("`{shape}` {}", problem.problem)),
        None => one_line(&problem.problem),
    };
    let mut group = Level::ERROR.primary_title(title.as_str()).elements(Vec::<annotate_snippets::Message<'_>>::new());
    if let Some(span) = problem.span {
        let end = first_line_end(source, span.start, span.end);
        // Only the line that is shown, and of that what is near: a model can have a hundred thousand lines, or one.
        let (before, rest) = source.split_at_checked(span.start).unwrap_or((source, ""));
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = rest.find('\n').map_or(source.len(), |newline| span.start + newline);
        let number = 1 + before.bytes().filter(|byte| *byte == b'\n').count();
        let from = source.ceil_char_boundary(line_start.max(span.start.saturating_sub(NEAR)));
        let to = source.floor_char_boundary(line_end.min(span.start.saturating_add(NEAR)));
        let column = source.get(line_start..span.start).map_or(0, |text| text.chars().count()) + 1;
        let annotation = AnnotationKind::Primary.span(span.start - from..end.min(to) - from);
        let near = source.get(from..to).unwrap_or_default();
        let snippet = Snippet::source(near).line_start(number).annotation(annotation);
        group = match from == line_start {
            true => group.element(snippet.path(path)),
            // The snippet would count columns from where it begins.
            false => {
                let place = annotate_snippets::Origin::path(path).line(number).char_column(column);
                group.element(place).element(snippet)
            }
        };
    } else {
        group = group.element(annotate_snippets::Origin::path(path));
    }
    // It trusts the text of a message, and that of a title: a model's names may stand in both.
    let remedy = one_line(&problem.remedy);
    renderer.render(&[group.element(Level::HELP.message(remedy.as_str()))])
}

/// A shape can be hundreds of lines long; its first line says where it is.
fn first_line_end(source: &str, start: usize, end: usize) -> usize {
    source.get(start..end).and_then(|text| text.find('\n')).map_or(end, |newline| start + newline).max(start)
}

/// So many of a kind, in words: one, or several with an `s`.
pub(crate) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// A path as seen from where the command runs.
pub(crate) fn relative(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let inside = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    let inside = inside.filter(|path| !path.as_os_str().is_empty());
    inside.unwrap_or_else(|| path.to_owned()).display().to_string()
}

fn paint(code: &str, text: &str, terminal: bool) -> String {
    if terminal && std::env::var_os("NO_COLOR").is_none() {
        format!("\x1b[{code}m{text}\x1b[0m")
    } else {
        text.to_owned()
    }
}

/// A text on stdout, in a terminal with these codes.
pub(crate) fn paint_out(code: &str, text: &str) -> String {
    paint(code, text, stdout().is_terminal())
}

fn green(text: &str) -> String {
    paint("1;32", text, stdout().is_terminal())
}

fn red(text: &str) -> String {
    paint("1;31", text, stderr().is_terminal())
}

fn yellow(text: &str) -> String {
    paint("1;33", text, stderr().is_terminal())
}

fn cyan(text: &str) -> String {
    paint("1;36", text, stderr().is_terminal())
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn one_is_no_more_than_one() {
        assert_eq!([0, 1, 2].map(|number| count(number, "file")), ["0 files", "1 file", "2 files"]);
    }
}
