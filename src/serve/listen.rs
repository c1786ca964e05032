//! Connections: how they are taken, how long they may last, how they end.

use super::handle::handle;
use super::reload;
use super::service::Service;
use super::source::Source;
use crate::message::{Message, serve as text};
use crate::project;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;
use tokio_rustls::TlsAcceptor;

/// Bytes of a header.
const HEADER: usize = 32 << 10;
/// After a connection could not be taken, for want of descriptors perhaps.
const PAUSE: Duration = Duration::from_millis(20);

/// Serves until told to stop.
pub(super) async fn run(service: &Arc<Service>, source: Source) -> Result<(), Message> {
    let settings = &service.settings;
    let failed = |error: std::io::Error| {
        let address = settings.listen.to_string();
        text::CANNOT_LISTEN.with([("address", address.into()), ("reason", project::reason(&error).into())])
    };
    let listener = TcpListener::bind(settings.listen).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let (tell, told) = mpsc::channel(1);
    let mut signals = Signals::new(tell).map_err(failed)?;
    welcome(service, address);
    let reloading = tokio::spawn(reload::run(Arc::clone(service), source, told));
    let graceful = GracefulShutdown::new();
    let connections = Arc::new(Semaphore::new(settings.limits.connections));
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => take(service, &connections, graceful.watcher(), stream, peer),
                Err(_) => sleep(PAUSE).await,
            },
            () = signals.stop() => break,
        }
    }
    service.stopping.store(true, Ordering::Relaxed);
    drop(listener);
    settings.say.say(&text::STOPPING.plain());
    reloading.abort();
    tokio::select! {
        () = graceful.shutdown() => {}
        // Whoever says it twice does not want to wait.
        () = signals.stop() => {}
        () = sleep(settings.limits.shutdown) => settings.say.say(&text::CUT_OFF.plain()),
    }
    if let Some(log) = &service.log {
        log.close();
    }
    Ok(())
}

/// What the administrator is told at the beginning.
fn welcome(service: &Service, address: SocketAddr) {
    let settings = &service.settings;
    let scheme = if settings.tls.is_some() { "https" } else { "http" };
    settings.say.say(&text::LISTENING.with([("url", format!("{scheme}://{address}").into())]));
    if service.tokens().is_empty() && !address.ip().is_loopback() {
        settings.say.say(&text::NO_TOKEN.with([("address", address.to_string().into())]));
    }
    if settings.trust_time {
        settings.say.say(&text::TIME_BELIEVED.plain());
    }
}

/// Takes a connection, if there may be another one.
fn take(service: &Arc<Service>, connections: &Arc<Semaphore>, watcher: Watcher, stream: TcpStream, peer: SocketAddr) {
    let Ok(place) = Arc::clone(connections).try_acquire_owned() else {
        service.metrics.connections_refused.add();
        return;
    };
    service.metrics.connections.add();
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    // A caller that does not take its answer does not keep it waiting for ever.
    stream.set_write_timeout(Some(service.settings.limits.write));
    let service = Arc::clone(service);
    tokio::spawn(async move {
        let place = place;
        let stream = Box::pin(stream);
        match service.certificate() {
            None => talk(&service, watcher, stream, peer).await,
            Some(config) => {
                let agreed = timeout(service.settings.limits.header, TlsAcceptor::from(config).accept(stream)).await;
                if let Ok(Ok(stream)) = agreed {
                    talk(&service, watcher, stream, peer).await;
                }
            }
        }
        service.metrics.connections_closed.add();
        drop::<OwnedSemaphorePermit>(place);
    });
}

/// Answers the requests of a connection one after the other.
async fn talk<S>(service: &Arc<Service>, watcher: Watcher, stream: S, peer: SocketAddr)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(Some(service.settings.limits.header))
        .max_buf_size(HEADER)
        .max_header_size(HEADER);
    let answering = service_fn(|request| handle(Arc::clone(service), peer, request));
    // How a connection ends is the caller's affair.
    let _ = watcher.watch(http.serve_connection(TokioIo::new(stream), answering)).await;
}

/// What the system tells the service.
struct Signals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    /// Ends the reloading when it goes.
    #[cfg(not(unix))]
    _tell: mpsc::Sender<()>,
}

impl Signals {
    /// SIGHUP is passed on to `tell`.
    #[cfg(unix)]
    fn new(tell: mpsc::Sender<()>) -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let mut hangup = signal(SignalKind::hangup())?;
        tokio::spawn(async move {
            while hangup.recv().await.is_some() {
                if tell.send(()).await.is_err() {
                    break;
                }
            }
        });
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    #[cfg(not(unix))]
    fn new(tell: mpsc::Sender<()>) -> std::io::Result<Self> {
        Ok(Self { _tell: tell })
    }

    /// SIGTERM or SIGINT.
    #[cfg(unix)]
    async fn stop(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    #[cfg(not(unix))]
    async fn stop(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
