//! `repr`, `str` and `format`.

use std::rc::Rc;

use super::Vm;
use crate::python::builtins::receiver::unwrap as inner;
use crate::python::builtins::{float_text, format_spec, int, iterators, quoting, union};
use crate::python::code::CodeKind;
use crate::python::objects::{Class, Property, PyResult, Raised, Set, Str, Value};

/// Modules of the library whose functions are built in in CPython.
const C_MODULES: [&str; 4] = ["bisect.py", "heapq.py", "itertools.py", "<operator>"];

impl Vm {
    /// `repr(value)`.
    ///
    /// # Errors
    /// What `__repr__` raises; RecursionError; MemoryError past the budget for one object.
    pub fn repr(&self, value: &Value) -> PyResult<Str> {
        self.tick()?;
        match value {
            Value::Str(text) => return Ok(Str::from(quoting::text(text.as_str()))),
            Value::Int(number, _) => return Ok(Str::from(number.to_string())),
            _ => {}
        }
        let text = self.nested(|| self.repr_nested(value))?;
        self.check_size(text.len())?;
        Ok(Str::from(text))
    }

    fn repr_nested(&self, value: &Value) -> PyResult<String> {
        Ok(match value {
            Value::None => "None".into(),
            Value::Ellipsis => "Ellipsis".into(),
            Value::NotImplemented => "NotImplemented".into(),
            Value::Bool(truth) => if *truth { "True" } else { "False" }.into(),
            Value::Int(number, _) => number.to_string(),
            Value::BigInt(number) => int::decimal(self, number)?,
            Value::Float(number, _) => float_text::repr(*number),
            Value::Str(text) => quoting::text(text.as_str()),
            Value::Bytes(bytes) => quoting::bytes(bytes),
            Value::Tuple(items) if items.len() == 1 => self.joined(value, "(", items, ",)")?,
            Value::Tuple(items) => self.joined(value, "(", items, ")")?,
            Value::List(list) => {
                let items = list.0.borrow().clone();
                self.joined(value, "[", &items, "]")?
            }
            Value::Set(set) => {
                let class = if set.is_frozen() { "frozenset" } else { "set" };
                self.repr_set(value, set, class)?
            }
            Value::Dict(dict) => self.repr_within(value, "{...}", || {
                let mut parts = Vec::new();
                for (key, item) in dict.items() {
                    parts.push(format!("{}: {}", self.repr(&key)?, self.repr(&item)?));
                }
                Ok(format!("{{{}}}", parts.join(", ")))
            })?,
            Value::Range(range) => match range.step {
                1 => format!("range({}, {})", range.start, range.stop),
                step => format!("range({}, {}, {step})", range.start, range.stop),
            },
            Value::Slice(slice) => {
                format!(
                    "slice({}, {}, {})",
                    self.repr(&slice.start)?,
                    self.repr(&slice.stop)?,
                    self.repr(&slice.step)?
                )
            }
            Value::Function(function) if C_MODULES.contains(&function.code.source.file) => {
                format!("<built-in function {}>", function.name.borrow())
            }
            Value::Function(function) => self.at(&format!("function {}", function.qualname.borrow()), value),
            Value::Builtin(builtin) if builtin.name.contains("<locals>") => {
                self.at(&format!("function {}", builtin.name), value)
            }
            Value::Builtin(builtin) => format!("<built-in function {}>", builtin.name),
            Value::Method(method) => match &method.function {
                Value::Builtin(builtin) => {
                    let class = self.class_of(&method.receiver).full_name();
                    let place = self.id_of(&method.receiver);
                    format!("<built-in method {} of {class} object at {place:#x}>", builtin.name)
                }
                function => {
                    let name = self.get_attr_opt(function, "__qualname__")?.unwrap_or(Value::None);
                    format!("<bound method {} of {}>", self.str(&name)?, self.repr(&method.receiver)?)
                }
            },
            Value::Property(property) => match &**property {
                Property::Property { .. } => self.at("property object", value),
                Property::Static(function) => format!("<staticmethod({})>", self.repr(function)?),
                Property::Class(function) => format!("<classmethod({})>", self.repr(function)?),
            },
            Value::Class(class) => self.repr_class(value, class)?,
            Value::Object(_) => return self.repr_object(value),
            Value::Module(module) => match module.name.as_str() {
                "__main__" => "<module '__main__' from 'main.py'>".into(),
                name => format!("<module '{name}' (built-in)>"),
            },
            Value::Generator(generator) => {
                let kind = match generator.kind {
                    CodeKind::Coroutine => "coroutine object",
                    CodeKind::AsyncGenerator => "async_generator object",
                    _ => "generator object",
                };
                self.at(&format!("{kind} {}", generator.qualname.borrow()), value)
            }
            Value::Coroutine(native) => self.at(&format!("coroutine object {}", native.qualname()), value),
            Value::Iterator(iterator) => {
                self.at(&format!("{} object", iterators::class_of(self, iterator).name.borrow()), value)
            }
            Value::AsyncStep(_) | Value::Cell(_) => {
                self.at(&format!("{} object", self.class_of(value).name.borrow()), value)
            }
            Value::Future(future) => future.repr(),
            Value::Native(_) => match union::repr(self, value)? {
                Some(text) => text,
                None => match self.frame_repr(value) {
                    Some((what, place)) => format!("<{what} at {:#x}, {place}>", self.id_of(value)),
                    None => return self.repr_object(value),
                },
            },
        })
    }

    /// `<what at 0x…>`.
    fn at(&self, what: &str, value: &Value) -> String {
        format!("<{what} at {:#x}>", self.id_of(value))
    }

    fn joined(&self, container: &Value, open: &str, items: &[Value], close: &str) -> PyResult<String> {
        let shortened = format!("{open}...{}", close.trim_start_matches(','));
        self.repr_within(container, &shortened, || self.joined_here(open, items, close))
    }

    fn joined_here(&self, open: &str, items: &[Value], close: &str) -> PyResult<String> {
        let mut text = String::from(open);
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                text.push_str(", ");
            }
            text.push_str(self.repr(item)?.as_str());
            self.check_size(text.len())?;
        }
        text.push_str(close);
        Ok(text)
    }

    /// A container inside itself is shown shortened.
    ///
    /// # Errors
    /// What showing it raises.
    pub fn repr_within(
        &self,
        container: &Value,
        shortened: &str,
        show: impl FnOnce() -> PyResult<String>,
    ) -> PyResult<String> {
        if self.showing.borrow().iter().any(|other| other.is(container)) {
            return Ok(shortened.to_owned());
        }
        self.showing.borrow_mut().push(container.clone());
        let text = show();
        self.showing.borrow_mut().pop();
        text
    }

    fn repr_set(&self, value: &Value, set: &Set, class: &str) -> PyResult<String> {
        let items = set.items();
        match (items.is_empty(), class) {
            (true, _) => Ok(format!("{class}()")),
            (false, "set") => self.joined(value, "{", &items, "}"),
            (false, _) => {
                let open = format!("{class}({{");
                self.repr_within(value, &format!("{class}(...)"), || self.joined_here(&open, &items, "})"))
            }
        }
    }

    fn repr_class(&self, value: &Value, class: &Rc<Class>) -> PyResult<String> {
        if let Some(text) = self.call_override(value, "__repr__", Vec::new())? {
            return Ok(self.text_from(&text, "__repr__")?.to_string());
        }
        Ok(self.repr_of_class(class).to_string())
    }

    /// `type.__repr__(cls)`.
    pub fn repr_of_class(&self, class: &Class) -> Str {
        let qualname = class.qualname.borrow();
        Str::from(match class.module.borrow().as_str() {
            "builtins" => format!("<class '{qualname}'>"),
            module => format!("<class '{module}.{qualname}'>"),
        })
    }

    fn repr_object(&self, value: &Value) -> PyResult<String> {
        if let Some(text) = self.call_override(value, "__repr__", Vec::new())? {
            return Ok(self.text_from(&text, "__repr__")?.to_string());
        }
        if let Some(error) = Raised::from_value(value) {
            return Ok(self.exception_repr(&error)?.to_string());
        }
        match inner(value) {
            Value::Object(_) | Value::Native(_) => {
                let class = self.class_of(value);
                let module = match class.module.borrow().as_str() {
                    "builtins" => String::new(),
                    module => format!("{module}."),
                };
                Ok(self.at(&format!("{module}{} object", class.qualname.borrow()), value))
            }
            Value::Set(set) => self.repr_set(inner(value), set, &self.type_name(value)),
            held => self.repr_nested(held),
        }
    }

    /// What a method that must return a str has returned.
    fn text_from(&self, value: &Value, method: &str) -> PyResult<Str> {
        match inner(value) {
            Value::Str(text) => Ok(text.clone()),
            _ => {
                Err(self
                    .type_error(&format!("{method} returned non-string (type {})", self.type_name(value))))
            }
        }
    }

    /// `BaseException.__repr__`: `ValueError('text')`.
    ///
    /// # Errors
    /// What the arguments' `__repr__` raises.
    pub fn exception_repr(&self, error: &Raised) -> PyResult<Str> {
        let args = error.args();
        let name = error.class().name.borrow().to_string();
        let shown = args.iter().map(|arg| Ok(self.repr(arg)?.to_string())).collect::<PyResult<Vec<_>>>()?;
        Ok(Str::from(format!("{name}({})", shown.join(", "))))
    }

    /// `BaseException.__str__`, and those of KeyError, OSError and groups.
    ///
    /// # Errors
    /// What the arguments' `__str__` raises.
    pub fn exception_text(&self, error: &Raised) -> PyResult<Str> {
        let args = error.args();
        let exceptions = &self.exceptions;
        match args.as_slice() {
            [] => Ok(Str::new("")),
            [message, members] if error.is(&exceptions.base_exception_group) => {
                let count = self.len(members)?;
                let plural = if count == 1 { "" } else { "s" };
                Ok(Str::from(format!("{} ({count} sub-exception{plural})", self.str(message)?)))
            }
            [errno, text, rest @ ..] if error.is(&exceptions.os_error) && rest.len() < 2 => {
                let head = format!("[Errno {}] {}", self.str(errno)?, self.str(text)?);
                Ok(Str::from(match error.attribute("filename").or_else(|| rest.first().cloned()) {
                    None | Some(Value::None) => head,
                    Some(file) => format!("{head}: {}", self.repr(&file)?),
                }))
            }
            [one] if error.is(&exceptions.key_error) => self.repr(one),
            [one] => self.str(one),
            _ => self.repr(&Value::Tuple(args)),
        }
    }

    /// `str(value)`.
    ///
    /// # Errors
    /// What `__str__` raises.
    pub fn str(&self, value: &Value) -> PyResult<Str> {
        match value {
            Value::Str(text) => Ok(text.clone()),
            Value::Object(_) | Value::Native(_) | Value::Class(_) => self.nested(|| self.object_text(value)),
            _ => self.repr(value),
        }
    }

    fn object_text(&self, value: &Value) -> PyResult<Str> {
        if let Some(text) = self.call_override(value, "__str__", Vec::new())? {
            return self.text_from(&text, "__str__");
        }
        if let Some(error) = Raised::from_value(value) {
            return self.exception_text(&error);
        }
        if let Value::Str(text) = inner(value) {
            return Ok(text.clone());
        }
        match self.call_override(value, "__repr__", Vec::new())? {
            Some(text) => self.text_from(&text, "__str__"),
            None => self.repr(value),
        }
    }

    /// `ascii(value)`.
    ///
    /// # Errors
    /// As [`Vm::repr`].
    pub fn ascii(&self, value: &Value) -> PyResult<Str> {
        let text = self.repr(value)?;
        let mut out = String::new();
        for character in text.as_str().chars() {
            match u32::from(character) {
                0..=0x7f => out.push(character),
                code @ 0x80..=0xff => out.push_str(&format!("\\x{code:02x}")),
                code @ 0x100..=0xffff => out.push_str(&format!("\\u{code:04x}")),
                code => out.push_str(&format!("\\U{code:08x}")),
            }
        }
        Ok(Str::from(out))
    }

    /// `format(value, spec)`.
    ///
    /// # Errors
    /// ValueError for a wrong spec; what `__format__` raises.
    pub fn format(&self, value: &Value, spec: &str) -> PyResult<Str> {
        if let Some(text) = self.call_override(value, "__format__", vec![Value::str(spec)])? {
            return match inner(&text) {
                Value::Str(text) => Ok(text.clone()),
                _ => {
                    Err(self
                        .type_error(&format!("__format__ must return a str, not {}", self.type_name(&text))))
                }
            };
        }
        if spec.is_empty() {
            return self.str(value);
        }
        let text = match inner(value) {
            Value::Int(number, _) => format_spec::format_i64(self, *number, spec)?,
            Value::BigInt(number) => format_spec::format_int(self, number, spec)?,
            Value::Bool(truth) => format_spec::format_i64(self, i64::from(*truth), spec)?,
            Value::Float(number, _) => format_spec::format_float(self, *number, spec)?,
            Value::Str(text) => format_spec::format_str(self, text.as_str(), spec)?,
            _ => {
                let name = self.type_name(value);
                return Err(
                    self.type_error(&format!("unsupported format string passed to {name}.__format__"))
                );
            }
        };
        Ok(Str::from(text))
    }
}
