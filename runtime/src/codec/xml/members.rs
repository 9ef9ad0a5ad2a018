//! A structure's or union's members as a node.

use super::XmlError;
use super::node::{Attribute, Form, Named, Node};
use crate::codec::union::{Union, VariantWriter};
use crate::codec::{Codec, Location, Member, MemberWriter, Members, TextCodec};

/// Collects the members of a structure that are set.
#[derive(Debug, Default)]
pub(crate) struct NodeMembers {
    attributes: Vec<Attribute>,
    members: Vec<Named>,
}

impl NodeMembers {
    /// All members of a structure.
    pub(crate) fn of<T: Members>(value: &T) -> Result<Node, XmlError> {
        let mut members = Self::default();
        value.write_members(&mut members)?;
        Ok(members.into_node())
    }

    pub(crate) fn into_node(self) -> Node {
        Form::Members(self.attributes, self.members).into()
    }

    /// Adds a member that isn't the structure's own.
    #[cfg(feature = "test-util")]
    pub(crate) fn add(&mut self, name: &'static str, node: Node) {
        self.members.push(Named { name, key: name, node });
    }

    /// The document of its first member alone; none without a member.
    #[cfg(feature = "test-util")]
    pub(crate) fn render_first(&self) -> Result<String, XmlError> {
        self.members.first().map_or(Ok(String::new()), |Named { name, node, .. }| super::render(name, node))
    }

    /// Adds a member that is set.
    pub(crate) fn set<T, C: Codec<T>>(&mut self, member: &Member, value: &T, codec: C) -> Result<(), XmlError> {
        let node = codec.write_tree(value)?;
        self.members.push(Named { name: member.name, key: member.key, node });
        Ok(())
    }

    /// Adds an attribute that is set.
    pub(crate) fn set_attribute<T, C: TextCodec<T>>(&mut self, member: &Member, value: &T, codec: C) {
        codec.texts(value, &mut |text| {
            self.attributes.push(Attribute { name: member.name, key: member.key, text: text.into_owned() });
        });
    }
}

impl MemberWriter for NodeMembers {
    type Error = XmlError;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), XmlError> {
        value.map_or(Ok(()), |value| self.set(member, value, codec).map_err(|error| error.within(member.name)))
    }

    fn attribute<T, C: TextCodec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), XmlError> {
        if let Some(value) = value {
            self.set_attribute(member, value, codec);
        }
        Ok(())
    }

    fn bound<T, C: TextCodec<T>>(
        &mut self,
        _: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), XmlError> {
        self.member(member, value, codec)
    }
}

impl VariantWriter for NodeMembers {
    type Error = XmlError;

    fn variant<T, C: Codec<T>>(&mut self, name: &'static str, value: &T, codec: C) -> Result<(), XmlError> {
        let node = codec.write_tree(value).map_err(|error| error.within(name))?;
        self.members.push(Named { name, key: name, node });
        Ok(())
    }

    fn unit(&mut self, name: &'static str) -> Result<(), XmlError> {
        self.members.push(Named { name, key: name, node: Form::Members(Vec::new(), Vec::new()).into() });
        Ok(())
    }
}

/// The member of a union that is set. One that the model doesn't know can't be written.
pub(in crate::codec) fn union_node<T: Union>(value: &T) -> Result<Node, XmlError> {
    let mut members = NodeMembers::default();
    match value.write_member(&mut members)? {
        true => Ok(members.into_node()),
        false => Err(XmlError::misfit(format_args!("the unknown member of {} can't be sent", T::NAME))),
    }
}
