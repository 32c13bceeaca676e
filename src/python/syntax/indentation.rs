//! Tabs and spaces in one program: where the width of a tab decides, Python refuses to guess.

use std::cmp::Ordering;

/// Whether it depends on the width of a tab how far the line at `offset` is indented, compared
/// with the lines before.
pub fn mixes_tabs(source: &str, offset: usize) -> bool {
    let start = source.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let own = indentation(source.get(start..).unwrap_or(""));
    let earlier =
        source.get(..start).unwrap_or("").lines().filter(|line| !line.trim().is_empty()).map(indentation);
    let compared = |other: &str| (width(own, 8).cmp(&width(other, 8)), width(own, 1).cmp(&width(other, 1)));
    let mut compared = earlier.map(compared);
    let last = compared.clone().next_back();
    let is_further_or_not = matches!(last, Some((Ordering::Greater, Ordering::Less | Ordering::Equal)));
    is_further_or_not || compared.any(|(wide, narrow)| wide == Ordering::Equal && narrow != Ordering::Equal)
}

fn indentation(line: &str) -> &str {
    let length = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..length).unwrap_or("")
}

fn width(indentation: &str, tab: usize) -> usize {
    let step = |column: usize, c: char| if c == '\t' { (column / tab + 1) * tab } else { column + 1 };
    indentation.chars().fold(0, step)
}
