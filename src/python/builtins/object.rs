//! `object`: what every value can do, and what the classes of a program ask for by `super()`.

use std::rc::Rc;

use super::receiver::{one, positional, type_name};
use crate::python::objects::{Args, Class, Layout, NativeFn, Payload, PyResult, Str, Value};
use crate::python::vm::Vm;

pub const METHODS: &[(&str, NativeFn)] = &[
    ("__init__", init),
    ("__init_subclass__", init_subclass),
    ("__repr__", repr),
    ("__str__", str),
    ("__format__", format),
    ("__hash__", hash),
    ("__eq__", eq),
    ("__ne__", ne),
    ("__lt__", no_order),
    ("__le__", no_order),
    ("__gt__", no_order),
    ("__ge__", no_order),
    ("__getattribute__", get_attribute),
    ("__setattr__", set_attribute),
    ("__delattr__", delete_attribute),
];

/// `object()`.
///
/// # Errors
/// TypeError for arguments.
pub fn construct(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    match args.positional.is_empty() && args.keywords.is_empty() {
        true => Ok(Value::Object(vm.new_object(class, Payload::None))),
        false => Err(vm.type_error("object() takes no arguments")),
    }
}

/// The receiver, as it is, and the other arguments.
fn receive(vm: &Vm, name: &str, mut args: Args) -> PyResult<(Value, Args)> {
    match args.positional.is_empty() {
        true => Err(vm.type_error(&format!("unbound method object.{name}() needs an argument"))),
        false => Ok((args.positional.remove(0), args)),
    }
}

fn alone(vm: &Vm, name: &str, args: Args) -> PyResult {
    let (receiver, args) = receive(vm, name, args)?;
    positional(vm, &format!("object.{name}"), args, 0, 0)?;
    Ok(receiver)
}

/// Arguments are an error unless the class takes them in a `__new__` of its own.
fn init(vm: &Vm, args: Args) -> PyResult {
    let (receiver, args) = receive(vm, "__init__", args)?;
    let class = vm.class_of(&receiver);
    let is_own = |name: &Str| class.lookup_with_owner(name).is_some_and(|(_, is_user)| is_user);
    let takes_none = is_own(&vm.names.init) || !is_own(&vm.names.new);
    match args.positional.is_empty() && args.keywords.is_empty() {
        false if takes_none && class.layout != Layout::Exception => {
            Err(vm.type_error("object.__init__() takes exactly one argument (the instance to initialize)"))
        }
        _ => Ok(Value::None),
    }
}

fn init_subclass(vm: &Vm, args: Args) -> PyResult {
    match args.keywords.is_empty() {
        true => Ok(Value::None),
        false => {
            let name = match args.positional.first() {
                Some(Value::Class(class)) => class.name.borrow().to_string(),
                _ => "object".to_owned(),
            };
            Err(vm.type_error(&format!("{name}.__init_subclass__() takes no keyword arguments")))
        }
    }
}

fn repr(vm: &Vm, args: Args) -> PyResult {
    let receiver = alone(vm, "__repr__", args)?;
    let class = vm.class_of(&receiver);
    let module = match class.module.borrow().as_str() {
        "builtins" => String::new(),
        module => format!("{module}."),
    };
    let place = vm.id_of(&receiver);
    Ok(Value::string(format!("<{module}{} object at {place:#x}>", class.qualname.borrow())))
}

fn str(vm: &Vm, args: Args) -> PyResult {
    Ok(Value::Str(vm.repr(&alone(vm, "__str__", args)?)?))
}

fn format(vm: &Vm, args: Args) -> PyResult {
    let (receiver, args) = receive(vm, "__format__", args)?;
    match one(vm, "object.__format__", args)?.as_str() {
        Some("") => Ok(Value::Str(vm.str(&receiver)?)),
        _ => {
            let name = type_name(vm, &receiver);
            Err(vm.type_error(&format!("unsupported format string passed to {name}.__format__")))
        }
    }
}

fn hash(vm: &Vm, args: Args) -> PyResult {
    match alone(vm, "__hash__", args)? {
        receiver @ (Value::Object(_) | Value::Native(_)) => Ok(Value::int(vm.identity_hash(&receiver))),
        other => Ok(Value::int(vm.hash(&other)?)),
    }
}

fn eq(vm: &Vm, args: Args) -> PyResult {
    let (receiver, args) = receive(vm, "__eq__", args)?;
    Ok(match receiver.is(&one(vm, "object.__eq__", args)?) {
        true => Value::Bool(true),
        false => Value::NotImplemented,
    })
}

/// The opposite of what `__eq__` says, if it says anything.
fn ne(vm: &Vm, args: Args) -> PyResult {
    let (receiver, args) = receive(vm, "__ne__", args)?;
    match vm.call_special(&receiver, "__eq__", args)? {
        None | Some(Value::NotImplemented) => Ok(Value::NotImplemented),
        Some(equal) => Ok(Value::Bool(!vm.truth(&equal)?)),
    }
}

fn no_order(_vm: &Vm, _args: Args) -> PyResult {
    Ok(Value::NotImplemented)
}

/// An attribute's name, which must be a str.
fn name_of(vm: &Vm, name: &Value) -> PyResult<Str> {
    match super::receiver::unwrap(name) {
        Value::Str(name) => Ok(name.clone()),
        _ => {
            let given = type_name(vm, name);
            Err(vm.type_error(&format!("attribute name must be string, not '{given}'")))
        }
    }
}

fn get_attribute(vm: &Vm, args: Args) -> PyResult {
    let (receiver, args) = receive(vm, "__getattribute__", args)?;
    let name = name_of(vm, &one(vm, "object.__getattribute__", args)?)?;
    vm.get_instance_attr(&receiver, &name)
}

fn set_attribute(vm: &Vm, args: Args) -> PyResult {
    let (receiver, args) = receive(vm, "__setattr__", args)?;
    let mut args = positional(vm, "object.__setattr__", args, 2, 2)?;
    let value = args.pop().unwrap_or(Value::None);
    vm.set_instance_attr(&receiver, &name_of(vm, &args[0])?, value)?;
    Ok(Value::None)
}

fn delete_attribute(vm: &Vm, args: Args) -> PyResult {
    let (receiver, args) = receive(vm, "__delattr__", args)?;
    let name = name_of(vm, &one(vm, "object.__delattr__", args)?)?;
    vm.delete_instance_attr(&receiver, &name)?;
    Ok(Value::None)
}
