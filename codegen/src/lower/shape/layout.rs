//! How members are laid out in XML and in forms (Smithy 2.0, "XML bindings").

use super::value::{Asked, Lowered};
use crate::ast::{Member, Shape, Traits};
use crate::ir::{Codec, Dialect, Place, Root};
use crate::lower::check::LEAVE_OUT;
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::protocol::Body;
use crate::traits::XmlNamespace;

/// The name of a member in bodies, where its protocol goes by `xmlName`.
pub(super) fn name(facts: &Facts, id: &str, member: &Member, problems: &mut Problems) -> Option<String> {
    let given = if facts.protocol.body.honours_xml_traits() { xml_name(id, &member.traits, problems)? } else { None };
    Some(given.unwrap_or_else(|| member.name.clone()))
}

/// The key of a member in a form, where that isn't its name (Smithy 2.0, "AWS EC2 Query protocol": "Query key resolution").
pub(super) fn key(
    facts: &Facts,
    id: &str,
    member: &Member,
    name: &str,
    problems: &mut Problems,
) -> Option<Option<String>> {
    if facts.protocol.body != Body::Form(Dialect::Ec2) {
        return Some(None);
    }
    let given = problems.read(id, member.traits.xml_name("aws.protocols#ec2QueryName"))?;
    let key = given.unwrap_or_else(|| capitalized(name));
    Some((key != name).then_some(key))
}

fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// Whether a member of a body is an attribute.
pub(super) fn is_attribute(facts: &Facts, member: &Member) -> bool {
    facts.protocol.body.honours_xml_traits() && member.traits.has("xmlAttribute")
}

/// Whether what stands here is laid out by XML's traits: in a body, and not in a header or the like.
pub(super) fn applies(facts: &Facts, place: &Place) -> bool {
    facts.protocol.body.honours_xml_traits() && *place == Place::Body
}

/// A list, with the name of its items.
pub(super) fn items(
    facts: &Facts,
    shape: &Shape,
    place: &Place,
    codec: Codec,
    problems: &mut Problems,
) -> Option<Codec> {
    let Some(member) = shape.member("member").filter(|_| applies(facts, place)) else { return Some(codec) };
    let given = xml_name(&format!("{}$member", shape.id), &member.traits, problems)?;
    Some(match given.filter(|name| name != "member") {
        Some(name) => Codec::Items(name, Box::new(codec)),
        None => codec,
    })
}

/// A map, with the names of its keys and values, and the namespace of its keys.
pub(super) fn entries(
    facts: &Facts,
    shape: &Shape,
    place: &Place,
    mut codec: Codec,
    problems: &mut Problems,
) -> Option<Codec> {
    let (Some(key), Some(value), true) = (shape.member("key"), shape.member("value"), applies(facts, place)) else {
        return Some(codec);
    };
    let id = |part: &str| format!("{}${part}", shape.id);
    if let Some(XmlNamespace { prefix, uri }) = namespace(facts, &id("key"), &key.traits, problems)? {
        codec = Codec::KeyWithin(prefix, uri, Box::new(codec));
    }
    let key = xml_name(&id("key"), &key.traits, problems)?.unwrap_or_else(|| "key".to_owned());
    let value = xml_name(&id("value"), &value.traits, problems)?.unwrap_or_else(|| "value".to_owned());
    Some(match key == "key" && value == "value" {
        true => codec,
        false => Codec::Entries(key, value, Box::new(codec)),
    })
}

/// A member's value, flattened and within a namespace as the member says.
pub(super) fn of_member(facts: &Facts, asked: &Asked, lowered: Lowered, problems: &mut Problems) -> Option<Lowered> {
    if !applies(facts, asked.place) {
        return Some(lowered);
    }
    let Lowered { ty, mut codec, sensitive } = lowered;
    let can_be_flat = matches!(asked.target.kind, "list" | "set" | "map");
    if can_be_flat && asked.member.traits.has("xmlFlattened") {
        codec = Codec::Flat(Box::new(codec));
    }
    if let Some(XmlNamespace { prefix, uri }) = namespace(facts, asked.name, &asked.member.traits, problems)? {
        codec = Codec::Within(prefix, uri, Box::new(codec));
    }
    Some(Lowered { ty, codec, sensitive })
}

/// A structure or union that is the whole body: its element has the member's own name, else its target's.
pub(super) fn whole(facts: &Facts, asked: &Asked, codec: Codec, problems: &mut Problems) -> Option<Codec> {
    let own = xml_name(asked.name, &asked.member.traits, problems)?;
    let of_member = namespace(facts, asked.name, &asked.member.traits, problems)?;
    let root = self::root(facts, asked.target.shape?, problems)?;
    let namespace = of_member.map(|found| (found.prefix, found.uri)).or(root.namespace);
    let codec = match namespace {
        Some((prefix, uri)) => Codec::Within(prefix, uri, Box::new(codec)),
        None => codec,
    };
    Some(Codec::Root(own.unwrap_or(root.name), Box::new(codec)))
}

/// The element of a body that is a structure: called as it says, else by its own name; in its own namespace, else the
/// service's.
pub(in crate::lower) fn root(facts: &Facts, shape: &Shape, problems: &mut Problems) -> Option<Root> {
    let id = shape.id.as_str();
    let name = xml_name(id, &shape.traits, problems)?.unwrap_or_else(|| shape.id.name().to_owned());
    let own = namespace(facts, id, &shape.traits, problems)?;
    let of_service = namespace(facts, facts.service.id.as_str(), &facts.service.traits, problems)?;
    Some(Root { name, namespace: own.or(of_service).map(|found| (found.prefix, found.uri)) })
}

/// Reports what the protocol's bodies can't hold.
pub(super) fn check(facts: &Facts, asked: &Asked, problems: &mut Problems) -> Option<()> {
    let is_in_body = matches!(asked.place, Place::Body | Place::Payload | Place::EventPayload | Place::Attribute);
    let unfit_list = || {
        let is_list = matches!(asked.target.kind, "list" | "set" | "map");
        let (is_sparse, is_whole) = (asked.target.traits.has("sparse"), *asked.place == Place::Payload);
        facts.protocol.unfit_list(is_sparse, is_whole).filter(|_| is_list)
    };
    let what = match asked.target.kind {
        _ if !is_in_body => return Some(()),
        kind if facts.protocol.without.contains(&kind) => format!("of type `{kind}`"),
        _ => match unfit_list() {
            Some(what) => what.to_owned(),
            None => return Some(()),
        },
    };
    let problem = format!("is {what}, which is not supported in `{}`", facts.protocol.trait_id);
    problems.at(asked.member.span, asked.name, problem, LEAVE_OUT);
    None
}

fn xml_name(id: &str, traits: &Traits, problems: &mut Problems) -> Option<Option<String>> {
    problems.read(id, traits.xml_name("xmlName"))
}

/// The namespace that an element declares; forms have none.
fn namespace(facts: &Facts, id: &str, traits: &Traits, problems: &mut Problems) -> Option<Option<XmlNamespace>> {
    if facts.protocol.body != Body::Xml {
        return Some(None);
    }
    problems.read(id, traits.xml_namespace())
}
