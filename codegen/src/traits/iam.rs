//! What callers have to be allowed (Smithy 2.0, "AWS IAM traits").

use super::{BadTrait, Traits};
use serde_json::Value;

/// An operation's action in policies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct IamAction {
    /// Its name, if that isn't the operation's.
    pub name: Option<String>,
    /// What callers have to be allowed besides, e.g. `iam:PassRole`.
    pub required: Vec<String>,
}

impl Traits {
    /// `aws.iam#iamAction`, or else the two that it took the place of.
    pub(crate) fn iam_action(&self) -> Result<Option<IamAction>, BadTrait> {
        let expected = "an object with `name`, a string, and `requiredActions`, a list of strings";
        let action = self.read("aws.iam#iamAction", expected, |value| {
            let value = value.as_object()?;
            let name = value.get("name").map_or(Some(None), |name| Some(Some(name.as_str()?.to_owned())))?;
            let required = value.get("requiredActions").map_or(Some(Vec::new()), texts)?;
            Some(IamAction { name, required })
        })?;
        if action.is_some() {
            return Ok(action);
        }
        let name = self.text("aws.iam#actionName")?;
        let required = self.read("aws.iam#requiredActions", "a list of strings", texts)?;
        let is_told = name.is_some() || required.is_some();
        Ok(is_told.then(|| IamAction { name, required: required.unwrap_or_default() }))
    }

    /// What stands before a service's actions: `arnNamespace` of `aws.api#service`, or else the service's name.
    pub(crate) fn iam_prefix(&self, service: &str) -> String {
        let namespace = self.get("aws.api#service").and_then(|found| found.value.get("arnNamespace")?.as_str());
        namespace.map_or_else(|| service.to_ascii_lowercase(), str::to_owned)
    }
}

fn texts(list: &Value) -> Option<Vec<String>> {
    list.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect()
}
