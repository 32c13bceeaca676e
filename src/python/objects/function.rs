//! Things that can be called, and what they are called with.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Dict, PyResult, Str, Value, bury};
use crate::python::code::Code;
use crate::python::vm::Vm;
use crate::python::vm::frame::NativeFrame;

/// A variable that a function shares with the functions inside it.
pub struct Cell(pub RefCell<Option<Value>>);

impl Drop for Cell {
    fn drop(&mut self) {
        bury(self.0.take());
    }
}

/// A function that Python code defined.
pub struct Function {
    pub code: Rc<Code>,
    pub globals: Rc<Dict>,
    pub closure: Vec<Rc<Cell>>,
    /// For the last positional parameters.
    pub defaults: RefCell<Vec<Value>>,
    /// For keyword-only parameters.
    pub keyword_defaults: RefCell<Vec<(Str, Value)>>,
    pub name: RefCell<Str>,
    pub qualname: RefCell<Str>,
    /// `__dict__`, `__doc__`, `__annotations__` and whatever a program sets.
    pub attributes: Rc<Dict>,
}

impl Drop for Function {
    fn drop(&mut self) {
        bury((self.defaults.take(), self.keyword_defaults.take()));
    }
}

/// Rust code behind a built-in function or method.
pub type NativeFn = fn(&Vm, Args) -> PyResult;

/// Rust code that begins a frame of its own.
pub type FrameFn = fn(&Vm, Args) -> PyResult<Box<dyn NativeFrame>>;

/// Rust code that computes an attribute of its receiver.
pub type Getter = fn(&Vm, &Value) -> PyResult;

/// Rust code that holds values.
pub type NativeClosure = dyn Fn(&Vm, Args) -> PyResult;

/// How a built-in does its work.
#[derive(Clone)]
pub enum BuiltinKind {
    /// At once.
    Plain(NativeFn),
    /// In a frame of its own, which may call Python code, be paused and go on.
    Frame(FrameFn),
    /// A closure over values: `functools.partial`, a context manager's factory and the like.
    Closure(Rc<NativeClosure>),
}

/// A function written in Rust.
pub struct Builtin {
    pub name: &'static str,
    pub kind: BuiltinKind,
    /// Whether looking it up on an instance binds it, as the methods of built-in types do.
    pub binds: bool,
}

/// `function` with its first argument.
pub struct Method {
    pub function: Value,
    pub receiver: Value,
}

impl Drop for Method {
    fn drop(&mut self) {
        bury((std::mem::take(&mut self.function), std::mem::take(&mut self.receiver)));
    }
}

/// `property`, `staticmethod` and `classmethod` objects.
pub enum Property {
    Property { get: Value, set: Value, delete: Value, doc: Value },
    Static(Value),
    Class(Value),
}

impl Drop for Property {
    fn drop(&mut self) {
        match self {
            Self::Property { get, set, delete, doc } => bury([get, set, delete, doc].map(std::mem::take)),
            Self::Static(function) | Self::Class(function) => bury(std::mem::take(function)),
        }
    }
}

/// The arguments of one call.
#[derive(Clone, Default)]
pub struct Args {
    pub positional: Vec<Value>,
    pub keywords: Vec<(Str, Value)>,
}

impl Args {
    pub fn none() -> Self {
        Self::default()
    }

    pub fn positional(positional: Vec<Value>) -> Self {
        Self { positional, keywords: Vec::new() }
    }

    pub fn one(value: Value) -> Self {
        Self::positional(vec![value])
    }

    /// Put the receiver of a method before the others.
    pub fn insert_receiver(&mut self, receiver: Value) {
        self.positional.insert(0, receiver);
    }

    /// The value of each parameter. `parameters` lists their names with spaces between, in the notation of
    /// Python's signatures: those before `/` are positional-only, those after `*` keyword-only.
    /// The first `required` must be there.
    ///
    /// # Errors
    /// TypeError for an argument that is missing, unknown, given twice or one too many.
    pub fn bind<const N: usize>(
        self,
        vm: &Vm,
        function: &str,
        parameters: &str,
        required: usize,
    ) -> PyResult<[Option<Value>; N]> {
        let mut bound: [Option<Value>; N] = [const { None }; N];
        let given = self.positional.len();
        let positional = positional_count(parameters, N);
        if given > positional {
            return Err(vm.type_error(&too_many(function, positional, required, given)));
        }
        for (place, value) in bound.iter_mut().zip(self.positional) {
            *place = Some(value);
        }
        for (name, value) in self.keywords {
            let place =
                names(parameters).position(|(parameter, by_name)| by_name && parameter == name.as_str());
            let Some(place) = place.and_then(|place| bound.get_mut(place)) else {
                return Err(
                    vm.type_error(&format!("{function}() got an unexpected keyword argument '{name}'"))
                );
            };
            if place.replace(value).is_some() {
                return Err(vm.type_error(&format!("{function}() got multiple values for argument '{name}'")));
            }
        }
        match bound.iter().take(required).position(Option::is_none) {
            None => Ok(bound),
            Some(_) if positional == N && N == 1 => {
                Err(vm.type_error(&format!("{function}() takes exactly one argument ({given} given)")))
            }
            Some(missing) => {
                let name = names(parameters).nth(missing).map_or("", |(name, _)| name);
                Err(vm.type_error(&format!(
                    "{function}() missing required argument '{name}' (pos {})",
                    missing + 1
                )))
            }
        }
    }
}

/// The parameters' names, each with whether it may be given by name.
fn names(parameters: &str) -> impl Iterator<Item = (&str, bool)> {
    let slash = parameters.split(' ').position(|word| word == "/").unwrap_or(0);
    let words = parameters.split(' ').enumerate().filter(|(_, word)| !matches!(*word, "/" | "*" | ""));
    words.map(move |(place, word)| (word, place >= slash))
}

fn positional_count(parameters: &str, all: usize) -> usize {
    match parameters.split(' ').filter(|word| *word != "/").position(|word| word == "*") {
        Some(star) => star,
        None => all,
    }
}

fn too_many(function: &str, positional: usize, required: usize, given: usize) -> String {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    match (positional, required) {
        (0, _) => format!("{function}() takes no positional arguments ({given} given)"),
        (1, 1) => format!("{function}() takes exactly one argument ({given} given)"),
        _ if positional == required => {
            format!("{function} expected {positional} argument{}, got {given}", plural(positional))
        }
        _ => format!("{function} expected at most {positional} argument{}, got {given}", plural(positional)),
    }
}
