// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client of Amazon Connect Service.

use crate::config::Config;
use crate::error::SdkError;
use crate::operation::associate_security_profiles::AssociateSecurityProfilesFluentBuilder;
use crate::operation::create_security_profile::CreateSecurityProfileFluentBuilder;
use crate::operation::delete_security_profile::DeleteSecurityProfileFluentBuilder;
use crate::operation::describe_security_profile::DescribeSecurityProfileFluentBuilder;
use crate::operation::disassociate_security_profiles::DisassociateSecurityProfilesFluentBuilder;
use crate::operation::list_entity_security_profiles::ListEntitySecurityProfilesFluentBuilder;
use crate::operation::list_security_profile_applications::ListSecurityProfileApplicationsFluentBuilder;
use crate::operation::list_security_profile_flow_modules::ListSecurityProfileFlowModulesFluentBuilder;
use crate::operation::list_security_profile_permissions::ListSecurityProfilePermissionsFluentBuilder;
use crate::operation::list_security_profiles::ListSecurityProfilesFluentBuilder;
use crate::operation::search_security_profiles::SearchSecurityProfilesFluentBuilder;
use crate::operation::update_security_profile::UpdateSecurityProfileFluentBuilder;
use crate::operation::update_user_security_profiles::UpdateUserSecurityProfilesFluentBuilder;
use aws_types::SdkConfig;
use sdk_runtime::client::{Handle, Operation};
use sdk_runtime::declare::Service;

/// Changing a call before it is sent: its request, its settings.
pub mod customize {
    pub use sdk_runtime::client::CustomizableOperation;
}

/// What all operations have in common.
pub(crate) static SERVICE: Service = Service {
    sdk_id: "Connect",
    api_version: "2017-08-08",
    package_version: crate::meta::PKG_VERSION,
    signing_name: "connect",
    endpoint: |built_ins| crate::endpoint::resolve(&built_ins.into()),
    endpoint_by_account: false,
    content_type: "application/json",
    headers: &[],
    retryable_errors: &[],
};

/// Calls Amazon Connect Service. Cheap to clone; clones share connections, credentials and the retry quota.
#[derive(Clone, Debug)]
pub struct Client {
    handle: Handle,
}

impl Client {
    /// Makes a client from the settings that `aws-config` loads. Does no I/O and doesn't panic: what is missing
    /// is reported by the first call.
    pub fn new(sdk_config: &SdkConfig) -> Self {
        Self::from_conf(sdk_config.into())
    }

    /// Makes a client from settings of its own.
    pub fn from_conf(conf: Config) -> Self {
        Self {
            handle: Handle::new(&SERVICE, conf),
        }
    }

    /// The client's settings.
    pub fn config(&self) -> &Config {
        self.handle.config()
    }

    /// Sends an input that was built, or read from a file, rather than set member by member.
    ///
    /// # Errors
    /// As for the operation's own method.
    pub async fn send<I: Operation>(
        &self,
        mut input: I,
    ) -> Result<I::Output, SdkError<I::Error>> {
        self.handle.send(&mut input).await
    }

    /// Attaches security profiles to an AI agent of an Amazon Connect instance.
    ///
    /// `POST /associate-security-profiles/{InstanceId}`; see [`AssociateSecurityProfiles`](crate::operation::associate_security_profiles) for its errors and examples.
    pub fn associate_security_profiles(&self) -> AssociateSecurityProfilesFluentBuilder {
        AssociateSecurityProfilesFluentBuilder::new(self.handle.clone())
    }

    /// Creates a security profile in an Amazon Connect instance.
    ///
    /// `PUT /security-profiles/{InstanceId}`; see [`CreateSecurityProfile`](crate::operation::create_security_profile) for its errors and examples.
    pub fn create_security_profile(&self) -> CreateSecurityProfileFluentBuilder {
        CreateSecurityProfileFluentBuilder::new(self.handle.clone())
    }

    /// Deletes a security profile from an Amazon Connect instance.
    ///
    /// `DELETE /security-profiles/{InstanceId}/{SecurityProfileId}`; see [`DeleteSecurityProfile`](crate::operation::delete_security_profile) for its errors and examples.
    pub fn delete_security_profile(&self) -> DeleteSecurityProfileFluentBuilder {
        DeleteSecurityProfileFluentBuilder::new(self.handle.clone())
    }

    /// Returns one security profile: its name, tags, and access restrictions.
    ///
    /// `GET /security-profiles/{InstanceId}/{SecurityProfileId}`; see [`DescribeSecurityProfile`](crate::operation::describe_security_profile) for its errors and examples.
    pub fn describe_security_profile(&self) -> DescribeSecurityProfileFluentBuilder {
        DescribeSecurityProfileFluentBuilder::new(self.handle.clone())
    }

    /// Detaches security profiles from an AI agent of an Amazon Connect instance.
    ///
    /// `POST /disassociate-security-profiles/{InstanceId}`; see [`DisassociateSecurityProfiles`](crate::operation::disassociate_security_profiles) for its errors and examples.
    pub fn disassociate_security_profiles(
        &self,
    ) -> DisassociateSecurityProfilesFluentBuilder {
        DisassociateSecurityProfilesFluentBuilder::new(self.handle.clone())
    }

    /// Returns the security profiles attached to an AI agent, one page at a time.
    ///
    /// `POST /entity-security-profiles-summary/{InstanceId}`; see [`ListEntitySecurityProfiles`](crate::operation::list_entity_security_profiles) for its errors and examples.
    pub fn list_entity_security_profiles(
        &self,
    ) -> ListEntitySecurityProfilesFluentBuilder {
        ListEntitySecurityProfilesFluentBuilder::new(self.handle.clone())
    }

    /// Returns the applications that a security profile gives access to, one page at a time.
    ///
    /// `GET /security-profiles-applications/{InstanceId}/{SecurityProfileId}`; see [`ListSecurityProfileApplications`](crate::operation::list_security_profile_applications) for its errors and examples.
    pub fn list_security_profile_applications(
        &self,
    ) -> ListSecurityProfileApplicationsFluentBuilder {
        ListSecurityProfileApplicationsFluentBuilder::new(self.handle.clone())
    }

    /// Returns the flow modules that a security profile lets AI agents call, one page at a time.
    ///
    /// `GET /security-profiles-flow-modules/{InstanceId}/{SecurityProfileId}`; see [`ListSecurityProfileFlowModules`](crate::operation::list_security_profile_flow_modules) for its errors and examples.
    pub fn list_security_profile_flow_modules(
        &self,
    ) -> ListSecurityProfileFlowModulesFluentBuilder {
        ListSecurityProfileFlowModulesFluentBuilder::new(self.handle.clone())
    }

    /// Returns the permissions that a security profile grants, one page at a time.
    ///
    /// `GET /security-profiles-permissions/{InstanceId}/{SecurityProfileId}`; see [`ListSecurityProfilePermissions`](crate::operation::list_security_profile_permissions) for its errors and examples.
    pub fn list_security_profile_permissions(
        &self,
    ) -> ListSecurityProfilePermissionsFluentBuilder {
        ListSecurityProfilePermissionsFluentBuilder::new(self.handle.clone())
    }

    /// Returns the security profiles of an Amazon Connect instance, one page at a time.
    ///
    /// `GET /security-profiles-summary/{InstanceId}`; see [`ListSecurityProfiles`](crate::operation::list_security_profiles) for its errors and examples.
    pub fn list_security_profiles(&self) -> ListSecurityProfilesFluentBuilder {
        ListSecurityProfilesFluentBuilder::new(self.handle.clone())
    }

    /// Searches the security profiles of an instance by name and tags, one page at a time.
    ///
    /// `POST /search-security-profiles`; see [`SearchSecurityProfiles`](crate::operation::search_security_profiles) for its errors and examples.
    pub fn search_security_profiles(&self) -> SearchSecurityProfilesFluentBuilder {
        SearchSecurityProfilesFluentBuilder::new(self.handle.clone())
    }

    /// Changes a security profile: its description, permissions, and access restrictions.
    ///
    /// `POST /security-profiles/{InstanceId}/{SecurityProfileId}`; see [`UpdateSecurityProfile`](crate::operation::update_security_profile) for its errors and examples.
    pub fn update_security_profile(&self) -> UpdateSecurityProfileFluentBuilder {
        UpdateSecurityProfileFluentBuilder::new(self.handle.clone())
    }

    /// Assigns security profiles to a user of an Amazon Connect instance.
    ///
    /// `POST /users/{InstanceId}/{UserId}/security-profiles`; see [`UpdateUserSecurityProfiles`](crate::operation::update_user_security_profiles) for its errors and examples.
    pub fn update_user_security_profiles(
        &self,
    ) -> UpdateUserSecurityProfilesFluentBuilder {
        UpdateUserSecurityProfilesFluentBuilder::new(self.handle.clone())
    }
}

impl AsRef<Handle> for Client {
    fn as_ref(&self) -> &Handle {
        &self.handle
    }
}
