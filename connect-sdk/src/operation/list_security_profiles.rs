// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the security profiles of an Amazon Connect instance, one page at a time.
//!
//! Entries are summaries with ID, ARN, name, and latest change;
//! [`DescribeSecurityProfile`](crate::operation::describe_security_profile) returns the rest. Continue
//! with `NextToken` until it is absent. To look for a name or a tag, use
//! [`SearchSecurityProfiles`](crate::operation::search_security_profiles).
//!
//! Request: `GET /security-profiles-summary/{InstanceId}`. It is retried only when the request can't
//! have taken effect.
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
//! ## List the profiles of an instance
//!
//! Both profiles fit on one page.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let output = client
//!     .list_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .max_results(100)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Too many requests
//!
//! Wait before the next attempt.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let result = client
//!     .list_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_throttling_exception())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{INSTANCE_ID, MAX_RESULT1000};
use crate::types::SecurityProfileSummary;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListSecurityProfiles);

impl Operation for ListSecurityProfilesInput {
    type Output = ListSecurityProfilesOutput;
    type Error = ListSecurityProfilesError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListSecurityProfiles",
        method: "GET",
        uri: "/security-profiles-summary/{InstanceId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "ListSecurityProfiles", ListSecurityProfilesError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`ListSecurityProfiles`](crate::operation::list_security_profiles).
    pub struct ListSecurityProfilesInput {
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// Token from the previous page (`NextToken`). Leave it out to get the first page.
        pub next_token: Option<String>,
        /// Largest page to return, 1 to 1000; 100 by default.
        pub max_results: Option<i32>,
    }
    input ListSecurityProfilesInputBuilder, ListSecurityProfilesFluentBuilder =>
        ListSecurityProfilesOutput, ListSecurityProfilesError {
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
        next_token, set_next_token, get_next_token: optional text = query "NextToken" in "nextToken";
        max_results, set_max_results, get_max_results:
            optional copy(i32) = query "MaxResults" in "maxResults" as MAX_RESULT1000;
    }
}

sdk_runtime::structure! {
    /// Output of [`ListSecurityProfiles`](crate::operation::list_security_profiles): one page of profiles.
    pub struct ListSecurityProfilesOutput {
        /// Profiles on this page.
        pub security_profile_summary_list: Option<Vec<SecurityProfileSummary>>,
        /// Token for the next page; absent on the last one.
        pub next_token: Option<String>,
    }
    output ListSecurityProfilesOutputBuilder {
        security_profile_summary_list, set_security_profile_summary_list, get_security_profile_summary_list:
            optional list(SecurityProfileSummary) = member "SecurityProfileSummaryList" as List(Nested);
        next_token, set_next_token, get_next_token: optional text = member "NextToken";
    }
}

sdk_runtime::paginated! {
    ListSecurityProfilesInput, ListSecurityProfilesFluentBuilder, ListSecurityProfilesPaginator, ListSecurityProfilesPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items SecurityProfileSummary = |output| output.security_profile_summary_list;
    }
}

/// The paginator of `ListSecurityProfiles`.
pub mod paginator {
    pub use super::{ListSecurityProfilesPaginator, ListSecurityProfilesPaginatorItems};
}

/// Builders of what `ListSecurityProfiles` takes and returns.
pub mod builders {
    pub use super::{
        ListSecurityProfilesFluentBuilder, ListSecurityProfilesInputBuilder,
        ListSecurityProfilesOutputBuilder,
    };
}
