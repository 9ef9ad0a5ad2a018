//! Operations whose calls can be signed for others to send. Services take a signature in the URL from many more, but no model
//! says which calls anyone would hand on: these are those for which the AWS SDKs do it.

use super::Fixup;
use super::edit::of_operations;
use crate::ast::Model;
use crate::traits::PRESIGNED;
use serde_json::{Value, json};

pub(super) const FIXUPS: &[Fixup] = &[
    // Objects, and parts of them, are handed out and taken in as links (Amazon S3 User Guide, "Download and upload objects with
    // presigned URLs").
    Fixup {
        service: "com.amazonaws.s3#AmazonS3",
        name: "objects can be linked to",
        apply: |model| {
            let operations =
                ["GetObject", "HeadObject", "PutObject", "UploadPart", "DeleteObject", "ListObjectVersions"];
            mark(model, "com.amazonaws.s3", &operations, Value::Null)
        },
    },
    // A browser plays what a link leads to. It can only get it, so that the service takes in the query what stands in the body
    // of the POST that the model describes (Amazon Polly Developer Guide, "SynthesizeSpeech").
    Fixup {
        service: "com.amazonaws.polly#Parrot_v1",
        name: "speech can be linked to",
        apply: |model| mark(model, "com.amazonaws.polly", &["SynthesizeSpeech"], json!("GET")),
    },
];

/// Marks the operations of these names, as far as the model has them.
fn mark(model: &mut Model, namespace: &str, operations: &[&str], value: Value) -> bool {
    let ids: Vec<String> = operations.iter().map(|name| format!("{namespace}#{name}")).collect();
    of_operations(model, ids.iter().map(String::as_str), |shape| shape.traits.add(PRESIGNED, value.clone()))
}

#[cfg(test)]
mod tests {
    use crate::ast::{self, ShapeId};
    use crate::fixups::apply;
    use crate::traits::PRESIGNED;

    /// Amazon Polly, with a shape of this type under the name of the operation that is marked.
    fn model(shape: &str, kind: &str) -> ast::Model {
        let source = r#"{"smithy": "2.0", "shapes": {
            "com.amazonaws.polly#Parrot_v1": {"type": "service", "version": "1"},
            "com.amazonaws.polly#SHAPE": {"type": "KIND"}
        }}"#;
        ast::parse(&source.replace("SHAPE", shape).replace("KIND", kind)).expect("the model parses")
    }

    #[test]
    fn what_can_be_linked_to_is_marked() {
        let mut speech = model("SynthesizeSpeech", "operation");
        assert_eq!(apply(&mut speech), Ok(()));
        assert!(speech.shapes[&ShapeId::new("com.amazonaws.polly#SynthesizeSpeech")].traits.has(PRESIGNED));
        let mut other = model("ListLexicons", "operation");
        assert_eq!(apply(&mut other), Ok(()));
        assert!(!other.shapes[&ShapeId::new("com.amazonaws.polly#ListLexicons")].traits.has(PRESIGNED));
    }

    #[test]
    fn a_name_that_is_no_operations_any_more_is_reported() {
        let stale = apply(&mut model("SynthesizeSpeech", "string")).expect_err("there is no operation to mark");
        assert!(stale.as_slice()[0].problem.contains("`speech can be linked to`"), "{stale:?}");
    }
}
