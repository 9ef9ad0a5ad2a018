//! An output as a response, checked; a problem in the service's own words.

pub(crate) mod answer;
pub(crate) mod output;
pub(crate) mod problem;
