//! How the built-in types compare.

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use super::CompareOp;
use crate::python::objects::{Dict, List, PyResult, Set, Value};
use crate::python::vm::Vm;

impl Vm {
    /// The comparison of the built-in types; None where they do not know it.
    pub(super) fn compare_builtin(
        &self,
        op: CompareOp,
        left: &Value,
        right: &Value,
    ) -> PyResult<Option<bool>> {
        if let (Some(a), Some(b)) = (integer(left), integer(right)) {
            return Ok(Some(op.holds(&a, &b)));
        }
        let is_equality = matches!(op, CompareOp::Equal | CompareOp::NotEqual);
        let equality = |equal: bool| is_equality.then_some(equal == (op == CompareOp::Equal));
        Ok(match (left, right) {
            (
                Value::Int(..) | Value::Bool(_) | Value::BigInt(_) | Value::Float(..),
                Value::Int(..) | Value::Bool(_) | Value::BigInt(_) | Value::Float(..),
            ) => Some(match order_numbers(left, right) {
                Some(order) => op.holds(&order, &Ordering::Equal),
                None => op == CompareOp::NotEqual,
            }),
            (Value::Str(a), Value::Str(b)) => Some(op.holds(a.as_str(), b.as_str())),
            (Value::Bytes(a), Value::Bytes(b)) => Some(op.holds(a.as_slice(), b.as_slice())),
            (Value::Tuple(a), Value::Tuple(b)) => {
                let (one, other) =
                    (|place: usize| a.get(place).cloned(), |place: usize| b.get(place).cloned());
                Some(self.nested(|| self.compare_items(op, &one, &other))?)
            }
            (Value::List(a), Value::List(b)) => {
                if is_equality && a.0.borrow().len() != b.0.borrow().len() {
                    return Ok(equality(false));
                }
                let (one, other) = (|place: usize| item(a, place), |place: usize| item(b, place));
                Some(self.nested(|| self.compare_items(op, &one, &other))?)
            }
            (Value::Dict(a), Value::Dict(b)) if is_equality => {
                equality(self.nested(|| self.equal_dicts(a, b))?)
            }
            (Value::Set(a), Value::Set(b)) => Some(self.compare_sets(op, a, b)?),
            (Value::Range(a), Value::Range(b)) => {
                let same_numbers = match (a.len(), b.len()) {
                    (0, 0) => true,
                    (1, 1) => a.start == b.start,
                    (one, other) => one == other && a.start == b.start && a.step == b.step,
                };
                equality(same_numbers)
            }
            (Value::Slice(a), Value::Slice(b)) => {
                let parts = |slice: &Rc<crate::python::objects::Slice>| {
                    Value::tuple(vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()])
                };
                return self.nested(|| self.compare_builtin(op, &parts(a), &parts(b)));
            }
            (Value::Method(a), Value::Method(b)) => {
                equality(a.receiver.is(&b.receiver) && self.eq(&a.function, &b.function)?)
            }
            _ => self.compare_aliases(op, left, right)?,
        })
    }

    /// `list[int] == list[int]`.
    fn compare_aliases(&self, op: CompareOp, left: &Value, right: &Value) -> PyResult<Option<bool>> {
        match (op, crate::python::builtins::union::equal(self, left, right)?) {
            (CompareOp::Equal, Some(equal)) => Ok(Some(equal)),
            (CompareOp::NotEqual, Some(equal)) => Ok(Some(!equal)),
            _ => Ok(None),
        }
    }

    /// Find the first items that differ; they decide, or the lengths.
    fn compare_items(
        &self,
        op: CompareOp,
        left: &dyn Fn(usize) -> Option<Value>,
        right: &dyn Fn(usize) -> Option<Value>,
    ) -> PyResult<bool> {
        let mut place = 0;
        loop {
            match (left(place), right(place)) {
                (Some(one), Some(other)) => {
                    if !self.eq(&one, &other)? {
                        return match op {
                            CompareOp::Equal => Ok(false),
                            CompareOp::NotEqual => Ok(true),
                            _ => {
                                let answer = self.compare(op, &one, &other)?;
                                self.truth(&answer)
                            }
                        };
                    }
                }
                (one, other) => return Ok(op.holds(&one.is_some(), &other.is_some())),
            }
            place += 1;
        }
    }

    fn equal_dicts(&self, one: &Dict, other: &Dict) -> PyResult<bool> {
        if one.len() != other.len() {
            return Ok(false);
        }
        for (key, value) in one.items() {
            match other.get(self, &key)? {
                Some(counterpart) if self.eq(&value, &counterpart)? => {}
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Sets are ordered by inclusion.
    fn compare_sets(&self, op: CompareOp, one: &Set, other: &Set) -> PyResult<bool> {
        let (a, b) = (one.len(), other.len());
        match op {
            CompareOp::Equal => Ok(a == b && self.is_subset(one, other)?),
            CompareOp::NotEqual => Ok(a != b || !self.is_subset(one, other)?),
            CompareOp::LessEqual => Ok(a <= b && self.is_subset(one, other)?),
            CompareOp::Less => Ok(a < b && self.is_subset(one, other)?),
            CompareOp::GreaterEqual => Ok(a >= b && self.is_subset(other, one)?),
            CompareOp::Greater => Ok(a > b && self.is_subset(other, one)?),
        }
    }

    fn is_subset(&self, one: &Set, other: &Set) -> PyResult<bool> {
        for item in one.items() {
            if !other.contains(self, &item)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn item(list: &List, place: usize) -> Option<Value> {
    list.0.borrow().get(place).cloned()
}

fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Int(number, _) => Some(*number),
        Value::Bool(truth) => Some((*truth).into()),
        _ => None,
    }
}

fn big(value: &Value) -> BigInt {
    match value {
        Value::BigInt(number) => (**number).clone(),
        other => BigInt::from(integer(other).unwrap_or(0)),
    }
}

/// How two numbers are ordered, exactly whatever their types; None for NaN.
fn order_numbers(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Float(a, _), Value::Float(b, _)) => a.partial_cmp(b),
        (Value::Float(a, _), other) => order_float(*a, other),
        (other, Value::Float(b, _)) => order_float(*b, other).map(Ordering::reverse),
        _ => Some(big(left).cmp(&big(right))),
    }
}

/// How a float is ordered to an int.
fn order_float(float: f64, int: &Value) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    match BigInt::from_f64(float.floor()) {
        None => Some(if float > 0.0 { Ordering::Greater } else { Ordering::Less }),
        Some(floor) => Some(match floor.cmp(&big(int)) {
            Ordering::Equal if float.fract() != 0.0 => Ordering::Greater,
            order => order,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_exactly() {
        let order = |a: f64, b: i64| order_numbers(&Value::float(a), &Value::int(b));
        assert_eq!(order(9_007_199_254_740_992.0, 9_007_199_254_740_993), Some(Ordering::Less));
        assert_eq!(order(1.5, 1), Some(Ordering::Greater));
        assert_eq!(order(-1.5, -1), Some(Ordering::Less));
        assert_eq!(order(f64::INFINITY, i64::MAX), Some(Ordering::Greater));
        assert_eq!(order(f64::NAN, 0), None);
        let huge = Value::big(BigInt::from(10).pow(400));
        assert_eq!(order_numbers(&huge, &Value::float(1e308)), Some(Ordering::Greater));
    }
}
