//! Mistakes inside strings: replacement fields and escapes.

use super::super::Problem;
use super::Words;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::InterpolatedStringErrorType;
use ruff_text_size::Ranged;

impl Words<'_, '_> {
    pub fn expected_in_f_string(&self, found: TokenKind, previous: TokenKind) -> Problem {
        let before = self.stream.tokens.get(..self.index).unwrap_or(&[]);
        let lambda = before.iter().rev().take_while(|token| token.kind() != TokenKind::Lbrace);
        if let Some(lambda) = lambda.into_iter().find(|token| token.kind() == TokenKind::Lambda) {
            let message = "f-string: lambda expressions are not allowed without parentheses";
            return Problem::new(lambda.range(), message);
        }
        match self.stream.get(self.index) {
            _ if previous != TokenKind::Lbrace => self.invalid(),
            Some(token) if found != TokenKind::FStringEnd => {
                let text = self.stream.text(token.range());
                self.here(format!("f-string: valid expression required before '{text}'"))
            }
            _ => self.here("f-string: expecting '}'"),
        }
    }

    pub fn f_string(&self, kind: &InterpolatedStringErrorType) -> Problem {
        match kind {
            InterpolatedStringErrorType::UnclosedLbrace if self.forgets_comma(self.kind(self.index)) => {
                Problem::new(self.expression_before(), "invalid syntax. Perhaps you forgot a comma?")
            }
            InterpolatedStringErrorType::UnclosedLbrace => self.here("f-string: expecting '}'"),
            InterpolatedStringErrorType::SingleRbrace => self.here("f-string: single '}' is not allowed"),
            InterpolatedStringErrorType::InvalidConversionFlag => match self.stream.get(self.index) {
                Some(flag) if flag.kind() == TokenKind::Name => {
                    let text = self.stream.text(flag.range());
                    self.here(format!(
                        "f-string: invalid conversion character '{text}': expected 's', 'r', or 'a'"
                    ))
                }
                _ => self.here("f-string: missing conversion character"),
            },
            InterpolatedStringErrorType::LambdaWithoutParentheses => {
                self.here("f-string: lambda expressions are not allowed without parentheses")
            }
            InterpolatedStringErrorType::ConversionFlagNotImmediatelyAfterExclamation => {
                self.here("f-string: conversion type must come right after the exclamation mark")
            }
            _ => self.invalid(),
        }
    }

    /// An escape in a string that stands for no character.
    pub fn bad_escape(&self) -> Problem {
        let Some(string) = self.stream.get(self.index) else { return self.invalid() };
        let end = self.at.end().to_usize().max(string.start().to_usize() + 1);
        let before = self.stream.source.get(string.start().to_usize()..end).unwrap_or("");
        let content = before.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let content = content.trim_start_matches(['"', '\'']);
        let (before, escape) = content.rsplit_once('\\').unwrap_or((content, ""));
        // CPython decodes what is not ASCII as an escape of ten characters.
        let start: usize = before.chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum();
        let digits = escape.chars().skip(1).take_while(char::is_ascii_hexdigit).count();
        let (length, what) = match escape.chars().next() {
            Some('x') => (digits + 1, "truncated \\xXX escape"),
            Some('u') => (digits + 1, "truncated \\uXXXX escape"),
            Some('U') => (digits + 1, "truncated \\UXXXXXXXX escape"),
            Some('N') if escape.starts_with("N{") => {
                (escape.find('}').unwrap_or(escape.len()), "unknown Unicode character name")
            }
            _ => (1, "malformed \\N character escape"),
        };
        let end = start + length;
        let message = format!(
            "(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {what}"
        );
        Problem::new(string.range(), message)
    }
}
