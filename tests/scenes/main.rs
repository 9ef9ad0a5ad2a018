//! Generated SDKs against a server that no one here wrote.
//!
//! Of each model in `tests/fixtures/services`, which `subset.py` has cut out of the official one, an SDK is generated; all of
//! them are built together, with a program that goes through a scene with each: things are made, listed by pages, changed,
//! read back and deleted, and what is refused is matched on. The other side is [moto](moto::Moto); and for every kind of value
//! in each protocol, and for streams of events, the mock ([kinds], [talk]).
//!
//! Where there is no Python, or no way to install moto, its scenes say so, and state only that they build.

mod crates;
mod kinds;
mod moto;
mod talk;

use moto::Moto;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;

/// The program, built once for all tests.
static PROGRAM: LazyLock<Result<PathBuf, String>> = LazyLock::new(crates::build);

/// The server, started once for all tests. It ends with the test's process.
static MOTO: LazyLock<Result<Moto, String>> = LazyLock::new(Moto::start);

/// The program at a scene, with the server at this URL.
fn program(scene: &str, url: &str) -> Command {
    let program = PROGRAM.as_ref().unwrap_or_else(|why| panic!("the scenes don't build:\n{why}"));
    let mut command = Command::new(program);
    command.args([scene, url]).env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1");
    command
}

/// Fails if a scene went wrong.
fn check(scene: &str, ended: &Output) {
    assert!(ended.status.success(), "the scene of {scene} went wrong:\n{}", sdk_tests::cargo::said(ended));
}

/// Goes through a scene with moto.
fn play(scene: &str) {
    match &*MOTO {
        Ok(moto) => check(scene, &program(scene, &moto.url).output().expect("the program runs")),
        Err(why) => {
            program(scene, "");
            println!("skipped: there is no moto here: {why}");
        }
    }
}

#[test]
fn every_kind_of_value_goes_there_and_back_in_each_protocol() {
    let runtime = tokio::runtime::Runtime::new().expect("threads");
    for (scene, protocol) in kinds::PROTOCOLS {
        let service = runtime.block_on(kinds::start(protocol));
        let mut command = program(scene, service.url());
        command.env("SCENE_KEY_ID", service.access_key_id()).env("SCENE_SECRET", service.secret_access_key());
        check(scene, &command.output().expect("the program runs"));
        let whys: Vec<_> = service.requests().into_iter().filter_map(|request| request.why).collect();
        assert_eq!(whys.len(), 1, "{scene}: all but one request is granted, and yet {whys:?}");
    }
}

#[test]
fn events_go_there_and_back_in_each_protocol() {
    let runtime = tokio::runtime::Runtime::new().expect("threads");
    for (scene, protocol) in talk::PROTOCOLS {
        let service = runtime.block_on(talk::start(protocol));
        let mut command = program(scene, service.url());
        command.env("SCENE_KEY_ID", service.access_key_id()).env("SCENE_SECRET", service.secret_access_key());
        check(scene, &command.output().expect("the program runs"));
        talk::check(scene, &service);
    }
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

scenes! { cloudformation dynamodb ec2 iam kinesis route53 s3 sns sqs sts }

#[test]
fn each_model_has_its_scene() {
    let models: Vec<String> = crates::models().into_iter().map(|(name, _)| name).collect();
    assert_eq!(models, SCENES);
}
