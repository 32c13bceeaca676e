//! Byte offsets and what people call them: a line and a column.

use std::ops::Range;

/// Where a character stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// In characters (Unicode scalar values), from 1.
    pub column: u32,
}

/// The lines of a text, found once. A line ends with `\n`, `\r\n` or `\r`, as in Python.
#[derive(Clone, Debug)]
pub struct Lines<'text> {
    text: &'text str,
    starts: Vec<usize>,
}

impl<'text> Lines<'text> {
    /// Finds the lines of `text`, in one pass.
    pub fn new(text: &'text str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |at: usize| match bytes.get(at) {
            Some(b'\n') => true,
            Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let starts = (0..bytes.len()).filter(|at| ends_line(*at)).map(|at| at + 1);
        Self { text, starts: std::iter::once(0).chain(starts).collect() }
    }

    /// How many lines there are; the empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The position of a byte offset. An offset inside a character counts as the character's, one
    /// past the end as the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(0, |before| before.chars().count());
        Position { line: count(line), column: count(column + 1) }
    }

    /// The byte offset of a position; past the end of its line, the line's end.
    pub fn offset(&self, position: Position) -> Option<usize> {
        let line = self.range(position.line)?;
        let mut characters = self.text.get(line.clone())?.char_indices();
        let column = usize::try_from(position.column.checked_sub(1)?).ok()?;
        Some(characters.nth(column).map_or(line.end, |(at, _)| line.start + at))
    }

    /// The bytes of a line (from 1) without its line end.
    pub fn range(&self, line: u32) -> Option<Range<usize>> {
        let index = usize::try_from(line.checked_sub(1)?).ok()?;
        let start = *self.starts.get(index)?;
        let next = self.starts.get(index + 1).copied().unwrap_or(self.text.len());
        let content = self.text.get(start..next)?.trim_end_matches(['\r', '\n']);
        Some(start..start + content.len())
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(line: u32, column: u32) -> Position {
        Position { line, column }
    }

    #[test]
    fn columns_count_characters_and_every_kind_of_line_end_counts() {
        assert_eq!(Lines::new("").position(0), at(1, 1));
        assert_eq!(Lines::new("é\r\nüx").position(6), at(2, 2));
        assert_eq!(Lines::new("é\r\nüx").position(5), at(2, 1), "inside a character");
        assert_eq!(Lines::new("a\rb\n").position(99), at(3, 1));
        assert_eq!(Lines::new("a\n\nb").range(2), Some(2..2));
        assert_eq!(Lines::new("a\r\nb").range(1), Some(0..1));
        assert_eq!(Lines::new("a").range(2), None);
    }

    proptest! {
        #[test]
        fn a_position_leads_back_to_its_offset(text in "[aé😀\r\n\t]{0,30}", offset in 0_usize..40) {
            let offset = text.floor_char_boundary(offset);
            let lines = Lines::new(&text);
            let position = lines.position(offset);
            let inside_a_line_end = lines.range(position.line).is_none_or(|line| offset > line.end);
            prop_assert!(inside_a_line_end || lines.offset(position) == Some(offset));
        }
    }
}
