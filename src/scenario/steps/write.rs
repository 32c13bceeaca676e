//! A new statement as text, and what else must be in the program for it.

use super::NewStep;
use super::document::Document;
use super::place::Site;
use super::shared::{self, Shared};
use super::task_name;
use crate::scenario::edit::TextEdit;
use crate::scenario::refusal::Refusal;

/// The statement's lines, without the indentation of the place, and the edits elsewhere.
pub struct Written {
    pub lines: Vec<String>,
    pub edits: Vec<TextEdit>,
}

/// Writes a statement for this site.
pub fn written(document: &Document<'_>, site: Site, new: &NewStep) -> Result<Written, Refusal> {
    let mut writer = Writer { document, site, missing: Vec::new(), edits: Vec::new() };
    let (header, clause) = writer.header(new)?;
    let mut lines = vec![header];
    if let Some(clause) = clause {
        let unit = document.unit();
        lines.push(format!("{unit}{}", writer.sleep("1")));
        lines.extend(clause.lines(unit));
    }
    Ok(Written { lines, edits: writer.finish() })
}

/// The first line of a block, what ends it, and the edits elsewhere; None where it is no block.
pub fn block(
    document: &Document<'_>,
    site: Site,
    new: &NewStep,
) -> Result<(String, Clause, Vec<TextEdit>), Refusal> {
    let mut writer = Writer { document, site, missing: Vec::new(), edits: Vec::new() };
    let (header, clause) = writer.header(new)?;
    Ok((header, clause.ok_or(Refusal::NoOption)?, writer.finish()))
}

/// What a block needs after what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    Nothing,
    /// An `except` that calls the exception so.
    Except(String),
}

impl Clause {
    /// The lines of it, where a block is indented by `unit`.
    pub fn lines(&self, unit: &str) -> Vec<String> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Except(name) => {
                vec![format!("except Exception as {name}:"), format!("{unit}print(repr({name}))")]
            }
        }
    }
}

struct Writer<'w, 'a> {
    document: &'w Document<'a>,
    site: Site,
    /// Names of asyncio that the program must import.
    missing: Vec<String>,
    edits: Vec<TextEdit>,
}

impl Writer<'_, '_> {
    /// The statement, and where it is a block, what follows the block.
    fn header(&mut self, new: &NewStep) -> Result<(String, Option<Clause>), Refusal> {
        let simple = match new {
            NewStep::Sleep { seconds } => self.sleep(&number(*seconds)),
            NewStep::Yield => self.sleep("0"),
            NewStep::Block { seconds } => {
                let sleep = shared::time_sleep(self.document, self.site, &mut self.edits);
                format!("{sleep}({})", number(*seconds))
            }
            NewStep::Print { text } => format!("print({})", quoted(text)),
            NewStep::AwaitTask { call } => format!("await {}", self.task(*call)?),
            NewStep::CancelTask { call } => format!("{}.cancel()", self.task(*call)?),
            NewStep::Raise { message } => format!("raise RuntimeError({})", quoted(message)),
            NewStep::Return { text: None } => "return".to_owned(),
            NewStep::Return { text: Some(text) } => format!("return {}", quoted(text)),
            NewStep::Put { text } => {
                format!("await {}.put({})", self.shared(Shared::Queue, ""), quoted(text))
            }
            NewStep::Get => {
                let queue = self.shared(Shared::Queue, "");
                format!("{} = await {queue}.get()", self.document.fresh("item"))
            }
            NewStep::SetEvent => format!("{}.set()", self.shared(Shared::Event, "")),
            NewStep::WaitEvent => format!("await {}.wait()", self.shared(Shared::Event, "")),
            _ => return self.block(new).map(|(header, clause)| (header, Some(clause))),
        };
        Ok((simple, None))
    }

    fn block(&mut self, new: &NewStep) -> Result<(String, Clause), Refusal> {
        let header = match new {
            NewStep::Lock => format!("async with {}:", self.shared(Shared::Lock, "")),
            NewStep::Semaphore { limit } => {
                format!("async with {}:", self.shared(Shared::Semaphore, &limit.to_string()))
            }
            NewStep::Timeout { seconds } => {
                let timeout = self.document.program.imports.spell("timeout", &mut self.missing);
                format!("async with {timeout}({}):", number(*seconds))
            }
            NewStep::Repeat { times } => format!("for {} in range({times}):", self.document.fresh("turn")),
            NewStep::Try => {
                let error = self.document.fresh("error");
                return Ok(("try:".to_owned(), Clause::Except(error)));
            }
            _ => return Err(Refusal::NoOption),
        };
        Ok((header, Clause::Nothing))
    }

    fn sleep(&mut self, seconds: &str) -> String {
        let sleep = self.document.program.imports.spell("sleep", &mut self.missing);
        format!("await {sleep}({seconds})")
    }

    fn shared(&mut self, class: Shared, arguments: &str) -> String {
        match shared::found(self.document, self.site, class) {
            Some(there) => there,
            None => shared::made(self.document, class, arguments, &mut self.missing, &mut self.edits),
        }
    }

    fn task(&mut self, call: usize) -> Result<String, Refusal> {
        task_name::named(self.document, self.site, call, &mut self.missing, &mut self.edits)
    }

    fn finish(self) -> Vec<TextEdit> {
        let mut edits: Vec<_> =
            self.document.program.imports.add(&self.missing, self.document.newline).into_iter().collect();
        edits.extend(self.edits);
        edits
    }
}

/// Seconds as a person writes them: `2`, `0.5`.
pub fn number(seconds: f64) -> String {
    let seconds = if seconds.is_finite() { seconds.clamp(0.0, super::super::numbers::LONGEST) } else { 0.0 };
    ((seconds * 1000.0).round() / 1000.0).to_string()
}

/// A string literal of Python.
pub fn quoted(text: &str) -> String {
    let mut literal = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            character if character.is_control() => {
                literal.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            character => literal.push(character),
        }
    }
    literal.push('"');
    literal
}
