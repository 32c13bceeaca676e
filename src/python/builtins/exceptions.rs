//! The methods of exceptions.

use crate::python::objects::{Args, NativeFn, PyResult, Raised, Value};
use crate::python::vm::Vm;

const METHODS: &[(&str, NativeFn)] = &[
    ("__init__", init),
    ("__str__", |vm, args| Ok(Value::Str(vm.exception_text(&error_of(vm, &args)?)?))),
    ("__repr__", |vm, args| Ok(Value::Str(vm.exception_repr(&error_of(vm, &args)?)?))),
    ("with_traceback", with_traceback),
    ("add_note", add_note),
];

const GROUP_METHODS: &[(&str, NativeFn)] = &[("derive", derive), ("split", split), ("subgroup", subgroup)];

pub fn install(vm: &Vm) {
    vm.add_methods(&vm.exceptions.base_exception, METHODS);
    vm.add_methods(&vm.exceptions.base_exception_group, GROUP_METHODS);
    vm.add_static_methods(&vm.exceptions.base_exception, &[("__new__", new)]);
}

fn error_of(vm: &Vm, args: &Args) -> PyResult<Raised> {
    let error = args.positional.first().and_then(Raised::from_value);
    error.ok_or_else(|| vm.type_error("an exception was expected"))
}

/// `BaseException.__new__(cls, *args)`.
fn new(vm: &Vm, args: Args) -> PyResult {
    let Args { mut positional, keywords } = args;
    match positional.is_empty() {
        false => match positional.remove(0) {
            Value::Class(class) => vm.allocate(&class, &Args { positional, keywords }, true),
            _ => Err(vm.type_error("BaseException.__new__(X): X is not a type object")),
        },
        true => Err(vm.type_error("BaseException.__new__(): not enough arguments")),
    }
}

/// `BaseException.__init__(self, *args)`.
fn init(vm: &Vm, args: Args) -> PyResult {
    let error = error_of(vm, &args)?;
    if !args.keywords.is_empty() && !error.is(&vm.exceptions.import_error) {
        return Err(vm.type_error(&format!("{}() takes no keyword arguments", error.class().name.borrow())));
    }
    let rest = args.positional.into_iter().skip(1).collect();
    error.state().args.replace(std::rc::Rc::new(rest));
    Ok(Value::None)
}

fn with_traceback(vm: &Vm, args: Args) -> PyResult {
    let error = error_of(vm, &args)?;
    vm.set_traceback_value(&error, args.positional.get(1).unwrap_or(&Value::None));
    Ok(error.value())
}

fn add_note(vm: &Vm, args: Args) -> PyResult {
    let error = error_of(vm, &args)?;
    let note = args.positional.get(1).cloned().unwrap_or(Value::None);
    if note.as_str().is_none() {
        let name = vm.class_of(&note).name.borrow().to_string();
        return Err(vm.type_error(&format!("note must be a str, not '{name}'")));
    }
    match error.attribute("__notes__") {
        Some(Value::List(notes)) => notes.0.borrow_mut().push(note),
        _ => error.object().dict.set("__notes__", Value::list(vec![note])),
    }
    Ok(Value::None)
}

fn condition(vm: &Vm, error: &Raised, wanted: &Value) -> PyResult<bool> {
    match wanted {
        Value::Class(_) | Value::Tuple(_) => vm.exception_matches(&error.value(), wanted),
        function => {
            let fits = vm.call(function, Args::one(error.value()))?;
            vm.truth(&fits)
        }
    }
}

/// `group.split(condition)`.
fn split(vm: &Vm, args: Args) -> PyResult {
    let error = error_of(vm, &args)?;
    let wanted = args.positional.get(1).cloned().unwrap_or(Value::None);
    let (matched, rest) = vm.split(&error, &|error| condition(vm, error, &wanted))?;
    let value = |error: Option<Raised>| error.map_or(Value::None, |error| error.value());
    Ok(Value::tuple(vec![value(matched), value(rest)]))
}

/// `group.subgroup(condition)`.
fn subgroup(vm: &Vm, args: Args) -> PyResult {
    match split(vm, args)? {
        Value::Tuple(parts) => Ok(parts.first().cloned().unwrap_or(Value::None)),
        other => Ok(other),
    }
}

/// `group.derive(exceptions)`.
fn derive(vm: &Vm, args: Args) -> PyResult {
    let group = error_of(vm, &args)?;
    let items = args.positional.get(1).cloned().unwrap_or(Value::None);
    let args = Args::positional(vec![group.first_arg().unwrap_or(Value::None), items]);
    vm.new_group(&vm.exceptions.base_exception_group.clone(), args)
}
