//! Compares the generated SDKs with recorded calls of another client.
//!
//! In: files of cases, each what botocore sent or what it made of an answer. Out: a [`Report`] that says which cases
//! the SDK handles alike, which not and how they differ, and which say nothing about it. Every case goes through a
//! generated crate's own client; only the HTTP client beneath is replaced by one that keeps what it is given and
//! answers from the case (`script`).
//!
//! | module | knows |
//! |---|---|
//! | `file` | a file of cases, and how its cases are gone through |
//! | `case` | what every case has |
//! | `kinds` | what each kind of case expects |
//! | `services` | the generated crates, and how to call an operation by name |
//! | `call` | a client with fixed settings, and one call with it |
//! | `script` | the HTTP client that keeps requests and plays answers |
//! | `compare` | JSON, paths and queries against each other |
//! | `rules` | where the SDK differs on purpose, and what is required instead |
//! | `report` | results as text |

mod call;
mod case;
mod compare;
mod file;
mod kinds;
mod report;
pub mod rules;
mod script;
mod services;

pub use compare::Difference;
pub use file::{check_dir, check_text};
pub use report::{Failed, FileReport, Report, Skip, Style};
