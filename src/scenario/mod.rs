//! `rolecall test`: runs the tests that a policy carries against its table.
