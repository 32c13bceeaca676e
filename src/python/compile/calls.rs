//! Calls: `f(x)`, `object.method(x)`, `f(*args, **kwargs)`, `super()`.

use ruff_python_ast::{Arguments, Expr, ExprCall};
use ruff_text_size::{Ranged, TextRange};

use super::scopes::{Place, ScopeKind};
use super::{Access, Compiler};
use crate::python::code::Op;
use crate::python::objects::Value;
use crate::python::vm::here::NAMES;

impl<'a> Compiler<'a> {
    pub(super) fn call(&mut self, call: &'a ExprCall) {
        let range = call.range();
        if self.bare_super(call) {
            return;
        }
        let plain =
            call.arguments.keywords.is_empty() && !call.arguments.args.iter().any(Expr::is_starred_expr);
        match &*call.func {
            Expr::Attribute(attribute) if plain => {
                self.expression(&attribute.value);
                let name = self.attribute_index(&attribute.attr);
                self.emit(Op::LoadMethod(name), self.attribute_range(attribute, attribute.range));
                call.arguments.args.iter().for_each(|argument| self.expression(argument));
                self.emit(
                    Op::CallMethod(call.arguments.args.len() as u32),
                    self.attribute_range(attribute, range),
                );
            }
            Expr::Name(name) if plain && NAMES.contains(&name.id.as_str()) => {
                self.expression(&call.func);
                call.arguments.args.iter().for_each(|argument| self.expression(argument));
                self.emit(Op::CallHere(call.arguments.args.len() as u32), range);
            }
            function => {
                self.expression(function);
                let range = match function {
                    Expr::Attribute(attribute) if !is_unpacked(&call.arguments) => {
                        self.attribute_range(attribute, range)
                    }
                    _ => range,
                };
                self.arguments(&call.arguments, 0, range);
            }
        }
    }

    /// `super()` is `super(__class__, self)` with the method's own class and first argument.
    fn bare_super(&mut self, call: &'a ExprCall) -> bool {
        let Expr::Name(name) = &*call.func else { return false };
        if name.id.as_str() != "super" || !call.arguments.is_empty() {
            return false;
        }
        let frame = self.scopes.frame_of(self.scope);
        let in_method = matches!(self.scopes.place(self.scope, "__class__"), Place::Variable(_));
        let first = self.unit().variables.first().cloned();
        let (true, ScopeKind::Function, Some(first)) = (in_method, self.scopes.get(frame).kind, first) else {
            return false;
        };
        self.name("super", Access::Load, name.range);
        self.name("__class__", Access::Load, name.range);
        let is_cell = self.scopes.get(frame).is_cell(first.as_str());
        self.emit(if is_cell { Op::LoadDeref(0) } else { Op::LoadFast(0) }, name.range);
        self.emit(Op::Call(2), call.range());
        true
    }

    /// The arguments and the call itself; `pushed` of them are on the stack already.
    pub(super) fn arguments(&mut self, arguments: &'a Arguments, pushed: u32, range: TextRange) {
        if is_unpacked(arguments) {
            return self.unpacked_arguments(arguments, pushed, range);
        }
        arguments.args.iter().for_each(|argument| self.expression(argument));
        let mut names = Vec::new();
        for keyword in &arguments.keywords {
            self.expression(&keyword.value);
            names.extend(keyword.arg.as_ref().map(|name| Value::Str(self.intern(name))));
        }
        let count = pushed + (arguments.args.len() + names.len()) as u32;
        if names.is_empty() {
            self.emit(Op::Call(count), range);
            return;
        }
        let names = self.constant_index(Value::tuple(names));
        self.emit(Op::CallKeywords { count, names }, range);
    }

    /// The positional arguments become a tuple, the others a dict.
    fn unpacked_arguments(&mut self, arguments: &'a Arguments, pushed: u32, range: TextRange) {
        self.emit(Op::BuildList(pushed), range);
        for argument in &arguments.args {
            match argument {
                Expr::Starred(starred) => {
                    self.expression(&starred.value);
                    self.emit(Op::ListExtend(1), range);
                }
                _ => {
                    self.expression(argument);
                    self.emit(Op::ListAppend(1), range);
                }
            }
        }
        self.emit(Op::ListToTuple, range);
        if !arguments.keywords.is_empty() {
            self.emit(Op::BuildDict(0), range);
            for keyword in &arguments.keywords {
                match &keyword.arg {
                    Some(name) => {
                        let name = self.intern(name);
                        self.constant(Value::Str(name), range);
                        self.expression(&keyword.value);
                        self.emit(Op::BuildDict(1), range);
                    }
                    None => self.expression(&keyword.value),
                }
                self.emit(Op::DictMerge(1), range);
            }
        }
        self.emit(Op::CallUnpacked { keywords: !arguments.keywords.is_empty() }, range);
    }
}

/// Whether there are `*args` or `**kwargs`.
fn is_unpacked(arguments: &Arguments) -> bool {
    arguments.args.iter().any(Expr::is_starred_expr)
        || arguments.keywords.iter().any(|keyword| keyword.arg.is_none())
}
