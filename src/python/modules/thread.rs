//! `_thread`: what `threading` and its like, which are written in Python, need of the machine.

use std::rc::Rc;

use super::contextvars::Context;
use crate::python::objects::{Args, Builtin, BuiltinKind, PyResult, Raised, Value};
use crate::python::vm::Vm;
use crate::python::vm::call::Begun;
use crate::python::vm::frame::{Activation, Input, NativeFrame, NativeStep};
use crate::python::vm::threads::Condition;
use crate::trace::Wait;

pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let wait_until = Builtin { name: "wait_until", kind: BuiltinKind::Frame(wait_until), binds: false };
    vec![
        ("wait_until", Value::Builtin(Rc::new(wait_until))),
        ("start", vm.builtin("start", start)),
        ("current", vm.builtin("current", |vm, _| Ok(vm.threads.current().object.borrow().clone()))),
        ("set_current", vm.builtin("set_current", set_current)),
        ("describe_failure", vm.builtin("describe_failure", describe_failure)),
        ("copy_context", vm.builtin("copy_context", copy_context)),
        ("enter", vm.builtin("enter", enter)),
        ("deprecated", vm.builtin("deprecated", deprecated)),
    ]
}

/// `wait_until(condition, timeout=None, what=None)`: hold the thread until `condition()` is true; false where it is
/// not after so many seconds. `what` is the word for it in the picture.
fn wait_until(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let [condition, timeout, what] = args.bind(vm, "wait_until", "condition timeout what", 1)?;
    let deadline = vm.optional_seconds(timeout)?.map(|timeout| vm.now() + timeout);
    let what = what.as_ref().and_then(Value::as_str).and_then(|what| vm.recorder.intern(what));
    let condition = condition.unwrap_or(Value::None);
    Ok(Box::new(WaitUntil {
        condition,
        deadline,
        what: what.map(|name| Wait::Named { name, object: None }),
        has_parked: false,
    }))
}

struct WaitUntil {
    condition: Value,
    deadline: Option<f64>,
    what: Option<Wait>,
    has_parked: bool,
}

impl NativeFrame for WaitUntil {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        match input {
            Input::Raised(error) => NativeStep::Raise(error),
            Input::Start | Input::Continue => NativeStep::Call(self.condition.clone(), Args::none()),
            Input::Returned(value) | Input::Yielded(value) => match vm.truth(&value) {
                Err(error) => NativeStep::Raise(error),
                Ok(false) if !self.has_parked => {
                    self.has_parked = true;
                    vm.park(self.deadline, Condition::Call(self.condition.clone()), self.what)
                }
                Ok(holds) => NativeStep::Return(Value::Bool(holds)),
            },
        }
    }
}

/// `start(function, thread, name, target)`: begin a thread that calls `function()`; the names are for the picture.
fn start(vm: &Vm, args: Args) -> PyResult {
    let [function, thread, name, target] = args.bind(vm, "start", "function thread name target", 4)?;
    let text = |value: &Option<Value>| vm.str(value.as_ref().unwrap_or(&Value::None));
    let (name, target) = (text(&name)?, text(&target)?);
    if let Begun::Frame(active) = vm.begin_call(function.unwrap_or(Value::None), Args::none())? {
        let thread = thread.unwrap_or(Value::None);
        vm.start_thread(active.body, thread, name.as_str(), target.as_str())?;
    }
    Ok(Value::None)
}

/// `set_current(thread)`: the `threading.Thread` that the running thread is.
fn set_current(vm: &Vm, args: Args) -> PyResult {
    let [thread] = args.bind(vm, "set_current", "thread", 1)?;
    vm.threads.current().object.replace(thread.unwrap_or(Value::None));
    Ok(Value::None)
}

/// `describe_failure(error, is_end=False)`: the traceback of an exception, which may end the running thread.
fn describe_failure(vm: &Vm, args: Args) -> PyResult {
    let [error, is_end] = args.bind(vm, "describe_failure", "error is_end", 1)?;
    vm.threads.current().failed.set(vm.truth(&is_end.unwrap_or(Value::None))?);
    let error = error.as_ref().and_then(Raised::from_value);
    Ok(error.map_or(Value::None, |error| Value::string(vm.format_exception(&error))))
}

/// `copy_context()`: of contextvars.
fn copy_context(vm: &Vm, _args: Args) -> PyResult {
    let copy = vm.state.context.borrow().copy();
    Ok(vm.context_value(&copy))
}

/// `enter(context)`: make it the current one, and give the one before: the two ends of `context.run`.
fn enter(vm: &Vm, args: Args) -> PyResult {
    let [context] = args.bind(vm, "enter", "context", 1)?;
    let context: Rc<Context> = vm.optional_context(context)?.unwrap_or_default();
    let before = vm.state.context.replace(context);
    Ok(vm.context_value(&before))
}

/// `deprecated(message)`: the warning that CPython gives the line of the user's code that runs.
fn deprecated(vm: &Vm, args: Args) -> PyResult {
    let [message] = args.bind(vm, "deprecated", "message", 1)?;
    let message = vm.str(&message.unwrap_or(Value::None))?;
    vm.warn_here("DeprecationWarning", message.as_str(), "");
    Ok(Value::None)
}

impl Vm {
    /// The call of `threading._shutdown()`, where the program has imported that: it waits for what it started.
    pub fn begin_threading_shutdown(&self) -> Option<Activation> {
        let module = self.modules.get_str(&self.intern("threading"))?;
        let shutdown = self.get_attr(&module, &self.intern("_shutdown")).ok()?;
        match self.begin_call(shutdown, Args::none()) {
            Ok(Begun::Frame(active)) => Some(Activation::new(active.body)),
            _ => None,
        }
    }
}
