//! The licence: every crate of the workspace names it, and its text is there.

use sdk_tests::read;

/// The licence as manifests name it, and the FNV-1a hash of its text.
const LICENSE: (&str, u64) = ("Apache-2.0", 0x2eb9_294a_0308_d938);

#[test]
fn every_crate_names_the_licence() {
    let named = format!("license = {:?}", LICENSE.0);
    let workspace = read("Cargo.toml");
    assert!(workspace.lines().any(|line| line == named), "Cargo.toml has no `{named}` in [workspace.package]");
    let members = members(&workspace);
    assert!(members.contains(&"runtime"), "the members of the workspace are read: {members:?}");
    for member in members {
        let manifest = read(&format!("{member}/Cargo.toml"));
        let names = manifest.lines().any(|line| line == "license.workspace = true" || line == named);
        assert!(names, "{member}/Cargo.toml has no `license.workspace = true`");
    }
}

#[test]
fn the_licences_text_is_there_to_the_letter() {
    // And in each published crate, since its package has to hold it.
    for folder in ["", "codegen/", "connect-sdk/", "runtime/", "wickr-sdk/"] {
        let text = read(&format!("{folder}LICENSE"));
        assert_eq!(fnv1a(&text), LICENSE.1, "{folder}LICENSE isn't the text of {}", LICENSE.0);
    }
}

/// The folders of the workspace's members.
fn members(manifest: &str) -> Vec<&str> {
    let (_, rest) = manifest.split_once("\nmembers = [").expect("the workspace has members");
    let (list, _) = rest.split_once(']').expect("the list has an end");
    list.split('"').skip(1).step_by(2).collect()
}

/// A hash that says whether a text is the one that is meant; it proves nothing against one who wants to deceive.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
