//! A Python value, in 16 bytes.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use num_bigint::BigInt;

use super::{Builtin, Cell, Class, Dict, Function, Method, Module, NativeObject, Object, Property, Set, Str};
use crate::asyncio::coroutines::NativeCoroutine;
use crate::asyncio::futures::FutureRef;
use crate::asyncio::trash::bury;
use crate::python::builtins::iterators::Iter;
use crate::python::host::Python;
use crate::python::vm::generator::{AsyncStep, Generator};

/// The place in the source of the number literal that a value comes from unchanged, so that
/// what depends on it can be dragged. It rides along with the number through variables, calls and
/// containers; arithmetic loses it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin(u32);

impl Origin {
    /// Computed, not written anywhere.
    pub const NONE: Self = Self(0);

    /// The literal that starts at this byte of the source.
    pub fn at(offset: u32) -> Self {
        Self(offset.saturating_add(1))
    }

    /// The byte offset where the literal starts.
    pub fn offset(self) -> Option<u32> {
        self.0.checked_sub(1)
    }
}

/// A Python value. Clones are the same object.
#[derive(Clone, Default)]
pub enum Value {
    #[default]
    None,
    Ellipsis,
    NotImplemented,
    Bool(bool),
    /// An int that fits; all others are [`Value::BigInt`], and never the other way round.
    Int(i64, Origin),
    Float(f64, Origin),
    BigInt(Rc<BigInt>),
    Str(Str),
    Bytes(Rc<Vec<u8>>),
    Tuple(Rc<Tuple>),
    List(Rc<List>),
    Dict(Rc<Dict>),
    /// A set or a frozenset.
    Set(Rc<Set>),
    Range(Rc<Range>),
    Slice(Rc<Slice>),
    Function(Rc<Function>),
    Builtin(Rc<Builtin>),
    /// A function or builtin bound to its first argument.
    Method(Rc<Method>),
    Property(Rc<Property>),
    Class(Rc<Class>),
    /// An instance of a class that Python code defined, or any exception.
    Object(Rc<Object>),
    Module(Rc<Module>),
    /// A generator, a coroutine or an async generator.
    Generator(Rc<Generator>),
    /// One of the built-in iterators.
    Iterator(Rc<Iter>),
    /// One of asyncio's own coroutines.
    Coroutine(Rc<NativeCoroutine<Python>>),
    /// An awaitable of an async generator.
    AsyncStep(Rc<AsyncStep>),
    /// A Future or Task of asyncio.
    Future(FutureRef<Python>),
    /// An instance of a class that a built-in module defines.
    Native(Rc<NativeObject>),
    /// A variable that closures share. Seen only by instructions, never by programs.
    Cell(Rc<Cell>),
}

/// A list's items.
pub struct List(pub RefCell<Vec<Value>>);

impl Drop for List {
    fn drop(&mut self) {
        bury(FromTheEnd(self.0.take()));
    }
}

/// The order in which CPython lets go of a list's items.
struct FromTheEnd(Vec<Value>);

impl Drop for FromTheEnd {
    fn drop(&mut self) {
        while self.0.pop().is_some() {}
    }
}

/// A tuple's items.
pub struct Tuple(Vec<Value>);

impl From<Vec<Value>> for Tuple {
    fn from(items: Vec<Value>) -> Self {
        Self(items)
    }
}

impl Deref for Tuple {
    type Target = Vec<Value>;

    fn deref(&self) -> &Vec<Value> {
        &self.0
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        bury(std::mem::take(&mut self.0));
    }
}

/// `range(start, stop, step)`, in machine integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

/// `slice(start, stop, step)`, each an int or None.
pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Drop for Slice {
    fn drop(&mut self) {
        bury([&mut self.start, &mut self.stop, &mut self.step].map(std::mem::take));
    }
}

impl Range {
    /// How many numbers it has.
    pub fn len(&self) -> usize {
        let (low, high, step) = match self.step {
            0.. => (self.start, self.stop, self.step.unsigned_abs()),
            _ => (self.stop, self.start, self.step.unsigned_abs()),
        };
        match high > low {
            true => usize::try_from((high.abs_diff(low) - 1) / step.max(1) + 1).unwrap_or(usize::MAX),
            false => 0,
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `number in range`.
    pub fn contains(&self, number: i64) -> bool {
        let is_within = match self.step {
            0.. => (self.start..self.stop).contains(&number),
            _ => number <= self.start && number > self.stop,
        };
        let distance = i128::from(number) - i128::from(self.start);
        is_within && distance % i128::from(self.step) == 0
    }

    /// The number at that place; the place must be below [`Range::len`].
    pub fn get(&self, place: usize) -> i64 {
        self.start.wrapping_add(self.step.wrapping_mul(place as i64))
    }
}

impl Value {
    pub fn int(value: i64) -> Self {
        Self::Int(value, Origin::NONE)
    }

    pub fn float(value: f64) -> Self {
        Self::Float(value, Origin::NONE)
    }

    /// An int of any size, in the variant that fits it.
    pub fn big(value: BigInt) -> Self {
        match i64::try_from(&value) {
            Ok(small) => Self::int(small),
            Err(_) => Self::BigInt(Rc::new(value)),
        }
    }

    pub fn str(text: &str) -> Self {
        Self::Str(Str::new(text))
    }

    pub fn string(text: String) -> Self {
        Self::Str(Str::from(text))
    }

    pub fn bytes(bytes: Vec<u8>) -> Self {
        Self::Bytes(Rc::new(bytes))
    }

    pub fn tuple(items: Vec<Value>) -> Self {
        Self::Tuple(Rc::new(Tuple(items)))
    }

    pub fn list(items: Vec<Value>) -> Self {
        Self::List(Rc::new(List(RefCell::new(items))))
    }

    pub fn dict(dict: Dict) -> Self {
        Self::Dict(Rc::new(dict))
    }

    /// `self is other`: the same object, or the same small immutable value.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Self::None, Self::None)
            | (Self::Ellipsis, Self::Ellipsis)
            | (Self::NotImplemented, Self::NotImplemented) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Int(a, _), Self::Int(b, _)) => a == b,
            (Self::Float(a, _), Self::Float(b, _)) => a.to_bits() == b.to_bits(),
            (Self::Str(a), Self::Str(b)) => {
                Str::same(a, b) || (a.as_str().len() <= 1 && a.as_str() == b.as_str())
            }
            (Self::Tuple(a), Self::Tuple(b)) => Rc::ptr_eq(a, b) || (a.is_empty() && b.is_empty()),
            _ => match (self.address(), other.address()) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }

    /// The address of what it points at, for identity; None for what is held in the value itself.
    pub fn address(&self) -> Option<usize> {
        fn of<T>(rc: &Rc<T>) -> Option<usize> {
            Some(Rc::as_ptr(rc).cast::<u8>() as usize)
        }
        match self {
            Self::None
            | Self::Ellipsis
            | Self::NotImplemented
            | Self::Bool(_)
            | Self::Int(..)
            | Self::Float(..) => None,
            Self::BigInt(rc) => of(rc),
            Self::Str(text) => Some(text.address()),
            Self::Bytes(rc) => of(rc),
            Self::Tuple(rc) => of(rc),
            Self::List(rc) => of(rc),
            Self::Dict(rc) => of(rc),
            Self::Set(rc) => of(rc),
            Self::Range(rc) => of(rc),
            Self::Slice(rc) => of(rc),
            Self::Function(rc) => of(rc),
            Self::Builtin(rc) => of(rc),
            Self::Method(rc) => of(rc),
            Self::Property(rc) => of(rc),
            Self::Class(rc) => of(rc),
            Self::Object(rc) => of(rc),
            Self::Module(rc) => of(rc),
            Self::Generator(rc) => of(rc),
            Self::Iterator(rc) => of(rc),
            Self::Coroutine(rc) => of(rc),
            Self::AsyncStep(rc) => of(rc),
            Self::Future(rc) => of(rc),
            Self::Native(rc) => of(rc),
            Self::Cell(rc) => of(rc),
        }
    }

    /// The text, where it is a str (or a subclass's instance).
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(text) => Some(text.as_str()),
            Self::Object(object) => object.inner()?.as_str(),
            _ => None,
        }
    }
}
