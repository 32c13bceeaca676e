//! `isinstance` and `issubclass`.

use std::rc::Rc;

use super::Vm;
use crate::python::builtins::union::{self, Union};
use crate::python::objects::{Class, PyResult, Raised, Value};

impl Vm {
    /// `isinstance(value, classes)`: a class, a union, or a tuple of such.
    ///
    /// # Errors
    /// TypeError for anything else; what a metaclass's `__instancecheck__` raises.
    pub fn is_instance(&self, value: &Value, classes: &Value) -> PyResult<bool> {
        match classes {
            Value::Class(class) => self.is_instance_of(value, class),
            Value::Tuple(items) => self.nested(|| self.any_of(items, &|item| self.is_instance(value, item))),
            Value::Native(native) if native.get::<Union>().is_some() => match native.get::<Union>() {
                Some(union) => self.any_of(&union.members, &|member| match member {
                    Value::None => Ok(matches!(value, Value::None)),
                    member => self.is_instance(value, member),
                }),
                None => Ok(false),
            },
            other => match self.ask_check(other, "__instancecheck__", value)? {
                Some(answer) => Ok(answer),
                None if union::is_alias(other) => {
                    Err(self.type_error("isinstance() argument 2 cannot be a parameterized generic"))
                }
                None => {
                    Err(self.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"))
                }
            },
        }
    }

    fn is_instance_of(&self, value: &Value, class: &Rc<Class>) -> PyResult<bool> {
        let own = self.class_of(value);
        if Rc::ptr_eq(&own, class) {
            return Ok(true);
        }
        match self.ask_check(&Value::Class(class.clone()), "__instancecheck__", value)? {
            Some(answer) => Ok(answer),
            None if own.is_subclass(class) => Ok(true),
            None => Ok(match (value, own.is_user.then(|| own.lookup(&self.intern("__class__"))).flatten()) {
                // A class may say that its instances are another's.
                (Value::Object(_), Some(Value::Property(_))) => {
                    let told = self.get_attr(value, &self.intern("__class__"))?;
                    matches!(&told, Value::Class(told) if told.is_subclass(class))
                }
                _ => false,
            }),
        }
    }

    fn any_of(&self, items: &[Value], holds: &dyn Fn(&Value) -> PyResult<bool>) -> PyResult<bool> {
        for item in items {
            if holds(item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Ask a metaclass of the user's own, or a native object that stands for classes.
    fn ask_check(&self, class: &Value, method: &str, value: &Value) -> PyResult<Option<bool>> {
        match self.call_override(class, method, vec![value.clone()])? {
            Some(answer) => self.truth(&answer).map(Some),
            None => Ok(None),
        }
    }

    /// `issubclass(class, classes)`: a class, a union, or a tuple of such.
    ///
    /// # Errors
    /// TypeError for anything else; what a metaclass's `__subclasscheck__` raises.
    pub fn is_subclass(&self, class: &Value, classes: &Value) -> PyResult<bool> {
        match classes {
            Value::Tuple(items) => {
                return self.nested(|| self.any_of(items, &|item| self.is_subclass(class, item)));
            }
            Value::Native(native) if native.get::<Union>().is_some() => {
                let members = native.get::<Union>().map(|union| union.members.clone()).unwrap_or_default();
                return self.any_of(&members, &|member| match member {
                    Value::None => {
                        Ok(matches!(class, Value::Class(class) if Rc::ptr_eq(class, &self.types.none)))
                    }
                    member => self.is_subclass(class, member),
                });
            }
            _ => {}
        }
        if let Some(answer) = self.ask_check(classes, "__subclasscheck__", class)? {
            return Ok(answer);
        }
        match (class, classes) {
            (Value::Class(class), Value::Class(other)) => Ok(class.is_subclass(other)),
            (Value::Class(_), other) if union::is_alias(other) => {
                Err(self.type_error("issubclass() argument 2 cannot be a parameterized generic"))
            }
            (Value::Class(_), _) => Err(self.not_classes()),
            _ => Err(self.type_error("issubclass() arg 1 must be a class")),
        }
    }

    fn not_classes(&self) -> Raised {
        self.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
}
