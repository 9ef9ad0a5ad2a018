//! The service that calls are made to: a process of its own, whose processor time isn't the programs'.

use super::place::{Measured, Place};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// The running server; it ends with this.
pub(super) struct Server {
    child: Child,
    endpoint: String,
}

impl Server {
    /// Builds it, starts it, and waits until it listens.
    pub(super) fn start(place: &Place) -> Measured<Self> {
        place.build("tools", ["--release", "-p", "bench-server"])?;
        let mut command = Command::new(place.built("tools/release/bench-server"));
        // It lives as long as its input does: until this process ends, however it ends.
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut server =
            Server { child: child.map_err(|error| format!("can't run the server: {error}"))?, endpoint: String::new() };
        let said = server.child.stdout.take().map(|stdout| BufReader::new(stdout).read_line(&mut server.endpoint));
        match said {
            Some(Ok(1..)) => {
                server.endpoint.truncate(server.endpoint.trim_end().len());
                Ok(server)
            }
            _ => Err("the server ended before it listened".to_owned()),
        }
    }

    /// Where it listens.
    pub(super) fn endpoint(&self) -> &str {
        &self.endpoint
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Without its input it ends by itself.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
