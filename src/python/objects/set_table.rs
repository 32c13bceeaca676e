//! The table behind sets: CPython's own, place for place, since the places decide in which order a set iterates.
//!
//! Each hash leads to a series of places: a short run beside the first, then another run elsewhere, and so
//! on. A removed key leaves a dummy, so that the series of other keys stay whole. A new key goes along its series
//! to the first place that was never used, and takes it, or the last dummy it came by. Before three fifths of
//! the places are used, the table grows.

use super::Value;

/// How many neighbours of a place are tried, too.
const LINEAR_PROBES: usize = 9;
/// How many bits of the hash each further run brings in.
const PERTURB_SHIFT: u32 = 5;
const LEAST_PLACES: usize = 8;

#[derive(Clone, Default)]
enum Slot {
    #[default]
    Unused,
    Dummy,
    Item(Item),
}

#[derive(Clone)]
pub(super) struct Item {
    pub(super) hash: i64,
    pub(super) key: Value,
    /// Counts up with each item that is added.
    pub(super) serial: u64,
}

#[derive(Clone)]
pub(super) struct Table {
    slots: Vec<Slot>,
    /// Items and dummies.
    fill: usize,
    used: usize,
    /// Where `pop` goes on.
    finger: usize,
    serial: u64,
}

/// Where to look for a hash: every place, in order, without end.
struct Places {
    mask: usize,
    run: usize,
    perturb: u64,
    /// Places left in this run.
    left: usize,
    place: usize,
}

impl Places {
    fn new(hash: i64, mask: usize) -> Self {
        let start = hash as usize & mask;
        Self { mask, run: start, perturb: hash as u64, left: Self::run_length(start, mask), place: start }
    }

    fn run_length(start: usize, mask: usize) -> usize {
        if start + LINEAR_PROBES <= mask { LINEAR_PROBES + 1 } else { 1 }
    }
}

impl Iterator for Places {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.left == 0 {
            self.perturb >>= PERTURB_SHIFT;
            let next = (self.run as u64).wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb);
            self.run = next as usize & self.mask;
            self.left = Self::run_length(self.run, self.mask);
            self.place = self.run;
        }
        self.left -= 1;
        self.place += 1;
        Some(self.place - 1)
    }
}

impl Default for Table {
    fn default() -> Self {
        Self { slots: vec![Slot::Unused; LEAST_PLACES], fill: 0, used: 0, finger: 0, serial: 0 }
    }
}

impl Table {
    pub(super) fn len(&self) -> usize {
        self.used
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// The items with that hash that a lookup meets, with their places.
    pub(super) fn with_hash(&self, hash: i64) -> impl Iterator<Item = (usize, &Value)> {
        Places::new(hash, self.mask())
            .map_while(move |place| match self.slots.get(place) {
                None | Some(Slot::Unused) => None,
                Some(Slot::Dummy) => Some(None),
                Some(Slot::Item(item)) => Some((item.hash == hash).then_some((place, &item.key))),
            })
            .flatten()
    }

    /// The items in the order of their places.
    pub(super) fn items(&self) -> impl Iterator<Item = &Item> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Item(item) => Some(item),
            _ => None,
        })
    }

    /// Add a key that is not there.
    pub(super) fn add(&mut self, hash: i64, key: Value) {
        self.serial += 1;
        self.used += 1;
        let item = Item { hash, key, serial: self.serial };
        if let Some(slot) = self.last_dummy(hash).and_then(|place| self.slots.get_mut(place)) {
            *slot = Slot::Item(item);
            return;
        }
        self.put(item);
        self.fill += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.resize(self.grown());
        }
    }

    fn last_dummy(&self, hash: i64) -> Option<usize> {
        if self.fill + 1 == self.used {
            return None;
        }
        let tried = Places::new(hash, self.mask())
            .take_while(|&place| !matches!(self.slots.get(place), None | Some(Slot::Unused)));
        tried.filter(|&place| matches!(self.slots.get(place), Some(Slot::Dummy))).last()
    }

    fn grown(&self) -> usize {
        if self.used > 50_000 { self.used * 2 } else { self.used * 4 }
    }

    fn put(&mut self, item: Item) {
        let free = Places::new(item.hash, self.mask())
            .find(|&place| matches!(self.slots.get(place), Some(Slot::Unused)));
        if let Some(slot) = free.and_then(|place| self.slots.get_mut(place)) {
            *slot = Slot::Item(item);
        }
    }

    /// Move all items, in the order of their places, to a table with more places than that.
    fn resize(&mut self, least: usize) {
        let places = (least + 1).next_power_of_two().max(LEAST_PLACES);
        let old = std::mem::replace(&mut self.slots, vec![Slot::Unused; places]);
        for slot in old {
            if let Slot::Item(item) = slot {
                self.put(item);
            }
        }
        self.fill = self.used;
    }

    /// Make room for so many more keys at once.
    pub(super) fn reserve(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Where this table never held anything, take over the items of another; false where it did.
    pub(super) fn fill_from(&mut self, other: &Table) -> bool {
        if self.fill > 0 {
            return false;
        }
        if self.mask() == other.mask() && other.fill == other.used {
            self.slots = other.slots.clone();
        } else {
            for item in other.items() {
                self.put(item.clone());
            }
        }
        self.fill = other.used;
        self.used = other.used;
        self.serial = other.serial;
        true
    }

    /// Remove the item at that place.
    pub(super) fn remove(&mut self, place: usize) -> Option<Value> {
        match self.slots.get_mut(place) {
            Some(slot @ Slot::Item(_)) => match std::mem::replace(slot, Slot::Dummy) {
                Slot::Item(item) => {
                    self.used -= 1;
                    Some(item.key)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Remove the next item after the one that was popped before.
    pub(super) fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let mask = self.mask();
        let places = (0..=mask).map(|step| (self.finger + step) & mask);
        let place = places.into_iter().find(|&place| matches!(self.slots.get(place), Some(Slot::Item(_))))?;
        self.finger = place + 1;
        self.remove(place)
    }

    /// Remove the item that was added first.
    pub(super) fn pop_oldest(&mut self) -> Option<Value> {
        let items = self.slots.iter().enumerate().filter_map(|(place, slot)| match slot {
            Slot::Item(item) => Some((item.serial, place)),
            _ => None,
        });
        let (_, place) = items.min()?;
        self.remove(place)
    }

    /// After many items were removed: get rid of their dummies.
    pub(super) fn shed_dummies(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.resize(self.grown());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::python::builtins::hash::hash_int;
    use crate::python::objects::Value;

    fn add(table: &mut Table, number: i64) {
        table.add(hash_int(number), Value::int(number));
    }

    fn numbers(table: &Table) -> Vec<i64> {
        table
            .items()
            .filter_map(|item| if let Value::Int(number, _) = item.key { Some(number) } else { None })
            .collect()
    }

    fn table(items: &[i64]) -> Table {
        let mut table = Table::default();
        items.iter().for_each(|&item| add(&mut table, item));
        table
    }

    // The orders are those that CPython 3.13 prints.

    #[test]
    fn order() {
        assert_eq!(numbers(&table(&[100, 17, 3, 50, 9])), ORDER_5);
        assert_eq!(numbers(&table(&[0, 8, 16, 24])), ORDER_COLLIDING);
        assert_eq!(numbers(&table(&(0..40).map(|i| i * i * 7 - 300).collect::<Vec<_>>())), ORDER_40);
    }

    #[test]
    fn removing_leaves_the_others_in_place() {
        let mut table = table(&[0, 8, 16, 24]);
        let (place, _) = table.with_hash(8).next().expect("8 was added");
        table.remove(place);
        add(&mut table, 32);
        assert_eq!(numbers(&table), ORDER_AFTER_REMOVAL);
        assert_eq!(table.len(), 4);
    }

    #[test]
    fn pop_goes_round() {
        let mut table = table(&[5, 1, 12, 3]);
        let mut popped = Vec::new();
        while let Some(Value::Int(number, _)) = table.pop() {
            popped.push(number);
            if popped.len() == 2 {
                add(&mut table, 2);
            }
        }
        assert_eq!(popped, ORDER_POPPED);
    }

    const ORDER_5: &[i64] = &[3, 100, 9, 17, 50];
    const ORDER_COLLIDING: &[i64] = &[0, 8, 16, 24];
    const ORDER_40: &[i64] = &[
        -125, 267, 400, 3088, -237, 148, 3732, 6427, 7323, 547, 43, 1072, 1968, 2227, 1723, 4803, -188, 708,
        2500, 5188, 8772, 9283, 3403, -48, 4432, 9808, 5587, -300, 1492, 6868, 8275, -293, 2787, 4075, 10347,
        -272, 6000, 7792, 883, 1275,
    ];
    const ORDER_AFTER_REMOVAL: &[i64] = &[0, 32, 16, 24];
    const ORDER_POPPED: &[i64] = &[1, 3, 5, 12, 2];
}
