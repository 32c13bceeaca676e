//! Exceptions: objects with arguments, a traceback, a cause and a context.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::{Rc, Weak};

use ruff_text_size::TextRange;

use super::{Class, Dict, Object, Payload, Remains, Str, Tuple, Value};
use crate::python::code::Code;

/// What an exception knows beside its attributes.
pub struct ExceptionState {
    /// `args`.
    pub args: RefCell<Rc<Tuple>>,
    pub cause: RefCell<Option<Raised>>,
    pub context: RefCell<Option<Raised>>,
    pub suppress_context: Cell<bool>,
    /// Where it passed, innermost frame first.
    pub traceback: RefCell<Vec<TraceEntry>>,
    /// The frames that it passed, those of the library among them.
    pub frames: RefCell<Vec<Rc<Remains>>>,
    /// What a misspelt name may have been meant to be.
    pub hint: RefCell<Option<Box<Hint>>>,
}

/// A chain of causes and contexts may be long: let go of it link by link, not by recursion.
impl Drop for ExceptionState {
    fn drop(&mut self) {
        let mut links = Vec::new();
        self.unlink(&mut links);
        while let Some(Raised(object)) = links.pop() {
            if let Some(Object { payload: Payload::Exception(state), .. }) = Rc::into_inner(object).as_ref() {
                state.unlink(&mut links);
            }
        }
    }
}

impl ExceptionState {
    /// Let go of the exceptions that this one keeps alive.
    fn unlink(&self, links: &mut Vec<Raised>) {
        links.extend(self.cause.take());
        links.extend(self.context.take());
    }
}

/// The names that an error about a name was raised among, for "Did you mean" in its traceback.
pub enum Hint {
    /// `self` has an attribute of that name.
    OfSelf,
    /// The variables of the frame that had a value.
    Variables(Vec<Str>),
    /// An object's own attributes, and its class with all that it inherits. The address tells the object
    /// itself; once it is known to be the frame's `self`, private names are meant, too.
    Attributes { own: Vec<Str>, class: Rc<Class>, address: Option<usize>, is_self: bool },
    /// A module's attributes.
    Module(Rc<Dict>),
}

impl ExceptionState {
    pub fn new(args: Vec<Value>) -> Self {
        Self {
            args: RefCell::new(Rc::new(args.into())),
            cause: RefCell::default(),
            context: RefCell::default(),
            suppress_context: Cell::new(false),
            traceback: RefCell::default(),
            frames: RefCell::default(),
            hint: RefCell::default(),
        }
    }
}

/// One frame that an exception passed.
#[derive(Clone)]
pub struct TraceEntry {
    pub code: Rc<Code>,
    /// What was being evaluated.
    pub range: TextRange,
}

/// An exception in flight: an [`Object`] whose payload is an exception.
#[derive(Clone)]
pub struct Raised(Rc<Object>);

impl Raised {
    /// A reference that does not keep it.
    pub fn downgrade(&self) -> Weak<Object> {
        Rc::downgrade(&self.0)
    }

    /// The exception that an object is, if it is one.
    pub fn from_object(object: &Rc<Object>) -> Option<Self> {
        matches!(object.payload, Payload::Exception(_)).then(|| Self(object.clone()))
    }

    /// The exception that a value is, if it is one.
    pub fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Object(object) => Self::from_object(object),
            _ => None,
        }
    }

    pub fn object(&self) -> &Rc<Object> {
        &self.0
    }

    pub fn value(&self) -> Value {
        Value::Object(self.0.clone())
    }

    pub fn class(&self) -> Rc<Class> {
        self.0.class.borrow().clone()
    }

    pub fn state(&self) -> &ExceptionState {
        match &self.0.payload {
            Payload::Exception(state) => state,
            _ => unreachable!("a Raised is made of exceptions only"),
        }
    }

    /// `isinstance(self, class)`.
    pub fn is(&self, class: &Rc<Class>) -> bool {
        self.0.class.borrow().is_subclass(class)
    }

    /// `self is other`.
    pub fn same(&self, other: &Raised) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// `self.args`.
    pub fn args(&self) -> Rc<Tuple> {
        self.state().args.borrow().clone()
    }

    /// `self.args[0]` where it is there: StopIteration's value, SystemExit's code.
    pub fn first_arg(&self) -> Option<Value> {
        self.state().args.borrow().first().cloned()
    }

    /// An attribute that is kept in `__dict__`.
    pub fn attribute(&self, name: &str) -> Option<Value> {
        self.0.dict.get_str(&Str::new(name))
    }
}

impl fmt::Debug for Raised {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0.class.borrow().name.borrow())
    }
}
