//! What a program says of itself, in comments: how it is run, and what it should print.
//!
//! ```python
//! # title: Two sleepers
//! # seed: 7
//! # intervention: {"at":0.5,"do":"cancel","task":"Task-2"}   see `interventions`
//! # exit: 1                 the status that it ends with; 0 where nothing is said
//! # expect: first           a line of its output, each line of it in a comment of its own
//! ```
//!
//! Title, seed, interventions and exit stand in the comments that the text begins with; what is expected, anywhere.

use super::interventions;
use crate::asyncio::Intervention;

/// The comments that say something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    pub title: Option<String>,
    pub seed: Option<u64>,
    pub interventions: Vec<Intervention>,
    pub exit: Option<i32>,
    /// The lines of the output, if anything is said of them.
    pub expected: Option<Vec<String>>,
}

impl Notes {
    /// Read the comments of a program.
    ///
    /// # Errors
    /// A number that is none, or another intervention than there are, as a sentence.
    pub fn read(code: &str) -> Result<Self, String> {
        let mut notes = Self::default();
        let mut at_head = true;
        for line in code.lines() {
            let Some(comment) = line.trim_start().strip_prefix('#') else {
                at_head = false;
                continue;
            };
            let Some((key, value)) = comment.split_once(':') else { continue };
            let value = value.strip_prefix(' ').unwrap_or(value);
            match key.trim() {
                "expect" => notes.expected.get_or_insert_default().push(value.to_owned()),
                "title" if at_head => notes.title = Some(value.trim().to_owned()),
                "seed" if at_head => notes.seed = Some(number("seed", value)?),
                "intervention" if at_head => notes.interventions.push(intervention(value)?),
                "exit" if at_head => notes.exit = Some(number("exit", value)?),
                _ => {}
            }
        }
        Ok(notes)
    }
}

fn intervention(value: &str) -> Result<Intervention, String> {
    let wrong = || format!("`# intervention: {}` is none", value.trim());
    interventions::read(value.trim()).ok_or_else(wrong)
}

fn number<T: std::str::FromStr>(key: &str, value: &str) -> Result<T, String> {
    value.trim().parse().map_err(|_| format!("`# {key}: {}` needs a number", value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_stand_at_the_head_and_expectations_anywhere() {
        let code = "# title: A: b\n#seed:7\n# exit: 1\nprint('x')  # seed: 8\n    # expect:  x \n# exit: 3\n# expect:\n";
        let expected = Notes {
            title: Some("A: b".into()),
            seed: Some(7),
            interventions: Vec::new(),
            exit: Some(1),
            expected: Some(vec![" x ".into(), String::new()]),
        };
        assert_eq!(Notes::read(code), Ok(expected));
        assert_eq!(Notes::read("print(1)  # expect: 2\n"), Ok(Notes::default()));
    }

    #[test]
    fn a_number_must_be_one() {
        assert_eq!(Notes::read("# seed: x\n"), Err("`# seed: x` needs a number".into()));
    }
}
