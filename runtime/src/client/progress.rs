//! That a request's body goes on, which keeps its call alive: a large one takes longer to send than a service may be silent.
//!
//! In: a request that is about to be sent. Out: the same, and a [`Pulse`] that beats with each piece that a transport takes of
//! its body. A stream is watched here, whatever the transport; what is in memory stays so until this crate's own transport cuts it,
//! since a test's transport looks at it.

use crate::timeout::Pulse;
use crate::transport::{Beating, PIECE};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;

/// Lets a request with a long body, or a stream, tell how it goes on.
pub(super) fn watch(request: &mut HttpRequest) -> Option<Pulse> {
    let pulse = Pulse::default();
    match request.body().bytes() {
        Some(bytes) if bytes.len() <= PIECE => return None,
        Some(_) => request.add_extension(pulse.clone()),
        None => {
            let inner = std::mem::replace(request.body_mut(), SdkBody::taken());
            *request.body_mut() = SdkBody::from_body_1_x(Beating::new(inner, Some(pulse.clone())));
        }
    }
    Some(pulse)
}
