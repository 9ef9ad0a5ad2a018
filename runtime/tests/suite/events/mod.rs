//! Streams of events, both ways: what programs receive and send, against servers that know frames of their own.

mod duplex;
mod frames;
mod page;
mod receive;
mod rpc;
mod send;
mod server;
mod sigv4a;
mod silence;
mod stubs;
mod talk;
