//! Iterators that the library writes as generators, but that have a class of their own: `itertools.count`.

use std::rc::Rc;

use crate::python::builtins::iterators::{self, Iter};
use crate::python::objects::{Args, Class, Layout, Property, PyResult, Value};
use crate::python::vm::Vm;
use crate::python::vm::types::builtin_class;

/// `@iterator`: a function that gives a generator becomes a class, whose instances iterate over it. Keywords are
/// the class's static methods.
pub fn define(vm: &Vm, args: Args) -> PyResult {
    let Args { positional, keywords } = args;
    let function = positional.into_iter().next().unwrap_or(Value::None);
    let text = |name: &str| -> PyResult<String> {
        Ok(vm.str(&vm.get_attr(&function, &vm.intern(name))?)?.to_string())
    };
    let (name, module) = (text("__name__")?, text("__module__")?);
    let class = builtin_class(&name, &module, std::slice::from_ref(&vm.types.object), Layout::Sealed);
    vm.add_methods(&class, iterators::METHODS);
    vm.add_class_methods(&class, &[("_of", of)]);
    class.dict.set("_make", function);
    for (name, function) in keywords {
        class.dict.set_str(&name, Value::Property(Rc::new(Property::Static(function))));
    }
    class.constructor.set(Some(construct));
    Ok(Value::Class(class))
}

fn construct(vm: &Vm, class: &Rc<Class>, args: Args) -> PyResult {
    let function = class.lookup(&vm.intern("_make")).unwrap_or(Value::None);
    let generator = vm.call(&function, args)?;
    Ok(Iter::of_class(class.clone(), vm.iter(&generator)?))
}

fn of(vm: &Vm, args: Args) -> PyResult {
    let [class, source] = args.bind(vm, "of", "cls source /", 2)?;
    match class {
        Some(Value::Class(class)) => Ok(Iter::of_class(class, source.unwrap_or(Value::None))),
        _ => Ok(Value::None),
    }
}
