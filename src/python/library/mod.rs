//! The modules of the library that are written in Python and carried inside.
//!
//! A module is compiled when it is first imported, by the compiler that programs go through, and runs in a
//! namespace of its own. Its frames are not the user's: tracebacks and events do not tell of them. What needs
//! speed or the machine's inside comes from a native module whose name starts with an underscore.

use std::cell::RefCell;
use std::rc::Rc;

use super::code::{Code, Source};
use super::objects::{Dict, PyResult, Value};
use super::vm::Vm;
use super::vm::frame::Frame;
use super::{compile, syntax};

macro_rules! modules {
    ($($path:literal: $file:literal;)*) => {
        /// Each module's path, file and text.
        const MODULES: &[(&str, &str, &str)] = &[$(($path, $file, include_str!($file))),*];
    };
}

modules! {
    "abc": "abc.py";
    "bisect": "bisect.py";
    "collections": "collections.py";
    "collections.abc": "collections_abc.py";
    "contextlib": "contextlib.py";
    "copy": "copy.py";
    "dataclasses": "dataclasses.py";
    "enum": "enum.py";
    "functools": "functools.py";
    "heapq": "heapq.py";
    "itertools": "itertools.py";
    "string": "string.py";
    "types": "types.py";
}

thread_local! {
    /// What is compiled already: a page runs a program again and again.
    static COMPILED: RefCell<Vec<(&'static str, Rc<Code>)>> = const { RefCell::new(Vec::new()) };
}

/// The compiled module of that path, if the library has it.
///
/// # Errors
/// ImportError where it does not compile.
pub fn code(vm: &Vm, path: &str) -> PyResult<Option<Rc<Code>>> {
    let Some(&(path, file, text)) = MODULES.iter().find(|(known, ..)| *known == path) else {
        return Ok(None);
    };
    let known = COMPILED.with_borrow(|all| all.iter().find(|(known, _)| *known == path).cloned());
    if let Some((_, code)) = known {
        return Ok(Some(code));
    }
    let code = compile_text(vm, text, file)?;
    COMPILED.with_borrow_mut(|all| all.push((path, code.clone())));
    Ok(Some(code))
}

/// Whether the library has modules inside that one.
pub fn is_package(path: &str) -> bool {
    MODULES.iter().any(|(known, ..)| known.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
}

/// The names of all modules that no other contains.
pub fn names() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|&(path, ..)| path).filter(|path| !path.contains(['.', '_']))
}

/// Compile a text as code of the library.
///
/// # Errors
/// ImportError where it does not compile.
pub fn compile_text(vm: &Vm, text: &str, file: &'static str) -> PyResult<Rc<Code>> {
    match syntax::parse(text) {
        Ok(parsed) => Ok(compile::compile(parsed.syntax(), Rc::new(Source::new(text, file)))),
        Err(error) => {
            let message = format!("{file}: {} (line {})", error.message, error.line);
            Err(vm.error(&vm.exceptions.import_error, &message))
        }
    }
}

/// Run a compiled module in that namespace.
///
/// # Errors
/// What it raises.
pub fn execute(vm: &Vm, code: Rc<Code>, namespace: Rc<Dict>) -> PyResult<Value> {
    let mut frame = Box::new(Frame::new(code, namespace.clone()));
    frame.handled_below = vm.handled.borrow().len();
    frame.namespace = Some(namespace);
    vm.run_frame(frame)
}
