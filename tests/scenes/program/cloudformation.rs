//! AWS CloudFormation: stacks of queues, changed at once and by a change set.

use crate::{Outcome, client};
use cloudformation_sdk::Client;
use cloudformation_sdk::client::Waiters;
use cloudformation_sdk::error::ProvideErrorMetadata;
use cloudformation_sdk::operation::create_stack::CreateStackError;
use cloudformation_sdk::types::{ChangeSetType, Parameter, StackStatus, Tag};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(60);

/// A queue whose name is a parameter, with a text to tell templates apart, and maybe another queue.
fn template(text: &str, more: &str) -> String {
    let queue = r#"{"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Ref": "Name"}}}"#;
    let output = r#"{"Value": {"Ref": "Name"}, "Description": "what & <how>"}"#;
    format!(
        r#"{{"Description": {text:?}, "Parameters": {{"Name": {{"Type": "String"}}}}, "Resources": {{"Queue": {queue}{more}}},
        "Outputs": {{"Called": {output}}}}}"#
    )
}

fn parameter(value: &str) -> Parameter {
    Parameter::builder().parameter_key("Name").parameter_value(value).build()
}

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(cloudformation_sdk, url);
    let tag = Tag::builder().key("team").value("harbor & quay").build()?;
    let create = |name: &str| {
        let stack = client.create_stack().stack_name(name).template_body(template("first", ""));
        stack.parameters(parameter(&format!("queue-of-{name}"))).tags(tag.clone())
    };
    let made = create("pier").send().await?;
    assert!(made.stack_id().is_some_and(|id| id.contains(":stack/pier/")), "{made:?}");
    client.wait_until_stack_create_complete().stack_name("pier").wait(SOON).await?;
    let again = create("pier").send().await.expect_err("there is one").into_service_error();
    assert!(matches!(&again, CreateStackError::AlreadyExistsException(_)), "{again}");

    let read = client.describe_stacks().stack_name("pier").send().await?;
    let [stack] = read.stacks() else { panic!("one stack, but {read:?}") };
    assert_eq!((stack.description(), stack.stack_status()), (Some("first"), &StackStatus::CreateComplete));
    assert_eq!(stack.tags(), [tag.clone()]);
    assert_eq!(stack.parameters()[0].parameter_value(), Some("queue-of-pier"));
    let [output] = stack.outputs() else { panic!("one output, but {stack:?}") };
    assert_eq!((output.output_value(), output.description()), (Some("queue-of-pier"), Some("what & <how>")));
    let resources = client.list_stack_resources().stack_name("pier").into_paginator().items().send();
    let resources: Vec<_> = resources.collect::<Result<_, _>>().await?;
    assert_eq!(resources.iter().map(|resource| resource.resource_type()).collect::<Vec<_>>(), ["AWS::SQS::Queue"]);

    let update = client.update_stack().stack_name("pier").template_body(template("second", ""));
    update.parameters(parameter("quay")).send().await?;
    client.wait_until_stack_update_complete().stack_name("pier").wait(SOON).await?;
    let text = client.get_template().stack_name("pier").send().await?;
    assert!(text.template_body().is_some_and(|text| text.contains("second")), "{text:?}");
    change_set(&client).await?;
    pages(&client).await?;

    client.delete_stack().stack_name("pier").send().await?;
    client.wait_until_stack_delete_complete().stack_name("pier").wait(SOON).await?;
    // The model has no error for it.
    let gone = client.describe_stacks().stack_name("pier").send().await.expect_err("it is gone").into_service_error();
    assert_eq!(gone.code(), Some("ValidationError"));
    assert!(gone.message().is_some_and(|message| message.contains("pier")), "{gone}");
    Ok(())
}

async fn change_set(client: &Client) -> Outcome {
    let set =
        client.create_change_set().stack_name("pier").change_set_name("third").change_set_type(ChangeSetType::Update);
    set.template_body(template("third", r#", "More": {"Type": "AWS::SQS::Queue"}"#))
        .parameters(parameter("jetty"))
        .send()
        .await?;
    client.wait_until_change_set_create_complete().stack_name("pier").change_set_name("third").wait(SOON).await?;
    let read = client.describe_change_set().stack_name("pier").change_set_name("third").send().await?;
    let changed: Vec<_> = read.changes().iter().filter_map(|change| change.resource_change()).collect();
    assert_eq!(changed.iter().map(|change| change.logical_resource_id()).collect::<Vec<_>>(), [Some("More")]);
    client.execute_change_set().stack_name("pier").change_set_name("third").send().await?;
    let resources = client.list_stack_resources().stack_name("pier").send().await?;
    let mut names: Vec<_> =
        resources.stack_resource_summaries().iter().map(|resource| resource.logical_resource_id()).collect();
    names.sort_unstable();
    assert_eq!(names, ["More", "Queue"]);
    Ok(())
}

/// More stacks than a page holds.
async fn pages(client: &Client) -> Outcome {
    let body = r#"{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}"#;
    for number in 1..=50 {
        client.create_stack().stack_name(format!("stack-{number}")).template_body(body).send().await?;
    }
    let mut pages = client.describe_stacks().into_paginator().send();
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await? {
        sizes.push(page.stacks().len());
    }
    assert_eq!(sizes, [50, 1]);
    let listed = client.list_stacks().stack_status_filter(StackStatus::CreateComplete).into_paginator().items().send();
    assert_eq!(listed.collect::<Result<Vec<_>, _>>().await?.len(), 50);
    for number in 1..=50 {
        client.delete_stack().stack_name(format!("stack-{number}")).send().await?;
    }
    Ok(())
}
