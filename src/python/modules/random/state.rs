//! What a generator starts from: seeds, and states that were kept.

use num_bigint::{BigInt, BigUint};
use num_traits::ToPrimitive;
use sha2::{Digest, Sha512};

use super::mersenne_twister::{MersenneTwister, WORDS};
use crate::python::builtins::int;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::inner;

pub(super) const METHODS: &[(&str, NativeFn)] = &[("seed", seed), ("getstate", getstate), ("setstate", setstate)];

/// The only version of states that is read and written, as in CPython since 3.2.
const VERSION: i64 = 3;

/// `seed(a=None, version=2)`.
fn seed(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, seed, version]) = super::bind(vm, "seed", args, "self a version", 1)?;
    let version = version.as_ref().map_or(Some(2), int::as_i64).unwrap_or(0);
    let key = key(vm, &seed.unwrap_or(Value::None), version)?;
    generator.twister.replace(MersenneTwister::new(&key));
    generator.gauss_next.set(None);
    Ok(Value::None)
}

/// The 32-bit words that a seed gives the generator.
///
/// # Errors
/// TypeError for what is no seed.
pub(super) fn key(vm: &Vm, seed: &Value, version: i64) -> PyResult<Vec<u32>> {
    let number = match (inner(seed), version) {
        (Value::None, _) => return Ok(of_the_run(vm)),
        (number @ (Value::Int(..) | Value::Bool(_) | Value::BigInt(_)), _) => {
            return Ok(int::to_big(number).magnitude().to_u32_digits());
        }
        (Value::Str(text), 2) => digest(text.as_str().as_bytes()),
        (Value::Bytes(bytes), 2) => digest(bytes),
        (Value::Str(text), 1) => first_version(text.as_str().chars().map(u64::from)).into(),
        (Value::Bytes(bytes), 1) => first_version(bytes.iter().copied().map(u64::from)).into(),
        (Value::Float(..) | Value::Str(_) | Value::Bytes(_), _) => (vm.hash(seed)? as u64).into(),
        _ => {
            let message = "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.";
            return Err(vm.type_error(message));
        }
    };
    Ok(number.to_u32_digits())
}

/// Where CPython asks the machine for chance: the seed of the run, and for each further generator another.
fn of_the_run(vm: &Vm) -> Vec<u32> {
    let count = &vm.state.random.unseeded;
    let further = count.replace(count.get().wrapping_add(1));
    let seed = vm.random_seed.unwrap_or(0);
    match further {
        0 => BigUint::from(seed).to_u32_digits(),
        _ => vec![seed as u32, (seed >> 32) as u32, further],
    }
}

/// The number that text is as a seed: its bytes with their SHA-512 after them.
fn digest(bytes: &[u8]) -> BigUint {
    BigUint::from_bytes_be(&[bytes, &Sha512::digest(bytes)].concat())
}

/// What text is as a seed of `version=1`.
fn first_version(codes: impl Iterator<Item = u64> + Clone) -> u64 {
    let first = codes.clone().next().unwrap_or(0) << 7;
    let length = codes.clone().count() as u64;
    codes.fold(first, |mixed, code| mixed.wrapping_mul(1_000_003) ^ code) ^ length
}

/// `getstate()`: the version, the words with the place of the next, and what `gauss` has left.
fn getstate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_]) = super::bind(vm, "getstate", args, "self", 1)?;
    let words = generator.twister.borrow().state().into_iter().map(|word| Value::int(word.into())).collect();
    let gauss = generator.gauss_next.get().map_or(Value::None, Value::float);
    Ok(Value::tuple(vec![Value::int(VERSION), Value::tuple(words), gauss]))
}

fn setstate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, state]) = super::bind(vm, "setstate", args, "self state", 2)?;
    let state = state.unwrap_or(Value::None);
    let version = vm.get_item(&state, &Value::int(0))?;
    if int::as_i64(&version) != Some(VERSION) {
        let version = vm.str(&version)?;
        return Err(vm.value_error(&format!(
            "state with version {version} passed to Random.setstate() of version {VERSION}"
        )));
    }
    let parts = vm.collect(&state)?;
    let [_, words, gauss] = parts.as_slice() else {
        return Err(vm.value_error(&format!("expected 3 values to unpack, got {}", parts.len())));
    };
    let gauss = match gauss {
        Value::None => None,
        number => Some(vm.to_float(number)?),
    };
    generator.twister.replace(twister(vm, words)?);
    generator.gauss_next.set(gauss);
    Ok(Value::None)
}

fn twister(vm: &Vm, words: &Value) -> PyResult<MersenneTwister> {
    let Value::Tuple(words) = words else { return Err(vm.type_error("state vector must be a tuple")) };
    if words.len() != WORDS + 1 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    let word = |value: &Value| match inner(value) {
        Value::Int(..) | Value::Bool(_) | Value::BigInt(_) => Ok(low_word(&int::to_big(value))),
        _ => Err(vm.type_error("an integer is required")),
    };
    let words = words.iter().map(word).collect::<PyResult<Vec<u32>>>()?;
    MersenneTwister::from_state(&words).ok_or_else(|| vm.value_error("invalid state"))
}

fn low_word(number: &BigInt) -> u32 {
    (number & BigInt::from(u32::MAX)).to_u32().unwrap_or(0)
}
