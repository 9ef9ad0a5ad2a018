//! What the runtime does, stated from outside: through its public interface, against servers on loopback and stubs.
//!
//! One program for all of it, since each program of its own is linked anew after every change of the runtime.

#![allow(unreachable_pub, reason = "declarations make public types, and in a program nothing is reached from outside")]

mod alloy;
mod authorize;
mod bare_errors;
mod big_numbers;
mod blocking;
mod carried;
mod checksums;
mod compression;
mod connections;
mod customize;
mod digests;
mod discovery;
mod endpoint;
mod errors_wire;
mod events;
mod given_up;
mod hooks;
mod hosts;
mod http2;
mod judged;
mod keys;
mod logins;
mod long_answers;
mod metrics;
mod numbers;
mod one_line;
mod own_schemes;
mod paginate;
mod places;
mod plain_config;
mod presigning;
mod recordings;
mod recursion;
mod retries;
mod rpc;
mod scope;
mod sdk_error;
mod send;
mod sessions;
mod settings;
mod shared;
mod sigv4a;
mod slow_uploads;
mod spread;
mod stalled;
mod streaming;
mod structure;
mod stub_time;
mod stubs;
mod support;
mod unmodeled;
mod unsent;
mod user_agent;
mod wait;
mod wait_declared;
mod warm;
mod xml;
