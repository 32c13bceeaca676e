//! `wait`, `wait_for`, `timeout`: waiting for some of several, or not for ever.

use std::rc::Rc;

use super::classes::{Spec, init, of};
use super::functions::until_refused;
use crate::asyncio::coroutines::{Cx, NativeCoroutine};
use crate::asyncio::timeouts::Timeout;
use crate::asyncio::wait::{self, ReturnWhen};
use crate::python::code::AwaitIn;
use crate::python::host::Python;
use crate::python::objects::{Args, NativeFn, PyResult, Raised, Value};
use crate::python::vm::Vm;
use crate::python::vm::compare::CompareOp;

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![
        ("wait", vm.builtin("wait", wait)),
        ("wait_for", vm.builtin("wait_for", wait_for)),
        ("timeout", vm.builtin("timeout", timeout)),
        ("timeout_at", vm.builtin("timeout_at", timeout_at)),
        ("FIRST_COMPLETED", Value::str("FIRST_COMPLETED")),
        ("FIRST_EXCEPTION", Value::str("FIRST_EXCEPTION")),
        ("ALL_COMPLETED", Value::str("ALL_COMPLETED")),
    ]
}

/// `asyncio.wait(fs, *, timeout=None, return_when=ALL_COMPLETED)`.
fn wait(vm: &Vm, args: Args) -> PyResult {
    let [futures, timeout, return_when] = args.bind_def(vm, "wait", "fs * timeout return_when", 1)?;
    let futures = futures.unwrap_or(Value::None);
    let given = futures.clone();
    let body = async move |cx: Cx<Python>| {
        let vm = cx.host().machine();
        if vm.future_of(&futures).is_some() || vm.is_coroutine(&futures) {
            let name = vm.class_of(&futures).name.borrow().to_string();
            return Err(vm.type_error(&format!("expect a list of futures, not {name}")));
        }
        if !vm.truth(&futures)? {
            return Err(vm.value_error("Set of Tasks/Futures is empty."));
        }
        let return_when = match return_when.as_ref() {
            None => ReturnWhen::AllCompleted,
            Some(value) => match value.as_str().and_then(ReturnWhen::from_name) {
                Some(when) => when,
                None => {
                    let text = vm.str(value)?;
                    return Err(vm.value_error(&format!("Invalid return_when value: {text}")));
                }
            },
        };
        let given = vm.collect(&futures)?;
        given.iter().try_for_each(|value| vm.hash(value).map(drop))?;
        if given.iter().any(|value| vm.is_coroutine(value)) {
            return Err(vm.type_error("Passing coroutines is forbidden, use tasks explicitly."));
        }
        let timeout = vm.optional_delay(timeout)?;
        let (futures, refusal) = until_refused(&given, |value| vm.future_to_wait_for(value));
        drop(vm);
        let (done, pending) = wait::wait_before(&cx, futures, timeout, return_when, refusal).await?;
        let vm = cx.host().machine();
        Ok(Value::tuple(vec![vm.future_set(done)?, vm.future_set(pending)?]))
    };
    let coroutine = NativeCoroutine::new(&vm.runtime(), "wait", body);
    Ok(Value::Coroutine(Rc::new(coroutine.with_local(given))))
}

/// `asyncio.wait_for(fut, timeout)`.
fn wait_for(vm: &Vm, args: Args) -> PyResult {
    let [future, timeout] = args.bind_def(vm, "wait_for", "fut timeout", 2)?;
    let future = future.unwrap_or(Value::None);
    let given = future.clone();
    let body = async move |cx: Cx<Python>| {
        let (awaitable, timeout) = {
            let vm = cx.host().machine();
            if let Some(timeout) = timeout.as_ref().filter(|timeout| !matches!(timeout, Value::None)) {
                vm.compare(CompareOp::LessEqual, timeout, &Value::int(0))?;
            }
            let timeout = vm.optional_seconds(timeout)?;
            if timeout.is_none_or(|timeout| timeout > 0.0)
                && vm.future_of(&future).is_none()
                && let Err(error) = vm.awaitable(&future, AwaitIn::Await)
            {
                // It is awaited as it is, which is told of what cannot be awaited.
                return wait::wait_for_nothing(&cx, timeout, error);
            }
            (vm.to_awaitable(&future)?, timeout)
        };
        wait::wait_for(&cx, awaitable, timeout).await
    };
    let coroutine = NativeCoroutine::new(&vm.runtime(), "wait_for", body);
    Ok(Value::Coroutine(Rc::new(coroutine.with_local(given))))
}

pub(super) const CLASSES: &[Spec] = &[Spec::new("Timeout", "asyncio.timeouts", "", TIMEOUT_METHODS)];

const TIMEOUT_METHODS: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let [timeout, when] = args.bind_def(vm, "Timeout.__init__", "self when", 2)?;
        init::<Shared>(vm, timeout, Timeout::at(vm.optional_seconds(when)?))
    }),
    ("__aenter__", enter),
    ("__aexit__", exit),
    ("when(self)", |vm, args| Ok(of::<Shared>(vm, &args)?.when().map_or(Value::None, Value::float))),
    ("expired(self)", |vm, args| Ok(Value::Bool(of::<Shared>(vm, &args)?.expired()))),
    ("reschedule", reschedule),
    ("__repr__", |vm, args| Ok(Value::string(of::<Shared>(vm, &args)?.repr()))),
];

type Shared = Rc<Timeout<Python>>;

fn new_timeout(vm: &Vm, timeout: Shared) -> Value {
    vm.native_object(&vm.asyncio_class("Timeout"), timeout)
}

/// `asyncio.timeout(delay)`.
fn timeout(vm: &Vm, args: Args) -> PyResult {
    let [delay] = args.bind_def(vm, "timeout", "delay", 1)?;
    let delay = match delay {
        None | Some(Value::None) => None,
        Some(delay) => Some(vm.delay(&delay)?),
    };
    Ok(new_timeout(vm, Timeout::after(&vm.runtime(), delay)?))
}

/// `asyncio.timeout_at(when)`.
fn timeout_at(vm: &Vm, args: Args) -> PyResult {
    let [when] = args.bind_def(vm, "timeout_at", "when", 1)?;
    Ok(new_timeout(vm, Timeout::at(vm.optional_seconds(when)?)))
}

fn enter(vm: &Vm, args: Args) -> PyResult {
    let timeout = of::<Shared>(vm, &args)?;
    let value = args.positional.into_iter().next().unwrap_or(Value::None);
    let body = async move |cx: Cx<Python>| {
        timeout.enter(cx.runtime())?;
        Ok(value)
    };
    Ok(vm.native_coroutine("Timeout.__aenter__", body))
}

fn exit(vm: &Vm, args: Args) -> PyResult {
    let timeout = of::<Shared>(vm, &args)?;
    let error = args.positional.get(2).and_then(Raised::from_value);
    let body = async move |cx: Cx<Python>| {
        timeout.exit(cx.runtime(), error.as_ref())?;
        Ok(Value::None)
    };
    Ok(vm.native_coroutine("Timeout.__aexit__", body))
}

fn reschedule(vm: &Vm, args: Args) -> PyResult {
    let timeout = of::<Shared>(vm, &args)?;
    let [_, when] = args.bind_def(vm, "Timeout.reschedule", "self when", 2)?;
    timeout.reschedule(&vm.runtime(), vm.optional_seconds(when)?).map(|()| Value::None)
}
