//! `list(generator)` and its like.

use std::rc::Rc;

use super::Vm;
use super::frame::{Body, Input, NativeFrame, NativeStep, Sent};
use super::generator::Generator;
use crate::python::code::CodeKind;
use crate::python::objects::{Args, Class, PyResult, Value};

/// A container that is made of what a generator yields. The generator runs on the caller's stack, so that it
/// may hold its thread, and the run be paused.
struct Collect {
    class: Rc<Class>,
    generator: Rc<Generator>,
    items: Vec<Value>,
}

impl Vm {
    /// The frame for such a call, if it is one.
    pub(super) fn collecting(&self, class: &Rc<Class>, args: &Args) -> Option<Body> {
        let ([Value::Generator(generator)], []) = (args.positional.as_slice(), args.keywords.as_slice())
        else {
            return None;
        };
        let types = &self.types;
        let collects = [&types.list, &types.tuple, &types.set, &types.frozenset, &types.dict]
            .into_iter()
            .any(|known| Rc::ptr_eq(known, class));
        let (class, generator, items) = (class.clone(), generator.clone(), Vec::new());
        (collects && generator.kind == CodeKind::Generator)
            .then(|| Body::Native(Box::new(Collect { class, generator, items })))
    }
}

impl Collect {
    fn make(&mut self, vm: &Vm) -> PyResult {
        let items = Value::list(std::mem::take(&mut self.items));
        match self.class.constructor.get() {
            Some(constructor) if !Rc::ptr_eq(&self.class, &vm.types.list) => {
                constructor(vm, &self.class, Args::one(items))
            }
            _ => Ok(items),
        }
    }
}

impl NativeFrame for Collect {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        match input {
            Input::Raised(error) => return NativeStep::Raise(error),
            Input::Returned(_) => {
                return match self.make(vm) {
                    Ok(value) => NativeStep::Return(value),
                    Err(error) => NativeStep::Raise(error),
                };
            }
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
