//! What generated code says of a stream.

use crate::codec::{Built, EventBody, EventFormat, EventParts, Members};
use crate::error::{BoxError, ServiceError};

/// The union of a stream's events. The [`event_stream!`](crate::event_stream) declaration implements it.
pub trait Events: Sized + Send + Sync + std::fmt::Debug + 'static {
    /// What ends the stream.
    type Error: ServiceError;
    /// The format of payloads that are structures.
    type Format: EventFormat;
    /// The union's name in the model.
    const NAME: &'static str;
    /// What the union calls its errors, and their codes.
    const ERRORS: &'static [(&'static str, &'static str)];

    /// Reads the event of this name; `None` if the model has none of that name.
    ///
    /// # Errors
    /// The message is not what the model says.
    fn read_event(name: &str, event: &EventParts<'_>) -> Result<Option<Self>, BoxError>;

    /// An event that the model doesn't know.
    fn unknown() -> Self;

    /// The event's name, and what it is in a message; `None` if the model doesn't know it.
    ///
    /// # Errors
    /// A member can't be written.
    fn write_event(&self) -> Result<Option<(&'static str, EventBody)>, BoxError>;

    /// The same of an error; `None` for one that the model doesn't have.
    ///
    /// # Errors
    /// A member can't be written.
    fn write_exception(error: &Self::Error) -> Result<Option<(&'static str, EventBody)>, BoxError>;

    /// An event, as declarations read it.
    ///
    /// # Errors
    /// The message is not what the model says.
    #[doc(hidden)]
    fn read_as<T: Built + Members>(event: &EventParts<'_>) -> Result<T, BoxError> {
        event.read::<Self::Format, T>()
    }

    /// An event or an error, as declarations write it.
    ///
    /// # Errors
    /// A member can't be written.
    #[doc(hidden)]
    fn write_as<T: Members>(name: &'static str, event: &T) -> Result<Option<(&'static str, EventBody)>, BoxError> {
        Ok(Some((name, EventBody::of::<Self::Format, T>(event)?)))
    }
}
