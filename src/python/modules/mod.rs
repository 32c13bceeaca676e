//! The modules that programs can import. One file a module.

pub mod asyncio;
pub mod contextvars;
mod frames;
mod json;
pub mod math;
pub mod native;
pub mod random;
mod re;
pub mod sys;
pub mod thread;
pub mod time;

use std::cell::RefCell;
use std::rc::Rc;

use super::library;
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
        "_frames" => frames::contents(vm),
        "_json" => json::contents(vm),
        "_re" => re::contents(vm),
        "asyncio" => asyncio::contents(vm),
        "contextvars" | "_contextvars" => contextvars::contents(vm),
        "_native" => native::contents(vm),
        "math" => math::contents(vm)?,
        "random" => random::contents(vm)?,
        "_sys" => sys::contents(vm),
        "_thread" => thread::contents(vm),
        "_time" => time::contents(vm),
        _ => return Ok(None),
    }))
}

/// Whether a module has modules in it.
pub fn is_package(path: &str) -> bool {
    path == "asyncio" || library::is_package(path)
}

/// Modules that talk to the world outside, which a page has not.
const OUTSIDE: &str = " aiofiles aiohttp asyncpg ftplib http.client http.server httpx multiprocessing redis requests select \
    selectors smtplib socket socketserver sqlite3 ssl subprocess urllib.request urllib3 uvloop \
    websockets ";

/// What the playground offers instead of a module that it does not carry.
pub fn instead_of(path: &str) -> Option<String> {
    let native = ["asyncio", "contextvars", "math", "random"];
    let mut names: Vec<&str> = native.into_iter().chain(library::names()).collect();
    names.sort_unstable();
    let first = path.split('.').next().unwrap_or_default();
    let missing = if names.contains(&first) { path } else { first };
    if OUTSIDE.split(' ').any(|known| known == missing) {
        let advice = "a page has no network and no processes; let asyncio.sleep() stand in for the waiting";
        return Some(format!("The playground has no '{missing}': {advice}"));
    }
    (missing == first && !names.contains(&first))
        .then(|| format!("The playground has no '{first}'; it has {}", names.join(", ")))
}
