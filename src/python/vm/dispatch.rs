//! The instructions, one by one.

use std::cell::RefCell;
use std::rc::Rc;

use super::Vm;
use super::call::Begun;
use super::frame::{Activation, Body, Frame, Handler, OnExit, Sent};
use super::generator::{Generator, State};
use super::interpreter::{Signal, Step, wrap_async};
use super::quick::quick;
use crate::python::builtins::generators::wrapped;
use crate::python::code::{CodeKind, Conversion, Op};
use crate::python::objects::{Args, Cell, Dict, Function, PyResult, Raised, Slice, Str, Value};

/// What one instruction does to the frame.
pub(super) enum Flow {
    Next,
    Leave(Step),
}

impl Vm {
    /// Run a frame's instructions until it calls, returns, yields, raises or pauses.
    pub(super) fn execute(&self, frame: &mut Frame, signal: Signal) -> Step {
        if let Some(step) = self.receive(frame, signal) {
            return step;
        }
        let code = frame.code.clone();
        let mut fuel = self.fuel.get();
        loop {
            if fuel == 0 {
                self.fuel.set(0);
                return Step::Pause;
            }
            fuel -= 1;
            self.close_dying_at(frame);
            let Some(&op) = code.ops.get(frame.ip) else { return Step::Return(Value::None) };
            frame.ip += 1;
            if quick(frame, op) {
                continue;
            }
            match self.instruction(frame, op, &mut fuel) {
                Ok(Flow::Next) => {}
                Ok(Flow::Leave(step)) => {
                    self.fuel.set(fuel);
                    return step;
                }
                Err(error) => {
                    self.set_context(&error);
                    if let Err(error) = self.handle(frame, error, true) {
                        self.fuel.set(fuel);
                        return Step::Raise(error);
                    }
                }
            }
        }
    }

    /// Take what the frame was waiting for.
    fn receive(&self, frame: &mut Frame, signal: Signal) -> Option<Step> {
        match signal {
            Signal::Start | Signal::Continue => None,
            Signal::Value(value) if frame.is_sending => {
                frame.stack.push(value);
                frame.ip -= 1;
                None
            }
            Signal::Value(value) => {
                frame.stack.push(value);
                None
            }
            Signal::Yielded(value) => Some(Step::Yield(value)),
            Signal::Raise(error) => self.handle(frame, error, true).err().map(Step::Raise),
            Signal::Throw(error) if frame.is_sending => self.throw_into_delegate(frame, error),
            Signal::Throw(error) => {
                self.chain_thrown(frame, &error);
                self.handle(frame, error, true).err().map(Step::Raise)
            }
        }
    }

    /// A block begins that exceptions jump out of.
    fn set_up(&self, frame: &mut Frame, target: u32, stack: usize) {
        let handled = self.handled.borrow().len().saturating_sub(frame.handled_below);
        frame.handlers.push(Handler { target, stack, handled });
    }

    /// What is thrown into a frame has what that very frame handles as its context.
    pub(super) fn chain_thrown(&self, frame: &Frame, error: &Raised) {
        if self.handled.borrow().len() > frame.handled_below {
            self.chain(error);
        }
    }

    fn close_dying_at(&self, frame: &Frame) {
        if self.has_dying.get() {
            self.note_line(frame);
            self.close_dying();
        }
    }

    /// Find the handler of an exception: `Err` where the frame has none.
    pub(super) fn handle(&self, frame: &mut Frame, error: Raised, note: bool) -> PyResult<()> {
        frame.is_sending = false;
        frame.is_paused = false;
        if note {
            self.note_traceback(frame, &error);
        }
        let handler = if self.is_over() { None } else { frame.handlers.pop() };
        // From the top down: what dies may have something to say.
        let stack = handler.map_or(0, |handler| handler.stack);
        while frame.stack.len() > stack {
            frame.stack.pop();
        }
        self.close_dying_at(frame);
        let Some(Handler { target, handled, .. }) = handler else { return Err(error) };
        self.handle_only(frame.handled_below + handled);
        self.handled.borrow_mut().push(error.clone());
        frame.stack.push(error.value());
        frame.ip = target as usize;
        Ok(())
    }

    fn instruction(&self, frame: &mut Frame, op: Op, fuel: &mut u32) -> PyResult<Flow> {
        match op {
            Op::Nop => {}
            Op::Const(index) => frame.stack.push(frame.code.constants[index as usize].clone()),
            Op::Pop => {
                frame.stack.pop();
            }
            Op::Copy(depth) => {
                let value = frame.stack[frame.stack.len() - depth as usize].clone();
                frame.stack.push(value);
            }
            Op::Swap(depth) => {
                let last = frame.stack.len() - 1;
                frame.stack.swap(last, last + 1 - depth as usize);
            }
            Op::LoadFast(slot) => match &frame.locals[slot as usize] {
                Some(value) => frame.stack.push(value.clone()),
                None => return Err(self.unbound_local(frame, slot)),
            },
            Op::StoreFast(slot) => {
                let value = frame.stack.pop();
                frame.locals[slot as usize] = value;
            }
            Op::DeleteFast(slot) => {
                if frame.locals[slot as usize].take().is_none() {
                    return Err(self.unbound_local(frame, slot));
                }
            }
            Op::MakeCell(slot) => {
                let local =
                    frame.locals[slot as usize].take().filter(|value| !matches!(value, Value::Cell(_)));
                frame.locals[slot as usize] = Some(Value::Cell(Rc::new(Cell(RefCell::new(local)))));
            }
            Op::LoadCell(slot) => {
                let cell = frame.locals[slot as usize].clone().unwrap_or(Value::None);
                frame.stack.push(cell);
            }
            Op::LoadDeref(slot) => match cell(frame, slot).and_then(|cell| cell.0.borrow().clone()) {
                Some(value) => frame.stack.push(value),
                None => return Err(self.unbound_free(frame, slot)),
            },
            Op::StoreDeref(slot) => {
                let value = frame.stack.pop();
                if let Some(cell) = cell(frame, slot) {
                    let old = cell.0.replace(value);
                    drop(old);
                }
            }
            Op::DeleteDeref(slot) => {
                if cell(frame, slot).and_then(|cell| cell.0.take()).is_none() {
                    return Err(self.unbound_free(frame, slot));
                }
            }
            Op::LoadGlobal(name) => {
                let name = &frame.code.names[name as usize];
                let value = self.global(&frame.globals, name)?;
                frame.stack.push(value);
            }
            Op::StoreGlobal(name) => {
                let value = pop(frame);
                frame.globals.set_str(&frame.code.names[name as usize], value);
            }
            Op::DeleteGlobal(name) => {
                let name = &frame.code.names[name as usize];
                if frame.globals.remove_str(name).is_none() {
                    return Err(self.name_error(name));
                }
            }
            Op::LoadName(name) => {
                let name = &frame.code.names[name as usize];
                let value = match frame.namespace.as_ref().and_then(|namespace| namespace.get_str(name)) {
                    Some(value) => value,
                    None => self.global(&frame.globals, name)?,
                };
                frame.stack.push(value);
            }
            Op::LoadNameOrDeref { name, slot } => {
                let text = &frame.code.names[name as usize];
                let own = frame.namespace.as_ref().and_then(|namespace| namespace.get_str(text));
                match own.or_else(|| cell(frame, slot).and_then(|cell| cell.0.borrow().clone())) {
                    Some(value) => frame.stack.push(value),
                    None => return Err(self.unbound_free(frame, slot)),
                }
            }
            Op::StoreName(name) => {
                let value = pop(frame);
                if let Some(mapping) = &frame.mapping {
                    let key = Value::Str(frame.code.names[name as usize].clone());
                    self.set_item(mapping, key, value)?;
                } else if let Some(namespace) = &frame.namespace {
                    namespace.set_str(&frame.code.names[name as usize], value);
                }
            }
            Op::DeleteName(name) => {
                let name = &frame.code.names[name as usize];
                if frame.namespace.as_ref().and_then(|namespace| namespace.remove_str(name)).is_none() {
                    return Err(self.name_error(name));
                }
            }
            Op::LoadAttr(name) => {
                let object = pop(frame);
                let value = self.get_attr(&object, &frame.code.names[name as usize])?;
                frame.stack.push(value);
            }
            Op::StoreAttr(name) => {
                let object = pop(frame);
                let value = pop(frame);
                self.set_attr(&object, &frame.code.names[name as usize], value)?;
            }
            Op::DeleteAttr(name) => {
                let object = pop(frame);
                self.delete_attr(&object, &frame.code.names[name as usize])?;
            }
            Op::LoadMethod(name) => {
                let object = pop(frame);
                let (function, receiver) = self.get_method(object, &frame.code.names[name as usize])?;
                frame.stack.push(function);
                frame.stack.push(receiver.unwrap_or(Value::NotImplemented));
            }
            Op::Subscript => {
                let key = pop(frame);
                let object = pop(frame);
                let value = self.charged(fuel, || self.get_item(&object, &key))?;
                frame.stack.push(value);
            }
            Op::StoreSubscript => {
                let key = pop(frame);
                let object = pop(frame);
                let value = pop(frame);
                self.charged(fuel, || self.set_item(&object, key, value))?;
            }
            Op::DeleteSubscript => {
                let key = pop(frame);
                let object = pop(frame);
                self.del_item(&object, &key)?;
            }
            Op::BuildSlice(count) => {
                let step = if count == 3 { pop(frame) } else { Value::None };
                let stop = pop(frame);
                let start = pop(frame);
                frame.stack.push(Value::Slice(Rc::new(Slice { start, stop, step })));
            }
            Op::Unary(op) => {
                let value = pop(frame);
                let result = self.unary(op, &value)?;
                frame.stack.push(result);
            }
            Op::Binary(op) => self.operate_on_top(frame, op, Self::binary, fuel)?,
            Op::Inplace(op) => self.operate_on_top(frame, op, Self::inplace, fuel)?,
            Op::Compare(op) => {
                let right = pop(frame);
                let left = pop(frame);
                let result = self.charged(fuel, || self.compare(op, &left, &right))?;
                frame.stack.push(result);
            }
            Op::Is { negate } => {
                let right = pop(frame);
                let left = pop(frame);
                frame.stack.push(Value::Bool(left.is(&right) != negate));
            }
            Op::In { negate } => {
                let container = pop(frame);
                let item = pop(frame);
                let found = self.charged(fuel, || self.contains(&container, &item))?;
                frame.stack.push(Value::Bool(found != negate));
            }
            Op::Not => {
                let value = pop(frame);
                let truth = self.truth(&value)?;
                frame.stack.push(Value::Bool(!truth));
            }
            Op::BuildTuple(_)
            | Op::BuildList(_)
            | Op::BuildSet(_)
            | Op::BuildDict(_)
            | Op::BuildString(_)
            | Op::ListAppend(_)
            | Op::SetAdd(_)
            | Op::DictAdd(_)
            | Op::ListExtend(_)
            | Op::SetUpdate(_)
            | Op::DictUpdate(_)
            | Op::DictMerge(_)
            | Op::ListToTuple
            | Op::UnpackSequence(_)
            | Op::UnpackStarred { .. } => self.charged(fuel, || self.build(frame, op))?,
            Op::Format { conversion, spec } => {
                let spec = if spec { pop(frame) } else { Value::None };
                let value = pop(frame);
                let text = self.charged(fuel, || self.format_value(&value, conversion, &spec))?;
                frame.stack.push(Value::Str(text));
            }
            Op::Jump(target) => frame.ip = target as usize,
            Op::JumpIfFalse(target) => {
                let value = pop(frame);
                if !self.truth(&value)? {
                    frame.ip = target as usize;
                }
            }
            Op::JumpIfTrue(target) => {
                let value = pop(frame);
                if self.truth(&value)? {
                    frame.ip = target as usize;
                }
            }
            Op::JumpIfFalseOrPop(target) => self.jump_or_pop(frame, target, false)?,
            Op::JumpIfTrueOrPop(target) => self.jump_or_pop(frame, target, true)?,
            Op::GetIter => {
                let iterable = pop(frame);
                let iterator = self.iter(&iterable)?;
                frame.stack.push(iterator);
            }
            Op::ForIter(target) => {
                let iterator = top(frame);
                let generator = match &iterator {
                    Value::Generator(generator) => Some(generator.clone()),
                    Value::Iterator(iterator) => iterator.generator(),
                    _ => None,
                };
                if let Some(generator) = generator {
                    let sent = Sent::Value(Value::None);
                    return Ok(Flow::Leave(Step::Resume(generator, sent, OnExit::Iterate(target))));
                }
                self.fuel.set(*fuel);
                let next = self.next(&iterator);
                *fuel = self.fuel.get();
                match next? {
                    Some(value) => frame.stack.push(value),
                    None => {
                        frame.stack.pop();
                        frame.ip = target as usize;
                    }
                }
            }
            Op::GetAsyncIter => {
                let iterable = pop(frame);
                let iterator = self.async_iter(&iterable)?;
                frame.stack.push(iterator);
            }
            Op::GetAsyncNext => {
                let iterator = top(frame);
                let awaitable = self.async_next(&iterator)?;
                frame.stack.push(awaitable);
            }
            Op::EndAsyncFor => {
                let value = pop(frame);
                match Raised::from_value(&value) {
                    Some(error) if !error.is(&self.exceptions.stop_async_iteration) => {
                        return self.reraise(frame, error);
                    }
                    _ => {
                        self.handled_one();
                        frame.stack.pop();
                    }
                }
            }
            Op::GetAwaitable(place) => {
                let value = pop(frame);
                let awaitable = self.awaitable(&value, place)?;
                frame.stack.push(awaitable);
            }
            Op::GetYieldFromIter => {
                let iterable = pop(frame);
                let iterator = match &iterable {
                    Value::Generator(generator) if generator.kind != CodeKind::AsyncGenerator => iterable,
                    Value::Coroutine(_) | Value::AsyncStep(_) | Value::Future(_) => iterable,
                    other => match wrapped(other) {
                        Some(coroutine) => coroutine.clone(),
                        None => self.iter(&iterable)?,
                    },
                };
                frame.stack.push(iterator);
            }
            Op::Send => return self.send(frame, fuel),
            Op::Yield => return Ok(Flow::Leave(Step::Yield(pop(frame)))),
            Op::YieldAsync => return Ok(Flow::Leave(Step::Yield(wrap_async(pop(frame))))),
            Op::ReturnGenerator => return Ok(Flow::Leave(Step::Return(make_generator(frame, self.weak())))),
            Op::Call(count) => {
                if let Some(step) = self.push_call(frame, count as usize, *fuel) {
                    return Ok(Flow::Leave(step));
                }
                let positional = frame.stack.split_off(frame.stack.len() - count as usize);
                let callable = pop(frame);
                return self.call_op(frame, callable, Args::positional(positional), fuel);
            }
            Op::CallKeywords { count, names } => {
                let mut positional = frame.stack.split_off(frame.stack.len() - count as usize);
                let Value::Tuple(names) = &frame.code.constants[names as usize] else {
                    return Ok(Flow::Next);
                };
                let values = positional.split_off(positional.len() - names.len());
                let pairs = names.iter().zip(values);
                let keywords = pairs.filter_map(|(name, value)| Some((as_str(name)?, value))).collect();
                let callable = pop(frame);
                return self.call_op(frame, callable, Args { positional, keywords }, fuel);
            }
            Op::CallUnpacked { keywords } => {
                let keywords = if keywords { self.keywords(&pop(frame)) } else { Vec::new() };
                let positional = match pop(frame) {
                    Value::Tuple(items) => items.to_vec(),
                    _ => Vec::new(),
                };
                let callable = pop(frame);
                return self.call_op(frame, callable, Args { positional, keywords }, fuel);
            }
            Op::CallHere(count) => {
                let args = frame.stack.split_off(frame.stack.len() - count as usize);
                let callable = pop(frame);
                match self.call_here(frame, &callable, &args)? {
                    Some(value) => frame.stack.push(value),
                    None => return self.call_op(frame, callable, Args::positional(args), fuel),
                }
            }
            Op::CallMethod(count) => {
                let at = frame.stack.len() - count as usize - 1;
                let has_receiver = !matches!(frame.stack[at], Value::NotImplemented);
                if has_receiver && let Some(step) = self.push_call(frame, count as usize + 1, *fuel) {
                    return Ok(Flow::Leave(step));
                }
                let positional = frame.stack.split_off(if has_receiver { at } else { at + 1 });
                if !has_receiver {
                    frame.stack.pop();
                }
                let callable = pop(frame);
                return self.call_op(frame, callable, Args::positional(positional), fuel);
            }
            Op::Return => return Ok(Flow::Leave(Step::Return(pop(frame)))),
            Op::MakeFunction { code, defaults, keyword_defaults, closure } => {
                let closure = if closure { cells(pop(frame)) } else { Vec::new() };
                let keyword_defaults = if keyword_defaults { self.keywords(&pop(frame)) } else { Vec::new() };
                let defaults = match defaults.then(|| pop(frame)) {
                    Some(Value::Tuple(items)) => items.to_vec(),
                    _ => Vec::new(),
                };
                let function = self.function(frame, code, closure, defaults, keyword_defaults);
                frame.stack.push(function);
            }
            Op::LoadBuildClass => {
                let build = self.build_class_function();
                frame.stack.push(build);
            }
            Op::SetAnnotations => {
                let annotations = pop(frame);
                if let Some(Value::Function(function)) = frame.stack.last() {
                    function.attributes.set("__annotations__", annotations);
                }
            }
            Op::SetupExcept(target) => {
                self.set_up(frame, target, frame.stack.len());
            }
            Op::SetupWith(target) => {
                self.set_up(frame, target, frame.stack.len() - 1);
            }
            Op::PopBlock => {
                frame.handlers.pop();
            }
            Op::MatchException => {
                let class = pop(frame);
                let error = top(frame);
                let matches = self.exception_matches(&error, &class)?;
                frame.stack.push(Value::Bool(matches));
            }
            Op::MatchExceptionGroup => {
                let class = pop(frame);
                let group = pop(frame);
                let (rest, matched) = self.split_group(&group, &class)?;
                frame.stack.push(rest);
                frame.stack.push(matched);
            }
            Op::PrepareReraiseStar => {
                let rest = pop(frame);
                let raised = pop(frame);
                let original = pop(frame);
                let result = self.reraise_star(&original, &raised, &rest)?;
                frame.stack.push(result);
            }
            Op::PopHandled => {
                self.handled_one();
            }
            Op::PushHandled => {
                if let Some(error) = frame.stack.last().and_then(Raised::from_value) {
                    self.handled.borrow_mut().push(error);
                }
            }
            Op::Raise(count) => return self.raise(frame, count),
            Op::Reraise => {
                let value = pop(frame);
                match Raised::from_value(&value) {
                    Some(error) => return self.reraise(frame, error),
                    None => return Err(self.runtime_error("No active exception to reraise")),
                }
            }
            Op::BeforeWith => {
                let enter = self.before_with(frame, "__enter__", "__exit__")?;
                return self.call_op(frame, enter, Args::none(), fuel);
            }
            Op::BeforeAsyncWith => {
                let enter = self.before_with(frame, "__aenter__", "__aexit__")?;
                return self.call_op(frame, enter, Args::none(), fuel);
            }
            Op::WithExceptStart => {
                let error = top(frame);
                let exit = frame.stack[frame.stack.len() - 2].clone();
                let class = Value::Class(self.class_of(&error));
                let args = Args::positional(vec![class, error.clone(), self.traceback_value(&error)]);
                return self.call_op(frame, exit, args, fuel);
            }
            Op::Import { name, level } => {
                self.fuel.set(*fuel);
                let module = self.import(frame.code.names[name as usize].as_str(), level);
                *fuel = self.fuel.get();
                frame.stack.push(module?);
            }
            Op::ImportFrom(name) => {
                let module = top(frame);
                let value = self.import_from(&module, &frame.code.names[name as usize])?;
                frame.stack.push(value);
            }
            Op::ImportStar => {
                let module = pop(frame);
                self.import_star(&module, &frame.globals);
            }
            Op::Unsupported(message) => {
                let text = frame.code.constants[message as usize].as_str().unwrap_or_default().to_owned();
                return Err(self.unsupported(&text));
            }
            Op::MatchSequence | Op::MatchMapping | Op::MatchKeys | Op::MatchClass(_) | Op::GetLen => {
                self.match_op(frame, op)?;
            }
        }
        Ok(Flow::Next)
    }

    /// What an instruction does that may cost more than itself.
    pub(super) fn charged<T>(&self, fuel: &mut u32, work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
        self.fuel.set(*fuel);
        let result = work();
        *fuel = self.fuel.get();
        result
    }

    /// Call, with a frame of its own where it is Python's.
    fn call_op(&self, frame: &mut Frame, callable: Value, args: Args, fuel: &mut u32) -> PyResult<Flow> {
        self.fuel.set(*fuel);
        self.note_line(frame);
        let begun = self.begin_call(callable, args);
        *fuel = self.fuel.get();
        match begun? {
            Begun::Value(value) => {
                frame.stack.push(value);
                Ok(Flow::Next)
            }
            Begun::Frame(active) => Ok(Flow::Leave(Step::Push(active))),
        }
    }

    fn jump_or_pop(&self, frame: &mut Frame, target: u32, truth: bool) -> PyResult<()> {
        let value = top(frame);
        match self.truth(&value)? == truth {
            true => frame.ip = target as usize,
            false => {
                frame.stack.pop();
            }
        }
        Ok(())
    }

    /// Raise again what a handler did not want: its traceback has this frame already.
    fn reraise(&self, frame: &mut Frame, error: Raised) -> PyResult<Flow> {
        match self.handle(frame, error, false) {
            Ok(()) => Ok(Flow::Next),
            Err(error) => Ok(Flow::Leave(Step::Raise(error))),
        }
    }

    fn raise(&self, frame: &mut Frame, count: u32) -> PyResult<Flow> {
        if count == 0 {
            let current = self.handled.borrow().last().cloned();
            return match current {
                Some(error) => self.reraise(frame, error),
                None => Err(self.runtime_error("No active exception to reraise")),
            };
        }
        let cause = if count == 2 { Some(pop(frame)) } else { None };
        let value = pop(frame);
        let error = self.exception_of(&value, "exceptions must derive from BaseException")?;
        if let Some(cause) = cause {
            let cause = match cause {
                Value::None => None,
                other => Some(self.exception_of(&other, "exception causes must derive from BaseException")?),
            };
            error.state().cause.replace(cause);
            error.state().suppress_context.set(true);
        }
        let is_new_context = self.handled.borrow().last().is_some_and(|current| !current.same(&error));
        if is_new_context {
            error.state().context.take();
        }
        Err(error)
    }

    fn function(
        &self,
        frame: &Frame,
        code: u32,
        closure: Vec<Rc<Cell>>,
        defaults: Vec<Value>,
        keyword_defaults: Vec<(Str, Value)>,
    ) -> Value {
        let code = frame.code.codes[code as usize].clone();
        let attributes = Rc::new(Dict::new());
        if let Some(doc) = &code.doc {
            attributes.set("__doc__", Value::Str(doc.clone()));
        }
        Value::Function(Rc::new(Function {
            globals: frame.globals.clone(),
            closure,
            defaults: RefCell::new(defaults),
            keyword_defaults: RefCell::new(keyword_defaults),
            name: RefCell::new(code.name.clone()),
            qualname: RefCell::new(code.qualname.clone()),
            attributes,
            code,
        }))
    }

    fn keywords(&self, dict: &Value) -> Vec<(Str, Value)> {
        match dict {
            Value::Dict(dict) => {
                dict.items().into_iter().filter_map(|(name, value)| Some((as_str(&name)?, value))).collect()
            }
            _ => Vec::new(),
        }
    }

    fn format_value(&self, value: &Value, conversion: Conversion, spec: &Value) -> PyResult<Str> {
        let converted = match conversion {
            Conversion::None => None,
            Conversion::Str => Some(self.str(value)?),
            Conversion::Repr => Some(self.repr(value)?),
            Conversion::Ascii => Some(self.ascii(value)?),
        };
        match (converted, spec.as_str().unwrap_or_default()) {
            (Some(text), "") => Ok(text),
            (Some(text), spec) => self.format(&Value::Str(text), spec),
            (None, spec) => self.format(value, spec),
        }
    }

    /// Run a function to its end, on a stack of its own that cannot be paused.
    ///
    /// # Errors
    /// What it raises.
    pub fn run_frame(&self, frame: Box<Frame>) -> PyResult {
        let mut activation = Activation::new(Body::Python(frame));
        match self.run_to_end(&mut activation, Signal::Start) {
            super::frame::Stop::Return(value) | super::frame::Stop::Yield(value) => Ok(value),
            super::frame::Stop::Raise(error) => Err(error),
            super::frame::Stop::Paused => Ok(Value::None),
        }
    }
}

pub(super) fn pop(frame: &mut Frame) -> Value {
    frame.stack.pop().unwrap_or(Value::None)
}

pub(super) fn top(frame: &Frame) -> Value {
    frame.stack.last().cloned().unwrap_or(Value::None)
}

fn cell(frame: &Frame, slot: u32) -> Option<&Rc<Cell>> {
    match &frame.locals[slot as usize] {
        Some(Value::Cell(cell)) => Some(cell),
        _ => None,
    }
}

fn cells(tuple: Value) -> Vec<Rc<Cell>> {
    let Value::Tuple(items) = tuple else { return Vec::new() };
    let cells = items.iter().filter_map(|item| match item {
        Value::Cell(cell) => Some(cell.clone()),
        _ => None,
    });
    cells.collect()
}

fn as_str(value: &Value) -> Option<Str> {
    match value {
        Value::Str(text) => Some(text.clone()),
        _ => None,
    }
}

/// The generator takes the frame over; what runs now is an empty one that returns it.
fn make_generator(frame: &mut Frame, vm: std::rc::Weak<Vm>) -> Value {
    let mut own = Frame::new(frame.code.clone(), frame.globals.clone());
    std::mem::swap(&mut own.locals, &mut frame.locals);
    std::mem::swap(&mut own.stack, &mut frame.stack);
    own.ip = frame.ip;
    let code = &frame.code;
    let (name, qualname) = match frame.renamed.take() {
        Some(names) => *names,
        None => (code.name.clone(), code.qualname.clone()),
    };
    Value::Generator(Rc::new(Generator {
        kind: code.kind,
        name: RefCell::new(name),
        qualname: RefCell::new(qualname),
        state: std::cell::Cell::new(State::Created),
        frame: RefCell::new(Some(Box::new(own))),
        paused: RefCell::new(None),
        code: code.clone(),
        made_at: std::cell::Cell::new(None),
        is_stepping: std::cell::Cell::new(false),
        is_closing: std::cell::Cell::new(false),
        is_awaitable: std::cell::Cell::new(false),
        stands_at: std::cell::Cell::new(None),
        vm,
    }))
}
