//! Gamma and error functions. Gamma is Lanczos' approximation with the coefficients that CPython
//! uses (g = 6.0246…, 13 terms), in its order of operations.

use std::f64::consts::PI;

use super::{domain_error, floats, range_error};
use crate::python::objects::{Args, NativeFn, PyResult, Value};
use crate::python::vm::Vm;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("erf", |vm, args| floats(vm, "erf", args).map(|[x]| Value::float(libm::erf(x)))),
    ("erfc", |vm, args| floats(vm, "erfc", args).map(|[x]| Value::float(libm::erfc(x)))),
    ("gamma", |vm, args| checked(vm, "gamma", args, gamma)),
    ("lgamma", |vm, args| checked(vm, "lgamma", args, lgamma)),
];

const G: f64 = 6.024_680_040_776_729_583_740_234_375;
const G_MINUS_HALF: f64 = 5.524_680_040_776_729_583_740_234_375;

#[expect(clippy::excessive_precision, reason = "as published")]
const NUMERATOR: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];

/// The coefficients of x (x+1) … (x+11).
const DENOMINATOR: [f64; 13] = [
    0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0,
    32670.0, 1925.0, 66.0, 1.0,
];

/// NaN of a number is outside of the domain, and so is a pole; other infinities are too large for a float.
fn checked(vm: &Vm, name: &str, args: Args, function: fn(f64) -> f64) -> PyResult {
    let [x] = floats(vm, name, args)?;
    let value = function(x);
    let is_pole = x <= 0.0 && x == x.floor() && x.is_finite();
    match value {
        _ if is_pole || (value.is_nan() && !x.is_nan()) => Err(domain_error(vm)),
        _ if value.is_infinite() && x.is_finite() => Err(range_error(vm)),
        _ => Ok(Value::float(value)),
    }
}

/// `gamma(x)`; infinite or NaN where it has no value.
fn gamma(x: f64) -> f64 {
    let magnitude = x.abs();
    match x {
        f64::NEG_INFINITY => f64::NAN,
        _ if !x.is_finite() => x,
        _ if x == x.floor() && (1.0..=23.0).contains(&x) => (2..x as u64).product::<u64>() as f64,
        _ if magnitude < 1e-20 => 1.0 / x,
        _ if magnitude > 200.0 && x > 0.0 => f64::INFINITY,
        _ if magnitude > 200.0 => 0.0 / sin_pi(x),
        _ => gamma_by_lanczos(x),
    }
}

fn gamma_by_lanczos(x: f64) -> f64 {
    let magnitude = x.abs();
    let y = magnitude + G_MINUS_HALF;
    // What the addition above has rounded away.
    let lost = match magnitude > G_MINUS_HALF {
        true => (y - magnitude) - G_MINUS_HALF,
        false => (y - G_MINUS_HALF) - magnitude,
    };
    let correction = lost * G / y;
    // y ** (|x| - 0.5), in two halves where the whole would overflow.
    let (power, is_half) = match magnitude < 140.0 {
        true => (y.powf(magnitude - 0.5), false),
        false => (y.powf(magnitude / 2.0 - 0.25), true),
    };
    if x < 0.0 {
        let mut value = -PI / sin_pi(magnitude) / magnitude * y.exp() / lanczos_sum(magnitude);
        value -= correction * value;
        value /= power;
        return if is_half { value / power } else { value };
    }
    let mut value = lanczos_sum(magnitude) / y.exp();
    value += correction * value;
    value *= power;
    if is_half { value * power } else { value }
}

/// `lgamma(x)`: the logarithm of |gamma(x)|; infinite where it has no value.
pub fn lgamma(x: f64) -> f64 {
    let magnitude = x.abs();
    match x {
        _ if !x.is_finite() => return if x.is_nan() { x } else { f64::INFINITY },
        _ if x == x.floor() && x <= 2.0 => return if x <= 0.0 { f64::INFINITY } else { 0.0 },
        _ if magnitude < 1e-20 => return -magnitude.ln(),
        _ => {}
    }
    let mut value = lanczos_sum(magnitude).ln() - G;
    value += (magnitude - 0.5) * ((magnitude + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        value = PI.ln() - sin_pi(magnitude).abs().ln() - magnitude.ln() - value;
    }
    value
}

/// The quotient of the two polynomials; in powers of 1/x where powers of x would overflow.
fn lanczos_sum(x: f64) -> f64 {
    let at = |coefficients: &[f64; 13]| match x < 5.0 {
        true => coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient),
        false => coefficients.iter().fold(0.0, |sum, coefficient| sum / x + coefficient),
    };
    at(&NUMERATOR) / at(&DENOMINATOR)
}

/// `sin(pi * x)`, precise near its zeros.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let value = match (2.0 * y).round() as u8 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0_f64.copysign(x) * value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_is_cpythons_to_the_last_digit() {
        assert_eq!(gamma(5.0), 24.0);
        assert_eq!(gamma(0.5), 1.772_453_850_905_515_9);
        assert_eq!(gamma(171.5), 9.483_367_566_824_801e307);
        assert_eq!(gamma(-0.5), -3.544_907_701_811_032);
        assert_eq!(gamma(-170.3), -1.144_927_998_387_811_8e-307);
        assert!(gamma(172.0).is_infinite() && gamma(f64::NEG_INFINITY).is_nan());
    }

    #[test]
    fn its_logarithm_too() {
        assert_eq!(lgamma(10.0), 12.801_827_480_081_467);
        assert_eq!(lgamma(-1.5), 0.860_047_015_376_481_2);
        assert_eq!(lgamma(1e300), 6.897_755_278_982_137e302);
        assert_eq!([lgamma(1.0), lgamma(2.0)], [0.0, 0.0]);
    }
}
