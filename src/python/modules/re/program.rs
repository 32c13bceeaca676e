//! A pattern as instructions for the matcher.

use super::characters::{Alphabet, Item};
use super::node::{At, Greed, Node};

/// One instruction. Numbers named `else_` and `after` are places of instructions.
pub enum Op {
    /// One character.
    One(Item),
    /// The same item again and again.
    Many {
        item: Item,
        min: u32,
        max: u32,
        greed: Greed,
    },
    At(At),
    /// Remember where a group begins or ends.
    Save(usize),
    /// Go on; should that fail, go on at the other place.
    Split(usize),
    /// Go on at that place; should that fail, go on here.
    SplitLazy(usize),
    Jump(usize),
    Ref(usize, Option<Alphabet>),
    /// Jump unless the group has matched.
    Unless {
        group: usize,
        else_: usize,
    },
    /// A loop begins: its count is in this slot, where its last round began in the next.
    Enter(usize),
    /// Behind the body of a loop: once more, or on.
    Until {
        slot: usize,
        min: u32,
        max: u32,
        lazy: bool,
        body: usize,
    },
    /// What follows is looked for at so many characters before here, up to an [`Op::Accept`].
    Look {
        back: usize,
        negative: bool,
        after: usize,
    },
    /// What follows, up to an [`Op::Accept`], matches in one way only.
    Atomic {
        after: usize,
    },
    Accept,
    /// The whole pattern has matched.
    Done,
}

/// A compiled pattern.
pub struct Program {
    pub ops: Vec<Op>,
    /// How many numbers the matcher keeps: two a group, the last group that was closed, and the loops'.
    pub slots: usize,
    /// The slot of the last group that was closed.
    pub last_group: usize,
    widths: Vec<Option<(usize, usize)>>,
}

impl Program {
    /// Compile a tree whose groups have these widths.
    pub fn new(node: Node, widths: Vec<Option<(usize, usize)>>) -> Self {
        let last_group = widths.len() * 2;
        let mut program = Self { ops: Vec::new(), slots: last_group + 1, last_group, widths };
        program.emit(node);
        program.ops.push(Op::Done);
        program
    }

    fn emit(&mut self, node: Node) {
        match node {
            Node::Item(item) => self.ops.push(Op::One(item)),
            Node::At(at) => self.ops.push(Op::At(at)),
            Node::Sequence(nodes) => nodes.into_iter().for_each(|node| self.emit(node)),
            Node::Branch(nodes) => self.branch(nodes),
            Node::Group(number, node) => {
                self.ops.push(Op::Save(number * 2));
                self.emit(*node);
                self.ops.push(Op::Save(number * 2 + 1));
            }
            Node::Ref(group, fold) => self.ops.push(Op::Ref(group, fold)),
            Node::Condition(group, yes, no) => {
                let test = self.hole();
                self.emit(*yes);
                let end = self.hole();
                self.ops[test] = Op::Unless { group, else_: self.ops.len() };
                self.emit(*no);
                self.ops[end] = Op::Jump(self.ops.len());
            }
            Node::Repeat { node, min, max, greed } => self.repeat(*node, min, max, greed),
            Node::Look { node, behind, negative } => {
                let back = if behind { node.width(&self.widths).0 } else { 0 };
                let look = self.hole();
                self.emit(*node);
                self.ops.push(Op::Accept);
                self.ops[look] = Op::Look { back, negative, after: self.ops.len() };
            }
            Node::Atomic(node) => self.atomic(|program| program.emit(*node)),
        }
    }

    /// A place for an instruction that is known later.
    fn hole(&mut self) -> usize {
        self.ops.push(Op::Accept);
        self.ops.len() - 1
    }

    fn branch(&mut self, nodes: Vec<Node>) {
        let mut ends = Vec::new();
        let mut rest = nodes.len();
        for node in nodes {
            rest -= 1;
            if rest == 0 {
                self.emit(node);
                break;
            }
            let split = self.hole();
            self.emit(node);
            ends.push(self.hole());
            self.ops[split] = Op::Split(self.ops.len());
        }
        for end in ends {
            self.ops[end] = Op::Jump(self.ops.len());
        }
    }

    fn atomic(&mut self, emit: impl FnOnce(&mut Self)) {
        let start = self.hole();
        emit(self);
        self.ops.push(Op::Accept);
        self.ops[start] = Op::Atomic { after: self.ops.len() };
    }

    fn repeat(&mut self, node: Node, min: u32, max: u32, greed: Greed) {
        match (node, greed) {
            (Node::Item(item), _) => self.ops.push(Op::Many { item, min, max, greed }),
            (node, Greed::Possessive) => {
                self.atomic(|program| program.repeat(node, min, max, Greed::Greedy));
            }
            (node, greed) if (min, max) == (0, 1) => {
                let split = self.hole();
                self.emit(node);
                let after = self.ops.len();
                self.ops[split] = if greed == Greed::Lazy { Op::SplitLazy(after) } else { Op::Split(after) };
            }
            (node, greed) => {
                let slot = self.slots;
                self.slots += 2;
                self.ops.push(Op::Enter(slot));
                let jump = self.hole();
                self.emit(node);
                self.ops[jump] = Op::Jump(self.ops.len());
                self.ops.push(Op::Until { slot, min, max, lazy: greed == Greed::Lazy, body: jump + 1 });
            }
        }
    }
}
