//! `super`: attribute lookup that begins after a class.

use std::rc::Rc;

use crate::python::objects::{Args, Class, NativeObject, PyResult, Str, Value};
use crate::python::vm::Vm;

struct Super {
    /// Lookup begins after this class in the receiver's order.
    after: Rc<Class>,
    receiver: Value,
    /// The class whose order it is.
    class: Rc<Class>,
}

pub fn install(vm: &Vm) {
    vm.types.super_.constructor.set(Some(construct));
}

/// `super(type, object_or_type)`.
fn construct(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    let [after, receiver] = args.bind(vm, "super", "type obj /", 0)?;
    let (Some(Value::Class(after)), Some(receiver)) = (after, receiver) else {
        return Err(vm.runtime_error("super(): no arguments"));
    };
    let of = match &receiver {
        Value::Class(own) if own.is_subclass(&after) => own.clone(),
        other => vm.class_of(other),
    };
    if !of.is_subclass(&after) {
        return Err(vm.type_error("super(type, obj): obj must be an instance or subtype of type"));
    }
    let body = Box::new(Super { after, receiver, class: of });
    Ok(Value::Native(Rc::new(NativeObject { class: class.clone(), body })))
}

impl Vm {
    /// An attribute looked up through a `super` object; None where the object is none.
    ///
    /// # Errors
    /// AttributeError; what a descriptor raises.
    pub fn super_attr(&self, native: &NativeObject, name: &Str) -> PyResult<Option<Value>> {
        let Some(inner) = native.get::<Super>() else { return Ok(None) };
        if name.as_str() == "__class__" {
            return Ok(Some(Value::Class(native.class.clone())));
        }
        let order = inner.class.mro();
        let start =
            order.iter().position(|class| Rc::ptr_eq(class, &inner.after)).map_or(0, |place| place + 1);
        for class in order.iter().skip(start) {
            let Some(attribute) = class.dict.get_str(name) else { continue };
            let on_class = matches!(&inner.receiver, Value::Class(own) if Rc::ptr_eq(own, &inner.class));
            let is_plain = matches!(attribute, Value::Function(_) | Value::Builtin(_));
            if on_class && is_plain {
                let is_meta = inner.class.is_subclass(&self.types.type_);
                return match is_meta {
                    true => self.bind_attr(attribute, &inner.receiver, &inner.class, class.is_user).map(Some),
                    false => Ok(Some(attribute)),
                };
            }
            return self.bind_attr(attribute, &inner.receiver, &inner.class, class.is_user).map(Some);
        }
        match self.builtin_new(&inner.class, name) {
            Some(new) => Ok(Some(new)),
            None => Err(self.attribute_error(&format!("'super' object has no attribute '{name}'"))),
        }
    }

    /// `super().__new__`, where no class before object has one.
    fn builtin_new(&self, _class: &Rc<Class>, name: &Str) -> Option<Value> {
        (name.as_str() == "__new__").then(|| self.builtin("__new__", super::type_type::new_instance))
    }
}
