//! The oracle, fed with one program after another.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};

use super::told::Told;

/// After so many seconds a program is taken to hang.
const LIMIT: &str = "5";

/// A CPython that runs programs through `tests/oracle/oracle.py`.
pub struct Oracle {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Oracle {
    pub fn start(python: &Path) -> Result<Self> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/many.py");
        let mut command = Command::new(python);
        // Strings hash alike in every run, so that even a set of them has one order.
        command.env("PYTHONHASHSEED", "0").env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
        command.arg(script).arg(LIMIT).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().context("CPython does not start")?;
        let (to, from) = (child.stdin.take(), child.stdout.take());
        let (to, from) = (to.context("it has a stdin")?, BufReader::new(from.context("and a stdout")?));
        Ok(Self { child, to, from })
    }

    /// Begin to run a program.
    pub fn send(&mut self, source: &str) -> Result<()> {
        write!(self.to, "{}\n{source}", source.len())?;
        Ok(self.to.flush()?)
    }

    /// What the program told that was sent.
    pub fn receive(&mut self) -> Result<Told> {
        let mut head = String::new();
        self.from.read_line(&mut head)?;
        let numbers: Vec<i32> = head.split_whitespace().flat_map(str::parse).collect();
        let &[status, trace, stderr] = &numbers[..] else { bail!("the oracle has died") };
        Ok(Told::new(&self.text(trace)?, &self.text(stderr)?, status))
    }

    fn text(&mut self, length: i32) -> Result<String> {
        let mut bytes = vec![0; usize::try_from(length)?];
        self.from.read_exact(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        // It may be in the middle of a program that hangs; nothing is lost if it is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
