//! From method, path and query to an operation, by the model's HTTP bindings; or from the name that a header, a form or the path
//! has.

use super::form;
use super::problem::Problem;
use super::recorded::RecordedRequest;
use super::rpc;
use super::uri::{Labels, decode, parse_query};
use crate::model::{Dispatch, Model, Operation};
use std::collections::HashMap;

/// The operations of a model by method, the most specific first.
#[derive(Debug)]
pub(crate) struct Router(HashMap<String, Vec<Route>>);

#[derive(Debug)]
struct Route {
    segments: Vec<Segment>,
    query: Vec<(String, String)>,
    /// Which of the model's operations it is.
    operation: usize,
}

/// A part of a path's pattern. The order is that of preference
/// ([Smithy, request URI matching](https://smithy.io/2.0/spec/http-bindings.html#http-uri-pattern)).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    Literal(String),
    Label(String),
    /// A label that takes all segments that the ones after it leave.
    Greedy(String),
}

impl Router {
    pub(crate) fn new(model: &Model) -> Self {
        let mut routes: HashMap<String, Vec<Route>> = HashMap::new();
        for (index, operation) in model.operations.iter().enumerate() {
            let segments = segments(&operation.path).map(Segment::parse).collect();
            let route = Route { segments, query: demanded(operation), operation: index };
            routes.entry(operation.method.clone()).or_default().push(route);
        }
        routes.values_mut().for_each(|routes| routes.sort_by_key(Route::rank));
        Self(routes)
    }

    /// The methods by which the path of a request means an operation.
    pub(crate) fn methods(&self, model: &Model, request: &RecordedRequest) -> Vec<&str> {
        let by = |method: &&String| {
            let request = RecordedRequest { method: (*method).clone(), ..request.clone() };
            matches!(self.find(model, &request), Ok(Some(_)))
        };
        let mut methods: Vec<_> = self.0.keys().filter(by).map(String::as_str).collect();
        methods.sort_unstable();
        methods
    }

    /// The operation that a request means, and the labels in its path.
    pub(crate) fn find<'m>(
        &'m self,
        model: &'m Model,
        request: &RecordedRequest,
    ) -> Result<Option<(&'m Operation, Labels<'m>)>, Problem> {
        if model.protocol.is_called() {
            let is_named =
                request.method == "POST" && (request.path == "/" || model.protocol.dispatch == Dispatch::Route);
            let name = called(model, request).filter(|_| is_named);
            if name.is_some() {
                rpc::check(model.protocol, request)?;
            }
            let operation = name.and_then(|name| model.operations.iter().find(|operation| *operation.name == *name));
            return Ok(operation.map(|operation| (operation, Labels::new())));
        }
        let found: Vec<&str> = segments(&request.path).collect();
        for route in self.0.get(&request.method).into_iter().flatten() {
            let Some(labels) = route.labels(&found) else { continue };
            if !route.query.is_empty() {
                let query = parse_query(&request.query)?;
                if !route.query.iter().all(|wanted| query.contains(wanted)) {
                    continue;
                }
            }
            let labels = labels.into_iter().map(|(name, text)| Ok((name, decode(&text)?)));
            let labels = labels.collect::<Result<_, Problem>>()?;
            return Ok(model.operations.get(route.operation).map(|operation| (operation, labels)));
        }
        Ok(None)
    }
}

impl Route {
    /// What sorts the most specific first: kinds of segments from the left, then the number of demanded parameters.
    fn rank(&self) -> (Vec<u8>, std::cmp::Reverse<usize>) {
        let kind = |segment: &Segment| match segment {
            Segment::Literal(_) => 0,
            Segment::Label(_) => 1,
            Segment::Greedy(_) => 2,
        };
        // A path that goes on says more than one whose greedy label takes the rest.
        let end = 3;
        (self.segments.iter().map(kind).chain([end]).collect(), std::cmp::Reverse(self.query.len()))
    }

    /// The labels of a path that fits, still encoded.
    fn labels(&self, found: &[&str]) -> Option<Labels<'_>> {
        let greedy = self.segments.iter().any(|segment| matches!(segment, Segment::Greedy(_)));
        let surplus = found.len().checked_sub(self.segments.len())?;
        if surplus > 0 && !greedy {
            return None;
        }
        let (mut labels, mut rest) = (Labels::new(), found);
        for segment in &self.segments {
            let taken = if matches!(segment, Segment::Greedy(_)) { surplus + 1 } else { 1 };
            let (texts, others) = rest.split_at_checked(taken)?;
            rest = others;
            match (segment, texts) {
                (Segment::Literal(literal), [text]) if literal == text => {}
                (Segment::Label(name), [text]) if !text.is_empty() => labels.push((name, (*text).to_owned())),
                (Segment::Greedy(name), texts) if texts != [""] => labels.push((name, texts.join("/"))),
                _ => return None,
            }
        }
        Some(labels)
    }
}

impl Segment {
    fn parse(segment: &str) -> Self {
        match segment.strip_prefix('{').and_then(|label| label.strip_suffix('}')) {
            Some(label) => match label.strip_suffix('+') {
                Some(greedy) => Self::Greedy(greedy.to_owned()),
                None => Self::Label(label.to_owned()),
            },
            None => Self::Literal(segment.to_owned()),
        }
    }
}

/// The operation that a request calls by name.
pub(crate) fn called(model: &Model, request: &RecordedRequest) -> Option<String> {
    match model.protocol.dispatch {
        Dispatch::Http => None,
        Dispatch::Target => {
            let (service, name) = request.header("x-amz-target")?.split_once('.')?;
            (service == model.target).then(|| name.to_owned())
        }
        Dispatch::Action => form::action(&request.body),
        Dispatch::Route => rpc::called(model, request),
    }
}

/// The query parameters that an operation's pattern demands, as `(name, value)`.
pub(crate) fn demanded(operation: &Operation) -> Vec<(String, String)> {
    parse_query(&operation.query).unwrap_or_default()
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path, and the query that it demands.
    type Pattern = (&'static str, &'static [(&'static str, &'static str)]);

    const PATTERNS: [Pattern; 7] = [
        ("/things/{id}", &[]),
        ("/things/count", &[]),
        ("/things", &[]),
        ("/files/{path+}", &[]),
        ("/files/{path+}/meta", &[]),
        ("/tags", &[]),
        ("/tags", &[("all", "1")]),
    ];

    /// The pattern that a path means, and its labels.
    fn find(path: &str) -> Option<(&'static str, Vec<String>)> {
        let route = |(operation, (path, query)): (usize, &Pattern)| Route {
            segments: segments(path).map(Segment::parse).collect(),
            query: query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            operation,
        };
        let mut routes: Vec<_> = PATTERNS.iter().enumerate().map(route).collect();
        routes.sort_by_key(Route::rank);
        let found: Vec<_> = segments(path).collect();
        let fits = |route: &Route| {
            let labels = route.labels(&found)?.into_iter().map(|(_, text)| text).collect();
            Some((PATTERNS[route.operation].0, labels))
        };
        routes.iter().find_map(fits)
    }

    #[test]
    fn a_path_means_the_operation_that_says_most_about_it() {
        for (path, expected) in [
            ("/things", Some(("/things", vec![]))),
            ("/things/a%2Fb", Some(("/things/{id}", vec!["a%2Fb".to_owned()]))),
            ("/things/count", Some(("/things/count", vec![]))),
            ("/files/a/b/meta", Some(("/files/{path+}/meta", vec!["a/b".to_owned()]))),
            ("/files/meta", Some(("/files/{path+}", vec!["meta".to_owned()]))),
            ("/files/a/b", Some(("/files/{path+}", vec!["a/b".to_owned()]))),
            ("/files/", None),
            ("/things/", None),
            ("/things/a/b", None),
            ("/", None),
            ("*", None),
        ] {
            assert_eq!(find(path), expected, "{path}");
        }
    }
}
