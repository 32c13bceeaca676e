//! The modules that programs can import. One file a module.

pub mod asyncio;
pub mod contextvars;
pub mod math;
pub mod random;
pub mod sys;
pub mod time;

use std::cell::RefCell;
use std::rc::Rc;

use super::objects::{PyResult, Value};
use super::vm::Vm;

/// What modules keep for a run.
#[derive(Default)]
pub struct State {
    pub asyncio: asyncio::State,
    /// The current context of contextvars.
    pub context: RefCell<Rc<contextvars::Context>>,
}

impl State {
    /// Let go of everything.
    pub fn clear(&self) {
        self.asyncio.clear();
        self.context.take();
    }
}

/// The names in a module; None where the playground does not carry it.
///
/// # Errors
/// What making it raises.
pub fn contents(vm: &Vm, path: &str) -> PyResult<Option<Vec<(&'static str, Value)>>> {
    Ok(Some(match path {
        "asyncio" => asyncio::contents(vm),
        "contextvars" | "_contextvars" => contextvars::contents(vm),
        "math" => math::contents(vm)?,
        "random" => random::contents(vm)?,
        "sys" => sys::contents(vm),
        "time" => time::contents(vm),
        _ => return Ok(None),
    }))
}

/// Whether a module has modules in it.
pub fn is_package(path: &str) -> bool {
    path == "asyncio"
}
