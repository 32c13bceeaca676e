//! Special methods that a class gives itself: what `__add__`, `__eq__` or `__len__` means for an instance of a
//! class that Python code defined, or that a built-in module did. The built-in types need none:
//! the operations know them.

use std::rc::Rc;

use super::Vm;
use crate::python::objects::{Args, Class, Object, Payload, PyResult, Raised, Str, Value};

impl Vm {
    /// The special method that the value's class has of its own, rather than from the built-in type
    /// at its bottom; not bound yet. `Value::None` where the class says that it has none.
    pub(super) fn override_of(&self, value: &Value, name: &str) -> Option<Value> {
        self.find_override(value, &self.intern(name)).map(|(method, _, _)| method)
    }

    fn find_override(&self, value: &Value, name: &Str) -> Option<(Value, Rc<Class>, bool)> {
        let (class, base) = match value {
            Value::Object(object) => {
                let class = object.class.borrow().clone();
                (class, self.base_of(object))
            }
            Value::Native(native) => (native.class.clone(), self.types.object.clone()),
            Value::Class(class) => (class.metaclass.clone()?, self.types.type_.clone()),
            _ => return None,
        };
        let (method, is_user) = class.lookup_with_owner(name)?;
        let inherited = !is_user && base.lookup(name).is_some_and(|known| known.is(&method));
        (!inherited).then_some((method, class, is_user))
    }

    /// The built-in type at the bottom of an instance's class.
    fn base_of(&self, object: &Object) -> Rc<Class> {
        match &object.payload {
            Payload::None | Payload::Native(_) => self.types.object.clone(),
            Payload::Exception(_) => self.exceptions.base_exception.clone(),
            Payload::Value(inner) => self.class_of(inner),
        }
    }

    /// Call such a method; None where there is none.
    ///
    /// # Errors
    /// What it raises.
    pub(super) fn call_override(
        &self,
        value: &Value,
        name: &str,
        args: Vec<Value>,
    ) -> PyResult<Option<Value>> {
        let Some((method, class, is_user)) = self.find_override(value, &self.intern(name)) else {
            return Ok(None);
        };
        let mut args = Args::positional(args);
        if let Value::Function(_) = &method {
            args.insert_receiver(value.clone());
            return self.call(&method, args).map(Some);
        }
        let bound = self.bind_attr(method, value, &class, is_user)?;
        self.call(&bound, args).map(Some)
    }

    /// `'{name}' object {message}`.
    pub(super) fn object_error(&self, value: &Value, message: &str) -> Raised {
        self.type_error(&format!("'{}' object {message}", self.type_name(value)))
    }

    /// `type(value).__name__`.
    pub(super) fn type_name(&self, value: &Value) -> String {
        self.class_of(value).c_name()
    }

    /// Do what may call itself through containers inside containers.
    ///
    /// # Errors
    /// RecursionError; what it raises.
    pub(super) fn nested<T>(&self, work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
        self.enter_native()?;
        let result = work();
        self.leave_native();
        result
    }
}
