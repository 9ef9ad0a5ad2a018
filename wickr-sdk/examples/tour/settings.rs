//! The settings of a security group: how a nested structure is made, and how it is read.

use wickr_sdk::types::{CallingSettings, PasswordRequirements, SecurityGroupSettings, ShredderSettings};

/// Only with the networks of `permitted_networks`. The model has numbers here, no enum.
const PERMITTED_ONLY: i32 = 2;

/// What the dispatchers of a harbour may and must do. They may talk to one other network, `partner`.
pub(crate) fn for_dispatchers(partner: &str) -> SecurityGroupSettings {
    SecurityGroupSettings::builder()
        .calling(CallingSettings::builder().can_start11_call(true).can_video_call(false).force_tcp_call(true).build())
        .password_requirements(
            PasswordRequirements::builder().min_length(14).lowercase(1).uppercase(1).numbers(2).symbols(1).build(),
        )
        .lockout_threshold(10)
        .federation_mode(PERMITTED_ONLY)
        .permitted_networks(partner)
        .shredder(ShredderSettings::builder().can_process_manually(true).intensity(60).build())
        .build()
}

/// The settings of an intensity that the service doesn't know.
pub(crate) fn with_wrong_intensity() -> SecurityGroupSettings {
    SecurityGroupSettings::builder().shredder(ShredderSettings::builder().intensity(50).build()).build()
}

/// Settings in words. The service need not report every setting, so each one is an `Option`.
pub(crate) fn in_words(settings: &SecurityGroupSettings) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    if let Some(calling) = settings.calling() {
        let one_to_one = yes_or_no(calling.can_start11_call());
        let video = yes_or_no(calling.can_video_call());
        let tcp = yes_or_no(calling.force_tcp_call());
        rows.push(("calling", format!("one-to-one {one_to_one}, video {video}, TCP only {tcp}")));
    }
    if let Some(passwords) = settings.password_requirements() {
        let least = count(passwords.min_length());
        let lowercase = count(passwords.lowercase());
        let uppercase = count(passwords.uppercase());
        let digits = count(passwords.numbers());
        let symbols = count(passwords.symbols());
        let text = format!(
            "{least} characters or more; lowercase {lowercase}, uppercase {uppercase}, digits {digits}, symbols {symbols}"
        );
        rows.push(("passwords", text));
    }
    if let Some(wrong) = settings.lockout_threshold() {
        rows.push(("lockout", format!("after {wrong} wrong passwords")));
    }
    if let Some(mode) = settings.federation_mode() {
        let text = match mode {
            0 => "with no other network".to_owned(),
            1 => "with every network of the Region".to_owned(),
            PERMITTED_ONLY => format!("only with {}", settings.permitted_networks().join(", ")),
            other => format!("mode {other}"),
        };
        rows.push(("federation", text));
    }
    if let Some(shredder) = settings.shredder() {
        let intensity = count(shredder.intensity());
        let by_hand = yes_or_no(shredder.can_process_manually());
        rows.push(("shredder", format!("intensity {intensity} of 100, started by users {by_hand}")));
    }
    rows
}

fn yes_or_no(setting: Option<bool>) -> &'static str {
    match setting {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not reported",
    }
}

fn count(setting: Option<i32>) -> String {
    setting.map_or_else(|| "not reported".to_owned(), |number| number.to_string())
}
