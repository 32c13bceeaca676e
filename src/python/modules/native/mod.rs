//! `_native`: what the library's modules in Python need of the machine.

mod deque;
mod digest;
mod iterator;
mod weak;

use std::rc::Rc;

use crate::python::builtins::receiver::unwrap;
use crate::python::builtins::union::new_alias;
use crate::python::library;
use crate::python::objects::{Args, Property, PyResult, Value};
use crate::python::vm::Vm;

pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let types = &vm.types;
    types.method.constructor.set(Some(|vm, _, args| {
        let [function, receiver] = args.bind(vm, "method", "function instance /", 2)?;
        Ok(vm.bound(function.unwrap_or(Value::None), receiver.unwrap_or(Value::None)))
    }));
    types.generic_alias.constructor.set(Some(|vm, _, args| {
        let [origin, key] = args.bind(vm, "GenericAlias", "origin args /", 2)?;
        Ok(new_alias(vm, origin.unwrap_or(Value::None), &key.unwrap_or(Value::None)))
    }));
    let classes = [
        ("MethodType", &types.method),
        ("GenericAlias", &types.generic_alias),
        ("CodeType", &types.code),
        ("CellType", &types.cell),
        ("FrameType", &types.frame),
        ("TracebackType", &types.traceback),
        ("CoroutineType", &types.coroutine),
        ("AsyncGeneratorType", &types.async_generator),
    ];
    let mut names: Vec<_> =
        classes.into_iter().map(|(name, class)| (name, Value::Class(class.clone()))).collect();
    names.push(("deque", Value::Class(deque::class(vm))));
    names.push(("exec", vm.builtin("exec", exec)));
    names.push(("iterator", vm.builtin("iterator", iterator::define)));
    names.push(("weak", vm.builtin("ref", weak::weak)));
    names.push(("watch", vm.builtin("watch", weak::watch)));
    names.push(("digest", vm.builtin("digest", digest::digest)));
    names.push(("awaitable", vm.builtin("awaitable", awaitable)));
    names.push(("field_getter", vm.builtin("field_getter", field_getter)));
    names
}

/// `exec(text, namespace)`: the text becomes the library's own code.
fn exec(vm: &Vm, args: Args) -> PyResult {
    let [text, namespace, is_operator] = args.bind(vm, "exec", "text namespace operator /", 2)?;
    let (Some(text), Some(Value::Dict(namespace))) = (text, namespace) else { return Ok(Value::None) };
    let file = if is_operator.is_some() { "<operator>" } else { "<string>" };
    let code = library::compile_text(vm, text.as_str().unwrap_or_default(), file)?;
    library::execute(vm, code, namespace)
}

/// `awaitable(generator)`: the generator, which can be awaited now (CPython's `CO_ITERABLE_COROUTINE`).
fn awaitable(vm: &Vm, args: Args) -> PyResult {
    let [generator] = args.bind(vm, "awaitable", "generator /", 1)?;
    let generator = generator.unwrap_or(Value::None);
    if let Value::Generator(generator) = &generator {
        generator.is_awaitable.set(true);
    }
    Ok(generator)
}

/// `field_getter(index, doc)`: the attribute of a named tuple that is the item at that place.
fn field_getter(vm: &Vm, args: Args) -> PyResult {
    let [index, doc] = args.bind(vm, "field_getter", "index doc /", 2)?;
    let index = usize::try_from(vm.index(&index.unwrap_or(Value::None))?).unwrap_or(0);
    let get = vm.closure("field", move |_, args| {
        Ok(match args.positional.first().map(unwrap) {
            Some(Value::Tuple(items)) => items.get(index).cloned().unwrap_or(Value::None),
            _ => Value::None,
        })
    });
    let set = vm.builtin("field", |vm, _| Err(vm.attribute_error("can't set attribute")));
    let doc = doc.unwrap_or(Value::None);
    Ok(Value::Property(Rc::new(Property::Property { get, delete: set.clone(), set, doc })))
}
