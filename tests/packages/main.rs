//! A program of a user's: it has the published crates, and nothing else of this repository.
//!
//! `cargo xtask release --dry-run` builds it outside of the workspace with the packages alone; as a test it has the
//! workspace's own crates. It ends badly if a call isn't answered as its rule says.

use std::error::Error;

/// A model with one operation.
const MODEL: &str = r#"{"smithy": "2.0", "shapes": {
    "com.example#Weather": {"type": "service", "version": "2026-01-01", "operations": [{"target": "com.example#Get"}],
        "traits": {"aws.protocols#restJson1": {}, "aws.auth#sigv4": {"name": "weather"}}},
    "com.example#Get": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/weather"}}}
}}"#;

fn main() -> Result<(), Box<dyn Error>> {
    println!("wickr-sdk: ListUsers, users: {}", users()?);
    println!("connect-sdk: ListSecurityProfiles, profiles: {}", profiles()?);
    println!("sdk-codegen: a model of one operation, files: {}", files()?);
    Ok(())
}

fn users() -> Result<usize, Box<dyn Error>> {
    use wickr_sdk::operation::list_users::{ListUsersInput, ListUsersOutput};
    use wickr_sdk::test_util::{Stub, client, mock};
    use wickr_sdk::types::User;
    use wickr_sdk::{Client, blocking};

    let output = || ListUsersOutput::builder().users(User::builder().suspended(true).build()).build();
    let stub = Stub::new([mock!(Client::list_users).then_output(output)]);
    let client = blocking::Client::from(client(&stub));
    let users = client.list_users().network_id("40718265").send()?.users().len();
    let asked = stub.calls::<ListUsersInput>();
    expect(users == 1 && asked.iter().all(|input| input.network_id() == Some("40718265")), "one user of this network")?;
    Ok(users)
}

fn profiles() -> Result<usize, Box<dyn Error>> {
    use connect_sdk::operation::list_security_profiles::ListSecurityProfilesOutput;
    use connect_sdk::test_util::{Stub, client, mock};
    use connect_sdk::types::SecurityProfileSummary;
    use connect_sdk::{Client, blocking};

    let profile = || SecurityProfileSummary::builder().name("Agent").build();
    let output = move || ListSecurityProfilesOutput::builder().security_profile_summary_list(profile()).build();
    let stub = Stub::new([mock!(Client::list_security_profiles).then_output(output)]);
    let client = blocking::Client::from(client(&stub));
    let answer = client.list_security_profiles().instance_id("12345").send()?;
    let profiles = answer.security_profile_summary_list();
    expect(profiles.len() == 1 && profiles.iter().all(|profile| profile.name() == Some("Agent")), "the one profile")?;
    Ok(profiles.len())
}

fn files() -> Result<usize, Box<dyn Error>> {
    let generated = codegen::generate(MODEL, "weather-sdk").map_err(|problems| format!("{problems:?}"))?;
    expect(generated.files.contains_key("src/operation/get.rs"), "a file for the operation")?;
    Ok(generated.files.len())
}

fn expect(is_so: bool, what: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(format!("not got: {what}")) }
}
