//! Comprehensions, which run in the frame around them (PEP 709), and generator expressions,
//! which have a frame of their own.

use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;
use super::scopes::{ScopeId, ScopeKind};
use crate::python::code::{CodeKind, Op, Parameters};

/// What a comprehension does with its elements.
#[derive(Clone, Copy)]
enum Element<'a> {
    Append(&'a Expr),
    Add(&'a Expr),
    Entry(&'a Expr, &'a Expr),
    Yield(&'a Expr),
}

impl<'a> Compiler<'a> {
    pub(super) fn comprehension(&mut self, expr: &'a Expr) {
        let (name, generators, element) = match expr {
            Expr::ListComp(comp) => ("<listcomp>", &comp.generators, Element::Append(&comp.elt)),
            Expr::SetComp(comp) => ("<setcomp>", &comp.generators, Element::Add(&comp.elt)),
            Expr::DictComp(comp) => match &comp.key {
                Some(key) => ("<dictcomp>", &comp.generators, Element::Entry(key, &comp.value)),
                None => {
                    return self
                        .unsupported("unpacking in a dict comprehension (it is of Python 3.15)", comp.range);
                }
            },
            Expr::Generator(comp) => ("<genexpr>", &comp.generators, Element::Yield(&comp.elt)),
            _ => return,
        };
        let Some(first) = generators.first() else { return };
        let range = expr.range();
        let inline = self.scopes.inlines(self.scope) && !matches!(element, Element::Yield(_));
        let kind = if inline { ScopeKind::Comprehension } else { ScopeKind::Function };
        let scope = self.scopes.at(range, kind);
        match inline {
            true => {
                self.first_iterator(first);
                self.inlined(scope, generators, element, range);
            }
            false => self.own_frame(scope, name, generators, element, range),
        }
    }

    fn first_iterator(&mut self, first: &'a Comprehension) {
        self.expression(&first.iter);
        self.emit(if first.is_async { Op::GetAsyncIter } else { Op::GetIter }, first.iter.range());
    }

    /// The iterator is at the top; it is replaced by the result.
    fn inlined(
        &mut self,
        scope: ScopeId,
        generators: &'a [Comprehension],
        element: Element<'a>,
        range: TextRange,
    ) {
        let outer = std::mem::replace(&mut self.scope, scope);
        for name in self.scopes.get(scope).cells.clone() {
            let slot = self.slot(scope, &name);
            self.emit(Op::MakeCell(slot), range);
        }
        self.collect(generators, element, range);
        self.scope = outer;
    }

    fn collect(&mut self, generators: &'a [Comprehension], element: Element<'a>, range: TextRange) {
        let empty = match element {
            Element::Append(_) | Element::Yield(_) => Op::BuildList(0),
            Element::Add(_) => Op::BuildSet(0),
            Element::Entry(..) => Op::BuildDict(0),
        };
        self.emit(empty, range);
        self.emit(Op::Swap(2), range);
        self.loops(generators, 0, element, range);
    }

    /// A function of one parameter, the first iterator, called at once.
    fn own_frame(
        &mut self,
        scope: ScopeId,
        name: &'a str,
        generators: &'a [Comprehension],
        element: Element<'a>,
        range: TextRange,
    ) {
        let Some(first) = generators.first() else { return };
        let kind = match (element, self.scopes.get(scope).has_await) {
            (Element::Yield(_), true) => CodeKind::AsyncGenerator,
            (Element::Yield(_), false) => CodeKind::Generator,
            (_, true) => CodeKind::Coroutine,
            _ => CodeKind::Plain,
        };
        let qualname = self.qualname(name, false);
        self.enter(scope, name, qualname, kind, false, range.start().to_u32());
        let slot = self.slot(scope, ".0");
        self.prologue(TextRange::empty(range.start()));
        self.emit(Op::LoadFast(slot), range);
        match element {
            Element::Yield(_) => {
                self.loops(generators, 0, element, range);
                self.finish_namespace(range);
            }
            _ => {
                self.collect(generators, element, range);
                self.emit(Op::Return, range);
            }
        }
        let parameters = Parameters { positional_only: 1, positional: 1, ..Parameters::default() };
        let code = self.leave(parameters, None);
        self.make_function(code, (false, false), range);
        self.first_iterator(first);
        self.emit(Op::Call(1), range);
        if kind == CodeKind::Coroutine {
            self.await_top(range, crate::python::code::AwaitIn::Await);
        }
    }

    /// The loop over the iterator at the top, with all loops inside it.
    fn loops(
        &mut self,
        generators: &'a [Comprehension],
        depth: usize,
        element: Element<'a>,
        range: TextRange,
    ) {
        let Some(generator) = generators.get(depth) else {
            return self.element(element, depth as u32, range);
        };
        let iter_range = generator.iter.range();
        if depth > 0 {
            self.first_iterator(generator);
        }
        let end = self.label();
        let start = self.here();
        match generator.is_async {
            true => self.async_next(end, range),
            false => self.jump(Op::ForIter, end, iter_range),
        }
        self.store(&generator.target);
        generator.ifs.iter().for_each(|test| self.jump_if(test, false, start));
        self.loops(generators, depth + 1, element, range);
        self.jump(Op::Jump, start, iter_range);
        self.place(end);
        if generator.is_async {
            self.emit(Op::EndAsyncFor, iter_range);
        }
    }

    /// Evaluate the element and put it below the iterators.
    fn element(&mut self, element: Element<'a>, iterators: u32, range: TextRange) {
        match element {
            Element::Append(value) => {
                self.expression(value);
                self.emit(Op::ListAppend(iterators + 1), range);
            }
            Element::Add(value) => {
                self.expression(value);
                self.emit(Op::SetAdd(iterators + 1), range);
            }
            Element::Entry(key, value) => {
                self.expression(key);
                self.expression(value);
                self.emit(Op::DictAdd(iterators + 1), range);
            }
            Element::Yield(value) => {
                self.expression(value);
                let is_async = self.unit().kind == CodeKind::AsyncGenerator;
                self.emit(if is_async { Op::YieldAsync } else { Op::Yield }, value.range());
                self.emit(Op::Pop, range);
            }
        }
    }
}
