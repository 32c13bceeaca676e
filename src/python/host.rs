//! Python as the language whose coroutines the event loop runs.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::modules::contextvars::Context;
use super::objects::{Args, Builtin, Function, Raised, TraceEntry, Value};
use super::vm::Vm;
use super::vm::call::Begun;
use super::vm::frame::{Activation, Sent, Stop};
use super::vm::generator::{Dying, State};
use super::vm::interpreter::Signal;
use crate::asyncio::base_events::EventLoop;
use crate::asyncio::coroutines::NativeCoroutine;
use crate::asyncio::futures::FutureRef;
use crate::asyncio::host::{Called, ErrorClass, Host, Outcome, Report, Resume, Yielded};
use crate::asyncio::reprs::LIBRARY;

/// A run's machine, as the event loop sees it.
#[derive(Clone)]
pub struct Python(Weak<Vm>);

/// A callable with the arguments it will be called with.
pub struct Bound {
    pub callable: Value,
    pub args: Vec<Value>,
    /// The stack of a call that was paused.
    paused: RefCell<Option<Activation>>,
}

impl Bound {
    pub fn new(callable: Value, args: Vec<Value>) -> Rc<Self> {
        Rc::new(Self { callable, args, paused: RefCell::new(None) })
    }
}

impl Python {
    pub fn new(vm: &Rc<Vm>) -> Self {
        Self(Rc::downgrade(vm))
    }

    /// The machine. The loop calls only while a run lasts, and the machine lives as long.
    pub fn machine(&self) -> Rc<Vm> {
        match self.0.upgrade() {
            Some(vm) => vm,
            None => unreachable!("the machine outlives its event loops"),
        }
    }

    fn resume_coroutine(&self, coroutine: &Value, input: Resume<Self>) -> Outcome<Self> {
        let vm = self.machine();
        let stop = match coroutine {
            Value::Coroutine(native) => {
                let outcome = native.resume(input);
                if !matches!(outcome, Outcome::Paused) {
                    vm.close_dying();
                }
                return outcome;
            }
            Value::Generator(generator) => vm.resume_pausable(generator, sent(input)),
            Value::AsyncStep(step) => {
                sent(input).map_or(Stop::Paused, |sent| vm.resume_async_step(step, sent))
            }
            other => vm.resume_iterator(other, input),
        };
        // What the frame held dies with it, before the step is over.
        if !matches!(stop, Stop::Paused) {
            vm.close_dying();
        }
        outcome(stop)
    }
}

impl Host for Python {
    type Value = Value;
    type Error = Raised;
    type Coroutine = Value;
    type Function = Rc<Bound>;
    type Context = Rc<Context>;
    type Traceback = Vec<TraceEntry>;

    fn resume(&self, coroutine: &Value, input: Resume<Self>) -> Outcome<Self> {
        self.resume_coroutine(coroutine, input)
    }

    fn step(&self, coroutine: &Value, input: Resume<Self>) -> Outcome<Self> {
        let vm = self.machine();
        let thrown = if let Resume::Throw(error) = &input { Some(error.value()) } else { None };
        if !vm.keeps_thrown() || (thrown.is_none() && !matches!(coroutine, Value::AsyncStep(_))) {
            return self.resume_coroutine(coroutine, input);
        }
        let outer = vm.begin_step(thrown, coroutine);
        let outcome = self.resume_coroutine(coroutine, input);
        let raised = if let Outcome::Raise(error) = &outcome { Some(error) } else { None };
        vm.end_step(outer, raised.is_some() || matches!(outcome, Outcome::Return(_)), raised);
        outcome
    }

    fn has_begun(&self, coroutine: &Value) -> bool {
        match coroutine {
            Value::Coroutine(native) => native.has_begun(),
            Value::Generator(generator) => generator.state.get() != State::Created,
            _ => true,
        }
    }

    fn handling(&self, error: Option<&Raised>) {
        let vm = self.machine();
        match error {
            Some(error) => vm.handled.borrow_mut().push(error.clone()),
            None => vm.handled_one(),
        }
    }

    fn chain(&self, error: &Raised) {
        self.machine().chain(error);
    }

    fn hold(&self, error: &Raised, value: Value) {
        self.machine().hold(error, std::iter::once(value));
    }

    fn hold_future(&self, error: &Raised, future: &FutureRef<Self>) {
        self.hold(error, self.machine().future_value(future));
    }

    fn after_callback(&self) {
        let vm = self.machine();
        drop(vm.take_orphans());
        vm.close_dying();
    }

    fn native(&self, coroutine: NativeCoroutine<Self>) -> Value {
        Value::Coroutine(Rc::new(coroutine))
    }

    fn coroutine_id(&self, coroutine: &Value) -> usize {
        match coroutine {
            Value::Coroutine(native) => native.id(),
            other => other.address().unwrap_or_default(),
        }
    }

    fn qualname(&self, coroutine: &Value) -> String {
        match coroutine {
            Value::Coroutine(native) => native.qualname().to_owned(),
            Value::Generator(generator) => generator.qualname.borrow().to_string(),
            other => self.machine().class_of(other).name.borrow().to_string(),
        }
    }

    fn made_at(&self, coroutine: &Value) -> Option<u32> {
        match coroutine {
            Value::Generator(generator) => generator.made_at.get(),
            _ => None,
        }
    }

    fn again(&self, coroutine: &Value) -> Option<Value> {
        match coroutine {
            Value::Generator(generator) if generator.made_at.get().is_some() => {
                generator.again().map(Value::Generator)
            }
            _ => None,
        }
    }

    fn line(&self, coroutine: &Value) -> Option<u32> {
        self.machine().awaited_line(coroutine)
    }

    fn close(&self, coroutine: &Value) {
        let vm = self.machine();
        match coroutine {
            Value::Coroutine(native) => vm.close_native(native),
            Value::Generator(generator) => vm.close_forgotten(generator),
            Value::AsyncStep(step) => step.state.set(State::Closed),
            _ => {}
        }
    }

    fn call(&self, function: &Rc<Bound>, future: Option<&FutureRef<Self>>) -> Called<Self> {
        let vm = self.machine();
        let paused = function.paused.take();
        let (mut activation, signal) = match paused {
            Some(activation) => (activation, Signal::Continue),
            None => {
                let mut args = function.args.clone();
                args.extend(future.map(|future| vm.future_value(future)));
                match vm.begin_call(function.callable.clone(), Args::positional(args)) {
                    Ok(Begun::Value(_)) => return Called::Returned,
                    Ok(Begun::Frame(active)) => (Activation::new(active.body), Signal::Start),
                    Err(error) => {
                        vm.set_context(&error);
                        return Called::Raised(error);
                    }
                }
            }
        };
        match vm.run(&mut activation, signal) {
            Stop::Return(_) | Stop::Yield(_) => Called::Returned,
            Stop::Raise(error) => Called::Raised(error),
            Stop::Paused => {
                function.paused.replace(Some(activation));
                Called::Paused
            }
        }
    }

    fn same_function(&self, one: &Rc<Bound>, other: &Rc<Bound>) -> bool {
        self.machine().eq(&one.callable, &other.callable).unwrap_or(false)
    }

    fn user_name(&self, function: &Rc<Bound>) -> Option<String> {
        self.machine().user_name(&function.callable)
    }

    fn format_callback(
        &self,
        function: &Rc<Bound>,
        future: Option<&FutureRef<Self>>,
        arguments: bool,
    ) -> String {
        let vm = self.machine();
        let future = future.map(|future| vm.future_value(future));
        let shown = function.args.iter().chain(&future).filter(|_| arguments);
        let args: Vec<_> = shown.map(|value| vm.short_repr(value)).collect();
        let told = vm.format_call(&function.callable, format!("({})", args.join(", ")), arguments);
        match vm.place_of(&function.callable) {
            Some(place) => format!("{told} at {place}"),
            None => told,
        }
    }

    fn call_task_factory(
        &self,
        factory: &Rc<Bound>,
        event_loop: &EventLoop<Self>,
        coroutine: &Value,
        context: Option<&Rc<Context>>,
    ) -> Result<FutureRef<Self>, Raised> {
        let vm = self.machine();
        let positional = vec![vm.loop_value(event_loop), coroutine.clone()];
        let keywords = context.map(|context| (vm.intern("context"), vm.context_value(context)));
        let task =
            vm.call(&factory.callable, Args { positional, keywords: keywords.into_iter().collect() })?;
        vm.future_of(&task).ok_or_else(|| vm.type_error("a task factory must return a task"))
    }

    fn copy_context(&self) -> Rc<Context> {
        self.machine().state.context.borrow().copy()
    }

    fn enter(&self, context: &Rc<Context>) -> Rc<Context> {
        self.machine().state.context.replace(context.clone())
    }

    fn pass_pause(&self) -> Result<(), Raised> {
        self.machine().keep_going()
    }

    fn interrupt(&self, coroutine: &Value) -> bool {
        let Value::Generator(generator) = coroutine else { return false };
        let is_inner = generator.state.get() == State::Running && generator.stands_at.get().is_none();
        if is_inner {
            generator.stands_at.set(Some(self.machine().offset.get()));
        }
        is_inner
    }

    fn go_on(&self, coroutine: &Value) {
        if let Value::Generator(generator) = coroutine {
            generator.stands_at.set(None);
        }
    }

    fn thread_name(&self) -> String {
        let vm = self.machine();
        let thread = vm.threads.current().object.borrow().clone();
        match vm.get_attr_opt(&thread, "name") {
            Ok(Some(name)) => vm.str(&name).map_or_else(|_| String::new(), |name| name.to_string()),
            _ => "MainThread".into(),
        }
    }

    fn boolean(&self, value: bool) -> Value {
        Value::Bool(value)
    }

    fn none(&self) -> Value {
        Value::None
    }

    fn text(&self, text: &str) -> Value {
        Value::str(text)
    }

    fn list(&self, values: Vec<Value>) -> Value {
        Value::list(values)
    }

    fn error_value(&self, error: &Raised) -> Value {
        error.value()
    }

    fn repr(&self, value: &Value) -> String {
        self.machine().repr(value).map_or_else(|_| "<repr failed>".into(), |text| text.to_string())
    }

    fn note_close(&self, event_loop: &EventLoop<Self>) {
        let vm = self.machine();
        // Without the module nobody hears of it.
        if vm.modules.get_str(&vm.intern("logging")).is_some() {
            let shown = Host::repr(self, &vm.loop_value(event_loop));
            vm.log_asyncio("debug", &format!("Close {shown}"), None);
        }
    }

    fn future_repr(&self, future: &FutureRef<Self>) -> String {
        match self.machine().future_value(future) {
            Value::Future(future) => future.repr(),
            derived => self.repr(&derived),
        }
    }

    fn task_class(&self, task: &FutureRef<Self>) -> String {
        let vm = self.machine();
        vm.class_of(&vm.future_value(task)).qualname.borrow().to_string()
    }

    fn short_repr(&self, value: &Value) -> String {
        self.machine().short_repr(value)
    }

    fn format_coroutine(&self, coroutine: &Value) -> String {
        self.machine().format_coroutine(coroutine)
    }

    fn less(&self, one: &Value, other: &Value) -> Result<bool, Raised> {
        let vm = self.machine();
        let less = vm.compare(super::vm::compare::CompareOp::Less, one, other)?;
        vm.truth(&less)
    }

    fn error(&self, class: ErrorClass, message: &str) -> Raised {
        let vm = self.machine();
        vm.error(&class_of(&vm, class), message)
    }

    fn cancelled_error(&self, message: Option<Value>) -> Raised {
        let vm = self.machine();
        vm.error_with(&vm.exceptions.cancelled_error, message.into_iter().collect())
    }

    fn error_group(&self, message: &str, errors: Vec<Raised>) -> Raised {
        let vm = self.machine();
        let items = Value::list(errors.iter().map(Raised::value).collect());
        let args = Args::positional(vec![Value::str(message), items]);
        match vm.new_group(&vm.exceptions.base_exception_group, args) {
            Ok(group) => Raised::from_value(&group).unwrap_or_else(|| vm.runtime_error(message)),
            Err(error) => error,
        }
    }

    fn grouped_errors(&self, error: &Raised) -> Vec<Raised> {
        let vm = self.machine();
        match error.is(&vm.exceptions.exception_group) {
            true => vm.group_members(error).unwrap_or_default(),
            false => Vec::new(),
        }
    }

    fn is(&self, error: &Raised, class: ErrorClass) -> bool {
        error.is(&class_of(&self.machine(), class))
    }

    fn same_error(&self, one: &Raised, other: &Raised) -> bool {
        one.same(other)
    }

    fn set_cause(&self, error: &Raised, cause: Option<&Raised>) {
        error.state().cause.replace(cause.cloned());
        error.state().suppress_context.set(true);
    }

    fn context(&self, error: &Raised) -> Option<Raised> {
        error.state().context.borrow().clone()
    }

    fn set_context(&self, error: &Raised, context: &Raised) {
        if !error.same(context) {
            error.state().context.replace(Some(context.clone()));
        }
    }

    fn traceback(&self, error: &Raised) -> Vec<TraceEntry> {
        error.state().traceback.borrow().clone()
    }

    fn set_traceback(&self, error: &Raised, traceback: Option<&Vec<TraceEntry>>) {
        error.state().traceback.replace(traceback.cloned().unwrap_or_default());
    }

    fn describe(&self, error: &Raised) -> String {
        self.machine().describe(error)
    }

    fn error_repr(&self, error: &Raised) -> String {
        self.repr(&error.value())
    }

    fn report(&self, event_loop: &EventLoop<Self>, report: Report<Self>) -> Result<(), Raised> {
        self.machine().report(event_loop, report)
    }

    fn warn(&self, message: &str) {
        self.machine().log_asyncio("warning", message, None);
    }

    fn warn_deprecated(&self, message: &str) {
        self.machine().warn_here("DeprecationWarning", message, "");
    }

    fn current_line(&self) -> Option<u32> {
        self.0.upgrade().map(|vm| vm.current_line())
    }

    fn warn_never_awaited(&self, qualname: &'static str) {
        if let Some(vm) = self.0.upgrade() {
            vm.bury(Dying::native(&vm, qualname));
        }
    }

    fn take_asyncgens(&self, event_loop: &EventLoop<Self>) -> Vec<(Value, Value)> {
        self.machine().take_async_generators(event_loop)
    }

    fn shutdown_executor(&self, event_loop: &EventLoop<Self>) -> Option<FutureRef<Self>> {
        self.machine().shutdown_executor(event_loop)
    }
}

/// What a step brings; None where it only goes on.
fn sent(input: Resume<Python>) -> Option<Sent> {
    match input {
        Resume::Next => Some(Sent::Value(Value::None)),
        Resume::Send(value) => Some(Sent::Value(value)),
        Resume::Throw(error) => Some(Sent::Throw(error)),
        Resume::Continue => None,
    }
}

fn outcome(stop: Stop) -> Outcome<Python> {
    match stop {
        Stop::Return(value) => Outcome::Return(value),
        Stop::Raise(error) => Outcome::Raise(error),
        Stop::Paused => Outcome::Paused,
        Stop::Yield(Value::None) => Outcome::Yield(Yielded::Bare),
        Stop::Yield(Value::Future(future)) => Outcome::Yield(Yielded::Future(future)),
        Stop::Yield(value) => {
            let is_generator =
                matches!(&value, Value::Generator(generator) if generator.noun() == "generator");
            Outcome::Yield(if is_generator { Yielded::Generator(value) } else { Yielded::Other(value) })
        }
    }
}

fn class_of(vm: &Vm, class: ErrorClass) -> Rc<super::objects::Class> {
    let exceptions = &vm.exceptions;
    let class = match class {
        ErrorClass::BaseException => &exceptions.base_exception,
        ErrorClass::Exception => &exceptions.exception,
        ErrorClass::GeneratorExit => &exceptions.generator_exit,
        ErrorClass::KeyboardInterrupt => &exceptions.keyboard_interrupt,
        ErrorClass::SystemExit => &exceptions.system_exit,
        ErrorClass::StopIteration => &exceptions.stop_iteration,
        ErrorClass::StopAsyncIteration => &exceptions.stop_async_iteration,
        ErrorClass::RecursionError => &exceptions.recursion_error,
        ErrorClass::RuntimeError => &exceptions.runtime_error,
        ErrorClass::TypeError => &exceptions.type_error,
        ErrorClass::ValueError => &exceptions.value_error,
        ErrorClass::CancelledError => &exceptions.cancelled_error,
        ErrorClass::AssertionError => &exceptions.assertion_error,
        ErrorClass::InvalidStateError => &exceptions.invalid_state_error,
        ErrorClass::TimeoutError => &exceptions.timeout_error,
        ErrorClass::QueueEmpty => &exceptions.queue_empty,
        ErrorClass::QueueFull => &exceptions.queue_full,
        ErrorClass::QueueShutDown => &exceptions.queue_shut_down,
        ErrorClass::BrokenBarrierError => &exceptions.broken_barrier_error,
    };
    class.clone()
}

impl Vm {
    /// Drive any iterator that `__await__` gave, as a coroutine.
    fn resume_iterator(&self, iterator: &Value, input: Resume<Python>) -> Stop {
        let name = match &input {
            Resume::Next | Resume::Send(Value::None) | Resume::Continue => "__next__",
            Resume::Send(_) => "send",
            Resume::Throw(_) => "throw",
        };
        let args = match input {
            Resume::Next | Resume::Send(Value::None) | Resume::Continue => Args::none(),
            Resume::Send(value) => Args::one(value),
            Resume::Throw(error) => match self.get_attr_opt(iterator, "throw") {
                Ok(Some(_)) => Args::one(error.value()),
                _ => return Stop::Raise(error),
            },
        };
        match self.call_method(iterator, name, args) {
            Ok(value) => Stop::Yield(value),
            Err(error) if error.is(&self.exceptions.stop_iteration) => {
                Stop::Return(error.first_arg().unwrap_or(Value::None))
            }
            Err(error) => Stop::Raise(error),
        }
    }

    /// `coro.send(value)` or `coro.throw(error)` of one of asyncio's own coroutines, called by hand.
    ///
    /// # Errors
    /// StopIteration at its end; what it raises.
    pub fn resume_native(&self, native: &NativeCoroutine<Python>, sent: Sent) -> Result<Value, Raised> {
        let input = match sent {
            Sent::Value(value) => Resume::Send(value),
            Sent::Throw(error) | Sent::PassedOn(error, _) => Resume::Throw(error),
        };
        match native.resume(input) {
            Outcome::Yield(Yielded::Future(future)) => Ok(Value::Future(future)),
            Outcome::Yield(_) | Outcome::Paused => Ok(Value::None),
            Outcome::Return(value) => Err(self.stop_iteration(value)),
            Outcome::Raise(error) => Err(error),
        }
    }

    /// `coro.close()` of one of asyncio's own coroutines.
    pub fn close_native(&self, native: &NativeCoroutine<Python>) {
        match native.has_begun() && !native.is_closed() {
            true => drop(native.resume(Resume::Throw(self.error(&self.exceptions.generator_exit, "")))),
            false => native.forget(),
        }
    }

    /// The `__qualname__` of a callable that the user's own code defines, or of `print`.
    fn user_name(&self, callable: &Value) -> Option<String> {
        match callable {
            Value::Function(function) => is_own(function).then(|| function.qualname.borrow().to_string()),
            Value::Method(method) => self.user_name(&method.function),
            Value::Builtin(builtin) if is_print(builtin) => Some("print".into()),
            Value::Object(object) => {
                if let Some(inner) = self.partial_function(callable) {
                    return self.user_name(&inner);
                }
                let class = object.class.borrow().clone();
                if class.full_name() == "functools.partial" {
                    return self.user_name(&object.dict.get_str(&self.intern("func"))?);
                }
                let call = class.lookup(&self.names.call)?;
                let is_own = matches!(&call, Value::Function(function) if is_own(function));
                is_own.then(|| class.qualname.borrow().to_string())
            }
            _ => None,
        }
    }

    fn qualname_of(&self, callable: &Value) -> String {
        match callable {
            Value::Function(function) => function.qualname.borrow().to_string(),
            Value::Method(method) => match &method.function {
                Value::Builtin(builtin) => {
                    format!("{}.{}", self.class_of(&method.receiver).qualname.borrow(), builtin.name)
                }
                function => self.qualname_of(function),
            },
            Value::Builtin(builtin) => builtin.name.to_owned(),
            Value::Class(class) => class.qualname.borrow().to_string(),
            other => self.repr(other).map_or_else(|_| String::new(), |text| text.to_string()),
        }
    }

    /// `format_helpers._format_callback`: a `functools.partial` as what it calls, with one pair of
    /// parentheses for each call.
    fn format_call(&self, callable: &Value, suffix: String, arguments: bool) -> String {
        let (Some(inner), Value::Object(partial)) = (self.partial_function(callable), callable) else {
            return self.qualname_of(callable) + &suffix;
        };
        let mut args = Vec::new();
        if let (Some(Value::Tuple(values)), true) = (partial.dict.get_str(&self.intern("args")), arguments) {
            args.extend(values.iter().map(|value| self.short_repr(value)));
        }
        if let (Some(Value::Dict(words)), true) = (partial.dict.get_str(&self.intern("keywords")), arguments)
        {
            let shown = |(key, value)| Some(format!("{}={}", self.str(&key).ok()?, self.short_repr(&value)));
            args.extend(words.items().into_iter().filter_map(shown));
        }
        self.format_call(&inner, format!("({}){suffix}", args.join(", ")), arguments)
    }

    /// `format_helpers._get_function_source`: where a function is defined, `main.py:3`. One of the library
    /// may say where CPython defines it.
    fn place_of(&self, callable: &Value) -> Option<String> {
        if let Some(inner) = self.partial_function(callable).or_else(|| self.wrapped_function(callable)) {
            return self.place_of(&inner);
        }
        match callable {
            Value::Function(function) => {
                let source = &function.code.source;
                let told = function.attributes.get_str(&self.intern("at")).filter(|_| source.is_library);
                Some(match told.as_ref().and_then(Value::as_str) {
                    Some(place) => format!("{LIBRARY}/{place}"),
                    None => format!("{}:{}", source.file, source.line(function.code.start)),
                })
            }
            _ => None,
        }
    }

    /// What `functools.wraps` says that a function, or a method's function, stands for.
    fn wrapped_function(&self, callable: &Value) -> Option<Value> {
        match callable {
            Value::Function(function) => function.attributes.get_str(&self.intern("__wrapped__")),
            Value::Method(method) => self.wrapped_function(&method.function),
            _ => None,
        }
    }

    /// `coroutines._format_coroutine`: `work() running at main.py:4`.
    fn format_coroutine(&self, coroutine: &Value) -> String {
        let Value::Generator(generator) = coroutine else {
            return match coroutine {
                Value::Coroutine(native) => format!("{}()", native.qualname()),
                other => self.qualname_of(other),
            };
        };
        let name = generator.qualname.borrow().to_string();
        let code = &generator.code;
        let (file, line) = (code.source.file, |at| code.source.line(at));
        match self.standing(generator) {
            _ if code.source.is_library => format!("{name}()"),
            Some(entry) => format!("{name}() running at {file}:{}", line(entry.range.start().to_u32())),
            None => format!("{name}() done, defined at {file}:{}", line(code.start)),
        }
    }
}

fn is_own(function: &Function) -> bool {
    !function.code.source.is_library
}

fn is_print(builtin: &Builtin) -> bool {
    builtin.name == "print"
}
