//! Attribute access: the method resolution order, descriptors, and what built-in objects have.

use std::rc::Rc;

use super::Vm;
use crate::python::objects::{Args, Class, Object, Property, PyResult, Raised, Str, Value};

impl Vm {
    /// `getattr(object, name)`.
    ///
    /// # Errors
    /// AttributeError, or what a property or `__getattr__` raises.
    pub fn get_attr(&self, object: &Value, name: &Str) -> PyResult {
        match self.find_attr(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// `getattr(object, name, None)`, but telling None from nothing.
    ///
    /// # Errors
    /// What a property or `__getattr__` raises but AttributeError.
    pub fn get_attr_opt(&self, object: &Value, name: &str) -> PyResult<Option<Value>> {
        match self.find_attr(object, &self.intern(name)) {
            Err(error) if error.is(&self.exceptions.attribute_error) => Ok(None),
            other => other,
        }
    }

    fn find_attr(&self, object: &Value, name: &Str) -> PyResult<Option<Value>> {
        match object {
            Value::Object(instance) => self.instance_attr(object, instance, name),
            Value::Class(class) => self.class_attr(class, name),
            Value::Module(module) => Ok(module.dict.get_str(name).or_else(|| match name.as_str() {
                "__dict__" => Some(Value::Dict(module.dict.clone())),
                "__class__" => Some(Value::Class(self.types.module.clone())),
                _ => None,
            })),
            Value::Native(native) => match self.super_attr(native, name)? {
                Some(found) => Ok(Some(found)),
                None => self.builtin_attr(object, name),
            },
            _ => self.builtin_attr(object, name),
        }
    }

    fn instance_attr(&self, object: &Value, instance: &Rc<Object>, name: &Str) -> PyResult<Option<Value>> {
        let class = instance.class.borrow().clone();
        if let Some((hook, true)) = class.lookup_with_owner(&self.names.getattribute) {
            return match self.call(&hook, Args::positional(vec![object.clone(), Value::Str(name.clone())])) {
                Err(error) if error.is(&self.exceptions.attribute_error) => {
                    self.missing_attr(object, &class, name, Some(error))
                }
                other => other.map(Some),
            };
        }
        self.plain_instance_attr(object, instance, &class, name)
    }

    /// `object.__getattribute__`.
    ///
    /// # Errors
    /// AttributeError, or what a property raises.
    pub fn get_instance_attr(&self, object: &Value, name: &Str) -> PyResult {
        let Value::Object(instance) = object else { return self.get_attr(object, name) };
        let class = instance.class.borrow().clone();
        let found = class.lookup_with_owner(name);
        match found {
            Some((attribute, is_user)) if self.is_data_descriptor(&attribute) => {
                self.bind_attr(attribute, object, &class, is_user)
            }
            found => match (instance.dict.get_str(name), found) {
                (Some(value), _) => Ok(value),
                (None, Some((attribute, is_user))) => self.bind_attr(attribute, object, &class, is_user),
                (None, None) => match self.builtin_instance_attr(object, instance, name) {
                    Some(value) => Ok(value),
                    None => Err(self.no_attribute(object, name)),
                },
            },
        }
    }

    /// `object.__getattribute__`, then `__getattr__`.
    fn plain_instance_attr(
        &self,
        object: &Value,
        instance: &Rc<Object>,
        class: &Rc<Class>,
        name: &Str,
    ) -> PyResult<Option<Value>> {
        let found = class.lookup_with_owner(name);
        if let Some((attribute, _)) = &found
            && self.is_data_descriptor(attribute)
        {
            return match self.bind_attr(attribute.clone(), object, class, true) {
                Err(error) if error.is(&self.exceptions.attribute_error) => {
                    self.missing_attr(object, class, name, Some(error))
                }
                other => other.map(Some),
            };
        }
        if let Some(value) = instance.dict.get_str(name) {
            return Ok(Some(value));
        }
        if let Some((attribute, is_user)) = found {
            return self.bind_attr(attribute, object, class, is_user).map(Some);
        }
        match self.builtin_instance_attr(object, instance, name) {
            Some(value) => Ok(Some(value)),
            None => self.missing_attr(object, class, name, None),
        }
    }

    fn missing_attr(
        &self,
        object: &Value,
        class: &Rc<Class>,
        name: &Str,
        error: Option<Raised>,
    ) -> PyResult<Option<Value>> {
        match class.lookup(&self.names.getattr) {
            Some(hook) => {
                self.call(&hook, Args::positional(vec![object.clone(), Value::Str(name.clone())])).map(Some)
            }
            None => match error {
                Some(error) => Err(error),
                None => Ok(None),
            },
        }
    }

    fn builtin_instance_attr(&self, object: &Value, instance: &Rc<Object>, name: &Str) -> Option<Value> {
        match name.as_str() {
            "__class__" => Some(Value::Class(instance.class.borrow().clone())),
            "__dict__" if self.is_slotted(&instance.class.borrow()) => None,
            "__dict__" => Some(Value::Dict(instance.dict.clone())),
            "__doc__" => Some(Value::None),
            "__module__" => Some(Value::Str(instance.class.borrow().module.borrow().clone())),
            _ => Raised::from_value(object).and_then(|error| self.exception_attr(&error, name.as_str())),
        }
    }

    fn is_data_descriptor(&self, attribute: &Value) -> bool {
        match attribute {
            Value::Property(property) => matches!(**property, Property::Property { .. }),
            Value::Object(descriptor) => {
                let class = descriptor.class.borrow();
                class.lookup(&self.names.set_descriptor).is_some()
            }
            _ => false,
        }
    }

    /// What a class's attribute becomes when it is looked up on an instance: `__get__`.
    ///
    /// # Errors
    /// What a property's getter or a descriptor's `__get__` raises.
    pub fn bind_attr(&self, attribute: Value, object: &Value, class: &Rc<Class>, is_user: bool) -> PyResult {
        match &attribute {
            Value::Function(_) => Ok(self.bound(attribute, object.clone())),
            Value::Builtin(builtin) if builtin.binds => {
                let receiver = match object {
                    Value::Object(instance) if !is_user => {
                        instance.inner().cloned().unwrap_or_else(|| object.clone())
                    }
                    _ => object.clone(),
                };
                Ok(self.bound(attribute, receiver))
            }
            Value::Property(property) => match &**property {
                Property::Property { get: Value::None, .. } => {
                    let name = class.name.borrow().to_string();
                    Err(self.attribute_error(&format!("property of '{name}' object has no getter")))
                }
                Property::Property { get, .. } => {
                    let receiver = match (object, get) {
                        (Value::Object(instance), Value::Builtin(_)) if !is_user => {
                            instance.inner().cloned().unwrap_or_else(|| object.clone())
                        }
                        _ => object.clone(),
                    };
                    self.call(get, Args::one(receiver))
                }
                Property::Static(function) => Ok(function.clone()),
                Property::Class(function) => Ok(self.bound(function.clone(), Value::Class(class.clone()))),
            },
            Value::Object(descriptor) => {
                let get = descriptor.class.borrow().lookup(&self.names.get_descriptor);
                match get {
                    Some(get) => {
                        let args = vec![attribute.clone(), object.clone(), Value::Class(class.clone())];
                        self.call(&get, Args::positional(args))
                    }
                    None => Ok(attribute),
                }
            }
            Value::Native(_) => match self.special(&attribute, "__get__") {
                Some(get) => {
                    self.call(&get, Args::positional(vec![object.clone(), Value::Class(class.clone())]))
                }
                None => Ok(attribute),
            },
            _ => Ok(attribute),
        }
    }

    fn class_attr(&self, class: &Rc<Class>, name: &Str) -> PyResult<Option<Value>> {
        let meta = self.metaclass(class);
        let from_meta = meta.lookup_with_owner(name);
        if let Some((attribute, is_user)) = &from_meta
            && self.is_data_descriptor(attribute)
        {
            return self
                .bind_attr(attribute.clone(), &Value::Class(class.clone()), &meta, *is_user)
                .map(Some);
        }
        let found = match name.as_str() {
            // Each class has its own, once it is made.
            "__abstractmethods__" => class.dict.get_str(name),
            _ => class.lookup(name),
        };
        if let Some(attribute) = found {
            return match &attribute {
                Value::Property(property) => match &**property {
                    Property::Static(function) => Ok(Some(function.clone())),
                    Property::Class(function) => {
                        Ok(Some(self.bound(function.clone(), Value::Class(class.clone()))))
                    }
                    Property::Property { .. } => match self.type_attr(class, name.as_str()) {
                        Some(value) => Ok(Some(value)),
                        None => Ok(Some(attribute)),
                    },
                },
                Value::Object(descriptor) => {
                    let get = descriptor.class.borrow().lookup(&self.names.get_descriptor);
                    match get {
                        Some(get) => {
                            let args = vec![attribute.clone(), Value::None, Value::Class(class.clone())];
                            self.call(&get, Args::positional(args)).map(Some)
                        }
                        None => Ok(Some(attribute)),
                    }
                }
                _ => Ok(Some(attribute)),
            };
        }
        if let Some(value) = self.type_attr(class, name.as_str()) {
            return Ok(Some(value));
        }
        if let Some((attribute, is_user)) = from_meta {
            return self.bind_attr(attribute, &Value::Class(class.clone()), &meta, is_user).map(Some);
        }
        match meta.lookup(&self.names.getattr) {
            Some(hook) => {
                let args = vec![Value::Class(class.clone()), Value::Str(name.clone())];
                self.call(&hook, Args::positional(args)).map(Some)
            }
            None => Ok(None),
        }
    }

    fn type_attr(&self, class: &Rc<Class>, name: &str) -> Option<Value> {
        Some(match name {
            "__name__" => Value::Str(class.name.borrow().clone()),
            "__qualname__" => Value::Str(class.qualname.borrow().clone()),
            "__module__" => Value::Str(class.module.borrow().clone()),
            "__dict__" => Value::Dict(class.dict.clone()),
            "__class__" => Value::Class(self.metaclass(class)),
            "__bases__" => Value::tuple(class.bases.iter().cloned().map(Value::Class).collect()),
            "__base__" => class.bases.first().cloned().map_or(Value::None, Value::Class),
            "__mro__" => Value::tuple(class.mro().into_iter().map(Value::Class).collect()),
            "__doc__" => Value::None,
            _ => return None,
        })
    }

    /// An attribute of a built-in object: from its type, or one that its kind has.
    fn builtin_attr(&self, object: &Value, name: &Str) -> PyResult<Option<Value>> {
        if let Some(value) = self.kind_attr(object, name) {
            return Ok(Some(value));
        }
        let class = self.class_of(object);
        match class.lookup_with_owner(name) {
            Some((attribute, is_user)) => self.bind_attr(attribute, object, &class, is_user).map(Some),
            None if name.as_str() == "__class__" => Ok(Some(Value::Class(class))),
            None if name.as_str() == "__doc__" => Ok(Some(Value::None)),
            None => Ok(None),
        }
    }

    /// `object.method` about to be called: the function and its receiver, without binding them.
    ///
    /// # Errors
    /// As [`Vm::get_attr`].
    pub fn get_method(&self, object: Value, name: &Str) -> PyResult<(Value, Option<Value>)> {
        let class = match &object {
            Value::Object(instance) => {
                let class = instance.class.borrow().clone();
                let hooked =
                    class.lookup_with_owner(&self.names.getattribute).is_some_and(|(_, is_user)| is_user);
                match hooked || instance.dict.get_str(name).is_some() {
                    true => return Ok((self.get_attr(&object, name)?, None)),
                    false => class,
                }
            }
            Value::Native(native) if native.class.dict.get_str(name).is_some() => native.class.clone(),
            Value::Class(_) | Value::Module(_) | Value::Native(_) => {
                return Ok((self.get_attr(&object, name)?, None));
            }
            _ => self.class_of(&object),
        };
        match class.lookup_with_owner(name) {
            Some((function @ Value::Function(_), _)) => Ok((function, Some(object))),
            Some((function @ Value::Builtin(_), is_user)) => match &object {
                Value::Object(instance) if !is_user && instance.inner().is_some() => {
                    let receiver = instance.inner().cloned();
                    Ok((function, receiver))
                }
                _ if matches!(&function, Value::Builtin(builtin) if builtin.binds) => {
                    Ok((function, Some(object)))
                }
                _ => Ok((function, None)),
            },
            _ => Ok((self.get_attr(&object, name)?, None)),
        }
    }

    /// `setattr(object, name, value)`.
    ///
    /// # Errors
    /// AttributeError where the object has no place for it; what a setter raises.
    pub fn set_attr(&self, object: &Value, name: &Str, value: Value) -> PyResult<()> {
        match object {
            Value::Object(instance) => {
                let class = instance.class.borrow().clone();
                if let Some((hook, true)) = class.lookup_with_owner(&self.names.setattr) {
                    let args = vec![object.clone(), Value::Str(name.clone()), value];
                    return self.call(&hook, Args::positional(args)).map(|_| ());
                }
                self.set_instance_attr(object, name, value)
            }
            Value::Class(class) => match self.call_override(
                object,
                "__setattr__",
                vec![Value::Str(name.clone()), value.clone()],
            )? {
                Some(_) => Ok(()),
                None => self.set_class_attr(class, name, value),
            },
            Value::Module(module) => {
                module.dict.set_str(name, value);
                Ok(())
            }
            _ => match self.set_kind_attr(object, name, &value)? {
                true => Ok(()),
                false => self.set_builtin_attr(object, name, value),
            },
        }
    }

    /// `type.__setattr__`.
    ///
    /// # Errors
    /// TypeError for a built-in class; what a data descriptor of the metaclass raises.
    pub fn set_class_attr(&self, class: &Rc<Class>, name: &Str, value: Value) -> PyResult<()> {
        if !class.is_user {
            let message = format!("cannot set '{name}' attribute of immutable type '{}'", class.full_name());
            return Err(self.type_error(&message));
        }
        if let Some(Value::Property(property)) = class.metaclass.as_ref().and_then(|meta| meta.lookup(name))
            && let Property::Property { set, .. } = &*property
        {
            return match set {
                Value::None => Err(self.no_setter(name, &self.metaclass(class))),
                set => self.call(set, Args::positional(vec![Value::Class(class.clone()), value])).map(|_| ()),
            };
        }
        match (name.as_str(), &value) {
            ("__name__", Value::Str(text)) => drop(class.name.replace(text.clone())),
            ("__qualname__", Value::Str(text)) => drop(class.qualname.replace(text.clone())),
            ("__module__", Value::Str(text)) => drop(class.module.replace(text.clone())),
            _ => class.dict.set_str(name, value),
        }
        Ok(())
    }

    /// `type.__delattr__`.
    ///
    /// # Errors
    /// AttributeError where there is none.
    pub fn delete_class_attr(&self, class: &Rc<Class>, name: &Str) -> PyResult<()> {
        match class.is_user.then(|| class.dict.remove_str(name)).flatten() {
            Some(_) => Ok(()),
            None => Err(self.no_attribute(&Value::Class(class.clone()), name)),
        }
    }

    fn no_setter(&self, name: &Str, class: &Class) -> Raised {
        self.attribute_error(&format!("property '{name}' of '{}' object has no setter", class.name.borrow()))
    }

    fn set_builtin_attr(&self, object: &Value, name: &Str, value: Value) -> PyResult<()> {
        let class = self.class_of(object);
        if let Some(Value::Property(property)) = class.lookup(name)
            && let Property::Property { set, .. } = &*property
            && !matches!(set, Value::None)
        {
            return self.call(set, Args::positional(vec![object.clone(), value])).map(|_| ());
        }
        let type_name = class.full_name();
        let message = match class.lookup(name) {
            Some(Value::Property(_)) => {
                format!("attribute '{name}' of '{type_name}' objects is not writable")
            }
            Some(_) => format!("'{type_name}' object attribute '{name}' is read-only"),
            None => format!(
                "'{type_name}' object has no attribute '{name}' and no __dict__ for setting new attributes"
            ),
        };
        Err(self.attribute_error(&message))
    }

    /// `object.__setattr__`.
    ///
    /// # Errors
    /// AttributeError for a property without a setter or a name that `__slots__` leaves out; what a setter raises.
    pub fn set_instance_attr(&self, object: &Value, name: &Str, value: Value) -> PyResult<()> {
        let Value::Object(instance) = object else { return self.set_attr(object, name, value) };
        let class = instance.class.borrow().clone();
        match class.lookup(name) {
            Some(Value::Property(property)) => {
                if let Property::Property { set, .. } = &*property {
                    return match set {
                        Value::None => Err(self.no_setter(name, &class)),
                        set => self.call(set, Args::positional(vec![object.clone(), value])).map(|_| ()),
                    };
                }
            }
            Some(Value::Object(descriptor)) => {
                let set = descriptor.class.borrow().lookup(&self.names.set_descriptor);
                if let Some(set) = set {
                    let args = vec![Value::Object(descriptor), object.clone(), value];
                    return self.call(&set, Args::positional(args)).map(|_| ());
                }
            }
            _ => {}
        }
        if let Some(error) = Raised::from_value(object)
            && self.set_exception_attr(&error, name.as_str(), &value)?
        {
            return Ok(());
        }
        match (name.as_str(), &value) {
            ("__class__", Value::Class(class)) => drop(instance.class.replace(class.clone())),
            _ => {
                self.check_slots(&class, name)?;
                instance.dict.set_str(name, value);
            }
        }
        Ok(())
    }

    /// Whether every class of an instance has `__slots__`, so that it has no `__dict__`.
    fn is_slotted(&self, class: &Rc<Class>) -> bool {
        let mut classes = std::iter::once(class).chain(&class.ancestors);
        class.is_user
            && classes.all(|class| !class.is_user || class.dict.get_str(&self.names.slots).is_some())
    }

    /// Where every class of the instance has `__slots__`, other attributes are refused.
    fn check_slots(&self, class: &Rc<Class>, name: &Str) -> PyResult<()> {
        if !self.is_slotted(class) {
            return Ok(());
        }
        for class in class.mro().into_iter().filter(|class| class.is_user) {
            let slots = class.dict.get_str(&self.names.slots).unwrap_or(Value::None);
            let names = if slots.as_str().is_some() { vec![slots] } else { self.collect(&slots)? };
            if names
                .iter()
                .any(|slot| slot.as_str() == Some(name.as_str()) || slot.as_str() == Some("__dict__"))
            {
                return Ok(());
            }
        }
        let class_name = class.name.borrow().to_string();
        Err(self.attribute_error(&format!(
            "'{class_name}' object has no attribute '{name}' and no __dict__ for setting new attributes"
        )))
    }

    /// `delattr(object, name)`.
    ///
    /// # Errors
    /// AttributeError where there is none; what a deleter raises.
    pub fn delete_attr(&self, object: &Value, name: &Str) -> PyResult<()> {
        let removed = match object {
            Value::Object(instance) => {
                let class = instance.class.borrow().clone();
                if let Some((hook, true)) = class.lookup_with_owner(&self.names.delattr) {
                    let args = vec![object.clone(), Value::Str(name.clone())];
                    return self.call(&hook, Args::positional(args)).map(|_| ());
                }
                return self.delete_instance_attr(object, name);
            }
            Value::Class(class) => {
                let args = vec![Value::Str(name.clone())];
                return match self.call_override(object, "__delattr__", args)? {
                    Some(_) => Ok(()),
                    None => self.delete_class_attr(class, name),
                };
            }
            Value::Module(module) => module.dict.remove_str(name),
            Value::Function(function) => function.attributes.remove_str(name),
            _ => None,
        };
        match removed {
            Some(_) => Ok(()),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// `object.__delattr__`.
    ///
    /// # Errors
    /// AttributeError where there is none; what a deleter raises.
    pub fn delete_instance_attr(&self, object: &Value, name: &Str) -> PyResult<()> {
        let Value::Object(instance) = object else { return self.delete_attr(object, name) };
        let class = instance.class.borrow().clone();
        if let Some(Value::Property(property)) = class.lookup(name)
            && let Property::Property { delete, .. } = &*property
        {
            if matches!(delete, Value::None) {
                let class_name = class.name.borrow().to_string();
                let message = format!("property '{name}' of '{class_name}' object has no deleter");
                return Err(self.attribute_error(&message));
            }
            return self.call(delete, Args::one(object.clone())).map(|_| ());
        }
        if let Some(Value::Object(descriptor)) = class.lookup(name)
            && let args = Args::one(object.clone())
            && self.call_special(&Value::Object(descriptor), "__delete__", args)?.is_some()
        {
            return Ok(());
        }
        match instance.dict.remove_str(name) {
            Some(_) => Ok(()),
            None => {
                self.check_slots(&class, name)?;
                Err(self.no_attribute(object, name))
            }
        }
    }

    fn no_attribute(&self, object: &Value, name: &Str) -> Raised {
        let message = match object {
            Value::Module(module) => format!("module '{}' has no attribute '{name}'", module.name),
            Value::Class(class) => format!("type object '{}' has no attribute '{name}'", class.name.borrow()),
            _ => {
                let class = self.class_of(object);
                let is_slot =
                    class.is_user && self.is_slotted(&class) && self.check_slots(&class, name).is_ok();
                let owner = if is_slot { class.full_name() } else { class.c_name() };
                format!("'{owner}' object has no attribute '{name}'")
            }
        };
        let error = self.attribute_error(&message);
        self.hint_attributes(&error, object, name);
        error
    }

    /// A method that syntax asks for (`__len__`, `__enter__`), looked up on the class and bound.
    pub fn special(&self, object: &Value, name: &str) -> Option<Value> {
        let class = self.class_of(object);
        let (attribute, is_user) = class.lookup_with_owner(&self.intern(name))?;
        match attribute {
            Value::None => None,
            attribute => self.bind_attr(attribute, object, &class, is_user).ok(),
        }
    }

    /// Call a special method; None where the class has none.
    ///
    /// # Errors
    /// What it raises.
    pub fn call_special(&self, object: &Value, name: &str, args: Args) -> PyResult<Option<Value>> {
        match self.special(object, name) {
            Some(method) => self.call(&method, args).map(Some),
            None => Ok(None),
        }
    }
}
