//! What a built-in operation costs beside the one instruction that it is: those that go through all of a long
//! text or a large container do so at once, so they are charged for it before they begin.

use super::Vm;
use crate::python::builtins::receiver::unwrap;
use crate::python::objects::{Args, PyResult, Value};

/// Nothing is charged for what is smaller, in items or bytes.
const SMALL: usize = 1 << 10;

/// Methods of lists that move all items.
const MOVING: [&str; 5] = ["copy", "extend", "insert", "remove", "reverse"];
/// Methods that are as short on a large receiver.
const SHORT: [&str; 14] = [
    "len",
    "append",
    "pop",
    "add",
    "get",
    "discard",
    "setdefault",
    "popitem",
    "keys",
    "values",
    "items",
    "iter",
    "isinstance",
    "next",
];

impl Vm {
    /// Charge for going through so many items or bytes, a few of which are done in an instruction's time.
    ///
    /// # Errors
    /// When the budget of instructions is spent.
    pub fn charge(&self, amount: usize, at_once: usize) -> PyResult<()> {
        if amount < SMALL { Ok(()) } else { self.work((amount / at_once) as u64) }
    }

    /// Charge for a call of a built-in function or class, by what it is called on.
    ///
    /// # Errors
    /// When the budget of instructions is spent.
    pub(super) fn charge_call(&self, name: &str, args: &Args) -> PyResult<()> {
        let Some(receiver) = args.positional.first() else { return Ok(()) };
        let receiver = unwrap(receiver);
        let size = match receiver {
            Value::Str(text) => text.as_str().len(),
            Value::Bytes(bytes) => bytes.len(),
            Value::List(list) => list.0.borrow().len(),
            Value::Tuple(items) => items.len(),
            Value::Dict(dict) => dict.len(),
            Value::Set(set) => set.len(),
            _ => return Ok(()),
        };
        if size < SMALL {
            return Ok(());
        }
        let at_once = match (receiver, name) {
            (Value::List(_), "pop") if args.positional.len() > 1 => 64,
            (Value::List(_), "sort") | (_, "sorted") => {
                return self.work(size as u64 * u64::from(size.ilog2()) / 4);
            }
            (_, name) if SHORT.contains(&name) => return Ok(()),
            (Value::Str(_) | Value::Bytes(_), _) => 16,
            (Value::List(_), name) if MOVING.contains(&name) => 64,
            (_, "set" | "frozenset" | "dict" | "copy" | "update" | "union") => 1,
            (_, "intersection" | "difference" | "symmetric_difference" | "issubset" | "issuperset") => 1,
            _ => 16,
        };
        self.charge(size, at_once)
    }
}
