//! `re.Pattern`.

use std::cell::Cell;
use std::rc::Rc;

use super::flags::{self, UNICODE};
use super::match_object::{self, Match};
use super::matcher::{Matcher, Mode};
use super::parser;
use super::program::Program;
use super::subject::Subject;
use super::template::{self, Piece};
use crate::python::builtins::iterators;
use crate::python::builtins::receiver::{clamped_index, unwrap};
use crate::python::objects::{Args, Class, Dict, Getter, NativeFn, NativeObject, PyResult, Str, Value};
use crate::python::vm::Vm;

/// What a `re.Pattern` has.
pub struct Pattern {
    program: Program,
    /// The text that it was made from: str or bytes.
    source: Value,
    is_text: bool,
    flags: u32,
    /// How many groups it has.
    pub groups: usize,
    pub names: Vec<(Str, usize)>,
    match_class: Rc<Class>,
}

pub const METHODS: &[(&str, NativeFn)] = &[
    ("search", |vm, args| searching(vm, args, "search", Mode::Search)),
    ("match", |vm, args| searching(vm, args, "match", Mode::Match)),
    ("fullmatch", |vm, args| searching(vm, args, "fullmatch", Mode::FullMatch)),
    ("findall", find_all),
    ("finditer", find_iter),
    ("split", split),
    ("sub", |vm, args| Ok(substitute(vm, args, "sub")?.0)),
    ("subn", |vm, args| {
        let (text, count) = substitute(vm, args, "subn")?;
        Ok(Value::tuple(vec![text, Value::int(count as i64)]))
    }),
    ("__repr__", repr),
    ("__copy__", |vm, args| Ok(Value::Native(receiver(vm, &mut args.clone())?))),
    ("__deepcopy__", |vm, args| Ok(Value::Native(receiver(vm, &mut args.clone())?))),
];

pub const GETTERS: &[(&str, Getter)] = &[
    ("pattern", |_, value| Ok(get(value).map_or(Value::None, |pattern| pattern.source.clone()))),
    ("flags", |_, value| Ok(get(value).map_or(Value::None, |pattern| Value::int(pattern.flags.into())))),
    ("groups", |_, value| Ok(get(value).map_or(Value::None, |pattern| Value::int(pattern.groups as i64)))),
    ("groupindex", |_, value| {
        let dict = Dict::new();
        for (name, group) in get(value).into_iter().flat_map(|pattern| &pattern.names) {
            dict.set_str(name, Value::int(*group as i64));
        }
        Ok(Value::dict(dict))
    }),
];

/// The pattern that a value is.
pub fn get(value: &Value) -> Option<&Pattern> {
    match value {
        Value::Native(native) => native.get(),
        _ => None,
    }
}

/// Compile; `classes` are those of patterns and of matches.
///
/// # Errors
/// `re.PatternError` and whatever else the parser raises.
pub fn compile(vm: &Vm, source: &Value, flags: u32, classes: &[Rc<Class>; 2]) -> PyResult {
    let parsed = parser::parse(vm, source, flags)?;
    let body = Pattern {
        source: source.clone(),
        is_text: source.as_str().is_some(),
        flags: parsed.flags,
        groups: parsed.groups.len() - 1,
        names: parsed.names.into_iter().map(|(name, group)| (Str::from(name), group)).collect(),
        program: Program::new(parsed.node, parsed.groups),
        match_class: classes[1].clone(),
    };
    Ok(Value::Native(Rc::new(NativeObject { class: classes[0].clone(), body: Box::new(body) })))
}

impl Pattern {
    /// What a match object says of a search that has succeeded.
    fn matched(
        &self,
        this: &Rc<NativeObject>,
        found: Found,
        text: &Rc<Subject>,
        range: (usize, usize),
    ) -> Value {
        let body =
            Match { pattern: this.clone(), text: text.clone(), slots: found.slots, last: found.last, range };
        Value::Native(Rc::new(NativeObject { class: self.match_class.clone(), body: Box::new(body) }))
    }
}

/// Take the pattern off the arguments of a method.
fn receiver(vm: &Vm, args: &mut Args) -> PyResult<Rc<NativeObject>> {
    match args.positional.first() {
        Some(Value::Native(native)) if native.get::<Pattern>().is_some() => {
            let native = native.clone();
            args.positional.remove(0);
            Ok(native)
        }
        _ => Err(vm.type_error("descriptor requires a 're.Pattern' object")),
    }
}

/// One match: where the groups are, and which was closed last.
struct Found {
    slots: Vec<usize>,
    last: Option<usize>,
}

impl Found {
    fn of(mut slots: Vec<usize>, last_group: usize) -> Self {
        let last = slots.get(last_group).copied().filter(|last| *last != super::matcher::NONE);
        slots.truncate(last_group);
        Self { slots, last }
    }

    fn span(&self) -> (usize, usize) {
        (self.slots[0], self.slots[1])
    }
}

/// All matches, one after the other.
struct Scan {
    this: Rc<NativeObject>,
    text: Rc<Subject>,
    start: usize,
    place: Cell<usize>,
    end: usize,
    /// The last match was empty: the next one must not be so at the same place.
    advance: Cell<bool>,
}

impl Scan {
    fn new(
        vm: &Vm,
        this: Rc<NativeObject>,
        text: Option<Value>,
        range: [Option<Value>; 2],
    ) -> PyResult<Self> {
        let is_text = this.get::<Pattern>().is_some_and(|pattern| pattern.is_text);
        let text = Rc::new(Subject::new(vm, &text.unwrap_or(Value::None), is_text)?);
        let length = text.len();
        let place = |value: &Option<Value>, otherwise: usize| match value {
            None => Ok(otherwise),
            Some(value) => Ok(clamped_index(vm, value)?.clamp(0, length as i64) as usize),
        };
        let (start, end) = (place(&range[0], 0)?, place(&range[1], length)?);
        Ok(Self { this, text, start, place: Cell::new(start), end, advance: Cell::new(false) })
    }

    fn pattern(&self, vm: &Vm) -> PyResult<&Pattern> {
        self.this.get().ok_or_else(|| vm.type_error("expected a 're.Pattern' object"))
    }

    fn find(&self, vm: &Vm, mode: Mode) -> PyResult<Option<Found>> {
        let program = &self.pattern(vm)?.program;
        let mut matcher = Matcher::new(vm, program, &self.text, self.end);
        if !matcher.find(self.place.get(), mode, self.advance.get())? {
            self.place.set(self.end + 1);
            return Ok(None);
        }
        let found = Found::of(matcher.slots, program.last_group);
        let (start, end) = found.span();
        self.advance.set(start == end);
        self.place.set(end);
        Ok(Some(found))
    }

    fn matched(&self, vm: &Vm, found: Found) -> PyResult {
        Ok(self.pattern(vm)?.matched(&self.this, found, &self.text, (self.start, self.end)))
    }

    fn slice(&self, found: &Found, group: usize) -> Option<Value> {
        match_object::slice(&self.text, &found.slots, group)
    }
}

fn searching(vm: &Vm, mut args: Args, name: &str, mode: Mode) -> PyResult {
    let this = receiver(vm, &mut args)?;
    let [text, start, end] = args.bind(vm, name, "string pos endpos", 1)?;
    let scan = Scan::new(vm, this, text, [start, end])?;
    match scan.find(vm, mode)? {
        Some(found) => scan.matched(vm, found),
        None => Ok(Value::None),
    }
}

fn find_all(vm: &Vm, mut args: Args) -> PyResult {
    let this = receiver(vm, &mut args)?;
    let [text, start, end] = args.bind(vm, "findall", "string pos endpos", 1)?;
    let scan = Scan::new(vm, this, text, [start, end])?;
    let groups = scan.pattern(vm)?.groups;
    let mut all = Vec::new();
    while let Some(found) = scan.find(vm, Mode::Search)? {
        let part = |group: usize| scan.slice(&found, group).unwrap_or_else(|| scan.text.slice(0, 0));
        all.push(match groups {
            0 | 1 => part(groups),
            _ => Value::tuple((1..=groups).map(part).collect()),
        });
        vm.check_size(all.len() * size_of::<Value>())?;
    }
    Ok(Value::list(all))
}

fn find_iter(vm: &Vm, mut args: Args) -> PyResult {
    let this = receiver(vm, &mut args)?;
    let [text, start, end] = args.bind(vm, "finditer", "string pos endpos", 1)?;
    let scan = Scan::new(vm, this, text, [start, end])?;
    let search = vm.closure("search", move |vm, _| match scan.find(vm, Mode::Search)? {
        Some(found) => scan.matched(vm, found),
        None => Ok(Value::None),
    });
    Ok(iterators::until(search, Value::None))
}

/// An optional number, zero where it is not given.
fn count(vm: &Vm, value: Option<Value>) -> PyResult<usize> {
    Ok(value.map_or(Ok(0), |value| clamped_index(vm, &value))?.max(0) as usize)
}

fn split(vm: &Vm, mut args: Args) -> PyResult {
    let this = receiver(vm, &mut args)?;
    let [text, most] = args.bind(vm, "split", "string maxsplit", 1)?;
    let scan = Scan::new(vm, this, text, [None, None])?;
    let most = match most.as_ref().map(|most| clamped_index(vm, most)).transpose()? {
        Some(..0) => return Ok(Value::list(vec![scan.text.slice(0, scan.end)])),
        most => most.unwrap_or(0) as usize,
    };
    let groups = scan.pattern(vm)?.groups;
    let (mut parts, mut last, mut cuts) = (Vec::new(), 0, 0);
    while most == 0 || cuts < most {
        let Some(found) = scan.find(vm, Mode::Search)? else { break };
        let (start, end) = found.span();
        parts.push(scan.text.slice(last, start));
        parts.extend((1..=groups).map(|group| scan.slice(&found, group).unwrap_or(Value::None)));
        vm.check_size(parts.len() * size_of::<Value>())?;
        (last, cuts) = (end, cuts + 1);
    }
    parts.push(scan.text.slice(last, scan.end));
    Ok(Value::list(parts))
}

/// What stands in for a match.
enum Replacement {
    Template(Vec<Piece>),
    Function(Value),
}

/// The text with its matches replaced, and how many there were.
fn substitute(vm: &Vm, mut args: Args, name: &str) -> PyResult<(Value, usize)> {
    let this = receiver(vm, &mut args)?;
    let [replacement, text, most] = args.bind(vm, name, "repl string count", 2)?;
    let replacement = replacement.unwrap_or(Value::None);
    let most = count(vm, most)?;
    let scan = Scan::new(vm, this, text, [None, None])?;
    let replacement = match unwrap(&replacement) {
        source @ (Value::Str(_) | Value::Bytes(_)) => {
            Replacement::Template(template::parse(vm, source, scan.pattern(vm)?)?)
        }
        _ => Replacement::Function(replacement),
    };
    let (mut parts, mut last, mut made) = (Vec::new(), 0, 0);
    while most == 0 || made < most {
        let Some(found) = scan.find(vm, Mode::Search)? else { break };
        let (start, end) = found.span();
        if start > last {
            parts.push(scan.text.slice(last, start));
        }
        match &replacement {
            Replacement::Template(pieces) => {
                parts.extend(match_object::filled(pieces, &scan.text, &found.slots));
            }
            Replacement::Function(function) => {
                let given = vm.call(function, Args::one(scan.matched(vm, found)?))?;
                parts.extend((!matches!(given, Value::None)).then_some(given));
            }
        }
        vm.check_size(parts.len() * size_of::<Value>())?;
        (last, made) = (end, made + 1);
    }
    if made == 0 {
        return Ok((scan.text.value.clone(), 0));
    }
    parts.push(scan.text.slice(last, scan.end));
    Ok((vm.call_method(&scan.text.slice(0, 0), "join", Args::one(Value::list(parts)))?, made))
}

fn repr(vm: &Vm, mut args: Args) -> PyResult {
    let this = receiver(vm, &mut args)?;
    let Some(pattern) = this.get::<Pattern>() else { return Ok(Value::None) };
    let source: String = vm.repr(&pattern.source)?.as_str().chars().take(200).collect();
    let flags = if pattern.is_text { pattern.flags & !UNICODE } else { pattern.flags };
    Ok(Value::string(match flags {
        0 => format!("re.compile({source})"),
        flags => format!("re.compile({source}, {})", flags::shown(flags)),
    }))
}
