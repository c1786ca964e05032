//! `rolecall serve`: answers over HTTP from one opened [`Table`](crate::table::Table).
//!
//! An edge: reads the network, the clock and files; holds a table, never the compiler. What a request means is read in
//! `wire`, what the answer is decided in `runtime`; here stand the protocols around it, what is refused, and how the
//! service starts, changes its table and ends. A request is answered from one table alone, which its answer names. hyper,
//! tokio and rustls are named only here.

mod answer;
mod body;
mod decision_log;
mod desk;
mod endpoint;
mod envoy;
mod evaluation;
mod fetch;
mod handle;
mod health;
mod listen;
mod loaded;
mod metadata;
mod metrics;
mod opa;
mod page;
mod question;
mod refusal;
mod reload;
mod search;
mod service;
mod settings;
mod source;
mod tls;
mod tokens;

pub use decision_log::LogFailure;
pub use desk::Desk;
pub use settings::{Limits, Say, Settings, TlsFiles};

use crate::message::{Message, serve as text};
use service::Service;
use std::sync::Arc;

/// Serves until it is told to stop.
///
/// # Errors
/// What keeps it from starting.
pub fn run(settings: Settings) -> Result<(), Message> {
    let failed = |error: std::io::Error| text::CANNOT_START.with([("reason", crate::project::reason(&error).into())]);
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    if let Some(threads) = settings.threads {
        builder.worker_threads(threads.max(1));
    }
    let runtime = builder.thread_name("rolecall-serve").enable_all().build().map_err(failed)?;
    let served = runtime.block_on(async {
        let (service, source) = Service::start(settings).await?;
        let service = Arc::new(service);
        listen::run(&service, source).await
    });
    // A search or a look at the table that still goes on has nobody to tell.
    runtime.shutdown_background();
    served
}
