//! `type`: the class of classes.

use std::rc::Rc;

use super::receiver::{type_name, unwrap};
use crate::python::objects::{Args, Class, Dict, NativeFn, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::call::Begun;

/// `type(object)`, `type(name, bases, namespace)`.
pub fn construct(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    if let ([value], true) = (args.positional.as_slice(), args.keywords.is_empty()) {
        return Ok(Value::Class(vm.class_of(value)));
    }
    // The metaclass of the bases makes the class, where it is another.
    if let [_, bases, _] = args.positional.as_slice()
        && let Some(meta) = vm.derived_metaclass(Some(Value::Class(class.clone())), &vm.collect(bases)?)?
        && !Rc::ptr_eq(&meta, class)
        && meta.is_user
    {
        return match vm.begin_type_call(&meta, args)? {
            Begun::Value(value) => Ok(value),
            Begun::Frame(active) => vm.finish_call(active),
        };
    }
    new_class(vm, class, args)
}

fn new_class(vm: &Vm, meta: &Rc<Class>, args: Args) -> PyResult {
    let Args { positional, keywords } = args;
    let [Value::Str(name), bases, namespace] = positional.as_slice() else {
        return Err(vm.type_error("type.__new__() takes exactly 3 arguments (a name, bases and a namespace)"));
    };
    let Value::Dict(namespace) = unwrap(namespace) else {
        let given = type_name(vm, namespace);
        return Err(vm.type_error(&format!("type.__new__() argument 3 must be dict, not {given}")));
    };
    let bases = vm.collect(bases)?;
    let copy = Dict::new();
    for (key, value) in namespace.items() {
        copy.insert(vm, key, value)?;
    }
    let meta = vm.derived_metaclass(Some(Value::Class(meta.clone())), &bases)?;
    Ok(Value::Class(vm.new_class(name, &bases, Rc::new(copy), meta, keywords)?))
}

pub const METHODS: &[(&str, NativeFn)] = &[
    ("__call__", call),
    ("mro", mro),
    ("__subclasses__", subclasses),
    ("__prepare__", |_, _| Ok(Value::dict(Dict::new()))),
    ("__setattr__", set_attribute),
    ("__delattr__", delete_attribute),
    ("__repr__", |vm, args| Ok(Value::Str(vm.repr_of_class(&*class_of(vm, &args)?)))),
    ("__instancecheck__", instance_check),
    ("__subclasscheck__", subclass_check),
    ("__init__", |_, _| Ok(Value::None)),
];

fn class_of(vm: &Vm, args: &Args) -> PyResult<Rc<Class>> {
    match args.positional.first() {
        Some(Value::Class(class)) => Ok(class.clone()),
        _ => Err(vm.type_error("a class was expected")),
    }
}

/// `type.__call__(cls, ...)`.
fn call(vm: &Vm, args: Args) -> PyResult {
    let class = class_of(vm, &args)?;
    let Args { mut positional, keywords } = args;
    positional.remove(0);
    match vm.begin_type_call(&class, Args { positional, keywords })? {
        Begun::Value(value) => Ok(value),
        Begun::Frame(active) => vm.finish_call(active),
    }
}

fn subclasses(vm: &Vm, args: Args) -> PyResult {
    let class = class_of(vm, &args)?;
    let known = class.subclasses.borrow();
    Ok(Value::list(known.iter().filter_map(|class| class.upgrade().map(Value::Class)).collect()))
}

/// `type.__setattr__(cls, name, value)`: whatever the metaclass's own does.
fn set_attribute(vm: &Vm, args: Args) -> PyResult {
    let class = class_of(vm, &args)?;
    if let [_, Value::Str(name), value] = args.positional.as_slice() {
        vm.set_class_attr(&class, name, value.clone())?;
    }
    Ok(Value::None)
}

fn delete_attribute(vm: &Vm, args: Args) -> PyResult {
    let class = class_of(vm, &args)?;
    if let [_, Value::Str(name)] = args.positional.as_slice() {
        vm.delete_class_attr(&class, name)?;
    }
    Ok(Value::None)
}

fn mro(vm: &Vm, args: Args) -> PyResult {
    Ok(Value::list(class_of(vm, &args)?.mro().into_iter().map(Value::Class).collect()))
}

fn instance_check(vm: &Vm, args: Args) -> PyResult {
    let class = class_of(vm, &args)?;
    let value = args.positional.get(1).cloned().unwrap_or(Value::None);
    Ok(Value::Bool(vm.class_of(&value).is_subclass(&class)))
}

fn subclass_check(vm: &Vm, args: Args) -> PyResult {
    let class = class_of(vm, &args)?;
    Ok(Value::Bool(matches!(args.positional.get(1), Some(Value::Class(other)) if other.is_subclass(&class))))
}

/// `object.__new__(cls, ...)`, `int.__new__(cls, ...)`, `type.__new__(meta, ...)`.
pub fn new_instance(vm: &Vm, args: Args) -> PyResult {
    let class = match args.positional.first() {
        Some(Value::Class(class)) => class.clone(),
        _ => return Err(vm.type_error("object.__new__(X): X is not a type object")),
    };
    let Args { mut positional, keywords } = args;
    positional.remove(0);
    let args = Args { positional, keywords };
    match class.is_subclass(&vm.types.type_) {
        true => new_class(vm, &class, args),
        false if class.is_user => vm.allocate(&class, &args, true),
        false => match class.constructor.get() {
            Some(constructor) => constructor(vm, &class, args),
            None => Err(vm.type_error(&format!("cannot create '{}' instances", class.full_name()))),
        },
    }
}
