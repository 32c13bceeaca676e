//! The text of a traceback while it is written: lines behind the margins of the exception groups
//! that they stand in (`traceback._ExceptionPrintContext`).

/// What is written so far.
pub(super) struct Page {
    text: String,
    /// Bytes after which nothing more is taken: groups that share members may be told without end.
    limit: usize,
    /// How many groups the next line stands in.
    pub depth: usize,
    /// A group's last member is being written, and its frame is still open.
    pub is_open: bool,
}

impl Page {
    pub(super) fn new(limit: usize) -> Self {
        Self { text: String::new(), limit, depth: 0, is_open: false }
    }

    pub(super) fn is_full(&self) -> bool {
        self.text.len() > self.limit
    }

    /// Write a line, or several.
    pub(super) fn line(&mut self, lines: &str) {
        self.with_margin(lines, "| ");
    }

    /// The line that begins a group.
    pub(super) fn opening(&mut self, line: &str) {
        self.with_margin(line, "+ ");
    }

    /// A line of a group's frame.
    pub(super) fn rule(&mut self, line: &str) {
        self.push("", line);
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    fn with_margin(&mut self, lines: &str, margin: &str) {
        let margin = if self.depth == 0 { "" } else { margin };
        lines.split('\n').for_each(|line| self.push(margin, line));
    }

    fn push(&mut self, margin: &str, line: &str) {
        if self.is_full() {
            return;
        }
        self.text.extend(std::iter::repeat_n(' ', 2 * self.depth));
        self.text.push_str(margin);
        self.text.push_str(line);
        self.text.push('\n');
    }
}
