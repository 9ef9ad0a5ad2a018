//! A service of ours that has every kind of value, in each protocol: what is told comes back, if the mock has understood it.

/// The scene, with the crate of a protocol, and how a choice is made of a text and of a node.
macro_rules! scene {
    ($name:ident, $sdk:ident, $of_text:expr, $of_node:expr) => {
        pub(crate) mod $name {
            use crate::{Outcome, client};
            use std::collections::HashMap;
            use $sdk::operation::list::ListOutput;
            use $sdk::operation::tell::{TellError, TellInput};
            use $sdk::primitives::{Blob, DateTime};
            use $sdk::types::{Choice, Colour, Node};

            fn node(name: &str) -> Result<Node, Box<dyn std::error::Error>> {
                Ok(Node::builder().name(name).build()?)
            }

            fn everything() -> Result<TellInput, Box<dyn std::error::Error>> {
                let time = |nanos| DateTime::from_secs_and_nanos(1_772_357_400, nanos);
                let twig = Node::builder().name("twig").choice(($of_text)("a & b".to_owned())).build()?;
                let root = Node::builder().id("n-1").name("root").colour(Colour::Red).nodes(node("leaf")?).nodes(twig);
                let input = TellInput::builder()
                    .place("a/b +&")
                    .query("q=1&r s")
                    .header("h, i")
                    .text("a <b> & \"c\" 'd'\n\t\u{fc} \u{1f30a} ]]>")
                    .empty("")
                    .padded("  padded  ")
                    .yes(true)
                    .no(false)
                    .byte(-128)
                    .short(32767)
                    .count(5)
                    .long(9_007_199_254_740_993)
                    .float(1.5)
                    .double(-2.25e-7)
                    .infinite(f64::NEG_INFINITY)
                    .bytes(Blob::new([0, 1, 255]))
                    .when(time(500_000_000))
                    .dated(time(250_000_000))
                    .mailed(time(0))
                    .counted(time(750_000_000))
                    .colour(Colour::DarkGreen)
                    .dozen(12)
                    .name("twelve chars")
                    .set_texts(Some(["x", "", "z & z"].map(str::to_owned).into()))
                    .set_flat_texts(Some(["1", "2", "3"].map(str::to_owned).into()))
                    .set_named(Some(vec![3, 1, 2]))
                    .lists(vec!["a".to_owned()])
                    .lists(vec!["b".to_owned(), "c".to_owned()])
                    .times(time(0))
                    .times(DateTime::from_secs(1_772_443_800))
                    .set_map(Some(HashMap::from([("k 1".to_owned(), 1), ("k&2".to_owned(), 2)])))
                    .flat_map("a", 7)
                    .nodes_by_name("first", node("one")?)
                    .node(root.build()?)
                    .choice(($of_node)(node("chosen")?));
                Ok(input.build()?)
            }

            pub(crate) async fn scene(url: &str) -> Outcome {
                let client = client!($sdk, url);
                let told = everything()?;
                let tell = client.tell().set_place(told.place.clone()).set_query(told.query.clone());
                let heard = super::told_everything!(tell.set_header(told.header.clone()), told).send().await?;
                super::assert_same!(told, heard);
                let else_ = client.tell().place("elsewhere").send().await?;
                assert_eq!((else_.text(), else_.yes()), (Some("something else was said"), None));

                let long = client.tell().place("x").name("thirteen char").send().await.expect_err("too long");
                let long = long.into_service_error();
                let TellError::InvalidParameterException(why) = &long else { panic!("{long:?}") };
                assert!(why.message().is_some_and(|why| why.contains("Use 1 to 12 characters")), "{why:?}");
                assert_eq!(why.count(), 1);

                let pages = client.list().into_paginator().send().collect::<Result<Vec<ListOutput>, _>>().await?;
                let texts: Vec<&str> = pages.iter().flat_map(|page| page.texts()).map(String::as_str).collect();
                assert_eq!((pages.len(), texts), (2, vec!["a", "b", "c"]));
                Ok(())
            }
        }
    };
}

/// Does something with each member that is told and heard.
macro_rules! members {
    ($do:ident!($($given:tt)*)) => {
        $crate::kinds::$do! { ($($given)*) text set_text, empty set_empty, padded set_padded, yes set_yes, no set_no,
            byte set_byte, short set_short, count set_count, long set_long, float set_float, double set_double,
            infinite set_infinite, bytes set_bytes, when set_when, dated set_dated, mailed set_mailed,
            counted set_counted, colour set_colour, dozen set_dozen, name set_name, texts set_texts,
            flat_texts set_flat_texts, named set_named, lists set_lists, times set_times, map set_map,
            flat_map set_flat_map, nodes_by_name set_nodes_by_name, node set_node, choice set_choice }
    };
}

macro_rules! set_each {
    (($call:expr, $told:ident) $($member:ident $set:ident),*) => { $call$(.$set($told.$member.clone()))* };
}

macro_rules! assert_each {
    (($told:ident, $heard:ident) $($member:ident $set:ident),*) => {
        $( assert_eq!($told.$member, $heard.$member, stringify!($member)); )*
    };
}

macro_rules! told_everything {
    ($call:expr, $told:ident) => {
        $crate::kinds::members!(set_each!($call, $told))
    };
}

macro_rules! assert_same {
    ($told:ident, $heard:ident) => {
        $crate::kinds::members!(assert_each!($told, $heard))
    };
}

use {assert_each, assert_same, members, set_each, told_everything};

scene!(rest_json, kinds_rest_json_sdk, Choice::Text, |node| Choice::Node(Box::new(node)));
scene!(aws_json, kinds_aws_json_sdk, Choice::Text, |node| Choice::Node(Box::new(node)));
scene!(rpc_cbor, kinds_rpc_cbor_sdk, Choice::Text, |node| Choice::Node(Box::new(node)));
scene!(rpc_json, kinds_rpc_json_sdk, Choice::Text, |node| Choice::Node(Box::new(node)));
scene!(rest_xml, kinds_rest_xml_sdk, Choice::Text, |node| Choice::Node(Box::new(node)));
scene!(aws_query, kinds_aws_query_sdk, Choice::Text, |node| Choice::Node(Box::new(node)));
// It has no unions, so that a choice is a structure there.
scene!(ec2_query, kinds_ec2_query_sdk, |text: String| Choice::builder().text(text).build(), |node: Node| {
    Choice::builder().node(node).build()
});
