//! The SDK against the recorded calls.

use sdk_wire::{Report, Skip, Style, check_dir, check_text};
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/wire")
}

/// Requires that no case of the file fails, and that some pass.
fn agrees(name: &str) {
    let text = std::fs::read_to_string(fixtures().join(name)).expect("the fixture is part of the repository");
    let report = check_text(name, &text);
    assert!(report.failures.is_empty(), "\n{}", report.render_failures(Style::default()));
    assert!(report.passed > 10, "{} cases of {name} are too few to mean anything", report.passed);
    assert!(!report.skips().contains_key(&Skip::Newer), "{}", report.render_summary(Style::default()));
}

#[test]
fn requests_are_written_alike() {
    agrees("requests.json");
}

#[test]
fn the_client_refuses_and_fills_in_alike() {
    agrees("client_side.json");
}

#[test]
fn responses_are_read_alike() {
    agrees("responses.json");
}

#[test]
fn errors_are_reported_alike() {
    agrees("errors.json");
}

#[test]
fn signatures_are_the_same() {
    agrees("sigv4.json");
}

#[test]
fn endpoints_are_the_same() {
    agrees("endpoints.json");
}

#[test]
fn pages_are_gone_through_alike() {
    agrees("pagination.json");
}

#[test]
fn the_whole_directory_is_reported_with_one_line_of_totals() {
    let report = check_dir(&fixtures());
    let text = report.render(Style::default());
    let totals = |line: &&str| line.ends_with(" skipped") && line.contains(" passed, ") && !line.contains(".json");
    assert_eq!(text.lines().filter(totals).count(), 1, "{text}");
    assert_eq!(text.lines().last().filter(|line| totals(line)), Some(totals_of(&report).as_str()));
}

#[test]
fn the_whole_recording_agrees_where_it_is_at_hand() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/wire");
    if !dir.is_dir() {
        eprintln!("{} is absent: nothing was compared beyond tests/fixtures/wire", dir.display());
        return;
    }
    let report = check_dir(&dir);
    assert_eq!(report.failed(), 0, "\n{}", report.render(Style::default()));
}

fn totals_of(report: &Report) -> String {
    format!("{} passed, {} failed, {} skipped", report.passed(), report.failed(), report.skipped())
}
