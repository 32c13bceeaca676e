//! The built-in iterators. What can be told by looking is told while the iterator is borrowed; what runs Python
//! code is asked afterwards.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use num_bigint::BigInt;

use super::receiver::unwrap;
use crate::python::objects::{Args, Class, Dict, List, NativeFn, PyResult, Range, Set, Str, Value};
use crate::python::vm::Vm;
use crate::python::vm::generator::Generator;

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
    Dict {
        dict: Rc<Dict>,
        part: Part,
        length: usize,
        version: u64,
    },
    /// The items that were there at the start, the last one first.
    DictReversed {
        dict: Rc<Dict>,
        part: Part,
        items: Vec<Value>,
    },
    Set {
        set: Rc<Set>,
        items: Vec<Value>,
    },
    /// By `__getitem__` from 0 until IndexError.
    ByIndex(Value),
    /// By `__getitem__` from below this length down to 0.
    ByIndexReversed(Value, usize),
    Enumerate {
        inner: Value,
        next: Value,
    },
    Zip {
        inner: Vec<Value>,
        strict: bool,
    },
    Map {
        function: Value,
        inner: Vec<Value>,
    },
    Filter {
        function: Value,
        inner: Value,
    },
    Callable {
        function: Value,
        sentinel: Value,
    },
    /// What the library writes as a generator, and has a class of its own.
    OfClass(Rc<Class>, Value),
    /// What a module's own iterator gives for each place.
    Native(Rc<Class>, Rc<NativeNext>),
    /// At its end; what it was.
    Over(Rc<Class>),
}

/// What gives the item at a place, or None at the end.
pub type NativeNext = dyn Fn(&Vm, usize) -> PyResult<Option<Value>>;

/// What of a dict's entries an iterator gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Keys,
    Values,
    Items,
}

impl Part {
    fn of(self, key: Value, value: Value) -> Value {
        match self {
            Self::Keys => key,
            Self::Values => value,
            Self::Items => Value::tuple(vec![key, value]),
        }
    }
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
        let items = dict.items().into_iter().rev().map(|(key, value)| part.of(key, value)).collect();
        Self::new(Kind::DictReversed { dict: dict.clone(), part, items })
    }

    /// An iterator by `__getitem__`.
    pub fn by_index(value: Value) -> Self {
        Self::new(Kind::ByIndex(value))
    }

    /// An iterator of that class over what another gives.
    pub fn of_class(class: Rc<Class>, source: Value) -> Value {
        Value::Iterator(Rc::new(Self::new(Kind::OfClass(class, source))))
    }

    /// An iterator that gives what the function gives for 0, 1, 2 and so on.
    pub fn native(class: Rc<Class>, next: Rc<NativeNext>) -> Value {
        Value::Iterator(Rc::new(Self::new(Kind::Native(class, next))))
    }

    /// The generator that the items come from, if that is all there is to it.
    pub fn generator(&self) -> Option<Rc<Generator>> {
        match &*self.kind.borrow() {
            Kind::OfClass(_, Value::Generator(generator)) => Some(generator.clone()),
            _ => None,
        }
    }

    /// The next item; None at the end.
    ///
    /// # Errors
    /// What functions and inner iterators raise; RuntimeError where a container has changed.
    pub fn next(iterator: &Rc<Self>, vm: &Vm) -> PyResult<Option<Value>> {
        let next = match iterator.step(vm)? {
            Step::Done(value) => value,
            Step::Later(later) => match later.run(vm) {
                // What an inner function raises to end its own iterator ends this one, too.
                Err(error) if error.is(&vm.exceptions.stop_iteration) => return Ok(None),
                next => next?,
            },
        };
        if next.is_none() {
            let class = class_of(vm, iterator);
            let old = iterator.kind.replace(Kind::Over(class));
            drop(old);
        }
        Ok(next)
    }

    /// What can be told while the iterator is borrowed.
    fn step(&self, vm: &Vm) -> PyResult<Step> {
        let place = self.place.get();
        self.place.set(place.saturating_add(1));
        Ok(match &mut *self.kind.borrow_mut() {
            Kind::List(list) => Step::Done(list.0.borrow().get(place).cloned()),
            Kind::ListReversed(list) => {
                let items = list.0.borrow();
                Step::Done(items.len().checked_sub(place + 1).and_then(|place| items.get(place).cloned()))
            }
            Kind::Tuple(items) => Step::Done(items.get(place).cloned()),
            Kind::Str(text, byte) => {
                let next = text.as_str().get(*byte..).and_then(|rest| rest.chars().next());
                *byte += next.map_or(0, char::len_utf8);
                Step::Done(next.map(|character| Value::str(character.encode_utf8(&mut [0; 4]))))
            }
            Kind::Bytes(bytes) => Step::Done(bytes.get(place).map(|&byte| Value::int(byte.into()))),
            Kind::Range(range) => Step::Done((place < range.len()).then(|| Value::int(range.get(place)))),
            Kind::Dict { dict, part, length, version } => {
                check_dict(vm, dict, *length)?;
                if dict.version() != *version {
                    return Err(vm.runtime_error("dictionary keys changed during iteration"));
                }
                Step::Done(dict.entry_from(place).map(|(after, key, value)| {
                    // Past gaps that removed entries have left.
                    self.place.set(after);
                    part.of(key, value)
                }))
            }
            Kind::DictReversed { dict, items, .. } => {
                check_dict(vm, dict, items.len())?;
                Step::Done(items.get(place).cloned())
            }
            Kind::Set { set, items } if set.len() != items.len() => {
                return Err(vm.runtime_error("Set changed size during iteration"));
            }
            Kind::Set { items, .. } => Step::Done(items.get(place).cloned()),
            Kind::Over(_) => Step::Done(None),
            Kind::OfClass(_, source) => Step::Later(Later::Next(source.clone())),
            Kind::Native(_, next) => Step::Later(Later::Native(next.clone(), place)),
            Kind::ByIndex(value) => Step::Later(Later::Index(value.clone(), place)),
            Kind::ByIndexReversed(value, length) => match length.checked_sub(place + 1) {
                Some(place) => Step::Later(Later::Index(value.clone(), place)),
                None => Step::Done(None),
            },
            Kind::Enumerate { inner, next } => {
                let after = one_more(next);
                Step::Later(Later::Enumerate(inner.clone(), std::mem::replace(next, after)))
            }
            Kind::Zip { inner, strict } => Step::Later(Later::Zip(inner.clone(), *strict)),
            Kind::Map { function, inner } => Step::Later(Later::Map(function.clone(), inner.clone())),
            Kind::Filter { function, inner } => Step::Later(Later::Filter(function.clone(), inner.clone())),
            Kind::Callable { function, sentinel } => {
                Step::Later(Later::Callable(function.clone(), sentinel.clone()))
            }
        })
    }
}

fn check_dict(vm: &Vm, dict: &Dict, length: usize) -> PyResult<()> {
    match dict.len() == length {
        true => Ok(()),
        false => Err(vm.runtime_error("dictionary changed size during iteration")),
    }
}

/// The int after this one.
fn one_more(number: &Value) -> Value {
    match number {
        Value::BigInt(number) => Value::big(&**number + 1),
        Value::Int(i64::MAX, _) => Value::big(BigInt::from(i64::MAX) + 1),
        Value::Int(number, _) => Value::int(number + 1),
        other => other.clone(),
    }
}

/// The next item, or what must be asked outside of the borrow.
enum Step {
    Done(Option<Value>),
    Later(Later),
}

enum Later {
    Next(Value),
    Native(Rc<NativeNext>, usize),
    Index(Value, usize),
    Enumerate(Value, Value),
    Zip(Vec<Value>, bool),
    Map(Value, Vec<Value>),
    Filter(Value, Value),
    Callable(Value, Value),
}

impl Later {
    fn run(self, vm: &Vm) -> PyResult<Option<Value>> {
        match self {
            Self::Next(source) => vm.next(&source),
            Self::Native(next, place) => next(vm, place),
            Self::Index(value, place) => match vm.get_item(&value, &Value::int(place as i64)) {
                Err(error)
                    if error.is(&vm.exceptions.index_error) || error.is(&vm.exceptions.stop_iteration) =>
                {
                    Ok(None)
                }
                other => other.map(Some),
            },
            Self::Enumerate(inner, number) => {
                Ok(vm.next(&inner)?.map(|item| Value::tuple(vec![number, item])))
            }
            Self::Zip(inner, strict) => zip_next(vm, &inner, strict),
            Self::Map(function, inner) => {
                let mut args = Vec::with_capacity(inner.len());
                for source in &inner {
                    match vm.next(source)? {
                        Some(item) => args.push(item),
                        None => return Ok(None),
                    }
                }
                vm.call(&function, Args::positional(args)).map(Some)
            }
            Self::Filter(function, inner) => filter_next(vm, &function, &inner),
            Self::Callable(function, sentinel) => {
                let value = vm.call(&function, Args::none())?;
                Ok((!vm.eq(&value, &sentinel)?).then_some(value))
            }
        }
    }
}

fn filter_next(vm: &Vm, function: &Value, inner: &Value) -> PyResult<Option<Value>> {
    while let Some(item) = vm.next(inner)? {
        let keep = match function {
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

fn zip_next(vm: &Vm, inner: &[Value], strict: bool) -> PyResult<Option<Value>> {
    let mut items = Vec::with_capacity(inner.len());
    for (place, source) in inner.iter().enumerate() {
        match vm.next(source)? {
            Some(item) => items.push(item),
            None if !strict => return Ok(None),
            None if place > 0 => return Err(uneven(vm, place, "shorter")),
            None => return zip_end(vm, inner),
        }
    }
    Ok((!inner.is_empty()).then(|| Value::tuple(items)))
}

/// The first of the iterables is at its end; with `strict` all must be.
fn zip_end(vm: &Vm, inner: &[Value]) -> PyResult<Option<Value>> {
    for (place, source) in inner.iter().enumerate().skip(1) {
        if vm.next(source)?.is_some() {
            return Err(uneven(vm, place, "longer"));
        }
    }
    Ok(None)
}

fn uneven(vm: &Vm, place: usize, how: &str) -> crate::python::objects::Raised {
    let others = if place == 1 { "argument 1".to_owned() } else { format!("arguments 1-{place}") };
    vm.value_error(&format!("zip() argument {} is {how} than {others}", place + 1))
}

/// `type(iterator)`.
pub fn class_of(vm: &Vm, iterator: &Rc<Iter>) -> Rc<Class> {
    let types = &vm.types;
    let kind = iterator.kind.borrow();
    let class = match &*kind {
        Kind::List(_) => &types.list_iterator,
        Kind::ListReversed(_) => &types.list_reverse_iterator,
        Kind::Tuple(_) => &types.tuple_iterator,
        Kind::Str(..) => &types.str_iterator,
        Kind::Bytes(_) => &types.bytes_iterator,
        Kind::Range(_) => &types.range_iterator,
        Kind::Dict { part: Part::Keys, .. } => &types.dict_key_iterator,
        Kind::Dict { part: Part::Values, .. } => &types.dict_value_iterator,
        Kind::Dict { part: Part::Items, .. } => &types.dict_item_iterator,
        Kind::DictReversed { part: Part::Keys, .. } => &types.dict_reverse_key_iterator,
        Kind::DictReversed { part: Part::Values, .. } => &types.dict_reverse_value_iterator,
        Kind::DictReversed { part: Part::Items, .. } => &types.dict_reverse_item_iterator,
        Kind::Set { .. } => &types.set_iterator,
        Kind::ByIndex(_) => &types.iterator,
        Kind::ByIndexReversed(..) => &types.reversed,
        Kind::Enumerate { .. } => &types.enumerate,
        Kind::Zip { .. } => &types.zip,
        Kind::Map { .. } => &types.map,
        Kind::Filter { .. } => &types.filter,
        Kind::Callable { .. } => &types.callable_iterator,
        Kind::Native(class, _) | Kind::OfClass(class, _) => class,
        Kind::Over(class) => class,
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
        &types.enumerate,
        &types.zip,
        &types.map,
        &types.filter,
        &types.reversed,
        &types.iterator,
        &types.list_iterator,
        &types.tuple_iterator,
        &types.str_iterator,
        &types.bytes_iterator,
        &types.range_iterator,
        &types.set_iterator,
        &types.dict_key_iterator,
        &types.dict_value_iterator,
        &types.dict_item_iterator,
        &types.dict_reverse_key_iterator,
        &types.dict_reverse_value_iterator,
        &types.dict_reverse_item_iterator,
        &types.list_reverse_iterator,
        &types.callable_iterator,
        &types.deque_iterator,
    ];
    for class in classes {
        vm.add_methods(class, METHODS);
    }
}

/// The methods that every iterator has.
pub const METHODS: &[(&str, NativeFn)] = &[("__iter__", itself), ("__next__", next)];

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
    let next = match start.map_or(Ok(Value::int(0)), |start| super::int::index(vm, &start))? {
        // What is counted is computed, wherever the start was written.
        Value::Int(number, _) => Value::int(number),
        large => large,
    };
    value(Kind::Enumerate { inner: vm.iter(&iterable.unwrap_or(Value::None))?, next })
}

/// `zip(*iterables, strict=False)`.
fn zip(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let mut strict = false;
    for (name, value) in &args.keywords {
        match name.as_str() {
            "strict" => strict = vm.truth(value)?,
            other => {
                return Err(vm.type_error(&format!("zip() got an unexpected keyword argument '{other}'")));
            }
        }
    }
    let inner = args.positional.iter().map(|iterable| vm.iter(iterable)).collect::<PyResult<Vec<_>>>()?;
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
    match unwrap(&sequence) {
        Value::List(list) => value(Kind::ListReversed(list.clone())),
        Value::Dict(dict) => Ok(Value::Iterator(Rc::new(Iter::over_dict_reversed(dict, Part::Keys)))),
        Value::Range(range) => {
            let length = range.len() as i64;
            let start = range.start.wrapping_add(range.step.wrapping_mul(length - 1));
            let stop = range.start.wrapping_sub(range.step.signum());
            value(Kind::Range(Range { start, stop, step: range.step.wrapping_neg() }))
        }
        Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) => by_index_reversed(vm, sequence),
        _ if vm.special(&sequence, "__getitem__").is_some() && vm.special(&sequence, "__len__").is_some() => {
            by_index_reversed(vm, sequence)
        }
        _ => {
            let name = vm.class_of(&sequence).name.borrow().to_string();
            Err(vm.type_error(&format!("'{name}' object is not reversible")))
        }
    }
}

fn by_index_reversed(vm: &Vm, sequence: Value) -> PyResult {
    let length = vm.len(&sequence)?;
    value(Kind::ByIndexReversed(sequence, length))
}

/// `iter(callable, sentinel)`.
pub fn until(function: Value, sentinel: Value) -> Value {
    Value::Iterator(Rc::new(Iter::new(Kind::Callable { function, sentinel })))
}
