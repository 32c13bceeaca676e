//! What stands between brackets, separated by commas: one more, one less, or in another order.

use crate::scenario::combinators::layout;
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;
use crate::scenario::steps::Mark;
use crate::scenario::steps::document::Document;
use ruff_python_ast::Expr;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;
use std::ops::Range;

/// What an expression holds: the arguments of a call without keywords, or the elements of a list, tuple or set.
pub fn elements(expr: &Expr) -> Option<(&[Expr], Brackets)> {
    Some(match expr {
        Expr::Call(call) => (&call.arguments.args, Brackets::Call),
        Expr::List(list) => (&list.elts, Brackets::List),
        Expr::Set(set) => (&set.elts, Brackets::Set),
        Expr::Tuple(tuple) if tuple.parenthesized => (&tuple.elts, Brackets::Tuple),
        Expr::Tuple(tuple) => (&tuple.elts, Brackets::None),
        _ => return None,
    })
}

/// The arguments of a call, or the elements of a list, tuple or set.
pub struct List<'d, 'a> {
    document: &'d Document<'a>,
    /// All that commas separate.
    items: Vec<Range<usize>>,
    /// So many of them are no keyword arguments.
    pub count: usize,
    brackets: Brackets,
    /// Right before the closing bracket, or where what has none ends.
    close: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Brackets {
    Call,
    List,
    Set,
    Tuple,
    /// A tuple without.
    None,
}

impl<'d, 'a> List<'d, 'a> {
    /// What the expression holds, if it is of that sort.
    pub fn of(document: &'d Document<'a>, expr: &Expr) -> Option<Self> {
        let (elements, brackets) = elements(expr)?;
        let mut items: Vec<Range<usize>> =
            elements.iter().map(|element| Range::from(element.range())).collect();
        let count = items.len();
        if let Expr::Call(call) = expr {
            items.extend(call.arguments.keywords.iter().map(|keyword| Range::<usize>::from(keyword.range())));
            items.sort_by_key(|item| item.start);
        }
        let end = expr.end().to_usize();
        let close = if brackets == Brackets::None { end } else { end.saturating_sub(1) };
        Some(Self { document, items, count, brackets, close })
    }

    /// The element that this byte is in.
    pub fn place(&self, offset: usize) -> Option<usize> {
        self.items.iter().position(|item| item.contains(&offset))
    }

    pub fn item(&self, index: usize) -> Option<Range<usize>> {
        self.items.get(index).cloned()
    }

    /// Writes one more behind the element, or as the only one; and where it is then.
    ///
    /// # Errors
    /// [`Refusal::Unwritable`] where more than a comma is between two.
    pub fn insert_after(&self, index: Option<usize>, text: &str) -> Result<(Vec<TextEdit>, Mark), Refusal> {
        let Some(index) = index.filter(|_| !self.items.is_empty()) else {
            let comma = if self.items.is_empty() { "" } else { ", " };
            let at = self.items.first().map_or(self.close, |item| item.start);
            return Ok((vec![TextEdit::insert(at, format!("{text}{comma}"))], Mark::new(at, 0)));
        };
        let item = self.item(index).ok_or(Refusal::NoTask)?;
        let comma = self.comma(index)?;
        let end = comma.clone().map_or(item.end, |comma| comma.end);
        if !self.has_own_lines(&item, end) {
            let edit = TextEdit::insert(item.end, format!(", {text}"));
            return Ok((vec![edit], Mark::new(item.end, 2)));
        }
        let indentation = self.document.indentation(item.start);
        let (comma_there, mark) = if comma.is_some() { (None, ",") } else { (Some(item.end), "") };
        let line = format!("{indentation}{text}{mark}{}", self.document.newline);
        let next = self.document.next_line(end);
        let mut edits = vec![TextEdit::insert(next, line)];
        edits.extend(comma_there.map(|end| TextEdit::insert(end, ",")));
        Ok((edits, Mark::new(next, indentation.len())))
    }

    /// Takes the element out, with the comments that belong to it.
    ///
    /// # Errors
    /// [`Refusal::LastTask`], [`Refusal::Unwritable`].
    pub fn remove(&self, index: usize) -> Result<Vec<TextEdit>, Refusal> {
        let item = self.item(index).ok_or(Refusal::NoTask)?;
        let is_last = |index: usize| index + 1 == self.items.len();
        if self.items.len() == 1 && matches!(self.brackets, Brackets::Set | Brackets::None) {
            return Err(Refusal::LastTask);
        }
        let comma = self.comma(index)?;
        let end = comma.clone().map_or(item.end, |comma| comma.end);
        let mut edits = Vec::new();
        if self.is_tuple()
            && let ([first, second], true) = (self.items.as_slice(), index < 2)
        {
            // What is left of a tuple of two needs its comma.
            let range = if index == 0 { first.start..second.start } else { self.comma_end(0)?..end };
            edits.push(TextEdit::delete(range));
            if index == 0 && self.comma(1)?.is_none() {
                edits.push(TextEdit::insert(second.end, ","));
            }
            return Ok(edits);
        }
        let is_line = self.has_own_lines(&item, end);
        if let (true, None, Some(before)) = (is_line, &comma, index.checked_sub(1)) {
            edits.extend(self.comma(before)?.map(TextEdit::delete));
        }
        edits.push(TextEdit::delete(if is_line {
            let lines = layout::line_start(self.document.source, item.start)..self.document.next_line(end);
            self.document.with_comments_above(lines)
        } else {
            let before = index.checked_sub(1).and_then(|before| self.item(before));
            let is_beside =
                |before: &Range<usize>| !self.document.text(before.end..item.start).contains('\n');
            match (before.filter(|before| is_beside(before) || is_last(index)), self.item(index + 1)) {
                (Some(before), _) => before.end..item.end,
                (None, Some(next)) if !self.has_comment(end..next.start) => item.start..next.start,
                (None, _) => item.start..end,
            }
        }));
        Ok(edits)
    }

    /// Brings the element to another place, with the comments that belong to it, and those between by one.
    ///
    /// # Errors
    /// [`Refusal::NoTask`], [`Refusal::Unwritable`].
    pub fn moved(&self, from: usize, to: usize) -> Result<Vec<TextEdit>, Refusal> {
        let (low, high) = (from.min(to), from.max(to));
        let slots = (low..=high).map(|index| self.slot(index)).collect::<Result<Vec<_>, _>>()?;
        let are_lines = slots.iter().all(|slot| slot.is_line);
        let mut order: Vec<usize> = (0..slots.len()).collect();
        if from < to {
            order.rotate_left(1)
        } else {
            order.rotate_right(1)
        }
        let mut edits = Vec::new();
        for (slot, comes) in slots.iter().zip(order) {
            let Some(other) = slots.get(comes) else { continue };
            let parts = [(&slot.head, &other.head), (&slot.tail, &other.tail)];
            let (head, tail) =
                if are_lines { (parts[0], Some(parts[1])) } else { ((&slot.item, &other.item), None) };
            for (old, new) in std::iter::once(head).chain(tail) {
                edits.push(TextEdit::replace(old.clone(), self.document.text(new.clone())));
            }
        }
        Ok(edits)
    }

    fn slot(&self, index: usize) -> Result<Slot, Refusal> {
        let item = self.item(index).ok_or(Refusal::NoTask)?;
        let end = self.comma(index)?.map_or(item.end, |comma| comma.end);
        let source = self.document.source;
        let lines = layout::line_start(source, item.start)..self.document.next_line(end);
        let rest = self.document.text(end..lines.end).trim_end_matches(['\n', '\r']);
        Ok(Slot {
            head: self.document.with_comments_above(lines).start..item.end,
            tail: end..end + rest.len(),
            is_line: self.has_own_lines(&item, end),
            item,
        })
    }

    fn is_tuple(&self) -> bool {
        matches!(self.brackets, Brackets::Tuple | Brackets::None)
    }

    fn has_own_lines(&self, item: &Range<usize>, end: usize) -> bool {
        layout::starts_line(self.document.source, item.start) && layout::ends_line(self.document.source, end)
    }

    fn has_comment(&self, range: Range<usize>) -> bool {
        self.document.program.comments.iter().any(|comment| range.contains(&comment.start))
    }

    fn comma_end(&self, index: usize) -> Result<usize, Refusal> {
        self.comma(index)?.map(|comma| comma.end).ok_or(Refusal::Unwritable)
    }

    /// The comma behind an element, if there is one.
    fn comma(&self, index: usize) -> Result<Option<Range<usize>>, Refusal> {
        let end = self.item(index).ok_or(Refusal::NoTask)?.end;
        let tokens = self.document.tokens;
        let first = tokens.partition_point(|token| token.start().to_usize() < end);
        let is_space = |kind| matches!(kind, TokenKind::Comment | TokenKind::NonLogicalNewline);
        let next = (first..).map_while(|place| tokens.get(place)).find(|token| !is_space(token.kind()));
        let next = next.ok_or(Refusal::Unwritable)?;
        match next.kind() {
            TokenKind::Comma => Ok(Some(Range::from(next.range()))),
            // A bracket around the element itself would be another one.
            _ if next.start().to_usize() == self.close || self.brackets == Brackets::None => Ok(None),
            _ => Err(Refusal::Unwritable),
        }
    }
}

/// The place of an element.
struct Slot {
    item: Range<usize>,
    /// From the comments above, or the start of the line.
    head: Range<usize>,
    /// What stands behind the comma.
    tail: Range<usize>,
    /// It has its lines to itself.
    is_line: bool,
}
