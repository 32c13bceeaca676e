//! `bool`.

use std::rc::Rc;

use super::receiver::positional;
use crate::python::objects::{Args, Class, PyResult, Value};
use crate::python::vm::Vm;

/// `bool(value=False)`.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    Ok(Value::Bool(match positional(vm, "bool", args, 0, 1)?.pop() {
        Some(value) => vm.truth(&value)?,
        None => false,
    }))
}
