//! What generated code and tests say in a word.

/// Begins a rule for an operation: `mock!(Client::get_network)`.
///
/// What follows says which calls (`match_requests`) and what they are answered with (`then_output`, `then_error`,
/// `sequence`, …); see [`RuleBuilder`](crate::test_util::RuleBuilder).
#[macro_export]
macro_rules! mock {
    ($operation:expr) => {
        $crate::test_util::when($operation)
    };
}

/// Makes a client that rules answer: `mock_client!(wickr_sdk, RuleMode::MatchAny, [&rule])`. A function may follow that
/// changes its settings. Without a mode, rules have to be used in their order.
#[macro_export]
macro_rules! mock_client {
    ($sdk:ident, $rules:expr) => {
        $crate::mock_client!($sdk, $crate::test_util::RuleMode::Sequential, $rules)
    };
    ($sdk:ident, $mode:expr, $rules:expr) => {
        $crate::mock_client!($sdk, $mode, $rules, |config| config)
    };
    ($sdk:ident, $mode:expr, $rules:expr, $configure:expr) => {{
        fn configured(
            stub: &$crate::test_util::Stub,
            configure: impl FnOnce($sdk::config::Builder) -> $sdk::config::Builder,
        ) -> $sdk::Config {
            configure(stub.config().into()).build()
        }
        $sdk::Client::from_conf(configured(&$crate::test_util::Stub::with_mode($mode, $rules), $configure))
    }};
}
