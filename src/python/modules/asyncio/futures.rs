//! Future and Task as classes, with their methods.

use std::rc::Rc;

use crate::asyncio::done_callbacks::DoneCallback;
use crate::asyncio::futures::FutureRef;
use crate::asyncio::tasks::Task;
use crate::python::host::{Bound, Python};
use crate::python::objects::{Args, Class, Getter, NativeFn, PyResult, Raised, Value};
use crate::python::vm::Vm;

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![("Future", Value::Class(vm.types.future.clone())), ("Task", Value::Class(vm.types.task.clone()))]
}

/// Give the classes their methods.
pub fn install(vm: &Vm) {
    vm.types.future.constructor.set(Some(|vm, class, args| new_future(vm, class, args, None)));
    vm.types.task.constructor.set(Some(|vm, class, args| new_task(vm, class, args, None)));
    for class in [&vm.types.future, &vm.types.task] {
        class.module.replace(vm.intern("_asyncio"));
    }
    vm.add_asyncio_methods(&vm.types.future, FUTURE_METHODS, "takes no arguments (", " given)");
    vm.add_getters(&vm.types.future, FUTURE_GETTERS);
    vm.add_asyncio_methods(&vm.types.task, TASK_METHODS, "takes no arguments (", " given)");
    vm.add_getters(&vm.types.task, TASK_GETTERS);
    for class in [&vm.types.future, &vm.types.task] {
        vm.add_class_methods(class, super::classes::ALIAS);
    }
    vm.types.gathering.module.replace(vm.intern("asyncio.tasks"));
}

const FUTURE_METHODS: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let (object, args) = crate::python::builtins::receiver::split(vm, "Future.__init__", args)?;
        let class = vm.types.future.clone();
        new_future(vm, &class, args, Some(&object))
    }),
    ("result(self)", |vm, args| future_of(vm, &args)?.result()),
    ("exception(self)", |vm, args| {
        Ok(future_of(vm, &args)?.exception()?.map_or(Value::None, |error| error.value()))
    }),
    ("done(self)", |vm, args| Ok(Value::Bool(future_of(vm, &args)?.done()))),
    ("cancelled(self)", |vm, args| Ok(Value::Bool(future_of(vm, &args)?.cancelled()))),
    ("cancel", cancel),
    ("set_result", set_result),
    ("set_exception", set_exception),
    ("add_done_callback", add_done_callback),
    ("remove_done_callback", remove_done_callback),
    ("get_loop(self)", |vm, args| Ok(vm.loop_value(future_of(vm, &args)?.event_loop()))),
    ("_make_cancelled_error", |vm, args| Ok(future_of(vm, &args)?.make_cancelled_error().value())),
    ("__await__", |vm, args| future_of(vm, &args).map(Value::Future)),
    ("__iter__", |vm, args| future_of(vm, &args).map(Value::Future)),
    ("__repr__", |vm, args| {
        let future = future_of(vm, &args)?;
        let text = future.repr();
        let class = args.positional.first().map(|value| vm.class_of(value)).filter(|class| class.is_user);
        Ok(Value::string(match (class, text.split_once(' ')) {
            (Some(class), Some((_, rest))) => format!("<{} {rest}", class.name.borrow()),
            _ => text,
        }))
    }),
];

const FUTURE_GETTERS: &[(&str, Getter)] = &[
    ("_state", |vm, value| Ok(Value::str(of(vm, value)?.state_name()))),
    ("_loop", |vm, value| Ok(vm.loop_value(of(vm, value)?.event_loop()))),
    ("_cancel_message", |vm, value| Ok(of(vm, value)?.cancel_message().unwrap_or(Value::None))),
    ("_asyncio_future_blocking", |vm, value| Ok(Value::Bool(of(vm, value)?.blocking()))),
];

const TASK_METHODS: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let (object, args) = crate::python::builtins::receiver::split(vm, "Task.__init__", args)?;
        let class = vm.types.task.clone();
        new_task(vm, &class, args, Some(&object))
    }),
    ("get_name(self)", |vm, args| Ok(Value::string(with_task(vm, &args, |_, task| task.name())?))),
    ("set_name", set_name),
    ("get_coro(self)", |vm, args| {
        Ok(with_task(vm, &args, |_, task| task.coroutine())?.unwrap_or(Value::None))
    }),
    ("get_context(self)", |vm, args| {
        let context = with_task(vm, &args, |_, task| task.context().clone())?;
        Ok(vm.context_value(&context))
    }),
    ("get_stack", get_stack),
    ("print_stack", print_stack),
    ("cancelling(self)", |vm, args| {
        Ok(Value::int(with_task(vm, &args, |_, task| task.cancelling())? as i64))
    }),
    ("uncancel(self)", |vm, args| {
        Ok(Value::int(
            with_task(vm, &args, |future, task| task.uncancel(future.event_loop().runtime()))? as i64
        ))
    }),
    ("set_result", |vm, _| Err(vm.runtime_error("Task does not support set_result operation"))),
    ("set_exception", |vm, _| Err(vm.runtime_error("Task does not support set_exception operation"))),
];

const TASK_GETTERS: &[(&str, Getter)] = &[
    ("_coro", |vm, value| {
        let args = Args::one(value.clone());
        Ok(with_task(vm, &args, |_, task| task.coroutine())?.unwrap_or(Value::None))
    }),
    ("_fut_waiter", |vm, value| {
        let waiter = with_task(vm, &Args::one(value.clone()), |_, task| task.waiter())?;
        Ok(waiter.map_or(Value::None, |waiter| vm.future_value(&waiter)))
    }),
];

fn of(vm: &Vm, value: &Value) -> PyResult<FutureRef<Python>> {
    vm.future_of(value).ok_or_else(|| vm.runtime_error("Future object is not initialized."))
}

fn future_of(vm: &Vm, args: &Args) -> PyResult<FutureRef<Python>> {
    of(vm, args.positional.first().unwrap_or(&Value::None))
}

fn with_task<T>(
    vm: &Vm,
    args: &Args,
    with: impl FnOnce(&FutureRef<Python>, &Task<Python>) -> T,
) -> PyResult<T> {
    let future = future_of(vm, args)?;
    match future.task() {
        Some(task) => Ok(with(&future, task)),
        None => Err(vm.type_error("a task was expected")),
    }
}

/// `Future(*, loop=None)`; into an object of a derived class, where there is one.
fn new_future(vm: &Vm, _class: &Rc<Class>, args: Args, object: Option<&Value>) -> PyResult {
    let [event_loop] = args.bind(vm, "Future", "* loop", 0)?;
    let event_loop = vm.optional_loop(event_loop)?.map_or_else(|| vm.runtime().get_event_loop(), Ok)?;
    Ok(made(vm, event_loop.create_future(), object))
}

/// `Task(coro, *, loop=None, name=None, context=None, eager_start=False)`; likewise.
fn new_task(vm: &Vm, _class: &Rc<Class>, args: Args, object: Option<&Value>) -> PyResult {
    let [coroutine, event_loop, name, context, eager] =
        args.bind(vm, "Task", "coro * loop name context eager_start", 1)?;
    let coroutine = coroutine.unwrap_or(Value::None);
    let mut options = vm.task_options(&coroutine, name, context)?;
    let event_loop = vm.optional_loop(event_loop)?.map_or_else(|| vm.runtime().get_event_loop(), Ok)?;
    options.eager_start = vm.truth(&eager.unwrap_or(Value::None))?;
    Ok(made(vm, Task::create(&event_loop, &coroutine, options)?, object))
}

fn made(vm: &Vm, future: FutureRef<Python>, object: Option<&Value>) -> Value {
    match object {
        Some(object) => {
            vm.derive_future(object, &future);
            Value::None
        }
        None => Value::Future(future),
    }
}

fn cancel(vm: &Vm, args: Args) -> PyResult {
    let future = future_of(vm, &args)?;
    let [_, message] = args.bind(vm, "cancel", "self msg", 1)?;
    let message = message.filter(|message| !matches!(message, Value::None));
    Ok(Value::Bool(future.cancel(message)?))
}

/// The one argument of `set_result` and `set_exception`, whose errors have words of their own.
fn outcome(vm: &Vm, method: &str, args: Args) -> PyResult {
    let given = args.positional.len().saturating_sub(1);
    match args.positional.into_iter().nth(1) {
        Some(value) if given == 1 => Ok(value),
        _ => {
            let takes = if given == 0 { "exactly 1 positional argument" } else { "at most 1 argument" };
            Err(vm.type_error(&format!("{method}() takes {takes} ({given} given)")))
        }
    }
}

fn set_result(vm: &Vm, args: Args) -> PyResult {
    let future = future_of(vm, &args)?;
    future.set_result(outcome(vm, "set_result", args)?).map(|()| Value::None)
}

fn set_exception(vm: &Vm, args: Args) -> PyResult {
    let future = future_of(vm, &args)?;
    let error = outcome(vm, "set_exception", args)?;
    if future.task().is_none() {
        future.require_pending()?;
    }
    let error = vm.exception_of(&error, "invalid exception object")?;
    future.set_exception(error).map(|()| Value::None)
}

fn add_done_callback(vm: &Vm, args: Args) -> PyResult {
    let future = future_of(vm, &args)?;
    let [_, function, context] = args.bind(vm, "add_done_callback", "self fn * context", 2)?;
    let function = Bound::new(function.unwrap_or(Value::None), Vec::new());
    let context = vm.optional_context(context)?;
    future.add_done_callback(DoneCallback::User(function, context)).map(|()| Value::None)
}

fn remove_done_callback(vm: &Vm, args: Args) -> PyResult {
    let future = future_of(vm, &args)?;
    let [_, function] = args.bind(vm, "remove_done_callback", "self fn /", 2)?;
    let function = Bound::new(function.unwrap_or(Value::None), Vec::new());
    Ok(Value::int(future.remove_done_callback(&function) as i64))
}

fn set_name(vm: &Vm, args: Args) -> PyResult {
    let [task, name] = args.bind(vm, "set_name", "self value /", 2)?;
    let name = vm.str(&name.unwrap_or(Value::None))?.to_string();
    with_task(vm, &Args::positional(task.into_iter().collect()), |future, task| task.set_name(future, name))?;
    Ok(Value::None)
}

/// `task.get_stack(*, limit=None)`: where its coroutine stands, or where its exception came by.
fn get_stack(vm: &Vm, args: Args) -> PyResult {
    let [task, limit] = args.bind(vm, "get_stack", "self * limit", 1)?;
    let task = of(vm, &task.unwrap_or(Value::None))?;
    let limit = match limit {
        None | Some(Value::None) => usize::MAX,
        Some(limit) => usize::try_from(vm.index(&limit)?).unwrap_or(0),
    };
    let coroutine = task.task().and_then(Task::coroutine).unwrap_or(Value::None);
    let frames = match vm.frame_value(&coroutine) {
        Value::None => match task.peek_exception() {
            Some(error) => vm.traceback_frames(&error),
            None => Vec::new(),
        },
        frame => vec![frame],
    };
    Ok(Value::list(frames.into_iter().take(limit).collect()))
}

/// `task.print_stack(*, limit=None, file=None)`.
fn print_stack(vm: &Vm, args: Args) -> PyResult {
    let [task, limit, file] = args.bind(vm, "print_stack", "self * limit file", 1)?;
    let task = task.unwrap_or(Value::None);
    let future = of(vm, &task)?;
    let mut stack = Args::one(task.clone());
    stack.keywords.extend(limit.map(|limit| (vm.intern("limit"), limit)));
    let frames = vm.collect(&get_stack(vm, stack)?)?;
    let error = future.peek_exception();
    let shown = vm.repr(&task)?;
    let heading = match (frames.is_empty(), &error) {
        (true, _) => format!("No stack for {shown}\n"),
        (false, Some(_)) => format!("Traceback for {shown} (most recent call last):\n"),
        (false, None) => format!("Stack for {shown} (most recent call last):\n"),
    };
    let file = file.filter(|file| !matches!(file, Value::None));
    print_to(vm, file.as_ref(), &heading, false)?;
    for frame in &frames {
        print_to(vm, file.as_ref(), &vm.frame_text(frame), true)?;
    }
    if let Some(error) = &error {
        print_to(vm, file.as_ref(), &format!("{}\n", vm.describe(error)), false)?;
    }
    Ok(Value::None)
}

/// Without a file CPython prints the frames to stderr, and the rest to stdout.
fn print_to(vm: &Vm, file: Option<&Value>, text: &str, is_frame: bool) -> PyResult<()> {
    match file {
        Some(file) => vm.call_method(file, "write", Args::one(Value::str(text))).map(drop),
        None if is_frame => {
            vm.tell_stderr(text);
            Ok(())
        }
        None => vm.write_stdout(text),
    }
}

impl Python {
    /// A number of seconds that Python code gave.
    ///
    /// # Errors
    /// TypeError where it cannot be compared with 0.
    pub fn seconds(&self, value: &Value) -> Result<f64, Raised> {
        let vm = self.machine();
        match value {
            Value::Int(..) | Value::Float(..) | Value::Bool(_) | Value::BigInt(_) => vm.to_float(value),
            other => {
                let name = vm.class_of(other).name.borrow().to_string();
                Err(vm.type_error(&format!("'<=' not supported between instances of '{name}' and 'int'")))
            }
        }
    }
}
