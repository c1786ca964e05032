//! `rolecall serve` from outside: the real program on a free port of this machine.

mod client;
mod decision_log;
mod gateways;
mod interop;
mod limits;
mod openapi;
mod page;
mod reload;
mod secrets;
mod server;
mod standard;
