//! The language: from source text to frames that can be resumed.
//!
//! [`syntax`] parses, [`compile`](self::compile()) lowers the tree to the instructions in [`code`], [`vm`] runs them,
//! [`host`] lends the machine to the event loop below. Knows no browser, no wall clock and no files: a [`Run`]
//! is a pure function of the program and its [`Settings`].

mod builtins;
pub mod code;
mod compile;
pub mod host;
mod library;
mod modules;
pub mod objects;
mod run;
mod semantics;
pub mod syntax;
pub mod vm;

pub use run::{Cause, Place, Program, Run, RuntimeError, Settings, Status, compile, syntax_error_text};
pub use syntax::SyntaxError;
pub use vm::Budget;
