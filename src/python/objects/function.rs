//! Things that can be called, and what they are called with.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Dict, PyResult, Str, Value};
use crate::asyncio::trash::bury;
use crate::python::code::Code;
use crate::python::vm::Vm;
use crate::python::vm::frame::NativeFrame;
use crate::python::vm::traceback::closest;

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

/// Rust code that sets an attribute of its receiver.
pub type Setter = fn(&Vm, &Value, Value) -> PyResult<()>;

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
        self.bind_as(vm, function, parameters, required, &IN_C)
    }

    /// [`Args::bind`] for what is a function of Python's own in CPython: the errors have other words.
    ///
    /// # Errors
    /// As there.
    pub fn bind_def<const N: usize>(
        self,
        vm: &Vm,
        function: &str,
        parameters: &str,
        required: usize,
    ) -> PyResult<[Option<Value>; N]> {
        self.bind_as(vm, function, parameters, required, &IN_PYTHON)
    }

    fn bind_as<const N: usize>(
        self,
        vm: &Vm,
        function: &str,
        parameters: &str,
        required: usize,
        words: &Words,
    ) -> PyResult<[Option<Value>; N]> {
        let mut bound: [Option<Value>; N] = [const { None }; N];
        match self.bind_into(function, parameters, required, &mut bound, words) {
            Ok(()) => Ok(bound),
            Err(message) => Err(vm.type_error(&message)),
        }
    }

    fn bind_into(
        self,
        function: &str,
        parameters: &str,
        required: usize,
        bound: &mut [Option<Value>],
        words: &Words,
    ) -> Result<(), String> {
        let given = self.positional.len();
        let positional = positional_count(parameters, bound.len());
        if given > positional {
            let all = bound.len();
            return Err((words.too_many)(function, parameters, [positional, required, given, all]));
        }
        for (place, value) in bound.iter_mut().zip(self.positional) {
            *place = Some(value);
        }
        for (name, value) in self.keywords {
            let place =
                names(parameters).position(|(parameter, by_name)| by_name && parameter == name.as_str());
            let Some(place) = place.and_then(|place| bound.get_mut(place)) else {
                let known: Vec<Str> = names(parameters)
                    .filter(|(_, by_name)| *by_name)
                    .map(|(name, _)| Str::new(name))
                    .collect();
                return Err(unexpected_keyword(function, name.as_str(), &known));
            };
            if place.replace(value).is_some() {
                return Err(format!("{function}() got multiple values for argument '{name}'"));
            }
        }
        let missing = bound.iter().take(required).enumerate().filter(|(_, value)| value.is_none());
        let missing: Vec<usize> = missing.map(|(place, _)| place).collect();
        match missing.is_empty() {
            true => Ok(()),
            false => Err((words.missing)(function, parameters, &missing, given)),
        }
    }
}

/// What is said of an argument that no parameter is there for, and of what it may have been meant to be.
pub fn unexpected_keyword(function: &str, name: &str, known: &[Str]) -> String {
    let hint = match closest(name, known) {
        Some(meant) => format!(". Did you mean '{meant}'?"),
        None => String::new(),
    };
    format!("{function}() got an unexpected keyword argument '{name}'{hint}")
}

/// What is said of wrong arguments.
struct Words {
    /// The function, its parameters; how many it takes by position, how many it needs, how many there are, and how
    /// many it takes in all.
    too_many: fn(&str, &str, [usize; 4]) -> String,
    /// The function, its parameters, the places of those that are missing, and how many there are.
    missing: fn(&str, &str, &[usize], usize) -> String,
}

const IN_C: Words = Words { too_many, missing };
const IN_PYTHON: Words = Words { too_many: too_many_for_def, missing: missing_in_def };

fn missing(function: &str, parameters: &str, places: &[usize], given: usize) -> String {
    let receiver = usize::from(parameters.starts_with("self"));
    let (all, given) = (names(parameters).count(), given.saturating_sub(receiver));
    let place = places.first().copied().unwrap_or(0);
    match positional_count(parameters, all) == all && all == 1 + receiver {
        true => format!("{function}() takes exactly one argument ({given} given)"),
        false => {
            let name = names(parameters).nth(place).map_or("", |(name, _)| name);
            format!("{function}() missing required argument '{name}' (pos {})", place + 1 - receiver)
        }
    }
}

fn too_many_for_def(function: &str, _: &str, [positional, required, given, _]: [usize; 4]) -> String {
    let (takes, plural) = match required.min(positional) {
        least if least < positional => (format!("from {least} to {positional}"), "s"),
        _ => (positional.to_string(), if positional == 1 { "" } else { "s" }),
    };
    let were = if given == 1 { "was" } else { "were" };
    format!("{function}() takes {takes} positional argument{plural} but {given} {were} given")
}

fn missing_in_def(function: &str, parameters: &str, places: &[usize], _: usize) -> String {
    let quoted = |place: &usize| {
        names(parameters).nth(*place).map_or_else(String::new, |(name, _)| format!("'{name}'"))
    };
    let listed: Vec<String> = places.iter().map(quoted).collect();
    let listed = match listed.as_slice() {
        [first @ .., last] if first.len() > 1 => format!("{}, and {last}", first.join(", ")),
        names => names.join(" and "),
    };
    let plural = if places.len() == 1 { "" } else { "s" };
    format!("{function}() missing {} required positional argument{plural}: {listed}", places.len())
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

fn too_many(function: &str, parameters: &str, counts: [usize; 4]) -> String {
    let receiver = usize::from(parameters.starts_with("self"));
    let [positional, required, given, all] = counts.map(|count| count.saturating_sub(receiver));
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let by_position_only = parameters.ends_with('/');
    match (positional, required) {
        (0, _) => format!("{function}() takes no positional arguments"),
        (1, 1) => format!("{function}() takes exactly one argument ({given} given)"),
        _ if !by_position_only => {
            let (most, word) = if given > all { (all, "") } else { (positional, "positional ") };
            let bound = if required >= most { "exactly" } else { "at most" };
            format!("{function}() takes {bound} {most} {word}argument{} ({given} given)", plural(most))
        }
        _ if positional == required => {
            format!("{function} expected {positional} argument{}, got {given}", plural(positional))
        }
        _ => format!("{function} expected at most {positional} argument{}, got {given}", plural(positional)),
    }
}
