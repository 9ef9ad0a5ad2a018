//! Smithy's own loader tests, if they are at hand: files that are right, beside the JSON that they mean; files that are
//! wrong, each with the reason in its first line.

use codegen::diagnostic::{Diagnostic, Sources};
use codegen::idl::{flat_json_ast, format, idl_of, json_ast, load};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Files that end so in a folder of what stands beside the repository; none if it isn't there.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/smithy").join(folder);
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(ending));
    paths.sort();
    paths
}

fn read(path: &Path) -> (String, String) {
    let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    (name, fs::read_to_string(path).expect("the file can be read"))
}

fn said(files: &[(&str, &str)], problems: &[Diagnostic]) -> String {
    let sources = Sources::new(files);
    let lines =
        problems.iter().map(|problem| format!("{}: {problem}", sources.place(problem.span.unwrap_or_default())));
    lines.collect::<Vec<_>>().join("\n")
}

/// Texts of JSON with what is the same in the same order.
fn comparable(text: &str) -> Value {
    let mut value: Value = serde_json::from_str(text).expect("it is JSON");
    fn sort(value: &mut Value) {
        if let Value::Object(entries) = value {
            entries.sort_keys();
            // What is empty says nothing, and nothing says as much as the unit.
            for key in ["errors", "members", "traits", "mixins", "shapes"] {
                if entries.get(key).is_some_and(|value| {
                    value.as_object().is_some_and(|o| o.is_empty()) || value.as_array().is_some_and(|a| a.is_empty())
                }) {
                    entries.remove(key);
                }
            }
            for key in ["input", "output"] {
                if entries.get(key).is_some_and(|value| value["target"] == "smithy.api#Unit") {
                    entries.remove(key);
                }
            }
            entries.values_mut().for_each(sort);
        } else if let Value::Array(items) = value {
            items.iter_mut().for_each(sort);
        }
    }
    sort(&mut value);
    value
}

#[test]
fn each_valid_file_says_what_its_twin_in_json_says() {
    let shared = files("idl/valid", "__shared.json").pop().map(|path| read(&path).1);
    let mut wrong = Vec::new();
    for path in files("idl/valid", ".smithy") {
        let (name, text) = read(&path);
        let twin = fs::read_to_string(path.with_extension("json"));
        let shared = shared.as_deref().expect("it stands beside them");
        let own = [(name.as_str(), text.as_str())];
        let beside = [(name.as_str(), text.as_str()), ("__shared.json", shared)];
        if let Err(problems) = load(&beside) {
            wrong.push(format!("{name} is refused:\n{}", said(&beside, problems.as_slice())));
            continue;
        }
        let Ok(twin) = twin else { continue };
        let found = json_ast(&own).expect("it is right");
        if comparable(&found) != comparable(&twin) {
            wrong.push(format!("{name} says otherwise:\n{found}"));
        }
        let twins = [("twin.json", twin.as_str())];
        let flat = |files: &[(&str, &str)]| flat_json_ast(files).ok().as_deref().map(comparable);
        assert_eq!(flat(&own), flat(&twins), "{name}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn each_file_with_mixins_is_flattened_as_its_twin_shows() {
    let mut wrong = Vec::new();
    for path in files("idl/valid", ".flattened.smithy") {
        let (name, flat) = read(&path);
        let (_, text) = read(&PathBuf::from(path.to_string_lossy().replace(".flattened", "")));
        let (found, expected) = (flat_json_ast(&[("a.smithy", &text)]), flat_json_ast(&[("a.smithy", &flat)]));
        let (Ok(found), Ok(expected)) = (found, expected) else {
            wrong.push(format!("{name} is refused"));
            continue;
        };
        if comparable(&found) != comparable(&expected) {
            wrong.push(format!("{name} is not\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// `line L, column C` of a first line.
fn place(reason: &str) -> Option<(usize, usize)> {
    let numbers = reason.split_once("at line ")?.1;
    let (line, rest) = numbers.split_once(", column ")?;
    let column: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((line.parse().ok()?, column.parse().ok()?))
}

#[test]
fn each_invalid_file_is_refused_where_its_first_line_says() {
    let mut wrong = Vec::new();
    for path in files("idl/invalid", "").into_iter().filter(|path| path.is_file()) {
        let (name, text) = read(&path);
        let reason = text.lines().next().unwrap_or_default();
        let own = [(name.as_str(), text.as_str())];
        let Err(problems) = load(&own) else {
            wrong.push(format!("{name} is not refused: {reason}"));
            continue;
        };
        let said = said(&own, problems.as_slice());
        if std::env::var_os("SHOW").is_some() {
            println!("{reason}\n{said}\n");
        }
        let expected = place(reason).map(|(line, column)| format!("{name}:{line}:{column}: "));
        if expected.is_some_and(|expected| !said.lines().any(|line| line.starts_with(&expected))) {
            wrong.push(format!("{name} is refused elsewhere: {reason}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn what_is_laid_out_stays_as_it_is_and_keeps_its_comments() {
    let mut wrong = Vec::new();
    let folders =
        ["idl/valid", "services/codegen", "services/coffee-shop", "services/pizza", "services/weather", "diff"];
    for path in folders.iter().flat_map(|folder| files(folder, ".smithy")) {
        let (name, text) = read(&path);
        let formatted = match format(&text) {
            Ok(formatted) => formatted,
            Err(problems) => {
                wrong.push(format!("{name} isn't laid out: {problems:?}"));
                continue;
            }
        };
        if format(&formatted).as_deref() != Ok(&formatted) {
            wrong.push(format!("{name} is laid out otherwise the second time:\n{formatted}"));
        }
        let comments = |text: &str| {
            let all = text.lines().filter_map(|line| line.split_once("//"));
            let mut all: Vec<String> = all.map(|(_, comment)| comment.trim_matches(['/', ' ']).to_owned()).collect();
            all.sort();
            all
        };
        if comments(&formatted) != comments(&text) {
            wrong.push(format!("{name} has lost comments:\n{formatted}"));
        }
        if std::env::var_os("SHOW").is_some() {
            println!("{formatted}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn models_of_services_load_and_become_crates() {
    let mut wrong = Vec::new();
    for folder in ["codegen", "coffee-shop", "pizza", "weather"] {
        let texts: Vec<_> = files(&format!("services/{folder}"), ".smithy").iter().map(|path| read(path)).collect();
        let all: Vec<_> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        // The first folder has models that are apart; of the others, each is one. None has any where the reference isn't.
        let together = if folder == "codegen" { 1 } else { all.len().max(1) };
        let models: Vec<_> = all.chunks(together).collect();
        for model in models {
            if let Err(problems) = load(model) {
                wrong.push(said(model, problems.as_slice()));
            }
            // The folder has but a part of this model.
            if folder != "weather"
                && let Err(problems) = codegen::generate_files(model, &codegen::Options::of("a-sdk"))
            {
                wrong.push(said(model, problems.as_slice()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is generated of a model; none if it isn't supported.
fn crate_of(files: &[(&str, &str)]) -> Option<std::collections::BTreeMap<String, String>> {
    let options = codegen::Options { skip_unsupported: true, lenient_examples: true, ..codegen::Options::of("a-sdk") };
    codegen::generate_files(files, &options).ok().map(|(generated, _)| generated.files)
}

#[test]
fn what_is_written_in_idl_reads_back_the_same() {
    let valid = files("idl/valid", ".smithy").into_iter().chain(files("idl/valid", ".json"));
    // What is generated of them is compared for the smaller ones: the others take minutes.
    let models = files("../reference/models", ".json").into_iter().chain(files("../protocol-tests", ".json"));
    let mut wrong = Vec::new();
    for path in valid.chain(models) {
        let (name, text) = read(&path);
        let Ok(expected) = json_ast(&[(name.as_str(), text.as_str())]) else {
            wrong.push(format!("{name} is refused"));
            continue;
        };
        let written = idl_of(&[(name.as_str(), text.as_str())]).expect("it is right");
        let again: Vec<_> = written.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        match json_ast(&again) {
            // What is written is of version 2.0, and has what 1.0 left to be known.
            Ok(found) if expected.starts_with("{\n    \"smithy\": \"1.0\"") => {
                let flat = flat_json_ast(&[(name.as_str(), text.as_str())]).ok();
                if flat_json_ast(&again).ok().as_deref().map(comparable) != flat.as_deref().map(comparable) {
                    wrong.push(format!("{name} reads back otherwise:\n{found}"));
                }
            }
            Ok(_)
                if text.len() < 200_000
                    && name.ends_with(".json")
                    && crate_of(&again) != crate_of(&[(name.as_str(), text.as_str())]) =>
            {
                wrong.push(format!("{name} makes another crate"));
            }
            Ok(found) if comparable(&found) != comparable(&expected) => {
                wrong.push(format!("{name} reads back otherwise"))
            }
            Ok(_) => {}
            Err(problems) => wrong.push(format!(
                "{name} can't be read back:\n{}",
                said(&again, problems.as_slice()).lines().take(5).collect::<Vec<_>>().join("\n")
            )),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What only those hear who validate: traits with values, and in places, that their definitions don't let them have.
#[test]
fn traits_of_models_that_are_right_fit_their_definitions() {
    let valid = files("idl/valid", ".smithy").into_iter().chain(files("services/codegen", ".smithy"));
    let models = files("../reference/models", ".json").into_iter().chain(files("../protocol-tests", ".json"));
    let mut wrong = Vec::new();
    for path in valid.chain(models) {
        let (name, text) = read(&path);
        let given = [(name.as_str(), text.as_str())];
        let written = if name.ends_with(".json") { idl_of(&given).expect("it is right") } else { Default::default() };
        let written: Vec<_> = written.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        for model in [&given[..], &written] {
            let events = codegen::idl::validate(model);
            let traits = events.iter().filter(|event| event.id.starts_with(['T', 'E', 'S']) && event.id != "Target");
            let said: Vec<_> = traits.map(|event| format!("  {}: {}", event.id, event.diagnostic)).collect();
            if !said.is_empty() {
                wrong.push(format!("{name}:\n{}", said.join("\n")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
