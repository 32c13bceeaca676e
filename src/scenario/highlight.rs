//! What each piece of a program is, for the colours of an editor.
//!
//! It comes from the parser's own tokens, so it is right where a regular expression would guess,
//! and it works on text that is no valid program yet. One pass over the tokens.

use crate::python::syntax;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;
use std::ops::Range;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Keyword,
    /// A string, or the text parts of an f-string.
    String,
    Number,
    Comment,
    /// Operators, brackets and punctuation.
    Operator,
    Name,
    /// The name in a `def`, or of what is called.
    Function,
    /// The name in a `class`.
    ClassName,
    /// A name that Python brings along (`print`, `ValueError`).
    Builtin,
    /// A decorator's `@` and names.
    Decorator,
}

impl Class {
    /// The name for a style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Self::Keyword => "keyword",
            Self::String => "string",
            Self::Number => "number",
            Self::Comment => "comment",
            Self::Operator => "operator",
            Self::Name => "name",
            Self::Function => "function",
            Self::ClassName => "class-name",
            Self::Builtin => "builtin",
            Self::Decorator => "decorator",
        }
    }
}

/// A piece of text, in bytes, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub range: Range<usize>,
    pub class: Class,
}

/// The pieces of `source` that are something, in order, none overlapping another. White space is
/// in none of them. A text that nests too deeply to be parsed has no pieces.
pub fn highlight(source: &str) -> Vec<Span> {
    let Ok(parsed) = syntax::parse_recovering(source) else { return Vec::new() };
    let mut painter = Painter { source, before: None, in_decorator: false, line_is_empty: true };
    let tokens: Vec<Token> =
        parsed.tokens().iter().copied().filter(|token| !token.range().is_empty()).collect();
    let next = |index: usize| tokens.get(index + 1).map(Ranged::range).map(|range| &source[range]);
    let paint = |(index, token)| {
        let class = painter.class(token, next(index))?;
        Some(Span { range: Range::from(token.range()), class })
    };
    tokens.iter().enumerate().filter_map(paint).collect()
}

struct Painter<'text> {
    source: &'text str,
    /// The kind of the token before.
    before: Option<TokenKind>,
    in_decorator: bool,
    /// Nothing of the logical line has come yet.
    line_is_empty: bool,
}

impl Painter<'_> {
    fn class(&mut self, token: &Token, next: Option<&str>) -> Option<Class> {
        let kind = token.kind();
        let is_layout = matches!(
            kind,
            TokenKind::Newline | TokenKind::NonLogicalNewline | TokenKind::Indent | TokenKind::Dedent
        );
        self.line_is_empty |= kind == TokenKind::Newline;
        if is_layout {
            self.in_decorator &= kind != TokenKind::Newline;
            return None;
        }
        let class = self.class_of_text(token, next);
        if kind != TokenKind::Comment {
            self.line_is_empty = false;
            self.before = Some(kind);
        }
        Some(class)
    }

    fn class_of_text(&mut self, token: &Token, next: Option<&str>) -> Class {
        let kind = token.kind();
        self.in_decorator |= kind == TokenKind::At && self.line_is_empty;
        self.in_decorator &= matches!(kind, TokenKind::At | TokenKind::Name | TokenKind::Dot);
        match kind {
            _ if self.in_decorator => Class::Decorator,
            TokenKind::Name => {
                self.class_of_name(self.source.get(Range::from(token.range())).unwrap_or(""), next)
            }
            TokenKind::Comment => Class::Comment,
            TokenKind::Int | TokenKind::Float | TokenKind::Complex => Class::Number,
            kind if is_string(kind) => Class::String,
            kind if kind.is_keyword() => Class::Keyword,
            _ => Class::Operator,
        }
    }

    fn class_of_name(&self, name: &str, next: Option<&str>) -> Class {
        match self.before {
            Some(TokenKind::Def) => Class::Function,
            Some(TokenKind::Class) => Class::ClassName,
            Some(TokenKind::Dot) if next == Some("(") => Class::Function,
            Some(TokenKind::Dot) => Class::Name,
            _ if is_builtin(name) => Class::Builtin,
            _ if next == Some("(") => Class::Function,
            _ => Class::Name,
        }
    }
}

fn is_string(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::FStringMiddle
            | TokenKind::FStringEnd
            | TokenKind::TStringStart
            | TokenKind::TStringMiddle
            | TokenKind::TStringEnd
    )
}

/// Whether the name means something without being defined.
pub fn is_builtin(name: &str) -> bool {
    BUILTINS.binary_search(&name).is_ok()
}

/// The names in CPython 3.13's `builtins`, and `self` and `cls`, sorted.
const BUILTINS: &[&str] = &[
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "DeprecationWarning",
    "EOFError",
    "Ellipsis",
    "EncodingWarning",
    "EnvironmentError",
    "Exception",
    "ExceptionGroup",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotImplemented",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "PermissionError",
    "ProcessLookupError",
    "PythonFinalizationError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
    "_IncompleteInputError",
    "__debug__",
    "__import__",
    "__name__",
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "ascii",
    "bin",
    "bool",
    "breakpoint",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "cls",
    "compile",
    "complex",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "help",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "self",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn painted(source: &str) -> Vec<(&str, Class)> {
        highlight(source).into_iter().map(|span| (&source[span.range], span.class)).collect()
    }

    #[test]
    fn a_coroutine_in_all_its_colours() {
        use Class::{Builtin, Comment, Function, Keyword, Name, Number, Operator};
        assert_eq!(
            painted("async def f(x):  # no\n    return await g(len(x), 1.5)\n"),
            [
                ("async", Keyword),
                ("def", Keyword),
                ("f", Function),
                ("(", Operator),
                ("x", Name),
                (")", Operator),
                (":", Operator),
                ("# no", Comment),
                ("return", Keyword),
                ("await", Keyword),
                ("g", Function),
                ("(", Operator),
                ("len", Builtin),
                ("(", Operator),
                ("x", Name),
                (")", Operator),
                (",", Operator),
                ("1.5", Number),
                (")", Operator),
            ]
        );
    }

    #[test]
    fn the_expressions_in_an_f_string_are_expressions() {
        use Class::{Name, Number, Operator, String};
        assert_eq!(
            painted("f'a{x:>{8}}b'"),
            [
                ("f'", String),
                ("a", String),
                ("{", Operator),
                ("x", Name),
                (":", Operator),
                (">", String),
                ("{", Operator),
                ("8", Number),
                ("}", Operator),
                ("}", Operator),
                ("b", String),
                ("'", String),
            ]
        );
    }

    #[test]
    fn names_are_told_apart() {
        use Class::{Builtin, ClassName, Decorator, Function, Keyword, Name, Operator, String};
        assert_eq!(
            painted("@a.b(c)\nclass D: pass")[..5],
            [("@", Decorator), ("a", Decorator), (".", Decorator), ("b", Decorator), ("(", Operator),]
        );
        assert_eq!(painted("class D(ValueError): pass")[1], ("D", ClassName));
        assert_eq!(painted("class D(ValueError): pass")[3], ("ValueError", Builtin));
        assert_eq!(painted("x.print(match)")[2], ("print", Function));
        assert_eq!(painted("match = x")[0], ("match", Name));
        assert_eq!(painted("match x:\n case 'a': pass")[0], ("match", Keyword));
        assert_eq!(painted("match x:\n case 'a': pass")[4], ("'a'", String));
    }

    #[test]
    fn unfinished_text_keeps_its_colours() {
        assert_eq!(painted("def f(:\n  return 'x")[0], ("def", Class::Keyword));
        assert!(painted("await asyncio.gather(\nprint(1)").contains(&("print", Class::Builtin)));
    }

    #[test]
    fn the_builtins_are_sorted() {
        assert!(BUILTINS.is_sorted());
    }

    proptest! {
        #[test]
        fn any_text_gives_ordered_spans_on_character_boundaries(
            source in prop_oneof![any::<String>(), "[ \t\r\n'\"f{}()#@é😀a1.:=\\\\\0]{0,60}"],
        ) {
            let mut end = 0;
            for Span { range, .. } in highlight(&source) {
                prop_assert!(end <= range.start && range.start < range.end);
                prop_assert!(source.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}
