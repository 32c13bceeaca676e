//! Type parameters (PEP 695): `def f[T](…)`, `class C[T]`, `type Pair[T] = …`.
//!
//! What such a definition holds runs in a frame of its own, in which the parameters are variables; `typing` makes
//! them. The frame gives the function, class or alias.

use ruff_python_ast::{Expr, StmtTypeAlias, TypeParam, TypeParams};
use ruff_text_size::{Ranged, TextRange};

use super::scopes::ScopeKind;
use super::{Access, Compiler};
use crate::python::code::{CodeKind, Op, Parameters};
use crate::python::objects::Value;

impl<'a> Compiler<'a> {
    /// Push what `inside` pushes in the frame of the type parameters. A function's defaults, which are on the stack,
    /// are handed in.
    pub(super) fn generic(
        &mut self,
        types: &'a TypeParams,
        name: &str,
        defaults: (bool, bool),
        inside: impl FnOnce(&mut Self, (bool, bool)),
    ) {
        let range = types.range;
        let scope = self.scopes.at(range, ScopeKind::Function);
        let name = format!("<generic parameters of {name}>");
        self.enter(scope, &name, name.clone(), CodeKind::Plain, false, range.start().to_u32());
        self.unit().is_generic = true;
        let given = usize::from(defaults.0) + usize::from(defaults.1);
        let slots: Vec<u32> =
            [".kwdefaults", ".defaults"].iter().skip(2 - given).map(|name| self.slot(scope, name)).collect();
        self.prologue(range);
        types.type_params.iter().for_each(|parameter| self.type_param(parameter));
        slots.iter().rev().for_each(|slot| {
            self.emit(Op::LoadFast(*slot), range);
        });
        inside(self, defaults);
        self.emit(Op::Return, range);
        let code = self.leave(Parameters { positional: given, ..Parameters::default() }, None);
        self.make_function(code, (false, false), range);
        // Below the function are the defaults: it comes first, they follow in the other order.
        if given > 0 {
            self.emit(Op::Swap(given as u32 + 1), range);
        }
        self.emit(Op::Call(given as u32), range);
    }

    pub(super) fn unit_is_generic(&self) -> bool {
        self.units.last().is_some_and(|unit| unit.is_generic)
    }

    /// `T = typing.TypeVar("T", *constraints, bound=…, infer_variance=True, default=…)`.
    fn type_param(&mut self, parameter: &'a TypeParam) {
        let range = parameter.range();
        let (class, bound) = match parameter {
            TypeParam::TypeVar(inner) => ("TypeVar", inner.bound.as_deref()),
            TypeParam::ParamSpec(_) => ("ParamSpec", None),
            TypeParam::TypeVarTuple(_) => ("TypeVarTuple", None),
        };
        self.load_typing(class, range);
        let text = self.intern(parameter.name().as_str());
        self.constant(Value::Str(text), range);
        let mut count = 2;
        let mut names = vec![Value::str("infer_variance")];
        if let Some(Expr::Tuple(constraints)) = bound {
            constraints.elts.iter().for_each(|constraint| self.expression(constraint));
            count += constraints.elts.len() as u32;
        }
        self.constant(Value::Bool(true), range);
        let bound = bound.filter(|bound| !bound.is_tuple_expr());
        for (name, value) in [("bound", bound), ("default", parameter.default())] {
            if let Some(value) = value {
                self.expression(value);
                names.push(Value::str(name));
                count += 1;
            }
        }
        let names = self.constant_index(Value::tuple(names));
        self.emit(Op::CallKeywords { count, names }, range);
        self.name(parameter.name().as_str(), Access::Store, range);
    }

    fn load_typing(&mut self, name: &str, range: TextRange) {
        let module = self.name_index("typing");
        self.emit(Op::Import { name: module, level: 0 }, range);
        let attr = self.name_index(name);
        self.emit(Op::LoadAttr(attr), range);
    }

    pub(super) fn type_params_tuple(&mut self, types: &'a TypeParams, range: TextRange) {
        types.iter().for_each(|parameter| self.name(parameter.name().as_str(), Access::Load, range));
        self.emit(Op::BuildTuple(types.len() as u32), range);
    }

    /// `f.__type_params__ = (T, …)` for the function at the top.
    pub(super) fn type_params(&mut self, types: &'a TypeParams, range: TextRange) {
        self.type_params_tuple(types, range);
        self.emit(Op::Copy(2), range);
        let attr = self.name_index("__type_params__");
        self.emit(Op::StoreAttr(attr), range);
    }

    /// `type X = value`: the value is computed when it is asked for.
    pub(super) fn type_alias(&mut self, alias: &'a StmtTypeAlias) {
        let Expr::Name(name) = &*alias.name else { return };
        match &alias.type_params {
            None => self.alias_object(alias, &name.id),
            Some(types) => {
                self.generic(types, &name.id, (false, false), |this, _| this.alias_object(alias, &name.id))
            }
        }
        self.store(&alias.name);
    }

    fn alias_object(&mut self, alias: &'a StmtTypeAlias, name: &str) {
        let range = alias.range;
        self.load_typing("_type_alias", range);
        let text = self.intern(name);
        self.constant(Value::Str(text), range);
        let scope = self.scopes.at(range, ScopeKind::Function);
        self.enter(scope, name, name.to_owned(), CodeKind::Plain, false, range.start().to_u32());
        self.prologue(range);
        self.expression(&alias.value);
        self.emit(Op::Return, range);
        let code = self.leave(Parameters::default(), None);
        self.make_function(code, (false, false), range);
        match &alias.type_params {
            Some(types) => self.type_params_tuple(types, range),
            None => {
                self.emit(Op::BuildTuple(0), range);
            }
        }
        self.emit(Op::Call(3), range);
    }
}
