//! The virtual machine: what a run of a program shares, and the operations on values.

pub mod frame;
pub mod generator;

use crate::python::objects::{Args, Class, PyResult, Raised, Str, Value};
use std::rc::Rc;
