//! Weak references: what `weakref` is made of.

use std::rc::Rc;

use crate::python::objects::{Args, PyResult, Value, Watchers};
use crate::python::vm::Vm;

/// `weak(object)`: a function that gives the object as long as it lives, then None.
pub fn weak(vm: &Vm, args: Args) -> PyResult {
    let [target] = args.bind(vm, "ref", "object /", 1)?;
    let target = target.unwrap_or(Value::None);
    macro_rules! held {
        ($($kind:ident)*) => {
            match &target {
                $(Value::$kind(rc) => {
                    let weak = Rc::downgrade(rc);
                    Ok(vm.closure("ref", move |_, _| Ok(weak.upgrade().map_or(Value::None, Value::$kind))))
                })*
                other => {
                    let name = vm.class_of(other).full_name();
                    Err(vm.type_error(&format!("cannot create weak reference to '{name}' object")))
                }
            }
        };
    }
    held!(Object Function Method Class Module Generator Coroutine Future Set Native)
}

/// `watch(object, function)`: the function is called when the object is gone. Only instances tell of their end.
pub fn watch(vm: &Vm, args: Args) -> PyResult {
    let [target, function] = args.bind(vm, "watch", "object function /", 2)?;
    if let (Some(Value::Object(object)), Some(function)) = (target, function) {
        let watchers = object
            .watchers
            .get_or_init(|| Box::new(Watchers { vm: vm.weak(), functions: Default::default() }));
        watchers.functions.borrow_mut().push(function);
    }
    Ok(Value::None)
}
