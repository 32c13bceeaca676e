//! `pow(base, exponent, modulus)` of long numbers, a bit of the exponent at a time, so that the run may be paused.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed};

use super::Vm;
use super::arithmetic::cost;
use super::frame::{Input, NativeFrame, NativeStep};
use crate::python::builtins::int;
use crate::python::builtins::receiver::unwrap;
use crate::python::objects::{Args, Value};

/// The power as far as it is known: of the exponent's bits above `bit`.
pub(super) struct PowerModulo {
    base: BigInt,
    exponent: BigInt,
    modulus: BigInt,
    result: BigInt,
    bit: u64,
}

impl PowerModulo {
    /// For a modulus of more than two words and an exponent that is not negative. All else is done at once.
    pub(super) fn of(args: &Args) -> Option<Self> {
        let is_whole = |value: &&Value| matches!(value, Value::Int(..) | Value::BigInt(_));
        let whole = |place: usize| {
            let value = args.positional.get(place).map(unwrap).filter(is_whole)?;
            Some(int::to_big(value).into_owned())
        };
        let (base, exponent, modulus) = (whole(0)?, whole(1)?, whole(2)?);
        let is_long = modulus.bits() > 128 && args.keywords.is_empty();
        (is_long && !exponent.is_negative()).then(|| Self {
            base: base.mod_floor(&modulus),
            bit: exponent.bits(),
            result: BigInt::one(),
            exponent,
            modulus,
        })
    }
}

impl NativeFrame for PowerModulo {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        if let Input::Raised(error) = input {
            return NativeStep::Raise(error);
        }
        while self.bit > 0 {
            if vm.fuel.get() == 0 {
                return NativeStep::Pause;
            }
            if let Err(error) = vm.work(1 + 4 * cost(&self.modulus, &self.modulus)) {
                return NativeStep::Raise(error);
            }
            self.bit -= 1;
            let square = &self.result * &self.result;
            self.result = square.mod_floor(&self.modulus);
            if self.exponent.bit(self.bit) {
                self.result = (&self.result * &self.base).mod_floor(&self.modulus);
            }
        }
        NativeStep::Return(Value::big(self.result.mod_floor(&self.modulus)))
    }
}
