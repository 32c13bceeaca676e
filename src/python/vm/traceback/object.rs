//! `error.__traceback__` as a value: a picture of the frames that the exception had passed when it
//! was asked for. The frames themselves are gone by then; their names and lines are kept.

use std::rc::Rc;

use ruff_text_size::TextRange;

use super::Vm;
use super::frames::Frames;
use super::page::Page;
use crate::python::code::{Code, CodeKind};
use crate::python::objects::{Class, NativeObject, PyResult, Raised, Remains, TraceEntry, Value};
use crate::python::vm::frame::{Activation, Body};
use crate::python::vm::generator::{Generator, State};

/// A `traceback`: one entry, and those further in.
struct Traceback {
    /// Innermost first, as the exception has them.
    entries: Rc<[TraceEntry]>,
    /// The number of entries from this one inwards; at least one.
    rest: usize,
    /// What it keeps alive.
    frames: Rc<[Rc<Remains>]>,
}

/// A `frame`: where it stood when it was asked for, or when an exception left it.
struct FrameObject {
    /// Innermost first.
    entries: Rc<[TraceEntry]>,
    place: usize,
}

/// A `code`.
struct CodeObject(Rc<Code>);

impl Vm {
    /// `error.__traceback__`: None where the exception was never raised.
    pub fn traceback_value(&self, error: &Value) -> Value {
        let Some(error) = Raised::from_value(error) else { return Value::None };
        let entries: Rc<[TraceEntry]> = error.state().traceback.borrow().as_slice().into();
        let frames = error.state().frames.borrow().as_slice().into();
        self.traceback_object(&entries, entries.len(), &frames)
    }

    /// `coroutine.cr_frame` and its like: None where the coroutine is over.
    pub fn frame_value(&self, coroutine: &Value) -> Value {
        let Value::Generator(generator) = coroutine else { return Value::None };
        let entry = self.standing(generator);
        entry.map_or(Value::None, |entry| self.frame_object(&Rc::from([entry]), 0))
    }

    /// Where the frame of a generator or coroutine stands; None where it is over.
    pub fn standing(&self, generator: &Generator) -> Option<TraceEntry> {
        let code = generator.code.clone();
        let at = |offset: u32| TextRange::empty(offset.into());
        let range = match (generator.state.get(), &*generator.frame.borrow()) {
            (State::Closed, _) => return None,
            (_, Some(frame)) if frame.ip > 0 => frame.range(),
            (State::Running, _) => at(generator.stands_at.get().unwrap_or_else(|| self.offset.get())),
            _ => at(code.start),
        };
        Some(TraceEntry { code, range })
    }

    /// The frames of an exception's traceback, outermost first.
    pub fn traceback_frames(&self, error: &Raised) -> Vec<Value> {
        let entries: Rc<[TraceEntry]> = error.state().traceback.borrow().as_slice().into();
        (0..entries.len()).rev().map(|place| self.frame_object(&entries, place)).collect()
    }

    /// What `traceback.print_list` writes of a frame.
    pub fn frame_text(&self, frame: &Value) -> String {
        let Value::Native(native) = frame else { return String::new() };
        let entry = native.get::<FrameObject>().and_then(|frame| frame.entries.get(frame.place));
        let Some(entry) = entry else { return String::new() };
        let source = &entry.code.source;
        let line = source.line(entry.range.start().to_u32());
        let text = source.line_text(line).trim();
        format!("  File \"{}\", line {line}, in {}\n    {text}\n", source.file, entry.code.name)
    }

    /// `error.__traceback__ = value`: a traceback, or None for an empty one.
    pub fn set_traceback_value(&self, error: &Raised, value: &Value) {
        let traceback = match value {
            Value::Native(native) => native.get::<Traceback>(),
            _ => None,
        };
        let entries = traceback.and_then(|inner| inner.entries.get(..inner.rest)).unwrap_or_default();
        let frames = traceback.map(|inner| inner.frames.to_vec()).unwrap_or_default();
        error.state().traceback.replace(entries.to_vec());
        drop(error.state().frames.replace(frames));
    }

    /// An attribute of a traceback, of its frames and of their code; None for any other.
    pub fn traceback_attr(&self, native: &NativeObject, name: &str) -> Option<Value> {
        if let Some(traceback) = native.get::<Traceback>() {
            return self.entry_attr(traceback, name);
        }
        if let Some(frame) = native.get::<FrameObject>() {
            let entry = frame.entries.get(frame.place)?;
            return match name {
                "f_lineno" => Some(line(entry)),
                "f_code" => Some(self.code_value(&entry.code)),
                "f_globals" => Some(Value::Dict(self.main.dict.clone())),
                "f_back" => Some(self.frame_object(&frame.entries, frame.place + 1)),
                _ => None,
            };
        }
        code_attr(&native.get::<CodeObject>()?.0, name)
    }

    fn entry_attr(&self, traceback: &Traceback, name: &str) -> Option<Value> {
        let entry = traceback.entries.get(traceback.rest.checked_sub(1)?)?;
        match name {
            "tb_lineno" => Some(line(entry)),
            "tb_next" => {
                Some(self.traceback_object(&traceback.entries, traceback.rest - 1, &traceback.frames))
            }
            "tb_frame" => Some(self.frame_object(&traceback.entries, traceback.rest - 1)),
            "tb_lasti" => Some(Value::int(0)),
            _ => None,
        }
    }

    /// A function's `__code__`.
    pub fn code_value(&self, code: &Rc<Code>) -> Value {
        object(&self.types.code, CodeObject(code.clone()))
    }

    /// The user's innermost frame of a stack; None where there is none.
    pub fn frames_value(&self, activation: &Activation) -> Value {
        let entry = |body: &Body| match body {
            Body::Python(frame) if !frame.is_library() => {
                Some(TraceEntry { code: frame.code.clone(), range: frame.range() })
            }
            _ => None,
        };
        let entries: Vec<TraceEntry> =
            activation.frames.iter().rev().filter_map(|active| entry(&active.body)).collect();
        self.frame_object(&entries.into(), 0)
    }

    fn frame_object(&self, entries: &Rc<[TraceEntry]>, place: usize) -> Value {
        match place < entries.len() {
            true => object(&self.types.frame, FrameObject { entries: entries.clone(), place }),
            false => Value::None,
        }
    }

    /// What `traceback` tells of a traceback's frames, outermost first, or of one frame: file, line, name,
    /// the line's text, and all of it as it is printed.
    ///
    /// # Errors
    /// TypeError for anything else but None.
    pub fn traceback_entries(&self, value: &Value) -> PyResult {
        let native = match value {
            Value::None => return Ok(Value::list(Vec::new())),
            Value::Native(native) => native,
            _ => return Err(self.type_error("expected a traceback or a frame")),
        };
        let entries = match (native.get::<Traceback>(), native.get::<FrameObject>()) {
            (Some(traceback), _) => traceback.entries.get(..traceback.rest),
            (_, Some(frame)) => frame.entries.get(frame.place..frame.place + 1),
            _ => None,
        };
        let tell = |entry: &TraceEntry| {
            let source = &entry.code.source;
            let number = source.line(entry.range.start().to_u32());
            let mut page = Page::new(self.budget.output);
            Frames::default().write(std::slice::from_ref(entry), &mut page);
            Value::tuple(vec![
                Value::str(source.file),
                Value::int(number.into()),
                Value::Str(entry.code.name.clone()),
                Value::str(source.line_text(number).trim()),
                Value::string(page.finish()),
            ])
        };
        Ok(Value::list(entries.unwrap_or_default().iter().rev().map(tell).collect()))
    }

    /// The words before and after the address in a frame's or code's repr.
    pub fn frame_repr(&self, value: &Value) -> Option<(String, String)> {
        let Value::Native(native) = value else { return None };
        if let Some(CodeObject(code)) = native.get::<CodeObject>() {
            let source = &code.source;
            let place = format!("file \"{}\", line {}", source.file, source.line(code.start));
            return Some((format!("code object {}", code.name), place));
        }
        let frame = native.get::<FrameObject>()?;
        let TraceEntry { code, range } = frame.entries.get(frame.place)?;
        let line = code.source.line(range.start().to_u32());
        Some(("frame".into(), format!("file '{}', line {line}, code {}", code.source.file, code.name)))
    }

    fn traceback_object(&self, entries: &Rc<[TraceEntry]>, rest: usize, frames: &Rc<[Rc<Remains>]>) -> Value {
        if rest == 0 {
            return Value::None;
        }
        object(&self.types.traceback, Traceback { entries: entries.clone(), rest, frames: frames.clone() })
    }
}

fn code_attr(code: &Code, name: &str) -> Option<Value> {
    let parameters = &code.parameters;
    let number = |number: usize| Some(Value::int(number as i64));
    match name {
        "co_name" => Some(Value::Str(code.name.clone())),
        "co_qualname" => Some(Value::Str(code.qualname.clone())),
        "co_filename" => Some(Value::str(code.source.file)),
        "co_firstlineno" => Some(Value::int(code.source.line(code.start).into())),
        "co_argcount" => number(parameters.positional),
        "co_posonlyargcount" => number(parameters.positional_only),
        "co_kwonlyargcount" => number(parameters.keyword_only),
        "co_nlocals" => number(code.variables.len()),
        "co_varnames" => Some(Value::tuple(code.variables.iter().cloned().map(Value::Str).collect())),
        "co_flags" => {
            // OPTIMIZED | NEWLOCALS, VARARGS, VARKEYWORDS, GENERATOR, COROUTINE, ASYNC_GENERATOR.
            let kind = match code.kind {
                CodeKind::Plain => 0,
                CodeKind::Generator => 0x20,
                CodeKind::Coroutine => 0x80,
                CodeKind::AsyncGenerator => 0x200,
            };
            let variadic = usize::from(parameters.varargs) * 4 + usize::from(parameters.varkwargs) * 8;
            number(3 + variadic + kind)
        }
        _ => None,
    }
}

fn line(entry: &TraceEntry) -> Value {
    Value::int(entry.code.source.line(entry.range.start().to_u32()).into())
}

fn object<T: 'static>(class: &Rc<Class>, body: T) -> Value {
    Value::Native(Rc::new(NativeObject { class: class.clone(), body: Box::new(body) }))
}
