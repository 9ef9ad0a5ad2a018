// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! What constrains values, by the shapes of the model that say so.

use sdk_runtime::codec::{Length, Pattern, Plain};

pub(crate) const BOT_ID: Pattern<Length<Plain>> = Pattern("^[0-9]+$", Length(1, 10, Plain));
pub(crate) const CLIENT_TOKEN: Pattern<Length<Plain>> = Pattern("^[a-zA-Z0-9-_:]+$", Length(1, 64, Plain));
pub(crate) const CONSENT_POPUP_CONFIG_CLOSE_BUTTON_LABEL_STRING: Length<Plain> = Length(0, 20, Plain);
pub(crate) const CONSENT_POPUP_CONFIG_CONTENT_STRING: Length<Plain> = Length(0, 5000, Plain);
pub(crate) const CONSENT_POPUP_CONFIG_HEADER_STRING: Length<Plain> = Length(0, 100, Plain);
pub(crate) const NETWORK_ID: Pattern<Length<Plain>> = Pattern("^[0-9]{8}$", Length(8, 8, Plain));
pub(crate) const SECURITY_GROUP_ID: Pattern<Plain> = Pattern(r"^[\S]+$", Plain);
pub(crate) const USER_ID: Pattern<Length<Plain>> = Pattern("^[0-9]+$", Length(1, 10, Plain));
