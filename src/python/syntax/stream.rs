//! The tokens of a text, and the questions that wording an error asks of them.

use super::lines::Lines;
use ruff_python_ast::ModModule;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::Parsed;
use ruff_text_size::{Ranged, TextRange, TextSize};

/// The tokens that the parser sees: no comments, no line ends within statements.
pub struct Stream<'a> {
    pub source: &'a str,
    pub tokens: Vec<Token>,
    lines: Lines<'a>,
}

impl<'a> Stream<'a> {
    pub fn new(source: &'a str, parsed: &Parsed<ModModule>) -> Self {
        let is_seen =
            |token: &&Token| !matches!(token.kind(), TokenKind::Comment | TokenKind::NonLogicalNewline);
        Self {
            source,
            tokens: parsed.tokens().iter().filter(is_seen).copied().collect(),
            lines: Lines::new(source),
        }
    }

    pub fn text(&self, range: TextRange) -> &'a str {
        self.source.get(std::ops::Range::from(range)).unwrap_or("")
    }

    /// The number of the line of this place.
    pub fn line(&self, offset: TextSize) -> u32 {
        self.lines.position(offset.to_usize()).line
    }

    /// The index of the first token that does not end before `offset`.
    pub fn index_at(&self, offset: TextSize) -> usize {
        self.tokens.partition_point(|token| token.end() <= offset && token.start() < offset)
    }

    pub fn get(&self, index: usize) -> Option<Token> {
        self.tokens.get(index).copied()
    }

    pub fn kind(&self, index: usize) -> TokenKind {
        self.get(index).map_or(TokenKind::EndOfFile, |token| token.kind())
    }

    /// The last token of the program before this one, layout aside.
    pub fn previous(&self, index: usize) -> Option<(usize, Token)> {
        let before = self.tokens.get(..index)?;
        let found = before.iter().rposition(|token| !is_layout(token.kind()))?;
        self.get(found).map(|token| (found, token))
    }

    /// The first token of the program at or after this one, layout aside.
    pub fn next(&self, index: usize) -> Option<Token> {
        self.tokens.get(index..)?.iter().find(|token| !is_layout(token.kind())).copied()
    }

    /// The index of the first token of the logical line that this token is on.
    pub fn line_head(&self, index: usize) -> usize {
        let before = self.tokens.get(..index).unwrap_or(&[]);
        let newline = before.iter().rposition(|token| token.kind() == TokenKind::Newline);
        let mut head = newline.map_or(0, |newline| newline + 1);
        while head < index && matches!(self.kind(head), TokenKind::Indent | TokenKind::Dedent) {
            head += 1;
        }
        head
    }

    /// The brackets that are open before this token, the innermost last.
    pub fn open_brackets(&self, index: usize) -> Vec<Token> {
        let mut open: Vec<Token> = Vec::new();
        for token in self.tokens.iter().take(index) {
            if is_opening(token.kind()) {
                open.push(*token);
            } else if is_closing(token.kind()) {
                open.pop();
            }
        }
        open
    }

    /// The start of the expression that ends before this token: what comes after the last
    /// separator or keyword of a statement outside its brackets.
    pub fn expression_start(&self, index: usize) -> Option<Token> {
        let mut depth = 0_usize;
        let mut start = None;
        for token in self.tokens.get(..index)?.iter().rev() {
            let kind = token.kind();
            if is_closing(kind) {
                depth += 1;
            } else if is_opening(kind) && depth > 0 {
                depth -= 1;
            } else if depth == 0 && (is_opening(kind) || is_separator(kind)) {
                break;
            }
            start = Some(*token);
        }
        start
    }
}

pub fn is_layout(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Newline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::EndOfFile
            | TokenKind::Unknown
    )
}

pub fn is_opening(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::FStringStart)
}

pub fn is_closing(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd)
}

fn is_separator(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Comma
            | TokenKind::Semi
            | TokenKind::Colon
            | TokenKind::Equal
            | TokenKind::Newline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::If
            | TokenKind::Elif
            | TokenKind::While
            | TokenKind::Return
            | TokenKind::In
            | TokenKind::FStringMiddle
    )
}

/// Whether an expression can start with this token.
pub fn starts_expression(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::None
            | TokenKind::True
            | TokenKind::False
            | TokenKind::Lbrace
            | TokenKind::Not
            | TokenKind::Lambda
            | TokenKind::Await
            | TokenKind::Ellipsis
            | TokenKind::Tilde
    )
}
