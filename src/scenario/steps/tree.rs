//! The blocks of a program: which statement stands where, and in which function.

use crate::python::syntax::lines::Lines;
use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{Expr, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;
use std::ops::Range;

/// All blocks of a program, outer ones and earlier ones first.
pub struct Tree<'a> {
    pub suites: Vec<Suite<'a>>,
    pub functions: Vec<Function<'a>>,
}

/// The statements of one block.
pub struct Suite<'a> {
    pub stmts: &'a [Stmt],
    /// The compound statement that it is a block of; None for the module.
    pub owner: Option<Node>,
    /// The function that runs it, by its place in [`Tree::functions`]; None for the module and classes in it.
    pub function: Option<usize>,
}

/// A `def`, async or not.
pub struct Function<'a> {
    pub def: &'a StmtFunctionDef,
    /// As in CPython: `main`, `Cook.boil`, `main.<locals>.work`.
    pub qualname: String,
    pub body: usize,
    /// The function around it.
    pub outer: Option<usize>,
}

/// A statement: its block, and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    pub suite: usize,
    pub index: usize,
}

/// What a block is in.
struct Around {
    owner: Option<Node>,
    function: Option<usize>,
    /// What comes before the names defined in it.
    prefix: String,
}

impl<'a> Tree<'a> {
    pub fn new(module: &'a [Stmt]) -> Self {
        let mut tree = Self { suites: Vec::new(), functions: Vec::new() };
        tree.add(module, &Around { owner: None, function: None, prefix: String::new() });
        tree
    }

    fn add(&mut self, stmts: &'a [Stmt], around: &Around) {
        let suite = self.suites.len();
        self.suites.push(Suite { stmts, owner: around.owner, function: around.function });
        for (index, stmt) in stmts.iter().enumerate() {
            let owner = Some(Node { suite, index });
            let inner = match stmt {
                Stmt::FunctionDef(def) => {
                    let qualname = format!("{}{}", around.prefix, def.name);
                    let prefix = format!("{qualname}.<locals>.");
                    let body = self.suites.len();
                    self.functions.push(Function { def, qualname, body, outer: around.function });
                    Around { owner, function: Some(self.functions.len() - 1), prefix }
                }
                Stmt::ClassDef(class) => {
                    let prefix = format!("{}{}.", around.prefix, class.name);
                    Around { owner, function: around.function, prefix }
                }
                _ => Around { owner, function: around.function, prefix: around.prefix.clone() },
            };
            for block in blocks(stmt) {
                self.add(block, &inner);
            }
        }
    }

    pub fn stmt(&self, node: Node) -> Option<&'a Stmt> {
        self.stmts(node.suite).get(node.index)
    }

    pub fn stmts(&self, suite: usize) -> &'a [Stmt] {
        self.suites.get(suite).map_or(&[], |suite| suite.stmts)
    }

    pub fn owner(&self, node: Node) -> Option<Node> {
        self.suites.get(node.suite)?.owner
    }

    /// The function that runs the statement.
    pub fn function_of(&self, node: Node) -> Option<&Function<'a>> {
        self.functions.get(self.suites.get(node.suite)?.function?)
    }

    pub fn function(&self, qualname: &str) -> Option<&Function<'a>> {
        self.functions.iter().rfind(|function| function.qualname == qualname)
    }

    /// The statement that starts at this byte.
    pub fn starting_at(&self, offset: usize) -> Option<Node> {
        self.nodes().find(|node| self.range(*node).start == offset)
    }

    /// The innermost statement around this byte.
    pub fn around(&self, offset: usize) -> Option<Node> {
        self.nodes().filter(|node| self.range(*node).contains(&offset)).last()
    }

    /// The innermost statement on this line, or the last one of several.
    pub fn on_line(&self, source: &str, line: u32) -> Option<Node> {
        let Range { start, end } = Lines::new(source).range(line)?;
        let touches = |node: &Node| {
            let range = self.range(*node);
            range.start < end.max(start + 1) && range.end > start
        };
        self.nodes().filter(touches).last()
    }

    pub fn nodes(&self) -> impl Iterator<Item = Node> + '_ {
        let of_suite = |(suite, block): (usize, &Suite<'_>)| {
            (0..block.stmts.len()).map(move |index| Node { suite, index })
        };
        self.suites.iter().enumerate().flat_map(of_suite)
    }

    pub fn range(&self, node: Node) -> Range<usize> {
        self.stmt(node).map_or(0..0, |stmt| Range::from(stmt.range()))
    }

    /// The blocks of a compound statement, in order.
    pub fn blocks_of(&self, node: Node) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.suites.len())
            .filter(move |suite| self.suites.get(*suite).is_some_and(|it| it.owner == Some(node)))
    }

    /// How many blocks are around the statement within its function.
    pub fn depth(&self, node: Node) -> usize {
        let owners = std::iter::successors(self.owner(node), |owner| self.owner(*owner));
        owners.take_while(|owner| !self.stmt(*owner).is_some_and(Stmt::is_function_def_stmt)).count()
    }
}

/// The blocks that belong to a statement itself.
pub fn blocks(stmt: &Stmt) -> Vec<&[Stmt]> {
    let mut blocks = Blocks(Vec::new());
    walk_stmt(&mut blocks, stmt);
    blocks.0
}

struct Blocks<'a>(Vec<&'a [Stmt]>);

impl<'a> Visitor<'a> for Blocks<'a> {
    fn visit_body(&mut self, body: &'a [Stmt]) {
        if !body.is_empty() {
            self.0.push(body);
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}
