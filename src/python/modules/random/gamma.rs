//! The gamma distribution, and those made of it.

use std::f64::consts::E;

use super::Generator;
use super::distributions::{divide, float, power};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub(super) const METHODS: &[(&str, NativeFn)] = &[("gammavariate", gammavariate), ("betavariate", betavariate)];

/// Past this neither method below comes to an end in sensible time, for it draws numbers too small for a float.
const SMALLEST_SHAPE: f64 = 1e-300;

impl Generator {
    fn gamma(&self, vm: &Vm, shape: f64, scale: f64) -> PyResult<f64> {
        if shape <= 0.0 || scale <= 0.0 {
            return Err(vm.value_error("gammavariate: alpha and beta must be > 0.0"));
        }
        match shape {
            _ if shape.is_nan() || scale.is_nan() => Ok(f64::NAN),
            1.0 => Ok(-(1.0 - self.random()).ln() * scale),
            _ if shape > 1.0 => Ok(self.gamma_above_one(shape) * scale),
            _ if shape < SMALLEST_SHAPE => Ok(0.0),
            _ => Ok(self.gamma_below_one(vm, shape)? * scale),
        }
    }

    /// Cheng's rejection method (1977).
    fn gamma_above_one(&self, shape: f64) -> f64 {
        let root = (2.0 * shape - 1.0).sqrt();
        let offset = shape - 4.0_f64.ln();
        let slope = shape + root;
        let bound = 1.0 + 4.5_f64.ln();
        loop {
            let first = self.random();
            if !(1e-7 < first && first < 0.9999999) {
                continue;
            }
            let second = 1.0 - self.random();
            let exponent = (first / (1.0 - first)).ln() / root;
            let number = shape * exponent.exp();
            let product = first * first * second;
            let margin = offset + slope * exponent - number;
            if margin + bound - 4.5 * product >= 0.0 || margin >= product.ln() || !margin.is_finite() {
                return number;
            }
        }
    }

    /// Ahrens and Dieter's rejection method (1974).
    fn gamma_below_one(&self, vm: &Vm, shape: f64) -> PyResult<f64> {
        loop {
            let edge = (E + shape) / E;
            let product = edge * self.random();
            let number = match product <= 1.0 {
                true => power(vm, product, 1.0 / shape)?,
                false => -((edge - product) / shape).ln(),
            };
            let drawn = self.random();
            let limit = match product > 1.0 {
                true => power(vm, number, shape - 1.0)?,
                false => (-number).exp(),
            };
            if drawn <= limit {
                return Ok(number);
            }
        }
    }
}

/// `gammavariate(alpha, beta)`.
fn gammavariate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, shape, scale]) = super::bind(vm, "gammavariate", args, "self alpha beta", 3)?;
    Ok(Value::float(generator.gamma(vm, float(vm, shape, 1.0)?, float(vm, scale, 1.0)?)?))
}

/// `betavariate(alpha, beta)`.
fn betavariate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, alpha, beta]) = super::bind(vm, "betavariate", args, "self alpha beta", 3)?;
    let part = generator.gamma(vm, float(vm, alpha, 1.0)?, 1.0)?;
    if part == 0.0 {
        return Ok(Value::float(0.0));
    }
    let whole = part + generator.gamma(vm, float(vm, beta, 1.0)?, 1.0)?;
    Ok(Value::float(divide(vm, part, whole)?))
}
