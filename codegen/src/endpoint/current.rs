//! Test cases that are older than the table of partitions.
//!
//! A model's cases say what rules gave with the `partitions.json` of their day. Since then isolated partitions have got
//! endpoints that answer over IPv6; services drop cases that say otherwise with a later release of their model, while
//! others already expect such endpoints. One table can't do for both, and the newer is right.
//!
//! In: rules, and their cases. Out: the same cases, of which those that are outdated expect what the rules give today. One
//! is outdated if it fails, and if it holds with the table as it was. What fails for any other reason stays as it is.

use super::evaluate::{Answer, Budget, Spent, Table, evaluate};
use super::rules::Expected;
use super::{EndpointTest, RuleSet};

/// How many steps may be done for all cases together. S3's take a hundredth of it.
const STEPS: usize = 20_000_000;

/// What is added to the documentation of a case that is outdated.
pub(super) const NOTE: &str = " (dual stack since)";

/// Brings cases up to date.
pub(crate) fn up_to_date(rules: &RuleSet, mut tests: Vec<EndpointTest>) -> Vec<EndpointTest> {
    let mut budget = Budget(STEPS);
    for test in &mut tests {
        match today(rules, test, &mut budget) {
            Ok(Some(expected)) => {
                test.expected = expected;
                test.documentation.push_str(NOTE);
            }
            Ok(None) => {}
            // These are no rules of a service. Its own tests will tell what is wrong.
            Err(Spent) => break,
        }
    }
    tests
}

/// What a case has to expect in place of what it does, if it is outdated.
fn today(rules: &RuleSet, test: &EndpointTest, budget: &mut Budget) -> Result<Option<Expected>, Spent> {
    let Expected::Error(_) = test.expected else { return Ok(None) };
    let params = test.params.iter().map(|(name, value)| (name.as_str(), value)).collect();
    let mut found = |table| Ok(expected(evaluate(rules, &params, table, budget)?));
    let Some(now @ Expected::Endpoint { .. }) = found(Table::Today)? else { return Ok(None) };
    let held = found(Table::BeforeIsolatedDualStack)?.as_ref() == Some(&test.expected);
    Ok(held.then_some(now))
}

/// What a case expects that gets this answer.
pub(super) fn expected(answer: Answer) -> Option<Expected> {
    match answer {
        Answer::Endpoint(endpoint) => {
            Some(Expected::Endpoint { url: endpoint.url, headers: endpoint.headers, signing: endpoint.signing })
        }
        Answer::Error(message) => Some(Expected::Error(message)),
        Answer::NoMatch => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{parse, parse_tests};
    use super::*;
    use serde_json::{Value, json};

    /// Rules as most services have them: dual stack where the partition supports it.
    fn rules() -> RuleSet {
        let parameter = |ty: &str, built_in: &str| json!({ "type": ty, "builtIn": built_in, "required": true });
        let supports = json!({ "fn": "getAttr", "argv": [{ "ref": "Partition" }, "supportsDualStack"] });
        parse(&json!({
            "version": "1.0",
            "parameters": {
                "Region": parameter("string", "AWS::Region"),
                "UseDualStack": parameter("boolean", "AWS::UseDualStack"),
            },
            "rules": [{
                "type": "tree",
                "conditions": [{ "fn": "aws.partition", "argv": [{ "ref": "Region" }], "assign": "Partition" }],
                "rules": [
                    { "type": "endpoint", "conditions": [supports], "endpoint": { "url": "https://{Partition#dualStackDnsSuffix}" } },
                    { "type": "error", "conditions": [], "error": "no dual stack" },
                ],
            }],
        }))
        .expect("the rules are valid")
    }

    fn case(region: &str, expect: Value) -> EndpointTest {
        let cases = json!({ "testCases": [
            { "documentation": "c", "params": { "Region": region, "UseDualStack": true }, "expect": expect },
        ] });
        parse_tests(&cases).expect("the case is valid").remove(0)
    }

    fn endpoint(url: &str) -> Value {
        json!({ "endpoint": { "url": url } })
    }

    #[test]
    fn a_case_that_is_older_than_the_table_expects_what_the_table_gives() {
        let refused = || json!({ "error": "no dual stack" });
        let tests = vec![
            case("us-iso-east-1", refused()),
            case("us-isob-east-1", refused()),
            case("us-isof-south-1", endpoint("https://api.aws.hci.ic.gov")),
        ];
        let found = up_to_date(&rules(), tests);
        let expected = |url: &str| {
            let (url, signing) = (url.to_owned(), Default::default());
            Expected::Endpoint { url, headers: Vec::new(), signing }
        };
        let urls = ["https://api.aws.ic.gov", "https://api.aws.scloud", "https://api.aws.hci.ic.gov"];
        assert_eq!(found.iter().map(|test| test.expected.clone()).collect::<Vec<_>>(), urls.map(expected));
        let words = found.iter().map(|test| test.documentation.as_str()).collect::<Vec<_>>();
        assert_eq!(words, ["c (dual stack since)", "c (dual stack since)", "c"]);
    }

    #[test]
    fn a_case_that_fails_for_another_reason_stays_as_it_is() {
        let tests = vec![
            case("us-iso-east-1", json!({ "error": "other words" })),
            case("us-iso-east-1", endpoint("https://elsewhere")),
            // There has been dual stack in this one all along.
            case("us-gov-west-1", json!({ "error": "no dual stack" })),
        ];
        assert_eq!(up_to_date(&rules(), tests.clone()), tests);
    }
}
