//! Traits that say what messages look like in XML and in forms.

use super::BadTrait;
use crate::ast::Traits;
use serde_json::Value;

/// `smithy.api#xmlNamespace`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct XmlNamespace {
    /// The prefix, empty for the default namespace.
    pub prefix: String,
    /// The URI.
    pub uri: String,
}

impl Traits {
    /// `awsQueryError`: the code that the error has in the awsQuery protocol.
    pub(crate) fn query_code(&self) -> Result<Option<String>, BadTrait> {
        self.read("aws.protocols#awsQueryError", "an object with `code`, a string", |value| {
            value.get("code")?.as_str().map(str::to_owned)
        })
    }

    /// `awsQueryError`: the status of answers with the error in the awsQuery protocol.
    pub(crate) fn query_status(&self) -> Result<Option<u16>, BadTrait> {
        let status =
            self.read("aws.protocols#awsQueryError", "an object with `httpResponseCode`, an HTTP status", |value| {
                let Some(given) = value.get("httpResponseCode") else { return Some(None) };
                let status = u16::try_from(given.as_u64()?).ok()?;
                (100..600).contains(&status).then_some(Some(status))
            });
        status.map(Option::flatten)
    }

    /// `xmlName`, or another trait whose value is a name in XML or in a form.
    pub(crate) fn xml_name(&self, id: &str) -> Result<Option<String>, BadTrait> {
        self.read(id, "a name as XML has it, such as `Item` or `xsi:type`", |value| {
            value.as_str().filter(|name| is_xml_name(name)).map(str::to_owned)
        })
    }

    /// `xmlNamespace`.
    pub(crate) fn xml_namespace(&self) -> Result<Option<XmlNamespace>, BadTrait> {
        self.read("xmlNamespace", "an object with `uri` and maybe `prefix`, strings", |value| {
            let prefix = value.get("prefix").map_or(Some(""), Value::as_str)?;
            let uri = value.get("uri")?.as_str()?;
            let fits = (prefix.is_empty() || is_xml_name(prefix)) && uri.chars().all(|c| !c.is_control());
            fits.then(|| XmlNamespace { prefix: prefix.to_owned(), uri: uri.to_owned() })
        })
    }
}

/// Whether a text can be an element's or attribute's name, of the letters that Smithy allows (Smithy 2.0, `xmlName`).
fn is_xml_name(name: &str) -> bool {
    let is_part = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
            && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
    };
    match name.split_once(':') {
        Some((prefix, local)) => is_part(prefix) && is_part(local),
        None => is_part(name),
    }
}
