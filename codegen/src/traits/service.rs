//! Whose service it is that has these traits.

use super::{RULE_DIAGRAM, RULE_SET, Traits};
use serde_json::Value;

impl Traits {
    /// Whether a service with these is none of AWS's: it takes no signatures, and where its requests go isn't for AWS's rules
    /// to say. A mere name among AWS's SDKs makes it none of these.
    pub(crate) fn is_plain(&self) -> bool {
        let rules: Vec<_> = [RULE_SET, RULE_DIAGRAM].into_iter().filter_map(|id| self.get(id)).collect();
        let parameters = rules.iter().filter_map(|rules| rules.value.get("parameters")?.as_object()).flatten();
        let mut built_ins = parameters.filter_map(|(_, parameter)| parameter.get("builtIn").and_then(Value::as_str));
        let reads_aws = built_ins.any(|built_in| built_in != "SDK::Endpoint");
        let is_signed = self.has("aws.auth#sigv4") || self.has("aws.auth#sigv4a");
        !is_signed && !reads_aws && (rules.is_empty() || !self.has("aws.api#service"))
    }
}
