//! IDs behind the kind of what they are of.

use super::{Check, Codec, TextCodec, tree};
use serde::{Deserializer, Serializer};
use std::borrow::Cow;

/// An ID that may come as `/kind/ID` or `kind/ID`, as answers have it, and of which requests have only the ID (Amazon Route
/// 53 API Reference, "GetHostedZone").
#[derive(Clone, Copy, Debug)]
pub struct WithoutKind<C>(pub C);

/// The ID alone. What stands before it has to look like a kind, and be all that does; anything else is left as it is.
fn id(text: &str) -> &str {
    let Some((kind, id)) = text.strip_prefix('/').unwrap_or(text).split_once('/') else { return text };
    let is_kind = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_kind && !id.is_empty() && !id.contains('/') { id } else { text }
}

impl<C: Codec<String>> Codec<String> for WithoutKind<C> {
    fn write<S: Serializer>(&self, value: &String, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<String, D::Error> {
        self.0.read(from)
    }

    tree::around!(String, 0);

    fn check(&self, value: &String, report: &mut Check) {
        self.0.check(&id(value).to_owned(), report);
    }
}

impl<C: TextCodec<String>> TextCodec<String> for WithoutKind<C> {
    fn texts(&self, value: &String, each: &mut dyn FnMut(Cow<'_, str>)) {
        self.0.texts(&id(value).to_owned(), each);
    }

    fn parse(&self, text: &str) -> Option<String> {
        self.0.parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{WithoutKind, id};
    use crate::codec::{Check, Codec, Length, Plain, TextCodec};

    #[test]
    fn what_stands_before_an_id_is_left_out_if_it_is_a_kind() {
        for text in ["/hostedzone/Z1D", "hostedzone/Z1D", "Z1D"] {
            assert_eq!(id(text), "Z1D", "{text}");
        }
        for text in ["", "/", "/Z1D", "//Z1D", "change/", "/change/", "/a/b/Z1D", "/A/Z1D", "../Z1D", "a//"] {
            assert_eq!(id(text), text);
        }
    }

    #[test]
    fn constraints_are_those_of_the_id() {
        let codec = WithoutKind(Length(0, 3, Plain));
        let mut texts = Vec::new();
        codec.texts(&"/change/C12".to_owned(), &mut |text| texts.push(text.into_owned()));
        assert_eq!(texts, ["C12"]);
        let broken = |text: &str| {
            let mut report = Check::of_model(|_, _| true);
            codec.check(&text.to_owned(), &mut report);
            report.finish().map_or_else(|errors| errors.violations().len(), |()| 0)
        };
        assert_eq!((broken("/change/C12"), broken("/change/C123")), (0, 1));
    }
}
