//! Bodies, read within limits of size, time and memory.

use super::refusal::Refusal;
use super::service::Service;
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use tokio::sync::SemaphorePermit;
use tokio::time::timeout;

/// A body up to here needs no share of the memory that all bodies have.
const FREE: usize = 16 << 10;
/// Of a body that is too long, as many times the limit is read and dropped, so that the caller gets to read the answer.
const PATIENCE: usize = 8;

/// A body and its share of the memory for bodies.
pub(super) struct Read<'s> {
    pub(super) bytes: Bytes,
    _share: Option<SemaphorePermit<'s>>,
}

/// Reads a body to its end.
pub(super) async fn read(service: &Service, body: Incoming) -> Result<Read<'_>, Refusal> {
    let limit = service.settings.limits.body;
    let patience = limit.saturating_mul(PATIENCE);
    if usize::try_from(body.size_hint().lower()).is_ok_and(|length| length > patience) {
        return Err(Refusal::TooLarge(limit));
    }
    match timeout(service.settings.limits.body_time, collect(service, body, limit, patience)).await {
        Ok(read) => read,
        Err(_) => Err(Refusal::Timeout),
    }
}

async fn collect(service: &Service, mut body: Incoming, limit: usize, patience: usize) -> Result<Read<'_>, Refusal> {
    let mut collected = BytesMut::new();
    let mut first = Bytes::new();
    let mut share: Option<SemaphorePermit<'_>> = None;
    let mut total = 0_usize;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Refusal::Broken)?.into_data() else { continue };
        total = total.saturating_add(data.len());
        if total > patience {
            return Err(Refusal::TooLarge(limit));
        }
        if total > limit {
            collected = BytesMut::new();
            continue;
        }
        if total > FREE {
            let more = u32::try_from(data.len()).map_err(|_| Refusal::TooLarge(limit))?;
            let more = service.memory.try_acquire_many(more).map_err(|_| Refusal::Overloaded)?;
            match &mut share {
                Some(share) => share.merge(more),
                None => share = Some(more),
            }
        }
        // Most bodies come in one piece, which is taken as it is.
        if first.is_empty() && collected.is_empty() {
            first = data;
        } else {
            if !first.is_empty() {
                collected.extend_from_slice(&first);
                first = Bytes::new();
            }
            collected.extend_from_slice(&data);
        }
    }
    if total > limit {
        return Err(Refusal::TooLarge(limit));
    }
    let bytes = if first.is_empty() { collected.freeze() } else { first };
    Ok(Read { bytes, _share: share })
}
