//! `match`: each pattern takes the subject from the top, and jumps where it does not fit.

use ruff_python_ast::{Identifier, Pattern, PatternMatchClass, PatternMatchMapping, Singleton, StmtMatch};
use ruff_text_size::{Ranged, TextRange};

use super::{Access, Block, Compiler, Label};
use crate::python::code::Op;
use crate::python::objects::Value;
use crate::python::vm::compare::CompareOp;

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(&mut self, inner: &'a StmtMatch) {
        let end = self.label();
        self.expression(&inner.subject);
        self.push_block(Block::Value);
        for case in &inner.cases {
            let next = self.label();
            self.emit(Op::Copy(1), case.pattern.range());
            self.pattern(&case.pattern, next);
            if let Some(guard) = &case.guard {
                self.jump_if(guard, false, next);
            }
            self.pop_block();
            self.emit(Op::Pop, case.range);
            self.body(&case.body, false);
            self.push_block(Block::Value);
            self.jump(Op::Jump, end, case.range);
            self.place(next);
        }
        self.pop_block();
        self.emit(Op::Pop, inner.range);
        self.place(end);
    }

    /// Pops the subject; jumps to `fail` with it popped, or goes on.
    fn pattern(&mut self, pattern: &'a Pattern, fail: Label) {
        let range = pattern.range();
        match pattern {
            Pattern::MatchValue(inner) => {
                self.expression(&inner.value);
                self.emit(Op::Compare(CompareOp::Equal), range);
                self.jump(Op::JumpIfFalse, fail, range);
            }
            Pattern::MatchSingleton(inner) => {
                let value = match inner.value {
                    Singleton::None => Value::None,
                    Singleton::True => Value::Bool(true),
                    Singleton::False => Value::Bool(false),
                };
                self.constant(value, range);
                self.emit(Op::Is { negate: false }, range);
                self.jump(Op::JumpIfFalse, fail, range);
            }
            Pattern::MatchAs(inner) => {
                if let Some(pattern) = &inner.pattern {
                    self.emit(Op::Copy(1), range);
                    let (failed, next) = (self.label(), self.label());
                    self.pattern(pattern, failed);
                    self.jump(Op::Jump, next, range);
                    self.fail_with(failed, 1, fail, range);
                    self.place(next);
                }
                self.capture(inner.name.as_ref(), range);
            }
            Pattern::MatchStar(inner) => self.capture(inner.name.as_ref(), range),
            Pattern::MatchOr(inner) => self.alternatives(&inner.patterns, fail, range),
            Pattern::MatchSequence(inner) => self.sequence(&inner.patterns, fail, range),
            Pattern::MatchMapping(inner) => self.mapping(inner, fail),
            Pattern::MatchClass(inner) => self.class_pattern(inner, fail),
        }
    }

    fn capture(&mut self, name: Option<&'a Identifier>, range: TextRange) {
        match name {
            Some(name) => self.name(name, Access::Store, range),
            None => {
                self.emit(Op::Pop, range);
            }
        }
    }

    /// At `failed`: drop so many values, then go to `fail`.
    fn fail_with(&mut self, failed: Label, values: usize, fail: Label, range: TextRange) {
        self.place(failed);
        (0..values).for_each(|_| {
            self.emit(Op::Pop, range);
        });
        self.jump(Op::Jump, fail, range);
    }

    fn alternatives(&mut self, patterns: &'a [Pattern], fail: Label, range: TextRange) {
        let end = self.label();
        for pattern in patterns {
            let next = self.label();
            self.emit(Op::Copy(1), range);
            self.pattern(pattern, next);
            self.emit(Op::Pop, range);
            self.jump(Op::Jump, end, range);
            self.place(next);
        }
        self.emit(Op::Pop, range);
        self.jump(Op::Jump, fail, range);
        self.place(end);
    }

    fn sequence(&mut self, patterns: &'a [Pattern], fail: Label, range: TextRange) {
        let star = patterns.iter().position(Pattern::is_match_star);
        let (failed, next) = (self.label(), self.label());
        self.emit(Op::MatchSequence, range);
        self.jump(Op::JumpIfFalse, failed, range);
        self.emit(Op::GetLen, range);
        self.constant(Value::int(patterns.len() as i64 - star.map_or(0, |_| 1)), range);
        let op = if star.is_some() { CompareOp::GreaterEqual } else { CompareOp::Equal };
        self.emit(Op::Compare(op), range);
        self.jump(Op::JumpIfFalse, failed, range);
        match star {
            Some(star) => self.emit(
                Op::UnpackStarred { before: star as u32, after: (patterns.len() - star - 1) as u32 },
                range,
            ),
            None => self.emit(Op::UnpackSequence(patterns.len() as u32), range),
        };
        self.unpacked(patterns.iter(), fail, range);
        self.jump(Op::Jump, next, range);
        self.fail_with(failed, 1, fail, range);
        self.place(next);
    }

    /// Match the values at the top one after the other; the first is at the top.
    fn unpacked(
        &mut self,
        patterns: impl ExactSizeIterator<Item = &'a Pattern>,
        fail: Label,
        range: TextRange,
    ) {
        let count = patterns.len();
        let next = self.label();
        let mut failures = Vec::new();
        for (place, pattern) in patterns.enumerate() {
            let failed = self.label();
            self.pattern(pattern, failed);
            failures.push((failed, count - place - 1));
        }
        self.jump(Op::Jump, next, range);
        for (failed, left) in failures {
            self.fail_with(failed, left, fail, range);
        }
        self.place(next);
    }

    fn mapping(&mut self, inner: &'a PatternMatchMapping, fail: Label) {
        let range = inner.range;
        let (failed, failed_keys, next) = (self.label(), self.label(), self.label());
        self.emit(Op::MatchMapping, range);
        self.jump(Op::JumpIfFalse, failed, range);
        inner.keys.iter().for_each(|key| self.expression(key));
        self.emit(Op::BuildTuple(inner.keys.len() as u32), range);
        self.emit(Op::MatchKeys, range);
        self.is_none(failed_keys, range);
        // subject, values
        match &inner.rest {
            Some(rest) => self.mapping_rest(rest, inner, range),
            None => {
                self.emit(Op::Swap(2), range);
                self.emit(Op::Pop, range);
            }
        }
        self.emit(Op::UnpackSequence(inner.keys.len() as u32), range);
        self.unpacked(inner.patterns.iter(), fail, range);
        self.jump(Op::Jump, next, range);
        self.fail_with(failed_keys, 2, fail, range);
        self.fail_with(failed, 1, fail, range);
        self.place(next);
    }

    /// subject, values → values; the name gets the other items.
    fn mapping_rest(&mut self, rest: &'a Identifier, inner: &'a PatternMatchMapping, range: TextRange) {
        self.emit(Op::Swap(2), range);
        self.emit(Op::BuildDict(0), range);
        self.emit(Op::Swap(2), range);
        self.emit(Op::DictUpdate(1), range);
        for key in &inner.keys {
            self.emit(Op::Copy(1), range);
            self.expression(key);
            self.emit(Op::DeleteSubscript, range);
        }
        self.name(rest, Access::Store, range);
    }

    fn class_pattern(&mut self, inner: &'a PatternMatchClass, fail: Label) {
        let range = inner.range;
        let (failed, next) = (self.label(), self.label());
        let arguments = &inner.arguments;
        self.expression(&inner.cls);
        let names = arguments.keywords.iter().map(|keyword| Value::Str(self.intern(&keyword.attr))).collect();
        self.constant(Value::tuple(names), range);
        self.emit(Op::MatchClass(arguments.patterns.len() as u32), range);
        self.is_none(failed, range);
        let count = arguments.patterns.len() + arguments.keywords.len();
        self.emit(Op::UnpackSequence(count as u32), range);
        let patterns: Vec<&Pattern> = arguments
            .patterns
            .iter()
            .chain(arguments.keywords.iter().map(|keyword| &keyword.pattern))
            .collect();
        self.unpacked(patterns.into_iter(), fail, range);
        self.jump(Op::Jump, next, range);
        self.fail_with(failed, 1, fail, range);
        self.place(next);
    }
}
