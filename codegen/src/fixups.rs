//! Corrections of models that are wrong, by name.
//!
//! A model in `model/` is never edited by hand to suit the generator: a correction stands here, with its reason, and
//! fails once the model no longer needs it.

mod edit;
mod presigned;
mod retries;
mod s3;

use crate::ast::{Member, Model, Shape, ShapeId};
use crate::diagnostic::{Diagnostic, Problems};
use crate::traits::{ENDPOINT_MEMBER, ID_BEHIND_KIND, OWN_ACCOUNT, TREE_HASH};
use edit::{add_header, give, is_copied, members_that, of_shape, remove_endpoints, remove_trait};
use serde_json::json;
use std::collections::BTreeSet;

/// One correction of one service's model.
struct Fixup {
    /// The service that it corrects.
    service: &'static str,
    /// What it corrects, for the message when it no longer applies.
    name: &'static str,
    /// Makes the correction; `false` if there was nothing to correct.
    apply: fn(&mut Model) -> bool,
}

/// The corrections.
const FIXUPS: &[Fixup] = &[
    // The operation is marked idempotent, but its input has nothing by which the service could tell a repeated request
    // from a second one: a call whose answer was lost and that is sent again makes two networks.
    Fixup {
        service: "com.amazonaws.wickr#WickrAdminApi",
        name: "CreateNetwork is not idempotent",
        apply: |model| remove_trait(model, "com.amazonaws.wickr#CreateNetwork", "smithy.api#idempotent"),
    },
    // Its policies name each operation by the operation's name (AWS Wickr Administration Guide, "Policy actions for Wickr").
    Fixup {
        service: "com.amazonaws.wickr#WickrAdminApi",
        name: "operations are actions of policies",
        apply: |model| {
            let operations = model.shapes.values_mut().filter(|shape| shape.kind == "operation");
            let mut untold = operations.filter(|shape| !shape.traits.has("aws.iam#iamAction")).peekable();
            let applies = untold.peek().is_some();
            untold.for_each(|operation| operation.traits.add("aws.iam#iamAction", json!({})));
            applies
        },
    },
    // A model's real-time predictions come from an endpoint of its own, which the caller gives with each request (Amazon
    // Machine Learning API Reference, "Predict").
    Fixup {
        service: "com.amazonaws.machinelearning#AmazonML_20141212",
        name: "Predict goes to PredictEndpoint",
        apply: |model| {
            let predict = model.shapes.get(&ShapeId::new("com.amazonaws.machinelearning#Predict"));
            let input = predict.and_then(|predict| Some(predict.references("input").next()?.target.clone()));
            let input = input.and_then(|input| model.shapes.get_mut(&input));
            let mut members = input.into_iter().flat_map(|input| &mut input.members);
            let endpoint = members.find(|member| member.name == "PredictEndpoint");
            endpoint.map(|member| member.traits.mark(ENDPOINT_MEMBER)).is_some()
        },
    },
    // Glacier demands checksums that its model doesn't tell of (Amazon S3 Glacier Developer Guide, "Computing Checksums").
    Fixup {
        service: GLACIER,
        name: "uploads have tree hashes",
        apply: |model| {
            let is_upload = |shape: &Shape| shape.traits.has("streaming") && shape.kind == "blob";
            let streams: Vec<ShapeId> =
                model.shapes.values().filter(|shape| is_upload(shape)).map(|shape| shape.id.clone()).collect();
            let uploads = |shape: &&Shape| {
                let input = shape.references("input").next().and_then(|input| model.shapes.get(&input.target));
                input.is_some_and(|input| input.members.iter().any(|member| streams.contains(&member.target)))
            };
            let uploads = model.shapes.values().filter(uploads).map(|shape| shape.id.clone()).collect::<Vec<_>>();
            for id in &uploads {
                if let Some(shape) = model.shapes.get_mut(id) {
                    shape.traits.mark(TREE_HASH);
                }
            }
            !uploads.is_empty()
        },
    },
    // Every operation wants an account in its path, and takes `-` for the caller's own (the same guide, "Accessing Amazon
    // S3 Glacier").
    Fixup {
        service: GLACIER,
        name: "the account is one's own",
        apply: |model| {
            let members = model.shapes.values_mut().flat_map(|shape| &mut shape.members);
            let mut accounts = members.filter(|member| member.name == "accountId").peekable();
            let applies = accounts.peek().is_some();
            accounts.for_each(|member| member.traits.mark(OWN_ACCOUNT));
            applies
        },
    },
    // Every request names the version of the API that it is for (the same guide, "Common Request Headers").
    Fixup {
        service: GLACIER,
        name: "requests name the API's version",
        apply: |model| add_header(model, GLACIER, "x-amz-glacier-version", |service| service.version.clone()),
    },
    // Unless asked for plain JSON, it answers in HAL (`application/hal+json`), which the model doesn't describe.
    Fixup {
        service: API_GATEWAY,
        name: "answers are plain JSON",
        apply: |model| add_header(model, API_GATEWAY, "accept", |_| Some("application/json".to_owned())),
    },
    // Answers have IDs as `/hostedzone/ID`, which goes into the path without what stands before it, and so into the query
    // (Amazon Route 53 API Reference, "GetHostedZone", "GetChange").
    Fixup {
        service: ROUTE_53,
        name: "IDs go without their kind",
        apply: |model| {
            let is_id = |member: &&mut Member| {
                let target = member.target.as_str();
                let has_kind = ["ChangeId", "ResourceId"].iter().any(|name| target.ends_with(&format!("#{name}")));
                has_kind && (member.traits.has("httpLabel") || member.traits.has("httpQuery"))
            };
            let members = model.shapes.values_mut().flat_map(|shape| &mut shape.members);
            let mut ids = members.filter(is_id).peekable();
            let applies = ids.peek().is_some();
            ids.for_each(|member| member.traits.mark(ID_BEHIND_KIND));
            applies || !has_operations(model)
        },
    },
    // An error of several messages has them in `Messages`, in an element of the error's own name (the same reference,
    // "ChangeResourceRecordSets").
    Fixup {
        service: ROUTE_53,
        name: "InvalidChangeBatch has Messages",
        apply: |model| {
            of_shape(model, "com.amazonaws.route53#InvalidChangeBatch", |error| {
                let messages = error.members.iter_mut().find(|member| member.name == "messages");
                messages.is_some_and(|member| give(&mut member.traits, "smithy.api#xmlName", json!("Messages")))
            })
        },
    },
    // It fails for a moment, and whoever signs in with another service's token means to wait for it (AWS Security Token Service
    // API Reference, "AssumeRoleWithWebIdentity").
    Fixup {
        service: STS,
        name: "IDPCommunicationError passes",
        apply: |model| {
            of_shape(model, "com.amazonaws.sts#IDPCommunicationErrorException", |error| {
                give(&mut error.traits, "smithy.api#retryable", json!({}))
            })
        },
    },
    // Of the parts of credentials, the model calls the key alone a secret. Whoever has the token too can sign.
    Fixup {
        service: STS,
        name: "session tokens are secrets",
        apply: |model| {
            of_shape(model, "com.amazonaws.sts#tokenType", |token| {
                give(&mut token.traits, "smithy.api#sensitive", json!({}))
            })
        },
    },
    // It tells numbers and booleans that are there from those that aren't, whatever their model says of defaults: a `false` that
    // nobody set changes an instance, and an absent number isn't zero.
    Fixup {
        service: "com.amazonaws.ec2#AmazonEC2",
        name: "numbers and booleans may be absent",
        apply: |model| {
            let members = model.shapes.values().flat_map(|shape| &shape.members);
            let copied = members.filter(|member| is_copied(&model.kind(&member.target)));
            let copied: BTreeSet<ShapeId> = copied.map(|member| member.target.clone()).collect();
            let members = members_that(model, |member| copied.contains(&member.target));
            let given = members
                .filter_map(|member| give(&mut member.traits, "smithy.api#clientOptional", json!({})).then_some(()));
            given.count() > 0 || copied.is_empty()
        },
    },
    // The rules put the account before the host, or not, as the resource's ARN wants it; the operations would put it there once
    // more (Amazon S3 User Guide, "Making requests to Amazon S3 Control").
    Fixup {
        service: "com.amazonaws.s3control#AWSS3ControlServiceV20180820",
        name: "rules alone put the account before the host",
        apply: |model| remove_endpoints(model, "{AccountId}"),
    },
];

const API_GATEWAY: &str = "com.amazonaws.apigateway#BackplaneControlService";
const GLACIER: &str = "com.amazonaws.glacier#Glacier";
const ROUTE_53: &str = "com.amazonaws.route53#AWSDnsV20130401";
const STS: &str = "com.amazonaws.sts#AWSSecurityTokenServiceV20110615";

/// Whether the model has any operation: one of a service's traits alone has nothing to correct about operations.
fn has_operations(model: &Model) -> bool {
    model.shapes.values().any(|shape| shape.kind == "operation")
}

/// Applies the corrections of the model's service.
///
/// # Errors
/// A correction finds nothing to correct: the model was mended, and the correction has to go.
pub fn apply(model: &mut Model) -> Result<(), Problems> {
    Ok(apply_all(FIXUPS.iter().chain(s3::FIXUPS).chain(presigned::FIXUPS).chain(retries::FIXUPS), model)?)
}

fn apply_all<'f>(fixups: impl IntoIterator<Item = &'f Fixup>, model: &mut Model) -> Result<(), Vec<Diagnostic>> {
    let is_service =
        |id: &str, model: &Model| model.shapes.values().any(|shape| shape.kind == "service" && shape.id.as_str() == id);
    let mut stale = Vec::new();
    for fixup in fixups {
        if is_service(fixup.service, model) && !(fixup.apply)(model) {
            stale.push(Diagnostic::of_file(
                format!("the fixup `{}` of `{}` finds nothing to correct", fixup.name, fixup.service),
                "remove it from codegen/src/fixups.rs",
            ));
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(stale) }
}

#[cfg(test)]
mod service_tests;

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &str = r#"{"smithy": "2.0", "shapes": {"a#S": {"type": "service", "version": "1"}}}"#;

    fn rename(model: &mut Model) -> bool {
        let service = model.shapes.values_mut().find(|shape| shape.version.as_deref() == Some("1"));
        service.is_some_and(|service| service.version.replace("2".to_owned()).is_some())
    }

    #[test]
    fn a_fixup_that_no_longer_applies_is_an_error() {
        let fixups = [Fixup { service: "a#S", name: "rename", apply: rename }];
        let mut model = crate::ast::parse(MODEL).expect("the model parses");
        assert_eq!(apply_all(&fixups, &mut model), Ok(()));
        let stale = apply_all(&fixups, &mut model).expect_err("nothing is left to correct");
        assert!(stale[0].problem.contains("`rename` of `a#S`"), "{stale:?}");
    }

    /// What becomes of a service with one operation, whose input has one member with these traits.
    fn glacier_headers(member_traits: &str, version: &str) -> (bool, Vec<(String, String)>) {
        let source = r#"{"smithy": "2.0", "shapes": {
            "com.amazonaws.glacier#Glacier": {"type": "service" VERSION, "operations": [{"target": "a#List"}]},
            "a#List": {"type": "operation", "input": {"target": "a#In"}},
            "a#In": {"type": "structure", "members": {"v": {"target": "smithy.api#String", "traits": TRAITS}}}
        }}"#;
        let source = source.replace("VERSION", version).replace("TRAITS", member_traits);
        let mut model = crate::ast::parse(&source).expect("the model parses");
        let fixup = FIXUPS.iter().find(|fixup| fixup.name == "requests name the API's version").expect("it is there");
        let applies = (fixup.apply)(&mut model);
        let service = &model.shapes[&ShapeId::new(GLACIER)];
        (applies, service.traits.headers().expect("fixups write it"))
    }

    #[test]
    fn a_header_that_the_model_lacks_is_given_to_every_request() {
        let header = ("x-amz-glacier-version".to_owned(), "2012-06-01".to_owned());
        let version = r#", "version": "2012-06-01""#;
        assert_eq!(glacier_headers("{}", version), (true, vec![header]));
        let bound = r#"{"smithy.api#httpHeader": "X-Amz-Glacier-Version"}"#;
        assert_eq!(glacier_headers(bound, version), (false, Vec::new()), "each operation has it");
        assert_eq!(glacier_headers("{}", ""), (false, Vec::new()), "there is no version");
    }

    #[test]
    fn a_fixup_of_another_service_is_left_alone() {
        let fixups = [Fixup { service: "b#T", name: "rename", apply: |_| false }];
        let mut model = crate::ast::parse(MODEL).expect("the model parses");
        assert_eq!(apply_all(&fixups, &mut model), Ok(()));
    }
}
