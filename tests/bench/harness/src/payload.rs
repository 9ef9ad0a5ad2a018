//! The bodies of requests and answers, the same for all: every setting of a security group, and users with every member.

/// How many users a page has: as many as the service gives at once.
pub const USERS: usize = 100;

/// The network of all calls.
pub const NETWORK_ID: &str = "40718265";

/// The group that is changed.
pub const GROUP_ID: &str = "Kx3vTq8L";

/// What it is called.
pub const GROUP_NAME: &str = "dispatch";

/// All settings of a security group, in the model's order.
const SETTINGS: &str = concat!(
    r#"{"alwaysReauthenticate":false,"atakPackageValues":["com.example.atak.harbor","com.example.atak.pilots"],"#,
    r#""calling":{"canStart11Call":true,"canVideoCall":false,"forceTcpCall":true},"checkForUpdates":true,"#,
    r#""enableAtak":true,"enableCrashReports":false,"enableFileDownload":true,"enableGuestFederation":false,"#,
    r#""enableNotificationPreview":false,"enableOpenAccessOption":true,"enableRestrictedGlobalFederation":true,"#,
    r#""filesEnabled":true,"forceDeviceLockout":6,"forceOpenAccess":false,"forceReadReceipts":true,"#,
    r#""globalFederation":true,"isAtoEnabled":true,"isLinkPreviewEnabled":false,"locationAllowMaps":true,"#,
    r#""locationEnabled":true,"maxAutoDownloadSize":512000,"maxBor":86400,"maxTtl":2592000,"#,
    r#""messageForwardingEnabled":false,"passwordRequirements":{"lowercase":1,"minLength":14,"numbers":2,"symbols":1,"#,
    r#""uppercase":1},"presenceEnabled":true,"quickResponses":["On my way","Back in 10 minutes","Received, thank you"],"#,
    r#""showMasterRecoveryKey":false,"shredder":{"canProcessManually":true,"intensity":60},"ssoMaxIdleMinutes":45,"#,
    r#""federationMode":2,"lockoutThreshold":10,"permittedNetworks":["51839027","51839028"],"#,
    r#""permittedWickrAwsNetworks":[{"region":"eu-west-2","networkId":"72940316"}],"#,
    r#""permittedWickrEnterpriseNetworks":[{"domain":"wickr.example.com","networkId":"83051427"}],"#,
    r#""maxNonSsoSessionMinutes":720}"#
);

/// The path of an update.
pub fn update_path() -> String {
    format!("/networks/{NETWORK_ID}/security-groups/{GROUP_ID}")
}

/// The path and query of a list.
pub fn list_path() -> String {
    format!("/networks/{NETWORK_ID}/users?maxResults={USERS}")
}

/// The body of an update.
pub fn update_body() -> String {
    format!(r#"{{"name":"{GROUP_NAME}","securityGroupSettings":{SETTINGS}}}"#)
}

/// The answer to it.
pub fn update_answer() -> String {
    format!(
        r#"{{"securityGroup":{{"activeMembers":41,"botMembers":2,"activeDirectoryGuid":"5f2a6c1e-9b1d-4c57-8d0e-3a7f60b2c914","#
    ) + &format!(
        r#""id":"{GROUP_ID}","isDefault":false,"name":"{GROUP_NAME}","modified":1764288000,"securityGroupSettings":{SETTINGS}}}}}"#
    )
}

/// The answer to a list.
pub fn list_answer() -> String {
    let users: Vec<String> = (0..USERS).map(user).collect();
    format!(r#"{{"nextToken":"eyJwYWdlIjoyLCJzb3J0IjoidXNlcm5hbWUifQ==","users":[{}]}}"#, users.join(","))
}

fn user(index: usize) -> String {
    let (is_admin, status) = (index.is_multiple_of(10), 1 + index % 2);
    format!(r#"{{"userId":"{}","firstName":"Amara","lastName":"Okafor","#, 10_000_000 + index)
        + &format!(r#""username":"amara.okafor.{index}@example.com","securityGroups":["Kq7mT2xW","{GROUP_ID}"],"#)
        + &format!(r#""isAdmin":{is_admin},"suspended":false,"status":{status},"otpEnabled":true,"#)
        + &format!(r#""scimId":"8f14e45f-ceea-467f-9c2a-{index:012}","type":"user","cell":"5550{index:06}","#)
        + &format!(r#""countryCode":"44","challengeFailures":{},"isInviteExpired":false,"#, index % 3)
        + &format!(r#""isUser":true,"inviteCode":"{:06}","codeValidation":true,"#, 400_000 + index)
        + &format!(r#""uname":"{index:064x}"}}"#)
}
