//! The binomial distribution: how many of `n` trials succeed.

use super::Generator;
use super::distributions::float;
use crate::python::modules::math::special::lgamma;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::BinaryOp;

pub(super) const METHODS: &[(&str, NativeFn)] = &[("binomialvariate", binomialvariate)];

/// `binomialvariate(n=1, p=0.5)`.
fn binomialvariate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, trials, chance]) = super::bind(vm, "binomialvariate", args, "self n p", 1)?;
    let all = trials.unwrap_or(Value::int(1));
    let trials = vm.to_float(&all)?;
    if trials < 0.0 {
        return Err(vm.value_error("n must be non-negative"));
    }
    let successes = match float(vm, chance, 0.5)? {
        0.0 => 0.0,
        1.0 => return Ok(all),
        chance if !(0.0 < chance && chance < 1.0) => {
            return Err(vm.value_error("p must be in the range 0.0 <= p <= 1.0"));
        }
        chance if trials == 1.0 => f64::from(u8::from(generator.random() < chance)),
        chance if chance > 0.5 => {
            let failures = Value::int(generator.successes(trials, 1.0 - chance) as i64);
            return vm.binary(BinaryOp::Subtract, &all, &failures);
        }
        chance => generator.successes(trials, chance),
    };
    Ok(Value::int(successes as i64))
}

impl Generator {
    /// For a chance of at most a half.
    fn successes(&self, trials: f64, chance: f64) -> f64 {
        match trials * chance < 10.0 {
            true => self.successes_by_waiting(trials, chance),
            false => self.successes_by_rejection(trials, chance),
        }
    }

    /// The geometric method: jump from success to success.
    fn successes_by_waiting(&self, trials: f64, chance: f64) -> f64 {
        let (mut successes, mut at) = (0.0, 0.0);
        let scale = (1.0 - chance).log2();
        if scale == 0.0 {
            return successes;
        }
        loop {
            at += (self.random().log2() / scale).floor() + 1.0;
            if !(at <= trials) {
                return successes;
            }
            successes += 1.0;
        }
    }

    /// Hörmann's transformed rejection with squeeze (BTRS, 1993).
    fn successes_by_rejection(&self, trials: f64, chance: f64) -> f64 {
        let deviation = (trials * chance * (1.0 - chance)).sqrt();
        let b = 1.15 + 2.53 * deviation;
        let a = -0.0873 + 0.0248 * b + 0.01 * chance;
        let centre = trials * chance + 0.5;
        let squeeze = 0.92 - 4.2 / b;
        let alpha = (2.83 + 5.1 / b) * deviation;
        let odds = (chance / (1.0 - chance)).ln();
        let mode = ((trials + 1.0) * chance).floor();
        let peak = lgamma(mode + 1.0) + lgamma(trials - mode + 1.0);
        loop {
            let first = self.random() - 0.5;
            let distance = 0.5 - first.abs();
            let number = ((2.0 * a / distance + b) * first + centre).floor();
            if number < 0.0 || number > trials {
                continue;
            }
            let second = self.random();
            if distance >= 0.07 && second <= squeeze {
                return number;
            }
            let scaled = second * (alpha / (a / (distance * distance) + b));
            let bound = peak - lgamma(number + 1.0) - lgamma(trials - number + 1.0) + (number - mode) * odds;
            if scaled.ln() <= bound || !bound.is_finite() {
                return number;
            }
        }
    }
}
