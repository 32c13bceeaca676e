//! `list(generator)` and its like: the generator runs on the caller's stack, so that it may hold its thread,
//! and the run be paused.

use std::rc::Rc;

use super::Vm;
use super::frame::{Body, Input, NativeFrame, NativeStep, Sent};
use super::generator::Generator;
use crate::python::code::CodeKind;
use crate::python::objects::{Args, Builtin, BuiltinKind, Class, PyResult, Value};

/// A call that takes all that a generator yields, before it does anything else.
struct Collect {
    callable: Value,
    /// The generator is the last of the positional ones.
    args: Args,
    generator: Rc<Generator>,
    items: Vec<Value>,
}

/// `any(generator)` and `all(generator)`: until this truth comes.
struct Search {
    generator: Rc<Generator>,
    truth: bool,
}

impl Vm {
    /// The frame for making a container of what a generator yields, if this call does.
    pub(super) fn collecting(&self, class: &Rc<Class>, args: &Args) -> Option<Body> {
        let generator = last_generator(args)?;
        let types = &self.types;
        let collects = [&types.list, &types.tuple, &types.set, &types.frozenset, &types.dict]
            .into_iter()
            .any(|known| Rc::ptr_eq(known, class));
        let is_plain = args.positional.len() == 1 && args.keywords.is_empty();
        (collects && is_plain).then(|| collect(Value::Class(class.clone()), args, generator))
    }

    /// The frame for a function that asks a generator, if this one does.
    pub(super) fn asking(&self, builtin: &Rc<Builtin>, args: &Args) -> Option<Body> {
        let generator = last_generator(args)?;
        match (builtin.name, args.positional.len()) {
            ("sorted", 1) | ("join", 2) => Some(collect(Value::Builtin(builtin.clone()), args, generator)),
            ("any" | "all", 1) => {
                Some(Body::Native(Box::new(Search { generator, truth: builtin.name == "any" })))
            }
            _ => None,
        }
    }
}

fn last_generator(args: &Args) -> Option<Rc<Generator>> {
    match args.positional.last() {
        Some(Value::Generator(generator)) if generator.kind == CodeKind::Generator => Some(generator.clone()),
        _ => None,
    }
}

fn collect(callable: Value, args: &Args, generator: Rc<Generator>) -> Body {
    Body::Native(Box::new(Collect { callable, args: args.clone(), generator, items: Vec::new() }))
}

impl Collect {
    fn call(&mut self, vm: &Vm) -> PyResult {
        let items = Value::list(std::mem::take(&mut self.items));
        let mut args = std::mem::take(&mut self.args);
        args.positional.pop();
        args.positional.push(items.clone());
        match &self.callable {
            Value::Class(class) if !Rc::ptr_eq(class, &vm.types.list) => match class.constructor.get() {
                Some(constructor) => constructor(vm, class, args),
                None => Ok(items),
            },
            Value::Builtin(builtin) => match &builtin.kind {
                BuiltinKind::Plain(function) => function(vm, args),
                _ => Ok(items),
            },
            _ => Ok(items),
        }
    }
}

impl NativeFrame for Collect {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        match input {
            Input::Raised(error) => return NativeStep::Raise(error),
            Input::Returned(_) => return ended(self.call(vm)),
            Input::Yielded(value) => {
                self.items.push(value);
                if let Err(error) = vm.check_size(self.items.len() * size_of::<Value>()) {
                    return NativeStep::Raise(error);
                }
            }
            Input::Start | Input::Continue => {}
        }
        NativeStep::Resume(self.generator.clone(), Sent::Value(Value::None))
    }
}

impl NativeFrame for Search {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        match input {
            Input::Raised(error) => return NativeStep::Raise(error),
            Input::Returned(_) => return NativeStep::Return(Value::Bool(!self.truth)),
            Input::Yielded(value) => match vm.truth(&value) {
                Ok(truth) if truth != self.truth => {}
                outcome => return ended(outcome.map(Value::Bool)),
            },
            Input::Start | Input::Continue => {}
        }
        NativeStep::Resume(self.generator.clone(), Sent::Value(Value::None))
    }
}

fn ended(result: PyResult) -> NativeStep {
    match result {
        Ok(value) => NativeStep::Return(value),
        Err(error) => NativeStep::Raise(error),
    }
}
