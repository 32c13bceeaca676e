//! `Lock`, `Event`, `Condition`, `Semaphore`, `BoundedSemaphore` and `Barrier`.

use std::rc::Rc;

use super::classes::{Spec, init, of};
use crate::asyncio::coroutines::Cx;
use crate::asyncio::{barriers, conditions, locks};
use crate::python::code::AwaitIn;
use crate::python::host::Python;
use crate::python::objects::{Args, Getter, NativeFn, PyResult, Str, Value};
use crate::python::vm::Vm;
use crate::python::vm::compare::CompareOp;

type Lock = Rc<locks::Lock<Python>>;
type Event = Rc<locks::Event<Python>>;
type Condition = Rc<conditions::Condition<Python>>;
type Semaphore = Rc<locks::Semaphore<Python>>;
type Barrier = Rc<barriers::Barrier<Python>>;

const MODULE: &str = "asyncio.locks";

pub(super) const CLASSES: &[Spec] = &[
    Spec {
        getters: &[("_locked", |vm, value| {
            Ok(Value::Bool(of::<Lock>(vm, &Args::one(value.clone()))?.locked()))
        })],
        ..Spec::new("Lock", MODULE, "", LOCK)
    },
    Spec {
        getters: &[("_value", |vm, value| {
            Ok(Value::Bool(of::<Event>(vm, &Args::one(value.clone()))?.is_set()))
        })],
        ..Spec::new("Event", MODULE, "", EVENT)
    },
    Spec::new("Condition", MODULE, "", CONDITION),
    Spec {
        getters: &[("_value", |vm, value| {
            Ok(Value::int(of::<Semaphore>(vm, &Args::one(value.clone()))?.value()))
        })],
        ..Spec::new("Semaphore", MODULE, "", SEMAPHORE)
    },
    Spec::new("BoundedSemaphore", MODULE, "Semaphore", BOUNDED_SEMAPHORE),
    Spec { getters: BARRIER_GETTERS, ..Spec::new("Barrier", MODULE, "", BARRIER) },
];

/// `<asyncio.locks.Lock object at 0x… [locked]>`.
fn repr(vm: &Vm, args: &Args, status: &str) -> PyResult {
    let value = args.positional.first().cloned().unwrap_or(Value::None);
    let class = vm.class_of(&value);
    let name = format!("{}.{}", class.module.borrow(), class.qualname.borrow());
    Ok(Value::string(format!("<{name} object at {:#x} [{status}]>", vm.id_of(&value))))
}

const LOCK: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let [lock] = args.bind_def(vm, "Lock.__init__", "self", 1)?;
        init::<Lock>(vm, lock, locks::Lock::new())
    }),
    ("locked(self)", |vm, args| Ok(Value::Bool(of::<Lock>(vm, &args)?.locked()))),
    ("acquire(self)", |vm, args| acquire_lock(vm, of(vm, &args)?)),
    ("release(self)", |vm, args| of::<Lock>(vm, &args)?.release(&vm.runtime()).map(|()| Value::None)),
    ("__aenter__", enter),
    ("__aexit__", exit),
    ("__repr__", |vm, args| {
        let status = of::<Lock>(vm, &args)?.status();
        repr(vm, &args, &status)
    }),
];

fn acquire_lock(vm: &Vm, lock: Lock) -> PyResult {
    let body = async move |cx: Cx<Python>| lock.acquire(&cx).await.map(|()| Value::Bool(true));
    Ok(vm.native_coroutine("Lock.acquire", body))
}

/// `_ContextManagerMixin.__aenter__`: the methods are looked up, for a derived class may have others.
fn enter(vm: &Vm, args: Args) -> PyResult {
    let object = args.positional.into_iter().next().unwrap_or(Value::None);
    let body = async move |cx: Cx<Python>| {
        let acquire = cx.host().machine().get_attr(&object, &Str::new("acquire"))?;
        let acquired = super::call(&cx, &acquire, Args::none()).await?;
        let acquired = cx.host().machine().awaitable(&acquired, AwaitIn::Await)?;
        super::await_value(&cx, &acquired).await.map(|_| Value::None)
    };
    Ok(vm.native_coroutine("_ContextManagerMixin.__aenter__", body))
}

fn exit(vm: &Vm, args: Args) -> PyResult {
    let object = args.positional.into_iter().next().unwrap_or(Value::None);
    let body = async move |cx: Cx<Python>| {
        let release = cx.host().machine().get_attr(&object, &Str::new("release"))?;
        super::call(&cx, &release, Args::none()).await.map(|_| Value::None)
    };
    Ok(vm.native_coroutine("_ContextManagerMixin.__aexit__", body))
}

const EVENT: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let [event] = args.bind_def(vm, "Event.__init__", "self", 1)?;
        init::<Event>(vm, event, locks::Event::new())
    }),
    ("is_set(self)", |vm, args| Ok(Value::Bool(of::<Event>(vm, &args)?.is_set()))),
    ("set(self)", |vm, args| of::<Event>(vm, &args)?.set().map(|()| Value::None)),
    ("clear(self)", |vm, args| {
        of::<Event>(vm, &args)?.clear();
        Ok(Value::None)
    }),
    ("wait(self)", |vm, args| {
        let event = of::<Event>(vm, &args)?;
        let body = async move |cx: Cx<Python>| event.wait(&cx).await.map(|()| Value::Bool(true));
        Ok(vm.native_coroutine("Event.wait", body))
    }),
    ("__repr__", |vm, args| {
        let status = of::<Event>(vm, &args)?.status();
        repr(vm, &args, &status)
    }),
];

const CONDITION: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let [condition, lock] = args.bind_def(vm, "Condition.__init__", "self lock", 1)?;
        let lock = match lock {
            None | Some(Value::None) => locks::Lock::new(),
            Some(lock) => of(vm, &Args::one(lock))?,
        };
        init::<Condition>(vm, condition, conditions::Condition::new(lock))
    }),
    ("locked", |vm, args| Ok(Value::Bool(of::<Condition>(vm, &args)?.lock().locked()))),
    ("acquire", |vm, args| acquire_lock(vm, lock_of(vm, &args)?)),
    ("release", |vm, args| lock_of(vm, &args)?.release(&vm.runtime()).map(|()| Value::None)),
    ("__aenter__", enter),
    ("__aexit__", exit),
    ("wait(self)", |vm, args| {
        let condition = of::<Condition>(vm, &args)?;
        let body = async move |cx: Cx<Python>| condition.wait(&cx).await.map(|()| Value::Bool(true));
        Ok(vm.native_coroutine("Condition.wait", body))
    }),
    ("wait_for", wait_for),
    ("notify", |vm, args| {
        let condition = of::<Condition>(vm, &args)?;
        let [_, count] = args.bind_def(vm, "Condition.notify", "self n", 1)?;
        let count = count.map_or(Ok(1), |count| vm.index(&count))?;
        condition.notify(&vm.runtime(), usize::try_from(count).unwrap_or(0)).map(|()| Value::None)
    }),
    ("notify_all(self)", |vm, args| {
        of::<Condition>(vm, &args)?.notify_all(&vm.runtime()).map(|()| Value::None)
    }),
    ("__repr__", |vm, args| {
        let status = of::<Condition>(vm, &args)?.status();
        repr(vm, &args, &status)
    }),
];

fn lock_of(vm: &Vm, args: &Args) -> PyResult<Lock> {
    Ok(of::<Condition>(vm, args)?.lock().clone())
}

/// `condition.wait_for(predicate)`.
fn wait_for(vm: &Vm, args: Args) -> PyResult {
    let condition = of::<Condition>(vm, &args)?;
    let [_, predicate] = args.bind_def(vm, "Condition.wait_for", "self predicate", 2)?;
    let predicate = predicate.unwrap_or(Value::None);
    let body = async move |cx: Cx<Python>| {
        let holds = async || {
            let result = super::call(&cx, &predicate, Args::none()).await?;
            Ok(cx.host().machine().truth(&result)?.then_some(result))
        };
        condition.wait_for(&cx, holds).await
    };
    Ok(vm.native_coroutine("Condition.wait_for", body))
}

const SEMAPHORE: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| new_semaphore(vm, args, "Semaphore.__init__", false)),
    ("locked(self)", |vm, args| Ok(Value::Bool(of::<Semaphore>(vm, &args)?.locked()))),
    ("acquire(self)", |vm, args| {
        let semaphore = of::<Semaphore>(vm, &args)?;
        let body = async move |cx: Cx<Python>| semaphore.acquire(&cx).await.map(|()| Value::Bool(true));
        Ok(vm.native_coroutine("Semaphore.acquire", body))
    }),
    ("release(self)", |vm, args| of::<Semaphore>(vm, &args)?.release(&vm.runtime()).map(|()| Value::None)),
    ("__aenter__", enter),
    ("__aexit__", exit),
    ("__repr__", |vm, args| {
        let status = of::<Semaphore>(vm, &args)?.status();
        repr(vm, &args, &status)
    }),
];

const BOUNDED_SEMAPHORE: &[(&str, NativeFn)] =
    &[("__init__", |vm, args| new_semaphore(vm, args, "BoundedSemaphore.__init__", true))];

fn new_semaphore(vm: &Vm, args: Args, function: &str, bounded: bool) -> PyResult {
    let [semaphore, value] = args.bind_def(vm, function, "self value", 1)?;
    let value = value.map_or(Ok(1), |value| at_least(vm, &value, 0))?;
    init::<Semaphore>(vm, semaphore, locks::Semaphore::new(&vm.runtime(), value, bounded)?)
}

/// An int that is compared with what it must be at least; who asks looks whether it is.
fn at_least(vm: &Vm, value: &Value, least: i64) -> PyResult<i64> {
    vm.compare(CompareOp::Less, value, &Value::int(least))?;
    vm.index(value)
}

const BARRIER: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        let [barrier, parties] = args.bind_def(vm, "Barrier.__init__", "self parties", 2)?;
        let parties = at_least(vm, &parties.unwrap_or(Value::None), 1)?;
        let parties = usize::try_from(parties).unwrap_or(0);
        init::<Barrier>(vm, barrier, barriers::Barrier::new(&vm.runtime(), parties)?)
    }),
    ("wait(self)", |vm, args| pass_barrier(vm, &args, "Barrier.wait")),
    ("__aenter__", |vm, args| pass_barrier(vm, &args, "Barrier.__aenter__")),
    (
        "__aexit__",
        |vm, _| Ok(vm.native_coroutine("Barrier.__aexit__", async |_: Cx<Python>| Ok(Value::None))),
    ),
    ("reset(self)", |vm, args| {
        let barrier = of::<Barrier>(vm, &args)?;
        let body = async move |cx: Cx<Python>| barrier.reset(&cx).await.map(|()| Value::None);
        Ok(vm.native_coroutine("Barrier.reset", body))
    }),
    ("abort(self)", |vm, args| {
        let barrier = of::<Barrier>(vm, &args)?;
        let body = async move |cx: Cx<Python>| barrier.abort(&cx).await.map(|()| Value::None);
        Ok(vm.native_coroutine("Barrier.abort", body))
    }),
    ("__repr__", |vm, args| {
        let status = of::<Barrier>(vm, &args)?.status();
        repr(vm, &args, &status)
    }),
];

const BARRIER_GETTERS: &[(&str, Getter)] = &[
    ("parties", |vm, value| Ok(Value::int(barrier_of(vm, value)?.parties() as i64))),
    ("n_waiting", |vm, value| Ok(Value::int(barrier_of(vm, value)?.waiting() as i64))),
    ("broken", |vm, value| Ok(Value::Bool(barrier_of(vm, value)?.broken()))),
];

fn barrier_of(vm: &Vm, value: &Value) -> PyResult<Barrier> {
    of(vm, &Args::one(value.clone()))
}

fn pass_barrier(vm: &Vm, args: &Args, qualname: &'static str) -> PyResult {
    let barrier = of::<Barrier>(vm, args)?;
    let body = async move |cx: Cx<Python>| barrier.wait(&cx).await.map(|index| Value::int(index as i64));
    Ok(vm.native_coroutine(qualname, body))
}
