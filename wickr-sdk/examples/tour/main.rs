//! A tour of the SDK: an administrator creates networks, lists them, changes a security group, and meets three errors.
//!
//! ```console
//! $ cargo run --package wickr-sdk --example tour             # against a mock service in this process
//! $ cargo run --package wickr-sdk --example tour -- --live   # against AWS
//! ```
//!
//! `story` is what to read and to copy from: it makes the calls. `settings` makes and reads a nested structure, `place`
//! makes the client, `trace` looks into every call. `screen` only prints.

pub(crate) mod place;
pub(crate) mod screen;
pub(crate) mod settings;
pub(crate) mod story;
pub(crate) mod trace;

use place::Place;
use screen::Screen;
use std::process::ExitCode;

const USAGE: &str = "usage: tour [--live]   (--help says more)";

const HELP: &str = "\
A tour of the AWS Wickr SDK for Rust, in seven steps: create networks, list them page by page, create a security
group, change its settings, read them back, meet three errors, clean up. Each step shows the operation, the HTTP
request it becomes, and what came back.

usage: cargo run --package wickr-sdk --example tour [-- OPTION]

  (no option)  Talk to a mock of the service inside this process. Needs no AWS account and no network.
  --live       Talk to AWS. Needs credentials and a region in the environment:
                 AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY   as for the AWS CLI
                 AWS_SESSION_TOKEN                          with temporary credentials
                 AWS_REGION or AWS_DEFAULT_REGION           a Region with Wickr, such as eu-west-2
               Creates three Standard networks and one security group in the account, and deletes them at the end,
               also after an error or Ctrl-C. Lists other networks, and leaves them alone.
  -h, --help   Print this.

Where to look in the code:
  examples/tour/story.rs     the calls: builders, paginator, errors
  examples/tour/settings.rs  a nested structure, made and read
  examples/tour/place.rs     making a client, by hand or from `aws-config`
  examples/tour/trace.rs     an interceptor, which sees every request and response

NO_COLOR=1 turns colours off; so does a pipe. The exit status is 0 if all went well, 1 if a call failed, 2 if the
arguments are wrong.
";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<_> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    run(&arguments, &Screen::standard()).await.into()
}

/// How the tour ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// All went well.
    Well,
    /// A call failed, or something could not be removed.
    Failed,
    /// The arguments are wrong.
    Usage,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        match end {
            End::Well => ExitCode::SUCCESS,
            End::Failed => ExitCode::from(1),
            End::Usage => ExitCode::from(2),
        }
    }
}

/// Does what the arguments ask for.
pub(crate) async fn run(arguments: &[String], screen: &Screen) -> End {
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    if arguments.iter().any(|&argument| matches!(argument, "-h" | "--help")) {
        screen.print(HELP);
        return End::Well;
    }
    let place = match arguments[..] {
        [] => Place::mock(screen).await,
        ["--live"] => Place::live(screen, |name| std::env::var(name).ok()),
        ["--live", surplus, ..] | [surplus, ..] => {
            screen.complain(&format!("unknown argument `{surplus}`\n{USAGE}"));
            return End::Usage;
        }
    };
    let told = match place {
        Ok(place) => {
            screen.introduce(&place.introduction());
            story::tell(&place.client, screen, &place.tag).await
        }
        Err(error) => Err(error),
    };
    match told {
        Ok(()) => End::Well,
        Err(error) => {
            screen.complain(&error.to_string());
            End::Failed
        }
    }
}
