//! What `cargo xtask codegen` does to files: it replaces and removes what it wrote, follows no links, and does all or
//! nothing.

use super::{RIGHT, Scratch, UNTOUCHED};
use sdk_tests::cargo::{said, write};
use sdk_tests::model;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const BY_HAND: &str = "//! Written by hand.\n";

/// Every file below a folder with its content, links as where they lead.
pub(super) fn tree(dir: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.expect("the folder can be listed").path();
        let name = path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
        if path.is_symlink() {
            found.insert(name, format!("-> {}", fs::read_link(&path).expect("a link leads somewhere").display()));
        } else if path.is_dir() {
            found.extend(tree(&path).into_iter().map(|(below, text)| (format!("{name}/{below}"), text)));
        } else {
            found.insert(name, String::from_utf8_lossy(&fs::read(&path).expect("a file can be read")).into_owned());
        }
    }
    found
}

/// A scratch workspace with nothing in it.
pub(super) fn empty(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    let _ = fs::remove_dir_all(&scratch.root);
    write(&scratch.root.join("right.json"), &model(RIGHT));
    scratch
}

fn refused(output: &Output) -> String {
    let said = said(output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    said
}

#[test]
fn what_was_written_by_hand_is_not_replaced() {
    let scratch = empty("by_hand");
    scratch.codegen("right", &model(RIGHT));
    write(&scratch.root.join("sdk/src/client.rs"), BY_HAND);
    let before = tree(&scratch.root.join("sdk"));
    let said = refused(&scratch.run(&["codegen"]));
    assert!(said.contains("sdk/src/client.rs isn't generated"), "{said}");
    assert_eq!(tree(&scratch.root.join("sdk")), before);
}

#[test]
fn what_was_written_by_hand_is_not_removed_but_named() {
    let scratch = empty("surplus_by_hand");
    scratch.codegen("right", &model(RIGHT));
    write(&scratch.root.join("sdk/src/mine/notes.txt"), BY_HAND);
    write(&scratch.root.join("sdk/src/types/gone.rs"), UNTOUCHED);
    let output = scratch.run(&["codegen"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("src/mine/notes.txt isn't generated and was left"), "{}", said(&output));
    let tree = tree(&scratch.root.join("sdk/src"));
    assert_eq!(tree.get("mine/notes.txt").map(String::as_str), Some(BY_HAND));
    assert!(!tree.contains_key("types/gone.rs"), "what is generated and surplus is removed");
    let said = refused(&scratch.run(&["codegen", "--check"]));
    assert!(said.contains("src/mine/notes.txt is not a generated file"), "{said}");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let scratch = empty("links");
    scratch.codegen("right", &model(RIGHT));
    let theirs = scratch.root.join("theirs");
    write(&theirs.join("a.rs"), BY_HAND);
    // A file with the header, too: somebody else's generated crate.
    write(&theirs.join("client.rs"), UNTOUCHED);
    let elsewhere = tree(&theirs);
    let src = scratch.root.join("sdk/src");

    // A folder among the generated files is left as it is, and what lies behind it is nobody's business here.
    symlink(&theirs, src.join("theirs")).expect("links can be made");
    assert_eq!(scratch.run(&["codegen"]).status.code(), Some(0));
    assert_eq!(tree(&theirs), elsewhere);
    fs::remove_file(src.join("theirs")).expect("the link is there");

    // A file, a link that leads nowhere, and the whole of `src` are refused.
    for target in [theirs.join("client.rs"), "nowhere".into()] {
        fs::remove_file(src.join("client.rs")).expect("it was generated");
        symlink(&target, src.join("client.rs")).expect("links can be made");
        let said = refused(&scratch.run(&["codegen"]));
        assert!(said.contains("src/client.rs is a link") && said.contains("links are not followed"), "{said}");
        assert_eq!(tree(&theirs), elsewhere);
    }
    fs::remove_dir_all(&src).expect("it was generated");
    symlink(&theirs, &src).expect("links can be made");
    write(&theirs.join("lib.rs"), UNTOUCHED);
    let elsewhere = tree(&theirs);
    refused(&scratch.run(&["codegen"]));
    assert_eq!(tree(&theirs), elsewhere);
}

/// Runs `codegen` with files of at most so many blocks of 512 bytes, as on a disk that is full. With `killed`, the first
/// that is longer kills it.
#[cfg(unix)]
fn with_limit(scratch: &Scratch, blocks: u32, killed: bool, arguments: &str) -> Output {
    let trap = if killed { "" } else { "trap '' XFSZ; " };
    let script = format!("{trap}ulimit -f {blocks}; exec \"$0\" {arguments}");
    let run = Command::new("sh").args(["-c", &script]).arg(&scratch.xtask).current_dir(&scratch.root).output();
    run.expect("there is a shell")
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let scratch = empty("full");
    scratch.codegen("right", &model("{}"));
    write(&scratch.root.join("model/right.json"), &model(RIGHT));
    let before = tree(&scratch.root);
    let said = refused(&with_limit(&scratch, 1, false, "codegen"));
    assert!(said.contains("error: can't write ") && said.contains("nothing was changed"), "{said}");
    assert_eq!(tree(&scratch.root), before);

    let said = refused(&with_limit(&scratch, 1, false, "codegen --model right.json --out deep/new-sdk"));
    assert!(said.contains("deep/new-sdk/"), "{said}");
    assert_eq!(tree(&scratch.root), before);
    assert!(!scratch.root.join("deep").exists(), "no half of a crate, not even its folder");
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_the_crate_and_the_next_one_cleans_up() {
    let scratch = empty("killed");
    scratch.codegen("right", &model("{}"));
    write(&scratch.root.join("model/right.json"), &model(RIGHT));
    let before = tree(&scratch.root.join("sdk/src"));
    let killed = with_limit(&scratch, 1, true, "codegen");
    assert_eq!(killed.status.code(), None, "it dies by a signal: {}", said(&killed));
    assert_eq!(tree(&scratch.root.join("sdk/src")), before);
    assert!(scratch.root.join("sdk/.codegen-tmp").exists(), "otherwise this shows nothing");
    let output = scratch.run(&["codegen"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!scratch.root.join("sdk/.codegen-tmp").exists());
    assert_eq!(scratch.run(&["codegen", "--check"]).status.code(), Some(0));
}
