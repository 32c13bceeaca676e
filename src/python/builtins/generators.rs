//! The methods of generators, coroutines and async generators: `send`, `throw`, `close`, …

use std::rc::Rc;

use crate::python::objects::{Args, FrameFn, NativeFn, NativeObject, PyResult, Raised, Value};
use crate::python::vm::Vm;
use crate::python::vm::frame::{Input, NativeFrame, NativeStep, Sent};
use crate::python::vm::generator::{AsyncAction, Generator};

const RESUMING: &[(&str, FrameFn)] = &[("send", send), ("throw", throw), ("close", close)];

const ASYNC_METHODS: &[(&str, NativeFn)] = &[
    ("__aiter__", |_, args| Ok(args.positional.into_iter().next().unwrap_or(Value::None))),
    ("__anext__", |vm, args| Ok(vm.async_step(&generator_of(vm, &args)?, AsyncAction::Send(Value::None)))),
    ("asend", |vm, args| {
        let value = args.positional.get(1).cloned().unwrap_or(Value::None);
        Ok(vm.async_step(&generator_of(vm, &args)?, AsyncAction::Send(value)))
    }),
    ("athrow", |vm, args| {
        let error = thrown(vm, &args)?;
        Ok(vm.async_step(&generator_of(vm, &args)?, AsyncAction::Throw(error)))
    }),
    ("aclose", |vm, args| Ok(vm.async_step(&generator_of(vm, &args)?, AsyncAction::Close))),
];

pub fn install(vm: &Vm) {
    let types = &vm.types;
    for class in [&types.generator, &types.coroutine] {
        vm.add_frame_methods(class, RESUMING);
    }
    vm.add_frame_methods(&types.generator, &[("__next__", next)]);
    vm.add_methods(&types.generator, &[("__iter__", itself)]);
    vm.add_methods(&types.coroutine, &[("__await__", wrap)]);
    for class in [&types.async_step, &types.async_next, &types.async_throw] {
        vm.add_methods(class, &[("__await__", itself)]);
    }
    vm.add_methods(&types.async_generator, ASYNC_METHODS);
}

fn itself(_vm: &Vm, args: Args) -> PyResult {
    Ok(args.positional.into_iter().next().unwrap_or(Value::None))
}

/// What a coroutine's `__await__` gives: an iterator that drives it.
struct Wrapper(Value);

/// The coroutine in such an iterator.
pub fn wrapped(value: &Value) -> Option<&Value> {
    match value {
        Value::Native(native) => native.get().map(|Wrapper(coroutine)| coroutine),
        _ => None,
    }
}

fn wrap(vm: &Vm, args: Args) -> PyResult {
    let class = vm.cached_class("coroutine_wrapper", || {
        let class = vm.native_class("coroutine_wrapper", "builtins", &[("__iter__", itself)]);
        vm.add_frame_methods(&class, RESUMING);
        vm.add_frame_methods(&class, &[("__next__", next)]);
        class
    });
    let body = Box::new(Wrapper(itself(vm, args)?));
    Ok(Value::Native(Rc::new(NativeObject { class, body })))
}

fn receiver(args: &Args) -> Option<&Value> {
    args.positional.first().map(|value| wrapped(value).unwrap_or(value))
}

fn generator_of(vm: &Vm, args: &Args) -> PyResult<Rc<Generator>> {
    match receiver(args) {
        Some(Value::Generator(generator)) => Ok(generator.clone()),
        _ => Err(vm.type_error("a generator was expected")),
    }
}

/// The exception that `throw(...)` is given: an instance, a class, or a class and its argument.
fn thrown(vm: &Vm, args: &Args) -> PyResult<Raised> {
    let what = args.positional.get(1).cloned().unwrap_or(Value::None);
    let value = match (&what, args.positional.get(2)) {
        (Value::Class(_), Some(value)) if !matches!(value, Value::None) => match Raised::from_value(value) {
            Some(_) => value.clone(),
            None => vm.call(&what, Args::one(value.clone()))?,
        },
        _ => what,
    };
    let name = vm.class_of(&value).name.borrow().to_string();
    let message = format!("exceptions must be classes or instances deriving from BaseException, not {name}");
    vm.exception_of(&value, &message)
}

/// Resumes a generator once, and says what that means for who called.
struct Resuming {
    generator: Rc<Generator>,
    sent: Option<Sent>,
    closing: bool,
}

impl NativeFrame for Resuming {
    fn resume(&mut self, vm: &Vm, input: Input) -> NativeStep {
        if let Some(sent) = self.sent.take() {
            return NativeStep::Resume(self.generator.clone(), sent);
        }
        match input {
            Input::Yielded(_) if self.closing => {
                let message = format!("{} ignored GeneratorExit", self.generator.noun());
                NativeStep::Raise(vm.runtime_error(&message))
            }
            Input::Yielded(value) => NativeStep::Return(value),
            Input::Returned(value) if self.closing => NativeStep::Return(value),
            Input::Returned(value) => NativeStep::Raise(vm.stop_iteration(value)),
            Input::Raised(error) if self.closing && error.is(&vm.exceptions.generator_exit) => {
                NativeStep::Return(Value::None)
            }
            Input::Raised(error) => NativeStep::Raise(error),
            Input::Start | Input::Continue => NativeStep::Return(Value::None),
        }
    }
}

/// One of asyncio's own coroutines, driven by hand.
struct Native {
    result: Option<PyResult>,
}

impl NativeFrame for Native {
    fn resume(&mut self, _vm: &Vm, _input: Input) -> NativeStep {
        match self.result.take() {
            Some(Ok(value)) => NativeStep::Return(value),
            Some(Err(error)) => NativeStep::Raise(error),
            None => NativeStep::Return(Value::None),
        }
    }
}

fn resuming(vm: &Vm, args: &Args, sent: Sent, closing: bool) -> PyResult<Box<dyn NativeFrame>> {
    if let Some(Value::Coroutine(native)) = receiver(args) {
        if closing {
            vm.close_native(native);
            return Ok(Box::new(Native { result: None }));
        }
        return Ok(Box::new(Native { result: Some(vm.resume_native(native, sent)) }));
    }
    Ok(Box::new(Resuming { generator: generator_of(vm, args)?, sent: Some(sent), closing }))
}

fn next(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    resuming(vm, &args, Sent::Value(Value::None), false)
}

fn send(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let Some(value) = args.positional.get(1).cloned() else {
        let noun = generator_of(vm, &args)?.noun();
        return Err(vm.type_error(&format!("{noun}.send() takes exactly one argument (0 given)")));
    };
    resuming(vm, &args, Sent::Value(value), false)
}

fn throw(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    let error = thrown(vm, &args)?;
    resuming(vm, &args, Sent::Throw(error), false)
}

fn close(vm: &Vm, args: Args) -> PyResult<Box<dyn NativeFrame>> {
    use crate::python::vm::generator::State;
    if let Some(Value::Generator(generator)) = receiver(&args)
        && matches!(generator.state.get(), State::Created | State::Closed)
    {
        vm.close_generator(generator)?;
        return Ok(Box::new(Native { result: None }));
    }
    resuming(vm, &args, Sent::Throw(vm.error(&vm.exceptions.generator_exit, "")), true)
}
