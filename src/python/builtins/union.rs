//! `list[int]` and `int | None`: what annotations are made of.

use std::rc::Rc;

use crate::python::objects::{Args, Getter, NativeFn, NativeObject, PyResult, Tuple, Value};
use crate::python::vm::Vm;

/// `origin[args]`: a `types.GenericAlias`.
pub struct GenericAlias {
    pub origin: Value,
    pub args: Rc<Tuple>,
}

/// `a | b`: a `types.UnionType`.
pub struct Union {
    pub members: Vec<Value>,
}

const METHODS: &[(&str, NativeFn)] = &[("__hash__", hash)];

const ALIAS_METHODS: &[(&str, NativeFn)] = &[
    ("__getitem__", subscript),
    ("__call__", call),
    ("__mro_entries__", |_, args| {
        Ok(Value::tuple(with_alias(&args, |alias| alias.origin.clone()).into_iter().collect()))
    }),
];

const ALIAS_GETTERS: &[(&str, Getter)] = &[
    ("__origin__", |_, value| Ok(alias(value).map_or(Value::None, |alias| alias.origin.clone()))),
    ("__args__", |_, value| Ok(alias(value).map_or(Value::None, |alias| Value::Tuple(alias.args.clone())))),
    ("__parameters__", |_, _| Ok(Value::tuple(Vec::new()))),
];

const UNION_GETTERS: &[(&str, Getter)] = &[
    ("__args__", |vm, value| {
        let members = union(value).map(|union| union.members.as_slice()).unwrap_or_default();
        let class = |member: &Value| match member {
            Value::None => Value::Class(vm.types.none.clone()),
            other => other.clone(),
        };
        Ok(Value::tuple(members.iter().map(class).collect()))
    }),
    ("__parameters__", |_, _| Ok(Value::tuple(Vec::new()))),
];

/// Give both classes their methods.
pub fn install(vm: &Vm) {
    for class in [&vm.types.generic_alias, &vm.types.union] {
        class.module.replace(vm.intern("types"));
        vm.add_methods(class, METHODS);
    }
    vm.add_methods(&vm.types.generic_alias, ALIAS_METHODS);
    vm.add_getters(&vm.types.generic_alias, ALIAS_GETTERS);
    vm.add_getters(&vm.types.union, UNION_GETTERS);
}

fn alias(value: &Value) -> Option<&GenericAlias> {
    match value {
        Value::Native(native) => native.get(),
        _ => None,
    }
}

fn union(value: &Value) -> Option<&Union> {
    match value {
        Value::Native(native) => native.get(),
        _ => None,
    }
}

fn with_alias<T>(args: &Args, with: impl FnOnce(&GenericAlias) -> T) -> Option<T> {
    args.positional.first().and_then(alias).map(with)
}

/// `list[int](...)` is `list(...)`.
fn call(vm: &Vm, args: Args) -> PyResult {
    let origin = with_alias(&args, |alias| alias.origin.clone()).unwrap_or(Value::None);
    let Args { mut positional, keywords } = args;
    positional.remove(0);
    vm.call(&origin, Args { positional, keywords })
}

/// `list[T][int]`: nothing here has type variables.
fn subscript(vm: &Vm, args: Args) -> PyResult {
    let alias = vm.repr(args.positional.first().unwrap_or(&Value::None))?;
    Err(vm.type_error(&format!("{alias} is not a generic class")))
}

fn hash(vm: &Vm, args: Args) -> PyResult {
    let value = args.positional.first().unwrap_or(&Value::None);
    if let Some(alias) = alias(value) {
        return Ok(Value::int(vm.hash(&alias.origin)? ^ vm.hash(&Value::Tuple(alias.args.clone()))?));
    }
    // In any order, for unions are equal in any order.
    let members = union(value).map(|union| union.members.as_slice()).unwrap_or_default();
    let hashes = members.iter().map(|member| vm.hash(member)).collect::<PyResult<Vec<_>>>()?;
    Ok(Value::int(super::hash::hash_frozenset(&hashes)))
}

/// Whether it is a `types.GenericAlias`.
pub fn is_alias(value: &Value) -> bool {
    alias(value).is_some()
}

/// `origin[key]`.
pub fn new_alias(vm: &Vm, origin: Value, key: &Value) -> Value {
    let args = match key {
        Value::Tuple(items) => items.clone(),
        one => Rc::new(vec![one.clone()].into()),
    };
    let body = Box::new(GenericAlias { origin, args });
    Value::Native(Rc::new(NativeObject { class: vm.types.generic_alias.clone(), body }))
}

/// `left | right` of classes, aliases, unions and None; None where one is nothing of this.
pub fn union_of(vm: &Vm, left: &Value, right: &Value) -> Option<Value> {
    let is_type =
        |value: &Value| matches!(value, Value::Class(_)) || is_alias(value) || union(value).is_some();
    let fits = |value: &Value| is_type(value) || matches!(value, Value::None);
    if !fits(left) || !fits(right) || !(is_type(left) || is_type(right)) {
        return None;
    }
    let mut members: Vec<Value> = Vec::new();
    for side in [left, right] {
        let several = union(side).map_or_else(|| vec![side.clone()], |union| union.members.clone());
        for member in several {
            if !members.iter().any(|known| same(known, &member)) {
                members.push(member);
            }
        }
    }
    match members.len() {
        1 => members.pop(),
        _ => {
            let body = Box::new(Union { members });
            Some(Value::Native(Rc::new(NativeObject { class: vm.types.union.clone(), body })))
        }
    }
}

fn same(one: &Value, other: &Value) -> bool {
    match (alias(one), alias(other)) {
        (Some(one), Some(other)) => {
            one.origin.is(&other.origin)
                && one.args.len() == other.args.len()
                && one.args.iter().zip(other.args.iter()).all(|(one, other)| one.is(other))
        }
        _ => one.is(other),
    }
}

/// Whether two aliases or two unions are equal; None where they are not both of the same kind.
///
/// # Errors
/// What comparing arguments raises.
pub fn equal(vm: &Vm, left: &Value, right: &Value) -> PyResult<Option<bool>> {
    if let (Some(one), Some(other)) = (alias(left), alias(right)) {
        let args = [Value::Tuple(one.args.clone()), Value::Tuple(other.args.clone())];
        return Ok(Some(vm.eq(&one.origin, &other.origin)? && vm.eq(&args[0], &args[1])?));
    }
    if let (Some(one), Some(other)) = (union(left), union(right)) {
        let holds = |members: &[Value], member: &Value| members.iter().any(|known| same(known, member));
        return Ok(Some(
            one.members.len() == other.members.len()
                && one.members.iter().all(|member| holds(&other.members, member)),
        ));
    }
    Ok(None)
}

/// `repr` of either; None for anything else.
///
/// # Errors
/// What an argument's repr raises.
pub fn repr(vm: &Vm, value: &Value) -> PyResult<Option<String>> {
    if let Some(alias) = alias(value) {
        let args = alias.args.iter().map(|arg| part(vm, arg)).collect::<PyResult<Vec<_>>>()?;
        let args = if args.is_empty() { "()".to_owned() } else { args.join(", ") };
        return Ok(Some(format!("{}[{args}]", part(vm, &alias.origin)?)));
    }
    match union(value) {
        Some(union) => {
            let members =
                union.members.iter().map(|member| part(vm, member)).collect::<PyResult<Vec<_>>>()?;
            Ok(Some(members.join(" | ")))
        }
        None => Ok(None),
    }
}

/// Classes are shown by their names.
fn part(vm: &Vm, value: &Value) -> PyResult<String> {
    match value {
        Value::Ellipsis => Ok("...".into()),
        Value::List(list) => {
            let items = list.0.borrow().clone();
            let parts = items.iter().map(|item| part(vm, item)).collect::<PyResult<Vec<_>>>()?;
            Ok(format!("[{}]", parts.join(", ")))
        }
        Value::Class(class) if class.module.borrow().as_str() == "builtins" => {
            Ok(class.qualname.borrow().to_string())
        }
        Value::Class(class) => Ok(format!("{}.{}", class.module.borrow(), class.qualname.borrow())),
        other => Ok(vm.repr(other)?.to_string()),
    }
}
