// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ConsentPopupConfig`: a notice shown to users at login, such as terms of use.

use crate::constraint::{
    CONSENT_POPUP_CONFIG_CLOSE_BUTTON_LABEL_STRING, CONSENT_POPUP_CONFIG_CONTENT_STRING,
    CONSENT_POPUP_CONFIG_HEADER_STRING,
};

sdk_runtime::structure! {
    /// A notice shown to users at login, such as terms of use.
    pub struct ConsentPopupConfig {
        /// Whether the notice is shown.
        pub enabled: bool,
        /// Heading of the notice, up to 100 characters. Optional.
        pub header: Option<String>,
        /// Text of the notice in Markdown, up to 5000 characters. Optional.
        pub content: Option<String>,
        /// Text on the button that closes the notice, up to 20 characters; `Acknowledge` if left out.
        pub close_button_label: Option<String>,
    }
    request try ConsentPopupConfigBuilder {
        enabled, set_enabled, get_enabled: always copy(bool) = member "enabled";
        header, set_header, get_header: optional text = member "header" as CONSENT_POPUP_CONFIG_HEADER_STRING;
        content, set_content, get_content:
            optional text = member "content" as CONSENT_POPUP_CONFIG_CONTENT_STRING;
        close_button_label, set_close_button_label, get_close_button_label:
            optional text = member "closeButtonLabel" as CONSENT_POPUP_CONFIG_CLOSE_BUTTON_LABEL_STRING;
    }
}
