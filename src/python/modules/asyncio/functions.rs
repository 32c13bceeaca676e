//! Functions about tasks: `create_task`, `gather`, `sleep`, `current_task`, …

use crate::asyncio::base_events::TaskFactory;
use crate::asyncio::coroutines::Cx;
use crate::asyncio::futures::FutureRef;
use crate::asyncio::gather;
use crate::asyncio::shield;
use crate::asyncio::sleep::{self, Delay};
use crate::asyncio::tasks::TaskOptions;
use crate::python::host::Python;
use crate::python::modules::time::origin_of;
use crate::python::objects::{Args, PyResult, Raised, Set, Value, unexpected_keyword};
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
    let [delay, result] = args.bind_def(vm, "sleep", "delay result", 1)?;
    let (delay, result) = (delay.unwrap_or(Value::None), result.unwrap_or(Value::None));
    let body = async move |cx: Cx<Python>| {
        let seconds = cx.host().seconds(&delay)?;
        sleep::sleep(&cx, Delay { seconds, origin: origin_of(&delay) }, result).await
    };
    Ok(vm.native_coroutine("sleep", body))
}

/// `asyncio.create_task(coro, *, name=None, context=None)`.
fn create_task(vm: &Vm, args: Args) -> PyResult {
    let [coroutine, name, context] = args.bind_def(vm, "create_task", "coro * name context", 1)?;
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
        let options = match event_loop.task_factory() {
            // What it makes of anything else is the factory's affair.
            TaskFactory::User(_) => self.options(name, context)?,
            TaskFactory::Default | TaskFactory::Eager => self.task_options(coroutine, name, context)?,
        };
        Ok(self.future_value(&event_loop.create_task(coroutine, options.name, options.context)?))
    }

    /// What a task is made with.
    ///
    /// # Errors
    /// TypeError where it is no coroutine, or no context; what the name's `__str__` raises.
    pub(super) fn task_options(
        &self,
        coroutine: &Value,
        name: Option<Value>,
        context: Option<Value>,
    ) -> PyResult<TaskOptions<Python>> {
        if !self.is_coroutine(coroutine) {
            return Err(self.not_a_coroutine(coroutine)?);
        }
        self.options(name, context)
    }

    fn options(&self, name: Option<Value>, context: Option<Value>) -> PyResult<TaskOptions<Python>> {
        let name = match name {
            None | Some(Value::None) => None,
            Some(name) => Some(self.str(&name)?.to_string()),
        };
        Ok(TaskOptions { name, context: self.optional_context(context)?, eager_start: false })
    }

    /// What `wait` adds its callback to.
    ///
    /// # Errors
    /// AttributeError for what takes no callbacks.
    pub(super) fn future_to_wait_for(&self, value: &Value) -> PyResult<FutureRef<Python>> {
        self.future_of(value).ok_or_else(|| {
            let name = self.class_of(value).name.borrow().to_string();
            self.attribute_error(&format!("'{name}' object has no attribute 'add_done_callback'"))
        })
    }

    /// A set of futures, in the order in which they were given.
    pub(super) fn future_set(&self, futures: Vec<FutureRef<Python>>) -> PyResult {
        let set = Set::new(false);
        for future in futures {
            set.add(self, self.future_value(&future))?;
        }
        Ok(Value::Set(Rc::new(set)))
    }
}

/// `asyncio.ensure_future(coro_or_future, *, loop=None)`.
fn ensure_future(vm: &Vm, args: Args) -> PyResult {
    let [awaitable, event_loop] = args.bind_def(vm, "ensure_future", "coro_or_future * loop", 1)?;
    let awaitable = awaitable.unwrap_or(Value::None);
    let event_loop = vm.optional_loop(event_loop)?;
    if vm.future_of(&awaitable).is_some() && event_loop.is_none() {
        return Ok(awaitable);
    }
    let given = vm.to_awaitable(&awaitable)?;
    let event_loop = event_loop.map_or_else(|| vm.runtime().get_event_loop(), Ok)?;
    Ok(vm.future_value(&event_loop.ensure_future(&given)?))
}

/// `asyncio.gather(*coros_or_futures, return_exceptions=False)`.
fn gather(vm: &Vm, args: Args) -> PyResult {
    let Args { positional, keywords } = args;
    let mut return_exceptions = false;
    for (name, value) in keywords {
        match name.as_str() {
            "return_exceptions" => return_exceptions = vm.truth(&value)?,
            name => {
                let known = [vm.intern("return_exceptions")];
                return Err(vm.type_error(&unexpected_keyword("gather", name, &known)));
            }
        }
    }
    let (awaitables, refusal) =
        until_refused(&positional, |value| vm.hash(value).and_then(|_| vm.to_awaitable(value)));
    let gathered = gather::gather_before(&vm.runtime(), &awaitables, return_exceptions, refusal);
    // The traceback knows the arguments.
    gathered.map(Value::Future).inspect_err(|error| vm.hold(error, positional.iter().cloned()))
}

/// What the values are to a function that goes through them and stops at the first that it cannot use.
pub(super) fn until_refused<T>(
    values: &[Value],
    convert: impl Fn(&Value) -> PyResult<T>,
) -> (Vec<T>, Option<Raised>) {
    let mut refusal = None;
    let converted =
        values.iter().map_while(|value| convert(value).map_err(|error| refusal = Some(error)).ok());
    (converted.collect(), refusal)
}

/// `asyncio.shield(arg)`.
fn shield(vm: &Vm, args: Args) -> PyResult {
    let [inner] = args.bind_def(vm, "shield", "arg", 1)?;
    let inner = vm.to_awaitable(&inner.unwrap_or(Value::None))?;
    Ok(vm.future_value(&shield::shield(&vm.runtime(), &inner)?))
}

/// `asyncio.current_task(loop=None)`.
fn current_task(vm: &Vm, args: Args) -> PyResult {
    let [event_loop] = args.bind(vm, "current_task", "loop", 0)?;
    let event_loop = vm.optional_loop(event_loop)?.map_or_else(|| vm.runtime().get_running_loop(), Ok)?;
    Ok(event_loop.current_task().map_or(Value::None, |task| vm.future_value(&task)))
}

/// `asyncio.all_tasks(loop=None)`.
fn all_tasks(vm: &Vm, args: Args) -> PyResult {
    let [event_loop] = args.bind_def(vm, "all_tasks", "loop", 0)?;
    let event_loop = vm.optional_loop(event_loop)?.map_or_else(|| vm.runtime().get_running_loop(), Ok)?;
    vm.future_set(event_loop.all_tasks())
}

fn is_coroutine(vm: &Vm, args: Args) -> PyResult {
    let [value] = args.bind_def(vm, "iscoroutine", "obj", 1)?;
    Ok(Value::Bool(value.is_some_and(|value| vm.is_coroutine(&value))))
}

fn is_coroutine_function(vm: &Vm, args: Args) -> PyResult {
    let [value] = args.bind_def(vm, "iscoroutinefunction", "func", 1)?;
    Ok(Value::Bool(value.is_some_and(|value| makes_coroutines(vm, &value))))
}

/// `asyncio.iscoroutinefunction(value)`.
pub(super) fn makes_coroutines(vm: &Vm, value: &Value) -> bool {
    use crate::python::code::CodeKind;
    match value {
        Value::Method(method) => makes_coroutines(vm, &method.function),
        Value::Function(function) => function.code.kind == CodeKind::Coroutine,
        Value::Builtin(builtin) => {
            COROUTINE_FUNCTIONS.contains(&builtin.name) && is_own(vm, builtin.name, value)
        }
        other => vm.partial_function(other).is_some_and(|inner| makes_coroutines(vm, &inner)),
    }
}

/// Whether the value is the module's function of that name, and not `time.sleep`.
fn is_own(vm: &Vm, name: &str, value: &Value) -> bool {
    match vm.modules.get_str(&vm.intern("asyncio")) {
        Some(Value::Module(module)) => module.dict.get_str(&vm.intern(name)).is_some_and(|own| own.is(value)),
        _ => false,
    }
}

/// Those of asyncio's own that are `async def` in CPython.
const COROUTINE_FUNCTIONS: &[&str] =
    &["sleep", "wait", "wait_for", "to_thread", "open_connection", "start_server"];

fn is_future(vm: &Vm, args: Args) -> PyResult {
    let [value] = args.bind_def(vm, "isfuture", "obj", 1)?;
    Ok(Value::Bool(value.is_some_and(|value| vm.future_of(&value).is_some())))
}
