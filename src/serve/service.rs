//! [`Service`]: what all connections share.

use super::decision_log::DecisionLog;
use super::envoy::Routes;
use super::loaded::Loaded;
use super::metrics::Metrics;
use super::reload;
use super::settings::Settings;
use super::source::Source;
use super::tls;
use super::tokens::Tokens;
use crate::message::{Message, serve as text};
use crate::project;
use crate::wire::Records;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::sync::Semaphore;
use tokio_rustls::rustls::ServerConfig;

/// Bytes that all bodies longer than a few kilobytes may take together.
const MEMORY: usize = 256 << 20;
/// Searches at once: each keeps a core busy.
const SEARCHES: usize = 4;
/// Searches that wait for their turn or have it. They wait apart from those who ask for a decision.
const SEARCHERS: usize = 64;

/// What all connections share.
pub(super) struct Service {
    pub(super) settings: Settings,
    table: RwLock<Option<Arc<Loaded>>>,
    records: RwLock<Arc<Records>>,
    tokens: RwLock<Arc<Tokens>>,
    tls: Option<RwLock<Arc<ServerConfig>>>,
    pub(super) envoy: Option<Routes>,
    pub(super) log: Option<DecisionLog>,
    pub(super) metrics: Metrics,
    /// Bytes that bodies may still take.
    pub(super) memory: Semaphore,
    /// Requests that may still be answered at once.
    pub(super) concurrency: Semaphore,
    /// Searches that may still run at once.
    pub(super) searches: Semaphore,
    /// Searches that may still come.
    pub(super) searchers: Semaphore,
    /// Told to stop: no longer ready.
    pub(super) stopping: AtomicBool,
}

impl Service {
    /// Reads all that the settings name.
    pub(super) async fn start(settings: Settings) -> Result<(Self, Source), Message> {
        let mut source = Source::of(&settings)?;
        let records = settings.records.as_deref().map(project::read_records).transpose()?.unwrap_or_default();
        let tokens = Tokens::read(settings.token_file.as_deref(), settings.token.as_deref())?;
        let tls = settings.tls.as_ref().map(tls::server).transpose()?.map(RwLock::new);
        let envoy = settings.envoy.as_deref().map(Routes::read).transpose()?;
        let log = settings
            .decision_log
            .as_deref()
            .map(|path| DecisionLog::open(path, settings.log_failure, settings.say.clone()))
            .transpose()?;
        let service = Self {
            table: RwLock::new(None),
            records: RwLock::new(Arc::new(records)),
            tokens: RwLock::new(Arc::new(tokens)),
            tls,
            envoy,
            log,
            metrics: Metrics::default(),
            memory: Semaphore::new(MEMORY),
            concurrency: Semaphore::new(settings.limits.concurrency),
            searches: Semaphore::new(SEARCHES),
            searchers: Semaphore::new(SEARCHERS),
            stopping: AtomicBool::new(false),
            settings,
        };
        if let Err(error) = reload::renew(&service, &mut source).await {
            if !service.settings.wait {
                return Err(error);
            }
            service.settings.say.say(&text::WAITING.with([("reason", error.into())]));
        }
        Ok((service, source))
    }

    /// The clock, in milliseconds since 1970 UTC.
    pub(super) fn now() -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    /// The table that answers now.
    pub(super) fn table(&self) -> Option<Arc<Loaded>> {
        self.table.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Another table answers from now on.
    pub(super) fn replace(&self, loaded: Loaded) {
        let before = self.table.write().unwrap_or_else(PoisonError::into_inner).replace(Arc::new(loaded));
        // Nobody waits for the lock while a large table is given back.
        drop(before);
    }

    /// The records.
    pub(super) fn records(&self) -> Arc<Records> {
        Arc::clone(&self.records.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Who may ask.
    pub(super) fn tokens(&self) -> Arc<Tokens> {
        Arc::clone(&self.tokens.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The certificate.
    pub(super) fn certificate(&self) -> Option<Arc<ServerConfig>> {
        self.tls.as_ref().map(|tls| Arc::clone(&tls.read().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Reads all files but the table again. What cannot be read stays as it was.
    pub(super) fn read_again(&self) {
        let failed = |error: Message| self.settings.say.say(&text::NOT_READ_AGAIN.with([("reason", error.into())]));
        if let Some(path) = &self.settings.records {
            match project::read_records(path) {
                Ok(records) => *self.records.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(records),
                Err(error) => failed(error),
            }
        }
        match Tokens::read(self.settings.token_file.as_deref(), self.settings.token.as_deref()) {
            Ok(tokens) => *self.tokens.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(tokens),
            Err(error) => failed(error),
        }
        if let (Some(files), Some(tls)) = (&self.settings.tls, &self.tls) {
            match tls::server(files) {
                Ok(config) => *tls.write().unwrap_or_else(PoisonError::into_inner) = config,
                Err(error) => failed(error),
            }
        }
        if let Some(log) = &self.log {
            log.open_again();
        }
    }
}
