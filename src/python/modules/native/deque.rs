//! `collections.deque`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::python::builtins::iterators::Iter;
use crate::python::builtins::receiver::{bounds, positional, type_name};
use crate::python::builtins::union::new_alias;
use crate::python::objects::{
    Args, Class, Getter, Layout, NativeFn, NativeObject, Payload, PyResult, Raised, Value,
};
use crate::python::vm::Vm;
use crate::python::vm::compare::CompareOp;
use crate::python::vm::types::builtin_class;

#[derive(Default)]
struct Deque {
    items: RefCell<VecDeque<Value>>,
    most: Cell<Option<usize>>,
    /// Grows with each change of its length: iterators notice it.
    version: Cell<u64>,
}

const METHODS: &[(&str, NativeFn)] = &[
    ("__init__", init),
    ("append", |vm, args| one(vm, "append", args, |deque, item| deque.push(item, true))),
    ("appendleft", |vm, args| one(vm, "appendleft", args, |deque, item| deque.push(item, false))),
    ("pop", |vm, args| pop(vm, "pop", args, VecDeque::pop_back)),
    ("popleft", |vm, args| pop(vm, "popleft", args, VecDeque::pop_front)),
    ("extend", |vm, args| extend(vm, "extend", args, true)),
    ("extendleft", |vm, args| extend(vm, "extendleft", args, false)),
    ("rotate", rotate),
    ("clear", |vm, args| {
        let (deque, _) = receive(vm, "clear", args, 0, 0)?;
        let old = deque.change(std::mem::take);
        drop(old);
        Ok(Value::None)
    }),
    ("copy", copy),
    ("__copy__", copy),
    ("count", |vm, args| {
        let (deque, args) = receive(vm, "count", args, 1, 1)?;
        let mut count = 0;
        for item in deque.list() {
            count += i64::from(same(vm, &item, &args[0])?);
        }
        Ok(Value::int(count))
    }),
    ("index", index),
    ("insert", insert),
    ("remove", remove),
    ("reverse", |vm, args| {
        receive(vm, "reverse", args, 0, 0)?.0.items.borrow_mut().make_contiguous().reverse();
        Ok(Value::None)
    }),
    ("__len__", |vm, args| Ok(Value::int(receive(vm, "__len__", args, 0, 0)?.0.items.borrow().len() as i64))),
    ("__getitem__", |vm, args| {
        let (deque, args) = receive(vm, "__getitem__", args, 1, 1)?;
        let place = deque.place(vm, &args[0])?;
        Ok(deque.items.borrow().get(place).cloned().unwrap_or(Value::None))
    }),
    ("__setitem__", |vm, args| {
        let (deque, mut args) = receive(vm, "__setitem__", args, 2, 2)?;
        let place = deque.place(vm, &args[0])?;
        let value = args.pop().unwrap_or(Value::None);
        let old = deque.items.borrow_mut().get_mut(place).map(|item| std::mem::replace(item, value));
        drop(old);
        Ok(Value::None)
    }),
    ("__delitem__", |vm, args| {
        let (deque, args) = receive(vm, "__delitem__", args, 1, 1)?;
        let place = deque.place(vm, &args[0])?;
        let old = deque.change(|items| items.remove(place));
        drop(old);
        Ok(Value::None)
    }),
    ("__contains__", |vm, args| {
        let (deque, args) = receive(vm, "__contains__", args, 1, 1)?;
        for item in deque.list() {
            vm.tick()?;
            if same(vm, &item, &args[0])? {
                return Ok(Value::Bool(true));
            }
        }
        Ok(Value::Bool(false))
    }),
    ("__iter__", |vm, args| iterate(vm, args, false)),
    ("__reversed__", |vm, args| iterate(vm, args, true)),
    ("__repr__", repr),
    ("__eq__", |vm, args| compare(vm, args, CompareOp::Equal)),
    ("__ne__", |vm, args| compare(vm, args, CompareOp::NotEqual)),
    ("__lt__", |vm, args| compare(vm, args, CompareOp::Less)),
    ("__le__", |vm, args| compare(vm, args, CompareOp::LessEqual)),
    ("__gt__", |vm, args| compare(vm, args, CompareOp::Greater)),
    ("__ge__", |vm, args| compare(vm, args, CompareOp::GreaterEqual)),
    ("__add__", add),
    ("__iadd__", |vm, args| {
        let itself = args.positional.first().cloned().unwrap_or(Value::None);
        extend(vm, "__iadd__", args, true)?;
        Ok(itself)
    }),
    ("__mul__", multiply),
    ("__rmul__", multiply),
];

const GETTERS: &[(&str, Getter)] = &[("maxlen", |_, value| {
    Ok(match body(value).and_then(|deque| deque.most.get()) {
        Some(most) => Value::int(most as i64),
        None => Value::None,
    })
})];

/// The class.
pub fn class(vm: &Vm) -> Rc<Class> {
    let class = builtin_class("deque", "collections", std::slice::from_ref(&vm.types.object), Layout::Native);
    vm.add_methods(&class, METHODS);
    vm.add_getters(&class, GETTERS);
    class.dict.set("__hash__", Value::None);
    vm.add_class_methods(
        &class,
        &[("__class_getitem__", |vm, args| {
            let [class, key] = args.bind(vm, "__class_getitem__", "cls key /", 2)?;
            Ok(new_alias(vm, class.unwrap_or(Value::None), &key.unwrap_or(Value::None)))
        })],
    );
    class.constructor.set(Some(construct));
    class
}

impl Deque {
    /// Do what changes the length.
    fn change<T>(&self, change: impl FnOnce(&mut VecDeque<Value>) -> T) -> T {
        self.version.set(self.version.get() + 1);
        change(&mut self.items.borrow_mut())
    }

    /// Add an item at one end; what falls out at the other end is let go.
    fn push(&self, item: Value, at_end: bool) {
        let fallen = self.change(|items| {
            if at_end {
                items.push_back(item)
            } else {
                items.push_front(item)
            }
            match self.most.get() {
                Some(most) if items.len() > most => {
                    if at_end {
                        items.pop_front()
                    } else {
                        items.pop_back()
                    }
                }
                _ => None,
            }
        });
        drop(fallen);
    }

    fn list(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }

    fn place(&self, vm: &Vm, index: &Value) -> PyResult<usize> {
        if !matches!(index, Value::Int(..) | Value::Bool(_)) {
            let name = type_name(vm, index);
            return Err(vm.type_error(&format!("sequence index must be integer, not '{name}'")));
        }
        let (index, length) = (vm.index(index)?, self.items.borrow().len() as i64);
        let place = if index < 0 { index.saturating_add(length) } else { index };
        match (0..length).contains(&place) {
            true => Ok(place as usize),
            false => Err(vm.index_error("deque index out of range")),
        }
    }
}

fn body(value: &Value) -> Option<&Deque> {
    match value {
        Value::Native(native) => native.get(),
        // An instance of a derived class is empty before its `__init__`.
        Value::Object(object) => match &object.payload {
            Payload::Native(place) => place.get_or_init(|| Box::<Deque>::default()).downcast_ref(),
            _ => None,
        },
        _ => None,
    }
}

/// A borrowed deque that keeps its object alive.
struct Held(Value);

impl std::ops::Deref for Held {
    type Target = Deque;

    fn deref(&self) -> &Deque {
        match body(&self.0) {
            Some(deque) => deque,
            None => unreachable!("only deques are held"),
        }
    }
}

/// The deque, and the arguments that come by position only.
fn receive(vm: &Vm, name: &str, args: Args, least: usize, most: usize) -> PyResult<(Held, Vec<Value>)> {
    let mut args = args;
    let receiver = match args.positional.is_empty() {
        true => Value::None,
        false => args.positional.remove(0),
    };
    if body(&receiver).is_none() {
        let given = type_name(vm, &receiver);
        return Err(vm.type_error(&format!(
            "descriptor '{name}' for 'collections.deque' objects doesn't apply to a '{given}' object"
        )));
    }
    Ok((Held(receiver), positional(vm, &format!("deque.{name}"), args, least, most)?))
}

/// `deque(iterable=(), maxlen=None)`.
fn construct(vm: &Vm, class: &Rc<Class>, mut args: Args) -> PyResult {
    let body = Box::<Deque>::default();
    let deque = Value::Native(Rc::new(NativeObject { class: class.clone(), body }));
    args.insert_receiver(deque.clone());
    init(vm, args)?;
    Ok(deque)
}

/// `deque.__init__(self, iterable=(), maxlen=None)`.
fn init(vm: &Vm, mut args: Args) -> PyResult {
    let (deque, _) = receive(vm, "__init__", Args::positional(args.positional.drain(..1).collect()), 0, 0)?;
    let [iterable, most] = args.bind(vm, "deque", "iterable maxlen", 0)?;
    let most = match most {
        None | Some(Value::None) => None,
        Some(Value::Int(most, _)) => match usize::try_from(most) {
            Ok(most) => Some(most),
            Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
        },
        Some(_) => return Err(vm.type_error("an integer is required")),
    };
    deque.most.set(most);
    drop(deque.change(std::mem::take));
    match iterable {
        Some(iterable) => extend(vm, "extend", Args::positional(vec![deque.0.clone(), iterable]), true),
        None => Ok(Value::None),
    }
}

/// `type(self)(self, maxlen)`.
fn another(vm: &Vm, deque: &Held, items: Value) -> PyResult {
    let most = deque.most.get().map(|most| Value::int(most as i64));
    let args = Args::positional([items].into_iter().chain(most).collect());
    vm.call(&Value::Class(vm.class_of(&deque.0)), args)
}

fn one(vm: &Vm, name: &str, args: Args, with: fn(&Deque, Value)) -> PyResult {
    let (deque, mut args) = receive(vm, name, args, 1, 1)?;
    let length = deque.items.borrow().len();
    if length == deque.items.borrow().capacity() {
        vm.check_size(length * 2 * size_of::<Value>())?;
    }
    with(&deque, args.pop().unwrap_or(Value::None));
    Ok(Value::None)
}

fn pop(vm: &Vm, name: &str, args: Args, take: fn(&mut VecDeque<Value>) -> Option<Value>) -> PyResult {
    let (deque, _) = receive(vm, name, args, 0, 0)?;
    let item = deque.change(take);
    item.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn extend(vm: &Vm, name: &str, args: Args, at_end: bool) -> PyResult {
    let (deque, args) = receive(vm, name, args, 1, 1)?;
    let iterator = match body(&args[0]) {
        // Of itself: what is in it now.
        Some(other) => vm.iter(&Value::list(other.list()))?,
        None => vm.iter(&args[0])?,
    };
    while let Some(item) = vm.next(&iterator)? {
        vm.check_size(deque.items.borrow().len() * size_of::<Value>())?;
        deque.push(item, at_end);
    }
    Ok(Value::None)
}

fn rotate(vm: &Vm, args: Args) -> PyResult {
    let (deque, args) = receive(vm, "rotate", args, 0, 1)?;
    let steps = args.first().map_or(Ok(1), |steps| vm.index(steps))?;
    deque.change(|items| {
        if !items.is_empty() {
            let steps = steps.rem_euclid(items.len() as i64) as usize;
            items.rotate_right(steps);
        }
    });
    Ok(Value::None)
}

fn copy(vm: &Vm, args: Args) -> PyResult {
    let (deque, _) = receive(vm, "copy", args, 0, 0)?;
    another(vm, &deque, deque.0.clone())
}

fn same(vm: &Vm, one: &Value, other: &Value) -> PyResult<bool> {
    Ok(one.is(other) || vm.eq(one, other)?)
}

fn changed(vm: &Vm, what: &str) -> Raised {
    vm.runtime_error(&format!("deque mutated during {what}"))
}

fn index(vm: &Vm, args: Args) -> PyResult {
    let (deque, args) = receive(vm, "index", args, 1, 3)?;
    let items = deque.list();
    let (start, stop) = bounds(vm, args.get(1), args.get(2), items.len())?;
    let version = deque.version.get();
    for (place, item) in items.iter().enumerate().take(stop).skip(start) {
        if same(vm, item, &args[0])? {
            return Ok(Value::int(place as i64));
        }
        if deque.version.get() != version {
            return Err(changed(vm, "iteration"));
        }
    }
    Err(vm.value_error(&format!("{} is not in deque", vm.repr(&args[0])?)))
}

fn insert(vm: &Vm, args: Args) -> PyResult {
    let (deque, mut args) = receive(vm, "insert", args, 2, 2)?;
    let length = deque.items.borrow().len();
    if deque.most.get().is_some_and(|most| length >= most) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let (place, _) = bounds(vm, args.first(), None, length)?;
    let item = args.pop().unwrap_or(Value::None);
    deque.change(|items| items.insert(place.min(length), item));
    Ok(Value::None)
}

fn remove(vm: &Vm, args: Args) -> PyResult {
    let (deque, args) = receive(vm, "remove", args, 1, 1)?;
    let version = deque.version.get();
    for (place, item) in deque.list().iter().enumerate() {
        let found = same(vm, item, &args[0])?;
        if deque.version.get() != version {
            return Err(vm.index_error("deque mutated during remove()."));
        }
        if found {
            let old = deque.change(|items| items.remove(place));
            drop(old);
            return Ok(Value::None);
        }
    }
    Err(vm.value_error(&format!("{} is not in deque", vm.repr(&args[0])?)))
}

fn iterate(vm: &Vm, args: Args, reversed: bool) -> PyResult {
    let (deque, _) = receive(vm, "__iter__", args, 0, 0)?;
    let version = deque.version.get();
    let next = move |vm: &Vm, place: usize| {
        if deque.version.get() != version {
            return Err(changed(vm, "iteration"));
        }
        let items = deque.items.borrow();
        let place = if reversed { items.len().checked_sub(place + 1) } else { Some(place) };
        Ok(place.and_then(|place| items.get(place).cloned()))
    };
    Ok(Iter::native(vm.types.deque_iterator.clone(), Rc::new(next)))
}

fn repr(vm: &Vm, args: Args) -> PyResult {
    let (deque, _) = receive(vm, "__repr__", args, 0, 0)?;
    let name = vm.class_of(&deque.0).name.borrow().clone();
    let items = vm.repr_within(&deque.0, "[...]", || Ok(vm.repr(&Value::list(deque.list()))?.to_string()))?;
    Ok(Value::string(match deque.most.get() {
        Some(most) => format!("{name}({items}, maxlen={most})"),
        None => format!("{name}({items})"),
    }))
}

fn compare(vm: &Vm, args: Args, op: CompareOp) -> PyResult {
    let (deque, args) = receive(vm, "__eq__", args, 1, 1)?;
    match body(&args[0]) {
        Some(other) => vm.compare(op, &Value::list(deque.list()), &Value::list(other.list())),
        None => Ok(Value::NotImplemented),
    }
}

fn add(vm: &Vm, args: Args) -> PyResult {
    let (deque, args) = receive(vm, "__add__", args, 1, 1)?;
    let Some(other) = body(&args[0]) else {
        let name = type_name(vm, &args[0]);
        return Err(vm.type_error(&format!("can only concatenate deque (not \"{name}\") to deque")));
    };
    let sum = copy(vm, Args::one(deque.0.clone()))?;
    extend(vm, "extend", Args::positional(vec![sum.clone(), Value::list(other.list())]), true)?;
    Ok(sum)
}

fn multiply(vm: &Vm, args: Args) -> PyResult {
    let (deque, args) = receive(vm, "__mul__", args, 1, 1)?;
    let Value::Int(..) = &args[0] else { return Ok(Value::NotImplemented) };
    let times = usize::try_from(vm.index(&args[0])?).unwrap_or(0);
    let product = another(vm, &deque, Value::list(Vec::new()))?;
    for _ in 0..times {
        vm.tick()?;
        extend(vm, "extend", Args::positional(vec![product.clone(), Value::list(deque.list())]), true)?;
    }
    Ok(product)
}
