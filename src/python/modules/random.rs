use crate::python::objects::*; use crate::python::vm::Vm; pub fn contents(_:&Vm)->PyResult<Vec<(&'static str, Value)>>{Ok(vec![])}
