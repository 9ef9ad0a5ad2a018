//! What a `user-agent` header says.

/// The short forms of the features in it; empty where it has none.
pub fn features(agent: &str) -> &str {
    agent.split(' ').find_map(|part| part.strip_prefix("m/")).unwrap_or_default()
}

/// Those of a request's headers.
pub fn features_of(headers: &http::HeaderMap) -> String {
    features(headers["user-agent"].to_str().expect("it is a text")).to_owned()
}
