//! Choosing from sequences: `choice`, `choices`, `sample`, `shuffle`.

use hashbrown::HashSet;

use super::{Generator, with_generator};
use crate::python::builtins::receiver::{clamped_index, small_index, unwrap};
use crate::python::builtins::{float, int};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] =
    &[("choice", choice), ("choices", choices), ("sample", sample), ("shuffle", shuffle)];

fn item(vm: &Vm, sequence: &Value, place: usize) -> PyResult {
    vm.get_item(sequence, &Value::int(place as i64))
}

fn choice(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [sequence] = args.bind(vm, "Random.choice", "seq", 1)?;
        let sequence = sequence.unwrap_or(Value::None);
        match vm.len(&sequence)? {
            0 => Err(vm.index_error("Cannot choose from an empty sequence")),
            length => item(vm, &sequence, generator.below(length)),
        }
    })
}

fn shuffle(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [sequence] = args.bind(vm, "Random.shuffle", "x", 1)?;
        let sequence = sequence.unwrap_or(Value::None);
        for place in (1..vm.len(&sequence)?).rev() {
            let other = generator.below(place + 1);
            let (one, two) = (item(vm, &sequence, place)?, item(vm, &sequence, other)?);
            vm.set_item(&sequence, Value::int(place as i64), two)?;
            vm.set_item(&sequence, Value::int(other as i64), one)?;
        }
        Ok(Value::None)
    })
}

/// How many to choose; a negative number is none.
fn count_of(vm: &Vm, value: Option<Value>) -> PyResult<usize> {
    let count = value.map_or(Ok(1), |value| small_index(vm, &value))?.max(0) as usize;
    vm.check_size(count.saturating_mul(size_of::<Value>()))?;
    Ok(count)
}

fn choices(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [population, weights, cumulative, count] =
            args.bind(vm, "Random.choices", "population weights * cum_weights k", 1)?;
        let population = population.unwrap_or(Value::None);
        let length = vm.len(&population)?;
        let given = |value: Option<Value>| value.filter(|value| !matches!(value, Value::None));
        let count = count_of(vm, count)?;
        let sums = match (given(weights), given(cumulative)) {
            (None, None) => {
                let place = || (generator.random() * length as f64).floor() as usize;
                let chosen = (0..count).map(|_| item(vm, &population, place()));
                return Ok(Value::list(chosen.collect::<PyResult<_>>()?));
            }
            (Some(_), Some(_)) => {
                return Err(vm.type_error("Cannot specify both weights and cumulative weights"));
            }
            (None, Some(sums)) => floats(vm, &sums)?,
            (Some(weights), None) => {
                running_sums(floats(vm, &weights).map_err(|error| match unwrap(&weights) {
                    Value::Int(count, _) => {
                        vm.type_error(&format!("The number of choices must be a keyword argument: k={count}"))
                    }
                    _ => error,
                })?)
            }
        };
        if sums.len() != length {
            return Err(vm.value_error("The number of weights does not match the population"));
        }
        let total = sums.last().copied().unwrap_or(0.0);
        if total <= 0.0 {
            return Err(vm.value_error("Total of weights must be greater than zero"));
        }
        if !total.is_finite() {
            return Err(vm.value_error("Total of weights must be finite"));
        }
        let place = || after(&sums, generator.random() * total).min(length.saturating_sub(1));
        let chosen = (0..count).map(|_| item(vm, &population, place()));
        Ok(Value::list(chosen.collect::<PyResult<_>>()?))
    })
}

fn floats(vm: &Vm, values: &Value) -> PyResult<Vec<f64>> {
    vm.collect(values)?.iter().map(|value| float::number(vm, value)).collect()
}

fn running_sums(numbers: Vec<f64>) -> Vec<f64> {
    let mut sum = 0.0;
    let add = |number: f64| {
        sum += number;
        sum
    };
    numbers.into_iter().map(add).collect()
}

/// Where a number goes behind all that are not larger: `bisect.bisect_right`.
fn after<T: PartialOrd>(sorted: &[T], number: T) -> usize {
    sorted.partition_point(|known| *known <= number)
}

fn sample(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [population, count, counts] = args.bind(vm, "Random.sample", "population k * counts", 2)?;
        let population = population.unwrap_or(Value::None);
        let is_sequence = match unwrap(&population) {
            Value::Dict(_) | Value::Set(_) | Value::None => false,
            _ => vm.len(&population).is_ok() && !matches!(unwrap(&population), Value::Iterator(_)),
        };
        if !is_sequence {
            let message = "Population must be a sequence.  For dicts or sets, use sorted(d).";
            return Err(vm.type_error(message));
        }
        let length = vm.len(&population)?;
        let count = clamped_index(vm, &count.unwrap_or(Value::None))?;
        let places = match counts.filter(|counts| !matches!(counts, Value::None)) {
            None => places(vm, generator, length, count)?,
            Some(counts) => {
                let sums = whole_sums(vm, &counts)?;
                if sums.len() != length {
                    return Err(vm.value_error("The number of counts does not match the population"));
                }
                let total = sums.last().copied().unwrap_or(0);
                let total =
                    usize::try_from(total).map_err(|_| vm.value_error("Counts must be non-negative"))?;
                let chosen = places(vm, generator, total, count)?;
                chosen.into_iter().map(|place| after(&sums, place as i64)).collect()
            }
        };
        let items = places.into_iter().map(|place| item(vm, &population, place));
        Ok(Value::list(items.collect::<PyResult<_>>()?))
    })
}

fn whole_sums(vm: &Vm, counts: &Value) -> PyResult<Vec<i64>> {
    let mut sum = 0_i64;
    let mut sums = Vec::new();
    for count in vm.collect(counts)? {
        let count = int::as_i64(&count).ok_or_else(|| vm.type_error("Counts must be integers"))?;
        sum = sum.saturating_add(count);
        sums.push(sum);
    }
    Ok(sums)
}

/// `count` different places below `length`, in the order in which they are drawn.
fn places(vm: &Vm, generator: &Generator, length: usize, count: i64) -> PyResult<Vec<usize>> {
    let count = match usize::try_from(count) {
        Ok(count) if count <= length => count,
        _ => return Err(vm.value_error("Sample larger than population or is negative")),
    };
    vm.check_size(count.saturating_mul(size_of::<Value>()))?;
    // A set of what is drawn takes this much; a small population is copied instead.
    let mut set_size = 21.0;
    if count > 5 {
        set_size += 4.0_f64.powf(((count as f64 * 3.0).ln() / 4.0_f64.ln()).ceil());
    }
    if length as f64 <= set_size {
        let mut pool: Vec<usize> = (0..length).collect();
        return Ok((0..count).map(|drawn| pool.swap_remove(generator.below(length - drawn))).collect());
    }
    let mut drawn = HashSet::with_capacity(count);
    let mut places = Vec::with_capacity(count);
    while places.len() < count {
        let place = generator.below(length);
        if drawn.insert(place) {
            places.push(place);
        }
    }
    Ok(places)
}
