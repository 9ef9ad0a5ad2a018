//! Generated SDKs against a server that no one here wrote.
//!
//! Of each model in `tests/fixtures/services`, which `subset.py` has cut out of the official one, an SDK is generated; all of
//! them are built together, with a program that goes through a scene with each: things are made, listed by pages, changed,
//! read back and deleted, and what is refused is matched on. The other side is [moto](moto::Moto).
//!
//! Where there is no Python, or no way to install moto, the tests say so, and state only that the scenes build.

mod crates;
mod moto;

use moto::Moto;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

/// The program, and the server: built and started once for all tests. The server ends with the test's process.
static STAGE: LazyLock<(Result<PathBuf, String>, Result<Moto, String>)> =
    LazyLock::new(|| (crates::build(), Moto::start()));

/// Goes through a scene.
fn play(scene: &str) {
    let (program, moto) = &*STAGE;
    let program = program.as_ref().unwrap_or_else(|why| panic!("the scenes don't build:\n{why}"));
    let moto = match moto {
        Ok(moto) => moto,
        Err(why) => {
            println!("skipped: there is no moto here: {why}");
            return;
        }
    };
    let mut command = Command::new(program);
    command.args([scene, &moto.url]).env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1");
    let ended = command.output().expect("the program runs");
    assert!(ended.status.success(), "the scene of {scene} went wrong:\n{}", sdk_tests::cargo::said(&ended));
}

macro_rules! scenes {
    ($($scene:ident)+) => {
        const SCENES: &[&str] = &[$(stringify!($scene)),+];

        $(
            #[test]
            fn $scene() {
                play(stringify!($scene));
            }
        )+
    };
}

scenes! { cloudformation dynamodb ec2 iam kinesis route53 sns sqs sts }

#[test]
fn each_model_has_its_scene() {
    let models: Vec<String> = crates::models().into_iter().map(|(name, _)| name).collect();
    assert_eq!(models, SCENES);
}
