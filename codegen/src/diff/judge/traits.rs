//! Traits: what each can change, and what it says in words.

use super::constraint::constraint;
use super::shape::aside;
use super::shift::{Shift, values as values_of};
use super::{Judge, Judgement, fate, name, text};
use crate::ast::Member;
use crate::diff::fact::{Bearer, Both};
use crate::diff::verdict::{Api, Wire};
use crate::diff::view::{Field, Roles};
use crate::traits::{Support, alloy};
use serde_json::Value;

/// Where a trait says something about messages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// In an input, an output or an error, where the protocol binds members to HTTP.
    Bound,
    /// In inputs, outputs and errors.
    Ends,
    /// In every message that the shape is part of.
    Everywhere,
    /// In bodies whose members' names it can give.
    JsonNames,
    /// Wherever alloy's traits say how members look.
    Alloy,
    /// In bodies that are XML.
    Xml,
    /// In the operation's messages, where the protocol has methods and URIs.
    Http,
    /// In the operation's messages, or those of all operations of the service.
    Operation,
}

/// Traits by which the same value or call looks otherwise.
const FORM: &[(&str, Where)] = &[
    ("smithy.api#httpLabel", Where::Bound),
    ("smithy.api#httpQuery", Where::Bound),
    ("smithy.api#httpQueryParams", Where::Bound),
    ("smithy.api#httpHeader", Where::Bound),
    ("smithy.api#httpPrefixHeaders", Where::Bound),
    ("smithy.api#httpPayload", Where::Bound),
    ("smithy.api#httpResponseCode", Where::Bound),
    ("smithy.api#mediaType", Where::Everywhere),
    ("smithy.api#hostLabel", Where::Ends),
    ("smithy.api#idempotencyToken", Where::Ends),
    ("smithy.rules#contextParam", Where::Ends),
    ("smithy.api#error", Where::Http),
    ("smithy.api#httpError", Where::Http),
    ("smithy.api#timestampFormat", Where::Everywhere),
    ("smithy.api#enumValue", Where::Everywhere),
    ("smithy.api#eventHeader", Where::Everywhere),
    ("smithy.api#eventPayload", Where::Everywhere),
    ("aws.protocols#awsQueryError", Where::Everywhere),
    ("smithy.api#jsonName", Where::JsonNames),
    (alloy::DISCRIMINATED, Where::Alloy),
    (alloy::UNTAGGED, Where::Alloy),
    (alloy::JSON_UNKNOWN, Where::Alloy),
    ("smithy.api#xmlName", Where::Xml),
    ("smithy.api#xmlAttribute", Where::Xml),
    ("smithy.api#xmlFlattened", Where::Xml),
    ("smithy.api#xmlNamespace", Where::Xml),
    ("aws.protocols#ec2QueryName", Where::Xml),
    ("aws.customizations#s3UnwrappedXmlOutput", Where::Xml),
    ("smithy.api#http", Where::Http),
    ("smithy.api#endpoint", Where::Operation),
    ("smithy.api#httpChecksumRequired", Where::Operation),
    ("aws.protocols#httpChecksum", Where::Operation),
    ("smithy.api#requestCompression", Where::Operation),
    ("aws.auth#unsignedPayload", Where::Operation),
    ("aws.api#clientDiscoveredEndpoint", Where::Operation),
    ("aws.api#clientEndpointDiscovery", Where::Operation),
    ("smithy.rules#staticContextParams", Where::Operation),
    ("smithy.rules#operationContextParams", Where::Operation),
    ("aws.protocols#awsQueryCompatible", Where::Operation),
];

impl<'m> Judge<'m> {
    pub(super) fn trait_changed(&self, subject: Bearer<'m>, id: &str, values: Both<Option<&'m Value>>) -> Judgement {
        let endpoint = self.endpoint_trait(subject.shape, id, values);
        if let Some(judgement) = endpoint.or_else(|| self.service_trait(subject, id, values)) {
            return judgement;
        }
        let sentence = said(subject, id, values);
        let roles = self.roles_of(subject.shape);
        let (api, wire) = match id {
            "smithy.api#required" | "smithy.api#default" | "smithy.api#clientOptional" => {
                return self.presence_changed(subject, id, sentence);
            }
            "smithy.api#deprecated" => (deprecation(values), Wire::Unchanged),
            "smithy.api#streaming" => return self.streaming_changed(subject, values, sentence),
            "smithy.api#sparse" => {
                (if roles.any() { Api::Major } else { Api::Patch }, constraint(id, values).wire(roles))
            }
            // Programs meet another type; messages have what they had, or `null` as well.
            alloy::NULLABLE | alloy::PRESERVE_KEY_ORDER if self.views.new.honours_alloy() => {
                let shift = match (id, values.new.is_some()) {
                    (alloy::NULLABLE, true) => Shift::WIDER,
                    (alloy::NULLABLE, false) => Shift::NARROWER,
                    _ => Shift::default(),
                };
                (if roles.any() { Api::Major } else { Api::Patch }, shift.wire(roles))
            }
            "smithy.api#length"
            | "smithy.api#range"
            | "smithy.api#pattern"
            | "smithy.api#uniqueItems"
            | "smithy.api#requiresLength" => (Api::Patch, constraint(id, values).wire(roles)),
            // The same name sends something else; what comes in answers is a value like any other.
            "smithy.api#enumValue" if !roles.asked => (Api::Patch, values_of(subject.shape).wire(roles)),
            _ if !self.looks_otherwise(subject, id, values) => (Api::Patch, Wire::Unchanged),
            _ => (Api::Patch, self.form_wire(subject, id, roles)),
        };
        Judgement::new(sentence, if self.is_public(subject) { api } else { Api::Patch }, wire)
    }

    /// Whether anyone sees what has the trait.
    fn is_public(&self, subject: Bearer<'m>) -> bool {
        let shape = subject.shape.new;
        let is_service = self.views.new.service.is_some_and(|service| service.id == shape.id);
        is_service || self.roles_of(subject.shape).any() || self.views.new.has_operation(&shape.id)
    }

    fn form_wire(&self, subject: Bearer<'m>, id: &str, roles: Roles) -> Wire {
        let known = FORM.iter().find(|(form, _)| *form == id).map(|(_, place)| *place);
        let is_end = roles.input || roles.output || roles.error;
        let new = &self.views.new;
        let is_operation =
            self.is_public(subject) && matches!(subject.shape.new.kind.as_str(), "operation" | "service");
        let counts = match known {
            Some(Where::Bound) => is_end && new.binds_http(),
            Some(Where::Ends) => is_end,
            Some(Where::Everywhere) => roles.any(),
            Some(Where::JsonNames) => roles.any() && new.honours_json_name(),
            Some(Where::Alloy) => roles.any() && new.honours_alloy(),
            Some(Where::Xml) => (roles.any() || is_operation) && new.speaks_xml(),
            Some(Where::Http) => (roles.error || is_operation) && new.binds_http(),
            Some(Where::Operation) => is_operation,
            // What nobody knows may change anything.
            None => new.support(id) == Support::Unsupported && (roles.any() || is_operation),
        };
        if counts { Wire::Changed } else { Wire::Unchanged }
    }

    /// `required`, `default` and `clientOptional` decide together whether a field is an `Option`.
    fn presence_changed(&self, subject: Bearer<'m>, id: &str, sentence: String) -> Judgement {
        let roles = self.roles_of(subject.shape);
        let Some(member) = subject.member.filter(|_| roles.any()) else { return aside(sentence) };
        let api = self.api_of_field(subject.shape, member);
        let shift = match (id, member.old.traits.has("required"), member.new.traits.has("required")) {
            ("smithy.api#required", false, true) => Shift::NARROWER,
            ("smithy.api#required", true, false) => Shift::WIDER,
            ("smithy.api#default" | "smithy.api#clientOptional", ..) => self.default_shift(subject, member),
            _ => Shift::default(),
        };
        let sentence =
            if api == Api::Major { format!("{sentence} {}", self.rust_says(subject, member)) } else { sentence };
        Judgement::new(sentence, api, shift.wire(roles))
    }

    /// Inputs leave out what wasn't given; other structures in requests send a default like any value.
    fn default_shift(&self, subject: Bearer<'m>, member: Both<&'m Member>) -> Shift {
        let old = self.views.old.field(member.old, false);
        let new = self.views.new.field(member.new, false);
        // A client takes an absent answer for the default: what is answered stays as it was.
        match self.roles_of(subject.shape).held {
            // It was never left out, and now may be.
            true if old.always && !old.defaulted && new.defaulted => Shift::WIDER,
            true if old.defaulted || new.defaulted => Shift::NARROWER,
            _ => Shift::default(),
        }
    }

    /// What becomes of a field, and of the builder.
    fn rust_says(&self, subject: Bearer<'m>, member: Both<&'m Member>) -> String {
        let Both { old, new } = &self.views;
        let fields = (old.field(member.old, false), new.field(member.new, false));
        let shown = |field: &Field| match field.always {
            true => field.ty.clone(),
            false => format!("Option<{}>", field.ty),
        };
        if fields.0.always != fields.1.always {
            return format!("In Rust it is `{}` and was `{}`.", shown(&fields.1), shown(&fields.0));
        }
        match new.can_fail(subject.shape.new) {
            true => "Its builder can fail now.".to_owned(),
            false => "Its builder can no longer fail, so that `build()` returns no `Result`.".to_owned(),
        }
    }

    fn streaming_changed(&self, subject: Bearer<'m>, values: Both<Option<&Value>>, sentence: String) -> Judgement {
        let roles = self.roles_of(subject.shape);
        if !roles.any() {
            return aside(sentence);
        }
        let wire = match (values.new.is_some(), subject.shape.new.kind.as_str()) {
            (_, "union") => Wire::Changed,
            // Bytes in memory are sent and signed as before.
            (true, _) if roles.asked => Wire::Extended,
            (false, _) if roles.asked => Wire::Changed,
            _ => Wire::Unchanged,
        };
        Judgement::new(sentence, Api::Major, wire)
    }
}

fn deprecation(values: Both<Option<&Value>>) -> Api {
    if values.new.is_some() { Api::Minor } else { Api::Patch }
}

/// What a trait says, in a sentence.
fn said(subject: Bearer<'_>, id: &str, values: Both<Option<&Value>>) -> String {
    let owner = name(subject.shape.new);
    let who = subject.member.map_or(owner.clone(), |member| format!("`{}` of {owner}", member.new.name));
    let trait_name = id.strip_prefix("smithy.api#").unwrap_or(id);
    match (trait_name, values.old, values.new) {
        ("required", None, _) => format!("{who} is required now."),
        ("required", _, None) => format!("{who} is no longer required."),
        ("deprecated", None, Some(_)) => format!("{who} is deprecated."),
        ("deprecated", Some(_), None) => format!("{who} is no longer deprecated."),
        ("sensitive", None, Some(_)) => format!("{who} is sensitive now, and hidden in logs."),
        ("sensitive", Some(_), None) => format!("{who} is no longer sensitive."),
        ("default", None, Some(new)) => format!("{who} has the default {} now.", text(new)),
        ("default", Some(old), None) => format!("{who} no longer has a default, which was {}.", text(old)),
        ("idempotencyToken", None, _) => format!("{who} is an idempotency token now, and filled in when absent."),
        _ => format!("{who}: `{trait_name}` {}.", fate(values)),
    }
}
