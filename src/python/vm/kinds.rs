//! The attributes of functions, methods, generators and other built-in kinds of objects.

use std::rc::Rc;

use super::Vm;
use super::generator::{Generator, State};
use crate::python::objects::{Function, Property, PyResult, Str, Value};

impl Vm {
    /// An attribute that the kind of object has by itself.
    pub(super) fn kind_attr(&self, object: &Value, name: &Str) -> Option<Value> {
        match object {
            Value::Function(function) => self.function_attr(function, name),
            Value::Method(method) => match name.as_str() {
                "__self__" => Some(method.receiver.clone()),
                "__func__" => Some(method.function.clone()),
                _ => self.kind_attr(&method.function, name),
            },
            Value::Builtin(builtin) => match name.as_str() {
                "__name__" | "__qualname__" => Some(Value::str(builtin.name)),
                "__module__" => Some(Value::str("builtins")),
                _ => None,
            },
            Value::Generator(generator) => self.generator_attr(generator, name),
            Value::Coroutine(native) => match name.as_str() {
                "__name__" => native.qualname().rsplit('.').next().map(Value::str),
                "__qualname__" => Some(Value::str(native.qualname())),
                "cr_running" => Some(Value::Bool(native.is_running())),
                "cr_suspended" => Some(Value::Bool(native.is_suspended())),
                _ => None,
            },
            Value::Property(property) => property_attr(property, name).or_else(|| match &**property {
                Property::Static(function) | Property::Class(function) => self.kind_attr(function, name),
                Property::Property { .. } => None,
            }),
            Value::Native(native) => self.traceback_attr(native, name.as_str()),
            Value::Future(future) => self.future_attributes(future, false)?.get_str(name),
            Value::Slice(slice) => match name.as_str() {
                "start" => Some(slice.start.clone()),
                "stop" => Some(slice.stop.clone()),
                "step" => Some(slice.step.clone()),
                _ => None,
            },
            _ => None,
        }
    }

    fn function_attr(&self, function: &Rc<Function>, name: &Str) -> Option<Value> {
        let optional =
            |values: Vec<Value>| if values.is_empty() { Value::None } else { Value::tuple(values) };
        Some(match name.as_str() {
            "__name__" => Value::Str(function.name.borrow().clone()),
            "__qualname__" => Value::Str(function.qualname.borrow().clone()),
            "__module__" => match function.attributes.get_str(name) {
                Some(module) => module,
                None => function.globals.get_str(&self.intern("__name__")).unwrap_or(Value::None),
            },
            "__dict__" => Value::Dict(function.attributes.clone()),
            "__defaults__" => optional(function.defaults.borrow().clone()),
            "__kwdefaults__" => {
                let defaults = function.keyword_defaults.borrow();
                if defaults.is_empty() {
                    return Some(Value::None);
                }
                let dict = crate::python::objects::Dict::new();
                for (name, value) in defaults.iter() {
                    dict.set_str(name, value.clone());
                }
                Value::dict(dict)
            }
            "__annotations__" => match function.attributes.get_str(name) {
                Some(annotations) => annotations,
                None => {
                    let empty = Value::dict(Default::default());
                    function.attributes.set_str(name, empty.clone());
                    empty
                }
            },
            "__code__" => self.code_value(&function.code),
            "__globals__" => Value::Dict(function.globals.clone()),
            "__closure__" => Value::None,
            "__doc__" => function.attributes.get_str(name).unwrap_or(Value::None),
            _ => return function.attributes.get_str(name),
        })
    }

    fn generator_attr(&self, generator: &Rc<Generator>, name: &Str) -> Option<Value> {
        let is_running = generator.state.get() == State::Running;
        let awaiting = || match generator.frame.borrow().as_ref().and_then(|frame| frame.awaiting().cloned())
        {
            Some(value) => value,
            None => Value::None,
        };
        Some(match name.as_str() {
            "__name__" => Value::Str(generator.name.borrow().clone()),
            "__qualname__" => Value::Str(generator.qualname.borrow().clone()),
            "gi_running" | "cr_running" | "ag_running" => Value::Bool(is_running),
            "gi_yieldfrom" | "cr_await" | "ag_await" => awaiting(),
            "gi_suspended" | "cr_suspended" => Value::Bool(generator.state.get() == State::Suspended),
            "gi_code" | "cr_code" | "ag_code" => {
                generator.frame.borrow().as_ref().map_or(Value::None, |frame| self.code_value(&frame.code))
            }
            "gi_frame" | "cr_frame" | "ag_frame" => self.frame_value(&Value::Generator(generator.clone())),
            _ => return None,
        })
    }

    /// Set one of those; false where the kind has no such attribute.
    ///
    /// # Errors
    /// TypeError for a value of the wrong type.
    pub(super) fn set_kind_attr(&self, object: &Value, name: &Str, value: &Value) -> PyResult<bool> {
        let text = |value: &Value| match value {
            Value::Str(text) => Ok(text.clone()),
            _ => Err(self.type_error(&format!("{name} must be set to a string object"))),
        };
        match (object, name.as_str()) {
            (Value::Function(function), "__name__") => drop(function.name.replace(text(value)?)),
            (Value::Function(function), "__qualname__") => drop(function.qualname.replace(text(value)?)),
            (Value::Function(function), "__defaults__") => {
                let values = if matches!(value, Value::None) { Vec::new() } else { self.collect(value)? };
                function.defaults.replace(values);
            }
            (Value::Function(function), _) => function.attributes.set_str(name, value.clone()),
            (Value::Future(future), _) if self.class_of(object).lookup(name).is_none() => {
                if let Some(attributes) = self.future_attributes(future, true) {
                    attributes.set_str(name, value.clone());
                }
            }
            (Value::Generator(generator), "__name__") => drop(generator.name.replace(text(value)?)),
            (Value::Generator(generator), "__qualname__") => drop(generator.qualname.replace(text(value)?)),
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn property_attr(property: &Property, name: &Str) -> Option<Value> {
    match (property, name.as_str()) {
        (Property::Property { get, .. }, "fget") => Some(get.clone()),
        (Property::Property { set, .. }, "fset") => Some(set.clone()),
        (Property::Property { delete, .. }, "fdel") => Some(delete.clone()),
        (Property::Property { doc, .. }, "__doc__") => Some(doc.clone()),
        (Property::Static(function) | Property::Class(function), "__func__" | "__wrapped__") => {
            Some(function.clone())
        }
        _ => None,
    }
}
