//! What the two calls take and return.

use serde::{Deserialize, Serialize};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateSecurityGroup {
    name: Option<String>,
    security_group_settings: Option<Settings>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateSecurityGroupOutput {
    pub security_group: SecurityGroup,
}

/// What isn't looked at is read all the same.
#[allow(dead_code)]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SecurityGroup {
    pub active_members: i32,
    pub bot_members: i32,
    pub active_directory_guid: Option<String>,
    pub id: String,
    pub is_default: bool,
    pub name: String,
    pub modified: i32,
    pub security_group_settings: Settings,
}

macro_rules! optional {
    ($name:ident { $($field:ident: $type:ty,)* }) => {
        #[derive(Default, Deserialize, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(#[serde(skip_serializing_if = "Option::is_none")]
            pub $field: Option<$type>,)*
        }
    };
}

optional! { Calling { can_start11_call: bool, can_video_call: bool, force_tcp_call: bool, } }
optional! { Passwords { lowercase: i32, min_length: i32, numbers: i32, symbols: i32, uppercase: i32, } }
optional! { Shredder { can_process_manually: bool, intensity: i32, } }
optional! { AwsNetwork { region: String, network_id: String, } }
optional! { EnterpriseNetwork { domain: String, network_id: String, } }
optional! {
    Settings {
        always_reauthenticate: bool,
        atak_package_values: Vec<String>,
        calling: Calling,
        check_for_updates: bool,
        enable_atak: bool,
        enable_crash_reports: bool,
        enable_file_download: bool,
        enable_guest_federation: bool,
        enable_notification_preview: bool,
        enable_open_access_option: bool,
        enable_restricted_global_federation: bool,
        files_enabled: bool,
        force_device_lockout: i32,
        force_open_access: bool,
        force_read_receipts: bool,
        global_federation: bool,
        is_ato_enabled: bool,
        is_link_preview_enabled: bool,
        location_allow_maps: bool,
        location_enabled: bool,
        max_auto_download_size: i64,
        max_bor: i32,
        max_ttl: i64,
        message_forwarding_enabled: bool,
        password_requirements: Passwords,
        presence_enabled: bool,
        quick_responses: Vec<String>,
        show_master_recovery_key: bool,
        shredder: Shredder,
        sso_max_idle_minutes: i32,
        federation_mode: i32,
        lockout_threshold: i32,
        permitted_networks: Vec<String>,
        permitted_wickr_aws_networks: Vec<AwsNetwork>,
        permitted_wickr_enterprise_networks: Vec<EnterpriseNetwork>,
        max_non_sso_session_minutes: i32,
    }
}

#[allow(dead_code)]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListUsersOutput {
    next_token: Option<String>,
    pub users: Vec<User>,
}

optional! {
    User {
        user_id: String,
        first_name: String,
        last_name: String,
        username: String,
        security_groups: Vec<String>,
        is_admin: bool,
        suspended: bool,
        status: i32,
        otp_enabled: bool,
        scim_id: String,
        r#type: String,
        cell: String,
        country_code: String,
        challenge_failures: i32,
        is_invite_expired: bool,
        is_user: bool,
        invite_code: String,
        code_validation: bool,
        uname: String,
    }
}

impl UpdateSecurityGroup {
    /// A change of all settings.
    pub fn of_all(name: &str) -> Self {
        let texts = |texts: &[&str]| Some(texts.iter().map(|text| (*text).to_owned()).collect());
        let text = |text: &str| Some(text.to_owned());
        let settings = Settings {
            always_reauthenticate: Some(false),
            atak_package_values: texts(&["com.example.atak.harbor", "com.example.atak.pilots"]),
            calling: Some(Calling {
                can_start11_call: Some(true),
                can_video_call: Some(false),
                force_tcp_call: Some(true),
            }),
            check_for_updates: Some(true),
            enable_atak: Some(true),
            enable_crash_reports: Some(false),
            enable_file_download: Some(true),
            enable_guest_federation: Some(false),
            enable_notification_preview: Some(false),
            enable_open_access_option: Some(true),
            enable_restricted_global_federation: Some(true),
            files_enabled: Some(true),
            force_device_lockout: Some(6),
            force_open_access: Some(false),
            force_read_receipts: Some(true),
            global_federation: Some(true),
            is_ato_enabled: Some(true),
            is_link_preview_enabled: Some(false),
            location_allow_maps: Some(true),
            location_enabled: Some(true),
            max_auto_download_size: Some(512_000),
            max_bor: Some(86_400),
            max_ttl: Some(2_592_000),
            message_forwarding_enabled: Some(false),
            password_requirements: Some(Passwords {
                lowercase: Some(1),
                min_length: Some(14),
                numbers: Some(2),
                symbols: Some(1),
                uppercase: Some(1),
            }),
            presence_enabled: Some(true),
            quick_responses: texts(&["On my way", "Back in 10 minutes", "Received, thank you"]),
            show_master_recovery_key: Some(false),
            shredder: Some(Shredder { can_process_manually: Some(true), intensity: Some(60) }),
            sso_max_idle_minutes: Some(45),
            federation_mode: Some(2),
            lockout_threshold: Some(10),
            permitted_networks: texts(&["51839027", "51839028"]),
            permitted_wickr_aws_networks: Some(vec![AwsNetwork {
                region: text("eu-west-2"),
                network_id: text("72940316"),
            }]),
            permitted_wickr_enterprise_networks: Some(vec![EnterpriseNetwork {
                domain: text("wickr.example.com"),
                network_id: text("83051427"),
            }]),
            max_non_sso_session_minutes: Some(720),
        };
        Self { name: text(name), security_group_settings: Some(settings) }
    }
}
