//! How calls are repeated, where a service's clients do it otherwise than others and its model doesn't say so (AWS SDKs and
//! Tools Reference Guide, "Retry behavior").

use super::Fixup;
use super::edit::{give, of_operations, of_shape};
use crate::ast::Model;
use crate::traits::RETRIES;
use serde_json::json;

pub(super) const FIXUPS: &[Fixup] = &[
    // Answers take a few milliseconds: a failed call is worth one attempt more, sooner.
    Fixup {
        service: "com.amazonaws.dynamodb#DynamoDB_20120810",
        name: "four attempts in quick succession",
        apply: |model| in_quick_succession(model, "com.amazonaws.dynamodb#DynamoDB_20120810"),
    },
    Fixup {
        service: "com.amazonaws.dynamodbstreams#DynamoDBStreams_20120810",
        name: "four attempts in quick succession",
        apply: |model| in_quick_succession(model, "com.amazonaws.dynamodbstreams#DynamoDBStreams_20120810"),
    },
    // These hold a request for up to 20 or 60 s until there is something to tell, and whoever asks is in a loop.
    Fixup {
        service: "com.amazonaws.sqs#AmazonSQS",
        name: "receiving is a long poll",
        apply: |model| long_polls(model, &["com.amazonaws.sqs#ReceiveMessage"]),
    },
    Fixup {
        service: "com.amazonaws.sfn#AWSStepFunctions",
        name: "asking for a task is a long poll",
        apply: |model| long_polls(model, &["com.amazonaws.sfn#GetActivityTask"]),
    },
    Fixup {
        service: "com.amazonaws.swf#SimpleWorkflowService",
        name: "asking for a task is a long poll",
        apply: |model| {
            let polls = ["com.amazonaws.swf#PollForActivityTask", "com.amazonaws.swf#PollForDecisionTask"];
            long_polls(model, &polls)
        },
    },
];

fn in_quick_succession(model: &mut Model, service: &str) -> bool {
    of_shape(model, service, |service| give(&mut service.traits, RETRIES, json!({ "attempts": 4, "firstWait": 25 })))
}

/// Gives the trait to operations that lack it. Newer models have it, older ones don't, and both are in use.
fn long_polls(model: &mut Model, operations: &[&str]) -> bool {
    of_operations(model, operations.iter().copied(), |operation| {
        give(&mut operation.traits, "smithy.api#longPoll", json!({}));
    })
}

#[cfg(test)]
mod tests {
    use crate::ast::{self, ShapeId};
    use crate::fixups::apply;

    fn model(traits: &str, kind: &str) -> ast::Model {
        let source = r#"{"smithy": "2.0", "shapes": {
            "com.amazonaws.sqs#AmazonSQS": {"type": "service", "version": "1"},
            "com.amazonaws.sqs#SendMessage": {"type": "operation"},
            "com.amazonaws.sqs#ReceiveMessage": {"type": "KIND", "traits": TRAITS}
        }}"#;
        ast::parse(&source.replace("TRAITS", traits).replace("KIND", kind)).expect("the model parses")
    }

    #[test]
    fn a_long_poll_is_one_whether_the_model_says_so_or_not() {
        for traits in ["{}", r#"{"smithy.api#longPoll": {"timeoutMillis": 70000}}"#] {
            let mut model = model(traits, "operation");
            assert_eq!(apply(&mut model), Ok(()), "{traits}");
            let is_poll = |name: &str| model.shapes[&ShapeId::new(name)].traits.has("longPoll");
            assert!(is_poll("com.amazonaws.sqs#ReceiveMessage") && !is_poll("com.amazonaws.sqs#SendMessage"));
        }
        let stale = apply(&mut model("{}", "string")).expect_err("that is no operation");
        assert!(stale.as_slice()[0].problem.contains("receiving is a long poll"), "{stale:?}");
    }
}
