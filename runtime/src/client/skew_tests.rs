use super::*;
use sdk_doubles::Clock;

const NOW: i64 = 1_700_000_000;

/// A clock that says this time, and the same as a client has it.
fn clock_at(seconds: i64) -> (Clock, SharedTimeSource) {
    let clock = Clock::at(seconds);
    (clock.clone(), SharedTimeSource::new(clock))
}

fn dated(seconds: i64) -> Headers {
    let date = DateTime::from_secs(seconds).fmt(Format::HttpDate).expect("it has a text");
    let mut headers = Headers::new();
    headers.insert("date", date);
    headers
}

fn told(skew: &Skew, time: &SharedTimeSource) -> i64 {
    seconds(skew.now(time).expect("it can be signed"))
}

#[test]
fn a_clock_that_is_not_off_enough_is_left_alone() {
    let (_, time) = clock_at(NOW);
    let skew = Skew::default();
    for (code, tolerated) in [("RequestTimeTooSkewed", 30), ("InvalidSignatureException", 240)] {
        for off in [0, 1, -1, tolerated, -tolerated] {
            assert!(!skew.learn(code, &dated(NOW + off), &time), "{code} {off}");
        }
        assert_eq!(told(&skew, &time), NOW);
    }
    assert!(!skew.learn("AccessDeniedException", &dated(NOW + 9999), &time), "it is no matter of time");
    assert!(!skew.learn("RequestExpired", &Headers::new(), &time), "nobody says what time it is");
    assert!(skew.learn("RequestTimeTooSkewed", &dated(NOW + 31), &time));
    assert!(skew.learn("InvalidSignatureException", &dated(NOW + 31 + 241), &time));
}

#[test]
fn what_is_learnt_replaces_what_was_learnt() {
    let (clock, time) = clock_at(NOW);
    let skew = Skew::default();
    for service in [NOW + 3600, NOW + 7200, NOW - 3600] {
        assert!(skew.learn("RequestExpired", &dated(service), &time));
        assert_eq!(told(&skew, &time), service);
        assert!(!skew.learn("RequestExpired", &dated(service), &time), "that is known already");
    }
    clock.set(NOW + 60);
    assert_eq!(told(&skew, &time), NOW - 3540, "time goes on");
    // A clock that is set right meanwhile.
    clock.set(NOW + 100_000);
    assert!(skew.learn("RequestExpired", &dated(NOW + 100_000), &time));
    assert_eq!(told(&skew, &time), NOW + 100_000);
}

#[test]
fn a_clock_that_begins_at_1970_is_corrected() {
    for local in [0, -1, 86_400, i64::MIN, i64::MAX] {
        let (_, time) = clock_at(local);
        let skew = Skew::default();
        let corrects = skew.learn("RequestExpired", &dated(NOW), &time);
        assert!(corrects, "{local}");
        if local != i64::MIN {
            assert_eq!(told(&skew, &time), NOW, "{local}");
        }
    }
}

#[test]
fn a_date_that_is_nobodys_now_is_not_learnt() {
    let (_, time) = clock_at(NOW);
    let skew = Skew::default();
    let mut headers = Headers::new();
    for date in [
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Wed, 01 Jan 2200 00:00:00 GMT",
        "Sat, 31 Dec 2011 23:59:59 GMT",
        "Mon, 01 Jan -999 00:00:00 GMT",
        "Mon, 01 Jan +999 00:00:00 GMT",
        "Mon, 01 Jan 99999999999999999 00:00:00 GMT",
        "yesterday",
        "",
        "0",
        "-9223372036854775808",
    ] {
        headers.insert("date", date);
        for code in SKEWED.iter().chain(&MAYBE_SKEWED) {
            assert!(!skew.learn(code, &headers, &time), "{code} {date}");
        }
        assert_eq!(told(&skew, &time), NOW);
    }
}

#[test]
fn a_time_that_no_signature_can_hold_is_an_error_that_says_what_to_set() {
    for local in [253_402_300_800, i64::MAX, -62_135_596_801, i64::MIN] {
        let (_, time) = clock_at(local);
        let error = Skew::default().now(&time).expect_err("five digits of years");
        assert_eq!(
            error.to_string(),
            format!(
                "the clock is {local} seconds off 1970, a time that no signature can hold: correct the system's clock, or \
                 `time_source`"
            )
        );
    }
    for local in [253_402_300_799, 0, -1, -62_135_596_800] {
        let (_, time) = clock_at(local);
        assert_eq!(told(&Skew::default(), &time), local);
    }
}
