//! `Queue`, `LifoQueue` and `PriorityQueue`, and what programs derive from them.

use std::rc::{Rc, Weak};

use super::classes::{Spec, init, of};
use crate::asyncio::coroutines::{Cx, NativeCoroutine};
use crate::asyncio::queues::{Fifo, Lifo, Priority, Queue, Store};
use crate::python::host::Python;
use crate::python::objects::{Args, Getter, NativeFn, Object, PyResult, Raised, Value};
use crate::python::vm::Vm;

type Shared = Rc<Queue<Python>>;

const MODULE: &str = "asyncio.queues";

pub(super) const CLASSES: &[Spec] = &[
    Spec {
        getters: GETTERS,
        setters: &[("_queue", get_items, set_items)],
        ..Spec::new("Queue", MODULE, "", METHODS)
    },
    Spec::new("LifoQueue", MODULE, "Queue", LIFO),
    Spec::new("PriorityQueue", MODULE, "Queue", PRIORITY),
];

const LIFO: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| new_queue(vm, args, |_, maxsize| Queue::new(Lifo::default(), maxsize))),
    ("_init", |vm, args| keep_in(vm, &args, Value::list(Vec::new()))),
    ("_get", |vm, args| own(vm, &args, "pop")),
];

const PRIORITY: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| {
        new_queue(vm, args, |vm, maxsize| Queue::new(Priority::new(vm.runtime().host()), maxsize))
    }),
    ("_init", |vm, args| keep_in(vm, &args, Value::list(Vec::new()))),
    ("_put", |vm, args| own(vm, &args, "heappush")),
    ("_get", |vm, args| own(vm, &args, "heappop")),
];

const METHODS: &[(&str, NativeFn)] = &[
    ("__init__", |vm, args| new_queue(vm, args, |_, maxsize| Queue::new(Fifo::default(), maxsize))),
    ("qsize(self)", |vm, args| Ok(Value::int(of::<Shared>(vm, &args)?.qsize() as i64))),
    ("empty(self)", |vm, args| Ok(Value::Bool(of::<Shared>(vm, &args)?.empty()))),
    ("full(self)", |vm, args| Ok(Value::Bool(of::<Shared>(vm, &args)?.full()))),
    ("put", put),
    ("put_nowait", |vm, args| {
        let queue = of::<Shared>(vm, &args)?;
        let [_, item] = args.bind_def(vm, "Queue.put_nowait", "self item", 2)?;
        queue.put_nowait(&vm.runtime(), item.unwrap_or(Value::None)).map(|()| Value::None)
    }),
    ("get(self)", |vm, args| {
        let queue = of::<Shared>(vm, &args)?;
        let own = own_method(vm, &args, "get_nowait")?;
        let body = async move |cx: Cx<Python>| match own {
            None => queue.get(&cx).await,
            Some(get_nowait) => {
                queue.wait_for_item(&cx).await?;
                super::call(&cx, &get_nowait, Args::none()).await
            }
        };
        Ok(vm.native_coroutine("Queue.get", body))
    }),
    ("get_nowait(self)", |vm, args| of::<Shared>(vm, &args)?.get_nowait(&vm.runtime())),
    ("task_done(self)", |vm, args| of::<Shared>(vm, &args)?.task_done(&vm.runtime()).map(|()| Value::None)),
    ("join(self)", |vm, args| {
        let queue = of::<Shared>(vm, &args)?;
        let body = async move |cx: Cx<Python>| queue.join(&cx).await.map(|()| Value::None);
        Ok(vm.native_coroutine("Queue.join", body))
    }),
    ("shutdown", |vm, args| {
        let queue = of::<Shared>(vm, &args)?;
        let [_, immediate] = args.bind_def(vm, "Queue.shutdown", "self immediate", 1)?;
        let immediate = immediate.map_or(Ok(false), |immediate| vm.truth(&immediate))?;
        queue.shutdown(immediate).map(|()| Value::None)
    }),
    ("_init", |vm, args| {
        let deque =
            vm.import("collections", 0).and_then(|module| vm.call_method(&module, "deque", Args::none()));
        keep_in(vm, &args, deque.unwrap_or_else(|_| Value::list(Vec::new())))
    }),
    ("_put", |vm, args| own(vm, &args, "append")),
    ("_get", |vm, args| own(vm, &args, "popleft")),
    ("__repr__", |vm, args| {
        let status = format(vm, &args)?;
        let value = args.positional.first().cloned().unwrap_or(Value::None);
        let (name, place) = (vm.class_of(&value).name.borrow().to_string(), vm.id_of(&value));
        Ok(Value::string(format!("<{name} at {place:#x} {status}>")))
    }),
    ("__str__", |vm, args| {
        let status = format(vm, &args)?;
        let value = args.positional.first().cloned().unwrap_or(Value::None);
        Ok(Value::string(format!("<{} {status}>", vm.class_of(&value).name.borrow())))
    }),
];

const GETTERS: &[(&str, Getter)] = &[
    ("maxsize", |vm, value| Ok(Value::int(queue_of(vm, value)?.maxsize()))),
    ("_maxsize", |vm, value| Ok(Value::int(queue_of(vm, value)?.maxsize()))),
    ("_unfinished_tasks", |vm, value| Ok(Value::int(queue_of(vm, value)?.unfinished() as i64))),
];

fn queue_of(vm: &Vm, value: &Value) -> PyResult<Shared> {
    of(vm, &Args::one(value.clone()))
}

/// `Queue._format()`.
fn format(vm: &Vm, args: &Args) -> PyResult<String> {
    let queue = of::<Shared>(vm, args)?;
    let mut text = format!("maxsize={}", queue.maxsize());
    let items = queue.store().items();
    if !items.is_empty() {
        text += &format!(" _queue={}", vm.repr(&Value::list(items))?);
    }
    Ok(text + &queue.status())
}

/// `queue.put(item)`.
fn put(vm: &Vm, args: Args) -> PyResult {
    let queue = of::<Shared>(vm, &args)?;
    let own = own_method(vm, &args, "put_nowait")?;
    let [_, item] = args.bind_def(vm, "Queue.put", "self item", 2)?;
    let item = item.unwrap_or(Value::None);
    let kept = item.clone();
    let body = async move |cx: Cx<Python>| match own {
        None => queue.put(&cx, item).await.map(|()| Value::None),
        Some(put_nowait) => {
            queue.wait_for_place(&cx).await?;
            super::call(&cx, &put_nowait, Args::one(item)).await
        }
    };
    let coroutine = NativeCoroutine::new(&vm.runtime(), "Queue.put", body);
    Ok(Value::Coroutine(Rc::new(coroutine.with_local(kept))))
}

/// The method of that name, where a derived class has one of its own: `put` and `get` call it.
fn own_method(vm: &Vm, args: &Args, name: &str) -> PyResult<Option<Value>> {
    match args.positional.first() {
        Some(queue @ Value::Object(object)) if is_overridden(vm, object, name) => {
            vm.get_attr(queue, &vm.intern(name)).map(Some)
        }
        _ => Ok(None),
    }
}

/// `Queue(maxsize=0)`.
fn new_queue(vm: &Vm, args: Args, make: fn(&Vm, i64) -> Shared) -> PyResult {
    let [object, maxsize] = args.bind_def(vm, "Queue.__init__", "self maxsize", 1)?;
    let maxsize = maxsize.map_or(Ok(0), |maxsize| vm.index(&maxsize))?;
    let object = object.unwrap_or(Value::None);
    let Value::Object(instance) = &object else { return Ok(Value::None) };
    if !["_init", "_put", "_get"].iter().any(|name| is_overridden(vm, instance, name)) {
        return init(vm, Some(object), make(vm, maxsize));
    }
    let store = OwnStore { host: vm.runtime().host().clone(), queue: Rc::downgrade(instance) };
    vm.set_native(&object, Queue::new(store, maxsize));
    vm.call_method(&object, "_init", Args::one(Value::int(maxsize)))
}

fn is_overridden(vm: &Vm, object: &Object, name: &str) -> bool {
    object.class.borrow().lookup_with_owner(&vm.intern(name)).is_some_and(|(_, is_user)| is_user)
}

/// How a derived class keeps its items that has an `_init`, `_put` or `_get` of its own: those are called, and the
/// items are in `self._queue`.
struct OwnStore {
    host: Python,
    queue: Weak<Object>,
}

impl OwnStore {
    fn call(&self, method: &str, args: Args) -> PyResult {
        match self.queue.upgrade() {
            Some(queue) => self.host.machine().call_method(&Value::Object(queue), method, args),
            None => Ok(Value::None),
        }
    }

    fn kept(&self) -> Option<Value> {
        self.queue.upgrade()?.dict.get_str(&self.host.machine().intern("_queue"))
    }
}

impl Store<Python, Value> for OwnStore {
    fn len(&self) -> usize {
        self.kept().map_or(0, |items| self.host.machine().len(&items).unwrap_or(0))
    }

    fn put(&self, item: Value) -> Result<(), Raised> {
        self.call("_put", Args::one(item)).map(drop)
    }

    fn get(&self) -> Result<Option<Value>, Raised> {
        match self.len() {
            0 => Ok(None),
            _ => self.call("_get", Args::none()).map(Some),
        }
    }

    fn items(&self) -> Vec<Value> {
        self.kept().and_then(|items| self.host.machine().collect(&items).ok()).unwrap_or_default()
    }
}

/// `self._queue`: what a derived class keeps its items in, or else a list of them.
fn get_items(vm: &Vm, value: &Value) -> PyResult {
    let kept = match value {
        Value::Object(object) => object.dict.get_str(&vm.intern("_queue")),
        _ => None,
    };
    kept.map_or_else(|| Ok(Value::list(queue_of(vm, value)?.store().items())), Ok)
}

fn set_items(_vm: &Vm, value: &Value, items: Value) -> PyResult<()> {
    if let Value::Object(object) = value {
        object.dict.set("_queue", items);
    }
    Ok(())
}

fn keep_in(vm: &Vm, args: &Args, items: Value) -> PyResult {
    set_items(vm, args.positional.first().unwrap_or(&Value::None), items).map(|()| Value::None)
}

/// The `_put` or `_get` of one of asyncio's classes, for a class derived from it: a method of `self._queue`, or a
/// function of heapq's.
fn own(vm: &Vm, args: &Args, name: &str) -> PyResult {
    let mut positional = args.positional.clone();
    let items = get_items(vm, positional.first().unwrap_or(&Value::None))?;
    match (name, &items) {
        ("heappush" | "heappop", _) => {
            if let Some(first) = positional.first_mut() {
                *first = items;
            }
            vm.call_method(&vm.import("heapq", 0)?, name, Args::positional(positional))
        }
        ("popleft", Value::List(_)) => vm.call_method(&items, "pop", Args::one(Value::int(0))),
        _ => vm.call_method(&items, name, Args::positional(positional.split_off(1.min(positional.len())))),
    }
}
