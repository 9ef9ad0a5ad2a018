//! The endpoint tests of a service's model (`smithy.rules#endpointTests`).
//!
//! In: the service's rules, and the cases that [`endpoint_tests!`](crate::endpoint_tests) is given. Out: nothing, or a text
//! that names each case that fails.

use super::{Endpoint, ResolveError};

/// Rules that read `P`.
pub type Rules<P> = fn(&P) -> Result<Endpoint, ResolveError>;

/// A test case of rules that read `P`.
pub struct Case<P> {
    /// What it tests.
    pub documentation: &'static str,
    /// Sets the parameters that it gives.
    pub given: fn(&mut P),
    /// What the rules must choose, or why they must refuse.
    pub expected: fn() -> Result<Endpoint, &'static str>,
}

/// Checks that rules pass all cases.
///
/// # Errors
/// What the cases that fail expect, and what was found.
pub fn check<P: Default>(resolve: Rules<P>, cases: &[Case<P>]) -> Result<(), String> {
    let failures: Vec<_> = cases.iter().filter_map(|case| failure(resolve, case)).collect();
    match failures.len() {
        0 => Ok(()),
        count => Err(format!("{count} of {} fail:\n{}", cases.len(), failures.join("\n"))),
    }
}

fn failure<P: Default>(resolve: Rules<P>, case: &Case<P>) -> Option<String> {
    let mut params = P::default();
    (case.given)(&mut params);
    let found = resolve(&params);
    let (found, expected) = (found.as_ref().map_err(ResolveError::message), (case.expected)());
    let differs = found != expected.as_ref().map_err(|message| *message);
    differs.then(|| format!("{}\n  expected {expected:?}\n  found    {found:?}", case.documentation))
}

/// A value of a model's case, as a parameter `T` holds it.
pub trait Given<T> {
    /// The parameter's value.
    fn given(self) -> T;
}

impl Given<bool> for bool {
    fn given(self) -> bool {
        self
    }
}

impl Given<String> for &str {
    fn given(self) -> String {
        self.to_owned()
    }
}

impl<const N: usize> Given<Vec<String>> for [&str; N] {
    fn given(self) -> Vec<String> {
        self.map(str::to_owned).into()
    }
}

impl<T, V: Given<T>> Given<Option<T>> for V {
    fn given(self) -> Option<T> {
        Some(self.given())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Endpoint, ResolveError};
    use super::{Case, check};

    #[derive(Default)]
    struct Params {
        region: Option<String>,
        stage: String,
        fips: bool,
        dual: Option<bool>,
        zones: Vec<String>,
        hosts: Option<Vec<String>>,
    }

    fn resolve(params: &Params) -> Result<Endpoint, ResolveError> {
        let Params { region: Some(region), stage, fips, dual, zones, hosts } = params else {
            return Err(ResolveError::new("Missing Region"));
        };
        let url = format!("https://{region}.{stage}.{fips}.{dual:?}.{zones:?}.{hosts:?}");
        Ok(Endpoint::new(url).signing_region(region))
    }

    crate::endpoint_tests! {
        resolve {
            "every kind of parameter is set": region = "r", stage = "s", fips = true, dual = false, zones = ["a"], hosts = []
                => r#"https://r.s.true.Some(false).["a"].Some([])"#.signing_region("r");
            "none is": => error "Missing Region";
        }
    }

    /// A case for the region `r`.
    fn case(documentation: &'static str, expected: fn() -> Result<Endpoint, &'static str>) -> Case<Params> {
        Case { documentation, given: |params| params.region = Some("r".to_owned()), expected }
    }

    #[test]
    fn each_case_that_fails_is_named_with_what_was_found() {
        let chosen = || Ok(Endpoint::new("https://r..false.None.[].None").signing_region("r"));
        let cases = [
            case("right", chosen),
            case("another URL", || Ok(Endpoint::new("https://x").signing_region("r"))),
            case("more than a URL", || Ok(Endpoint::new("https://r..false.None.[].None"))),
            case("an error", || Err("Missing Region")),
        ];
        assert_eq!(check(resolve, &cases[..1]), Ok(()));
        let said = check(resolve, &cases).expect_err("three are wrong");
        assert!(said.starts_with("3 of 4 fail:\nanother URL\n  expected Ok(Endpoint { url: \"https://x"), "{said}");
        assert!(said.contains("\nmore than a URL\n") && !said.contains("right"), "{said}");
        assert!(said.contains("\nan error\n  expected Err(\"Missing Region\")\n  found    Ok("), "{said}");
        let refused = [Case { given: |_: &mut Params| (), ..case("refused", chosen) }];
        let said = check(resolve, &refused).expect_err("there is no region");
        assert!(said.ends_with("found    Err(\"Missing Region\")"), "{said}");
    }
}
