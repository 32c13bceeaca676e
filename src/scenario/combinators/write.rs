//! Saying a site in another way.
//!
//! Each way is some statements that come first and then an expression which is the list of the
//! results, or one statement for each. [`Writer`] keeps what all ways share; how each is said is
//! in [`ways`].

mod texts;
mod ways;

use super::super::edit::TextEdit;
use super::layout::{self, Style};
use super::program::{Function, Program};
use super::site::{Awaited, Child, Children, Comments, ItemKind, Origin, Results, Site};
use super::{Combinator, Reason};
use std::ops::Range;

pub use texts::collected;

pub fn written(program: &Program<'_>, site: &Site, to: Combinator) -> Result<Vec<TextEdit>, Reason> {
    if site.timeout.is_some() && !to.is_wait() && to != Combinator::AsCompleted {
        return Err(Reason::Timeout);
    }
    let function = program.function_at(site.range.start).ok_or(Reason::Unwritable)?;
    let mut writer = Writer {
        program,
        function,
        site,
        style: Style::at(program, function, site.range.start),
        missing: Vec::new(),
        lines: Vec::new(),
        needed_list: site.needed_list.clone(),
        edits: site.also.clone(),
    };
    let children = writer.prepare(site.children.clone(), to)?;
    writer.way(to, children)?;
    writer.finish()
}

/// What has been said so far.
struct Writer<'w, 'a> {
    program: &'w Program<'a>,
    function: &'w Function<'a>,
    site: &'w Site,
    style: Style,
    /// Names of asyncio that the program must import.
    missing: Vec<String>,
    lines: Vec<String>,
    /// The variable that must hold the list of tasks afterwards.
    needed_list: Option<String>,
    /// Edits outside the site.
    edits: Vec<TextEdit>,
}

impl Writer<'_, '_> {
    /// The children as this way needs them: not started yet for a group or in turn, in their
    /// variables where later code asks for these.
    fn prepare(&mut self, children: Children, to: Combinator) -> Result<Children, Reason> {
        let children = match to {
            Combinator::TaskGroup => self.taken_back(children, true)?,
            Combinator::InTurn => self.taken_back(children, false)?,
            _ => children,
        };
        let children = self.with_comments(children);
        if to == Combinator::TaskGroup {
            return Ok(children);
        }
        Ok(match (children, self.needed_list.clone()) {
            (children, Some(list)) => {
                self.list_of_tasks(&list, &children);
                Children::Items { text: list, kind: ItemKind::Tasks, origin: None }
            }
            (Children::Each(each), None) => {
                Children::Each(each.into_iter().map(|child| self.in_its_variable(child)).collect())
            }
            (children, None) => children,
        })
    }

    /// Children that were started earlier are started here instead; such that later code asks
    /// for only where the way makes tasks of them.
    fn taken_back(&mut self, children: Children, makes_tasks: bool) -> Result<Children, Reason> {
        match children {
            Children::Items { text, origin: Some(origin), .. } if makes_tasks || !origin.is_needed => {
                self.delete(origin.statement)?;
                self.needed_list = self.needed_list.take().or_else(|| origin.is_needed.then_some(text));
                Ok(*origin.children)
            }
            Children::Each(each) => {
                let children = each.into_iter().map(|child| self.child_taken_back(child, makes_tasks));
                children.collect::<Result<_, _>>().map(Children::Each)
            }
            children => Ok(children),
        }
    }

    fn child_taken_back(&mut self, child: Child, makes_tasks: bool) -> Result<Child, Reason> {
        let origin = child.origin.clone().filter(|origin| makes_tasks || !origin.is_needed);
        let Some(Origin { statement, children, is_needed }) = origin else { return Ok(child) };
        let Children::Each(made) = *children else { return Ok(child) };
        let [Child { awaited, .. }] = made.as_slice() else { return Ok(child) };
        self.delete(statement)?;
        Ok(Child { awaited: awaited.clone(), origin: None, is_needed, ..child })
    }

    fn delete(&mut self, statement: Range<usize>) -> Result<(), Reason> {
        let lines = layout::whole_lines(self.program.source, statement)?;
        self.edits.push(TextEdit::delete(lines));
        Ok(())
    }

    /// A child whose task later code asks for gets its task into that variable first.
    fn in_its_variable(&mut self, child: Child) -> Child {
        match &child.variable {
            Some(variable) if child.is_needed => {
                let task = self.task(&child.awaited);
                self.lines.push(format!("{variable} = {task}"));
                Child { awaited: Awaited::Future(variable.clone()), ..child }
            }
            _ => child,
        }
    }

    /// Gives the comments in the site to the children that they stand at; the others go above all.
    fn with_comments(&mut self, children: Children) -> Children {
        let source = self.program.source;
        let inside = |range: &&Range<usize>| self.site.range.contains(&range.start);
        let comments: Vec<_> = self.program.comments.iter().filter(inside).cloned().collect();
        let Children::Each(mut each) = children else {
            self.lines.extend(comments.into_iter().filter_map(|range| source.get(range)).map(str::to_owned));
            return children;
        };
        for range in comments {
            if each.iter().any(|child| child.range.contains(&range.start)) {
                continue;
            }
            let text = source.get(range.clone()).unwrap_or("").to_owned();
            let own_line = layout::starts_line(source, range.start);
            match place_of_comment(&mut each, range.start, own_line) {
                Some(comments) if own_line => comments.above.push(text),
                Some(comments) if comments.beside.is_none() => comments.beside = Some(text),
                _ => self.lines.push(text),
            }
        }
        Children::Each(each)
    }

    /// A name that is not used around the site nor in it.
    fn fresh(&self, name: &str) -> String {
        let mut own = vec![self.site.range.clone()];
        own.extend(self.edits.iter().map(|edit| edit.range.clone()));
        let is_target = |name: &str| match &self.site.results {
            Results::Names(names) => names.iter().flatten().any(|target| target == name),
            Results::List { name: target, .. } => target.as_deref() == Some(name),
            Results::Dropped | Results::Sets { .. } => false,
        };
        let is_free = |name: &str| {
            !self.function.uses_outside(name, &own) && !is_target(name) && !self.children_use(name)
        };
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| is_free(name)).unwrap_or_default()
    }

    fn children_use(&self, name: &str) -> bool {
        match &self.site.children {
            Children::Each(each) => each.iter().any(|child| texts::has_word(child.awaited.text(), name)),
            Children::Comprehension { element, clauses, .. } => {
                texts::has_word(element.text(), name) || texts::has_word(clauses, name)
            }
            Children::Items { text, .. } => texts::has_word(text, name),
        }
    }

    /// All edits, when the lines are complete.
    fn finish(mut self) -> Result<Vec<TextEdit>, Reason> {
        let Range { start, end } = self.site.range;
        let source = self.program.source;
        let continues = matches!(self.site.results, Results::List { .. });
        let is_one_line = self.lines.len() == 1;
        if !is_one_line && !layout::starts_line(source, start) {
            return Err(Reason::SharesLine);
        }
        if !is_one_line && !continues && !layout::ends_line(source, end) {
            return Err(Reason::SharesLine);
        }
        self.edits.push(TextEdit::replace(start..end, self.style.join(&self.lines)));
        self.edits.extend(self.program.imports.add(&self.missing, self.style.newline));
        Ok(self.edits)
    }
}

fn place_of_comment(each: &mut [Child], comment: usize, own_line: bool) -> Option<&mut Comments> {
    let child = match own_line {
        true => each.iter_mut().find(|child| child.range.start > comment),
        false => each.iter_mut().rfind(|child| child.range.end <= comment),
    };
    child.map(|child| &mut child.comments)
}
