//! The nine ways, each as a person would write it.

use super::super::layout::Item;
use super::super::site::{Body, Child, Children, Failures, ItemKind, Results};
use super::super::{Combinator, Reason};
use super::Writer;
use super::texts::{in_turn, is_name};

impl Writer<'_, '_> {
    pub fn way(&mut self, to: Combinator, children: Children) -> Result<(), Reason> {
        match to {
            Combinator::Gather | Combinator::GatherReturnExceptions => self.gather(to, children),
            Combinator::WaitAllCompleted
            | Combinator::WaitFirstCompleted
            | Combinator::WaitFirstException => {
                self.wait(to, &children);
            }
            Combinator::AsCompleted => self.as_completed(children),
            Combinator::TaskGroup => self.task_group(children)?,
            Combinator::CreateTask => self.create_task(children),
            Combinator::InTurn => self.in_turn(children)?,
        }
        Ok(())
    }

    fn gather(&mut self, to: Combinator, children: Children) {
        let (children, tasks) = match &self.site.results {
            Results::Sets { .. } => {
                let text = self.tasks(&children);
                (Children::Items { text: text.clone(), kind: ItemKind::Tasks, origin: None }, text)
            }
            _ => (children, String::new()),
        };
        let mut arguments = match children {
            Children::Each(each) => self.awaitables(each),
            Children::Comprehension { element, clauses, .. } => {
                vec![Item::plain(format!("*({} {clauses})", self.awaitable(&element)))]
            }
            Children::Items { text, .. } => vec![Item::plain(format!("*{text}"))],
        };
        if to == Combinator::GatherReturnExceptions {
            arguments.push(Item::plain("return_exceptions=True"));
        }
        let gather = self.asyncio("gather");
        let before = format!("{}await {gather}", self.before_list().unwrap_or_default());
        self.lines.extend(self.style.bracketed(&before, ["(", ")"], arguments, ""));
        self.sets(&tasks);
    }

    fn wait(&mut self, to: Combinator, children: &Children) {
        let tasks = self.tasks(children);
        let mut arguments = vec![Item::plain(tasks.clone())];
        arguments.extend(self.timeout());
        if to != Combinator::WaitAllCompleted {
            let when = self.asyncio(to.return_when().unwrap_or_default());
            arguments.push(Item::plain(format!("return_when={when}")));
        }
        let is_partial = to != Combinator::WaitAllCompleted || self.site.timeout.is_some();
        let (done, pending) = match &self.site.results {
            Results::Sets { done, pending } => (done.clone(), pending.clone()),
            _ => (None, None),
        };
        let done = done.unwrap_or_else(|| self.fresh("done"));
        let pending = pending.unwrap_or_else(|| self.fresh("pending"));
        let sets = match self.site.results {
            Results::Dropped => String::new(),
            _ => format!("{done}, {pending} = "),
        };
        let before = format!("{sets}await {}", self.asyncio("wait"));
        self.lines.extend(self.style.bracketed(&before, ["(", ")"], arguments, ""));
        self.results_of(&tasks, is_partial.then_some(done.as_str()));
    }

    fn timeout(&self) -> Option<Item> {
        self.site.timeout.as_ref().map(|timeout| Item::plain(format!("timeout={timeout}")))
    }

    fn as_completed(&mut self, children: Children) {
        let one = self.fresh("next_done");
        match &self.site.results {
            Results::Dropped => {
                self.loop_over(&one, children);
                self.lines.extend(self.style.block(vec![format!("await {one}")]));
            }
            Results::Names(_) | Results::Sets { .. } => {
                let text = self.tasks(&children);
                self.loop_over(
                    &one,
                    Children::Items { text: text.clone(), kind: ItemKind::Tasks, origin: None },
                );
                self.lines.extend(self.style.block(vec![format!("await {one}")]));
                self.collect(&text);
            }
            Results::List { body: Some(body), .. } => self.loop_with(&one, children, &body.clone()),
            Results::List { before, name, body: None } => {
                let (before, name) = (before.clone(), name.clone());
                let list = name.clone().filter(|name| !self.children_use(name));
                let list = list.unwrap_or_else(|| self.fresh("results"));
                self.lines.push(format!("{list} = []"));
                self.loop_over(&one, children);
                self.append(&list, &one);
                if name.as_ref() != Some(&list) {
                    self.lines.push(format!("{before}{list}"));
                }
            }
        }
    }

    /// `for one in as_completed(children):`
    fn loop_over(&mut self, one: &str, children: Children) {
        let completed = self.asyncio("as_completed");
        let before = format!("for {one} in {completed}(");
        let timeout = self.timeout().map_or(String::new(), |timeout| format!(", {}", timeout.text));
        let lines = match children {
            Children::Each(each) => {
                let items = self.awaitables(each);
                self.style.bracketed(&before, ["[", "]"], items, &format!("{timeout}):"))
            }
            Children::Comprehension { element, clauses, .. } => {
                vec![format!("{before}[{} {clauses}]{timeout}):", self.awaitable(&element))]
            }
            Children::Items { text, .. } => vec![format!("{before}{text}{timeout}):")],
        };
        self.lines.extend(lines);
    }

    /// The loop that there is over the results becomes the loop over what is completed.
    fn loop_with(&mut self, one: &str, children: Children, body: &Body) {
        self.loop_over(one, children);
        if let Some(head) = self.lines.last_mut() {
            head.pop();
        }
        let indentation = super::layout::indentation(self.program.source, body.start);
        let line = format!("{} = await {one}{}{indentation}", body.target, self.style.newline);
        self.edits.push(super::TextEdit::insert(body.start, line));
    }

    fn append(&mut self, list: &str, one: &str) {
        let lines = match self.site.failures {
            Failures::Raise => vec![format!("{list}.append(await {one})")],
            Failures::AsValues => {
                let error = self.fresh("error");
                let tried = self.style.block(vec![format!("{list}.append(await {one})")]);
                let handled = self.style.block(vec![format!("{list}.append({error})")]);
                let handler = format!("except Exception as {error}:");
                [vec!["try:".to_owned()], tried, vec![handler], handled].concat()
            }
        };
        self.lines.extend(self.style.block(lines));
    }

    fn task_group(&mut self, children: Children) -> Result<(), Reason> {
        let group = self.fresh("tg");
        let head = format!("async with {}() as {group}:", self.asyncio("TaskGroup"));
        let create = |coroutine: &str, options: &str| format!("{group}.create_task({coroutine}{options})");
        let is_dropped = matches!(self.site.results, Results::Dropped) && self.needed_list.is_none();
        let list = self.needed_list.clone().unwrap_or_else(|| self.fresh("tasks"));
        let before = format!("{list} = ");
        let block = match children {
            Children::Each(each) if is_dropped => {
                let mut lines = Vec::new();
                for child in each {
                    let task = create(child.awaited.coroutine()?, child.awaited.options());
                    let variable = child.variable.filter(|_| child.is_needed);
                    let text = variable.map_or(task.clone(), |variable| format!("{variable} = {task}"));
                    lines.extend(Item { text, comments: child.comments }.lines(""));
                }
                lines
            }
            Children::Each(each) => {
                let item = |child: Child| {
                    let text = create(child.awaited.coroutine()?, child.awaited.options());
                    Ok(Item { text, comments: child.comments })
                };
                let items = each.into_iter().map(item).collect::<Result<_, _>>()?;
                self.style.deeper().bracketed(&before, ["[", "]"], items, "")
            }
            Children::Comprehension { element, clauses, .. } => {
                vec![format!("{before}[{} {clauses}]", create(element.coroutine()?, element.options()))]
            }
            Children::Items { text, kind: ItemKind::Coroutines, .. } => {
                vec![format!("{before}[{} for coroutine in {text}]", create("coroutine", ""))]
            }
            Children::Items { text, kind: ItemKind::Tasks, .. } => {
                return Err(Reason::AlreadyStarted { text });
            }
            Children::Items { text, kind: ItemKind::Unknown, .. } => {
                return Err(Reason::NotACoroutine { text });
            }
        };
        self.lines.push(head);
        self.lines.extend(self.style.block(block));
        self.collect(&list);
        Ok(())
    }

    fn create_task(&mut self, children: Children) {
        let names = match (&children, &self.site.results) {
            (Children::Each(each), Results::Dropped) => Some(vec![None; each.len()]),
            (Children::Each(each), Results::Names(names)) if names.len() == each.len() => Some(names.clone()),
            _ => None,
        };
        if let (Children::Each(each), Some(names)) = (&children, names) {
            return self.task_by_task(each, &names);
        }
        let tasks = self.tasks(&children);
        match self.before_list() {
            Some(before) => self.lines.push(format!("{before}[await task for task in {tasks}]")),
            None => {
                let task = self.fresh("task");
                self.lines.push(format!("for {task} in {tasks}:"));
                self.lines.extend(self.style.block(vec![format!("await {task}")]));
                self.sets(&tasks);
            }
        }
    }

    fn task_by_task(&mut self, each: &[Child], names: &[Option<String>]) {
        let mut variables = Vec::new();
        for (index, child) in each.iter().enumerate() {
            if let super::Awaited::Future(text) = &child.awaited
                && is_name(text)
            {
                variables.push(text.clone());
                continue;
            }
            let variable =
                child.variable.clone().unwrap_or_else(|| self.fresh(&format!("task_{}", index + 1)));
            let text = format!("{variable} = {}", self.task(&child.awaited));
            self.lines.extend(Item { text, comments: child.comments.clone() }.lines(""));
            variables.push(variable);
        }
        for (variable, name) in variables.iter().zip(names) {
            self.lines.push(awaited(name.as_deref(), variable));
        }
    }

    fn in_turn(&mut self, children: Children) -> Result<(), Reason> {
        let results = &self.site.results;
        match (children, self.before_list()) {
            (Children::Each(_) | Children::Comprehension { .. }, _)
                if matches!(results, Results::Sets { .. }) =>
            {
                return Err(Reason::AlreadyStarted { text: "tasks".to_owned() });
            }
            (Children::Each(each), before) => self.each_in_turn(each, before)?,
            (Children::Comprehension { element, clauses, is_loop: true }, None) => {
                self.lines.push(format!("{clauses}:"));
                self.lines.extend(self.style.block(vec![format!("await {}", in_turn(&element)?)]));
            }
            (Children::Comprehension { element, clauses, .. }, before) => {
                let before = before.unwrap_or_default();
                self.lines.push(format!("{before}[await {} {clauses}]", in_turn(&element)?));
            }
            (Children::Items { text, kind: ItemKind::Tasks, .. }, _) => {
                return Err(Reason::AlreadyStarted { text });
            }
            (Children::Items { text, .. }, Some(before)) => {
                self.lines.push(format!("{before}[await coroutine for coroutine in {text}]"));
            }
            (Children::Items { text, .. }, None) => {
                let one = self.fresh("coroutine");
                self.lines.push(format!("for {one} in {text}:"));
                self.lines.extend(self.style.block(vec![format!("await {one}")]));
            }
        }
        Ok(())
    }

    fn each_in_turn(&mut self, each: Vec<Child>, before: Option<String>) -> Result<(), Reason> {
        let names = match &self.site.results {
            Results::Dropped => vec![None; each.len()],
            Results::Names(names) if names.len() == each.len() => names.clone(),
            _ => {
                let item = |child: Child| {
                    let text = format!("await {}", in_turn(&child.awaited)?);
                    Ok(Item { text, comments: child.comments })
                };
                let items = each.into_iter().map(item).collect::<Result<_, _>>()?;
                self.lines.extend(self.style.bracketed(&before.unwrap_or_default(), ["[", "]"], items, ""));
                return Ok(());
            }
        };
        for (child, name) in each.into_iter().zip(names) {
            let text = awaited(name.as_deref(), in_turn(&child.awaited)?);
            self.lines.extend(Item { text, comments: child.comments }.lines(""));
        }
        Ok(())
    }
}

/// `name = await text`, or without the name.
fn awaited(name: Option<&str>, text: &str) -> String {
    name.map_or_else(|| format!("await {text}"), |name| format!("{name} = await {text}"))
}
