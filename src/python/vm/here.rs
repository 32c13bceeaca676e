//! Functions that look at the frame they are called from: `locals`, `globals`, `vars`, `dir`, `eval`, `exec`.

use std::rc::Rc;

use super::Vm;
use super::frame::Frame;
use crate::python::builtins::receiver::unwrap;
use crate::python::library;
use crate::python::objects::{Dict, PyResult, Value};

/// Their names: the compiler asks for [`Vm::call_here`] where one of them is called.
pub const NAMES: [&str; 6] = ["locals", "globals", "vars", "dir", "eval", "exec"];

impl Vm {
    /// See [`Op::CallHere`](crate::python::code::Op::CallHere); None where it is an ordinary call.
    ///
    /// # Errors
    /// What the function raises.
    pub(super) fn call_here(
        &self,
        frame: &Frame,
        callable: &Value,
        args: &[Value],
    ) -> PyResult<Option<Value>> {
        let Value::Builtin(builtin) = callable else { return Ok(None) };
        Ok(Some(match (builtin.name, args) {
            ("globals", []) => Value::Dict(frame.globals.clone()),
            ("locals" | "vars", []) => Value::Dict(self.locals(frame)),
            ("dir", []) => {
                let mut names = self.locals(frame).keys();
                names.sort_by(|one, other| one.as_str().cmp(&other.as_str()));
                Value::list(names)
            }
            ("eval" | "exec", [text, rest @ ..]) => self.evaluate(frame, builtin.name, text, rest)?,
            _ => return Ok(None),
        }))
    }

    /// The variables of a frame: the namespace itself, or a picture of a function's.
    fn locals(&self, frame: &Frame) -> Rc<Dict> {
        if let Some(namespace) = &frame.namespace {
            return namespace.clone();
        }
        let dict = Dict::new();
        for (name, value) in frame.code.variables.iter().zip(&frame.locals) {
            let value = match value {
                Some(Value::Cell(cell)) => cell.0.borrow().clone(),
                other => other.clone(),
            };
            if let Some(value) = value
                && !name.as_str().starts_with('.')
            {
                dict.set_str(name, value);
            }
        }
        Rc::new(dict)
    }

    /// `eval(text, globals, locals)` and `exec`. Where locals are apart from globals, the text sees a copy of both.
    fn evaluate(&self, frame: &Frame, name: &str, text: &Value, spaces: &[Value]) -> PyResult {
        let Some(text) = text.as_str() else {
            let name = format!("{name}() arg 1 must be a string, bytes or code object");
            return Err(self.type_error(&name));
        };
        let given: Vec<Rc<Dict>> = spaces
            .iter()
            .filter_map(|space| match unwrap(space) {
                Value::Dict(dict) => Some(dict.clone()),
                _ => None,
            })
            .collect();
        let (globals, locals) = match given.as_slice() {
            [] => (frame.globals.clone(), Some(self.locals(frame))),
            [globals] => (globals.clone(), None),
            [globals, locals, ..] => (globals.clone(), Some(locals.clone())),
        };
        let namespace = match locals.filter(|locals| !Rc::ptr_eq(locals, &globals)) {
            None => globals,
            Some(locals) => {
                let both = globals.copy();
                locals.items().into_iter().try_for_each(|(key, value)| both.insert(self, key, value))?;
                Rc::new(both)
            }
        };
        let code = library::compile_string(self, text, name == "eval")?;
        library::execute(self, code, namespace)
    }
}
