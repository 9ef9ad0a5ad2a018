//! Trees of any form, written and read again.

use super::element::Element;
use super::node::{Attribute, Form, Named, Node, Style};
use super::{Namespace, parse, render};
use fastrand::Rng;

const NAMES: [&str; 4] = ["a", "b", "c-d", "x:y"];

/// A text with what XML treats in a way of its own.
fn text(rng: &mut Rng) -> String {
    const PIECES: [&str; 14] =
        ["a", " ", "\r\n", "\r", "\n", "\t", "&", "<", ">", "\"", "]]>", "&amp;", "\u{85}\u{2028}", "Ä\u{1f980}"];
    (0..rng.usize(..6)).map(|_| PIECES[rng.usize(..PIECES.len())]).collect()
}

fn node(rng: &mut Rng, depth: usize) -> Node {
    let items = |rng: &mut Rng| (0..rng.usize(..4)).map(|_| node(rng, depth - 1)).collect::<Vec<_>>();
    let form = match if depth == 0 { 0 } else { rng.usize(..4) } {
        0 => Form::Text(text(rng)),
        1 => {
            let attributes = NAMES.into_iter().filter(|_| rng.bool()).collect::<Vec<_>>();
            let attributes = attributes.into_iter().map(|name| Attribute { name, key: "", text: text(rng) }).collect();
            let members = items(rng).into_iter().map(|node| Named { name: NAMES[rng.usize(..4)], key: "", node });
            Form::Members(attributes, members.collect())
        }
        2 => Form::List(Style { flat: rng.bool(), ..Style::USUAL }, items(rng)),
        _ => {
            let entries = items(rng).into_iter().map(|value| (Node::text(text(rng)), value)).collect();
            Form::Map(Style { flat: rng.bool(), ..Style::USUAL }, entries)
        }
    };
    let namespace = rng.bool().then_some(Namespace { prefix: "n", uri: "urn:\"&<" });
    Node { form, namespace }
}

/// The elements that a node makes: name, attributes, text and elements within.
#[derive(Debug, PartialEq)]
struct Expected(String, Vec<(String, String)>, String, Vec<Expected>);

fn expected(name: &str, node: &Node) -> Vec<Expected> {
    let one = |attributes, text, within| vec![Expected(name.to_owned(), attributes, text, within)];
    let entry = |name: &str, (key, value): &(Node, Node)| {
        let within = [expected("key", key), expected("value", value)].into_iter().flatten().collect();
        Expected(name.to_owned(), Vec::new(), String::new(), within)
    };
    match &node.form {
        Form::Text(text) => one(Vec::new(), text.clone(), Vec::new()),
        Form::Members(attributes, members) => {
            let attributes = attributes.iter().map(|found| (found.name.to_owned(), found.text.clone())).collect();
            one(
                attributes,
                String::new(),
                members.iter().flat_map(|member| expected(member.name, &member.node)).collect(),
            )
        }
        Form::List(style, items) if style.flat => items.iter().flat_map(|item| expected(name, item)).collect(),
        Form::List(style, items) => {
            one(Vec::new(), String::new(), items.iter().flat_map(|item| expected(style.item, item)).collect())
        }
        Form::Map(style, entries) if style.flat => entries.iter().map(|found| entry(name, found)).collect(),
        Form::Map(_, entries) => {
            one(Vec::new(), String::new(), entries.iter().map(|found| entry("entry", found)).collect())
        }
    }
}

fn found(element: &Element<'_>) -> Expected {
    let attributes = element.attributes.iter().map(|(name, text)| ((*name).to_owned(), text.to_string())).collect();
    let within = element.children.iter().map(found).collect();
    Expected(element.name.to_owned(), attributes, element.text.to_string(), within)
}

#[test]
fn what_is_written_is_read_again() {
    for seed in 0..2_000 {
        let mut rng = Rng::with_seed(seed);
        let members = vec![Named { name: "m", key: "", node: node(&mut rng, 4) }];
        let root = Node::from(Form::Members(Vec::new(), members));
        let text = render("root", &root).unwrap_or_else(|error| panic!("{seed}: {error}"));
        let element = parse(text.as_bytes()).unwrap_or_else(|error| panic!("{seed}: {error}\n{text}"));
        assert_eq!(vec![found(&element)], expected("root", &root), "{seed}\n{text}");
    }
}

#[test]
fn noise_is_refused_without_a_panic() {
    const PIECES: [&str; 20] = [
        "<a",
        ">",
        "/>",
        "</a>",
        "<b>",
        "</b>",
        " x=",
        "\"",
        "'",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "&",
        ";",
        "&#x41",
        "<!DOCTYPE",
        "é",
    ];
    let mut read = 0;
    for seed in 0..20_000 {
        let mut rng = Rng::with_seed(seed);
        let noise: String = (0..rng.usize(..12)).map(|_| PIECES[rng.usize(..PIECES.len())]).collect();
        read += usize::from(parse(noise.as_bytes()).is_ok());
    }
    assert!(read > 0, "some of it is XML");
}

#[test]
fn entities_are_xmls_own_and_numbers() {
    let text = |text: &str| parse(format!("<a>{text}</a>").as_bytes()).map(|element| element.text.into_owned());
    assert_eq!(text("&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F980;").as_deref(), Ok("<>&\"'AB\u{1f980}"));
    assert_eq!(text("&amp;lt;").as_deref(), Ok("&lt;"));
    for unknown in ["&nbsp;", "&#x110000;", "&#xD800;", "&#;", "&#x;", "&#+5;", "&#-1;", "&", "& ;", "&#99999999999;"] {
        assert!(text(unknown).is_err(), "{unknown}");
    }
}

#[test]
fn a_document_is_one_element() {
    for (document, problem) in [
        ("", "there is no element"),
        ("<!-- -->", "there is no element"),
        ("<a><b></b>", "<a> has no end"),
        ("<a></b>", "<a> ends with </b>"),
        ("<a:b></b>", "<a:b> ends with </b>"),
    ] {
        assert_eq!(
            parse(document.as_bytes()).map(drop).map_err(|error| error.to_string()),
            Err(problem.to_owned()),
            "{document}"
        );
    }
    for not_one in ["<a/><b/>", "<a/>text", "text<a/>", "</a>", "<a b=c/>", "<a b=\"<\"/>", "\u{feff}\u{feff}<"] {
        assert!(parse(not_one.as_bytes()).is_err(), "{not_one}");
    }
    for one in ["\u{feff}<a/>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- x --><a/>\n<!-- y -->", "<a ></a >"] {
        assert!(parse(one.as_bytes()).is_ok(), "{one}");
    }
    assert!(parse(b"<a>\xff</a>").is_err());
}

#[test]
fn attributes_are_kept_and_declarations_of_namespaces_are_not() {
    let text = "<a xmlns=\"urn:a\" xmlns:x='urn:x' x:b = '1&amp;\r\n' c=\"\"/>";
    let element = parse(text.as_bytes()).expect("it is XML");
    let attributes: Vec<_> = element.attributes.iter().map(|(name, text)| (*name, text.as_ref())).collect();
    assert_eq!(attributes, [("x:b", "1&\n"), ("c", "")]);
}
