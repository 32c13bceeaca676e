//! Operators between sets.

use std::rc::Rc;

use super::BinaryOp;
use crate::python::builtins::set::{
    difference_of, intersection_of, remove_all, symmetric_difference_of, toggle_all, union_of,
};
use crate::python::objects::{PyResult, Set, Value};
use crate::python::vm::Vm;

/// `left op right` of two sets; the result is of the left one's type. None for anything else.
pub(super) fn binary(vm: &Vm, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    let (Value::Set(set), Value::Set(_)) = (left, right) else { return Ok(None) };
    let result = match op {
        BinaryOp::Or => union_of(vm, set, right)?,
        BinaryOp::And => intersection_of(vm, set, right)?,
        BinaryOp::Subtract => difference_of(vm, set, right)?,
        BinaryOp::Xor => symmetric_difference_of(vm, set, right)?,
        _ => return Ok(None),
    };
    Ok(Some(Value::Set(Rc::new(result))))
}

/// `set op= other`; false where the other is no set, or the operator none of theirs.
pub(super) fn update(vm: &Vm, op: BinaryOp, set: &Rc<Set>, other: &Value) -> PyResult<bool> {
    let Value::Set(operand) = other else { return Ok(false) };
    match op {
        BinaryOp::Or => set.merge(vm, operand)?,
        BinaryOp::And => set.swap(&intersection_of(vm, set, other)?),
        BinaryOp::Subtract => remove_all(set, vm, other)?,
        BinaryOp::Xor => toggle_all(set, vm, other)?,
        _ => return Ok(false),
    }
    Ok(true)
}
