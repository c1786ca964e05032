//! The `policy` header: one for each package. Only the root's options count; every package has its own zone.

use super::collect::{Statements, Written};
use super::context::Cx;
use super::packages::ROOT;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::resolve as codes;
use crate::message::resolve as text;
use crate::model::Origin;
use crate::source::{FileId, PackageId, Span};
use crate::syntax::ast;

/// A header with all that it must have.
const EXAMPLE: &str = "policy my-crm { language 1 timezone \"Asia/Shanghai\" }";

/// Reads the headers. Roles from requests wait until there are roles.
pub(super) fn headers(cx: &mut Cx<'_>, statements: &Statements<'_>) {
    let count = cx.packages.len();
    let mut first: Vec<Option<&Written<'_, ast::Policy>>> = vec![None; count];
    for policy in &statements.policies {
        let Some(slot) = first.get_mut(policy.package.0 as usize) else { continue };
        match slot {
            None => *slot = Some(policy),
            Some(before) => {
                let there = before.node.declared.name.span;
                cx.out.push(
                    Diagnostic::error(
                        &codes::TWO_HEADERS,
                        text::TWO_HEADERS.plain(),
                        policy.node.declared.name.span,
                        text::REPEATED_LINE_HERE.plain(),
                    )
                    .and(there, text::REPEATED_LINE_THERE.plain())
                    .help(text::TWO_HEADERS_HELP.plain()),
                );
            }
        }
    }
    for (index, policy) in first.iter().enumerate() {
        let package = PackageId(index as u32);
        match policy {
            Some(policy) => header(cx, package, policy),
            None => no_header(cx, package),
        }
    }
    zone_names(cx, &first);
}

fn header(cx: &mut Cx<'_>, package: PackageId, policy: &Written<'_, ast::Policy>) {
    let node = policy.node;
    match &node.language {
        None => lacks(cx, node, "language", "language 1"),
        Some(language) if &*language.text != "1" => cx.out.push(
            Diagnostic::error(
                &codes::LANGUAGE_VERSION,
                text::LANGUAGE.with([("number", (&*language.text).into())]),
                language.span,
                text::LANGUAGE_HERE.plain(),
            )
            .help(text::LANGUAGE_HELP.plain()),
        ),
        Some(_) => {}
    }
    match &node.timezone {
        None => lacks(cx, node, "timezone", "timezone \"Asia/Shanghai\""),
        Some(written) => {
            if let Some(zone) = cx.named_zone(written) {
                cx.clock.set_package(package, zone);
                // Answers write instants in the policy's own zone, so the table needs it even if no pattern does.
                if package == ROOT {
                    cx.zone_id(zone, written.span);
                }
            } else {
                cx.clock.unknown.push(package);
            }
        }
    }
    if package != ROOT {
        return;
    }
    cx.model.name = Some(node.declared.name.symbol);
    cx.model.title = title(&node.declared);
    cx.model.header = Some(Origin { span: policy.span, instance: None });
    cx.model.subject_types = node.subject_types.iter().map(|name| name.symbol).collect();
    if let Some(version) = &node.version {
        match version.text.parse::<u64>() {
            Ok(number) => cx.model.version = number,
            Err(_) => cx.out.push(Diagnostic::error(
                &codes::BAD_COUNT,
                text::VERSION.with([("number", (&*version.text).into())]),
                version.span,
                text::VERSION_HERE.plain(),
            )),
        }
    }
}

/// Reported at the head of the package's first file. A package without files is reported by whoever reads the disk.
fn no_header(cx: &mut Cx<'_>, package: PackageId) {
    let Some(file) = cx.sources.files.iter().position(|file| file.package == package) else { return };
    let span = Span { file: FileId(file as u32), start: 0, end: 0 };
    let folder = cx.sources.packages.get(package.0 as usize).map_or(".", |found| &found.path);
    cx.out.push(
        Diagnostic::error(&codes::NO_HEADER, text::NO_HEADER.plain(), span, text::NO_HEADER_HERE.plain())
            // The line at the head of a file says nothing about what is missing.
            .about([folder])
            .help(text::NO_HEADER_HELP.with([("example", EXAMPLE.into())])),
    );
}

fn lacks(cx: &mut Cx<'_>, node: &ast::Policy, line: &str, example: &str) {
    cx.out.push(Diagnostic::error(
        &codes::HEADER_LACKS,
        text::HEADER_LACKS.with([("line", line.into())]),
        node.declared.name.span,
        text::HEADER_LACKS_HERE.with([("example", example.into())]),
    ));
}

fn zone_names(cx: &mut Cx<'_>, headers: &[Option<&Written<'_, ast::Policy>>]) {
    cx.model.package_zones = headers
        .iter()
        .map(|header| header.and_then(|header| header.node.timezone.as_ref()).map_or("UTC", |zone| &zone.text).into())
        .collect();
}

/// The display label of a declaration.
pub(super) fn title(declared: &ast::Declared) -> Option<Box<str>> {
    declared.label.as_ref().map(|label| label.text.clone())
}

/// The former name of a declaration.
pub(super) fn former(declared: &ast::Declared) -> Option<crate::source::Symbol> {
    declared.renamed_from.map(|name| name.symbol)
}
