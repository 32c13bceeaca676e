//! `list(generator)` and its like: the generator runs on the caller's stack, so that it may hold its thread,
//! and the run be paused.

use std::rc::Rc;

use super::Vm;
use super::frame::{Body, Input, NativeFrame, NativeStep, Sent};
use super::generator::Generator;
use crate::python::builtins::functions::Sum;
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

/// A call that takes what a generator yields one by one.
struct Fold {
    generator: Rc<Generator>,
    into: Into,
}

enum Into {
    /// `any(generator)` and `all(generator)`: until this truth comes.
    Truth(bool),
    Sum(Sum),
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
        let into = match (builtin.name, args.positional.len()) {
            ("sorted" | "max" | "min", 1) | ("join", 2) => {
                return Some(collect(Value::Builtin(builtin.clone()), args, generator));
            }
            ("any" | "all", 1) => Into::Truth(builtin.name == "any"),
            ("sum", 1) => Into::Sum(Sum::of(self, args.clone()).ok()?.1),
            _ => return None,
        };
        Some(Body::Native(Box::new(Fold { generator, into })))
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

impl Into {
    /// Take one more; what it comes to where that is known already.
    fn take(&mut self, vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
        match self {
            Self::Truth(wanted) => Ok((vm.truth(value)? == *wanted).then_some(Value::Bool(*wanted))),
            Self::Sum(sum) => sum.add(vm, value).map(|()| None),
        }
    }

    fn end(&self) -> Value {
        match self {
            Self::Truth(wanted) => Value::Bool(!wanted),
            Self::Sum(sum) => sum.total(),
        }
    }
}

impl NativeFrame for Fold {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        match input {
            Input::Raised(error) => return NativeStep::Raise(error),
            Input::Returned(_) => return NativeStep::Return(self.into.end()),
            Input::Yielded(value) => match self.into.take(vm, &value) {
                Ok(None) => {}
                Ok(Some(value)) => return NativeStep::Return(value),
                Err(error) => return NativeStep::Raise(error),
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
