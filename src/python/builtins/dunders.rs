//! The special methods of built-in types, for programs that call them by name or through `super()`.
//! Operators do not come by here: each method asks the machine for what its operator does, and gives
//! NotImplemented where the other operand is of a foreign type.

use std::rc::Rc;

use super::functions;
use super::receiver::{positional, split, unwrap};
use crate::python::objects::{Args, Class, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::arithmetic::{BinaryOp, UnaryOp};
use crate::python::vm::compare::CompareOp;

type Methods = &'static [(&'static str, NativeFn)];

const COMMON: Methods = &[
    ("__repr__", |vm, args| Ok(Value::Str(vm.repr(&unary(vm, "__repr__", args)?)?))),
    ("__str__", |vm, args| Ok(Value::Str(vm.str(&unary(vm, "__str__", args)?)?))),
    ("__format__", format),
    ("__eq__", |vm, args| compare(vm, args, CompareOp::Equal)),
    ("__ne__", |vm, args| compare(vm, args, CompareOp::NotEqual)),
];

const ORDERED: Methods = &[
    ("__lt__", |vm, args| compare(vm, args, CompareOp::Less)),
    ("__le__", |vm, args| compare(vm, args, CompareOp::LessEqual)),
    ("__gt__", |vm, args| compare(vm, args, CompareOp::Greater)),
    ("__ge__", |vm, args| compare(vm, args, CompareOp::GreaterEqual)),
];

const HASHABLE: Methods = &[("__hash__", |vm, args| Ok(Value::int(vm.hash(&unary(vm, "__hash__", args)?)?)))];

const CONTAINER: Methods = &[
    ("__len__", |vm, args| Ok(Value::int(vm.len(&unary(vm, "__len__", args)?)? as i64))),
    ("__iter__", |vm, args| vm.iter(&unary(vm, "__iter__", args)?)),
    ("__contains__", contains),
];

const SUBSCRIPTED: Methods = &[("__getitem__", get_item)];

const MUTABLE: Methods = &[("__setitem__", set_item), ("__delitem__", delete_item)];

const SEQUENCE: Methods = &[
    ("__add__", |vm, args| plain(vm, args, BinaryOp::Add)),
    ("__mul__", |vm, args| plain(vm, args, BinaryOp::Multiply)),
    ("__rmul__", |vm, args| plain(vm, args, BinaryOp::Multiply)),
];

const TEXT: Methods = &[("__mod__", |vm, args| plain(vm, args, BinaryOp::Modulo))];

const NUMBER: Methods = &[
    ("__add__", |vm, args| binary(vm, args, BinaryOp::Add, false)),
    ("__radd__", |vm, args| binary(vm, args, BinaryOp::Add, true)),
    ("__sub__", |vm, args| binary(vm, args, BinaryOp::Subtract, false)),
    ("__rsub__", |vm, args| binary(vm, args, BinaryOp::Subtract, true)),
    ("__mul__", |vm, args| binary(vm, args, BinaryOp::Multiply, false)),
    ("__rmul__", |vm, args| binary(vm, args, BinaryOp::Multiply, true)),
    ("__truediv__", |vm, args| binary(vm, args, BinaryOp::TrueDivide, false)),
    ("__rtruediv__", |vm, args| binary(vm, args, BinaryOp::TrueDivide, true)),
    ("__floordiv__", |vm, args| binary(vm, args, BinaryOp::FloorDivide, false)),
    ("__rfloordiv__", |vm, args| binary(vm, args, BinaryOp::FloorDivide, true)),
    ("__mod__", |vm, args| binary(vm, args, BinaryOp::Modulo, false)),
    ("__rmod__", |vm, args| binary(vm, args, BinaryOp::Modulo, true)),
    ("__pow__", power),
    ("__rpow__", |vm, args| binary(vm, args, BinaryOp::Power, true)),
    ("__divmod__", |vm, args| divide(vm, args, false)),
    ("__rdivmod__", |vm, args| divide(vm, args, true)),
    ("__neg__", |vm, args| vm.unary(UnaryOp::Negative, &unary(vm, "__neg__", args)?)),
    ("__pos__", |vm, args| vm.unary(UnaryOp::Positive, &unary(vm, "__pos__", args)?)),
    ("__abs__", absolute),
    ("__bool__", |vm, args| Ok(Value::Bool(vm.truth(&unary(vm, "__bool__", args)?)?))),
    ("__float__", |vm, args| Ok(Value::float(vm.to_float(&unary(vm, "__float__", args)?)?))),
];

const BITS: Methods = &[
    ("__lshift__", |vm, args| binary(vm, args, BinaryOp::LeftShift, false)),
    ("__rlshift__", |vm, args| binary(vm, args, BinaryOp::LeftShift, true)),
    ("__rshift__", |vm, args| binary(vm, args, BinaryOp::RightShift, false)),
    ("__rrshift__", |vm, args| binary(vm, args, BinaryOp::RightShift, true)),
    ("__and__", |vm, args| binary(vm, args, BinaryOp::And, false)),
    ("__rand__", |vm, args| binary(vm, args, BinaryOp::And, true)),
    ("__or__", |vm, args| binary(vm, args, BinaryOp::Or, false)),
    ("__ror__", |vm, args| binary(vm, args, BinaryOp::Or, true)),
    ("__xor__", |vm, args| binary(vm, args, BinaryOp::Xor, false)),
    ("__rxor__", |vm, args| binary(vm, args, BinaryOp::Xor, true)),
    ("__invert__", |vm, args| vm.unary(UnaryOp::Invert, &unary(vm, "__invert__", args)?)),
];

const SET: Methods = &[
    ("__and__", |vm, args| binary(vm, args, BinaryOp::And, false)),
    ("__rand__", |vm, args| binary(vm, args, BinaryOp::And, true)),
    ("__or__", |vm, args| binary(vm, args, BinaryOp::Or, false)),
    ("__ror__", |vm, args| binary(vm, args, BinaryOp::Or, true)),
    ("__sub__", |vm, args| binary(vm, args, BinaryOp::Subtract, false)),
    ("__rsub__", |vm, args| binary(vm, args, BinaryOp::Subtract, true)),
    ("__xor__", |vm, args| binary(vm, args, BinaryOp::Xor, false)),
    ("__rxor__", |vm, args| binary(vm, args, BinaryOp::Xor, true)),
];

const MAPPING: Methods = &[
    ("__or__", |vm, args| binary(vm, args, BinaryOp::Or, false)),
    ("__ror__", |vm, args| binary(vm, args, BinaryOp::Or, true)),
];

/// Give the built-in classes their special methods.
pub fn install(vm: &Vm) {
    let types = &vm.types;
    let table: [(&Rc<Class>, &[Methods]); 11] = [
        (&types.int, &[COMMON, ORDERED, HASHABLE, NUMBER, BITS]),
        (&types.float, &[COMMON, ORDERED, HASHABLE, NUMBER]),
        (&types.str, &[COMMON, ORDERED, HASHABLE, CONTAINER, SUBSCRIPTED, SEQUENCE, TEXT]),
        (&types.bytes, &[COMMON, ORDERED, HASHABLE, CONTAINER, SUBSCRIPTED, SEQUENCE, TEXT]),
        (&types.tuple, &[COMMON, ORDERED, HASHABLE, CONTAINER, SUBSCRIPTED, SEQUENCE]),
        (&types.list, &[COMMON, ORDERED, CONTAINER, SUBSCRIPTED, MUTABLE, SEQUENCE]),
        (&types.dict, &[COMMON, CONTAINER, SUBSCRIPTED, MUTABLE, MAPPING]),
        (&types.set, &[COMMON, ORDERED, CONTAINER, SET]),
        (&types.frozenset, &[COMMON, ORDERED, HASHABLE, CONTAINER, SET]),
        (&types.range, &[COMMON, HASHABLE, CONTAINER, SUBSCRIPTED]),
        (&types.slice, &[COMMON, HASHABLE]),
    ];
    for (class, groups) in table {
        for methods in groups {
            vm.add_methods(class, methods);
        }
    }
    vm.add_static_methods(&types.object, &[("__new__", super::type_type::new_instance)]);
    for class in [&types.list, &types.dict, &types.set] {
        class.dict.set("__hash__", Value::None);
    }
}

fn unary(vm: &Vm, name: &str, args: Args) -> PyResult {
    let (receiver, args) = split(vm, name, args)?;
    positional(vm, name, args, 0, 0)?;
    Ok(receiver)
}

fn operands(vm: &Vm, args: Args) -> PyResult<(Value, Value)> {
    let (receiver, args) = split(vm, "operator", args)?;
    let other = positional(vm, "operator", args, 1, 1)?.pop();
    Ok((receiver, other.unwrap_or(Value::None)))
}

/// Which values an operator puts together; ints take no floats, floats take both.
#[derive(PartialEq)]
enum Family {
    Int,
    Float,
    Other(std::mem::Discriminant<Value>),
}

fn family(value: &Value) -> Family {
    match value {
        Value::Int(..) | Value::BigInt(_) | Value::Bool(_) => Family::Int,
        Value::Float(..) => Family::Float,
        other => Family::Other(std::mem::discriminant(other)),
    }
}

fn is_foreign(receiver: &Value, other: &Value) -> bool {
    match (family(receiver), family(other)) {
        (Family::Float, Family::Int) => false,
        (own, other) => own != other,
    }
}

fn binary(vm: &Vm, args: Args, op: BinaryOp, is_reflected: bool) -> PyResult {
    let (receiver, other) = operands(vm, args)?;
    let other = unwrap(&other);
    match (is_foreign(&receiver, other), is_reflected) {
        (true, _) => Ok(Value::NotImplemented),
        (false, false) => vm.binary(op, &receiver, other),
        (false, true) => vm.binary(op, other, &receiver),
    }
}

/// With a modulus, it is `pow`.
fn power(vm: &Vm, args: Args) -> PyResult {
    match args.positional.len() {
        3 => functions::pow(vm, args),
        _ => binary(vm, args, BinaryOp::Power, false),
    }
}

fn divide(vm: &Vm, args: Args, is_reflected: bool) -> PyResult {
    let (receiver, other) = operands(vm, args)?;
    let other = unwrap(&other).clone();
    match (is_foreign(&receiver, &other), is_reflected) {
        (true, _) => Ok(Value::NotImplemented),
        (false, false) => functions::divmod(vm, Args::positional(vec![receiver, other])),
        (false, true) => functions::divmod(vm, Args::positional(vec![other, receiver])),
    }
}

/// Sequences raise where the operand does not fit.
fn plain(vm: &Vm, args: Args, op: BinaryOp) -> PyResult {
    let (receiver, other) = operands(vm, args)?;
    let other = if op == BinaryOp::Modulo { &other } else { unwrap(&other) };
    match (op, other) {
        (BinaryOp::Add | BinaryOp::Multiply, Value::Object(_)) => Ok(Value::NotImplemented),
        _ => vm.binary(op, &receiver, other),
    }
}

fn compare(vm: &Vm, args: Args, op: CompareOp) -> PyResult {
    let (receiver, other) = operands(vm, args)?;
    let other = unwrap(&other);
    match is_foreign(&receiver, other) {
        true => Ok(Value::NotImplemented),
        false => vm.compare(op, &receiver, other),
    }
}

fn absolute(vm: &Vm, args: Args) -> PyResult {
    let value = unary(vm, "__abs__", args)?;
    match vm.truth(&vm.compare(CompareOp::Less, &value, &Value::int(0))?)? {
        true => vm.unary(UnaryOp::Negative, &value),
        // Of -0.0, which is not below zero, the sign goes, too.
        false => vm.binary(BinaryOp::Add, &value, &Value::int(0)),
    }
}

fn format(vm: &Vm, args: Args) -> PyResult {
    let (receiver, spec) = operands(vm, args)?;
    match spec.as_str() {
        Some(spec) => Ok(Value::Str(vm.format(&receiver, spec)?)),
        None => Err(vm.type_error("__format__() argument must be str")),
    }
}

fn contains(vm: &Vm, args: Args) -> PyResult {
    let (receiver, item) = operands(vm, args)?;
    Ok(Value::Bool(vm.contains(&receiver, &item)?))
}

fn get_item(vm: &Vm, args: Args) -> PyResult {
    let (receiver, key) = operands(vm, args)?;
    vm.get_item(&receiver, &key)
}

fn set_item(vm: &Vm, args: Args) -> PyResult {
    let (receiver, args) = split(vm, "__setitem__", args)?;
    let mut args = positional(vm, "__setitem__", args, 2, 2)?.into_iter();
    let (key, value) = (args.next().unwrap_or(Value::None), args.next().unwrap_or(Value::None));
    vm.set_item(&receiver, key, value)?;
    Ok(Value::None)
}

fn delete_item(vm: &Vm, args: Args) -> PyResult {
    let (receiver, key) = operands(vm, args)?;
    vm.del_item(&receiver, &key)?;
    Ok(Value::None)
}
