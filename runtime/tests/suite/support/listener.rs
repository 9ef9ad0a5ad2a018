//! Listens to what the runtime tells (`tracing`): measurements, and what spans say in the end.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::Interest;
use tracing::{Event, Level, Metadata, Subscriber};

/// Fields by their names, with values as texts.
pub type Fields = BTreeMap<&'static str, String>;

/// What was heard so far. Clones hear the same.
#[derive(Clone, Default)]
pub struct Listener(Arc<Mutex<Heard>>);

#[derive(Default)]
struct Heard {
    measured: Vec<Fields>,
    spans: Vec<Fields>,
}

struct Reader<'a>(&'a mut Fields);

impl Visit for Reader<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    /// OpenTelemetry's attributes are whole numbers where they have a sign; its layer makes texts of others.
    fn record_i64(&mut self, field: &Field, value: i64) {
        self.0.insert(field.name(), format!("i64 {value}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

impl Listener {
    /// The measurements since the last time.
    pub fn measured(&self) -> Vec<Fields> {
        std::mem::take(&mut self.0.lock().expect("no test panics with it").measured)
    }

    /// Every span, with all that was recorded for it.
    pub fn spans(&self) -> Vec<Fields> {
        self.0.lock().expect("no test panics with it").spans.clone()
    }
}

impl Subscriber for Listener {
    /// Threads on which nobody listens are asked as well: interest that is always there would hold for them, too.
    fn register_callsite(&self, _: &'static Metadata<'static>) -> Interest {
        Interest::sometimes()
    }

    /// As layers for metrics do, it asks for events that have a measurement, beside the runtime's spans.
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let has_measurement = || metadata.fields().iter().any(|field| field.name().starts_with("histogram."));
        metadata.target().starts_with("sdk_runtime")
            && (metadata.is_span() && *metadata.level() <= Level::DEBUG || metadata.is_event() && has_measurement())
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields::from([("", span.metadata().name().to_owned())]);
        span.record(&mut Reader(&mut fields));
        let mut heard = self.0.lock().expect("no test panics with it");
        heard.spans.push(fields);
        Id::from_u64(heard.spans.len() as u64)
    }

    fn record(&self, id: &Id, record: &Record<'_>) {
        let mut heard = self.0.lock().expect("no test panics with it");
        let index = usize::try_from(id.into_u64()).expect("there are few") - 1;
        record.record(&mut Reader(&mut heard.spans[index]));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        assert_eq!((event.metadata().target(), *event.metadata().level()), ("sdk_runtime::metrics", Level::TRACE));
        let mut fields = Fields::new();
        event.record(&mut Reader(&mut fields));
        self.0.lock().expect("no test panics with it").measured.push(fields);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
