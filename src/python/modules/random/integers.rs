//! Whole numbers and bytes.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::Generator;
use crate::python::builtins::int;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::BinaryOp;

pub(super) const METHODS: &[(&str, NativeFn)] =
    &[("getrandbits", getrandbits), ("randbytes", randbytes), ("randrange", randrange), ("randint", randint)];

impl Generator {
    /// `self._randbelow(limit)`: a number from 0 to below the limit; 0 where the limit is 0.
    fn below_big(&self, limit: &BigUint) -> BigUint {
        let width = limit.bits() as usize;
        loop {
            let drawn = BigUint::new(self.twister.borrow_mut().bits(width));
            if drawn < *limit || limit.is_zero() {
                return drawn;
            }
        }
    }

    /// [`Generator::below_big`], for places in sequences.
    pub(super) fn below(&self, limit: usize) -> usize {
        let width = (usize::BITS - limit.leading_zeros()) as usize;
        loop {
            let words = self.twister.borrow_mut().bits(width);
            let drawn = words.iter().rev().fold(0_u64, |number, word| number << 32 | u64::from(*word)) as usize;
            if drawn < limit || limit == 0 {
                return drawn;
            }
        }
    }
}

fn getrandbits(vm: &Vm, args: Args) -> PyResult {
    let (generator, args) = super::split(vm, "getrandbits", args, 1)?;
    let count = bit_count(vm, &int::to_big(&int::index(vm, args.first().unwrap_or(&Value::None))?))?;
    let words = generator.twister.borrow_mut().bits(count);
    Ok(Value::big(BigInt::from_biguint(Sign::Plus, BigUint::new(words))))
}

/// How many bits are asked for, as a C int.
fn bit_count(vm: &Vm, count: &BigInt) -> PyResult<usize> {
    let Ok(count) = i32::try_from(count) else {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    };
    let Ok(count) = usize::try_from(count) else {
        return Err(vm.value_error("number of bits must be non-negative"));
    };
    vm.check_size(count / 8)?;
    Ok(count)
}

/// `randbytes(n)`.
fn randbytes(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, count]) = super::bind(vm, "randbytes", args, "self n", 2)?;
    let bytes = int::index(vm, &count.unwrap_or(Value::None))?;
    let count = bit_count(vm, &(&*int::to_big(&bytes) * 8_u32))?;
    let words = generator.twister.borrow_mut().bits(count);
    let bytes = words.into_iter().flat_map(u32::to_le_bytes).take(count / 8).collect();
    Ok(Value::bytes(bytes))
}

/// `randrange(start, stop=None, step=1)`.
fn randrange(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, start, stop, step]) = super::bind(vm, "randrange", args, "self start stop step", 2)?;
    let start = start.unwrap_or(Value::None);
    match (stop, step) {
        (None | Some(Value::None), None) => {
            let limit = int::index(vm, &start)?;
            let limit = int::to_big(&limit);
            match limit.is_positive() {
                true => Ok(drawn(&generator, &limit, &BigInt::zero(), &BigInt::one())),
                false => Err(vm.value_error("empty range for randrange()")),
            }
        }
        (None | Some(Value::None), Some(_)) => {
            int::index(vm, &start)?;
            Err(vm.type_error("Missing a non-None stop argument"))
        }
        (Some(stop), step) => in_range(vm, &generator, &start, &stop, &step.unwrap_or(Value::int(1))),
    }
}

/// `randint(a, b)`: with both ends.
fn randint(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, low, high]) = super::bind(vm, "randint", args, "self a b", 3)?;
    let stop = vm.binary(BinaryOp::Add, &high.unwrap_or(Value::None), &Value::int(1))?;
    in_range(vm, &generator, &low.unwrap_or(Value::None), &stop, &Value::int(1))
}

fn in_range(vm: &Vm, generator: &Generator, start: &Value, stop: &Value, step: &Value) -> PyResult {
    let indices = [int::index(vm, start)?, int::index(vm, stop)?, int::index(vm, step)?];
    let [first, end, stride] = indices.each_ref().map(|value| int::to_big(value));
    if stride.is_zero() {
        return Err(vm.value_error("zero step for randrange()"));
    }
    let width = &*end - &*first;
    let count = Integer::div_floor(&(width + &*stride - stride.signum()), &*stride);
    if count.is_positive() {
        return Ok(drawn(generator, &count, &first, &stride));
    }
    let mut range = format!("{}, {}", vm.str(start)?, vm.str(stop)?);
    if !stride.is_one() {
        range = format!("{range}, {}", vm.str(step)?);
    }
    Err(vm.value_error(&format!("empty range in randrange({range})")))
}

/// One of `count` numbers from `first` on, `stride` apart.
fn drawn(generator: &Generator, count: &BigInt, first: &BigInt, stride: &BigInt) -> Value {
    let place = generator.below_big(count.magnitude());
    Value::big(first + stride * BigInt::from_biguint(Sign::Plus, place))
}
