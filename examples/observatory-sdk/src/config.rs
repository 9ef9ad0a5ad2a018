// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client's settings.

sdk_runtime::plain_config!(bearer_token);
