//! Python's set. The order of a set is visible wherever it is iterated over or printed, so the
//! table is laid out as CPython's `setobject.c` does it: open addressing with short linear runs. Items
//! that hash by identity have no such order, for addresses differ from run to run; a set with one of
//! those keeps the order of insertion.

use std::cell::RefCell;

use super::{PyResult, Value};
use crate::python::vm::Vm;

/// CPython's `LINEAR_PROBES`.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const SMALLEST: usize = 8;

#[derive(Clone)]
struct Entry {
    hash: i64,
    key: Value,
    /// The place in the order of insertion.
    serial: u64,
}

#[derive(Clone)]
enum Slot {
    Free,
    Dummy,
    Used(Entry),
}

#[derive(Clone)]
struct Body {
    table: Vec<Slot>,
    /// Slots that are not free: items and dummies.
    fill: usize,
    used: usize,
    serial: u64,
    /// Items that hash by identity.
    by_identity: usize,
    finger: usize,
}

/// A set or a frozenset.
pub struct Set {
    frozen: bool,
    body: RefCell<Body>,
}

impl Set {
    pub fn new(frozen: bool) -> Self {
        Self { frozen, body: RefCell::new(Body::new(SMALLEST)) }
    }

    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    pub fn len(&self) -> usize {
        self.body.borrow().used
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items in the order of iteration.
    pub fn items(&self) -> Vec<Value> {
        self.body.borrow().entries().into_iter().map(|entry| entry.key.clone()).collect()
    }

    /// Add an item; whether it was not there.
    ///
    /// # Errors
    /// What `hash()` or `==` raises.
    pub fn add(&self, vm: &Vm, key: Value) -> PyResult<bool> {
        let hash = vm.hash(&key)?;
        if self.find(vm, &key, hash)?.is_some() {
            return Ok(false);
        }
        self.body.borrow_mut().insert(hash, key);
        Ok(true)
    }

    /// `item in self`.
    ///
    /// # Errors
    /// What `hash()` or `==` raises.
    pub fn contains(&self, vm: &Vm, key: &Value) -> PyResult<bool> {
        Ok(self.find(vm, key, vm.hash(key)?)?.is_some())
    }

    /// Remove an item; whether it was there.
    ///
    /// # Errors
    /// What `hash()` or `==` raises.
    pub fn discard(&self, vm: &Vm, key: &Value) -> PyResult<bool> {
        let found = self.find(vm, key, vm.hash(key)?)?;
        Ok(found.is_some_and(|place| self.body.borrow_mut().remove(place).is_some()))
    }

    /// Remove and give any item: `set.pop()`.
    pub fn pop(&self) -> Option<Value> {
        let mut body = self.body.borrow_mut();
        let place = match body.by_identity > 0 {
            true => {
                let first = body.entries().first()?.serial;
                body.table.iter().position(|slot| matches!(slot, Slot::Used(entry) if entry.serial == first))?
            }
            false => {
                let length = body.table.len();
                let start = body.finger & (length - 1);
                let place = (0..length)
                    .map(|step| (start + step) & (length - 1))
                    .find(|&place| matches!(body.table[place], Slot::Used(_)))?;
                body.finger = place + 1;
                place
            }
        };
        body.remove(place)
    }

    pub fn clear(&self) {
        let old = self.body.replace(Body::new(SMALLEST));
        drop(old);
    }

    /// A set with the same items.
    pub fn copy_as(&self, frozen: bool) -> Self {
        let body = self.body.borrow();
        let mut copy = Body::new(SMALLEST);
        copy.merge(&body);
        Self { frozen, body: RefCell::new(copy) }
    }

    /// The set with more items.
    ///
    /// # Errors
    /// What `hash()` or `==` raises.
    pub fn extended(self, vm: &Vm, items: Vec<Value>) -> PyResult<Self> {
        for item in items {
            self.add(vm, item)?;
        }
        Ok(self)
    }

    /// Take the other's items in place of the own.
    pub fn replace(&self, other: &Set) {
        let body = other.body.borrow().clone();
        let old = self.body.replace(body);
        drop(old);
    }

    /// Where an equal item is. Items that Python code must compare are compared outside of the borrow.
    fn find(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<Option<usize>> {
        let mut undecided = Vec::new();
        {
            let body = self.body.borrow();
            for place in body.probes(hash) {
                match &body.table[place] {
                    Slot::Free => break,
                    Slot::Used(entry) if entry.hash == hash => match (&entry.key, key) {
                        (own, key) if own.is(key) => return Ok(Some(place)),
                        (Value::Str(own), Value::Str(key)) if own == key => return Ok(Some(place)),
                        (own, _) => undecided.push((place, own.clone())),
                    },
                    _ => {}
                }
            }
        }
        for (place, own) in undecided {
            if vm.eq(&own, key)? {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }
}

impl Body {
    fn new(size: usize) -> Self {
        Self { table: vec![Slot::Free; size], fill: 0, used: 0, serial: 0, by_identity: 0, finger: 0 }
    }

    fn entries(&self) -> Vec<&Entry> {
        let slots = self.table.iter().filter_map(|slot| match slot {
            Slot::Used(entry) => Some(entry),
            _ => None,
        });
        let mut entries: Vec<&Entry> = slots.collect();
        if self.by_identity > 0 {
            entries.sort_by_key(|entry| entry.serial);
        }
        entries
    }

    /// The slots where an item with this hash may be, in the order in which they are tried.
    fn probes(&self, hash: i64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.table.len() - 1;
        let mut perturb = hash as u64;
        let mut start = hash as usize & mask;
        let mut step = 0;
        // Every slot is met in the end: the perturbation runs out.
        std::iter::from_fn(move || {
            if step > LINEAR_PROBES || start + step > mask || (step > 0 && start + LINEAR_PROBES > mask) {
                perturb >>= PERTURB_SHIFT;
                start = (start.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize)) & mask;
                step = 0;
            }
            step += 1;
            Some(start + step - 1)
        })
    }

    fn insert(&mut self, hash: i64, key: Value) {
        self.by_identity += usize::from(hashes_by_identity(&key));
        let entry = Entry { hash, key, serial: self.serial };
        self.serial += 1;
        self.place(entry);
        self.used += 1;
        if self.fill * 5 >= (self.table.len() - 1) * 3 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    fn place(&mut self, entry: Entry) {
        let place = self.probes(entry.hash).find(|&place| matches!(self.table[place], Slot::Free));
        if let Some(place) = place {
            self.table[place] = Slot::Used(entry);
            self.fill += 1;
        }
    }

    /// A table that is larger than so many.
    fn resize(&mut self, more_than: usize) {
        let mut size = SMALLEST;
        while size <= more_than {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.table, vec![Slot::Free; size]);
        self.fill = 0;
        for slot in old {
            if let Slot::Used(entry) = slot {
                self.place(entry);
            }
        }
    }

    fn remove(&mut self, place: usize) -> Option<Value> {
        match std::mem::replace(&mut self.table[place], Slot::Dummy) {
            Slot::Used(entry) => {
                self.used -= 1;
                self.by_identity -= usize::from(hashes_by_identity(&entry.key));
                Some(entry.key)
            }
            other => {
                self.table[place] = other;
                None
            }
        }
    }

    /// CPython's `set_merge` into an empty set.
    fn merge(&mut self, other: &Self) {
        if (self.fill + other.used) * 5 >= (self.table.len() - 1) * 3 {
            self.resize((self.used + other.used) * 2);
        }
        if self.table.len() == other.table.len() && other.fill == other.used {
            self.table.clone_from(&other.table);
            self.fill = other.fill;
        } else {
            for entry in other.table.iter().filter_map(|slot| match slot {
                Slot::Used(entry) => Some(entry.clone()),
                _ => None,
            }) {
                self.place(entry);
            }
        }
        self.used = other.used;
        self.serial = other.serial;
        self.by_identity = other.by_identity;
    }
}

/// Whether the hash is an address, which means nothing outside of this run.
fn hashes_by_identity(value: &Value) -> bool {
    !matches!(
        value,
        Value::None
            | Value::Bool(_)
            | Value::Int(..)
            | Value::Float(..)
            | Value::BigInt(_)
            | Value::Str(_)
            | Value::Bytes(_)
            | Value::Tuple(_)
            | Value::Set(_)
            | Value::Range(_)
    )
}
