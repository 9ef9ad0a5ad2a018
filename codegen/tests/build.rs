//! `smithy-build.json` as `tests/fixtures/build` shows it: what its projections make of a model, as the IDL beside it, and what
//! is said of files that are wrong, as the text beside each. With `INSTA_UPDATE=always` what stands beside is written anew.

use codegen::build::Build;
use codegen::diagnostic::{Diagnostic, Sources};
use codegen::idl::{idl_of, load_projected, projected_json_ast};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/build")
}

fn text(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect("the fixture is there")
}

fn variable(name: &str) -> Option<String> {
    (name == "WHAT").then(|| "Namespaces".to_owned())
}

fn assert_beside(path: &Path, found: &str) {
    if std::env::var("INSTA_UPDATE").is_ok_and(|wish| wish == "always") {
        fs::write(path, found).expect("it can be written");
    }
    assert_eq!(found, fs::read_to_string(path).unwrap_or_default(), "{}", path.display());
}

#[test]
fn projections_make_of_a_model_what_stands_beside() {
    let build = Build::read(&text("smithy-build.json"), &variable).expect("the file is right");
    assert_eq!(
        (&build.sources[..], &build.imports[..]),
        (&["model.smithy".to_owned()][..], &["common.smithy".to_owned()][..])
    );
    assert_eq!(build.dependencies, ["com.example:traits:1.0.0"]);
    assert!(build.unknown.is_empty());
    let texts = [("model.smithy", text("model.smithy")), ("common.smithy", text("common.smithy"))];
    let files = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
    let names: Vec<&str> = build.projections().collect();
    assert!(!names.contains(&"outside"), "what is abstract isn't asked for");
    for name in names {
        let projection = build.projection(name).expect("it is there");
        let json = projected_json_ast(&files, &projection).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        // What a projection makes is a model of its own.
        let idl = idl_of(&[("model.json", &json)]).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        let idl: String = idl.into_iter().map(|(name, text)| format!("// {name}\n{text}\n")).collect();
        assert_beside(&folder().join("projections").join(format!("{name}.smithy")), &idl);
    }
    let source = build.projection("source").expect("every build has it");
    assert!(source.is_identity());
}

#[test]
fn a_projects_version_is_any_text() {
    for version in ["0.1", "1", "1.0", "2.0"] {
        let text = format!(r#"{{"version": "{version}", "sources": ["models/"]}}"#);
        let build = Build::read(&text, &|_| None).unwrap_or_else(|problems| panic!("{version}: {problems:?}"));
        assert_eq!(build.sources, ["models/"], "{version}");
    }
}

#[test]
fn a_scheme_that_nobody_knows_stays_one_without_its_definition() {
    let model = "$version: \"2\"\nnamespace a\n@authDefinition @trait structure hmac {}\n\
                 @hmac @aws.protocols#awsJson1_0 service S { operations: [Do] }\noperation Do {}\n";
    let text = r#"{"version": "1.0", "projections": {"x": {"transforms": [{"name": "removeTraitDefinitions"}]}}}"#;
    let projection = Build::read(text, &|_| None).expect("the file is right").projection("x").expect("it is there");
    let options = codegen::Options { projection, ..codegen::Options::of("a-sdk") };
    let problems =
        codegen::generate_files(&[("a.smithy", model)], &options).expect_err("callers can't say who they are");
    assert!(problems.as_slice()[0].problem.contains("a#hmac"), "{problems:?}");
}

#[test]
fn what_is_wrong_is_said_as_the_text_beside_the_file_says() {
    let wrong = folder().join("wrong");
    let entries = fs::read_dir(&wrong).expect("the fixtures are there").map(|entry| entry.expect("it is there").path());
    let files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    assert!(files.len() > 3, "there are fixtures");
    for path in files {
        let text = fs::read_to_string(&path).expect("it is a text");
        let said = match Build::read(&text, &|_| None) {
            Err(problems) => lines(&[("smithy-build.json", text.as_str())], problems.as_slice()),
            // What is wrong about a projection is said when it is asked for; of a model, when it is changed.
            Ok(build) => match build.projection("asked") {
                Err(problem) => lines(&[], &[problem]),
                Ok(projection) => {
                    let problems = load_projected(MODEL, &projection).err().unwrap_or_default();
                    lines(MODEL, problems.as_slice())
                }
            },
        };
        assert_beside(&path.with_extension("txt"), &said);
    }
}

/// A model for projections that are wrong.
const MODEL: &[(&str, &str)] =
    &[("model.smithy", "$version: \"2\"\nnamespace a\nstructure B { c: C }\nstring C\nservice S {}\n")];

fn lines(files: &[(&str, &str)], problems: &[Diagnostic]) -> String {
    let sources = Sources::new(files);
    let line = |problem: &Diagnostic| match problem.span {
        Some(span) => format!("{}: {problem}\n", sources.place(span)),
        None => format!("{problem}\n"),
    };
    problems.iter().map(line).collect()
}
