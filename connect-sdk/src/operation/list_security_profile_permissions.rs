// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the permissions that a security profile grants, one page at a time.
//!
//! Permissions come as API names, such as `BasicAgentAccess`; the
//! [permission list](https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html)
//! shows the matching label of the admin website. Continue with `NextToken` until it is absent. Change
//! them with [`UpdateSecurityProfile`](crate::operation::update_security_profile).
//!
//! Request: `GET /security-profiles-permissions/{InstanceId}/{SecurityProfileId}`. It is retried only
//! when the request can't have taken effect.
//!
//! # Errors
//!
//! - [`InternalServiceException`](crate::types::error::InternalServiceException): The service failed
//!   while it worked on the request (HTTP 500).
//! - [`InvalidParameterException`](crate::types::error::InvalidParameterException): A parameter has a
//!   value that is not accepted (HTTP 400).
//! - [`InvalidRequestException`](crate::types::error::InvalidRequestException): The request as a whole is
//!   not accepted (HTTP 400).
//! - [`ResourceNotFoundException`](crate::types::error::ResourceNotFoundException): The instance, the
//!   security profile, or something else that the request names does not exist (HTTP 404).
//! - [`ThrottlingException`](crate::types::error::ThrottlingException): Requests arrive faster than the
//!   service allows (HTTP 429).
//!
//! # Examples
//!
//! ## List the permissions of a profile
//!
//! The page holds two entries; the token leads to the rest.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let output = client
//!     .list_security_profile_permissions()
//!     .security_profile_id("3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .max_results(2)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Get the second page of permissions
//!
//! There is no token in the answer, so this is the last page.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let output = client
//!     .list_security_profile_permissions()
//!     .security_profile_id("3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .next_token("EXAMPLE-TOKEN-2")
//!     .max_results(2)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{INSTANCE_ID, MAX_RESULT1000, PERMISSIONS_LIST, REGION_NAME};
use crate::primitives::DateTime;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::EpochSeconds;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListSecurityProfilePermissions);

impl Operation for ListSecurityProfilePermissionsInput {
    type Output = ListSecurityProfilePermissionsOutput;
    type Error = ListSecurityProfilePermissionsError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListSecurityProfilePermissions",
        method: "GET",
        uri: "/security-profiles-permissions/{InstanceId}/{SecurityProfileId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "ListSecurityProfilePermissions", ListSecurityProfilePermissionsError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`ListSecurityProfilePermissions`](crate::operation::list_security_profile_permissions).
    pub struct ListSecurityProfilePermissionsInput {
        /// ID of the security profile.
        ///
        /// Required.
        pub security_profile_id: Option<String>,
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// Token from the previous page (`NextToken`). Leave it out to get the first page.
        pub next_token: Option<String>,
        /// Largest page to return, 1 to 1000.
        pub max_results: Option<i32>,
    }
    input ListSecurityProfilePermissionsInputBuilder, ListSecurityProfilePermissionsFluentBuilder =>
        ListSecurityProfilePermissionsOutput, ListSecurityProfilePermissionsError {
        security_profile_id, set_security_profile_id, get_security_profile_id:
            optional text = label "SecurityProfileId";
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
        next_token, set_next_token, get_next_token: optional text = query "NextToken" in "nextToken";
        max_results, set_max_results, get_max_results:
            optional copy(i32) = query "MaxResults" in "maxResults" as MAX_RESULT1000;
    }
}

sdk_runtime::structure! {
    /// Output of [`ListSecurityProfilePermissions`](crate::operation::list_security_profile_permissions):
    /// one page of permissions.
    pub struct ListSecurityProfilePermissionsOutput {
        /// Permissions that the profile grants, by API name.
        pub permissions: Option<Vec<String>>,
        /// Token for the next page; absent on the last one.
        pub next_token: Option<String>,
        /// When the profile was last changed.
        pub last_modified_time: Option<DateTime>,
        /// AWS Region in which the profile was last changed.
        pub last_modified_region: Option<String>,
    }
    output ListSecurityProfilePermissionsOutputBuilder {
        permissions, set_permissions, get_permissions:
            optional texts = member "Permissions" as PERMISSIONS_LIST;
        next_token, set_next_token, get_next_token: optional text = member "NextToken";
        last_modified_time, set_last_modified_time, get_last_modified_time:
            optional value(DateTime) = member "LastModifiedTime" as EpochSeconds;
        last_modified_region, set_last_modified_region, get_last_modified_region:
            optional text = member "LastModifiedRegion" as REGION_NAME;
    }
}

sdk_runtime::paginated! {
    ListSecurityProfilePermissionsInput, ListSecurityProfilePermissionsFluentBuilder, ListSecurityProfilePermissionsPaginator, ListSecurityProfilePermissionsPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items String = |output| output.permissions;
    }
}

/// The paginator of `ListSecurityProfilePermissions`.
pub mod paginator {
    pub use super::{
        ListSecurityProfilePermissionsPaginator,
        ListSecurityProfilePermissionsPaginatorItems,
    };
}

/// Builders of what `ListSecurityProfilePermissions` takes and returns.
pub mod builders {
    pub use super::{
        ListSecurityProfilePermissionsFluentBuilder,
        ListSecurityProfilePermissionsInputBuilder,
        ListSecurityProfilePermissionsOutputBuilder,
    };
}
