//! Instances and modules.

use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::rc::{Rc, Weak};

use super::{Class, Dict, ExceptionState, Str, Value};
use crate::asyncio::trash::bury;
use crate::python::vm::Vm;
use crate::python::vm::generator::Dying;

/// An instance: of a class that Python code defined, or an exception.
pub struct Object {
    pub class: RefCell<Rc<Class>>,
    /// `__dict__`.
    pub dict: Rc<Dict>,
    pub payload: Payload,
    /// Whether its `__del__` has been called.
    pub is_finalized: bool,
    /// Who is told when it is gone.
    pub watchers: OnceCell<Box<Watchers>>,
}

/// What is called when an object is gone: the callbacks of its weak references.
pub struct Watchers {
    pub vm: Weak<Vm>,
    pub functions: RefCell<Vec<Value>>,
}

/// Nobody holds it any more: where its class has a `__del__`, it lives on for that call.
impl Drop for Object {
    fn drop(&mut self) {
        let class = self.class.get_mut();
        if !self.is_finalized
            && let Some(vm) = class.finalizer.as_ref().and_then(Weak::upgrade)
        {
            let class = class.clone();
            vm.bury(Dying::Object(Rc::new(Object {
                class: RefCell::new(class),
                dict: self.dict.clone(),
                payload: std::mem::replace(&mut self.payload, Payload::None),
                is_finalized: true,
                watchers: std::mem::take(&mut self.watchers),
            })));
        }
        if let Some(watchers) = self.watchers.take()
            && let Some(vm) = watchers.vm.upgrade()
        {
            vm.bury(Dying::Watched(watchers.functions.take()));
        }
        if !matches!(self.payload, Payload::None) {
            bury(std::mem::replace(&mut self.payload, Payload::None));
        }
    }
}

/// What an instance has beside its attributes.
pub enum Payload {
    None,
    Exception(ExceptionState),
    /// The value of the built-in type that its class derives from.
    Value(Value),
    /// What the class of a built-in module that its class is or derives from keeps in it, once its
    /// `__init__` has run.
    Native(OnceCell<Box<dyn Any>>),
}

impl Object {
    /// The value of the built-in type that its class derives from.
    pub fn inner(&self) -> Option<&Value> {
        match &self.payload {
            Payload::Value(value) => Some(value),
            _ => None,
        }
    }

    /// What a class of a built-in module keeps in it, where it is of that type.
    pub fn native<T: 'static>(&self) -> Option<&T> {
        match &self.payload {
            Payload::Native(body) => body.get()?.downcast_ref(),
            _ => None,
        }
    }
}

/// An imported module.
pub struct Module {
    pub name: Str,
    pub dict: Rc<Dict>,
}

/// An instance of a class that a built-in module defines in Rust.
pub struct NativeObject {
    pub class: Rc<Class>,
    pub body: Box<dyn Any>,
}

impl Drop for NativeObject {
    fn drop(&mut self) {
        bury(std::mem::replace(&mut self.body, Box::new(())));
    }
}

impl NativeObject {
    /// Its data, where it is of that type.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.body.downcast_ref()
    }
}
