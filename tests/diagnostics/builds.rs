//! Models that a `smithy-build.json` describes: which files are read, what a projection changes, and the packages that
//! nobody fetches.

use super::Scratch;
use super::files::empty;
use sdk_tests::cargo::{said, write};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MODEL: &str = r##"$version: "2"
namespace harbor
use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1
use harbor.common#Berth

@restJson1
@service(sdkId: "Harbor")
@sigv4(name: "harbor")
@smithy.rules#endpointRuleSet({
    version: "1.0"
    parameters: { Endpoint: { type: "string", builtIn: "SDK::Endpoint", required: true, documentation: "Where it is." } }
    rules: [{ type: "endpoint", conditions: [], endpoint: { url: { ref: "Endpoint" } } }]
})
service Harbor { version: "1", operations: [Moor, Scuttle] }

@http(method: "POST", uri: "/moor")
operation Moor { input := { berth: Berth } }

@internal
@http(method: "POST", uri: "/scuttle")
operation Scuttle {}
"##;

const COMMON: &str = "$version: \"2\"\nnamespace harbor.common\nstructure Berth { number: Integer }\n";

const BUILD: &str = r#"{
    // Models only.
    "version": "1.0",
    "sources": ["api"],
    "maven": {"dependencies": ["com.example:common:1.0.0"]},
    "projections": {
        "public": {"transforms": [{"name": "excludeShapesByTrait", "args": {"traits": ["internal"]}}]},
        "staff": {"imports": ["staff"]}
    }
}"#;

/// A project whose model lacks a package, and the package as a jar, as the folder that a jar is, and as a folder of models.
fn project(name: &str) -> Scratch {
    let scratch = empty(name);
    write(&scratch.root.join("shop/smithy-build.json"), BUILD);
    write(&scratch.root.join("shop/api/main.smithy"), MODEL);
    write(&scratch.root.join("shop/build/old.smithy"), "what a build left here is no source");
    let more = "$version: \"2\"\nnamespace harbor.staff\nstructure Extra {}\n";
    write(&scratch.root.join("shop/staff/more.smithy"), more);
    write(&scratch.root.join("models/common.smithy"), COMMON);
    write(&scratch.root.join("unpacked/META-INF/smithy/manifest"), "# models\ncommon.smithy\n\n");
    write(&scratch.root.join("unpacked/META-INF/smithy/common.smithy"), COMMON);
    write(&scratch.root.join("unpacked/other.json"), "no model");
    jar(&scratch.root.join("common.jar"), &[("manifest", "common.smithy\n"), ("common.smithy", COMMON)]);
    scratch
}

fn jar(path: &Path, entries: &[(&str, &str)]) {
    let mut jar = ZipWriter::new(File::create(path).expect("it can be made"));
    for (name, text) in entries {
        jar.start_file(format!("META-INF/smithy/{name}"), SimpleFileOptions::default()).expect("it can be written");
        jar.write_all(text.as_bytes()).expect("it can be written");
    }
    jar.finish().expect("it can be written");
}

/// The JSON AST that the arguments yield.
fn ast(scratch: &Scratch, arguments: &[&str]) -> String {
    let output = scratch.run(&[&["smithy", "ast"], arguments].concat());
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn refused(scratch: &Scratch, arguments: &[&str]) -> String {
    let output = scratch.run(arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", said(&output));
    said(&output)
}

#[test]
fn a_project_is_read_as_its_file_says_with_the_packages_that_are_given() {
    let scratch = project("builds");
    let whole = ast(&scratch, &["shop", "--dependency", "common.jar"]);
    assert!(whole.contains("harbor#Scuttle") && whole.contains("harbor.common#Berth"), "{whole}");
    assert!(!whole.contains("harbor.staff"), "{whole}");
    for arguments in [
        ["shop/smithy-build.json", "--dependency", "common.jar"],
        ["shop", "--dependency", "unpacked"],
        ["shop", "--dependency", "models"],
        ["shop", "--dependency", "models/common.smithy"],
    ] {
        assert_eq!(ast(&scratch, &arguments), whole, "{arguments:?}");
    }
    let public = ast(&scratch, &["shop", "--dependency", "common.jar", "--projection", "public"]);
    assert!(!public.contains("Scuttle") && public.contains("harbor#Moor"), "{public}");
    let staff = ast(&scratch, &["shop", "--dependency", "common.jar", "--projection", "staff"]);
    assert!(staff.contains("harbor.staff#Extra"), "{staff}");
}

#[test]
fn a_crate_has_what_its_projection_leaves() {
    let scratch = project("builds-crate");
    let generate = ["codegen", "--model", "shop", "--dependency", "common.jar", "--out", "harbor-sdk"];
    let output = scratch.run(&[&generate[..], &["--projection", "public"]].concat());
    assert!(output.status.success(), "{}", said(&output));
    let operations = scratch.root.join("harbor-sdk/src/operation");
    assert!(operations.join("moor.rs").exists() && !operations.join("scuttle.rs").exists());

    // In a workspace, the manifest says so.
    write(&scratch.root.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"sdk\"]\n");
    let manifest = "[package]\nname = \"sdk\"\nversion = \"0.1.0\"\n\n[package.metadata.codegen]\nmodel = \"../shop\"\n\
                    projection = \"public\"\ndependencies = [\"../common.jar\"]\n";
    write(&scratch.root.join("sdk/Cargo.toml"), manifest);
    write(&scratch.root.join("sdk/src/lib.rs"), super::UNTOUCHED);
    let output = scratch.run(&["codegen"]);
    assert!(output.status.success(), "{}", said(&output));
    let operations = scratch.root.join("sdk/src/operation");
    assert!(operations.join("moor.rs").exists() && !operations.join("scuttle.rs").exists());

    // What a projection hides is a difference.
    let compared = ["diff", "shop", "shop", "--dependency", "common.jar"];
    assert!(scratch.run(&[&compared[..], &["--fail-on", "any"]].concat()).status.success());
}

#[test]
fn a_new_crate_keeps_the_model_as_it_was() {
    let scratch = project("builds-new");
    super::members::root(&scratch);
    write(&scratch.root.join("plain/main.smithy"), MODEL);
    write(&scratch.root.join("plain/within/common.smithy"), COMMON);
    write(
        &scratch.root.join("one.smithy"),
        &format!("{}structure Berth {{}}\n", MODEL.replace("use harbor.common#Berth\n", "")),
    );
    let project = ["shop", "--dependency", "common.jar", "--projection", "public"];
    for (name, model, kept) in [
        ("plain", &["plain"][..], "../model/plain"),
        ("one", &["one.smithy"], "../model/one.smithy"),
        ("shop", &project, "../model/shop.json"),
    ] {
        let output = scratch.run(&[&["new", name, "--model"], model].concat());
        assert!(output.status.success(), "{}", said(&output));
        let manifest = fs::read_to_string(scratch.root.join(format!("{name}-sdk/Cargo.toml"))).expect("it was written");
        assert!(manifest.contains(&format!("model = \"{kept}\"")), "{manifest}");
        assert!(scratch.run(&["codegen", "--check"]).status.success(), "{name}");
    }
    let copied = fs::read_to_string(scratch.root.join("model/plain/within/common.smithy")).expect("it was copied");
    assert_eq!(copied, COMMON);
    assert!(!fs::read_to_string(scratch.root.join("model/shop.json")).expect("it was made").contains("Scuttle"));
    let said = refused(&scratch, &["new", "plain", "--model", "one.smithy"]);
    assert!(said.contains("choose another name"), "{said}");
}

#[test]
fn what_is_missing_is_named_with_what_would_help() {
    let scratch = project("builds-wrong");
    let said = refused(&scratch, &["codegen", "--model", "shop", "--out", "harbor-sdk"]);
    assert!(said.contains("harbor.common#Berth") && said.contains("shop/api/main.smithy:"), "{said}");
    assert!(said.contains("`com.example:common:1.0.0`") && said.contains("--dependency"), "{said}");

    let said = refused(&scratch, &["smithy", "ast", "shop", "--projection", "privat"]);
    assert!(said.contains("no projection `privat`") && said.contains("ask for one of `public`, `staff`"), "{said}");
    let said = refused(&scratch, &["smithy", "ast", "models", "--projection", "public"]);
    assert!(said.contains("no smithy-build.json"), "{said}");

    jar(&scratch.root.join("empty.jar"), &[("common.smithy", COMMON)]);
    let said = refused(&scratch, &["smithy", "ast", "shop", "--dependency", "empty.jar"]);
    assert!(said.contains("empty.jar has no META-INF/smithy/manifest"), "{said}");
    jar(&scratch.root.join("lacks.jar"), &[("manifest", "../../etc/passwd.smithy\n")]);
    let said = refused(&scratch, &["smithy", "ast", "shop", "--dependency", "lacks.jar"]);
    assert!(said.contains("lists ../../etc/passwd.smithy") && said.contains("doesn't have it"), "{said}");
    write(&scratch.root.join("unpacked/META-INF/smithy/manifest"), "../../../models/common.smithy\n");
    let said = refused(&scratch, &["smithy", "ast", "shop", "--dependency", "unpacked"]);
    assert!(said.contains("leads out of its folder"), "{said}");
    // A model that is listed again is the same, and a list has an end.
    jar(&scratch.root.join("again.jar"), &[("manifest", &"common.smithy\n".repeat(1000)), ("common.smithy", COMMON)]);
    let whole = ast(&scratch, &["shop", "--dependency", "common.jar"]);
    assert_eq!(ast(&scratch, &["shop", "--dependency", "again.jar"]), whole);
    let many: String = (0..20_000).map(|number| format!("{number}.smithy\n")).collect();
    jar(&scratch.root.join("many.jar"), &[("manifest", &many), ("0.smithy", COMMON)]);
    let said = refused(&scratch, &["smithy", "ast", "shop", "--dependency", "many.jar"]);
    assert!(said.contains("many.jar lists more than 10000 models"), "{said}");
    write(&scratch.root.join("no.jar"), "no archive");
    let said = refused(&scratch, &["smithy", "ast", "shop", "--dependency", "no.jar"]);
    assert!(said.contains("no.jar"), "{said}");

    // What a projection makes of a model that is right has to be one, too.
    let taken = r#"{"version": "1.0", "sources": ["../models"], "projections": {"taken": {"transforms": [
        {"name": "renameShapes", "args": {"renamed": {"harbor.common#Berth": "harbor.common#Other"}}},
        {"name": "renameShapes", "args": {"renamed": {"harbor.common#Berth": "harbor.common#Other"}}}]}}}"#;
    write(&scratch.root.join("twice/smithy-build.json"), taken);
    assert!(scratch.run(&["smithy", "validate", "twice"]).status.success());
    let said = refused(&scratch, &["smithy", "validate", "twice", "--projection", "taken"]);
    assert!(said.contains("renames `harbor.common#Berth`, which the model doesn't have"), "{said}");

    write(&scratch.root.join("away/smithy-build.json"), "{\"version\": \"1.0\", \"sources\": [\"absent\"]}");
    let said = refused(&scratch, &["smithy", "ast", "away"]);
    assert!(said.contains("names away/absent, which isn't there"), "{said}");
    write(&scratch.root.join("away/smithy-build.json"), "{\"version\": \"1.0\", \"sources\": [\"absent\"}");
    let said = refused(&scratch, &["smithy", "ast", "away"]);
    assert!(said.contains("away/smithy-build.json:1:") && said.contains("not JSON"), "{said}");
}
