//! `as_completed` and `TaskGroup`.

use std::rc::Rc;

use super::classes::{Spec, init, itself, of};
use crate::asyncio::as_completed::AsCompleted;
use crate::asyncio::coroutines::Cx;
use crate::asyncio::taskgroups::TaskGroup;
use crate::python::host::Python;
use crate::python::objects::{Args, NativeFn, PyResult, Raised, Value};
use crate::python::vm::Vm;

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![("as_completed", vm.builtin("as_completed", as_completed))]
}

pub(super) const CLASSES: &[Spec] = &[
    Spec::new("TaskGroup", "asyncio.taskgroups", "", GROUP_METHODS),
    Spec::new("_AsCompletedIterator", "asyncio.tasks", "", COMPLETED_METHODS),
];

type Completed = Rc<AsCompleted<Python>>;
type Group = Rc<TaskGroup<Python>>;

/// `asyncio.as_completed(fs, *, timeout=None)`.
fn as_completed(vm: &Vm, args: Args) -> PyResult {
    let [awaitables, timeout] = args.bind_def(vm, "as_completed", "fs * timeout", 1)?;
    let awaitables = awaitables.unwrap_or(Value::None);
    if vm.future_of(&awaitables).is_some() || vm.is_coroutine(&awaitables) {
        let name = vm.class_of(&awaitables).name.borrow().to_string();
        return Err(vm.type_error(&format!("expects an iterable of awaitables, not {name}")));
    }
    let given = vm.collect(&awaitables)?;
    given.iter().try_for_each(|value| vm.hash(value).map(drop))?;
    let given = given.iter().map(|value| vm.to_awaitable(value)).collect::<PyResult<Vec<_>>>()?;
    let iterator = AsCompleted::new(&vm.runtime(), &given, vm.optional_delay(timeout)?)?;
    Ok(vm.native_object(&vm.asyncio_class("_AsCompletedIterator"), iterator))
}

const COMPLETED_METHODS: &[(&str, NativeFn)] = &[
    ("__iter__", itself),
    ("__aiter__", itself),
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
            Some(future) => Ok(cx.host().machine().future_value(&future)),
            None => {
                let vm = cx.host().machine();
                Err(vm.error(&vm.exceptions.stop_async_iteration, ""))
            }
        };
        Ok(vm.native_coroutine("_AsCompletedIterator.__anext__", body))
    }),
];

const GROUP_METHODS: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let [group] = args.bind_def(vm, "TaskGroup.__init__", "self", 1)?;
        init::<Group>(vm, group, TaskGroup::<Python>::new())
    }),
    ("create_task", create_task),
    ("__aenter__", enter),
    ("__aexit__", exit),
    ("__repr__", |vm, args| Ok(Value::string(of::<Group>(vm, &args)?.repr()))),
];

/// `group.create_task(coro, *, name=None, context=None)`.
fn create_task(vm: &Vm, args: Args) -> PyResult {
    let group = of::<Group>(vm, &args)?;
    let [_, coroutine, name, context] =
        args.bind_def(vm, "TaskGroup.create_task", "self coro * name context", 2)?;
    let coroutine = coroutine.unwrap_or(Value::None);
    let options = vm.task_options(&coroutine, name, context)?;
    let task = group.create_task(&vm.runtime(), &coroutine, options.name, options.context)?;
    Ok(vm.future_value(&task))
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
