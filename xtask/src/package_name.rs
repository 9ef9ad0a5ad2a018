//! What a generated crate can be called.
//!
//! Checked before anything is written: cargo refuses what isn't a name, rustc what is a word of the language or a crate
//! that every program has, some systems a folder of that name.

use crate::outcome::{Failure, Outcome};

/// The longest name that crates.io takes.
const LONGEST: usize = 64;

/// Rust's words, those that it keeps for later included: a crate of that name can't be named.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Crates that come with Rust, and those that a generated crate uses.
const CRATES: &[&str] = &["alloc", "core", "proc_macro", "std", "test", "aws_types", "sdk_runtime"];

/// What Windows takes for devices, whatever follows after a dot.
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];

/// Checks that a crate can be called `name`; `setting` is where the name comes from.
pub(crate) fn check(name: &str, setting: &str) -> Outcome {
    match problem(name) {
        None => Ok(()),
        Some(problem) => {
            let rule = "use ASCII letters, digits, `-` and `_`, beginning with a letter, e.g. `sqs-sdk`";
            Err(Failure::Refused(format!("{setting} {name:?} can't be a crate's name: {problem}; {rule}")))
        }
    }
}

/// The name of a crate in a folder: the folder's, its words in lower case where it has others, since rustc warns of those.
pub(crate) fn of_folder(folder: &str) -> String {
    let mut name = String::new();
    let mut last = '-';
    for next in folder.chars() {
        if next.is_ascii_uppercase() && (last.is_ascii_lowercase() || last.is_ascii_digit()) {
            name.push('-');
        }
        name.push(next.to_ascii_lowercase());
        last = next;
    }
    name
}

fn problem(name: &str) -> Option<&'static str> {
    let krate = name.replace('-', "_").to_ascii_lowercase();
    let is_port = |device: &str| {
        let rest = krate.strip_prefix(device);
        rest.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if name.is_empty() {
        Some("it is empty")
    } else if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        Some("it doesn't begin with a letter")
    } else if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        Some("it has other characters")
    } else if name.len() > LONGEST {
        Some("it has more than 64 characters")
    } else if KEYWORDS.contains(&krate.as_str()) {
        Some("it is a word of Rust's")
    } else if CRATES.contains(&krate.as_str()) {
        Some("it is a crate that every program here has")
    } else if DEVICES.contains(&krate.as_str()) || is_port("com") || is_port("lpt") {
        Some("it is a device's on Windows")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{check, of_folder};

    #[test]
    fn a_folders_name_gives_a_crates_in_lower_case() {
        let names = [
            ("sqs-sdk", "sqs-sdk"),
            ("my_sdk", "my_sdk"),
            ("Weather", "weather"),
            ("WeatherService", "weather-service"),
            ("Sqs-SDK", "sqs-sdk"),
            ("api2Client", "api2-client"),
        ];
        for (folder, name) in names {
            assert_eq!(of_folder(folder), name);
        }
    }

    #[test]
    fn names_that_cargo_and_rustc_take_are_taken() {
        for name in ["sqs-sdk", "a", "my_sdk", "Sqs-SDK", "s3", "tests", "selfless", "com10", "con-sdk"] {
            assert!(check(name, "the name").is_ok(), "{name}");
        }
        assert!(check(&"a".repeat(64), "the name").is_ok());
    }

    #[test]
    fn all_others_are_refused_with_what_to_use() {
        let names = [
            "",
            "2fa-sdk",
            "my.sdk",
            "my sdk",
            "-x",
            "_",
            "_x",
            "..",
            ".",
            "a/b",
            "../evil",
            "My Service!",
            "größe",
            "名",
            "test",
            "std",
            "core",
            "alloc",
            "proc-macro",
            "crate",
            "self",
            "Self",
            "super",
            "async",
            "gen",
            "sdk-runtime",
            "aws_types",
            "con",
            "NUL",
            "com1",
            "a\nb",
            "a\"b",
            "a\0b",
        ];
        for name in names {
            let refused = format!("{:?}", check(name, "--name").expect_err(name));
            assert!(refused.contains("can't be a crate's name") && refused.contains("use ASCII letters"), "{refused}");
        }
        assert!(check(&"a".repeat(65), "the name").is_err());
    }
}
