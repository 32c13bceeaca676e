//! `slice`.

use std::rc::Rc;

use super::receiver::{one, positional, small_index, split, wrong_receiver};
use crate::python::objects::{Args, Class, NativeFn, PyResult, Slice, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[("indices", indices)];

/// `slice(stop)`, `slice(start, stop, step=None)`.
///
/// # Errors
/// TypeError for a wrong number of arguments.
pub fn construct(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let mut args = positional(vm, "slice", args, 1, 3)?.into_iter();
    let first = args.next().unwrap_or(Value::None);
    let (start, stop) = match args.next() {
        Some(second) => (first, second),
        None => (Value::None, first),
    };
    let step = args.next().unwrap_or(Value::None);
    Ok(Value::Slice(Rc::new(Slice { start, stop, step })))
}

fn indices(vm: &Vm, args: Args) -> PyResult {
    let (slice, args) = match split(vm, "slice.indices", args)? {
        (Value::Slice(slice), args) => (slice, args),
        (other, _) => return Err(wrong_receiver(vm, "slice.indices", &other)),
    };
    let length = small_index(vm, &one(vm, "slice.indices", args)?)?;
    let length = usize::try_from(length).map_err(|_| vm.value_error("length should not be negative"))?;
    let range = vm.slice_indices(&slice, length)?;
    Ok(Value::tuple(vec![Value::int(range.start), Value::int(range.stop), Value::int(range.step)]))
}
