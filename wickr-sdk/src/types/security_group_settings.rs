// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityGroupSettings`: what members of a security group may and must do.

use crate::constraint::NETWORK_ID;
use crate::types::{
    CallingSettings, PasswordRequirements, PermittedWickrEnterpriseNetwork,
    ShredderSettings, WickrAwsNetworks,
};
use sdk_runtime::codec::{List, Nested, Plain, Range};

sdk_runtime::structure! {
    /// What members of a security group may and must do. Every setting is optional: in a response, an
    /// absent one was simply not reported.
    pub struct SecurityGroupSettings {
        /// Whether users must sign in again each time they return to the app.
        pub always_reauthenticate: Option<bool>,
        /// ATAK package configuration. Used only if `enable_atak` is on.
        pub atak_package_values: Option<Vec<String>>,
        /// What users may do with calls.
        pub calling: Option<CallingSettings>,
        /// Whether clients look for new Wickr versions on their own.
        pub check_for_updates: Option<bool>,
        /// Whether the ATAK (Android Team Awareness Kit) integration is on.
        pub enable_atak: Option<bool>,
        /// Whether users may report crashes.
        pub enable_crash_reports: Option<bool>,
        /// Whether users may save files from messages to their devices.
        pub enable_file_download: Option<bool>,
        /// Whether users may communicate with guest users. Guest users are counted per billing period: see
        /// [`GetGuestUserHistoryCount`](crate::operation::get_guest_user_history_count).
        pub enable_guest_federation: Option<bool>,
        /// Whether push notifications show message text. If on, it can be read without opening the app.
        pub enable_notification_preview: Option<bool>,
        /// Whether users may turn on Wickr open access, which gets around geo-blocking and other network
        /// limits.
        pub enable_open_access_option: Option<bool>,
        /// Whether global federation is limited to the networks in `permitted_wickr_aws_networks` and
        /// `permitted_wickr_enterprise_networks`.
        pub enable_restricted_global_federation: Option<bool>,
        /// Whether users may send and receive files.
        pub files_enabled: Option<bool>,
        /// How many failed logins reset the data that Wickr keeps on a device. Keep it below
        /// `lockout_threshold`.
        pub force_device_lockout: Option<i32>,
        /// Whether Wickr open access is switched on for all devices and cannot be declined. Valid only if
        /// `enable_open_access_option` is on.
        pub force_open_access: Option<bool>,
        /// Whether bots that a user has approved may read the messages in a room without being called by a
        /// slash command. Despite the name, read receipts for people are set in `ReadReceiptConfig`.
        pub force_read_receipts: Option<bool>,
        /// Whether users may communicate beyond local federation, including with Wickr Enterprise networks.
        pub global_federation: Option<bool>,
        /// Whether adding a new device to an account takes two-factor authentication.
        pub is_ato_enabled: Option<bool>,
        /// Whether links in messages show a preview with a thumbnail and a description.
        pub is_link_preview_enabled: Option<bool>,
        /// Whether shared locations appear on an interactive map. Valid only if `location_enabled` is on.
        pub location_allow_maps: Option<bool>,
        /// Whether users may share where they are.
        pub location_enabled: Option<bool>,
        /// Largest file, in bytes, that downloads without asking: `512000` (low quality) or `7340032` (high
        /// quality). Valid only if `enable_file_download` is on.
        pub max_auto_download_size: Option<i64>,
        /// Longest burn-on-read time, in seconds: how long a message can stay visible once it has been read.
        pub max_bor: Option<i32>,
        /// Longest lifetime of a message, in seconds. After that it is deleted from every device.
        pub max_ttl: Option<i64>,
        /// Whether users may forward messages to other conversations.
        pub message_forwarding_enabled: Option<bool>,
        /// Rules for passwords, applied when a user sets or changes one.
        pub password_requirements: Option<PasswordRequirements>,
        /// Whether users can see who is online, away, or offline.
        pub presence_enabled: Option<bool>,
        /// Ready-made replies that users can send with one tap.
        pub quick_responses: Option<Vec<String>>,
        /// Whether users get a master recovery key, with which they can sign in without their main device. Only
        /// for networks with SSO.
        pub show_master_recovery_key: Option<bool>,
        /// How thoroughly deleted content is overwritten on devices.
        pub shredder: Option<ShredderSettings>,
        /// How many minutes an SSO session may be idle before the user is logged out. Only for networks with
        /// SSO.
        pub sso_max_idle_minutes: Option<i32>,
        /// Local federation, that is with Wickr networks in the same Region: `0` none, `1` with any of them,
        /// `2` only with those in `permitted_networks`.
        pub federation_mode: Option<i32>,
        /// How many wrong passwords lock a user's account.
        pub lockout_threshold: Option<i32>,
        /// IDs of the networks allowed for local federation when `federation_mode` is `2`.
        pub permitted_networks: Option<Vec<String>>,
        /// AWS Wickr networks allowed when `enable_restricted_global_federation` is on.
        pub permitted_wickr_aws_networks: Option<Vec<WickrAwsNetworks>>,
        /// Wickr Enterprise networks allowed when `enable_restricted_global_federation` is on.
        pub permitted_wickr_enterprise_networks: Option<
            Vec<PermittedWickrEnterpriseNetwork>,
        >,
        /// Longest session, in minutes, for users who do not sign in with SSO: 60 (an hour) to 525600 (365
        /// days), or `0` to turn the limit off.
        pub max_non_sso_session_minutes: Option<i32>,
    }
    shared SecurityGroupSettingsBuilder {
        always_reauthenticate, set_always_reauthenticate, get_always_reauthenticate:
            optional copy(bool) = member "alwaysReauthenticate";
        atak_package_values, set_atak_package_values, get_atak_package_values:
            optional texts = member "atakPackageValues" as List(Plain);
        calling, set_calling, get_calling: optional value(CallingSettings) = member "calling" as Nested;
        check_for_updates, set_check_for_updates, get_check_for_updates:
            optional copy(bool) = member "checkForUpdates";
        enable_atak, set_enable_atak, get_enable_atak: optional copy(bool) = member "enableAtak";
        enable_crash_reports, set_enable_crash_reports, get_enable_crash_reports:
            optional copy(bool) = member "enableCrashReports";
        enable_file_download, set_enable_file_download, get_enable_file_download:
            optional copy(bool) = member "enableFileDownload";
        enable_guest_federation, set_enable_guest_federation, get_enable_guest_federation:
            optional copy(bool) = member "enableGuestFederation";
        enable_notification_preview, set_enable_notification_preview, get_enable_notification_preview:
            optional copy(bool) = member "enableNotificationPreview";
        enable_open_access_option, set_enable_open_access_option, get_enable_open_access_option:
            optional copy(bool) = member "enableOpenAccessOption";
        enable_restricted_global_federation, set_enable_restricted_global_federation, get_enable_restricted_global_federation:
            optional copy(bool) = member "enableRestrictedGlobalFederation";
        files_enabled, set_files_enabled, get_files_enabled: optional copy(bool) = member "filesEnabled";
        force_device_lockout, set_force_device_lockout, get_force_device_lockout:
            optional copy(i32) = member "forceDeviceLockout";
        force_open_access, set_force_open_access, get_force_open_access:
            optional copy(bool) = member "forceOpenAccess";
        force_read_receipts, set_force_read_receipts, get_force_read_receipts:
            optional copy(bool) = member "forceReadReceipts";
        global_federation, set_global_federation, get_global_federation:
            optional copy(bool) = member "globalFederation";
        is_ato_enabled, set_is_ato_enabled, get_is_ato_enabled: optional copy(bool) = member "isAtoEnabled";
        is_link_preview_enabled, set_is_link_preview_enabled, get_is_link_preview_enabled:
            optional copy(bool) = member "isLinkPreviewEnabled";
        location_allow_maps, set_location_allow_maps, get_location_allow_maps:
            optional copy(bool) = member "locationAllowMaps";
        location_enabled, set_location_enabled, get_location_enabled:
            optional copy(bool) = member "locationEnabled";
        max_auto_download_size, set_max_auto_download_size, get_max_auto_download_size:
            optional copy(i64) = member "maxAutoDownloadSize";
        max_bor, set_max_bor, get_max_bor: optional copy(i32) = member "maxBor";
        max_ttl, set_max_ttl, get_max_ttl: optional copy(i64) = member "maxTtl";
        message_forwarding_enabled, set_message_forwarding_enabled, get_message_forwarding_enabled:
            optional copy(bool) = member "messageForwardingEnabled";
        password_requirements, set_password_requirements, get_password_requirements:
            optional value(PasswordRequirements) = member "passwordRequirements" as Nested;
        presence_enabled, set_presence_enabled, get_presence_enabled:
            optional copy(bool) = member "presenceEnabled";
        quick_responses, set_quick_responses, get_quick_responses:
            optional texts = member "quickResponses" as List(Plain);
        show_master_recovery_key, set_show_master_recovery_key, get_show_master_recovery_key:
            optional copy(bool) = member "showMasterRecoveryKey";
        shredder, set_shredder, get_shredder: optional value(ShredderSettings) = member "shredder" as Nested;
        sso_max_idle_minutes, set_sso_max_idle_minutes, get_sso_max_idle_minutes:
            optional copy(i32) = member "ssoMaxIdleMinutes";
        federation_mode, set_federation_mode, get_federation_mode:
            optional copy(i32) = member "federationMode";
        lockout_threshold, set_lockout_threshold, get_lockout_threshold:
            optional copy(i32) = member "lockoutThreshold";
        permitted_networks, set_permitted_networks, get_permitted_networks:
            optional texts = member "permittedNetworks" as List(NETWORK_ID);
        permitted_wickr_aws_networks, set_permitted_wickr_aws_networks, get_permitted_wickr_aws_networks:
            optional list(WickrAwsNetworks) = member "permittedWickrAwsNetworks" as List(Nested);
        permitted_wickr_enterprise_networks, set_permitted_wickr_enterprise_networks, get_permitted_wickr_enterprise_networks:
            optional list(PermittedWickrEnterpriseNetwork) = member "permittedWickrEnterpriseNetworks"
                as List(Nested);
        max_non_sso_session_minutes, set_max_non_sso_session_minutes, get_max_non_sso_session_minutes:
            optional copy(i32) = member "maxNonSsoSessionMinutes" as Range(0, 525600, Plain);
    }
}
