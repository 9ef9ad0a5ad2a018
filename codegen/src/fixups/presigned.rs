//! Operations whose calls can be signed for others to send. Services take a signature in the URL from many more, but no model
//! says which calls anyone would hand on: these are those for which the AWS SDKs do it.

use super::Fixup;
use crate::ast::{Model, ShapeId};
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

/// Marks the operations of these names; `false` if there are none.
fn mark(model: &mut Model, namespace: &str, operations: &[&str], value: Value) -> bool {
    let mut applies = false;
    for name in operations {
        let operation = model.shapes.get_mut(&ShapeId::new(format!("{namespace}#{name}")));
        if let Some(operation) = operation.filter(|shape| shape.kind == "operation") {
            operation.traits.add(PRESIGNED, value.clone());
            applies = true;
        }
    }
    applies
}
