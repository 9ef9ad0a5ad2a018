// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the bots of a network, one page at a time.
//!
//! Narrow the list by display name, username, status, or security group. Continue with `next_token`
//! until it is absent. Each entry has the same members as the answer of
//! [`GetBot`](crate::operation::get_bot), so there is no need to fetch the bots one by one.
//!
//! Request: `GET /networks/{networkId}/bots`. It changes nothing and is retried after any transient
//! failure.
//!
//! Callers need the permission `wickr:ListBots`.
//!
//! # Errors
//!
//! - [`BadRequestError`](crate::types::error::BadRequestError): The request cannot be processed as sent
//!   (HTTP 400), for example because a parameter is missing or malformed, or the change does not apply.
//! - [`ForbiddenError`](crate::types::error::ForbiddenError): The caller is known but may not do this
//!   (HTTP 403).
//! - [`InternalServerError`](crate::types::error::InternalServerError): The service failed (HTTP 500);
//!   your request is not at fault.
//! - [`RateLimitError`](crate::types::error::RateLimitError): Too many requests in a short time (HTTP
//!   429).
//! - [`ResourceNotFoundError`](crate::types::error::ResourceNotFoundError): Something the request names,
//!   such as a network, security group, user, or bot, does not exist or has been deleted (HTTP 404).
//! - [`UnauthorizedError`](crate::types::error::UnauthorizedError): The caller could not be identified
//!   (HTTP 401): credentials are missing, wrong, or expired.
//! - [`ValidationError`](crate::types::error::ValidationError): One or more fields of the request are
//!   invalid (HTTP 422).
//!
//! # Examples
//!
//! ## First page of all bots
//!
//! Two bots fit on the page. The token leads to the next one.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SortDirection;
//!
//! let output = client
//!     .list_bots()
//!     .network_id("48210573")
//!     .max_results(2)
//!     .sort_fields("username")
//!     .sort_direction(SortDirection::Asc)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Active bots with a given name
//!
//! Without a token in the answer, this is the whole result.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .list_bots()
//!     .network_id("48210573")
//!     .display_name("Shift")
//!     .status(2)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::{Bot, BotStatus, SortDirection};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, List, Nested, OneOf, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListBots);

impl Operation for ListBotsInput {
    type Output = ListBotsOutput;
    type Error = ListBotsError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListBots",
        method: "GET",
        uri: "/networks/{networkId}/bots",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "ListBots", ListBotsError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`ListBots`](crate::operation::list_bots).
    pub struct ListBotsInput {
        /// The network whose bots are listed (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// Where to continue: the `next_token` of the page before, unchanged. Leave it out to get the first
        /// page.
        pub next_token: Option<String>,
        /// How many bots a page holds at most: 1 to 100, 10 if absent.
        pub max_results: Option<i32>,
        /// What to sort by: `"username"`, `"firstName"`, `"displayName"`, `"status"`, or `"groupId"`. Join
        /// several with `+`.
        pub sort_fields: Option<String>,
        /// `ASC` or `DESC`; without it, results are in descending order.
        pub sort_direction: Option<SortDirection>,
        /// Only bots whose display name matches this text. Part of the name is enough: `Support` finds
        /// `Support Bot`.
        pub display_name: Option<String>,
        /// Only bots whose username matches this text.
        pub username: Option<String>,
        /// Only bots in this status: `1` for pending ones, `2` for active ones.
        pub status: Option<i32>,
        /// Only bots in the security group with this ID.
        pub group_id: Option<String>,
    }
    input ListBotsInputBuilder, ListBotsFluentBuilder => ListBotsOutput, ListBotsError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults";
        sort_fields, set_sort_fields, get_sort_fields: optional text = query "sortFields";
        sort_direction, set_sort_direction, get_sort_direction:
            optional value(SortDirection) = query "sortDirection" as Enum(Plain);
        display_name, set_display_name, get_display_name: optional text = query "displayName";
        username, set_username, get_username: optional text = query "username";
        status, set_status, get_status:
            optional copy(i32) = query "status" as OneOf(BotStatus::values(), Plain);
        group_id, set_group_id, get_group_id: optional text = query "groupId";
    }
}

sdk_runtime::structure! {
    /// Output of [`ListBots`](crate::operation::list_bots).
    pub struct ListBotsOutput {
        /// The bots on this page. Empty if none match.
        pub bots: Vec<Bot>,
        /// Pass this in the next call to continue. Absent on the last page.
        pub next_token: Option<String>,
    }
    output try ListBotsOutputBuilder {
        bots, set_bots, get_bots: always list(Bot) = member "bots" as List(Nested);
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
    }
}

sdk_runtime::paginated! {
    ListBotsInput, ListBotsFluentBuilder, ListBotsPaginator, ListBotsPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items Bot = |output| Some(output.bots);
    }
}

/// The paginator of `ListBots`.
pub mod paginator {
    pub use super::{ListBotsPaginator, ListBotsPaginatorItems};
}

/// Builders of what `ListBots` takes and returns.
pub mod builders {
    pub use super::{ListBotsFluentBuilder, ListBotsInputBuilder, ListBotsOutputBuilder};
}
