//! Python's set and frozenset.

use std::cell::{Cell, RefCell};

use super::set_table::Table;
use super::{PyResult, Value};
use crate::asyncio::trash::bury;
use crate::python::builtins::receiver::unwrap;
use crate::python::vm::Vm;

/// A set or a frozenset. Iterates in CPython's order; but where an item is hashed by its identity, CPython's
/// order is chance, and here it is the order in which the items were added.
pub struct Set {
    frozen: bool,
    table: RefCell<Table>,
    by_identity: Cell<bool>,
    /// Grows with each change: comparing items may run Python code, which may change the set.
    version: Cell<u64>,
}

impl Drop for Set {
    fn drop(&mut self) {
        bury(self.table.take());
    }
}

impl Set {
    pub fn new(frozen: bool) -> Self {
        Self { frozen, table: RefCell::default(), by_identity: Cell::new(false), version: Cell::new(0) }
    }

    /// Whether it is a frozenset.
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    pub fn len(&self) -> usize {
        self.table.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items in the order of iteration.
    pub fn items(&self) -> Vec<Value> {
        let table = self.table.borrow();
        if !self.by_identity.get() {
            return table.items().map(|item| item.key.clone()).collect();
        }
        let mut items: Vec<_> = table.items().collect();
        items.sort_by_key(|item| item.serial);
        items.into_iter().map(|item| item.key.clone()).collect()
    }

    /// The hashes of the items, in some order.
    pub fn hashes(&self) -> Vec<i64> {
        self.table.borrow().items().map(|item| item.hash).collect()
    }

    /// Add an item; whether it is new.
    ///
    /// # Errors
    /// What `hash(item)` or `==` raises.
    pub fn add(&self, vm: &Vm, item: Value) -> PyResult<bool> {
        let hash = vm.hash(&item)?;
        if self.find(vm, &item, hash)?.is_some() {
            return Ok(false);
        }
        vm.check_size(self.len().saturating_mul(size_of::<Value>() * 4))?;
        if vm.is_hashed_by_identity(&item) {
            self.by_identity.set(true);
        }
        self.table.borrow_mut().add(hash, item);
        self.changed();
        Ok(true)
    }

    /// `item in self`.
    ///
    /// # Errors
    /// What `hash(item)` or `==` raises.
    pub fn contains(&self, vm: &Vm, item: &Value) -> PyResult<bool> {
        Ok(self.find(vm, item, vm.hash(item)?)?.is_some())
    }

    /// Remove an item; whether it was there.
    ///
    /// # Errors
    /// What `hash(item)` or `==` raises.
    pub fn discard(&self, vm: &Vm, item: &Value) -> PyResult<bool> {
        let found = self.find(vm, item, vm.hash(item)?)?;
        let removed = found.and_then(|place| self.table.borrow_mut().remove(place));
        self.changed();
        Ok(removed.is_some())
    }

    /// Remove some item.
    pub fn pop(&self) -> Option<Value> {
        self.changed();
        let mut table = self.table.borrow_mut();
        if self.by_identity.get() { table.pop_oldest() } else { table.pop() }
    }

    pub fn clear(&self) {
        let old = self.table.take();
        self.by_identity.set(false);
        self.changed();
        drop(old);
    }

    /// A set with the same items.
    pub fn copy_as(&self, frozen: bool) -> Self {
        let copy = Self::new(frozen);
        copy.take_over(self);
        copy
    }

    /// Add all items of another set.
    ///
    /// # Errors
    /// What `==` raises.
    pub fn merge(&self, vm: &Vm, other: &Set) -> PyResult<()> {
        if std::ptr::eq(self, other) || other.is_empty() || self.take_over(other) {
            return Ok(());
        }
        for item in other.items() {
            self.add(vm, item)?;
        }
        Ok(())
    }

    /// Make room for the items of another set; where this set never had any, take them.
    fn take_over(&self, other: &Set) -> bool {
        if std::ptr::eq(self, other) || other.is_empty() {
            return true;
        }
        let mut table = self.table.borrow_mut();
        table.reserve(other.len());
        let taken = table.fill_from(&other.table.borrow());
        if taken {
            self.by_identity.set(other.by_identity.get());
            self.changed();
        }
        taken
    }

    /// `self.update(iterable)`.
    ///
    /// # Errors
    /// TypeError for what cannot be iterated over; what hashing or comparing an item raises.
    pub fn update(&self, vm: &Vm, iterable: &Value) -> PyResult<()> {
        match (iterable, unwrap(iterable)) {
            (_, Value::Set(other)) => return self.merge(vm, other),
            (Value::Dict(dict), _) => self.table.borrow_mut().reserve(dict.len()),
            _ => {}
        }
        let iterator = vm.iter(iterable)?;
        while let Some(item) = vm.next(&iterator)? {
            self.add(vm, item)?;
        }
        Ok(())
    }

    /// Exchange the items with those of another set.
    pub fn swap(&self, other: &Set) {
        if std::ptr::eq(self, other) {
            return;
        }
        self.table.swap(&other.table);
        self.by_identity.swap(&other.by_identity);
        self.changed();
        other.changed();
    }

    /// After many items were removed one by one.
    pub fn shed_dummies(&self) {
        self.table.borrow_mut().shed_dummies();
    }

    fn changed(&self) {
        self.version.set(self.version.get() + 1);
    }

    /// Where the item is. Items that Python code must compare are compared outside of the borrow.
    fn find(&self, vm: &Vm, item: &Value, hash: i64) -> PyResult<Option<usize>> {
        loop {
            let undecided = match self.look(item, hash) {
                Ok(found) => return Ok(found),
                Err(undecided) => undecided,
            };
            let version = self.version.get();
            let mut is_stale = false;
            for (place, candidate) in undecided {
                let is_equal = vm.eq(&candidate, item)?;
                is_stale = self.version.get() != version;
                if is_stale {
                    break;
                }
                if is_equal {
                    return Ok(Some(place));
                }
            }
            if !is_stale {
                return Ok(None);
            }
        }
    }

    /// Where the item is, as far as that can be told without Python code: else the items to compare with.
    fn look(&self, item: &Value, hash: i64) -> Result<Option<usize>, Vec<(usize, Value)>> {
        let table = self.table.borrow();
        let mut undecided = Vec::new();
        for (place, candidate) in table.with_hash(hash) {
            match (candidate, item) {
                (candidate, item) if candidate.is(item) => return Ok(Some(place)),
                (Value::Str(one), Value::Str(other)) if one == other => return Ok(Some(place)),
                (Value::Str(_), Value::Str(_)) => {}
                _ => undecided.push((place, candidate.clone())),
            }
        }
        if undecided.is_empty() { Ok(None) } else { Err(undecided) }
    }
}
