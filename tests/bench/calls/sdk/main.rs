//! Calls with an SDK. The same text for each: `sdk` is wickr-sdk in one package and aws-sdk-wickr in another.

use bench_harness::{Caller, payload, run};
use sdk::config::{BehaviorVersion, Credentials, Region};
use sdk::types::{
    CallingSettings, PasswordRequirements, PermittedWickrEnterpriseNetwork, SecurityGroupSettings, ShredderSettings,
    WickrAwsNetworks,
};
use sdk::{Client, Config};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(|endpoint| Sdk(client(endpoint)))
}

fn client(endpoint: &str) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .endpoint_url(endpoint)
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/EXAMPLEKEY", None, None, "bench"));
    #[cfg(feature = "own-client")]
    let config = {
        use aws_smithy_http_client::{Builder, tls};
        let tls = tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring);
        config.http_client(Builder::new().tls_provider(tls).build_https())
    };
    Client::from_conf(config.build())
}

#[derive(Clone)]
struct Sdk(Client);

impl Caller for Sdk {
    async fn update(&mut self) -> String {
        let output = self
            .0
            .update_security_group()
            .network_id(payload::NETWORK_ID)
            .group_id(payload::GROUP_ID)
            .name(payload::GROUP_NAME)
            .security_group_settings(settings())
            .send()
            .await
            .unwrap_or_else(|error| panic!("{}", sdk::error::DisplayErrorContext(&error)));
        let group = output.security_group().expect("an update answers with the group");
        assert_eq!(group.security_group_settings().and_then(SecurityGroupSettings::max_ttl), Some(2_592_000));
        group.name().to_owned()
    }

    async fn list(&mut self) -> usize {
        let output = self
            .0
            .list_users()
            .network_id(payload::NETWORK_ID)
            .max_results(100)
            .send()
            .await
            .unwrap_or_else(|error| panic!("{}", sdk::error::DisplayErrorContext(&error)));
        output.users().iter().filter(|user| user.uname().is_some()).count()
    }
}

fn settings() -> SecurityGroupSettings {
    let aws = WickrAwsNetworks::builder().region("eu-west-2").network_id("72940316").build();
    let enterprise =
        PermittedWickrEnterpriseNetwork::builder().domain("wickr.example.com").network_id("83051427").build();
    SecurityGroupSettings::builder()
        .always_reauthenticate(false)
        .atak_package_values("com.example.atak.harbor")
        .atak_package_values("com.example.atak.pilots")
        .calling(CallingSettings::builder().can_start11_call(true).can_video_call(false).force_tcp_call(true).build())
        .check_for_updates(true)
        .enable_atak(true)
        .enable_crash_reports(false)
        .enable_file_download(true)
        .enable_guest_federation(false)
        .enable_notification_preview(false)
        .enable_open_access_option(true)
        .enable_restricted_global_federation(true)
        .files_enabled(true)
        .force_device_lockout(6)
        .force_open_access(false)
        .force_read_receipts(true)
        .global_federation(true)
        .is_ato_enabled(true)
        .is_link_preview_enabled(false)
        .location_allow_maps(true)
        .location_enabled(true)
        .max_auto_download_size(512_000)
        .max_bor(86_400)
        .max_ttl(2_592_000)
        .message_forwarding_enabled(false)
        .password_requirements(
            PasswordRequirements::builder().lowercase(1).min_length(14).numbers(2).symbols(1).uppercase(1).build(),
        )
        .presence_enabled(true)
        .quick_responses("On my way")
        .quick_responses("Back in 10 minutes")
        .quick_responses("Received, thank you")
        .show_master_recovery_key(false)
        .shredder(ShredderSettings::builder().can_process_manually(true).intensity(60).build())
        .sso_max_idle_minutes(45)
        .federation_mode(2)
        .lockout_threshold(10)
        .permitted_networks("51839027")
        .permitted_networks("51839028")
        .permitted_wickr_aws_networks(aws.expect("it has all that is required"))
        .permitted_wickr_enterprise_networks(enterprise.expect("it has all that is required"))
        .max_non_sso_session_minutes(720)
        .build()
}
