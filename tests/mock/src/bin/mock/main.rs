//! `cargo xtask mock`, which runs this program and explains its arguments: a mock service in a terminal.
//!
//! In: `--model FILE` (several are one model), `--protocol NAME`, `--port N`, `--seed FILE`, `--latency MS`, `--faults RATE`, `--rate-limit N`, `--deny OPERATION`.
//! Out: where it listens, and a line per request.

mod line;

use codegen::diagnostic::one_line;
use line::Lines;
use sdk_mock::{Builder, MockService, StartError};
use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::Duration;

/// How many requests `/_mock` can show.
const KEPT: usize = 1000;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let colours = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    match start(&arguments, Lines::new(colours)).await {
        Ok(_service) => std::future::pending().await,
        Err(error) => {
            // What is said may hold names of the model's, which is hostile.
            eprintln!("error: {}", error.lines().map(one_line).collect::<Vec<_>>().join("\n"));
            ExitCode::FAILURE
        }
    }
}

async fn start(arguments: &[String], lines: Lines) -> Result<MockService, String> {
    let mut builder = MockService::builder().keep_requests(KEPT);
    let mut model = Vec::new();
    for pair in arguments.chunks(2) {
        let [name, value] = pair else {
            return Err(format!("`{}` needs a value", pair.join(" ")));
        };
        match name.as_str() {
            "--model" => model.push((value.clone(), read(value)?)),
            _ => builder = set(builder, name, value)?,
        }
    }
    builder = builder.model_files(model);
    let builder = builder.on_request(move |request| line::print(&lines.of(request)));
    let service = builder.start().await.map_err(|error| in_file(arguments, &error))?;
    line::print(&introduction(&service, &conditions(arguments)));
    Ok(service)
}

/// Why it doesn't start, and in which of the files. Of several files of a model, the text says in which.
fn in_file(arguments: &[String], error: &StartError) -> String {
    let name = match error {
        StartError::Model(_) => "--model",
        StartError::Seed(_) => "--seed",
        _ => return error.to_string(),
    };
    let given = arguments.chunks(2).filter(|pair| pair.first().is_some_and(|given| given == name));
    let files: Vec<_> = given.filter_map(|pair| pair.get(1)).collect();
    match files[..] {
        [file] => format!("{file}: {error}"),
        _ => error.to_string(),
    }
}

/// What isn't as a service's everyday life, a line each.
fn conditions(arguments: &[String]) -> String {
    let told = arguments.chunks(2).filter_map(|pair| match pair {
        [name, value] => match name.as_str() {
            "--latency" => Some(format!("Answers take at least {value} ms.\n")),
            "--faults" => Some(format!("Requests fail on purpose, {value} of all.\n")),
            "--rate-limit" => Some(format!("More than {value} requests in a second are refused with 429.\n")),
            "--deny" => Some(format!("{value} is refused with 403.\n")),
            _ => None,
        },
        _ => None,
    });
    told.collect()
}

fn read(file: &str) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|error| format!("cannot read {file}: {error}"))
}

fn set(builder: Builder, name: &str, value: &str) -> Result<Builder, String> {
    let number = |value: &str| value.parse().map_err(|_| format!("{name} is not a number: {value}"));
    Ok(match name {
        "--protocol" => builder.protocol(value),
        "--seed" => builder.seed(read(value)?),
        "--port" => builder.port(value.parse().map_err(|_| format!("{name} is not a port: {value}"))?),
        "--latency" => builder.latency(Duration::from_millis(number(value)?)),
        "--faults" => match value.parse() {
            Ok(rate) if (0.0..=1.0).contains(&rate) => builder.faults(rate),
            _ => return Err(format!("{name} is not a rate from 0 to 1: {value}")),
        },
        "--rate-limit" => match value.parse() {
            Ok(limit) if limit > 0 => builder.rate_limit(limit),
            _ => return Err(format!("{name} has to be a number of requests, at least 1: {value}")),
        },
        "--deny" => builder.deny(value),
        _ => return Err(format!("unknown argument {name}")),
    })
}

fn introduction(service: &MockService, conditions: &str) -> String {
    let (title, count, url) = (one_line(service.title()), service.operation_count(), service.url());
    let operations = if count == 1 { "operation" } else { "operations" };
    let (id, secret) = (service.access_key_id(), service.secret_access_key());
    let (user, password, key) = (service.user(), service.password(), service.api_key());
    let ways = [
        service.takes_signatures().then(|| {
            format!(
                "  export AWS_ACCESS_KEY_ID={id} AWS_SECRET_ACCESS_KEY={secret}
  export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 AWS_ENDPOINT_URL={url}
"
            )
        }),
        service.takes_passwords().then(|| format!("  user {user}, password {password}\n")),
        service.takes_api_keys().then(|| format!("  API key {key}\n")),
        service.takes_bearer_tokens().then(|| "  any bearer token\n".to_owned()),
    ];
    let callers: String = ways.into_iter().flatten().collect();
    let callers = if callers.is_empty() { "  anybody may call\n".to_owned() } else { callers };
    let conditions = if conditions.is_empty() { String::new() } else { format!("\n{conditions}") };
    let stateful = match service.stateful_operation_count() {
        all if all == count => String::new(),
        some => {
            format!("\n{some} of {count} {operations} have state; the others answer with examples or made-up values.\n")
        }
    };
    format!(
        "{title}: {count} {operations} at {url}   (state and requests: {url}/_mock)

{callers}{stateful}{conditions}
Ctrl-C ends it, and its state.
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of how to call it, only what the model has.
    #[tokio::test]
    async fn it_says_how_its_callers_prove_who_they_are() {
        for (scheme, expected) in [
            (r#""smithy.api#httpBasicAuth": {}"#, "user mock-user, password not-a-password-of-the-mock-service"),
            (r#""smithy.api#httpDigestAuth": {}"#, "user mock-user, password not-a-password-of-the-mock-service"),
            (
                r#""smithy.api#httpApiKeyAuth": {"name": "x-key", "in": "header"}"#,
                "API key not-a-key-of-the-mock-service",
            ),
            (r#""smithy.api#httpBearerAuth": {}"#, "any bearer token"),
            (r#""smithy.api#title": "T""#, "anybody may call"),
        ] {
            let model = format!(
                r##"{{"smithy": "2.0", "shapes": {{
                "a#S": {{"type": "service", "version": "1", "operations": [{{"target": "a#Op"}}],
                    "traits": {{"aws.protocols#restJson1": {{}}, {scheme}}}}},
                "a#Op": {{"type": "operation", "traits": {{"smithy.api#http": {{"method": "GET", "uri": "/x"}}}}}}}}}}"##
            );
            let service = MockService::builder().model(model).start().await.expect("it is a model");
            let said = introduction(&service, "");
            let ways: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("  ")).collect();
            assert_eq!(ways, [expected], "{said}");
        }
    }

    #[tokio::test]
    async fn a_model_does_not_steer_the_terminal() {
        let model = r##"{"smithy": "2.0", "shapes": {
            "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Op"}],
                "traits": {"aws.protocols#restJson1": {}, "smithy.api#title": "T\u001b[2J\u202e\nline"}},
            "a#Op": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/x"}}}}}"##;
        let service = MockService::builder().model(model).start().await.expect("it is a model");
        let said = introduction(&service, "");
        assert!(said.starts_with(r"T\u{1b}[2J\u{202e}\nline: 1 operation at http://127.0.0.1:"), "{said}");
    }
}
