// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Searches the security profiles of an instance by name and tags, one page at a time.
//!
//! `search_criteria` looks at the name, the only field supported; the value of a `CONTAINS` condition
//! must have 2 to 25 characters. `search_filter` looks at tags. Both are optional.
//!
//! Continue with `NextToken` until it is absent, and treat `ApproximateTotalCount` as an estimate.
//!
//! Request: `POST /search-security-profiles`. It is retried only when the request can't have taken
//! effect.
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
//! ## Find profiles by a part of the name
//!
//! The filter keeps only profiles tagged for the billing team.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::types::{
//!     ControlPlaneTagFilter, SecurityProfileSearchCriteria,
//!     SecurityProfilesSearchFilter, StringComparisonType, StringCondition, TagCondition,
//! };
//!
//! let output = client
//!     .search_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .max_results(25)
//!     .search_criteria(
//!         SecurityProfileSearchCriteria::builder()
//!             .string_condition(
//!                 StringCondition::builder()
//!                     .field_name("name")
//!                     .value("Billing")
//!                     .comparison_type(StringComparisonType::Contains)
//!                     .build(),
//!             )
//!             .build(),
//!     )
//!     .search_filter(
//!         SecurityProfilesSearchFilter::builder()
//!             .tag_filter(
//!                 ControlPlaneTagFilter::builder()
//!                     .tag_condition(
//!                         TagCondition::builder()
//!                             .tag_key("Team")
//!                             .tag_value("Billing")
//!                             .build(),
//!                     )
//!                     .build(),
//!             )
//!             .build(),
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Combine conditions on names and tags
//!
//! The name starts with either word. The tags are those of the billing team in one market, or of the
//! orders team anywhere.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::types::{
//!     ControlPlaneTagFilter, SecurityProfileSearchCriteria,
//!     SecurityProfilesSearchFilter, StringComparisonType, StringCondition, TagCondition,
//! };
//!
//! let output = client
//!     .search_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .search_criteria(
//!         SecurityProfileSearchCriteria::builder()
//!             .or_conditions(
//!                 SecurityProfileSearchCriteria::builder()
//!                     .string_condition(
//!                         StringCondition::builder()
//!                             .field_name("name")
//!                             .value("Billing")
//!                             .comparison_type(StringComparisonType::StartsWith)
//!                             .build(),
//!                     )
//!                     .build(),
//!             )
//!             .or_conditions(
//!                 SecurityProfileSearchCriteria::builder()
//!                     .string_condition(
//!                         StringCondition::builder()
//!                             .field_name("name")
//!                             .value("Order")
//!                             .comparison_type(StringComparisonType::StartsWith)
//!                             .build(),
//!                     )
//!                     .build(),
//!             )
//!             .build(),
//!     )
//!     .search_filter(
//!         SecurityProfilesSearchFilter::builder()
//!             .tag_filter(
//!                 ControlPlaneTagFilter::builder()
//!                     .or_conditions(
//!                         vec![
//!                             TagCondition::builder().tag_key("Team").tag_value("Billing")
//!                             .build().into(), TagCondition::builder().tag_key("Market")
//!                             .tag_value("DE").build().into()
//!                         ],
//!                     )
//!                     .or_conditions(
//!                         vec![
//!                             TagCondition::builder().tag_key("Team").tag_value("Orders")
//!                             .build().into()
//!                         ],
//!                     )
//!                     .build(),
//!             )
//!             .build(),
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{INSTANCE_ID, MAX_RESULT100, NEXT_TOKEN2500};
use crate::types::{
    SecurityProfileSearchCriteria, SecurityProfileSearchSummary,
    SecurityProfilesSearchFilter,
};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(SearchSecurityProfiles);

impl Operation for SearchSecurityProfilesInput {
    type Output = SearchSecurityProfilesOutput;
    type Error = SearchSecurityProfilesError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "SearchSecurityProfiles",
        method: "POST",
        uri: "/search-security-profiles",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "SearchSecurityProfiles", SearchSecurityProfilesError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`SearchSecurityProfiles`](crate::operation::search_security_profiles).
    pub struct SearchSecurityProfilesInput {
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// Token from the previous page (`NextToken`). Leave it out to get the first page.
        pub next_token: Option<String>,
        /// Largest page to return, 1 to 100.
        pub max_results: Option<i32>,
        /// What the name must look like; `name` is the only field supported, and a `CONTAINS` condition needs 2
        /// to 25 characters.
        pub search_criteria: Option<SecurityProfileSearchCriteria>,
        /// Which tags the profiles must have.
        pub search_filter: Option<SecurityProfilesSearchFilter>,
    }
    input SearchSecurityProfilesInputBuilder, SearchSecurityProfilesFluentBuilder =>
        SearchSecurityProfilesOutput, SearchSecurityProfilesError {
        instance_id, set_instance_id, get_instance_id:
            optional text + required = member "InstanceId" as INSTANCE_ID;
        next_token, set_next_token, get_next_token: optional text = member "NextToken" as NEXT_TOKEN2500;
        max_results, set_max_results, get_max_results:
            optional copy(i32) = member "MaxResults" as MAX_RESULT100;
        search_criteria, set_search_criteria, get_search_criteria:
            optional value(SecurityProfileSearchCriteria) = member "SearchCriteria" as Nested;
        search_filter, set_search_filter, get_search_filter:
            optional value(SecurityProfilesSearchFilter) = member "SearchFilter" as Nested;
    }
}

sdk_runtime::structure! {
    /// Output of [`SearchSecurityProfiles`](crate::operation::search_security_profiles): one page of
    /// matching profiles.
    pub struct SearchSecurityProfilesOutput {
        /// Matching profiles on this page.
        pub security_profiles: Option<Vec<SecurityProfileSearchSummary>>,
        /// Token for the next page; absent on the last one.
        pub next_token: Option<String>,
        /// Approximate number of matching profiles on all pages together.
        pub approximate_total_count: Option<i64>,
    }
    output SearchSecurityProfilesOutputBuilder {
        security_profiles, set_security_profiles, get_security_profiles:
            optional list(SecurityProfileSearchSummary) = member "SecurityProfiles" as List(Nested);
        next_token, set_next_token, get_next_token: optional text = member "NextToken" as NEXT_TOKEN2500;
        approximate_total_count, set_approximate_total_count, get_approximate_total_count:
            optional copy(i64) = member "ApproximateTotalCount";
    }
}

sdk_runtime::paginated! {
    SearchSecurityProfilesInput, SearchSecurityProfilesFluentBuilder, SearchSecurityProfilesPaginator, SearchSecurityProfilesPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items SecurityProfileSearchSummary = |output| output.security_profiles;
    }
}

/// The paginator of `SearchSecurityProfiles`.
pub mod paginator {
    pub use super::{
        SearchSecurityProfilesPaginator, SearchSecurityProfilesPaginatorItems,
    };
}

/// Builders of what `SearchSecurityProfiles` takes and returns.
pub mod builders {
    pub use super::{
        SearchSecurityProfilesFluentBuilder, SearchSecurityProfilesInputBuilder,
        SearchSecurityProfilesOutputBuilder,
    };
}
