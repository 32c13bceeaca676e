//! `re.Match`.

use std::rc::Rc;

use super::matcher::NONE;
use super::pattern::Pattern;
use super::subject::Subject;
use super::template::{self, Piece};
use crate::python::builtins::int;
use crate::python::builtins::receiver::positional;
use crate::python::objects::{Args, Dict, Getter, NativeFn, NativeObject, PyResult, Str, Value};
use crate::python::vm::Vm;

/// What a `re.Match` has.
pub struct Match {
    pub pattern: Rc<NativeObject>,
    pub text: Rc<Subject>,
    /// Where each group begins and ends.
    pub slots: Vec<usize>,
    /// The group that was closed last.
    pub last: Option<usize>,
    /// `pos` and `endpos`.
    pub range: (usize, usize),
}

pub const METHODS: &[(&str, NativeFn)] = &[
    ("group", group),
    ("__getitem__", group),
    ("groups", groups),
    ("groupdict", group_dict),
    ("start", |vm, args| place(vm, args, "start", |start, _| number(start))),
    ("end", |vm, args| place(vm, args, "end", |_, end| number(end))),
    ("span", |vm, args| place(vm, args, "span", |start, end| Value::tuple(vec![number(start), number(end)]))),
    ("expand", expand),
    ("__repr__", repr),
];

pub const GETTERS: &[(&str, Getter)] = &[
    ("re", |_, value| Ok(get(value).map_or(Value::None, |this| Value::Native(this.pattern.clone())))),
    ("string", |_, value| Ok(get(value).map_or(Value::None, |this| this.text.value.clone()))),
    ("pos", |_, value| Ok(get(value).map_or(Value::None, |this| number(this.range.0)))),
    ("endpos", |_, value| Ok(get(value).map_or(Value::None, |this| number(this.range.1)))),
    ("lastindex", |_, value| Ok(get(value).and_then(|this| this.last).map_or(Value::None, number))),
    ("lastgroup", |_, value| {
        let name = |this: &Match| this.names().iter().find(|(_, group)| Some(*group) == this.last).cloned();
        Ok(get(value).and_then(name).map_or(Value::None, |(name, _)| Value::Str(name)))
    }),
    ("regs", |_, value| {
        let pairs = get(value).map_or(&[][..], |this| &this.slots).chunks_exact(2);
        Ok(Value::tuple(pairs.map(|pair| Value::tuple(vec![number(pair[0]), number(pair[1])])).collect()))
    }),
];

fn get(value: &Value) -> Option<&Match> {
    match value {
        Value::Native(native) => native.get(),
        _ => None,
    }
}

/// A place, or -1 for none.
fn number(place: usize) -> Value {
    Value::int(if place == NONE { -1 } else { place as i64 })
}

/// The text of a group; None where it has not matched.
pub fn slice(text: &Subject, slots: &[usize], group: usize) -> Option<Value> {
    match slots.get(group * 2..group * 2 + 2) {
        Some(&[start, end]) if start != NONE && end != NONE => Some(text.slice(start, end)),
        _ => None,
    }
}

/// A template's pieces with the groups of a match; groups that have not matched are left out.
pub fn filled(pieces: &[Piece], text: &Subject, slots: &[usize]) -> Vec<Value> {
    let fill = |piece: &Piece| match piece {
        Piece::Literal(literal) => Some(literal.clone()),
        Piece::Group(group) => slice(text, slots, *group),
    };
    pieces.iter().filter_map(fill).collect()
}

impl Match {
    fn names(&self) -> &[(Str, usize)] {
        self.pattern.get::<Pattern>().map_or(&[], |pattern| &pattern.names)
    }

    fn count(&self) -> usize {
        self.slots.len() / 2 - 1
    }

    /// The number of a group that is given by number or name.
    fn find(&self, vm: &Vm, group: &Value) -> PyResult<usize> {
        let found = match group.as_str() {
            Some(name) => {
                self.names().iter().find(|(known, _)| known.as_str() == name).map(|(_, group)| *group)
            }
            None => int::index(vm, group).ok().and_then(|group| usize::try_from(int::as_i64(&group)?).ok()),
        };
        match found {
            Some(group) if group <= self.count() => Ok(group),
            _ => Err(vm.index_error("no such group")),
        }
    }

    fn slice(&self, group: usize) -> Option<Value> {
        slice(&self.text, &self.slots, group)
    }
}

/// Call with the match that a method is called on, and the other arguments.
fn with(vm: &Vm, mut args: Args, run: impl FnOnce(&Match, Args) -> PyResult) -> PyResult {
    if args.positional.is_empty() {
        return Err(vm.type_error("unbound method needs an argument"));
    }
    let this = args.positional.remove(0);
    match get(&this) {
        Some(this) => run(this, args),
        None => Err(vm.type_error("descriptor requires a 're.Match' object")),
    }
}

fn group(vm: &Vm, args: Args) -> PyResult {
    with(vm, args, |this, args| {
        let asked = positional(vm, "group", args, 0, usize::MAX)?;
        let one = |group: &Value| Ok(this.slice(this.find(vm, group)?).unwrap_or(Value::None));
        match asked.as_slice() {
            [] => one(&Value::int(0)),
            [group] => one(group),
            groups => Ok(Value::tuple(groups.iter().map(one).collect::<PyResult<_>>()?)),
        }
    })
}

fn groups(vm: &Vm, args: Args) -> PyResult {
    with(vm, args, |this, args| {
        let [default] = args.bind(vm, "groups", "default", 0)?;
        let default = default.unwrap_or(Value::None);
        let one = |group| this.slice(group).unwrap_or_else(|| default.clone());
        Ok(Value::tuple((1..=this.count()).map(one).collect()))
    })
}

fn group_dict(vm: &Vm, args: Args) -> PyResult {
    with(vm, args, |this, args| {
        let [default] = args.bind(vm, "groupdict", "default", 0)?;
        let default = default.unwrap_or(Value::None);
        let dict = Dict::new();
        for (name, group) in this.names() {
            dict.set_str(name, this.slice(*group).unwrap_or_else(|| default.clone()));
        }
        Ok(Value::dict(dict))
    })
}

fn place(vm: &Vm, args: Args, name: &str, of: fn(usize, usize) -> Value) -> PyResult {
    with(vm, args, |this, args| {
        let group = positional(vm, name, args, 0, 1)?.pop().unwrap_or(Value::int(0));
        let group = this.find(vm, &group)?;
        Ok(of(this.slots[group * 2], this.slots[group * 2 + 1]))
    })
}

fn expand(vm: &Vm, args: Args) -> PyResult {
    with(vm, args, |this, args| {
        let [template] = args.bind(vm, "expand", "template", 1)?;
        let Some(pattern) = this.pattern.get::<Pattern>() else { return Ok(Value::None) };
        let pieces = template::parse(vm, &template.unwrap_or(Value::None), pattern)?;
        let parts = Value::list(filled(&pieces, &this.text, &this.slots));
        vm.call_method(&this.text.slice(0, 0), "join", Args::one(parts))
    })
}

fn repr(vm: &Vm, args: Args) -> PyResult {
    with(vm, args, |this, _| {
        let whole: String =
            vm.repr(&this.slice(0).unwrap_or(Value::None))?.as_str().chars().take(50).collect();
        let (start, end) = (this.slots[0], this.slots[1]);
        Ok(Value::string(format!("<re.Match object; span=({start}, {end}), match={whole}>")))
    })
}
