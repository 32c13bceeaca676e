//! `re`: an engine of our own behind the Python of `library/re.py`.
//!
//! A pattern's text is read by the [`parser`] into a tree of [`node`]s, which becomes a [`program`] that the
//! [`matcher`] runs over a [`subject`]. [`pattern`] and [`match_object`] are what programs see.

mod characters;
mod flags;
mod match_object;
mod matcher;
mod node;
mod parser;
mod pattern;
mod program;
mod reader;
mod subject;
mod template;

use std::rc::Rc;

use crate::python::builtins::int;
use crate::python::objects::{Args, Class, PyResult, Raised, Value};
use crate::python::vm::Vm;

/// The names in `_re`.
pub fn contents(vm: &Vm) -> Vec<(&'static str, Value)> {
    let classes = [
        vm.native_class("Pattern", "re", pattern::METHODS),
        vm.native_class("Match", "re", match_object::METHODS),
    ];
    vm.add_getters(&classes[0], pattern::GETTERS);
    vm.add_getters(&classes[1], match_object::GETTERS);
    let [pattern, matched] = classes.clone();
    vec![
        ("Pattern", Value::Class(pattern)),
        ("Match", Value::Class(matched)),
        ("compile", vm.closure("compile", move |vm, args| compile(vm, args, &classes))),
        ("flags_repr", vm.builtin("flags_repr", flags_repr)),
    ]
}

/// `compile(pattern, flags)`.
fn compile(vm: &Vm, args: Args, classes: &[Rc<Class>; 2]) -> PyResult {
    let [source, flags] = args.bind(vm, "compile", "pattern flags", 2)?;
    let source = source.unwrap_or(Value::None);
    let flags = int::as_i64(&flags.unwrap_or(Value::None)).unwrap_or(0) as u32;
    pattern::compile(vm, &source, flags, classes)
}

fn flags_repr(_: &Vm, args: Args) -> PyResult {
    let flags = args.positional.first().and_then(int::as_i64).unwrap_or(0);
    Ok(Value::string(flags::shown(flags as u32)))
}

/// A `re.PatternError`; where there is a pattern, with the place in it.
fn error(vm: &Vm, message: &str, at: Option<(&Value, usize)>) -> Raised {
    let mut args = vec![Value::str(message)];
    args.extend(at.map(|(pattern, _)| pattern.clone()));
    args.extend(at.map(|(_, place)| Value::int(place as i64)));
    let module = vm.modules.get_str(&vm.intern("re"));
    let class = module.and_then(|module| vm.get_attr_opt(&module, "PatternError").ok().flatten());
    let made = class.map(|class| vm.call(&class, Args::positional(args)));
    match made.and_then(Result::ok).as_ref().and_then(Raised::from_value) {
        Some(error) => error,
        None => vm.value_error(message),
    }
}
