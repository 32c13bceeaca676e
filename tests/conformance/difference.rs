//! How two texts that should be the same are not.

/// Where two texts part, told for a reader; nothing where they are the same.
pub fn difference(what: &str, expected: &str, got: &str) -> Option<String> {
    if expected == got {
        return None;
    }
    let (expected, got): (Vec<_>, Vec<_>) = (expected.split('\n').collect(), got.split('\n').collect());
    let lines = expected.len().max(got.len());
    let differ = |line: &usize| expected.get(*line) != got.get(*line);
    let first = (0..lines).find(differ)?;
    let mut told = format!(
        "{what}: {} of {lines} lines differ, first line {}\n",
        (0..lines).filter(differ).count(),
        first + 1
    );
    for line in &expected[first.saturating_sub(2)..first] {
        told += &format!("             {line}\n");
    }
    for (title, lines) in [("expected", &expected), ("got     ", &got)] {
        told += &format!("    {title} {}\n", lines.get(first).unwrap_or(&"(the end)"));
    }
    Some(told)
}
