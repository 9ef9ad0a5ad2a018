//! Restricts what the holders of a security profile may reach, by tags: `update_security_profile` with tag maps,
//! applications, flow modules and granular access control.
//!
//! ```console
//! cargo run --example restrict_by_tag                            # shows the request; nothing is sent
//! cargo run --example restrict_by_tag -- INSTANCE_ID PROFILE_ID  # sends it, with the environment's credentials
//! ```

use connect_sdk::config::http::HttpRequest;
use connect_sdk::config::{Config, Credentials, Region};
use connect_sdk::error::BoxError;
use connect_sdk::operation::update_security_profile::builders::UpdateSecurityProfileFluentBuilder;
use connect_sdk::types::{
    AccessType, Application, DataTableAccessControlConfiguration, FlowModule, FlowModuleType,
    GranularAccessControlConfiguration, PrimaryAttributeAccessControlConfigurationItem, PrimaryAttributeValue,
};
use connect_sdk::{Client, types::ApplicationType};
use std::env::{args, var};
use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let ids: Vec<String> = args().skip(1).collect();
    let result = match ids.as_slice() {
        [] => show().await,
        [instance, profile] if !instance.starts_with('-') => send(instance, profile).await,
        _ => {
            eprintln!("usage: restrict_by_tag [INSTANCE_ID PROFILE_ID]");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // One line: operation, cause, HTTP status, request ID.
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The call: agents reach what is tagged as their team's, in one application, one flow module and a part of a table.
fn restricted(client: &Client, instance: &str, profile: &str) -> Result<UpdateSecurityProfileFluentBuilder, BoxError> {
    let region =
        PrimaryAttributeValue::builder().attribute_name("region").values("emea").access_type(AccessType::Allow);
    let rows = PrimaryAttributeAccessControlConfigurationItem::builder().primary_attribute_values(region.build());
    let tables =
        DataTableAccessControlConfiguration::builder().primary_attribute_access_control_configuration(rows.build());
    let crm = Application::builder().namespace("com.example.crm").application_permissions("ACCESS");
    let module =
        FlowModule::builder().r#type(FlowModuleType::Mcp).flow_module_id("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
    Ok(client
        .update_security_profile()
        .instance_id(instance)
        .security_profile_id(profile)
        .allowed_access_control_tags("Team", "Billing")
        .tag_restricted_resources("User")
        .applications(crm.r#type(ApplicationType::ThirdPartyApplication).build())
        .allowed_flow_modules(module.build())
        .granular_access_control_configuration(
            GranularAccessControlConfiguration::builder()
                .data_table_access_control_configuration(tables.build())
                .build(),
        ))
}

/// Prints the request in place of sending it.
async fn show() -> Result<(), BoxError> {
    let config = Config::builder().region(Region::new("eu-central-1")).credentials_provider(Credentials::new(
        "access key ID",
        "secret access key",
        None,
        None,
        "example",
    ));
    let client = Client::from_conf(config.build());
    let call = restricted(&client, "1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b", "3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f")?;
    let shown = call.customize().map_request(|request: HttpRequest| {
        println!("{} {}", request.method(), request.uri());
        println!("{}", String::from_utf8_lossy(request.body().bytes().unwrap_or_default()));
        // An error here ends the call before anything is sent.
        Err::<HttpRequest, _>(std::io::Error::other("shown, not sent"))
    });
    match shown.send().await {
        Err(error) if error.to_string().ends_with("shown, not sent") => Ok(()),
        other => other.map(drop).map_err(BoxError::from),
    }
}

async fn send(instance: &str, profile: &str) -> Result<(), BoxError> {
    // A program would let `aws-config` find these: `Client::new(&aws_config::load_defaults(BehaviorVersion::latest()).await)`.
    let region = var("AWS_REGION").or_else(|_| var("AWS_DEFAULT_REGION"))?;
    let (id, secret) = (var("AWS_ACCESS_KEY_ID")?, var("AWS_SECRET_ACCESS_KEY")?);
    let credentials = Credentials::new(id, secret, var("AWS_SESSION_TOKEN").ok(), None, "environment");
    let client =
        Client::from_conf(Config::builder().region(Region::new(region)).credentials_provider(credentials).build());
    restricted(&client, instance, profile)?.send().await?;
    println!("the profile {profile} is restricted");
    Ok(())
}
