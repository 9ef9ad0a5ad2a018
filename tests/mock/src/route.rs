//! From method and path to an operation.

use crate::answer::Problem;
use crate::call::{Call, decode};
use serde_json::Value;

/// What an operation does.
pub(crate) type Handler = fn(&mut Call<'_>) -> Result<Value, Problem>;

/// One operation, as `smithy.api#http` places it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Route {
    pub(crate) operation: &'static str,
    pub(crate) method: &'static str,
    /// The path, with labels in braces: `/networks/{networkId}`.
    pub(crate) path: &'static str,
    pub(crate) handler: Handler,
}

/// The values of a path's labels.
pub(crate) type Labels = Vec<(&'static str, String)>;

/// The operation that a request means. Of several that fit, the one with most literal segments is meant
/// ([Smithy, request URI matching](https://smithy.io/2.0/spec/http-bindings.html#http-uri-pattern)).
pub(crate) fn find(
    routes: &'static [Route],
    method: &str,
    path: &str,
) -> Result<Option<(&'static Route, Labels)>, Problem> {
    let fits = |route: &&Route| route.method == method && literals(route.path, path).is_some();
    let Some(route) = routes.iter().filter(fits).max_by_key(|route| literals(route.path, path)) else {
        return Ok(None);
    };
    let labels = segments(route.path).zip(segments(path)).filter_map(|(pattern, found)| Some((label(pattern)?, found)));
    let labels = labels.map(|(name, found)| Ok((name, decode(found)?))).collect::<Result<_, Problem>>()?;
    Ok(Some((route, labels)))
}

/// How many segments of a path are literally those of the pattern, if the path fits.
fn literals(pattern: &str, path: &str) -> Option<usize> {
    if segments(pattern).count() != segments(path).count() {
        return None;
    }
    segments(pattern).zip(segments(path)).try_fold(0, |count, (pattern, found)| match label(pattern) {
        Some(_) => (!found.is_empty()).then_some(count),
        None => (pattern == found).then_some(count + 1),
    })
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}

fn label(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROUTES: &[Route] = &[
        Route { operation: "List", method: "GET", path: "/things", handler: |_| Ok(Value::Null) },
        Route { operation: "Get", method: "GET", path: "/things/{id}", handler: |_| Ok(Value::Null) },
        Route { operation: "Count", method: "GET", path: "/things/count", handler: |_| Ok(Value::Null) },
    ];

    #[test]
    fn a_path_means_the_operation_that_says_most_about_it() {
        for (path, expected) in [
            ("/things", Some("List")),
            ("/things/a%2Fb", Some("Get")),
            ("/things/count", Some("Count")),
            ("/things/", None),
            ("/things/a/b", None),
            ("/", None),
            ("*", None),
        ] {
            let found = find(ROUTES, "GET", path).expect("well-formed");
            assert_eq!(found.map(|(route, _)| route.operation), expected, "{path}");
        }
    }

    #[test]
    fn labels_are_decoded() {
        let (_, labels) = find(ROUTES, "GET", "/things/a%2Fb").expect("well-formed").expect("known");
        assert_eq!(labels, [("id", "a/b".to_owned())]);
        assert!(find(ROUTES, "GET", "/things/%zz").is_err());
    }
}
