//! Slices: of sequences, and those that lists replace and delete.

use std::rc::Rc;

use num_bigint::Sign;

use crate::python::builtins::int;
use crate::python::objects::{List, PyResult, Range, Slice, Str, Value};
use crate::python::vm::Vm;

impl Vm {
    /// `slice.indices(length)`: the places that a slice of a sequence of that length means.
    ///
    /// # Errors
    /// ValueError for a step of zero, TypeError for what is no integer.
    pub fn slice_indices(&self, slice: &Slice, length: usize) -> PyResult<Range> {
        let length = length as i64;
        // The step is read first, so that the first error is CPython's.
        let step = self.slice_part(&slice.step)?.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
        let clamp =
            |index: i64| if index < 0 { index.saturating_add(length).max(low) } else { index.min(high) };
        let start = self.slice_part(&slice.start)?.map_or(if step < 0 { high } else { low }, clamp);
        let stop = self.slice_part(&slice.stop)?.map_or(if step < 0 { low } else { high }, clamp);
        Ok(Range { start, stop, step })
    }

    /// One of a slice's three numbers; what is larger than machine integers is the largest.
    fn slice_part(&self, part: &Value) -> PyResult<Option<i64>> {
        match part {
            Value::None => return Ok(None),
            Value::Int(number, _) => return Ok(Some(*number)),
            _ => {}
        }
        let number = int::index(self, part).map_err(|error| match self.override_of(part, "__index__") {
            Some(_) => error,
            None => self.type_error("slice indices must be integers or None or have an __index__ method"),
        })?;
        Ok(Some(match number {
            Value::Int(number, _) => number,
            Value::BigInt(number) if number.sign() == Sign::Minus => i64::MIN,
            _ => i64::MAX,
        }))
    }

    /// `sequence[slice]`; None where it is no sequence.
    pub(super) fn slice_of(&self, sequence: &Value, slice: &Slice) -> PyResult<Option<Value>> {
        Ok(Some(match sequence {
            Value::List(list) => {
                let length = list.0.borrow().len();
                let range = self.slice_indices(slice, length)?;
                self.charge(range.len(), 16)?;
                Value::list(picked(&list.0.borrow(), &range))
            }
            Value::Tuple(items) => match self.slice_indices(slice, items.len())? {
                range if is_whole(&range, items.len()) => Value::Tuple(items.clone()),
                range => Value::tuple(picked(items, &range)),
            },
            Value::Bytes(bytes) => Value::bytes(picked(bytes, &self.slice_indices(slice, bytes.len())?)),
            Value::Str(text) => {
                let range = self.slice_indices(slice, text.len())?;
                self.charge(range.len(), 64)?;
                if is_whole(&range, text.len()) { Value::Str(text.clone()) } else { slice_text(text, &range) }
            }
            Value::Range(range) => {
                let places = self.slice_indices(slice, range.len())?;
                let at = |place: i64| range.start.wrapping_add(range.step.wrapping_mul(place));
                let step = range.step.wrapping_mul(places.step);
                Value::Range(Rc::new(Range { start: at(places.start), stop: at(places.stop), step }))
            }
            _ => return Ok(None),
        }))
    }

    /// `list[slice] = iterable`.
    pub(super) fn set_slice(&self, list: &Rc<List>, slice: &Slice, iterable: &Value) -> PyResult<()> {
        let items = self.collect(iterable).map_err(|error| match self.is_iterable(iterable) {
            false => self.type_error("must assign iterable to extended slice"),
            true => error,
        })?;
        let length = list.0.borrow().len();
        let range = self.slice_indices(slice, length)?;
        self.check_size(length.saturating_add(items.len()).saturating_mul(size_of::<Value>()))?;
        if range.step == 1 {
            let start = range.start as usize;
            let stop = (range.stop as usize).max(start);
            let old: Vec<Value> = list.0.borrow_mut().splice(start..stop, items).collect();
            drop(old);
            return Ok(());
        }
        if items.len() != range.len() {
            return Err(self.value_error(&format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                items.len(),
                range.len()
            )));
        }
        let mut old = Vec::with_capacity(items.len());
        for (step, item) in items.into_iter().enumerate() {
            if let Some(slot) = list.0.borrow_mut().get_mut(range.get(step) as usize) {
                old.push(std::mem::replace(slot, item));
            }
        }
        drop(old);
        Ok(())
    }

    /// `del list[slice]`.
    pub(super) fn delete_slice(&self, list: &Rc<List>, slice: &Slice) -> PyResult<()> {
        let length = list.0.borrow().len();
        let range = self.slice_indices(slice, length)?;
        let mut place = 0;
        let mut gone = Vec::with_capacity(range.len());
        list.0.borrow_mut().retain(|item| {
            let is_gone = range.contains(place);
            place += 1;
            if is_gone {
                gone.push(item.clone());
            }
            !is_gone
        });
        drop(gone);
        Ok(())
    }
}

/// Whether the places are all there are, in order.
fn is_whole(range: &Range, length: usize) -> bool {
    range.step == 1 && range.len() == length
}

fn picked<T: Clone>(items: &[T], range: &Range) -> Vec<T> {
    match range.step {
        1 => {
            let start = range.start as usize;
            items.get(start..start + range.len()).unwrap_or_default().to_vec()
        }
        _ => (0..range.len()).filter_map(|step| items.get(range.get(step) as usize).cloned()).collect(),
    }
}

fn slice_text(text: &Str, range: &Range) -> Value {
    if text.is_ascii() {
        let bytes = picked(text.as_str().as_bytes(), range);
        return Value::string(bytes.into_iter().map(char::from).collect());
    }
    let characters: Vec<char> = text.as_str().chars().collect();
    Value::string(picked(&characters, range).into_iter().collect())
}
