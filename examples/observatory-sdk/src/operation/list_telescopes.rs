// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Lists the telescopes. Everybody may look.
//!
//! Request: `GET /telescopes`. It changes nothing and is retried after any transient failure.
//!
//! # Errors
//!
//! - [`ValidationException`](crate::types::error::ValidationException): A value in the request is none
//!   that the service takes.
//! - [`TooManyRequests`](crate::types::error::TooManyRequests): Too many requests came in a short time.
//!
//! # Examples
//!
//! ## Who is free tonight
//!
//! ```no_run
//! # async fn example(client: &observatory_sdk::Client) -> Result<(), observatory_sdk::Error> {
//! let output = client.list_telescopes().send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::PAGE_SIZE;
use crate::types::TelescopeSummary;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Auth, Effect, Metadata, Scheme};

sdk_runtime::operation_name!(ListTelescopes);

impl Operation for ListTelescopesInput {
    type Output = ListTelescopesOutput;
    type Error = ListTelescopesError;
    const AUTH: Auth = Auth {
        schemes: &[Scheme::Bearer],
        optional: true,
    };

    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListTelescopes",
        method: "GET",
        uri: "/telescopes",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "ListTelescopes", ListTelescopesError:
    ValidationException is_validation_exception, TooManyRequests is_too_many_requests
}

sdk_runtime::structure! {
    /// What [`ListTelescopes`](self) takes.
    pub struct ListTelescopesInput {
        /// How many telescopes a page has at most, 1 to 100.
        pub max_results: Option<i32>,
        /// Where the page begins, as the page before said.
        pub next_token: Option<String>,
    }
    input ListTelescopesInputBuilder, ListTelescopesFluentBuilder => ListTelescopesOutput, ListTelescopesError {
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults" as PAGE_SIZE;
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
    }
}

sdk_runtime::structure! {
    /// What [`ListTelescopes`](self) returns.
    pub struct ListTelescopesOutput {
        /// The telescopes of this page.
        pub telescopes: Vec<TelescopeSummary>,
        /// Where the next page begins; absent on the last.
        pub next_token: Option<String>,
    }
    output try ListTelescopesOutputBuilder {
        telescopes, set_telescopes, get_telescopes:
            always list(TelescopeSummary) = member "telescopes" as List(Nested);
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
    }
}

sdk_runtime::paginated! {
    ListTelescopesInput, ListTelescopesFluentBuilder, ListTelescopesPaginator, ListTelescopesPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items TelescopeSummary = |output| Some(output.telescopes);
    }
}

/// The paginator of `ListTelescopes`.
pub mod paginator {
    pub use super::{ListTelescopesPaginator, ListTelescopesPaginatorItems};
}

/// Builders of what `ListTelescopes` takes and returns.
pub mod builders {
    pub use super::{
        ListTelescopesFluentBuilder, ListTelescopesInputBuilder,
        ListTelescopesOutputBuilder,
    };
}
