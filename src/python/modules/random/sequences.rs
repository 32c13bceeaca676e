//! Choosing from sequences, and shuffling them.

use num_traits::ToPrimitive;

use super::Generator;
use crate::python::builtins::int;
use crate::python::builtins::receiver::type_name;
use crate::python::objects::{Args, NativeFn, PyResult, Range, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::{BinaryOp, inner};
use crate::python::vm::compare::CompareOp;

pub(super) const METHODS: &[(&str, NativeFn)] =
    &[("choice", choice), ("choices", choices), ("shuffle", shuffle), ("sample", sample)];

fn item(vm: &Vm, sequence: &Value, place: usize) -> PyResult {
    vm.get_item(sequence, &Value::int(place as i64))
}

/// `choice(seq)`.
fn choice(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, sequence]) = super::bind(vm, "choice", args, "self seq", 2)?;
    let sequence = sequence.unwrap_or(Value::None);
    match vm.len(&sequence)? {
        0 => Err(vm.index_error("Cannot choose from an empty sequence")),
        length => item(vm, &sequence, generator.below(length)),
    }
}

/// `shuffle(x)`.
fn shuffle(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, sequence]) = super::bind(vm, "shuffle", args, "self x", 2)?;
    let sequence = sequence.unwrap_or(Value::None);
    for place in (1..vm.len(&sequence)?).rev() {
        let other = generator.below(place + 1);
        let (here, there) = (item(vm, &sequence, other)?, item(vm, &sequence, place)?);
        vm.set_item(&sequence, Value::int(place as i64), here)?;
        vm.set_item(&sequence, Value::int(other as i64), there)?;
    }
    Ok(Value::None)
}

/// `sample(population, k, *, counts=None)`.
fn sample(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, population, count, counts]) =
        super::bind(vm, "sample", args, "self population k * counts", 3)?;
    let (population, count) = (population.unwrap_or(Value::None), count.unwrap_or(Value::None));
    if !is_sequence(vm, &population) {
        let message = "Population must be a sequence.  For dicts or sets, use sorted(d).";
        return Err(vm.type_error(message));
    }
    let length = vm.len(&population)?;
    match counts {
        None | Some(Value::None) => {
            let count = sample_size(vm, &count, length)?;
            Ok(Value::list(drawn(vm, &generator, &population, length, count)?))
        }
        Some(counts) => sample_counted(vm, &generator, &population, &count, &counts),
    }
}

/// Whether `collections.abc.Sequence` has it.
fn is_sequence(vm: &Vm, value: &Value) -> bool {
    match inner(value) {
        Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_) => true,
        Value::Native(_) => type_name(vm, value) == "deque",
        _ => false,
    }
}

fn sample_size(vm: &Vm, count: &Value, length: usize) -> PyResult<usize> {
    let out_of_range = || vm.value_error("Sample larger than population or is negative");
    match inner(count) {
        Value::Int(..) | Value::Bool(_) | Value::BigInt(_) => {
            int::as_i64(count).and_then(|count| count.to_usize()).filter(|count| *count <= length).ok_or_else(out_of_range)
        }
        _ => {
            let zero_or_more = vm.compare(CompareOp::LessEqual, &Value::int(0), count)?;
            let fits = vm.compare(CompareOp::LessEqual, count, &Value::int(length as i64))?;
            if !vm.truth(&zero_or_more)? || !vm.truth(&fits)? {
                return Err(out_of_range());
            }
            let name = type_name(vm, count);
            Err(vm.type_error(&format!("can't multiply sequence by non-int of type '{name}'")))
        }
    }
}

/// So many items, none from the same place twice. Which of the two ways is taken decides which
/// numbers are drawn, so the bound between them is CPython's.
fn drawn(vm: &Vm, generator: &Generator, population: &Value, length: usize, count: usize) -> PyResult<Vec<Value>> {
    if length <= pool_limit(count) {
        return drawn_from_pool(vm, generator, population, count);
    }
    let mut taken = hashbrown::HashSet::with_capacity(count);
    let mut result = Vec::with_capacity(count);
    while result.len() < count {
        let place = generator.below(length);
        if taken.insert(place) {
            result.push(item(vm, population, place)?);
        }
    }
    Ok(result)
}

fn drawn_from_pool(vm: &Vm, generator: &Generator, population: &Value, count: usize) -> PyResult<Vec<Value>> {
    let mut pool = vm.collect(population)?;
    let mut result = Vec::with_capacity(count);
    for _ in 0..count.min(pool.len()) {
        result.push(pool.swap_remove(generator.below(pool.len())));
    }
    Ok(result)
}

/// Up to how large a population a copy of it costs less than a set of the places taken.
fn pool_limit(count: usize) -> usize {
    if count <= 5 {
        return 21;
    }
    let exponent = ((count as f64 * 3.0).ln() / 4.0_f64.ln()).ceil() as u32;
    4_usize.saturating_pow(exponent).saturating_add(21)
}

/// `sample(population, k, counts=counts)`: each item stands for as many as its count.
fn sample_counted(vm: &Vm, generator: &Generator, population: &Value, count: &Value, counts: &Value) -> PyResult {
    let mut sums = accumulate(vm, counts)?;
    if sums.len() != vm.len(population)? {
        return Err(vm.value_error("The number of counts does not match the population"));
    }
    let total = sums.pop().ok_or_else(|| vm.index_error("pop from empty list"))?;
    if !matches!(inner(&total), Value::Int(..) | Value::Bool(_) | Value::BigInt(_)) {
        return Err(vm.type_error("Counts must be integers"));
    }
    let total = int::as_i64(&total).ok_or_else(|| vm.overflow_error("Python int too large to convert to C ssize_t"))?;
    if total <= 0 {
        return Err(vm.value_error("Total of counts must be greater than zero"));
    }
    let length = total as usize;
    let places = Value::Range(std::rc::Rc::new(Range { start: 0, stop: total, step: 1 }));
    let drawn = drawn(vm, generator, &places, length, sample_size(vm, count, length)?)?;
    let items = drawn.iter().map(|place| item(vm, population, bisect(vm, &sums, place, sums.len())?));
    Ok(Value::list(items.collect::<PyResult<_>>()?))
}

/// `choices(population, weights=None, *, cum_weights=None, k=1)`.
fn choices(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, population, weights, sums, count]) =
        super::bind(vm, "choices", args, "self population weights * cum_weights k", 2)?;
    let population = population.unwrap_or(Value::None);
    let is_given = |value: &Value| !matches!(value, Value::None);
    let (weights, sums) = (weights.filter(is_given), sums.filter(is_given));
    let length = vm.len(&population)?;
    let sums = match (weights, sums) {
        (None, None) => None,
        (Some(weights), None) => Some(accumulate(vm, &weights).map_err(|error| {
            let is_count = matches!(inner(&weights), Value::Int(..) | Value::Bool(_) | Value::BigInt(_));
            match (is_count && error.is(&vm.exceptions.type_error), vm.repr(&weights)) {
                (true, Ok(count)) => {
                    vm.type_error(&format!("The number of choices must be a keyword argument: k={count}"))
                }
                _ => error,
            }
        })?),
        (None, Some(sums)) => Some(vm.collect(&sums)?),
        (Some(_), Some(_)) => return Err(vm.type_error("Cannot specify both weights and cumulative weights")),
    };
    let total = sums.as_ref().map(|sums| total_weight(vm, sums, length)).transpose()?;
    let count = vm.index(&count.unwrap_or(Value::int(1)))?.max(0) as usize;
    vm.check_size(count.saturating_mul(size_of::<Value>()))?;
    let mut result = Vec::with_capacity(count);
    for _ in 0..count {
        let drawn = generator.random() * total.unwrap_or(length as f64);
        let place = match &sums {
            None => drawn.floor() as usize,
            Some(sums) => bisect(vm, sums, &Value::float(drawn), length.saturating_sub(1))?,
        };
        result.push(item(vm, &population, place)?);
    }
    Ok(Value::list(result))
}

fn total_weight(vm: &Vm, sums: &[Value], length: usize) -> PyResult<f64> {
    if sums.len() != length {
        return Err(vm.value_error("The number of weights does not match the population"));
    }
    let last = sums.last().ok_or_else(|| vm.index_error("list index out of range"))?;
    let total = vm.to_float(&vm.binary(BinaryOp::Add, last, &Value::float(0.0))?)?;
    match total {
        _ if total <= 0.0 => Err(vm.value_error("Total of weights must be greater than zero")),
        _ if !total.is_finite() => Err(vm.value_error("Total of weights must be finite")),
        _ => Ok(total),
    }
}

/// `list(itertools.accumulate(numbers))`.
fn accumulate(vm: &Vm, numbers: &Value) -> PyResult<Vec<Value>> {
    let mut sums: Vec<Value> = Vec::new();
    for number in vm.collect(numbers)? {
        sums.push(match sums.last() {
            None => number,
            Some(sum) => vm.binary(BinaryOp::Add, sum, &number)?,
        });
    }
    Ok(sums)
}

/// `bisect.bisect(sums, value, 0, end)`.
fn bisect(vm: &Vm, sums: &[Value], value: &Value, end: usize) -> PyResult<usize> {
    let (mut low, mut high) = (0, end);
    while low < high {
        let middle = (low + high) / 2;
        let Some(sum) = sums.get(middle) else { break };
        let is_less = vm.compare(CompareOp::Less, value, sum)?;
        match vm.truth(&is_less)? {
            true => high = middle,
            false => low = middle + 1,
        }
    }
    Ok(low)
}
