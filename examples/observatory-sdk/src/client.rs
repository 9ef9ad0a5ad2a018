// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client of Observatory.

use crate::config::Config;
use crate::waiters::observation_taken::ObservationTakenFluentBuilder;
use sdk_runtime::client::Handle;
use sdk_runtime::declare::{Retryable, Service};

/// Changing a call before it is sent: its request, its settings.
pub mod customize {
    pub use sdk_runtime::client::CustomizableOperation;
}

/// What all operations have in common.
pub(crate) static SERVICE: Service = Service {
    sdk_id: "Observatory",
    api_version: "2026-11-27",
    package_version: crate::meta::PKG_VERSION,
    signing_name: "",
    endpoint: |built_ins| crate::endpoint::resolve(&built_ins.into()),
    endpoint_by_account: false,
    content_type: "application/json",
    headers: &[],
    retryable_errors: &[
        Retryable {
            code: "TooManyRequests",
            throttling: true,
        },
    ],
};

/// Calls Observatory. Cheap to clone; clones share connections, logins and the retry quota.
#[derive(Clone, Debug)]
pub struct Client {
    handle: Handle,
    conf: Config,
}

impl Client {
    /// Makes a client. Does no I/O and doesn't panic: what is missing is reported by the first call.
    pub fn from_conf(conf: Config) -> Self {
        Self {
            handle: Handle::plain(&SERVICE, conf.clone()),
            conf,
        }
    }

    /// The client's settings.
    pub fn config(&self) -> &Config {
        &self.conf
    }
}

sdk_runtime::client!(Client);

sdk_runtime::operations! {
    Client, #[cfg(feature = "blocking")] crate::blocking::Client {
        /// Gives a night back to the others.
        ///
        /// `DELETE /observations/{observationId}`; see
        /// [`CancelObservation`](crate::operation::cancel_observation) for details and examples.
        ///
        /// Parameters:
        /// - `observation_id`, required: The observation.
        ///
        /// # Errors
        /// `NotFound`, `ValidationException`, `TooManyRequests`.
        cancel_observation: crate::operation::cancel_observation::CancelObservationFluentBuilder;
        /// Tells where an observation stands.
        ///
        /// `GET /observations/{observationId}`; see [`GetObservation`](crate::operation::get_observation) for
        /// details and examples.
        ///
        /// Parameters:
        /// - `observation_id`, required: The observation.
        ///
        /// Returns:
        /// - `observation_id`: The observation.
        /// - `telescope_id`: The telescope.
        /// - `target`: What is looked at.
        /// - `status`: Where it stands.
        /// - `picture`: The picture, once it is taken.
        ///
        /// # Errors
        /// `NotFound`, `ValidationException`, `TooManyRequests`.
        get_observation: crate::operation::get_observation::GetObservationFluentBuilder;
        /// Lists the telescopes.
        ///
        /// `GET /telescopes`; see [`ListTelescopes`](crate::operation::list_telescopes) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `max_results`: How many telescopes a page has at most, 1 to 100.
        /// - `next_token`: Where the page begins, as the page before said.
        ///
        /// Returns:
        /// - `telescopes`: The telescopes of this page.
        /// - `next_token`: Where the next page begins; absent on the last.
        ///
        /// # Errors
        /// `ValidationException`, `TooManyRequests`.
        list_telescopes: crate::operation::list_telescopes::ListTelescopesFluentBuilder;
        /// Reserves a telescope for the next night.
        ///
        /// `POST /observations`; see [`ReserveObservation`](crate::operation::reserve_observation) for details
        /// and examples.
        ///
        /// Parameters:
        /// - `telescope_id`, required: The telescope.
        /// - `target`, required: What to look at.
        /// - `exposure`: How long to look, 1 to 3600 seconds.
        /// - `token`: Makes a repeated request the same reservation.
        ///
        /// Returns:
        /// - `observation_id`: The new observation.
        /// - `status`: Where it stands.
        ///
        /// # Errors
        /// `NotFound`, `TelescopeTaken`, `ValidationException`, `TooManyRequests`.
        reserve_observation: crate::operation::reserve_observation::ReserveObservationFluentBuilder;
    }
}

sdk_runtime::waiters! {
    Client, #[cfg(feature = "blocking")] crate::blocking::Client {
        /// Waits for the picture. See [`observation_taken`](crate::waiters::observation_taken).
        wait_until_observation_taken: ObservationTakenFluentBuilder;
    }
}
