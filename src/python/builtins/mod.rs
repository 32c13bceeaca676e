//! The built-in types and functions: their methods, and how they come into the builtins namespace.

pub mod bool_type;
pub mod bytes;
pub mod codecs;
pub mod dict;
pub mod dict_views;
pub mod digits;
pub mod dunders;
pub mod exceptions;
pub mod float;
pub mod float_text;
pub mod format_spec;
pub mod functions;
pub mod generators;
pub mod hash;
pub mod int;
pub mod iterators;
pub mod list;
pub mod namespaces;
pub mod object;
pub mod printf;
pub mod properties;
pub mod quoting;
pub mod range;
pub mod receiver;
pub mod set;
pub mod slice;
pub mod sort;
pub mod str;
pub mod str_format;
pub mod super_type;
pub mod tuple;
pub mod type_type;
pub mod union;

use std::rc::Rc;

use super::objects::{Class, NativeFn, Value};
use super::vm::Vm;
use crate::python::objects::{Args, PyResult};

type Methods = &'static [(&'static str, NativeFn)];
type Constructor = fn(&Vm, &Rc<Class>, Args) -> PyResult;

/// Give the built-in classes their methods, and fill the builtins namespace.
pub fn install(vm: &Vm) {
    let types = &vm.types;
    let table: [(&Rc<Class>, Constructor, Methods); 13] = [
        (&types.object, object::construct, object::METHODS),
        (&types.type_, type_type::construct, type_type::METHODS),
        (&types.int, int::construct, int::METHODS),
        (&types.float, float::construct, float::METHODS),
        (&types.str, str::construct, str::METHODS),
        (&types.bytes, bytes::construct, bytes::METHODS),
        (&types.list, list::construct, list::METHODS),
        (&types.tuple, tuple::construct, tuple::METHODS),
        (&types.dict, dict::construct, dict::METHODS),
        (&types.set, set::construct, set::METHODS),
        (&types.frozenset, set::construct_frozen, set::FROZEN_METHODS),
        (&types.range, range::construct, range::METHODS),
        (&types.slice, slice::construct, slice::METHODS),
    ];
    for (class, constructor, methods) in table {
        class.constructor.set(Some(constructor));
        vm.add_methods(class, methods);
    }
    vm.bool_class.constructor.set(Some(bool_type::construct));
    vm.add_getters(&types.int, int::GETTERS);
    vm.add_getters(&types.float, float::GETTERS);
    vm.add_getters(&types.range, range::GETTERS);
    vm.add_class_methods(&types.dict, dict::STATIC);
    vm.add_class_methods(&types.int, int::STATIC);
    vm.add_class_methods(&types.bytes, bytes::STATIC);
    vm.add_class_methods(&types.float, float::STATIC);
    vm.add_static_methods(&types.str, str::STATIC);
    for methods in str::MORE_METHODS {
        vm.add_methods(&types.str, methods);
    }
    vm.add_methods(&types.bytes, bytes::MORE_METHODS);
    dunders::install(vm);
    iterators::install(vm);
    dict_views::install(vm);
    union::install(vm);
    generators::install(vm);
    properties::install(vm);
    super_type::install(vm);
    exceptions::install(vm);
    super::modules::asyncio::install(vm);
    namespace(vm);
}

/// The names that every program sees.
fn namespace(vm: &Vm) {
    let builtins = &vm.builtins;
    let hidden = ["NoneType", "ellipsis", "BudgetSpent"];
    let shown = [
        "object",
        "type",
        "int",
        "float",
        "str",
        "bytes",
        "list",
        "tuple",
        "dict",
        "set",
        "frozenset",
        "range",
        "slice",
        "property",
        "staticmethod",
        "classmethod",
        "super",
        "enumerate",
        "zip",
        "map",
        "filter",
        "reversed",
    ];
    for class in vm.types.all() {
        let name = class.name.borrow().clone();
        if shown.contains(&name.as_str()) {
            builtins.set_str(&name, Value::Class(class));
        }
    }
    builtins.set("bool", Value::Class(vm.bool_class.clone()));
    for class in vm.exceptions.all() {
        let name = class.name.borrow().clone();
        if class.module.borrow().as_str() == "builtins" && !hidden.contains(&name.as_str()) {
            builtins.set_str(&name, Value::Class(class));
        }
    }
    let os_error = Value::Class(vm.exceptions.os_error.clone());
    builtins.set("IOError", os_error.clone());
    builtins.set("EnvironmentError", os_error);
    for &(name, function) in functions::FUNCTIONS {
        builtins.set(name, vm.builtin(name, function));
    }
    for &(name, function) in namespaces::FUNCTIONS {
        builtins.set(name, vm.builtin(name, function));
    }
    builtins.set("NotImplemented", Value::NotImplemented);
    builtins.set("Ellipsis", Value::Ellipsis);
    builtins.set("__name__", Value::str("builtins"));
    builtins.set("__debug__", Value::Bool(true));
    builtins.set("__build_class__", vm.build_class_function());
    vm.main.dict.set("__name__", Value::str("__main__"));
    vm.main.dict.set("__doc__", Value::None);
    vm.main.dict.set("__file__", Value::str("main.py"));
    vm.modules.set("__main__", Value::Module(vm.main.clone()));
}
