//! What [`docs/production.md`](../../../docs/production.md#metrics) shows: a program counts how long its calls take.

use sdk_doubles::{Clock, response, transport};
use sdk_runtime::config::{Config, Credentials, Region, SharedTimeSource};
use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

/// How many calls took less than 10 ms, less than 100 ms, less than 1 s, less than 10 s, and longer.
#[derive(Clone, Default)]
struct Durations(Arc<[AtomicU64; 5]>);

impl<S: Subscriber> Layer<S> for Durations {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        event.record(&mut self.clone());
    }
}

impl Visit for Durations {
    fn record_f64(&mut self, field: &Field, seconds: f64) {
        if field.name() == "histogram.smithy.client.call.duration" {
            let bucket = [0.01, 0.1, 1.0, 10.0].iter().filter(|limit| seconds >= **limit).count();
            self.0[bucket].fetch_add(1, Ordering::Relaxed);
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

fn listening(durations: &Durations) -> impl Subscriber + Send + Sync + 'static {
    let measurements = Targets::new().with_target("sdk_runtime::metrics", Level::TRACE);
    tracing_subscriber::registry().with(durations.clone().with_filter(measurements))
}

#[tokio::test]
async fn a_layer_counts_how_long_calls_take() {
    let durations = Durations::default();
    let guard = tracing::subscriber::set_default(listening(&durations));
    for milliseconds in [5, 250, 999, 20_000] {
        let clock = Clock::at(1_700_000_000);
        let passing = clock.clone();
        let transport = transport(move |_| {
            passing.go_on(Duration::from_millis(milliseconds));
            Ok(response(200, "{}"))
        });
        let config = Config::builder()
            .endpoint_url("http://wickr.example.com")
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
            .http_client(transport)
            .time_source(SharedTimeSource::new(clock));
        let client = wickr_sdk::Client::from_conf(config.build());
        client.get_network().network_id("40718265").send().await.expect("200");
    }
    drop(guard);
    let counted: Vec<u64> = durations.0.iter().map(|bucket| bucket.load(Ordering::Relaxed)).collect();
    assert_eq!(counted, [1, 0, 2, 0, 1]);
}
