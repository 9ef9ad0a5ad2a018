//! Forms: a request's members as the pairs of `application/x-www-form-urlencoded`, in the two dialects that AWS has (Smithy
//! 2.0, "AWS Query protocol" and "AWS EC2 Query protocol").

use crate::codec::xml::{Attribute, Node, NodeForm};
use crate::uri::encode;

/// How lists are named in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// awsQuery: `Names.member.1=…`, and `Names=` for a list without items.
    Query,
    /// ec2Query: `Names.1=…`, and nothing for a list without items.
    Ec2,
}

impl Dialect {
    /// Adds a value to a form that has begun.
    pub(super) fn push(self, form: &mut String, name: &str, node: &Node) {
        match &node.form {
            NodeForm::Text(text) => pair(form, name, text),
            NodeForm::Members(attributes, members) => {
                let attribute = |found: &Attribute| pair(form, &joined(name, found.key), &found.text);
                attributes.iter().for_each(attribute);
                members.iter().for_each(|member| self.push(form, &joined(name, member.key), &member.node));
            }
            NodeForm::List(_, items) if items.is_empty() && self == Self::Query => pair(form, name, ""),
            NodeForm::List(style, items) => {
                let is_flat = style.flat || self == Self::Ec2;
                let list = if is_flat { name.to_owned() } else { joined(name, style.item) };
                for (item, number) in items.iter().zip(1..) {
                    self.push(form, &numbered(&list, number), item);
                }
            }
            NodeForm::Map(style, entries) => {
                let map = if style.flat { name.to_owned() } else { joined(name, "entry") };
                for ((key, value), number) in entries.iter().zip(1..) {
                    let entry = numbered(&map, number);
                    self.push(form, &joined(&entry, style.key), key);
                    self.push(form, &joined(&entry, style.value), value);
                }
            }
        }
    }
}

fn joined(name: &str, part: &str) -> String {
    if name.is_empty() { part.to_owned() } else { format!("{name}.{part}") }
}

fn numbered(name: &str, number: usize) -> String {
    format!("{name}.{number}")
}

/// Adds a pair.
pub(super) fn pair(form: &mut String, name: &str, value: &str) {
    if !form.is_empty() {
        form.push('&');
    }
    form.push_str(&encode(name));
    form.push('=');
    form.push_str(&encode(value));
}

#[cfg(test)]
mod tests {
    use super::Dialect;
    use crate::codec::xml::{Attribute, NodeForm};

    #[test]
    fn what_is_an_attribute_in_xml_is_a_member_of_the_form_under_its_key() {
        let attribute = Attribute { name: "id", key: "Id", text: "a&b".to_owned() };
        let mut form = String::new();
        Dialect::Ec2.push(&mut form, "Part", &NodeForm::Members(vec![attribute], Vec::new()).into());
        assert_eq!(form, "Part.Id=a%26b");
    }
}
