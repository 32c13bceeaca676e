//! `list(generator)` and its like: the generator runs on the caller's stack, so that it may hold its thread,
//! and the run be paused. So it may while other iterators are asked, between one item and the next.

use std::rc::Rc;

use super::Vm;
use super::frame::{Body, Input, NativeFrame, NativeStep, Sent};
use super::generator::Generator;
use super::power_modulo::PowerModulo;
use crate::python::builtins::functions::Sum;
use crate::python::code::CodeKind;
use crate::python::objects::{Args, Builtin, BuiltinKind, Class, PyResult, Value};

/// A call that takes all that a generator yields, before it does anything else.
struct Collect {
    callable: Value,
    /// The generator is the last of the positional ones.
    args: Args,
    source: Source,
    items: Vec<Value>,
}

/// A call that takes what a generator yields one by one.
struct Fold {
    source: Source,
    into: Into,
}

/// Where the items come from.
enum Source {
    Generator(Rc<Generator>),
    /// `map(…)`, `zip(…)` and their like.
    Iterator(Value),
    Range(Value),
}

enum Into {
    /// `any(generator)` and `all(generator)`: until this truth comes.
    Truth(bool),
    Sum(Sum),
}

impl Vm {
    /// The frame for making a container of what a generator yields, if this call does.
    pub(super) fn collecting(&self, class: &Rc<Class>, args: &Args) -> Option<Body> {
        let source = last_source(args)?;
        let types = &self.types;
        let collects = [&types.list, &types.tuple, &types.set, &types.frozenset, &types.dict]
            .into_iter()
            .any(|known| Rc::ptr_eq(known, class));
        let is_plain = args.positional.len() == 1 && args.keywords.is_empty();
        (collects && is_plain).then(|| collect(Value::Class(class.clone()), args, source))
    }

    /// The frame for a function that asks a generator, if this one does.
    pub(super) fn asking(&self, builtin: &Rc<Builtin>, args: &Args) -> Option<Body> {
        if builtin.name == "pow" && args.positional.len() == 3 {
            return PowerModulo::of(args).map(|power| Body::Native(Box::new(power)));
        }
        let source = last_source(args)?;
        let into = match (builtin.name, args.positional.len()) {
            ("sorted" | "max" | "min", 1) | ("join", 2) => {
                return Some(collect(Value::Builtin(builtin.clone()), args, source));
            }
            ("any" | "all", 1) => Into::Truth(builtin.name == "any"),
            ("sum", 1) => Into::Sum(Sum::of(self, args.clone()).ok()?.1),
            _ => return None,
        };
        Some(Body::Native(Box::new(Fold { source, into })))
    }
}

fn last_source(args: &Args) -> Option<Source> {
    Some(match args.positional.last()? {
        Value::Generator(generator) if generator.kind == CodeKind::Generator => {
            Source::Generator(generator.clone())
        }
        iterator @ Value::Iterator(_) => Source::Iterator(iterator.clone()),
        range @ Value::Range(_) => Source::Range(range.clone()),
        _ => return None,
    })
}

fn collect(callable: Value, args: &Args, source: Source) -> Body {
    Body::Native(Box::new(Collect { callable, args: args.clone(), source, items: Vec::new() }))
}

impl Source {
    /// Ask for the next item: [`Input::Yielded`] or [`Input::Returned`] at once where it is there at once.
    fn ask(&mut self, vm: &Vm) -> Result<Input, NativeStep> {
        if vm.fuel.get() == 0 {
            return Err(NativeStep::Pause);
        }
        let iterator = match self {
            Self::Generator(generator) => {
                return Err(NativeStep::Resume(generator.clone(), Sent::Value(Value::None)));
            }
            Self::Range(range) => {
                *self = Self::Iterator(vm.iter(range).map_err(NativeStep::Raise)?);
                return Ok(Input::Continue);
            }
            Self::Iterator(iterator) => iterator,
        };
        match vm.next(iterator) {
            Ok(Some(item)) => Ok(Input::Yielded(item)),
            Ok(None) => Ok(Input::Returned(Value::None)),
            Err(error) => Err(NativeStep::Raise(error)),
        }
    }
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
    fn resume(&mut self, vm: &Vm, mut input: Input) -> NativeStep {
        loop {
            match input {
                Input::Raised(error) => return NativeStep::Raise(error),
                Input::Returned(_) => return ended(self.call(vm)),
                Input::Yielded(value) => {
                    if self.items.len() == self.items.capacity()
                        && let Err(error) = vm.check_size(self.items.len() * 2 * size_of::<Value>())
                    {
                        return NativeStep::Raise(error);
                    }
                    self.items.push(value);
                }
                Input::Start | Input::Continue => {}
            }
            input = match self.source.ask(vm) {
                Ok(input) => input,
                Err(step) => return step,
            };
        }
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
    fn resume(&mut self, vm: &Vm, mut input: Input) -> NativeStep {
        loop {
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
            input = match self.source.ask(vm) {
                Ok(input) => input,
                Err(step) => return step,
            };
        }
    }
}

fn ended(result: PyResult) -> NativeStep {
    match result {
        Ok(value) => NativeStep::Return(value),
        Err(error) => NativeStep::Raise(error),
    }
}
