use super::stage::Stage;
use super::{Batch, Change, Folder, Found, Over};
use codegen::HEADER;
use std::fs;
use std::path::{Path, PathBuf};

/// An empty folder of the test's own.
fn scratch(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("the test has a path");
    let dir = test.with_file_name("files").join(name);
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).expect("the target folder can be written");
    dir.canonicalize().expect("it was made")
}

fn generated(text: &str) -> String {
    format!("// {HEADER}\n\n{text}\n")
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

/// Everything below a folder, links as what they lead to.
fn all(dir: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for path in Folder::at(dir).and_then(|folder| folder.files("")).expect("the folder can be read") {
        let text = fs::read_to_string(dir.join(&path)).unwrap_or_else(|error| error.to_string());
        found.push((path.display().to_string(), text));
    }
    found
}

fn put(dir: &Path, path: &str, over: Over<'_>) -> Result<(), String> {
    let mut batch = Batch::new();
    batch.folder(&Folder::at(dir).expect("the folder is one"));
    batch.put(path, &generated("new"), over).and_then(|()| batch.write()).map_err(|failure| format!("{failure:?}"))
}

#[test]
fn what_was_generated_is_replaced_and_what_was_written_is_not() {
    let dir = scratch("replaced");
    write(&dir.join("src/old.rs"), &generated("old"));
    write(&dir.join("src/empty.rs"), "\n");
    write(&dir.join("src/hand.rs"), "fn by_hand() {}");
    for path in ["src/old.rs", "src/empty.rs", "src/deep/er/new.rs"] {
        assert_eq!(put(&dir, path, Over::Generated), Ok(()));
        assert_eq!(fs::read_to_string(dir.join(path)).ok(), Some(generated("new")));
    }
    let refused = put(&dir, "src/hand.rs", Over::Generated).expect_err("it is written by hand");
    assert!(refused.contains("src/hand.rs isn't generated"), "{refused}");
    assert!(put(&dir, "src/old.rs", Over::Nothing).is_ok(), "it has this text already");
    assert!(put(&dir, "src/hand.rs", Over::Nothing).is_err());
    assert_eq!(fs::read_to_string(dir.join("src/hand.rs")).ok().as_deref(), Some("fn by_hand() {}"));
    assert!(!dir.join(".codegen-tmp").exists(), "nothing temporary is left");
}

#[test]
fn the_header_has_to_be_the_first_line() {
    let dir = scratch("header");
    for text in [format!("fn a() {{}}\n// {HEADER}\n"), format!("// {HEADER} No longer.\n"), format!("{HEADER}\n")] {
        write(&dir.join("a.rs"), &text);
        assert!(put(&dir, "a.rs", Over::Generated).is_err(), "{text}");
    }
    for text in [format!("# {HEADER}\n"), format!("// {HEADER}\r\n\r\nfn a() {{}}\r\n")] {
        write(&dir.join("a.rs"), &text);
        assert!(put(&dir, "a.rs", Over::Generated).is_ok(), "{text}");
    }
}

#[test]
fn an_edit_is_of_the_text_that_was_read() {
    let dir = scratch("edit");
    write(&dir.join("Cargo.toml"), "a");
    assert!(put(&dir, "Cargo.toml", Over::Text("b")).expect_err("somebody else wrote").contains("was changed"));
    assert_eq!(put(&dir, "Cargo.toml", Over::Text("a")), Ok(()));
    assert!(put(&dir, "gone.toml", Over::Text("a")).is_err());
}

#[test]
fn a_folder_or_a_file_in_the_way_is_refused() {
    let dir = scratch("in_the_way");
    write(&dir.join("src/lib.rs/file"), "");
    write(&dir.join("types"), "");
    for path in ["src/lib.rs", "types/a.rs"] {
        assert!(put(&dir, path, Over::Generated).expect_err(path).contains("is in the way"));
    }
    assert!(Folder::at(&dir.join("types")).is_err(), "a file is no folder");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_below_the_folder() {
    use std::os::unix::fs::symlink;
    let dir = scratch("links");
    let elsewhere = scratch("links_lead_here");
    write(&elsewhere.join("theirs.rs"), &generated("theirs"));
    fs::create_dir(dir.join("src")).expect("the folder is empty");
    symlink(&elsewhere, dir.join("src/types")).expect("links can be made");
    symlink(elsewhere.join("theirs.rs"), dir.join("src/lib.rs")).expect("links can be made");
    symlink("nowhere", dir.join("src/dangling.rs")).expect("links can be made");
    for path in ["src/types/theirs.rs", "src/types/new.rs", "src/lib.rs", "src/dangling.rs"] {
        for over in [Over::Generated, Over::Nothing, Over::Scratch] {
            assert!(put(&dir, path, over).expect_err(path).contains("links are not followed"), "{path}");
        }
    }
    assert_eq!(all(&elsewhere), [("theirs.rs".to_owned(), generated("theirs"))]);
    let files = Folder::at(&dir).and_then(|folder| folder.files("src")).expect("the folder can be read");
    assert_eq!(files.len(), 3, "a link is listed, and what lies behind it is not: {files:?}");
    // A link of the folder of what is temporary isn't followed either.
    symlink(&elsewhere, dir.join(".codegen-tmp")).expect("links can be made");
    assert!(put(&dir, "src/new.rs", Over::Generated).is_err());
    assert_eq!(all(&elsewhere).len(), 1);
}

#[cfg(unix)]
#[test]
fn the_folder_itself_can_be_a_link_to_one() {
    use std::os::unix::fs::symlink;
    let dir = scratch("named");
    fs::create_dir(dir.join("real")).expect("the folder is empty");
    symlink("real", dir.join("link")).expect("links can be made");
    symlink("nowhere", dir.join("dangling")).expect("links can be made");
    let at = |path: &str| Folder::at(&dir.join(path)).map(|folder| folder.path().to_owned());
    assert_eq!(at("link").ok(), Some(dir.join("real")));
    assert_eq!(at("link/../real/new/er").ok(), Some(dir.join("real/new/er")));
    assert!(at("dangling").is_err() && at("absent/../real").is_err());
}

/// A stage of three changes to a folder of old files, and what the folder had.
fn staged(name: &str) -> (PathBuf, Vec<(String, String)>, Stage) {
    let dir = scratch(name);
    write(&dir.join("src/a.rs"), &generated("old a"));
    write(&dir.join("src/gone/b.rs"), &generated("old b"));
    let before = all(&dir);
    let change = |path: &str, text: Option<&str>| Change { path: path.into(), text: text.map(generated) };
    let changes =
        [("src/a.rs", Some("a")), ("src/gone/b.rs", None), ("src/new/c.rs", Some("c")), ("src/d.rs", Some("d"))];
    let changes = changes.map(|(path, text)| change(path, text)).into();
    let stage =
        Stage::prepare(&Folder::at(&dir).expect("it is a folder"), changes).expect("the changes can be written");
    (dir, before, stage)
}

#[test]
fn changes_are_made_together() {
    let (dir, before, mut stage) = staged("together");
    assert_eq!(all(&dir.join("src")).len(), before.len(), "nothing is in place before all is written");
    stage.commit().expect("nothing is in the way");
    stage.keep();
    let paths: Vec<_> = all(&dir).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["src/a.rs", "src/d.rs", "src/new/c.rs"]);
    assert!(!dir.join("src/gone").exists(), "a folder that is emptied goes");
}

#[test]
fn a_change_that_fails_takes_the_others_back() {
    let (dir, before, mut stage) = staged("taken_back");
    // Somebody is quicker.
    fs::create_dir(dir.join("src/d.rs")).expect("nothing is there");
    assert!(stage.commit().is_err());
    drop(stage);
    assert_eq!(all(&dir), before);
    assert!(!dir.join("src/new").exists(), "folders that were made go, too");
}

#[test]
fn what_isnt_committed_leaves_no_trace() {
    let (dir, before, stage) = staged("dropped");
    drop(stage);
    assert_eq!(all(&dir), before);
}

#[test]
fn one_folder_that_fails_takes_the_others_back() {
    let (first, second) = (scratch("first"), scratch("second"));
    let mut batch = Batch::new();
    for dir in [&first, &second] {
        batch.folder(&Folder::at(dir).expect("it is a folder"));
        batch.put("src/a.rs", &generated("a"), Over::Generated).expect("nothing is there");
    }
    write(&second.join("src"), "a file where the folder would be");
    assert!(batch.write().is_err());
    assert_eq!(all(&first), []);
}

#[test]
fn what_a_killed_run_left_is_removed_by_the_next_and_two_dont_meet() {
    let dir = scratch("killed");
    write(&dir.join(".codegen-tmp/new/src/a.rs"), &generated("half"));
    write(&dir.join(".codegen-tmp/old/src/b.rs"), &generated("old"));
    write(&dir.join(".codegen-tmp/lock"), "");
    assert_eq!(put(&dir, "src/c.rs", Over::Generated), Ok(()));
    assert_eq!(all(&dir), [("src/c.rs".to_owned(), generated("new"))]);

    let (dir, _, stage) = staged("two");
    assert!(put(&dir, "src/c.rs", Over::Generated).expect_err("another run is there").contains("another run"));
    drop(stage);
    assert_eq!(put(&dir, "src/c.rs", Over::Generated), Ok(()));
}

#[test]
fn files_that_are_looked_at_are_what_they_are() {
    let dir = scratch("looked_at");
    fs::write(dir.join("bytes"), [0xff, 0xfe]).expect("the folder can be written");
    let folder = Folder::at(&dir).expect("it is a folder");
    assert!(matches!(folder.look("bytes"), Ok(Found::Written(_))));
    assert!(matches!(folder.look("none/at/all"), Ok(Found::Absent)));
}
