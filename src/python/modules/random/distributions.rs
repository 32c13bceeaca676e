//! Floats with other distributions than the even one.

use std::f64::consts::{E, LN_2, PI, TAU};

use super::{Generator, real, with_generator};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("uniform", |vm, args| {
        two(vm, "uniform", "a b", args, [None, None], |generator, a, b| a + (b - a) * generator.random())
    }),
    ("triangular", triangular),
    ("normalvariate", |vm, args| two(vm, "normalvariate", "mu sigma", args, [Some(0.0), Some(1.0)], normal)),
    ("gauss", |vm, args| two(vm, "gauss", "mu sigma", args, [Some(0.0), Some(1.0)], gauss)),
    ("lognormvariate", |vm, args| {
        two(vm, "lognormvariate", "mu sigma", args, [None, None], |generator, mu, sigma| {
            normal(generator, mu, sigma).exp()
        })
    }),
    ("expovariate", exponential),
    ("vonmisesvariate", |vm, args| two(vm, "vonmisesvariate", "mu kappa", args, [None, None], von_mises)),
    ("gammavariate", gamma_method),
    ("betavariate", beta_method),
    ("paretovariate", pareto),
    ("weibullvariate", |vm, args| {
        two(vm, "weibullvariate", "alpha beta", args, [None, None], |generator, alpha, beta| {
            let u = 1.0 - generator.random();
            alpha * (-u.ln()).powf(1.0 / beta)
        })
    }),
];

/// A distribution of two parameters, each with what it is where it is not given.
fn two(
    vm: &Vm,
    name: &str,
    parameters: &str,
    args: Args,
    defaults: [Option<f64>; 2],
    draw: fn(&Generator, f64, f64) -> f64,
) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let required = defaults.iter().take_while(|default| default.is_none()).count();
        let [first, second] = args.bind(vm, &format!("Random.{name}"), parameters, required)?;
        let first = real(vm, first, defaults[0].unwrap_or(0.0))?;
        let second = real(vm, second, defaults[1].unwrap_or(0.0))?;
        Ok(Value::float(draw(generator, first, second)))
    })
}

fn triangular(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [low, high, mode] = args.bind(vm, "Random.triangular", "low high mode", 0)?;
        let (mut low, mut high) = (real(vm, low, 0.0)?, real(vm, high, 1.0)?);
        let mode = mode.filter(|mode| !matches!(mode, Value::None));
        let mut u = generator.random();
        let mut c = match mode {
            None => 0.5,
            Some(_) if high == low => return Ok(Value::float(low)),
            Some(mode) => (real(vm, Some(mode), 0.0)? - low) / (high - low),
        };
        if u > c {
            u = 1.0 - u;
            c = 1.0 - c;
            (low, high) = (high, low);
        }
        Ok(Value::float(low + (high - low) * (u * c).sqrt()))
    })
}

/// By the ratio of two even numbers (Kinderman and Monahan).
fn normal(generator: &Generator, mu: f64, sigma: f64) -> f64 {
    let factor = 4.0 * (-0.5_f64).exp() / 2.0_f64.sqrt();
    loop {
        let u1 = generator.random();
        let u2 = 1.0 - generator.random();
        let z = factor * (u1 - 0.5) / u2;
        if z * z / 4.0 <= -u2.ln() {
            return mu + z * sigma;
        }
    }
}

/// Two at a time, on a circle (Box and Muller).
fn gauss(generator: &Generator, mu: f64, sigma: f64) -> f64 {
    let z = generator.gauss_next.take().unwrap_or_else(|| {
        let angle = generator.random() * TAU;
        let radius = (-2.0 * (1.0 - generator.random()).ln()).sqrt();
        generator.gauss_next.set(Some(angle.sin() * radius));
        angle.cos() * radius
    });
    mu + z * sigma
}

fn exponential(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [rate] = args.bind(vm, "Random.expovariate", "lambd", 0)?;
        let rate = real(vm, rate, 1.0)?;
        let drawn = -(1.0 - generator.random()).ln();
        match rate == 0.0 {
            true => Err(vm.zero_division_error("float division by zero")),
            false => Ok(Value::float(drawn / rate)),
        }
    })
}

fn von_mises(generator: &Generator, mu: f64, kappa: f64) -> f64 {
    if kappa <= 1e-6 {
        return TAU * generator.random();
    }
    let s = 0.5 / kappa;
    let r = s + (1.0 + s * s).sqrt();
    let z = loop {
        let z = (PI * generator.random()).cos();
        let d = z / (r + z);
        let u = generator.random();
        if u < 1.0 - d * d || u <= (1.0 - d) * d.exp() {
            break z;
        }
    };
    let q = 1.0 / r;
    let angle = ((q + z) / (1.0 + q * z)).acos();
    let turned = if generator.random() > 0.5 { mu + angle } else { mu - angle };
    turned.rem_euclid(TAU)
}

fn gamma_method(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [alpha, beta] = args.bind(vm, "Random.gammavariate", "alpha beta", 2)?;
        let (alpha, beta) = (real(vm, alpha, 0.0)?, real(vm, beta, 0.0)?);
        Ok(Value::float(gamma(vm, generator, alpha, beta)?))
    })
}

fn gamma(vm: &Vm, generator: &Generator, alpha: f64, beta: f64) -> PyResult<f64> {
    match alpha {
        _ if alpha <= 0.0 || beta <= 0.0 => Err(vm.value_error("gammavariate: alpha and beta must be > 0.0")),
        1.0 => Ok(-(1.0 - generator.random()).ln() * beta),
        _ if alpha > 1.0 => Ok(gamma_above_one(generator, alpha) * beta),
        _ => Ok(gamma_below_one(generator, alpha) * beta),
    }
}

/// Cheng's method of 1977.
fn gamma_above_one(generator: &Generator, alpha: f64) -> f64 {
    let inverse = (2.0 * alpha - 1.0).sqrt();
    let b = alpha - 2.0 * LN_2;
    let c = alpha + inverse;
    let magic = 1.0 + 4.5_f64.ln();
    loop {
        let u1 = generator.random();
        if !(1e-7 < u1 && u1 < 0.9999999) {
            continue;
        }
        let u2 = 1.0 - generator.random();
        let v = (u1 / (1.0 - u1)).ln() / inverse;
        let x = alpha * v.exp();
        let z = u1 * u1 * u2;
        let r = b + c * v - x;
        if r + magic - 4.5 * z >= 0.0 || r >= z.ln() {
            return x;
        }
    }
}

/// Kennedy and Gentle's algorithm GS.
fn gamma_below_one(generator: &Generator, alpha: f64) -> f64 {
    loop {
        let b = (E + alpha) / E;
        let p = b * generator.random();
        let x = if p <= 1.0 { p.powf(1.0 / alpha) } else { -((b - p) / alpha).ln() };
        let u = generator.random();
        let accepted = if p > 1.0 { u <= x.powf(alpha - 1.0) } else { u <= (-x).exp() };
        if accepted {
            return x;
        }
    }
}

fn beta_method(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [alpha, beta] = args.bind(vm, "Random.betavariate", "alpha beta", 2)?;
        let (alpha, beta) = (real(vm, alpha, 0.0)?, real(vm, beta, 0.0)?);
        let y = gamma(vm, generator, alpha, 1.0)?;
        match y == 0.0 {
            true => Ok(Value::float(0.0)),
            false => Ok(Value::float(y / (y + gamma(vm, generator, beta, 1.0)?))),
        }
    })
}

fn pareto(vm: &Vm, args: Args) -> PyResult {
    with_generator(vm, args, |generator, args| {
        let [alpha] = args.bind(vm, "Random.paretovariate", "alpha", 1)?;
        let alpha = real(vm, alpha, 1.0)?;
        let u = 1.0 - generator.random();
        match alpha == 0.0 {
            true => Err(vm.zero_division_error("float division by zero")),
            false => Ok(Value::float(u.powf(-1.0 / alpha))),
        }
    })
}
