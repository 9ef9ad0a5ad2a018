//! Models of any size, always the same.

use std::fmt::Write;

/// A model in which an operation, its input, its output and a structure of ten members recur.
pub(crate) fn made_up(shapes: usize) -> String {
    let (mut text, mut operations) = (String::new(), Vec::new());
    for index in 0..shapes / 4 {
        operations.push(format!(r#"{{"target": "a#Get{index}"}}"#));
        let members: Vec<String> = (0..10).map(|n| format!(r#""m{n}": {{"target": "smithy.api#String"}}"#)).collect();
        // Writing to a String does not fail.
        let _ = write!(
            text,
            r##","a#Get{index}": {{"type": "operation", "input": {{"target": "a#In{index}"}},
                "output": {{"target": "a#Out{index}"}},
                "traits": {{"smithy.api#http": {{"method": "GET", "uri": "/g{index}"}}, "smithy.api#readonly": {{}}}}}},
            "a#In{index}": {{"type": "structure", "members": {{"q": {{"target": "smithy.api#String",
                "traits": {{"smithy.api#httpQuery": "q"}}}}}}}},
            "a#Out{index}": {{"type": "structure", "members": {{"thing": {{"target": "a#Thing{index}"}}}}}},
            "a#Thing{index}": {{"type": "structure", "members": {{{}}}}}"##,
            members.join(", ")
        );
    }
    format!(
        r#"{{"smithy": "2.0", "shapes": {{"a#S": {{"type": "service", "version": "1", "operations": [{}], "traits": {{
            "aws.api#service": {{"sdkId": "S"}}, "aws.auth#sigv4": {{"name": "s"}}, "aws.protocols#restJson1": {{}},
            "smithy.rules#endpointRuleSet": {{"version": "1.0", "parameters": {{}}, "rules": [
                {{"conditions": [], "endpoint": {{"url": "https://example.com"}}, "type": "endpoint"}}]}}}}}}{text}}}}}"#,
        operations.join(", ")
    )
}
