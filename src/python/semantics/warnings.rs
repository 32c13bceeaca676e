//! SyntaxWarnings: what compiles, but hardly means what it says.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{
    AnyStringFlags, CmpOp, Expr, ExprCompare, FStringPart, InterpolatedStringElement, Stmt,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// Where it stands, and CPython's words; those about strings come first, as CPython's parser says them.
pub(in crate::python) fn warnings(source: &str, suite: &[Stmt]) -> Vec<(TextSize, String)> {
    let mut walk = Walk { source, strings: Vec::new(), others: Vec::new() };
    walk.visit_body(suite);
    walk.strings.extend(walk.others);
    walk.strings
}

struct Walk<'a> {
    source: &'a str,
    strings: Vec<(TextSize, String)>,
    others: Vec<(TextSize, String)>,
}

impl<'a> Visitor<'a> for Walk<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Assert(assert) = stmt
            && assert.test.as_tuple_expr().is_some_and(|tuple| !tuple.elts.is_empty())
        {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.others.push((stmt.start(), message.to_owned()));
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::StringLiteral(text) => {
                text.value.iter().for_each(|part| self.escapes(part.range, part.flags.into(), "uUN"));
            }
            Expr::BytesLiteral(bytes) => {
                bytes.value.iter().for_each(|part| self.escapes(part.range, part.flags.into(), ""));
            }
            Expr::FString(text) => text.value.iter().for_each(|part| self.part(part)),
            Expr::Compare(compare) => self.comparison(compare),
            Expr::Call(call) => {
                if let Some(kind) = literal(&call.func) {
                    let message = format!("'{kind}' object is not callable; perhaps you missed a comma?");
                    self.others.push((expr.start(), message));
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

impl Walk<'_> {
    fn part(&mut self, part: &FStringPart) {
        match part {
            FStringPart::Literal(text) => self.escapes(text.range, text.flags.into(), "uUN"),
            FStringPart::FString(text) => {
                for element in &text.elements {
                    if let InterpolatedStringElement::Literal(literal) = element {
                        self.escapes(literal.range, text.flags.into(), "uUN");
                    }
                }
            }
        }
    }

    /// The first escape in a text that stands for nothing.
    fn escapes(&mut self, range: TextRange, flags: AnyStringFlags, more: &str) {
        let text = self.source.get(range.to_std_range()).unwrap_or_default();
        if flags.is_raw_string() {
            return;
        }
        let mut rest = text;
        while let Some((_, after)) = rest.split_once('\\') {
            let Some(escaped) = after.chars().next() else { return };
            let octal: String =
                after.chars().take(3).take_while(|digit| ('0'..='7').contains(digit)).collect();
            let message = match octal.len() == 3 && octal.as_str() > "377" {
                true => format!("invalid octal escape sequence '\\{octal}'"),
                false if "\n\r\\'\"abfnrtvx01234567".contains(escaped) || more.contains(escaped) => {
                    rest = &after[escaped.len_utf8()..];
                    continue;
                }
                false => format!("invalid escape sequence '\\{escaped}'"),
            };
            return self.strings.push((range.start(), message));
        }
    }

    fn comparison(&mut self, compare: &ExprCompare) {
        let mut left = &*compare.left;
        for (op, right) in compare.ops.iter().zip(&compare.comparators) {
            let words = match op {
                CmpOp::Is => Some(("is", "==")),
                CmpOp::IsNot => Some(("is not", "!=")),
                _ => None,
            };
            let constant = |side| literal(side).filter(|kind| !matches!(*kind, "list" | "dict" | "set"));
            if let (Some((is, meant)), Some(kind)) = (words, constant(left).or_else(|| constant(right))) {
                let message = format!("\"{is}\" with '{kind}' literal. Did you mean \"{meant}\"?");
                return self.others.push((compare.start(), message));
            }
            left = right;
        }
    }
}

/// The type of what stands there as a literal.
fn literal(expr: &Expr) -> Option<&'static str> {
    use ruff_python_ast::Number;
    Some(match expr {
        Expr::NumberLiteral(number) => match number.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::Tuple(tuple) if tuple.elts.iter().all(|item| literal(item).is_some()) => "tuple",
        Expr::List(_) => "list",
        Expr::Dict(_) => "dict",
        Expr::Set(_) => "set",
        _ => return None,
    })
}
