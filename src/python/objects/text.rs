//! Python's str: immutable text that knows its hash and its length in code points.

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::rc::{Rc, Weak};

use crate::python::builtins::hash::hash_text;

struct Body {
    text: String,
    /// The number of code points; where it equals the bytes, the text is ASCII and indexing is direct.
    length: usize,
    hash: Cell<Option<i64>>,
}

/// A str. Clones are the same object.
#[derive(Clone)]
pub struct Str(Rc<Body>);

impl Str {
    pub fn new(text: &str) -> Self {
        Self::from(text.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// `len(text)`: code points.
    pub fn len(&self) -> usize {
        self.0.length
    }

    pub fn is_empty(&self) -> bool {
        self.0.length == 0
    }

    pub fn is_ascii(&self) -> bool {
        self.0.length == self.0.text.len()
    }

    /// `hash(text)`, as CPython gives it with `PYTHONHASHSEED=0`.
    pub fn hash(&self) -> i64 {
        if let Some(hash) = self.0.hash.get() {
            return hash;
        }
        let hash = hash_text(&self.0.text);
        self.0.hash.set(Some(hash));
        hash
    }

    /// The same object, not only the same text.
    pub fn same(one: &Self, other: &Self) -> bool {
        Rc::ptr_eq(&one.0, &other.0)
    }

    pub(super) fn address(&self) -> usize {
        Rc::as_ptr(&self.0).cast::<u8>() as usize
    }

    /// `self + other`: where nobody else holds it, the text grows in place, so that a loop of them takes linear time.
    /// Tells how many bytes it copied.
    pub fn append(&mut self, other: &Str) -> usize {
        match Rc::get_mut(&mut self.0) {
            Some(body) => {
                body.text.push_str(other.as_str());
                body.length += other.len();
                body.hash.set(None);
                other.as_str().len()
            }
            None => {
                *self = Self::from([self.as_str(), other.as_str()].concat());
                self.as_str().len()
            }
        }
    }

    /// What keeps its address from being used again, but not the text.
    pub fn downgrade(&self) -> Weak<dyn Any> {
        let body: Weak<Body> = Rc::downgrade(&self.0);
        body
    }

    /// The code point at that place.
    pub fn char_at(&self, place: usize) -> Option<char> {
        match self.is_ascii() {
            true => self.0.text.as_bytes().get(place).map(|&byte| char::from(byte)),
            false => self.0.text.chars().nth(place),
        }
    }
}

impl From<String> for Str {
    fn from(mut text: String) -> Self {
        let length = if text.is_ascii() { text.len() } else { text.chars().count() };
        text.shrink_to_fit();
        Self(Rc::new(Body { text, length, hash: Cell::new(None) }))
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        Self::same(self, other) || self.as_str() == other.as_str()
    }
}

impl Eq for Str {}

impl fmt::Display for Str {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), out)
    }
}
