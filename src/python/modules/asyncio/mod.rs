//! `asyncio`: the scheduler's functions as Python sees them. What they do is in the floor below;
//! here are only arguments and values.

mod classes;
mod event_loop;
mod functions;
mod futures;
mod grouping;
mod handles;
mod instances;
mod locks;
mod out_of_scope;
mod policies;
mod queues;
mod reporting;
mod running;
mod threads;
mod waiting;

pub use futures::install;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::asyncio::base_events::EventLoop;
use crate::asyncio::coroutines::{Cx, NativeCoroutine};
use crate::asyncio::events::Callback;
use crate::asyncio::futures::Awaitable;
use crate::python::code::AwaitIn;
use crate::python::host::{Bound, Python};
use crate::python::objects::{Args, Class, Module, PyResult, Raised, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::BinaryOp;
use crate::python::vm::call::Begun;
use crate::python::vm::frame::{Activation, NativeFrame, Stop};
use crate::python::vm::generator::Generator;
use crate::python::vm::interpreter::Signal;

/// An async generator, and the loop that will close it.
type Open = (Option<EventLoop<Python>>, Weak<Generator>);

/// What the module keeps for a run.
#[derive(Default)]
pub struct State {
    /// The loops that the program has seen, each as one object.
    loops: RefCell<Vec<(EventLoop<Python>, Value)>>,
    /// Each loop's async generators that have begun, in that order.
    async_generators: RefCell<Vec<Open>>,
    /// The runs of loops that have ended with an exception.
    failed: RefCell<Vec<Box<dyn NativeFrame>>>,
    /// Classes that modules make when they are first needed.
    classes: RefCell<Vec<(&'static str, Rc<Class>)>>,
    /// The futures that are more than that to the program.
    instances: instances::Instances,
    /// What the program has given to `set_event_loop_policy`.
    policy: RefCell<Option<Value>>,
    eager_task_factory: RefCell<Option<Value>>,
}

impl State {
    /// Nobody can ask the runs that failed for anything any more.
    pub fn end_failed(&self) {
        let failed = self.failed.take();
        drop(failed);
    }

    pub fn clear(&self) {
        self.end_failed();
        self.loops.take();
        self.async_generators.take();
        self.classes.take();
        self.instances.clear();
        self.policy.take();
        self.eager_task_factory.take();
    }
}

/// The names in the module.
pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let mut names = functions::contents(vm);
    names.extend(running::contents(vm));
    names.extend(classes::contents(vm));
    names.extend(event_loop::contents(vm));
    names.extend(futures::contents(vm));
    names.extend(grouping::contents(vm));
    names.extend(out_of_scope::contents(vm));
    names.extend(policies::contents(vm));
    names.extend(waiting::contents(vm));
    names.extend(threads::contents(vm));
    let exceptions = &vm.exceptions;
    names.extend([
        ("CancelledError", Value::Class(exceptions.cancelled_error.clone())),
        ("InvalidStateError", Value::Class(exceptions.invalid_state_error.clone())),
        ("TimeoutError", Value::Class(exceptions.timeout_error.clone())),
        ("QueueEmpty", Value::Class(exceptions.queue_empty.clone())),
        ("QueueFull", Value::Class(exceptions.queue_full.clone())),
        ("QueueShutDown", Value::Class(exceptions.queue_shut_down.clone())),
        ("BrokenBarrierError", Value::Class(exceptions.broken_barrier_error.clone())),
        ("IncompleteReadError", Value::Class(exceptions.incomplete_read_error.clone())),
        ("LimitOverrunError", Value::Class(exceptions.limit_overrun_error.clone())),
        ("SendfileNotAvailableError", Value::Class(exceptions.sendfile_not_available_error.clone())),
    ]);
    names.extend(submodules(vm, &names));
    names
}

/// `asyncio.tasks`, `asyncio.exceptions`, …: each has all the names of the package.
fn submodules(vm: &Vm, names: &[(&'static str, Value)]) -> Vec<(&'static str, Value)> {
    let dict = vm.new_module("asyncio").dict.clone();
    for (name, value) in names {
        dict.set_str(&vm.intern(name), value.clone());
    }
    // Those of asyncio.subprocess alone.
    for (name, number) in [("PIPE", -1), ("STDOUT", -2), ("DEVNULL", -3)] {
        dict.set(name, Value::int(number));
    }
    let module = |name: &'static str| {
        let path = format!("asyncio.{name}");
        let module = Value::Module(Rc::new(Module { name: vm.intern(&path), dict: dict.clone() }));
        vm.modules.set(&path, module.clone());
        (name, module)
    };
    SUBMODULES.split(' ').map(module).collect()
}

const SUBMODULES: &str = "base_events coroutines events exceptions futures locks protocols queues runners streams \
    subprocess taskgroups tasks timeouts transports";

/// `await value`, for what [`Vm::awaitable`] or `__await__` has given.
///
/// # Errors
/// What it raises.
pub async fn await_value(cx: &Cx<Python>, value: &Value) -> PyResult {
    match value {
        Value::Future(future) => cx.wait(future).await,
        other => cx.delegate(other).await,
    }
}

/// Call something from one of asyncio's coroutines; the call may pause.
///
/// # Errors
/// What it raises.
async fn call(cx: &Cx<Python>, callable: &Value, args: Args) -> PyResult {
    let mut activation = match cx.host().machine().begin_call(callable.clone(), args)? {
        Begun::Value(value) => return Ok(value),
        Begun::Frame(active) => Activation::new(active.body),
    };
    let mut signal = Signal::Start;
    loop {
        match cx.host().machine().run(&mut activation, signal) {
            Stop::Return(value) | Stop::Yield(value) => return Ok(value),
            Stop::Raise(error) => return Err(error),
            Stop::Paused => cx.pause().await,
        }
        signal = Signal::Continue;
    }
}

impl Vm {
    /// A class that a module makes once a run.
    pub fn cached_class(&self, name: &'static str, make: impl FnOnce() -> Rc<Class>) -> Rc<Class> {
        let known = self
            .state
            .asyncio
            .classes
            .borrow()
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, c)| c.clone());
        known.unwrap_or_else(|| {
            let class = make();
            self.state.asyncio.classes.borrow_mut().push((name, class.clone()));
            class
        })
    }

    /// One of asyncio's own coroutines, as an object.
    pub fn native_coroutine<F>(&self, qualname: &'static str, body: impl FnOnce(Cx<Python>) -> F) -> Value
    where
        F: Future<Output = PyResult> + 'static,
    {
        Value::Coroutine(Rc::new(NativeCoroutine::new(&self.runtime(), qualname, body)))
    }

    /// `asyncio.iscoroutine(value)`.
    pub fn is_coroutine(&self, value: &Value) -> bool {
        match value {
            Value::Generator(generator) => generator.is_coroutine(),
            // An awaitable of an async generator has a coroutine's methods.
            Value::Coroutine(_) | Value::AsyncStep(_) => true,
            _ => false,
        }
    }

    /// A future or coroutine, or what can be made one.
    ///
    /// # Errors
    /// TypeError for anything else.
    pub fn to_awaitable(&self, value: &Value) -> PyResult<Awaitable<Python>> {
        if let Some(future) = self.future_of(value) {
            return Ok(Awaitable::Future(future));
        }
        match value {
            value if self.is_coroutine(value) => Ok(Awaitable::Coroutine(value.clone())),
            Value::Generator(generator) if generator.is_awaitable.get() => {
                Ok(self.wrap_awaitable(value.clone()))
            }
            value if self.special(value, "__await__").is_some() => Ok(self.wrap_awaitable(value.clone())),
            refused => {
                let error = self.type_error("An asyncio.Future, a coroutine or an awaitable is required");
                // `ensure_future` and who called it have it in variables of their frames.
                self.hold(&error, std::iter::once(refused.clone()));
                Err(error)
            }
        }
    }

    /// `_wrap_awaitable(awaitable)`: it is asked for its iterator when somebody awaits it.
    fn wrap_awaitable(&self, value: Value) -> Awaitable<Python> {
        let body = async move |cx: Cx<Python>| {
            let iterator = cx.host().machine().awaitable(&value, AwaitIn::Await)?;
            await_value(&cx, &iterator).await
        };
        Awaitable::Coroutine(self.native_coroutine("ensure_future.<locals>._wrap_awaitable", body))
    }

    /// An optional number of seconds.
    ///
    /// # Errors
    /// TypeError where it is neither None nor a number.
    pub fn optional_seconds(&self, value: Option<Value>) -> PyResult<Option<f64>> {
        match value {
            None | Some(Value::None) => Ok(None),
            Some(value) => self.to_float(&value).map(Some),
        }
    }

    /// An optional number of seconds that is added to the loop's time.
    ///
    /// # Errors
    /// TypeError where it is neither None nor can be added to a float.
    fn optional_delay(&self, value: Option<Value>) -> PyResult<Option<f64>> {
        match value {
            None | Some(Value::None) => Ok(None),
            Some(value) => self.delay(&value).map(Some),
        }
    }

    /// A number of seconds that is added to the loop's time.
    ///
    /// # Errors
    /// TypeError where it cannot be added to a float.
    fn delay(&self, value: &Value) -> PyResult<f64> {
        self.binary(BinaryOp::Add, &Value::float(0.0), value)?;
        self.to_float(value)
    }

    /// An async generator is iterated for the first time: its loop will close it.
    pub fn note_async_generator(&self, generator: &Rc<Generator>) {
        let mut known = self.state.asyncio.async_generators.borrow_mut();
        if !known.iter().any(|(_, other)| std::ptr::eq(other.as_ptr(), Rc::as_ptr(generator))) {
            known.retain(|(_, other)| other.strong_count() > 0);
            known.push((self.runtime().running_loop(), Rc::downgrade(generator)));
        }
    }

    /// A loop's async generators that somebody still has, be they over or not, each with its `aclose()`.
    pub fn take_async_generators(&self, event_loop: &EventLoop<Python>) -> Vec<(Value, Value)> {
        use crate::python::vm::generator::AsyncAction;
        let all = self.state.asyncio.async_generators.take();
        let (own, others): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(owner, _)| owner.as_ref() == Some(event_loop));
        self.state.asyncio.async_generators.borrow_mut().extend(others);
        let alive = own.iter().filter_map(|(_, generator)| generator.upgrade());
        alive
            .map(|generator| {
                let close = self.own_async_step(&generator, AsyncAction::Close);
                (Value::Generator(generator), close)
            })
            .collect()
    }

    /// `BaseEventLoop._asyncgen_finalizer_hook(agen)`: nobody holds it any more, so its loop closes it, in a task.
    /// It is `generator` now; it was at `address`.
    pub fn finalize_async_generator(&self, address: usize, generator: Rc<Generator>) {
        use crate::python::vm::generator::AsyncAction;
        let mut known = self.state.asyncio.async_generators.borrow_mut();
        let place = known.iter().position(|(_, other)| other.as_ptr().addr() == address);
        let owner = place.and_then(|place| known.remove(place).0).filter(|owner| !owner.is_closed());
        drop(known);
        let Some(owner) = owner else {
            generator.frame.take();
            return;
        };
        let close = self.own_async_step(&generator, AsyncAction::Close);
        let Ok(create_task) = self.get_attr(&self.loop_value(&owner), &self.intern("create_task")) else {
            return;
        };
        let function = Bound::new(create_task, vec![close]);
        // The loop is open, so nothing is raised.
        let _ = owner.call_soon(Callback::User { function, future: None }, None);
    }

    pub(super) fn not_a_coroutine(&self, value: &Value) -> PyResult<Raised> {
        Ok(self.type_error(&format!("a coroutine was expected, got {}", self.repr(value)?)))
    }
}
