//! "Did you mean": what a misspelt name may have been meant to be.
//!
//! CPython looks for it when it prints the traceback, in frames and objects that the exception has
//! kept alive until then. Here the exception keeps a [`Hint`] instead, so that it holds on to
//! names only. The distance between names is that of CPython's `Python/suggestions.c`.

use hashbrown::HashSet;

use super::Vm;
use crate::python::objects::{Dict, Hint, Raised, Str, Value};
use crate::python::vm::frame::Frame;

/// What is searched, and how long names may be.
const MOST_CANDIDATES: usize = 750;
const LONGEST: usize = 40;

/// The cost of a character that is moved, and of one in the other case.
const MOVE: usize = 2;
const CASE: usize = 1;

/// The modules that "Did you forget to import" knows: CPython's `sys.stdlib_module_names`, but those
/// that begin with an underscore.
const MODULES: &str = "abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 \
    cProfile calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser \
    contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest \
    email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools \
    gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib \
    importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math \
    mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse \
    os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty \
    pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter \
    runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 \
    sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess symtable sys \
    sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token tokenize \
    tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv \
    warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo";

impl Vm {
    /// What is added to the message of an error about a name; empty where nothing comes to mind.
    pub(super) fn suggestion(&self, error: &Raised) -> String {
        let is_name = error.is(&self.exceptions.name_error);
        let key = match error.is(&self.exceptions.import_error) {
            true => "name_from",
            false if is_name || error.is(&self.exceptions.attribute_error) => "name",
            false => return String::new(),
        };
        let wrong = error.attribute(key);
        let Some(wrong) = wrong.as_ref().and_then(Value::as_str) else { return String::new() };
        let is_module = is_name && MODULES.split_whitespace().any(|module| module == wrong);
        match (self.meant(error, wrong), is_module) {
            (None, false) => String::new(),
            (Some(meant), false) => format!(". Did you mean: '{meant}'?"),
            (None, true) => format!(". Did you forget to import '{wrong}'?"),
            (Some(meant), true) => {
                format!(". Did you mean: '{meant}'? Or did you forget to import '{wrong}'?")
            }
        }
    }

    fn meant(&self, error: &Raised, wrong: &str) -> Option<String> {
        let hint = error.state().hint.borrow();
        match hint.as_deref()? {
            Hint::OfSelf => Some(format!("self.{wrong}")),
            Hint::Variables(names) => {
                let mut candidates = names.clone();
                candidates.extend(names_in(&self.main.dict));
                candidates.extend(self.names_of_builtins());
                closest(wrong, &candidates)
            }
            Hint::Attributes { own, class, is_self, .. } => {
                let inherited = class.mro().into_iter().flat_map(|class| names_in(&class.dict));
                closest(
                    wrong,
                    &listed(*is_self || wrong.starts_with('_'), own.iter().cloned().chain(inherited)),
                )
            }
            Hint::Module(dict) => closest(wrong, &listed(wrong.starts_with('_'), names_in(dict).into_iter())),
        }
    }

    /// In CPython's order, which decides between names that are equally near: functions, constants, classes.
    fn names_of_builtins(&self) -> Vec<Str> {
        let mut names = names_in(&self.builtins);
        names.extend(["None", "False", "True"].map(Str::new));
        names.sort_by_cached_key(|name| match self.builtins.get_str(name) {
            Some(Value::Builtin(_)) => match name.as_str() {
                "aiter" => (0, "iter_".to_owned()),
                "anext" => (0, "next_".to_owned()),
                name => (0, name.to_owned()),
            },
            Some(Value::Class(class)) if class.is_subclass(&self.exceptions.base_exception) => {
                (3, String::new())
            }
            Some(Value::Class(_)) => (2, name.to_string()),
            _ => (1, String::new()),
        });
        names
    }

    /// The error leaves the frame that raised it: remember what of the frame a suggestion needs.
    pub(in crate::python::vm) fn hint_frame(&self, frame: &Frame, error: &Raised) {
        let state = error.state();
        if !state.traceback.borrow().is_empty() {
            return;
        }
        if error.is(&self.exceptions.name_error) {
            let hint = self.hint_of_variables(frame, error.attribute("name").as_ref());
            state.hint.replace(Some(Box::new(hint)));
        } else if let Some(Hint::Attributes { address, is_self, .. }) = state.hint.borrow_mut().as_deref_mut()
        {
            *is_self = address.is_some() && *address == self_of(frame).and_then(|object| object.address());
        }
    }

    fn hint_of_variables(&self, frame: &Frame, wrong: Option<&Value>) -> Hint {
        if let (Some(object), Some(wrong)) = (self_of(frame), wrong)
            && self.has_plainly(&object, wrong)
        {
            return Hint::OfSelf;
        }
        let bound = bound_variables(frame).map(|(name, _)| name.clone());
        let inner = frame.namespace.as_deref().filter(|dict| !std::ptr::eq(*dict, &*frame.globals));
        Hint::Variables(bound.chain(inner.map(names_in).unwrap_or_default()).collect())
    }

    /// Whether an instance has the attribute, as far as that can be told without running code.
    fn has_plainly(&self, object: &Value, name: &Value) -> bool {
        let Value::Str(name) = name else { return false };
        let own = match object {
            Value::Object(instance) => instance.dict.get_str(name),
            _ => None,
        };
        own.is_some() || self.class_of(object).lookup(name).is_some()
    }

    /// The error says that the object has no such attribute: remember those that it has.
    pub(in crate::python::vm) fn hint_attributes(&self, error: &Raised, object: &Value, name: &Str) {
        let attributes =
            |own, class| Hint::Attributes { own, class, address: object.address(), is_self: false };
        let hint = match object {
            Value::Module(module) => Hint::Module(module.dict.clone()),
            Value::Class(class) => attributes(Vec::new(), class.clone()),
            Value::Object(instance) => attributes(names_in(&instance.dict), self.class_of(object)),
            _ => attributes(Vec::new(), self.class_of(object)),
        };
        let dict = &error.object().dict;
        dict.set("name", Value::Str(name.clone()));
        dict.set("obj", object.clone());
        error.state().hint.replace(Some(Box::new(hint)));
    }
}

/// The variables that have a value now.
fn bound_variables(frame: &Frame) -> impl Iterator<Item = (&Str, Value)> {
    frame.code.variables.iter().zip(&frame.locals).filter_map(|(name, local)| match local.as_ref()? {
        Value::Cell(cell) => Some((name, cell.0.borrow().clone()?)),
        value => Some((name, value.clone())),
    })
}

fn self_of(frame: &Frame) -> Option<Value> {
    bound_variables(frame).find(|(name, _)| name.as_str() == "self").map(|(_, value)| value)
}

fn names_in(dict: &Dict) -> Vec<Str> {
    let name = |key| match key {
        Value::Str(name) => Some(name),
        _ => None,
    };
    dict.keys().into_iter().filter_map(name).collect()
}

/// What `dir()` lists: sorted, each once.
fn listed(with_private: bool, names: impl Iterator<Item = Str>) -> Vec<Str> {
    let mut seen = HashSet::new();
    let mut names: Vec<Str> = names
        .filter(|name| with_private || !name.as_str().starts_with('_'))
        .filter(|name| seen.insert(name.to_string()))
        .collect();
    names.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    names
}

/// The candidate that is most like the wrong name, if one is like enough.
pub fn closest(wrong: &str, candidates: &[Str]) -> Option<String> {
    if candidates.len() >= MOST_CANDIDATES {
        return None;
    }
    let mut best: Option<(&str, usize)> = None;
    for candidate in candidates.iter().map(Str::as_str).filter(|&candidate| candidate != wrong) {
        let alike = (wrong.len() + candidate.len() + 3) * MOVE / 6;
        let limit = best.map_or(alike, |(_, distance)| alike.min(distance.saturating_sub(1)));
        let distance = distance(wrong.as_bytes(), candidate.as_bytes(), limit);
        if distance <= limit && best.is_none_or(|(_, least)| distance < least) {
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate.to_owned())
}

/// The Levenshtein distance, or something above the limit once it is clear that it is above.
fn distance(one: &[u8], other: &[u8], limit: usize) -> usize {
    let (one, other) = without_common_ends(one, other);
    let (short, long) = if other.len() < one.len() { (other, one) } else { (one, other) };
    if short.is_empty() {
        return long.len() * MOVE;
    }
    if long.len() > LONGEST || (long.len() - short.len()) * MOVE > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (1..=short.len()).map(|count| count * MOVE).collect();
    let mut result = 0;
    for (count, &byte) in long.iter().enumerate() {
        let mut diagonal = count * MOVE;
        result = diagonal;
        let mut least = usize::MAX;
        for (place, cost) in row.iter_mut().enumerate() {
            let substituted = diagonal + substitution(byte, short[place]);
            diagonal = *cost;
            result = substituted.min(result.min(diagonal) + MOVE);
            *cost = result;
            least = least.min(result);
        }
        if least > limit {
            return limit + 1;
        }
    }
    result
}

fn without_common_ends<'a>(one: &'a [u8], other: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    (&one[..one.len() - end], &other[..other.len() - end])
}

fn substitution(one: u8, other: u8) -> usize {
    match (one == other, one.eq_ignore_ascii_case(&other)) {
        (true, _) => 0,
        (_, true) => CASE,
        _ => MOVE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wrong: &str, candidates: &[&str], expected: Option<&str>) {
        let candidates: Vec<Str> = candidates.iter().map(|name| Str::new(name)).collect();
        assert_eq!(closest(wrong, &candidates).as_deref(), expected);
    }

    #[test]
    fn the_closest_name_is_meant() {
        check("pritn", &["input", "print", "property"], Some("print"));
        check("slep", &["gather", "sleep", "sleep_"], Some("sleep"));
        check("Foo", &["fob", "foo"], Some("foo"));
        check("blech", &["bluch", "blach"], Some("bluch"));
    }

    #[test]
    fn what_is_too_different_is_not() {
        check("sleep", &["gather", "wait"], None);
        check("x", &["abc", "y"], None);
        check("name", &["name"], None);
        check(&"a".repeat(50), &["b".repeat(50).as_str()], None);
    }

    #[test]
    fn distances_are_those_of_cpython() {
        assert_eq!(distance(b"kitten", b"sitting", 100), 6);
        assert_eq!(distance(b"abc", b"ABC", 100), 3);
        assert_eq!(distance(b"", b"abc", 100), 6);
        assert_eq!(distance(b"same", b"same", 100), 0);
        assert_eq!(distance(b"abcdef", b"uvwxyz", 3), 4);
    }
}
