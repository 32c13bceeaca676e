//! What CPython's tokenizer refuses. Its errors go before the parser's, wherever they are: a text
//! whose pieces cannot be told apart has no syntax.

use super::stream::{Stream, is_closing, is_opening};
use super::{ErrorKind, Problem};
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// The first thing that cannot be a token, or closes what is not open.
pub fn first_problem(stream: &Stream<'_>, errors: &[ParseError]) -> Option<Problem> {
    let brackets = Brackets::of(stream);
    // Within brackets nobody counts indentation.
    let counts = |problem: &Problem| {
        problem.kind == ErrorKind::Syntax
            || brackets.unclosed.is_none_or(|open| open.end() > problem.range.start())
    };
    let lexical = errors.iter().filter_map(|error| of_error(stream, error)).filter(counts);
    lexical.chain(brackets.problem).chain(numbers(stream)).min_by_key(|problem| problem.range.start())
}

/// The innermost bracket that is open at the end of the text.
pub fn unclosed(stream: &Stream<'_>) -> Option<Problem> {
    let open = Brackets::of(stream).unclosed?;
    Some(Problem::new(open.range(), format!("'{}' was never closed", stream.text(open.range()))))
}

struct Brackets {
    problem: Option<Problem>,
    unclosed: Option<Token>,
}

impl Brackets {
    fn of(stream: &Stream<'_>) -> Self {
        let mut open: Vec<Token> = Vec::new();
        for token in &stream.tokens {
            let kind = token.kind();
            if is_opening(kind) {
                open.push(*token);
            } else if is_closing(kind) {
                let problem = match open.pop() {
                    Some(opening) if closes(opening.kind(), kind) => continue,
                    Some(opening) => mismatch(stream, opening, *token),
                    None => unmatched(stream, *token),
                };
                return Self { problem, unclosed: None };
            }
        }
        let unclosed = open.into_iter().rfind(|token| token.kind() != TokenKind::FStringStart);
        Self { problem: None, unclosed }
    }
}

fn closes(opening: TokenKind, closing: TokenKind) -> bool {
    matches!(
        (opening, closing),
        (TokenKind::Lpar, TokenKind::Rpar)
            | (TokenKind::Lsqb, TokenKind::Rsqb)
            | (TokenKind::Lbrace, TokenKind::Rbrace)
            | (TokenKind::FStringStart, TokenKind::FStringEnd)
    )
}

fn unmatched(stream: &Stream<'_>, closing: Token) -> Option<Problem> {
    let is_bracket = closing.kind() != TokenKind::FStringEnd;
    is_bracket.then(|| Problem::new(closing.range(), format!("unmatched '{}'", stream.text(closing.range()))))
}

fn mismatch(stream: &Stream<'_>, opening: Token, closing: Token) -> Option<Problem> {
    if opening.kind() == TokenKind::FStringStart || closing.kind() == TokenKind::FStringEnd {
        return None;
    }
    let (open, close) = (stream.text(opening.range()), stream.text(closing.range()));
    let (open_line, close_line) = (stream.line(opening.start()), stream.line(closing.start()));
    let line = if open_line == close_line { String::new() } else { format!(" on line {open_line}") };
    let message = format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'{line}");
    Some(Problem::new(closing.range(), message))
}

/// A number that runs into a name.
fn numbers(stream: &Stream<'_>) -> Option<Problem> {
    stream.tokens.windows(2).find_map(|pair| {
        let [number, name] = pair else { return None };
        let is_number = matches!(number.kind(), TokenKind::Int | TokenKind::Float);
        if !is_number || name.kind() != TokenKind::Name || number.end() != name.start() {
            return None;
        }
        let text = stream.text(number.range()).to_ascii_lowercase();
        let base = match text.get(..2) {
            Some("0x") => "hexadecimal",
            Some("0o") => "octal",
            Some("0b") => "binary",
            _ => "decimal",
        };
        let last = TextRange::new(number.end() - TextSize::new(1), number.end());
        Some(Problem::new(last, format!("invalid {base} literal")))
    })
}

fn of_error(stream: &Stream<'_>, error: &ParseError) -> Option<Problem> {
    let at = error.location;
    let problem = |message: String| Some(Problem::new(at, message));
    match &error.error {
        ParseErrorType::Lexical(lexical) => match lexical {
            LexicalErrorType::UnclosedStringError => Some(unterminated(stream, at.start(), "string")),
            LexicalErrorType::IndentationError => Some(bad_dedent(stream, at)),
            LexicalErrorType::UnrecognizedToken { tok } => unrecognized(*tok).and_then(problem),
            LexicalErrorType::LineContinuationError => {
                problem("unexpected character after line continuation character".to_owned())
            }
            LexicalErrorType::FStringError(kind) => of_f_string(stream, at, kind),
            LexicalErrorType::OtherError(text) => bad_number(stream, at, text),
            _ => None,
        },
        ParseErrorType::FStringError(kind) => of_f_string(stream, at, kind),
        _ => None,
    }
}

fn of_f_string(stream: &Stream<'_>, at: TextRange, kind: &InterpolatedStringErrorType) -> Option<Problem> {
    match kind {
        InterpolatedStringErrorType::UnterminatedString
        | InterpolatedStringErrorType::UnterminatedTripleQuotedString => {
            let is_start =
                |token: &&Token| token.kind() == TokenKind::FStringStart && token.start() <= at.start();
            let start = stream.tokens.iter().rfind(is_start).map_or(at.start(), Ranged::start);
            Some(unterminated(stream, start, "f-string"))
        }
        _ => None,
    }
}

fn unterminated(stream: &Stream<'_>, start: TextSize, what: &str) -> Problem {
    let text = stream.source.get(start.to_usize()..).unwrap_or("");
    let quotes = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let is_triple = quotes.starts_with("'''") || quotes.starts_with("\"\"\"");
    let (triple, end) = match is_triple {
        true => ("triple-quoted ", stream.source.trim_end_matches(['\n', '\r']).len()),
        false => ("", start.to_usize() + line_length(text)),
    };
    let line = stream.line(super::offset(end));
    let range = TextRange::new(start, start + TextSize::new(1));
    Problem::new(range, format!("unterminated {triple}{what} literal (detected at line {line})"))
}

/// The bytes up to the end of the line that no backslash continues.
fn line_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' if !escaped => return at,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

fn bad_dedent(stream: &Stream<'_>, at: TextRange) -> Problem {
    if super::indentation::mixes_tabs(stream.source, at.start().to_usize()) {
        let message = "inconsistent use of tabs and spaces in indentation".to_owned();
        return Problem { kind: ErrorKind::Tab, ..Problem::new(at, message) };
    }
    let message = "unindent does not match any outer indentation level".to_owned();
    Problem { kind: ErrorKind::Indentation, ..Problem::new(at, message) }
}

fn unrecognized(character: char) -> Option<String> {
    if character.is_ascii_graphic() {
        return None;
    }
    let code = u32::from(character);
    let is_invisible = character.is_control()
        || character.is_whitespace()
        || matches!(code, 0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF);
    Some(match is_invisible {
        true => format!("invalid non-printable character U+{code:04X}"),
        false => format!("invalid character '{character}' (U+{code:04X})"),
    })
}

fn bad_number(stream: &Stream<'_>, at: TextRange, text: &str) -> Option<Problem> {
    let literal = stream.source.get(at.start().to_usize()..)?;
    let base = literal.get(..2).and_then(|prefix| match prefix.to_ascii_lowercase().as_str() {
        "0x" => Some("hexadecimal"),
        "0o" => Some("octal"),
        "0b" => Some("binary"),
        _ => None,
    });
    let message = match (base, literal.chars().nth(2).filter(char::is_ascii_digit)) {
        (Some(base), Some(digit)) => format!("invalid digit '{digit}' in {base} literal"),
        (Some(base), None) => format!("invalid {base} literal"),
        (None, _) if text.starts_with("Invalid decimal") => {
            "leading zeros in decimal integer literals are not \
             permitted; use an 0o prefix for octal integers"
                .to_owned()
        }
        (None, _) => return None,
    };
    Some(Problem::new(at, message))
}
