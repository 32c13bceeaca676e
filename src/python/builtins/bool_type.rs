//! `bool`.

use std::rc::Rc;

use crate::python::objects::{Args, Class, PyResult, Value};
use crate::python::vm::Vm;

/// `bool(value=False)`.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let [value] = args.bind(vm, "bool", "object /", 0)?;
    Ok(Value::Bool(match value {
        Some(value) => vm.truth(&value)?,
        None => false,
    }))
}
