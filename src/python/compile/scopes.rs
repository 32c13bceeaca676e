//! Which variable a name means: CPython's `symtable`. One pass notes for each scope what it binds
//! and uses; a name is then looked up outwards through the scopes, as Python's rules say.
//!
//! Comprehensions are scopes of their own but no functions (PEP 709): their variables live in
//! the frame of the function around them.

use hashbrown::{HashMap, HashSet};
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    Comprehension, ExceptHandler, Expr, ExprContext, Parameters, Pattern, Stmt, StmtClassDef,
    StmtFunctionDef, TypeParams,
};
use ruff_text_size::TextRange;

/// A scope's number.
pub type ScopeId = usize;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
    /// Inlined: has names of its own, but no frame.
    Comprehension,
}

/// What one scope does with names.
pub struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    bound: HashSet<String>,
    globals: HashSet<String>,
    nonlocals: HashSet<String>,
    used: Vec<String>,
    /// Its variables that functions inside it use.
    pub cells: Vec<String>,
    /// Variables of scopes around it that it, or a function inside it, uses.
    pub free: Vec<(ScopeId, String)>,
    pub has_yield: bool,
    pub has_await: bool,
    pub has_annotations: bool,
    /// A comprehension or generator expression, inlined or not: `:=` binds outside of it.
    is_comprehension: bool,
    /// The innermost class around it, for `__private` names.
    class_name: Option<String>,
}

/// Where a name's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A variable of that scope, whose frame may be this one or one around it.
    Variable(ScopeId),
    Global,
    /// The namespace of the class body.
    Namespace,
    /// The namespace of the class body, then the variable of a function around it.
    NamespaceOr(ScopeId),
}

/// All scopes of a program; the first is the module.
pub struct Scopes {
    scopes: Vec<Scope>,
    by_range: HashMap<(TextRange, bool), ScopeId>,
}

impl Scopes {
    pub fn of(body: &[Stmt]) -> Self {
        Self::built(|builder| builder.visit_body(body))
    }

    /// Of an expression that stands alone.
    pub fn of_expression(expression: &Expr) -> Self {
        Self::built(|builder| builder.visit_expr(expression))
    }

    fn built(visit: impl FnOnce(&mut Builder)) -> Self {
        let mut builder = Builder { scopes: Vec::new(), by_range: HashMap::new(), current: 0 };
        builder.scopes.push(Scope::new(ScopeKind::Module, None, None));
        visit(&mut builder);
        let mut scopes = Self { scopes: builder.scopes, by_range: builder.by_range };
        scopes.link();
        scopes
    }

    /// The scope that a definition, lambda or comprehension opens.
    pub fn at(&self, node: TextRange, kind: ScopeKind) -> ScopeId {
        self.by_range.get(&(node, kind == ScopeKind::Comprehension)).copied().unwrap_or(0)
    }

    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id]
    }

    /// Whether a comprehension at this place shares the frame around it: not in a class body,
    /// whose names it must not see.
    pub fn inlines(&self, within: ScopeId) -> bool {
        self.scopes[within].kind != ScopeKind::Class
    }

    /// `__name` inside a class is `_Class__name`.
    pub fn mangle(&self, scope: ScopeId, name: &str) -> String {
        mangle(self.scopes[scope].class_name.as_deref(), name)
    }

    /// Where the value of a (mangled) name is, seen from a scope.
    pub fn place(&self, from: ScopeId, name: &str) -> Place {
        let scope = &self.scopes[from];
        if scope.kind == ScopeKind::Class && !scope.nonlocals.contains(name) {
            if scope.globals.contains(name) {
                return Place::Global;
            }
            return match (scope.bound.contains(name), self.enclosing(from, name)) {
                (false, Some(owner)) => Place::NamespaceOr(owner),
                _ => Place::Namespace,
            };
        }
        match self.owner(from, name) {
            Some(owner) => Place::Variable(owner),
            None => Place::Global,
        }
    }

    fn owner(&self, from: ScopeId, name: &str) -> Option<ScopeId> {
        let scope = &self.scopes[from];
        if scope.globals.contains(name) {
            return None;
        }
        let own = matches!(scope.kind, ScopeKind::Function | ScopeKind::Comprehension);
        if own && scope.bound.contains(name) && !scope.nonlocals.contains(name) {
            return Some(from);
        }
        self.enclosing(from, name)
    }

    fn enclosing(&self, from: ScopeId, name: &str) -> Option<ScopeId> {
        let inline = self.scopes[from].kind == ScopeKind::Comprehension;
        let parent = self.scopes[from].parent?;
        let scope = &self.scopes[parent];
        match scope.kind {
            ScopeKind::Module => None,
            ScopeKind::Class if name == "__class__" && !inline => Some(parent),
            ScopeKind::Class => self.enclosing(parent, name),
            _ => self.owner(parent, name),
        }
    }

    /// Note for each scope its cells and free variables.
    fn link(&mut self) {
        for id in 0..self.scopes.len() {
            for name in std::mem::take(&mut self.scopes[id].used) {
                match self.place(id, &name) {
                    Place::Variable(owner) | Place::NamespaceOr(owner) => self.capture(id, owner, &name),
                    _ => {}
                }
            }
        }
    }

    fn capture(&mut self, from: ScopeId, owner: ScopeId, name: &str) {
        let target = self.frame_of(owner);
        let mut at = self.frame_of(from);
        if at == target {
            return;
        }
        if !self.scopes[owner].cells.iter().any(|cell| cell == name) {
            self.scopes[owner].cells.push(name.to_owned());
        }
        while at != target {
            let entry = (owner, name.to_owned());
            if !self.scopes[at].free.contains(&entry) {
                self.scopes[at].free.push(entry);
            }
            match self.scopes[at].parent {
                Some(parent) => at = self.frame_of(parent),
                None => return,
            }
        }
    }

    /// The scope whose frame holds this scope's variables.
    pub fn frame_of(&self, id: ScopeId) -> ScopeId {
        let scope = &self.scopes[id];
        match (scope.kind, scope.parent) {
            (ScopeKind::Comprehension, Some(parent)) => self.frame_of(parent),
            _ => id,
        }
    }
}

impl Scope {
    fn new(kind: ScopeKind, parent: Option<ScopeId>, class_name: Option<String>) -> Self {
        Self {
            kind,
            parent,
            bound: HashSet::new(),
            globals: HashSet::new(),
            nonlocals: HashSet::new(),
            used: Vec::new(),
            cells: Vec::new(),
            free: Vec::new(),
            has_yield: false,
            has_await: false,
            has_annotations: false,
            is_comprehension: kind == ScopeKind::Comprehension,
            class_name,
        }
    }

    pub fn is_cell(&self, name: &str) -> bool {
        self.cells.iter().any(|cell| cell == name)
    }
}

fn mangle(class: Option<&str>, name: &str) -> String {
    match class.map(|class| class.trim_start_matches('_')) {
        Some(class) if !class.is_empty() && name.starts_with("__") && !name.ends_with("__") => {
            format!("_{class}{name}")
        }
        _ => name.to_owned(),
    }
}

struct Builder {
    scopes: Vec<Scope>,
    by_range: HashMap<(TextRange, bool), ScopeId>,
    current: ScopeId,
}

impl Builder {
    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.current]
    }

    fn mangled(&self, name: &str) -> String {
        mangle(self.scopes[self.current].class_name.as_deref(), name)
    }

    fn bind(&mut self, name: &str) {
        let name = self.mangled(name);
        self.scope().used.push(name.clone());
        self.scope().bound.insert(name);
    }

    fn using(&mut self, name: &str) {
        let name = self.mangled(name);
        self.scope().used.push(name);
        if name_is_super(self.scope().used.last()) {
            self.scope().used.push("__class__".to_owned());
        }
    }

    fn within(
        &mut self,
        kind: ScopeKind,
        node: TextRange,
        class_name: Option<String>,
        inside: impl FnOnce(&mut Self),
    ) {
        let class_name = class_name.or_else(|| self.scopes[self.current].class_name.clone());
        let id = self.scopes.len();
        self.scopes.push(Scope::new(kind, Some(self.current), class_name));
        self.by_range.insert((node, kind == ScopeKind::Comprehension), id);
        let outer = std::mem::replace(&mut self.current, id);
        inside(self);
        self.current = outer;
    }

    fn parameters(&mut self, parameters: &Parameters) {
        for parameter in parameters {
            self.bind(parameter.name().as_str());
        }
    }

    /// Defaults belong to the scope around the function.
    fn defaults(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
    }

    fn annotations(&mut self, parameters: &Parameters) {
        for parameter in parameters {
            if let Some(annotation) = parameter.annotation() {
                self.visit_expr(annotation);
            }
        }
    }

    fn function(&mut self, function: &StmtFunctionDef) {
        for decorator in &function.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.defaults(&function.parameters);
        self.bind(function.name.as_str());
        self.generic(function.type_params.as_deref(), |this| {
            this.annotations(&function.parameters);
            if let Some(returns) = &function.returns {
                this.visit_expr(returns);
            }
            this.within(ScopeKind::Function, function.range, None, |this| {
                this.parameters(&function.parameters);
                this.visit_body(&function.body);
            });
        });
    }

    /// What a definition with type parameters holds stands in a scope of their own.
    fn generic(&mut self, types: Option<&TypeParams>, inside: impl FnOnce(&mut Self)) {
        let Some(types) = types else { return inside(self) };
        self.within(ScopeKind::Function, types.range, None, |this| {
            for parameter in &types.type_params {
                this.bind(parameter.name().as_str());
                this.using(parameter.name().as_str());
                visitor::walk_type_param(this, parameter);
            }
            inside(this);
        });
    }

    fn class(&mut self, class: &StmtClassDef) {
        for decorator in &class.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.bind(class.name.as_str());
        self.generic(class.type_params.as_deref(), |this| {
            if let Some(arguments) = &class.arguments {
                this.visit_arguments(arguments);
            }
            this.within(ScopeKind::Class, class.range, Some(class.name.to_string()), |this| {
                for parameter in class.type_params.iter().flat_map(|types| types.iter()) {
                    this.using(parameter.name().as_str());
                }
                this.visit_body(&class.body);
            });
        });
    }

    /// The first iterable is evaluated outside of the comprehension.
    fn comprehension(
        &mut self,
        node: TextRange,
        generators: &[Comprehension],
        is_generator: bool,
        elements: &[&Expr],
    ) {
        if let Some(first) = generators.first() {
            self.visit_expr(&first.iter);
        }
        let kind = match is_generator || self.scopes[self.current].kind == ScopeKind::Class {
            true => ScopeKind::Function,
            false => ScopeKind::Comprehension,
        };
        self.within(kind, node, None, |this| {
            this.scope().is_comprehension = true;
            for (place, generator) in generators.iter().enumerate() {
                this.scope().has_await |= generator.is_async;
                this.visit_expr(&generator.target);
                if place > 0 {
                    this.visit_expr(&generator.iter);
                }
                generator.ifs.iter().for_each(|test| this.visit_expr(test));
            }
            elements.iter().for_each(|element| this.visit_expr(element));
        });
        let inner = self.by_range.get(&(node, kind == ScopeKind::Comprehension)).copied().unwrap_or(0);
        if kind == ScopeKind::Comprehension {
            let (has_yield, has_await) = (self.scopes[inner].has_yield, self.scopes[inner].has_await);
            self.scope().has_yield |= has_yield;
            self.scope().has_await |= has_await;
        }
    }

    /// `:=` binds in the function around the comprehensions.
    fn bind_walrus(&mut self, name: &str) {
        let inner = self.current;
        while self.scopes[self.current].is_comprehension {
            self.current = self.scopes[self.current].parent.unwrap_or(0);
        }
        self.bind(name);
        self.current = inner;
        self.using(name);
    }
}

fn name_is_super(name: Option<&String>) -> bool {
    name.is_some_and(|name| name == "super")
}

impl<'a> Visitor<'a> for Builder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Global(global) => {
                for name in &global.names {
                    let name = self.mangled(name);
                    self.scope().globals.insert(name);
                }
            }
            Stmt::Nonlocal(nonlocal) => {
                for name in &nonlocal.names {
                    let name = self.mangled(name);
                    self.scope().used.push(name.clone());
                    self.scope().nonlocals.insert(name);
                }
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let first = alias.name.split('.').next().unwrap_or_default();
                    self.bind(alias.asname.as_ref().map_or(first, |name| name.as_str()));
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in import.names.iter().filter(|alias| alias.name.as_str() != "*") {
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            Stmt::TypeAlias(alias) => {
                self.visit_expr(&alias.name);
                self.generic(alias.type_params.as_deref(), |this| {
                    this.within(ScopeKind::Function, alias.range, None, |this| this.visit_expr(&alias.value));
                });
            }
            Stmt::AnnAssign(_) => {
                self.scope().has_annotations = true;
                visitor::walk_stmt(self, stmt);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Store | ExprContext::Del => self.bind(&name.id),
                _ => self.using(&name.id),
            },
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                self.within(ScopeKind::Function, lambda.range, None, |this| {
                    if let Some(parameters) = &lambda.parameters {
                        this.parameters(parameters);
                    }
                    this.visit_expr(&lambda.body);
                });
            }
            Expr::ListComp(comp) => self.comprehension(comp.range, &comp.generators, false, &[&comp.elt]),
            Expr::SetComp(comp) => self.comprehension(comp.range, &comp.generators, false, &[&comp.elt]),
            Expr::Generator(comp) => self.comprehension(comp.range, &comp.generators, true, &[&comp.elt]),
            Expr::DictComp(comp) => match &comp.key {
                Some(key) => self.comprehension(comp.range, &comp.generators, false, &[key, &comp.value]),
                None => self.comprehension(comp.range, &comp.generators, false, &[&comp.value]),
            },
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                if let Expr::Name(name) = &*named.target {
                    self.bind_walrus(&name.id);
                }
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.scope().has_yield = true;
                visitor::walk_expr(self, expr);
            }
            Expr::Await(_) => {
                self.scope().has_await = true;
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind(name);
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(inner) => inner.name.as_ref(),
            Pattern::MatchStar(inner) => inner.name.as_ref(),
            Pattern::MatchMapping(inner) => inner.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(name);
        }
        visitor::walk_pattern(self, pattern);
    }
}
