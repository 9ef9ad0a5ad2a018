// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! What constrains values, by the shapes of the model that say so.

use sdk_runtime::codec::{Float, Length, Pattern, Plain, Range};

pub(crate) const DEGREES: Range<f64, Float> = Range(-90.0, 90.0, Float);
pub(crate) const EXPOSURE: Range<i64, Plain> = Range(1, 3600, Plain);
pub(crate) const HOURS: Range<f64, Float> = Range(0.0, 24.0, Float);
pub(crate) const MESSIER_NUMBER: Range<i64, Plain> = Range(1, 110, Plain);
pub(crate) const OBSERVATION_ID: Pattern<Plain> = Pattern("^[A-Za-z0-9]{12}$", Plain);
pub(crate) const PAGE_SIZE: Range<i64, Plain> = Range(1, 100, Plain);
pub(crate) const TELESCOPE_ID: Pattern<Length<Plain>> = Pattern("^[a-z0-9-]+$", Length(1, 40, Plain));
