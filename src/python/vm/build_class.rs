//! The `class` statement: CPython's `__build_class__` and `type.__new__`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::Vm;
use super::frame::Frame;
use super::types::linearize;
use crate::python::builtins::receiver::unwrap;
use crate::python::objects::{Args, Class, Dict, Layout, Property, PyResult, Str, Value};

impl Vm {
    /// The function behind the `class` statement.
    pub fn build_class_function(&self) -> Value {
        self.builtin("__build_class__", build_class)
    }

    /// `type(name, bases, namespace, **keywords)`: `type.__new__` with its hooks.
    ///
    /// # Errors
    /// TypeError for bases that do not fit; what `__set_name__` and `__init_subclass__` raise.
    pub fn new_class(
        &self,
        name: &Str,
        bases: &[Value],
        namespace: Rc<Dict>,
        metaclass: Option<Rc<Class>>,
        keywords: Vec<(Str, Value)>,
    ) -> PyResult<Rc<Class>> {
        let bases = self.base_classes(bases)?;
        let ancestors = linearize(&bases).ok_or_else(|| {
            let names: Vec<String> = bases.iter().map(|base| base.name.borrow().to_string()).collect();
            self.type_error(&format!(
                "Cannot create a consistent method resolution order (MRO) for bases {}",
                names.join(", ")
            ))
        })?;
        let layout = ancestors.iter().map(|base| base.layout).find(|layout| *layout != Layout::Object);
        let take = |key: &str, otherwise: Value| namespace.remove_str(&self.intern(key)).unwrap_or(otherwise);
        let qualname = take("__qualname__", Value::Str(name.clone()));
        let module = namespace.get_str(&self.intern("__module__")).unwrap_or(Value::str("__main__"));
        self.implicit_methods(&namespace);
        let text = |value: &Value| match value {
            Value::Str(text) => text.clone(),
            _ => name.clone(),
        };
        let is_finalized = namespace.get_str(&self.intern("__del__")).is_some()
            || ancestors.iter().any(|base| base.finalizer.is_some());
        let class = Rc::new(Class {
            finalizer: is_finalized.then(|| self.weak()),
            name: RefCell::new(name.clone()),
            qualname: RefCell::new(text(&qualname)),
            module: RefCell::new(text(&module)),
            constructor: Cell::new(ancestors.iter().find_map(|base| base.constructor.get())),
            bases,
            ancestors,
            dict: namespace,
            layout: layout.unwrap_or(Layout::Object),
            metaclass,
            is_user: true,
            subclasses: RefCell::default(),
        });
        self.heap.note(&class.dict);
        for base in &class.bases {
            base.subclasses.borrow_mut().push(Rc::downgrade(&class));
        }
        self.set_names(&class)?;
        self.init_subclass(&class, keywords)?;
        Ok(class)
    }

    fn base_classes(&self, bases: &[Value]) -> PyResult<Vec<Rc<Class>>> {
        if bases.is_empty() {
            return Ok(vec![self.types.object.clone()]);
        }
        let mut classes: Vec<Rc<Class>> = Vec::new();
        for base in bases {
            let Value::Class(class) = base else {
                return Err(self.type_error("bases must be types"));
            };
            if class.layout == Layout::Sealed {
                let name = class.full_name();
                return Err(self.type_error(&format!("type '{name}' is not an acceptable base type")));
            }
            if classes.iter().any(|known| Rc::ptr_eq(known, class)) {
                return Err(self.type_error(&format!("duplicate base class {}", class.name.borrow())));
            }
            classes.push(class.clone());
        }
        self.check_layouts(&classes)?;
        Ok(classes)
    }

    /// CPython's `best_base`: an instance has room for the value of one built-in type.
    fn check_layouts(&self, classes: &[Rc<Class>]) -> PyResult<()> {
        let mut solid: Option<&Rc<Class>> = None;
        for class in classes {
            let with_value = |base: &&Rc<Class>| !base.is_user && base.layout != Layout::Object;
            let Some(base) = std::iter::once(class).chain(&class.ancestors).find(with_value) else {
                continue;
            };
            let base = match base.layout {
                Layout::Value | Layout::Type => base,
                Layout::Exception => &self.exceptions.base_exception,
                Layout::Object | Layout::Native | Layout::Sealed => continue,
            };
            match solid {
                Some(known) if known.is_subclass(base) => {}
                Some(known) if !base.is_subclass(known) => {
                    return Err(self.type_error("multiple bases have instance lay-out conflict"));
                }
                _ => solid = Some(base),
            }
        }
        Ok(())
    }

    /// Some methods are static or class methods without being told so; a class with `__eq__` and
    /// without `__hash__` cannot be hashed.
    fn implicit_methods(&self, namespace: &Dict) {
        let wrap = |name: &str, property: fn(Value) -> Property| {
            let name = self.intern(name);
            if let Some(function @ Value::Function(_)) = namespace.get_str(&name) {
                namespace.set_str(&name, Value::Property(Rc::new(property(function))));
            }
        };
        wrap("__new__", Property::Static);
        wrap("__init_subclass__", Property::Class);
        wrap("__class_getitem__", Property::Class);
        let hash = self.intern("__hash__");
        if namespace.get_str(&self.intern("__eq__")).is_some() && namespace.get_str(&hash).is_none() {
            namespace.set_str(&hash, Value::None);
        }
    }

    fn set_names(&self, class: &Rc<Class>) -> PyResult<()> {
        for (name, value) in class.dict.items() {
            if !matches!(value, Value::Object(_) | Value::Native(_)) {
                continue;
            }
            if let Some(hook) = self.special(&value, "__set_name__") {
                self.call(&hook, Args::positional(vec![Value::Class(class.clone()), name]))?;
            }
        }
        Ok(())
    }

    fn init_subclass(&self, class: &Rc<Class>, keywords: Vec<(Str, Value)>) -> PyResult<()> {
        let name = self.intern("__init_subclass__");
        let hook = class.ancestors.iter().find_map(|base| base.dict.get_str(&name));
        match &hook {
            Some(Value::Property(property)) if let Property::Class(function) = &**property => {
                let args = Args { positional: vec![Value::Class(class.clone())], keywords };
                self.call(function, args).map(|_| ())
            }
            _ if keywords.is_empty() => Ok(()),
            _ => {
                let name = class.name.borrow().to_string();
                Err(self.type_error(&format!("{name}.__init_subclass__() takes no keyword arguments")))
            }
        }
    }

    /// Classes with abstract methods have no instances.
    pub(super) fn check_abstract(&self, class: &Rc<Class>) -> PyResult<()> {
        let name = self.intern("__abstractmethods__");
        let Some(abstract_methods) = class.dict.get_str(&name) else { return Ok(()) };
        let mut names = Vec::new();
        for name in self.collect(&abstract_methods)? {
            names.extend(name.as_str().map(|name| format!("'{name}'")));
        }
        if names.is_empty() {
            return Ok(());
        }
        names.sort();
        let plural = if names.len() == 1 { "" } else { "s" };
        let message = format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{plural} {}",
            class.name.borrow(),
            names.join(", ")
        );
        Err(self.type_error(&message))
    }
}

/// `__build_class__(body, name, *bases, metaclass=None, **keywords)`.
fn build_class(vm: &Vm, args: Args) -> PyResult {
    let mut positional = args.positional.into_iter();
    let (Some(Value::Function(body)), Some(Value::Str(name))) = (positional.next(), positional.next()) else {
        return Err(vm.type_error("__build_class__: func must be a function"));
    };
    let mut given: Vec<Value> = positional.collect();
    let mut bases = vm.resolve_bases(&given)?;
    let mut keywords = args.keywords;
    let named = keywords
        .iter()
        .position(|(name, _)| name.as_str() == "metaclass")
        .map(|place| keywords.remove(place).1);
    let metaclass = vm.derived_metaclass(named, &bases)?;
    let prepared = vm.prepare_namespace(metaclass.as_ref(), &name, &bases, &keywords)?;
    let namespace = match unwrap(&prepared) {
        Value::Dict(dict) => dict.clone(),
        _ => Rc::new(Dict::new()),
    };
    let mut frame = Box::new(Frame::new(body.code.clone(), body.globals.clone()));
    for (slot, cell) in body.code.free.iter().zip(&body.closure) {
        frame.locals[*slot as usize] = Some(Value::Cell(cell.clone()));
    }
    frame.handled_below = vm.handled.borrow().len();
    frame.namespace = Some(namespace.clone());
    frame.mapping = matches!(&prepared, Value::Object(_)).then(|| prepared.clone());
    let cell = vm.run_frame(frame)?;
    if let Some(parameters) = namespace.get_str(&vm.intern("__type_params__")) {
        let typing = vm.import("typing", 0)?;
        let generic = vm.get_attr(&typing, &vm.intern("Generic"))?;
        given.push(vm.get_item(&generic, &parameters)?);
        bases.push(generic);
    }
    if given.len() != bases.len() || given.iter().zip(&bases).any(|(one, other)| !one.is(other)) {
        namespace.set("__orig_bases__", Value::tuple(given));
    }
    let class = match &metaclass {
        Some(meta) if meta.is_user => {
            let args = vec![Value::Str(name), Value::tuple(bases), prepared];
            vm.call(&Value::Class(meta.clone()), Args { positional: args, keywords })?
        }
        _ => Value::Class(vm.new_class(&name, &bases, namespace, metaclass, keywords)?),
    };
    if let Value::Cell(cell) = cell {
        cell.0.replace(Some(class.clone()));
    }
    Ok(class)
}

impl Vm {
    /// `list[int]` among the bases stands for `list`: `__mro_entries__`.
    fn resolve_bases(&self, given: &[Value]) -> PyResult<Vec<Value>> {
        let mut bases = Vec::new();
        for base in given {
            if matches!(base, Value::Class(_)) {
                bases.push(base.clone());
                continue;
            }
            let args = Args::one(Value::tuple(given.to_vec()));
            match self.get_attr_opt(base, "__mro_entries__")? {
                Some(entries) => {
                    let entries = self.call(&entries, args)?;
                    bases.extend(self.collect(&entries)?);
                }
                None => bases.push(base.clone()),
            }
        }
        Ok(bases)
    }

    /// The most derived metaclass of the bases and the one that is named; None is `type`.
    pub fn derived_metaclass(&self, named: Option<Value>, bases: &[Value]) -> PyResult<Option<Rc<Class>>> {
        let mut winner = match named {
            Some(Value::Class(class)) => Some(class),
            Some(_) => return Err(self.unsupported("a metaclass that is no class")),
            None => None,
        };
        for base in bases {
            let Value::Class(base) = base else { continue };
            let Some(meta) = &base.metaclass else { continue };
            winner = match winner {
                None => Some(meta.clone()),
                Some(current) if current.is_subclass(meta) => Some(current),
                Some(current) if meta.is_subclass(&current) => Some(meta.clone()),
                Some(_) => {
                    return Err(self.type_error(
                        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
                    ));
                }
            };
        }
        Ok(winner.filter(|class| !Rc::ptr_eq(class, &self.types.type_)))
    }

    fn prepare_namespace(
        &self,
        metaclass: Option<&Rc<Class>>,
        name: &Str,
        bases: &[Value],
        keywords: &[(Str, Value)],
    ) -> PyResult {
        let empty = || Value::dict(Dict::new());
        let Some(meta) = metaclass else { return Ok(empty()) };
        let Some(prepare) = self.get_attr_opt(&Value::Class(meta.clone()), "__prepare__")? else {
            return Ok(empty());
        };
        let positional = vec![Value::Str(name.clone()), Value::tuple(bases.to_vec())];
        let prepared = self.call(&prepare, Args { positional, keywords: keywords.to_vec() })?;
        match unwrap(&prepared) {
            Value::Dict(_) => Ok(prepared),
            _ => Err(self.type_error(&format!(
                "{}.__prepare__() must return a mapping, not {}",
                meta.name.borrow(),
                self.type_name(&prepared)
            ))),
        }
    }
}
