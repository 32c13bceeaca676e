//! Real numbers, evenly spread or not.

use std::f64::consts::{PI, TAU};

use super::Generator;
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::{BinaryOp, floor_divide};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("random", random),
    ("uniform", uniform),
    ("triangular", triangular),
    ("normalvariate", normalvariate),
    ("gauss", gauss),
    ("lognormvariate", lognormvariate),
    ("expovariate", expovariate),
    ("vonmisesvariate", vonmisesvariate),
    ("paretovariate", paretovariate),
    ("weibullvariate", weibullvariate),
];

/// An argument as a float.
pub(super) fn float(vm: &Vm, argument: Option<Value>, default: f64) -> PyResult<f64> {
    argument.map_or(Ok(default), |value| vm.to_float(&value))
}

/// `dividend / divisor`, as Python divides floats.
pub(super) fn divide(vm: &Vm, dividend: f64, divisor: f64) -> PyResult<f64> {
    match divisor == 0.0 {
        true => Err(vm.zero_division_error("float division by zero")),
        false => Ok(dividend / divisor),
    }
}

/// `base ** exponent`, as Python does it with floats.
pub(super) fn power(vm: &Vm, base: f64, exponent: f64) -> PyResult<f64> {
    vm.to_float(&vm.binary(BinaryOp::Power, &Value::float(base), &Value::float(exponent))?)
}

fn random(vm: &Vm, args: Args) -> PyResult {
    let (generator, _) = super::split(vm, "random", args, 0)?;
    Ok(Value::float(generator.random()))
}

/// `uniform(a, b)`.
fn uniform(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, low, high]) = super::bind(vm, "uniform", args, "self a b", 3)?;
    let (low, high) = (low.unwrap_or(Value::None), high.unwrap_or(Value::None));
    let width = vm.binary(BinaryOp::Subtract, &high, &low)?;
    let part = vm.binary(BinaryOp::Multiply, &width, &Value::float(generator.random()))?;
    vm.binary(BinaryOp::Add, &low, &part)
}

/// `triangular(low=0.0, high=1.0, mode=None)`.
fn triangular(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, low, high, mode]) = super::bind(vm, "triangular", args, "self low high mode", 1)?;
    let first = low.clone().unwrap_or(Value::float(0.0));
    let (mut low, mut high) = (float(vm, low, 0.0)?, float(vm, high, 1.0)?);
    let mut drawn = generator.random();
    let mut peak = match mode {
        None | Some(Value::None) => 0.5,
        Some(_) if high == low => return Ok(first),
        Some(mode) => (vm.to_float(&mode)? - low) / (high - low),
    };
    if drawn > peak {
        (drawn, peak) = (1.0 - drawn, 1.0 - peak);
        (low, high) = (high, low);
    }
    Ok(Value::float(low + (high - low) * (drawn * peak).sqrt()))
}

impl Generator {
    /// Kinderman and Monahan's ratio of uniform numbers.
    fn normal(&self, mean: f64, deviation: f64) -> f64 {
        let factor = 4.0 * (-0.5_f64).exp() / 2.0_f64.sqrt();
        loop {
            let (first, second) = (self.random(), 1.0 - self.random());
            let ratio = factor * (first - 0.5) / second;
            if ratio * ratio / 4.0 <= -second.ln() {
                return mean + ratio * deviation;
            }
        }
    }
}

fn normalvariate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, mean, deviation]) = super::bind(vm, "normalvariate", args, "self mu sigma", 1)?;
    Ok(Value::float(generator.normal(float(vm, mean, 0.0)?, float(vm, deviation, 1.0)?)))
}

fn lognormvariate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, mean, deviation]) = super::bind(vm, "lognormvariate", args, "self mu sigma", 3)?;
    let exponent = generator.normal(float(vm, mean, 0.0)?, float(vm, deviation, 1.0)?);
    match exponent.exp() {
        number if number.is_infinite() && exponent.is_finite() => Err(vm.overflow_error("math range error")),
        number => Ok(Value::float(number)),
    }
}

/// `gauss(mu=0.0, sigma=1.0)`: two numbers at a time, the second kept for the next call.
fn gauss(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, mean, deviation]) = super::bind(vm, "gauss", args, "self mu sigma", 1)?;
    let (mean, deviation) = (float(vm, mean, 0.0)?, float(vm, deviation, 1.0)?);
    let drawn = match generator.gauss_next.take() {
        Some(kept) => kept,
        None => {
            let angle = generator.random() * TAU;
            let radius = (-2.0 * (1.0 - generator.random()).ln()).sqrt();
            generator.gauss_next.set(Some(angle.sin() * radius));
            angle.cos() * radius
        }
    };
    Ok(Value::float(mean + drawn * deviation))
}

/// `expovariate(lambd=1.0)`.
fn expovariate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, rate]) = super::bind(vm, "expovariate", args, "self lambd", 1)?;
    let drawn = -(1.0 - generator.random()).ln();
    Ok(Value::float(divide(vm, drawn, float(vm, rate, 1.0)?)?))
}

/// `vonmisesvariate(mu, kappa)`: an angle, by Fisher's rejection from a wrapped Cauchy distribution.
fn vonmisesvariate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, mean, kappa]) = super::bind(vm, "vonmisesvariate", args, "self mu kappa", 3)?;
    let (mean, kappa) = (float(vm, mean, 0.0)?, float(vm, kappa, 0.0)?);
    if kappa <= 1e-6 {
        return Ok(Value::float(TAU * generator.random()));
    }
    if kappa.is_nan() {
        return Ok(Value::float(kappa));
    }
    let half = 0.5 / kappa;
    let spread = half + (1.0 + half * half).sqrt();
    let cosine = loop {
        let cosine = (PI * generator.random()).cos();
        let ratio = cosine / (spread + cosine);
        let drawn = generator.random();
        if drawn < 1.0 - ratio * ratio || drawn <= (1.0 - ratio) * ratio.exp() {
            break cosine;
        }
    };
    let inverse = 1.0 / spread;
    let angle = ((inverse + cosine) / (1.0 + inverse * cosine)).acos();
    let turned = if generator.random() > 0.5 { mean + angle } else { mean - angle };
    Ok(Value::float(floor_divide(turned, TAU).1))
}

/// `paretovariate(alpha)`.
fn paretovariate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, shape]) = super::bind(vm, "paretovariate", args, "self alpha", 2)?;
    let drawn = 1.0 - generator.random();
    Ok(Value::float(power(vm, drawn, divide(vm, -1.0, float(vm, shape, 1.0)?)?)?))
}

/// `weibullvariate(alpha, beta)`.
fn weibullvariate(vm: &Vm, args: Args) -> PyResult {
    let (generator, [_, scale, shape]) = super::bind(vm, "weibullvariate", args, "self alpha beta", 3)?;
    let drawn = 1.0 - generator.random();
    let exponent = divide(vm, 1.0, float(vm, shape, 1.0)?)?;
    Ok(Value::float(float(vm, scale, 1.0)? * power(vm, -drawn.ln(), exponent)?))
}
