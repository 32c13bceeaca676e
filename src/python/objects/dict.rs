//! Python's dict: a compact array of entries in insertion order, and a table of their places.
//! Looking a key up may run Python code (`__eq__`), so no borrow is held while keys are compared
//! that need it.

use std::cell::{Cell, RefCell};

use hashbrown::HashTable;

use super::{PyResult, Str, Value};
use crate::asyncio::trash::bury;
use crate::python::vm::Vm;

struct Entry {
    hash: i64,
    key: Value,
    value: Value,
}

#[derive(Default)]
struct Body {
    /// Deleted entries leave a gap until the next growth.
    entries: Vec<Option<Entry>>,
    table: HashTable<u32>,
    live: usize,
}

/// A dict; also the namespace of modules, classes and instances.
#[derive(Default)]
pub struct Dict {
    body: RefCell<Body>,
    /// Grows with each change of its keys: for caches, and to notice changes while iterating.
    version: Cell<u64>,
}

impl Drop for Dict {
    fn drop(&mut self) {
        bury(self.body.take());
    }
}

impl Dict {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn len(&self) -> usize {
        self.body.borrow().live
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Grows with each key that is added or removed.
    pub fn version(&self) -> u64 {
        self.version.get()
    }

    /// The value under a str key.
    pub fn get_str(&self, key: &Str) -> Option<Value> {
        let body = self.body.borrow();
        let place = body.find_str(key)?;
        body.entries[place].as_ref().map(|entry| entry.value.clone())
    }

    /// Set the value under a str key.
    pub fn set_str(&self, key: &Str, value: Value) {
        let mut body = self.body.borrow_mut();
        if let Some(place) = body.find_str(key) {
            if let Some(entry) = &mut body.entries[place] {
                let old = std::mem::replace(&mut entry.value, value);
                drop(body);
                drop(old);
            }
            return;
        }
        body.push(key.hash(), Value::Str(key.clone()), value);
        self.version.set(self.version.get() + 1);
    }

    /// [`Dict::set_str`] with a key that is not a str object yet.
    pub fn set(&self, key: &str, value: Value) {
        self.set_str(&Str::new(key), value);
    }

    /// Remove a str key; its value, if it was there.
    pub fn remove_str(&self, key: &Str) -> Option<Value> {
        let place = self.body.borrow().find_str(key)?;
        Some(self.take(place)?.1)
    }

    /// `self[key]`, or None.
    ///
    /// # Errors
    /// What `hash(key)` or `==` raises.
    pub fn get(&self, vm: &Vm, key: &Value) -> PyResult<Option<Value>> {
        if let Value::Str(key) = key {
            return Ok(self.get_str(key));
        }
        let Some(place) = self.find(vm, key, vm.hash(key)?)? else { return Ok(None) };
        let body = self.body.borrow();
        Ok(body.entries.get(place).and_then(Option::as_ref).map(|entry| entry.value.clone()))
    }

    /// `self[key] = value`. The old key object stays.
    ///
    /// # Errors
    /// What `hash(key)` or `==` raises.
    pub fn insert(&self, vm: &Vm, key: Value, value: Value) -> PyResult<()> {
        if let Value::Str(key) = &key {
            self.set_str(key, value);
            return Ok(());
        }
        let hash = vm.hash(&key)?;
        let found = self.find(vm, &key, hash)?;
        let mut body = self.body.borrow_mut();
        if let Some(Some(entry)) = found.and_then(|place| body.entries.get_mut(place)) {
            let old = std::mem::replace(&mut entry.value, value);
            drop(body);
            drop(old);
            return Ok(());
        }
        body.push(hash, key, value);
        self.version.set(self.version.get() + 1);
        Ok(())
    }

    /// Remove a key; its entry, if it was there.
    ///
    /// # Errors
    /// What `hash(key)` or `==` raises.
    pub fn remove(&self, vm: &Vm, key: &Value) -> PyResult<Option<(Value, Value)>> {
        let found = self.find(vm, key, vm.hash(key)?)?;
        Ok(found.and_then(|place| self.take(place)))
    }

    /// Remove the entry that was added last.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        let place = self.body.borrow().entries.iter().rposition(Option::is_some)?;
        self.take(place)
    }

    /// The first entry at or after a place, and the place after it: iteration that survives changes.
    pub fn entry_from(&self, place: usize) -> Option<(usize, Value, Value)> {
        let body = self.body.borrow();
        let rest = body.entries.get(place..)?;
        let skip = rest.iter().position(Option::is_some)?;
        let entry = rest[skip].as_ref()?;
        Some((place + skip + 1, entry.key.clone(), entry.value.clone()))
    }

    pub fn keys(&self) -> Vec<Value> {
        self.body.borrow().entries.iter().flatten().map(|entry| entry.key.clone()).collect()
    }

    pub fn values(&self) -> Vec<Value> {
        self.body.borrow().entries.iter().flatten().map(|entry| entry.value.clone()).collect()
    }

    pub fn items(&self) -> Vec<(Value, Value)> {
        self.body
            .borrow()
            .entries
            .iter()
            .flatten()
            .map(|entry| (entry.key.clone(), entry.value.clone()))
            .collect()
    }

    pub fn clear(&self) {
        let old = self.body.take();
        self.version.set(self.version.get() + 1);
        drop(old);
    }

    /// A dict with the same entries.
    pub fn copy(&self) -> Self {
        let copy = Self::new();
        let body = self.body.borrow();
        let mut into = copy.body.borrow_mut();
        for entry in body.entries.iter().flatten() {
            into.push(entry.hash, entry.key.clone(), entry.value.clone());
        }
        drop(into);
        copy
    }

    fn take(&self, place: usize) -> Option<(Value, Value)> {
        let mut body = self.body.borrow_mut();
        let entry = body.entries.get_mut(place)?.take()?;
        if let Ok(slot) = body.table.find_entry(entry.hash as u64, |&at| at as usize == place) {
            slot.remove();
        }
        body.live -= 1;
        while body.entries.last().is_some_and(Option::is_none) {
            body.entries.pop();
        }
        self.version.set(self.version.get() + 1);
        Some((entry.key, entry.value))
    }

    /// Where the key is. Keys that Python code must compare are compared outside of the borrow.
    fn find(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<Option<usize>> {
        let mut undecided: Vec<(usize, Value)> = Vec::new();
        {
            let body = self.body.borrow();
            for &place in body.table.iter_hash(hash as u64) {
                let Some(entry) = &body.entries[place as usize] else { continue };
                if entry.hash != hash {
                    continue;
                }
                match entry.key.is(key) {
                    true => return Ok(Some(place as usize)),
                    false => undecided.push((place as usize, entry.key.clone())),
                }
            }
        }
        for (place, candidate) in undecided {
            if vm.eq(&candidate, key)? {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }
}

impl Body {
    fn find_str(&self, key: &Str) -> Option<usize> {
        let same = |&place: &u32| matches!(&self.entries[place as usize], Some(Entry { hash, key: Value::Str(text), .. }) if Str::same(text, key) || (*hash == key.hash() && text == key));
        self.table.find(key.hash() as u64, same).map(|&place| place as usize)
    }

    fn push(&mut self, hash: i64, key: Value, value: Value) {
        if self.entries.len() > 8 && self.entries.len() > self.live * 2 {
            self.compact();
        }
        let place = self.entries.len() as u32;
        self.entries.push(Some(Entry { hash, key, value }));
        let entries = &self.entries;
        self.table.insert_unique(hash as u64, place, |&at| {
            entries[at as usize].as_ref().map_or(0, |entry| entry.hash as u64)
        });
        self.live += 1;
    }

    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        let entries = &self.entries;
        let hash_at = |at: u32| entries[at as usize].as_ref().map_or(0, |entry| entry.hash as u64);
        self.table.clear();
        for place in 0..entries.len() as u32 {
            self.table.insert_unique(hash_at(place), place, |&at| hash_at(at));
        }
    }
}
