//! asyncio's ways to other threads. Most of them are in the library's `asyncio.threads`, which is written in
//! Python and loaded when it is first needed.

use crate::asyncio::base_events::EventLoop;
use crate::asyncio::futures::FutureRef;
use crate::asyncio::runners;
use crate::python::host::Python;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

const MODULE: &str = "asyncio.threads";

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let functions: [(&str, NativeFn); 3] = [
        ("to_thread", |vm, args| call(vm, "to_thread", args)),
        ("run_coroutine_threadsafe", |vm, args| call(vm, "run_coroutine_threadsafe", args)),
        ("wrap_future", |vm, args| call(vm, "wrap_future", args)),
    ];
    functions.into_iter().map(|(name, function)| (name, vm.builtin(name, function))).collect()
}

/// The methods of loops.
pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("run_in_executor", |vm, args| call(vm, "run_in_executor", args)),
    ("set_default_executor", |vm, args| call(vm, "set_default_executor", args)),
    ("shutdown_default_executor", shutdown_default_executor),
];

/// Call that function of the library's module.
fn call(vm: &Vm, name: &str, args: Args) -> PyResult {
    vm.import(MODULE, 0)?;
    let module = vm.modules.get_str(&vm.intern(MODULE)).unwrap_or(Value::None);
    vm.call_method(&module, name, args)
}

/// `loop.shutdown_default_executor(timeout=None)`.
fn shutdown_default_executor(vm: &Vm, args: Args) -> PyResult {
    let [event_loop, timeout] = args.bind(vm, "shutdown_default_executor", "self timeout", 1)?;
    let event_loop = vm.to_loop(&event_loop.unwrap_or(Value::None))?;
    vm.import(MODULE, 0)?;
    Ok(runners::shutdown_default_executor(&event_loop, vm.optional_seconds(timeout)?))
}

impl Vm {
    /// Begin to shut down the loop's executor, if any loop ever had one.
    pub fn shutdown_executor(&self, event_loop: &EventLoop<Python>) -> Option<FutureRef<Python>> {
        self.modules.get_str(&self.intern(MODULE))?;
        match call(self, "shutdown_default_executor", Args::one(self.loop_value(event_loop))) {
            Ok(Value::Future(future)) => Some(future),
            _ => None,
        }
    }
}
