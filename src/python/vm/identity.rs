//! `id(x)`: numbers that look like addresses, but are the same in each run: objects are numbered as they
//! are first asked for.

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use hashbrown::HashMap;

use super::Vm;
use crate::python::objects::Value;

/// Where numbering begins, and how far apart objects are.
const FIRST: u64 = 0x7f00_0000_0010;
const DISTANCE: u64 = 0x10;

/// What is asked for often is forgotten when it is gone, whenever this many more objects are known.
const LEAST_KEPT: usize = 1024;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Address(usize),
    /// What is held in the value itself: which kind, and its bits.
    Plain(u8, u64),
}

/// Keeps an object's address from being used again; not the object itself, whose end may be of consequence.
/// None for what has no address.
type Hold = Option<Weak<dyn Any>>;

/// The objects whose identity was asked for.
#[derive(Default)]
pub struct Identities {
    known: RefCell<HashMap<Key, (u64, Hold)>>,
    count: std::cell::Cell<u64>,
}

impl Identities {
    fn number(&self, key: Key, value: &Value) -> u64 {
        let mut known = self.known.borrow_mut();
        if let Some((number, _)) = known.get(&key) {
            return *number;
        }
        if known.len() >= LEAST_KEPT && known.len() == known.capacity() {
            known.retain(|_, (_, hold)| hold.as_ref().is_none_or(|weak| weak.strong_count() > 0));
        }
        let number = FIRST + DISTANCE * self.count.get();
        self.count.set(self.count.get() + 1);
        known.insert(key, (number, hold(value)));
        number
    }
}

fn hold(value: &Value) -> Hold {
    fn weak<T: Any>(rc: &Rc<T>) -> Hold {
        let weak: Weak<T> = Rc::downgrade(rc);
        Some(weak)
    }
    match value {
        Value::None
        | Value::Ellipsis
        | Value::NotImplemented
        | Value::Bool(_)
        | Value::Int(..)
        | Value::Float(..) => None,
        Value::Str(text) => Some(text.downgrade()),
        Value::BigInt(rc) => weak(rc),
        Value::Bytes(rc) => weak(rc),
        Value::Tuple(rc) => weak(rc),
        Value::List(rc) => weak(rc),
        Value::Dict(rc) => weak(rc),
        Value::Set(rc) => weak(rc),
        Value::Range(rc) => weak(rc),
        Value::Slice(rc) => weak(rc),
        Value::Function(rc) => weak(rc),
        Value::Builtin(rc) => weak(rc),
        Value::Method(rc) => weak(rc),
        Value::Property(rc) => weak(rc),
        Value::Class(rc) => weak(rc),
        Value::Object(rc) => weak(rc),
        Value::Module(rc) => weak(rc),
        Value::Generator(rc) => weak(rc),
        Value::Iterator(rc) => weak(rc),
        Value::Coroutine(rc) => weak(rc),
        Value::AsyncStep(rc) => weak(rc),
        Value::Future(rc) => weak(rc),
        Value::Native(rc) => weak(rc),
        Value::Cell(rc) => weak(rc),
    }
}

/// Values that [`Value::is`] takes for the same have the same key.
fn key(value: &Value) -> Key {
    match value {
        Value::None => Key::Plain(0, 0),
        Value::Ellipsis => Key::Plain(1, 0),
        Value::NotImplemented => Key::Plain(2, 0),
        Value::Bool(truth) => Key::Plain(3, u64::from(*truth)),
        Value::Int(number, _) => Key::Plain(4, *number as u64),
        Value::Float(number, _) => Key::Plain(5, number.to_bits()),
        Value::Tuple(items) if items.is_empty() => Key::Plain(6, 0),
        Value::Str(text) if text.as_str().len() <= 1 => {
            Key::Plain(7, text.as_str().bytes().next().map_or(0x100, u64::from))
        }
        other => Key::Address(other.address().unwrap_or(0)),
    }
}

impl Vm {
    /// `id(value)`: the same as long as the object lives, and never that of another.
    pub fn id_of(&self, value: &Value) -> u64 {
        self.identities.number(key(value), value)
    }

    /// `hash(value)` of what has no `__hash__` of its own.
    pub fn identity_hash(&self, value: &Value) -> i64 {
        (self.id_of(value) >> 4) as i64
    }

    /// Whether CPython hashes the value, or something in it, by where it is in memory.
    pub fn is_hashed_by_identity(&self, value: &Value) -> bool {
        match value {
            Value::None
            | Value::Bool(_)
            | Value::Int(..)
            | Value::Float(..)
            | Value::BigInt(_)
            | Value::Str(_)
            | Value::Bytes(_)
            | Value::Range(_)
            | Value::Slice(_) => false,
            Value::Tuple(items) => items.iter().any(|item| self.is_hashed_by_identity(item)),
            Value::Set(set) => set.items().iter().any(|item| self.is_hashed_by_identity(item)),
            Value::Object(object) => match (self.override_of(value, "__hash__"), object.inner()) {
                (Some(_), _) => false,
                (None, Some(inner)) => self.is_hashed_by_identity(inner),
                (None, None) => true,
            },
            Value::Native(_) => self.override_of(value, "__hash__").is_none(),
            _ => true,
        }
    }
}
