//! The table of evolution cases: small changes of a model, each with what it means to programs and to messages.
//!
//! A case is a file in `tests/fixtures/evolution`, written by the contract of the verdicts (`codegen/src/diff/verdict.rs`) and
//! not by what `compare` says. These witnesses are heard:
//!
//! | file | witness |
//! |---|---|
//! | `verdicts` | `compare`, and the APIs at a glance |
//! | `programs` | rustc: a program for each case, against the crates of both models |
//! | `messages` | the programs themselves: what they send with both |
//! | `second_witness` | `cargo semver-checks` where it is installed, on the same crates |
//! | `page` | the page for maintainers, which shows the table |

mod case;
mod crates;
mod messages;
mod page;
mod programs;
mod second_witness;
mod verdicts;
