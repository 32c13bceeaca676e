//! `Queue`, `LifoQueue` and `PriorityQueue`.

use std::rc::Rc;

use super::grouping::of;
use crate::asyncio::coroutines::Cx;
use crate::asyncio::queues::{Fifo, Lifo, Priority, Queue};
use crate::python::host::Python;
use crate::python::objects::{Args, Class, NativeFn, NativeObject, PyResult, Value};
use crate::python::vm::Vm;

type Shared = Rc<Queue<Python>>;

pub(super) fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let class = |name, constructor: fn(&Vm, &Rc<Class>, Args) -> PyResult| {
        let class = vm.asyncio_class(name, || vm.native_class(name, "asyncio.queues", METHODS));
        class.constructor.set(Some(constructor));
        (name, Value::Class(class))
    };
    vec![
        class("Queue", |vm, class, args| {
            let maxsize = maxsize(vm, args)?;
            Ok(object(class, Queue::new(Fifo::default(), maxsize)))
        }),
        class("LifoQueue", |vm, class, args| {
            let maxsize = maxsize(vm, args)?;
            Ok(object(class, Queue::new(Lifo::default(), maxsize)))
        }),
        class("PriorityQueue", |vm, class, args| {
            let maxsize = maxsize(vm, args)?;
            Ok(object(class, Queue::new(Priority::new(vm.runtime().host()), maxsize)))
        }),
    ]
}

fn maxsize(vm: &Vm, args: Args) -> PyResult<i64> {
    let [maxsize] = args.bind(vm, "Queue", "maxsize", 0)?;
    maxsize.map_or(Ok(0), |maxsize| vm.index(&maxsize))
}

fn object(class: &Rc<Class>, queue: Shared) -> Value {
    Value::Native(Rc::new(NativeObject { class: class.clone(), body: Box::new(queue) }))
}

const METHODS: &[(&str, NativeFn)] = &[
    ("qsize", |vm, args| Ok(Value::int(of::<Shared>(vm, &args)?.qsize() as i64))),
    ("empty", |vm, args| Ok(Value::Bool(of::<Shared>(vm, &args)?.empty()))),
    ("full", |vm, args| Ok(Value::Bool(of::<Shared>(vm, &args)?.full()))),
    ("put", put),
    ("put_nowait", |vm, args| {
        let queue = of::<Shared>(vm, &args)?;
        let [_, item] = args.bind(vm, "put_nowait", "self item", 2)?;
        queue.put_nowait(&vm.runtime(), item.unwrap_or(Value::None)).map(|()| Value::None)
    }),
    ("get", |vm, args| {
        let queue = of::<Shared>(vm, &args)?;
        let body = async move |cx: Cx<Python>| queue.get(&cx).await;
        Ok(vm.native_coroutine("Queue.get", body))
    }),
    ("get_nowait", |vm, args| of::<Shared>(vm, &args)?.get_nowait(&vm.runtime())),
    ("task_done", |vm, args| of::<Shared>(vm, &args)?.task_done(&vm.runtime()).map(|()| Value::None)),
    ("join", |vm, args| {
        let queue = of::<Shared>(vm, &args)?;
        let body = async move |cx: Cx<Python>| queue.join(&cx).await.map(|()| Value::None);
        Ok(vm.native_coroutine("Queue.join", body))
    }),
    ("shutdown", |vm, args| {
        let queue = of::<Shared>(vm, &args)?;
        let [_, immediate] = args.bind(vm, "shutdown", "self immediate", 1)?;
        let immediate = immediate.map_or(Ok(false), |immediate| vm.truth(&immediate))?;
        queue.shutdown(immediate).map(|()| Value::None)
    }),
    ("__repr__", |vm, args| {
        let (name, status) = described(vm, &args)?;
        let place = args.positional.first().map_or(0, |value| vm.id_of(value));
        Ok(Value::string(format!("<{name} at {place:#x} {status}>")))
    }),
    ("__str__", |vm, args| {
        let (name, status) = described(vm, &args)?;
        Ok(Value::string(format!("<{name} {status}>")))
    }),
];

/// The name of its class, and how it stands.
fn described(vm: &Vm, args: &Args) -> PyResult<(String, String)> {
    let status = of::<Shared>(vm, args)?.status(vm.runtime().host());
    let name = args.positional.first().map(|value| vm.class_of(value).name.borrow().to_string());
    Ok((name.unwrap_or_default(), status))
}

/// `queue.put(item)`.
fn put(vm: &Vm, args: Args) -> PyResult {
    let queue = of::<Shared>(vm, &args)?;
    let [_, item] = args.bind(vm, "put", "self item", 2)?;
    let item = item.unwrap_or(Value::None);
    let body = async move |cx: Cx<Python>| queue.put(&cx, item).await.map(|()| Value::None);
    Ok(vm.native_coroutine("Queue.put", body))
}
