//! `asyncio`: the scheduler's functions as Python sees them. What they do is in the floor below;
//! here are only arguments and values.

mod event_loop;
mod functions;
mod futures;
mod grouping;
mod locks;
mod queues;
mod running;
mod threads;
mod waiting;

pub use futures::install;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::asyncio::base_events::EventLoop;
use crate::asyncio::coroutines::{Cx, NativeCoroutine};
use crate::asyncio::events::NativeCallback;
use crate::asyncio::futures::{Awaitable, FutureRef};
use crate::python::code::AwaitIn;
use crate::python::host::Python;
use crate::python::objects::{Class, PyResult, Raised, Value};
use crate::python::vm::Vm;
use crate::python::vm::frame::NativeFrame;
use crate::python::vm::generator::Generator;

/// An async generator, and the loop that will close it.
type Begun = (EventLoop<Python>, Weak<Generator>);

/// What the module keeps for a run.
#[derive(Default)]
pub struct State {
    /// The loops that the program has seen, each as one object.
    loops: RefCell<Vec<(EventLoop<Python>, Value)>>,
    /// Each loop's async generators that have begun, in that order.
    async_generators: RefCell<Vec<Begun>>,
    /// The runs of loops that have ended with an exception.
    failed: RefCell<Vec<Box<dyn NativeFrame>>>,
    /// Classes of the module that have no place among the built-in types.
    classes: RefCell<Vec<(&'static str, Rc<Class>)>>,
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
    }
}

/// The names in the module.
pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let mut names = functions::contents(vm);
    names.extend(running::contents(vm));
    names.extend(waiting::contents(vm));
    names.extend(futures::contents(vm));
    names.extend(grouping::contents(vm));
    names.extend(locks::contents(vm));
    names.extend(queues::contents(vm));
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
    ]);
    names
}

impl Vm {
    /// A class that the module makes once a run.
    pub(super) fn asyncio_class(&self, name: &'static str, make: impl FnOnce() -> Rc<Class>) -> Rc<Class> {
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
        match value {
            Value::Future(future) => Ok(Awaitable::Future(future.clone())),
            value if self.is_coroutine(value) => Ok(Awaitable::Coroutine(value.clone())),
            value if self.special(value, "__await__").is_some() => Ok(self.wrap_awaitable(value.clone())),
            _ => Err(self.type_error("An asyncio.Future, a coroutine or an awaitable is required")),
        }
    }

    /// `_wrap_awaitable(awaitable)`: it is asked for its iterator when somebody awaits it.
    fn wrap_awaitable(&self, value: Value) -> Awaitable<Python> {
        let body = async move |cx: Cx<Python>| match cx.host().machine().awaitable(&value, AwaitIn::Await)? {
            Value::Future(future) => cx.wait(&future).await,
            iterator => cx.delegate(&iterator).await,
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

    /// An async generator is iterated for the first time: its loop will close it.
    pub fn note_async_generator(&self, generator: &Rc<Generator>) {
        if generator.is_known.replace(true) {
            return;
        }
        if let Some(event_loop) = self.runtime().running_loop() {
            self.state.asyncio.async_generators.borrow_mut().push((event_loop, Rc::downgrade(generator)));
        }
    }

    /// An async generator is dropped: the loop that was to close it, if it can still.
    pub fn forget_async_generator(&self, generator: &Generator) -> Option<EventLoop<Python>> {
        let mut known = self.state.asyncio.async_generators.borrow_mut();
        let place = known.iter().position(|(_, other)| std::ptr::eq(other.as_ptr(), generator))?;
        let (event_loop, _) = known.remove(place);
        Some(event_loop).filter(|event_loop| !event_loop.is_closed())
    }

    /// `loop.call_soon_threadsafe(loop.create_task, coro)`.
    pub fn create_task_soon(&self, event_loop: &EventLoop<Python>, coroutine: Value) {
        let callback = CreateTask { event_loop: event_loop.clone(), coroutine };
        // It fails only where the loop is closed, and then there is nobody to tell.
        drop(event_loop.call_soon_native(Rc::new(callback)));
    }

    /// A loop's async generators that are not over, each with its `aclose()`.
    pub fn take_async_generators(&self, event_loop: &EventLoop<Python>) -> Vec<(Value, Value)> {
        use crate::python::vm::generator::{AsyncAction, State};
        let all = self.state.asyncio.async_generators.take();
        let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(owner, _)| owner == event_loop);
        self.state.asyncio.async_generators.replace(others);
        let alive = own.into_iter().filter_map(|(_, generator)| generator.upgrade());
        let open = alive.filter(|generator| generator.state.get() != State::Closed);
        open.map(|generator| {
            let close = self.async_step(&generator, AsyncAction::Close);
            (Value::Generator(generator), close)
        })
        .collect()
    }

    pub(super) fn not_a_coroutine(&self, value: &Value) -> PyResult<Raised> {
        Ok(self.type_error(&format!("a coroutine was expected, got {}", self.repr(value)?)))
    }
}

/// `loop.create_task(coro)`, as a callback.
struct CreateTask {
    event_loop: EventLoop<Python>,
    coroutine: Value,
}

impl NativeCallback<Python> for CreateTask {
    fn name(&self) -> &'static str {
        "BaseEventLoop.create_task"
    }

    fn call(self: Rc<Self>, _: Option<&FutureRef<Python>>) -> PyResult<()> {
        self.event_loop.create_task(&self.coroutine, None, None).map(drop)
    }
}
