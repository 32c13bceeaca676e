//! The parser's errors in CPython's words, for the mistakes that people make; all others are
//! CPython's own last word, "invalid syntax".

mod strings;

use super::stream::{Stream, starts_expression};
use super::{ErrorKind, Problem, targets};
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_ast::{Expr, ModModule};
use ruff_python_parser::{
    LexicalErrorType, ParseErrorType, Parsed, UnsupportedSyntaxError, UnsupportedSyntaxErrorKind,
};
use ruff_text_size::{Ranged, TextRange};

/// What CPython's parser would say first.
pub(super) fn first_problem(stream: &Stream<'_>, parsed: &Parsed<ModModule>) -> Option<Problem> {
    let unsupported = parsed.unsupported_syntax_errors().first();
    match (parsed.errors().first(), unsupported) {
        (Some(error), newer) if newer.is_none_or(|newer| error.location.start() <= newer.range.start()) => {
            let words =
                Words { stream, parsed, at: error.location, index: stream.index_at(error.location.start()) };
            Some(words.of(&error.error))
        }
        (_, Some(newer)) => Some(of_newer(newer)),
        (Some(_) | None, None) => None,
    }
}

/// Syntax of a later Python.
fn of_newer(newer: &UnsupportedSyntaxError) -> Problem {
    let message = match newer.kind {
        UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes => {
            "multiple exception types must be parenthesized"
        }
        UnsupportedSyntaxErrorKind::UnpackingInComprehension(_)
            if newer.to_string().contains("dictionary") =>
        {
            "dict unpacking cannot be used in dict comprehension"
        }
        UnsupportedSyntaxErrorKind::UnpackingInComprehension(_) => {
            "iterable unpacking cannot be used in comprehension"
        }
        _ => "invalid syntax",
    };
    Problem::new(newer.range, message)
}

struct Words<'w, 'a> {
    stream: &'w Stream<'a>,
    parsed: &'w Parsed<ModModule>,
    at: TextRange,
    /// The token that is in the wrong place.
    index: usize,
}

impl Words<'_, '_> {
    fn of(&self, error: &ParseErrorType) -> Problem {
        match error {
            ParseErrorType::ExpectedToken { expected, found } => self.expected(*expected, *found),
            ParseErrorType::ExpectedExpression => self.expected_expression(),
            ParseErrorType::UnexpectedIndentation => self.unexpected_indent(),
            ParseErrorType::SimpleStatementsOnSameLine
            | ParseErrorType::SimpleAndCompoundStatementOnSameLine => self.two_statements(),
            ParseErrorType::InvalidAssignmentTarget => self.assignment(),
            ParseErrorType::InvalidNamedAssignmentTarget => {
                self.target(|name| format!("cannot use assignment expressions with {name}"))
            }
            ParseErrorType::InvalidAugmentedAssignmentTarget => {
                self.target(|name| format!("'{name}' is an illegal expression for augmented assignment"))
            }
            ParseErrorType::InvalidDeleteTarget => self.target(|name| format!("cannot delete {name}")),
            ParseErrorType::FStringError(kind) => self.f_string(kind),
            ParseErrorType::EmptyImportNames => self.import_names(),
            ParseErrorType::OtherError(text) => self.other(text),
            ParseErrorType::Lexical(lexical) => self.lexical(lexical),
            error => self.here(fixed(error)),
        }
    }

    fn here(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.at, message)
    }

    fn invalid(&self) -> Problem {
        self.here("invalid syntax")
    }

    fn kind(&self, index: usize) -> TokenKind {
        self.stream.kind(index)
    }

    fn previous(&self) -> Option<(usize, Token)> {
        self.stream.previous(self.index)
    }

    fn previous_kind(&self) -> TokenKind {
        self.previous().map_or(TokenKind::EndOfFile, |(_, token)| token.kind())
    }

    /// What begins the statement: `if`, `def` (after `async` too), …
    fn statement(&self) -> (usize, TokenKind) {
        let head = self.stream.line_head(self.index);
        if self.kind(head) == TokenKind::Async {
            (head + 1, self.kind(head + 1))
        } else {
            (head, self.kind(head))
        }
    }

    fn in_brackets(&self) -> Option<TokenKind> {
        self.stream.open_brackets(self.index).last().map(|token| token.kind())
    }

    /// Whether the innermost bracket is a `{` of an f-string.
    fn in_replacement_field(&self) -> bool {
        let open = self.stream.open_brackets(self.index);
        let parent = open.iter().rev().nth(1).map(|parent| parent.kind());
        self.in_brackets() == Some(TokenKind::Lbrace) && parent == Some(TokenKind::FStringStart)
    }

    fn expression_before(&self) -> TextRange {
        self.stream.expression_start(self.index).map_or(self.at, |token| token.range())
    }

    fn expected(&self, expected: TokenKind, found: TokenKind) -> Problem {
        match (expected, self.in_brackets()) {
            (TokenKind::Colon, Some(TokenKind::Lbrace)) if !self.in_replacement_field() => self.dict_colon(),
            (TokenKind::Colon, None) => self.block_colon(found),
            (TokenKind::Else, _) if found != TokenKind::Colon => {
                Problem::new(self.before_keyword(TokenKind::If), "expected 'else' after 'if' expression")
            }
            (TokenKind::In, Some(_)) if found != TokenKind::Equal => {
                self.here("'in' expected after for-loop variables")
            }
            (TokenKind::Lpar, None) if self.statement().1 == TokenKind::Def => self.here("expected '('"),
            (_, Some(bracket)) => self.in_list(bracket, found),
            _ => self.invalid(),
        }
    }

    fn dict_colon(&self) -> Problem {
        let key = self.previous().map_or(self.at, |(_, token)| token.range());
        Problem::new(key, "':' expected after dictionary key")
    }

    fn block_colon(&self, found: TokenKind) -> Problem {
        let (head, statement) = self.statement();
        let is_condition = matches!(statement, TokenKind::If | TokenKind::Elif | TokenKind::While);
        let insists = matches!(
            statement,
            TokenKind::Def | TokenKind::Else | TokenKind::Try | TokenKind::Finally | TokenKind::Class
        );
        match found {
            TokenKind::Equal if is_condition => self.equal_in_condition(head),
            _ if statement == TokenKind::Lambda => self.invalid(),
            TokenKind::Newline | TokenKind::EndOfFile => self.here("expected ':'"),
            _ if insists => self.here("expected ':'"),
            _ => self.invalid(),
        }
    }

    /// `if x = 1:`
    fn equal_in_condition(&self, head: usize) -> Problem {
        let Some(first) = self.stream.get(head + 1) else { return self.invalid() };
        let last = self.previous().map_or(head, |(index, _)| index);
        let what = match (last - head, self.previous_kind()) {
            (1, TokenKind::Name) => None,
            (_, TokenKind::Name) if self.kind(last - 1) == TokenKind::Dot => Some("attribute"),
            (_, TokenKind::Rsqb) => Some("subscript"),
            (_, TokenKind::Rpar) => Some("function call"),
            (1, _) => Some("literal"),
            _ => return self.invalid(),
        };
        let message = match what {
            None => "invalid syntax. Maybe you meant '==' or ':=' instead of '='?".to_owned(),
            Some(what) => format!("cannot assign to {what} here. Maybe you meant '==' instead of '='?"),
        };
        Problem::new(first.range(), message)
    }

    /// Something in brackets that is no separator.
    fn in_list(&self, bracket: TokenKind, found: TokenKind) -> Problem {
        let start = self.expression_before();
        let previous = self.previous_kind();
        match found {
            TokenKind::For if bracket != TokenKind::Lpar => {
                let first = self.stream.open_brackets(self.index).last().map(|open| open.end());
                let first = first.and_then(|at| self.stream.next(self.stream.index_at(at)));
                let range = first.map_or(start, |token| token.range());
                Problem::new(range, "did you forget parentheses around the comprehension target?")
            }
            TokenKind::Equal if previous == TokenKind::Name && bracket == TokenKind::Lpar => {
                Problem::new(start, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
            }
            found if self.forgets_comma(found) => {
                Problem::new(start, "invalid syntax. Perhaps you forgot a comma?")
            }
            _ => self.invalid(),
        }
    }

    /// Two expressions side by side. (A name before a string may be meant as a prefix.)
    fn forgets_comma(&self, found: TokenKind) -> bool {
        let (previous_index, previous) = match self.previous() {
            Some((index, token)) => (index, token.kind()),
            None => return false,
        };
        let is_string = matches!(found, TokenKind::String | TokenKind::FStringStart);
        let is_prefix = previous == TokenKind::Name
            && is_string
            && !matches!(self.kind(previous_index.wrapping_sub(1)), TokenKind::Dot);
        let ends = starts_expression(previous)
            || matches!(
                previous,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd
            );
        let is_definition = matches!(self.statement().1, TokenKind::Def | TokenKind::Class);
        starts_expression(found) && ends && !is_prefix && !is_definition
    }

    fn before_keyword(&self, keyword: TokenKind) -> TextRange {
        let before = self.stream.tokens.get(..self.index).unwrap_or(&[]);
        let found = before.iter().rposition(|token| token.kind() == keyword);
        found.and_then(|index| self.stream.expression_start(index)).map_or(self.at, |token| token.range())
    }

    fn expected_expression(&self) -> Problem {
        let (found, previous) = (self.kind(self.index), self.previous());
        let previous_kind = self.previous_kind();
        if self.in_replacement_field() {
            return self.expected_in_f_string(found, previous_kind);
        }
        match (previous, self.in_brackets()) {
            (Some((index, equal)), Some(TokenKind::Lpar)) if equal.kind() == TokenKind::Equal => {
                let name = self.stream.previous(index).map_or(equal, |(_, name)| name);
                Problem::new(name.range(), "expected argument value expression")
            }
            (Some((_, colon)), Some(TokenKind::Lbrace)) if colon.kind() == TokenKind::Colon => {
                Problem::new(colon.range(), "expression expected after dictionary key and ':'")
            }
            (Some((_, star)), Some(TokenKind::Lpar)) if star.kind() == TokenKind::Star => {
                self.here("Invalid star expression")
            }
            _ => self.invalid(),
        }
    }

    fn unexpected_indent(&self) -> Problem {
        if super::indentation::mixes_tabs(self.stream.source, self.at.end().to_usize()) {
            let message = "inconsistent use of tabs and spaces in indentation";
            return Problem { kind: ErrorKind::Tab, ..self.here(message) };
        }
        Problem { kind: ErrorKind::Indentation, ..self.here("unexpected indent") }
    }

    fn two_statements(&self) -> Problem {
        let head = self.stream.line_head(self.index);
        let Some(first) = self.stream.get(head) else { return self.invalid() };
        let text = self.stream.text(first.range());
        match (first.kind(), text) {
            (TokenKind::Name, "print" | "exec") if self.index == head + 1 => {
                let message = format!("Missing parentheses in call to '{text}'. Did you mean {text}(...)?");
                Problem::new(first.range(), message)
            }
            (TokenKind::Import, _) if self.kind(self.index) == TokenKind::From => {
                Problem::new(first.range(), "Did you mean to use 'from ... import ...' instead?")
            }
            _ => self.invalid(),
        }
    }

    fn target(&self, message: impl Fn(&str) -> String) -> Problem {
        let found = targets::find(self.parsed.suite(), self.at);
        self.here(message(found.map_or("expression", |(expr, _)| targets::name(expr))))
    }

    fn assignment(&self) -> Problem {
        match targets::find(self.parsed.suite(), self.at) {
            Some((Expr::Yield(_) | Expr::YieldFrom(_), true))
                if self.kind(self.index) == TokenKind::Yield =>
            {
                self.here("assignment to yield expression not possible")
            }
            Some((expr, true)) if may_mean_equality(expr) => {
                let name = targets::name(expr);
                self.here(format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?"))
            }
            _ => self.target(|name| format!("cannot assign to {name}")),
        }
    }

    fn import_names(&self) -> Problem {
        match self.kind(self.index) {
            TokenKind::Newline | TokenKind::EndOfFile => {
                self.here("Expected one or more names after 'import'")
            }
            _ => self.invalid(),
        }
    }

    fn lexical(&self, error: &LexicalErrorType) -> Problem {
        match error {
            LexicalErrorType::Eof => self.here("unexpected EOF while parsing"),
            LexicalErrorType::FStringError(kind) => self.f_string(kind),
            LexicalErrorType::InvalidByteLiteral => {
                self.here("bytes can only contain ASCII literal characters")
            }
            LexicalErrorType::UnicodeError
            | LexicalErrorType::MissingUnicodeLbrace
            | LexicalErrorType::MissingUnicodeRbrace => self.bad_escape(),
            _ => self.invalid(),
        }
    }

    fn other(&self, text: &str) -> Problem {
        if let Some(what) = text.strip_prefix("Expected an indented block after ") {
            return self.missing_block(what);
        }
        match text {
            "Expected `except` or `finally` after `try` block" => {
                self.here("expected 'except' or 'finally' block")
            }
            "Only one '*' parameter allowed" => self.here("* argument may appear only once"),
            "Only one '/' separator allowed" => self.here("/ may appear only once"),
            "Expected a parameter name" => self.keyword_name(),
            "Trailing comma not allowed" if self.statement().1 == TokenKind::From => {
                self.here("trailing comma not allowed without surrounding parentheses")
            }
            "Bytes literal cannot be mixed with non-bytes literals" => {
                self.here("cannot mix bytes and nonbytes literals")
            }
            "Cannot have both 'except' and 'except*' on the same 'try'" => {
                self.here("cannot have both 'except' and 'except*' on the same 'try'")
            }
            "Expected one or more exception types" => self.here("expected one or more exception types"),
            "Only single target (not tuple) can be annotated" => {
                self.here("only single target (not tuple) can be annotated")
            }
            "Only single target (not list) can be annotated" => {
                self.here("only single target (not list) can be annotated")
            }
            _ => self.invalid(),
        }
    }

    fn keyword_name(&self) -> Problem {
        match self.stream.text(self.at) {
            name @ ("True" | "False" | "None") => self.here(format!("cannot assign to {name}")),
            _ => self.here("expression cannot contain assignment, perhaps you meant \"==\"?"),
        }
    }

    /// `what` as the parser says it: function definition, `class` definition, `if` statement, …
    fn missing_block(&self, what: &str) -> Problem {
        let name = match what.split('`').nth(1) {
            None => "function definition".to_owned(),
            Some("class") => "class definition".to_owned(),
            Some(keyword) => format!("'{keyword}' statement"),
        };
        let colon = self.previous().map_or(self.index, |(index, _)| index);
        let head = self.stream.get(self.stream.line_head(colon)).map_or(self.at, |token| token.range());
        let line = self.stream.line(head.start());
        let range = self.stream.next(self.index).map_or(self.at, |token| token.range());
        let message = format!("expected an indented block after {name} on line {line}");
        Problem { kind: ErrorKind::Indentation, ..Problem::new(range, message) }
    }
}

/// Whether CPython's grammar thinks of `==` where this is assigned to.
fn may_mean_equality(expr: &Expr) -> bool {
    !matches!(
        expr,
        Expr::NoneLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::BoolOp(_)
            | Expr::Lambda(_)
            | Expr::If(_)
            | Expr::Compare(_)
            | Expr::Yield(_)
            | Expr::YieldFrom(_)
    )
}

/// Messages that depend on nothing else.
fn fixed(error: &ParseErrorType) -> &'static str {
    match error {
        ParseErrorType::UnparenthesizedGeneratorExpression => "Generator expression must be parenthesized",
        ParseErrorType::InvalidStarredExpressionUsage => "cannot use starred expression here",
        ParseErrorType::ParamAfterVarKeywordParam => "arguments cannot follow var-keyword argument",
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            "parameter without a default follows parameter with a default"
        }
        ParseErrorType::VarParameterWithDefault => "var-positional argument cannot have default value",
        ParseErrorType::ExpectedKeywordParam => "named arguments must follow bare *",
        ParseErrorType::InvalidAnnotatedAssignmentTarget => "illegal target for annotation",
        ParseErrorType::PositionalAfterKeywordArgument => "positional argument follows keyword argument",
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            "positional argument follows keyword argument unpacking"
        }
        ParseErrorType::InvalidArgumentUnpackingOrder => {
            "iterable argument unpacking follows keyword argument unpacking"
        }
        ParseErrorType::IterableUnpackingInComprehension => {
            "iterable unpacking cannot be used in comprehension"
        }
        _ => "invalid syntax",
    }
}
