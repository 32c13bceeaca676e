//! The small pieces: a child as a task, as an argument, after an `await`; the list of results.

use super::super::Reason;
use super::super::layout::Item;
use super::super::site::{Awaited, Child, Children, Failures, ItemKind, Results};
use super::Writer;

impl Writer<'_, '_> {
    pub fn asyncio(&mut self, thing: &str) -> String {
        self.program.imports.spell(thing, &mut self.missing)
    }

    /// As an argument of `gather` or `as_completed`, which start coroutines themselves.
    pub fn awaitable(&mut self, awaited: &Awaited) -> String {
        match awaited {
            Awaited::Started { options, .. } if !options.is_empty() => self.task(awaited),
            awaited => awaited.text().to_owned(),
        }
    }

    /// As a task.
    pub fn task(&mut self, awaited: &Awaited) -> String {
        match awaited {
            Awaited::Coroutine(coroutine) => format!("{}({coroutine})", self.asyncio("create_task")),
            Awaited::Started { coroutine, options } => {
                format!("{}({coroutine}{options})", self.asyncio("create_task"))
            }
            Awaited::Future(text) => text.clone(),
            Awaited::Unknown(text) => format!("{}({text})", self.asyncio("ensure_future")),
        }
    }

    pub fn awaitables(&mut self, each: Vec<Child>) -> Vec<Item> {
        let item = |child: Child| Item { text: self.awaitable(&child.awaited), comments: child.comments };
        each.into_iter().map(item).collect()
    }

    /// `variable = [create_task(…), …]`.
    pub fn list_of_tasks(&mut self, variable: &str, children: &Children) {
        let before = format!("{variable} = ");
        let lines = match children {
            Children::Each(each) => {
                let item = |child: &Child| Item {
                    text: self.task(&child.awaited),
                    comments: child.comments.clone(),
                };
                let items = each.iter().map(item).collect();
                self.style.bracketed(&before, ["[", "]"], items, "")
            }
            Children::Comprehension { element, clauses, .. } => {
                vec![format!("{before}[{} {clauses}]", self.task(element))]
            }
            Children::Items { text, kind: ItemKind::Tasks, .. } => vec![format!("{before}list({text})")],
            Children::Items { text, kind, .. } => {
                let (one, start) = match kind {
                    ItemKind::Coroutines => ("coroutine", self.asyncio("create_task")),
                    _ => ("item", self.asyncio("ensure_future")),
                };
                vec![format!("{before}[{start}({one}) for {one} in {text}]")]
            }
        };
        self.lines.extend(lines);
    }

    /// A variable that holds the list of tasks, said if there is none yet.
    pub fn tasks(&mut self, children: &Children) -> String {
        match children {
            Children::Items { text, kind: ItemKind::Tasks, .. } if is_name(text) => text.clone(),
            children => {
                let variable = self.fresh("tasks");
                self.list_of_tasks(&variable, children);
                variable
            }
        }
    }

    /// What stands before the list of the results, if anybody wants it.
    pub fn before_list(&self) -> Option<String> {
        match &self.site.results {
            Results::Dropped | Results::Sets { .. } => None,
            Results::Names(names) => Some(format!("{} = ", target(names))),
            Results::List { before, .. } => Some(before.clone()),
        }
    }

    /// What is wanted of the tasks in `tasks`, when all are done.
    pub fn collect(&mut self, tasks: &str) {
        self.results_of(tasks, None);
        self.sets(tasks);
    }

    /// The results of the tasks in `tasks`, where they are wanted, of those in `done` only.
    pub fn results_of(&mut self, tasks: &str, done: Option<&str>) {
        let is_unpacked = matches!(self.site.results, Results::Names(_));
        let as_values = self.site.failures == Failures::AsValues;
        if let Some(before) = self.before_list() {
            let results = collected(tasks, done, is_unpacked, as_values);
            self.lines.push(format!("{before}{results}"));
        }
    }

    /// The sets that `wait` would have returned, when all is done.
    pub fn sets(&mut self, tasks: &str) {
        let Results::Sets { done, pending } = &self.site.results else { return };
        let line = match (done, pending) {
            (Some(done), Some(pending)) => format!("{done}, {pending} = set({tasks}), set()"),
            (Some(done), None) => format!("{done} = set({tasks})"),
            (None, Some(pending)) => format!("{pending} = set()"),
            (None, None) => return,
        };
        self.lines.push(line);
    }
}

/// The list of the results of `tasks`; `done` is the set of those that are done, if not all are.
pub fn collected(tasks: &str, done: Option<&str>, is_unpacked: bool, as_values: bool) -> String {
    let result = if as_values { "task.exception() or task.result()" } else { "task.result()" };
    match done {
        None => format!("[{result} for task in {tasks}]"),
        Some(done) if is_unpacked && as_values => {
            format!("[({result}) if task in {done} else None for task in {tasks}]")
        }
        Some(done) if is_unpacked => format!("[{result} if task in {done} else None for task in {tasks}]"),
        Some(done) => format!("[{result} for task in {tasks} if task in {done}]"),
    }
}

/// The text of a coroutine to be awaited in its turn: it must not run already.
pub fn in_turn(awaited: &Awaited) -> Result<&str, Reason> {
    match awaited {
        Awaited::Unknown(text) => Ok(text),
        awaited => awaited.coroutine(),
    }
}

/// `a, b` for two names, `[a]` for one.
fn target(names: &[Option<String>]) -> String {
    let names: Vec<_> = names.iter().map(|name| name.as_deref().unwrap_or("_")).collect();
    match names.as_slice() {
        [name] => format!("[{name}]"),
        names => names.join(", "),
    }
}

pub fn is_name(text: &str) -> bool {
    text.chars().all(is_word_part) && !text.starts_with(|c: char| c.is_ascii_digit())
}

pub fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(is_word_part) && !after.is_some_and(is_word_part)
    })
}

fn is_word_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
