//! `rolecall serve` from outside: the real program on a free port of this machine.

mod client;
mod interop;
mod limits;
mod server;
mod standard;
