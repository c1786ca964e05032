//! TLS, at both ends: of those who ask, and of the server that has the table.

use super::settings::TlsFiles;
use crate::message::{Message, serve as text};
use crate::project;
use std::path::Path;
use std::sync::Arc;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};

/// Bytes that a file of certificates may have.
const FILE_LIMIT: u64 = 4 << 20;

/// The service's own certificate.
pub(super) fn server(files: &TlsFiles) -> Result<Arc<ServerConfig>, Message> {
    let certificates = certificates(&files.certificate)?;
    let shown = files.key.to_string_lossy().into_owned();
    let key =
        PrivateKeyDer::from_pem_slice(&read(&files.key)?).map_err(|_| text::NO_KEY.with([("path", shown.into())]))?;
    ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(certificates, key))
        .map(|mut config| {
            config.alpn_protocols = vec![b"http/1.1".to_vec()];
            Arc::new(config)
        })
        .map_err(|error| text::BAD_CERTIFICATE.with([("reason", error.to_string().into())]))
}

/// Whom to believe about the server that has the table: these authorities, or those of the system.
pub(super) fn client(authorities: Option<&Path>) -> Result<Arc<ClientConfig>, Message> {
    let mut roots = RootCertStore::empty();
    match authorities {
        Some(path) => {
            for certificate in certificates(path)? {
                roots
                    .add(certificate)
                    .map_err(|error| text::BAD_CERTIFICATE.with([("reason", error.to_string().into())]))?;
            }
        }
        None => {
            // What the system cannot read of its own it does without.
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map(|builder| Arc::new(builder.with_root_certificates(roots).with_no_client_auth()))
        .map_err(|error| text::BAD_CERTIFICATE.with([("reason", error.to_string().into())]))
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, Message> {
    let bytes = read(path)?;
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&bytes).collect();
    found
        .ok()
        .filter(|found| !found.is_empty())
        .ok_or_else(|| text::NO_CERTIFICATE.with([("path", path.to_string_lossy().into_owned().into())]))
}

fn read(path: &Path) -> Result<Vec<u8>, Message> {
    project::read_limited(path, FILE_LIMIT).map_err(|error| {
        text::CANNOT_READ
            .with([("path", path.to_string_lossy().into_owned().into()), ("reason", error.reason().into())])
    })
}
