//! Event loops and handles as objects.

use std::rc::Rc;

use super::running::Running;
use crate::asyncio::base_events::EventLoop;
use crate::asyncio::events::{Callback, HandleRef};
use crate::asyncio::run_forever::{RunForever, RunUntilComplete};
use crate::python::host::{Bound, Python};
use crate::python::modules::contextvars::Context;
use crate::python::objects::{Args, Builtin, BuiltinKind, Class, NativeFn, NativeObject, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::frame::NativeFrame;

/// The functions that give loops.
pub(super) fn functions(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![
        (
            "get_running_loop",
            vm.builtin("get_running_loop", |vm, _| Ok(vm.loop_value(&vm.runtime().get_running_loop()?))),
        ),
        (
            "get_event_loop",
            vm.builtin("get_event_loop", |vm, _| Ok(vm.loop_value(&vm.runtime().get_event_loop()?))),
        ),
        (
            "new_event_loop",
            vm.builtin("new_event_loop", |vm, _| Ok(vm.loop_value(&vm.runtime().new_event_loop()))),
        ),
        ("set_event_loop", vm.builtin("set_event_loop", set_event_loop)),
    ]
}

const METHODS: &[(&str, NativeFn)] = &[
    ("time", |vm, args| Ok(Value::float(vm.loop_of(&args)?.time()))),
    ("call_soon", call_soon),
    ("call_soon_threadsafe", call_soon_threadsafe),
    ("call_later", call_later),
    ("call_at", call_at),
    ("create_future", |vm, args| Ok(Value::Future(vm.loop_of(&args)?.create_future()))),
    ("create_task", create_task),
    ("is_running", |vm, args| Ok(Value::Bool(vm.loop_of(&args)?.is_running()))),
    ("is_closed", |vm, args| Ok(Value::Bool(vm.loop_of(&args)?.is_closed()))),
    ("stop", |vm, args| {
        vm.loop_of(&args)?.stop();
        Ok(Value::None)
    }),
    ("close", |vm, args| vm.loop_of(&args)?.close().map(|()| Value::None)),
    ("get_debug", |vm, args| Ok(Value::Bool(vm.loop_of(&args)?.debug()))),
    ("set_debug", set_debug),
    ("set_exception_handler", set_exception_handler),
    ("get_exception_handler", get_exception_handler),
    ("__repr__", repr),
];

impl Vm {
    fn loop_class(&self) -> Rc<Class> {
        self.asyncio_class("_UnixSelectorEventLoop", || {
            let class = self.native_class("_UnixSelectorEventLoop", "asyncio.unix_events", METHODS);
            self.add_methods(&class, super::threads::METHODS);
            for (name, function) in [
                ("run_until_complete", run_until_complete as fn(&Vm, Args) -> PyResult<Box<dyn NativeFrame>>),
                ("run_forever", run_forever),
            ] {
                let method = Builtin { name, kind: BuiltinKind::Frame(function), binds: true };
                class.dict.set(name, Value::Builtin(Rc::new(method)));
            }
            class
        })
    }

    /// The loop as an object, the same each time.
    pub fn loop_value(&self, event_loop: &EventLoop<Python>) -> Value {
        let mut loops = self.state.asyncio.loops.borrow_mut();
        if let Some((_, value)) = loops.iter().find(|(known, _)| known == event_loop) {
            return value.clone();
        }
        let body = Box::new(event_loop.clone());
        let value = Value::Native(Rc::new(NativeObject { class: self.loop_class(), body }));
        loops.push((event_loop.clone(), value.clone()));
        value
    }

    /// The loop that an object is.
    ///
    /// # Errors
    /// TypeError where it is none.
    pub fn to_loop(&self, value: &Value) -> PyResult<EventLoop<Python>> {
        match value {
            Value::Native(native) if let Some(event_loop) = native.get::<EventLoop<Python>>() => {
                Ok(event_loop.clone())
            }
            other => {
                let name = self.class_of(other).name.borrow().to_string();
                Err(self.type_error(&format!("an event loop was expected, not {name}")))
            }
        }
    }

    fn loop_of(&self, args: &Args) -> PyResult<EventLoop<Python>> {
        self.to_loop(args.positional.first().unwrap_or(&Value::None))
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

    /// A handle as an object.
    pub fn handle_value(&self, handle: &HandleRef<Python>) -> Value {
        self.timer_value(handle, handle.when().map_or(Value::None, Value::float))
    }

    /// A handle as an object, with the time as it was given.
    fn timer_value(&self, handle: &HandleRef<Python>, when: Value) -> Value {
        let name = if handle.when().is_some() { "TimerHandle" } else { "Handle" };
        let class = self.asyncio_class(name, || self.native_class(name, "asyncio.events", HANDLE_METHODS));
        Value::Native(Rc::new(NativeObject {
            class,
            body: Box::new(Scheduled { handle: handle.clone(), when }),
        }))
    }

    /// A `contextvars.Context` as an object.
    pub fn context_value(&self, context: &Rc<Context>) -> Value {
        let class = self.asyncio_class("Context", || self.native_class("Context", "_contextvars", &[]));
        Value::Native(Rc::new(NativeObject { class, body: Box::new(context.clone()) }))
    }

    /// The context that an argument names.
    ///
    /// # Errors
    /// TypeError where it is neither None nor a context.
    pub fn optional_context(&self, value: Option<Value>) -> PyResult<Option<Rc<Context>>> {
        match value {
            None | Some(Value::None) => Ok(None),
            Some(value) => match &value {
                Value::Native(native) if let Some(context) = native.get::<Rc<Context>>() => {
                    Ok(Some(context.clone()))
                }
                _ => Err(self.type_error("an instance of Context was expected")),
            },
        }
    }

    /// The function of a `functools.partial`.
    pub fn partial_function(&self, native: &NativeObject) -> Option<Value> {
        native.get::<Rc<Bound>>().map(|bound| bound.callable.clone())
    }
}

fn set_event_loop(vm: &Vm, args: Args) -> PyResult {
    let [event_loop] = args.bind(vm, "set_event_loop", "loop", 1)?;
    let event_loop = match event_loop {
        None | Some(Value::None) => None,
        Some(value) => Some(vm.to_loop(&value)?),
    };
    vm.runtime().set_event_loop(event_loop);
    Ok(Value::None)
}

fn create_task(vm: &Vm, args: Args) -> PyResult {
    let [event_loop, coroutine, name, context] =
        args.bind(vm, "create_task", "self coro * name context", 2)?;
    let event_loop = vm.to_loop(&event_loop.unwrap_or(Value::None))?;
    vm.new_task(&event_loop, &coroutine.unwrap_or(Value::None), name, context)
}

/// The leading arguments, then a callback with its own, and the context.
type Leading = (Vec<Value>, Rc<Bound>, Option<Rc<Context>>);

fn scheduled(vm: &Vm, args: Args, name: &str, leading: usize) -> PyResult<Leading> {
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
    if positional.len() <= leading {
        let missing =
            if leading > 1 && positional.len() < leading { "'delay' and 'callback'" } else { "'callback'" };
        let message = format!("BaseEventLoop.{name}() missing 1 required positional argument: {missing}");
        return Err(vm.type_error(&message));
    }
    let mut rest = positional.split_off(leading);
    let callback = rest.remove(0);
    Ok((positional, Bound::new(callback, rest), context))
}

fn call_soon(vm: &Vm, args: Args) -> PyResult {
    vm.loop_here(&args)?;
    call_soon_threadsafe(vm, args)
}

/// `loop.call_soon_threadsafe(callback, *args)`: the loop looks at what is ready whenever it waits.
fn call_soon_threadsafe(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_of(&args)?;
    let (_, function, context) = scheduled(vm, args, "call_soon", 1)?;
    let handle = event_loop.call_soon(Callback::User { function, future: None }, context)?;
    Ok(vm.handle_value(&handle))
}

fn call_later(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_here(&args)?;
    let (leading, function, context) = scheduled(vm, args, "call_later", 2)?;
    if matches!(leading.get(1), Some(Value::None)) {
        return Err(vm.type_error("delay must not be None"));
    }
    let delay = vm.to_float(leading.get(1).unwrap_or(&Value::None))?;
    let handle = event_loop.call_later(delay, Callback::User { function, future: None }, context)?;
    Ok(vm.handle_value(&handle))
}

fn call_at(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_here(&args)?;
    let (leading, function, context) = scheduled(vm, args, "call_at", 2)?;
    if matches!(leading.get(1), Some(Value::None)) {
        return Err(vm.type_error("when cannot be None"));
    }
    let given = leading.get(1).cloned().unwrap_or(Value::None);
    let when = vm.to_float(&given)?;
    let handle = event_loop.call_at(when, Callback::User { function, future: None }, context)?;
    Ok(vm.timer_value(&handle, given))
}

fn set_debug(vm: &Vm, args: Args) -> PyResult {
    let [event_loop, enabled] = args.bind(vm, "set_debug", "self enabled", 2)?;
    let enabled = vm.truth(&enabled.unwrap_or(Value::None))?;
    vm.to_loop(&event_loop.unwrap_or(Value::None))?.set_debug(enabled);
    Ok(Value::None)
}

fn set_exception_handler(vm: &Vm, args: Args) -> PyResult {
    let [event_loop, handler] = args.bind(vm, "set_exception_handler", "self handler", 2)?;
    let handler = match handler {
        None | Some(Value::None) => None,
        Some(handler) => Some(Bound::new(handler, Vec::new())),
    };
    vm.to_loop(&event_loop.unwrap_or(Value::None))?.set_exception_handler(handler);
    Ok(Value::None)
}

fn get_exception_handler(vm: &Vm, args: Args) -> PyResult {
    Ok(vm.loop_of(&args)?.exception_handler().map_or(Value::None, |handler| handler.callable.clone()))
}

fn repr(vm: &Vm, args: Args) -> PyResult {
    let event_loop = vm.loop_of(&args)?;
    let word = |truth| if truth { "True" } else { "False" };
    Ok(Value::string(format!(
        "<_UnixSelectorEventLoop running={} closed={} debug={}>",
        word(event_loop.is_running()),
        word(event_loop.is_closed()),
        word(event_loop.debug())
    )))
}

/// `loop.run_until_complete(future)`.
fn run_until_complete(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let [event_loop, future] = args.bind(vm, "run_until_complete", "self future", 2)?;
    let event_loop = vm.to_loop(&event_loop.unwrap_or(Value::None))?;
    let awaitable = vm.to_awaitable(&future.unwrap_or(Value::None))?;
    Ok(Box::new(Running::UntilComplete(RunUntilComplete::new(&event_loop, &awaitable)?)))
}

/// `loop.run_forever()`.
fn run_forever(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    Ok(Box::new(Running::Forever(RunForever::new(&vm.loop_of(&args)?)?)))
}

const HANDLE_METHODS: &[(&str, NativeFn)] = &[
    ("cancel", |vm, args| {
        handle_of(vm, &args)?.cancel();
        Ok(Value::None)
    }),
    ("cancelled", |vm, args| Ok(Value::Bool(handle_of(vm, &args)?.cancelled()))),
    ("when", |vm, args| match scheduled_of(vm, &args)?.when.clone() {
        Value::None => Err(vm.attribute_error("'Handle' object has no attribute 'when'")),
        when => Ok(when),
    }),
    ("get_context", |vm, args| {
        let handle = handle_of(vm, &args)?;
        Ok(vm.context_value(handle.context()))
    }),
];

/// A handle, and the time that it was given.
struct Scheduled {
    handle: HandleRef<Python>,
    when: Value,
}

fn scheduled_of<'a>(vm: &Vm, args: &'a Args) -> PyResult<&'a Scheduled> {
    match args.positional.first() {
        Some(Value::Native(native)) if let Some(scheduled) = native.get::<Scheduled>() => Ok(scheduled),
        _ => Err(vm.type_error("a handle was expected")),
    }
}

fn handle_of(vm: &Vm, args: &Args) -> PyResult<HandleRef<Python>> {
    Ok(scheduled_of(vm, args)?.handle.clone())
}
