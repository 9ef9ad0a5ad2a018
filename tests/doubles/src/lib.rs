//! What stands in for the parts of a client that a program can replace, where the tests of several crates need the same: a
//! transport, an interceptor, a clock.
//!
//! They are of the AWS SDK's interfaces alone, so that the runtime's own tests can use them, and know neither the runtime
//! nor the generator.

mod clock;
mod interceptor;
mod transport;

pub use clock::{Clock, time};
pub use interceptor::before_signing;
pub use transport::{response, transport};
