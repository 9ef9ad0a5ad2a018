//! A file of cases, and how its cases are gone through.

use crate::call::Lab;
use crate::case::{Case, Malformed};
use crate::compare::{Difference, Findings};
use crate::kinds::{Judge, KINDS};
use crate::report::{Failed, FileReport, Report, Skip, Skipped};
use crate::services::Service;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// A file beside the cases that holds none.
const NO_CASES: [&str; 1] = ["model_diff.json"];

/// Goes through all files of a directory: those of the known kinds first, then any other JSON file.
pub fn check_dir(dir: &Path) -> Report {
    let mut report = Report::default();
    let mut others = match json_files(dir) {
        Ok(files) => files,
        Err(error) => {
            report.files.push(unreadable(&dir.display().to_string(), &error));
            return report;
        }
    };
    for (kind, _) in KINDS {
        let name = format!("{kind}.json");
        match others.iter().position(|path| path.file_name().is_some_and(|own| own == name.as_str())) {
            Some(index) => report.files.push(check_file(&others.remove(index))),
            None => report.files.push(FileReport::absent(&name)),
        }
    }
    others.retain(|path| !NO_CASES.iter().any(|name| path.ends_with(name)));
    report.files.extend(others.iter().map(|path| check_file(path)));
    if report.files.iter().all(|file| file.absent) {
        report.files.push(unreadable(&dir.display().to_string(), "there are no cases here"));
    }
    report
}

fn json_files(dir: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(dir).map_err(|error| error.to_string())?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>();
    let mut paths = paths.map_err(|error| error.to_string())?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort_unstable();
    Ok(paths)
}

fn check_file(path: &Path) -> FileReport {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match std::fs::read_to_string(path) {
        Ok(text) => check_text(&name, &text),
        Err(error) => unreadable(&name, &error.to_string()),
    }
}

/// Goes through the cases of one file, given as its text.
pub fn check_text(name: &str, text: &str) -> FileReport {
    match read(name, text) {
        Ok((judge, cases)) => check(name, judge, &cases),
        Err(Malformed(reason)) => unreadable(name, &reason),
    }
}

fn read(name: &str, text: &str) -> Result<(Judge, Vec<Value>), Malformed> {
    let mut file: Value = serde_json::from_str(text).map_err(|error| Malformed(format!("not JSON: {error}")))?;
    let kind = file.get("kind").and_then(Value::as_str).or_else(|| name.strip_suffix(".json")).unwrap_or(name);
    let Some((_, judge)) = KINDS.iter().find(|(known, _)| *known == kind) else {
        let known = KINDS.map(|(kind, _)| kind).join(", ");
        return Err(Malformed(format!("the kind of cases {kind:?} is none of {known}")));
    };
    match file.get_mut("cases").map(Value::take) {
        Some(Value::Array(cases)) => Ok((*judge, cases)),
        _ => Err(Malformed::new("there is no list `cases`")),
    }
}

fn unreadable(name: &str, reason: &str) -> FileReport {
    let mut report = FileReport::new(name);
    let what = Difference {
        what: "file".to_owned(),
        expected: "a file of cases".to_owned(),
        actual: reason.to_owned(),
        lacking: false,
    };
    report.failures.push(Failed { case: "as a whole".to_owned(), differences: vec![what] });
    report
}

fn check(name: &str, judge: Judge, cases: &[Value]) -> FileReport {
    let lab = match Lab::new() {
        Ok(lab) => lab,
        Err(error) => return unreadable(name, &error.to_string()),
    };
    let mut report = FileReport::new(name);
    for raw in cases {
        let title = Case::title(raw);
        let verdict = catch_unwind(AssertUnwindSafe(|| judged(&lab, judge, raw))).unwrap_or_else(panicked);
        match verdict {
            Verdict::Judged(Findings { differences, rules, .. }) => {
                for rule in rules {
                    *report.rules.entry(rule).or_default() += 1;
                }
                match differences.is_empty() {
                    true => report.passed += 1,
                    false => report.failures.push(Failed { case: title, differences }),
                }
            }
            Verdict::Skipped(why, differences) => {
                report.skipped.push(Skipped { case: title, why, differences });
            }
        }
    }
    report
}

enum Verdict {
    Judged(Findings),
    Skipped(Skip, Vec<Difference>),
}

fn judged(lab: &Lab, judge: Judge, raw: &Value) -> Verdict {
    let mut findings = Findings::default();
    let case = match Case::read(raw) {
        Ok(case) => case,
        Err(malformed) => return broken(malformed),
    };
    let Some(service) = Service::find(&case.service) else {
        return Verdict::Skipped(Skip::NoCrate(case.service), Vec::new());
    };
    let newer = case.has_tag("newer");
    let Some(operation) = service.operation(&case.operation) else {
        let reason = format!("{} has no operation {}", case.service, case.operation);
        return if newer { Verdict::Skipped(Skip::Newer, Vec::new()) } else { broken(Malformed(reason)) };
    };
    if let Err(malformed) = judge(lab, &case, operation, &mut findings) {
        return broken(malformed);
    }
    let differences = &findings.differences;
    let unknown_here = findings.refused || differences.iter().all(|difference| difference.lacking);
    if differences.is_empty() {
        Verdict::Judged(findings)
    } else if case.has_tag("client-specific") {
        Verdict::Skipped(Skip::ClientSpecific, findings.differences)
    } else if newer && unknown_here {
        Verdict::Skipped(Skip::Newer, findings.differences)
    } else {
        Verdict::Judged(findings)
    }
}

fn broken(Malformed(reason): Malformed) -> Verdict {
    let mut findings = Findings::default();
    findings.differ("case", "one that can be run", reason);
    Verdict::Judged(findings)
}

fn panicked(cause: Box<dyn std::any::Any + Send>) -> Verdict {
    let text = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
    let mut findings = Findings::default();
    findings.differ("outcome", "no panic", text.unwrap_or("a panic without a message"));
    Verdict::Judged(findings)
}
