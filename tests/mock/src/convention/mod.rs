//! What operations do that no room is for: by the conventions of REST, or as the model's examples say.
//!
//! In: a call, and its operation's [`Plan`], if it has one. Out: the output's members by name.
//!
//! | file | knows |
//! |---|---|
//! | `events` | samples of a stream's events |
//! | `generic` | whose answer it is: a plan's, an example's, or made up |
//! | `plan` | which operations are about things under a path, from method, path and name |
//! | `crud` | what these do |
//! | `thing` | things as records, and as structures show them |
//! | `cursor` | pages of lists, and their tokens |

mod crud;
mod cursor;
mod events;
mod generic;
mod plan;
mod thing;

pub(crate) use events::play;
pub(crate) use generic::handle;
pub(crate) use plan::{Plan, plans};
