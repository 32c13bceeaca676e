//! The built-in iterators.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::python::objects::{Args, Class, Dict, List, Origin, PyResult, Range, Set, Str, Value};
use crate::python::vm::Vm;

/// An iterator over something built in.
pub struct Iter {
    kind: RefCell<Kind>,
    /// The next place.
    place: Cell<usize>,
}

enum Kind {
    List(Rc<List>),
    ListReversed(Rc<List>),
    Tuple(Rc<Vec<Value>>),
    /// The rest of the text starts at this byte.
    Str(Str, usize),
    Bytes(Rc<Vec<u8>>),
    Range(Range),
    Dict { dict: Rc<Dict>, part: Part, length: usize, version: u64 },
    /// Items that were gathered before, of something that iterates like this class.
    Items(Vec<Value>, Part),
    Set { set: Rc<Set>, items: Vec<Value> },
    /// By `__getitem__` from 0 until IndexError.
    ByIndex(Value),
    ByIndexReversed(Value),
    Enumerate { inner: Value, next: i64 },
    Zip { inner: Vec<Value>, strict: bool },
    Map { function: Value, inner: Vec<Value> },
    Filter { function: Value, inner: Value },
    Callable { function: Value, sentinel: Value },
    Over,
}

/// What of a dict's entries an iterator gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Keys,
    Values,
    Items,
}

impl Iter {
    fn new(kind: Kind) -> Self {
        Self { kind: RefCell::new(kind), place: Cell::new(0) }
    }

    /// An iterator over a built-in container; None for anything else.
    pub fn over(value: &Value) -> Option<Self> {
        Some(Self::new(match value {
            Value::List(list) => Kind::List(list.clone()),
            Value::Tuple(items) => Kind::Tuple(items.clone()),
            Value::Str(text) => Kind::Str(text.clone(), 0),
            Value::Bytes(bytes) => Kind::Bytes(bytes.clone()),
            Value::Range(range) => Kind::Range(**range),
            Value::Dict(dict) => return Some(Self::over_dict(dict, Part::Keys)),
            Value::Set(set) => Kind::Set { set: set.clone(), items: set.items() },
            _ => return None,
        }))
    }

    /// An iterator over a dict's keys, values or items.
    pub fn over_dict(dict: &Rc<Dict>, part: Part) -> Self {
        Self::new(Kind::Dict { dict: dict.clone(), part, length: dict.len(), version: dict.version() })
    }

    /// An iterator over a dict's keys, values or items, from the last one on.
    pub fn over_dict_reversed(dict: &Rc<Dict>, part: Part) -> Self {
        let entries = dict.items().into_iter().rev();
        Self::new(Kind::Items(entries.map(|(key, value)| part_of(part, key, value)).collect(), part))
    }

    /// An iterator by `__getitem__`.
    pub fn by_index(value: Value) -> Self {
        Self::new(Kind::ByIndex(value))
    }

    /// The next item; None at the end.
    ///
    /// # Errors
    /// What functions and inner iterators raise; RuntimeError where a container has changed.
    pub fn next(iterator: &Rc<Self>, vm: &Vm) -> PyResult<Option<Value>> {
        let place = iterator.place.get();
        let step = iterator.step(vm, place)?;
        let next = match step {
            Step::Done(value) => value,
            Step::Later(later) => later.run(vm)?,
        };
        match next {
            Some(value) => {
                iterator.place.set(iterator.place.get() + 1);
                Ok(Some(value))
            }
            None => {
                iterator.kind.replace(Kind::Over);
                Ok(None)
            }
        }
    }

    /// What can be told while the iterator is borrowed.
    fn step(&self, vm: &Vm, place: usize) -> PyResult<Step> {
        let mut kind = self.kind.borrow_mut();
        Ok(Step::Done(match &mut *kind {
            Kind::List(list) => list.0.borrow().get(place).cloned(),
            Kind::ListReversed(list) => {
                let items = list.0.borrow();
                items.len().checked_sub(place + 1).and_then(|place| items.get(place).cloned())
            }
            Kind::Tuple(items) => items.get(place).cloned(),
            Kind::Str(text, byte) => {
                let next = text.as_str().get(*byte..).and_then(|rest| rest.chars().next());
                *byte += next.map_or(0, char::len_utf8);
                next.map(|character| Value::str(character.encode_utf8(&mut [0; 4])))
            }
            Kind::Bytes(bytes) => bytes.get(place).map(|&byte| Value::int(i64::from(byte))),
            Kind::Range(range) => (place < range.len()).then(|| Value::int(range.get(place))),
            Kind::Dict { dict, part, length, version } => {
                if dict.len() != *length {
                    return Err(vm.runtime_error("dictionary changed size during iteration"));
                }
                if dict.version() != *version {
                    return Err(vm.runtime_error("dictionary keys changed during iteration"));
                }
                dict.entry_from(place).map(|(after, key, value)| {
                    // The caller counts one place on; gaps are passed over here.
                    self.place.set(after - 1);
                    part_of(*part, key, value)
                })
            }
            Kind::Items(items, _) => items.get(place).cloned(),
            Kind::Set { set, items } => {
                if set.len() != items.len() {
                    return Err(vm.runtime_error("Set changed size during iteration"));
                }
                items.get(place).cloned()
            }
            Kind::Over => None,
            Kind::ByIndex(value) => return Ok(Step::Later(Later::Index(value.clone(), place as i64))),
            Kind::ByIndexReversed(value) => {
                let length = vm.len(value)? as i64;
                return Ok(Step::Later(Later::Index(value.clone(), length - 1 - place as i64)));
            }
            Kind::Enumerate { inner, next } => {
                let number = *next;
                *next = number.wrapping_add(1);
                return Ok(Step::Later(Later::Enumerate(inner.clone(), number)));
            }
            Kind::Zip { inner, strict } => return Ok(Step::Later(Later::Zip(inner.clone(), *strict))),
            Kind::Map { function, inner } => return Ok(Step::Later(Later::Map(function.clone(), inner.clone()))),
            Kind::Filter { function, inner } => {
                return Ok(Step::Later(Later::Filter(function.clone(), inner.clone())));
            }
            Kind::Callable { function, sentinel } => {
                return Ok(Step::Later(Later::Callable(function.clone(), sentinel.clone())));
            }
        }))
    }
}

/// The next item, or what must be asked outside of the borrow.
enum Step {
    Done(Option<Value>),
    Later(Later),
}

enum Later {
    Index(Value, i64),
    Enumerate(Value, i64),
    Zip(Vec<Value>, bool),
    Map(Value, Vec<Value>),
    Filter(Value, Value),
    Callable(Value, Value),
}

impl Later {
    fn run(self, vm: &Vm) -> PyResult<Option<Value>> {
        match self {
            Self::Index(_, index) if index < 0 => Ok(None),
            Self::Index(value, index) => match vm.get_item(&value, &Value::int(index)) {
                Err(error)
                    if error.is(&vm.exceptions.index_error) || error.is(&vm.exceptions.stop_iteration) =>
                {
                    Ok(None)
                }
                other => other.map(Some),
            },
            Self::Enumerate(inner, number) => {
                Ok(vm.next(&inner)?.map(|item| Value::tuple(vec![Value::Int(number, Origin::NONE), item])))
            }
            Self::Zip(inner, strict) => zip_next(vm, &inner, strict),
            Self::Map(function, inner) => {
                let mut args = Vec::new();
                for source in &inner {
                    match vm.next(source)? {
                        Some(item) => args.push(item),
                        None => return Ok(None),
                    }
                }
                vm.call(&function, Args::positional(args)).map(Some)
            }
            Self::Filter(function, inner) => {
                while let Some(item) = vm.next(&inner)? {
                    let keep = match &function {
                        Value::None => vm.truth(&item)?,
                        function => {
                            let answer = vm.call(function, Args::one(item.clone()))?;
                            vm.truth(&answer)?
                        }
                    };
                    if keep {
                        return Ok(Some(item));
                    }
                }
                Ok(None)
            }
            Self::Callable(function, sentinel) => {
                let value = vm.call(&function, Args::none())?;
                Ok((!vm.eq(&value, &sentinel)?).then_some(value))
            }
        }
    }
}

fn part_of(part: Part, key: Value, value: Value) -> Value {
    match part {
        Part::Keys => key,
        Part::Values => value,
        Part::Items => Value::tuple(vec![key, value]),
    }
}

fn zip_next(vm: &Vm, inner: &[Value], strict: bool) -> PyResult<Option<Value>> {
    let mut items = Vec::with_capacity(inner.len());
    for (place, source) in inner.iter().enumerate() {
        match vm.next(source)? {
            Some(item) => items.push(item),
            None if !strict => return Ok(None),
            None if place > 0 => {
                let others = if place == 1 { "argument 1".to_owned() } else { format!("arguments 1-{place}") };
                return Err(vm.value_error(&format!("zip() argument {} is shorter than {others}", place + 1)));
            }
            None => {
                for (place, source) in inner.iter().enumerate().skip(1) {
                    if vm.next(source)?.is_some() {
                        let others = if place == 1 { "argument 1".to_owned() } else { format!("arguments 1-{place}") };
                        return Err(vm.value_error(&format!("zip() argument {} is longer than {others}", place + 1)));
                    }
                }
                return Ok(None);
            }
        }
    }
    Ok((!inner.is_empty()).then(|| Value::tuple(items)))
}

/// `type(iterator)`.
pub fn class_of(vm: &Vm, iterator: &Rc<Iter>) -> Rc<Class> {
    let types = &vm.types;
    let class = match &*iterator.kind.borrow() {
        Kind::List(_) | Kind::Over => &types.list_iterator,
        Kind::ListReversed(_) => &types.list_reverse_iterator,
        Kind::Tuple(_) => &types.tuple_iterator,
        Kind::Str(..) => &types.str_iterator,
        Kind::Bytes(_) => &types.bytes_iterator,
        Kind::Range(_) => &types.range_iterator,
        Kind::Dict { part, .. } | Kind::Items(_, part) => match part {
            Part::Keys => &types.dict_key_iterator,
            Part::Values => &types.dict_value_iterator,
            Part::Items => &types.dict_item_iterator,
        },
        Kind::Set { .. } => &types.set_iterator,
        Kind::ByIndex(_) => &types.callable_iterator,
        Kind::ByIndexReversed(_) => &types.reversed,
        Kind::Enumerate { .. } => &types.enumerate,
        Kind::Zip { .. } => &types.zip,
        Kind::Map { .. } => &types.map,
        Kind::Filter { .. } => &types.filter,
        Kind::Callable { .. } => &types.callable_iterator,
    };
    class.clone()
}

/// Give the classes their constructors and methods.
pub fn install(vm: &Vm) {
    let types = &vm.types;
    types.enumerate.constructor.set(Some(enumerate));
    types.zip.constructor.set(Some(zip));
    types.map.constructor.set(Some(map));
    types.filter.constructor.set(Some(filter));
    types.reversed.constructor.set(Some(reversed));
    let classes = [
        &types.enumerate, &types.zip, &types.map, &types.filter, &types.reversed, &types.list_iterator,
        &types.tuple_iterator, &types.str_iterator, &types.bytes_iterator, &types.range_iterator,
        &types.set_iterator, &types.dict_key_iterator, &types.dict_value_iterator, &types.dict_item_iterator,
        &types.list_reverse_iterator, &types.callable_iterator,
    ];
    for class in classes {
        vm.add_methods(class, &[("__iter__", itself), ("__next__", next)]);
    }
}

fn itself(_vm: &Vm, args: Args) -> PyResult {
    Ok(args.positional.into_iter().next().unwrap_or(Value::None))
}

fn next(vm: &Vm, args: Args) -> PyResult {
    let iterator = args.positional.into_iter().next().unwrap_or(Value::None);
    vm.next(&iterator)?.ok_or_else(|| vm.stop_iteration(Value::None))
}

fn value(kind: Kind) -> PyResult {
    Ok(Value::Iterator(Rc::new(Iter::new(kind))))
}

/// `enumerate(iterable, start=0)`.
fn enumerate(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let [iterable, start] = args.bind(vm, "enumerate", "iterable start", 1)?;
    let next = start.map_or(Ok(0), |start| vm.index(&start))?;
    value(Kind::Enumerate { inner: vm.iter(&iterable.unwrap_or(Value::None))?, next })
}

/// `zip(*iterables, strict=False)`.
fn zip(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let mut strict = false;
    for (name, value) in &args.keywords {
        match name.as_str() {
            "strict" => strict = vm.truth(value)?,
            other => return Err(vm.type_error(&format!("zip() got an unexpected keyword argument '{other}'"))),
        }
    }
    let mut inner = Vec::new();
    for iterable in &args.positional {
        inner.push(vm.iter(iterable)?);
    }
    value(Kind::Zip { inner, strict })
}

/// `map(function, *iterables)`.
fn map(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let mut positional = args.positional.into_iter();
    let function = positional.next().unwrap_or(Value::None);
    let inner = positional.map(|iterable| vm.iter(&iterable)).collect::<PyResult<Vec<_>>>()?;
    match inner.is_empty() {
        true => Err(vm.type_error("map() must have at least two arguments.")),
        false => value(Kind::Map { function, inner }),
    }
}

/// `filter(function, iterable)`.
fn filter(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let [function, iterable] = args.bind(vm, "filter", "function iterable /", 2)?;
    let inner = vm.iter(&iterable.unwrap_or(Value::None))?;
    value(Kind::Filter { function: function.unwrap_or(Value::None), inner })
}

/// `reversed(sequence)`.
fn reversed(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let [sequence] = args.bind(vm, "reversed", "sequence /", 1)?;
    let sequence = sequence.unwrap_or(Value::None);
    if let Some(iterator) = vm.call_special(&sequence, "__reversed__", Args::none())? {
        return Ok(iterator);
    }
    match super::receiver::unwrap(&sequence) {
        Value::List(list) => value(Kind::ListReversed(list.clone())),
        Value::Dict(dict) => Ok(Value::Iterator(Rc::new(Iter::over_dict_reversed(dict, Part::Keys)))),
        Value::Range(range) => {
            let length = range.len() as i64;
            let start = range.start.wrapping_add(range.step.wrapping_mul(length - 1));
            let stop = range.start.wrapping_sub(range.step.signum());
            value(Kind::Range(Range { start, stop, step: range.step.wrapping_neg() }))
        }
        Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) => value(Kind::ByIndexReversed(sequence)),
        _ if vm.special(&sequence, "__getitem__").is_some() && vm.special(&sequence, "__len__").is_some() => {
            value(Kind::ByIndexReversed(sequence))
        }
        _ => {
            let name = vm.class_of(&sequence).name.borrow().to_string();
            Err(vm.type_error(&format!("'{name}' object is not reversible")))
        }
    }
}

/// `iter(callable, sentinel)`.
pub fn until(function: Value, sentinel: Value) -> Value {
    Value::Iterator(Rc::new(Iter::new(Kind::Callable { function, sentinel })))
}
