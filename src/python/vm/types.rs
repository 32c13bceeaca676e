//! The built-in classes, and how classes come about.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::Vm;
use super::generator::AsyncAction;
use crate::asyncio::futures::Kind;
use crate::python::builtins;
use crate::python::objects::{
    Args, Builtin, BuiltinKind, Class, Dict, FrameFn, Getter, Layout, NativeFn, Payload, Property, PyResult,
    Setter, Str, Value,
};

/// A class that Rust code defines.
pub fn builtin_class(name: &str, module: &str, bases: &[Rc<Class>], layout: Layout) -> Rc<Class> {
    Rc::new(Class {
        name: RefCell::new(Str::new(name)),
        qualname: RefCell::new(Str::new(name)),
        module: RefCell::new(Str::new(module)),
        bases: bases.to_vec(),
        ancestors: linearize(bases).unwrap_or_default(),
        dict: Rc::new(Dict::new()),
        layout,
        constructor: Cell::new(None),
        metaclass: None,
        is_user: false,
        finalizer: None,
        subclasses: RefCell::default(),
    })
}

/// The method resolution order of a class with these bases (C3), without the class itself; None
/// where there is none.
pub fn linearize(bases: &[Rc<Class>]) -> Option<Vec<Rc<Class>>> {
    let mut lists: Vec<Vec<Rc<Class>>> = bases.iter().map(Class::mro).collect();
    lists.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let in_a_tail = |class: &Rc<Class>| {
            lists.iter().any(|list| list[1..].iter().any(|other| Rc::ptr_eq(other, class)))
        };
        let next = lists.iter().map(|list| &list[0]).find(|head| !in_a_tail(head))?.clone();
        for list in &mut lists {
            if Rc::ptr_eq(&list[0], &next) {
                list.remove(0);
            }
        }
        order.push(next);
    }
}

macro_rules! types {
    ($($field:ident: $name:literal $layout:ident $(($base:ident))?;)*) => {
        /// The built-in classes but the exceptions.
        pub struct Types {
            pub object: Rc<Class>,
            $(pub $field: Rc<Class>,)*
        }

        impl Types {
            /// The classes, without their methods yet.
            pub fn bare() -> Self {
                let object = builtin_class("object", "builtins", &[], Layout::Object);
                $(let $field = {
                    let base = types!(@base object $($base)?);
                    builtin_class($name, "builtins", std::slice::from_ref(base), Layout::$layout)
                };)*
                Self { object, $($field),* }
            }

            /// All of them.
            pub fn all(&self) -> Vec<Rc<Class>> {
                vec![self.object.clone(), $(self.$field.clone()),*]
            }
        }
    };
    (@base $object:ident $base:ident) => { &$base };
    (@base $object:ident) => { &$object };
}

types! {
    type_: "type" Type;
    int: "int" Value;
    float: "float" Value;
    str: "str" Value;
    bytes: "bytes" Value;
    list: "list" Value;
    tuple: "tuple" Value;
    dict: "dict" Value;
    set: "set" Value;
    frozenset: "frozenset" Value;
    range: "range" Sealed;
    slice: "slice" Sealed;
    property: "property" Sealed;
    staticmethod: "staticmethod" Sealed;
    classmethod: "classmethod" Sealed;
    super_: "super" Sealed;
    none: "NoneType" Sealed;
    ellipsis: "ellipsis" Sealed;
    not_implemented: "NotImplementedType" Sealed;
    function: "function" Sealed;
    builtin: "builtin_function_or_method" Sealed;
    method: "method" Sealed;
    module: "module" Sealed;
    generator: "generator" Sealed;
    coroutine: "coroutine" Sealed;
    async_generator: "async_generator" Sealed;
    async_step: "async_generator_asend" Sealed;
    async_next: "anext_awaitable" Sealed;
    async_throw: "async_generator_athrow" Sealed;
    cell: "cell" Sealed;
    traceback: "traceback" Sealed;
    frame: "frame" Sealed;
    code: "code" Sealed;
    enumerate: "enumerate" Sealed;
    zip: "zip" Sealed;
    map: "map" Sealed;
    filter: "filter" Sealed;
    reversed: "reversed" Sealed;
    list_iterator: "list_iterator" Sealed;
    tuple_iterator: "tuple_iterator" Sealed;
    str_iterator: "str_ascii_iterator" Sealed;
    bytes_iterator: "bytes_iterator" Sealed;
    range_iterator: "range_iterator" Sealed;
    set_iterator: "set_iterator" Sealed;
    dict_key_iterator: "dict_keyiterator" Sealed;
    dict_value_iterator: "dict_valueiterator" Sealed;
    dict_item_iterator: "dict_itemiterator" Sealed;
    dict_reverse_key_iterator: "dict_reversekeyiterator" Sealed;
    dict_reverse_value_iterator: "dict_reversevalueiterator" Sealed;
    dict_reverse_item_iterator: "dict_reverseitemiterator" Sealed;
    iterator: "iterator" Sealed;
    list_reverse_iterator: "list_reverseiterator" Sealed;
    callable_iterator: "callable_iterator" Sealed;
    deque_iterator: "_deque_iterator" Sealed;
    dict_keys: "dict_keys" Sealed;
    dict_values: "dict_values" Sealed;
    dict_items: "dict_items" Sealed;
    generic_alias: "GenericAlias" Sealed;
    union: "UnionType" Sealed;
    future: "Future" Native;
    task: "Task" Native (future);
    gathering: "_GatheringFuture" Native (future);
}

/// `bool`, which derives from `int`, is made apart.
pub fn bool_class(int: &Rc<Class>) -> Rc<Class> {
    builtin_class("bool", "builtins", std::slice::from_ref(int), Layout::Sealed)
}

impl Vm {
    /// A function written in Rust.
    pub fn builtin(&self, name: &'static str, function: NativeFn) -> Value {
        Value::Builtin(Rc::new(Builtin { name, kind: BuiltinKind::Plain(function), binds: false }))
    }

    /// A function that holds values.
    pub fn closure(&self, name: &'static str, function: impl Fn(&Vm, Args) -> PyResult + 'static) -> Value {
        Value::Builtin(Rc::new(Builtin { name, kind: BuiltinKind::Closure(Rc::new(function)), binds: false }))
    }

    /// Give a class its methods.
    pub fn add_methods(&self, class: &Rc<Class>, methods: &[(&'static str, NativeFn)]) {
        for &(name, function) in methods {
            let method = Builtin { name, kind: BuiltinKind::Plain(function), binds: true };
            class.dict.set_str(&self.intern(name), Value::Builtin(Rc::new(method)));
        }
    }

    /// Give a class methods that have a frame of their own.
    pub fn add_frame_methods(&self, class: &Rc<Class>, methods: &[(&'static str, FrameFn)]) {
        for &(name, function) in methods {
            let method = Builtin { name, kind: BuiltinKind::Frame(function), binds: true };
            class.dict.set_str(&self.intern(name), Value::Builtin(Rc::new(method)));
        }
    }

    /// Give a class attributes that are computed.
    pub fn add_getters(&self, class: &Rc<Class>, getters: &[(&'static str, Getter)]) {
        for &(name, getter) in getters {
            let get = self.closure(name, move |vm, args| match args.positional.first() {
                Some(object) => getter(vm, object),
                None => Ok(Value::None),
            });
            let property =
                Property::Property { get, set: Value::None, delete: Value::None, doc: Value::None };
            class.dict.set_str(&self.intern(name), Value::Property(Rc::new(property)));
        }
    }

    /// Give a class attributes that are computed, and can be set.
    pub fn add_setters(&self, class: &Rc<Class>, setters: &[(&'static str, Getter, Setter)]) {
        for &(name, getter, setter) in setters {
            let get = self.closure(name, move |vm, args| match args.positional.first() {
                Some(object) => getter(vm, object),
                None => Ok(Value::None),
            });
            let set = self.closure(name, move |vm, args| match <[Value; 2]>::try_from(args.positional) {
                Ok([object, value]) => setter(vm, &object, value).map(|()| Value::None),
                Err(_) => Ok(Value::None),
            });
            let property = Property::Property { get, set, delete: Value::None, doc: Value::None };
            class.dict.set_str(&self.intern(name), Value::Property(Rc::new(property)));
        }
    }

    /// Give a class methods that belong to the class itself.
    pub fn add_static_methods(&self, class: &Rc<Class>, methods: &[(&'static str, NativeFn)]) {
        for &(name, function) in methods {
            let method = Property::Static(self.builtin(name, function));
            class.dict.set_str(&self.intern(name), Value::Property(Rc::new(method)));
        }
    }

    /// Give a class methods that are given the class they are called on.
    pub fn add_class_methods(&self, class: &Rc<Class>, methods: &[(&'static str, NativeFn)]) {
        for &(name, function) in methods {
            let method = Property::Class(self.builtin(name, function));
            class.dict.set_str(&self.intern(name), Value::Property(Rc::new(method)));
        }
    }

    /// A class that a built-in module defines.
    pub fn native_class(&self, name: &str, module: &str, methods: &[(&'static str, NativeFn)]) -> Rc<Class> {
        let class = builtin_class(name, module, std::slice::from_ref(&self.types.object), Layout::Sealed);
        self.add_methods(&class, methods);
        class
    }

    /// A class that a built-in module defines, and that Python code may derive from: an instance is made by
    /// the `__init__` among its methods, which [keeps](Vm::set_native) in it what the others work on.
    pub fn open_class(
        &self,
        name: &str,
        module: &str,
        base: &Rc<Class>,
        methods: &[(&'static str, NativeFn)],
    ) -> Rc<Class> {
        let class = builtin_class(name, module, std::slice::from_ref(base), Layout::Native);
        class.constructor.set(Some(|vm, class, args| {
            let object = Value::Object(vm.new_object(class, Payload::Native(Default::default())));
            match vm.special(&object, "__init__") {
                Some(init) => vm.call(&init, args).map(|_| object),
                None => Err(vm.type_error(&format!("cannot create '{}' instances", class.full_name()))),
            }
        }));
        self.add_methods(&class, methods);
        class
    }

    /// Keep in an instance of such a class what its methods work on.
    pub fn set_native<T: 'static>(&self, object: &Value, body: T) {
        if let Value::Object(object) = object
            && let Payload::Native(place) = &object.payload
        {
            // An `__init__` that is called again changes nothing.
            let _ = place.set(Box::new(body));
        }
    }

    /// An instance of such a class that no program has called for.
    pub fn native_object<T: 'static>(&self, class: &Rc<Class>, body: T) -> Value {
        let object = Value::Object(self.new_object(class, Payload::Native(Default::default())));
        self.set_native(&object, body);
        object
    }

    /// `type(value)`.
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        let types = &self.types;
        let class = match value {
            Value::None => &types.none,
            Value::Ellipsis => &types.ellipsis,
            Value::NotImplemented => &types.not_implemented,
            Value::Bool(_) => &self.bool_class,
            Value::Int(..) | Value::BigInt(_) => &types.int,
            Value::Float(..) => &types.float,
            Value::Str(_) => &types.str,
            Value::Bytes(_) => &types.bytes,
            Value::Tuple(_) => &types.tuple,
            Value::List(_) => &types.list,
            Value::Dict(_) => &types.dict,
            Value::Set(set) if set.is_frozen() => &types.frozenset,
            Value::Set(_) => &types.set,
            Value::Range(_) => &types.range,
            Value::Slice(_) => &types.slice,
            Value::Function(_) => &types.function,
            Value::Builtin(_) => &types.builtin,
            Value::Method(method) if matches!(method.function, Value::Builtin(_)) => &types.builtin,
            Value::Method(_) => &types.method,
            Value::Property(property) => match **property {
                Property::Property { .. } => &types.property,
                Property::Static(_) => &types.staticmethod,
                Property::Class(_) => &types.classmethod,
            },
            Value::Class(class) => return self.metaclass(class),
            Value::Object(object) => return object.class.borrow().clone(),
            Value::Module(_) => &types.module,
            Value::Generator(generator) => match generator.kind {
                crate::python::code::CodeKind::Coroutine => &types.coroutine,
                crate::python::code::CodeKind::AsyncGenerator => &types.async_generator,
                _ => &types.generator,
            },
            Value::Iterator(iterator) => return builtins::iterators::class_of(self, iterator),
            Value::Coroutine(_) => &types.coroutine,
            Value::AsyncStep(step) => match step.action {
                AsyncAction::Send(_) => &types.async_step,
                AsyncAction::Next(_) => &types.async_next,
                AsyncAction::Throw(_) | AsyncAction::Close => &types.async_throw,
            },
            Value::Future(future) => match future.kind() {
                Kind::Task(_) => &types.task,
                Kind::Gathering(_) => &types.gathering,
                Kind::Plain(_) => &types.future,
            },
            Value::Native(native) => return native.class.clone(),
            Value::Cell(_) => &types.cell,
        };
        class.clone()
    }

    /// `type(cls)`.
    pub fn metaclass(&self, class: &Rc<Class>) -> Rc<Class> {
        class.metaclass.clone().unwrap_or_else(|| self.types.type_.clone())
    }
}
