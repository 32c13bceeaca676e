//! Functions, lambdas and classes.

use ruff_python_ast::{Decorator, Expr, ExprLambda, Parameters as Signature, StmtClassDef, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::scopes::{Place, ScopeId, ScopeKind};
use super::{Access, Compiler, docstring};
use crate::python::code::{Code, CodeKind, Op, Parameters};
use crate::python::objects::Value;
use std::rc::Rc;

impl<'a> Compiler<'a> {
    pub(super) fn function_definition(&mut self, function: &'a StmtFunctionDef) {
        let name = function.name.as_str();
        let range = function.name.range();
        self.decorators(&function.decorator_list);
        let scope = self.scopes.at(function.range, ScopeKind::Function);
        let kind = match (function.is_async, self.scopes.get(scope).has_yield) {
            (false, false) => CodeKind::Plain,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        };
        let defaults = self.defaults(&function.parameters);
        match &function.type_params {
            None => self.function_object(function, scope, kind, defaults),
            Some(types) => self.generic(types, name, defaults, |this, defaults| {
                this.function_object(function, scope, kind, defaults);
                this.type_params(types, range);
            }),
        }
        self.decorate(&function.decorator_list);
        self.name(name, Access::Store, range);
    }

    /// Push the function, whose defaults are on the stack.
    fn function_object(
        &mut self,
        function: &'a StmtFunctionDef,
        scope: ScopeId,
        kind: CodeKind,
        defaults: (bool, bool),
    ) {
        let (name, range) = (function.name.as_str(), function.name.range());
        let qualname = self.qualname(name, true);
        let start =
            function.decorator_list.first().map_or(function.range.start(), |first| first.range.start());
        self.enter(scope, name, qualname, kind, false, start.to_u32());
        let parameters = self.parameters(scope, &function.parameters);
        self.prologue(TextRange::empty(start));
        let doc = docstring(&function.body);
        self.body(&function.body, doc.is_some());
        self.finish_namespace(range);
        let code = self.leave(parameters, doc);
        self.make_function(code, defaults, range);
        self.annotations(&function.parameters, function.returns.as_deref(), range);
    }

    pub(super) fn lambda(&mut self, lambda: &'a ExprLambda) {
        let scope = self.scopes.at(lambda.range, ScopeKind::Function);
        let defaults =
            lambda.parameters.as_ref().map_or((false, false), |parameters| self.defaults(parameters));
        let kind = if self.scopes.get(scope).has_yield { CodeKind::Generator } else { CodeKind::Plain };
        let qualname = self.qualname("<lambda>", false);
        self.enter(scope, "<lambda>", qualname, kind, false, lambda.range.start().to_u32());
        let parameters = match &lambda.parameters {
            Some(signature) => self.parameters(scope, signature),
            None => Parameters::default(),
        };
        self.prologue(TextRange::empty(lambda.range.start()));
        self.expression(&lambda.body);
        self.emit(Op::Return, lambda.body.range());
        let code = self.leave(parameters, None);
        self.make_function(code, defaults, lambda.range);
    }

    fn decorators(&mut self, decorators: &'a [Decorator]) {
        decorators.iter().for_each(|decorator| self.expression(&decorator.expression));
    }

    fn decorate(&mut self, decorators: &'a [Decorator]) {
        for decorator in decorators.iter().rev() {
            self.emit(Op::Call(1), decorator.expression.range());
        }
    }

    /// Push the defaults: a tuple of positional ones, a dict of keyword-only ones.
    fn defaults(&mut self, parameters: &'a Signature) -> (bool, bool) {
        let range = parameters.range;
        let positional =
            parameters.posonlyargs.iter().chain(&parameters.args).filter_map(|p| p.default.as_deref());
        let count = positional.map(|default| self.expression(default)).count();
        if count > 0 {
            self.emit(Op::BuildTuple(count as u32), range);
        }
        let mut keywords = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                let name = self.scopes.mangle(self.scope, parameter.name());
                let name = self.intern(&name);
                self.constant(Value::Str(name), range);
                self.expression(default);
                keywords += 1;
            }
        }
        if keywords > 0 {
            self.emit(Op::BuildDict(keywords), range);
        }
        (count > 0, keywords > 0)
    }

    /// Give the parameters the first slots.
    fn parameters(&mut self, scope: ScopeId, signature: &'a Signature) -> Parameters {
        let named = signature.posonlyargs.iter().chain(&signature.args).chain(&signature.kwonlyargs);
        let names = named.map(|parameter| parameter.name());
        let variadic =
            [&signature.vararg, &signature.kwarg].into_iter().flatten().map(|parameter| &parameter.name);
        for name in names.chain(variadic) {
            let name = self.scopes.mangle(scope, name);
            self.slot(scope, &name);
        }
        Parameters {
            positional_only: signature.posonlyargs.len(),
            positional: signature.posonlyargs.len() + signature.args.len(),
            keyword_only: signature.kwonlyargs.len(),
            varargs: signature.vararg.is_some(),
            varkwargs: signature.kwarg.is_some(),
        }
    }

    /// Push the function; its defaults are on the stack.
    pub(super) fn make_function(&mut self, code: Rc<Code>, defaults: (bool, bool), range: TextRange) {
        let free = std::mem::take(&mut self.last_free);
        let inner: Vec<u32> = free.iter().map(|(owner, name)| self.slot(*owner, name)).collect();
        for slot in &inner {
            self.emit(Op::LoadCell(*slot), range);
        }
        if !inner.is_empty() {
            self.emit(Op::BuildTuple(inner.len() as u32), range);
        }
        self.unit().codes.push(code);
        let code = self.unit().codes.len() as u32 - 1;
        let op = Op::MakeFunction {
            code,
            defaults: defaults.0,
            keyword_defaults: defaults.1,
            closure: !inner.is_empty(),
        };
        self.emit(op, range);
    }

    fn annotations(&mut self, parameters: &'a Signature, returns: Option<&'a Expr>, range: TextRange) {
        // As CPython's compiler goes through them: what is positional only comes second.
        let (first, second) = (parameters.posonlyargs.len(), parameters.args.len());
        let positional = parameters.iter().skip(first).take(second).chain(parameters.iter().take(first));
        let ordered = positional.chain(parameters.iter().skip(first + second));
        let annotated = ordered.filter_map(|p| Some((p.name().as_str(), p.annotation()?)));
        let all = annotated.chain(returns.map(|annotation| ("return", annotation)));
        let mut count = 0;
        for (name, annotation) in all {
            let name = self.intern(name);
            self.constant(Value::Str(name), range);
            self.annotation(annotation);
            count += 1;
        }
        if count > 0 {
            self.emit(Op::BuildDict(count), range);
            self.emit(Op::SetAnnotations, range);
        }
    }

    /// Push an annotation: its value, or its text.
    pub(super) fn annotation(&mut self, annotation: &'a Expr) {
        match self.lazy_annotations {
            true => {
                let text = self.source.text.get(annotation.range().to_std_range()).unwrap_or_default();
                // CPython shows texts in the quotes of their repr.
                let text = if text.contains(['\'', '\\']) { text.into() } else { text.replace('"', "'") };
                self.constant(Value::string(text), annotation.range());
            }
            false => match annotation {
                // `*args: *Ts` is the one item that `*Ts` gives.
                Expr::Starred(starred) => {
                    self.expression(&starred.value);
                    self.emit(Op::UnpackSequence(1), starred.range);
                }
                _ => self.expression(annotation),
            },
        }
    }

    /// The dotted path to a definition: `outer.<locals>.inner`, `Class.method`.
    pub(super) fn qualname(&mut self, name: &str, is_named: bool) -> String {
        let units = self.units.iter().rev();
        let Some(unit) = units.clone().find(|unit| !unit.is_generic) else { return name.to_owned() };
        let at = if self.unit_is_generic() { unit.scope } else { self.scope };
        let mangled = self.scopes.mangle(at, name);
        let is_global = is_named && self.scopes.place(at, &mangled) == Place::Global;
        match (unit.scope, is_global, unit.is_namespace) {
            (0, ..) | (_, true, _) => name.to_owned(),
            (_, _, true) => format!("{}.{name}", unit.qualname),
            _ => format!("{}.<locals>.{name}", unit.qualname),
        }
    }

    pub(super) fn class_definition(&mut self, class: &'a StmtClassDef) {
        let (name, range) = (class.name.as_str(), class.name.range());
        self.decorators(&class.decorator_list);
        match &class.type_params {
            None => self.class_object(class),
            Some(types) => self.generic(types, name, (false, false), |this, _| this.class_object(class)),
        }
        self.decorate(&class.decorator_list);
        self.name(name, Access::Store, range);
    }

    /// Push the class.
    fn class_object(&mut self, class: &'a StmtClassDef) {
        let (name, range) = (class.name.as_str(), class.name.range());
        self.emit(Op::LoadBuildClass, range);
        let code = self.class_body(class, range);
        self.make_function(code, (false, false), range);
        let text = self.intern(name);
        self.constant(Value::Str(text), range);
        let call = self.without_decorators(class);
        match &class.arguments {
            Some(arguments) => self.arguments(arguments, 2, call),
            None => {
                self.emit(Op::Call(2), call);
            }
        }
    }

    /// From the word `class` on: what tracebacks show of a class that cannot be made.
    fn without_decorators(&self, class: &StmtClassDef) -> TextRange {
        let (start, name) = (class.range.start(), class.name.range.start());
        let before = self.source.text.get(start.to_usize()..name.to_usize()).unwrap_or_default();
        let keyword = before.rfind("class").and_then(|at| TextSize::try_from(at).ok()).unwrap_or_default();
        TextRange::new(start + keyword, class.range.end())
    }

    /// `__doc__ = …` in the namespace of a class or module that has a docstring.
    pub(super) fn store_doc(&mut self, doc: Option<&str>, range: TextRange) {
        if let Some(doc) = doc {
            self.constant(Value::str(doc), range);
            self.name("__doc__", Access::Store, range);
        }
    }

    fn class_body(&mut self, class: &'a StmtClassDef, range: TextRange) -> Rc<Code> {
        let name = class.name.as_str();
        let scope = self.scopes.at(class.range, ScopeKind::Class);
        let qualname = self.qualname(name, true);
        self.enter(scope, name, qualname.clone(), CodeKind::Plain, true, class.range.start().to_u32());
        self.prologue(range);
        let module = self.name_index("__name__");
        self.emit(Op::LoadGlobal(module), range);
        self.name("__module__", Access::Store, range);
        self.constant(Value::string(qualname), range);
        self.name("__qualname__", Access::Store, range);
        self.namespace_start(range);
        let doc = docstring(&class.body);
        self.store_doc(doc.as_deref(), range);
        if let Some(types) = &class.type_params {
            self.type_params_tuple(types, range);
            self.name("__type_params__", Access::Store, range);
        }
        self.body(&class.body, doc.is_some());
        match self.scopes.get(scope).is_cell("__class__") {
            true => {
                let slot = self.slot(scope, "__class__");
                self.emit(Op::LoadCell(slot), range);
            }
            false => self.constant(Value::None, range),
        }
        self.emit(Op::Return, range);
        self.leave(Parameters::default(), doc)
    }
}
