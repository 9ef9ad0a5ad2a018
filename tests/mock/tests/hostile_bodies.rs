//! No body makes the mock fail or hang, whatever the protocol: such as are nearly right, and such as grow when they are read.

mod say;
mod small;
mod support;

use proptest::prelude::*;
use say::{NAMESPACE, start};
use sdk_mock::MockService;
use sdk_tests::mutation::cases;
use std::sync::LazyLock;
use std::time::Duration;
use support::{Reply, raw};
use tokio::runtime::Runtime;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("threads"));

/// Bodies that are understood: each with its protocol, path and header.
const BODIES: [(&str, &str, &str, &str); 4] = [
    (
        "restXml",
        "/say",
        "",
        "<Said xmlns=\"https://example.com/doc/\"><Text>a &amp; <![CDATA[b]]></Text><names><n>x</n></names><Flat>1</Flat>\
         <tags><entry><Key>k</Key><Value>v</Value></entry></tags><part id=\"1\"><bytes>AAE=</bytes></part></Said>",
    ),
    (
        "awsQuery",
        "/",
        "",
        "Action=Say&Version=1&Text=a+b%26&names.n.1=x&Flat.1=7&tags.entry.1.Key=k&tags.entry.1.Value=v",
    ),
    ("ec2Query", "/", "", "Action=Say&Version=1&Text=a&Names.1=x&Level.1=7&Part.Bytes=AAE%3D"),
    (
        "awsJson1_1",
        "/",
        "x-amz-target: Service.Say\r\n",
        "{\"text\": \"a\", \"names\": [\"x\"], \"part\": {\"bytes\": \"AAE=\"}}",
    ),
];

/// The service in each of these protocols.
static SERVICES: LazyLock<Vec<MockService>> = LazyLock::new(|| {
    let start =
        |(protocol, ..): &(&str, &str, &str, &str)| RUNTIME.block_on(start(&format!("aws.protocols#{protocol}")));
    BODIES.iter().map(start).collect()
});

/// Sends a body to one of them, which has to answer soon.
fn send(which: usize, body: &[u8]) -> Reply {
    let (_, path, header, _) = BODIES[which];
    let length = body.len();
    let head =
        format!("POST {path} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\nContent-Length: {length}\r\n{header}\r\n");
    let request = [head.as_bytes(), body].concat();
    let service = &SERVICES[which];
    let answer = async { tokio::time::timeout(Duration::from_secs(20), raw(service, &request)).await };
    RUNTIME.block_on(answer).expect("an answer in time")
}

/// What is put in place of some bytes.
fn patch() -> impl Strategy<Value = Vec<u8>> {
    let pieces: &'static [&str] = &[
        "", "<", ">", "</Said>", "&", "&#0;", "&lol;", "]]>", "<!--", "=", "%", "%00", ".", ".1", "{", "[", "\"",
        "null", "\u{fffe}",
    ];
    prop_oneof![
        prop::sample::select(pieces).prop_map(|piece| piece.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..6)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(300), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_body_makes_the_mock_fail(
        which in 0..BODIES.len(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..8usize, patch()), 1..6),
    ) {
        let mut body = BODIES[which].3.as_bytes().to_vec();
        for (at, length, patch) in edits {
            let begin = at.index(body.len() + 1);
            let end = (begin + length).min(body.len());
            body.splice(begin..end, patch);
        }
        let reply = send(which, &body);
        prop_assert!((200..500).contains(&reply.status), "{reply:?}");
    }
}

#[test]
fn bodies_that_grow_when_they_are_read_are_refused() {
    assert!((0..BODIES.len()).all(|which| send(which, BODIES[which].3.as_bytes()).status == 200));
    let said = |inner: &str| format!("<Said xmlns=\"{NAMESPACE}\">{inner}</Said>");
    let entities = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Said>&b;</Said>";
    for (which, body) in [
        (0, entities.to_owned()),
        (0, said(&"<x>".repeat(100_000))),
        (0, said(&format!("{}{}", "<x>".repeat(100_000), "</x>".repeat(100_000)))),
        (0, said(&"<x/>".repeat(2_000_000))),
        (1, format!("Action=Say&Version=1&{}", "a.".repeat(1_000_000))),
        (
            1,
            format!(
                "Action=Say&Version=1{}",
                (0..200_000).map(|number| format!("&Flat.{number}=1")).collect::<String>()
            ),
        ),
        (2, format!("Action=Say&Version=1&{}=1", ["a"; 200].join("."))),
        (3, "[".repeat(1_000_000)),
    ] {
        let reply = send(which, body.as_bytes());
        let expected: &[u16] = if body.len() > 10_000 && body.contains("</x>") { &[200, 400] } else { &[400, 402] };
        assert!(expected.contains(&reply.status), "{which}: {}: {reply:?}", &body[..80]);
    }
}
