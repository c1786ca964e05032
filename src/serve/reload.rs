//! Another table takes the place of the one that answers: all of it, or none.

use super::service::Service;
use super::source::{Found, Source};
use crate::message::{Message, serve as text};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::time::sleep;

/// No table is looked at more often than this.
const SHORTEST: Duration = Duration::from_millis(1);

/// Looks at the table again and again, and at everything when told to. Ends with the service.
pub(super) async fn run(service: Arc<Service>, mut source: Source, mut told: Receiver<()>) {
    let every = service.settings.reload_every.map(|every| every.max(SHORTEST));
    // Said once, not each time.
    let mut said = None;
    loop {
        let tick = async {
            match every {
                Some(every) => sleep(every).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = tick => {}
            word = told.recv() => {
                if word.is_none() {
                    return;
                }
                said = None;
                service.read_again();
            }
        }
        if let Err(error) = renew(&service, &mut source).await {
            if said.as_ref() != Some(&error) {
                let entry = if service.table().is_some() { &text::STAYS } else { &text::WAITING };
                service.settings.say.say(&entry.with([("reason", error.clone().into())]));
            }
            said = Some(error);
        } else {
            said = None;
        }
    }
}

/// Looks once.
pub(super) async fn renew(service: &Service, source: &mut Source) -> Result<(), Message> {
    let found = source.look(service.table(), Service::now()).await;
    match found {
        Ok(Found::Same) => {
            service.metrics.looked_at(Service::now());
            Ok(())
        }
        Ok(Found::New(loaded, etag)) => {
            source.keep(etag);
            service.metrics.looked_at(Service::now());
            service.metrics.reloads.add();
            let words = text::ANSWERS_FROM.with([
                ("table", service.settings.table.as_str().into()),
                ("decisions", loaded.decisions().into()),
                ("version", loaded.table().version().into()),
            ]);
            service.replace(loaded);
            service.settings.say.say(&words);
            Ok(())
        }
        Err(error) => {
            service.metrics.reloads_failed.add();
            Err(error)
        }
    }
}
