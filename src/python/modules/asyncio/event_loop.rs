//! Event loops as objects.

use std::rc::Rc;

use super::classes::{Spec, init, of};
use super::running::Running;
use crate::asyncio::base_events::{EventLoop, TaskFactory};
use crate::asyncio::events::Callback;
use crate::asyncio::run_forever::{RunForever, RunUntilComplete};
use crate::asyncio::runners;
use crate::python::builtins::receiver::positional;
use crate::python::host::{Bound, Python};
use crate::python::modules::contextvars::Context;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::frame::NativeFrame;

pub(super) const CLASSES: &[Spec] = &[
    Spec::new("AbstractEventLoop", "asyncio.events", "", &[("__init__", |_, _| Ok(Value::None))]),
    Spec {
        frames: &[("run_until_complete", run_until_complete), ("run_forever", run_forever)],
        setters: &[("slow_callback_duration", get_slow_callback_duration, set_slow_callback_duration)],
        ..Spec::new("BaseEventLoop", "asyncio.base_events", "AbstractEventLoop", METHODS)
    },
    Spec::new("_UnixSelectorEventLoop", "asyncio.unix_events", "BaseEventLoop", &[]),
];

/// The functions that give loops, and task factories.
pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![
        (
            "get_running_loop",
            vm.builtin("get_running_loop", |vm, args| {
                positional(vm, "_asyncio.get_running_loop", args, 0, 0)?;
                Ok(vm.loop_value(&vm.runtime().get_running_loop()?))
            }),
        ),
        (
            "_get_running_loop",
            vm.builtin("_get_running_loop", |vm, _| {
                Ok(vm.runtime().running_loop().map_or(Value::None, |event_loop| vm.loop_value(&event_loop)))
            }),
        ),
        ("get_event_loop", vm.builtin("get_event_loop", get_event_loop)),
        ("eager_task_factory", vm.eager_task_factory()),
        ("create_eager_task_factory", vm.builtin("create_eager_task_factory", create_eager_task_factory)),
    ]
}

const METHODS: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let [event_loop] = args.bind_def(vm, "BaseEventLoop.__init__", "self", 1)?;
        let event_loop = event_loop.unwrap_or(Value::None);
        let made = vm.runtime().new_event_loop();
        vm.state.asyncio.loops.borrow_mut().push((made.clone(), event_loop.clone()));
        init::<Shared>(vm, Some(event_loop), made)
    }),
    ("time(self)", |vm, args| Ok(Value::float(vm.loop_of(&args)?.time()))),
    ("call_soon", call_soon),
    ("call_soon_threadsafe", call_soon_threadsafe),
    ("call_later", call_later),
    ("call_at", call_at),
    ("create_future(self)", |vm, args| Ok(Value::Future(vm.loop_of(&args)?.create_future()))),
    ("create_task", create_task),
    ("is_running(self)", |vm, args| Ok(Value::Bool(vm.loop_of(&args)?.is_running()))),
    ("is_closed(self)", |vm, args| Ok(Value::Bool(vm.loop_of(&args)?.is_closed()))),
    ("stop(self)", |vm, args| {
        vm.loop_of(&args)?.stop();
        Ok(Value::None)
    }),
    ("close(self)", |vm, args| vm.loop_of(&args)?.close().map(|()| Value::None)),
    ("shutdown_asyncgens(self)", |vm, args| Ok(runners::shutdown_asyncgens(&vm.loop_of(&args)?))),
    ("get_debug(self)", |vm, args| Ok(Value::Bool(vm.loop_of(&args)?.debug()))),
    ("set_debug", |vm, args| {
        let event_loop = vm.loop_of(&args)?;
        let [_, enabled] = args.bind_def(vm, "BaseEventLoop.set_debug", "self enabled", 2)?;
        event_loop.set_debug(vm.truth(&enabled.unwrap_or(Value::None))?);
        Ok(Value::None)
    }),
    ("set_task_factory", set_task_factory),
    ("get_task_factory(self)", |vm, args| {
        Ok(match vm.loop_of(&args)?.task_factory() {
            TaskFactory::Default => Value::None,
            TaskFactory::Eager => vm.eager_task_factory(),
            TaskFactory::User(factory) => factory.callable.clone(),
        })
    }),
    ("set_exception_handler", set_exception_handler),
    ("get_exception_handler(self)", |vm, args| {
        Ok(vm.loop_of(&args)?.exception_handler().map_or(Value::None, |handler| handler.callable.clone()))
    }),
    ("default_exception_handler", |vm, args| {
        let [_, context] = args.bind_def(vm, "BaseEventLoop.default_exception_handler", "self context", 2)?;
        vm.default_exception_handler(&context.unwrap_or(Value::None)).map(|()| Value::None)
    }),
    ("call_exception_handler", |vm, args| {
        let event_loop = vm.loop_of(&args)?;
        let [_, context] = args.bind_def(vm, "BaseEventLoop.call_exception_handler", "self context", 2)?;
        vm.call_exception_handler(&event_loop, context.unwrap_or(Value::None)).map(|()| Value::None)
    }),
    ("__repr__", repr),
];

type Shared = EventLoop<Python>;

/// Give the class the methods that other files have.
pub(super) fn complete(vm: &Vm) {
    let class = vm.asyncio_class("BaseEventLoop");
    vm.add_methods(&class, super::threads::METHODS);
    for (name, method) in super::out_of_scope::methods(vm) {
        class.dict.set(name, method);
    }
}

impl Vm {
    /// The loop as an object, the same each time.
    pub fn loop_value(&self, event_loop: &EventLoop<Python>) -> Value {
        let mut loops = self.state.asyncio.loops.borrow_mut();
        if let Some((_, value)) = loops.iter().find(|(known, _)| known == event_loop) {
            return value.clone();
        }
        let value = self.native_object(&self.asyncio_class("_UnixSelectorEventLoop"), event_loop.clone());
        loops.push((event_loop.clone(), value.clone()));
        value
    }

    /// The loop that an object is.
    ///
    /// # Errors
    /// TypeError where it is none.
    pub fn to_loop(&self, value: &Value) -> PyResult<EventLoop<Python>> {
        match value {
            Value::Object(object) if let Some(event_loop) = object.native::<Shared>() => {
                Ok(event_loop.clone())
            }
            other => {
                let name = self.class_of(other).name.borrow().to_string();
                Err(self.type_error(&format!("an event loop was expected, not {name}")))
            }
        }
    }

    fn loop_of(&self, args: &Args) -> PyResult<EventLoop<Python>> {
        of::<Shared>(self, args)
    }

    /// The loop that is the receiver. In debug mode, not one that runs in another thread.
    fn loop_here(&self, args: &Args) -> PyResult<EventLoop<Python>> {
        let event_loop = self.loop_of(args)?;
        let is_elsewhere = event_loop.debug()
            && event_loop.is_running()
            && self.runtime().running_loop().as_ref() != Some(&event_loop);
        match is_elsewhere {
            true => Err(self.runtime_error(
                "Non-thread-safe operation invoked on an event loop other than the current one",
            )),
            false => Ok(event_loop),
        }
    }

    /// The function of a `functools.partial`.
    pub fn partial_function(&self, value: &Value) -> Option<Value> {
        let Value::Object(object) = value else { return None };
        let class = object.class.borrow();
        let is_partial =
            class.name.borrow().as_str() == "partial" && class.module.borrow().as_str() == "functools";
        is_partial.then(|| object.dict.get_str(&self.intern("func"))).flatten()
    }

    /// `asyncio.eager_task_factory`, the same each time.
    fn eager_task_factory(&self) -> Value {
        self.state
            .asyncio
            .eager_task_factory
            .borrow_mut()
            .get_or_insert_with(|| {
                self.builtin(EAGER_FACTORY, |vm, args| {
                    let task = Value::Class(vm.types.task.clone());
                    eager_task(vm, &task, args)
                })
            })
            .clone()
    }
}

/// `asyncio.get_event_loop()`.
fn get_event_loop(vm: &Vm, args: Args) -> PyResult {
    positional(vm, "_asyncio.get_event_loop", args, 0, 0)?;
    match (vm.runtime().running_loop(), vm.own_policy()) {
        (None, Some(policy)) => vm.call_method(&policy, "get_event_loop", Args::none()),
        _ => Ok(vm.loop_value(&vm.runtime().get_event_loop()?)),
    }
}

/// The `__qualname__` of what makes eager tasks.
const EAGER_FACTORY: &str = "create_eager_task_factory.<locals>.factory";

/// `asyncio.create_eager_task_factory(custom_task_constructor)`.
fn create_eager_task_factory(vm: &Vm, args: Args) -> PyResult {
    let [constructor] = args.bind_def(vm, "create_eager_task_factory", "custom_task_constructor", 1)?;
    let constructor = constructor.unwrap_or(Value::None);
    Ok(vm.closure(EAGER_FACTORY, move |vm, args| eager_task(vm, &constructor, args)))
}

/// `factory(loop, coro, *, name=None, context=None)`.
fn eager_task(vm: &Vm, constructor: &Value, args: Args) -> PyResult {
    let [event_loop, coroutine, name, context] =
        args.bind_def(vm, EAGER_FACTORY, "loop coro * name context", 2)?.map(Option::unwrap_or_default);
    let keywords =
        [("loop", event_loop), ("name", name), ("context", context), ("eager_start", Value::Bool(true))];
    let keywords = keywords.into_iter().map(|(name, value)| (vm.intern(name), value)).collect();
    let positional = vec![coroutine];
    vm.call(constructor, Args { positional, keywords })
}

/// `loop.create_task(coro, *, name=None, context=None)`.
fn create_task(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_of(&args)?;
    let [_, coroutine, name, context] =
        args.bind_def(vm, "BaseEventLoop.create_task", "self coro * name context", 2)?;
    vm.new_task(&event_loop, &coroutine.unwrap_or(Value::None), name, context)
}

/// `loop.set_task_factory(factory)`.
fn set_task_factory(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_of(&args)?;
    let [_, factory] = args.bind_def(vm, "BaseEventLoop.set_task_factory", "self factory", 2)?;
    event_loop.set_task_factory(match factory {
        None | Some(Value::None) => TaskFactory::Default,
        Some(factory) if factory.is(&vm.eager_task_factory()) => TaskFactory::Eager,
        Some(factory) if vm.is_callable(&factory) => TaskFactory::User(Bound::new(factory, Vec::new())),
        Some(_) => return Err(vm.type_error("task factory must be a callable or None")),
    });
    Ok(Value::None)
}

/// The leading arguments, then a callback with its own, and the context.
type Leading = (Vec<Value>, Rc<Bound>, Option<Rc<Context>>);

/// The arguments of what schedules a callback. `leading` names those that come before it.
fn scheduled(vm: &Vm, args: Args, name: &str, leading: &[&str]) -> PyResult<Leading> {
    let Args { mut positional, keywords } = args;
    let mut context = None;
    for (keyword, value) in keywords {
        match keyword.as_str() {
            "context" => context = vm.optional_context(Some(value))?,
            other => {
                let message = format!("BaseEventLoop.{name}() got an unexpected keyword argument '{other}'");
                return Err(vm.type_error(&message));
            }
        }
    }
    let expected = leading.len() + 1;
    if positional.len() <= expected {
        let missing: Vec<_> = leading
            .iter()
            .chain(&["callback"])
            .skip(positional.len() - 1)
            .map(|name| format!("'{name}'"))
            .collect();
        if !missing.is_empty() {
            let plural = if missing.len() == 1 { "" } else { "s" };
            let message = format!(
                "BaseEventLoop.{name}() missing {} required positional argument{plural}: {}",
                missing.len(),
                missing.join(" and ")
            );
            return Err(vm.type_error(&message));
        }
    }
    let mut rest = positional.split_off(expected);
    let callback = rest.remove(0);
    Ok((positional, Bound::new(callback, rest), context))
}

/// `loop._check_callback(callback, method)`, which only debug mode asks for.
fn check_callback(vm: &Vm, event_loop: &EventLoop<Python>, callback: &Value, method: &str) -> PyResult<()> {
    if !event_loop.debug() {
        return Ok(());
    }
    if vm.is_coroutine(callback) || super::functions::makes_coroutines(vm, callback) {
        return Err(vm.type_error(&format!("coroutines cannot be used with {method}()")));
    }
    match vm.is_callable(callback) {
        true => Ok(()),
        false => {
            let given = vm.repr(callback)?;
            Err(vm.type_error(&format!("a callable object was expected by {method}(), got {given}")))
        }
    }
}

fn call_soon(vm: &Vm, args: Args) -> PyResult {
    vm.loop_here(&args)?;
    call_soon_threadsafe(vm, args)
}

/// `loop.call_soon_threadsafe(callback, *args)`: the loop looks at what is ready whenever it waits.
fn call_soon_threadsafe(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_of(&args)?;
    let (_, function, context) = scheduled(vm, args, "call_soon", &[])?;
    check_callback(vm, &event_loop, &function.callable, "call_soon")?;
    let handle = event_loop.call_soon(Callback::User { function, future: None }, context)?;
    Ok(vm.handle_value(&handle))
}

fn call_later(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_here(&args)?;
    let (leading, function, context) = scheduled(vm, args, "call_later", &["delay"])?;
    if matches!(leading.get(1), Some(Value::None)) {
        return Err(vm.type_error("delay must not be None"));
    }
    let delay = vm.delay(leading.get(1).unwrap_or(&Value::None))?;
    check_callback(vm, &event_loop, &function.callable, "call_at")?;
    let handle = event_loop.call_later(delay, Callback::User { function, future: None }, context)?;
    Ok(vm.handle_value(&handle))
}

fn call_at(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_here(&args)?;
    let (leading, function, context) = scheduled(vm, args, "call_at", &["when"])?;
    if matches!(leading.get(1), Some(Value::None)) {
        return Err(vm.type_error("when cannot be None"));
    }
    let given = leading.get(1).cloned().unwrap_or(Value::None);
    let when = vm.to_float(&given)?;
    check_callback(vm, &event_loop, &function.callable, "call_at")?;
    let handle = event_loop.call_at(when, Callback::User { function, future: None }, context)?;
    Ok(vm.timer_value(&handle, given))
}

fn get_slow_callback_duration(vm: &Vm, value: &Value) -> PyResult {
    Ok(Value::float(vm.to_loop(value)?.slow_callback_duration()))
}

fn set_slow_callback_duration(vm: &Vm, value: &Value, seconds: Value) -> PyResult<()> {
    vm.to_loop(value)?.set_slow_callback_duration(vm.to_float(&seconds)?);
    Ok(())
}

/// `loop.set_exception_handler(handler)`.
fn set_exception_handler(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_of(&args)?;
    let [_, handler] = args.bind_def(vm, "BaseEventLoop.set_exception_handler", "self handler", 2)?;
    event_loop.set_exception_handler(match handler {
        None | Some(Value::None) => None,
        Some(handler) if vm.is_callable(&handler) => Some(Bound::new(handler, Vec::new())),
        Some(handler) => {
            let given = vm.repr(&handler)?;
            return Err(vm.type_error(&format!("A callable object or None is expected, got {given}")));
        }
    });
    Ok(Value::None)
}

fn repr(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_of(&args)?;
    let word = |truth| if truth { "True" } else { "False" };
    let class = args.positional.first().map(|value| vm.class_of(value).name.borrow().to_string());
    Ok(Value::string(format!(
        "<{} running={} closed={} debug={}>",
        class.unwrap_or_default(),
        word(event_loop.is_running()),
        word(event_loop.is_closed()),
        word(event_loop.debug())
    )))
}

/// `loop.run_until_complete(future)`.
fn run_until_complete(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let event_loop = vm.loop_of(&args)?;
    let [_, future] = args.bind_def(vm, "BaseEventLoop.run_until_complete", "self future", 2)?;
    let future = future.unwrap_or(Value::None);
    let awaitable = vm.to_awaitable(&future)?;
    match RunUntilComplete::new(&event_loop, &awaitable) {
        Ok(run) => Ok(Box::new(Running::UntilComplete(run))),
        Err(error) => {
            vm.hold(&error, [future].into_iter());
            Err(error)
        }
    }
}

/// `loop.run_forever()`.
fn run_forever(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    Ok(Box::new(Running::Forever(RunForever::new(&vm.loop_of(&args)?)?)))
}
