//! The SDKs of the services, and the program that goes through the scenes with them: one scratch workspace.

use crate::kinds::{PROTOCOLS, model_of_client};
use crate::talk;
use sdk_tests::cargo::{cargo, said, target};
use sdk_tests::fixtures;
use sdk_tests::scratch::Scratch;
use std::path::PathBuf;

/// The crate of the scenes.
const PROGRAM: &str = "scenes";

/// The services' models, by name.
pub(crate) fn models() -> Vec<(String, String)> {
    let models = fixtures("services").into_iter();
    models.filter(|(name, _)| !matches!(name.as_str(), "from_botocore" | "subset" | "subsets")).collect()
}

/// Generates the SDKs and builds the program, and says where it is, or why it is not.
pub(crate) fn build() -> Result<PathBuf, String> {
    let mut scratch = Scratch::new(target().join("tmp/scenes"));
    let mut dependencies = String::new();
    let kinds = PROTOCOLS.iter().map(|(name, protocol)| ((*name).to_owned(), model_of_client(protocol)));
    let talks = talk::PROTOCOLS.iter().map(|(name, protocol)| ((*name).to_owned(), talk::model(protocol)));
    for (name, model) in models().into_iter().chain(kinds).chain(talks) {
        let package = format!("{name}-sdk");
        let generated = codegen::generate(&model, &package);
        let generated = generated.map_err(|problems| format!("{name}.json should be right, but {problems:#?}"))?;
        scratch.put_crate(&package, &package, &generated);
        dependencies.push_str(&format!("{package} = {{ path = \"../{package}\" }}\n"));
    }
    let features = "features = [\"macros\", \"rt\", \"sync\", \"time\"]";
    // Features add up over a program, and many crates ask for this one, by which serde_json gives numbers in another form.
    dependencies.push_str("serde_json = { version = \"1\", features = [\"arbitrary_precision\"] }\n");
    scratch.put(
        format!("{PROGRAM}/Cargo.toml"),
        &format!(
            "[package]\nname = {PROGRAM:?}\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\n{dependencies}futures-core = \"0.3\"\ntokio = {{ version = \"1\", {features} }}\n\n[lints]\nworkspace = true\n"
        ),
    );
    for (name, text) in fixtures("../scenes/program") {
        scratch.put(format!("{PROGRAM}/src/{name}.rs"), &text);
    }
    let root = scratch.finish();
    let mut build = cargo();
    // Nobody debugs these.
    build.args(["build", "--package", PROGRAM]).env("CARGO_PROFILE_DEV_DEBUG", "0").current_dir(&root);
    let built = build.output().expect("cargo runs");
    if !built.status.success() {
        return Err(format!("{}:\n{}", root.display(), said(&built)));
    }
    Ok(target().join("debug").join(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX)))
}
