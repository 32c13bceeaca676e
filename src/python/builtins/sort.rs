//! Sorting by `<`, which Python code may define and which then may raise, lie or change the world. So
//! the general case is a merge sort of its own: stable, and it ends whatever the comparisons say. Short
//! inputs compare in the order in which CPython does: a run, then binary insertion.

use crate::python::objects::{Args, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::compare::CompareOp;

/// Inputs below this are one run and insertions.
const SHORT: usize = 64;

/// The parameters of `list.sort` and `sorted`.
pub struct Order {
    pub key: Option<Value>,
    pub reverse: bool,
}

impl Order {
    /// Take `key` and `reverse` out of a call's keywords.
    ///
    /// # Errors
    /// TypeError for another keyword.
    pub fn from_args(vm: &Vm, function: &str, args: &mut Args) -> PyResult<Self> {
        let mut order = Self { key: None, reverse: false };
        for (name, value) in std::mem::take(&mut args.keywords) {
            match name.as_str() {
                "key" => order.key = Some(value).filter(|key| !matches!(key, Value::None)),
                "reverse" => order.reverse = vm.truth(&value)?,
                _ => {
                    let message = format!("{function}() got an unexpected keyword argument '{name}'");
                    return Err(vm.type_error(&message));
                }
            }
        }
        Ok(order)
    }
}

/// Sort in place.
///
/// # Errors
/// What the key function and the comparisons raise; the items are all there then, in some order.
pub fn sort(vm: &Vm, items: &mut Vec<Value>, order: &Order) -> PyResult<()> {
    let mut keys = match &order.key {
        None => items.clone(),
        Some(key) => {
            let mut keys = Vec::with_capacity(items.len());
            for item in items.iter() {
                keys.push(vm.call(key, Args::one(item.clone()))?);
            }
            keys
        }
    };
    if order.reverse {
        keys.reverse();
        items.reverse();
    }
    let (places, outcome) = sorted_places(vm, &keys);
    let sorted: Vec<Value> = places.iter().filter_map(|place| items.get(*place).cloned()).collect();
    *items = sorted;
    if order.reverse {
        items.reverse();
    }
    outcome
}

/// The places of the keys in their order, as far as it came.
fn sorted_places(vm: &Vm, keys: &[Value]) -> (Vec<usize>, PyResult<()>) {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    if let Some(numbers) = all(keys, |key| if let Value::Int(number, _) = key { Some(*number) } else { None })
    {
        places.sort_by_key(|place| numbers[*place]);
        return (places, Ok(()));
    }
    if let Some(texts) = all(keys, |key| if let Value::Str(text) = key { Some(text.as_str()) } else { None })
    {
        places.sort_by_key(|place| texts[*place]);
        return (places, Ok(()));
    }
    let ordered = |x: &f64| !x.is_nan();
    let float = |key: &Value| if let Value::Float(x, _) = key { Some(*x).filter(ordered) } else { None };
    if let Some(floats) = all(keys, float) {
        // Not `total_cmp`: the two zeros are equal.
        places.sort_by(|a, b| floats[*a].partial_cmp(&floats[*b]).unwrap_or(std::cmp::Ordering::Equal));
        return (places, Ok(()));
    }
    let less = |a: usize, b: usize| vm.truth(&vm.compare(CompareOp::Less, &keys[a], &keys[b])?);
    let outcome = merge_sort(&mut places, &less);
    (places, outcome)
}

fn all<'k, T>(keys: &'k [Value], of: impl Fn(&'k Value) -> Option<T>) -> Option<Vec<T>> {
    keys.iter().map(of).collect()
}

fn merge_sort(places: &mut [usize], less: &impl Fn(usize, usize) -> PyResult<bool>) -> PyResult<()> {
    if places.len() < SHORT {
        return insertion_sort(places, less);
    }
    let middle = places.len() / 2;
    merge_sort(&mut places[..middle], less)?;
    merge_sort(&mut places[middle..], less)?;
    if !less(places[middle], places[middle - 1])? {
        return Ok(());
    }
    let left = places[..middle].to_vec();
    let (mut from_left, mut from_right, mut at) = (0, middle, 0);
    let mut outcome = Ok(());
    while from_left < left.len() && from_right < places.len() {
        let take_right = match less(places[from_right], left[from_left]) {
            Ok(take_right) => take_right,
            Err(error) => {
                outcome = Err(error);
                break;
            }
        };
        let next = if take_right { &mut from_right } else { &mut from_left };
        places[at] = if take_right { places[*next] } else { left[*next] };
        *next += 1;
        at += 1;
    }
    // What is left of the left half goes right before what is left of the right half.
    places[at..at + left.len() - from_left].copy_from_slice(&left[from_left..]);
    outcome
}

fn insertion_sort(places: &mut [usize], less: &impl Fn(usize, usize) -> PyResult<bool>) -> PyResult<()> {
    let run = leading_run(places, less)?;
    for next in run..places.len() {
        let pivot = places[next];
        let (mut low, mut high) = (0, next);
        while low < high {
            let middle = low + (high - low) / 2;
            match less(pivot, places[middle])? {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        places[low..=next].rotate_right(1);
    }
    Ok(())
}

/// How many items at the start are in order, after a falling run, in which equal items may be, is
/// turned round: CPython's `count_run`.
fn leading_run(places: &mut [usize], less: &impl Fn(usize, usize) -> PyResult<bool>) -> PyResult<usize> {
    let length = places.len();
    let rising = |places: &[usize], mut run: usize| {
        while run < length && !less(places[run], places[run - 1])? {
            run += 1;
        }
        Ok(run)
    };
    let mut run = rising(places, 1.min(length))?;
    if run == length {
        return Ok(run);
    }
    if run > 1 {
        if less(places[0], places[run - 1])? {
            return Ok(run);
        }
        // All are equal so far.
        places[..run].reverse();
    }
    run += 1;
    let mut equal = 0;
    while run < length {
        if less(places[run], places[run - 1])? {
            places[run - 1 - equal..run].reverse();
            equal = 0;
        } else if less(places[run - 1], places[run])? {
            break;
        } else {
            equal += 1;
        }
        run += 1;
    }
    places[run - 1 - equal..run].reverse();
    places[..run].reverse();
    rising(places, run)
}

/// `sorted(iterable, /, *, key=None, reverse=False)`.
///
/// # Errors
/// What iterating, the key function and the comparisons raise.
pub fn sorted(vm: &Vm, mut args: Args) -> PyResult {
    let order = Order::from_args(vm, "sort", &mut args)?;
    let given = args.positional.len();
    let Some(iterable) = args.positional.pop().filter(|_| given == 1) else {
        return Err(vm.type_error(&format!("sorted expected 1 argument, got {given}")));
    };
    let mut items = vm.collect(&iterable)?;
    sort(vm, &mut items, &order)?;
    Ok(Value::list(items))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted_by(keys: &[u32], less: impl Fn(u32, u32) -> bool) -> Vec<usize> {
        let mut places: Vec<usize> = (0..keys.len()).collect();
        let outcome = merge_sort(&mut places, &|a, b| Ok(less(keys[a], keys[b])));
        assert!(outcome.is_ok());
        places
    }

    #[test]
    fn equal_keys_keep_their_order() {
        let keys: Vec<u32> = (0..500).map(|n| n * 7919 % 13).collect();
        let mut expected: Vec<usize> = (0..500).collect();
        expected.sort_by_key(|place| keys[*place]);
        assert_eq!(sorted_by(&keys, |a, b| a < b), expected);
    }

    #[test]
    fn lies_do_not_lose_items() {
        let keys: Vec<u32> = (0..500).map(|n| n * 31 % 101).collect();
        for less in [|_, _| true, |_, _| false, |a: u32, b: u32| (a ^ b) % 3 == 1] {
            let mut places = sorted_by(&keys, less);
            places.sort_unstable();
            assert_eq!(places, (0..500).collect::<Vec<_>>());
        }
    }
}
