//! Smithy IDL as `tests/fixtures/idl` shows it: what files say, as the JSON beside them; what is wrong in them, and how they
//! are laid out, as the text beside them. With `INSTA_UPDATE=always` what stands beside them is written anew.

use codegen::diagnostic::Sources;
use codegen::idl::{flat_json_ast, format, idl_of, json_ast, load, validate};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of a folder, by name, and their texts.
fn fixtures(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/idl").join(folder);
    let entries = fs::read_dir(&folder).expect("the fixtures are there");
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|ending| ending == "smithy")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "there are fixtures");
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(&path).expect("it is a text"))).collect()
}

fn name(path: &Path) -> String {
    path.file_name().expect("a file has a name").to_string_lossy().into_owned()
}

/// Compares with the file beside a fixture.
fn assert_beside(path: &Path, ending: &str, found: &str) {
    let beside = path.with_extension(ending);
    if std::env::var("INSTA_UPDATE").is_ok_and(|wish| wish == "always") {
        fs::write(&beside, found).expect("it can be written");
    }
    let expected = fs::read_to_string(&beside).unwrap_or_default();
    assert_eq!(found, expected, "{}", beside.display());
}

/// The models of a folder: a file, and those whose names go on from its own.
fn models(folder: &str) -> Vec<(PathBuf, Vec<(String, String)>)> {
    let mut models: Vec<(PathBuf, Vec<(String, String)>)> = Vec::new();
    let mut files = fixtures(folder);
    // `shapes.more.smithy` sorts before `shapes.smithy`.
    files.sort_by_key(|(path, _)| name(path).len());
    for (path, text) in files {
        let stem = name(&path).trim_end_matches(".smithy").to_owned();
        let first =
            models.iter_mut().find(|(first, _)| stem.starts_with(&format!("{}.", name(&first.with_extension("")))));
        match first {
            Some((_, files)) => files.push((name(&path), text)),
            None => models.push((path.clone(), vec![(name(&path), text)])),
        }
    }
    models
}

#[test]
fn files_say_what_the_json_beside_them_says() {
    for (path, files) in models("valid") {
        let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let json = json_ast(&files).unwrap_or_else(|problems| panic!("{}: {problems:?}", path.display()));
        assert_beside(&path, "json", &json);
        // Together with what it says, a model says no more.
        let twin = [("twin.json", json.as_str())];
        assert_eq!(json_ast(&twin).as_ref(), Ok(&json), "{}", path.display());
        // Written in IDL it says the same, but for the version.
        let written = idl_of(&files).expect("it is right");
        let again: Vec<_> = written.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(flat_json_ast(&again), flat_json_ast(&files), "{written:?}");
    }
}

#[test]
fn what_is_wrong_is_said_as_the_text_beside_the_file_says() {
    for (path, text) in fixtures("invalid") {
        let file = name(&path);
        let files = [(file.as_str(), text.as_str())];
        let problems = load(&files).expect_err("it is wrong");
        let sources = Sources::new(&files);
        let said: String = problems
            .iter()
            .map(|problem| format!("{}: {problem}\n", sources.place(problem.span.expect("it has a place"))))
            .collect();
        assert_beside(&path, "txt", &said);
        // Who validates hears no less.
        assert!(validate(&files).len() >= problems.iter().len());
    }
}

#[test]
fn who_validates_hears_what_the_text_beside_the_file_says() {
    for (path, files) in models("strict") {
        let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        load(&files).expect("it is a model all the same");
        let sources = Sources::new(&files);
        let line = |event: &codegen::idl::Event| {
            let place = sources.place(event.diagnostic.span.expect("it has a place"));
            format!("{place}: {}: {}\n", event.id, event.diagnostic)
        };
        let events = validate(&files);
        assert_beside(&path, "txt", &events.iter().map(line).collect::<String>());
        // Of the same model as a JSON AST they hear the same.
        let json = json_ast(&files).expect("it is a model all the same");
        let said = |events: &[codegen::idl::Event]| -> BTreeSet<(&str, String)> {
            events.iter().map(|event| (event.id, event.diagnostic.to_string())).collect()
        };
        assert_eq!(said(&validate(&[("twin.json", &json)])), said(&events), "{}", path.display());
    }
    for (path, files) in models("valid") {
        let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(validate(&files), [], "{}", path.display());
    }
}

#[test]
fn files_are_laid_out_as_the_text_beside_them() {
    for (path, text) in fixtures("layout") {
        let formatted = format(&text).expect("it is right");
        assert_beside(&path, "txt", &formatted);
        assert_eq!(format(&formatted).as_ref(), Ok(&formatted), "the second time nothing changes");
    }
}

#[test]
fn each_way_to_write_a_version_means_it() {
    // A set and a boxed number are of Smithy 1.0 alone.
    let old = "namespace a\nset Tags { member: String }\nstructure Shelf { @box width: PrimitiveInteger }\n";
    for (version, is_old) in [("1", true), ("1.0", true), ("1.0.0", true), ("2", false), ("2.0", false), ("2.1", false)]
    {
        let text = format!("$version: \"{version}\"\n{old}");
        assert_eq!(load(&[("a.smithy", &text)]).is_ok(), is_old, "{version}");
    }
    for unknown in ["0.5.0", "1.1", "2.0.0", "2.2", "3", ""] {
        let text = format!("$version: \"{unknown}\"\nnamespace a\n");
        let problems = load(&[("a.smithy", &text)]).expect_err("there is no such version");
        assert!(problems.as_slice()[0].problem.contains(&format!("no version {unknown:?} of Smithy")), "{problems:?}");
    }
}

#[test]
fn lists_and_maps_without_names_make_the_crate_that_those_with_names_make() {
    let text = |version: &str, names: &str, lamps: &str, more: &str| {
        format!(
            "$version: \"{version}\"\nnamespace a\nuse aws.protocols#restJson1\n\
             @restJson1\nservice Lamps {{ version: \"1\", operations: [Put] }}\n\
             @http(method: \"POST\", uri: \"/\")\noperation Put {{\n    input := {{ names: {names}, lamps: {lamps} }}\n}}\n\
             structure Lamp {{ lamps: {lamps} }}\n{more}"
        )
    };
    let named =
        "list Names { member: String }\nmap Lamps_ { key: String, value: LampList }\nlist LampList { member: Lamp }\n";
    let generate = |text: String| {
        let generated = codegen::generate_files(&[("a.smithy", &text)], &codegen::Options::of("lamps-sdk"));
        generated.map(|(generated, _)| generated.files).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
    };
    let expected = generate(text("2.0", "Names", "Lamps_", named));
    assert!(generate(text("2.1", "[String]", "{String: [Lamp]}", "")) == expected, "the crates differ");
}

#[test]
fn lists_without_names_that_would_have_one_name_are_told_apart() {
    let one = "$version: \"2.1\"\nnamespace n\nstructure S { one: [a.b#C], two: [a#b_C], three: [a.b#C] }\n";
    let two = "$version: \"2.1\"\nnamespace n\nstructure T { four: [a_b#C] }\n";
    let more = "$version: \"2\"\nnamespace a\nstring b_C\n";
    let files = [
        ("one.smithy", one),
        ("two.smithy", two),
        ("a.smithy", more),
        ("ab.smithy", "namespace a.b\nstring C\n"),
        ("a_b.smithy", "namespace a_b\nstring C\n"),
    ];
    let problems = load(&files).expect_err("they have one name");
    let sources = Sources::new(&files);
    let said: Vec<_> = problems.iter().map(|found| format!("{} {found}", sources.place(found.span.unwrap()))).collect();
    let also = "`n#_SyntheticListOf_a_b_C` is also defined at";
    let remedy = "with other members; give one of the two a name, as a list or map of its own";
    assert_eq!(
        said,
        [
            format!("one.smithy:3:20 {also} one.smithy:3:34, {remedy}"),
            format!("two.smithy:3:21 {also} one.smithy:3:34, {remedy}"),
        ]
    );
}

/// A reader that looked for the end of each to the end of the file would take minutes.
#[test]
fn many_texts_that_nothing_closes_are_read_in_proportion_to_their_number() {
    for line in ["\\\"\"\"\n", "\\\"\n"] {
        let text = format!("$version: \"2.1\"\nnamespace a\n{}", line.repeat(200_000));
        assert!(load(&[("a.smithy", &text)]).is_err(), "{line:?}");
        assert!(format(&text).is_err(), "{line:?}");
    }
}

#[test]
fn lines_are_as_wide_as_they_look() {
    // 70 letters and 140 bytes.
    let wide = "ä".repeat(70);
    let tags = format!("$version: \"2\"\n\nnamespace a\n\n@tags([\"{wide}\"])\nstring A\n");
    assert_eq!(format(&tags).expect("it is right"), tags);
    for source in [
        tags,
        format!("$version: \"2\"\n\nmetadata a = [{{ a: \"{wide}\" }}]\n\nnamespace a\n"),
        format!("$version: \"2\"\n\nnamespace a\n\n@deprecated(message: \"{wide}\")\nstring A\n"),
    ] {
        let written = idl_of(&[("a.smithy", &source)]).expect("it is right");
        let line = source.lines().find(|line| line.contains(&wide)).expect("it has one");
        let found = written.values().find_map(|text| text.lines().find(|line| line.contains(&wide)));
        assert_eq!(found, Some(line), "{written:?}");
    }
}

#[test]
fn files_are_put_together() {
    let one = ("one.smithy", "$version: \"2\"\nmetadata a = [1]\nnamespace a\n@tags([\"x\"])\nstring A\nstring C\n");
    let two = (
        "two.json",
        r#"{"smithy": "2.0", "metadata": {"a": [2]}, "shapes": {"a#A": {"type": "string", "traits": {"smithy.api#tags": ["y"]}},
            "a#B": {"type": "list", "member": {"target": "a#A"}}}}"#,
    );
    let three = ("three.smithy", "$version: \"2\"\nnamespace b\napply a#B$member @documentation(\"x\")\n");
    let model = load(&[one, two, three]).expect("they agree");
    assert_eq!(model.metadata["a"], serde_json::json!([1, 2]));
    let shape = |id: &str| &model.shapes[&codegen::ast::ShapeId::new(id)];
    assert_eq!(shape("a#A").traits.0["smithy.api#tags"].value, serde_json::json!(["x", "y"]));
    assert!(shape("a#B").members[0].traits.0.contains_key("smithy.api#documentation"));
    // Places count on from one file to the next.
    let sources_of = [one, two, three];
    let sources = Sources::new(&sources_of);
    assert_eq!(sources.place(shape("a#A").span), "one.smithy:5:8");
    assert_eq!(sources.place(shape("a#B").span), "two.json:2:20");
}

#[test]
fn what_contradicts_itself_names_both_places() {
    let one = "$version: \"2\"\nmetadata a = 1\nnamespace a\n@title(\"x\")\nservice A { version: \"1\" }\nstructure B { b: String }\n";
    let two = "$version: \"2\"\nmetadata a = 2\nnamespace a\n@title(\"y\")\nservice A { version: \"1\" }\nstructure B { b: Integer }\nlist A2 { member: B }\n";
    let files = [("one.smithy", one), ("two.smithy", two)];
    let problems = load(&files).expect_err("they contradict each other");
    let sources = Sources::new(&files);
    let said: Vec<_> = problems.iter().map(|found| format!("{} {found}", sources.place(found.span.unwrap()))).collect();
    assert_eq!(
        said,
        [
            "two.smithy:2:14 the metadata `a` has another value at one.smithy:2:14; remove one of the two, or make lists of both, which are joined",
            "two.smithy:4:8 `a#A` has the trait `smithy.api#title` with another value at one.smithy:4:8; remove one of the two",
            "two.smithy:6:11 `a#B` is also defined at one.smithy:6:11, with other members; remove one of the two, or rename it",
        ]
    );
}

#[test]
fn a_model_in_idl_makes_the_crate_that_its_json_makes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/wickr.json");
    let json = fs::read_to_string(path).expect("the model is there");
    let json = [("wickr.json", json.as_str())];
    let written = idl_of(&json).expect("it is right");
    let idl: Vec<_> = written.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let generate = |files: &[(&str, &str)]| {
        let generated = codegen::generate_files(files, &codegen::Options::of("wickr-sdk"));
        generated.map(|(generated, _)| generated.files).unwrap_or_else(|problems| panic!("{problems:?}"))
    };
    assert!(generate(&idl) == generate(&json), "the crates differ");
}
