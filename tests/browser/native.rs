//! The same program run on this machine by the command line: what the page must agree with.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

#[path = "../conformance/difference.rs"]
mod difference;

/// A run, as the oracle's JSON lines tell it.
pub struct Native {
    pub trace: String,
    events: Vec<Value>,
}

impl Native {
    /// Run a program in virtual time.
    pub fn run(code: &str) -> Result<Native> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
        command
            .args(["run", "-", "--trace"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn()?;
        child.stdin.take().context("the program has an input")?.write_all(code.as_bytes())?;
        let trace = String::from_utf8(child.wait_with_output()?.stdout)?;
        let events = trace.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        Ok(Native { trace, events })
    }

    /// Run what a link holds, in virtual time.
    pub fn run_link(link: &str) -> Result<Native> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
        let trace = String::from_utf8(command.args(["run", link, "--trace"]).output()?.stdout)?;
        let events = trace.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        Ok(Native { trace, events })
    }

    /// Fail where another trace of the program parts from this one.
    pub fn same(&self, other: &str) -> Result<()> {
        match difference::difference("trace", &self.trace, other) {
            Some(told) => bail!(told),
            None => Ok(()),
        }
    }

    /// Each task with how it ended, in the order of creation.
    pub fn tasks(&self) -> Vec<(String, Option<String>)> {
        let outcome = |task: &str| {
            self.of("done").find(|event| event["task"] == task).map(|done| text(done, "outcome"))
        };
        self.of("create")
            .map(|event| text(event, "task"))
            .map(|task| (task.clone(), outcome(&task)))
            .collect()
    }

    /// The lines that it prints.
    pub fn output(&self) -> Vec<String> {
        self.of("print").map(|event| text(event, "text")).collect()
    }

    /// Whether the program ended well.
    pub fn succeeds(&self) -> bool {
        self.of("exit").any(|event| event["outcome"] == "ok")
    }

    fn of(&self, kind: &str) -> impl Iterator<Item = &Value> {
        self.events.iter().filter(move |event| event["event"] == kind)
    }
}

fn text(event: &Value, key: &str) -> String {
    event[key].as_str().unwrap_or_default().to_owned()
}
