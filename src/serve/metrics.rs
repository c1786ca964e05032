//! [`Metrics`]: counters, as Prometheus reads them.

use super::service::Service;
use std::fmt::{Display, Write};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

/// A number that only grows.
#[derive(Debug, Default)]
pub(super) struct Counter(AtomicU64);

impl Counter {
    pub(super) fn add(&self) {
        self.add_many(1);
    }

    pub(super) fn add_many(&self, number: usize) {
        self.0.fetch_add(u64::try_from(number).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    pub(super) fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Endpoints by the name that [`super::endpoint::Endpoint::name`] gives them.
const ENDPOINTS: [&str; 13] = [
    "access/v1/evaluation",
    "access/v1/evaluations",
    "access/v1/search/action",
    "access/v1/search/resource",
    "access/v1/search/subject",
    "authzen-configuration",
    "ext_authz",
    "healthz",
    "metrics",
    "openapi.json",
    "readyz",
    "v1/data",
    "other",
];
/// Status codes that are given.
const STATUSES: [u16; 10] = [200, 400, 401, 403, 404, 405, 408, 413, 500, 503];
/// Upper ends of the classes of time, in microseconds.
const CLASSES: [u64; 10] = [50, 100, 250, 500, 1_000, 2_500, 5_000, 25_000, 100_000, 1_000_000];

/// All counters.
#[derive(Debug, Default)]
pub(super) struct Metrics {
    requests: [[Counter; STATUSES.len()]; ENDPOINTS.len()],
    classes: [Counter; CLASSES.len()],
    microseconds: Counter,
    timed: Counter,
    pub(super) allowed: Counter,
    pub(super) refused: Counter,
    pub(super) reloads: Counter,
    pub(super) reloads_failed: Counter,
    /// When the table was last looked at with success, in milliseconds since 1970 UTC.
    looked: AtomicI64,
    pub(super) connections: Counter,
    pub(super) connections_closed: Counter,
    pub(super) connections_refused: Counter,
}

impl Metrics {
    /// Counts an answer.
    pub(super) fn answered(&self, endpoint: &str, status: u16, took: Duration) {
        let endpoint = ENDPOINTS.iter().position(|name| *name == endpoint).unwrap_or(ENDPOINTS.len() - 1);
        let status = STATUSES.iter().position(|known| *known == status);
        let row = self.requests.get(endpoint);
        if let Some(counter) = row.and_then(|row| row.get(status?)) {
            counter.add();
        }
        let micros = took.as_micros();
        let class = CLASSES.iter().position(|class| micros <= u128::from(*class));
        if let Some(counter) = class.and_then(|class| self.classes.get(class)) {
            counter.add();
        }
        self.microseconds.add_many(usize::try_from(micros).unwrap_or(usize::MAX));
        self.timed.add();
    }

    /// The table was looked at.
    pub(super) fn looked_at(&self, now: i64) {
        self.looked.store(now, Ordering::Relaxed);
    }

    /// All of them, in Prometheus's text form.
    pub(super) fn page(&self, service: &Service) -> String {
        let mut page = Text(String::with_capacity(4096));
        page.head("rolecall_requests_total", "counter", "Answers by endpoint and status.");
        for (endpoint, row) in ENDPOINTS.iter().zip(&self.requests) {
            for (status, count) in STATUSES.iter().zip(row).filter(|(_, count)| count.get() > 0) {
                let labels = format!("{{endpoint=\"{endpoint}\",status=\"{status}\"}}");
                page.line("rolecall_requests_total", &labels, count.get());
            }
        }
        page.head("rolecall_request_seconds", "histogram", "From the end of the header to the answer.");
        let mut sum = 0;
        for (class, count) in CLASSES.iter().zip(&self.classes) {
            sum += count.get();
            page.line("rolecall_request_seconds_bucket", &format!("{{le=\"{}\"}}", seconds(*class)), sum);
        }
        page.line("rolecall_request_seconds_bucket", "{le=\"+Inf\"}", self.timed.get());
        page.line("rolecall_request_seconds_sum", "", seconds(self.microseconds.get()));
        page.line("rolecall_request_seconds_count", "", self.timed.get());
        page.head("rolecall_decisions_total", "counter", "Decisions, those of batches one by one.");
        page.line("rolecall_decisions_total", "{decision=\"true\"}", self.allowed.get());
        page.line("rolecall_decisions_total", "{decision=\"false\"}", self.refused.get());
        self.table(service, &mut page);
        page.head("rolecall_connections", "gauge", "Open connections.");
        let closed = self.connections_closed.get();
        page.line("rolecall_connections", "", self.connections.get().saturating_sub(closed));
        page.head("rolecall_connections_refused_total", "counter", "Connections beyond the limit.");
        page.line("rolecall_connections_refused_total", "", self.connections_refused.get());
        if let Some(log) = &service.log {
            page.head("rolecall_decision_log_events_total", "counter", "Events of the decision log.");
            page.line("rolecall_decision_log_events_total", "{outcome=\"written\"}", log.written());
            page.line("rolecall_decision_log_events_total", "{outcome=\"lost\"}", log.lost());
        }
        page.0
    }

    fn table(&self, service: &Service, page: &mut Text) {
        if let Some(loaded) = service.table() {
            let (decisions, file, version) = (loaded.decisions(), loaded.file(), loaded.table().version());
            page.head("rolecall_table_info", "gauge", "The table that answers.");
            let labels = format!("{{decisions=\"{decisions}\",file=\"{file}\",version=\"{version}\"}}");
            page.line("rolecall_table_info", &labels, 1);
            page.head("rolecall_table_since_seconds", "gauge", "Since when it answers, in seconds since 1970.");
            page.line("rolecall_table_since_seconds", "", millis(loaded.since));
        }
        page.head("rolecall_table_looked_at_seconds", "gauge", "When it was last compared with its source.");
        page.line("rolecall_table_looked_at_seconds", "", millis(self.looked.load(Ordering::Relaxed)));
        page.head("rolecall_reloads_total", "counter", "New tables by what became of them.");
        page.line("rolecall_reloads_total", "{outcome=\"loaded\"}", self.reloads.get());
        page.line("rolecall_reloads_total", "{outcome=\"failed\"}", self.reloads_failed.get());
    }
}

/// The page while it is written.
struct Text(String);

impl Text {
    fn head(&mut self, name: &str, kind: &str, help: &str) {
        let _ = write!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    fn line(&mut self, name: &str, labels: &str, value: impl Display) {
        let _ = writeln!(self.0, "{name}{labels} {value}");
    }
}

/// Microseconds as seconds.
fn seconds(micros: u64) -> String {
    format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000)
}

/// Milliseconds as seconds.
fn millis(millis: i64) -> String {
    format!("{}.{:03}", millis / 1_000, millis.rem_euclid(1_000))
}
