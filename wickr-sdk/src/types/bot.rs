// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `Bot`: a bot, which is an automated account in a network.

use crate::types::BotStatus;
use sdk_runtime::codec::{OneOf, Plain};

sdk_runtime::structure! {
    /// A bot, which is an automated account in a network.
    pub struct Bot {
        /// The ID of the bot, 1 to 10 digits.
        pub bot_id: Option<String>,
        /// The name that people in the network see.
        pub display_name: Option<String>,
        /// The name that the bot signs in with. It ends in `bot`.
        pub username: Option<String>,
        /// The username hash of the bot.
        pub uname: Option<String>,
        /// The public part of the key that the bot uses for encryption.
        pub pubkey: Option<String>,
        /// `1` while the bot is pending, `2` once it is active.
        pub status: Option<i32>,
        /// The ID of the security group that the bot is in.
        pub group_id: Option<String>,
        /// `true` if a password has been set for the bot. The password itself is never returned.
        pub has_challenge: Option<bool>,
        /// `true` if the bot is suspended.
        pub suspended: Option<bool>,
        /// When the bot last signed in: Unix time in seconds, written as a string such as `1772357400`.
        pub last_login: Option<String>,
    }
    shared BotBuilder {
        bot_id, set_bot_id, get_bot_id: optional text = member "botId";
        display_name, set_display_name, get_display_name: optional text = member "displayName";
        username, set_username, get_username: optional text = member "username";
        uname, set_uname, get_uname: optional text = member "uname";
        pubkey, set_pubkey, get_pubkey: optional text = member "pubkey";
        status, set_status, get_status:
            optional copy(i32) = member "status" as OneOf(BotStatus::values(), Plain);
        group_id, set_group_id, get_group_id: optional text = member "groupId";
        has_challenge, set_has_challenge, get_has_challenge: optional copy(bool) = member "hasChallenge";
        suspended, set_suspended, get_suspended: optional copy(bool) = member "suspended";
        last_login, set_last_login, get_last_login: optional text = member "lastLogin";
    }
}
