//! Edits of a text: every change that anybody makes to a scenario is a set of these.
//!
//! A [`TextEdit`] replaces one range of bytes; [`Edits`] are several that do not overlap, all told
//! in offsets of the text *before*. They can be applied, undone ([`Edits::inverse`]) and asked
//! where a place of the old text is in the new one ([`Edits::moved`]).

use std::fmt;
use std::ops::Range;

/// Replace the bytes of `range` by `replacement`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    pub range: Range<usize>,
    pub replacement: String,
}

impl TextEdit {
    pub fn replace(range: impl Into<Range<usize>>, replacement: impl Into<String>) -> Self {
        Self { range: range.into(), replacement: replacement.into() }
    }

    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { range: at..at, replacement: text.into() }
    }

    pub fn delete(range: impl Into<Range<usize>>) -> Self {
        Self { range: range.into(), replacement: String::new() }
    }
}

/// Edits of one text, in its order, none overlapping another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<TextEdit>);

/// Why edits cannot be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// Two edits want the same bytes, or one ends before it starts.
    Overlap,
    /// A range lies outside the text, or inside a character.
    Misfit,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Overlap => "the edits overlap",
            Self::Misfit => "the edit does not fit the text",
        })
    }
}

impl std::error::Error for EditError {}

/// To which side of a text that is inserted right there a place belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Before,
    After,
}

impl Edits {
    /// Puts edits in order. Insertions at the same place keep the order in which they are given.
    ///
    /// # Errors
    /// [`EditError::Overlap`].
    pub fn new(mut edits: Vec<TextEdit>) -> Result<Self, EditError> {
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let ordered = edits.iter().all(|edit| edit.range.start <= edit.range.end);
        let apart = edits.windows(2).all(|pair| match pair {
            [first, second] => first.range.end <= second.range.start,
            _ => true,
        });
        if ordered && apart { Ok(Self(edits)) } else { Err(EditError::Overlap) }
    }

    /// The smallest single edit that makes `after` of `before`.
    pub fn between(before: &str, after: &str) -> Self {
        if before == after {
            return Self::default();
        }
        let same = |pair: &(u8, u8)| pair.0 == pair.1;
        let prefix = before.bytes().zip(after.bytes()).take_while(same).count();
        let prefix = before.floor_char_boundary(prefix).min(after.floor_char_boundary(prefix));
        let (old, new) = (before.get(prefix..).unwrap_or(""), after.get(prefix..).unwrap_or(""));
        let suffix = old.bytes().rev().zip(new.bytes().rev()).take_while(same).count();
        let old_end = before.ceil_char_boundary(before.len() - suffix);
        let new_end = after.len() - (before.len() - old_end);
        let replacement = after.get(prefix..new_end).unwrap_or("");
        Self(vec![TextEdit::replace(prefix..old_end, replacement)])
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, TextEdit> {
        self.0.iter()
    }

    /// The text after the edits.
    ///
    /// # Errors
    /// [`EditError::Misfit`] when these are edits of another text.
    pub fn apply(&self, text: &str) -> Result<String, EditError> {
        let mut result = String::with_capacity(text.len() + self.inserted());
        let mut done = 0;
        for TextEdit { range, replacement } in &self.0 {
            let fits = text.is_char_boundary(range.end);
            let kept = text.get(done..range.start).filter(|_| fits).ok_or(EditError::Misfit)?;
            result.push_str(kept);
            result.push_str(replacement);
            done = range.end;
        }
        result.push_str(text.get(done..).ok_or(EditError::Misfit)?);
        Ok(result)
    }

    /// The edits that lead from the text after back to `text`, the text before.
    ///
    /// # Errors
    /// [`EditError::Misfit`] when these are edits of another text.
    pub fn inverse(&self, text: &str) -> Result<Self, EditError> {
        let mut added = 0;
        let mut removed = 0;
        let undo = |edit: &TextEdit| {
            let start = edit.range.start + added - removed;
            let old = text.get(edit.range.clone()).ok_or(EditError::Misfit)?;
            added += edit.replacement.len();
            removed += edit.range.len();
            Ok(TextEdit::replace(start..start + edit.replacement.len(), old))
        };
        self.0.iter().map(undo).collect::<Result<Vec<_>, _>>().map(Self)
    }

    /// Where the place `offset` of the text before is in the text after. `side` decides where text
    /// is inserted right there, or where the place is inside a range that is replaced.
    pub fn moved(&self, offset: usize, side: Side) -> usize {
        let mut moved = offset;
        for TextEdit { range, replacement } in &self.0 {
            let at_end = range.end == offset && (!range.is_empty() || side == Side::After);
            if range.end < offset || at_end {
                moved = moved + replacement.len() - range.len();
            } else if range.start < offset {
                let start = moved - (offset - range.start);
                return if side == Side::After { start + replacement.len() } else { start };
            } else {
                break;
            }
        }
        moved
    }

    fn inserted(&self) -> usize {
        self.0.iter().map(|edit| edit.replacement.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edits(list: &[(Range<usize>, &str)]) -> Result<Edits, EditError> {
        Edits::new(list.iter().map(|(range, text)| TextEdit::replace(range.clone(), *text)).collect())
    }

    #[test]
    fn edits_are_told_in_offsets_of_the_text_before() {
        let edits = edits(&[(4..5, "two"), (0..1, "one"), (6..6, "!")]).unwrap();
        assert_eq!(edits.apply("1 + 2 ").unwrap(), "one + two !");
    }

    #[test]
    fn overlaps_and_misfits_are_refused() {
        assert_eq!(edits(&[(0..3, ""), (2..4, "")]), Err(EditError::Overlap));
        #[expect(clippy::reversed_empty_ranges, reason = "that is the mistake")]
        let backwards = edits(&[(3..2, "")]);
        assert_eq!(backwards, Err(EditError::Overlap));
        assert_eq!(edits(&[(1..1, "x")]).unwrap().apply("é"), Err(EditError::Misfit));
        assert_eq!(edits(&[(0..9, "x")]).unwrap().apply("abc"), Err(EditError::Misfit));
    }

    #[test]
    fn places_move_with_the_text_around_them() {
        let edits = edits(&[(2..4, "xxx"), (6..6, "++")]).unwrap();
        let moved = |offset| (edits.moved(offset, Side::Before), edits.moved(offset, Side::After));
        assert_eq!(moved(1), (1, 1));
        assert_eq!(moved(2), (2, 2));
        assert_eq!(moved(3), (2, 5));
        assert_eq!(moved(4), (5, 5));
        assert_eq!(moved(5), (6, 6));
        assert_eq!(moved(6), (7, 9));
        assert_eq!(moved(7), (10, 10));
    }

    proptest! {
        #[test]
        fn between_leads_from_one_text_to_the_other(before in "[aé😀ü\n]{0,12}", after in "[aé😀ü\n]{0,12}") {
            prop_assert_eq!(Edits::between(&before, &after).apply(&before).unwrap(), after);
        }

        #[test]
        fn the_inverse_leads_back(
            text in "[aé\n]{0,20}",
            list in prop::collection::vec((0_usize..20, 0_usize..4, "[xü]{0,3}"), 0..4),
        ) {
            let fit = |(start, length, replacement): (usize, usize, String)| {
                let start = text.floor_char_boundary(start);
                TextEdit::replace(start..text.floor_char_boundary(start + length).max(start), replacement)
            };
            if let Ok(edits) = Edits::new(list.into_iter().map(fit).collect()) {
                let after = edits.apply(&text).unwrap();
                prop_assert_eq!(edits.inverse(&text).unwrap().apply(&after).unwrap(), text.clone());
                for offset in 0..=text.len() {
                    prop_assert!(edits.moved(offset, Side::Before) <= edits.moved(offset, Side::After));
                    prop_assert!(edits.moved(offset, Side::After) <= after.len());
                }
            }
        }
    }
}
