//! The frames of a traceback, outermost first, as `traceback.StackSummary.format` writes them.

use std::rc::Rc;

use hashbrown::HashMap;
use ruff_text_size::TextRange;

use super::excerpt::excerpt;
use super::page::Page;
use crate::python::code::Code;
use crate::python::objects::TraceEntry;

/// How often the same line is shown in a row: the rest is counted.
const REPEATED: usize = 3;

/// Writes frames, and remembers their excerpts: recursion and chains repeat themselves.
#[derive(Default)]
pub(super) struct Frames {
    without_source: bool,
    excerpts: HashMap<(*const Code, TextRange), Rc<[String]>>,
}

impl Frames {
    /// Leaves the lines of source out.
    pub(super) fn without_source() -> Self {
        Self { without_source: true, ..Self::default() }
    }

    /// Write the entries of a traceback, which start with the innermost frame.
    pub(super) fn write(&mut self, traceback: &[TraceEntry], page: &mut Page) {
        let mut previous = None;
        let mut count = 0;
        for entry in traceback.iter().rev() {
            let line = entry.code.source.line(entry.range.start().to_u32());
            let current = (entry.code.source.file, line, entry.code.name.as_str());
            if previous.replace(current) != Some(current) {
                tell_repetitions(count, page);
                count = 0;
            }
            count += 1;
            if count <= REPEATED {
                self.write_one(entry, line, page);
            }
        }
        tell_repetitions(count, page);
    }

    fn write_one(&mut self, entry: &TraceEntry, line: u32, page: &mut Page) {
        let TraceEntry { code, range } = entry;
        page.line(&format!("  File \"{}\", line {line}, in {}", code.source.file, code.name));
        if self.without_source {
            return;
        }
        let excerpt = self
            .excerpts
            .entry((Rc::as_ptr(code), *range))
            .or_insert_with(|| excerpt(&code.source, *range).into())
            .clone();
        for line in excerpt.iter() {
            page.line(&format!("    {line}"));
        }
    }
}

fn tell_repetitions(count: usize, page: &mut Page) {
    match count.saturating_sub(REPEATED) {
        0 => {}
        1 => page.line("  [Previous line repeated 1 more time]"),
        more => page.line(&format!("  [Previous line repeated {more} more times]")),
    }
}
