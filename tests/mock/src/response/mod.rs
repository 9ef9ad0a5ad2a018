//! What is answered.
//!
//! In: an operation's output, or why there is none. Out: an [`Answer`], which the model allows.
//!
//! | file | knows |
//! |---|---|
//! | `output` | an output as a response, checked before it is sent |
//! | `problem` | a problem in the words of the service |
//! | `event` | events and errors as messages of a stream |
//! | `cbor`, `xml` | outputs and errors in CBOR, and in XML |
//! | `answer` | a response but for the request's ID |

mod answer;
mod cbor;
pub(crate) mod event;
pub(crate) mod output;
pub(crate) mod problem;
mod xml;

pub(crate) use answer::Answer;
