//! What programs do most, done without detours: local variables, small numbers, calls that fit, texts that grow.

use super::Vm;
use super::arithmetic::BinaryOp;
use super::dispatch::pop;
use super::frame::{Active, Body, Frame, OnExit};
use super::interpreter::Step;
use crate::python::code::Op;
use crate::python::objects::{PyResult, Str, Value};

impl Vm {
    /// An operator between the two values on top of the stack: `general` does it, but for texts that are put together.
    pub(super) fn operate_on_top(
        &self,
        frame: &mut Frame,
        op: BinaryOp,
        general: fn(&Self, BinaryOp, &Value, &Value) -> PyResult,
        fuel: &mut u32,
    ) -> PyResult<()> {
        let right = pop(frame);
        let left = pop(frame);
        let result = self.charged(fuel, || match (op, left, right) {
            (BinaryOp::Add, Value::Str(left), Value::Str(right)) => self.append(frame, left, &right),
            (_, left, right) => general(self, op, &left, &right),
        })?;
        frame.stack.push(result);
        Ok(())
    }

    /// `left + right`. Where it goes into the variable that it came from, that one lets go of it first: then
    /// the text can grow in place.
    fn append(&self, frame: &mut Frame, mut left: Str, right: &Str) -> PyResult {
        self.check_size(left.as_str().len().saturating_add(right.as_str().len()))?;
        if let Some(&Op::StoreFast(slot)) = frame.code.ops.get(frame.ip)
            && let Some(local) = frame.locals.get_mut(slot as usize)
            && matches!(local, Some(Value::Str(text)) if Str::same(text, &left))
        {
            *local = None;
        }
        let copied = left.append(right);
        self.charge(copied, 64)?;
        Ok(Value::Str(left))
    }

    /// The call of a function of Python's that takes just these arguments: they move from one frame to the other.
    pub(super) fn push_call(&self, frame: &mut Frame, count: usize, fuel: u32) -> Option<Step> {
        let at = frame.stack.len() - count;
        let function = match frame.stack.get(at.checked_sub(1)?)? {
            Value::Function(function) if function.code.parameters.are_plain(count) => function.clone(),
            _ => return None,
        };
        self.fuel.set(fuel);
        self.note_line(frame);
        let mut called = self.frame_of(&function);
        for (local, value) in called.locals.iter_mut().zip(frame.stack.drain(at..)) {
            *local = Some(value);
        }
        frame.stack.pop();
        Some(Step::Push(Active { body: Body::Python(called), on_exit: OnExit::Push }))
    }
}

/// What most instructions are, where nothing can go wrong; false where it is for [`Vm::instruction`].
#[inline]
pub(super) fn quick(frame: &mut Frame, op: Op) -> bool {
    match op {
        Op::LoadFast(slot) => match frame.locals.get(slot as usize) {
            Some(Some(value)) => frame.stack.push(value.clone()),
            _ => return false,
        },
        Op::Const(index) => match frame.code.constants.get(index as usize) {
            Some(value) => frame.stack.push(value.clone()),
            None => return false,
        },
        Op::Jump(target) => frame.ip = target as usize,
        Op::JumpIfFalse(target) => match frame.stack.last() {
            Some(&Value::Bool(truth)) => {
                frame.stack.pop();
                if !truth {
                    frame.ip = target as usize;
                }
            }
            _ => return false,
        },
        Op::Binary(op) | Op::Inplace(op) => return quick_arithmetic(&mut frame.stack, op),
        Op::Compare(op) => match frame.stack.as_slice() {
            [.., Value::Int(a, _), Value::Int(b, _)] => {
                let holds = op.holds(a, b);
                replace_two(&mut frame.stack, Value::Bool(holds));
            }
            _ => return false,
        },
        _ => return false,
    }
    true
}

/// Two machine numbers, whose result is one, too.
#[inline]
fn quick_arithmetic(stack: &mut Vec<Value>, op: BinaryOp) -> bool {
    let result = match stack.as_slice() {
        [.., Value::Int(a, _), Value::Int(b, _)] => match op {
            BinaryOp::Add => a.checked_add(*b),
            BinaryOp::Subtract => a.checked_sub(*b),
            BinaryOp::Multiply => a.checked_mul(*b),
            _ => None,
        }
        .map(Value::int),
        [.., Value::Float(a, _), Value::Float(b, _)] => match op {
            BinaryOp::Add => Some(a + b),
            BinaryOp::Subtract => Some(a - b),
            BinaryOp::Multiply => Some(a * b),
            _ => None,
        }
        .map(Value::float),
        _ => None,
    };
    match result {
        Some(value) => {
            replace_two(stack, value);
            true
        }
        None => false,
    }
}

fn replace_two(stack: &mut Vec<Value>, value: Value) {
    stack.pop();
    if let Some(last) = stack.last_mut() {
        *last = value;
    }
}
