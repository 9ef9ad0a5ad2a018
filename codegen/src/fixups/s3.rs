//! Amazon S3: what its clients have to know that its model doesn't say.

use super::{Fixup, has_operations};
use crate::ast::{Member, Model, Shape, ShapeId};
use crate::traits::{IN_ENDPOINT, LENIENT, MORE_IF, VERBATIM};
use serde_json::{Value, json};

const S3: &str = "com.amazonaws.s3#AmazonS3";

/// The corrections of Amazon S3's model.
pub(super) const FIXUPS: &[Fixup] = &[
    // The endpoint rules put the bucket before the host, or at the beginning of the path where it can't stand there; URIs
    // begin with it nonetheless, so that requests would say it twice (Amazon S3 User Guide, "Virtual hosting of buckets").
    Fixup {
        service: S3,
        name: "buckets are in the endpoint",
        apply: |model| {
            let in_path = inputs(model, |shape| uri(shape).is_some_and(|uri| uri.starts_with(BUCKET)));
            for (operation, input) in &in_path {
                if let Some(Value::String(uri)) = model.shapes.get_mut(operation).and_then(uri_mut)
                    && let Some(rest) = uri.strip_prefix(BUCKET)
                {
                    *uri = rest.to_owned();
                }
                mark(model, input, "Bucket", IN_ENDPOINT);
            }
            !in_path.is_empty() || !has_operations(model)
        },
    },
    // A key is any text: `../x`, `a//b` and `.` name objects of their own, and lead nowhere else (the same guide, "Naming
    // Amazon S3 objects").
    Fixup {
        service: S3,
        name: "keys are what they are",
        apply: |model| {
            let with_key = inputs(model, |shape| uri(shape).is_some_and(|uri| uri.contains("{Key+}")));
            let marked = with_key.iter().filter(|(_, input)| mark(model, input, "Key", VERBATIM)).count();
            marked > 0 || !has_operations(model)
        },
    },
    // The model says of no operation that it can be repeated, though clients are told to do so (the same guide, "Best practices
    // design patterns: optimizing Amazon S3 performance"). It goes by HTTP: reading changes nothing, and what is put or
    // deleted once more is put or deleted (RFC 9110, section 9.2.2). Uploads are completed, and objects deleted, by POST.
    Fixup {
        service: S3,
        name: "requests can be repeated as HTTP says",
        apply: |model| {
            let mut applies = !has_operations(model);
            for operation in model.shapes.values_mut().filter(|shape| shape.kind == "operation") {
                let Some(http) = operation.traits.http().ok().flatten() else { continue };
                let repeatable = ["CompleteMultipartUpload", "DeleteObjects"].contains(&operation.id.name());
                let mark = match http.method.as_str() {
                    "GET" | "HEAD" => "smithy.api#readonly",
                    "PUT" | "DELETE" => "smithy.api#idempotent",
                    _ if repeatable => "smithy.api#idempotent",
                    _ => continue,
                };
                applies |= !operation.traits.has(mark);
                operation.traits.mark(mark);
            }
            applies
        },
    },
    // Whoever stores an object says when it expires, in a header that is passed on whatever it holds. Programs know it as a
    // date; the text is beside that, as in the AWS SDK for Rust.
    Fixup {
        service: S3,
        name: "Expires may be no date",
        apply: |model| {
            let is_expires = |member: &Member| member.name == "Expires" && member.traits.has("httpHeader");
            let outputs: Vec<ShapeId> = model
                .shapes
                .values()
                .filter(|shape| shape.kind == "operation")
                .flat_map(|shape| shape.references("output").map(|output| output.target.clone()))
                .collect();
            // A model without answers that expire has nothing to correct, and one that has the text was mended.
            let is_mended = model.shapes.values().any(|shape| shape.member("ExpiresString").is_some());
            let mut texts = Vec::new();
            for shape in model.shapes.values_mut() {
                let Some(at) = shape.members.iter().position(is_expires) else { continue };
                let Some(member) = shape.members.get_mut(at) else { continue };
                texts.push(member.target.clone());
                if outputs.contains(&shape.id) {
                    let text = Member {
                        name: "ExpiresString".to_owned(),
                        target: ShapeId::new("smithy.api#String"),
                        ..member.clone()
                    };
                    member.traits.mark(LENIENT);
                    member.traits.add(
                        "smithy.api#deprecated",
                        json!({"message": "use `expires_string`, which has what is no date, too"}),
                    );
                    shape.members.insert(at + 1, text);
                }
            }
            for id in &texts {
                if let Some(shape) = model.shapes.get_mut(id).filter(|shape| shape.kind == "string") {
                    shape.kind = "timestamp".to_owned();
                }
            }
            !is_mended
        },
    },
    // The last page of an upload's parts has a token, too: with it, the first page would come again. Whether there is more
    // stands beside it (Amazon S3 API Reference, "ListParts").
    Fixup {
        service: S3,
        name: "parts end where they say so",
        apply: |model| {
            let Some(list) = model.shapes.values_mut().find(|shape| shape.id.name() == "ListParts") else {
                return true;
            };
            let applies = list.traits.has("paginated") && !list.traits.has(MORE_IF);
            list.traits.add(MORE_IF, json!("IsTruncated"));
            applies
        },
    },
];

const BUCKET: &str = "/{Bucket}";

/// The operations that are such, each with its input.
fn inputs(model: &Model, is_such: impl Fn(&Shape) -> bool) -> Vec<(ShapeId, ShapeId)> {
    let operations = model.shapes.values().filter(|shape| shape.kind == "operation" && is_such(shape));
    let with_input = operations.filter_map(|shape| {
        let input = shape.references("input").next()?;
        Some((shape.id.clone(), input.target.clone()))
    });
    with_input.collect()
}

fn uri(operation: &Shape) -> Option<&str> {
    operation.traits.get("http")?.value.get("uri")?.as_str()
}

fn uri_mut(operation: &mut Shape) -> Option<&mut Value> {
    operation.traits.0.get_mut("smithy.api#http")?.value.get_mut("uri")
}

/// Gives a member a trait of ours; `false` if there is no such member.
fn mark(model: &mut Model, structure: &ShapeId, member: &str, id: &str) -> bool {
    let members = model.shapes.get_mut(structure).into_iter().flat_map(|shape| &mut shape.members);
    let mut found = members.filter(|found| found.name == member).peekable();
    let is_there = found.peek().is_some();
    found.for_each(|member| member.traits.mark(id));
    is_there
}

#[cfg(test)]
mod tests {
    use super::FIXUPS;
    use crate::ast::{self, Model, ShapeId};
    use crate::fixups::apply;
    use crate::traits::{IN_ENDPOINT, LENIENT, VERBATIM};

    /// A service with one operation, whose input has a bucket and a key.
    fn model(uri: &str) -> Model {
        let source = r#"{"smithy": "2.0", "shapes": {
            "com.amazonaws.s3#AmazonS3": {"type": "service", "version": "1", "operations": [{"target": "com.amazonaws.s3#GetObject"}]},
            "com.amazonaws.s3#GetObject": {"type": "operation", "input": {"target": "a#In"}, "traits": {
                "smithy.api#http": {"method": "GET", "uri": "URI"}}},
            "a#In": {"type": "structure", "members": {
                "Bucket": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": {}}},
                "Key": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": {}}}}}
        }}"#;
        ast::parse(&source.replace("URI", uri)).expect("the model parses")
    }

    #[test]
    fn a_bucket_leaves_the_path_and_a_key_stays_as_it_is() {
        let mut model = model("/{Bucket}/{Key+}?x");
        assert_eq!(apply(&mut model), Ok(()));
        let http = model.shapes[&ShapeId::new("com.amazonaws.s3#GetObject")]
            .traits
            .http()
            .expect("it is one")
            .expect("it is there");
        assert_eq!(http.uri, "/{Key+}?x");
        let members = &model.shapes[&ShapeId::new("a#In")].members;
        let has = |id: &str| members.iter().map(|member| member.traits.has(id)).collect::<Vec<_>>();
        assert_eq!((has(IN_ENDPOINT), has(VERBATIM)), (vec![true, false], vec![false, true]));
    }

    #[test]
    fn what_http_says_can_be_repeated_is_so_marked() {
        let source = r#"{"smithy": "2.0", "shapes": {
            "com.amazonaws.s3#AmazonS3": {"type": "service", "version": "1"},
            "a#Get": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/"}}},
            "a#Put": {"type": "operation", "traits": {"smithy.api#http": {"method": "PUT", "uri": "/"}}},
            "a#Post": {"type": "operation", "traits": {"smithy.api#http": {"method": "POST", "uri": "/"}}},
            "a#DeleteObjects": {"type": "operation", "traits": {"smithy.api#http": {"method": "POST", "uri": "/"}}}
        }}"#;
        let mut model = ast::parse(source).expect("the model parses");
        let fixup =
            FIXUPS.iter().find(|fixup| fixup.name == "requests can be repeated as HTTP says").expect("it is there");
        assert!((fixup.apply)(&mut model));
        let marks = |name: &str| {
            let traits = &model.shapes[&ShapeId::new(name)].traits;
            (traits.has("readonly"), traits.has("idempotent"))
        };
        assert_eq!((marks("a#Get"), marks("a#Put")), ((true, false), (false, true)));
        assert_eq!((marks("a#Post"), marks("a#DeleteObjects")), ((false, false), (false, true)));
        assert!(!(fixup.apply)(&mut model), "nothing is left to say");
    }

    #[test]
    fn what_expires_is_a_date_beside_its_text_in_answers_alone() {
        let source = r#"{"smithy": "2.0", "shapes": {
            "com.amazonaws.s3#AmazonS3": {"type": "service", "version": "1", "operations": [{"target": "a#Get"}]},
            "a#Get": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"}},
            "a#In": {"type": "structure", "members": {
                "Expires": {"target": "a#Expires", "traits": {"smithy.api#httpHeader": "Expires"}}}},
            "a#Out": {"type": "structure", "members": {
                "Expires": {"target": "a#Expires", "traits": {"smithy.api#httpHeader": "Expires"}}}},
            "a#Expires": {"type": "string"}
        }}"#;
        let mut model = ast::parse(source).expect("the model parses");
        let fixup = FIXUPS.iter().find(|fixup| fixup.name == "Expires may be no date").expect("it is there");
        assert!((fixup.apply)(&mut model));
        assert_eq!(model.shapes[&ShapeId::new("a#Expires")].kind, "timestamp");
        let members = |name: &str| {
            let members = &model.shapes[&ShapeId::new(name)].members;
            members.iter().map(|member| (member.name.clone(), member.traits.has(LENIENT))).collect::<Vec<_>>()
        };
        assert_eq!(members("a#In"), [("Expires".to_owned(), false)]);
        assert_eq!(members("a#Out"), [("Expires".to_owned(), true), ("ExpiresString".to_owned(), false)]);
        assert!(!(fixup.apply)(&mut model), "it was mended");
    }

    #[test]
    fn a_model_that_was_mended_is_reported() {
        let stale = apply(&mut model("/{Key}")).expect_err("there is nothing to correct");
        let stale: Vec<String> = stale.into_iter().map(|found| found.problem).collect();
        assert!(stale[0].contains("`buckets are in the endpoint`"), "{stale:?}");
        assert!(stale[1].contains("`keys are what they are`"), "{stale:?}");
    }
}
