//! The one guard against programs that nest too deeply.
//!
//! Parsing, walking and even dropping a syntax tree is recursion, and a stack in a browser is
//! small. So before the parser sees a text, its tokens are counted: a tree can be no deeper than
//! the tokens between two separators, summed over the brackets that are open around them.

use super::{Problem, offset};
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};
use ruff_text_size::TextRange;

/// CPython's `MAXLEVEL`: brackets in brackets.
const MAX_BRACKETS: usize = 200;
/// CPython's `MAXINDENT`: blocks in blocks.
const MAX_INDENTS: usize = 100;
/// Tokens that may build upon each other: `a + b + c …`, `a.b.c …`, `not not not …`.
const MAX_CHAIN: usize = 500;

/// # Errors
/// When anything in the text nests deeper than the limits.
pub(super) fn check(source: &str) -> Result<(), Problem> {
    if u32::try_from(source.len()).is_err() {
        return Err(Problem::new(TextRange::default(), "source is too large"));
    }
    let Some(excess) = find_excess(source) else { return Ok(()) };
    let end = offset_of_token(source, excess.token);
    let start = source.floor_char_boundary(end.saturating_sub(1));
    Err(Problem::new(TextRange::new(offset(start), offset(end)), excess.message))
}

struct Excess {
    /// How many significant tokens come up to and including the one that is too much.
    token: usize,
    message: String,
}

fn find_excess(source: &str) -> Option<Excess> {
    let mut depth = Depth::default();
    let mut lexer = lexer::lex(source, Mode::Module);
    loop {
        let kind = lexer.next_token();
        if kind == TokenKind::EndOfFile {
            return None;
        }
        depth.take(kind);
        if let Some(message) = depth.excess() {
            return Some(match depth.unclosed_at_the_end(&mut lexer) {
                Some(unclosed) => unclosed,
                None => Excess { token: depth.tokens, message: message.to_owned() },
            });
        }
    }
}

/// What is open around the current token.
#[derive(Default)]
struct Depth {
    levels: Vec<Level>,
    /// Outside any bracket.
    ground: Chain,
    /// Sum of the chains of the ground and all levels.
    chain: usize,
    indents: usize,
    tokens: usize,
}

/// An open bracket, or an open f-string.
struct Level {
    opened_by: TokenKind,
    /// Which significant token opened it, from 1.
    token: usize,
    chain: Chain,
}

/// Tokens since the last separator on one level.
#[derive(Default)]
struct Chain {
    length: usize,
    /// A lambda's parameters have commas of their own, so a comma does not end it.
    lambdas: usize,
}

impl Depth {
    fn take(&mut self, kind: TokenKind) {
        self.tokens += usize::from(is_significant(kind));
        match kind {
            TokenKind::Indent => self.indents += 1,
            TokenKind::Dedent => self.indents = self.indents.saturating_sub(1),
            TokenKind::Newline => self.end_of_line(),
            TokenKind::Comma | TokenKind::Semi => self.separate(),
            TokenKind::Lambda => {
                self.link();
                self.top().lambdas += 1;
            }
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => self.open(kind),
            TokenKind::FStringStart | TokenKind::TStringStart => self.open(kind),
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => self.close(),
            TokenKind::FStringEnd | TokenKind::TStringEnd => self.close(),
            kind if is_significant(kind) && kind != TokenKind::String => self.link(),
            _ => {}
        }
    }

    fn top(&mut self) -> &mut Chain {
        match self.levels.last_mut() {
            Some(level) => &mut level.chain,
            None => &mut self.ground,
        }
    }

    fn link(&mut self) {
        self.top().length += 1;
        self.chain += 1;
    }

    fn separate(&mut self) {
        let top = self.top();
        let dropped = top.length - top.lambdas;
        top.length = top.lambdas;
        self.chain -= dropped;
    }

    fn open(&mut self, kind: TokenKind) {
        self.link();
        self.levels.push(Level { opened_by: kind, token: self.tokens, chain: Chain::default() });
    }

    fn close(&mut self) {
        if let Some(level) = self.levels.pop() {
            self.chain -= level.chain.length;
        }
    }

    fn end_of_line(&mut self) {
        self.levels.clear();
        self.ground = Chain::default();
        self.chain = 0;
    }

    fn excess(&self) -> Option<&'static str> {
        if self.levels.len() > MAX_BRACKETS {
            Some("too many nested parentheses")
        } else if self.indents >= MAX_INDENTS {
            Some("too many levels of indentation")
        } else if self.chain > MAX_CHAIN {
            Some("expression is too long or nests too deeply")
        } else {
            None
        }
    }

    /// One forgotten bracket makes the rest of the file one expression: then that is the news.
    fn unclosed_at_the_end(&mut self, lexer: &mut lexer::Lexer<'_>) -> Option<Excess> {
        if self.levels.len() > MAX_BRACKETS || self.indents >= MAX_INDENTS {
            return None;
        }
        let outermost = self.levels.first()?.token;
        loop {
            match lexer.next_token() {
                // In brackets, a line ends only with the file.
                TokenKind::Newline | TokenKind::EndOfFile => break,
                kind => self.take(kind),
            }
        }
        self.levels.first().filter(|level| level.token == outermost)?;
        self.levels.iter().rev().find_map(|level| {
            let message = format!("'{}' was never closed", bracket(level.opened_by)?);
            Some(Excess { token: level.token, message })
        })
    }
}

fn bracket(kind: TokenKind) -> Option<char> {
    match kind {
        TokenKind::Lpar => Some('('),
        TokenKind::Lsqb => Some('['),
        TokenKind::Lbrace => Some('{'),
        _ => None,
    }
}

/// Whether the token is written text that the parser sees: not layout, not what the lexer says of
/// a text that breaks off.
fn is_significant(kind: TokenKind) -> bool {
    !matches!(
        kind,
        TokenKind::Comment
            | TokenKind::Newline
            | TokenKind::NonLogicalNewline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::EndOfFile
            | TokenKind::Unknown
    )
}

/// The byte offset just past the start of the nth significant token. The lexer alone does not
/// tell places, so this looks for the shortest beginning of the text that has so many tokens.
fn offset_of_token(source: &str, tokens: usize) -> usize {
    let has_them = |end: usize| count_tokens(&source[..source.floor_char_boundary(end)]) >= tokens;
    let (mut without, mut with) = (0, source.len());
    while with - without > 1 {
        let middle = without + (with - without) / 2;
        if has_them(middle) { with = middle } else { without = middle }
    }
    source.floor_char_boundary(with)
}

fn count_tokens(source: &str) -> usize {
    let mut lexer = lexer::lex(source, Mode::Module);
    let kinds = std::iter::from_fn(|| Some(lexer.next_token()).filter(|kind| *kind != TokenKind::EndOfFile));
    kinds.filter(|kind| is_significant(*kind)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(source: &str) -> Option<(String, u32, u32)> {
        check(source)
            .err()
            .map(|problem| problem.at(source))
            .map(|error| (error.message, error.line, error.column))
    }

    #[test]
    fn brackets_as_deep_as_cpython_takes_them() {
        assert_eq!(error(&format!("{}1{}", "(".repeat(200), ")".repeat(200))), None);
        let deep = format!("x = 1\n{}1{}", "[".repeat(201), "]".repeat(201));
        assert_eq!(error(&deep), Some(("too many nested parentheses".to_owned(), 2, 201)));
    }

    #[test]
    fn blocks_as_deep_as_cpython_takes_them() {
        let nested = |depth: usize| -> String {
            (0..=depth).map(|level| format!("{}if 1:\n", " ".repeat(level))).collect::<String>()
        };
        assert_eq!(error(&nested(99)), None);
        assert_eq!(error(&nested(100)).unwrap().0, "too many levels of indentation");
    }

    #[test]
    fn chains_are_bounded_whatever_they_are_made_of() {
        for link in
            ["not ", "- ", "lambda: ", "lambda a, b: ", "2 ** ", "1 if 2 else ", "a.", "f(", "[0][", "1, -- "]
        {
            let source = link.repeat(2_000);
            let message = error(&source).map(|error| error.0);
            assert_eq!(message.is_some(), link != "1, -- ", "{link}: {message:?}");
        }
    }

    #[test]
    fn long_lists_and_long_files_are_fine() {
        assert_eq!(error(&format!("x = [{}]", "1 + 2, ".repeat(10_000))), None);
        assert_eq!(error(&"x = a.b(c)\n".repeat(10_000)), None);
    }

    #[test]
    fn a_forgotten_bracket_is_the_news_in_a_long_file() {
        let source = format!("x = 1\nprint(\n{}", "y = a + b\n".repeat(1_000));
        assert_eq!(error(&source), Some(("'(' was never closed".to_owned(), 2, 6)));
    }
}
