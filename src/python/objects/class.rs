//! Classes, built-in ones and those that Python code defines.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::{Args, Dict, PyResult, Str, Value};
use crate::python::vm::Vm;

/// What an instance's memory looks like: the built-in type at the bottom of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Only attributes.
    Object,
    /// Attributes, `args`, traceback, cause and context.
    Exception,
    /// A value of a built-in type (int, str, list, …) and attributes.
    Value,
    /// Attributes, and what a class that is defined in Rust keeps.
    Native,
    /// Defined in Rust; Python code cannot derive from it.
    Sealed,
    /// A class of classes.
    Type,
}

/// Rust code that makes an instance: a built-in type's `__new__` and `__init__` in one.
pub type Constructor = fn(&Vm, &Rc<Class>, Args) -> PyResult;

/// A class.
pub struct Class {
    pub name: RefCell<Str>,
    pub qualname: RefCell<Str>,
    /// `__module__`: "builtins" for built-in types.
    pub module: RefCell<Str>,
    pub bases: Vec<Rc<Class>>,
    /// The method resolution order after the class itself; it does not hold itself, so no cycle.
    pub ancestors: Vec<Rc<Class>>,
    pub dict: Rc<Dict>,
    pub layout: Layout,
    /// For built-in types; Python's classes inherit it.
    pub constructor: Cell<Option<Constructor>>,
    /// `type`, or the class's own metaclass; None is `type`.
    pub metaclass: Option<Rc<Class>>,
    /// Whether Python code defined it.
    pub is_user: bool,
    /// Where it has a `__del__`: who calls it.
    pub finalizer: Option<Weak<Vm>>,
    /// The classes that Python code derived from it directly.
    pub subclasses: RefCell<Vec<Weak<Class>>>,
}

impl Class {
    /// Whether `self` is `other` or derives from it.
    pub fn is_subclass(self: &Rc<Self>, other: &Rc<Class>) -> bool {
        Rc::ptr_eq(self, other) || self.ancestors.iter().any(|ancestor| Rc::ptr_eq(ancestor, other))
    }

    /// The attribute of that name in the class or the first ancestor that has it.
    pub fn lookup(&self, name: &Str) -> Option<Value> {
        self.lookup_with_owner(name).map(|(value, _)| value)
    }

    /// [`Class::lookup`], with whether the owner is a class that Python code defined.
    pub fn lookup_with_owner(&self, name: &Str) -> Option<(Value, bool)> {
        if let Some(value) = self.dict.get_str(name) {
            return Some((value, self.is_user));
        }
        self.ancestors.iter().find_map(|class| class.dict.get_str(name).map(|value| (value, class.is_user)))
    }

    /// The class itself, then its ancestors: `__mro__`.
    pub fn mro(self: &Rc<Self>) -> Vec<Rc<Class>> {
        let mut order = vec![self.clone()];
        order.extend(self.ancestors.iter().cloned());
        order
    }

    /// The name that C code gives the type in its messages: with the module, where the class is written in C
    /// in CPython.
    pub fn c_name(&self) -> String {
        let (module, name) = (self.module.borrow(), self.name.borrow());
        let is_in_c = match module.as_str() {
            "_contextvars" | "datetime" | "itertools" | "time" => true,
            "collections" => matches!(name.as_str(), "OrderedDict" | "defaultdict" | "deque"),
            "typing" => matches!(name.as_str(), "ParamSpec" | "TypeVar" | "TypeVarTuple"),
            "decimal" => name.as_str() == "Decimal",
            "functools" => name.as_str() == "partial",
            "re" => matches!(name.as_str(), "Match" | "Pattern"),
            _ => false,
        };
        if is_in_c { format!("{module}.{name}") } else { name.to_string() }
    }

    /// The name that error messages use: without the module for built-in and the user's own classes.
    pub fn full_name(&self) -> String {
        match self.module.borrow().as_str() {
            "builtins" | "__main__" => self.qualname.borrow().to_string(),
            module => format!("{module}.{}", self.qualname.borrow()),
        }
    }
}
