//! A test in an environment of its own: variables of the process that runs it hold for all tests.

use std::process::Command;

/// What a test of this suite says when it is run with these variables, and without the others that the SDK reads.
pub fn said(test: &str, variables: &[(&str, &str)]) -> String {
    let mut command = Command::new(std::env::current_exe().expect("tests are files"));
    command.args(["--exact", "--nocapture", test]);
    for name in [
        "AWS_EXECUTION_ENV",
        "AWS_NEW_RETRIES_2026",
        "AWS_LAMBDA_FUNCTION_NAME",
        "_X_AMZN_TRACE_ID",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
    ] {
        command.env_remove(name);
    }
    let output = command.envs(variables.iter().copied()).output().expect("the test runs");
    assert!(output.status.success(), "{test}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
