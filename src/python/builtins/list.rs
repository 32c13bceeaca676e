//! `list`.

use std::rc::Rc;

use super::receiver::{bounds, one, positional, small_index, split, wrong_receiver};
use super::sort::{self, Order};
use crate::python::objects::{Args, Class, List, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("__init__", init),
    ("append", append),
    ("extend", extend),
    ("insert", insert),
    ("pop", pop),
    ("remove", remove),
    ("index", index),
    ("count", count),
    ("sort", sort_method),
    ("reverse", reverse),
    ("copy", copy),
    ("clear", clear),
];

/// `list(iterable=(), /)`.
///
/// # Errors
/// What iterating raises.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    match positional(vm, "list", args, 0, 1)?.pop() {
        None => Ok(Value::list(Vec::new())),
        Some(iterable) => Ok(Value::list(vm.collect(&iterable)?)),
    }
}

fn receive(vm: &Vm, method: &str, args: Args) -> PyResult<(Rc<List>, Args)> {
    match split(vm, method, args)? {
        (Value::List(list), args) => Ok((list, args)),
        (other, _) => Err(wrong_receiver(vm, method, &other)),
    }
}

fn init(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.__init__", args)?;
    let items = match positional(vm, "list", args, 0, 1)?.pop() {
        None => Vec::new(),
        Some(iterable) => vm.collect(&iterable)?,
    };
    list.0.replace(items);
    Ok(Value::None)
}

fn append(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.append", args)?;
    let item = one(vm, "list.append", args)?;
    vm.check_size((list.0.borrow().len() + 1) * size_of::<Value>())?;
    list.0.borrow_mut().push(item);
    Ok(Value::None)
}

fn extend(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.extend", args)?;
    let items = vm.collect(&one(vm, "list.extend", args)?)?;
    vm.check_size((list.0.borrow().len() + items.len()) * size_of::<Value>())?;
    list.0.borrow_mut().extend(items);
    Ok(Value::None)
}

fn insert(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.insert", args)?;
    let mut args = positional(vm, "list.insert", args, 2, 2)?;
    let item = args.pop().unwrap_or(Value::None);
    let place = small_index(vm, &args[0])?;
    let mut items = list.0.borrow_mut();
    let length = items.len() as i64;
    vm.check_size((items.len() + 1) * size_of::<Value>())?;
    let place = if place < 0 { (place.saturating_add(length)).max(0) } else { place.min(length) };
    items.insert(place as usize, item);
    Ok(Value::None)
}

fn pop(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.pop", args)?;
    let place = match positional(vm, "list.pop", args, 0, 1)?.pop() {
        None => -1,
        Some(place) => small_index(vm, &place)?,
    };
    let mut items = list.0.borrow_mut();
    if items.is_empty() {
        return Err(vm.index_error("pop from empty list"));
    }
    let place = if place < 0 { place.saturating_add(items.len() as i64) } else { place };
    match usize::try_from(place) {
        Ok(place) if place < items.len() => Ok(items.remove(place)),
        _ => Err(vm.index_error("pop index out of range")),
    }
}

/// Where the first item equal to the value is in `items[start:stop]`. Comparing may change the list.
fn find(vm: &Vm, list: &List, value: &Value, start: usize, stop: usize) -> PyResult<Option<usize>> {
    for place in start..stop {
        let Some(item) = list.0.borrow().get(place).cloned() else { break };
        if item.is(value) || vm.eq(&item, value)? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

fn remove(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.remove", args)?;
    let value = one(vm, "list.remove", args)?;
    let found = find(vm, &list, &value, 0, usize::MAX)?;
    let mut items = list.0.borrow_mut();
    match found.filter(|place| *place < items.len()) {
        Some(place) => {
            let removed = items.remove(place);
            drop(items);
            drop(removed);
            Ok(Value::None)
        }
        None => Err(vm.value_error("list.remove(x): x not in list")),
    }
}

fn index(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.index", args)?;
    let args = positional(vm, "list.index", args, 1, 3)?;
    let length = list.0.borrow().len();
    let (start, stop) = bounds(vm, args.get(1), args.get(2), length)?;
    match find(vm, &list, &args[0], start, stop)? {
        Some(place) => Ok(Value::int(place as i64)),
        None => {
            let shown = vm.repr(&args[0])?;
            Err(vm.value_error(&format!("{shown} is not in list")))
        }
    }
}

fn count(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.count", args)?;
    let value = one(vm, "list.count", args)?;
    let mut count = 0;
    let mut place = 0;
    while let Some(found) = find(vm, &list, &value, place, usize::MAX)? {
        count += 1;
        place = found + 1;
    }
    Ok(Value::int(count))
}

/// The list is empty while it is sorted, so that key functions and comparisons that look at it see
/// that; what they put into it is an error.
fn sort_method(vm: &Vm, args: Args) -> PyResult {
    let (list, mut args) = receive(vm, "list.sort", args)?;
    let order = Order::from_args(vm, "sort", &mut args)?;
    if !args.positional.is_empty() {
        return Err(vm.type_error("sort() takes no positional arguments"));
    }
    let mut items = list.0.take();
    let outcome = sort::sort(vm, &mut items, &order);
    let put_in = list.0.replace(items);
    outcome?;
    match put_in.is_empty() {
        true => Ok(Value::None),
        false => Err(vm.value_error("list modified during sort")),
    }
}

fn reverse(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.reverse", args)?;
    positional(vm, "list.reverse", args, 0, 0)?;
    list.0.borrow_mut().reverse();
    Ok(Value::None)
}

fn copy(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.copy", args)?;
    positional(vm, "list.copy", args, 0, 0)?;
    let items = list.0.borrow().clone();
    Ok(Value::list(items))
}

fn clear(vm: &Vm, args: Args) -> PyResult {
    let (list, args) = receive(vm, "list.clear", args)?;
    positional(vm, "list.clear", args, 0, 0)?;
    drop(list.0.take());
    Ok(Value::None)
}
