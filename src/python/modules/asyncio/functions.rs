//! Functions about tasks: `create_task`, `gather`, `sleep`, `current_task`, …

use crate::asyncio::coroutines::Cx;
use crate::asyncio::futures::FutureRef;
use crate::asyncio::gather;
use crate::asyncio::shield;
use crate::asyncio::sleep::{self, Delay};
use crate::python::host::Python;
use crate::python::modules::time::origin_of;
use crate::python::objects::{Args, PyResult, Set, Value};
use crate::python::vm::Vm;
use std::rc::Rc;

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![
        ("sleep", vm.builtin("sleep", sleep)),
        ("create_task", vm.builtin("create_task", create_task)),
        ("ensure_future", vm.builtin("ensure_future", ensure_future)),
        ("gather", vm.builtin("gather", gather)),
        ("shield", vm.builtin("shield", shield)),
        ("current_task", vm.builtin("current_task", current_task)),
        ("all_tasks", vm.builtin("all_tasks", all_tasks)),
        ("iscoroutine", vm.builtin("iscoroutine", is_coroutine)),
        ("iscoroutinefunction", vm.builtin("iscoroutinefunction", is_coroutine_function)),
        ("isfuture", vm.builtin("isfuture", is_future)),
    ]
}

/// `asyncio.sleep(delay, result=None)`.
fn sleep(vm: &Vm, args: Args) -> PyResult {
    let [delay, result] = args.bind(vm, "sleep", "delay result", 1)?;
    let (delay, result) = (delay.unwrap_or(Value::None), result.unwrap_or(Value::None));
    let body = async move |cx: Cx<Python>| {
        let seconds = cx.host().seconds(&delay)?;
        sleep::sleep(&cx, Delay { seconds, origin: origin_of(&delay) }, result).await
    };
    Ok(vm.native_coroutine("sleep", body))
}

/// `asyncio.create_task(coro, *, name=None, context=None)`.
fn create_task(vm: &Vm, args: Args) -> PyResult {
    let [coroutine, name, context] = args.bind(vm, "create_task", "coro * name context", 1)?;
    let event_loop = vm.runtime().get_running_loop()?;
    let coroutine = coroutine.unwrap_or(Value::None);
    vm.new_task(&event_loop, &coroutine, name, context)
}

impl Vm {
    pub(super) fn new_task(
        &self,
        event_loop: &crate::asyncio::base_events::EventLoop<Python>,
        coroutine: &Value,
        name: Option<Value>,
        context: Option<Value>,
    ) -> PyResult {
        if !self.is_coroutine(coroutine) {
            return Err(self.not_a_coroutine(coroutine)?);
        }
        let name = match name {
            None | Some(Value::None) => None,
            Some(name) => Some(self.str(&name)?.to_string()),
        };
        let context = self.optional_context(context)?;
        Ok(Value::Future(event_loop.create_task(coroutine, name, context)?))
    }

    /// Futures and awaitables of any kind, as futures of the loop.
    pub(super) fn ensure_futures(&self, values: &[Value]) -> PyResult<Vec<FutureRef<Python>>> {
        let event_loop = self.runtime().get_running_loop()?;
        values.iter().map(|value| event_loop.ensure_future(&self.to_awaitable(value)?)).collect()
    }

    /// A set of futures, in the order in which they were given.
    pub(super) fn future_set(&self, futures: Vec<FutureRef<Python>>) -> PyResult {
        let set = Set::new(false);
        for future in futures {
            set.add(self, Value::Future(future))?;
        }
        Ok(Value::Set(Rc::new(set)))
    }
}

/// `asyncio.ensure_future(coro_or_future, *, loop=None)`.
fn ensure_future(vm: &Vm, args: Args) -> PyResult {
    let [awaitable, event_loop] = args.bind(vm, "ensure_future", "coro_or_future * loop", 1)?;
    let awaitable = awaitable.unwrap_or(Value::None);
    if let (Value::Future(_), None) = (&awaitable, &event_loop) {
        return Ok(awaitable);
    }
    let event_loop = match event_loop {
        None | Some(Value::None) => vm.runtime().get_event_loop()?,
        Some(value) => vm.to_loop(&value)?,
    };
    let awaitable = vm.to_awaitable(&awaitable)?;
    Ok(Value::Future(event_loop.ensure_future(&awaitable)?))
}

/// `asyncio.gather(*coros_or_futures, return_exceptions=False)`.
fn gather(vm: &Vm, args: Args) -> PyResult {
    let Args { positional, keywords } = args;
    let mut return_exceptions = false;
    for (name, value) in keywords {
        match name.as_str() {
            "return_exceptions" => return_exceptions = vm.truth(&value)?,
            name => {
                return Err(vm.type_error(&format!("gather() got an unexpected keyword argument '{name}'")));
            }
        }
    }
    let awaitables = positional.iter().map(|value| vm.to_awaitable(value)).collect::<PyResult<Vec<_>>>()?;
    Ok(Value::Future(gather::gather(&vm.runtime(), &awaitables, return_exceptions)?))
}

/// `asyncio.shield(arg)`.
fn shield(vm: &Vm, args: Args) -> PyResult {
    let [inner] = args.bind(vm, "shield", "arg", 1)?;
    let inner = vm.to_awaitable(&inner.unwrap_or(Value::None))?;
    Ok(Value::Future(shield::shield(&vm.runtime(), &inner)?))
}

/// `asyncio.current_task(loop=None)`.
fn current_task(vm: &Vm, args: Args) -> PyResult {
    let [event_loop] = args.bind(vm, "current_task", "loop", 0)?;
    let event_loop = match event_loop {
        None | Some(Value::None) => vm.runtime().get_running_loop()?,
        Some(value) => vm.to_loop(&value)?,
    };
    Ok(event_loop.current_task().map_or(Value::None, Value::Future))
}

/// `asyncio.all_tasks(loop=None)`.
fn all_tasks(vm: &Vm, args: Args) -> PyResult {
    let [event_loop] = args.bind(vm, "all_tasks", "loop", 0)?;
    let event_loop = match event_loop {
        None | Some(Value::None) => vm.runtime().get_running_loop()?,
        Some(value) => vm.to_loop(&value)?,
    };
    vm.future_set(event_loop.all_tasks())
}

fn is_coroutine(vm: &Vm, args: Args) -> PyResult {
    let [value] = args.bind(vm, "iscoroutine", "obj", 1)?;
    Ok(Value::Bool(value.is_some_and(|value| vm.is_coroutine(&value))))
}

fn is_coroutine_function(vm: &Vm, args: Args) -> PyResult {
    use crate::python::code::CodeKind;
    let [value] = args.bind(vm, "iscoroutinefunction", "func", 1)?;
    let mut value = value.unwrap_or(Value::None);
    while let Value::Method(method) = &value {
        value = method.function.clone();
    }
    Ok(Value::Bool(matches!(value, Value::Function(function) if function.code.kind == CodeKind::Coroutine)))
}

fn is_future(vm: &Vm, args: Args) -> PyResult {
    let [value] = args.bind(vm, "isfuture", "obj", 1)?;
    Ok(Value::Bool(matches!(value, Some(Value::Future(_)))))
}
