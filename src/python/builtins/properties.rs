//! `property`, `staticmethod` and `classmethod`.

use std::rc::Rc;

use crate::python::objects::{Args, Class, NativeFn, Property, PyResult, Value};
use crate::python::vm::Vm;

pub fn install(vm: &Vm) {
    let types = &vm.types;
    types.property.constructor.set(Some(property));
    types.staticmethod.constructor.set(Some(|vm, _, args| {
        let [function] = args.bind(vm, "staticmethod", "function /", 1)?;
        Ok(Value::Property(Rc::new(Property::Static(function.unwrap_or(Value::None)))))
    }));
    types.classmethod.constructor.set(Some(|vm, _, args| {
        let [function] = args.bind(vm, "classmethod", "function /", 1)?;
        Ok(Value::Property(Rc::new(Property::Class(function.unwrap_or(Value::None)))))
    }));
    vm.add_methods(&types.property, METHODS);
    for class in [&types.function, &types.builtin, &types.method] {
        vm.add_methods(class, &[("__call__", call), ("__get__", get)]);
    }
    for class in [&types.property, &types.staticmethod, &types.classmethod] {
        vm.add_methods(class, &[("__get__", get)]);
    }
}

/// `property(fget=None, fset=None, fdel=None, doc=None)`.
fn property(vm: &Vm, _class: &Rc<Class>, args: Args) -> PyResult {
    let [get, set, delete, doc] = args.bind(vm, "property", "fget fset fdel doc", 0)?;
    let get = get.unwrap_or(Value::None);
    let doc = match doc {
        Some(doc) => doc,
        None => vm.get_attr_opt(&get, "__doc__")?.unwrap_or(Value::None),
    };
    let (set, delete) = (set.unwrap_or(Value::None), delete.unwrap_or(Value::None));
    Ok(Value::Property(Rc::new(Property::Property { get, set, delete, doc })))
}

/// `function.__call__(...)`.
fn call(vm: &Vm, args: Args) -> PyResult {
    let Args { mut positional, keywords } = args;
    let function = if positional.is_empty() { Value::None } else { positional.remove(0) };
    vm.call(&function, Args { positional, keywords })
}

/// `function.__get__(instance, owner=None)`.
fn get(vm: &Vm, args: Args) -> PyResult {
    let [function, instance, owner] = args.bind(vm, "__get__", "self instance owner /", 2)?;
    let (function, instance) = (function.unwrap_or(Value::None), instance.unwrap_or(Value::None));
    let class = match owner {
        Some(Value::Class(class)) => class,
        _ => vm.class_of(&instance),
    };
    match (&function, &instance) {
        (Value::Function(_) | Value::Builtin(_), Value::None) | (Value::Method(_), _) => Ok(function),
        (Value::Builtin(_), _) => Ok(function),
        _ => vm.bind_attr(function, &instance, &class, true),
    }
}

const METHODS: &[(&str, NativeFn)] = &[
    ("getter", |vm, args| with(vm, args, |new, get, _, _| *get = new)),
    ("setter", |vm, args| with(vm, args, |new, _, set, _| *set = new)),
    ("deleter", |vm, args| with(vm, args, |new, _, _, delete| *delete = new)),
];

/// A copy of the property with one of its functions replaced.
fn with(vm: &Vm, args: Args, replace: fn(Value, &mut Value, &mut Value, &mut Value)) -> PyResult {
    let mut positional = args.positional.into_iter();
    let (Some(Value::Property(property)), Some(function)) = (positional.next(), positional.next()) else {
        return Err(vm.type_error("a property and a function were expected"));
    };
    let Property::Property { get, set, delete, doc } = &*property else {
        return Ok(Value::Property(property));
    };
    let (mut get, mut set, mut delete) = (get.clone(), set.clone(), delete.clone());
    replace(function, &mut get, &mut set, &mut delete);
    Ok(Value::Property(Rc::new(Property::Property { get, set, delete, doc: doc.clone() })))
}
