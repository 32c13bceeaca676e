//! A conformance program and what CPython made of it.
//!
//! `NAME.py` may begin with comments that say how it is run: `# seed: 7`, `# python: 3.13`, and
//! `# exit: 1` where it does not end well. Beside it stand `NAME.trace`, the oracle's JSON lines,
//! and `NAME.stderr` if it writes there.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// One program of `tests/conformance`.
pub struct Program {
    pub path: PathBuf,
    /// The CPython that it was written for.
    pub python: String,
    pub seed: Option<String>,
    /// The status that it exits with.
    pub exit: i32,
}

impl Program {
    /// All programs of a folder, by name.
    pub fn all(folder: &Path) -> io::Result<Vec<Program>> {
        let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        let mut paths: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
        paths.sort();
        paths.into_iter().map(Program::read).collect()
    }

    fn read(path: PathBuf) -> io::Result<Program> {
        let source = fs::read_to_string(&path)?;
        let header = |key| {
            let mut lines = source.lines().take_while(|line| line.starts_with('#'));
            lines
                .find_map(|line| line.trim_start_matches('#').trim().strip_prefix(key))
                .map(|value| value.trim().to_owned())
        };
        let exit = header("exit:").map_or(Ok(0), |exit| exit.parse());
        Ok(Program {
            python: header("python:").unwrap_or_else(|| "3.13".into()),
            seed: header("seed:"),
            exit: exit.map_err(|error| {
                io::Error::new(ErrorKind::InvalidData, format!("{}: {error}", path.display()))
            })?,
            path,
        })
    }

    /// The file's name without `.py`.
    pub fn name(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// What CPython wrote to `NAME.trace` or `NAME.stderr`; nothing where there is no such file.
    pub fn golden(&self, extension: &str) -> io::Result<String> {
        match fs::read_to_string(self.path.with_extension(extension)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
            read => read,
        }
    }
}
