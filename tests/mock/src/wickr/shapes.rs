//! The bodies of Wickr's requests.

use crate::shape::Kind::{Boolean, Integer, List, Long, Structure, Text};
use crate::shape::{Member, optional, required};

pub(super) const CREATE_NETWORK: &[Member] = &[
    required("networkName", Text),
    required("accessLevel", Text),
    optional("enablePremiumFreeTrial", Boolean),
    optional("encryptionKeyArn", Text),
];

pub(super) const UPDATE_NETWORK: &[Member] = &[required("networkName", Text), optional("encryptionKeyArn", Text)];

pub(super) const CREATE_SECURITY_GROUP: &[Member] =
    &[required("name", Text), required("securityGroupSettings", Structure(INITIAL_SETTINGS))];

pub(super) const UPDATE_SECURITY_GROUP: &[Member] =
    &[optional("name", Text), optional("securityGroupSettings", Structure(SETTINGS))];

/// `SecurityGroupSettingsRequest`.
const INITIAL_SETTINGS: &[Member] = &[
    optional("lockoutThreshold", Integer),
    optional("permittedNetworks", List(&Text)),
    optional("enableGuestFederation", Boolean),
    optional("globalFederation", Boolean),
    optional("federationMode", Integer),
    optional("enableRestrictedGlobalFederation", Boolean),
    optional("permittedWickrAwsNetworks", List(&Structure(AWS_NETWORK))),
    optional("permittedWickrEnterpriseNetworks", List(&Structure(ENTERPRISE_NETWORK))),
];

/// `SecurityGroupSettings`.
const SETTINGS: &[Member] = &[
    optional("alwaysReauthenticate", Boolean),
    optional("atakPackageValues", List(&Text)),
    optional("calling", Structure(CALLING)),
    optional("checkForUpdates", Boolean),
    optional("enableAtak", Boolean),
    optional("enableCrashReports", Boolean),
    optional("enableFileDownload", Boolean),
    optional("enableGuestFederation", Boolean),
    optional("enableNotificationPreview", Boolean),
    optional("enableOpenAccessOption", Boolean),
    optional("enableRestrictedGlobalFederation", Boolean),
    optional("filesEnabled", Boolean),
    optional("forceDeviceLockout", Integer),
    optional("forceOpenAccess", Boolean),
    optional("forceReadReceipts", Boolean),
    optional("globalFederation", Boolean),
    optional("isAtoEnabled", Boolean),
    optional("isLinkPreviewEnabled", Boolean),
    optional("locationAllowMaps", Boolean),
    optional("locationEnabled", Boolean),
    optional("maxAutoDownloadSize", Long),
    optional("maxBor", Integer),
    optional("maxTtl", Long),
    optional("messageForwardingEnabled", Boolean),
    optional("passwordRequirements", Structure(PASSWORDS)),
    optional("presenceEnabled", Boolean),
    optional("quickResponses", List(&Text)),
    optional("showMasterRecoveryKey", Boolean),
    optional("shredder", Structure(SHREDDER)),
    optional("ssoMaxIdleMinutes", Integer),
    optional("federationMode", Integer),
    optional("lockoutThreshold", Integer),
    optional("permittedNetworks", List(&Text)),
    optional("permittedWickrAwsNetworks", List(&Structure(AWS_NETWORK))),
    optional("permittedWickrEnterpriseNetworks", List(&Structure(ENTERPRISE_NETWORK))),
    optional("maxNonSsoSessionMinutes", Integer),
];

const CALLING: &[Member] =
    &[optional("canStart11Call", Boolean), optional("canVideoCall", Boolean), optional("forceTcpCall", Boolean)];

const PASSWORDS: &[Member] = &[
    optional("lowercase", Integer),
    optional("minLength", Integer),
    optional("numbers", Integer),
    optional("symbols", Integer),
    optional("uppercase", Integer),
];

const SHREDDER: &[Member] = &[optional("canProcessManually", Boolean), optional("intensity", Integer)];

const AWS_NETWORK: &[Member] = &[required("region", Text), required("networkId", Text)];

const ENTERPRISE_NETWORK: &[Member] = &[required("domain", Text), required("networkId", Text)];
