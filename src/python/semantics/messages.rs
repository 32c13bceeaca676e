//! The checks' findings in CPython's words.

use super::super::syntax::Problem;
use ruff_python_ast::IrrefutablePatternKind;
use ruff_python_parser::semantic_errors::{
    AwaitOutsideAsyncFunctionKind as Outside, SemanticSyntaxError, SemanticSyntaxErrorKind as Kind,
    WriteToDebugKind, YieldOutsideFunctionKind,
};
use ruff_text_size::{TextRange, TextSize};
use std::ops::Range;

/// What CPython says, and where.
pub fn problem(source: &str, error: &SemanticSyntaxError, in_comprehension: bool) -> Problem {
    match &error.kind {
        Kind::LoadBeforeGlobalDeclaration { start, .. } => {
            Problem::new(declaration(source, *start, "global"), message(source, error))
        }
        Kind::AwaitOutsideAsyncFunction(Outside::Await) if in_comprehension => {
            Problem::new(error.range, outside_async(&Outside::AsyncComprehension))
        }
        _ => Problem::new(error.range, message(source, error)),
    }
}

/// The keyword before a declared name.
fn declaration(source: &str, name: TextSize, keyword: &str) -> TextRange {
    let before = source.get(..name.to_usize()).unwrap_or("");
    let start = before.rfind(keyword).and_then(|at| u32::try_from(at).ok()).map_or(name, TextSize::new);
    TextRange::new(start, name.max(start))
}

fn message(source: &str, error: &SemanticSyntaxError) -> String {
    let text = || text(source, error.range);
    match &error.kind {
        Kind::YieldOutsideFunction(YieldOutsideFunctionKind::Await) => "'await' outside function".to_owned(),
        Kind::YieldOutsideFunction(_) => "'yield' outside function".to_owned(),
        Kind::ReturnOutsideFunction => "'return' outside function".to_owned(),
        Kind::AwaitOutsideAsyncFunction(outside) => outside_async(outside).to_owned(),
        Kind::BreakOutsideLoop => "'break' outside loop".to_owned(),
        Kind::ContinueOutsideLoop => "'continue' not properly in loop".to_owned(),
        Kind::DuplicateParameter(name) => format!("duplicate argument '{name}' in function definition"),
        Kind::DuplicateKeywordArgument(name) => format!("keyword argument repeated: {name}"),
        Kind::GlobalParameter(name) => format!("name '{name}' is parameter and global"),
        Kind::NonlocalParameter(name) => format!("name '{name}' is parameter and nonlocal"),
        Kind::NonlocalWithoutBinding(name) => format!("no binding for nonlocal '{name}' found"),
        Kind::NonlocalAndGlobal(name) => format!("name '{name}' is nonlocal and global"),
        Kind::AnnotatedGlobal(name) => format!("annotated name '{name}' can't be global"),
        Kind::AnnotatedNonlocal(name) => format!("annotated name '{name}' can't be nonlocal"),
        Kind::LoadBeforeGlobalDeclaration { name, .. } => {
            format!("name '{name}' is {} before global declaration", used(source, error.range))
                .replace("used before", "used prior to")
        }
        Kind::LoadBeforeNonlocalDeclaration { name, .. } => {
            format!("name '{name}' is {} before nonlocal declaration", used(source, error.range))
                .replace("used before", "used prior to")
        }
        Kind::YieldFromInAsyncFunction => "'yield from' inside async function".to_owned(),
        Kind::ReturnInGenerator => "'return' with value in async generator".to_owned(),
        Kind::NonModuleImportStar(_) => "import * only allowed at module level".to_owned(),
        Kind::InvalidStarExpression => "can't use starred expression here".to_owned(),
        Kind::MultipleStarredExpressions => "multiple starred expressions in assignment".to_owned(),
        Kind::LateFutureImport => {
            "from __future__ imports must occur at the beginning of the file".to_owned()
        }
        Kind::FutureFeatureNotDefined(name) if name == "braces" => "not a chance".to_owned(),
        Kind::FutureFeatureNotDefined(name) => format!("future feature {name} is not defined"),
        Kind::ReboundComprehensionVariable => {
            format!("assignment expression cannot rebind comprehension iteration variable '{}'", text())
        }
        Kind::DuplicateTypeParameter => format!("duplicate type parameter '{}'", text()),
        Kind::MultipleCaseAssignment(name) => format!("multiple assignments to name '{name}' in pattern"),
        Kind::IrrefutableCasePattern(IrrefutablePatternKind::Name(name)) => {
            format!("name capture '{name}' makes remaining patterns unreachable")
        }
        Kind::DuplicateMatchKey(key) => format!("mapping pattern checks duplicate key ({key})"),
        Kind::DuplicateMatchClassAttribute(name) => {
            format!("attribute name repeated in class pattern: {name}")
        }
        Kind::WriteToDebug(WriteToDebugKind::Store) => "cannot assign to __debug__".to_owned(),
        Kind::WriteToDebug(WriteToDebugKind::Delete(_)) => "cannot delete __debug__".to_owned(),
        // These are CPython's words already.
        Kind::NonlocalDeclarationAtModuleLevel
        | Kind::NamedExpressionInComprehensionIterable
        | Kind::NamedExpressionInClassBodyComprehension
        | Kind::SingleStarredAssignment
        | Kind::IrrefutableCasePattern(IrrefutablePatternKind::Wildcard)
        | Kind::MultipleStarredNamesInSequencePattern
        | Kind::DifferentMatchPatternBindings
        | Kind::InvalidExpression(..) => error.to_string(),
        Kind::AsyncComprehensionInSyncComprehension(_)
        | Kind::TypeParameterDefaultOrder(_)
        | Kind::LazyImportNotAllowed { .. }
        | Kind::LazyImportStar
        | Kind::LazyFutureImport => "invalid syntax".to_owned(),
    }
}

fn outside_async(outside: &Outside) -> &'static str {
    match outside {
        Outside::Await => "'await' outside async function",
        Outside::AsyncFor => "'async for' outside async function",
        Outside::AsyncWith => "'async with' outside async function",
        Outside::AsyncComprehension => "asynchronous comprehension outside of an asynchronous function",
    }
}

fn text(source: &str, range: TextRange) -> &str {
    source.get(Range::from(range)).unwrap_or("")
}

/// Whether a name before its declaration is assigned to.
fn used(source: &str, name: TextRange) -> &'static str {
    let after = source.get(name.end().to_usize()..).unwrap_or("").trim_start();
    let is_assigned = after.starts_with('=') && !after.starts_with("==");
    if is_assigned { "assigned to" } else { "used" }
}
