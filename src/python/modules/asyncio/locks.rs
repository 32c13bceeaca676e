//! `Lock`, `Event`, `Semaphore` and `BoundedSemaphore`.

use std::rc::Rc;

use super::grouping::of;
use crate::asyncio::coroutines::Cx;
use crate::asyncio::locks;
use crate::python::host::Python;
use crate::python::objects::{Args, Class, NativeFn, NativeObject, PyResult, Value};
use crate::python::vm::Vm;

type Lock = Rc<locks::Lock<Python>>;
type Event = Rc<locks::Event<Python>>;
type Semaphore = Rc<locks::Semaphore<Python>>;

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let class = |name, constructor, methods| {
        let class = vm.asyncio_class(name, || vm.native_class(name, "asyncio.locks", methods));
        class.constructor.set(Some(constructor));
        (name, Value::Class(class))
    };
    vec![
        class("Lock", new_lock as Constructor, LOCK_METHODS),
        class("Event", new_event, EVENT_METHODS),
        class("Semaphore", new_semaphore, SEMAPHORE_METHODS),
        class("BoundedSemaphore", new_bounded_semaphore, SEMAPHORE_METHODS),
    ]
}

type Constructor = fn(&Vm, &Rc<Class>, Args) -> PyResult;

fn object<T: 'static>(class: &Rc<Class>, inner: T) -> Value {
    Value::Native(Rc::new(NativeObject { class: class.clone(), body: Box::new(inner) }))
}

/// `<asyncio.locks.Lock object at 0x… [locked]>`.
fn repr(vm: &Vm, args: &Args, status: &str) -> PyResult {
    let value = args.positional.first().cloned().unwrap_or(Value::None);
    let (name, place) = (vm.class_of(&value).full_name(), vm.id_of(&value));
    Ok(Value::string(format!("<{name} object at {place:#x} [{status}]>")))
}

/// `Lock()`.
fn new_lock(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    let [] = args.bind(vm, "Lock", "", 0)?;
    Ok(object::<Lock>(class, locks::Lock::new()))
}

const LOCK_METHODS: &[(&str, NativeFn)] = &[
    ("locked", |vm, args| Ok(Value::Bool(of::<Lock>(vm, &args)?.locked()))),
    ("acquire", |vm, args| acquire_lock(vm, &args, "Lock.acquire", Value::Bool(true))),
    ("release", |vm, args| of::<Lock>(vm, &args)?.release(&vm.runtime()).map(|()| Value::None)),
    ("__aenter__", |vm, args| acquire_lock(vm, &args, "_ContextManagerMixin.__aenter__", Value::None)),
    ("__aexit__", |vm, args| {
        let lock = of::<Lock>(vm, &args)?;
        let body = async move |cx: Cx<Python>| lock.release(cx.runtime()).map(|()| Value::None);
        Ok(vm.native_coroutine("_ContextManagerMixin.__aexit__", body))
    }),
    ("__repr__", |vm, args| {
        let status = of::<Lock>(vm, &args)?.status();
        repr(vm, &args, &status)
    }),
];

fn acquire_lock(vm: &Vm, args: &Args, qualname: &'static str, result: Value) -> PyResult {
    let lock = of::<Lock>(vm, args)?;
    let body = async move |cx: Cx<Python>| lock.acquire(&cx).await.map(|()| result);
    Ok(vm.native_coroutine(qualname, body))
}

/// `Event()`.
fn new_event(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    let [] = args.bind(vm, "Event", "", 0)?;
    Ok(object::<Event>(class, locks::Event::new()))
}

const EVENT_METHODS: &[(&str, NativeFn)] = &[
    ("is_set", |vm, args| Ok(Value::Bool(of::<Event>(vm, &args)?.is_set()))),
    ("set", |vm, args| of::<Event>(vm, &args)?.set().map(|()| Value::None)),
    ("clear", |vm, args| {
        of::<Event>(vm, &args)?.clear();
        Ok(Value::None)
    }),
    ("wait", |vm, args| {
        let event = of::<Event>(vm, &args)?;
        let body = async move |cx: Cx<Python>| event.wait(&cx).await.map(|()| Value::Bool(true));
        Ok(vm.native_coroutine("Event.wait", body))
    }),
    ("__repr__", |vm, args| {
        let status = of::<Event>(vm, &args)?.status();
        repr(vm, &args, &status)
    }),
];

/// `Semaphore(value=1)`.
fn new_semaphore(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    counting(vm, class, args, false)
}

/// `BoundedSemaphore(value=1)`.
fn new_bounded_semaphore(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    counting(vm, class, args, true)
}

fn counting(vm: &Vm, class: &Rc<Class>, args: Args, bounded: bool) -> PyResult {
    let [value] = args.bind(vm, "Semaphore", "value", 0)?;
    let value = value.map_or(Ok(1), |value| vm.index(&value))?;
    Ok(object::<Semaphore>(class, locks::Semaphore::new(&vm.runtime(), value, bounded)?))
}

const SEMAPHORE_METHODS: &[(&str, NativeFn)] = &[
    ("locked", |vm, args| Ok(Value::Bool(of::<Semaphore>(vm, &args)?.locked()))),
    ("acquire", |vm, args| acquire_semaphore(vm, &args, "Semaphore.acquire", Value::Bool(true))),
    ("release", |vm, args| of::<Semaphore>(vm, &args)?.release(&vm.runtime()).map(|()| Value::None)),
    ("__aenter__", |vm, args| acquire_semaphore(vm, &args, "_ContextManagerMixin.__aenter__", Value::None)),
    ("__aexit__", |vm, args| {
        let semaphore = of::<Semaphore>(vm, &args)?;
        let body = async move |cx: Cx<Python>| semaphore.release(cx.runtime()).map(|()| Value::None);
        Ok(vm.native_coroutine("_ContextManagerMixin.__aexit__", body))
    }),
    ("__repr__", |vm, args| {
        let status = of::<Semaphore>(vm, &args)?.status();
        repr(vm, &args, &status)
    }),
];

fn acquire_semaphore(vm: &Vm, args: &Args, qualname: &'static str, result: Value) -> PyResult {
    let semaphore = of::<Semaphore>(vm, args)?;
    let body = async move |cx: Cx<Python>| semaphore.acquire(&cx).await.map(|()| result);
    Ok(vm.native_coroutine(qualname, body))
}
