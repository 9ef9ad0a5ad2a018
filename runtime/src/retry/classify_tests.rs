use super::*;
use crate::declare::{Retryable, Service};

static SERVICE: Service = Service {
    retryable_errors: &[
        Retryable { code: "RateLimitError", throttling: true },
        Retryable { code: "TryLaterError", throttling: false },
    ],
    ..Service::TEST
};

static PLAIN: Metadata = operation(Effect::Plain);
static READ_ONLY: Metadata = operation(Effect::ReadOnly);

const fn operation(effect: Effect) -> Metadata {
    Metadata { service: &SERVICE, name: "Call", method: "POST", uri: "/", effect }
}

fn answer(metadata: &Metadata, status: u16, code: &str) -> Option<ErrorKind> {
    match judge(metadata, Failed::Answer { status, code }, RetryAction::NoActionIndicated) {
        Judgement::Repeat(kind, _) => Some(kind),
        Judgement::Final => None,
    }
}

#[test]
fn answers_are_judged_by_code_and_status() {
    use ErrorKind::*;
    let cases = [
        // status, code, read-only, plain
        (500, "500", Some(ServerError), None),
        (503, "SlowDown", Some(ThrottlingError), Some(ThrottlingError)),
        (429, "429", Some(ThrottlingError), Some(ThrottlingError)),
        (400, "ThrottlingException", Some(ThrottlingError), Some(ThrottlingError)),
        (400, "RequestTimeout", Some(TransientError), None),
        (400, "RateLimitError", Some(ThrottlingError), Some(ThrottlingError)),
        (400, "TryLaterError", Some(ServerError), None),
        (400, "BadRequestError", None, None),
        (403, "ForbiddenError", None, None),
        (404, "404", None, None),
    ];
    for (status, code, read_only, plain) in cases {
        assert_eq!(answer(&READ_ONLY, status, code), read_only, "{status} {code}, read-only");
        assert_eq!(answer(&PLAIN, status, code), plain, "{status} {code}, plain");
    }
}

#[test]
fn a_plain_operation_is_repeated_only_if_it_never_left() {
    let judge_plain = |error: &ConnectorError| judge(&PLAIN, Failed::Transport(error), RetryAction::NoActionIndicated);
    let refused = ConnectorError::io(std::io::Error::from(std::io::ErrorKind::ConnectionRefused).into());
    assert_eq!(judge_plain(&refused), Judgement::Repeat(ErrorKind::TransientError, None));
    let reset = ConnectorError::io(std::io::Error::from(std::io::ErrorKind::ConnectionReset).into());
    assert_eq!(judge_plain(&reset), Judgement::Final);
    assert_eq!(judge(&PLAIN, Failed::Attempt, RetryAction::NoActionIndicated), Judgement::Final);
}

#[test]
fn the_programs_own_judgement_has_the_last_word() {
    let failed = Failed::Answer { status: 500, code: "500" };
    assert_eq!(judge(&READ_ONLY, failed, RetryAction::RetryForbidden), Judgement::Final);
    let wait = Duration::from_secs(3);
    let again = RetryAction::retryable_error_with_explicit_delay(ErrorKind::ServerError, wait);
    assert_eq!(judge(&PLAIN, failed, again), Judgement::Repeat(ErrorKind::ServerError, Some(wait)));
}
