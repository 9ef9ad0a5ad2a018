//! The guides on a crate's front page.

use codegen::{Options, generate_with};

const MODEL: &str = r#"{"smithy": "2.0", "shapes": {
    "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Op"}], "traits": {"aws.protocols#restJson1": {}}},
    "a#Op": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/x"}}}}}"#;

fn front_page(guides: Option<&str>) -> String {
    let options = Options { guides: guides.map(str::to_owned), ..Options::of("a-sdk") };
    let (generated, _) = generate_with(MODEL, &options).expect("it is a model");
    generated.files["src/lib.rs"].clone()
}

#[test]
fn they_are_named_and_are_links_once_their_address_is_known() {
    let named = front_page(None);
    assert!(named.contains("`getting-started.md`, `testing.md`") && !named.contains("](http"), "{named}");
    for folder in ["https://example.com/sdks/docs", "https://example.com/sdks/docs/"] {
        let linked = front_page(Some(folder));
        assert!(linked.contains("[Testing](https://example.com/sdks/docs/testing.md)"), "{linked}");
    }
}

#[test]
fn an_address_stays_in_its_comment() {
    let lines =
        |page: &str| page.lines().filter(|line| !line.starts_with("//!")).map(str::to_owned).collect::<Vec<_>>();
    let sound = lines(&front_page(None));
    for address in ["x\nfn broken() {}", "https://e.com/\"></a>\n```\nfn broken() {}", "javascript:alert(1)"] {
        let page = front_page(Some(address));
        assert_eq!(lines(&page), sound, "{page}");
        assert!(!page.contains("](javascript:"), "{page}");
    }
}
