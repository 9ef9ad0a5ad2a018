// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client of Amazon Connect Service.

use crate::config::Config;
use aws_types::SdkConfig;
use sdk_runtime::client::Handle;
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
}

sdk_runtime::client!(Client);

sdk_runtime::operations! {
    Client, #[cfg(feature = "blocking")] crate::blocking::Client {
        /// Attaches security profiles to an AI agent of an Amazon Connect instance.
        ///
        /// `POST /associate-security-profiles/{InstanceId}`; see
        /// [`AssociateSecurityProfiles`](crate::operation::associate_security_profiles) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `security_profiles`, required: 1 to 10 profiles to attach.
        /// - `entity_type`, required: Kind of entity.
        /// - `entity_arn`, required: ARN of the AI agent (Amazon Q in Connect).
        ///
        /// # Errors
        /// `AccessDeniedException`, `ConditionalOperationFailedException`, `InternalServiceException`,
        /// `InvalidParameterException`, `InvalidRequestException`, `ResourceConflictException`,
        /// `ResourceNotFoundException`.
        associate_security_profiles: crate::operation::associate_security_profiles::AssociateSecurityProfilesFluentBuilder;
        /// Creates a security profile in an Amazon Connect instance.
        ///
        /// `PUT /security-profiles/{InstanceId}`; see
        /// [`CreateSecurityProfile`](crate::operation::create_security_profile) for details and examples.
        ///
        /// Parameters:
        /// - `security_profile_name`, required: Name of the profile, which no other profile of the instance may
        ///   have.
        /// - `description`: Description of the profile, up to 250 characters.
        /// - `permissions`: Up to 500 permissions by API name, from the [permission
        ///   list](https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html).
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `tags`: 1 to 50 tags to put on the profile itself, as keys and values.
        /// - `allowed_access_control_tags`: Up to four tags, as keys and values, by which the profile limits
        ///   access.
        /// - `tag_restricted_resources`: Up to 10 kinds of resources to limit by tags, such as `User` or `Queue`.
        /// - `applications`: Up to 10 third-party applications and MCP servers to give access to.
        /// - `hierarchy_restricted_resources`: Kinds of resources to limit by hierarchy; only `User` is accepted.
        /// - `allowed_access_control_hierarchy_group_id`: ID of the hierarchy group by which the profile limits
        ///   access.
        /// - `allowed_flow_modules`: Up to 10 flow modules that AI agents may call as tools.
        /// - `granular_access_control_configuration`: Fine-grained access that the profile gives, for example to
        ///   data tables.
        ///
        /// Returns:
        /// - `security_profile_id`: ID of the new profile.
        /// - `security_profile_arn`: ARN of the new profile.
        ///
        /// # Errors
        /// `DuplicateResourceException`, `InternalServiceException`, `InvalidParameterException`,
        /// `InvalidRequestException`, `LimitExceededException`, `ResourceNotFoundException`,
        /// `ThrottlingException`.
        create_security_profile: crate::operation::create_security_profile::CreateSecurityProfileFluentBuilder;
        /// Deletes a security profile from an Amazon Connect instance.
        ///
        /// `DELETE /security-profiles/{InstanceId}/{SecurityProfileId}`; see
        /// [`DeleteSecurityProfile`](crate::operation::delete_security_profile) for details and examples.
        ///
        /// Parameters:
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `security_profile_id`, required: ID of the security profile.
        ///
        /// # Errors
        /// `AccessDeniedException`, `InternalServiceException`, `InvalidParameterException`,
        /// `InvalidRequestException`, `ResourceInUseException`, `ResourceNotFoundException`,
        /// `ThrottlingException`.
        delete_security_profile: crate::operation::delete_security_profile::DeleteSecurityProfileFluentBuilder;
        /// Returns one security profile: its name, tags, and access restrictions.
        ///
        /// `GET /security-profiles/{InstanceId}/{SecurityProfileId}`; see
        /// [`DescribeSecurityProfile`](crate::operation::describe_security_profile) for details and examples.
        ///
        /// Parameters:
        /// - `security_profile_id`, required: ID of the security profile.
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        ///
        /// Returns:
        /// - `security_profile`: The profile that was asked for.
        ///
        /// # Errors
        /// `InternalServiceException`, `InvalidParameterException`, `InvalidRequestException`,
        /// `ResourceNotFoundException`, `ThrottlingException`.
        describe_security_profile: crate::operation::describe_security_profile::DescribeSecurityProfileFluentBuilder;
        /// Detaches security profiles from an AI agent of an Amazon Connect instance.
        ///
        /// `POST /disassociate-security-profiles/{InstanceId}`; see
        /// [`DisassociateSecurityProfiles`](crate::operation::disassociate_security_profiles) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `security_profiles`, required: 1 to 10 profiles to detach.
        /// - `entity_type`, required: Kind of entity.
        /// - `entity_arn`, required: ARN of the AI agent (Amazon Q in Connect).
        ///
        /// # Errors
        /// `AccessDeniedException`, `ConditionalOperationFailedException`, `InternalServiceException`,
        /// `InvalidParameterException`, `InvalidRequestException`, `ResourceConflictException`,
        /// `ResourceNotFoundException`.
        disassociate_security_profiles: crate::operation::disassociate_security_profiles::DisassociateSecurityProfilesFluentBuilder;
        /// Returns the security profiles attached to an AI agent, one page at a time.
        ///
        /// `POST /entity-security-profiles-summary/{InstanceId}`; see
        /// [`ListEntitySecurityProfiles`](crate::operation::list_entity_security_profiles) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `entity_type`, required: Kind of entity.
        /// - `entity_arn`, required: ARN of the AI agent (Amazon Q in Connect).
        /// - `next_token`: Token from the previous page (`NextToken`).
        /// - `max_results`: Largest page to return, 1 to 100; 100 by default.
        ///
        /// Returns:
        /// - `security_profiles`: Profiles attached to the AI agent, by ID.
        /// - `next_token`: Token for the next page; absent on the last one.
        ///
        /// # Errors
        /// `InternalServiceException`, `InvalidParameterException`, `InvalidRequestException`,
        /// `ResourceNotFoundException`, `ThrottlingException`.
        list_entity_security_profiles: crate::operation::list_entity_security_profiles::ListEntitySecurityProfilesFluentBuilder;
        /// Returns the applications that a security profile gives access to, one page at a time.
        ///
        /// `GET /security-profiles-applications/{InstanceId}/{SecurityProfileId}`; see
        /// [`ListSecurityProfileApplications`](crate::operation::list_security_profile_applications) for
        /// details and examples.
        ///
        /// Parameters:
        /// - `security_profile_id`, required: ID of the security profile.
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `next_token`: Token from the previous page (`NextToken`).
        /// - `max_results`: Largest page to return, 1 to 1000.
        ///
        /// Returns:
        /// - `applications`: Applications and MCP servers that the profile gives access to.
        /// - `next_token`: Token for the next page; absent on the last one.
        /// - `last_modified_time`: When the profile was last changed.
        /// - `last_modified_region`: AWS Region in which the profile was last changed.
        ///
        /// # Errors
        /// `InternalServiceException`, `InvalidParameterException`, `InvalidRequestException`,
        /// `ResourceNotFoundException`, `ThrottlingException`.
        list_security_profile_applications: crate::operation::list_security_profile_applications::ListSecurityProfileApplicationsFluentBuilder;
        /// Returns the flow modules that a security profile lets AI agents call, one page at a time.
        ///
        /// `GET /security-profiles-flow-modules/{InstanceId}/{SecurityProfileId}`; see
        /// [`ListSecurityProfileFlowModules`](crate::operation::list_security_profile_flow_modules) for details
        /// and examples.
        ///
        /// Parameters:
        /// - `security_profile_id`, required: ID of the security profile.
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `next_token`: Token from the previous page (`NextToken`).
        /// - `max_results`: Largest page to return, 1 to 1000; 100 by default.
        ///
        /// Returns:
        /// - `allowed_flow_modules`: Flow modules that AI agents may call as tools.
        /// - `next_token`: Token for the next page; absent on the last one.
        /// - `last_modified_time`: When the flow module was last changed.
        /// - `last_modified_region`: AWS Region in which the flow module was last changed.
        ///
        /// # Errors
        /// `InternalServiceException`, `InvalidParameterException`, `InvalidRequestException`,
        /// `ResourceNotFoundException`, `ThrottlingException`.
        list_security_profile_flow_modules: crate::operation::list_security_profile_flow_modules::ListSecurityProfileFlowModulesFluentBuilder;
        /// Returns the permissions that a security profile grants, one page at a time.
        ///
        /// `GET /security-profiles-permissions/{InstanceId}/{SecurityProfileId}`; see
        /// [`ListSecurityProfilePermissions`](crate::operation::list_security_profile_permissions) for details
        /// and examples.
        ///
        /// Parameters:
        /// - `security_profile_id`, required: ID of the security profile.
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `next_token`: Token from the previous page (`NextToken`).
        /// - `max_results`: Largest page to return, 1 to 1000.
        ///
        /// Returns:
        /// - `permissions`: Permissions that the profile grants, by API name.
        /// - `next_token`: Token for the next page; absent on the last one.
        /// - `last_modified_time`: When the profile was last changed.
        /// - `last_modified_region`: AWS Region in which the profile was last changed.
        ///
        /// # Errors
        /// `InternalServiceException`, `InvalidParameterException`, `InvalidRequestException`,
        /// `ResourceNotFoundException`, `ThrottlingException`.
        list_security_profile_permissions: crate::operation::list_security_profile_permissions::ListSecurityProfilePermissionsFluentBuilder;
        /// Returns the security profiles of an Amazon Connect instance, one page at a time.
        ///
        /// `GET /security-profiles-summary/{InstanceId}`; see
        /// [`ListSecurityProfiles`](crate::operation::list_security_profiles) for details and examples.
        ///
        /// Parameters:
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `next_token`: Token from the previous page (`NextToken`).
        /// - `max_results`: Largest page to return, 1 to 1000; 100 by default.
        ///
        /// Returns:
        /// - `security_profile_summary_list`: Profiles on this page.
        /// - `next_token`: Token for the next page; absent on the last one.
        ///
        /// # Errors
        /// `InternalServiceException`, `InvalidParameterException`, `InvalidRequestException`,
        /// `ResourceNotFoundException`, `ThrottlingException`.
        list_security_profiles: crate::operation::list_security_profiles::ListSecurityProfilesFluentBuilder;
        /// Searches the security profiles of an instance by name and tags, one page at a time.
        ///
        /// `POST /search-security-profiles`; see
        /// [`SearchSecurityProfiles`](crate::operation::search_security_profiles) for details and examples.
        ///
        /// Parameters:
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `next_token`: Token from the previous page (`NextToken`).
        /// - `max_results`: Largest page to return, 1 to 100.
        /// - `search_criteria`: What the name must look like; `name` is the only field supported, and a
        ///   `CONTAINS` condition needs 2 to 25 characters.
        /// - `search_filter`: Which tags the profiles must have.
        ///
        /// Returns:
        /// - `security_profiles`: Matching profiles on this page.
        /// - `next_token`: Token for the next page; absent on the last one.
        /// - `approximate_total_count`: Approximate number of matching profiles on all pages together.
        ///
        /// # Errors
        /// `InternalServiceException`, `InvalidParameterException`, `InvalidRequestException`,
        /// `ResourceNotFoundException`, `ThrottlingException`.
        search_security_profiles: crate::operation::search_security_profiles::SearchSecurityProfilesFluentBuilder;
        /// Changes a security profile: its description, permissions, and access restrictions.
        ///
        /// `POST /security-profiles/{InstanceId}/{SecurityProfileId}`; see
        /// [`UpdateSecurityProfile`](crate::operation::update_security_profile) for details and examples.
        ///
        /// Parameters:
        /// - `description`: New description, up to 250 characters.
        /// - `permissions`: Up to 500 permissions by API name, from the [permission
        ///   list](https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html).
        /// - `security_profile_id`, required: ID of the security profile.
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        /// - `allowed_access_control_tags`: Up to four tags, as keys and values, by which the profile limits
        ///   access.
        /// - `tag_restricted_resources`: Up to 10 kinds of resources to limit by tags, such as `User` or `Queue`.
        /// - `applications`: Up to 10 third-party applications and MCP servers to give access to.
        /// - `hierarchy_restricted_resources`: Kinds of resources to limit by hierarchy; only `User` is accepted.
        /// - `allowed_access_control_hierarchy_group_id`: ID of the hierarchy group by which the profile limits
        ///   access.
        /// - `allowed_flow_modules`: Up to 10 flow modules that AI agents may call as tools.
        /// - `granular_access_control_configuration`: Fine-grained access that the profile gives, for example to
        ///   data tables.
        ///
        /// # Errors
        /// `InternalServiceException`, `InvalidParameterException`, `InvalidRequestException`,
        /// `ResourceNotFoundException`, `ThrottlingException`.
        update_security_profile: crate::operation::update_security_profile::UpdateSecurityProfileFluentBuilder;
        /// Assigns security profiles to a user of an Amazon Connect instance.
        ///
        /// `POST /users/{InstanceId}/{UserId}/security-profiles`; see
        /// [`UpdateUserSecurityProfiles`](crate::operation::update_user_security_profiles) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `security_profile_ids`, required: IDs of 1 to 10 profiles.
        /// - `user_id`, required: ID of the user account.
        /// - `instance_id`, required: ID of the Amazon Connect instance; it is the last part of the instance's
        ///   ARN.
        ///
        /// # Errors
        /// `InternalServiceException`, `InvalidParameterException`, `InvalidRequestException`,
        /// `ResourceNotFoundException`, `ThrottlingException`.
        update_user_security_profiles: crate::operation::update_user_security_profiles::UpdateUserSecurityProfilesFluentBuilder;
    }
}
