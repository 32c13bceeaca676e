//! `as_completed` and `TaskGroup`.

use std::rc::Rc;

use crate::asyncio::as_completed::AsCompleted;
use crate::asyncio::coroutines::Cx;
use crate::asyncio::taskgroups::TaskGroup;
use crate::python::host::Python;
use crate::python::objects::{Args, Class, NativeFn, NativeObject, PyResult, Raised, Value};
use crate::python::vm::Vm;

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let class =
        vm.asyncio_class("TaskGroup", || vm.native_class("TaskGroup", "asyncio.taskgroups", GROUP_METHODS));
    class.constructor.set(Some(new_group));
    vec![("as_completed", vm.builtin("as_completed", as_completed)), ("TaskGroup", Value::Class(class))]
}

type Completed = Rc<AsCompleted<Python>>;
type Group = Rc<TaskGroup<Python>>;

/// `asyncio.as_completed(fs, *, timeout=None)`.
fn as_completed(vm: &Vm, args: Args) -> PyResult {
    let [awaitables, timeout] = args.bind(vm, "as_completed", "fs * timeout", 1)?;
    let awaitables = awaitables.unwrap_or(Value::None);
    if matches!(awaitables, Value::Future(_)) || vm.is_coroutine(&awaitables) {
        let name = vm.class_of(&awaitables).name.borrow().to_string();
        return Err(vm.type_error(&format!("expect an iterable of futures, not {name}")));
    }
    let given = vm.collect(&awaitables)?;
    let given = given.iter().map(|value| vm.to_awaitable(value)).collect::<PyResult<Vec<_>>>()?;
    let iterator = AsCompleted::new(&vm.runtime(), &given, vm.optional_seconds(timeout)?)?;
    let class = vm.asyncio_class("_AsCompletedIterator", || {
        vm.native_class("_AsCompletedIterator", "asyncio.tasks", COMPLETED_METHODS)
    });
    Ok(Value::Native(Rc::new(NativeObject { class, body: Box::new(iterator) })))
}

const COMPLETED_METHODS: &[(&str, NativeFn)] = &[
    ("__iter__", |_, args| Ok(args.positional.into_iter().next().unwrap_or(Value::None))),
    ("__aiter__", |_, args| Ok(args.positional.into_iter().next().unwrap_or(Value::None))),
    ("__next__", |vm, args| match of::<Completed>(vm, &args)?.next() {
        Some(coroutine) => {
            let itself = args.positional.into_iter().next().unwrap_or(Value::None);
            Ok(Value::Coroutine(Rc::new(coroutine.with_local(itself))))
        }
        None => Err(vm.stop_iteration(Value::None)),
    }),
    ("__anext__", |vm, args| {
        let iterator = of::<Completed>(vm, &args)?;
        let body = async move |cx: Cx<Python>| match iterator.anext(&cx).await? {
            Some(future) => Ok(Value::Future(future)),
            None => {
                let vm = cx.host().machine();
                Err(vm.error(&vm.exceptions.stop_async_iteration, ""))
            }
        };
        Ok(vm.native_coroutine("_AsCompletedIterator.__anext__", body))
    }),
];

/// What an object of this module holds.
pub(super) fn of<T: Clone + 'static>(vm: &Vm, args: &Args) -> PyResult<T> {
    match args.positional.first() {
        Some(Value::Native(native)) if let Some(inner) = native.get::<T>() => Ok(inner.clone()),
        _ => Err(vm.type_error("an asyncio object was expected")),
    }
}

/// `TaskGroup()`.
fn new_group(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    let [] = args.bind(vm, "TaskGroup", "", 0)?;
    Ok(Value::Native(Rc::new(NativeObject {
        class: class.clone(),
        body: Box::new(TaskGroup::<Python>::new()),
    })))
}

const GROUP_METHODS: &[(&str, NativeFn)] = &[
    ("create_task", create_task),
    ("__aenter__", enter),
    ("__aexit__", exit),
    ("__repr__", |vm, args| Ok(Value::string(of::<Group>(vm, &args)?.repr()))),
];

/// `group.create_task(coro, *, name=None, context=None)`.
fn create_task(vm: &Vm, args: Args) -> PyResult {
    let group = of::<Group>(vm, &args)?;
    let [_, coroutine, name, context] = args.bind(vm, "create_task", "self coro * name context", 2)?;
    let coroutine = coroutine.unwrap_or(Value::None);
    let name = match name {
        None | Some(Value::None) => None,
        Some(name) => Some(vm.str(&name)?.to_string()),
    };
    if !vm.is_coroutine(&coroutine) {
        return Err(vm.not_a_coroutine(&coroutine)?);
    }
    let context = vm.optional_context(context)?;
    Ok(Value::Future(group.create_task(&vm.runtime(), &coroutine, name, context)?))
}

fn enter(vm: &Vm, args: Args) -> PyResult {
    let group = of::<Group>(vm, &args)?;
    let value = args.positional.into_iter().next().unwrap_or(Value::None);
    let body = async move |cx: Cx<Python>| {
        group.enter(cx.runtime())?;
        Ok(value)
    };
    Ok(vm.native_coroutine("TaskGroup.__aenter__", body))
}

fn exit(vm: &Vm, args: Args) -> PyResult {
    let group = of::<Group>(vm, &args)?;
    let error = args.positional.get(2).and_then(Raised::from_value);
    let body = async move |cx: Cx<Python>| {
        group.exit(&cx, error).await?;
        Ok(Value::None)
    };
    Ok(vm.native_coroutine("TaskGroup.__aexit__", body))
}
