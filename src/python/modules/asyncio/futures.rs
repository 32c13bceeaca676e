//! Future and Task as classes, with their methods.

use std::rc::Rc;

use crate::asyncio::done_callbacks::DoneCallback;
use crate::asyncio::futures::FutureRef;
use crate::asyncio::tasks::Task;
use crate::python::host::{Bound, Python};
use crate::python::objects::{Args, Class, NativeFn, PyResult, Raised, Value};
use crate::python::vm::Vm;

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![("Future", Value::Class(vm.types.future.clone())), ("Task", Value::Class(vm.types.task.clone()))]
}

/// Give the classes their methods.
pub fn install(vm: &Vm) {
    vm.types.future.constructor.set(Some(new_future));
    vm.types.task.constructor.set(Some(new_task));
    for class in [&vm.types.future, &vm.types.task] {
        class.module.replace(vm.intern("_asyncio"));
        vm.add_methods(class, FUTURE_METHODS);
    }
    vm.add_methods(&vm.types.task, TASK_METHODS);
}

const FUTURE_METHODS: &[(&str, NativeFn)] = &[
    ("result", |vm, args| future_of(vm, &args)?.result()),
    ("exception", |vm, args| {
        Ok(future_of(vm, &args)?.exception()?.map_or(Value::None, |error| error.value()))
    }),
    ("done", |vm, args| Ok(Value::Bool(future_of(vm, &args)?.done()))),
    ("cancelled", |vm, args| Ok(Value::Bool(future_of(vm, &args)?.cancelled()))),
    ("cancel", cancel),
    ("set_result", set_result),
    ("set_exception", set_exception),
    ("add_done_callback", add_done_callback),
    ("remove_done_callback", remove_done_callback),
    ("get_loop", |vm, args| Ok(vm.loop_value(future_of(vm, &args)?.event_loop()))),
    ("__await__", |_, args| Ok(args.positional.into_iter().next().unwrap_or(Value::None))),
    ("__iter__", |_, args| Ok(args.positional.into_iter().next().unwrap_or(Value::None))),
    ("__repr__", |vm, args| Ok(Value::string(future_of(vm, &args)?.repr()))),
];

const TASK_METHODS: &[(&str, NativeFn)] = &[
    ("get_name", |vm, args| Ok(Value::string(with_task(vm, &args, |_, task| task.name())?))),
    ("set_name", set_name),
    ("get_coro", |vm, args| Ok(with_task(vm, &args, |_, task| task.coroutine())?.unwrap_or(Value::None))),
    ("get_context", |vm, args| {
        let context = with_task(vm, &args, |_, task| task.context().clone())?;
        Ok(vm.context_value(&context))
    }),
    ("cancelling", |vm, args| Ok(Value::int(with_task(vm, &args, |_, task| task.cancelling())? as i64))),
    ("uncancel", |vm, args| Ok(Value::int(with_task(vm, &args, |_, task| task.uncancel())? as i64))),
    ("set_result", |vm, _| Err(vm.runtime_error("Task does not support set_result operation"))),
    ("set_exception", |vm, _| Err(vm.runtime_error("Task does not support set_exception operation"))),
];

fn future_of(vm: &Vm, args: &Args) -> PyResult<FutureRef<Python>> {
    match args.positional.first() {
        Some(Value::Future(future)) => Ok(future.clone()),
        _ => Err(vm.type_error("a future was expected")),
    }
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

/// `Future(*, loop=None)`.
fn new_future(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let [event_loop] = args.bind(vm, "Future", "* loop", 0)?;
    let event_loop = match event_loop {
        None | Some(Value::None) => vm.runtime().get_event_loop()?,
        Some(value) => vm.to_loop(&value)?,
    };
    Ok(Value::Future(event_loop.create_future()))
}

/// `Task(coro, *, loop=None, name=None, context=None, eager_start=False)`.
fn new_task(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    use crate::asyncio::tasks::TaskOptions;
    let [coroutine, event_loop, name, context, eager] =
        args.bind(vm, "Task", "coro * loop name context eager_start", 1)?;
    let coroutine = coroutine.unwrap_or(Value::None);
    if !vm.is_coroutine(&coroutine) {
        return Err(vm.not_a_coroutine(&coroutine)?);
    }
    let event_loop = match event_loop {
        None | Some(Value::None) => vm.runtime().get_event_loop()?,
        Some(value) => vm.to_loop(&value)?,
    };
    let name = match name {
        None | Some(Value::None) => None,
        Some(name) => Some(vm.str(&name)?.to_string()),
    };
    let eager_start = vm.truth(&eager.unwrap_or(Value::None))?;
    let options = TaskOptions { name, context: vm.optional_context(context)?, eager_start };
    Ok(Value::Future(Task::create(&event_loop, &coroutine, options)?))
}

fn cancel(vm: &Vm, args: Args) -> PyResult {
    let [future, message] = args.bind(vm, "cancel", "self msg", 1)?;
    let Some(Value::Future(future)) = future else { return Err(vm.type_error("a future was expected")) };
    let message = message.filter(|message| !matches!(message, Value::None));
    Ok(Value::Bool(future.cancel(message)?))
}

fn set_result(vm: &Vm, args: Args) -> PyResult {
    let [future, result] = args.bind(vm, "set_result", "self result /", 2)?;
    let Some(Value::Future(future)) = future else { return Err(vm.type_error("a future was expected")) };
    future.set_result(result.unwrap_or(Value::None)).map(|()| Value::None)
}

fn set_exception(vm: &Vm, args: Args) -> PyResult {
    let [future, error] = args.bind(vm, "set_exception", "self exception /", 2)?;
    let Some(Value::Future(future)) = future else { return Err(vm.type_error("a future was expected")) };
    let error = error.unwrap_or(Value::None);
    let error = vm.exception_of(&error, "invalid exception object")?;
    future.set_exception(error).map(|()| Value::None)
}

fn add_done_callback(vm: &Vm, args: Args) -> PyResult {
    let [future, function, context] = args.bind(vm, "add_done_callback", "self fn * context", 2)?;
    let Some(Value::Future(future)) = future else { return Err(vm.type_error("a future was expected")) };
    let function = Bound::new(function.unwrap_or(Value::None), Vec::new());
    let context = vm.optional_context(context)?.unwrap_or_else(|| vm.state.context.borrow().copy());
    future.add_done_callback(DoneCallback::User(function, context)).map(|()| Value::None)
}

fn remove_done_callback(vm: &Vm, args: Args) -> PyResult {
    let [future, function] = args.bind(vm, "remove_done_callback", "self fn /", 2)?;
    let Some(Value::Future(future)) = future else { return Err(vm.type_error("a future was expected")) };
    let function = Bound::new(function.unwrap_or(Value::None), Vec::new());
    Ok(Value::int(future.remove_done_callback(&function) as i64))
}

fn set_name(vm: &Vm, args: Args) -> PyResult {
    let [task, name] = args.bind(vm, "set_name", "self value /", 2)?;
    let name = vm.str(&name.unwrap_or(Value::None))?.to_string();
    with_task(vm, &Args::positional(task.into_iter().collect()), |future, task| task.set_name(future, name))?;
    Ok(Value::None)
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
