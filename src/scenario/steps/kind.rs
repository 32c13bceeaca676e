//! What a statement is, as far as the menu of steps knows it.

use super::document::Document;
use super::shared::{Shared, class_of};
use super::tree::Node;
use ruff_python_ast::{Expr, ExprCall, Number, Stmt, StmtWith};

/// The kinds of steps on offer, and all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Sleep,
    Yield,
    Block,
    Print,
    AwaitTask,
    CancelTask,
    Raise,
    Return,
    Lock,
    Semaphore,
    Put,
    Get,
    SetEvent,
    WaitEvent,
    Timeout,
    Try,
    Repeat,
    /// What the menu does not offer.
    Other,
}

impl Kind {
    /// Those on offer, in the order of a menu.
    pub const ALL: [Self; 17] = [
        Self::Sleep,
        Self::Yield,
        Self::Block,
        Self::Print,
        Self::AwaitTask,
        Self::CancelTask,
        Self::Raise,
        Self::Return,
        Self::Lock,
        Self::Semaphore,
        Self::Put,
        Self::Get,
        Self::SetEvent,
        Self::WaitEvent,
        Self::Timeout,
        Self::Try,
        Self::Repeat,
    ];

    /// The steady name, for the page's handles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sleep => "sleep",
            Self::Yield => "yield",
            Self::Block => "block",
            Self::Print => "print",
            Self::AwaitTask => "await_task",
            Self::CancelTask => "cancel_task",
            Self::Raise => "raise",
            Self::Return => "return",
            Self::Lock => "lock",
            Self::Semaphore => "semaphore",
            Self::Put => "put",
            Self::Get => "get",
            Self::SetEvent => "set_event",
            Self::WaitEvent => "wait_event",
            Self::Timeout => "timeout",
            Self::Try => "try",
            Self::Repeat => "repeat",
            Self::Other => "other",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether a step of this kind has others in it.
    pub fn is_block(self) -> bool {
        matches!(self, Self::Lock | Self::Semaphore | Self::Timeout | Self::Try | Self::Repeat)
    }
}

/// What the statement is.
pub fn of(document: &Document<'_>, node: Node) -> Kind {
    match document.tree.stmt(node) {
        Some(Stmt::Raise(_)) => Kind::Raise,
        Some(Stmt::Return(_)) => Kind::Return,
        Some(Stmt::Try(_)) => Kind::Try,
        Some(Stmt::For(stmt)) if !stmt.is_async && called(&stmt.iter) == Some("range") => Kind::Repeat,
        Some(Stmt::With(stmt)) if stmt.is_async => of_with(document, node, stmt),
        Some(Stmt::Expr(stmt)) => of_value(document, &stmt.value),
        Some(Stmt::Assign(stmt)) => of_value(document, &stmt.value),
        _ => Kind::Other,
    }
}

fn of_with(document: &Document<'_>, node: Node, stmt: &StmtWith) -> Kind {
    let [item] = stmt.items.as_slice() else { return Kind::Other };
    if let Expr::Call(call) = &item.context_expr {
        let thing = document.program.imports.resolve(&call.func);
        return if matches!(thing, Some("timeout" | "timeout_at")) { Kind::Timeout } else { Kind::Other };
    }
    match class_of(document, node, &item.context_expr) {
        Some(Shared::Lock) => Kind::Lock,
        Some(Shared::Semaphore) => Kind::Semaphore,
        _ => Kind::Other,
    }
}

fn of_value(document: &Document<'_>, value: &Expr) -> Kind {
    match value {
        Expr::Await(awaited) => of_awaited(document, &awaited.value),
        Expr::Call(call) => match (called(value), method(call)) {
            (Some("print"), _) => Kind::Print,
            _ if document.program.imports.resolve_of("time", &call.func) == Some("sleep") => Kind::Block,
            (_, Some("cancel")) => Kind::CancelTask,
            (_, Some("set")) if call.arguments.is_empty() => Kind::SetEvent,
            _ => Kind::Other,
        },
        _ => Kind::Other,
    }
}

fn of_awaited(document: &Document<'_>, value: &Expr) -> Kind {
    let Expr::Call(call) = value else {
        return if value.is_name_expr() { Kind::AwaitTask } else { Kind::Other };
    };
    match (document.program.imports.resolve(&call.func), method(call)) {
        (Some("sleep"), _) if call.arguments.args.first().is_some_and(is_zero) => Kind::Yield,
        (Some("sleep"), _) => Kind::Sleep,
        (Some(_), _) => Kind::Other,
        (None, Some("put")) => Kind::Put,
        (None, Some("get")) => Kind::Get,
        (None, Some("wait")) if call.arguments.is_empty() => Kind::WaitEvent,
        _ => Kind::Other,
    }
}

fn is_zero(expr: &Expr) -> bool {
    matches!(expr, Expr::NumberLiteral(literal) if match &literal.value {
        Number::Int(value) => value.as_u8() == Some(0),
        Number::Float(value) => *value == 0.0,
        Number::Complex { .. } => false,
    })
}

/// The name of the function that is called.
pub fn called(expr: &Expr) -> Option<&str> {
    Some(expr.as_call_expr()?.func.as_name_expr()?.id.as_str())
}

fn method(call: &ExprCall) -> Option<&str> {
    Some(call.func.as_attribute_expr()?.attr.as_str())
}
